"""What staff read about a night: one structure, three renderings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline import wording
from pipeline.codec import dumps, time_json
from pipeline.export.pages import environment
from pipeline.export.visible import tidy
from pipeline.export.words import Words
from pipeline.model import Change, DocumentVersion, Finding, Report

if TYPE_CHECKING:
    from jinja2 import Environment

FORMATS = ("html", "md", "json")
_KINDS = ("added", "returned", "succeeded", "changed", "removed")
_SEVERITIES = ("error", "warning", "info")
#: The contract knows four ends of a run; a decision against a held one leaves it held back.
_STATUS = {"rejected": "held", "withdrawn": "held"}


def render(report: Report, form: str, language: str = "de") -> str:
    """The report as `html`, `md`, `json` or `text`."""
    return {"html": html, "md": markdown, "json": as_json, "text": plain}[form](report, language)


def summary(report: Report, language: str = "de") -> str:
    """What happened, in a sentence or two."""
    words = Words(language)
    news = [*words.changes(report.changes), *words.documents(report.documents)]
    told = [_told(report, ", ".join(news), words)]
    failed = sum(outcome.status in ("failed", "stale") for outcome in report.outcomes)
    if failed:
        told.append(words.count("said_sources", failed))
    return " ".join(told)


def _told(report: Report, news: str, words: Words) -> str:
    status = report.run.status
    if status == "failed":
        return words("said_failed")
    if status in ("held", "rejected", "withdrawn"):
        return words(f"said_{status}", news=news or words("no_change"))
    return f"{news}." if news else words("said_nothing")


# ---- the structure -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pile:
    """Findings of one severity and source."""

    severity: str
    source: str
    findings: tuple[Finding, ...]


def _piles(findings: Iterable[Finding]) -> list[Pile]:
    piles: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        piles.setdefault((_SEVERITIES.index(finding.severity), finding.source or ""), []).append(finding)
    return [Pile(_SEVERITIES[rank], source, tuple(pile)) for (rank, source), pile in sorted(piles.items())]


def _found(report: Report) -> list[tuple[str, list[Pile]]]:
    """Findings by the heading they stand under: what was found the night before is no news, but not settled either."""
    before = {finding.news for finding in report.told_before}
    standing = _piles(finding for finding in report.findings if finding.news in before)
    new = _piles(finding for finding in report.findings if finding.news not in before)
    return [("section_new", new), ("section_standing", standing)] if standing else [("section_findings", new)]


def _by_kind(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    every = list(changes)
    return [(kind, found) for kind in _KINDS if (found := [change for change in every if change.kind == kind])]


def totals(report: Report) -> dict[str, int]:
    """How many of everything."""
    return {
        "contacts": len(report.entries),
        "stale": sum(entry.stale for entry in report.entries),
        **{kind: sum(change.kind == kind for change in report.changes) for kind in _KINDS},
        "documents": len(report.documents),
        "sources": len(report.outcomes),
        "findings": len(report.findings),
        **{f"{name}s": sum(f.severity == name for f in report.findings) for name in ("error", "warning")},
    }


# ---- JSON ----------------------------------------------------------------------------------------


def as_json(report: Report, language: str = "de") -> str:
    """`report.json` in the contract's shape; `reasons` say why a run is held."""
    report = tidy(report)
    run = report.run
    return dumps(
        {
            "run": run.name,
            "previous": run.previous,
            "started": time_json(run.started),
            "finished": time_json(run.finished),
            "status": _STATUS.get(run.status, run.status),
            "sources": [
                {"id": o.source, "url": o.url, "status": o.status, "contacts": o.contacts, "error": o.error}
                for o in report.outcomes
            ],
            "changes": [_change(change) for change in report.changes],
            "documents": [
                {
                    "kind": change.kind,
                    "href": change.href,
                    "title": change.title,
                    "old": _version(change.old),
                    "new": _version(change.new),
                }
                for change in report.documents
            ],
            "findings": [_finding(finding, language) for finding in report.findings],
            "reasons": [_finding(finding, language) for finding in report.reasons],
            "totals": totals(report),
            "decision": _decision(report),
        }
    )


def _decision(report: Report) -> dict[str, str] | None:
    """What became of a question: staff's answer, or that its occasion is gone."""
    taken = ("withdrawn", "", "") if report.run.status == "withdrawn" else report.decision
    return dict(zip(("what", "who", "why"), taken, strict=True)) if taken else None


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "uid": change.uid,
        "predecessor": change.predecessor,
        "name": change.name,
        "fields": [{"field": f.field, "old": f.old, "new": f.new, "source": f.source} for f in change.fields],
    }


def _version(version: DocumentVersion | None) -> dict[str, Any] | None:
    return {"size": version.size, "sha256": version.sha256} if version else None


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "uid": finding.uid,
        "message": wording.message(finding, language),
        "source": finding.source,
    }


# ---- HTML and Markdown ---------------------------------------------------------------------------


def html(report: Report, language: str = "de") -> str:
    """`report.html`: one file, readable offline and on paper."""
    return environment().get_template("report.html").render(**values(report, language))


def markdown(report: Report, language: str = "de") -> str:
    """`report.md`; nothing in it can become a link, a heading or HTML but what the template writes."""
    return _squeezed(_markdown_environment().get_template("report.md").render(**values(report, language)))


def plain(report: Report, language: str = "de") -> str:
    """The report for a terminal, where nothing is mark-up and every value stands as it is."""
    template = environment().overlay(autoescape=False).get_template("report.md")
    return _squeezed(template.render(**values(report, language)))


def values(report: Report, language: str, *, commands: bool = True) -> dict[str, Any]:
    """What the templates are given; without `commands` a held run is not decided at the terminal."""
    words, seen = Words(language), tidy(report)
    contacts = {entry.uid: entry.contact for entry in (*seen.left, *seen.entries)}
    return {
        "r": seen,
        "w": words,
        "sentence": summary(seen, language),
        "changes": _by_kind(seen.changes),
        "found": _found(seen),
        "totals": totals(seen),
        "commands": commands,
        "why": "why_forced" if seen.decision and seen.decision[0] == "forced" else "why_held",
        "message": lambda finding: wording.message(finding, language),
        "about": lambda uid: words.about(contacts.get(uid)),
        "source_name": lambda source: wording.source_name(source, language),
        "place": lambda finding: words.place(finding.where),
    }


def _squeezed(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def _markdown_environment() -> Environment:
    return environment().overlay(autoescape=False, finalize=_markdown)


#: Signs that mean something in CommonMark or GitHub's Markdown wherever they stand.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>&|~#!@$])")
_AT_START = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")
_BARE_LINK = re.compile(r"(?i)(?<=www)\.|:(?=//)")


def _markdown(value: object) -> object:
    """A value that Markdown shows as it is: no mark-up, no HTML, no list, no link made of a bare address."""
    if not isinstance(value, str) or hasattr(value, "__html__"):  # marked as safe by the template
        return value
    safe = _SIGNS.sub(r"\\\1", " ".join(value.split()))
    safe = _BARE_LINK.sub(lambda found: "\\" + found[0], safe)
    return _AT_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", safe
    )
