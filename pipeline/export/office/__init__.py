"""The office's own workbook, brought up to date as a careful colleague would do it by hand.

Only cells whose value is known better are written anew, in a marking colour; people whom the list lacks follow at its
end. All else of the file stays byte for byte what the office made. What cannot be changed with certainty is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.core.overtaken import Overtaken, newcomers, overtaken
from pipeline.export import links
from pipeline.export.office.book import Book
from pipeline.export.office.edits import Edit, edits
from pipeline.export.office.layout import learn, rows_of
from pipeline.export.office.new_rows import new_rows
from pipeline.export.office.package import NotEditableError
from pipeline.export.office.sheet import Place, Sheet, area, with_changes
from pipeline.export.office.texts import item_of, pieces, replaced
from pipeline.model import FIELDS, Entry, Listed, OfficeWorkbook, Phone, Publication

#: The workbook of the most trusted source has the name that people link to.
NAME = "koordinationsstellen-aktualisiert"
_SAMPLE = 200


def office_workbooks(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each workbook. One that holds what the district does not publish is left out."""
    taken: set[str] = set()
    for workbook in publication.workbooks:
        body = None if _holds_more(workbook, publication.fields) else updated(workbook, publication.entries)
        if body is None:
            continue
        ending = "xlsm" if _has_macros(body) else "xlsx"
        name = NAME if not taken else f"{workbook.source}-aktualisiert"
        name = f"{name}-2" if name in taken else name
        taken.add(name)
        yield f"{name}.{ending}", body


def _holds_more(workbook: OfficeWorkbook, fields: Sequence[str]) -> bool:
    hidden = set(FIELDS) - set(fields)
    return any(reading.field in hidden for one in workbook.listed for reading in one.observation.readings)


def _has_macros(body: bytes) -> bool:
    return b"application/vnd.ms-excel.sheet.macroEnabled" in Book(body).part("[Content_Types].xml")


def updated(workbook: OfficeWorkbook, entries: Sequence[Entry]) -> bytes | None:
    """The workbook with what is known better; None where it can not be changed with certainty."""
    found = overtaken(workbook.source, workbook.listed, entries)
    new = newcomers(workbook.listed, entries)
    try:
        book = Book(workbook.body)
        if not found and not new:
            return workbook.body
        main = _main_sheet(workbook.listed)
        for name, part in book.sheets().items():
            _update(book, name, part, workbook.listed, found, new if name == main else ())
        return book.written() if book.changed else workbook.body
    except NotEditableError:
        return None


def _main_sheet(listed: Sequence[Listed]) -> str | None:
    """The sheet on which most of the contacts stand."""
    counts = Counter(one.observation.where.sheet for one in listed)
    return counts.most_common(1)[0][0] if counts else None


def _update(
    book: Book,
    name: str,
    part: str,
    listed: Sequence[Listed],
    found: Sequence[Overtaken],
    new: Sequence[Entry],
) -> None:
    """One sheet."""
    rows = rows_of(name, listed)
    concerned = [each for each in found if each.at in rows]
    if not concerned and not new:
        return
    numbers = sorted(rows.values())
    read = {*numbers[:_SAMPLE], *(rows[each.at] for each in concerned)}
    read.update(int("".join(filter(str.isdigit, cell))) for each in concerned for cell in _cells(each))
    last = numbers[-1] if numbers else 0
    sheet = book.sheet(part, lambda row: row in read or row > last - 4)
    layout = learn(name, sheet, listed, rows)
    changes, links_moved = [], []
    cells: dict[Place, bytes] = {}
    for edit in edits(name, sheet, layout, listed, concerned):
        xml = _cell(book, sheet, edit)
        if edit.where not in cells and xml is not None:
            cells[edit.where] = xml
            links_moved.append(edit)
    changes += sheet.replacing(cells)
    added = new_rows(book, part, sheet, layout, new) if new else None
    if added:
        end = max(added.rows)
        changes += [*sheet.adding(added.rows), *sheet.growing(layout.last, end, together=added.together)]
        if added.together:
            book.grow_tables(part, layout.last, end)
            book.grow_names(part, layout.last, end)
    if changes:
        for edit in links_moved:
            changes += _link(book, part, sheet, edit)
        book.changed[part] = with_changes(sheet, changes)


def _cells(found: Overtaken) -> Iterator[str]:
    for reading in found.readings:
        if reading.raw.where.cell:
            yield reading.raw.where.cell


# ---- single cells --------------------------------------------------------------------------------


def _cell(book: Book, sheet: Sheet, edit: Edit) -> bytes | None:
    """The cell with its new text; None where the old one cannot be found in it."""
    old = sheet.cells.get(edit.where)
    style = book.marked(sheet.style_at(edit.where))
    if old is None or not edit.new:
        return sheet.text_xml(edit.where, style, edit.new)
    item = _item(sheet, old.item, edit.old if edit.old is not None else old.text.strip(), edit.new)
    if item is None and edit.old is None:
        item = item_of(edit.new, sheet.prefix)
    elif item is None and old.text.count(edit.old or "") == 1:
        item = item_of(old.text.replace(edit.old or "", edit.new), sheet.prefix)
    if item is None:
        return None
    if old.formula != "none":
        book.without_order_of_calculation()
    return sheet.cell_xml(edit.where, style, item)


def _item(sheet: Sheet, item: bytes, old: str, new: str) -> bytes | None:
    """The text with its runs as they are and one word replaced."""
    if (
        not item
        or b"rPh" in item
        or not old
        or (pieces(item)[0].element.prefix if pieces(item) else "") != sheet.prefix
    ):
        return None
    whole = replaced(item, old, new)
    if whole is None:
        return None
    inner = whole[whole.index(b">") + 1 : whole.rindex(b"</")]
    return f"<{sheet.prefix}is>".encode() + inner + f"</{sheet.prefix}is>".encode()


# ---- links behind cells --------------------------------------------------------------------------


def _link(book: Book, part: str, sheet: Sheet, edit: Edit) -> Iterator[tuple[int, int, bytes]]:
    """A link behind a changed cell leads to the new value, or goes where there is none or more than one."""
    found = [each for each in sheet.of("hyperlink") if area(each.attributes.get("ref", "A1"))[:2] == edit.where]
    for element in found:
        number = next((v for k, v in element.attributes.items() if k.rpartition(":")[2] == "id"), "")
        target = book.relations(part).get(number, (None, "", ""))[2]
        leads = _target(edit)
        kind = target.partition(":")[0].lower()
        if kind not in ("mailto", "tel") and edit.slot != "url":
            continue
        used = sum(number in each.attributes.values() for each in sheet.of("hyperlink"))
        if leads and used == 1:
            book.lead(part, number, leads)
        else:
            yield element.start, element.end, b""


def _target(edit: Edit) -> str | None:
    if len(edit.values) != 1:
        return None
    value = edit.values[0]
    if isinstance(value, Phone):
        return links.tel(value.e164)
    return links.mailto(str(value)) if edit.slot == "emails" else links.web(str(value))
