"""Titles of tables beside each other: `Stadt Celle` over one of them and `Stadt Peine` over the other hold for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.title_rows import Above, take_titles
from pipeline.model import Finding

#: First column of a table and the first behind it.
Range = tuple[int, int]


def titles_of_all(rows: Sequence[Row], extent: tuple[int, int], ranges: Sequence[Range]) -> list[Row]:
    """The rows above the heads in which nothing stands over one table and something else over another."""
    return [row for row in rows[: extent[0]] if not _is_parted(row, ranges)]


def titles_of_each(rows: Sequence[Row], extent: tuple[int, int], ranges: Sequence[Range]) -> list[list[Row]]:
    """What stands over each table alone, as the highest of its headings, too."""
    parted = [row for row in rows[: extent[0]] if _is_parted(row, ranges)]
    if extent[0] < extent[1] and _is_parted(rows[extent[0]], ranges):
        parted.append(rows[extent[0]])
    return [[part for row in parted if _is_title(part := row[low:high])] for low, high in ranges]


def taken_for_one(titles: Sequence[Row], above: Above, fields: set[str]) -> tuple[Above, list[Finding]]:
    """What holds for one table: its own titles before those of all."""
    own = replace(above, given={}, stems=set(), codes=set(), titles=set(above.titles))
    findings = take_titles(titles, own, fields)
    own.given = above.given | own.given
    return own, findings


def _is_parted(row: Row, ranges: Sequence[Range]) -> bool:
    said = [any(cell.text and not cell.merged for cell in row[low:high]) for low, high in ranges]
    return sum(said) > 1


def _is_title(part: Row) -> bool:
    """Whether something stands over a table that is none of its headings."""
    texts = {cell.text for cell in part if cell.text}
    return bool(texts) and not any(map(meanings, texts))
