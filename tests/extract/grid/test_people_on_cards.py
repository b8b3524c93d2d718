"""Cards with labels beside the values, and without any."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.forms import Block
from pipeline.extract.grid.people_on_cards import as_cards, as_whole_cards
from pipeline.extract.grid.title_rows import Above
from pipeline.extract.layout import Cell
from pipeline.model import Rules, Where
from pipeline.transform.phone import Dialing
from tests.sheets.made import book, codes, read, shown, strike


def card(title: str, **labels: str) -> Block:
    """A card with a title."""
    values = [(label.replace("_", "-"), Cell(text, Where())) for label, text in labels.items()]
    return Block([Cell(title, Where())], values)


def test_cards_with_labels() -> None:
    cards = [
        card("Stadt Uhingen", Name="Eva Muster", Telefon="07161 9380-123", Sternzeichen="Waage"),
        card("Stadt Salach", Name="Uwe Beispiel", E_Mail="beispiel@salach.example"),
    ]
    found = as_cards(cards, Above(Rules(), Dialing()))
    assert found is not None
    assert shown(found)[:2] == [
        "Eva Muster in Uhingen: +4971619380123",
        "Uwe Beispiel in Salach: beispiel@salach.example",
    ]
    assert [finding.code for finding in found.findings] == ["unknown_column"]


def test_the_only_person_of_a_card_is_its_name_whatever_the_label() -> None:
    cards = [card("Stadt Uhingen", Gewährsmann="Herr Uwe Beispiel", Telefon="07161 9380-123", Fax="07161 9380-199")]
    found = as_cards(cards, Above(Rules(), Dialing()))
    assert found is not None
    assert shown(found) == ["Herr Uwe Beispiel in Uhingen: +4971619380123, f+4971619380199"]


@pytest.mark.parametrize(
    ("titles", "shown_as"),
    [
        (["1. Vorsitzende", "Kassenwart", "Öffentlichkeitsarbeit"],
         ["(1. Vorsitzende)", "(Kassenwart)", "(Öffentlichkeitsarbeit)"]),
        (["Süßen", "Salach", "Bürgermeister"], ["in Süßen", "in Salach", None]),
        (["Sozialamt", "Jugendamt", "Kassenwart"], ["@ Sozialamt", "@ Jugendamt", None]),
        (["Öffentlichkeitsarbeit", "Sprachmittlung", "Unterbringung"], [None, None, None]),
    ],
)  # fmt: skip
def test_what_stands_over_a_card(titles: list[str], shown_as: list[str | None]) -> None:
    cards = [card(title, Name="Eva Muster", Telefon=f"07161 9380-{at}") for at, title in enumerate(titles, 101)]
    found = as_cards(cards, Above(Rules(), Dialing()))
    assert found is not None
    said = [f"Eva Muster {each}" if each else "Eva Muster" for each in shown_as]
    assert [line.split(":")[0] for line in shown(found)] == said


@pytest.mark.parametrize("end", [":", ""])
@pytest.mark.parametrize("lacking", [None, (1, 0), (1, 3), (3, 0), (4, 0)])
@pytest.mark.parametrize("role", ["Funktion", "Aufgabe", "Amt"])
def test_cards_beside_each_other_whose_function_looks_like_a_heading(
    end: str, lacking: tuple[int, int] | None, role: str
) -> None:
    """`Funktion | Beraterin` is no head of a table, and `Tel.` and `E-Mail` beside each card are no column of kinds."""
    rows = [
        [f"Name{end}", "Eva Kling", None, f"Name{end}", "Uwe Blum"],
        [f"{role}{end}", "Beraterin", None, f"{role}{end}", "Leitung"],
        [f"Tel.{end}", "05141 12-1", None, f"Tel.{end}", "05141 12-2"],
        [f"Mobil{end}", "0171 2345671", None, f"Mobil{end}", "0171 2345672"],
        [f"E-Mail{end}", "kling@rat.example", None, f"E-Mail{end}", "blum@rat.example"],
    ]
    if lacking:
        line, column = lacking
        rows[line][column : column + 2] = [None, None]
    eva, uwe = shown(read(book(rows)))
    assert all(own in eva for own in ("Eva Kling", "+495141121"))
    assert all(own in uwe for own in ("Uwe Blum", "+495141122"))
    assert not any(other in eva for other in ("+495141122", "12345672", "blum"))
    assert not any(other in uwe for other in ("+495141121", "12345671", "kling"))


def test_no_cards() -> None:
    assert as_whole_cards([[Cell("Eva Muster", Where())]], Above(Rules(), Dialing())) is None


def lines(text: str) -> list[list[object]]:
    """A sheet with one line a row; blank lines part the cards."""
    return [[line or None] for line in text.split("\n")]


IN_TWO_TOWNS = """Uhingen
Frau Dr. Eva Muster, Koordinatorin
Telefon 07161 9380-123
muster@uhingen.example

Salach
Frau Uta Alt, Koordinatorin
Telefon 07162 4008-14
alt@salach.example
Herr Uwe Beispiel, Koordinator
Telefon 07162 4008-15
beispiel@salach.example"""
EVA = "Frau Dr. Eva Muster (Koordinatorin) in Uhingen: +4971619380123, muster@uhingen.example"
UTA = "Frau Uta Alt (Koordinatorin) in Salach: +497162400814, alt@salach.example"
UWE = "Herr Uwe Beispiel (Koordinator) in Salach: +497162400815, beispiel@salach.example"


def test_a_function_may_stand_behind_the_name_in_its_line() -> None:
    assert shown(read(book(lines(IN_TWO_TOWNS)))) == [EVA, UTA, UWE]
    bare = IN_TWO_TOWNS.replace("Frau Dr. ", "").replace("Frau ", "").replace("Herr ", "")
    assert [who.split(" in ")[0] for who in shown(read(book(lines(bare))))] == [
        "Eva Muster (Koordinatorin)",
        "Uta Alt (Koordinatorin)",
        "Uwe Beispiel (Koordinator)",
    ]


def test_a_name_with_anything_else_behind_it_is_nobody_new() -> None:
    away = IN_TWO_TOWNS + "\nHerr Beispiel, freitags nicht da"
    assert shown(read(book(lines(away)))) == [EVA, UTA, UWE]


def test_who_is_struck_out_of_a_card_leaves_the_town_to_the_next() -> None:
    found = read(book(lines(IN_TWO_TOWNS), strike("A7", "A8", "A9")))
    assert shown(found) == [EVA, UWE]
    assert codes(found) == ["struck A7"]


def test_a_number_struck_out_of_a_card_is_not_published() -> None:
    found = read(book(lines(IN_TWO_TOWNS), strike("A3")))
    assert shown(found) == ["Frau Dr. Eva Muster (Koordinatorin) in Uhingen: muster@uhingen.example", UTA, UWE]
    assert codes(found) == ["struck A3"]


def label(office: str, *address: str) -> str:
    """One label to cut out, with a whole contact."""
    return "\n".join([office, "Frau Eva Muster", *address, "Tel.: 06542 616-687"])


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (label("Stadt Cochem", "Am Markt 1", "56812 Cochem"), "@ Stadt Cochem in Cochem"),
        (label("Verbandsgemeinde Zell", "Am Markt 1", "56856 Zell"), "@ Verbandsgemeinde Zell in Zell"),
        (label("Stadt Cochem", "Sozialamt", "Am Markt 1", "56812 Cochem"), "@ Sozialamt in Cochem"),
        (label("Stadt Cochem"), "in Cochem"),
        (label("Cochem", "Am Markt 1", "56812 Cochem"), "in Cochem"),
    ],
)
def test_a_town_as_the_first_line_of_an_address_is_the_office(cell: str, said: str) -> None:
    other = label("Caritasverband Mosel", "Am Bach 2", "56812 Cochem")
    cochem = "\nE-Mail: muster@cochem.example"
    assert shown(read(book([[cell + cochem, other]])))[0].startswith(f"Frau Eva Muster {said}: ")


def test_where_all_are_towns_they_say_where_people_are() -> None:
    cells = [label("Stadt Cochem", "Am Markt 1", "56812 Cochem"), label("Stadt Zell", "Am Bach 2", "56856 Zell")]
    assert " @ " not in "".join(shown(read(book([cells]))))


@pytest.mark.parametrize(
    ("line", "street"), [("Corray 1", "Corray 1 "), ("Zeil 10 a", "Zeil 10 a "), ("Zimmer 12", ""), ("Integration", "")]
)
def test_a_street_that_is_called_like_none_stands_above_the_town(line: str, street: str) -> None:
    cards = [label("Caritasverband Mosel", line, "56856 Zell"), label("Diakonie", "Am Bach 2", "56812 Cochem")]
    found = shown(read(book([cards])))[0]
    assert found == f"Frau Eva Muster @ Caritasverband Mosel: +496542616687, {street}56856 Zell"
