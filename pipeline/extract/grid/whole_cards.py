"""Cards without labels, to cut out: all that is known of a person in one cell, or line below line in one column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.extract.grid.below import heading_of
from pipeline.extract.grid.column_content import are_places, is_data
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.forms import Block, label_of
from pipeline.extract.grid.row_values import whole_place
from pipeline.extract.layout import Cell
from pipeline.transform.hours import find_hours
from pipeline.transform.name import is_vacant
from pipeline.transform.online import find_urls, looks_like_mail

#: Fewer lines are no card.
_LEAST = 3


def whole_cards(rows: Sequence[Row]) -> list[Block]:
    """The cards of a sheet in reading order; nothing where most of its texts are none."""
    texts = [cell for cell in _texts(rows) if cell.text.count("\n") + 1 >= _LEAST]
    blocks = [_block(cell) for cell in texts]
    told = [block for block in blocks if _tells(block)]
    return told if told and len(told) * 2 > len(blocks) else []


def _texts(rows: Sequence[Row]) -> Iterator[Cell]:
    """Cells as they stand, those that follow each other in a column as one."""
    found: list[tuple[int, int, Cell]] = []
    for index in range(len(rows[0])):
        column = enumerate(row[index] for row in rows)
        for filled, run in groupby(column, lambda pair: bool(pair[1].text) and not pair[1].merged):
            if filled:
                cells = list(run)
                found += [(cells[0][0], index, cell) for cell in _joined([cell for _, cell in cells])]
    return (cell for _, _, cell in sorted(found, key=lambda each: each[:2]))


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """One cell of a run of lines; cells that have lines of their own stay apart."""
    if any("\n" in cell.text for cell in cells):
        return list(cells)
    links = tuple(link for cell in cells for link in cell.links)
    return [replace(cells[0], text="\n".join(cell.text for cell in cells), links=links)]


def _block(cell: Cell) -> Block:
    """The card with each of its lines under the heading that it would have."""
    block = Block()
    for number, line in enumerate(cell.text.split("\n")):
        text = line.strip()
        if text:
            heading, value = _labelled(text, number == 0)
            links = cell.links if "@" in text or heading == "Name" else ()
            _add(block, heading, replace(cell, text=value, links=links))
    return block


def _add(block: Block, heading: str, cell: Cell) -> None:
    """A second office of a card is a part of the first."""
    last = next((n for n, (other, _) in enumerate(block.labels) if other == heading == "Dienststelle"), None)
    if last is None:
        block.labels.append((heading, cell))
    else:
        before = block.labels[last][1]
        block.labels[last] = (heading, replace(before, text=f"{before.text}\n{cell.text}"))


def _labelled(text: str, first: bool) -> tuple[str, str]:
    """Heading and value of a line."""
    label = label_of(text)
    if label and label[1]:
        return label
    if whole_place(text):
        return "Gemeinde", text
    if is_vacant(text):
        return "Name", text
    heading = heading_of(text)
    if heading:
        return heading, text
    if find_hours(text):
        return "Sprechzeiten", text
    if _reaches(text) or find_urls(text):
        return "Kontaktdaten", text
    return ("Gemeinde" if first and are_places(text, "") else "Bemerkung"), text


def _tells(block: Block) -> bool:
    """Whether a card says who it is and how to reach her."""
    headings = {heading for heading, _ in block.labels}
    reached = any(_reaches(cell.text) for _, cell in block.labels)
    return reached and bool(headings & {"Name", "Dienststelle"})


def _reaches(text: str) -> bool:
    return is_data(text) or looks_like_mail(text)
