"""Functions and offices: which a line is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transform.names import is_person
from pipeline.transform.office import clean_office, clean_role, is_label, is_office, is_role


@pytest.mark.parametrize("town", ["Holzkirchen", "Neunkirchen", "Waldkirchen"])
def test_a_town_that_is_called_after_churches_is_no_office(town):
    assert not is_office(town)


@pytest.mark.parametrize(
    "line",
    [
        "Leiterin",
        "Head of Office",
        "Advisors",
        "Volunteer Coordinator",
        "Leitung",
        "Dezernatsleiter",
        "Stellvertretende Amtsleiterin",
        "Sachbearbeitung Asyl",
        "Vorzimmer:",
        "Sekretariat",
        "Integrationsmanager/in",
        "Integrationsmanager*innen",
        "Integrationsmanager:in",
        "IntegrationsmanagerInnen",
        "Beauftragte/r für Integration",
        "Beauftragte(r) für Asyl",
        "Integrations- und Behindertenbeauftragte",
        "Ansprechpartner für das Ehrenamt",
        "Koordination Ehrenamt",
        "Bildungskoordinatorinnen für Neuzugewanderte",
        "1. Vorsitzende",
        "Bürgermeister",
        "Oberbürgermeisterin",
        "Beisitzerin",
        "Sozialarbeiter",
        "Sozialpädagogin (B.A.)",
        "Pfarrerin",
        "Pastoralreferentin",
        "Geschäftsführung",
        "Verwaltungsmanagement",
        "Integrationsbeauftragte der Stadt Musterhausen",
        "Beauftragter für Christen anderer Sprache und Herkunft",
        *("Diversity-Referentin", "Awareness-Beauftragter", "Outreach-Koordinatorin", "Gender-Expertin"),
        *("Digital-Botschafter", "Kassenprüfer", "Schiedsfrau", "Stadtverordneter", "Kümmerin"),
    ],
)
def test_a_function(line):
    assert is_role(line)
    assert not is_office(line)


@pytest.mark.parametrize(
    "line",
    [
        "Amt für Soziales",
        "Powiat Zgorzelecki",
        "Urząd Miasta Gubin",
        "Mairie de Wissembourg",
        "Sachgebiet 54",
        "Abteilung Integration",
        "Stabsstelle Ehrenamt",
        "Dezernat Soziales",
        "Fachdienst Integration und Ehrenamt",
        "Landratsamt Musterkreis",
        "Stadt Musterhausen",
        "Gemeinde Musterdorf",
        "Rathaus Musterdorf",
        "Diakonie Musterhausen",
        "Caritas-Zentrum Teck",
        "DRK Ortsverein Musterdorf",
        "AWO Musterkreis",
        "Freundeskreis Asyl e. V. Musterdorf",
        "AK Asyl Musterdorf",
        "Muster Hilfe gGmbH",
        "Muster e.V.",
        "Evangelische Kirche am Musterbach",
        "Beratungsstelle für Geflüchtete",
        "Büro der Integrationsbeauftragten",
        "Jobcenter Landkreis Musterkreis",
        "Freiwilligenagentur im Landkreis",
        "Team Integration",
        "Sozialer Dienst",
        "Pressestelle",
        "Netzwerk Flüchtlinge",
    ],
)
def test_an_office(line):
    assert is_office(line)
    assert not is_role(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Eva Muster",
        "Eva Hofmeister",
        "Frau Muster",
        "Sprecher: Eva Muster",
        "Telefon",
        "Verein",
        "Service & Verwaltung",
        "Ansprechpartner:",
        "Ihre Ansprechpartner/innen",
        "Startseite",
        "Engagiert im Landkreis",
        "Aktiv in der Gemeinde",
        "Schwerpunkt Bildungsberatung",
        "Marktplatz 1",
        "nach Vereinbarung",
        "leiterin@stadt.example",
        "Die Leiterin hilft Ihnen gerne weiter, wenn Sie Fragen zu einem Antrag haben.",
        "Leiterin " * 50,
    ],
)
def test_neither(line):
    assert not is_role(line)
    assert not is_office(line)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Ansprechpartner:", True),
        ("Ihre Ansprechpartnerinnen", True),
        ("Ansprechpartner/-innen vor Ort", True),
        ("Ihre Ansprechpartner in der Verwaltung", True),
        ("Ihre Ansprechpartner im Jugendamt", False),
        ("Kontakt", True),
        ("Ansprechpartner für Asyl", False),
        ("Leitung", False),
        ("", False),
        ("-" * 300, False),
    ],
)
def test_a_label_only_announces_people(line, label):
    assert is_label(line) is label


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("• Leiterin:", "Leiterin"),
        ("Funktion: Leiter*in", "Leiter*in"),
        ("(Leitung)", "Leitung"),
        ("– Sekretariat –", "Sekretariat"),
        ("Vorstand (ehrenamtlich)", "Vorstand (ehrenamtlich)"),
        ("(stellv.) Leitung (Büro)", "(stellv.) Leitung (Büro)"),
        ("Position: Aufgabe: Leitung", "Leitung"),
        ("Funktion:", "Funktion"),
        ("", ""),
    ],
)
def test_a_function_without_marks_and_labels(written, clean):
    assert clean_role(written) == clean


def test_an_office_without_marks_and_labels():
    assert clean_office("Träger: Diakonie Musterhausen e.V.") == "Diakonie Musterhausen e.V."
    assert clean_office("V.i.S.d.P.: Arbeitskreis Asyl") == "Arbeitskreis Asyl"
    assert clean_office("- „Netzwerk Asyl“ -") == "Netzwerk Asyl"
    assert clean_office("Hausanschrift: Rathaus Neustadt") == "Rathaus Neustadt"
    assert clean_office("Ort: Rathaus Neustadt") == "Rathaus Neustadt"
    assert clean_office("Rathaus Neustadt (Vorwahl 07123)") == "Rathaus Neustadt"
    assert clean_office("Rathaus Neustadt | Stand: 01.08.2018") == "Rathaus Neustadt"
    assert clean_office("Rathaus Neustadt (Stand: August 2018)") == "Rathaus Neustadt"
    assert clean_office("Rathaus Neustadt (Vorwahl: siehe Fuß)") == "Rathaus Neustadt (Vorwahl: siehe Fuß)"


@given(st.text() | st.text(alphabet='(„“"Amt: -•)Funktion'))
def test_cleaning_twice_changes_nothing(text):
    assert clean_role(clean_role(text)) == clean_role(text)
    assert clean_office(clean_office(text)) == clean_office(text)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    assert isinstance(is_role(text), bool)
    assert isinstance(is_office(text), bool)
    assert isinstance(is_label(text), bool)


@pytest.mark.parametrize("line", ["Zweirad Becker", "Autohaus Müller", "Bäckerei Klein", "Elektro Lang", "Hotel Adler"])
def test_a_shop_with_a_family_name_is_nobody(line):
    assert is_office(line)
    assert not is_person(line)


@pytest.mark.parametrize("line", ["Eva Backhaus", "Uwe Neuhaus", "Ida Kaufhold", "Tom Laden"])
def test_who_is_called_like_a_house_is_somebody(line):
    assert is_person(line)


@pytest.mark.parametrize(
    "line", ["Freiwillige Feuerwehr Neustadt", "Freiwillige Ortsfeuerwehr", "Bischöfliches Ordinariat"]
)
def test_what_is_called_so_is_an_office(line):
    assert is_office(line)
    assert not is_role(line)


@pytest.mark.parametrize("line", ["Freiwillige", "Freiwillige Helferin", "Freiwillige der Feuerwehr"])
def test_volunteers_are_no_office(line):
    assert is_role(line)
