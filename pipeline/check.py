"""`check`: is everything in place for tonight? Changes nothing and looks at everything, also after a first problem."""

from __future__ import annotations

import os
from collections.abc import Iterator

from pipeline import __version__
from pipeline.config import Config
from pipeline.disk import read_file
from pipeline.errors import KreiskontakteError
from pipeline.history import History, open_history
from pipeline.run import is_public
from pipeline.schema import said

Check = tuple[bool, str]


def check_all(config: Config) -> Iterator[Check]:
    """(good, sentence) for each thing looked at. A broken configuration was refused before this."""
    yield True, f"{config.file}: Konfiguration in Ordnung ({len(config.sources)} Quellen, Version {__version__})"
    yield True, _limits(config)
    yield from _told(config)
    yield from _writable(config)
    yield from _in_the_way(config)
    yield from _state(config)
    yield from _forgotten(config)
    yield from _corrections(config)
    yield from _sources(config)


def _limits(config: Config) -> str:
    guard = config.guard
    return (
        f"[guard]: zurückgehalten wird bei mehr als {guard.max_removed_share * 100:.0f} % entfallenen oder"
        f" {guard.max_changed_share * 100:.0f} % geänderten Kontakten einer Quelle; Karenz {guard.grace} Nächte;"
        f" Veröffentlichung {'automatisch' if guard.publish == 'auto' else 'nur nach Freigabe'}"
    )


def _told(config: Config) -> Iterator[Check]:
    if config.notify.urls:
        from pipeline.notify import is_understood, shown

        for url in config.notify.urls:
            good = is_understood(url)
            yield good, f"[notify] urls: {shown(url)} {'verstanden' if good else 'versteht Apprise nicht; berichtigen'}"


def _writable(config: Config) -> Iterator[Check]:
    place = config.data
    while not place.exists() and place != place.parent:
        place = place.parent
    good = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    remedy = "beschreibbar" if good else f"nicht beschreibbar ({place}); Rechte oder [paths] data ändern"
    yield good, f"{config.data}: {remedy}"


def _in_the_way(config: Config) -> Iterator[Check]:
    """What stands in the data directory where a run needs a folder, or the other way round."""
    folders, files = ("releases", "reports", "cache"), ("run.lock",)
    for name in (*folders, *files):
        path = config.data / name
        if path.exists() and path.is_dir() != (name in folders):
            needed = "ein Ordner" if name in folders else "eine Datei"
            yield False, f"{path}: hier muss {needed} liegen; das Vorhandene wegräumen"


def _state(config: Config) -> Iterator[Check]:
    path = config.data / "state.sqlite3"
    try:
        history = open_history(path, config.data / "releases", write=False)
    except KreiskontakteError as error:
        yield False, str(error)
        return
    try:
        with said(path):
            damage = history.damage()
            last = history.last_published()
            usual = list(_usual(history)) if not damage else []
        known = f"letzte Ausgabe {last.name}" if last else "noch keine Ausgabe"
        if last and not is_public(config.data, last):
            known += " (noch nicht zu sehen; der nächste Lauf holt es nach)"
        yield (False, f"{path}: beschädigt ({damage})") if damage else (True, f"{path}: Stand unversehrt, {known}")
        yield from usual
    except KreiskontakteError as error:
        yield False, str(error)
    finally:
        history.close()


def _usual(history: History) -> Iterator[Check]:
    """What the last good nights have made usual for each source; beyond it the guard holds back as well."""
    from pipeline.core.usual import NIGHTS, learn

    for source, habit in sorted(learn(history.good_nights(NIGHTS)).habits.items()):
        yield (
            True,
            (
                f"[source {source}]: üblich nach {habit.nights} guten Läufen: bis zu {habit.unreadable * 100:.0f} %"
                f" unlesbare Angaben und höchstens {habit.gap} Nächte ohne Neues"
            ),
        )


def _forgotten(config: Config) -> Iterator[Check]:
    """The copy of the tombstones is needed only once the state is lost; then it is too late to find it damaged."""
    from pipeline.erasure import read_tombstones
    from pipeline.forget import TOMBSTONES

    path = config.data / TOMBSTONES
    if os.path.lexists(path):
        try:
            read_tombstones(read_file(path))
        except (OSError, ValueError):
            yield False, f"{path}: unlesbar; aus einer Sicherung zurückholen, oder löschen: `forget` schreibt sie neu"
        else:
            yield True, f"{path}: lesbar"


def _corrections(config: Config) -> Iterator[Check]:
    from datetime import UTC, datetime

    from pipeline.corrections import CorrectionsFile

    path = config.data / "corrections.xlsx"
    if path.exists():
        try:
            rows = CorrectionsFile(path, datetime.now(UTC).date()).today.rows
        except KreiskontakteError as error:
            yield False, str(error)
        else:
            yield True, f"{path}: {len(rows)} Korrekturen gelten"


def _sources(config: Config) -> Iterator[Check]:
    from datetime import UTC, datetime

    from pipeline.gather import gather
    from pipeline.job import fetcher

    with fetcher(config, read_only=True) as fetch:
        for source in config.sources:
            night = gather(source, config.rules, fetch, None, frozenset(), datetime.now(UTC).date())
            found = f"{night.outcome.contacts} Kontakte, {len(night.state.links)} Dokumente"
            yield night.healthy, f"[source {source.id}]: {night.outcome.error or f'erreichbar, {found}'}"
