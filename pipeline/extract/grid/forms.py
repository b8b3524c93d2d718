"""Index cards and forms: a label left of each value, a block per municipality or person, also several side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, takewhile

from pipeline.extract.grid.below import heading_of
from pipeline.extract.grid.column_content import begins_with_person, names_one_of
from pipeline.extract.grid.column_groups import CONTACT, PERSON, Column, Row, grouped, settled
from pipeline.extract.grid.column_kinds import kind_of
from pipeline.extract.grid.common_mail import whose_columns
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.table_head import field_of
from pipeline.extract.layout import Cell
from pipeline.transform.deputies import deputises
from pipeline.transform.office import is_role

_LABELLED = re.compile(r"^\s*+([^:\n]{2,50}?)\s*:\s*(\S.*)$", re.DOTALL)
#: So many labels make a form.
_LEAST = 3


@dataclass(slots=True)
class Block:
    """One card: its titles from above and its labelled values; further up, behind a gap, the titles of the sheet."""

    titles: list[Cell] = field(default_factory=list)
    labels: list[tuple[str, Cell]] = field(default_factory=list)  # heading, value
    at: list[int] = field(default_factory=list)  # the column in which each value stands
    beside: set[int] = field(default_factory=set)  # columns left of the labels in which something stands
    above: list[Cell] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        """What is labelled so far."""
        return {found[0] for heading, _ in self.labels if (found := meanings(heading))}

    def row(self) -> tuple[tuple[Column, ...], Row]:
        """The card as one row under columns."""
        columns = []
        for index, (heading, cell) in enumerate(self.labels):
            known = field_of([heading], [cell]) or _kind(heading, cell)
            columns.append(Column(index, known or "unknown", heading, cell.where))
        cells = tuple(cell for _, cell in self.labels)
        return whose_columns(grouped(settled(_with_person(columns, cells)))), cells


def _with_person(columns: Sequence[Column], cells: Row) -> list[Column]:
    """`Auskunft erteilt | Frau Eva Muster`: the only person of a card is its name, whatever the label."""
    people = [c for c in columns if c.field == "unknown" and begins_with_person(cells[c.index])]
    if len(people) != 1 or any(c.field in PERSON for c in columns) or deputises(people[0].heading):
        return list(columns)
    return [replace(c, field="name") if c is people[0] else c for c in columns]


def _kind(heading: str, cell: Cell) -> str | None:
    """What stands behind an unknown label, where it is plain to see: `geöffnet | Mo–Fr 9–12 Uhr`."""
    kind = kind_of(heading, [cell], [""], set()) if cell.text.strip() else None
    return kind if kind in CONTACT or kind in ("hours", "url", "address") else None


def read_blocks(rows: Sequence[Row]) -> list[Block]:
    """All cards of a sheet in reading order; nothing where it is no form."""
    blocks: list[Block] = []
    left: list[Block] = []
    for low, high in _strips(rows):
        strip = [block for block in _blocks([row[low:high] for row in rows]) if block.labels]
        left = left or strip
        if len(strip) == len(left):
            for block, first in zip(strip, left, strict=True):
                block.titles = block.titles or first.titles  # the title over cards beside each other stands once
        blocks += [each for block in strip for each in _people_of(block)]
    reached = any(block.fields & CONTACT for block in blocks)
    enough = reached and sum(len(block.labels) for block in blocks) >= _LEAST
    return _with_form(blocks, _form_labels(rows)) if enough else []


def _form_labels(rows: Sequence[Row]) -> list[tuple[str, Cell]]:
    """What a form says of all its cards, apart from them: `Kommune: | Celle` and a gap; nothing where people begin."""
    rest = dropwhile(lambda row: not _labelled(row), rows)
    head = takewhile(lambda row: any(cell.text for cell in row), rest)
    labels = [pair for row in head for pair in _labelled(row)]
    fields = {meanings(heading)[0] for heading, _ in labels}
    return [] if fields & (PERSON | CONTACT) else [pair for pair in labels if _for_all(pair[0])]


def _labelled(row: Row) -> list[tuple[str, Cell]]:
    """The labels of a row with what stands behind them."""
    own = [cell for cell in row if cell.text and not cell.merged]
    pairs = zip(own, [*own[1:], None], strict=False)
    found = [(label, cell, behind) for cell, behind in pairs if (label := label_of(cell.text)) and meanings(label[0])]
    values = [(label[0], replace(cell, text=label[1]) if label[1] else behind) for label, cell, behind in found]
    return [(heading, value) for heading, value in values if value and not label_of(value.text)]


def _with_form(blocks: list[Block], labels: Sequence[tuple[str, Cell]]) -> list[Block]:
    """Cards of people with what the form says of all of them, unless other cards say that themselves."""
    for heading, value in labels if all(block.fields & PERSON for block in blocks) else ():
        without = [block for block in blocks if meanings(heading)[0] not in block.fields]
        for block in without if len(without) == len(blocks) - 1 else ():
            block.labels.append((heading, value))
            block.at.append(-1)
    return blocks


def _people_of(block: Block) -> list[Block]:
    """A card with several people beside each other, `Name: | Eva | Uwe`, as a card for each with what is below."""
    placed = list(zip(block.labels, block.at, strict=True))
    headings = [heading for heading, _ in block.labels]
    names = [(heading, at) for (heading, _), at in placed if meanings(heading)[:1] == ("name",)]
    across = {heading: [at for other, at in names if other == heading] for heading, _ in names}
    columns = max(across.values(), key=len, default=[])
    if len(set(columns)) < 2:
        return [block]
    alone = [
        pair for pair, at in placed if headings.count(pair[0]) == 1 and at not in columns[1:] and _for_all(pair[0])
    ]
    cards = []
    for column in columns:
        own = [pair for pair, at in placed if at == column]
        cards.append(Block(block.titles, [*(pair for pair in alone if pair not in own), *own]))
    return cards


def _for_all(label: str) -> bool:
    """What several people share though it is written once: their place and office, but nobody's number."""
    return meanings(label)[:1] in (("municipality",), ("org",), ("address",), ("street",), ("postcode",), ("place",))


def label_of(text: str) -> tuple[str, str] | None:
    """Heading and value of `Telefon: 07161 1234`; the value is empty where the label stands alone."""
    inside = _LABELLED.match(text)
    if inside and meanings(inside[1]) and not names_one_of(inside[1]):  # `Celle, Frau Eva Muster, Tel.: …`
        return inside[1], inside[2]
    bare = text.strip().rstrip(":").strip()
    return (bare, "") if "\n" not in bare and meanings(bare) else None


def _strips(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Ranges of columns that hold cards of their own: where the same labels stand again further right."""
    width = len(rows[0]) if rows else 0
    labels: dict[int, set[str]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            found = label_of(cell.text) if cell.text and not cell.merged else None
            if found:
                labels.setdefault(index, set()).add(found[0].lower())
    starts: list[int] = []
    for index in sorted(labels):
        first = labels[starts[0]] if starts else labels[index]
        if not starts or (len(labels[index]) > 1 and len(labels[index] & first) * 2 >= len(first)):
            starts.append(index)
    starts[:1] = [0]
    yield from zip(starts, [*starts[1:], width], strict=True)


def _label_columns(rows: Sequence[Row]) -> set[int]:
    """Columns whose texts are mostly labels: elsewhere `Koordinatorin` is somebody's function."""
    filled: dict[int, list[bool]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            if cell.text and not cell.merged:
                filled.setdefault(index, []).append(label_of(cell.text) is not None)
    return {index for index, found in filled.items() if sum(found) > 1 and sum(found) * 5 >= len(found) * 2}


def _blocks(rows: Sequence[Row]) -> list[Block]:
    blocks = [Block()]
    columns = _label_columns(rows)
    gap = False
    for row in rows:
        cells = [(index, cell) for index, cell in enumerate(row) if (cell.text or cell.links) and not cell.merged]
        if not cells:
            gap = True
            continue
        pairs = [pair for pair in _pairs(cells, columns) if pair[1] or not is_role(pair[0])]  # `Leitung` below a name
        if not pairs and not _beside(blocks[-1], cells, gap):
            _other(blocks, cells, gap)
        for heading, values in pairs:
            if _begins(blocks[-1], heading, gap) or (gap and _begins_again(blocks, heading)):
                blocks.append(Block(_kept_titles(blocks[-1], heading, gap)))
            blocks[-1].labels += [(heading, value) for _, value in values]
            blocks[-1].at += [index for index, _ in values]
            gap = False
        for index, cell in _leading(cells, pairs, columns):
            _take_beside(blocks[-1], index, cell)
        gap = False
    return blocks


def _pairs(cells: Sequence[tuple[int, Cell]], columns: set[int]) -> Iterator[tuple[str, list[tuple[int, Cell]]]]:
    """Labels of one row, each with the values right of it (or behind its colon)."""
    heading, values = "", list[tuple[int, Cell]]()
    for at, (index, cell) in enumerate(cells):
        found = _label_at(index, cell, columns, at + 1 < len(cells))
        if found:
            if heading:
                yield heading, values
            heading, inside = found
            values = [(index, replace(cell, text=inside))] if inside else []
        elif heading:
            values.append((index, cell))
    if heading:
        yield heading, values


def _label_at(index: int, cell: Cell, columns: set[int], followed: bool) -> tuple[str, str] | None:
    """Heading and value of a label: it stands in a column of labels (a value beside it if unknown), or has a colon."""
    found = label_of(cell.text)
    if not found and followed and index in columns and _may_be_label(cell.text):
        return cell.text.strip().rstrip(" :"), ""
    return found if found and (index in columns or found[1] or cell.text.rstrip().endswith(":")) else None


def _may_be_label(text: str) -> bool:
    """Whether a word among labels is one that nobody knows: no person, office, function or place, and no value."""
    short = len(text) < 40 and text.count(" ") < 3 and "\n" not in text
    return short and not any(char.isdigit() or char == "@" for char in text) and heading_of(text) is None


def _leading(
    cells: Sequence[tuple[int, Cell]], pairs: Sequence[object], columns: set[int]
) -> Sequence[tuple[int, Cell]]:
    """What stands left of the labels in their rows: the place and the person to whom they belong."""
    last = len(cells) - 1
    first = next((n for n, (index, cell) in enumerate(cells) if _label_at(index, cell, columns, n < last)), 0)
    return cells[:first] if pairs else ()


def _take_beside(block: Block, index: int, cell: Cell) -> None:
    heading = heading_of(cell.text)
    if heading:
        block.labels.append((heading, cell))
        block.at.append(index)
        block.beside.add(index)
    elif not block.titles and sum(char.isalpha() for char in cell.text) > 2:
        block.titles.append(cell)


def _beside(block: Block, cells: Sequence[tuple[int, Cell]], gap: bool) -> bool:
    """A row without labels that goes on below what stands left of the labels of its card."""
    if gap or any(index not in block.beside or not heading_of(cell.text) for index, cell in cells):
        return False
    for index, cell in cells:
        _take_beside(block, index, cell)
    return True


def _begins(block: Block, heading: str, gap: bool) -> bool:
    """Whether a label starts the next card: it is the first label again, or one we have, after a gap."""
    found = meanings(heading)
    if not block.labels or not found:
        return False
    if heading == block.labels[0][0]:
        return True
    titled = {"municipality"} if block.titles else set()
    return (gap and found[0] in block.fields | titled) or (
        found[0] == "municipality" and "municipality" in block.fields | titled
    )


def _begins_again(blocks: Sequence[Block], heading: str) -> bool:
    """Whether a label began the first card: below a card without one, `Gemeinde` is not that of who stands above."""
    first = next((block for block in blocks if block.labels), None)
    return first is not None and bool(blocks[-1].labels) and heading == first.labels[0][0] and bool(meanings(heading))


def _kept_titles(block: Block, heading: str, gap: bool) -> list[Cell]:
    """The titles that hold for the next card as well: right below this one somebody else of the same place begins."""
    another = not gap and meanings(heading)[:1] == ("name",) == meanings(block.labels[0][0])[:1]
    return list(block.titles) if another else []


def _other(blocks: list[Block], indexed: Sequence[tuple[int, Cell]], gap: bool) -> None:
    """A row without a label: the title of the next card, or one more line of the value above."""
    block, cells = blocks[-1], [cell for _, cell in indexed]
    below = len(cells) == 1 and indexed[0][0] not in block.beside and not gap
    if block.labels and below and _below_value(block, cells[0]):
        heading, value = block.labels[-1]
        block.labels[-1] = (
            heading,
            replace(value, text=f"{value.text}\n{cells[0].text}", links=value.links + cells[0].links),
        )
    elif block.labels:
        blocks.append(Block(titles=list(cells)))
    elif gap:
        blocks[-1] = Block(list(cells), above=[*block.above, *block.titles])
    else:
        block.titles += cells


def _below_value(block: Block, cell: Cell) -> bool:
    """Whether a cell stands in the same column as the value above it, not in the column of the labels."""
    above, here = block.labels[-1][1].where.cell or "", cell.where.cell or ""
    column = here.rstrip("0123456789")
    return bool(column) and column == above.rstrip("0123456789") and not cell.header
