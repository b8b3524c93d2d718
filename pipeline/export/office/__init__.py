"""The office's own workbook, brought up to date as a careful colleague would do it by hand.

Only cells whose value is known better are written anew, in a marking colour; people whom the list lacks follow at its
end; what draws nothing in its texts goes, and so does what could act where it is opened. All else of the file stays
byte for byte what the office made. What cannot be changed with certainty is left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.core.overtaken import Overtaken, newcomers, overtaken
from pipeline.export import links
from pipeline.export.office.acting import without_acting
from pipeline.export.office.book import Book
from pipeline.export.office.edits import Edit, edits
from pipeline.export.office.hidden import without_hidden
from pipeline.export.office.layout import learn, rows_of
from pipeline.export.office.new_rows import new_rows
from pipeline.export.office.package import NotEditableError
from pipeline.export.office.sheet import Cell, Place, Sheet, area, with_changes
from pipeline.export.office.texts import item_of, pieces, replaced
from pipeline.export.office.xml import Element, cell_text
from pipeline.model import Entry, Listed, OfficeWorkbook, Phone

_SAMPLE = 200
_HOLDERS = 0xE000  # characters for private use


def updated(workbook: OfficeWorkbook, entries: Sequence[Entry]) -> bytes:
    """The workbook with what is known better. Raises NotEditableError where it cannot be changed with certainty."""
    found = overtaken(workbook.source, workbook.listed, entries)
    new = newcomers(workbook.listed, entries)
    try:
        book = Book(workbook.body)
        if found or new:
            main = _main_sheet(workbook.listed)
            for name, part in book.sheets().items():
                _update(book, name, part, workbook.listed, found, new if name == main else ())
        without_hidden(book)
        without_acting(book)
        return book.written() if book.changed else workbook.body
    except NotEditableError:
        raise
    except (ValueError, LookupError, OverflowError) as error:  # of parts that its readers pass over
        raise NotEditableError("Teile der Mappe sind anders gebaut, als Excel sie schreibt") from error


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
    cells: dict[Place, bytes] = {}
    made: list[Edit] = []
    for where, group in _by_cell(edits(name, sheet, layout, listed, concerned)).items():
        xml, done = _cell(book, part, sheet, where, group)
        if done:
            cells[where] = xml
            made += done
    changes = [*sheet.replacing(cells), *_moved(book, part, sheet, made)]
    added = new_rows(book, part, sheet, layout, new) if new else None
    if added:
        end = max(added.rows)
        changes += [*sheet.adding(added.rows), *sheet.growing(layout.last, end, together=added.together)]
        if added.together:
            book.grow_tables(part, layout.last, end)
            book.grow_names(part, layout.last, end)
    if changes:
        book.put(part, with_changes(sheet, changes))


def _cells(found: Overtaken) -> Iterator[str]:
    for reading in found.readings:
        if reading.raw.where.cell:
            yield reading.raw.where.cell


# ---- single cells --------------------------------------------------------------------------------


def _by_cell(found: Iterable[Edit]) -> dict[Place, list[Edit]]:
    """The edits of each cell; one of the whole cell stands alone."""
    cells: dict[Place, list[Edit]] = defaultdict(list)
    for edit in found:
        cells[edit.where].append(edit)
    return {where: next(([e] for e in group if e.old is None), group) for where, group in cells.items()}


def _cell(book: Book, part: str, sheet: Sheet, where: Place, group: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """The cell with its new text, and the edits that could be made: those whose old text is found in it."""
    old = sheet.cells.get(where)
    style = book.marked(sheet.style_at(where))
    first = group[0]
    if first.old is None and (old is None or not (first.new and old.filled)):
        return sheet.text_xml(where, style, first.new), [first]
    if old is None:
        return b"", []
    if first.old and first.old not in old.text:
        targets = [target for _, _, target in _links(book, part, sheet, where)]
        return sheet.marked_xml(old, style), [first] if targets == [first.old] and _target(first) else []
    item, done = _rewritten(sheet, old, group)
    if done and old.formula != "none":
        book.without_order_of_calculation()
    return sheet.cell_xml(where, style, item), done


def _rewritten(sheet: Sheet, old: Cell, group: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """All edits of a cell at once: what one of them writes is not what the next one looks for."""
    item, text, done = old.item, old.text, []
    for number, edit in enumerate(group):
        wanted, place_holder = edit.old or text.strip(), chr(_HOLDERS + number)
        if not wanted or text.count(wanted) != 1 or place_holder in old.text:
            continue
        text = text.replace(wanted, place_holder)
        item = _item(sheet, item, wanted, place_holder) or item_of(text, sheet.prefix)
        done.append((edit, place_holder))
    for edit, place_holder in done:
        item = item.replace(place_holder.encode(), cell_text(edit.new).encode())
    return item, [edit for edit, _ in done]


def _item(sheet: Sheet, item: bytes, old: str, new: str) -> bytes | None:
    """The text with its runs as they are and one word replaced."""
    found = pieces(item) if item and b"rPh" not in item else ()
    if not found or not old or found[0].element.prefix != sheet.prefix:
        return None
    whole = replaced(item, old, new)
    if whole is None:
        return None
    inner = whole[whole.index(b">") + 1 : whole.rindex(b"</")]
    return f"<{sheet.prefix}is>".encode() + inner + f"</{sheet.prefix}is>".encode()


# ---- links behind cells --------------------------------------------------------------------------


def _moved(book: Book, part: str, sheet: Sheet, edits: Iterable[Edit]) -> list[tuple[int, int, bytes]]:
    """Links behind changed cells lead to the new value, or go where there is none or more than one."""
    gone: list[Element] = []
    for edit in edits:
        for element, number, target in _links(book, part, sheet, edit.where):
            if target.partition(":")[0].lower() not in ("mailto", "tel") and edit.slot != "url":
                continue
            leads = _target(edit)
            used = sum(number in each.attributes.values() for each in sheet.of("hyperlink"))
            if leads and used == 1:
                book.lead(part, number, leads)
            else:
                gone.append(element)
    if gone and len(gone) == len(sheet.of("hyperlink")):
        gone = sheet.of("hyperlinks")  # none of them may stay empty
    return [(element.start, element.end, b"") for element in gone]


def _links(book: Book, part: str, sheet: Sheet, where: Place) -> list[tuple[Element, str, str]]:
    """The links behind one cell: element, number and target."""
    found = []
    for element in sheet.of("hyperlink"):
        number = next((v for k, v in element.attributes.items() if k.rpartition(":")[2] == "id"), "")
        if number and area(element.attributes.get("ref", "A1")) == (*where, *where):
            found.append((element, number, book.relations(part).get(number, (None, "", ""))[2]))
    return found


def _target(edit: Edit) -> str | None:
    if len(edit.values) != 1:
        return None
    value = edit.values[0]
    if isinstance(value, Phone):
        return links.tel(value.e164)
    return links.mailto(str(value)) if edit.slot == "emails" else links.web(str(value))
