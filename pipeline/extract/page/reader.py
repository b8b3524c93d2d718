"""A page or a text becomes records, links and findings: what is understood is taken, what is left is objected to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.errors import FormatError
from pipeline.extract.cycles import no_search_for_cycles
from pipeline.extract.grid.column_content import names_behind_label
from pipeline.extract.grid.columns import read_grid
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.table_head import find_head
from pipeline.extract.layout import Grid
from pipeline.extract.markup.charset import decode
from pipeline.extract.markup.glue import apart
from pipeline.extract.markup.lines import Box, Line, Page, Table, refuse_endless
from pipeline.extract.markup.links import read_links, read_stated
from pipeline.extract.markup.parse import parse_html
from pipeline.extract.markup.places import number_lines
from pipeline.extract.markup.preformatted import lay_out, numbered
from pipeline.extract.markup.signs import Signs
from pipeline.extract.markup.site_name import site_name
from pipeline.extract.markup.structured import read_structured
from pipeline.extract.markup.tables import read_table
from pipeline.extract.markup.titles import rank_titles
from pipeline.extract.markup.walk import Walker
from pipeline.extract.page.across import turned
from pipeline.extract.page.announced import name_the_announced
from pipeline.extract.page.asked import name_the_asked
from pipeline.extract.page.blocks import BlockReader
from pipeline.extract.page.bold_offices import raise_bold_offices
from pipeline.extract.page.by_law import pass_over_representatives
from pipeline.extract.page.called import name_the_called
from pipeline.extract.page.called_again import note_called_again
from pipeline.extract.page.column_headings import reach_beside
from pipeline.extract.page.column_heads import pass_over_column_heads
from pipeline.extract.page.cross_tables import read_cross_tables
from pipeline.extract.page.draft_records import lent, record_of
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.fact import Facts
from pipeline.extract.page.facts import read_facts
from pipeline.extract.page.fronted import turn_fronted
from pipeline.extract.page.full_names import divide_names
from pipeline.extract.page.given_names import name_by_given
from pipeline.extract.page.item import Item
from pipeline.extract.page.items import read_items
from pipeline.extract.page.languages import without_translations
from pipeline.extract.page.leftovers import left_over
from pipeline.extract.page.like_headings import note_alike
from pipeline.extract.page.likely import name_the_likely
from pipeline.extract.page.list_heads import raise_heads_of_lists
from pipeline.extract.page.name_fields import join_name_fields
from pipeline.extract.page.offices_like_others import name_offices_like_others, place_labels_like_others
from pipeline.extract.page.outline import Heading, Outline, read_outline
from pipeline.extract.page.parties import place_in_parties
from pipeline.extract.page.recurring_labels import pass_over_recurring_labels
from pipeline.extract.page.salutations import join_salutations
from pipeline.extract.page.same import merged
from pipeline.extract.page.series import read_series
from pipeline.extract.page.slots import read_slots
from pipeline.extract.page.somebodys_form import is_somebodys_form
from pipeline.extract.page.spoken import name_the_titled
from pipeline.extract.page.spoken_order import turn_back
from pipeline.extract.page.table_places import of_town_halls, placed
from pipeline.extract.page.terms import term_findings
from pipeline.extract.page.title_cells import read_title_cells
from pipeline.extract.page.title_role import entitle
from pipeline.extract.page.told_office import place_the_told
from pipeline.extract.page.town_headings import note_towns
from pipeline.extract.page.town_heads import pass_over_towns
from pipeline.extract.page.turned_names import name_the_turned
from pipeline.extract.page.usual_fax import fax_findings
from pipeline.extract.page.value_buttons import lower_value_buttons, lower_value_headings
from pipeline.extract.page.ways_on import pass_over_ways_on
from pipeline.extract.page.written import as_written
from pipeline.model import Extraction, Finding, Record, Rules
from pipeline.transform.municipality import municipalities
from pipeline.transform.phone import Dialing
from pipeline.transform.text import clean, hides

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

#: No table of contacts has more cells than this in one page; what lies beyond is read as lines.
_TABLES = 200
#: A cell of a Durchwahl or of a local number, which only the heading of its column makes one.
_FIGURES = re.compile(r"^\W{0,3}\d[\d /–-]{1,14}$")

#: What the lines around one say of it, in the order in which one builds on the other.
_NEIGHBOURS: tuple[Callable[[Sequence[Line], list[list[Item]]], None], ...] = (
    pass_over_column_heads,
    join_name_fields,
    join_salutations,
    pass_over_representatives,
    name_the_turned,
    name_offices_like_others,
    name_the_likely,
    divide_names,
    name_the_called,
    name_by_given,
    name_the_titled,
    name_the_announced,
    place_labels_like_others,
    name_the_asked,
    turn_back,
    note_called_again,
    lower_value_buttons,
    lower_value_headings,
    turn_fronted,
    pass_over_recurring_labels,
    pass_over_ways_on,
    read_cross_tables,
    read_title_cells,
    read_series,
    read_slots,
    place_in_parties,
    raise_heads_of_lists,
    raise_bold_offices,
    pass_over_towns,
)


def read_page(body: bytes, charset: str | None, rules: Rules, scope: str | None = None) -> Extraction:
    """The contacts, linked files and findings of an HTML page.

    `charset` is what the server declared, `scope` a CSS selector of the part that counts. Raises FormatError where
    `scope` matches nothing or is no selector, and where the page is endless.
    """
    text, findings = decode(body, charset)
    with no_search_for_cycles():
        extraction = _read_html(text, rules, scope)  # all that it made is gone before the search goes on
    return replace(extraction, findings=findings + extraction.findings)


def read_text(body: bytes, charset: str | None, rules: Rules) -> Extraction:
    """The contacts and findings of a plain text; the files it names by title and size. Raises FormatError."""
    text, findings = decode(body, charset)
    refuse_endless(text.count("\n"), len(text))
    lines: list[Line] = []
    whole = Box("body")
    box = Box("p", whole)
    texts = text.split("\n")
    for index, row in numbered(texts):
        shown = apart(clean(row))
        if not shown:
            box = Box("p", whole, box.ordinal + 1)
            continue
        lines += [Line(shown[start : start + 20_000], box, index + 1) for start in range(0, len(shown), 20_000)]
        if hides(texts[index]):
            lines[-1].written = texts[index]
    extraction = _read(Page(lines), rules, ())
    return replace(extraction, documents=read_stated(lines), findings=findings + extraction.findings)


def _read_html(text: str, rules: Rules, scope: str | None) -> Extraction:
    from pipeline.extract.markup.disguise import unveil

    tree = parse_html(text)
    structured = read_structured(tree, text, rules)
    signs = Signs(text)
    unveil(tree, text, signs)
    lay_out(tree, signs, lambda text: bool(meanings(text)))
    return _read(_page(tree, text, scope), rules, structured)


# ---- from a tree to lines ------------------------------------------------------------------------


def _page(tree: LexborHTMLParser, text: str, scope: str | None) -> Page:
    walker = Walker()
    for root in _roots(tree, scope):
        walker.walk(root)
    rank_titles(walker.lines, walker.titles)
    page = Page(walker.lines)
    number_lines(page.lines, text)
    page.title = _title(tree)
    page.site = site_name(page.lines, page.title, tree)
    base = tree.css_first("base[href]")
    page.base = (base.attrs.get("href") or "").strip() if base is not None else ""
    if not page.base.startswith(("http://", "https://")):
        page.base = ""
    for node, box, first, last in walker.tables[:_TABLES]:
        above = next((line.text for line in reversed(page.lines[max(0, first - 3) : first]) if line.level), None)
        grid = read_table(node, box, above, page.lines[first:last]) if last > first else None
        if grid is not None:
            page.tables.append(Table(grid, first, last))
    return page


def _roots(tree: LexborHTMLParser, scope: str | None) -> list[LexborNode]:
    if scope is None:
        return [tree.body] if tree.body is not None else []
    from selectolax.lexbor import SelectolaxError

    try:
        found = tree.css(scope)
    except SelectolaxError as problem:
        raise FormatError(f"scope „{scope}“", "ist kein CSS-Selektor") from problem
    if not found:
        raise FormatError(f"scope „{scope}“", "auf der Seite gibt es keinen solchen Bereich")
    return found


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return clean(node.text() or "")[:300] if node is not None else ""


# ---- from lines to records -----------------------------------------------------------------------


def _read(page: Page, rules: Rules, structured: Sequence[Record]) -> Extraction:
    facts = read_facts(page.lines, Dialing(area_code=rules.area_code))
    items = _items(page.lines, facts)
    outline = read_outline(page.lines, items)
    reach_beside(page.lines, items, outline)
    note_alike(page.lines, items, outline)
    if rules.ags and not municipalities(rules.ags):  # else the district's table knows its towns
        note_towns(page.lines, items, outline)
    tables = _tables(page, rules, facts, items, outline)
    taken = {index for table, _ in tables for index in range(table.first, table.last)}
    reader = BlockReader(page.lines, items, outline, facts.unread() | _ending_in_figures(page.lines, facts))
    drafts = reader.read(taken.__contains__)
    records = _in_order(_records(drafts, page, rules), tables, page)
    records = as_written(merged(records, structured), page.lines)
    findings = [finding for index, finding in facts.findings if index not in taken]
    findings += [finding for _, extraction in tables for finding in extraction.findings]
    findings += reader.findings + left_over(page.lines, facts, drafts, records, taken)
    findings += fax_findings(records) + term_findings(drafts, page.lines)
    return Extraction(tuple(records), read_links(page.lines, page.base), tuple(_once(findings)))


#: `Muster Eva | Hauptamt | 112`: somebody's Durchwahl, or her room.
_LAST_FIGURES = re.compile(r" \| \d{2,5}$")


def _ending_in_figures(lines: Sequence[Line], facts: Facts) -> set[int]:
    """Lines that end in figures that nobody understood: who stands there may have a number of her own."""
    barred = (index for index, line in enumerate(lines) if " | " in line.text and not facts.lines[index])
    return {index for index in barred if _LAST_FIGURES.search(lines[index].text)}


def _items(lines: Sequence[Line], facts: Facts) -> list[list[Item]]:
    """What every line holds, once its neighbours have been asked too."""
    items = read_items(lines, facts.lines)
    for look_around in _NEIGHBOURS:
        look_around(lines, items)
    return items


def _records(drafts: Sequence[Draft], page: Page, rules: Rules) -> list[Record]:
    kept = without_translations([draft for draft in drafts if draft.reached], page.lines)
    entitle(kept, page.lines)
    place_the_told(kept, page.lines)
    return [record_of(draft, page.lines, rules, page.site) for draft in kept]


def _tables(
    page: Page, rules: Rules, facts: Facts, items: Sequence[Sequence[Item]], outline: Outline
) -> list[tuple[Table, Extraction]]:
    """The tables that are tables of contacts, with what they yield."""
    found = []
    for table in page.tables:
        inside = range(table.first, table.last)
        if not any(facts.lines[index] or _FIGURES.search(page.lines[index].text) for index in inside):
            continue
        above = _headings_over(table, page, outline)
        extraction = _of_people(table.grid, rules, facts.dialing_at(table.first))
        if extraction is None:
            continue
        kept = tuple(of_town_halls([placed(record, rules) for record in extraction.records if _reached(record)]))
        fields = {reading.field for record in kept for reading in record.readings}
        if not fields & {"name", "org"} or is_somebodys_form(table, kept, page, items):
            continue
        if above:
            kept = tuple(lent(record, above, page.lines, rules) for record in kept)
        found.append((table, replace(extraction, records=kept)))
    return found


def _headings_over(table: Table, page: Page, outline: Outline) -> list[Heading]:
    """The headings in whose reach a table stands, and its own caption."""
    over = [heading for heading in outline.headings.values() if heading.line < table.first <= heading.last]
    inside = (outline.headings.get(index) for index in range(table.first, table.last))
    return over + [heading for heading in inside if heading and page.lines[heading.line].box.tag == "caption"]


def _of_people(grid: Grid, rules: Rules, dialing: Dialing) -> Extraction | None:
    """What a table says of people in its rows or columns; None where it has to be read line by line."""
    if _is_of_cards(grid):
        return None
    return read_grid(turned(grid) or grid, rules, dialing)


def _is_of_cards(grid: Grid) -> bool:
    """A table without headings, above or at the side, whose cells hold several lines, or each row one that says whose.

    `Kasse: Frau Muster | Tel. -12`: a block of its own.
    """
    if find_head(grid.rows) is not None:
        return False
    if all(names_behind_label(row[0]) for row in grid.rows if row[0].text):
        return True
    if not any("\n" in cell.text for row in grid.rows for cell in row):
        return False
    labels = [row[:1] for row in grid.rows if row[0].text]
    side = tuple(zip(*labels, strict=True))
    return not (side and all(cell.header for cell in side[0]) and find_head(side, 0, 1))


def _reached(record: Record) -> bool:
    return any(reading.field in ("phones", "emails") for reading in record.readings)


def _in_order(records: list[Record], tables: list[tuple[Table, Extraction]], page: Page) -> list[Record]:
    """Records of lines and of tables in the order of the page."""
    placed = [(record.where.line or 0, 0, record) for record in records]
    for table, extraction in tables:
        line = page.lines[table.first]
        tag = frozenset({"footer"}) if line.box.region == "site" else frozenset()
        placed += [(line.number or 0, 1, replace(record, tags=record.tags | tag)) for record in extraction.records]
    return [record for _, _, record in sorted(placed, key=lambda each: each[:2])]


def _once(findings: Sequence[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))
