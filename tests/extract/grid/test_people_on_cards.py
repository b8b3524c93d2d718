"""Cards with labels beside the values, and without any."""

from __future__ import annotations

from pipeline.extract.grid.forms import Block
from pipeline.extract.grid.people_on_cards import as_cards, as_whole_cards
from pipeline.extract.grid.title_rows import Above
from pipeline.extract.layout import Cell
from pipeline.model import Rules, Where
from pipeline.transform.phone import Dialing
from tests.sheets.made import shown


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


def test_no_cards() -> None:
    assert as_whole_cards([[Cell("Eva Muster", Where())]], Above(Rules(), Dialing())) is None
