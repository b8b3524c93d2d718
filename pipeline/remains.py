"""What a lost state leaves behind: the newest release that can be read, and the reports beside it.

A release shows what is published and who was new; where a document comes from and what changed in which field stands
in the reports only, which may be gone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from pipeline.disk import read_file
from pipeline.errors import HistoryError
from pipeline.extract.documents import document_key
from pipeline.model import Change, DocumentChange, DocumentVersion, FieldChange, Run
from pipeline.transform.text import unescaped

#: A document in the list of the page `index.html` (`export/templates`): its file and its title.
_LISTED = re.compile(r'<a href="dokumente/([^"]+)">(?:(?!</a>).)*?<span>(.*?)<small>', re.DOTALL)
_RUN = re.compile(r"\d{5,}-\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Remains:
    """A release by its folder and its `kontakte.json`, and the reports of its data directory, newest first."""

    folder: Path
    published: dict[str, Any]
    reports: tuple[dict[str, Any], ...]

    @property
    def run(self) -> Run:
        """The run that made the release."""
        name, day = str(self.published["release"]), datetime.fromisoformat(self.published["generated"])
        number = name.partition("-")[0]
        previous = next((report.get("previous") for report in self.reports if report["run"] == name), None)
        return Run(int(number) if number.isdecimal() else 1, name, previous, day, day, "published")

    @property
    def later(self) -> Run | None:
        """The newest run that has a report, if it is a later one: nothing was published in it."""
        name = self.reports[0]["run"] if self.reports else ""
        if not _RUN.fullmatch(name) or name <= self.run.name:
            return None
        return _named(name, self.run.name, "unchanged")

    @property
    def edition(self) -> Run:
        """The run whose news the release shows: itself, or an earlier one that was the last to bring any."""
        report = self._newest_edition()
        return _named(report["run"], report.get("previous"), "published") if report else self.run

    def changes(self) -> tuple[Change, ...]:
        """The news of that edition about people."""
        report = self._newest_edition()
        return tuple(_change(item, self._new_cards()) for item in report["changes"]) if report else ()

    def _new_cards(self) -> str:
        """The cards of those who were new in the release."""
        try:
            return read_file(self.folder / "aenderungen.vcf").decode("utf-8", "replace")
        except OSError:
            return ""

    def document_changes(self) -> tuple[DocumentChange, ...]:
        """The same of its documents; earlier versions of them are lost."""
        report = self._newest_edition()
        there = {version.sha256: version for _, version, _ in self.documents()}
        return tuple(
            DocumentChange(
                item["kind"], item["href"], item["title"], new=there.get((item["new"] or {}).get("sha256", ""))
            )
            for item in (report["documents"] if report else ())
        )

    def _newest_edition(self) -> dict[str, Any] | None:
        for report in self.reports:
            published = report["status"] == "published" and _RUN.fullmatch(report["run"])
            if published and report["run"] <= self.run.name and (report["changes"] or report["documents"]):
                return report
        return None

    def documents(self) -> Iterator[tuple[str, DocumentVersion, bytes]]:
        """Every document of the release: by what it is known, what is known of it, and its bytes."""
        addresses = dict(self._addresses())
        keys: dict[str, int] = {}
        for name, title in self._listed():
            try:
                body = read_file(self.folder / "dokumente" / name)
            except OSError:
                continue
            digest, key = hashlib.sha256(body).hexdigest(), document_key(title)
            keys[key] = keys.get(key, 0) + 1
            version = DocumentVersion(title, addresses.get((title, digest), ""), name, len(body), digest)
            yield key if keys[key] == 1 else f"{key}#{keys[key]}", version, body

    def _listed(self) -> Iterator[tuple[str, str]]:
        try:
            page = read_file(self.folder / "index.html").decode("utf-8", "replace")
        except OSError:
            return
        for address, title in _LISTED.findall(page):
            name = unquote(unescaped(address))
            if "/" not in name:
                yield name, unescaped(title)

    def _addresses(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Whence a document of a title and content came."""
        for report in reversed(self.reports):
            for item in report["documents"]:
                if item.get("new"):
                    yield (item["title"], item["new"]["sha256"]), item["href"]


def remains(data: Path) -> Remains:
    """What is left in a data directory. Raises HistoryError when no release can be read."""
    for folder in [data / "public", *sorted((data / "releases").glob("[0-9]*"), reverse=True)]:
        published = _json(folder / "kontakte.json")
        if published and {"contacts", "release", "generated"} <= published.keys():
            return Remains(folder.resolve(), published, tuple(_reports(data / "reports")))
    raise HistoryError(f"{data}: keine Ausgabe, aus der sich der Stand aufbauen ließe; eine Sicherung zurückholen")


def _named(name: str, previous: str | None, status: Literal["published", "unchanged"]) -> Run:
    number, _, date = name.partition("-")
    day = datetime.fromisoformat(date).replace(tzinfo=UTC)
    return Run(int(number), name, previous, day, day, status)


def _reports(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("[0-9]*/report.json"), reverse=True):
        report = _json(path)
        if report and {"run", "status", "changes", "documents"} <= report.keys():
            yield report


def _json(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(read_file(path))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _change(item: dict[str, Any], new_cards: str) -> Change:
    late = item["kind"] == "succeeded" and item["uid"] not in new_cards
    fields = tuple(FieldChange(f["field"], f["old"], f["new"], f.get("source")) for f in item["fields"])
    return Change(item["kind"], item["uid"], item["name"], item.get("predecessor"), fields, late=late)
