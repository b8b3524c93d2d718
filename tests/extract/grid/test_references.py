"""People who are only named because they stand in for others."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.references import without_references
from pipeline.model import PersonName, Raw, Reading, Where


def draft(name: PersonName | None, mail: str = "") -> Draft:
    found = Draft(Where())
    if name:
        found.readings.append(Reading("name", name, Raw(name.family)))
    if mail:
        found.readings.append(Reading("emails", mail, Raw(mail)))
    return found


BLUM = draft(PersonName("Blum", "Uwe", None, "Herr"), "blum@amt.de")


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (draft(PersonName("Blum", None, None, "Herr")), False),
        (draft(PersonName("Blum", "Uwe")), False),
        (draft(PersonName("Blum", "Ida")), True),
        (draft(PersonName("Blum", None, None, "Frau")), True),
        (draft(PersonName("Blum")), False),
        (draft(PersonName("Kolb", "Uwe")), True),
        (draft(PersonName("Blum", "Uwe"), "u.blum@amt.de"), True),
        (draft(None), True),
    ],
)
def test_who_is_reached_in_another_row_is_no_contact_in_this_one(other: Draft, kept: bool) -> None:
    assert without_references([other, BLUM]) == ([other, BLUM] if kept else [BLUM])


def test_who_stands_in_has_no_part_in_the_values_of_a_vacant_post() -> None:
    post, deputy = draft(None, "asyl@amt.de"), draft(PersonName("Blum", None, None, "Herr"), "asyl@amt.de")
    post.tags.add("vacant")
    deputy.stands_in = True
    assert without_references([post, deputy, BLUM]) == [post, BLUM]
    assert without_references([post, deputy]) == [post, deputy]
    assert without_references([deputy, BLUM]) == [deputy, BLUM]
