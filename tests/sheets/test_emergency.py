"""Numbers under which whoever is on duty answers."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, codes, read, shown


@pytest.mark.parametrize("heading", ["Notruf", "Notfallhandy", "Bereitschaftsdienst", "Störungsstelle Tel.", "Hotline"])
def test_beside_the_numbers_of_people_they_are_nobodys(heading: str) -> None:
    rows = [["Träger", "Hausmeister", "Telefon", heading], ["AWO", "Uwe Blum", "05141 12-34", "05141 12-99"],
            ["DRK", "Jan Ott", "05171 49-34", "05171 49-99"]]  # fmt: skip
    found = read(book(rows, title="Tabelle1"))
    assert shown(found) == ["Uwe Blum (Hausmeister) @ AWO: +4951411234", "Jan Ott (Hausmeister) @ DRK: +4951714934"]
    assert codes(found)[1:] == ["unclaimed D2", "unclaimed D3"]


def test_a_service_is_reached_by_them() -> None:
    rows = [["Dienst", "Notruf"], ["Frauenhaus Celle", "05141 12-34"], ["Kinderschutzzentrum", "05141 13-34"]]
    assert shown(read(book(rows, title="Tabelle1"))) == [
        "– @ Frauenhaus Celle: +4951411234",
        "– @ Kinderschutzzentrum: +4951411334",
    ]
