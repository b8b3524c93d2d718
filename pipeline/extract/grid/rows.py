"""The rows under a head become records: sections, what is inherited, who has left, what continues a row above."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.extract.grid import times
from pipeline.extract.grid.around import Around
from pipeline.extract.grid.below import below_name, repeats, take_below
from pipeline.extract.grid.cell_address import beside_address
from pipeline.extract.grid.cell_values import Calling, is_ditto
from pipeline.extract.grid.column_content import mail_of, tells_all
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.drafts import Draft, deal
from pipeline.extract.grid.family_order import writes_family_first
from pipeline.extract.grid.given_above import code_of
from pipeline.extract.grid.heading_order import family_first
from pipeline.extract.grid.headings import meanings, unbroken
from pipeline.extract.grid.lost_zero import area_codes
from pipeline.extract.grid.named_places import municipality_name, section_place, whole_place
from pipeline.extract.grid.number_cells import contacts_of
from pipeline.extract.grid.numbered_sections import Levels
from pipeline.extract.grid.office_columns import is_office_of_its_own
from pipeline.extract.grid.page_breaks import is_page_break, without_page
from pipeline.extract.grid.place_sections import NUMBERED, Places, place_sections, section_head
from pipeline.extract.grid.plain_rows import PlainRows
from pipeline.extract.grid.references import without_references
from pipeline.extract.grid.row_contacts import read_group
from pipeline.extract.grid.row_plan import CONTACTS, LABELLED, NAME_PARTS, Plan, plans
from pipeline.extract.grid.section_exchange import Exchange
from pipeline.extract.grid.section_values import is_town, values_below, without_seat
from pipeline.extract.grid.spoken_order import turn_back
from pipeline.extract.grid.table_head import is_head_among, read_head
from pipeline.extract.grid.text_cells import before_street
from pipeline.extract.layout import Cell
from pipeline.model import Extraction, Finding, Phone, Raw, Reading, Record, Rules
from pipeline.numbering import COUNTRY, area_of
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, before_extension, main_number, read_phones
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean

_ORDER = {
    field: n
    for n, field in enumerate(("name", "org", "role", "municipality", "phones", "emails", "address", "url", "hours"))
}
#: Columns in which people write that somebody has left.
_SAID = ("name", "family", "given", "role", "remark", "unknown", "ignore", "org")


#: The district's own offices belong to no municipality, whatever stands above them.
_OF_THE_DISTRICT = re.compile(r"(?:Landratsamt|Landkreis|Kreisverwaltung|Kreishaus)\b", re.IGNORECASE)


#: What differs where somebody is at two places.
_OF_A_PLACE = ("address", "street", "postcode", "city", "hours", "room", "unknown", "ignore", "remark")
#: `-3403` below `05141 12-3401`.
_GOES_ON = re.compile(r"\s*[-–]\s?\d{1,5}\s*")


class RowReader:
    """Reads rows one after the other; what a row says for those below is kept here."""

    def __init__(
        self,
        columns: Sequence[Column],
        rules: Rules,
        dialing: Dialing,
        given: dict[str, Reading],
        titles: Collection[str] = (),
    ) -> None:
        self.rules, self.dialing, self.titles = rules, dialing, titles
        self.around = Around(rules, Calling(dialing), given)
        self.columns: tuple[Column, ...] = ()
        self.plans: tuple[Plan, ...] = ()
        self.inherited: dict[int, Cell] = {}
        self.drafts: list[Draft] = []
        self.last: list[Draft] = []
        self.findings: list[Finding] = []
        self.places = Places()
        self.levels = Levels()
        self.offices: set[frozenset[tuple[str, object]]] = set()
        self.opened = False  # a section has begun and nobody is in it yet
        self.turned = False  # a new page has begun and its head is still to come
        self.exchange = Exchange()
        self.use(columns)

    def use(self, columns: Sequence[Column]) -> None:
        """From here on the columns mean this."""
        self.columns = tuple(columns)
        self.fields = {column.field for column in columns}
        self.plans = plans(self.columns)
        self.plain = PlainRows(self.columns, self.around)
        self.names = [c.index for c in self.columns if c.field in ("name", "family", "given")]
        self.above = [c for c in self.columns if c.field in ("municipality", "org")]
        self.voices = [c.index for c in self.columns if c.field == "phone"]
        self.lent = [c for c in self.columns if c.field in ("main", "area_code")]  # of an office, written once
        self.said = [c.index for c in self.columns if c.field in _SAID]
        self.inherited, self.last = {}, []
        self.before: Row = ()
        if not self.opened:
            self.around.section = {}

    def read(self, rows: Sequence[Row]) -> None:
        """All rows below the head."""
        self._learn(rows)
        for number, row in enumerate(rows):
            if draft := self.plain.read(row):
                self._take_plain(draft, row)
            elif not any(cell.text or cell.links for cell in row):
                self.inherited, self.last = {}, []
            elif is_head_among(rows, number):
                self._turn(rows, number)
            else:
                self._row(row)

    def _turn(self, rows: Sequence[Row], number: int) -> None:
        """The head of another table, or the same again: what its columns mean, the rows of all its pages have told."""
        again = all(unbroken(rows[number][c.index].text.strip()) == c.heading for c in self.columns)
        if not again:
            head = read_head(rows, (number, number), {}, rows[number + 1 :])
            self.findings += head.findings
            self.use(head.columns)
        elif not self.turned:
            self.use(self.columns)
        self.turned = False

    def result(self) -> Extraction:
        """What was read."""
        referring = len(self.plans) > 1 or any(draft.stands_in for draft in self.drafts)
        drafts = without_references(self.drafts) if referring else self.drafts
        turn_back(drafts)
        records = tuple(
            Record(tuple(sorted(draft.readings, key=lambda r: _ORDER[r.field])), draft.where, frozenset(draft.tags))
            for draft in drafts
        )
        return Extraction(records, (), tuple(self.findings))

    def _learn(self, rows: Sequence[Row]) -> None:
        """Area codes written out in these rows, and which part of a name stands first."""
        phones = [c.index for c in self.columns if c.field in LABELLED or c.field in ("main", "contact")]
        texts = (row[index].text for row in rows[:5000] for index in phones if row[index].text)
        self.around.calling = Calling(self.dialing, area_codes(texts, self.rules.area_code))
        self.places = place_sections(rows)
        mails = next((c.index for c in self.columns if c.field == "email"), None)
        for column in self.columns:
            if column.field == "name":
                first = family_first(column.heading)
                if not first and mails is not None:
                    first = writes_family_first((row[column.index].text, mail_of(row[mails])) for row in rows[:200])
                self.around.family_first[column.index] = first

    # ---- one row ----

    def _take_plain(self, draft: Draft, row: Row) -> None:
        """A row without anything unusual; what it says of office and municipality holds for those below."""
        for column in self.above:
            self.inherited[column.index] = row[column.index]
        self.opened, self.before = False, row
        self.drafts.append(draft)
        self.last = [draft]

    def _row(self, row: Row) -> None:
        own = [cell for cell in row if (cell.text or cell.links) and not cell.merged]
        if not own:
            return
        if is_page_break(own, self.titles, bool(self.around.section)):
            self.turned = True
            return
        if self._outdated(row, own) or self._continues(row) or self._section(row, own):
            return
        around = self._around(row)
        row = self._filled(self._repeated(row))
        self.opened, self.before = False, row
        drafts: list[Draft] = []
        for plan in self.plans:
            read = read_group(plan, row, around, self.findings, len(self.plans) == 1)
            drafts += self._said_once(read) if is_office_of_its_own(plan.own) else read
        self.drafts += drafts
        self.last = drafts
        if len(drafts) == 1 and not self.above:
            self._begin_office(drafts[0])

    def _said_once(self, offices: list[Draft]) -> list[Draft]:
        """Offices without those that an earlier row has told of: beside each of their people they stand again."""
        said = {frozenset((r.field, r.value) for r in office.readings): office for office in offices}
        new = [office for key, office in said.items() if key not in self.offices]
        self.offices |= said.keys()
        return new

    def _begin_office(self, draft: Draft) -> None:
        """A row of a town in the column of names is a section with a number: `Stadt Celle | 05141 12-0`."""
        place = next((r for r in draft.readings if r.field == "municipality"), None)
        if place and draft.name is None and "vacant" not in draft.tags and draft.has("org"):
            self.around.section = {"municipality": place}

    def _around(self, row: Row) -> Around:
        """With the stem of the number in the row above, if a mere Durchwahl stands here and the office is the same."""
        if self.around.calling.dialing.main or not any(_GOES_ON.fullmatch(row[index].text) for index in self.voices):
            return self.around
        same = all(
            not row[c.index].text or row[c.index].text == self.inherited.get(c.index, row[c.index]).text
            for c in self.above
        )
        stem = _stem_of(self.last) if same else None
        if stem is None:
            return self.around
        return replace(self.around, calling=self.around.calling.going_on_from(stem))

    def _outdated(self, row: Row, own: Sequence[Cell]) -> bool:
        """A row that is struck out, or that a remark calls past."""
        names = [row[index] for index in self.names if row[index].text]
        struck = all(cell.struck for cell in own) or (bool(names) and all(cell.struck for cell in names))
        gone = next((row[index] for index in self.said if times.is_gone(row[index].text)), None)
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
        for plan in self.plans:
            for draft in read_group(plan, plain, self.around, self.findings, len(self.plans) == 1):
                draft.tags.add("struck")
                self.drafts.append(draft)
        del self.findings[said:]
        self.inherited, self.last = values, []

    def _section(self, row: Row, own: Sequence[Cell]) -> bool:
        """A row with one text only: a heading over the rows below, a note, or a person of whom we know no more."""
        if self._is_head_with_exchange(own):
            self._open_section(own[0], ", ".join(clean(cell.text) for cell in own), None, None)
            return True
        texts = {cell.text for cell in row if cell.text}
        if len(texts) != 1 or len(own) != 1 or own[0].links:
            return False
        cell = own[0]
        column = next((c for c in self.columns if row[c.index] is cell), None)
        wide = any(other.merged for other in row if other.text)
        text, address = beside_address(cell)
        if (
            column
            and not wide
            and column.field in (*CONTACTS, *NAME_PARTS)
            and section_head(text) not in self.places.proven
        ):
            return False
        if column and column.field == "name" and not wide and (is_person(text) or tells_all(cell)):
            return False
        if column and column.field in ("municipality", "org") and not wide and column.index in self.inherited:
            self.inherited = {}
        self._open_section(cell, text, column, address)
        return True

    def _is_head_with_exchange(self, own: Sequence[Cell]) -> bool:
        """`Stadt Celle | | Vermittlung: 05141 12-0`: the number on which the Durchwahlen below go on."""
        if len(own) != 2 or "extension" not in self.fields or any(cell.links for cell in own):
            return False
        head, exchange = (clean(cell.text) for cell in own)
        called = not (any(map(str.isdigit, head)) or is_person(head) or is_role(head))
        return called and bool(main_number(exchange, self.dialing))

    def _open_section(self, cell: Cell, text: str, column: Column | None, address: Reading | None) -> None:
        below = not self.opened  # people stand between this and the section above
        self.last, self.inherited, self.opened = [], {}, True
        self.around.section = self.levels.before(text, self.around.section)
        head = section_head(text)
        bare, code = code_of(NUMBERED.sub("", text))
        text = bare.strip(" ,:(–-") if code else bare
        place = section_place(text, self.rules.ags)
        proven = is_town(text, address, head in self.places.proven and not is_office(head))
        if not place and (proven or self._is_place_cell(column, text)):
            place = municipality_name(head, self.rules.ags)
        house = None if place else whole_place(head)
        before = _area_of(self.around.calling.dialing)
        level = "municipality" if place or house else "org"
        if self.exchange.ends_at(head, level, below):
            self._call(self.dialing, Exchange())
        numbered = self._section_number(cell, text, code, level)
        elsewhere = before and _area_of(self.around.calling.dialing) not in (before, None)
        if numbered and head and (elsewhere or not is_office(head)):
            self.around.section.pop("municipality", None)  # whose exchange this is, nobody knows: not the town's above
        if not looks_like_prose(text) and not text.lower().startswith("stand"):
            self._say(Raw(cell.text, cell.where), text, place, house, address, below)

    def _say(
        self, raw: Raw, text: str, place: str | None, house: str | None, address: Reading | None, below: bool
    ) -> None:
        """What a section says for the rows below it: a municipality, an office (`house`: its town), a function."""
        held = without_seat(self.around.section) if below and text else self.around.section
        if place:
            self.around.section = {"municipality": Reading("municipality", place, replace(raw, text=text))}
        elif (said := values_below(text, raw, address if text or not below else None, held)) is not None:
            self.around.section = said | ({"municipality": Reading("municipality", house, raw)} if house else {})
        elif "municipality" not in self.fields and "org" in self.fields and not self.around.given.get("municipality"):
            self.around.section = {}
        elif below and section_head(text) in self.places.possible:
            self.around.section = {}  # another town than the one above, or none: nobody proves it

    def _section_number(self, cell: Cell, text: str, code: str, level: str) -> bool:
        """Whether a section gives a number: its exchange and its area code hold for the rows below it."""
        stem = "" if code else main_number(text, self.dialing)
        if code or stem:
            given = replace(self.dialing, announced=code) if code else replace(self.dialing, main=stem)
            self._call(given, Exchange(level, text))
            return True
        numbers = read_phones(text, self.dialing).found
        if numbers or looks_like_mail(text):
            self.findings.append(Finding("unclaimed", "warning", text[:200], cell.where))
        return bool(numbers)

    def _call(self, dialing: Dialing, exchange: Exchange) -> None:
        self.around.calling, self.exchange = replace(self.around.calling, dialing=dialing), exchange

    def _is_place_cell(self, column: Column | None, text: str) -> bool:
        """A text alone in the column of municipalities, as a heading over its people."""
        place = column is not None and column.field == "municipality"
        known = is_office(text) or meanings(text) or without_page(text) != text
        return place and not known and text.count(" ") < 5

    def _continues(self, row: Row) -> bool:
        """A row with further numbers only belongs to the one person above it (whose name may be merged over both)."""
        if len(self.last) != 1 or self.last[0].name is None:
            return False
        own = [(c, row[c.index]) for c in self.columns if row[c.index].text or row[c.index].links]
        own = [(column, cell) for column, cell in own if not cell.merged]
        below = [cell for column, cell in own if column.field == "name"]
        if any(cell.header for cell in below):
            return False  # a heading over the next rows
        if self._reaches_down(row):
            own = [(column, cell) for column, cell in own if not _says_where(column, cell)]
        if any(column.field not in (*CONTACTS, "name") for column, _ in own) or not below_name(self.last[0], below):
            return False
        values = [(contacts_of(column, cell, self.around.calling), cell) for column, cell in own if cell not in below]
        if below and any(repeats(self.last[0], each) for each, _ in values):
            return False  # a second number beside a second line: `Sekretariat` under a name is somebody else
        for each, cell in values:
            self.findings += deal(self.last, each, 1, cell.where)
        for cell in below:
            take_below(self.last[0], cell)
        return True

    def _reaches_down(self, row: Row) -> bool:
        """Whether the cell of the name above is merged over this row: another place or time of the same person."""
        return bool(self.names) and all(row[index].merged and row[index].text for index in self.names)

    def _repeated(self, row: Row) -> Row:
        """Signs for `as above` say what stands above them, in every column; nothing where nothing does."""
        dittos = [n for n, cell in enumerate(row) if is_ditto(cell.text) and n not in self.inherited]
        if not dittos:
            return row
        filled = list(row)
        for n in dittos:
            filled[n] = self.before[n] if n < len(self.before) else replace(row[n], text="")
        return filled

    def _filled(self, row: Row) -> Row:
        """Blank cells of municipality and office take what stands above them, unless something left of them changed."""
        if not self.above:
            return row
        filled = list(row)
        changed = any(_OF_THE_DISTRICT.match(row[column.index].text.strip()) for column in self.above)
        for column in self.above:
            cell = row[column.index]
            if is_ditto(cell.text) or (not cell.text and not changed and self.names and column.index < min(self.names)):
                filled[column.index] = self.inherited.get(column.index, cell)
            elif cell.text:
                changed = changed or self.inherited.get(column.index) != cell
                self.inherited[column.index] = cell
            else:
                self.inherited.pop(column.index, None)
        for column in self.lent:
            if row[column.index].text:
                self.inherited[column.index] = row[column.index]
            elif changed:
                self.inherited.pop(column.index, None)
            else:
                filled[column.index] = self.inherited.get(column.index, row[column.index])
        return filled


def _says_where(column: Column, cell: Cell) -> bool:
    """Whether a cell only says where or when somebody is there; another municipality she answers for is more."""
    return column.field in _OF_A_PLACE or (column.field == "municipality" and before_street(cell.text) != cell.text)


def _stem_of(drafts: Sequence[Draft]) -> str | None:
    """What stands before the Durchwahl of the last who has one."""
    phones = [r.value for draft in drafts for r in draft.readings if isinstance(r.value, Phone)]
    own = next((phone for phone in reversed(phones) if phone.kind == "voice" and phone.extension), None)
    return before_extension(own) if own else None


def _area_of(dialing: Dialing) -> str | None:
    """The area code of a section's exchange, or the one that it announces."""
    return (
        area_of(dialing.main.removeprefix(COUNTRY)) if dialing.main else (dialing.announced or "").lstrip("0") or None
    )
