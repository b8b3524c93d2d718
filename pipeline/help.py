"""The help of the commands in English, for `--lang en`; the German one stands with the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

#: German → English
ENGLISH: dict[str, str] = {
    "Sammelt, prüft und veröffentlicht jede Nacht die Kontakte eines Landkreises.": (
        "Collects, checks and publishes the contacts of a German district every night."
    ),
    "Veröffentlicht einen zurückgehaltenen Lauf genau so, wie er geprüft wurde.": (
        "Publishes a run that was held back, exactly as it was reviewed."
    ),
    "Prüft Konfiguration, Quellen, Schreibrechte und Stand; ändert nichts.": (
        "Checks configuration, sources, write access and state; changes nothing."
    ),
    "Zeigt alles an einem erfundenen Landkreis: zwei Nächte über echtes HTTP auf diesem Rechner.": (
        "Shows everything on an invented district: two nights over real HTTP on this machine."
    ),
    "Der Änderungsbericht zwischen zwei Läufen; ohne Angabe zwischen den letzten beiden Ausgaben.": (
        "The change report between two runs; by default between the last two editions."
    ),
    "Aus welcher Quelle, von welcher Stelle und aus welchem Text jede Angabe stammt.": (
        "From which source, place and text each value comes."
    ),
    "Was eine Seite, ein Text oder eine Tabelle hergibt; `-` liest die Standardeingabe.": (
        "What a page, a text or a spreadsheet yields; `-` reads standard input."
    ),
    "Löscht einen Menschen überall und verhindert, dass er wieder gesammelt wird.": (
        "Erases a person everywhere and keeps her from being collected again."
    ),
    "Jede Fassung eines Kontakts.": "Every version of a contact.",
    "Lehnt einen zurückgehaltenen Lauf ab; der alte Stand bleibt, dasselbe wird nicht noch einmal gefragt.": (
        "Rejects a run that was held back; the old state stays, and the same is not asked again."
    ),
    "Die Dateien einer Nacht noch einmal, Byte für Byte.": "The files of a night once more, byte for byte.",
    "Baut einen verlorenen Stand aus der neuesten Ausgabe wieder auf.": (
        "Rebuilds a lost state from the newest release."
    ),
    "Was zurückgehalten ist und warum.": "What is held back, and why.",
    "Der nächtliche Lauf: holen, lesen, abgleichen, prüfen, veröffentlichen.": (
        "The nightly run: fetch, read, reconcile, check, publish."
    ),
    "Veröffentlichte Dateien, Adressbücher (CardDAV) und Verwaltung auf einem Port.": (
        "Published files, address books (CardDAV) and staff pages on one port."
    ),
    "Wer die Verwaltung von `serve` betreten darf: eintragen (add), nennen (list), austragen (remove).\n\n"
    "Das Kennwort wird zweimal gefragt oder von der Standardeingabe gelesen.": (
        "Who may enter the staff pages of `serve`.\n\nThe password is asked twice or read from standard input."
    ),
    "Die Datei des Kreises; sonst KREISKONTAKTE_CONFIG oder kreiskontakte.toml.": (
        "The district's file; else KREISKONTAKTE_CONFIG or kreiskontakte.toml."
    ),
    "Sprache der Ausgaben.": "Language of what is printed.",
    "Nur Fehler melden.": "Report errors only.",
    "Mehr melden; bei Fehlern mit Herkunft.": "Report more; errors with their origin.",
    "Form des Protokolls.": "Form of the log.",
    "Sonst Text zum Lesen.": "By default text to be read.",
    "Wohin; sonst ein neues Verzeichnis.": "Where to; by default a new directory.",
    "Wer entscheidet.": "Who decides.",
    "Aus welchem Grund.": "For which reason.",
    "Ein leeres Verzeichnis.": "An empty directory.",
    "Nur zeigen, was geschähe; nichts wird geschrieben.": "Only show what would happen; nothing is written.",
    "Auch veröffentlichen, was zurückgehalten würde; wird vermerkt.": (
        "Publish even what would be held back; this is recorded."
    ),
    "Umgebaute Seiten so übernehmen, wie sie jetzt zu lesen sind.": ("Take rebuilt pages as they read now."),
}


def in_english(group: click.Group) -> None:
    """Turn the help of a group and its commands into English."""
    for command in (group, *group.commands.values()):
        command.help = ENGLISH.get(_tidy(command.help), command.help)
        for option in _options(command):
            option.help = ENGLISH.get(_tidy(option.help), option.help)


def texts(group: click.Group) -> Iterator[str]:
    """All that the help says."""
    for command in (group, *group.commands.values()):
        yield _tidy(command.help)
        yield from (_tidy(option.help) for option in _options(command))


def _options(command: click.Command) -> Iterator[click.Option]:
    return (option for option in command.params if isinstance(option, click.Option) and option.help)


def _tidy(text: str | None) -> str:
    """A help text as Python 3.13 and later keep it: without the indentation of the docstring."""
    return "\n".join(line.strip() for line in (text or "").strip().splitlines())
