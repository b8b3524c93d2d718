"""What stands in the same place of entries alike is of one kind, whatever the words."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary

CARD = '<div class="karte"><div class="oben">{}</div><div class="wer">{}</div><div>Tel. 07123 940-{}</div></div>'


def cards(*above: str) -> str:
    people = zip(above, ("Eva Muster", "Uwe Beispiel", "Frau Hanna Probe"), (11, 12, 13), strict=True)
    return "<div>" + "".join(CARD.format(*card) for card in people) + "</div>"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (
            ("Gemeindeleitung", "Jugend „Anker“", "Lobpreis"),
            [(None, "Gemeindeleitung"), (None, "Jugend „Anker“"), (None, "Lobpreis")],
        ),
        (
            ("Gemeindeleitung", "Hauskreis Anger", "Lobpreis"),
            [(None, "Gemeindeleitung"), ("Hauskreis Anger", None), (None, "Lobpreis")],
        ),
        (("Anger", "Neuenfeld", "Lindach"), [(None, None)] * 3),
    ],
)
def test_an_unknown_word_above_a_name_is_a_function_where_others_are(
    above: tuple[str, ...], expected: list[tuple[str | None, str | None]]
) -> None:
    said = {entry[0]: entry[1:3] for entry in summary(cards(*above))}
    assert [said[name] for name in ("Muster", "Beispiel", "Probe")] == expected


def test_words_without_an_element_of_their_own_stand_above_names_too() -> None:
    card = "<div><span>{}</span><h4>{}</h4><p>Tel. 07123 940-{}</p></div>"
    html = card.format("Leitung", "Eva Muster", 11) + card.format("Bereich Tanz", "Uwe Beispiel, Ida Probe", 12)
    said = {entry[0]: entry[1:3] for entry in summary(f"<h1>Unser Team</h1><div>{html}</div>")}
    assert said == {"Muster": (None, "Leitung"), "Beispiel": (None, "Bereich Tanz"), "Probe": (None, "Bereich Tanz")}


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            ("Leitung", "Koordinierungsstelle Integration", "Unterbringung", "Kasse"),
            [("Amt 3", said) for said in ("Leitung", "Koordinierungsstelle Integration", "Unterbringung", "Kasse")],
        ),
        (
            ("Leitung", "Sachgebiet Asyl", "Sachgebiet Recht", "Kasse"),
            [
                ("Amt 3", "Leitung"),
                ("Amt 3, Sachgebiet Asyl", None),
                ("Amt 3, Sachgebiet Recht", None),
                ("Amt 3", "Kasse"),
            ],
        ),
    ],
)
def test_below_the_office_of_each_stands_what_most_do_there(
    below: tuple[str, ...], expected: list[tuple[str | None, str | None]]
) -> None:
    card = "<li><h3>{}</h3><p>Amt 3<br><span>{}</span></p><p>Tel. 07123 940-{}</p></li>"
    people = zip(("Eva Muster", "Uwe Beispiel", "Ida Probe", "Tom Blum"), below, (11, 12, 13, 14), strict=True)
    said = {entry[0]: entry[1:3] for entry in summary(f"<ul>{''.join(card.format(*each) for each in people)}</ul>")}
    assert [said[name] for name in ("Muster", "Beispiel", "Probe", "Blum")] == expected


@pytest.mark.parametrize("house", ["Jobcenter Tann", "AWO Tann", "Stadtbücherei Tann"])
def test_a_house_that_is_called_as_such_is_nobodys_work(house: str) -> None:
    people = "".join(f"<div><b>{name}</b><br>{house}<br>Tel. 07123 940-1</div>" for name in ("Eva Muster", "Uwe Probe"))
    assert {entry[1:3] for entry in summary(people)} == {(house, None)}


def test_an_office_among_many_functions_in_a_list_is_one_too() -> None:
    said = ("Schulsozialarbeit", "Elternarbeit", "Übergang Schule und Beruf", "Sprachlernklasse")
    names = ("Eva Muster", "Uwe Beispiel", "Hanna Probe", "Udo Viert")
    rows = [
        f"<li>{name}, {what}, 07123 940-{11 + i}</li>" for i, (name, what) in enumerate(zip(names, said, strict=True))
    ]
    other = "<h2>Gymnasium Altdorf</h2><ul><li>Eva Fünft, Übergang Schule und Beruf, 07123 950-11</li></ul>"
    found = {entry[1:3] for entry in summary(f"<h2>Oberschule Neustadt</h2><ul>{''.join(rows)}</ul>{other}")}
    assert found == {("Oberschule Neustadt", what) for what in said} | {("Gymnasium Altdorf", said[2])}


@pytest.mark.parametrize(
    ("noted", "offices"),
    [
        (["Caritas", "Diakonie", "Sprachkurse", "Fahrdienst", "Kasse"], 2),
        (["Caritas", "Diakonie", "Sozialamt", "Fahrdienst", "Kasse"], 3),
    ],
)
def test_what_stands_in_brackets_is_an_office_where_most_are_and_work_is_none(noted: list[str], offices: int) -> None:
    names = ("Eva Muster", "Uwe Kurz", "Ina Lang", "Udo Blum", "Ida Kling")
    said = enumerate(zip(names, noted, strict=True))
    rows = [f"<li>{name} ({what}), 07123 940-{11 + i}</li>" for i, (name, what) in said]
    found = {entry[1] for entry in summary(f"<ul>{''.join(rows)}</ul>") if entry[1]}
    assert found == set(noted[:offices])


def test_offices_in_a_list_stay_offices() -> None:
    rows = ("Eva Muster, Caritasverband", "Uwe Beispiel, Diakonie Neustadt", "Hanna Probe, Koordination")
    html = "".join(f"<li>{row}, 07123 940-{11 + i}</li>" for i, row in enumerate(rows))
    assert {entry[1:3] for entry in summary(f"<ul>{html}</ul>")} == {
        ("Caritasverband", None), ("Diakonie Neustadt", None), (None, "Koordination"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "functions"),
    [
        (["Leitung", "Sprachkurse", "Kassierer", "Migrationsberatung"], 4),
        (["Caritas Neustadt", "Sozialamt Altdorf", "Leitung"], 1),  # each of another house
    ],
)
def test_what_stands_before_names_in_a_list_is_the_same_in_all_its_lines(before: list[str], functions: int) -> None:
    people = ("Eva Muster", "Uwe Beispiel", "Anna Blum", "Tom Ast")
    lines = [
        f"<li>{said}, {name}, Tel. 07123 33-1{n}</li>"
        for n, (said, name) in enumerate(zip(before, people, strict=False))
    ]
    contacts = read(f"<h2>Stadt Tann</h2><ul>{''.join(lines)}</ul>")
    assert {contact["role"] for contact in contacts if contact["role"]} == set(before[-functions:])


def test_an_office_before_a_name_stays_one_beside_a_single_function() -> None:
    html = (
        "<p>Sozialarbeit: Eva Muster, Tel. 07123 940-11</p><p>Jugendamt: Uwe Beispiel, Tel. 07123 940-12</p>"
        "<p>Nord: Hanna Probe, Tel. 07123 940-13</p>"
    )
    said = {entry[0]: entry[1:3] for entry in summary(html)}
    assert (said["Muster"], said["Beispiel"]) == ((None, "Sozialarbeit"), ("Jugendamt", None))


def people(*below: str) -> list[tuple[str | None, str | None]]:
    card = '<div class="karte"><div>{}</div>{}<div>Tel. 07123 940-{}</div></div>'
    names = zip(("Eva Muster", "Frau Hanna Probe", "Uwe Beispiel"), below, (11, 12, 13), strict=True)
    lines = ((name, "".join(f"<div>{part}</div>" for part in said.split("; ")), n) for name, said, n in names)
    said = {entry[0]: entry[1:3] for entry in summary("<div>" + "".join(card.format(*one) for one in lines) + "</div>")}
    return [said[name] for name in ("Muster", "Probe", "Beispiel")]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            ("Bauamt", "Leiterin; Sozialamt", "Hausmeister; Schulamt"),
            [("Bauamt", None), ("Sozialamt", "Leiterin"), ("Schulamt", "Hausmeister")],
        ),
        (
            ("Jugendclub; Sozialamt", "Leiterin; Sozialamt", "Hausmeister; Schulamt"),
            [("Sozialamt", "Jugendclub"), ("Sozialamt", "Leiterin"), ("Schulamt", "Hausmeister")],
        ),
        (("Jugendclub", "Leiterin", "Hausmeister"), [(None, "Jugendclub"), (None, "Leiterin"), (None, "Hausmeister")]),
    ],
    ids=["her function is missing", "a function of another name", "nobody has an office"],
)
def test_an_office_moves_up_where_the_function_above_it_is_missing(
    below: tuple[str, ...], expected: list[tuple[str | None, str | None]]
) -> None:
    assert people(*below) == expected
