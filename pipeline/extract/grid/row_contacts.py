"""One row becomes the contacts of the people it names: who, how to reach them, and what else the row says.

What a column is good for is worked out once a table (`Plan`), not once a row: a list may have 50,000 rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract.grid import times
from pipeline.extract.grid.cell_address import says_seat, take_address
from pipeline.extract.grid.cell_people import People, Person, read_people
from pipeline.extract.grid.cell_values import Calling, CellValues, Item, current, is_empty, read_contacts
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.deputy_numbers import without_deputy
from pipeline.extract.grid.headings import (
    code_of,
    differ_in_figure,
    is_day,
    meanings,
    names_bodies,
    says_extension,
    says_number,
    says_room,
    stem_of,
)
from pipeline.extract.grid.lost_zero import restore_code
from pipeline.extract.grid.mail_domain import completed
from pipeline.extract.grid.name_columns import Part, is_in_columns, people_of, with_columns
from pipeline.extract.grid.office_columns import is_office_of_its_own, office_said
from pipeline.extract.grid.remarks import labelled_values
from pipeline.extract.grid.row_values import (
    Draft,
    deal,
    drafts_of,
    municipality_reading,
    text_reading,
    whole_place,
)
from pipeline.extract.grid.table_head import role_of
from pipeline.extract.grid.two_addresses import address_of
from pipeline.extract.layout import Cell
from pipeline.model import Finding, Phone, PhoneKind, Raw, Reading, Rules, Where
from pipeline.transform.hours import canonical
from pipeline.transform.office import is_role
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import Dialing, looks_like_number, main_number, read_phones
from pipeline.transform.text import clean
from pipeline.transform.web import bare_url

KINDS: dict[str, PhoneKind] = {"mobile": "mobile", "fax": "fax"}
CONTACTS = ("phone", "mobile", "fax", "phone_fax", "extension", "email", "contact", "url")
LABELLED = ("phone", "mobile", "fax", "phone_fax", "extension")
NAME_PARTS = ("salutation", "title", "given", "family")
ADDRESS = ("street", "house", "postcode", "city", "address")
TEXTS = ("municipality", "role", "org", "hours")
REST = ("unknown", "remark", "ignore")
#: What stands below `Telefon 07531 800-`: `2310`, `50 30`, `-21 / 22`.
_EXTENSIONS = re.compile(r"^[-–]?\s?\d{1,5}(?:\s\d{2})?(?:\s?[/,;]\s?[-–]?\s?\d{1,5})?$")
#: `05141 12-3401 / 214` under `Telefon / Zimmer`.
_ROOM_BEHIND = re.compile(r"\s*[/,;]\s*(?:Zi(?:mmer)?\.?\s?)?[A-Z]?\s?\d{1,3}(?:\.\d{1,3})?[a-z]?$", re.MULTILINE)
#: `41-230` below a fax number that goes on: the sign of the fax server before somebody's Durchwahl.
_FAX_SIGNED = re.compile(r"(\d{1,2})[-–](\d{2,4})")
_HYPHENED = re.compile(r"^\s*[-–]\s?\d{1,5}\s*$")
_IN_BRACKETS = re.compile(r"\(-\s?\d{1,5}\)\s*$")
_BARE = re.compile(r"^[\s\-–—.·/]*\d{1,5}$")

#: What is done somewhere is what an office is called, not who does it: `Gemeindesozialarbeit` below `Beratungsstelle`.
_WORK = re.compile(r"(?:arbeit|beratung|betreuung|hilfe|pflege|begleitung|förderung|vermittlung)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of one person of a row by what they are good for."""

    group: int
    own: tuple[Column, ...]
    contacts: tuple[Column, ...]
    names: tuple[Column, ...]
    parts: tuple[Column, ...]
    texts: tuple[Column, ...]
    address: tuple[Column, ...]
    codes: tuple[Column, ...]
    prefixes: tuple[Column, ...]
    mains: tuple[Column, ...]
    phones: tuple[Column, ...]
    extensions: tuple[Column, ...]
    rest: tuple[Column, ...]
    places: tuple[Column, ...]


def plans(columns: Sequence[Column]) -> tuple[Plan, ...]:
    """A plan per person of a row."""
    groups = sorted({column.group for column in columns if column.group >= 0}) or [0]
    return tuple(_plan(columns, group) for group in groups)


def _plan(columns: Sequence[Column], group: int) -> Plan:
    own = tuple(column for column in columns if column.group == group)
    apart = CONTACTS if is_office_of_its_own(own) else ()
    mine = [c for c in columns if c.group == group or (c.group == -1 and c.field not in apart)]

    def of(*fields: str) -> tuple[Column, ...]:
        return tuple(column for column in mine if column.field in fields)

    rest = tuple(column for column in own if column.field in REST) if group else of(*REST)
    return Plan(
        group, own, of(*CONTACTS), of("name"), of(*NAME_PARTS), of(*TEXTS), of(*ADDRESS), of("area_code"),
        of("mobile_code"), of("main"), of("phone"), of("extension"), rest, of("municipality"),
    )  # fmt: skip


@dataclass(slots=True)
class Around:
    """What stands around a row: the district, the area code, and values of section, title and sheet."""

    rules: Rules
    calling: Calling
    given: dict[str, Reading]
    section: dict[str, Reading] = field(default_factory=dict)
    family_first: dict[int, bool] = field(default_factory=dict)


def read_group(plan: Plan, row: Row, around: Around, findings: list[Finding], alone: bool) -> list[Draft]:
    """The contacts of one person's columns. `alone`: the row has columns for one person only."""
    if not alone and not any(row[c.index].text or row[c.index].links for c in plan.own):
        return []
    calling, stem = _calling(plan, row, around.calling)
    people, mixed = _people(plan, row, calling, around)
    findings += people.findings
    drafts = drafts_of(people.persons, _where(row, plan))
    for values, cell in mixed:
        findings += deal(drafts, values, people.lines, cell.where)
    calling = _beside(plan, row, calling)
    for column in plan.contacts:
        cell = row[column.index]
        if len(drafts) == 1:
            cell = without_deputy(cell, findings)
        if (cell.text or cell.links) and not (stem and column.field == "phone"):
            findings += deal(drafts, contacts_of(column, cell, calling, findings), people.lines, cell.where)
    if plan.mains:
        _exchange(plan, row, drafts, calling, findings)
    _texts(plan, row, drafts, people, around, findings)
    _left_over(plan, row, drafts, calling, findings)
    return [draft for draft in drafts if draft.name is not None or draft.has("phones", "emails")]


def _where(row: Row, plan: Plan) -> Where:
    for column in plan.own:
        if row[column.index].text or row[column.index].links:
            return row[column.index].where
    return next((cell.where for cell in row if cell.text or cell.links), row[0].where)


# ---- who -----------------------------------------------------------------------------------------


def _people(plan: Plan, row: Row, calling: Calling, around: Around) -> tuple[People, list[tuple[CellValues, Cell]]]:
    """Who stands in the name columns, and numbers that stand in the same cells."""
    parts = [(c.field, row[c.index]) for c in plan.parts]
    stated = any(c.field == "role" and row[c.index].text for c in plan.texts)
    if is_in_columns(parts):
        return _doing(people_of(parts), plan, row, stated), []
    people, mixed = People(), []
    for column in plan.names:
        cell = row[column.index]
        if not cell.text:
            continue
        values = _beside_name(cell, row, calling)
        if values.phones or values.emails or values.urls or values.findings:
            mixed.append((values, cell))
        lines, address = take_address(values.rest, cell)
        found = read_people(cell, lines, around.family_first.get(column.index, False))
        found.address = address
        said = column.says or role_of(column.heading, bool(values.phones or values.emails))
        said = None if stated else said
        for person in found.persons:
            _complete(person, parts, said, cell)
        people.take(found)
    return people, mixed


def _doing(people: People, plan: Plan, row: Row, stated: bool) -> People:
    """With the function above the columns of a name: `Heimleitung` over `Vorname | Nachname`."""
    named = (column for column in plan.parts if column.field in ("family", "given") and not stated)
    for column in named:
        said = column.says or role_of(column.heading)
        for person in people.persons:
            _complete(person, (), said, row[column.index])
    return people


def _beside_name(cell: Cell, row: Row, calling: Calling) -> CellValues:
    """What stands in a name's cell; `Eva Muster (-12)` as a deputy is under the number that stands whole in her row."""
    behind = _IN_BRACKETS.search(cell.text)
    if not behind:
        return read_contacts(cell, calling)
    found = (phone for other in row for phone in read_phones(other.text, calling.dialing.fresh()).found)
    stem = next((_stem_of(each.phone) for each in found if each.phone.extension), calling.dialing.main)
    if stem is None:
        return CellValues(findings=[Finding("extension_without_main", "warning", cell.text, cell.where)])
    return read_contacts(cell, replace(calling, dialing=replace(calling.dialing, main=stem)), None, True)


def _stem_of(phone: Phone) -> str:
    return phone.e164.removesuffix(phone.extension or "")


def _complete(person: Person, parts: Sequence[Part], said: str | None, cell: Cell) -> None:
    """Salutation and title from columns of their own, the function from the heading."""
    if parts:
        with_columns(person, parts)
    if said and person.role is None:
        person.role = Reading("role", clean(said), Raw(said, cell.where))


# ---- how to reach them ---------------------------------------------------------------------------


def _calling(plan: Plan, row: Row, calling: Calling) -> tuple[Calling, bool]:
    """Area code and main number that the row gives, and whether its `Telefon` is only the stem of a Durchwahl."""
    code = next((code for c in plan.places if (code := code_of(row[c.index].text)[1])), None)
    if code:
        calling = replace(calling, dialing=replace(calling.dialing, announced=code))  # `Celle (05141)`
    if not (plan.codes or plan.prefixes or plan.mains or plan.extensions):
        return calling, False
    dialing = _announced(calling.dialing, plan.codes, row)
    mobile = _announced(calling.mobile, plan.prefixes, row)
    bare = any(_BARE.match(row[c.index].text) for c in plan.extensions)
    stem = False
    for column in (*plan.mains, *(plan.phones if bare else ())):
        found = _stem(row[column.index].text, dialing)
        if found:
            dialing = replace(dialing, main=found)
            stem = stem or column.field == "phone"
    return replace(calling, dialing=dialing, mobile=mobile), stem


def _beside(plan: Plan, row: Row, calling: Calling) -> Calling:
    """With the stem of the number beside which only a Durchwahl stands: `05141 12-3401 | -3499`."""
    if calling.dialing.main or not any(_HYPHENED.match(row[c.index].text) for c in plan.contacts):
        return calling
    for column in plan.contacts:
        found = read_phones(row[column.index].text, calling.dialing).found
        if found and found[0].phone.extension:
            return replace(calling, dialing=replace(calling.dialing, main=_stem_of(found[0].phone)))
    return calling


def _announced(dialing: Dialing, columns: Sequence[Column], row: Row) -> Dialing:
    """With the code that stands in a column of its own."""
    for column in columns:
        code = restore_code(row[column.index].text)[0] if not row[column.index].struck else ""
        if code.startswith("0"):
            dialing = replace(dialing, announced=code)
    return dialing


def _stem(text: str, dialing: Dialing) -> str | None:
    bare = re.fullmatch(r"\s*(\d{2,7})\s*(?:[-–/]\s*0?)?\s*", text)
    if dialing.announced and bare:
        return main_number(f"{dialing.announced}/{bare[1]}-0", dialing)  # `Vorwahl | Ruf-Nr. | Dw.`
    return main_number(text, dialing) if text else None


def contacts_of(column: Column, cell: Cell, calling: Calling, findings: list[Finding]) -> CellValues:
    """Numbers and addresses of one cell under its heading."""
    if column.field == "email" and (mails := completed(column.heading, cell)):
        return mails
    if says_room(column.heading):
        cell = replace(cell, text=_ROOM_BEHIND.sub("", cell.text))
    stem, digits = stem_of(column.heading)[1], cell.text.strip()
    if stem and column.field == "fax" and (signed := _FAX_SIGNED.fullmatch(digits)):
        digits = "".join(signed.groups())
        cell = replace(cell, text=digits)
    if stem and _EXTENSIONS.match(digits):
        calling = replace(calling, dialing=replace(calling.dialing, main=_stem(f"{stem}-0", calling.dialing)))
        calling = replace(calling, mobile=calling.dialing)
        cell = replace(cell, text=f"-{digits}") if digits[0].isdigit() and calling.dialing.main else cell
    elif _BARE.match(cell.text) and (_is_extension(column) or _goes_on(column, digits, calling)):
        if calling.dialing.main is None and calling.dialing.announced and _may_be_whole(column, cell):
            return read_contacts(cell, calling, KINDS.get(column.field), True)
        if calling.dialing.main is None:
            return CellValues(findings=[Finding("extension_without_main", "warning", cell.text, cell.where)])
        cell = _as_extension(cell)
    code = code_of(column.heading)[1]
    if code:
        calling = replace(calling, dialing=replace(calling.dialing, announced=code))
    if column.field == "mobile":
        calling = replace(calling, dialing=calling.mobile)
    values = read_contacts(cell, calling, KINDS.get(column.field), column.field in LABELLED)
    if column.field == "phone_fax":
        _second_is_fax(values)
    if column.field == "url" and not values.urls:
        _take_bare_urls(values, cell)
    understood = values.phones or values.emails or values.urls or values.findings
    if not understood and not is_empty(cell.text) and current(cell)[0]:
        findings.append(Finding("not_understood", "warning", cell.text[:200], cell.where))
    return values


def _is_extension(column: Column) -> bool:
    """Whether bare digits below a heading are a Durchwahl: `DW`, `Fax-DW`."""
    return column.field == "extension" or (column.field in LABELLED and says_extension(column.heading))


def _goes_on(column: Column, digits: str, calling: Calling) -> bool:
    """Whether so few digits below `Telefon` or `Fax` go on from a main number: nobody's whole number is that short."""
    known = calling.dialing.main is not None and calling.dialing.announced is None
    return known and column.field in ("phone", "fax", "phone_fax") and sum(map(str.isdigit, digits)) < 5


def _may_be_whole(column: Column, cell: Cell) -> bool:
    """Whether digits beside an area code are a whole number though the heading speaks of a Durchwahl."""
    return says_number(column.heading) and sum(map(str.isdigit, cell.text)) > 3


def _as_extension(cell: Cell) -> Cell:
    """A bare `123` under `Durchwahl` is one: it is handed on with the hyphen that says so."""
    text = cell.text.strip()
    return replace(cell, text=f"-{text}") if text.isdigit() else cell


def _take_bare_urls(values: CellValues, cell: Cell) -> None:
    """Under `Internet` a host needs neither scheme nor `www.`"""
    for number, line in enumerate(current(cell)[0].split("\n")):
        url = bare_url(line)
        if url:
            values.urls.append(Item(number, Reading("url", url, Raw(line, cell.where))))


def _second_is_fax(values: CellValues) -> None:
    """Under `Tel./Fax` the second of two unlabelled numbers is the fax."""
    if len(values.phones) == 2:
        second = values.phones[1]
        if isinstance(second.reading.value, Phone) and second.reading.value.kind == "voice":
            second.reading = replace(second.reading, value=replace(second.reading.value, kind="fax"))


def _exchange(plan: Plan, row: Row, drafts: Sequence[Draft], calling: Calling, findings: list[Finding]) -> None:
    """The number of the exchange is the number of those who have none of their own."""
    without = [draft for draft in drafts if not draft.has("phones")]
    for column in (c for c in plan.mains if without and not c.says):
        values = read_contacts(row[column.index], calling, None, True)
        findings += values.findings
        for draft in without:
            draft.readings += [item.reading for item in values.phones]


# ---- everything else of the row ------------------------------------------------------------------


def _times(columns: Sequence[Column], row: Row) -> Reading | None:
    """Hours in several columns: `Tag | Uhrzeit` is one text, below `Mo | Di | Mi` each begins with its day."""
    filled = [c for c in columns if not is_empty(row[c.index].text) and not row[c.index].struck]
    if not filled:
        return None
    days = [
        f"{c.heading} {clean(row[c.index].text)}" if is_day(c.heading) else clean(row[c.index].text) for c in filled
    ]
    joint = ", " if any(is_day(c.heading) for c in filled) else " "
    first = row[filled[0].index]
    return Reading("hours", canonical(joint.join(days)), Raw(joint.join(days), first.where))


def _texts(plan: Plan, row: Row, drafts: list[Draft], people: People, around: Around, findings: list[Finding]) -> None:
    """Function, office, municipality, address and hours: of the row's own, then of what stands above it."""
    _own_texts(plan, row, drafts, people, around, findings)
    for draft in drafts:
        seat(draft)  # `Stadt Peine` is not in the town of the section above
    lent = (people.role, people.address, people.hours, *around.section.values(), *around.given.values())
    for extra in filter(None, lent):
        give(drafts, extra)
    give(drafts, office_said(plan.own, drafts[0].has("org")))
    for draft in drafts:
        seat(draft)


def _own_texts(
    plan: Plan, row: Row, drafts: list[Draft], people: People, around: Around, findings: list[Finding]
) -> None:
    """What the cells of the row say, for all its people or line by line."""
    hours = [column for column in plan.texts if column.field == "hours"]
    if len(hours) > 1 or any(is_day(column.heading) for column in hours):
        give(drafts, _times(hours, row))
    for column in plan.texts:
        cell = row[column.index]
        if not cell.text:
            continue
        if column.field == "org" and ("\n" in cell.text or says_seat(cell.text)):
            cell = _seated(cell, drafts)
        if column.field == "municipality":
            reading, more = municipality_reading(_with_further(cell, column, plan, row), around.rules.ags)
            give(drafts, reading)
            findings += more
        elif len(drafts) == 1:
            reading, more = text_reading(_field_of(column, cell, plan, people), cell)
            give(drafts, reading)
            findings += more
        else:
            _line_by_line(column.field, cell, drafts, people.lines, findings)
    if plan.address:
        give(drafts, address_of(plan.address, row))
    for draft, person in zip(drafts, people.persons, strict=False):
        give([draft], person.org)
    give(drafts, people.org)


def _with_further(cell: Cell, column: Column, plan: Plan, row: Row) -> Cell:
    """`Gemeinde 1 | Gemeinde 2`: somebody may be there for several."""
    alike = (other for other in plan.places if other is not column and differ_in_figure(other.heading, column.heading))
    further = [row[other.index].text for other in alike if row[other.index].text and not row[other.index].struck]
    return replace(cell, text="\n".join([cell.text, *further])) if further else cell


def _seated(cell: Cell, drafts: Sequence[Draft]) -> Cell:
    """An office with its address and its mailbox below: the address is everybody's, the mailbox of who has none."""
    seat_said = says_seat(cell.text)
    lines = list(seat_said.groups()) if seat_said else cell.text.split("\n")
    mails = read_contacts(cell, Calling(Dialing())).emails
    for mail in mails:
        for draft in drafts:
            if not draft.has("emails"):
                draft.readings.append(mail.reading)
    rest, address = take_address(lines[1:], cell)
    give(drafts, address)
    kept = [lines[0], *(line for line in rest if line and not looks_like_mail(line))]
    return replace(cell, text="\n".join(kept))


def seat(draft: Draft) -> None:
    """An office that is called `Stadt Uhingen` says the municipality where nothing else does."""
    office = next((reading for reading in draft.readings if reading.field == "org"), None)
    if office and not draft.has("municipality"):
        place = whole_place(str(office.value))
        if place:
            draft.readings.append(Reading("municipality", place, office.raw))


def _field_of(column: Column, cell: Cell, plan: Plan, people: People) -> str:
    """`Bürgermeister` below `Amt / Aufgabe` is no office, where no other column says what somebody does."""
    if column.field != "org" or not people.persons or any(other.field == "role" for other in plan.texts):
        return column.field
    if names_bodies(column.heading):
        return "org"
    named = meanings(column.heading) == ("org",) and _WORK.search(cell.text.strip())
    return "role" if is_role(cell.text) and not named else column.field


def _line_by_line(column: str, cell: Cell, drafts: Sequence[Draft], lines: int, findings: list[Finding]) -> None:
    """A text with a line for each person is each her own, any other one all theirs."""
    parts = cell.text.split("\n")
    for number, draft in enumerate(drafts):
        own = len(parts) == lines and draft.line < len(parts)
        reading, more = text_reading(column, replace(cell, text=parts[draft.line]) if own else cell)
        give([draft], reading)
        findings += more if own or number == 0 else []


def give(drafts: Iterable[Draft], reading: Reading | None) -> None:
    if reading is None:
        return
    for draft in drafts:
        if not draft.has(reading.field):
            draft.readings.append(reading)


def _left_over(plan: Plan, row: Row, drafts: Sequence[Draft], calling: Calling, findings: list[Finding]) -> None:
    """What looks like contact data in columns that are not read, and remarks about a change."""
    for column in plan.rest:
        cell = row[column.index]
        if not cell.text or cell.merged:
            continue
        if column.field != "ignore" and times.waits(cell.text):
            findings.append(Finding("pending", "info", cell.text[:200], cell.where))
        elif looks_like_mail(cell.text) or (column.field != "ignore" and looks_like_number(cell.text)):
            own = labelled_values(cell, calling) if column.field == "remark" and _is_one(drafts) else None
            if own:
                deal([*drafts], own, 1, cell.where)
            else:
                findings.append(Finding("unclaimed", "warning", cell.text[:200], cell.where))


def _is_one(drafts: Sequence[Draft]) -> bool:
    return len(drafts) == 1 and drafts[0].name is not None
