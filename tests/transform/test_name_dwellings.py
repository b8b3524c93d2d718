"""Family names that say where somebody once lived, and streets and rooms that look like them."""

from __future__ import annotations

import pytest

from pipeline.transform.names import find_names


def people(text: str) -> list[tuple[str | None, str]]:
    return [(found.name.given, found.name.family) for found in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In der Wiek, Eva", ("Eva", "In der Wiek")),
        ("Auf dem Brink, Jan, Zimmer 3", ("Jan", "Auf dem Brink")),
        ("Zur Loye, Eva", ("Eva", "zur Loye")),
        ("Im Winkel, Eva | Leiterin", ("Eva", "Im Winkel")),
        ("Frau Eva In der Wiek", ("Eva", "In der Wiek")),
        ("Herr Jan Auf dem Brink, Zimmer 3", ("Jan", "Auf dem Brink")),
        ("Jan Aus dem Kamp", ("Jan", "Aus dem Kamp")),
        ("Herr An der Lake", (None, "An der Lake")),
        ("Frau Zur Loye", (None, "Zur Loye")),
    ],
)
def test_where_somebody_lived_is_the_family_name(text: str, expected: tuple[str | None, str]) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frau Eva, In der Wiek 3", [(None, "Eva")]),
        ("Frau Eva In der Wiek 3", [(None, "Eva")]),
        ("Frau Eva Im Rathaus", [(None, "Eva")]),
        ("Herr Jan Zur Zeit im Urlaub", [(None, "Jan")]),
        ("In der Wiek, Eva Muster", [("Eva", "Muster")]),
        ("Eva Muster In der Wiek", [("Eva", "Muster")]),
        ("Am Bahnhof, Hagen", []),
        ("Gemeindehaus Maria Am Wasser", []),
        ("In der Schule, Eva", []),
    ],
)
def test_streets_and_rooms_are_nobody(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herr Jan von und zu Muster", ("Jan", "von und zu Muster")),
        ("Muster, Jan von und zu", ("Jan", "von und zu Muster")),
        ("Jan Freiherr von und zum Muster", ("Jan", "Freiherr von und zum Muster")),
    ],
)
def test_two_particles_are_one(text: str, expected: tuple[str | None, str]) -> None:
    assert people(text) == [expected]
