"""A disagreement names the place of either value, on the night it is read and on every later one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.core.apart import disagreements
from pipeline.core.settle import settle
from pipeline.model import Contact, Entry, Identity, Observation, Phone, Raw, Reading, Value, Where
from tests.core.district import PRIORITIES, person

LIST = replace(person("Herr Jonas Pohl", "12", "pohl@altdorf.example", role="Leitung"), org="Amt 50")
A, B, FAX = (Phone("voice", "+4971235551"), Phone("voice", "+4971235552"), Phone("fax", "+4971235559"))


def read(source: str, contact: Contact, **cells: Value) -> Observation:
    """What a source says, each value with its cell; the contact itself is named in C12."""
    fields = {"phones": "phones", "fax": "phones", "second": "phones", "role": "role", "emails": "emails"}
    readings = tuple(
        Reading(fields[name.split("_")[0]], value, Raw("", Where(cell=name.split("_")[1])))
        for name, value in cells.items()
    )
    return Observation(source, contact, readings, Where(cell="C12"))


def places(*said: Observation, evidence: Mapping[str, tuple[Reading, ...]] | None = None) -> list[tuple[str, str]]:
    settled = settle(said, PRIORITIES)
    known = Identity(Entry("a", settled.contact), said)
    found = disagreements(settled.disagreements, known, lambda _: evidence or {})
    return [(dict(one.details)["place"], dict(one.details)["other_place"]) for one in found]


@pytest.mark.parametrize(
    ("sheet", "page", "where"),
    [
        pytest.param(
            read("sheet", replace(LIST, phones=(A,)), phones_E12=A),
            read("page", replace(LIST, phones=(B,)), phones_F3=B),
            ("E12", "F3"), id="a number"),
        pytest.param(
            read("sheet", replace(LIST, phones=(A, FAX)), fax_D12=FAX, phones_E12=A),
            read("page", replace(LIST, phones=(B,)), phones_F3=B),
            ("E12", "F3"), id="not the fax before it"),
        pytest.param(
            read("sheet", replace(LIST, phones=(FAX, A)), phones_D12=replace(FAX, kind="voice"), second_E12=A),
            read("page", replace(LIST, phones=(replace(FAX, kind="voice"), B)), phones_F3=B),
            ("E12", "F3"), id="the number that the other does not have"),
        pytest.param(
            read("sheet", replace(LIST, role="Asyl"), role_D12="Asyl"),
            read("page", replace(LIST, role="Bauamt"), role_G3="Bauamt"),
            ("D12", "G3"), id="a function"),
        pytest.param(
            read("sheet", replace(LIST, role="Asyl")), read("page", replace(LIST, role="Bauamt")),
            ("C12", "C12"), id="no reading is left: where the contact stands"),
    ],
)  # fmt: skip
def test_the_place_is_that_of_the_value(sheet: Observation, page: Observation, where: tuple[str, str]) -> None:
    assert places(sheet, page) == [where]


def test_on_a_later_night_the_place_is_what_was_read_then() -> None:
    sheet = read("sheet", replace(LIST, phones=(A,)), phones_E12=A)
    page = read("page", replace(LIST, phones=(B,)), phones_F3=B)
    first = places(sheet, page)
    kept = {"sheet": sheet.readings}
    assert places(replace(sheet, readings=()), page, evidence=kept) == first
    kept = {"sheet": sheet.readings, "page": (Reading("phones", B, Raw("", Where(cell="Z99"))),)}
    assert places(replace(sheet, readings=()), page, evidence=kept) == first  # tonight's reading goes before
