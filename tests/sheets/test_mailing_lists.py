"""Mailing lists: who somebody is stands before her mailbox, and there is neither a telephone nor a heading for it."""

from __future__ import annotations

import pytest

from tests.sheets.made import book, codes, read, shown

PEOPLE = [("Eva Kling", "kling@jc.example"), ("", "info@caritas.example"), ("Uwe Blum", "u.blum@awo.example")]
OFFICES = ["Jobcenter Celle", "Caritas Celle", "Arbeiterwohlfahrt"]
SHOWN = [
    "Eva Kling @ Jobcenter Celle: kling@jc.example",
    "– @ Caritas Celle: info@caritas.example",
    "Uwe Blum @ Arbeiterwohlfahrt: u.blum@awo.example",
]


def written(form: str) -> list[str]:
    """Each recipient in a form of writing; a mailbox without anybody stands alone."""
    turned = [(name, ", ".join(reversed(name.split())), mail) for name, mail in PEOPLE]
    return [form.format(name=name, turned=other, mail=mail) if name else mail for name, other, mail in turned]


@pytest.mark.parametrize(
    "form",
    [
        "{name} <{mail}>",
        '"{turned}" <{mail}>',
        "{turned} <{mail}>",
        "{name} {mail}",
        "{name} [{mail}]",
        "{mail} ({name})",
        "{name}\n{mail}",
    ],
)
@pytest.mark.parametrize(
    "heads",
    [
        ["Nr.", "Empfänger", "Institution", "Einladung"],
        ["lfd. Nr.", "Verteiler", "Einrichtung", "Zusage"],
        ["Nr.", "E-Mail", "Dienststelle", "Protokoll"],
        ["Nr.", "Adresse(n)", "Dienststelle", "Protokoll"],
    ],
)
def test_people_stand_before_their_mailbox(form: str, heads: list[str]) -> None:
    rows = [[at, who, office, "x"] for at, (who, office) in enumerate(zip(written(form), OFFICES, strict=True), 1)]
    assert shown(read(book([["Verteiler Runder Tisch"], heads, *rows]))) == SHOWN


@pytest.mark.parametrize("between", ["; ", "\n", ", "])
@pytest.mark.parametrize("heading", ["Adresse(n)", "Empfänger", "Anschrift"])
def test_several_recipients_of_a_town(heading: str, between: str) -> None:
    people = between.join(["Eva Kling <kling@celle.example>", "Uwe Blum <blum@celle.example>"])
    rows = [["Stadt/Gemeinde", heading], ["Celle", people], ["Jork", "integration@jork.example"]]
    assert shown(read(book(rows))) == [
        "Eva Kling in Celle: kling@celle.example",
        "Uwe Blum in Celle: blum@celle.example",
        "– in Jork: integration@jork.example",
    ]


def test_the_house_among_its_people_keeps_its_mailbox() -> None:
    people = 'Rathaus Celle <info@celle.example>, "Kling, Eva" <kling@celle.example>, "Blum, Uwe" <blum@celle.example>'
    rows = [["Stadt", "Adressen"], ["Celle", people], ["Jork", "Ida Kolb <kolb@jork.example>"]]
    assert shown(read(book(rows))) == [
        "Eva Kling in Celle: kling@celle.example",
        "Uwe Blum in Celle: blum@celle.example",
        "– @ Rathaus Celle in Celle: info@celle.example",
        "Ida Kolb in Jork: kolb@jork.example",
    ]


@pytest.mark.parametrize("above", [[], [["Verteiler Runder Tisch"]]])
def test_all_recipients_in_one_cell(above: list[list[str]]) -> None:
    found = read(book([*above, ["Eva Kling <kling@celle.example>; Blum, Uwe <blum@celle.example>"]]))
    assert shown(found) == ["Eva Kling: kling@celle.example", "Uwe Blum: blum@celle.example"]


@pytest.mark.parametrize("above", [[], [["Verteiler Runder Tisch"]], [["Name"]]])
def test_a_list_of_one_column(above: list[list[str]]) -> None:
    found = read(book([*above, *([who] for who in written("{name} <{mail}>"))]))
    assert shown(found) == ["Eva Kling: kling@jc.example", "Uwe Blum: u.blum@awo.example"]
    assert f"unclaimed A{len(above) + 2}" in codes(found)


def test_a_line_of_text_for_each_person_below_the_next() -> None:
    found = read(
        book(
            [
                ["Wichtige Nummern"],
                ["Rathaus"],
                ["Frau Eva Kling, Sozialamt, Tel. 05141 33-12, kling@celle.example"],
                ["Herr Uwe Blum, Hauptamt, Tel. 05141 33-14, Fax 05141 33-99"],
                ["Frau Ida Kolb, Fahrdienst, mobil 0171 2345678"],
            ]
        )
    )
    assert shown(found) == [
        "Frau Eva Kling @ Sozialamt: +4951413312, kling@celle.example",
        "Herr Uwe Blum @ Hauptamt: +4951413314, f+4951413399",
        "Frau Ida Kolb @ Fahrdienst: m+491712345678",
    ]


@pytest.mark.parametrize("sign", [", ", " – ", " - ", "; "])
def test_lines_of_text_with_any_sign_between_their_values(sign: str) -> None:
    lines = [["Eva Kling", "Sozialamt", "05141 33-12", "kling@celle.example"], ["Ida Kolb", "Hauptamt", "05141 33-14"]]
    rows = [
        ["Telefonliste Asyl"],
        ["Rathaus"],
        [sign.join(lines[0])],
        ["Vereine"],
        [sign.join(lines[1])],
        ["Stand 2026"],
    ]
    assert shown(read(book(rows))) == [
        "Eva Kling @ Sozialamt: +4951413312, kling@celle.example",
        "Ida Kolb @ Hauptamt: +4951413314",
    ]


@pytest.mark.parametrize("sign", [", ", ": ", " – "])
def test_lines_of_text_that_begin_with_an_office(sign: str) -> None:
    rows = [[f"Tafel Celle{sign}Frau Eva Kling, Tel. 05141 33-12"], [f"Hauptamt{sign}Herr Uwe Blum, 05141 33-14"]]
    assert shown(read(book(rows))) == [
        "Frau Eva Kling @ Tafel Celle: +4951413312",
        "Herr Uwe Blum @ Hauptamt: +4951413314",
    ]


def test_a_label_before_each_name_makes_no_card_of_the_lines() -> None:
    rows = [["Ansprechpartner"], ["Rathaus: Eva Kling, 05141 33-12"], ["Caritas: Uwe Blum, 05141 33-14"]]
    assert shown(read(book(rows))) == ["Eva Kling @ Rathaus: +4951413312", "Uwe Blum @ Caritas: +4951413314"]
