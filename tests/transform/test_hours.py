"""Hours for visitors and callers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.transform.hours import canonical, find_hours, is_days, is_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mo–Fr 8–12 Uhr", "Mo–Fr 8–12 Uhr"),
        ("Sprechzeiten: Mo - Fr 8 - 12 Uhr", "Mo–Fr 8–12 Uhr"),
        ("Mo. - Fr. 08:30 - 12:00 Uhr", "Mo.–Fr. 08:30–12:00 Uhr"),
        ("dienstags 14:00 bis 18:00 Uhr", "dienstags 14:00 bis 18:00 Uhr"),
        ("Di und Do 10–12 Uhr", "Di und Do 10–12 Uhr"),
        ("Öffnungszeiten:\nMo 8.00 - 12.00 Uhr\nDi geschlossen", "Mo 8.00–12.00 Uhr; Di geschlossen"),
        (
            "Montag bis Freitag 8 bis 12 Uhr und nach Vereinbarung",
            "Montag bis Freitag 8 bis 12 Uhr und nach Vereinbarung",
        ),
        ("nach Vereinbarung", "nach Vereinbarung"),
        ("Mo-Do vorm.", "Mo–Do vorm."),
        ("Mi ganztägig", "Mi ganztägig"),
        ("tägl. 9-12 Uhr", "tägl. 9–12 Uhr"),
        ("n. V.", "n. V."),
        ("Termine nach Vereinbarung", "Termine nach Vereinbarung"),
        ("Telefonisch erreichbar Mo–Do 9–15 Uhr", "Mo–Do 9–15 Uhr"),
        ("Sprechstunde: jeden 1. Donnerstag im Monat, 17–19 Uhr.", "jeden 1. Donnerstag im Monat, 17–19 Uhr"),
        ("15.00 - 17.00 h", "15.00–17.00 h"),
        ("Fr. 8.00-12.00", "Fr. 8.00–12.00"),
        ("Office hours: Tue 10–12 am", "Tue 10–12 am"),
        ("Consultation hours: by appointment only", "by appointment only"),
        ("Mondays and Thursdays, 2 pm to 4 pm", "Mondays and Thursdays, 2 pm to 4 pm"),
    ],
)
def test_hours(text, hours):
    assert is_hours(text)
    assert find_hours(text) == hours


def test_a_label_may_stand_in_a_longer_line():
    assert find_hours("Frau Muster, Sprechzeiten: Mo 9-12 Uhr") == "Mo 9–12 Uhr"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Öffnungszeiten",
        "Tel. 0711 3902-1234",
        "0711 12-14 Uhr",
        "12.03.2024",
        "8-12",
        "Fr. Muster",
        "Frau Montag",
        "Kirchweg 8-12",
        "Treffen am Dienstag um 18 Uhr im Rathaus",
        "Mo 8-12 Uhr " * 100,
    ],
)
def test_no_hours(text):
    assert not is_hours(text)
    assert find_hours(text) is None


@given(st.text() | st.text(alphabet=st.sampled_from("Mo-Fr 8–12.: UhrSprechzeit;\n")))
def test_writing_twice_changes_nothing(text):
    assert canonical(canonical(text)) == canonical(text)
    found = find_hours(text)
    assert found is None or found.strip() == found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mo–Mi", True),
        ("Do, Fr", True),
        ("Montag bis Donnerstag", True),
        ("dienstags und donnerstags", True),
        ("nur Mo", True),
        ("Fr. Muster", False),
        ("Sonne", False),
        ("Dienstag, Büro", False),
        ("Di 10–12 Uhr", False),
    ],
)
def test_days_and_nothing_else(text, days):
    assert is_days(text) is days
