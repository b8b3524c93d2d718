"""Addresses whose parts stand in columns of their own."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.address_columns import address_reading
from pipeline.extract.layout import Cell
from pipeline.model import Address, Where


@pytest.mark.parametrize(
    ("columns", "address"),
    [
        ({"street": "Hof 5", "postcode": "73033", "city": "Göppingen"}, Address("Hof 5", "73033", "Göppingen")),
        ({"street": "Hauptstr.", "house": "5 a"}, Address("Hauptstr. 5 a")),
        ({"postcode": "1067", "city": "Dresden"}, Address(None, "01067", "Dresden")),
        ({"postcode": "D-73033", "city": "Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"postcode": "73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"city": "73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"address": "73033 Göppingen", "street": "Hauptstr. 5"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "Hauptstr. 5\n73033 Göppingen"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "Hauptstr. 5, 73033 Göppingen"}, Address("Hauptstr. 5", "73033", "Göppingen")),
        ({"address": "Am Schützenhaus, 73033 Göppingen"}, Address("Am Schützenhaus", "73033", "Göppingen")),
        ({"address": "Im Rathaus, 73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"address": "Rathaus, 73033 Göppingen"}, Address(None, "73033", "Göppingen")),
        ({"address": "Göppingen"}, Address(None, None, "Göppingen")),
        ({"address": "Seniorenbüro"}, None),
        ({"address": "-"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_addresses_from_their_columns(columns: dict[str, str], address: Address | None) -> None:
    reading = address_reading({part: Cell(text, Where()) for part, text in columns.items()})
    assert (reading.value if reading else None) == address
