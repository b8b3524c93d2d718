"""What the other names of a page say about one that no list knows."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read


@pytest.mark.parametrize(
    ("others", "given"),
    [
        (["Frau Eva Muster", "Herr Uwe Beispiel"], "Trientje"),
        (["Eva Muster", "Uwe Beispiel"], "Trientje"),
        (["Frau Eva Muster", "Herr Beispiel"], None),
        (["Frau Muster"], None),
    ],
)
def test_who_gives_all_given_names_gives_hers(others: list[str], given: str | None) -> None:
    people = [*others, "Frau Trientje Vorlaut"]
    html = "".join(f"<p>{name}<br>Tel. 07123 940-{number}</p>" for number, name in enumerate(people, 11))
    assert given in {contact["name"][2] for contact in read(html) if "Vorlaut" in contact["name"][3]}


def test_two_family_names_stay_together() -> None:
    html = "<p>Frau Eva Muster<br>Tel. 07123 940-11</p><p>Herr Uwe Beispiel<br>-12</p><p>Frau Müller Vorlaut<br>-13</p>"
    assert "Müller Vorlaut" in {contact["name"][3] for contact in read(html)}
