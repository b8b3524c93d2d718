"""The commands `serve` and `user`."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from pipeline.config import Config
from pipeline.exclusive import exclusive
from pipeline.options import Options, command


@click.command()
@command
def serve(options: Options) -> int:
    """Veröffentlichte Dateien, Adressbücher (CardDAV) und Verwaltung auf einem Port."""
    from pipeline.serve.server import serve as listen

    config = options.load()
    listen(
        config,
        options.log(),
        lambda address: options.tell(config, "serving", address=address),
        verbose=options.verbose,
    )
    options.tell(config, "served")
    return 0


@click.command()
@command
@click.argument("action", type=click.Choice(["add", "list", "remove"]))
@click.argument("name", required=False)
def user(options: Options, action: str, name: str | None) -> int:
    """Wer die Verwaltung von `serve` betreten darf: eintragen (add), nennen (list), austragen (remove).

    Das Kennwort wird zweimal gefragt oder von der Standardeingabe gelesen.
    """
    config = options.load()
    if action == "list":
        _list(options, config)
    elif name is None:
        raise click.UsageError(options.text(config, "user_needs_name"))
    else:
        (_add if action == "add" else _remove)(options, config, name)
    return 0


def _add(options: Options, config: Config, name: str) -> None:
    from pipeline.data_directory import make_directory
    from pipeline.serve.users import Users, proper_name, proper_password

    name, users = proper_name(name), Users(config.data)
    password = proper_password(_asked(options, config))
    make_directory(config.data)
    with exclusive(config.data):
        known = users.add(name, password)
    options.tell(config, "user_changed" if known else "user_added", name=name)


def _list(options: Options, config: Config) -> None:
    from pipeline.serve.users import Users

    names = Users(config.data).names()
    for name in names:
        click.echo(name)
    if not names:
        options.tell(config, "no_users")


def _remove(options: Options, config: Config, name: str) -> None:
    """Whoever is logged in is so no longer."""
    from pipeline.serve.users import Users, proper_name

    name, users = proper_name(name), Users(config.data)
    users.must_know(name)
    with exclusive(config.data):
        users.remove(name)
    options.tell(config, "user_removed", name=name)


def _asked(options: Options, config: Config) -> str:
    """The password: asked twice on a terminal, else the first line of the standard input."""
    with suppress(AttributeError, ValueError):  # a standard input that is closed is no terminal
        if sys.stdin.isatty():
            prompt, again = (options.text(config, key) for key in ("password", "password_again"))
            return str(click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))
    return sys.stdin.readline().rstrip("\r\n")
