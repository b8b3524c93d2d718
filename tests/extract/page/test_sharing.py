"""A person in the middle of an office's block: what stands above her is hers, unless something below is hers alone."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_OFFICE, _OTHER = ("+49712394010",), ("+49712394012",)


def numbers(block: str) -> list[tuple[str | None, tuple[str, ...]]]:
    entry = f"<section><h2>Tafel Neustadt</h2><p>Marktplatz 1, 72555 Metzingen<br>{block}</p></section>"
    return [(found[0], found[3]) for found in summary(entry)]


@pytest.mark.parametrize(
    "below",
    ["Eva Muster", "Eva Muster<br>neustadt@tafel.example", "Eva Muster (Leiterin)<br>E-Mail: neustadt@tafel.example"],
)
def test_a_mailbox_of_the_office_below_her_does_not_part_her_from_its_number(below: str) -> None:
    assert numbers(f"Tel. 07123 940-10<br>{below}") == [("Muster", _OFFICE)]


def test_two_people_in_one_line_have_the_number_above_and_the_mailbox_below() -> None:
    below = "Eva Muster (Leiterin), Uwe Beispiel (Stellvertreter)<br>neustadt@tafel.example"
    assert sorted(numbers(f"Tel. 07123 940-10<br>{below}")) == [("Beispiel", _OFFICE), ("Muster", _OFFICE)]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Eva Muster<br>e.muster@tafel.example", [(None, _OFFICE), ("Muster", ())]),
        ("Eva Muster, leitung@tafel.example", [(None, _OFFICE), ("Muster", ())]),
        ("Eva Muster<br>Tel. 07123 940-12<br>neustadt@tafel.example", [(None, _OFFICE), ("Muster", _OTHER)]),
        (
            "Eva Muster<br>leitung@tafel.example<br>Uwe Beispiel<br>kasse@tafel.example",
            [(None, _OFFICE), ("Beispiel", ()), ("Muster", ())],
        ),
    ],
    ids=["named after her", "in her line", "a number of her own", "another person follows"],
)
def test_the_number_above_is_the_offices_where_something_below_is_hers_alone(
    below: str, found: list[tuple[str | None, tuple[str, ...]]]
) -> None:
    assert numbers(f"Tel. 07123 940-10<br>{below}") == found


def test_an_office_with_a_mailbox_above_keeps_it() -> None:
    block = "Tel. 07123 940-10<br>info@tafel.example<br>Eva Muster<br>leitung@tafel.example"
    assert numbers(block) == [(None, _OFFICE), ("Muster", ())]


@pytest.mark.parametrize("people", ["{}<p>Eva Muster, Uwe Blum</p>", "<p>Eva Muster, Uwe Blum</p>{}"])
@pytest.mark.parametrize(
    ("numbers", "hers", "his"),
    [
        ("07123 940-11 (Muster), 07123 940-12 (Blum)", {"11"}, {"12"}),
        ("07123 940-12 (Blum), 07123 940-11 (Muster)", {"11"}, {"12"}),
        ("07123 940-11 (Muster), 07123 940-12 (Blum), 07123 940-13 (Dahl)", {"11"}, {"12"}),  # nobody of them
        ("07123 940-11 (Muster), 07123 940-12 (Blum), 07123 940-10 (abends)", {"10", "11"}, {"10", "12"}),
    ],
)
def test_brackets_behind_a_number_name_whose_it_is(people: str, numbers: str, hers: set[str], his: set[str]) -> None:
    found = {name: {one[-2:] for one in own} for name, _, _, own, _ in summary(people.format(f"<p>Tel. {numbers}</p>"))}
    assert (found["Muster"], found["Blum"]) == (hers, his)


def test_the_number_of_the_house_in_a_list_is_nobodys() -> None:
    html = "<p>07123 940-11 (Frau Muster)<br>07123 940-12 (Herr Blum)<br>07123 940-10 (Zentrale)</p>"
    assert {name: own for name, _, _, own, _ in summary(html)}["Blum"] == ("+49712394012",)


def test_a_number_below_a_list_is_not_that_of_the_first() -> None:
    html = "<p>Tel. 07123 940-11 (Frau Muster)<br>07123 940-12 (Herr Blum)<br>sonst: 07123 940-10</p>"
    assert {name: own for name, _, _, own, _ in summary(html)}["Muster"] == ("+49712394011",)
    alone = "<p>Tel. 07123 940-11 (Frau Muster)<br>Fax 07123 940-19</p>"
    assert {name: own for name, _, _, own, _ in summary(alone)} == {"Muster": ("+49712394011", "+49712394019")}
