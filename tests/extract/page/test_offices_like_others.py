"""Lists of offices in which some have words that no list knows, and lists in which such words are something else."""

from __future__ import annotations

from tests.extract.page.test_blocks import summary

KNOWN = [f"{office} Neustadt" for office in ("Sozialamt", "Jugendamt", "Bauamt", "Standesamt", "Schulamt")]


def card(first: str, below: str = "") -> str:
    return f"<div><p><b>{first}</b><br>{below}Tel. 07123 940-{len(first)}<br>info@buntspecht.example</p></div>"


def called(*cards: str) -> set[tuple[str | None, str | None, str | None]]:
    """Family names, offices and functions of a list."""
    found = summary(f"<main><section>{''.join(cards)}</section></main>")
    return {(name, org, role) for name, org, role, _, _ in found}


def test_words_that_no_list_knows_among_offices() -> None:
    offices = [card(office) for office in KNOWN]
    assert (None, "Pro Buntspecht", None) in called(*offices, card("Pro Buntspecht"))
    assert ("Muster", "Pro Buntspecht", None) in called(
        *offices, card("Pro Buntspecht", "Ansprechpartnerin: Eva Muster<br>")
    )


def test_few_offices_say_nothing_of_their_neighbours() -> None:
    found = called(*map(card, KNOWN[:3]), card("Quartalsfeste", "Eva Muster<br>"))
    assert [role for name, _, role in found if name == "Muster"] == ["Quartalsfeste"]


def test_where_people_begin_entries_unknown_words_may_be_theirs() -> None:
    offices = [card(office) for office in KNOWN]
    found = called(*offices, card("Eva Muster"), card("Quartalsfeste", "Tom Probe<br>"))
    assert {name: role for name, _, role in found if name} == {"Muster": None, "Probe": "Quartalsfeste"}


REGIONS = ("Landkreis Neuland", "Stadt Neustadt", "Kreis Altland", "Stadt Altstadt")


def test_districts_and_towns_stand_with_their_like() -> None:
    regions = [card(region, "Eva Muster<br>") for region in REGIONS]
    unknown = [card("Wendener Heide", "Tom Probe<br>"), card("Quellental", "Lea Beispiel<br>")]
    assert {("Probe", "Wendener Heide", None), ("Beispiel", "Quellental", None)} <= called(*regions, *unknown)


def test_too_few_towns_or_a_function_among_them_say_nothing_of_their_neighbours() -> None:
    regions = [card(region, "Eva Muster<br>") for region in REGIONS]
    unknown = card("Quartalsfeste", "Tom Probe<br>")
    assert ("Probe", "Quartalsfeste", None) not in called(*regions[:3], unknown)
    assert ("Probe", "Quartalsfeste", None) not in called(*regions, unknown, card("Hausmeister", "Lea Beispiel<br>"))


CIRCLES = ("Helferkreis Celle", "Freundeskreis Peine", "Arbeitskreis Uelzen", "Netzwerk Gifhorn")


def labels(*said: str) -> dict[str | None, str | None]:
    """The function of everybody in a list whose entries begin so, by family names."""
    entries = [f"<li><b>{label}</b>: Eva {name}, 07123 940-12</li>" for label, name in zip(said, NAMES, strict=False)]
    return {name: role for name, _, role, _, _ in summary(f"<ul>{''.join(entries)}</ul>")}


NAMES = ("Muster", "Probe", "Beispiel", "Winter", "Sommer", "Herbst")


def test_a_label_among_labels_that_say_where_does_so_too() -> None:
    assert set(labels(*CIRCLES, "Café Mondial").values()) == {None}
    assert labels(*CIRCLES, "Fahrdienst")["Sommer"] == "Fahrdienst"
    assert labels(CIRCLES[0], "Café Mondial")["Probe"] == "Café Mondial"
