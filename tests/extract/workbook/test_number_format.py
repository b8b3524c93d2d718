"""What a number format of the office's own shows of a whole number."""

from __future__ import annotations

import pytest

from pipeline.extract.workbook.number_format import mask_of, masked


@pytest.mark.parametrize(
    ("pattern", "digits", "shown"),
    [
        ('"08031 398-"0', "123", "08031 398-123"),
        ('0000" / "000000', "7161650123", "7161 / 650123"),
        ('00000" / "000000', "7161650123", "07161 / 650123"),
        ('"D-"00000', "1067", "D-01067"),
        ("0-00;[Red]-0", "123", "1-23"),
        ("##-##", "123", "1-23"),
        (r"\+0", "49", "+49"),
    ],
)
def test_shown(pattern: str, digits: str, shown: str) -> None:
    assert masked(mask_of(pattern), digits) == shown


@pytest.mark.parametrize("pattern", ["", "0", "General", "#,##0", "0.00", "0%", "[>9]0-0", "dd.mm.yyyy", '"Text"'])
def test_other_formats_are_left_alone(pattern: str) -> None:
    assert mask_of(pattern) == ()
