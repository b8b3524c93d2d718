"""The small parts of an Office Open XML workbook: its sheets, shared texts, styles and links (ECMA-376 part 1, §18)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from posixpath import dirname, join

from pipeline.extract.workbook.cell_styles import Style, Text, style_of
from pipeline.extract.workbook.sheets import TEXT_LIMIT
from pipeline.extract.workbook.zipped import Archive, Attributes, attribute, parse_xml


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The targets inside the archive and the links outside of a part, by id: (last word of the type, target)."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag != "Relationship":
            return
        target, kind = attributes.get("Target", ""), attributes.get("Type", "").rpartition("/")[2]
        if attributes.get("TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") else join(dirname(part), target)
        found[attributes.get("Id", "")] = (kind, target)

    if path in archive:
        parse_xml(archive.pieces(path), archive.place, start, lambda _: None, None)
    return found


def workbook_part(archive: Archive) -> str | None:
    """The name of the workbook's main part, None where the archive is no such workbook."""
    for kind, target in relations(archive, "").values():
        if kind == "officeDocument" and target in archive and "workbook" in target.lower():
            return target
    return "xl/workbook.xml" if "xl/workbook.xml" in archive else None


def sheet_parts(archive: Archive, workbook: str) -> tuple[tuple[SheetPart, ...], bool]:
    """The worksheets in their order, and whether dates count from 1904."""
    targets = relations(archive, workbook)
    sheets: list[SheetPart] = []
    epochs: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            kind, target = targets.get(attribute(attributes, "id") or "", ("", ""))
            if kind == "worksheet":
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(SheetPart(attributes.get("name", ""), hidden, target))
        elif tag == "workbookPr":
            epochs.append(attributes.get("date1904", "0"))

    parse_xml(archive.pieces(workbook), archive.place, start, lambda _: None, None)
    return tuple(sheets), any(value in ("1", "true") for value in epochs)


def part_of_kind(archive: Archive, workbook: str, kind: str) -> str | None:
    """The part of the workbook with this relation, e.g. `sharedStrings`."""
    return next((target for name, target in relations(archive, workbook).values() if name == kind), None)


# ---- texts ---------------------------------------------------------------------------------------


class TextReader:
    """Collects one `<si>` or `<is>`: its runs, without phonetic hints, apart from what is struck out."""

    plain = True
    _run: bool | None = None
    _text = _phonetic = False

    def __init__(self, read: Iterable[str] = ()) -> None:
        self._kept = list(read)
        self._struck: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element inside the text begins."""
        if tag == "t":
            self._text = not self._phonetic
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "r":
            self._run = None
        elif tag == "rPr":
            self._run = False
        elif tag == "strike":
            self._run = attributes.get("val", "1") not in ("0", "false")
            self.plain = False

    def end(self, tag: str, pieces: list[str]) -> None:
        """An element inside the text ends; its characters count if they belong to the text."""
        if tag == "t":
            if self._text:
                (self._struck if self._run else self._kept).extend(pieces)
            self._text = False
        elif tag == "rPh":
            self._phonetic = False

    def result(self) -> Text:
        """The text read."""
        return Text(unescaped("".join(self._kept)), unescaped("".join(self._struck)), self.plain)


def unescaped(text: str) -> str:
    """`_x000D_` is how the format writes a control character (§22.9.2.19)."""
    return (_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text)[:TEXT_LIMIT]


_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_texts(archive: Archive, workbook: str) -> list[Text]:
    """All shared texts in order."""
    part = part_of_kind(archive, workbook, "sharedStrings")
    texts: list[Text] = []
    if part is None or part not in archive:
        return texts
    reader = TextReader()
    pieces: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal reader
        pieces.clear()
        if tag == "si":
            reader = TextReader()
        else:
            reader.start(tag, attributes)

    def end(tag: str) -> None:
        if tag == "si":
            texts.append(reader.result())
        else:
            reader.end(tag, pieces)

    parse_xml(archive.pieces(part), archive.place, start, end, pieces.append)
    return texts


# ---- styles --------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Styles:
    """Fonts, number formats and cell formats while they are read."""

    fonts: list[Style] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    cells: list[Style] = field(default_factory=list)
    inside: str = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element of the style sheet."""
        if tag in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self.inside = tag
        elif tag == "numFmt":
            self.formats[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif self.inside == "fonts":
            self._font(tag, attributes.get("val", "1") not in ("0", "false"))
        elif self.inside == "cellXfs" and tag == "xf":
            self.cells.append(self._cell(attributes))

    def _font(self, tag: str, on: bool) -> None:
        if tag == "font":
            self.fonts.append(Style())
        elif tag == "strike" and self.fonts:
            self.fonts[-1].struck = on
        elif tag == "b" and self.fonts:
            self.fonts[-1].bold = on

    def _cell(self, attributes: Attributes) -> Style:
        index, code = _number(attributes.get("fontId")), _number(attributes.get("numFmtId"))
        font = self.fonts[index] if 0 <= index < len(self.fonts) else Style()
        return style_of(font.struck, font.bold, code, self.formats.get(code, ""))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def cell_styles(archive: Archive, workbook: str) -> list[Style]:
    """The cell formats by number."""
    part = part_of_kind(archive, workbook, "styles")
    styles = _Styles()
    if part and part in archive:

        def end(tag: str) -> None:
            if tag == styles.inside:
                styles.inside = ""

        parse_xml(archive.pieces(part), archive.place, styles.start, end, None)
    return styles.cells
