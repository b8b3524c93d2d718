"""Headings among the rows: what a section, a row with one text only, says for the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.around import Around
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.given_above import code_of, is_code_alone
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.named_places import is_part_of_district, municipality_name, section_place, whole_place
from pipeline.extract.grid.numbered_sections import Levels, Section
from pipeline.extract.grid.page_breaks import without_page
from pipeline.extract.grid.place_sections import NUMBERED, Places, section_head
from pipeline.extract.grid.section_exchange import Exchange
from pipeline.extract.grid.section_values import is_town, values_below, without_seat
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Raw, Reading
from pipeline.numbering import COUNTRY, area_of
from pipeline.transform.hours import is_days, is_hours
from pipeline.transform.name_words import is_matter
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, main_number, read_phones
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean
from pipeline.transform.vacancy import is_vacant


class Sections:
    """The sections of a table so far, as one goes down its rows."""

    def __init__(self, around: Around, dialing: Dialing, findings: list[Finding]) -> None:
        self.around, self.dialing, self.findings = around, dialing, findings
        self.fields: set[str] = set()
        self.open_columns: list[Column] = []
        self.places = Places()
        self.levels = Levels()
        self.exchange = Exchange()
        self.opened = False  # a section has begun and nobody is in it yet
        self.parted = False  # the office above is listed by parts of the district

    def below_head(self, columns: Sequence[Column]) -> None:
        """Another table begins: a section right above its head is said of it, all others have ended."""
        self.fields = {column.field for column in columns}
        self.open_columns = [column for column in columns if column.field in ("unknown", "ignore")]
        if not self.opened:
            self.end()

    def is_head_with_exchange(self, own: Sequence[Cell]) -> bool:
        """`Stadt Celle | | Vermittlung: 05141 12-0`: the number on which the Durchwahlen below go on.

        `Stadt Celle | Vorwahl 05141`: the area code of the numbers below.
        """
        if len(own) != 2 or any(cell.links for cell in own):
            return False
        head, number = (clean(cell.text) for cell in own)
        called = not (any(map(str.isdigit, head)) or is_person(head) or is_role(head))
        gives = is_code_alone(number) or ("extension" in self.fields and main_number(number, self.dialing))
        return called and bool(gives)

    def is_elsewhere(self, row: Sequence[Cell]) -> bool:
        """Whether a row is another town's than the section: `Gemeinde Muster` in a column that says nothing else."""
        town = self.around.section.get("municipality")
        said = [row[column.index].text for column in self.open_columns] if town else []
        return town is not None and any((place := whole_place(text)) and place != town.value for text in said)

    def end(self) -> None:
        """Nothing that a section said holds any longer."""
        self.around.section = {}
        self._call(self.dialing, Exchange())

    def open(self, cell: Cell, text: str, column: Column | None, address: Reading | None) -> None:
        """A section begins with a cell, of which `text` is what stands beside its address."""
        below = not self.opened  # people stand between this and the section above
        nobody = _says_nobody(text)
        remark = nobody or _is_remark(text)
        self.opened = not nobody and (self.opened or not remark)
        self.around.section = self._in_parts(text, below, self.levels.before(text, self.around.section))
        head = section_head(text)
        bare, code = code_of(NUMBERED.sub("", text))
        text = bare.strip(" ,:(–-") if code else bare
        place = section_place(text, self.around.rules.ags)
        proven = is_town(text, address, head in self.places.proven and not _is_no_town(head))
        if not place and (proven or self._is_place_cell(column, text)):
            place = municipality_name(head, self.around.rules.ags)
        house = None if place else whole_place(head)
        before = _area_of(self.around.calling.dialing)
        level = "municipality" if place or house else "org"
        if not remark and self.exchange.ends_at(head, level, below):
            self._call(self.dialing, Exchange())
        numbered = self._section_number(cell, text, code, level)
        elsewhere = before and _area_of(self.around.calling.dialing) not in (before, None)
        if numbered and head and (elsewhere or not is_office(head)):
            self.around.section.pop("municipality", None)  # whose exchange this is, nobody knows: not the town's above
        understood = remark or self._say(Raw(cell.text, cell.where), text, place, house, address, below)
        if not understood and (below or self._lists_offices()):
            self._begin_unknown(Raw(cell.text, cell.where), text, cell.header, numbered)

    def _begin_unknown(self, raw: Raw, text: str, headed: bool, numbered: bool) -> None:
        """Something else begins that nobody understands: nothing said above holds for it.

        What stands over people of several towns is a part of each.
        """
        inside = section_head(text) in self.places.repeated
        held = self.around.section if inside else {}
        among_work = headed and "role" in self.around.section and self.places.is_work(text)
        work = {"role": Reading("role", text, raw)} if among_work else {}
        self.around.section = {field: r for field, r in held.items() if field != "role"} | work
        if not (numbered or inside):
            self._call(self._lent_by_nobody(), self.exchange)

    def _lent_by_nobody(self) -> Dialing:
        """How numbers are read where the number of the section above may hold, or that of the whole table."""
        return replace(self.dialing, main=None, announced=None) if self.exchange.level else self.dialing

    def _in_parts(self, text: str, below: bool, held: Section) -> Section:
        """What still holds: `Region Nord` right below an office lists its people, below somebody those of none."""
        part = is_part_of_district(text)
        self.parted = part and (self.parted or not below)
        return {field: r for field, r in held.items() if field != "org"} if part and not self.parted else held

    def _say(
        self,
        raw: Raw,
        text: str,
        place: str | None,
        house: str | None,
        address: Reading | None,
        below: bool,
    ) -> bool:
        """What a section says for the rows below it: a municipality, an office (`house`: its town), a function.

        Whether it is understood.
        """
        held = without_seat(self.around.section) if below and text else self.around.section
        if place:
            self.around.section = {"municipality": Reading("municipality", place, replace(raw, text=text))}
        elif (said := values_below(text, raw, address if text or not below else None, held)) is not None:
            self.around.section = said | ({"municipality": Reading("municipality", house, raw)} if house else {})
        else:
            return False
        return True

    def _lists_offices(self) -> bool:
        """Whether no column and no title names a town: a section may be one, also right below another."""
        told = "municipality" in self.fields or self.around.given.get("municipality")
        return "org" in self.fields and not told

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
        """A text alone in the column of municipalities, as a heading over its people; `Freie Träger` is none."""
        place = column is not None and column.field == "municipality"
        last = text.rpartition(" ")[2]
        other = is_matter(last) or meanings(last)
        known = other or is_office(text) or meanings(text) or without_page(text) != text
        return place and not known and text.count(" ") < 5


def _is_remark(text: str) -> bool:
    """Whether a text alone in its row is said of the rows around it and begins nothing."""
    return looks_like_prose(text) or text.lower().startswith("stand") or is_hours(text) or is_days(text)


def _says_nobody(text: str) -> bool:
    """Whether a text alone in its row stands where somebody would: `derzeit unbesetzt`, `N.N.`, `keine Meldung`."""
    return NUMBERED.sub("", text)[:1].islower() or is_vacant(text)


def _is_no_town(head: str) -> bool:
    """Whether a section is an office or a part of the district, whatever the others are."""
    return is_office(head) or is_part_of_district(head)


def _area_of(dialing: Dialing) -> str | None:
    """The area code of a section's exchange, or the one that it announces."""
    return (
        area_of(dialing.main.removeprefix(COUNTRY)) if dialing.main else (dialing.announced or "").lstrip("0") or None
    )
