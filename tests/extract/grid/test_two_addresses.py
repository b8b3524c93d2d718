"""Where somebody works and where she lives, in columns of one row."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.two_addresses import address_of
from pipeline.extract.layout import Cell
from pipeline.model import Address, Where

Headed = tuple[str, str, str]  # field, heading, text
STREET, POSTCODE = ("street", "Straße", "Hof 5"), ("postcode", "PLZ", "29221")
HOME = ("city", "Wohnort", "Celle")


@pytest.mark.parametrize(
    ("row", "address"),
    [
        ([STREET, POSTCODE, HOME], Address("Hof 5", "29221", "Celle")),
        ([HOME], Address(None, None, "Celle")),
        (
            [STREET, POSTCODE, ("city", "Ort", "Celle"), (*HOME[:2], "Peine")],
            Address("Hof 5", "29221", "Celle"),
        ),
        ([("street", "Straße dienstlich", "Hof 5"), HOME], Address("Hof 5")),
        ([("address", "Anschrift", "Hof 5, 31224 Peine"), HOME], Address("Hof 5", "31224", "Peine")),
        ([STREET, ("email", "E-Mail", "eva@celle.example"), HOME], Address("Hof 5")),
    ],
)
def test_parts_side_by_side_are_one_address(row: list[Headed], address: Address) -> None:
    columns = [Column(at, field, heading, Where()) for at, (field, heading, _) in enumerate(row)]
    reading = address_of([c for c in columns if c.field != "email"], [Cell(text, Where()) for _, _, text in row])
    assert reading is not None
    assert reading.value == address
