"""The commands: thin, each reads its arguments, calls one function and says how it went.

Machine output goes to stdout, everything else to stderr; an error is one line that says what, where and what to do.
Exit statuses are the contract's (0 done, 1 failed, 2 wrong use, 3 a source failed, 4 held, 5 busy).
"""

from __future__ import annotations

import gc
import itertools
import os
import sys
import threading
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import NoReturn

import click

from pipeline import __version__
from pipeline.config import Config
from pipeline.errors import ConfigError, KreiskontakteError
from pipeline.exclusive import RunEndedError, ends_in_order, ignore_signals
from pipeline.history import History
from pipeline.options import Options, command
from pipeline.serving import serve, user
from pipeline.streams import secure_streams, silence_libraries
from pipeline.terminal import as_typed, harmless, progress_bar


@click.group(context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, prog_name="kreiskontakte")
def commands() -> None:
    """Sammelt, prüft und veröffentlicht jede Nacht die Kontakte eines Landkreises."""


@commands.command()
@command
@click.option("--dry-run", is_flag=True, help="Nur zeigen, was geschähe; nichts wird geschrieben.")
@click.option("--force", is_flag=True, help="Auch veröffentlichen, was zurückgehalten würde; wird vermerkt.")
@click.option("--reread", is_flag=True, help="Umgebaute Seiten so übernehmen, wie sie jetzt zu lesen sind.")
def run(options: Options, dry_run: bool, force: bool, reread: bool) -> int:
    """Der nächtliche Lauf: holen, lesen, abgleichen, prüfen, veröffentlichen."""
    from pipeline.job import nightly

    config = options.load()
    log = options.log()
    with progress_bar(len(config.sources) + 1, shown=not options.quiet) as progress:
        result = nightly(config, dry=dry_run, force=force, reread=reread, progress=progress, log=log)
    if result.report is not None:
        from pipeline.export.report import plain, summary

        if dry_run:
            click.echo(options.text(config, "dry"))
            click.echo(plain(result.report, options.language or config.district.language), nl=False)
        options.say(summary(result.report, options.language or config.district.language))
    for night in result.outcomes:
        if night.outcome.error:
            options.warn(f"{night.source.id}: {night.outcome.error}")
    if result.exit_status == 4 and result.report:
        options.warn(options.text(config, "held", name=result.report.run.name))
    return result.exit_status


@commands.command()
@command
@click.argument("path_or_url")
@click.option("--format", "form", type=click.Choice(["json", "table", "vcf"]), default="table", show_default=True)
def extract(options: Options, path_or_url: str, form: str) -> int:
    """Was eine Seite, ein Text oder eine Tabelle hergibt; `-` liest die Standardeingabe."""
    from pipeline.job import extract_one
    from pipeline.terminal import show_extraction

    seen, documents, findings = extract_one(path_or_url, options.load_if_any())
    language = options.language or "de"
    if form == "json":
        from pipeline.codec import dumps, extraction_json

        click.echo(dumps(extraction_json(seen, documents, findings, language)))
    elif form == "vcf":
        from pipeline.export.cards import loose_cards

        click.echo(loose_cards([observation.contact for observation in seen]), nl=False)
    else:
        show_extraction(seen, documents, findings, language)
    return 0


@commands.command()
@command
def check(options: Options) -> int:
    """Prüft Konfiguration, Quellen, Schreibrechte und Stand; ändert nichts."""
    from pipeline.check import check_all

    config, problems = options.load(), 0
    for good, key, values in check_all(config):
        problems += not good
        if not (good and options.quiet):
            click.echo(f"{'✓' if good else '✗'} {harmless(options.text(config, key, **values))}", err=not good)
    return 1 if problems else 0


@commands.command()
@command
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Wohin; sonst ein neues Verzeichnis.")
def demo(options: Options, data: Path | None) -> int:
    """Zeigt alles an einem erfundenen Landkreis: zwei Nächte über echtes HTTP auf diesem Rechner."""
    from pipeline.demo import play

    return play(data, quiet=options.quiet)


def _not_blank(_: click.Context, parameter: click.Parameter, value: str) -> str:
    """A decision that nobody took, or for no reason, is none."""
    if not value.strip():
        raise click.BadParameter("ist leer", param=parameter)
    return as_typed(value)


_CONTACT = click.argument("contact", callback=lambda _, __, text: as_typed(text))
_WHO = click.option("--by", "who", required=True, metavar="WHO", callback=_not_blank, help="Wer entscheidet.")
_WHY = click.option("--why", required=True, metavar="TEXT", callback=_not_blank, help="Aus welchem Grund.")
_FORM = click.option("--format", "form", type=click.Choice(["md", "html", "json"]), help="Sonst Text zum Lesen.")


@commands.command()
@command
@click.argument("run_a", required=False)
@click.argument("run_b", required=False)
@_FORM
def diff(options: Options, run_a: str | None, run_b: str | None, form: str | None) -> int:
    """Der Änderungsbericht zwischen zwei Läufen; ohne Angabe zwischen den letzten beiden Ausgaben."""
    from pipeline.decisions import difference, find_run
    from pipeline.export.report import render

    config = options.load()
    with reading(config) as history:
        published = [run for run in history.runs() if run.status == "published"]
        if len(published) < (2 if run_a is None else 1) and run_b is None:
            raise ConfigError("diff", ("es gibt noch keine zwei Ausgaben; bitte zwei Läufe nennen",))
        first = published[-2] if run_a is None else find_run(history, run_a)
        second = published[-1] if run_b is None else find_run(history, run_b)
        report = difference(history, first, second)
    click.echo(render(report, form or "text", options.language or config.district.language), nl=False)
    return 0


@commands.command()
@command
@_FORM
def review(options: Options, form: str | None) -> int:
    """Was zurückgehalten ist und warum."""
    from pipeline.export.report import render

    config = options.load()
    with reading(config) as history:
        waiting = history.pending()
        if waiting is None:
            options.tell(config, "nothing_waits")
            return 0
        report = history.report(waiting.number)
    click.echo(render(report, form or "text", options.language or config.district.language), nl=False)
    name = report.run.name
    options.tell(config, "how_to_approve", name=name, file=config.file)
    options.tell(config, "how_to_reject", name=name, file=config.file)
    return 4


@commands.command()
@command
@click.argument("run_name", metavar="RUN")
@_WHO
def approve(options: Options, run_name: str, who: str) -> int:
    """Veröffentlicht einen zurückgehaltenen Lauf genau so, wie er geprüft wurde."""
    from pipeline.data_directory import deciding
    from pipeline.decisions import approve as settle
    from pipeline.decisions import find_run
    from pipeline.job import now

    config = options.load()
    with deciding(config.data) as history:
        run = find_run(history, run_name)
        settle(history, run, config.data, config.run.keep_releases, who, now(), config.district.language)
    options.tell(config, "approved", name=run.name)
    return 0


@commands.command()
@command
@click.argument("run_name", metavar="RUN")
@_WHO
@_WHY
def reject(options: Options, run_name: str, who: str, why: str) -> int:
    """Lehnt einen zurückgehaltenen Lauf ab; der alte Stand bleibt, dasselbe wird nicht noch einmal gefragt."""
    from pipeline.data_directory import deciding
    from pipeline.decisions import find_run
    from pipeline.decisions import reject as settle
    from pipeline.job import now

    config = options.load()
    with deciding(config.data) as history:
        run = find_run(history, run_name)
        settle(history, run, config.data, who, why, now(), config.district.language)
    options.tell(config, "rejected", name=run.name)
    return 0


@commands.command()
@command
@_CONTACT
def history(options: Options, contact: str) -> int:
    """Jede Fassung eines Kontakts."""
    from pipeline.explain import versions
    from pipeline.lookup import contact_meant

    with reading(options.load()) as past:
        for line in versions(past, contact_meant(contact, past), options.language or "de"):
            click.echo(harmless(line))
    return 0


@commands.command()
@command
@_CONTACT
@click.argument("field", required=False)
def explain(options: Options, contact: str, field: str | None) -> int:
    """Aus welcher Quelle, von welcher Stelle und aus welchem Text jede Angabe stammt."""
    from pipeline.explain import explain as lines
    from pipeline.explain import field_named
    from pipeline.lookup import contact_meant

    name = field_named(field) if field else None
    if field and name is None:
        raise ConfigError(field, ("dieses Feld gibt es nicht; zum Beispiel: Name, Funktion, Telefon, E-Mail",))
    with reading(options.load()) as past:
        for line in lines(past, contact_meant(contact, past), name, options.language or "de"):
            click.echo(harmless(line))
    return 0


@commands.command()
@command
@click.argument("run_name", metavar="RUN")
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path), help="Ein leeres Verzeichnis.")
def release(options: Options, run_name: str, folder: Path) -> int:
    """Die Dateien einer Nacht noch einmal, Byte für Byte."""
    from pipeline.decisions import find_run, write_again

    config = options.load()
    with reading(config) as past:
        write_again(past, find_run(past, run_name), folder, config.data)
    options.tell(config, "written", folder=folder)
    return 0


@commands.command()
@command
@_CONTACT
@_WHO
@_WHY
def forget(options: Options, contact: str, who: str, why: str) -> int:
    """Löscht einen Menschen überall und verhindert, dass er wieder gesammelt wird."""
    from pipeline.data_directory import deciding
    from pipeline.forget import forget as erase
    from pipeline.job import now
    from pipeline.lookup import contact_meant

    config = options.load()
    with deciding(config.data) as past:
        proof = erase(past, contact_meant(contact, past), config.data, who, why, now())
    for path in proof.left:
        click.echo(options.text(config, "still_found", path=path), err=True)
    if proof.left:
        click.echo(options.text(config, "still_found_remedy"), err=True)
    end = "forgotten_not_all" if proof.left else "forgotten"
    options.tell(config, end, searched=proof.searched, left=len(proof.left))
    return 1 if proof.left else 0


@commands.command()
@command
def restore(options: Options) -> int:
    """Baut einen verlorenen Stand aus der neuesten Ausgabe wieder auf."""
    from pipeline.exclusive import exclusive
    from pipeline.job import now
    from pipeline.restore import restore as rebuild

    config = options.load()
    with exclusive(config.data):
        run = rebuild(config, now())
    options.tell(config, "restored", name=run.name)
    return 0


commands.add_command(serve)
commands.add_command(user)


def reading(config: Config) -> AbstractContextManager[History]:
    """The history, only to be read."""
    from pipeline.data_directory import opened

    return opened(config.data, write=False)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command; every end is an exit status of the contract and, if it failed, one line."""
    secure_streams()
    silence_libraries()
    os.umask(0o077)  # what is published gets its own rights; everything else is the owner's alone
    gc.set_threshold(1_000_000, 50, 50)  # a night makes many small values and no cycles; a third faster
    arguments = sys.argv[1:] if arguments is None else arguments
    if _told(arguments, "--lang", "en"):
        from pipeline.help import in_english

        in_english(commands)
    status = 1
    with suppress(RunEndedError), ends_in_order():
        status = _status(arguments, verbose="--verbose" in arguments)
    ignore_signals()
    _end(status)


def _status(arguments: list[str], *, verbose: bool) -> int:
    try:
        commands.main(arguments, prog_name="kreiskontakte", standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except (click.ClickException, click.Abort) as error:
        return _fail(error.format_message() if isinstance(error, click.ClickException) else "Abgebrochen.", 2)
    except KreiskontakteError as error:
        if verbose:
            _trace()
        return _fail(str(error), error.exit_status if isinstance(error, ConfigError) or error.exit_status == 5 else 1)
    except BrokenPipeError:
        return 1
    except OSError as error:
        if verbose:
            _trace()
        return _fail(f"{error.filename or 'Ein-/Ausgabe'}: {error.strerror or error}", 1)
    except Exception as error:  # noqa: BLE001 - the one place where surprises end
        if verbose:
            _trace()
        return _fail(f"Unerwarteter Fehler ({type(error).__name__}: {error}); mit --verbose erneut versuchen", 1)
    return 0


def _trace() -> None:
    import traceback

    traceback.print_exc()


def _fail(text: str, status: int) -> int:
    click.echo(f"kreiskontakte: {harmless(text)}", err=True)
    return status


def _told(arguments: list[str], option: str, value: str) -> bool:
    """Whether an option stands among the arguments, which click has not looked at yet."""
    return f"{option}={value}" in arguments or (option, value) in itertools.pairwise(arguments)


def _end(status: int) -> NoReturn:
    """Output that cannot be delivered is a failure, but never a traceback from the interpreter's end.

    Nor is a thread waited for that a server keeps busy, as the interpreter would: Apprise's send for ever.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        os._exit(status or 1)  # the interpreter would try to flush once more and print a traceback
    if threading.active_count() > 1:
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)
