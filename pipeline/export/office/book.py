"""What lies around the sheets of a workbook: names, links, shared texts, formats, tables (ECMA-376 part 1, §18)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from posixpath import dirname, join

from pipeline.export.office.package import NotEditableError, Package, key
from pipeline.export.office.sheet import Sheet, area, extended
from pipeline.export.office.xml import Element, elements, escaped, plain, spliced, with_attribute

#: Colours of marked cells: the first that the workbook does not use for something of its own.
MARKS = ("FFFFF2A8", "FFD9F2C4", "FFFFDDB8", "FFCFE4F7")
#: The part that says of what kind the parts are.
CONTENT_TYPES = "[Content_Types].xml"


class Book:
    """A workbook in which parts are replaced. `changed` are their new contents by `key`, None for what goes."""

    def __init__(self, body: bytes) -> None:
        self.package = Package(body)
        self.changed: dict[str, bytes | None] = {}
        self.main = self._main()
        self._shared: list[bytes] | None = None
        self._styles: _Styles | None = None

    def part(self, name: str) -> bytes:
        """A part as it stands by now."""
        changed = self.changed.get(key(name))
        return self.package.read(name) if changed is None else changed

    def put(self, name: str, part: bytes | None) -> None:
        """Another content for a part; None if it goes."""
        self.changed[key(name)] = part

    def gone(self, name: str) -> bool:
        """Whether a part goes."""
        return self.changed.get(key(name), b"") is None

    def written(self) -> bytes:
        """The workbook with all changes."""
        if self._styles:
            self.put(self._styles.name, self._styles.written())
        return self.package.written(self.changed)

    # ---- the way through the package ----

    def relations(self, part: str) -> dict[str, tuple[Element, str, str]]:
        """The relations of a part by id: element, last word of the type, target inside or outside the package."""
        name = relations_part(part)
        if name not in self.package:
            return {}
        found = {}
        for element in elements(self.part(name), ("Relationship",)):
            target, kind = element.attributes.get("Target", ""), element.attributes.get("Type", "").rpartition("/")[2]
            if element.attributes.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else join(dirname(part), target)
            found[element.attributes.get("Id", "")] = (element, kind, target)
        return found

    def _main(self) -> str:
        for _, kind, target in self.relations("").values():
            if kind == "officeDocument":
                return target
        raise NotEditableError("darin ist keine Arbeitsmappe")

    def _of_kind(self, kind: str) -> str | None:
        return next((target for _, found, target in self.relations(self.main).values() if found == kind), None)

    def sheets(self) -> dict[str, str]:
        """The part of each worksheet by its name, in their order."""
        targets = self.relations(self.main)
        found = {}
        for element in elements(self.part(self.main), ("sheet",)):
            number = next((v for k, v in element.attributes.items() if k.rpartition(":")[2] == "id"), "")
            kind, target = targets[number][1:] if number in targets else ("", "")
            if kind == "worksheet":
                found[element.attributes.get("name", "")] = target
        return found

    def sheet(self, part: str, wanted: Callable[[int], bool]) -> Sheet:
        """A worksheet."""
        return Sheet(self.package.read(part), self.shared, wanted)

    def shared(self, number: int) -> bytes:
        """A shared text."""
        if self._shared is None:
            name = self._of_kind("sharedStrings")
            part = self.package.read(name) if name else b""
            found = elements(part, ("si",)) if part else []
            self._shared = [part[each.start : each.end] for each in found]
        return self._shared[number] if number < len(self._shared) else b""

    # ---- formats ----

    @property
    def styles(self) -> str | None:
        """The part with the formats."""
        return self._of_kind("styles")

    def marked(self, style: int) -> int:
        """The format that is this one with the colour of a mark."""
        if self._styles is None:
            name = self.styles
            if name is None:
                raise NotEditableError("die Zellformate fehlen")
            self._styles = _Styles(name, self.package.read(name))
        return self._styles.marked(style)

    # ---- what goes along with cells ----

    def without_order_of_calculation(self) -> None:
        """A formula is gone: the order in which to calculate is worked out anew by whoever opens the workbook."""
        chain = self._of_kind("calcChain")
        if chain is not None:
            chains = [number for number, (_, kind, _) in self.relations(self.main).items() if kind == "calcChain"]
            self.without_relations(self.main, chains)
            self.without_parts([chain])

    def without_relations(self, part: str, numbers: Collection[str]) -> None:
        """Relations of a part go."""
        name = relations_part(part)
        gone = [element for number, (element, _, _) in self.relations(part).items() if number in numbers]
        self.put(name, spliced(self.part(name), [(each.start, each.end, b"") for each in gone]))

    def without_parts(self, names: Collection[str]) -> None:
        """Parts go, with their own relations and what the package says of their kind."""
        for name in names:
            self.put(name, None)
            if relations_part(name) in self.package:
                self.put(relations_part(name), None)
        lists, known = elements(self.part(CONTENT_TYPES), ("Override",)), {key(name) for name in names}
        own = [each for each in lists if key(each.attributes.get("PartName", "")) in known]
        self.put(CONTENT_TYPES, spliced(self.part(CONTENT_TYPES), [(each.start, each.end, b"") for each in own]))

    def lead(self, sheet: str, number: str, target: str) -> None:
        """Let a link of a sheet lead elsewhere."""
        name = relations_part(sheet)
        element = self.relations(sheet)[number][0]
        part = self.part(name)
        tag = with_attribute(part[element.start : element.opened], "Target", target)
        self.put(name, spliced(part, [(element.start, element.opened, tag)]))

    def tables(self, sheet: str) -> dict[str, tuple[int, int, int, int]]:
        """The tables of a sheet with their areas."""
        found = {}
        for _, kind, target in self.relations(sheet).values():
            if kind == "table":
                for table in elements(self.part(target), ("table",)):
                    found[target] = area(table.attributes.get("ref", ""))
        return found

    def grow_tables(self, sheet: str, last: int, new: int) -> None:
        """Tables that end with row `last` end with row `new`."""
        for name in self.tables(sheet):
            part = self.part(name)
            changes = _grown(part, elements(part, ("table", "autoFilter")), last, new)
            if changes:
                self.put(name, spliced(part, changes))

    def grow_names(self, sheet: str, last: int, new: int) -> None:
        """The print area and the filter of a sheet that end with row `last` end with row `new`."""
        index = list(self._all_sheets()).index(sheet)
        part, changes = self.part(self.main), []
        for element in elements(part, ("definedName",)):
            attributes = element.attributes
            own = attributes.get("localSheetId") == str(index)
            if own and attributes.get("name") in ("_xlnm.Print_Area", "_xlnm._FilterDatabase"):
                end = part.rindex(b"</", element.opened, element.end)
                old = plain(part[element.opened : end])
                sheets, _, ranges = old.rpartition("!")
                grown = f"{sheets}!{extended(ranges, last, new)}"
                if grown != old and "," not in old:
                    changes.append((element.opened, end, escaped(grown).encode()))
        if changes:
            self.put(self.main, spliced(part, changes))

    def _all_sheets(self) -> list[str]:
        """The parts of all sheets, charts too: names count them from 0."""
        targets = self.relations(self.main)
        numbers = (
            next((v for k, v in element.attributes.items() if k.rpartition(":")[2] == "id"), "")
            for element in elements(self.part(self.main), ("sheet",))
        )
        return [targets[number][2] if number in targets else "" for number in numbers]


def relations_part(part: str) -> str:
    """Where the relations of a part stand."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _grown(part: bytes, found: list[Element], last: int, new: int) -> list[tuple[int, int, bytes]]:
    changes = []
    for element in found:
        old = element.attributes.get("ref", "")
        grown = extended(old, last, new)
        if grown != old:
            tag = part[element.start : element.opened]
            changes.append((element.start, element.opened, with_attribute(tag, "ref", grown)))
    return changes


class _Styles:
    """The style sheet with formats appended; those that are there keep their numbers."""

    def __init__(self, name: str, part: bytes) -> None:
        self.name, self.part = name, part
        found = elements(part, ("fills", "fill", "cellXfs", "xf"))
        lists = {each.name: each for each in found if each.name in ("fills", "cellXfs")}
        if len(lists) != 2 or any(each.end == each.opened for each in lists.values()):
            raise NotEditableError("die Zellformate sind nicht zu lesen")
        self.fills, self.formats = lists["fills"], lists["cellXfs"]
        self.fill = sum(_inside(each, self.fills) for each in found if each.name == "fill")
        self.xfs = [each for each in found if each.name == "xf" and _inside(each, self.formats)]
        self.numbers: dict[int, int] = {}
        self.added: list[bytes] = []

    def marked(self, style: int) -> int:
        """The number of the marked format."""
        if style >= len(self.xfs):
            raise NotEditableError(f"das Zellformat {style} fehlt")
        if style not in self.numbers:
            self.numbers[style] = len(self.xfs) + len(self.added)
            self.added.append(self._format(self.xfs[style]))
        return self.numbers[style]

    def _format(self, xf: Element) -> bytes:
        tag = with_attribute(self.part[xf.start : xf.opened], "fillId", str(self.fill))
        return with_attribute(tag, "applyFill", "1") + self.part[xf.opened : xf.end]

    def written(self) -> bytes:
        """The style sheet with the fill and the formats."""
        upper = self.part.upper()
        colour = next((mark for mark in MARKS if mark[2:].encode() not in upper), MARKS[0])
        p = self.fills.prefix
        pattern = f'<{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
        fill = f"<{p}fill>{pattern}</{p}patternFill></{p}fill>".encode()
        return spliced(
            self.part,
            [
                *self._longer(self.fills, self.fill + 1, fill),
                *self._longer(self.formats, len(self.xfs) + len(self.added), b"".join(self.added)),
            ],
        )

    def _longer(self, element: Element, count: int, more: bytes) -> list[tuple[int, int, bytes]]:
        tag = self.part[element.start : element.opened]
        end = self.part.rindex(b"</", element.opened, element.end)
        return [(element.start, element.opened, with_attribute(tag, "count", str(count))), (end, end, more)]


def _inside(inner: Element, outer: Element) -> bool:
    return outer.start < inner.start < outer.end
