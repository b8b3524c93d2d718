"""The words for kinds of municipalities: whole words of the kind, and names of towns that only end alike."""

from __future__ import annotations

import re

import pytest

from pipeline.transform.municipal_kinds import (
    BEHIND,
    HOUSE,
    MUNICIPALITY,
    SINGLE,
    TOWN,
    without_kind,
    without_own_office,
)


@pytest.mark.parametrize(
    "text",
    [
        "Stadt Celle", "Kreisstadt Siegburg", "Große Kreisstadt Nürtingen", "Große kreisangehörige Stadt Gronau",
        "Hansestadt Lübeck", "Klingenstadt Solingen", "Peter-Henlein-Stadt X",
        "Universitäts- und Hansestadt Greifswald",
    ],
)  # fmt: skip
def test_towns(text: str) -> None:
    assert re.match(rf"(?:{TOWN}) ", text)


@pytest.mark.parametrize("text", ["Darmstadt Mitte", "Neustadt an der Aisch", "Innenstadt West", "Stadtwerke Celle"])
def test_names_that_only_end_alike(text: str) -> None:
    assert not re.match(rf"(?:{TOWN}) ", text)


@pytest.mark.parametrize(
    ("word", "single", "any_kind"),
    [
        ("Gemeinde", True, True), ("Ortsgemeinde", True, True), ("Einheitsgemeinde", True, True),
        ("Marktgemeinde", True, True), ("Markt", True, True), ("Flecken", True, True), ("Kommune", True, True),
        ("Samtgemeinde", False, True), ("Verbandsgemeinde", False, True), ("Amtsgemeinde", False, True),
        ("Kirchengemeinde", False, False), ("Amt", False, False), ("Landkreis", False, False),
    ],
)  # fmt: skip
def test_single_ones_and_those_that_others_form(word: str, single: bool, any_kind: bool) -> None:
    assert bool(re.fullmatch(SINGLE, word)) is single
    assert bool(re.fullmatch(MUNICIPALITY, word)) is any_kind


@pytest.mark.parametrize(
    ("word", "house"),
    [
        ("Rathaus", True), ("Bürgermeisteramt", True), ("Oberbürgermeisteramt", True), ("Stadtverwaltung", True),
        ("Samtgemeindeverwaltung", True), ("Verbandsgemeindeverwaltung", True), ("Amtsverwaltung", True),
        ("Kreisverwaltung", False), ("Landratsamt", False), ("Verwaltung", False),
    ],
)  # fmt: skip
def test_houses(word: str, house: bool) -> None:
    assert bool(re.fullmatch(HOUSE, word)) is house


@pytest.mark.parametrize("word", ["Stadt", "Gemeinde", "Markt", "Flecken", "GKSt", "Große Kreisstadt"])
def test_what_stands_behind_a_name(word: str) -> None:
    assert re.fullmatch(BEHIND, word)


@pytest.mark.parametrize(
    ("folded", "name"),
    [
        ("stadt celle", "celle"), ("grosse kreisstadt nuertingen", "nuertingen"), ("flecken aerzen", "aerzen"),
        ("grossgemeinde ahlbach", "ahlbach"), ("samtgemeinde soegel", "samtgemeinde soegel"),
        ("stadthagen", "stadthagen"),
    ],
)  # fmt: skip
def test_a_name_without_its_kind(folded: str, name: str) -> None:
    assert without_kind(folded) == name


@pytest.mark.parametrize(
    ("folded", "rest"),
    [
        ("stadtverwaltung celle", "celle"), ("rathaus uhingen", "uhingen"), ("buergermeisteramt salach", "salach"),
        ("hansestadt lueneburg", "lueneburg"), ("sozialamt celle", "sozialamt celle"),
    ],
)  # fmt: skip
def test_an_office_that_is_only_the_municipality_s_own(folded: str, rest: str) -> None:
    assert without_own_office(folded) == rest
