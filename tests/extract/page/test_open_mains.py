"""Durchwahlen below a main number without its `-0`, and before the names of those whose they are."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary


def numbers(html: str) -> dict[str | None, tuple[str, ...]]:
    return {entry[0]: entry[3] for entry in summary(html)}


@pytest.mark.parametrize("below", ["- 310", "-310", "– 310"])
def test_a_short_number_goes_on_in_the_next_line(below: str) -> None:
    assert numbers(f"<p>Eva Muster<br>Tel. 07123 4631<br>{below}</p>") == {"Muster": ("+4971234631310",)}


@pytest.mark.parametrize(
    "people", ["-310 Eva Muster<br>-311 Uwe Beispiel", "Eva Muster -310<br>Uwe Beispiel -311"], ids=["before", "behind"]
)
@pytest.mark.parametrize("main", ["07123 4631", "07123 4631-0"])
def test_people_below_a_main_number_have_their_own(main: str, people: str) -> None:
    found = numbers(f"<p>Tel. {main}<br>{people}</p>")
    assert (found["Muster"], found["Beispiel"]) == (("+4971234631310",), ("+4971234631311",))


@pytest.mark.parametrize("below", ["- Kinder von 12 bis 14 Jahren", "Di 12 -14 Uhr", "-30 Prozent", "Zimmer 12"])
def test_what_is_no_durchwahl_leaves_the_number_whole(below: str) -> None:
    assert numbers(f"<p>Eva Muster<br>Tel. 07123 4631<br>{below}</p>") == {"Muster": ("+4971234631",)}


def test_a_number_of_the_usual_length_is_whole() -> None:
    assert numbers("<p>Eva Muster<br>Tel. 07123 463100<br>- 31</p>") == {"Muster": ("+497123463100",)}


def test_a_list_with_dashes_and_rooms_keeps_every_number() -> None:
    html = "<ul><li>- 12 Frau Muster, Tel. 07123 940-34</li><li>- 13 Uwe Beispiel, Mobil 0171 3920072</li></ul>"
    assert numbers(html) == {"Muster": ("+49712394034",), "Beispiel": ("+491713920072",)}


def test_a_number_in_groups_over_digits_like_its_last_ones_is_whole() -> None:
    assert numbers("<p>Notar Uwe Muster<br>07123/9 10 30<br>Fax: -39</p>")["Muster"][0] == "+49712391030"
    assert numbers("<p>Eva Muster<br>Tel. 07123 46 31<br>- 310</p>") == {"Muster": ("+4971234631310",)}


_ROOMS = "<table><tr><td>{}</td><td>-110</td></tr><tr><td>Frau Blum</td><td>-111</td></tr>{}</table>"
_HOUSE = "<tr><td colspan=2>Zentrale 07123 940-0</td></tr>"


def test_a_durchwahl_alone_in_the_cell_beside_a_name_is_hers() -> None:
    for name in ("Frau Muster", "Frau Muster (Leitung)"):
        found = numbers(_ROOMS.format(name, _HOUSE))
        assert (found["Muster"], found["Blum"]) == (("+497123940110",), ("+497123940111",))
        assert found[None] == ("+4971239400",)  # the house is nobody's


def test_digits_behind_a_dash_that_no_name_stands_before_are_no_durchwahl() -> None:
    assert "Muster" not in numbers(_ROOMS.format("Temperatur", _HOUSE))
    assert ("+497123940110",) not in numbers(_ROOMS.format("Temperatur", _HOUSE)).values()
    assert numbers(_ROOMS.format("Frau Muster", "")) == {}  # nothing says of which number
