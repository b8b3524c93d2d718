"""`check`: is everything in place for tonight? Changes nothing and looks at everything, also after a first problem."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from pipeline import __version__
from pipeline.config import Config
from pipeline.core.limits import BOUNDS, Bounds, Limits
from pipeline.core.usual import NIGHTS, Habit, learn
from pipeline.disk import read_file
from pipeline.errors import KreiskontakteError
from pipeline.history import History, open_history
from pipeline.model import Run
from pipeline.run import is_public
from pipeline.schema import said

#: whether it is good, and what to say of it (`spoken`)
Check = tuple[bool, str, Mapping[str, object]]
#: A check of the guard that needs nothing learned → what says its limits (`spoken`).
GUARDED: Mapping[str, str] = {
    "held_removed": "limits_removed",
    "held_changed": "limits_changed",
    "held_empty": "limits_empty",
    "held_field_emptied": "limits_emptied",
    "held_shift": "limits_shifted",
    "held_shared_mail": "limits_shared",
    "held_shared_number": "limits_shared",
}


def check_all(config: Config) -> Iterator[Check]:
    """Each thing looked at. Raises ConfigError where nobody can be told; all else was refused before this."""
    known = {"file": config.file, "sources": len(config.sources), "version": __version__}
    told = tuple(_told(config))
    yield True, "configuration", known
    yield from told
    yield from in_force(config.guard)
    yield from _writable(config)
    yield from _in_the_way(config)
    yield from _state(config)
    yield from _forgotten(config)
    yield from _corrections(config)
    yield from _sources(config)


def in_force(limits: Limits, bounds: Bounds = BOUNDS) -> Iterator[Check]:
    """Every limit of the guard that holds for all sources: what is configured, and what holds anyway."""
    told = {**asdict(limits), **asdict(bounds)}
    values = {name: value * 100 if name.endswith("_share") else value for name, value in told.items()}
    for key in dict.fromkeys(GUARDED.values()):
        yield True, key, values
    yield True, f"limits_{limits.publish}", values
    yield True, f"grace_{min(limits.grace, 2)}", values


def learned(source: str, habit: Habit, bounds: Bounds = BOUNDS) -> Iterator[Check]:
    """What the last good nights have made usual for a source, and what is held back because of it."""
    told = {**asdict(habit), "source": source, "least": bounds.unreadable_least, "remembered": NIGHTS}
    values = {**told, "usual": habit.unreadable * 100, "limit": habit.unreadable_limit(bounds) * 100}
    yield True, "usual", values
    frozen = habit.frozen_limit(bounds)
    needed = {"lively": bounds.lively_nights, "pause": (NIGHTS - bounds.lively_nights) // bounds.frozen_factor}
    yield True, "usual_frozen" if frozen else "usual_still", {**values, **needed, "frozen": frozen}


def _told(config: Config) -> Iterator[Check]:
    if config.notify.urls:
        from pipeline.notify import must_be_understood, shown

        must_be_understood(config.notify.urls, str(config.file))
        for url in config.notify.urls:
            yield True, "notify_understood", {"url": shown(url)}


def _writable(config: Config) -> Iterator[Check]:
    place = config.data
    while not place.exists() and place != place.parent:
        place = place.parent
    good = place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    yield good, "writable" if good else "not_writable", {"data": config.data, "place": place}


def _in_the_way(config: Config) -> Iterator[Check]:
    """What stands in the data directory where a run needs a folder, or the other way round."""
    folders, files = ("releases", "reports", "cache"), ("run.lock",)
    for name in (*folders, *files):
        path = config.data / name
        if path.exists() and path.is_dir() != (name in folders):
            yield False, "no_folder" if name in folders else "no_file", {"path": path}


def _state(config: Config) -> Iterator[Check]:
    path = config.data / "state.sqlite3"
    try:
        history = open_history(path, config.data / "releases", write=False)
    except KreiskontakteError as error:
        yield _error(error)
        return
    try:
        with said(path):
            history.must_be_of(config.district.name, config.district.ags)
            damage = history.damage()
            last = history.last_published()
            usual = list(_usual(history, config)) if not damage else []
        yield (False, "state_damaged", {"path": path, "damage": damage}) if damage else _sound(config, path, last)
        yield from usual
    except KreiskontakteError as error:
        yield _error(error)
    finally:
        history.close()


def _sound(config: Config, path: Path, last: Run | None) -> Check:
    if last is None:
        return True, "state_empty", {"path": path}
    return True, "state_sound" if is_public(config.data, last) else "state_ahead", {"path": path, "name": last.name}


def _error(error: KreiskontakteError) -> Check:
    return False, "error", {"text": error}


def _usual(history: History, config: Config) -> Iterator[Check]:
    habits = learn(history.good_nights(NIGHTS)).habits
    for source in config.sources:
        if source.id in habits:
            yield from learned(source.id, habits[source.id])
        else:
            yield True, "usual_new", {"source": source.id}


def _forgotten(config: Config) -> Iterator[Check]:
    """The copy of the tombstones is needed only once the state is lost; then it is too late to find it damaged."""
    from pipeline.erasure import read_tombstones
    from pipeline.known_again import TOMBSTONES

    path = config.data / TOMBSTONES
    if os.path.lexists(path):
        try:
            read_tombstones(read_file(path))
        except (OSError, ValueError):
            yield False, "tombstones_unreadable", {"path": path}
        else:
            yield True, "tombstones", {"path": path}


def _corrections(config: Config) -> Iterator[Check]:
    from datetime import UTC, datetime

    from pipeline.corrections import CorrectionsFile

    path = config.data / "corrections.xlsx"
    if path.exists():
        try:
            rows = CorrectionsFile(path, datetime.now(UTC).date()).today.rows
        except KreiskontakteError as error:
            yield _error(error)
        else:
            yield True, "corrections", {"path": path, "count": len(rows)}


def _sources(config: Config) -> Iterator[Check]:
    from datetime import UTC, datetime

    from pipeline.gather import gather
    from pipeline.job import fetcher

    rejected = _rejected(config)
    with fetcher(config, read_only=True) as fetch:
        for source in config.sources:
            night = gather(source, config.rules, fetch, None, frozenset(), datetime.now(UTC).date())
            if night.outcome.error:
                yield night.healthy, "source_failed", {"source": source.id, "error": night.outcome.error}
            else:
                found = {"contacts": night.outcome.contacts, "documents": len(night.state.links)}
                yield night.healthy, "source", {"source": source.id, **found}
                if (source.id, night.state.yields) in rejected:
                    yield True, "source_rejected", {"source": source.id}


def _rejected(config: Config) -> frozenset[tuple[str, str]]:
    """What staff have refused, as far as the state can be read; what is wrong with it is said elsewhere."""
    path = config.data / "state.sqlite3"
    try:
        history = open_history(path, config.data / "releases", write=False)
    except KreiskontakteError:
        return frozenset()
    try:
        with said(path):
            return history.rejected()
    except KreiskontakteError:
        return frozenset()
    finally:
        history.close()
