"""A workbook of any format becomes contacts: which sheets count, what each says, what stands on two of them.

Hidden sheets and those called "alt" or "Archiv" are left out; of several states of one list the newest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.errors import FormatError
from pipeline.extract.cycles import no_search_for_cycles
from pipeline.extract.grid.columns import read_table
from pipeline.extract.workbook.formats import open_workbook
from pipeline.extract.workbook.sheet_choice import Choice, choose
from pipeline.extract.workbook.sheet_towns import sheet_municipalities
from pipeline.extract.workbook.sheets import to_grid
from pipeline.model import Contact, Extraction, Finding, PersonName, Raw, Reading, Record, Rules, Where
from pipeline.transform.normalize import contact_of
from pipeline.transform.phone import Dialing
from pipeline.transform.text import fold

#: No list of a district has more rows that hold something.
ROWS = 100_000


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What a configuration says about a workbook: sheet by name, row of headings from 1, a heading for a field."""

    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def read_workbook(body: bytes, name: str, rules: Rules, options: SheetOptions | None = None) -> Extraction:
    """The contacts of a workbook. Raises FormatError with one sentence where it cannot be read or holds no list."""
    with no_search_for_cycles(kept=True):
        return _read_workbook(body, name or "Arbeitsmappe", rules, options or SheetOptions())


def _read_workbook(body: bytes, place: str, rules: Rules, options: SheetOptions) -> Extraction:
    sheets = open_workbook(body, place)
    if not any(sheet.rows for sheet in sheets):
        raise FormatError(place, "ist leer")
    choice = choose(sheets, options.sheet, place)
    if sum(len(sheet.rows) for sheet in choice.sheets) > ROWS:
        raise FormatError(place, f"hat mehr als {ROWS} Zeilen und wird nicht gelesen")
    parts = _read(choice, rules, options)
    if not parts and options.header_row:
        raise FormatError(place, f"in Zeile {options.header_row} stehen keine Überschriften; header_row berichtigen")
    if not parts:
        raise FormatError(
            place,
            "enthält keine Tabelle mit Kontakten (Überschriften wie „Name“ und „Telefon“ fehlen)",
        )
    records = _once(record for part in parts for record in part.records) if len(parts) > 1 else parts[0].records
    findings = [*choice.findings, *(finding for part in parts for finding in part.findings)]
    findings += _not_there(choice, options)
    if not records:
        findings.append(Finding("no_contacts", "warning", place))
    return Extraction(records, (), tuple(findings))


def _read(choice: Choice, rules: Rules, options: SheetOptions) -> list[Extraction]:
    """What each sheet says that holds a table of contacts."""
    parts: list[Extraction] = []
    places = sheet_municipalities([sheet for sheet in choice.sheets if sheet.rows], rules)
    for sheet in choice.sheets:
        grid, findings = to_grid(sheet)
        given: dict[str, Reading] = {}
        if place := places.get(sheet.name or ""):
            given["municipality"] = Reading("municipality", place, Raw(sheet.name or "", Where(sheet=sheet.name)))
        found = read_table(grid, rules, Dialing(rules.area_code), options.columns, options.header_row, given)
        if found is not None:
            parts.append(Extraction(found.records, found.documents, findings + found.findings))
    return parts


def _not_there(choice: Choice, options: SheetOptions) -> Iterator[Finding]:
    """Columns of the configuration that no sheet has: they were renamed, and the configuration does not know it."""
    if options.columns:
        there = {fold(cell.text) for sheet in choice.sheets for row in to_grid(sheet)[0].rows for cell in row}
        for heading in options.columns.values():
            if fold(heading) not in there:
                yield Finding("column_missing", "warning", heading)


def _once(records: Iterable[Record]) -> tuple[Record, ...]:
    """Each contact once: a person who stands on an overview and on a sheet of her own is the same there."""
    seen: dict[object, int] = {}
    kept: list[Record] = []
    for record in records:
        contact = contact_of(record.readings)
        key = _key(contact)
        if key is None or key not in seen:
            if key is not None:
                seen[key] = len(kept)
            kept.append(record)
            continue
        first = kept[seen[key]]
        if first.where.sheet == record.where.sheet:
            kept.append(record)
        else:
            kept[seen[key]] = _joined(first, record)
    return tuple(kept)


def _key(contact: Contact) -> tuple[PersonName | None, tuple[str, ...], tuple[str, ...]] | None:
    """What makes two rows of a workbook the same contact; None where they say too little."""
    if not contact.phones and not contact.emails:
        return None
    return contact.name, contact.emails, tuple(phone.e164 for phone in contact.phones)


def _joined(first: Record, second: Record) -> Record:
    """The first with what only the second says."""
    fields = {reading.field for reading in first.readings}
    more = tuple(reading for reading in second.readings if reading.field not in fields)
    return Record(first.readings + more, first.where, first.tags | second.tags)
