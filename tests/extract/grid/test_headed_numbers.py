"""Numbers whose headings say whose they are."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.headed_numbers import is_called_upon, whose, with_headed_numbers
from pipeline.model import Where

Headed = tuple[str, str, int]  # field, heading, group


def columns(*heads: Headed) -> list[Column]:
    return [Column(at, field, heading, Where(), group) for at, (field, heading, group) in enumerate(heads)]


@pytest.mark.parametrize(
    ("heading", "other"),
    [
        ("Vorsitz", "Telefon Vorsitzende/r"),
        ("Schulleiter/in", "DW Schulleitung"),
        ("Sekretariat", "Tel. Sekretariat"),
        ("Ansprechpartner Asyl", "E-Mail Asyl"),
        ("stv. Leitung", "Mobil stv. Leitung"),
        ("Name", "Telefon dienstlich"),  # nobody in particular
    ],
)
def test_headings_that_speak_of_the_same(heading: str, other: str) -> None:
    assert whose(heading) == whose(other)


@pytest.mark.parametrize(
    ("heading", "other"), [("Leitung", "Telefon stv. Leitung"), ("Vertretung", "Telefon"), ("Kasse", "Telefon Vorsitz")]
)
def test_headings_that_speak_of_others(heading: str, other: str) -> None:
    assert whose(heading) != whose(other)


LED, KEPT = ("name", "Vorsitz", 0), ("name", "Kasse", 1)


@pytest.mark.parametrize(
    ("heads", "groups"),
    [
        ([LED, KEPT, ("phone", "Tel. Vorsitz", 1), ("phone", "Tel. Kasse", 1)], [0, 1, 0, 1]),
        ([("phone", "Tel. Kasse", -1), LED, KEPT, ("phone", "Tel.", 1)], [1, 0, 1, 1]),
        ([LED, KEPT, ("phone", "Tel. Vereinsheim", 1)], [0, 1, 1]),
        ([LED, ("phone", "Tel. Vorsitz", 0)], [0, 0]),
        ([LED, KEPT, ("name", "Kasse", 2), ("phone", "Tel. Kasse", 2)], [0, 1, 2, 2]),  # of which?
    ],
)
def test_whose_numbers_they_are(heads: list[Headed], groups: list[int]) -> None:
    assert [column.group for column in with_headed_numbers(columns(*heads))] == groups


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ([("phone", "Telefon", 0)], "phone"),
        ([("name", "Konrektor/in", 2), ("phone", "Telefon", 0)], "phone"),  # hers, and no number of the Konrektor
        ([("phone", "Telefon Schule", 1)], "phone"),  # that of the school is behind her by chance
        ([], "main"),  # the exchange of all of them
        ([("phone", "Telefon", 0), ("extension", "DW", 0)], "main"),
    ],
)
def test_the_exchange_in_front_of_somebody(others: list[Headed], field: str) -> None:
    heads = [("name", "Leitung", 0), ("name", "Sekretariat", 1), ("main", "Telefon Sekretariat", -1), *others]
    assert with_headed_numbers(columns(*heads))[2].field == field


def test_somebody_who_is_called_upon() -> None:
    heads = columns(LED, ("unknown", "Kasse", 0), ("unknown", "Satzung", 0), ("phone", "Telefon Kasse", 0))
    assert [is_called_upon(heads, at) for at in (1, 2)] == [True, False]
