"""What a person at a terminal, or cron's mail, gets to read: tables, one-line errors, a log, a progress bar."""

from __future__ import annotations

import json
import os
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TextIO

from pipeline import display, wording
from pipeline.model import Contact, Finding, Link, Observation

if TYPE_CHECKING:
    from pipeline.gather import Tonight
    from pipeline.meter import Meter


def as_typed(text: str) -> str:
    """A text of the command line in UTF-8: in the C locale Python escapes its umlauts (PEP 383)."""
    try:
        return os.fsencode(text).decode()
    except UnicodeError:
        return text.encode(errors="replace").decode()


def harmless(text: str) -> str:
    """One line without control, direction-override or other invisible characters."""
    return "".join(
        " " if char.isspace() else char for char in text if unicodedata.category(char)[0] != "C" or char.isspace()
    )


class Log:
    """Events of a run on stderr, as text or as JSON lines; silent when told to be."""

    def __init__(self, stream: TextIO, *, as_json: bool, silent: bool) -> None:
        self._stream, self._as_json, self._silent = stream, as_json, silent
        self._began = time.monotonic()

    def event(self, what: str, **details: object) -> None:
        """One thing that happened, with what is known of it."""
        if self._silent:
            return
        seconds = round(time.monotonic() - self._began, 3)
        if self._as_json:
            line = json.dumps({"event": what, "seconds": seconds, **details}, ensure_ascii=False, default=str)
        else:
            known = " ".join(f"{key}={value}" for key, value in details.items() if value not in (None, ""))
            line = f"{seconds:8.3f}s {what} {known}"
        print(harmless(line), file=self._stream, flush=True)

    def sources(self, run: str, nights: Sequence[Tonight], meter: Meter) -> None:
        """How each source fared, how long it took (seconds) and how much it sent (bytes, unpacked)."""
        for night in nights:
            outcome, effort = night.outcome, meter.of(night.source.id)
            self.event(
                "source",
                run=run,
                id=outcome.source,
                status=outcome.status,
                contacts=outcome.contacts,
                took=effort.seconds,
                bytes=effort.bytes,
                error=outcome.error,
            )


@contextmanager
def progress_bar(total: int, *, shown: bool) -> Iterator[Callable[[str], None]]:
    """Calls with a name move the bar by one; nothing appears unless stderr is a terminal."""
    if not (shown and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda name: bar.update(task, advance=1, description=harmless(name))


# ---- tables --------------------------------------------------------------------------------------


def show_extraction(
    observations: Sequence[Observation],
    documents: Sequence[Link],
    findings: Sequence[Finding],
    language: str = "de",
    stream: TextIO | None = None,
) -> None:
    """Contacts, documents and findings of one document as tables."""
    tables = [_contact_table(observations, language)]
    if documents:
        tables.append(_document_table(documents, language))
    if findings:
        tables.append(_finding_table(findings, language))
    _show(tables, stream or sys.stdout)


class _Table(NamedTuple):
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def _show(tables: Sequence[_Table], out: TextIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False, width=None if out.isatty() else 140)
    for table in tables:
        shown = Table(title=table.title, title_justify="left", title_style="bold", box=box.ROUNDED, show_lines=True)
        for column in table.columns:
            shown.add_column(column, overflow="fold")
        for row in table.rows:
            shown.add_row(*(Text("\n".join(map(harmless, cell.split("\n")))) for cell in row))
        console.print(shown)


def _contact_table(observations: Sequence[Observation], language: str) -> _Table:
    columns = [wording.field_name(field, language) for field in ("name", "role", "org", "phones", "emails")]
    rows = [_contact_row(seen.contact, language) for seen in observations]
    return _Table(wording.pick(("Kontakte", "Contacts"), language) + f" ({len(rows)})", columns, rows)


def _document_table(documents: Sequence[Link], language: str) -> _Table:
    columns = [wording.pick(names, language) for names in (("Dokument", "Document"), ("Größe", "Size"))]
    columns.append(wording.pick(("Adresse", "Address"), language))
    rows = [(link.title, display.size(link.stated_size), link.href or "") for link in documents]
    return _Table(wording.pick(("Dokumente", "Documents"), language), columns, rows)


def _finding_table(findings: Sequence[Finding], language: str) -> _Table:
    columns = [wording.pick(names, language) for names in (("Fundstelle", "Place"), ("Hinweis", "Note"))]
    rows = [(display.place(finding.where, language), wording.message(finding, language)) for finding in findings]
    return _Table(wording.pick(("Hinweise", "Findings"), language), columns, rows)


def _contact_row(contact: Contact, language: str) -> tuple[str, ...]:
    kinds = wording.PHONE_KINDS
    numbers = [f"{wording.pick(kinds[p.kind], language)} {display.phone(p)}" for p in contact.phones]
    name = display.name(contact.name) if contact.name else "–"
    place = "\n".join(
        part
        for part in (contact.org, contact.municipality, contact.address and display.address(contact.address))
        if part
    )
    mails = "\n".join((*contact.emails, *([contact.url] if contact.url else [])))
    return name, contact.role or "", place, "\n".join(numbers), mails
