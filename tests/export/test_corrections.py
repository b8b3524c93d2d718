"""The empty workbook for staff's corrections."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from pipeline.errors import PublishError
from pipeline.export.corrections import write_template
from pipeline.wording import CORRECTION_COLUMNS, CORRECTION_HELP


def test_it_explains_itself_and_offers_the_fields(tmp_path: Path) -> None:
    path = tmp_path / "corrections.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    guide, table = book.worksheets
    assert [cell.value for (cell,) in guide.iter_rows()] == list(CORRECTION_HELP)
    assert [cell.value for cell in table[1]] == list(CORRECTION_COLUMNS.values())
    (choice,) = table.data_validations.dataValidation
    assert "Telefon" in choice.formula1
    assert table["C2"].number_format == "@"


def test_what_somebody_has_made_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "corrections.xlsx"
    path.write_bytes(b"by hand")
    write_template(path)
    assert path.read_bytes() == b"by hand"
    assert [other.name for other in tmp_path.iterdir()] == ["corrections.xlsx"]


def test_a_place_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"corrections\.xlsx: lässt sich nicht anlegen"):
        write_template(tmp_path / "nowhere" / "corrections.xlsx")
