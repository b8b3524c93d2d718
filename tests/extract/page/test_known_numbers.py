"""Main numbers of the page for lines that leave them out, and for no others."""

from __future__ import annotations

from pipeline import display
from pipeline.extract.page.reader import read_page
from pipeline.model import Phone, Rules


def numbers(*lines: str) -> set[str]:
    extraction = read_page(f"<p>{'<br>'.join(lines)}</p>".encode(), "utf-8", Rules(area_code="07161"))
    values = [reading.value for record in extraction.records for reading in record.readings]
    return {display.phone(value) for value in values if isinstance(value, Phone)}


def test_a_local_number_is_no_durchwahl_of_a_main_number_below() -> None:
    lines = "Telefonliste (Ortsvorwahl 07331)", "Feuerwehr Tel. 4711"
    assert numbers(*lines, "Landratsamt Tel. 0711 8840-0") == {"07331 4711", "0711 8840-0"}
    assert numbers(*lines, "Rathaus Tel. 07331 203-0") == {"07331 4711", "07331 203-0"}


def test_a_short_local_number_below_its_like() -> None:
    assert numbers("Tel. (07331) 4711", "Fax 4712") == {"07331 4711", "07331 4712"}
    assert numbers("Tel. (07331) 4711", "Fax 5712") == {"07331 4711"}  # begins otherwise: perhaps a Durchwahl
    assert numbers("Tel. (07331) 4711", "Zimmer 4712") == {"07331 4711"}


def kinds(*lines: str) -> list[str]:
    extraction = read_page(f"<p>{'<br>'.join(lines)}</p>".encode(), "utf-8", Rules(area_code="07161"))
    values = [reading.value for record in extraction.records for reading in record.readings]
    return [f"{value.kind} {display.phone(value)}" for value in values if isinstance(value, Phone)]


def test_two_labels_above_two_numbers() -> None:
    two = "07161 2055-30", "07161 2055-39"
    both = ["voice 07161 2055-30", "fax 07161 2055-30"]
    assert kinds("Rathaus Muster", "Telefon / Fax", *two) == ["voice 07161 2055-30", "fax 07161 2055-39"]
    assert kinds("Rathaus Muster", "Telefon / Fax", two[0]) == both
    assert kinds("Rathaus Muster", "Telefon / Fax", two[0], "Tel. 07161 2055-39") == [*both, "voice 07161 2055-39"]
