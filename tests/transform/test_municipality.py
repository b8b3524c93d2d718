"""The municipalities of a district and their names in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transform.municipality import (
    clean_municipality,
    find_municipalities,
    find_municipality,
    municipalities,
    titled_municipality,
)

ESSLINGEN = "08116"


def test_the_table_of_the_district():
    table = municipalities(ESSLINGEN)
    assert len(table) == 44
    assert len({place.ags for place in table}) == len({place.name for place in table}) == 44
    for place in table:
        assert place.ags.startswith(ESSLINGEN)
        assert len(place.ags) == 8
        assert place.kind in ("Stadt", "Gemeinde")
        assert all(len(postcode) == 5 and postcode.isdigit() for postcode in place.postcodes)
        assert all(code.startswith("07") for code in place.area_codes)


@pytest.mark.parametrize("ags", ["09999", "", "../08116", "x"])
def test_a_district_without_a_table(ags):
    assert municipalities(ags) == ()
    assert find_municipality("Stadt Musterhausen", ags) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aichwald", "Aichwald"),
        ("Gemeinde Aichwald", "Aichwald"),
        ("Stadt Esslingen", "Esslingen am Neckar"),
        ("Esslingen a. N.", "Esslingen am Neckar"),
        ("Esslingen a.N.", "Esslingen am Neckar"),
        ("Esslingen-Berkheim", "Esslingen am Neckar"),
        ("Rathaus Altdorf", "Altdorf"),
        ("Kirchheim/Teck", "Kirchheim unter Teck"),
        ("Kirchheim u. T.", "Kirchheim unter Teck"),
        ("73230 Kirchheim unter Teck", "Kirchheim unter Teck"),
        ("Reichenbach a. d. Fils", "Reichenbach an der Fils"),
        ("Neuhausen a.d.F.", "Neuhausen auf den Fildern"),
        ("Wernau", "Wernau (Neckar)"),
        ("Beuren bei Nürtingen", "Beuren"),
        ("Leinfelden-Echterdingen", "Leinfelden-Echterdingen"),
        ("AK Asyl Plochingen", "Plochingen"),
        ("GROSSBETTLINGEN", "Großbettlingen"),
        ("Koengen", "Köngen"),
        ("Owen", "Owen"),
        ("Stadt Owen", "Owen"),
    ],
)
def test_a_municipality_in_a_text(text, name):
    assert find_municipality(text, ESSLINGEN) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Landkreis Esslingen",
        "Landratsamt Esslingen",
        "Neuhausen ob Eck",
        "Kirchheim am Neckar",
        "Dettingen an der Erms",
        "Reichenbach im Täle",
        "Bietigheim-Bissingen",
        "Esslinger Straße",
        "Owen Müller",
        "Altbach und Deizisau",
        "Gemeinde Altbach-Deizisau",
        "DRK Kreisverband Nürtingen-Kirchheim",
        "Leinfelden",
    ],
)
def test_another_place_or_several(text):
    assert find_municipality(text, ESSLINGEN) is None


def test_several_municipalities_in_a_text():
    assert find_municipalities("Altbach / Deizisau / Altbach", ESSLINGEN) == ("Altbach", "Deizisau")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Stadt Musterhausen", "Musterhausen"),
        ("Gemeinde Musterdorf:", "Musterdorf"),
        ("Große Kreisstadt Musterhausen am Bach", "Musterhausen am Bach"),
        ("Stadtverwaltung Musterhausen", "Musterhausen"),
        ("73728 Musterhausen", "Musterhausen"),
        ("Musterhausen, Stadt", "Musterhausen"),
        ("Musterdorf (Gemeinde)", "Musterdorf"),
        ("Stadt", "Stadt"),
        ("Musterstadt", "Musterstadt"),
        ("", ""),
    ],
)
def test_a_column_without_stadt_and_gemeinde(written, name):
    assert clean_municipality(written) == name


@given(st.text() | st.text(alphabet=st.sampled_from("Stadt Gemeinde:(),73728Ort")))
def test_cleaning_twice_changes_nothing(text):
    assert clean_municipality(clean_municipality(text)) == clean_municipality(text)


@given(st.text() | st.text(alphabet=st.sampled_from("Esslingen Neckar a.u.T-/")))
def test_no_text_breaks_it(text):
    find_municipalities(text, ESSLINGEN)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Gemeinde Ahlbach", "Ahlbach"),
        ("Stadt Altbach-Deizisau", "Altbach-Deizisau"),
        ("Große Kreisstadt Oberrode am Berg", "Oberrode am Berg"),
        ("Markt Neudorf a. d. Fils", "Neudorf a. d. Fils"),
        ("Gemeinde Kirchberg", "Kirchberg"),
        ("Stadt Kirchheim unter Teck", "Kirchheim unter Teck"),
        ("Stadt St. Georgen", "St. Georgen"),
        ("Gemeinde St. Martin", None),
        ("Gemeinde Kirche am Markt", None),
        ("Kirchengemeinde Ahlbach", None),
        ("Gemeinde Ahlbach, Sozialamt", None),
        ("Stadt und Land", None),
        ("Stadtwerke Ahlbach", None),
        ("Gemeinde", None),
    ],
)
def test_a_title_makes_a_municipality(heading, name):
    assert titled_municipality(heading) == name
