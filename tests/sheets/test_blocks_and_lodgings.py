"""Whom people in a lodging work for, titles of two rows over blocks, and notes below a list that are no sections."""

from __future__ import annotations

from tests.sheets.made import book, read, shown


def test_people_in_a_lodging_work_for_its_provider() -> None:
    rows = [
        ["Unterkunft", "Träger", "Sozialarbeit", "Telefon"],
        ["Rehau", "Diakonie Hof", "Frau Eva Kling", "05141 12-31"],
        ["Am Anger", "AWO Hof", "Herr Uwe Blum", "05141 12-32"],
    ]
    assert [line.split(" @ ")[1].split(":")[0].split(" in ")[0] for line in shown(read(book(rows)))] == [
        "Diakonie Hof",
        "AWO Hof",
    ]


def test_a_title_over_an_address_is_the_office_of_its_block() -> None:
    head = ["Name", "Funktion", "Telefon"]
    rows = [
        ["Kontakte der Verbände"],
        [None],
        ["Caritasverband Celle e. V."],
        ["Petristraße 28, 29221 Celle"],
        head,
        ["Frau Eva Kling", "Leitung", "05141 12-31"],
        [None],
        ["Diakonisches Werk Celle"],
        ["Fritzenwiese 7, 29221 Celle"],
        head,
        ["Herr Uwe Blum", "Beratung", "05141 44-12"],
    ]
    first, second = shown(read(book(rows)))
    assert "@ Caritasverband Celle" in first
    assert "@ Diakonisches Werk Celle" in second


def test_notes_below_the_table_leave_its_towns_what_they_are() -> None:
    rows = [
        ["Verein", "Vorstand", "Telefon", "E-Mail"],
        ["Heilbronn"],
        ["Kulturzentrum e. V.", "Herr Uwe Blum", "07131 4069-54", "blum@zentrum-heilbronn.example"],
        ["Neckarsulm"],
        ["Bosnischer Verein e. V.", "Frau Eva Kling", "07132 9528-62", "kling@verein-neckarsulm.example"],
        [None],
        ["Bitte Änderungen melden"],
        ["Nur für den Dienstgebrauch"],
        ["Stand Herbst"],
    ]
    assert [line.split(" in ")[1].split(":")[0] for line in shown(read(book(rows)))] == ["Heilbronn", "Neckarsulm"]
