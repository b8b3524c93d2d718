"""What headings mean, and that names of places, people and functions are none."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.heading_order import family_first
from pipeline.extract.grid.headings import meanings


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Gemeinde", "municipality"),
        ("Stadt/Gemeinde", "municipality"),
        ("Kommune", "municipality"),
        ("Ansprechpartner/in", "name"),
        ("Ansprechpartner*in", "name"),
        ("Ansprechpersonen Integration", "name"),
        ("Wer?", "name"),
        ("Name, Vorname", "name"),
        ("Nachname", "family"),
        ("Vorname", "given"),
        ("Anrede", "salutation"),
        ("Akad. Grad", "title"),
        ("Funktion", "role"),
        ("Aufgabe / Responsible for", "role"),
        ("Name (Eigenschaft)", "name"),
        ("Familienname, Rufname", "name"),
        ("Verb.gem.", "municipality"),
        ("Standortgemeinde", "municipality"),
        ("Wohngemeinde", "municipality"),
        ("Heimatstadt", "municipality"),
        ("Mitgliedsgemeinden", "municipality"),
        ("Wohnort", "place"),
        ("Arbeitsort", "place"),
        ("Einsatzort", "municipality"),
        ("Kirchengemeinde", "org"),
        ("Pfarrgemeinden", "org"),
        ("Festn./Mobil", "phone"),
        ("Zuständig für", "role municipality name"),
        ("Integrationsbeauftragte/r", "name role"),
        ("Träger", "org"),
        ("Name der Einrichtung", "org"),
        ("Dienststelle", "org"),
        ("Tel.", "phone"),
        ("Telefon-\nnummer", "phone"),
        ("Rufnummer", "phone"),
        ("Festnetz", "phone"),
        ("Handy", "mobile"),
        ("Mobilfunk", "mobile"),
        ("Telefax", "fax"),
        ("Durchwahl", "extension"),
        ("Vorwahl", "area_code"),
        ("Zentrale", "main"),
        ("E-Mail-Adresse", "email"),
        ("Mailadresse", "email"),
        ("PLZ Ort", "address"),
        ("Straße, Hausnummer", "street"),
        ("PLZ", "postcode"),
        ("Postanschrift", "address"),
        ("Sprechzeiten", "hours"),
        ("Homepage", "url"),
        ("Bemerkungen", "remark"),
        ("Lfd. Nr.", "ignore"),
        ("Kontakt", "name contact"),
        ("Wie erreichbar?", "hours contact"),
        ("Ansprechpartner/in (Name, Telefon)", "name"),
        ("Telefon / E-Mail", "contact"),
        ("Frau/\nHerr", "salutation"),
        ("Hr./Fr.", "salutation"),
        ("m/w/d", "salutation"),
        ("Amt/Gemeinde", "org municipality"),
        ("Kommune / Träger", "org municipality"),
        ("Stelle", "org role"),
        ("zuständig für (Städte/Gemeinden)", "municipality"),
        ("Zuständigkeitsbereich (Kommunen)", "municipality"),
        ("Einsatzgebiet", "municipality role name"),
        ("Sprecher/in", "name role"),
        ("1. Vorsitzende/r", "name role"),
        ("Tel. bis 31.12.2026", "phone"),
        ("E-Post", "email"),
        ("Netzpost", "email"),
        ("Elektropost", "email"),
        ("Postadresse (elektronisch)", "email"),
        ("Rufname", "given"),
        ("Ruf-Nr.", "phone"),
        ("Adr.", "address"),
        ("Cell", "mobile"),
        ("Integrationsbeauftragte/r (Name, Vorname)", "name"),
        ("Nach- und Vorname", "name"),
        ("E-Mail (vorname.name)", "email"),
        ("Name des/der Beauftragten", "name role"),
        ("Amt bzw. amtsfreie Stadt/Gemeinde", "org municipality"),
        ("Rathaus-Ansprechpartner", "name"),
        ("Ansprechpartner/in für …", "role municipality name"),
        ("ON-Kennzahl", "area_code"),
        ("DRK-Ansprechpartnerin", "name"),
        ("Gemeinde-Kontakt", "name contact"),
        ("Vor-\nwahl", "area_code"),
        ("Tele-\nfon", "phone"),
    ],
)
def test_headings(heading: str, fields: str) -> None:
    assert meanings(heading) == tuple(fields.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gemeinde Ahlbach",
        "Stadt Göppingen",
        "Frau Eva Muster",
        "Albershausen",
        "Neustadt",
        "Integrationsbeauftragte",
        "Koordinatorin Flüchtlingsarbeit",
        "Kirchliche Träger",
        "info@stadt.example",
        "07161 650-123",
        "Bitte tragen Sie hier Namen, Telefon und Mail aller Ansprechpartner der Gemeinde ein",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert meanings(text) == ()


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        ("Name, Vorname", True),
        ("Kontaktperson (Nachname, Vorname)", True),
        ("Vor- und Zuname", False),
        ("Name (Vorname Nachname)", False),
        ("Name", False),
    ],
)
def test_which_part_of_a_name_is_written_first(heading: str, first: bool) -> None:
    assert family_first(heading) == first
