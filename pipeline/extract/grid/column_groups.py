"""Which columns belong together: the parts of a name, of an address, and what each of two people of a row has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from pipeline.extract.grid.cell_values import says_nothing
from pipeline.extract.grid.function_words import NEUTRAL
from pipeline.extract.grid.heading_order import above_name
from pipeline.extract.grid.headings import is_quarter, meanings, says_group
from pipeline.extract.grid.role_above import before_contact, role_of
from pipeline.extract.layout import Cell
from pipeline.model import Where
from pipeline.transform.deputies import deputises
from pipeline.transform.office import is_role
from pipeline.transform.text import fold

Row = Sequence[Cell]

PERSON = frozenset({"name", "given", "family", "salutation", "title"})
#: Without one of these nobody is called anything.
_CALLED = frozenset({"name", "family"})
CONTACT = frozenset({"phone", "mobile", "fax", "extension", "email", "contact", "phone_fax"})
_SHARED = frozenset(
    {"municipality", "org", "place", "street", "house", "postcode", "city", "address", "main", "remark", "hours", "url"}
)
#: The figure of `Telefon 2`.
_NUMBER = re.compile(r"(?<![\d.])([1-4])\.?(?!\d)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column (or the value beside one label): where it is, what it holds, for which person of its row."""

    index: int
    field: str
    heading: str
    where: Where
    group: int = 0  # -1: for all persons of the row
    says: str = ""  # the function of all people below it


def filled(rows: Sequence[Row], column: Column) -> list[Cell]:
    """The cells of a column that hold something."""
    return [cell for row in rows if not says_nothing(cell := row[column.index])]


def settled(columns: list[Column]) -> list[Column]:
    """What only the whole head can tell: a `Name` beside a `Vorname`, an `Ort` beside a street or alone."""
    fields = {column.field for column in columns}
    if "given" in fields and "family" not in fields:
        columns = [replace(c, field="family") if c.field == "name" else c for c in columns]
    columns = [
        replace(c, field="house") if before and before.field == "street" and fold(c.heading) in ("nr", "no") else c
        for before, c in zip([None, *columns], columns, strict=False)
    ]
    columns = [replace(c, field="city") if _is_city(columns, at) else c for at, c in enumerate(columns)]
    if "postcode" in fields and not fields & {"city", "place", "address"}:
        columns = [part for pair in zip([None, *columns], columns, strict=False) for part in _with_city(*pair)]
    if "municipality" not in fields:
        columns = _with_town_apart(columns)
        fields = {column.field for column in columns}
    if "place" in fields:
        city = bool(fields & {"street", "postcode", "house"}) or "municipality" in fields
        columns = [replace(c, field="city" if city else "municipality") if c.field == "place" else c for c in columns]
    return columns


_SEAT = frozenset({"street", "house", "postcode", "address"})


def _with_town_apart(columns: list[Column]) -> list[Column]:
    """`Ort | Name | Straße | PLZ | Ort`: the one beside the parts of an address is in it, the other says where.

    So does an `Ortschaft` that stands alone.
    """
    runs = [list(run) for _, run in groupby(columns, lambda column: column.field in _SEAT | {"place"})]
    alone = [run[0] for run in runs if [column.field for column in run] == ["place"]]
    seated = any(column.field == "place" for run in runs if len(run) > 1 for column in run)
    if len(alone) != 1 or not (seated or is_quarter(alone[0].heading)):
        return columns
    return [replace(c, field="municipality") if c in alone else c for c in columns]


def _is_city(columns: Sequence[Column], at: int) -> bool:
    """Whether a `Stadt` is the town of an address: `Dienstlich: PLZ | Dienstlich: Stadt`, or again beside a `PLZ`."""
    column = columns[at]
    if column.field != "municipality":
        return False
    of, others = _whose(column), [*columns[:at], *columns[at + 1 :]]
    same = bool(of) and any(other.field in _SEAT and _whose(other) == of for other in others)
    beside = any(other.field == "postcode" for other in columns[max(at - 1, 0) : at + 2])
    return same or (beside and any(other.field == "municipality" for other in columns[:at]))


def _whose(column: Column) -> list[str]:
    """What a heading says before its last word: `Dienstlich: Stadt`."""
    return fold(column.heading).split()[:-1]


def _with_city(before: Column | None, column: Column) -> tuple[Column, ...]:
    """`PLZ | Gemeinde`: the municipality is the town of the address as well."""
    town = column.field == "municipality" and before is not None and before.field == "postcode"
    return (column, replace(column, field="city")) if town else (column,)


#: `Vertreter im Beirat`, `Vertreterin`: who speaks for an office, and is reached as it is.
_SPEAKS_FOR = re.compile(r"(?:\w+ )?Vertreter")


def _stands_in(heading: str) -> bool:
    """Whether people below a heading stand in for somebody else, whose numbers stand before them."""
    return deputises(heading) and not _SPEAKS_FOR.match(heading)


def grouped(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Columns of a second person in the same row (`Vertretung | Telefon`) get a group of their own."""
    columns = list(columns)
    if numbered := _numbered(columns):
        return numbered
    result: list[Column] = []
    group, seen, person = 0, set[str](), False
    deputy = False  # what does not call itself hers may be the number of whom she stands in for
    marked = any(c.field in CONTACT and deputises(c.heading) for c in columns)
    single = {field for field, times in Counter(c.field for c in columns).items() if times == 1}
    for at, column in enumerate(columns):
        if column.field in PERSON:
            if result and _share(result[-1], columns[at:]):
                pass
            elif seen & _CALLED and _calls(columns[at:]):
                reached = any(other.group == group and other.field in CONTACT for other in result)
                group, seen, deputy = group + 1, set(), (marked or not reached) and deputises(column.heading)
            elif not person and _stands_in(column.heading) and any(each.field in CONTACT for each in result):
                result = [replace(each, group=0) if each.field in CONTACT else each for each in result]
                group = 1  # `Amt | Telefon | Vertretung`: the numbers are of whom she stands in for
            seen.add(column.field)
            person = True
        shared = column.field in _SHARED and (column.field in single or not person)
        before = column.field in CONTACT and not person
        first = deputy and column.field in CONTACT and not deputises(column.heading)
        first = first and not any(other.group == group - 1 and other.field == column.field for other in result)
        result.append(replace(column, group=-1 if shared or before else group - first))
    return tuple(_with_own_office(result))


def _with_own_office(columns: list[Column]) -> list[Column]:
    """`Träger | Leitung | Telefon | Träger | Beratung | Telefon`: each person's own stands right before her name."""
    people = [next(at for at, c in enumerate(columns) if c.group == group) for group in _groups_of(columns)]
    before = {at - 1: columns[at].group for at in people if _is_office_before(at - 1, columns[at].group, columns)}
    again = {columns[at].heading for at in before}
    before |= {at - 1: columns[at].group for at in people[:1] if columns[at - 1].heading in again}
    return [replace(c, group=before.get(at, c.group)) for at, c in enumerate(columns)]


def _is_office_before(at: int, group: int, columns: Sequence[Column]) -> bool:
    """Whether an office stands right before a further person, and behind the numbers of whom stands left of her."""
    left = columns[at - 1] if at > 0 else None
    behind = left is not None and left.group == group - 1 and left.field in CONTACT
    return group > 0 and columns[at].field == "org" and behind


def _groups_of(columns: Sequence[Column]) -> list[int]:
    return sorted({column.group for column in columns if column.group >= 0})


def _calls(columns: Iterable[Column]) -> bool:
    """Whether the columns begin with the name of somebody: `Titel | Name`; a `Suffix` alone completes one."""
    return any(column.field in _CALLED for column in takewhile(lambda column: column.field in PERSON, columns))


def _numbered(columns: Sequence[Column]) -> tuple[Column, ...]:
    """`Name 1 | Name 2 | Telefon 1 | Telefon 2`: the figure says whose number it is; nothing where it does not."""
    figures = {c.index: int(found[1]) - 1 for c in columns if (found := _NUMBER.search(c.heading))}
    names = [figures.get(c.index) for c in columns if c.field in ("name", "family")]
    numbers = {figures.get(c.index) for c in columns if c.field in CONTACT}
    if len(names) < 2 or None in names or len(set(names)) != len(names) or not numbers - {None} <= set(names):
        return ()
    if not numbers - {None}:
        return ()
    return tuple(replace(c, group=figures.get(c.index, -1)) for c in columns)


#: In most headings they say nothing; beside others each is what its people do: `Asyl | Wohngeld` over two names.
TOPICS = frozenset({"asyl", "integration", "fluechtlinge", "migration", "soziales"})


def with_functions(columns: Sequence[Column], told: Sequence[Column]) -> list[Column]:
    """Columns of people beside each other under words that are no fields: those are what the people do.

    `told` are whole contacts; other people need a second row of headings, or functions above them.
    """
    if len(told) > 1 and all(column.heading and _says_function(column.heading) for column in told):
        return [replace(c, says=before_contact(c.heading)) if c in told else c for c in columns]
    over = {c.index: above for c in columns if c.field in _CALLED and (above := _group_over(c.heading))}
    several = len(set(over.values())) > 1
    if several:  # `Kasse` beside `1. Vorsitz | 2. Vorsitz`
        over = {c.index: c.heading for c in columns if c.field in _CALLED and says_group(c.heading)} | over
    return [replace(c, says=over[c.index]) if several and c.index in over else c for c in columns]


def _says_function(heading: str) -> bool:
    """Whether a heading over whole contacts is no word for people, or one for what they do: `Beauftragte/r`."""
    return "name" not in meanings(heading) or role_of(heading, True) is not None


def _group_over(heading: str) -> str:
    """`Wachdienst` of `Wachdienst Ansprechpartner`, and `Hausmeister`; nothing where a heading says only who it is."""
    above = above_name(heading)
    if above != heading and TOPICS.issuperset(fold(above).split()):
        return above
    if meanings(above) == ("name", "role") and is_role(above) and not NEUTRAL.search(above):
        return above  # `1. Vorsitz` beside `2. Vorsitz`
    return above if says_group(above) and (above != heading or is_role(above)) and not deputises(above) else ""


def _share(before: Column, columns: Sequence[Column]) -> bool:
    """`Ansprechpartner 1 | Ansprechpartner 2 | Telefon`: the numbers are for both; without any each cell tells all."""
    more = any(column.field in CONTACT or column.field == "role" for column in columns)
    return more and columns[0].field == "name" and _numbered_alike(before, columns[0])


def _numbered_alike(before: Column, column: Column) -> bool:
    """Whether two columns side by side differ in their number only."""
    bare = [
        re.sub(r"\b(?:\d+|i+|erste[rs]?|zweite[rs]?|weitere[rs]?)\b", "", fold(c.heading)).strip()
        for c in (before, column)
    ]
    return before.field == column.field and bare[0] == bare[1]
