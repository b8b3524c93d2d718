"""What could act on the machine of whoever opens a workbook goes from it, wherever it stands; what it showed stays.

Formulas that may do more than calculate give way to their results; macros, what is known of other workbooks, and links
that lead elsewhere than to the web, a mailbox, a telephone or a place in the workbook go. Where anything of that kind
cannot go without harm, nothing is published. Every other byte stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from pipeline.export.office.book import CONTENT_TYPES, Book, relations_part
from pipeline.export.office.calculating import LISTS, TARGET, Judge, acts, cuts, without_formulas
from pipeline.export.office.formulas import is_harmless
from pipeline.export.office.hidden import is_markup
from pipeline.export.office.package import NotEditableError, key
from pipeline.export.office.xml import elements, spliced

_LISTED = frozenset((*LISTS, *LISTS.values()))
_LINKS = ("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver")
#: Relations that go with their parts: no sheet needs them. Those to other workbooks stand in a list, too.
_GOING = frozenset(("vbaproject", "externallink", "extensibility", "usercustomization", "webextensiontaskpanes"))
#: Where such parts lie, whether anything leads to them or not.
_PARTS = re.compile(r"xl/(?:vba[^/]*|(?:externallinks|webextensions)/.+)|customui/.+")
#: Relations to what acts or asks other computers, and which a sheet needs: programs and controls, data from elsewhere,
#: sheets that are programs.
_PROGRAMS = ("oleobject", "package", "control", "activexcontrolbinary", "attachedtoolbars")
_FROM_ELSEWHERE = ("connections", "querytable", "powerpivotdata", "volatiledependencies", "rdrichvaluewebimage")
_ACTING = frozenset((*_PROGRAMS, *_FROM_ELSEWHERE, "xlmacrosheet", "xlintlmacrosheet", "dialogsheet"))
_MAY_HAVE_MACROS = re.compile(rb"application/vnd\.ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml")
_MACROS = "application/vnd.ms-office.vbaProject"
_HAS_SHEETS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
#: Names that use names that use names …
_DEEPEST = 8


def without_acting(book: Book) -> None:
    """Take out what could act. Raises NotEditableError where that cannot be done with certainty."""
    _without_programs(book)
    for source in _sources(book):
        _judge_relations(book, source)
    judge = _judge(book)
    for name in book.package:
        if not book.gone(name) and is_markup(book.package.beginning(name)):
            old = book.part(name)
            new = without_formulas(old, judge)
            if new != old:
                book.put(name, new)
                book.without_order_of_calculation()


def _judge(book: Book) -> Judge:
    """What is harmless in this workbook, of which the names that are not will be gone."""
    part = book.part(book.main)
    found = elements(part, ("sheet", "definedName"))
    sheets = frozenset(each.attributes.get("name", "").casefold() for each in found if each.name == "sheet")
    names = [each for each in found if each.name == "definedName"]
    gone: frozenset[str] = frozenset()
    for _ in range(_DEEPEST):
        judge = partial(is_harmless, sheets=sheets, gone=gone)
        acting = {each.attributes.get("name", "").casefold() for each in names if acts(part, each, judge)}
        if acting <= gone:
            return judge
        gone |= acting
    raise NotEditableError("Namen, die auf viele andere Namen verweisen")


# ---- parts and relations -------------------------------------------------------------------------


def _sources(book: Book) -> Iterator[str]:
    """The parts that have relations; that of the whole package has no name."""
    for name in book.package:
        folder, _, own = name.rpartition("/")
        if own.endswith(".rels") and f"/{folder}".endswith("/_rels") and not book.gone(name):
            yield folder.removesuffix("_rels") + own.removesuffix(".rels")


def _without_programs(book: Book) -> None:
    gone = {name for name in book.package if _PARTS.fullmatch(name)}
    for source in _sources(book):
        found = _relations(book, source)
        going = {number for number, (kind, _, _) in found.items() if kind in _GOING}
        if going:
            gone |= {key(found[number][1]) for number in going}
            _cut(book, source, going, ("externalReference",))
    if key(book.main) in gone:
        raise NotEditableError("die Mappe selbst ist eine Verknüpfung")
    if gone:
        book.without_parts(gone.intersection(book.package))
    _without_word_of_macros(book)


def _without_word_of_macros(book: Book) -> None:
    """A workbook whose kind says that it may have macros is one without."""
    if CONTENT_TYPES not in book.package:
        return
    types = book.part(CONTENT_TYPES)
    binary = any(name.endswith(".bin") and not book.gone(name) for name in book.package)
    defaults = () if binary else elements(types, ("Default",))
    macros = [(e.start, e.end, b"") for e in defaults if e.attributes.get("ContentType") == _MACROS]
    new = _MAY_HAVE_MACROS.sub(_HAS_SHEETS, spliced(types, macros))
    if new != types:
        book.put(CONTENT_TYPES, new)


def _judge_relations(book: Book, source: str) -> None:
    """Links that lead anywhere else go; other ways out of the workbook cannot."""
    away = set()
    for number, (kind, target, written) in _relations(book, source).items():
        if kind == "hyperlink":
            if not TARGET.match(written.get("Target", "")):
                away.add(number)
        elif kind in _ACTING or _leads_out(written):
            raise NotEditableError(f"eine Verbindung nach außen, {kind}")
        elif kind == "worksheet" and target in book.package and not is_markup(book.package.beginning(target)):
            raise NotEditableError(f"das Blatt {target} ist nicht zu lesen")
    if away:
        _cut(book, source, away, _LINKS)


def _leads_out(written: Mapping[str, str]) -> bool:
    return written.get("TargetMode", "").lower() == "external" or any(
        sign in written.get("Target", "") for sign in ":\\"
    )


def _relations(book: Book, source: str) -> dict[str, tuple[str, str, Mapping[str, str]]]:
    """The relations of a part by id: kind in small letters, target, what is written of it."""
    found = book.relations(source).items()
    if len(found) != len(elements(book.part(relations_part(source)), ("Relationship",))):
        raise NotEditableError("zwei Verbindungen mit derselben Nummer")
    return {number: (kind.lower(), target, each.attributes) for number, (each, kind, target) in found}


def _cut(book: Book, source: str, numbers: Collection[str], names: Collection[str]) -> None:
    """Relations go with the elements that use them, which have these names."""
    if source in book.package:
        part = book.part(source)
        found = elements(part, lambda name, written: name in _LISTED or _uses(written, numbers))
        used = [each for each in found if _uses(each.attributes, numbers)]
        if any(each.name not in names for each in used):
            raise NotEditableError("eine Verbindung, die für zweierlei steht")
        if used:
            book.put(source, spliced(part, cuts(part, found, used)))
    book.without_relations(source, numbers)


def _uses(written: Mapping[str, str], numbers: Collection[str]) -> bool:
    """Whether an element uses one of these relations."""
    return any(value in numbers for name, value in written.items() if ":" in name)
