"""Lists in which everybody takes several rows, laid out with everybody in one."""

from __future__ import annotations

from pipeline.extract.grid.stacked import unstacked, with_lines_joined
from tests.extract.grid.test_columns import grid

WHO, HOW = ["Gemeinde", "Name"], ["Telefon", "Funktion"]
EVA, HERS = ["Celle", "Eva Muster"], ["05141 12-34", "Leitung"]
UWE, HIS = ["Wietze", "Uwe Beispiel"], ["05141 12-35", "Kasse"]


def laid(rows: list[list[str]], head: tuple[int, int]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in unstacked(grid(*rows).rows, head)[0]]


def test_two_rows_under_two_rows_of_headings_become_one() -> None:
    assert laid([WHO, HOW, EVA, HERS, UWE, HIS], (0, 1)) == [WHO + HOW, EVA + HERS, UWE + HIS]


def test_the_best_row_of_headings_is_enough() -> None:
    assert laid([WHO, HOW, EVA, HERS], (1, 1)) == [WHO + HOW, EVA + HERS]


def test_who_lacks_a_second_row_stays_alone() -> None:
    assert laid([WHO, HOW, EVA, UWE, HIS], (0, 1)) == [WHO + HOW, [*EVA, "", ""], UWE + HIS]


def test_a_section_between_people_belongs_to_nobody() -> None:
    section = ["Nordkreis", ""]
    assert laid([WHO, HOW, EVA, HERS, section, UWE, HIS], (0, 1))[2] == [*section, "", ""]


def test_a_list_with_a_person_in_every_row_stays_as_it_is() -> None:
    under_two_rows = [WHO, HOW, EVA, UWE, ["Peine", "Ida Probe"]]
    assert laid([WHO, EVA, UWE], (0, 0)) == [WHO, EVA, UWE]
    assert laid(under_two_rows, (0, 1)) == under_two_rows


def joined(*rows: list[str]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in with_lines_joined(grid(*rows).rows, (0, 0))]


def test_numbers_below_a_name_are_further_lines_of_its_cell() -> None:
    head = ["Kommune", "Kontakt"]
    people = [["Celle", "Eva Muster"], ["", "05141 12-34"], ["", "muster@celle.example"], ["Wietze", "Uwe Beispiel"]]
    both = [["Celle", "Eva Muster\n05141 12-34\nmuster@celle.example"], ["Wietze", "Uwe Beispiel"]]
    assert joined(head, *people) == [head, *both]


def test_numbers_that_have_a_column_of_their_own_are_no_lines_of_another() -> None:
    rows = (["Kontakt", "Telefon"], ["Eva Muster", "05141 12-34"], ["05141 12-35", ""], ["05141 12-36", ""])
    assert joined(*rows) == list(rows)


def test_names_may_stand_in_the_lower_row() -> None:
    heads, section = [["Gemeinde", "Funktion"], ["Telefon", "Name"]], ["Nordkreis", ""]
    eva = [["Celle", "Leitung"], ["05141 12-34", "Eva Muster"]]
    uwe = [["Wietze", "Kasse"], ["05141 12-35", "Uwe Beispiel"]]
    assert laid([*heads, *eva, section, *uwe], (0, 1)) == [
        [*heads[0], *heads[1]],
        [*eva[0], *eva[1]],
        [*section, "", ""],
        [*uwe[0], *uwe[1]],
    ]


def test_names_in_both_rows_are_two_people() -> None:
    rows = [["Gemeinde", "Funktion"], ["Telefon", "Name"], EVA, UWE]
    assert laid(rows, (0, 1)) == rows


FAX = ["Anschrift", "Stellvertretung", "Telefax", "Internet"]
OFFICE = ["Bürgermeisteramt", "Ansprechpartnerin", "Telefon", "E-Mail"]
ABOVE = ["Celle", "Frau Eva Muster", "05141 12-34", "muster@celle.example"]
BELOW = ["Am Markt 1, 29221 Celle", "Herr Uwe Beispiel", "05141 12-35", "www.celle.example"]


def test_a_word_nobody_knows_among_headings_is_one_of_them() -> None:
    functions = ["Anschrift", "Funktion", "Telefax", "Internet"]
    hers = [*BELOW[:1], "Leitung", *BELOW[2:]]
    assert laid([OFFICE, functions, ABOVE, hers], (1, 1)) == [OFFICE + functions, ABOVE + hers]


def test_who_is_named_in_both_rows_is_told_apart_by_what_stands_in_one_of_them() -> None:
    twice = [ABOVE, BELOW, ABOVE, BELOW]
    assert laid([OFFICE, FAX, *twice], (1, 1)) == [OFFICE + FAX, ABOVE + BELOW, ABOVE + BELOW]
    every = [[*row[:3], "muster@celle.example"] for row in (ABOVE, BELOW)]
    plain = [OFFICE[1:], FAX[1:], *(row[1:] for row in (*every, *every))]
    assert laid(plain, (0, 1)) == plain


def test_headings_that_contradict_each_other_are_all_of_the_head_where_nothing_proves_the_rows() -> None:
    rows = [["Gemeinde", "Telefon"], ["Aufgabe", "Telefax"], ["Celle", "05141 12-34"], ["Asyl", "05141 12-35"]]
    assert unstacked(grid(*rows).rows, (1, 1))[1] == (0, 1)
    assert unstacked(grid(["Gemeinde", "Telefon"], ["Aufgabe", "Mobil"], *rows[2:]).rows, (1, 1))[1] == (1, 1)
