"""Towns in bold over the people there: who is named below the second one is there, and nobody does a town."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import PersonName, Rules

_PEOPLE = "<p>{0} Muster<br>Tel. 0711 3902-{1}1</p><p>{0} Beispiel<br>Tel. 0711 3902-{1}2</p>"


def places(html: str, ags: str = "08116") -> dict[str, tuple[str | None, str | None]]:
    """For the given names the municipality and the function."""
    found = {}
    for record in read_page(f"<main>{html}</main>".encode(), None, Rules(ags=ags)).records:
        said = {reading.field: reading.value for reading in record.readings}
        assert isinstance(said["name"], PersonName)
        found[f"{said['name'].given} {said['name'].family}"] = (said.get("municipality"), said.get("role"))
    return found


@pytest.mark.parametrize(
    "title", ["<p><b>{}</b></p>", "<p><strong>{}:</strong></p>", "<h3>{}</h3>", "<div><b>{}</b></div>"]
)
def test_the_second_town_is_that_of_the_people_below_it(title: str) -> None:
    html = title.format("Esslingen") + _PEOPLE.format("Eva", 1) + title.format("Aichwald") + _PEOPLE.format("Uwe", 2)
    assert places(html) == {
        "Eva Muster": ("Esslingen am Neckar", None),
        "Eva Beispiel": ("Esslingen am Neckar", None),
        "Uwe Muster": ("Aichwald", None),
        "Uwe Beispiel": ("Aichwald", None),
    }


def test_what_people_do_is_no_town() -> None:
    html = (
        "<p><b>Wohnhilfe</b></p>"
        + _PEOPLE.format("Eva", 1)
        + "<p><b>Hilfe in Aichwald</b></p>"
        + _PEOPLE.format("Uwe", 2)
    )
    assert places(html)["Eva Muster"] == (None, "Wohnhilfe")
    assert places(html)["Uwe Beispiel"] == ("Aichwald", "Hilfe in Aichwald")
