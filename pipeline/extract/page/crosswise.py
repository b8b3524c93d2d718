"""People beside each other with their values in the rows below: each has what stands in her own column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.drafts import kind_of
from pipeline.extract.page.fact import as_fax
from pipeline.extract.page.item import Item
from pipeline.model import PersonName
from pipeline.transform.mailbox import named_in
from pipeline.transform.phone_words import WORDS, Word, classify

#: So many boxes around a line may be its cell.
_AROUND = 4
#: What a cell begins with that says itself what its value is; `fax.muster@…` is no label.
_LABELLED = re.compile(r"\W*(?:tel(?:efon)?|fon|(?:tele)?fax|mobil|handy|(?:e-?)?mail)\b(?![\w.+-]*@)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Below:
    """A line below a row of names: the lines of the people it belongs to, and what it says."""

    people: tuple[int, ...]
    items: Sequence[Item]


def below_people(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> dict[int, Below]:
    """The lines below rows of names; one that is in nobody's column belongs to nobody."""
    below: dict[int, Below] = {}
    for index, here in enumerate(items):
        if not here or here[0].kind != "name" or index in below:
            continue
        if _may_open(here, items[index + 1] if index + 1 < len(items) else ()):
            for cell, row in _cells(lines[index].box):
                people = _row_of_people(cell, row, lines, items)
                if people:
                    below.update(_below(people, row, lines, items))
                    break
    return below


def _may_open(here: Sequence[Item], following: Sequence[Item]) -> bool:
    """Whether a line that begins with a name and the next one have no value: others may stand beside her."""
    return not here[0].prose and not any(item.kind == "fact" for item in (*here, *following))


def _cells(box: Box) -> Iterator[tuple[Box, Box]]:
    """A line's box and those around it as cells, each with the row in which it would be."""
    for cell in islice(box.chain(), _AROUND):
        if cell.parent is not None and cell.parent.tag not in ("body", "main", "table"):
            yield cell, cell.parent


def _row_of_people(cell: Box, row: Box, lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> dict[int, int]:
    """Column → line of the name in it, where a row names people but nothing that reaches them, and at least two."""
    people: dict[int, int] = {}
    for at in range(row.first, row.last + 1):
        kinds = [item.kind for item in items[at]]
        if "fact" in kinds or "sentence" in kinds:
            return {}
        if "name" in kinds:
            column = _column(lines[at].box, cell.tag, row)
            if column is None or column in people or kinds.index("name") or kinds.count("name") > 1:
                return {}
            people[column] = at
    return people if len(people) > 1 else {}


def _column(box: Box, tag: str, row: Box) -> int | None:
    """In which cell of a row a box stands."""
    cell = next((each for each in islice(box.chain(), _AROUND) if each.parent is row and each.tag == tag), None)
    return cell.ordinal if cell is not None else None


def _below(
    people: dict[int, int], row: Box, lines: Sequence[Line], items: Sequence[Sequence[Item]]
) -> dict[int, Below]:
    """The lines of the rows that follow, up to the next names or the end of the rows."""
    cells: dict[Box, dict[int, Box]] = {}  # row → line → its cell there
    for at in range(row.last + 1, len(lines)):
        cell = _cell_beside(lines[at].box, row)
        if cell is None or cell.parent is None or any(item.kind == "name" for item in items[at]):
            break
        cells.setdefault(cell.parent, {})[at] = cell
    names = {at: next((item.name.name for item in items[at] if item.name is not None), None) for at in people.values()}
    below: dict[int, Below] = {}
    for here in cells.values():
        said = _said(here, people, lines, items)
        for at, who in _whose(here, people, names, row, lines, said).items():
            below[at] = Below(who, said[at])
    return below


def _whose(
    cells: dict[int, Box],
    people: dict[int, int],
    names: Mapping[int, PersonName | None],
    row: Box,
    lines: Sequence[Line],
    said: Mapping[int, Sequence[Item]],
) -> dict[int, tuple[int, ...]]:
    """Whose the lines of a row are. A mailbox that carries one person's name is never for all."""
    differ = _differ(cells, said)
    named = {at: _named(said[at], names) for at in cells}
    matched = any(who is not None and people.get(cells[at].ordinal) == who for at, who in named.items())
    shared = differ and not matched and _labelled(cells, lines, said)
    whose: dict[int, tuple[int, ...]] = {}
    for at, cell in cells.items():
        owners = tuple(people.values()) if shared else _owners(people, cell, row)
        who = named[at]
        whose[at] = (who,) if who is not None and (differ or len(owners) > 1) else owners
    return whose


def _named(said: Sequence[Item], names: Mapping[int, PersonName | None]) -> int | None:
    """The line of the one person after whom the mailboxes of a line are named."""
    mails = [str(item.fact.reading.value) for item in said if item.fact is not None and item.fact.field == "emails"]
    found = {number for mail in mails if (number := named_in(list(names.values()), mail)) is not None}
    return list(names)[found.pop()] if len(found) == 1 else None


def _labelled(cells: dict[int, Box], lines: Sequence[Line], said: Mapping[int, Sequence[Item]]) -> bool:
    """Whether each cell with a value begins with a label of its own: without it a column may say whose it is."""
    first: dict[Box, int] = {}
    for at, cell in cells.items():
        first.setdefault(cell, at)
    valued = {cell for at, cell in cells.items() if _has_value(said[at])}
    return all(_LABELLED.match(lines[first[cell]].text) for cell in valued)


def _cell_beside(box: Box, row: Box) -> Box | None:
    """The cell of a box in a row that is a sibling of `row`."""
    for cell in islice(box.chain(), _AROUND):
        around = cell.parent
        if around is not None and around is not row and around.parent is row.parent and around.tag == row.tag:
            return cell
    return None


def _said(
    cells: dict[int, Box], people: dict[int, int], lines: Sequence[Line], items: Sequence[Sequence[Item]]
) -> dict[int, Sequence[Item]]:
    """What the lines of a row say; `Fax` in a column of labels holds for all numbers of its row."""
    aside = [at for at, cell in cells.items() if cell.ordinal not in people and not _has_value(items[at])]
    if not _says_only_fax(" ".join(lines[at].text for at in aside)):
        return {at: items[at] for at in cells}
    return {at: [replace(item, fact=item.fact and as_fax(item.fact)) for item in items[at]] for at in cells}


def _has_value(items: Sequence[Item]) -> bool:
    return any(item.fact is not None for item in items)


def _says_only_fax(label: str) -> bool:
    """`Fax-Nr.`, but not `Tel./Fax`: which of the numbers is the fax machine's it does not say."""
    said = [classify(word) for word in WORDS.findall(label)]
    others = [part for part, kinds in said if kinds != ("fax",)]
    return len(others) < len(said) and all(part is Word.NEUTRAL for part in others)


def _differ(cells: dict[int, Box], said: Mapping[int, Sequence[Item]]) -> bool:
    """Whether a number stands in one cell and a mail address in the next: they may be no columns, but for all."""
    kinds: dict[Box, set[str]] = {}
    for at, cell in cells.items():
        here = {kind_of(item.fact) for item in said[at] if item.fact is not None} - {"url"}
        kinds.setdefault(cell, set()).update(here)
    told = [each for each in kinds.values() if each]
    return any(each.isdisjoint(other) for each in told for other in told)


def _owners(people: dict[int, int], cell: Box, row: Box) -> tuple[int, ...]:
    """Whose a cell is: of the person in its column; of all where it is alone in its row; of nobody else."""
    assert cell.parent is not None
    count = cell.parent.children.get(cell.tag, 0)
    if count == row.children.get(cell.tag, 0):
        return (people[cell.ordinal],) if cell.ordinal in people else ()
    return tuple(people.values()) if count == 1 else ()
