"""Functions that headings above names say."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.role_above import before_contact, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Koordinator/in mit Kontaktdaten", "Koordinator/in"),
        ("Integrationsbeauftragte/r (Telefon, E-Mail)", "Integrationsbeauftragte/r"),
        ("Integrationslotsin, Tel.-Nr., Mail", "Integrationslotsin"),
        ("Flüchtlingskoordinator*in und Kontakt", "Flüchtlingskoordinator*in"),
        ("Sozialarbeiter/in – Erreichbarkeit", "Sozialarbeiter/in"),
        ("Integrationsmanager/in/Kontakt", "Integrationsmanager/in"),
        ("Beauftragte/r für Asyl inkl. Handynummer u. Mailadresse", "Beauftragte/r für Asyl"),
        ("Beauftragte/r für Presse und Kommunikation", "Beauftragte/r für Presse und Kommunikation"),
        ("Lotse/Lotsin mit Sprachkenntnissen", "Lotse/Lotsin mit Sprachkenntnissen"),
        ("Berater/in (Telefonberatung)", "Berater/in (Telefonberatung)"),
        ("Integrationsbeauftragte/r (Name, Vorname)", "Integrationsbeauftragte/r"),
        ("Obermeister", "Obermeister"),
        ("Ortsteilbürgermeister/in", "Ortsteilbürgermeister/in"),
        ("Ansprechpartner mit Kontaktdaten", None),
        ("Name, Telefon", None),
        ("Leitung", "Leitung"),
        ("Hausleitung", "Hausleitung"),
        ("Koordination", None),
    ],
)
def test_the_function_in_a_heading_ends_where_ways_of_contact_begin(heading: str, role: str | None) -> None:
    assert role_of(heading) == role


@pytest.mark.parametrize("heading", ["Telefon", "Kontakt", "mit Kontaktdaten", "Koordinator/in", ""])
def test_nothing_is_left_of_a_heading_that_says_nothing_else(heading: str) -> None:
    assert before_contact(heading) == heading


@pytest.mark.parametrize(("reached", "role"), [(True, "Koordination"), (False, None)])
def test_work_beside_contacts_is_a_function_of_whoever_is_reached_there(reached: bool, role: str | None) -> None:
    assert role_of("Koordination, Telefon", reached) == role
