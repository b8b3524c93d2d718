"""Columns of preformatted text, and what a line leaves to the line above."""

from __future__ import annotations

from pipeline.extract.markup.preformatted import rows


def test_an_empty_first_column_above_which_a_matter_stands_is_that_matter() -> None:
    assert rows(
        [
            "Fahrdienste    Eva Muster       07123 940-12",
            "               Uwe Beispiel     07123 940-13",
            "Besuche        Ina Muster       07123 940-14",
        ]
    ) == [
        "Fahrdienste | Eva Muster | 07123 940-12",
        "Fahrdienste | Uwe Beispiel | 07123 940-13",
        "Besuche | Ina Muster | 07123 940-14",
    ]


def test_what_is_below_somebody_is_nobody_else() -> None:
    assert rows(
        [
            "Leitung        Eva Muster       07123 940-12",
            "               Burgstraße 3     72762 Neustadt",
            "",
            "               Uwe Beispiel     07123 940-13",
        ]
    )[1:] == ["               Burgstraße 3 | 72762 Neustadt", "", "               Uwe Beispiel | 07123 940-13"]


def test_behind_a_leader_somebody_stands_as_well() -> None:
    assert rows(
        [
            "Meldewesen, Aufenthalt ... Eva Muster       86-42",
            "                           Uwe Beispiel     86-43",
            "Gleichstellungsbeauftragte . Ida Probe      86-50",
        ]
    ) == [
        "Meldewesen, Aufenthalt: Eva Muster | 86-42",
        "Meldewesen, Aufenthalt: Uwe Beispiel | 86-43",
        "Gleichstellungsbeauftragte: Ida Probe | 86-50",
    ]
