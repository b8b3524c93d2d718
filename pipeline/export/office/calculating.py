"""One part of a workbook without formulas that act: what they showed stays, and so does every other byte.

In a sheet all formulas give way to their results together, because some share one. Names, rules, choices and whatever
another program keeps in an extension go with their formula. Where one stands elsewhere, nothing can be done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pipeline.export.office.hidden import encoding_of
from pipeline.export.office.package import NotEditableError
from pipeline.export.office.xml import Element, elements, plain, spliced, with_attribute, without_attribute

#: Where a link may lead.
TARGET = re.compile(r"https?://|mailto:|tel:|#", re.IGNORECASE)

#: Elements that hold a formula or the name of a macro, and attributes that do.
_FORMULA = re.compile(r"f|formula[12]?|definedName|calculatedColumnFormula|totalsRowFormula|Fmla\w+")
_ATTRIBUTE = re.compile(r"macro|textlink|linkedCell|listFillRange|fmla\w+")
_MACROS = ("macro", "fmlaMacro", "FmlaMacro")
#: A macro of the workbook itself, which is gone.
_MACRO = re.compile(r"(?:\[0\]!)?[\w.]*")
#: Elements that start a program or write a file when the workbook is opened or saved.
_PROGRAMS = frozenset(("oleObject", "oleLink", "ddeLink", "webPublishItem", "webPublishObject"))
#: Attributes of drawings in VML, which may lead anywhere.
_VML, _OF_VML = b"urn:schemas-microsoft-com:vml", ("href", "src")

#: What goes with its formula.
_DATA = "sheetData"
_HOLDERS = frozenset((_DATA, "definedName", "cfRule", "dataValidation", "calculatedColumnFormula", "ext"))
#: Lists of which none may stay empty, and what stands in them.
LISTS = {
    "definedNames": "definedName",
    "conditionalFormatting": "cfRule",
    "dataValidations": "dataValidation",
    "hyperlinks": "hyperlink",
    "externalReferences": "externalReference",
}
#: Elements that are looked at beside formulas, and the many that are not.
_LOOKED_AT = frozenset((*_PROGRAMS, *_HOLDERS, *LISTS, *LISTS.values(), "cfvo"))
_CELLS = frozenset(("row", "c", "v"))
#: A glance at the bytes: most parts have nothing that a formula could stand in. Words are found much faster than names.
_WORDS = (
    *(b"<f", b":f", b"ormula", b"Fmla", b"fmla", b"definedName", b"cfvo", b"ole", b"ddeLink", b"webPublish"),
    *(b"macro", b"textlink", b"linkedCell", b"listFillRange", b"DOCTYPE", b"href", b"src"),
)
_SIGNS = re.compile(
    rb"<(?:[^\s<>/:!?]+:)?(?:%s|cfvo)[\s/>]|<!DOCTYPE|\s(?:[^\s<>/:=\"']+:)?(?:%s)\s*=\s*[\"'][^\"']"
    % ("|".join((_FORMULA.pattern, *sorted(_PROGRAMS))).encode(), _ATTRIBUTE.pattern.encode())
)
_VML_SIGNS = re.compile(rb"\s(?:[^\s<>/:=\"']+:)?(?:href|src)\s*=")
#: In which an encoding may stand that nobody looks for.
_LONG_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{100}")
#: Extensions put an `f` into their `formula1`, which is judged on its own.
_NESTED = re.compile(rb"\A\s*<(?:\w+:)?f(?:\s[^<>]*)?>[^<]*</(?:\w+:)?f\s*>\s*\Z")
_NO_RESULT = re.compile(rb"\s*<(?:[\w.-]+:)?v(?:\s[^<>]*)?(?:/>|>\s*</(?:[\w.-]+:)?v\s*>)")

Judge = Callable[[str], bool]
Change = tuple[int, int, bytes]


def without_formulas(part: bytes, is_harmless: Judge) -> bytes:
    """The part without formulas that act; the very same bytes if there is none. Raises NotEditableError."""
    if not _has_signs(part):
        return part
    found = elements(part, _may_act)
    gone: dict[int, Element] = {}
    for each, holder in _held(found):
        if acts(part, each, is_harmless):
            if holder is None:
                raise NotEditableError(f"etwas, das mehr tut als rechnen: {each.tag}")
            gone[holder.start] = holder
    if not gone:
        return part
    rest = [each for each in gone.values() if each.name != _DATA]
    cells = [
        f for f, holder in _held(found) if f.name == "f" and holder and holder.name == _DATA and holder.start in gone
    ]
    results = [change for each in cells for change in _result(part, each)]
    return spliced(part, [*results, *cuts(part, found, rest)])


def _has_signs(part: bytes) -> bool:
    encoding = encoding_of(part)
    if encoding == "utf-8" and (b"\0" in part or _LONG_DECLARATION.match(part)):
        raise NotEditableError("der Zeichensatz ist unbekannt")
    if encoding != "utf-8":
        part = part.decode(encoding).encode("utf-8", "replace")
    words = any(word in part for word in _WORDS)
    signs = words and bool(_SIGNS.search(part) or (_VML in part and _VML_SIGNS.search(part)))
    if signs and encoding != "utf-8":
        raise NotEditableError(f"der Zeichensatz {encoding}")
    return signs


def _may_act(name: str, attributes: Mapping[str, str]) -> bool:
    if name in _CELLS:
        return False
    if name in _LOOKED_AT or _FORMULA.fullmatch(name):
        return True
    return any(_local(each) in _OF_VML or _ATTRIBUTE.fullmatch(_local(each)) for each in attributes)


def _held(found: Iterable[Element]) -> Iterator[tuple[Element, Element | None]]:
    """The elements, each with the outermost one that it stands in, or is, and that can go."""
    holder: Element | None = None
    for each in found:
        if holder is None or each.start >= holder.end:
            holder = each if each.name in _HOLDERS else None
        yield each, holder


def acts(part: bytes, element: Element, is_harmless: Judge) -> bool:
    """Whether an element could act: by what stands in it or in its attributes."""
    if element.name in _PROGRAMS or (_FORMULA.fullmatch(element.name) and not _is_harmless(part, element, is_harmless)):
        return True
    attributes = element.attributes
    if element.name == "definedName" and any(
        attributes.get(n) in ("1", "true") for n in ("function", "vbProcedure", "xlm")
    ):
        return True
    if element.name == "cfvo" and not is_harmless(attributes.get("val", "")):
        return True
    return any(not _leads_nowhere(_local(name), value, is_harmless) for name, value in attributes.items() if value)


def _is_harmless(part: bytes, element: Element, is_harmless: Judge) -> bool:
    if element.end == element.opened:
        return True
    text = _NESTED.sub(b"", part[element.opened : part.rindex(b"</", element.opened, element.end)])
    return b"<" not in text and (_is_macro if element.name in _MACROS else is_harmless)(plain(text))


def _leads_nowhere(name: str, value: str, is_harmless: Judge) -> bool:
    """Whether an attribute leads nowhere that it should not."""
    if name in _OF_VML:
        return name == "href" and bool(TARGET.match(value))
    return not _ATTRIBUTE.fullmatch(name) or (_is_macro if name in _MACROS else is_harmless)(value)


def _is_macro(text: str) -> bool:
    return bool(_MACRO.fullmatch(text))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


# ---- what goes -----------------------------------------------------------------------------------


def _result(part: bytes, formula: Element) -> Iterator[Change]:
    """A cell keeps its result alone; what says that it fills others, too (`cm`), goes."""
    empty = _NO_RESULT.match(part, formula.end)
    yield formula.start, empty.end() if empty else formula.end, b""
    cell = part.rindex(b"<", 0, formula.start)
    tag = part[cell : formula.start]
    if (plain_tag := without_attribute(tag, "cm")) != tag:
        yield cell, formula.start, plain_tag


def cuts(part: bytes, found: Sequence[Element], gone: Iterable[Element]) -> Iterator[Change]:
    """The changes that take out elements of those found; a list of which nothing would be left goes as a whole."""
    left = {each.start: each for each in gone}
    for holder, members in _lists(found):
        going = [each for each in members if each.start in left]
        if going and len(going) == len(members):
            for each in going:
                del left[each.start]
            left[holder.start] = holder
        elif going and "count" in holder.attributes:
            tag = part[holder.start : holder.opened]
            yield holder.start, holder.opened, with_attribute(tag, "count", str(len(members) - len(going)))
    yield from ((each.start, each.end, b"") for each in left.values())


def _lists(found: Iterable[Element]) -> Iterator[tuple[Element, list[Element]]]:
    holder, members = None, list[Element]()
    for each in found:
        if each.name in LISTS:
            if holder:
                yield holder, members
            holder, members = each, []
        elif holder and each.name == LISTS[holder.name] and each.start < holder.end:
            members.append(each)
    if holder:
        yield holder, members
