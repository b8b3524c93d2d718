"""What a column of places says of the people beside it: their town, and where they are."""

from __future__ import annotations

from tests.extract.page.test_blocks import summary

_HEAD = "<tr><th>Kommune</th><th>Ansprechpersonen</th><th>Telefon</th><th>E-Mail</th></tr>"


def offices(*rows: tuple[str, str, str]) -> dict[str | None, str | None]:
    """The office of everybody in a table of towns, people and mailboxes, by family name."""
    cells = (
        f"<tr><td>{town}</td><td>{name}</td><td>07123 940-{number}</td><td>{mail}</td></tr>"
        for number, (town, name, mail) in enumerate(rows, 11)
    )
    return {name: org for name, org, *_ in summary(f"<table>{_HEAD}{''.join(cells)}</table>")}


def test_people_with_mailboxes_of_their_towns_are_of_the_town_halls() -> None:
    assert offices(
        ("Stadt Neustadt", "Frau Muster", "muster@neustadt.example"),
        ("Gemeinde Altdorf-Süd", "Herr Beispiel", "beispiel@altdsued.example"),
        ("Gemeinde Ahlbach", "Frau Probe", "asyl@ahlbach.example"),
    ) == {"Muster": "Stadt Neustadt", "Beispiel": "Gemeinde Altdorf-Süd", "Probe": "Gemeinde Ahlbach"}


def test_volunteers_are_only_in_their_towns() -> None:
    assert offices(
        ("Stadt Neustadt", "Frau Muster", "muster@post.example"),
        ("Gemeinde Ahlbach", "Frau Probe", "asyl@ahlbach.example"),
    ) == {"Muster": None, "Probe": None}


def test_towns_by_their_bare_names_are_no_offices() -> None:
    assert offices(
        ("Neustadt", "Frau Muster", "muster@neustadt.example"), ("Ahlbach", "Frau Probe", "asyl@ahlbach.example")
    ) == {"Muster": None, "Probe": None}
