"""The rows under a head become records: sections, what is inherited, people, their numbers, what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract import times
from pipeline.extract.cell_people import People, from_parts, read_people, writes_family_first
from pipeline.extract.cell_values import DITTO, Calling, CellValues, current, is_empty, read_contacts
from pipeline.extract.headings import family_first, meanings
from pipeline.extract.layout import Cell
from pipeline.extract.lost_zero import area_codes, restore_code
from pipeline.extract.row_values import (
    Draft,
    address_reading,
    deal,
    drafts_of,
    municipality_name,
    municipality_reading,
    stated_place,
    text_reading,
)
from pipeline.extract.table_head import Column, Row, head_score, read_head, role_of
from pipeline.model import Extraction, Finding, PhoneKind, Raw, Reading, Record, Rules
from pipeline.transform.name import is_person
from pipeline.transform.office import is_office
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, looks_like_number, main_number, read_phones
from pipeline.transform.text import clean, fold, looks_like_prose

_KINDS: dict[str, PhoneKind] = {"mobile": "mobile", "fax": "fax"}
_CONTACTS = ("phone", "mobile", "fax", "phone_fax", "extension", "email", "contact", "url")
_ADDRESS = ("street", "house", "postcode", "city", "address")
_LABELLED = ("phone", "mobile", "fax", "phone_fax", "extension")
_NAME_PARTS = ("salutation", "title", "given", "family")
_BARE = re.compile(r"^[\s\-–—.·/]*\d{1,5}$")
_ORDER = ("name", "org", "role", "municipality", "phones", "emails", "address", "url", "hours")


class RowReader:
    """Reads rows one after the other; what a row says for those below is kept here."""

    def __init__(self, columns: Sequence[Column], rules: Rules, dialing: Dialing, given: dict[str, Reading]) -> None:
        self.rules, self.dialing, self.given = rules, dialing, given
        self.columns: tuple[Column, ...] = ()
        self.section: dict[str, Reading] = {}
        self.inherited: dict[int, Cell] = {}
        self.drafts: list[Draft] = []
        self.last: list[Draft] = []
        self.findings: list[Finding] = []
        self.calling = Calling(dialing)
        self.family_first: dict[int, bool] = {}
        self.places: frozenset[str] = frozenset()
        self.main_level = ""  # which kind of section gave the main number
        self.use(columns)

    def use(self, columns: Sequence[Column]) -> None:
        """From here on the columns mean this."""
        self.columns = tuple(columns)
        self.fields = {column.field for column in columns}
        self.groups = sorted({column.group for column in columns if column.group >= 0}) or [0]
        self.inherited, self.last, self.section = {}, [], {}

    def read(self, rows: Sequence[Row]) -> None:
        """All rows below the head."""
        self._learn(rows)
        for number, row in enumerate(rows):
            if not any(cell.text or cell.links for cell in row):
                self.inherited, self.last = {}, []
            elif head_score(row) >= 2 and self._is_head(row):
                head = read_head(rows, (number, number), {}, rows[number + 1 :])
                self.findings += head.findings
                self.use(head.columns)
            else:
                self._row(row)

    def result(self) -> Extraction:
        """What was read."""
        records = tuple(
            Record(
                tuple(sorted(draft.readings, key=lambda r: _ORDER.index(r.field))), draft.where, frozenset(draft.tags)
            )
            for draft in self.drafts
        )
        return Extraction(records, (), tuple(self.findings))

    def _is_head(self, row: Row) -> bool:
        """A row of headings among the data: all that stands in it is a heading."""
        texts = [cell.text for cell in row if cell.text and not cell.merged]
        return all(meanings(text) for text in texts)

    def _learn(self, rows: Sequence[Row]) -> None:
        """Area codes written out in these rows, and which part of a name stands first."""
        phones = [c.index for c in self.columns if c.field in _LABELLED or c.field in ("main", "contact")]
        texts = (row[index].text for row in rows[:5000] for index in phones if row[index].text)
        self.calling = Calling(self.dialing, area_codes(texts, self.rules.area_code))
        self.places = _place_sections(rows)
        mails = next((c.index for c in self.columns if c.field == "email"), None)
        for column in self.columns:
            if column.field == "name":
                first = family_first(column.heading)
                if not first and mails is not None:
                    first = writes_family_first((row[column.index].text, row[mails].text) for row in rows[:200])
                self.family_first[column.index] = first

    # ---- one row ----

    def _row(self, row: Row) -> None:
        own = [cell for cell in row if (cell.text or cell.links) and not cell.merged]
        if not own:
            return
        if self._outdated(row, own) or self._section(row, own):
            return
        if self._continues(row):
            return
        row = self._filled(row)
        drafts: list[Draft] = []
        for group in self.groups:
            drafts += self._group(row, group)
        self.drafts += drafts
        self.last = drafts

    def _outdated(self, row: Row, own: Sequence[Cell]) -> bool:
        """A row that is struck out, or that a remark calls past."""
        names = [row[c.index] for c in self.columns if c.field in ("name", "family") and row[c.index].text]
        struck = all(cell.struck for cell in own) or (bool(names) and all(cell.struck for cell in names))
        gone = next((cell for cell in own if times.is_gone(cell.text)), None)
        if struck or (gone and names and not looks_like_prose(gone.text)):
            text = " | ".join(clean(cell.text) for cell in own)
            code = "struck" if struck else "departed"
            self.findings.append(Finding(code, "info", text[:200], own[0].where))
            self._past(row)
            return True
        return False

    def _past(self, row: Row) -> None:
        """Who stood in a row that is struck out is handed on as such: she has left and is not merely missing."""
        said, values = len(self.findings), dict(self.inherited)
        plain = self._filled([replace(cell, struck=False) if cell.struck else cell for cell in row])
        for group in self.groups:
            for draft in self._group(plain, group):
                draft.tags.add("struck")
                self.drafts.append(draft)
        del self.findings[said:]
        self.inherited, self.last = values, []

    def _section(self, row: Row, own: Sequence[Cell]) -> bool:
        """A row with one text only: a heading over the rows below, a note, or a person of whom we know no more."""
        texts = {cell.text for cell in row if cell.text}
        if len(texts) != 1 or len(own) != 1 or own[0].links:
            return False
        cell = own[0]
        column = next((c for c in self.columns if row[c.index] is cell), None)
        wide = any(other.merged for other in row if other.text)
        if column and not wide and column.field in (*_CONTACTS, *_NAME_PARTS):
            return False
        text = clean(cell.text)
        if column and column.field == "name" and not wide and is_person(text):
            return False
        if column and column.field in ("municipality", "org") and not wide and column.index in self.inherited:
            self.inherited = {}
        self._open_section(cell, text, column)
        return True

    def _open_section(self, cell: Cell, text: str, column: Column | None) -> None:
        self.last, self.inherited = [], {}
        place = stated_place(text, self.rules.ags)
        if not place and (self._is_place_cell(column, text) or (text in self.places and not is_office(text))):
            place = municipality_name(text, self.rules.ags)
        self._section_number(cell, text, "municipality" if place else "org")
        if looks_like_prose(text) or text.lower().startswith("stand"):
            return
        raw = Raw(cell.text, cell.where)
        if place:
            self.section = {"municipality": Reading("municipality", place, raw)}
        elif is_office(text):
            self.section = {**self.section, "org": Reading("org", text, raw)}
        elif "municipality" not in self.fields and "org" in self.fields and not self.given.get("municipality"):
            self.section = {}

    def _section_number(self, cell: Cell, text: str, level: str) -> None:
        """The main number of a section holds until the next of its kind: nobody gets another office's Durchwahl."""
        if self.main_level in (level, "org") and self.main_level:
            self.calling, self.main_level = replace(self.calling, dialing=self.dialing), ""
        stem = main_number(text, self.dialing)
        if stem:
            self.calling = replace(self.calling, dialing=replace(self.dialing, main=stem))
            self.main_level = level
        elif looks_like_mail(text) or read_phones(text, self.dialing).found:
            self.findings.append(Finding("unclaimed", "warning", text[:200], cell.where))

    def _is_place_cell(self, column: Column | None, text: str) -> bool:
        """A text alone in the column of municipalities, as a heading over its people."""
        place = column is not None and column.field == "municipality"
        return place and not is_office(text) and not meanings(text) and text.count(" ") < 5

    def _continues(self, row: Row) -> bool:
        """A row with further numbers only belongs to the one person above it (whose name may be merged over both)."""
        if len(self.last) != 1 or self.last[0].name is None:
            return False
        for column in self.columns:
            cell = row[column.index]
            if (cell.text or cell.links) and not cell.merged and column.field not in _CONTACTS:
                return False
        for column in self.columns:
            cell = row[column.index]
            if column.field in _CONTACTS and (cell.text or cell.links) and not cell.merged:
                values = self._contacts(column, row, self.calling)
                self.findings += deal(self.last, values, 1, cell.where)
        return True

    def _filled(self, row: Row) -> Row:
        """Blank cells of municipality and office take what stands above them, unless something left of them changed."""
        filled = list(row)
        names = [c.index for c in self.columns if c.field in ("name", "family", "given")]
        changed = False
        for column in self.columns:
            if column.field not in ("municipality", "org"):
                continue
            cell = row[column.index]
            if cell.text.strip() in DITTO or (not cell.text and not changed and names and column.index < min(names)):
                filled[column.index] = self.inherited.get(column.index, cell)
            elif cell.text:
                changed = changed or self.inherited.get(column.index) != cell
                self.inherited[column.index] = cell
            else:
                self.inherited.pop(column.index, None)
        return filled

    # ---- one person or several of a row ----

    def _group(self, row: Row, group: int) -> list[Draft]:
        columns = [c for c in self.columns if c.group in (group, -1)]
        own = [c for c in columns if c.group == group]
        if not any(row[c.index].text or row[c.index].links for c in own) and (group > 0 or len(self.groups) > 1):
            return []
        calling = self._calling(row, columns)
        people, mixed = self._people(row, own, calling)
        self.findings += people.findings
        where = next(row[c.index].where for c in (*own, *columns) if row[c.index].text or row[c.index].links)
        drafts = drafts_of(people.persons, where)
        lines = people.lines
        for values, cell in mixed:
            self.findings += deal(drafts, values, lines, cell.where)
        for column in columns:
            cell = row[column.index]
            if column.field in _CONTACTS and (cell.text or cell.links):
                self.findings += deal(drafts, self._contacts(column, row, calling), lines, cell.where)
        self._texts(row, columns, drafts, people)
        self._left_over(row, columns, drafts)
        return [draft for draft in drafts if self._is_contact(draft)]

    def _is_contact(self, draft: Draft) -> bool:
        """Somebody's name, or a post or office that can be reached."""
        return draft.name is not None or draft.has("phones", "emails")

    def _people(
        self, row: Row, columns: Iterable[Column], calling: Calling
    ) -> tuple[People, list[tuple[CellValues, Cell]]]:
        """Who stands in the name columns, and numbers that stand in the same cells."""
        parts = {c.field: row[c.index] for c in columns if c.field in _NAME_PARTS}
        if "family" in parts or "given" in parts:
            return from_parts(parts), []
        people, mixed = People(), []
        for column in columns:
            cell = row[column.index]
            if column.field != "name" or not cell.text:
                continue
            values = read_contacts(cell, calling)
            mixed.append((values, cell))
            people = read_people(cell, values.rest, self.family_first.get(column.index, False))
            said = role_of(column.heading)
            for person in people.persons:
                self._complete(person, parts, said, cell)
        return people, mixed

    def _complete(self, person: object, parts: dict[str, Cell], said: str | None, cell: Cell) -> None:
        """Salutation and title from columns of their own, the function from the heading."""
        from pipeline.extract.cell_people import Person, with_columns

        assert isinstance(person, Person)
        with_columns(person, parts)
        if said and person.role is None and person.name is not None:
            person.role = Reading("role", clean(said), Raw(said, cell.where))

    def _calling(self, row: Row, columns: Iterable[Column]) -> Calling:
        """Area code and main number that the row itself gives."""
        dialing = self.calling.dialing
        bare = any(c.field == "extension" and _BARE.match(row[c.index].text) for c in columns)
        for column in columns:
            text = row[column.index].text
            if column.field == "area_code" and text and not row[column.index].struck:
                code, _ = restore_code(text)
                if code.startswith("0"):
                    dialing = replace(dialing, announced=code)
        for column in columns:
            text = row[column.index].text
            if column.field == "main" or (column.field == "phone" and bare):
                stem = main_number(text, dialing) if text else None
                if stem:
                    dialing = replace(dialing, main=stem)
        return replace(self.calling, dialing=dialing)

    def _contacts(self, column: Column, row: Row, calling: Calling) -> CellValues:
        """Numbers and addresses of one cell under its heading."""
        cell = row[column.index]
        if column.field == "phone" and calling.dialing.main and calling.dialing.main != self.calling.dialing.main:
            return CellValues()  # the stem to which the Durchwahl belongs
        if column.field == "extension" and _BARE.match(cell.text) and calling.dialing.main is None:
            return CellValues(findings=[Finding("extension_without_main", "warning", cell.text, cell.where)])
        shown = _as_extension(cell) if column.field == "extension" and calling.dialing.main else cell
        values = read_contacts(shown, calling, _KINDS.get(column.field), column.field in _LABELLED)
        if column.field == "phone_fax":
            _second_is_fax(values)
        unread = cell.text and not (values.phones or values.emails or values.urls or values.findings)
        if unread and not is_empty(cell.text) and current(cell)[0]:
            self.findings.append(Finding("not_understood", "warning", cell.text[:200], cell.where))
        return values

    # ---- everything else of the row ----

    def _texts(self, row: Row, columns: Sequence[Column], drafts: list[Draft], people: People) -> None:
        """Function, office, municipality, address and hours, for all people of the row or line by line."""
        for column in columns:
            cell = row[column.index]
            if not cell.text:
                continue
            if column.field == "municipality":
                reading, findings = municipality_reading(cell, self.rules.ags)
                self._give(drafts, reading, findings)
            elif column.field in ("role", "org", "hours"):
                for draft, part in zip(drafts, _aligned(cell, drafts, people.lines), strict=True):
                    reading, findings = text_reading(column.field, part)
                    self._give([draft], reading, findings)
        address = address_reading({c.field: row[c.index] for c in columns if c.field in _ADDRESS and row[c.index].text})
        self._give(drafts, address, [])
        for extra in (people.org, people.role):
            self._give(drafts, extra, [])
        for source in (self.section, self.given):
            for reading in source.values():
                self._give(drafts, reading, [])

    def _give(self, drafts: Iterable[Draft], reading: Reading | None, findings: Iterable[Finding]) -> None:
        self.findings += [finding for finding in findings if finding not in self.findings[-5:]]
        if reading is None:
            return
        for draft in drafts:
            if not draft.has(reading.field):
                draft.readings.append(reading)

    def _left_over(self, row: Row, columns: Sequence[Column], drafts: Sequence[Draft]) -> None:
        """What looks like contact data in columns that are not read, and remarks about a change."""
        for column in columns:
            cell = row[column.index]
            if column.field not in ("unknown", "remark", "ignore") or not cell.text or cell.merged:
                continue
            if column.field != "ignore" and times.waits(cell.text):
                self.findings.append(Finding("pending", "info", cell.text[:200], cell.where))
            elif looks_like_mail(cell.text) or (column.field != "ignore" and looks_like_number(cell.text)):
                self.findings.append(Finding("unclaimed", "warning", cell.text[:200], cell.where))
        if not any(self._is_contact(draft) for draft in drafts):
            return


def _place_sections(rows: Sequence[Row]) -> frozenset[str]:
    """Texts alone in a row that are municipalities, as the mail domains in the rows below tell (`…@suessen.de`)."""
    sections: list[str] = []
    proven: set[str] = set()
    for row in rows[:5000]:
        texts = {cell.text for cell in row if cell.text}
        if len(texts) == 1:
            sections.append(clean(texts.pop()))
        elif sections and sections[-1] not in proven:
            words = fold(sections[-1]).split()
            domains = " ".join(fold(text.rpartition("@")[2]).replace(" ", "") for text in texts if "@" in text)
            if words and len(words) < 6 and any(len(word) > 3 and word in domains for word in words):
                proven.add(sections[-1])
    return frozenset(sections) if len(proven) * 2 > len(sections) else frozenset(proven)


def _as_extension(cell: Cell) -> Cell:
    """A bare `123` under `Durchwahl` is one: it is handed on with the hyphen that says so."""
    text = cell.text.strip()
    return replace(cell, text=f"-{text}") if text.isdigit() and len(text) < 6 else cell


def _second_is_fax(values: CellValues) -> None:
    """Under `Tel./Fax` the second of two unlabelled numbers is the fax."""
    from pipeline.model import Phone

    if len(values.phones) == 2:
        phone = values.phones[1].reading.value
        assert isinstance(phone, Phone)
        if phone.kind == "voice":
            values.phones[1].reading = replace(values.phones[1].reading, value=replace(phone, kind="fax"))


def _aligned(cell: Cell, drafts: Sequence[Draft], lines: int) -> list[Cell]:
    """The line of a cell for each person, or the whole cell for all."""
    parts = cell.text.split("\n")
    if len(drafts) > 1 and len(parts) == lines:
        return [replace(cell, text=parts[draft.line]) if draft.line < len(parts) else cell for draft in drafts]
    return [cell] * len(drafts)
