"""A person or an office on each of several cards, with labels beside the values or without any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.card_titles import common_title, name_functions, tells_itself, with_title
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.forms import Block
from pipeline.extract.grid.rows import RowReader
from pipeline.extract.grid.title_rows import Above, take_titles
from pipeline.extract.grid.whole_cards import above_cards, left_over, whole_cards
from pipeline.extract.layout import Cell
from pipeline.model import Extraction, Finding


def as_cards(cards: Sequence[Block], above: Above) -> Extraction | None:
    """Each card is one row under columns of its own."""
    first, prefix, work = cards[0], common_title(cards), name_functions(cards)
    findings = take_titles([first.above, [] if tells_itself(first) else first.titles[:-1]], above, set())
    reader = RowReader((), above.rules, above.dialing, above.given)
    for card in cards:
        columns, row = with_title(card, prefix, above.rules, work)
        reader.use(columns)
        unknown = (column for column in columns if column.field == "unknown")
        findings += [Finding("unknown_column", "info", column.heading, column.where) for column in unknown]
        reader.read([row])
    result = reader.result()
    return replace(result, findings=(*findings, *result.findings)) if result.records else None


def as_whole_cards(rows: Sequence[Row], above: Above) -> Extraction | None:
    """Cards without labels; numbers that stand in none are findings."""
    cards = whole_cards(rows)
    titles = above_cards(rows, cards)
    told = take_titles(titles, above, set()) if cards else []
    found = as_cards(cards, above) if cards else None
    if not found:
        return None
    left = left_over(rows[len(titles) :], cards)
    findings = [*told, *map(_nobodys, left)]
    return replace(found, findings=(*found.findings, *findings))


def _nobodys(cell: Cell) -> Finding:
    """What stands in no card: nobody knows whose it is, or a line of a card is struck out."""
    said = cell.text[:200]
    return (
        Finding("struck", "info", said, cell.where)
        if cell.struck
        else Finding("unclaimed", "warning", said, cell.where)
    )
