"""What a heading among the rows says of those below it, and what of the sections above still holds."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.section_values import is_town, values_below, without_seat
from pipeline.model import Address, Raw, Reading, Where

HERE, ABOVE = Where(sheet="Liste", cell="A3"), Where(sheet="Liste", cell="A1")
SEAT = Reading("address", Address("Markt 1", "29221", "Celle"), Raw("Markt 1, 29221 Celle", HERE))
TOWN = {"municipality": Reading("municipality", "Celle", Raw("Celle", ABOVE))}
CELLE = {"municipality": "Celle"}
HOUSE = {"org": Reading("org", "Haus am Park", Raw("Haus am Park", ABOVE))}


def said(text: str, written: str | None = None, seat: Reading | None = None) -> dict[str, object] | None:
    values = values_below(text, Raw(written or text, HERE), seat, TOWN | HOUSE)
    return None if values is None else {field: reading.value for field, reading in values.items()}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sozialamt", CELLE | {"org": "Sozialamt"}),
        ("Leitung", CELLE | {"org": "Haus am Park", "role": "Leitung"}),
        ("Sonstiges", None),
    ],
)
def test_an_office_or_a_function(text: str, values: dict[str, object] | None) -> None:
    assert said(text) == values


@pytest.mark.parametrize(
    ("text", "written", "values"),
    [
        ("", None, CELLE | {"org": "Haus am Park", "address": SEAT.value}),
        (
            "Villa Vorlaut",
            "Villa Vorlaut\nMarkt 1",
            CELLE | {"org": "Villa Vorlaut", "address": SEAT.value},
        ),
        ("Villa Vorlaut", "Villa Vorlaut, Markt 1", CELLE),
        ("Anschrift", None, None),
        ("Eva Muster", None, None),
    ],
)
def test_words_over_an_address(text: str, written: str | None, values: dict[str, object] | None) -> None:
    assert said(text, written or text or "Markt 1", SEAT) == values


@pytest.mark.parametrize(
    ("text", "address", "proven", "town"),
    [
        ("Celle", SEAT, False, True),
        ("Stadt Celle", SEAT, True, True),
        ("Stadt Celle", SEAT, False, False),
        ("Peine", SEAT, True, False),
        ("Peine", None, True, True),
        ("Peine", None, False, False),
    ],
)
def test_an_address_tells_which_town(text: str, address: Reading | None, proven: bool, town: bool) -> None:
    assert is_town(text, address, proven) == town


def test_the_address_in_the_cell_of_an_office_ends_with_it() -> None:
    office = {"org": Reading("org", "Sozialamt", Raw("Sozialamt", HERE))}
    assert without_seat(TOWN | office | {"address": SEAT}) == TOWN | office
    assert without_seat(TOWN | HOUSE | {"address": SEAT}) == TOWN | HOUSE | {"address": SEAT}


@pytest.mark.parametrize(
    ("name", "office"),
    [("Erlacher Höhe", "Erlacher Höhe"), ("Celle", None), ("Frau Eva Muster", None), ("Kontakt", None)],
)
def test_a_name_before_its_address_and_its_exchange_is_that_of_a_house(name: str, office: str | None) -> None:
    exchange = "Zentrale 05141 12-0"
    values = said(f"{name} {exchange}", f"{name}, Markt 1, 29221 Celle, {exchange}", SEAT) or {}
    assert values.get("org") == office


def test_a_name_before_its_address_without_a_number_may_be_anything() -> None:
    assert "org" not in (said("Erlacher Höhe", "Erlacher Höhe, Markt 1, 29221 Celle", SEAT) or {})
