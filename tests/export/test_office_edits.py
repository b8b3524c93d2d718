"""What becomes of single cells of an office's workbook: layouts, writings, links, formulas, and what is left alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from pipeline import wording
from pipeline.export.copies import office_copies
from pipeline.export.office import updated
from pipeline.export.office.package import NotEditableError, Package
from pipeline.export.office.sheet import column_number, extended, letters
from pipeline.export.office.texts import replaced, shown
from pipeline.export.office.writing import like
from pipeline.extract.workbook.reader import read_workbook
from pipeline.model import Address, Contact, Entry, Listed, OfficeWorkbook, PersonName, Phone, Rules, Value
from pipeline.transform.normalize import normalize
from tests.export.examples import PUBLICATION
from tests.export.offices import parts_of, with_shared_texts, zipped
from tests.sheets.made import book

Values = list[list[object]]
Amend = Callable[[Contact], Contact]
PLAIN: Values = [
    ["Gemeinde", "Name", "Funktion", "Telefon", "E-Mail"],
    ["Ahlbach", "Frau Sabine Grothe", "Leitung", "07123 3320-14", "grothe@ahlbach.de"],
    ["Oberrode", "Herr Nikolai Berg", "Leitung", "07123 8401-33", "berg@oberrode.de"],
    ["Steinach", "Frau Eva Thoma", "Leitung", "07123 5507-20", "thoma@steinach.de"],
]


def amended(body: bytes, changes: dict[str, Amend], *more: Entry, by_hand: str = "", other: str = "amt") -> bytes:
    """The workbook once other things are known of people, by family name."""
    listed, entries = [], list(more)
    for number, record in enumerate(read_workbook(body, "liste.xlsx", Rules("07123", "08199")).records):
        seen, _ = normalize(record, "liste")
        contact = seen.contact
        change = changes.get(contact.name.family if contact.name else "")
        listed.append(Listed(seen, str(number), (by_hand,) if change and by_hand else ()))
        new = change(contact) if change else contact
        fields = ("name", "org", "role", "municipality", "phones", "emails", "address", "url", "hours")
        winners = tuple((f, other if getattr(new, f) != getattr(contact, f) else "liste") for f in fields)
        entries.append(Entry(str(number), new, winners))
    result = updated(OfficeWorkbook("liste", body, tuple(listed)), entries)
    assert result is not None
    return result


def differing(old: bytes, new: bytes) -> dict[str, object]:
    """The cells of the first sheet that say something else now."""
    a, b = (openpyxl.load_workbook(io.BytesIO(body), rich_text=True).worksheets[0] for body in (old, new))
    return {c.coordinate: c.value for row in b.iter_rows() for c in row if c.value != a[c.coordinate].value}


def calls(number: str, extension: str | None = None, kind: Any = "voice") -> Amend:
    return lambda contact: replace(contact, phones=(Phone(kind, number, extension),))


GROTHE = {"Grothe": calls("+497123332077", "77")}
VOGT = Entry(
    "neu",
    Contact(
        PersonName("Vogt", "Lena", "Dr.", "Frau"),
        None,
        "Leitung",
        "Steinach",
        (Phone("voice", "+497123550744", "44"),),
        ("vogt@steinach.de",),
        Address("Rathausplatz 1", "72555", "Metzingen"),
    ),
)


def test_names_in_several_columns() -> None:
    rows: Values = [
        ["Gemeinde", "Anrede", "Titel", "Nachname", "Vorname", "Funktion", "Telefon", "Straße", "PLZ", "Ort"],
        ["Ahlbach", "Frau", None, "Grothe", "Sabine", "Leitung", "07123/332014", "Weg 1", "72555", "Metzingen"],
        ["Oberrode", "Herr", None, "Berg", "Nikolai", "Leitung", "07123/840133", "Gasse 2", "72555", "Metzingen"],
        ["Steinach", "Frau", "Dr.", "Thoma", "Eva", "Leitung", "07123/550720", "Ring 3", "72555", "Metzingen"],
        ["Steinach", "Frau", "Dr.", "Kern", "Ute", "Leitung", "07123/550721", "Ring 3", "72555", "Metzingen"],
    ]
    body = book(rows)

    def married(contact: Contact) -> Contact:
        address = Address("Allee 9", "72555", "Metzingen")
        return replace(contact, name=PersonName("Berg-Mai", "Nikolai", "Dr.", "Herr"), address=address)

    new = amended(body, {"Berg": married}, VOGT, by_hand="name")
    assert differing(body, new) == {
        "C3": "Dr.", "D3": "Berg-Mai", "H3": "Allee 9",
        "A6": "Steinach", "B6": "Frau", "C6": "Dr.", "D6": "Vogt", "E6": "Lena", "F6": "Leitung", "G6": "07123/550744",
        "H6": "Rathausplatz 1", "I6": "72555", "J6": "Metzingen",
    }  # fmt: skip


def test_one_place_merged_over_its_people_stays_as_it_is() -> None:
    rows: Values = [*PLAIN[:2], [None, "Herr Emre Polat", "Leitung", "07123 3320-15", "polat@ahlbach.de"], *PLAIN[2:]]
    body = book(rows, lambda sheet: sheet.merge_cells("A2:A3"))
    new = amended(body, {"Polat": lambda contact: replace(contact, municipality="Oberrode")}, by_hand="municipality")
    assert new == body


def test_a_number_without_its_zero_is_written_as_text() -> None:
    rows: Values = [[*row] for row in PLAIN]
    rows[1][3] = 7123332014
    body = book(rows)
    assert differing(body, amended(body, GROTHE)) == {"D2": "07123 3320-77"}


@pytest.mark.parametrize("told", [{"Grothe": calls("+497123332077", "77")}, {"Grothe": calls("+4971233320", None)}])
def test_a_durchwahl_stays_one(told: dict[str, Amend]) -> None:
    rows: Values = [
        ["Gemeinde", "Name", "Funktion", "Zentrale", "Durchwahl"],
        ["Ahlbach", "Frau Sabine Grothe", "Leitung", "07123 3320-0", "14"],
        ["Ahlbach", "Herr Emre Polat", "Leitung", "07123 3320-0", "15"],
    ]
    body = book(rows)
    new = differing(body, amended(body, told))
    assert new in ({"E2": "77"}, {})


def test_two_people_in_a_cell() -> None:
    rows: Values = [
        *PLAIN,
        ["Wiesental", "Frau Ute Kern\nHerr Ali Rahimi", "Leitung", "07123 9902-11\n07123 9902-12", None],
    ]
    body = book(rows)
    new = amended(body, {"Rahimi": calls("+497123990299", "99")})
    assert differing(body, new) == {"D5": "07123 9902-11\n07123 9902-99"}
    both = amended(body, {"Rahimi": calls("+497123990211", "11"), "Kern": calls("+497123990212", "12")})
    assert differing(body, both) == {"D5": "07123 9902-12\n07123 9902-11"}


def test_what_begins_with_the_number_before_it_is_left_alone() -> None:
    rows: Values = [*PLAIN, ["Wiesental", "Frau Ute Kern\nHerr Ali Rahimi", "Leitung", "07123 9902-11 / -12", None]]
    body = book(rows)
    assert amended(body, {"Kern": calls("+497123840111", "11")}) == body
    assert differing(body, amended(body, {"Kern": calls("+497123990277", "77")})) == {"D5": "07123 9902-77 / -12"}


@pytest.mark.parametrize("kept", [bytes, with_shared_texts])
def test_runs_of_a_rich_text_stay(kept: Callable[[bytes], bytes]) -> None:
    text = CellRichText("Tel. ", TextBlock(InlineFont(b=True), "07123 3320-14"), " (vormittags)")
    rows: Values = [[*row] for row in PLAIN]
    rows[1][3] = text
    body = kept(book(rows))
    (new,) = differing(body, amended(body, GROTHE)).values()
    assert isinstance(new, CellRichText)
    assert [str(part) for part in new] == ["Tel. ", "07123 3320-77", " (vormittags)"]
    assert isinstance(new[1], TextBlock)
    assert new[1].font.b


def test_a_link_whose_text_says_nothing_leads_elsewhere() -> None:
    def change(sheet: Any) -> None:
        sheet["E2"] = "Nachricht senden"
        sheet["E2"].hyperlink = "mailto:grothe@ahlbach.de"

    body = book(PLAIN, change)
    new = amended(body, {"Grothe": lambda contact: replace(contact, emails=("neu@ahlbach.de",))})
    sheet: Any = openpyxl.load_workbook(io.BytesIO(new)).worksheets[0]
    assert (sheet["E2"].value, sheet["E2"].hyperlink.target) == ("Nachricht senden", "mailto:neu@ahlbach.de")
    assert sheet["E2"].fill.fgColor.rgb == "FFFFF2A8"


def test_a_formula_gives_way_and_the_order_of_calculation_with_it() -> None:
    parts = parts_of(book(PLAIN))
    name = "xl/worksheets/sheet1.xml"
    start = parts[name].index(b'<c r="D2"')
    end = parts[name].index(b"<c ", start + 1)
    cell = b'<c r="D2" t="str"><f>"07123 "&amp;"3320-14"</f><v>07123 3320-14</v></c>'
    parts[name] = parts[name][:start] + cell + parts[name][end:]
    parts["xl/calcChain.xml"] = b'<calcChain xmlns="x"><c r="D2" i="1"/></calcChain>'
    types = b'<Override PartName="/xl/calcChain.xml" ContentType="x/y"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types)
    relation = b'<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>'
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", relation)
    body = zipped(parts)
    new = parts_of(amended(body, GROTHE))
    assert "xl/calcChain.xml" not in new
    assert b"calcChain" not in new[rels] + new["[Content_Types].xml"]
    assert b"<f>" not in new[name]
    untouched = parts_of(amended(body, {"Berg": calls("+497123840199", "99")}))
    assert untouched["xl/calcChain.xml"] == parts["xl/calcChain.xml"]


def test_a_shared_formula_is_left_alone() -> None:
    parts = parts_of(book(PLAIN))
    name = "xl/worksheets/sheet1.xml"
    start = parts[name].index(b'<c r="D2"')
    end = parts[name].index(b"<c ", start + 1)
    cell = b'<c r="D2" t="str"><f t="shared" ref="D2:D3" si="0">A9</f><v>07123 3320-14</v></c>'
    parts[name] = parts[name][:start] + cell + parts[name][end:]
    body = zipped(parts)
    assert amended(body, GROTHE) == body


def test_a_table_grows_with_its_list() -> None:
    body = book(PLAIN, lambda sheet: sheet.add_table(Table(displayName="Liste", ref="A1:E4")))
    sheet: Any = openpyxl.load_workbook(io.BytesIO(amended(body, {}, VOGT))).worksheets[0]
    table = sheet.tables["Liste"]
    assert (table.ref, table.autoFilter.ref, sheet.dimensions) == ("A1:E5", "A1:E5", "A1:E5")


def test_rows_of_alternating_colours_go_on_alternating() -> None:
    def stripes(sheet: Any) -> None:
        for row in (2, 4):
            for cell in sheet[row]:
                cell.font = Font(italic=True)

    rows: Values = [*PLAIN, ["Steinach", "Frau Ute Kern", "Leitung", "07123 5507-21", "kern@steinach.de"]]
    body = book(rows, stripes)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(amended(body, {}, VOGT))).worksheets[0]
    assert [sheet.cell(row, 2).font.i for row in (4, 5, 6)] == [True, False, True]


def test_names_with_a_prefix_and_cells_without_a_place() -> None:
    """Some programs write `<x:c>` for `<c>` and leave out where a cell stands."""
    import re

    parts = parts_of(book(PLAIN))
    name = "xl/worksheets/sheet1.xml"
    part = re.sub(rb' r="[A-Z]+\d+"', b"", parts[name])
    part = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x=")
    body = zipped({**parts, name: part})
    assert differing(body, amended(body, GROTHE)) == {"D2": "07123 3320-77"}


def test_texts_that_several_cells_share_stay_as_they_are() -> None:
    body = with_shared_texts(book(PLAIN))
    new = amended(body, GROTHE, VOGT)
    assert differing(body, new) == {
        "D2": "07123 3320-77",
        "A5": "Steinach", "B5": "Frau Dr. Lena Vogt", "C5": "Leitung", "D5": "07123 5507-44", "E5": "vogt@steinach.de",
    }  # fmt: skip
    assert parts_of(new)["xl/sharedStrings.xml"] == parts_of(body)["xl/sharedStrings.xml"]


def test_nothing_is_added_beyond_what_a_list_has_room_for() -> None:
    rows: Values = [[*row] for row in PLAIN]
    rows[2][4] = None
    body = book(rows)
    mail: Amend = lambda contact: replace(contact, emails=("neu@oberrode.de",), url="https://oberrode.de")  # noqa: E731
    assert differing(body, amended(body, {"Berg": mail})) == {"E3": "neu@oberrode.de"}
    merged = book(rows, lambda sheet: sheet.merge_cells("E3:F3"))
    assert amended(merged, {"Berg": mail}) == merged


def test_an_empty_row_with_a_format_of_its_own_gives_way() -> None:
    def formatted(sheet: Any) -> None:
        sheet["A5"].font = Font(b=True)
        sheet["A5"].number_format = "@"
        sheet["A7"] = "Änderungen ans Büro"

    body = book(PLAIN, formatted)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(amended(body, {}, VOGT))).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (4, 5, 6, 7)] == [
        "Steinach",
        "Steinach",
        None,
        "Änderungen ans Büro",
    ]


def broken(name: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = parts_of(book(PLAIN))
    return zipped({**parts, name: change(parts[name])})


@pytest.mark.parametrize(
    "body",
    [
        broken("xl/styles.xml", lambda part: part.replace(b"cellXfs", b"andere")),
        broken("xl/styles.xml", lambda part: b"<kaputt"),
        broken("xl/worksheets/sheet1.xml", lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part),
        broken("xl/worksheets/sheet1.xml", lambda part: part.decode().encode("utf-16")),
        broken("xl/worksheets/sheet1.xml", lambda part: b'<?xml version="1.0" encoding="latin-1"?>' + part),
        broken("xl/styles.xml", lambda part: part.replace(b"<cellXfs", b"<x>" * 999 + b"</x>" * 999 + b"<cellXfs")),
        broken("_rels/.rels", lambda part: part.replace(b"officeDocument", b"anderes")),
        b"PK kein Archiv",
        b"",
    ],
)
def test_what_cannot_be_changed_with_certainty_is_not_published(body: bytes) -> None:
    whole = book(PLAIN)
    seen, _ = normalize(read_workbook(whole, "liste.xlsx", Rules("07123")).records[0], "liste")
    entry = Entry("1", calls("+497123332077", "77")(seen.contact), (("phones", "amt"),))
    workbook = OfficeWorkbook("liste", body, (Listed(seen, "1"),))
    copies = office_copies(replace(PUBLICATION, workbooks=(workbook,), entries=(entry,)))
    (why,) = copies.missing
    assert copies.files == ()
    assert re.search(r"Liste „liste“ .* mit Sicherheit ändern lässt \([^()]{9,}\)", wording.message(why))


def test_the_most_trusted_workbook_has_the_name_that_people_know() -> None:
    workbooks = tuple(OfficeWorkbook(name, book(PLAIN)) for name in ("a", "b", "koordinationsstellen"))
    names = [name for name, _ in office_copies(replace(PUBLICATION, workbooks=workbooks)).files]
    assert names == [
        "koordinationsstellen-aktualisiert.xlsx",
        "b-aktualisiert.xlsx",
        "koordinationsstellen-aktualisiert-2.xlsx",
    ]


GIVEN = Phone("voice", "+497123332014", "14")


@pytest.mark.parametrize(
    ("raw", "new", "written"),
    [
        ("07123 3320-14", Phone("voice", "+497123332077", "77"), "07123 3320-77"),
        ("07123/3320-14", Phone("voice", "+4971238401123", "123"), "07123/8401-123"),
        ("(07123) 3320 14", Phone("voice", "+4971139021", "1"), "(0711) 3902 1"),
        ("+49 (0)7123 3320-14", Phone("voice", "+497123332077", "77"), "+49 (0)7123 3320-77"),
        ("+49 7123 332014", Phone("voice", "+4971238401", None), "+49 7123 8401"),
        ("0 71 23 / 33 20 - 14", Phone("voice", "+497123332077", "77"), "07123 3320-77"),
        ("07123 / 33 20 - 14", Phone("voice", "+497123332077", "77"), "07123 / 33 20 - 77"),
        ("07123 / 33 20 - 14", Phone("voice", "+4971238401123", "123"), "07123 / 8401-123"),
        ("07123/3320-14", Phone("mobile", "+4915112345678"), "0151/12345678"),
        ("7123332014", Phone("voice", "+497123332077", "77"), "07123 3320-77"),
        ("-14", Phone("voice", "+497123332077", "77"), "-77"),
        ("3320-14", Phone("voice", "+4971238401123", "123"), "8401-123"),
        ("3320-14", Phone("voice", "+4971139021", "1"), None),
        ("14", Phone("voice", "+4971238401123", "123"), None),
        ("07123 3320-14", Phone("voice", "+41446681800"), "+41 44 668 18 00"),
    ],
)
def test_a_number_is_written_like_the_one_before(raw: str, new: Phone, written: str | None) -> None:
    assert like(raw, GIVEN, new) == written


MAY = PersonName("May", "Eva", "Dr.", "Frau")


@pytest.mark.parametrize(
    ("raw", "old", "new", "written"),
    [
        ("Frau Dr. Eva May", MAY, PersonName("Berg", "Eva", "Dr.", "Frau"), "Frau Dr. Eva Berg"),
        ("May, Dr. Eva", MAY, PersonName("Berg", "Eva", "Dr.", "Frau"), "Berg, Dr. Eva"),
        ("May Eva", PersonName("May", "Eva"), PersonName("Berg", "Eva", None, "Frau"), "Berg Eva"),
        ("Fr. May", PersonName("May", None, None, "Frau"), PersonName("Berg"), None),
        ("Frau May", PersonName("May", None, None, "Frau"), PersonName("Berg", None, None, "Frau"), "Frau Berg"),
        ("Weg 1\n72555 Metzingen", Address(), Address("Allee 2", "72555", "Metzingen"), "Allee 2\n72555 Metzingen"),
        ("Weg 1, 72555 Metzingen", Address(), Address("Allee 2", "72555", "Metzingen"), "Allee 2, 72555 Metzingen"),
        ("Leitung", "Leitung", "Bau", "Bau"),
    ],
)
def test_names_and_addresses_are_written_like_those_before(raw: str, old: Value, new: Value, written: str) -> None:
    assert like(raw, old, new) == written


def test_a_mobile_number_that_staff_give_for_another_stands_in_its_place() -> None:
    body = book(PLAIN)
    new = amended(body, {"Grothe": calls("+4915112345678", None, "mobile")}, by_hand="phones")
    assert differing(body, new) == {"D2": "0151 12345678"}


def test_who_stands_in_two_rows_is_changed_where_it_is_clear() -> None:
    rows: Values = [*PLAIN, ["Wiesental", "Frau Sabine Grothe", "Leitung", "07123 9902-11", "grothe@ahlbach.de"]]
    body = book(rows)
    listed = [
        Listed(normalize(record, "liste")[0], "1")
        for record in read_workbook(body, "liste.xlsx", Rules("07123", "08199")).records
        if any("Grothe" in reading.raw.text for reading in record.readings)
    ]
    contact = replace(listed[0].observation.contact, emails=("neu@ahlbach.de",), phones=(GIVEN,))
    winners = (("emails", "amt"), ("phones", "amt"))
    new = updated(OfficeWorkbook("liste", body, tuple(listed)), (Entry("1", contact, winners),))
    assert new is not None
    assert differing(body, new) == {"E2": "neu@ahlbach.de", "E5": "neu@ahlbach.de"}


def test_all_numbers_of_a_cell_give_way_to_those_that_staff_name() -> None:
    rows: Values = [[*row] for row in PLAIN]
    rows[1][3] = "07123 3320-14\n07123 3320-15"
    body = book(rows)
    assert differing(body, amended(body, GROTHE, by_hand="phones")) == {"D2": "07123 3320-77"}
    none = amended(body, {"Grothe": lambda contact: replace(contact, phones=())}, by_hand="phones")
    assert differing(body, none) == {"D2": None}


def test_a_link_and_a_telephone_link_go_or_lead_elsewhere() -> None:
    def change(sheet: Any) -> None:
        sheet["D2"].hyperlink = "tel:+497123332014"
        sheet["B2"].hyperlink = "https://ahlbach.de/grothe"

    body = book(PLAIN, change)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(amended(body, GROTHE))).worksheets[0]
    assert (sheet["D2"].hyperlink.target, sheet["B2"].hyperlink.target) == (
        "tel:+497123332077",
        "https://ahlbach.de/grothe",
    )


def test_escaped_and_struck_texts_stay_around_what_is_new() -> None:
    item = b"<si><r><rPr><strike/></rPr><t>07123 1</t></r><r><t>a_x000D_b 12 &amp; c</t></r><rPh><t>12</t></rPh></si>"
    assert shown(item) == "a\rb 12 & c"
    new = replaced(item, "12", "_x0041_ <3>")
    assert new is not None
    assert b'<t xml:space="preserve">a_x000D_b _x005F_x0041_ &lt;3&gt; &amp; c</t></r><rPh>' in new
    assert b"<t>07123 1</t>" in new
    assert replaced(item, "nichts", "x") is None
    assert shown(b"<si><t/></si>") == ""


def test_a_package_keeps_what_is_not_replaced() -> None:
    body = zipped({"a.xml": b"<a/>", "docProps/b.xml": b"<b/>", "c.xml": b"<c/>"})
    package = Package(body)
    assert "A.XML" in package
    assert parts_of(package.written({"docProps/b.xml": b"<neu/>", "c.xml": None})) == {
        "a.xml": b"<a/>",
        "docProps/b.xml": b"<neu/>",
    }
    assert package.written({}) == body
    with pytest.raises(NotEditableError):
        package.read("fehlt.xml")


@pytest.mark.parametrize(
    ("ranges", "last", "grown"),
    [
        ("A1:B9", 9, "A1:B12"),
        ("$A$1:$B$9 C9 D2:D9 E1:E8", 9, "$A$1:$B$12 C9 D2:D12 E1:E8"),
        ("A1:B9", None, "A1:B12"),
        ("A9:B9", 9, "A9:B9"),
        ("A:B", 9, "A:B"),
        ("", 9, ""),
    ],
)
def test_ranges_grow_with_the_list(ranges: str, last: int | None, grown: str) -> None:
    assert extended(ranges, last, 12) == grown


def test_columns_count_as_spreadsheets_do() -> None:
    assert [letters(number) for number in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert all(column_number(letters(number)) == number for number in range(1, 16385, 97))
