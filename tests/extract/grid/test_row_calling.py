"""What a row itself says about its numbers."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.row_calling import calling_of, with_number_beside
from pipeline.extract.grid.row_plan import plans
from pipeline.extract.layout import Cell
from pipeline.model import Where
from pipeline.transform.phone import Dialing


@pytest.mark.parametrize(
    ("row", "announced", "main", "from_phone"),
    [
        ({"municipality": "Celle (05141)", "phone": "987654"}, "05141", None, False),
        ({"area_code": "05141", "phone": "987654"}, "05141", None, False),
        ({"area_code": "5141", "phone": "987654"}, "05141", None, False),
        ({"main": "05141 12-0", "extension": "3401"}, None, "+49514112", False),
        ({"area_code": "05141", "phone": "12", "extension": "3401"}, "05141", "+49514112", True),
        ({"phone": "05141 12-0", "extension": "05141 12-3401"}, None, None, False),
    ],
)
def test_what_completes_the_numbers(row: dict[str, str], announced: str | None, main: str, from_phone: bool) -> None:
    columns = [Column(at, field, "", Where()) for at, field in enumerate(row)]
    cells = [Cell(text, Where()) for text in row.values()]
    calling, stem = calling_of(plans(columns)[0], cells, Calling(Dialing()))
    assert (calling.dialing.announced, calling.dialing.main, stem) == (announced, main, from_phone)


@pytest.mark.parametrize(
    ("phone", "fax", "main"),
    [
        ("05141 12-3401", "-3499", "+49514112"),
        ("05141 12-3401", "05141 12-3499", None),
        ("05141 987654", "-3499", None),
        ("05141 12-3401", "9-3401", "+49514112"),
    ],
)
def test_a_durchwahl_beside_a_whole_number(phone: str, fax: str, main: str | None) -> None:
    columns = [Column(0, "phone", "Telefon", Where()), Column(1, "fax", "Fax", Where())]
    row = [Cell(phone, Where()), Cell(fax, Where())]
    assert with_number_beside(plans(columns)[0], row, Calling(Dialing())).dialing.main == main
