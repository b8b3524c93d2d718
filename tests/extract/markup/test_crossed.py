"""What is struck out in a line says nothing any more; who is struck out as a whole has left."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import PersonName, Phone, Rules

_MAIL = '<a href="mailto:muster@kreis.example">muster@kreis.example</a>'


def read(body: str, rules: str = ".alt { text-decoration: line-through }") -> list[tuple[str, list[str], set[str]]]:
    page = f"<style>{rules}</style><main>{body}</main>"
    found = []
    for record in read_page(page.encode(), None, Rules()).records:
        values = [reading.value for reading in record.readings]
        names = [value.family for value in values if isinstance(value, PersonName)]
        numbers = [value.e164 for value in values if isinstance(value, Phone)]
        found.append(("".join(names), numbers, set(record.tags)))
    return found


@pytest.mark.parametrize(
    "number",
    [
        "<s>06457/91288-392</s> 06457/91288-444", "<del>06457/91288-392</del> <ins>06457/91288-444</ins>",
        '<span class="alt">06457/91288-392</span> 06457/91288-444', "06457/91288-444 <strike>06457/91288-392</strike>",
        '<s><a href="tel:+49645791288392">06457/91288-392</a></s> <a href="tel:+49645791288444">06457/91288-444</a>',
        "06457/91288-<s>392</s>444", "<s>06457/91288-392,</s> 06457/91288-444",
    ],
)  # fmt: skip
def test_a_number_that_is_struck_out_is_nobodys(number: str) -> None:
    line = f"<ul><li><b>Frau Eva Muster</b>, Leiterin Ordnungsamt, Telefon {number}, {_MAIL}</li></ul>"
    assert read(line) == [("Muster", ["+49645791288444"], set())]
    assert read(f"<table><tr><td>Frau Eva Muster</td><td>{number}</td><td>{_MAIL}</td></tr></table>") == read(line)


def test_who_is_struck_out_before_her_successor_is_not_named() -> None:
    assert read(f"<p><s>Herr Otto Kling</s> Frau Eva Muster, Tel. 06457 91288-444, {_MAIL}</p>") == [
        ("Muster", ["+49645791288444"], set())
    ]


def test_who_is_struck_out_as_a_whole_has_left() -> None:
    assert [tags for _, _, tags in read(f"<p><s>Frau Eva Muster, Tel. 06457 91288-444, {_MAIL}</s></p>")] == [
        {"struck"}
    ]


_STRIKE, _PLAIN = "{text-decoration: line-through}", "{text-decoration: none}"


@pytest.mark.parametrize(
    ("rules", "style", "struck"),
    [
        (f".tel {_STRIKE}", "", True),
        (f".tel {_STRIKE} .tel {_PLAIN}", "", False),
        (f".tel {_PLAIN} .tel {_STRIKE}", "", True),
        (f"span.tel {_STRIKE} .tel {_PLAIN}", "", True),  # the element makes the first one the more special
        (f"#people .tel {_STRIKE} p span.tel {_PLAIN}", "", True),
        (f".tel {_STRIKE} #people span {_PLAIN}", "", False),
        (f".tel {_STRIKE} .tel:hover {_PLAIN}", "", True),
        (f".tel {_STRIKE} @media print {{ .tel {_PLAIN} }}", "", True),
        (f".tel {_STRIKE}", "text-decoration: underline", False),
        (f".tel {_STRIKE.replace('through', 'through !important')} .tel {_PLAIN}", "text-decoration: none", True),
        (f".tel {_STRIKE} p {_PLAIN}", "", True),
        (".tel {text-decoration: line-through; text-decoration: none}", "", False),
    ],
)
def test_which_of_several_rules_holds(rules: str, style: str, struck: bool) -> None:
    number = f'<span class="tel" style="{style}">06457/91288-444</span>'
    page = f'<p id="people">Frau Eva Muster, Leiterin Ordnungsamt, Telefon {number}, {_MAIL}</p>'
    assert read(page, rules) == [("Muster", [] if struck else ["+49645791288444"], set())]
