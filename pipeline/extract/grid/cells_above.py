"""Blank cells under a municipality, an office or its number: they mean what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_values import is_ditto
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.member_towns import wider_towns
from pipeline.extract.grid.named_places import is_of_district
from pipeline.extract.layout import Cell


class CellsAbove:
    """What the rows below one head have said so far of municipality, office and main number."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.above = [c for c in columns if c.field in ("municipality", "org")]
        self.lent = [c for c in columns if c.field in ("main", "area_code")]  # of an office, written once
        self.names = [c.index for c in columns if c.field in ("name", "family", "given")]
        self.wider = wider_towns(columns)
        self.inherited: dict[int, Cell] = {}
        self.before: Row = ()

    def forget(self) -> None:
        """Something else begins: nothing of what stands above holds any longer."""
        self.inherited = {}

    def take(self, row: Row) -> None:
        """A row that says everything itself."""
        self.before = row
        for column in self.above:
            self.inherited[column.index] = row[column.index]

    def are_same(self, row: Row) -> bool:
        """Whether a row says nothing of municipality and office, or again what stands above it."""
        return all(
            not row[c.index].text or row[c.index].text == self.inherited.get(c.index, row[c.index]).text
            for c in self.above
        )

    def completed(self, row: Row) -> Row:
        """A row with all that stands above its blank cells and its signs for `as above`."""
        self.before = self.filled(self._repeated(row))
        return self.before

    def _repeated(self, row: Row) -> Row:
        """Signs for `as above` say what stands above them, in every column; nothing where nothing does."""
        dittos = [n for n, cell in enumerate(row) if is_ditto(cell.text) and n not in self.inherited]
        if not dittos:
            return row
        filled = list(row)
        for n in dittos:
            filled[n] = self.before[n] if n < len(self.before) else replace(row[n], text="")
        return filled

    def filled(self, row: Row) -> Row:
        """Blank cells of municipality and office take what stands above them, unless something left of them changed."""
        if not self.above:
            return row
        filled = list(row)
        changed = any(is_of_district(row[column.index].text) for column in self.above)
        for column in self.above:
            cell = row[column.index]
            if is_ditto(cell.text) or (not changed and self._means_above(row, column)):
                filled[column.index] = self.inherited.get(column.index, cell)
            elif cell.text:
                changed = changed or self.inherited.get(column.index) != cell
                self.inherited[column.index] = cell
            else:
                self.inherited.pop(column.index, None)
        for column in self.lent:
            if row[column.index].text:
                self.inherited[column.index] = row[column.index]
            elif changed:
                self.inherited.pop(column.index, None)
            else:
                filled[column.index] = self.inherited.get(column.index, row[column.index])
        return filled

    def _means_above(self, row: Row, column: Column) -> bool:
        """Whether a cell is blank left of the names; beside a `Verbandsgemeinde` that is said again it is no member."""
        wider = self.wider.get(column.index)
        again = wider is not None and bool(row[wider].text)
        return not (row[column.index].text or again) and bool(self.names) and column.index < min(self.names)
