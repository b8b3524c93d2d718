"""Which values of a cell are one each of several people, and which differ in kind."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_values import Calling, read_contacts
from pipeline.extract.grid.in_turn import are_lines_of_people, in_turn, is_more_unread
from pipeline.extract.layout import Cell
from pipeline.model import PersonName, Where
from pipeline.transform.phone import Dialing


def turns(text: str, by_line: bool = False) -> bool:
    values = read_contacts(Cell(text, Where()), Calling(Dialing()), None, True)
    return in_turn(values.phones or values.emails, values, by_line)


@pytest.mark.parametrize(
    ("text", "by_line"),
    [
        ("05141 12-34, 05141 12-35", False),
        ("05141 12-34 / -35", False),
        ("05141 12-34 und DW -35", False),
        ("Tel. 05141 12-34, -35", False),
        ("Tel. 05141 12-34\nTel. 05141 12-35", True),
        ("05141 12-34 (vorm.)\n05141 12-35 (nachm.)", True),
        ("05141 12-34\nVertr.: 05141 12-35", True),
        ("Tel. 05141 12-34, Mobil 0171 3920071\nTel. 05141 12-35, Mobil 0171 3920072", True),
        ("05141 12-34\n0171 3920072", True),
        ("kultur@amt.example, sport@amt.example", False),
    ],
)
def test_one_each(text: str, by_line: bool) -> None:
    assert turns(text, by_line)


@pytest.mark.parametrize(
    ("text", "by_line"),
    [
        ("Tel. 05141 12-34, Mobil 0171 3920072", False),
        ("Büro 05141 12-34\nMobil 0171 3920072", True),
        ("05141 12-34, privat 05141 1239", False),
        ("Sekretariat: 05141 12-34\n05141 12-35", True),
        ("05141 12-0 (Zentrale)\nRathaus: 05141 12-35", True),
        ("05141 12-34 bis -39", False),
        ("Do–Fr: 05141 12-35; Mo–Mi: 05141 12-34", False),
        ("- / 05141 12-34", False),
        ("05141 12-34; –", False),
        ("05141 12-34\n123", True),
        ("09323\n8715-40", True),
    ],
)
def test_of_several_kinds(text: str, by_line: bool) -> None:
    assert not turns(text, by_line)


def test_digits_alone_on_a_line_are_unread() -> None:
    values = read_contacts(Cell("05141 12-34\n123", Where()), Calling(Dialing()), None, True)
    assert is_more_unread(values.phones, values)


@pytest.mark.parametrize(
    ("text", "of_people"),
    [
        ("05141 12-34\n05141 12-35", True),
        ("05141 12-34, info@amt.example\n05141 12-35", True),
        ("\n05141 12-35", True),
        ("05141 12-34\nblum@amt.example", True),  # hers, who stands on that line
        ("05141 12-34\ninfo@amt.example", False),
        ("05141 12-34, 05141 12-35\ninfo@amt.example", False),
        ("05141 12-34\nFax 05141 12-99", False),
        ("info@amt.example\nwww.amt.example", False),
    ],
)
def test_lines_of_people_and_lines_of_ways_to_reach_them(text: str, of_people: bool) -> None:
    values = read_contacts(Cell(text, Where()), Calling(Dialing()), None, True)
    assert are_lines_of_people(values, {0: PersonName("Kling"), 1: PersonName("Blum")}) == of_people
