"""Which source a change of a name is attributed to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import CORRECTIONS, Contact, Correction, PersonName
from tests.core.district import District, person

EVA = person("Eva Müller", "1234", "eva.mueller@altdorf.example", role="Asyl")


def called(title: str | None = None, salutation: str | None = None, family: str = "Müller") -> Contact:
    return replace(EVA, name=PersonName(family, "Eva", title, salutation))


@pytest.mark.parametrize(
    ("page", "sheet", "source"),
    [
        (called(None, "Frau"), EVA, "page"),
        (called("Dr.", "Frau"), EVA, "page"),
        (called("Dr."), called(None, "Frau"), "sheet"),  # each says a part: who has the say
        (called(None, "Frau"), called(None, "Frau"), "sheet"),
        (called(None, "Frau"), called(family="Müller-Benz"), "sheet"),
    ],
)
def test_who_says_what_is_new(page: Contact, sheet: Contact, source: str) -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    district.night(page=[page], sheet=[sheet])
    ((name,),) = ([each for each in change.fields if each.field == "name"] for change in district.proposal.changes)
    assert name.source == source


def test_staff_are_named_for_what_they_write() -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    row = Correction(district.uid("Müller"), "name", "Frau Eva Müller")
    district.night(page=[called(None, "Frau")], sheet=[EVA], corrections=(row,))
    assert district.proposal.changes[0].fields[0].source == CORRECTIONS
