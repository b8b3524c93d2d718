"""Rows that count the columns of a table, as forms have them below their headings: `(1) | (2) | (3)`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grid.column_groups import Row

#: Fewer figures may be anything.
_LEAST = 3
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def without_column_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that do not count columns."""
    return [row for row in rows if not _counts(row)]


def _counts(row: Row) -> bool:
    """Whether the cells of a row are figures, letters or Roman figures, each the next."""
    texts = [cell.text for cell in row if cell.text and not cell.merged]
    size = len(texts)
    if size < _LEAST or len(_figure(texts[0])) != 1:
        return False
    said = [_figure(text) for text in texts]
    return said in ([str(n) for n in range(1, size + 1)], [chr(97 + n) for n in range(size)], [*_ROMAN[:size]])


def _figure(text: str) -> str:
    return text.strip(" ().").lower()
