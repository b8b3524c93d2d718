"""Which municipality a title, a section or the name of an office speaks of."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.named_places import (
    municipality_name,
    office_before,
    section_place,
    stated_place,
    states_municipality,
    whole_place,
)

GOEPPINGEN = "08117"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Stadt Uhingen", "Uhingen"),
        ("Rathaus Uhingen", "Uhingen"),
        ("Amt Südtondern", "Amt Südtondern"),
        ("Stadt Heilbad Heiligenstadt", "Heilbad Heiligenstadt"),
        ("Markt Neukirchen b. Hl. Blut", "Neukirchen b. Hl. Blut"),
        ("Gemeinde Hohe Börde", "Hohe Börde"),
        ("Stadt Weiden i.d.OPf.", "Weiden i.d.OPf."),
        ("Stadt Uhingen, Hauptamt", None),
        ("Stadt Uhingen Sozialamt", None),
        ("Gemeinde Ahlbach OT Neudorf", None),
        ("Markt der Möglichkeiten", None),
        ("Sozialamt", None),
    ],
)
def test_an_office_called_after_its_town(text: str, place: str | None) -> None:
    assert whole_place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Stadt Göppingen, Hauptamt", "Göppingen"),
        ("Gemeinde Hohe Börde – Rathaus", "Hohe Börde"),
        ("Landratsamt Göppingen", None),
        ("Hauptamt", None),
    ],
)
def test_a_title_names_a_municipality(text: str, place: str | None) -> None:
    assert stated_place(text, GOEPPINGEN) == place


@pytest.mark.parametrize(
    ("text", "place"), [("VG Thalfang", "VG Thalfang"), ("Gemeinde Ahlbach, Tel. 06433 12-0", "Ahlbach")]
)
def test_a_section_names_a_municipality_or_an_association(text: str, place: str) -> None:
    assert section_place(text, None) == place


def test_the_office_of_a_line_that_goes_on_with_its_number() -> None:
    assert office_before("Rathaus Uhingen, Telefon 07161 9380-0") == "Rathaus Uhingen"


def test_a_municipality_is_called_as_the_district_calls_it() -> None:
    assert municipality_name("Stadt Uhingen", GOEPPINGEN) == "Uhingen"
    assert states_municipality("Gemeinde Ahlbach")
    assert not states_municipality("Gemeindeverwaltung")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Telefonliste Sozialamt, Telefon 05141 12-0", "Sozialamt"),
        ("Organisationsplan Jugendamt", "Jugendamt"),
        ("Planungsamt Celle", "Planungsamt Celle"),
        ("Telefonliste", "Telefonliste"),
    ],
)
def test_a_list_is_no_part_of_its_office(text: str, office: str) -> None:
    assert office_before(text) == office
