"""What a row says in words: function, office, municipality, address, hours; its own words before those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.around import Around
from pipeline.extract.grid.cell_address import says_seat, take_address
from pipeline.extract.grid.cell_values import Calling, is_empty, read_contacts
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.drafts import Draft, give
from pipeline.extract.grid.headings import differ_in_figure, is_day, meanings, names_bodies
from pipeline.extract.grid.member_towns import says_no_town
from pipeline.extract.grid.named_places import whole_place
from pipeline.extract.grid.office_columns import office_said
from pipeline.extract.grid.people import People
from pipeline.extract.grid.row_plan import Plan
from pipeline.extract.grid.text_cells import municipality_reading, text_reading
from pipeline.extract.grid.two_addresses import address_of
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Raw, Reading
from pipeline.transform.hours import canonical
from pipeline.transform.office import is_role
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing
from pipeline.transform.text import clean

#: What is done somewhere is what an office is called, not who does it: `Gemeindesozialarbeit` below `Beratungsstelle`.
_WORK = re.compile(
    r"(?:arbeit|beratung|betreuung|hilfe|pflege|begleitung|förderung|vermittlung|management|koordination)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)$")


def take_texts(plan: Plan, row: Row, drafts: list[Draft], people: People, around: Around) -> list[Finding]:
    """Gives the people of a row its own texts, then those that stand above it."""
    findings = _own_texts(plan, row, drafts, people, around.rules.ags)
    seat(drafts)  # `Stadt Peine` is not in the town of the section above
    lent = (people.role, people.address, people.hours, *around.section.values(), *around.given.values())
    for reading in lent:
        give(drafts, reading)
    give(drafts, office_said(plan.own, drafts[0].has("org")))
    seat(drafts)
    return findings


def seat(drafts: Sequence[Draft]) -> None:
    """An office that is called `Stadt Uhingen` says the municipality where nothing else does."""
    for draft in drafts:
        office = next((reading for reading in draft.readings if reading.field == "org"), None)
        place = whole_place(str(office.value)) if office and not draft.has("municipality") else None
        if office and place:
            draft.readings.append(Reading("municipality", place, office.raw))


def _own_texts(plan: Plan, row: Row, drafts: list[Draft], people: People, ags: str | None) -> list[Finding]:
    """What the cells of the row say, for all its people or line by line."""
    findings: list[Finding] = []
    give(drafts, _joined_hours(plan, row))
    for column in plan.texts:
        if row[column.index].text:
            findings += _take_text(column, plan, row, drafts, people, ags)
    if plan.address:
        give(drafts, address_of(plan.address, row))
    for draft, person in zip(drafts, people.persons, strict=False):
        give([draft], person.org)
    give(drafts, _work_of(people, len(drafts) == 1 and drafts[0].has("org")))
    give(drafts, people.org)
    return findings + _unsaid(people, drafts)


def _unsaid(people: People, drafts: Sequence[Draft]) -> list[Finding]:
    """`Zweirad Becker` for a name, where a column says another office: nobody's contact says that one."""
    office = people.org
    if office is None or people.persons:
        return []
    readings = [reading for draft in drafts for reading in draft.readings]
    if any(reading.raw is office.raw or reading.value == office.value for reading in readings):
        return []
    return [Finding("name_not_understood", "warning", office.raw.text[:200], office.raw.where)]


def _work_of(people: People, placed: bool) -> Reading | None:
    """`Migrationsberatung (MBE)` below a name is what she does, where a column says for whom."""
    work = _WORK.search(_BRACKETS.sub("", str(people.org.value))) if people.org and placed else None
    return replace(people.org, field="role") if people.org and work else None


def _joined_hours(plan: Plan, row: Row) -> Reading | None:
    """Hours in several columns: `Tag | Uhrzeit` is one text, below `Mo | Di | Mi` each begins with its day."""
    columns = [column for column in plan.texts if column.field == "hours"]
    if len(columns) < 2 and not any(is_day(column.heading) for column in columns):
        return None
    filled = [c for c in columns if not is_empty(row[c.index].text) and not row[c.index].struck]
    if not filled:
        return None
    joint = ", " if any(is_day(c.heading) for c in filled) else " "
    text = joint.join(_with_day(c.heading, row[c.index]) for c in filled)
    return Reading("hours", canonical(text), Raw(text, row[filled[0].index].where))


def _with_day(heading: str, cell: Cell) -> str:
    return f"{heading} {clean(cell.text)}" if is_day(heading) else clean(cell.text)


def _take_text(
    column: Column, plan: Plan, row: Row, drafts: list[Draft], people: People, ags: str | None
) -> list[Finding]:
    """The text of one column for whom it speaks of."""
    cell = row[column.index]
    if column.field in ("org", "municipality") and ("\n" in cell.text or says_seat(cell.text)):
        cell = _without_seat(cell, drafts)
    if column.field == "municipality":
        if len(plan.places) > 1 and says_no_town(cell.text):
            return []  # the other column says where: `Verbandsgemeinde | Ortsgemeinde` over `Landstuhl | alle`
        return _given(drafts, municipality_reading(_with_further(cell, column, plan, row), ags))
    if len(drafts) == 1:
        return _given(drafts, text_reading(_field_of(column, cell, plan, people), cell))
    return _line_by_line(column.field, cell, drafts, people.lines)


def _given(drafts: Sequence[Draft], read: tuple[Reading | None, list[Finding]]) -> list[Finding]:
    give(drafts, read[0])
    return read[1]


def _with_further(cell: Cell, column: Column, plan: Plan, row: Row) -> Cell:
    """`Gemeinde 1 | Gemeinde 2`: somebody may be there for several."""
    alike = (other for other in plan.places if other is not column and differ_in_figure(other.heading, column.heading))
    further = [row[other.index].text for other in alike if row[other.index].text and not row[other.index].struck]
    return replace(cell, text="\n".join([cell.text, *further])) if further else cell


def _without_seat(cell: Cell, drafts: Sequence[Draft]) -> Cell:
    """An office or a town with address and mailbox below: the address is everybody's, the mailbox of who has none."""
    in_one_line = says_seat(cell.text)
    lines = list(in_one_line.groups()) if in_one_line else cell.text.split("\n")
    for mail in read_contacts(cell, Calling(Dialing())).emails:
        give(drafts, mail.reading)
    rest, address = take_address(lines[1:], cell)
    give(drafts, address)
    kept = [lines[0], *(line for line in rest if line and not looks_like_mail(line))]
    return replace(cell, text="\n".join(kept))


def _field_of(column: Column, cell: Cell, plan: Plan, people: People) -> str:
    """`Bürgermeister` below `Amt / Aufgabe` is no office, where no other column says what somebody does."""
    if column.field != "org" or not people.persons or any(other.field == "role" for other in plan.texts):
        return column.field
    if names_bodies(column.heading):
        return "org"
    named = _WORK.search(cell.text.strip()) and not _says_function(column.heading)
    return "role" if is_role(cell.text) and not named else column.field


def _says_function(heading: str) -> bool:
    """True for `Amt / Aufgabe`, but not for `Amt / Stelle`."""
    return any(meanings(word)[:1] == ("role",) for word in re.findall(r"[^\W\d_]+", heading))


def _line_by_line(field: str, cell: Cell, drafts: Sequence[Draft], lines: int) -> list[Finding]:
    """A text with a line for each person is each her own, any other one all theirs."""
    parts = cell.text.split("\n")
    findings: list[Finding] = []
    for number, draft in enumerate(drafts):
        own = len(parts) == lines and draft.line < len(parts)
        found = _given([draft], text_reading(field, replace(cell, text=parts[draft.line]) if own else cell))
        findings += found if own or number == 0 else []
    return findings
