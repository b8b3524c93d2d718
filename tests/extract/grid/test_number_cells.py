"""Numbers and addresses of a cell as its heading wants them read."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.number_cells import contacts_of
from pipeline.extract.layout import Cell
from pipeline.model import Phone, Where
from pipeline.transform.phone import Dialing

MAIN = Calling(Dialing("05141", main="+49514112"))


def said(field: str, heading: str, text: str, calling: Calling) -> list[str]:
    """The values of a cell below a heading, and the codes of what was found amiss."""
    values = contacts_of(Column(0, field, heading, Where()), Cell(text, Where()), calling)
    found = [item.reading.value for items in (values.phones, values.emails, values.urls) for item in items]
    texts = [f"{value.kind} {value.e164}" if isinstance(value, Phone) else str(value) for value in found]
    return texts + [finding.code for finding in values.findings]


@pytest.mark.parametrize(
    ("field", "heading", "text", "values"),
    [
        ("phone", "Telefon", "05141 12-3401", ["voice +495141123401"]),
        ("extension", "Durchwahl", "3401", ["voice +495141123401"]),
        ("extension", "Durchwahl", "3401 (nur vorm.)", ["voice +495141123401"]),
        ("extension", "Durchwahl", "3499 (Fax)", ["fax +495141123499"]),
        ("extension", "Durchwahl", "3401 oder 3402", ["voice +495141123401", "voice +495141123402"]),
        ("extension", "Durchwahl", "3401, Fax -3499", ["voice +495141123401", "fax +495141123499"]),
        ("extension", "Durchwahl", "3401\n3402 nachm.", ["voice +495141123401", "voice +495141123402"]),
        ("extension", "Durchwahl", "3401-3403", ["voice +495141123401", "voice +495141123403"]),
        ("extension", "Durchwahl", "12-3401", ["voice +495141123401"]),
        ("extension", "Durchwahl", "12-34", ["voice +4951411234"]),
        ("extension", "Durchwahl", "10 bis 12 Uhr", ["not_understood"]),
        ("extension", "Durchwahl", "30.6.", ["not_understood"]),
        ("extension", "Durchwahl", "-3401", ["voice +495141123401"]),
        ("fax", "Fax-DW", "3499", ["fax +495141123499"]),
        ("phone", "Telefon", "3401", ["voice +495141123401"]),  # nobody's whole number is that short
        ("phone", "Tel. (0381) 381-", "2310", ["voice +493813812310"]),
        ("extension", "Durchwahl (0581 83-)", "3212", ["voice +49581833212"]),
        ("extension", "DW (0581 83-)", "0581 900 12 34", ["voice +495819001234"]),
        ("fax", "Fax 0381 381-", "41-230", ["fax +4938138141230"]),
        ("fax", "Fax 0751 85-", "773100", ["fax +4975185773100"]),
        ("fax", "Fax 0751 85-", "77 3100", ["fax +4975185773100"]),
        ("fax", "Fax 0751 85-", "77-3100", ["fax +4975185773100"]),
        ("fax", "Fax 0751 85-77…", "3100", ["fax +4975185773100"]),
        ("fax", "Fax 0751 85-", "0751 773100", ["fax +49751773100"]),
        ("fax", "Fax 05144 916-", "773100", ["phone_no_area"]),  # too long for what goes on
        ("phone", "Tel. 0751 85-", "85-3100", ["voice +49751853100"]),
        ("phone", "Tel. 0751 85-", "773100", ["phone_no_area"]),  # no fax server stands before a telephone
        ("phone", "Telefon (Vorwahl 05144)", "987654", ["voice +495144987654"]),
        ("phone", "Telefon / Zimmer", "05141 12-3401 / 214", ["voice +495141123401"]),
        ("phone_fax", "Tel./Fax", "05141 12-3401\n05141 12-3499", ["voice +495141123401", "fax +495141123499"]),
        ("phone_fax", "Tel./Fax", "05141 12-1 (vorm.)\n05141 12-9", ["voice +495141121", "fax +495141129"]),
        (
            "phone_fax",
            "Tel./Fax",
            "dienstl. 05141 12-3401\npriv. 05141 5177",
            ["voice +495141123401", "voice +4951415177"],
        ),
        ("phone_fax", "Tel./Fax", "05141 12-3401 / 05141 5177 (privat)", ["voice +495141123401", "voice +4951415177"]),
        ("email", "E-Mail (…@celle.de)", "eva.muster", ["eva.muster@celle.de"]),
        ("url", "Internet", "stadt-celle.de", ["https://stadt-celle.de"]),
        ("phone", "Telefon", "bitte im Sekretariat fragen", ["not_understood"]),
        ("phone", "Telefon", "-", []),
    ],
)
def test_a_cell_below_its_heading(field: str, heading: str, text: str, values: list[str]) -> None:
    assert said(field, heading, text, MAIN) == values


@pytest.mark.parametrize(
    ("heading", "announced", "values"),
    [
        ("Durchwahl", None, ["extension_without_main"]),
        ("Durchwahl", "05141", ["extension_without_main"]),
        ("Durchwahl/Rufnr.", "05141", ["voice +4951413401"]),
    ],
)
def test_a_durchwahl_without_a_main_number(heading: str, announced: str | None, values: list[str]) -> None:
    assert said("extension", heading, "3401", Calling(Dialing(announced=announced))) == values


def test_two_durchwahlen_without_a_main_number_are_no_number_of_the_district() -> None:
    found = said("extension", "Durchwahl", "115-117", Calling(Dialing(area_code="05141")))
    assert found == ["extension_without_main"]


@pytest.mark.parametrize(
    ("heading", "people", "second"),
    [("Telefon / Fax / Mobil", 2, "voice"), ("Telefon / Fax / Mobil", 1, "fax"), ("Tel./Fax", 1, "fax")],
)
def test_a_heading_that_lists_what_may_stand_below_it_orders_nothing_for_several_people(
    heading: str, people: int, second: str
) -> None:
    cell = Cell("05141 12-21\n05141 12-25", Where())
    values = contacts_of(Column(0, "phone_fax", heading, Where()), cell, MAIN, people)
    kinds = [item.reading.value.kind for item in values.phones if isinstance(item.reading.value, Phone)]
    assert kinds == ["voice", second]
