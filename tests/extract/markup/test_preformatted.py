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


def test_a_number_right_below_the_first_is_of_the_same_person() -> None:
    assert rows(
        [
            "Eva Muster     Leiterin         07123 / 9 40 12   eva at muster.example",
            "                           Fax  07123 / 9 40 19",
            "                                0172 / 3 14 08 55",
            "Uwe Beispiel   Kasse            07123 / 9 40 13   -",
            "                     72762 Neustadt",
        ]
    ) == [
        "Eva Muster | Leiterin | 07123 / 9 40 12 | eva at muster.example | Fax  07123 / 9 40 19 | 0172 / 3 14 08 55",
        "Uwe Beispiel | Kasse | 07123 / 9 40 13",
        "                     72762 Neustadt",
    ]


def test_a_number_elsewhere_or_of_something_else_is_not() -> None:
    lines = [
        "Eva Muster     Leiterin         07123 / 9 40 12",
        "               Zentrale         07123 / 9 40 00",
        "               Rathaus Neustadt 07123 / 9 40 01",
        "               Fax              07123 / 9 40 19",
    ]
    assert len(rows(lines)) == len(lines)
    assert len(rows([lines[0], "  Fax 07123 / 9 40 19"])) == 2
    assert len(rows([lines[0], "", lines[3]])) == 3


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
