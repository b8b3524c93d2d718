"""Postal addresses in lines and in one text. Streets and numbers are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import display, wording
from pipeline.errors import ValueNotUnderstood
from pipeline.model import Address
from pipeline.transform.address import find_address, looks_like_city, looks_like_street, parse_address
from pipeline.transform.street import is_room


@pytest.mark.parametrize(
    ("lines", "address", "first", "last"),
    [
        (["Marktplatz 1", "73728 Esslingen am Neckar"], ("Marktplatz 1", "73728", "Esslingen am Neckar"), 0, 1),
        (["Wiesen 11", "D-73728Esslingen"], ("Wiesen 11", "73728", "Esslingen"), 0, 1),
        (["Wiesen 11", "73728 Esslingen"], ("Wiesen 11", "73728", "Esslingen"), 0, 1),
        (
            ["Eva Muster", "Musterstr.5", "D-73230 Kirchheim unter Teck"],
            ("Musterstr. 5", "73230", "Kirchheim unter Teck"),
            1,
            2,
        ),
        (["Hauptstr. 5a, 2. OG, 73773 Aichwald Telefon 0711 1"], ("Hauptstr. 5a", "73773", "Aichwald"), 0, 0),
        (["Rathaus, Marktplatz 1 - 3, 73728 Esslingen"], ("Marktplatz 1-3", "73728", "Esslingen"), 0, 0),
        (["Stadt Musterau | Marktplatz 1 | 73728 Esslingen | Tel. 1"], ("Marktplatz 1", "73728", "Esslingen"), 0, 0),
        (["Am Alten Hafen 12", "23966 Wismar, Hansestadt"], ("Am Alten Hafen 12", "23966", "Wismar, Hansestadt"), 0, 1),
        (["Gubener Allee 4", "03149 Forst (Lausitz)"], ("Gubener Allee 4", "03149", "Forst (Lausitz)"), 0, 1),
        (["Schulweg 4", "73054 Eislingen/Fils"], ("Schulweg 4", "73054", "Eislingen/Fils"), 0, 1),
        (["Hof 2", "73262 Reichenbach a. d. Fils"], ("Hof 2", "73262", "Reichenbach a. d. Fils"), 0, 1),
        (["Hof 2", "73262 Reichenbach a.d.Fils"], ("Hof 2", "73262", "Reichenbach a.d.Fils"), 0, 1),
        (["Hof 2", "73262 Reichenbach e.V."], ("Hof 2", "73262", "Reichenbach"), 0, 1),
        # a label that nothing sets apart
        (["Anschrift Marktplatz 1, 73728 Esslingen"], ("Marktplatz 1", "73728", "Esslingen"), 0, 0),
        (["Besucheradresse Am Hafen 1", "73728 Esslingen"], ("Am Hafen 1", "73728", "Esslingen"), 0, 1),
        (["Straße des 17. Juni 5, 10623 Berlin"], ("Straße des 17. Juni 5", "10623", "Berlin"), 0, 0),
        (["Dienstgebäude Marktplatz 1, 73728 Esslingen"], ("Marktplatz 1", "73728", "Esslingen"), 0, 0),
        (["Besuchsadresse Am Markt 3", "73728 Esslingen"], ("Am Markt 3", "73728", "Esslingen"), 0, 1),
        (["Adressweg 3", "73728 Esslingen"], ("Adressweg 3", "73728", "Esslingen"), 0, 1),
        (["C 4, 8", "68159 Mannheim"], ("C 4, 8", "68159", "Mannheim"), 0, 1),
        # a room is no part of the street
        (
            ["Besucheradresse: Marktplatz 1", "Zimmer 12", "73728 Esslingen"],
            ("Marktplatz 1", "73728", "Esslingen"),
            0,
            2,
        ),
        (["Carl-Muster-Straße 53 (Hof, 2. OG)", "13597 Berlin"], ("Carl-Muster-Straße 53", "13597", "Berlin"), 0, 1),
        # a visitor's address before a Postfach
        (
            ["Postfach 12 34", "73726 Esslingen", "Marktplatz 1", "73728 Esslingen"],
            ("Marktplatz 1", "73728", "Esslingen"),
            2,
            3,
        ),
        (["Postfach 1533", "67325 Speyer"], ("Postfach 1533", "67325", "Speyer"), 0, 1),
        # the town first
        (["73728 Esslingen, Klosterplatz 4"], ("Klosterplatz 4", "73728", "Esslingen"), 0, 0),
        (["73728 Esslingen", "Am Rathaus 4"], ("Am Rathaus 4", "73728", "Esslingen"), 0, 1),
        (["73728 Esslingen", "Hauptstraße 4", "73773 Aichwald"], ("Hauptstraße 4", "73773", "Aichwald"), 1, 2),
        (["73728 Esslingen, Zimmer 4"], (None, "73728", "Esslingen"), 0, 0),
        # only a part
        (["73728 Esslingen"], (None, "73728", "Esslingen"), 0, 0),
        (["Sachgebiet 54", "73728 Esslingen"], (None, "73728", "Esslingen"), 1, 1),
        (["Rathaus, 73773 Aichwald"], (None, "73773", "Aichwald"), 0, 0),
        (["Frau Muster", "Marktplatz 1"], ("Marktplatz 1", None, None), 1, 1),
        (["Am Rathaus 3"], ("Am Rathaus 3", None, None), 0, 0),
    ],
)
def test_an_address_in_lines(lines, address, first, last):
    found = find_address(lines)
    assert (found.address, found.first, found.last) == (Address(*address), first, last)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["12345 Euro"],
        ["Telefon 0711 123-0"],
        ["Sachgebiet 54"],
        ["Zimmer 12"],
        ["Mo-Fr 8-12 Uhr"],
        ["Wir helfen 73728 Menschen"],
        ["Konto 73728Euro"],
        ["Az. 73728AB"],
        ["gesucht 73728 Esslingen"],
        ["x" * 1000],
    ],
)
def test_no_address(lines):
    assert find_address(lines) is None


def test_a_step_says_how_it_was_read():
    (step,) = find_address(["Marktplatz 1", "73728 Esslingen"]).steps
    assert step.after == "Marktplatz 1, 73728 Esslingen"
    assert wording.step(step.rule) != step.rule
    assert find_address(["Marktplatz 1, 73728 Esslingen"]).steps == ()


@pytest.mark.parametrize(
    "line",
    ["Hauptstr. 5a", "Marktplatz 1-3", "Am Rathaus 1", "An der Alten Mühle 3 b", "Postfach 1533", "Im Grund 2",
     "Straße der Einheit 4", "Dr.-W.-Muster-Straße 16",
     "Argula-von-Muster-Weg 11", "Musterstraße", "Bahnhofsplatz/Dwórnišćo 9"],
)  # fmt: skip
def test_a_street(line):
    assert looks_like_street(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sachgebiet 54",
        "Montag 8",
        "Eva Muster",
        "Schwaben 11",
        "Stand 12",
        "",
        "A" * 100,
        "Straße/Hausnummer 9",
        "Amt/Dezernat 9",
    ],
)
def test_no_street(line):
    assert not looks_like_street(line)


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["12 rue de la Gare", "F-67000 Strasbourg"], Address("12 rue de la Gare", "67000", "Strasbourg")),
        (["Musterlaan 15, NL-6291 AT Vaals"], Address("Musterlaan 15", "6291 AT", "Vaals")),
        (["Musterplatz 4", "A-5024 Salzburg"], Address("Musterplatz 4", "5024", "Salzburg")),
        (["Mustergasse 2, CH-4051 Basel"], Address("Mustergasse 2", "4051", "Basel")),
    ],
)
def test_an_address_abroad(lines, address):
    assert find_address(lines).address == address


@pytest.mark.parametrize("line", ["Büro 12", "Büro links", "Büro im 2. OG", "Büro Erdgeschoss", "Zimmer 3"])
def test_a_room(line):
    assert is_room(line)


def test_a_part_of_the_building_is_a_room():
    assert is_room("Zimmer, Neubau")


@pytest.mark.parametrize(
    "line",
    [
        "Büro der Landrätin",
        "Büro des Oberbürgermeisters",
        "Büro Neustadt",
        "Zimmer, Eva",
        "Stock, Dr. Eva",
        "Zimmer, Eva (Kasse)",
    ],
)
def test_an_office_or_a_person_is_no_room(line):
    assert not is_room(line)


def test_a_town():
    assert looks_like_city("73728 Esslingen am Neckar")
    assert not looks_like_city("73728 Esslingen, Marktplatz 1")
    assert not looks_like_city("Esslingen")
    assert not looks_like_city("7" * 200)


STREETS = st.sampled_from(
    ["Marktplatz 1", "Hauptstr. 5a", "Am Alten Hafen 12", "Postfach 1533", "Wiesen 3-5", "Musterstraße"]
)
TOWNS = st.sampled_from(
    ["Esslingen am Neckar", "Forst (Lausitz)", "Eislingen/Fils", "Wernau (Neckar)", "Bad Überkingen", "Halle"]
)
POSTCODES = st.integers(min_value=1067, max_value=99998).map("{:05d}".format)
ADDRESSES = (
    st.builds(Address, STREETS, POSTCODES, TOWNS)
    | st.builds(Address, st.none(), POSTCODES, TOWNS)
    | st.builds(Address, st.sampled_from(["Marktplatz 1", "Hauptstr. 5a"]))
    | st.builds(Address, st.sampled_from(["Marktplatz 1", "Hauptstr. 5a"]), st.none(), TOWNS)
    | st.builds(Address, st.none(), st.none(), TOWNS)
)


@given(ADDRESSES)
def test_an_address_as_shown_reads_as_itself(value):
    assert parse_address(display.address(value)) == value


@pytest.mark.parametrize(
    "text", ["", "Telefon 0711", "Frau Muster, 73728 Esslingen", "73728", "Marktplatz 1, 2. OG", "x" * 400, "a, b"]
)
def test_anything_else_is_no_address(text):
    with pytest.raises(ValueNotUnderstood):
        parse_address(text)


@given(st.lists(st.text(alphabet=st.sampled_from("Am 1-3,/|.()73728 EsslingenStr\u00a0")) | st.text(), max_size=5))
def test_no_lines_break_it(lines):
    found = find_address(lines)
    assert found is None or 0 <= found.first <= found.last < len(lines)
