"""Lists of recipients as mail programs write them: `"Muster, Eva" <eva@…>, Rathaus <info@…>; Tom Beispiel <tom@…>`.

People get a line each, and each mailbox that is nobody's a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import begins_with_person, is_data
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.layout import Cell

_MAIL = r"[^\s<>\[\](),;:\"]+@[^\s<>\[\](),;:\"]+"
_RECIPIENT = re.compile(
    rf"\s*(?:(?P<name>\"[^\"@]+\"|[^\"<>\[\];@\n]+?)\s*[<\[](?:mailto:)?{_MAIL}[>\]]|{_MAIL})\s*(?:[;,\n]+\s*|$)"
)


def recipients_in(text: str) -> list[tuple[str, str]]:
    """Each recipient of a list and whom it names; nothing where the text is anything else."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        one = _RECIPIENT.match(text, at)
        if one is None:
            return []
        found.append((one.group().strip(" ;,\n"), (one["name"] or "").strip(" \"'")))
        at = one.end()
    return found if len(found) > 1 and any(name for _, name in found) else []


def with_recipients_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with the people of such a list line by line, and with a row for everybody else in it."""
    if not any("@" in cell.text and ("<" in cell.text or "[" in cell.text) for row in rows for cell in row):
        return rows
    alone = len({at for row in rows for at, cell in enumerate(row) if cell.text}) == 1
    return [each for row in rows for each in _apart(row, alone)]


def _apart(row: Row, alone: bool) -> Iterator[Row]:
    """A row as several; where the list is the only column, each of its people stands `alone`."""
    lists = {at: found for at, cell in enumerate(row) if not cell.merged and (found := recipients_in(cell.text))}
    beside = [cell for at, cell in enumerate(row) if at not in lists]
    if len(lists) != 1 or any(is_data(cell.text) or begins_with_person(cell) for cell in beside):
        # whose the other values are, the row has to say as a whole, and whom it names it names once
        yield row
        return
    (at, found), *_ = lists.items()
    people = [text for text, name in found if not alone and name and begins_with_person(Cell(name, row[at].where))]
    rest = [text for text, _ in found if text not in people]
    for text in ["\n".join(people), *rest] if people else rest:
        yield [*row[:at], replace(row[at], text=text, links=() if text in rest else row[at].links), *row[at + 1 :]]
