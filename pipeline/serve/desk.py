"""What staff decide and look up: the same functions as the commands call, over the same state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline import decisions, display
from pipeline.config import Config
from pipeline.data_directory import deciding, opened
from pipeline.errors import ConfigError
from pipeline.explain import explain, versions
from pipeline.export.report import values
from pipeline.history import History
from pipeline.job import now
from pipeline.lookup import find_contacts
from pipeline.model import Identity, Run
from pipeline.serve.answers import AnswerError
from pipeline.terminal import harmless

#: Contacts of one search, and runs of the list.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Found:
    """One contact of a search."""

    uid: str
    title: str
    about: str
    departed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One field of an explanation: what holds, and the lines that say why, each with its depth."""

    title: str
    lines: tuple[tuple[int, str], ...]


def waiting(config: Config) -> dict[str, Any]:
    """What waits for a decision, and the last runs."""
    with opened(config.data, write=False) as history:
        pending = history.pending()
        report = values(history.report(pending.number), "de", commands=False) if pending else {"r": None}
        return {**report, "runs": _runs(history), "public": (config.data / "public").exists()}


def report(config: Config, name: str | None) -> dict[str, Any]:
    """The report of one run, or of the newest."""
    with opened(config.data, write=False) as history:
        runs = history.runs()
        if not runs:
            return {"r": None, "runs": ()}
        run = _run(history, name) if name else runs[-1]
        return {**values(history.report(run.number), "de", commands=False), "runs": _runs(history)}


def decide(config: Config, name: str, who: str, why: str | None) -> str:
    """Approve a held run, or with `why` reject it; returns what to tell. Raises KreiskontakteError."""
    with deciding(config.data) as history:
        run, language = _run(history, name), config.district.language
        if why is None:
            decisions.approve(history, run, config.data, config.run.keep_releases, who, now(), language)
            return f"{run.name} ist veröffentlicht."
        decisions.reject(history, run, config.data, who, why, now(), language)
        return f"{run.name} ist abgelehnt; veröffentlicht bleibt, was es war."


def search(config: Config, text: str) -> list[Found]:
    """Contacts by uid, mail address, number or part of the name."""
    with opened(config.data, write=False) as history:
        found = map(_found, find_contacts(text, history.identities()))
        return sorted(found, key=lambda one: (one.departed, one.title))[:SHOWN]


def contact(config: Config, uid: str) -> dict[str, Any]:
    """The history of one contact, and where each value comes from. Raises AnswerError."""
    with opened(config.data, write=False) as history:
        identity = history.identity(uid)
        if identity is None:
            raise AnswerError(404, "Diesen Kontakt gibt es nicht.")
        past = [harmless(line) for line in versions(history, identity)][1:]
        said = _blocks(explain(history, identity, None))
        return {"found": _found(identity), "past": past, "recognised": said[0].lines, "blocks": said[1:]}


def _run(history: History, name: str) -> Run:
    try:
        return decisions.find_run(history, name)
    except ConfigError as error:
        raise AnswerError(404, "Diesen Lauf gibt es nicht.") from error


def _runs(history: History) -> tuple[Run, ...]:
    return history.runs()[: -SHOWN - 1 : -1]


def _title(identity: Identity) -> str:
    return display.contact_title(identity.entry.contact, salutation=True)


def _found(identity: Identity) -> Found:
    contact = identity.entry.contact
    about = dict.fromkeys((contact.role, contact.org, contact.municipality))
    return Found(identity.uid, _title(identity), ", ".join(filter(None, about)), identity.departed is not None)


def _blocks(lines: Iterable[str]) -> list[Block]:
    """Lines as the command prints them: a blank line begins a block, blanks at the beginning say how deep a line is."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        else:
            blocks.append([])
    return [Block(first, tuple((_depth(line), harmless(line.strip())) for line in rest)) for first, *rest in blocks]


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip(" "))) // 2
