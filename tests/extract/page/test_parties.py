"""Councillors and their parties."""

from __future__ import annotations

import pytest

from pipeline.transform.party import is_party
from tests.extract.page.test_blocks import summary


@pytest.mark.parametrize(
    ("html", "office", "role"),
    [
        ("<p>Eva Muster, SPD, Tel. 07123 940-12</p>", "SPD", None),
        ("<p>Eva Muster<br>Bündnis 90/Die Grünen<br>Tel. 07123 940-12</p>", "Bündnis 90/Die Grünen", None),
        ("<p>Eva Muster<br>CDU<br>Kreisrätin<br>Tel. 07123 940-12</p>", "CDU", "Kreisrätin"),
        ("<p>Eva Muster, Fraktionsvorsitzende SPD, Tel. 07123 940-12</p>", None, "Fraktionsvorsitzende SPD"),
        ("<p>Eva Muster, parteilos, Tel. 07123 940-12</p>", None, None),
        ("<h3>SPD</h3><p>Eva Muster<br>Tel. 07123 940-12</p>", "SPD", None),
    ],
)
def test_whose_party_it_is_does_not_do_it(html: str, office: str | None, role: str | None) -> None:
    assert summary(html) == [("Muster", office, role, ("+49712394012",), ())]


def test_the_office_of_a_party_is_one() -> None:
    ((_, office, *_),) = summary(
        "<p>Eva Muster</p><h3>Geschäftsstelle</h3><p>SPD Kreisverband<br>Tel. 07123 940-12</p>"
    )
    assert office == "SPD Kreisverband"


def test_a_line_of_every_card_may_be_parties() -> None:
    card = "<p>{} Muster<br>{}<br>Tel. 07123 940-12</p>"
    html = "".join(card.format(*each) for each in (("Eva", "SPD"), ("Ida", "CDU"), ("Uwe", "Freie Wähler")))
    assert [where for _, where, *_ in summary(f"<h2>Kreisräte</h2>{html}")] == ["SPD", "CDU", "Freie Wähler"]


@pytest.mark.parametrize("text", ["CDU", "Die Grünen", "Freie Wähler", "FDP-Fraktion", "DIE LINKE"])
def test_parties(text: str) -> None:
    assert is_party(text)


@pytest.mark.parametrize(
    "text", ["Linkenheim", "Grünflächen", "Freie Wähler Muster e. V.", "SPD Kreisverband", "FDPlus", "parteilos", ""]
)
def test_no_parties(text: str) -> None:
    assert not is_party(text)
