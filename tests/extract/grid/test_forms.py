"""What a form says of all its cards stands above them, and what a sheet is called is nobody's function."""

from __future__ import annotations

from tests.sheets.made import book, read, shown

FORM = ["Erhebungsbogen: Ansprechpersonen der Kommune"], ["Rücksendung bis 30.11."], [], ["Kommune:", "Celle"], []
EVA = ["Name", "Frau Eva Muster"], ["Funktion", "Leitung"], ["Telefon", "05141 12-11"], []
UWE = ["Name", "Herr Uwe Blum"], ["Funktion", "Kasse"], ["Telefon", "05141 12-12"], []


def test_the_town_above_all_cards_is_that_of_each() -> None:
    beside = [[*left, *right] for left, right in zip(EVA, UWE, strict=True)]
    people = ["Frau Eva Muster (Leitung) in Celle: +4951411211", "Herr Uwe Blum (Kasse) in Celle: +4951411212"]
    assert shown(read(book([*FORM, *EVA, *UWE]))) == people
    assert shown(read(book([*FORM, ["1. Ansprechperson", None, "2. Ansprechperson"], *beside]))) == people


def test_a_town_on_the_first_of_several_cards_is_only_hers() -> None:
    assert shown(read(book([["Kommune:", "Celle"], *EVA, *UWE])))[1] == "Herr Uwe Blum (Kasse): +4951411212"


def test_a_town_below_a_card_without_one_is_that_of_the_next() -> None:
    wietze = ["Kommune:", "Wietze"], []
    ida = ["Name", "Frau Ida Probe"], ["Telefon", "05146 12-13"]
    assert shown(read(book([*FORM[3:], *EVA, *UWE, *wietze, *ida]))) == [
        "Frau Eva Muster (Leitung) in Celle: +4951411211",
        "Herr Uwe Blum (Kasse): +4951411212",
        "Frau Ida Probe in Wietze: +4951461213",
    ]


def test_the_title_of_a_form_is_no_function() -> None:
    plain = [["Name", "Frau Eva Muster"], ["Telefon", "05141 12-11"], ["E-Mail", "muster@celle.example"]]
    title = [["Meldebogen Ansprechpartnerinnen"], ["bitte bis Freitag zurück"]]
    assert shown(read(book([*title, *plain]))) == [
        "Frau Eva Muster: +495141 1211, muster@celle.example".replace(" 1211", "1211")
    ]
