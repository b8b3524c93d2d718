"""The commands `serve` and `user`."""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from pipeline.config import Config
from pipeline.exclusive import exclusive
from pipeline.options import Options, command
from pipeline.wording import serve_text


@click.command()
@command
def serve(options: Options) -> int:
    """Veröffentlichte Dateien, Adressbücher (CardDAV) und Verwaltung auf einem Port."""
    from pipeline.serve.server import serve as listen

    config = options.load()
    listen(
        config,
        options.log(),
        lambda address: options.say(_text(options, config, "serving", address=address)),
        verbose=options.verbose,
    )
    options.say(_text(options, config, "served"))
    return 0


@click.group()
def user() -> None:
    """Wer die Verwaltung von `serve` betreten darf."""


@user.command("add")
@command
@click.argument("name")
def add(options: Options, name: str) -> int:
    """Trägt jemanden ein; das Kennwort wird zweimal gefragt oder von der Standardeingabe gelesen."""
    from pipeline.job import make_directory
    from pipeline.serve.users import Users, proper_name, proper_password

    config = options.load()
    name, users = proper_name(name), Users(config.data)
    password = proper_password(_asked(options, config))
    make_directory(config.data)
    with exclusive(config.data):
        known = users.add(name, password)
    options.say(_text(options, config, "user_changed" if known else "user_added", name=name))
    return 0


@user.command("list")
@command
def listed(options: Options) -> int:
    """Nennt alle, die eingetragen sind."""
    from pipeline.serve.users import Users

    config = options.load()
    names = Users(config.data).names()
    for name in names:
        click.echo(name)
    if not names:
        options.say(_text(options, config, "no_users"))
    return 0


@user.command("remove")
@command
@click.argument("name")
def remove(options: Options, name: str) -> int:
    """Trägt jemanden aus; wer angemeldet ist, ist es danach nicht mehr."""
    from pipeline.serve.users import Users, proper_name

    config = options.load()
    name, users = proper_name(name), Users(config.data)
    users.must_know(name)
    with exclusive(config.data):
        users.remove(name)
    options.say(_text(options, config, "user_removed", name=name))
    return 0


def _asked(options: Options, config: Config) -> str:
    """The password: asked twice on a terminal, else the first line of the standard input."""
    with suppress(AttributeError, ValueError):  # a standard input that is closed is no terminal
        if sys.stdin.isatty():
            prompt, again = (_text(options, config, key) for key in ("password", "password_again"))
            return str(click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _text(options: Options, config: Config, key: str, **values: str) -> str:
    return serve_text(key, options.language or config.district.language, **values)
