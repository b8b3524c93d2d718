"""The rows under a head become records, one after the other: which begin a section, go on, or tell who has left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.extract.grid import times
from pipeline.extract.grid.around import Around
from pipeline.extract.grid.cell_address import beside_address
from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.cells_above import CellsAbove
from pipeline.extract.grid.column_content import mail_of, tells_all, tells_one
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.continued_rows import goes_on
from pipeline.extract.grid.drafts import Draft, give
from pipeline.extract.grid.family_order import writes_family_first
from pipeline.extract.grid.given_above import is_code_alone
from pipeline.extract.grid.heading_order import family_first
from pipeline.extract.grid.headings import unbroken
from pipeline.extract.grid.lost_zero import area_codes
from pipeline.extract.grid.named_mail import keep_named
from pipeline.extract.grid.office_columns import is_of_all_towns, is_office_of_its_own
from pipeline.extract.grid.page_breaks import is_page_break
from pipeline.extract.grid.place_sections import place_sections, section_head
from pipeline.extract.grid.plain_rows import PlainRows
from pipeline.extract.grid.providers import providers_first
from pipeline.extract.grid.quarters import with_quarters
from pipeline.extract.grid.references import without_references
from pipeline.extract.grid.row_calling import with_number_above
from pipeline.extract.grid.row_contacts import read_group
from pipeline.extract.grid.row_plan import CONTACTS, LABELLED, NAME_PARTS, Plan, plans
from pipeline.extract.grid.sections import Sections
from pipeline.extract.grid.spoken_order import divide, turn_back
from pipeline.extract.grid.table_head import is_head_among, read_head
from pipeline.extract.grid.told_beside import tell_beside
from pipeline.extract.grid.unreached import who_are_reached
from pipeline.extract.grid.values_across import values_across
from pipeline.extract.layout import Cell
from pipeline.model import Extraction, Finding, Reading, Record, Rules
from pipeline.transform.names import is_person
from pipeline.transform.phone import Dialing
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean

_ORDER = {
    field: n
    for n, field in enumerate(("name", "org", "role", "municipality", "phones", "emails", "address", "url", "hours"))
}
#: Columns in which people write that somebody has left.
_SAID = ("name", "family", "given", "role", "remark", "unknown", "ignore", "org")


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
        self.drafts: list[Draft] = []
        self.last: list[Draft] = []
        self.findings: list[Finding] = []
        self.offices: set[frozenset[tuple[str, object]]] = set()
        self.turned = False  # a new page has begun and its head is still to come
        self.sections = Sections(self.around, dialing, self.findings)
        self.use(columns)

    def use(self, columns: Sequence[Column]) -> None:
        """From here on the columns mean this."""
        self.columns = tuple(providers_first(columns))
        self.plans = plans(self.columns)
        self.plain = PlainRows(self.columns, self.around)
        self.names = [c.index for c in self.columns if c.field in ("name", "family", "given")]
        self.cells = CellsAbove(self.columns)
        self.voices = [c.index for c in self.columns if c.field == "phone"]
        self.said = [c.index for c in self.columns if c.field in _SAID]
        self.last = []
        self.sections.below_head(self.columns)

    def read(self, rows: Sequence[Row]) -> None:
        """All rows below the head."""
        self._learn(rows)
        for number, row in enumerate(rows):
            if not self.sections.is_elsewhere(row) and (draft := self.plain.read(row)):
                self._take_plain(draft, row)
            elif not any(cell.text or cell.links for cell in row):
                self._forget()
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
        divide(drafts)
        self.findings += tell_beside(drafts)
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
        self.sections.places = place_sections(rows)
        columns = with_quarters(self.columns, rows, self.sections.places, self.rules.ags)
        if columns is not self.columns and "municipality" not in self.around.given:
            self.use(columns)
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
        self.cells.take(row)
        self.sections.opened = False
        self.drafts.append(draft)
        self.last = [draft]

    def _row(self, row: Row) -> None:
        own = [cell for cell in row if (cell.text or cell.links) and not cell.merged]
        if not own:
            return
        if is_page_break(own, self.titles, bool(self.around.section)):
            self.turned = True
            return
        if self._outdated(row, own) or self._across(row) or self._goes_on(row, own) or self._section(row, own):
            return
        if self.sections.is_elsewhere(row):
            self.sections.end()
        around = self._around(row)
        row = self.cells.completed(row)
        self.sections.opened = False
        drafts: list[Draft] = []
        asked = self._plans_of(row)
        for plan in asked:
            read = read_group(plan, row, around, self.findings, len(asked) == 1)
            if is_office_of_its_own(plan.own):
                read = self._said_once(read, is_of_all_towns(plan.own))
            drafts += who_are_reached(drafts, read, plan, row, self.findings)
        keep_named(drafts)
        self.drafts += drafts
        self.last = drafts
        if len(drafts) == 1 and not self.cells.above:
            self._begin_office(drafts[0])

    def _plans_of(self, row: Row) -> tuple[Plan, ...]:
        """A plan per person; one where nothing stands but what is said for all of them."""
        own = (row[column.index] for plan in self.plans for column in plan.own)
        return self.plans if any(cell.text or cell.links for cell in own) else self.plans[:1]

    def _across(self, row: Row) -> bool:
        """How to reach all who stand here is a contact of their office."""
        values = values_across(row, self.around.calling)
        if values is None:
            return False
        draft = Draft(row[0].where, [item.reading for item in (*values.phones, *values.emails)])
        for lent in (*self.around.section.values(), *self.around.given.values()):
            give([draft], lent)
        self.drafts.append(draft)
        self.last = []
        return True

    def _goes_on(self, row: Row, own: Sequence[Cell]) -> bool:
        if len(own) == 1 and is_code_alone(own[0].text):
            return False  # the next section
        return goes_on(self.last, row, self.columns, self.around.calling, self.findings)

    def _said_once(self, offices: list[Draft], of_all: bool) -> list[Draft]:
        """Offices without those that an earlier row has told of: beside each of their people they stand again.

        `of_all`: that of all towns is in none of them.
        """
        for office in offices if of_all else ():
            office.readings = [reading for reading in office.readings if reading.field != "municipality"]
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
        """With the stem of the number in the row above, if the office is the same."""
        numbers = [row[index] for index in self.voices] if self.cells.are_same(row) else []
        calling = with_number_above(numbers, self.last, self.around.calling)
        return self.around if calling is self.around.calling else replace(self.around, calling=calling)

    def _forget(self) -> None:
        """Nothing that stands above holds for the next row."""
        self.cells.forget()
        self.last = []

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
        said, values = len(self.findings), dict(self.cells.inherited)
        plain = self.cells.filled([replace(cell, struck=False) if cell.struck else cell for cell in row])
        for plan in self.plans:
            for draft in read_group(plan, plain, self.around, self.findings, len(self.plans) == 1):
                draft.tags.add("struck")
                self.drafts.append(draft)
        del self.findings[said:]
        self.cells.inherited, self.last = values, []

    def _section(self, row: Row, own: Sequence[Cell]) -> bool:
        """A row with one text only: a heading over the rows below, a note, or a person of whom we know no more."""
        if self.sections.is_head_with_exchange(own):
            self._forget()
            self.sections.open(own[0], ", ".join(clean(cell.text) for cell in own), None, None)
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
            and section_head(text) not in self.sections.places.proven
            and not is_code_alone(text)
        ):
            return False
        tells = tells_one if len(self.columns) == 1 else tells_all
        if column and column.field == "name" and not wide and (is_person(text) or tells(cell)):
            return False
        self._forget()
        self.sections.open(cell, text, column, address)
        return True
