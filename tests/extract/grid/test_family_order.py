"""Which part of the names in a column stands first, as the mailboxes beside them tell."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.family_order import writes_family_first


@pytest.mark.parametrize(
    ("pairs", "first"),
    [
        ([("Muster Eva", "eva.muster@x.example"), ("Beispiel Uwe", "u.beispiel@x.example")], True),
        ([("Frau Muster Eva\nLeitung", "eva.muster@x.example"), ("Dr. Beispiel Uwe", "u.beispiel@x.example")], True),
        ([("Frau Eva Muster\nLeitung", "eva.muster@x.example"), ("Dr. Uwe Beispiel", "u.beispiel@x.example")], False),
        ([("Frau Eva Muster", "muster.eva@x.example"), ("Uwe Beispiel", "beispiel.uwe@x.example")], False),
        (
            [
                ("Eva Wendel", "wendel.eva@x.example"),
                ("Ida Oswald", "oswald.ida@x.example"),
                ("Ali Muster", "muster.ali@x.example"),
                ("Uwe Probe", "probe.uwe@x.example"),
            ],
            False,
        ),
        ([("Frau Muster\nHerr Beispiel", "muster@x.example"), ("Frau Probe", "probe@x.example")], False),
        ([("Eva Muster", "eva.muster@x.example"), ("Uwe Beispiel", "beispiel@x.example")], False),
        ([("Muster, Eva", "eva.muster@x.example")], False),
        ([("Bürgerbüro Tann", "buergerbuero@tann.example"), ("Seniorenbüro Au", "seniorenbuero@au.example")], False),
        ([], False),
    ],
)
def test_which_part_of_a_name_stands_first(pairs: list[tuple[str, str]], first: bool) -> None:
    assert writes_family_first(pairs) is first
