"""Numbers of an office beside those of its person: `Pfarrbüro: Telefon, E-Mail | Beauftragte: Name, Handy, E-Mail`.

Whose they are, the heading says. They become a contact of their own, and the person keeps what is hers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row
from pipeline.extract.grid.headed_numbers import whose
from pipeline.extract.grid.heading_words import FILLER, words
from pipeline.extract.grid.headings import meanings, says_group
from pipeline.extract.grid.named_places import is_bare_house, is_of_district
from pipeline.model import Raw, Reading
from pipeline.transform.deputies import deputises
from pipeline.transform.office import is_office, is_role
from pipeline.transform.phone import Dialing, before_extension, read_phones
from pipeline.transform.text import fold

#: What an office has besides its numbers.
_OWN = CONTACT | {"hours", "url"}
#: Where everybody works: `Telefon Dienststelle` is the number at somebody's desk.
_DESK = words("amt buero dienst dienststelle dienstort stelle arbeitsstelle arbeitsplatz zentrale arbeitgeber firma")
_WORD = re.compile(r"[^\W\d_](?:[\w.*-]|/(?=[a-z]\b))*")
#: Nobody of the table, whatever stands above the names.
_IN_FRONT = re.compile(r"sekretariat|vorzimmer", re.IGNORECASE)
#: Where the people of a table work, without being the only ones there.
_WORKPLACE = re.compile(r"geschaeftsstelle|[a-z]*buero|pfarramt")
_PRIVATE = re.compile(r"\bprivat|zu ?hause|daheim")
_BEHIND_ARTICLE = words("des der im in fuer vom am beim")


def with_offices_apart(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with a group for each office whose numbers stand beside a person's own."""
    theirs = {words_beside(c) for c in columns if c.field in PERSON}
    called = {whose(c.heading) for c in columns if c.field in PERSON}
    others = [c for c in columns if c.field in CONTACT and whose(c.heading) not in called]
    mine = {c.index: said for c in others if (said := words_beside(c)) and said not in theirs}
    joint = _reached_through_people(columns, mine) | _at_desks(columns, mine, rows)
    offices = [said for said in dict.fromkeys(mine.values()) if _is_another(said, theirs) and said not in joint]
    if offices:  # what stands beside an office and is nobody's here is one more: `Vereinsheim`
        offices = [said for said in dict.fromkeys(mine.values()) if said in offices or _may_be_another(said)]
    own = [c for c in columns if c.field in CONTACT and mine.get(c.index) not in offices]
    if not offices or not theirs or not own:
        return tuple(_with_desks(columns))
    first = max(column.group for column in columns) + 1
    groups = {said: first + number for number, said in enumerate(offices)}
    bodies = {words_beside(c) for c in columns if c.field == "org"}
    named = frozenset({"org"}) if bodies - set(offices) else frozenset()
    return tuple(moved for column in columns for moved in _moved(column, groups, _OWN | named))


def _with_desks(columns: Sequence[Column]) -> Sequence[Column]:
    """`Bürgermeister/in | Tel. Rathaus | Handy`: no exchange, but the telephone of who has no other one at work."""
    if "phone" in _ways(c for c in columns if c.field in CONTACT) or not _are_of_one(columns):
        return columns
    group = next((c.group for c in columns if c.field in PERSON), -1)
    return [replace(c, field="phone", group=group) if _is_of_house(c) else c for c in columns]


def _is_of_house(column: Column) -> bool:
    """`Tel. Rathaus`; not `Zentrale Rathaus`."""
    exchange = any(meanings(word)[:1] == ("main",) for word in _WORD.findall(column.heading))
    return column.field == "main" and not exchange and is_bare_house(words_beside(column))


def _reached_through_people(columns: Sequence[Column], mine: dict[int, str]) -> set[str]:
    """Bodies with a column of their own whose numbers nobody else has of that kind: `Verein | Name | E-Mail Verein`.

    They are how to reach the people that stand for them, and no second contact; so is the house in which they work,
    `Ortsvorsteher/in | Tel. Ortsverwaltung`, and a mailbox in front of somebody: `Schulleitung | E-Mail Sekretariat`.
    """
    reaching = [c for c in columns if c.field in CONTACT | {"main"}]
    fields = {said: _ways(c for c in reaching if words_beside(c) == said) for said in mine.values()}
    bodies = {said for said in fields if names_body(said, columns)}
    bodies |= {said for said, kinds in fields.items() if _IN_FRONT.search(said) and kinds == {"email"}}
    houses = {said for said in fields if is_workplace(said)} if _are_of_one(columns) else set()
    others = _ways(c for c in columns if c.field in CONTACT and mine.get(c.index) not in bodies | houses)
    spoken = others | ({"phone"} if "mobile" in others else set())
    theirs = {said: others if said in bodies or is_bare_house(said) else spoken for said in bodies | houses}
    return {said for said, own in theirs.items() if not fields[said] & own and own}


def is_workplace(said: str) -> bool:
    """Whether people of a table are reached in an office of this name: `Rathaus`, `Geschäftsstelle`, `Pfarrbüro`."""
    return is_bare_house(said) or _WORKPLACE.fullmatch(fold(said)) is not None


def _are_of_one(columns: Sequence[Column]) -> bool:
    """Whether one person stands in each row, apart from who stands in for her."""
    return len({c.group for c in columns if c.field in PERSON and not deputises(c.heading)}) < 2


def _ways(columns: Iterable[Column]) -> set[str]:
    """By what somebody is reached; a telephone at home is another than the one at work."""
    fields = {"home" if _PRIVATE.search(fold(c.heading)) else c.field for c in columns}
    spoken = {"phone"} if fields & {"phone", "extension", "phone_fax", "main", "contact"} else set()
    return fields | spoken | ({"email"} if "contact" in fields else set())


def names_body(said: str, columns: Sequence[Column]) -> bool:
    """Whether a column of offices is called so: `Verein`, also as `Vereinsname`; `Schule` is in `Schulname`."""
    body = fold(said)
    names = {body, f"{body}name", f"{body}sname", f"{body[:-1]}name"}
    return any(column.field == "org" and fold(column.heading) in names for column in columns)


def _at_desks(columns: Sequence[Column], mine: dict[int, str], rows: Sequence[Row]) -> set[str]:
    """Offices with a Durchwahl for each of their people, who have no other number there: `Pfarrbüro | mobil`."""
    lines = [column.index for column in columns if column.field == "phone"]
    above = [column.index for column in columns if column.field in ("municipality", "org")]
    said = mine.get(lines[0], "") if len(lines) == 1 and above else ""
    if not said or _IN_FRONT.search(said):
        return set()
    told = (("\n".join(row[at].text for at in above), read_phones(row[lines[0]].text, Dialing()).found) for row in rows)
    reached = {(office, found.phone) for office, numbers in told for found in numbers}
    houses = Counter((office, before_extension(phone)) for office, phone in reached)
    return {said} if any(count > 1 for count in houses.values()) else set()


def _moved(column: Column, groups: dict[str, int], fields: frozenset[str]) -> tuple[Column, ...]:
    """A column in its office's group; an exchange (`Telefon Rathaus`) stays who has no other number's as well.

    Any number of an office stays what the Durchwahl of its people goes on from.
    """
    said = words_beside(column)
    if said not in groups or column.field not in fields | {"main"}:
        return (column,)
    theirs = replace(column, group=groups[said], says=said)
    if column.field == "main":
        return column, replace(theirs, field="phone")
    return (replace(column, field="main", says=said), theirs) if column.field == "phone" else (theirs,)


def words_beside(column: Column) -> str:
    """`Pfarrbüro` of `Pfarrbüro Telefon` and of `E-Mail (Pfarrbüro)`: what a heading says besides what it is."""
    return " ".join(word for word in _WORD.findall(column.heading) if not _is_kind(word))


def _is_kind(word: str) -> bool:
    known = meanings(word)
    kind = bool(known) and (known[0] in _OWN | PERSON | {"main"} or "contact" in known)
    return kind or fold(word) in FILLER | _BEHIND_ARTICLE


def _is_another(said: str, theirs: set[str]) -> bool:
    """Whether the words are an office's, or what somebody else does than the people of the table."""
    if deputises(said) or _DESK.issuperset(fold(said).split()):
        return False
    office = is_office(said) or meanings(said)[:1] in (("org",), ("municipality",))
    return office or (is_role(said) and ("" not in theirs or _IN_FRONT.search(said) is not None))


def _may_be_another(said: str) -> bool:
    """Whether words beside an office may be one more: no heading, nor `persönlich`."""
    return said[:1].isupper() and says_group(said) and not deputises(said) and not is_role(said)


def is_office_of_its_own(columns: Sequence[Column]) -> bool:
    """Whether columns are those of an office apart from its people."""
    return bool(columns) and all(column.says and column.field in _OWN | {"org"} for column in columns)


def is_of_all_towns(columns: Sequence[Column]) -> bool:
    """Whether columns are those of the district's own office, `Tel. Landratsamt`: it is in none of the towns beside."""
    return is_office_of_its_own(columns) and is_of_district(columns[0].says)


def office_said(columns: Sequence[Column], known: bool) -> Reading | None:
    """What stands above the columns of an office: its name, or which part of it where that is `known`."""
    if not is_office_of_its_own(columns):
        return None
    column = columns[0]
    field = "role" if known or is_role(column.says) else "org"
    return Reading(field, column.says, Raw(column.heading, column.where))
