"""Who of several people gets which number."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.cell_people import read_people
from pipeline.extract.grid.cell_values import Calling, read_contacts
from pipeline.extract.grid.drafts import deal, drafts_of
from pipeline.extract.layout import Cell
from pipeline.model import Phone, Where
from pipeline.transform.phone import Dialing

HERE = Where(sheet="Liste", cell="B2")
CALLING = Calling(Dialing())


def cell(text: str) -> Cell:
    """One cell."""
    return Cell(text, HERE)


def dealt(people: list[str], text: str) -> list[list[str]]:
    """Whose the values of a cell are."""
    drafts = drafts_of(read_people(cell("\n".join(people)), people, False).persons, HERE)
    codes = [finding.code for finding in deal(drafts, read_contacts(cell(text), CALLING), len(people), HERE)]
    owned = [[r.e164 if isinstance(r := x.value, Phone) else str(r) for x in d.readings[1:]] for d in drafts]
    return [*owned, codes] if codes else owned


EVA, UWE = "Frau Eva Muster", "Herr Uwe Beispiel"


@pytest.mark.parametrize(
    ("people", "text", "owned"),
    [
        ([EVA, UWE], "07161 650-1\n07161 650-2", [["+4971616501"], ["+4971616502"]]),
        ([EVA, UWE], "07161 650-123 / -124", [["+497161650123"], ["+497161650124"]]),
        ([EVA, UWE], "07161 650-100", [["+497161650100"], ["+497161650100"]]),
        ([EVA, UWE], "beispiel@x.example, muster@x.example", [["muster@x.example"], ["beispiel@x.example"]]),
        ([EVA, UWE], "muster@x.example", [["muster@x.example"], []]),
        ([EVA, UWE], "info@x.example", [["info@x.example"], ["info@x.example"]]),
        ([EVA, UWE], "muster@x.example, team@x.example", [["muster@x.example"], ["team@x.example"]]),
        ([EVA, UWE, "Frau Ida Probe"], "07161 650-123, 07161 650-124", [[], [], [], ["not_aligned"]]),
        (
            [EVA, UWE],
            "07161 650-1\nFax 07161 650-9\n07161 650-2",
            [["+4971616501"], ["+4971616502"], ["not_aligned"]],
        ),
        (
            [EVA, UWE],
            "07161 650-1, -2, Fax 07161 650-9",
            [["+4971616501", "+4971616509"], ["+4971616502", "+4971616509"]],
        ),
        ([EVA, UWE], "07161 650-1 / k. A.", [[], [], ["not_aligned"]]),
        ([EVA, f"Vertretung: {UWE}"], "07161 650-123", [["+497161650123"], []]),
        ([EVA, f"Vertretung: {UWE}"], "07161 650-0", [["+4971616500"], ["+4971616500"]]),
        ([EVA, f"Vertretung: {UWE}"], "07161 650-123, 07161 650-124", [["+497161650123"], ["+497161650124"]]),
        (["N. N.", f"Vertretung: {UWE}"], "07161 650-123", [[], ["+497161650123"]]),  # hers beside that of the post
        ([f"Vertretung: {UWE}"], "07161 650-123", [["+497161650123"]]),
        ([EVA], "07161 650-123, 0171 3920014", [["+497161650123", "+491713920014"]]),
    ],
)
def test_who_gets_what(people: list[str], text: str, owned: list[list[str]]) -> None:
    assert dealt(people, text) == owned
