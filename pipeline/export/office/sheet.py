"""One worksheet as its XML: cells with their bytes, what lies over them, and the sheet with some of them replaced."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.export.office.package import NotEditableError
from pipeline.export.office.texts import item_of, shown
from pipeline.export.office.xml import Element, elements, plain, spliced, with_attribute, without_attribute

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
#: Ranges that a list takes along when it grows.
_GROWING = ("autoFilter", "conditionalFormatting", "dataValidation", "ignoredError")
#: Twice what a list can have that we promise to read; each row costs some hundred bytes while the sheet is changed.
_ROWS = 100_000
_AROUND = frozenset(("sheetData", "col", "mergeCell", "hyperlink", "hyperlinks", "dimension", *_GROWING))

Place = tuple[int, int]


def place(reference: str) -> Place:
    """Row and column from 1 of `C7`. Raises NotEditableError."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise NotEditableError(f"{reference} ist keine Zelle")
    return int(found[2]), column_number(found[1])


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters(column: int) -> str:
    """A for 1, AA for 27."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def area(reference: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of `A1:B3`."""
    first, _, last = reference.partition(":")
    start, end = place(first), place(last or first)
    return *start, *end


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its bytes, format and content. `item` is the XML of its text, `formula` what kind it is (`none`)."""

    element: Element
    style: int
    kind: str
    text: str
    item: bytes
    formula: str

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text.strip()) or self.formula != "none"


class Sheet:
    """A worksheet; cells are read in the rows that `wanted` names."""

    def __init__(self, part: bytes, shared: Callable[[int], bytes], wanted: Callable[[int], bool]) -> None:
        if part.count(b"<row") > _ROWS:
            raise NotEditableError("sie hat zu viele Zeilen")
        self.part, self._shared = part, shared
        self.rows: dict[int, Element] = {}
        self.cells: dict[Place, Cell] = {}
        self._by_row: dict[int, dict[int, Cell]] = {}
        self.around: list[Element] = []
        self._wanted = wanted
        self._at: Place = (0, 0)
        self._places: list[Place] = []
        found = elements(part, self._choose)
        self._sort(found)

    def _choose(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Rows and cells may leave out where they are (§18.3.1.4, §18.3.1.73): then they follow the one before."""
        row, column = self._at
        if name == "row":
            number = attributes.get("r", "")
            self._at = (int(number) if number.isdigit() else row + 1), 0
            self._places.append(self._at)
            return True
        if name == "c":
            self._at = place(attributes["r"]) if "r" in attributes else (row, column + 1)
            if self._wanted(self._at[0]):
                self._places.append(self._at)
                return True
            return False
        return name in _AROUND

    def _sort(self, found: Iterable[Element]) -> None:
        places = iter(self._places)
        for element in found:
            if element.name == "row":
                self.rows[next(places)[0]] = element
            elif element.name == "c":
                row, column = next(places)
                self.cells[row, column] = self._by_row.setdefault(row, {})[column] = self._cell(element)
            else:
                self.around.append(element)

    def _cell(self, element: Element) -> Cell:
        xml = self.part[element.start : element.end]
        style, kind = element.attributes.get("s", "0"), element.attributes.get("t", "n")
        inside = {each.name: each for each in elements(xml, ("v", "f", "is"))}
        value = inside.get("v")
        raw = plain(xml[value.opened : xml.rindex(b"</", 0, value.end)]) if value and value.end > value.opened else ""
        item = b""
        if "is" in inside:
            item = xml[inside["is"].start : inside["is"].end]
        elif kind == "s" and raw.strip().isdigit():
            item = self._shared(int(raw))
        formula = inside["f"].attributes.get("t", "normal") if "f" in inside else "none"
        text = shown(item) if item else ("" if kind == "e" else raw)
        return Cell(element, int(style) if style.isdigit() else 0, kind, text, item, formula)

    def in_row(self, row: int) -> dict[int, Cell]:
        """The cells of a row by column."""
        return self._by_row.get(row, {})

    # ---- what lies over the cells ----

    def of(self, name: str) -> list[Element]:
        """The elements of that name outside the cells."""
        return [element for element in self.around if element.name == name]

    @property
    def prefix(self) -> str:
        """The prefix of the sheet's names, mostly none."""
        return next((element.prefix for element in self.of("sheetData")), "")

    def merged(self) -> list[tuple[int, int, int, int]]:
        """The merged areas."""
        return [area(element.attributes.get("ref", "")) for element in self.of("mergeCell")]

    def style_at(self, where: Place) -> int:
        """The format of a cell, else of its row, else of its column."""
        if where in self.cells:
            return self.cells[where].style
        row = self.rows.get(where[0])
        if row and row.attributes.get("customFormat") in ("1", "true"):
            return _number(row.attributes.get("s"))
        for column in self.of("col"):
            if _number(column.attributes.get("min")) <= where[1] <= _number(column.attributes.get("max")):
                return _number(column.attributes.get("style"))
        return 0

    # ---- replacing ----

    def cell_xml(self, where: Place, style: int, item: bytes) -> bytes:
        """A cell with a text in it."""
        head = f'<{self.prefix}c r="{letters(where[1])}{where[0]}"' + (f' s="{style}"' if style else "")
        return f'{head} t="inlineStr">'.encode() + item + f"</{self.prefix}c>".encode()

    def text_xml(self, where: Place, style: int, text: str) -> bytes:
        """A cell with a plain text, an empty one for none."""
        if text:
            return self.cell_xml(where, style, item_of(text, self.prefix))
        return f'<{self.prefix}c r="{letters(where[1])}{where[0]}"'.encode() + (
            f' s="{style}"/>'.encode() if style else b"/>"
        )

    def marked_xml(self, cell: Cell, style: int) -> bytes:
        """A cell with all it has in another format."""
        old = cell.element
        return with_attribute(self.part[old.start : old.opened], "s", str(style)) + self.part[old.opened : old.end]

    def number_xml(self, where: Place, style: int, number: int) -> bytes:
        """A cell with a number."""
        head = f'<{self.prefix}c r="{letters(where[1])}{where[0]}"' + (f' s="{style}"' if style else "")
        return f"{head}><{self.prefix}v>{number}</{self.prefix}v></{self.prefix}c>".encode()

    def replacing(self, cells: Mapping[Place, bytes]) -> list[tuple[int, int, bytes]]:
        """The changes that put these cells into their rows."""
        changes = []
        for where in sorted(cells):
            old = self.cells.get(where)
            if old:
                changes.append((old.element.start, old.element.end, cells[where]))
            else:
                changes.append(self._inserted(where, cells[where]))
        return changes

    def _inserted(self, where: Place, xml: bytes) -> tuple[int, int, bytes]:
        row = self.rows.get(where[0])
        if row is None or row.end == row.opened or not self._wanted(where[0]):
            raise NotEditableError(f"die Zeile {where[0]} ist leer")
        later = [cell.element.start for column, cell in self.in_row(where[0]).items() if column > where[1]]
        at = min(later, default=self.part.rindex(b"</", row.opened, row.end))
        return at, at, xml

    def row_xml(self, number: int, like: int, cells: Mapping[int, bytes]) -> bytes:
        """A new row as high and as formatted as another one."""
        model = self.rows[like]
        tag = without_attribute(self.part[model.start : model.opened].replace(b"/>", b">"), "hidden")
        tag = with_attribute(without_attribute(tag, "collapsed"), "r", str(number))
        return tag + b"".join(cells[column] for column in sorted(cells)) + f"</{model.tag}>".encode()

    def adding(self, rows: Mapping[int, bytes]) -> list[tuple[int, int, bytes]]:
        """The changes that put whole rows in; an empty row that is there already gives way."""
        changes = []
        for number in sorted(rows):
            if number in self.rows:
                old = self.rows[number]
                changes.append((old.start, old.end, rows[number]))
            else:
                before = max(n for n in self.rows if n < number)
                changes.append((self.rows[before].end,) * 2 + (rows[number],))
        return changes

    # ---- growing ----

    def growing(self, last: int, new: int, *, together: bool) -> list[tuple[int, int, bytes]]:
        """The changes that let the ranges ending with row `last` end with `new`; not `together`: the dimension only."""
        changes = []
        for element in self.around:
            name = "ref" if element.name in ("dimension", "autoFilter") else "sqref"
            old = element.attributes.get(name, "")
            if element.name == "dimension":
                grown = extended(old, None, new)
            elif together and element.name in _GROWING:
                grown = extended(old, last, new)
            else:
                continue
            if grown != old:
                tag = self.part[element.start : element.opened]
                changes.append((element.start, element.opened, with_attribute(tag, name, grown)))
        return changes


def extended(ranges: str, last: int | None, new: int) -> str:
    """Ranges of several rows that end with row `last` (None: in any) reach to row `new`."""
    return " ".join(_extended(each, last, new) for each in ranges.split(" "))


def _extended(reference: str, last: int | None, new: int) -> str:
    found = re.fullmatch(r"(\$?[A-Z]{1,3}\$?)([0-9]+):(\$?[A-Z]{1,3}\$?)([0-9]+)", reference)
    if not found:
        return reference
    top, bottom = int(found[2]), int(found[4])
    ends = bottom < new if last is None else bottom == last and top < bottom
    return f"{found[1]}{top}:{found[3]}{new}" if ends else reference


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def with_changes(sheet: Sheet, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The sheet's part with all changes."""
    return spliced(sheet.part, changes)
