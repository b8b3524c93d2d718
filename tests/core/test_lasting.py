"""What is known of a name does not come and go with the source that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import Contact, Correction, PersonName
from tests.core.district import District, person

EVA = person("Frau Dr. Eva Müller", "1234", "eva.mueller@altdorf.example", role="Asyl")
TIM = person("Herr Tim Kaiser", "1299", role="Bau")


def called(*name: str | None) -> Contact:
    """Eva under another name: family, given, title, salutation."""
    return replace(EVA, name=PersonName(*name))  # type: ignore[arg-type]


def published(district: District) -> PersonName | None:
    return next(entry.contact.name for entry in district.entries if entry.contact.emails == EVA.emails)


@pytest.mark.parametrize(
    "page",
    [
        called("Müller", "Eva"),
        called("Müller", "Eva", "Dr."),
        called("Müller", "Eva", None, "Frau"),
        called("Müller", None, None, "Frau"),
        called("Müller", "E."),
        called("Mueller", "Eva"),
    ],
)
def test_a_source_that_does_not_name_her_for_a_night_takes_nothing_back(page: Contact) -> None:
    district = District()
    district.night(page=[page, TIM], sheet=[EVA, TIM])
    for sheet in ([TIM], [TIM], [EVA, TIM]):
        assert district.night(page=[page, TIM], sheet=sheet) == []
        assert published(district) == EVA.name


def test_what_a_source_comes_to_say_is_news() -> None:
    district = District()
    district.night(page=[called("Müller", "Eva")])
    assert district.night(page=[called("Müller", "Eva")], sheet=[EVA]) == ["changed Dr. Eva Müller"]
    assert published(district) == EVA.name


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (EVA, called("Müller", "Eva", "Dr.")),  # she does not want to be called Frau
        (EVA, called("Müller", "Eva", "Prof.", "Frau")),
        (called("Müller", "Kim", None, "Frau"), called("Müller", "Kim", None, "Herr")),
        (called("Müller", "Eva", None, "Frau"), called("Müller", None, None, "Frau")),
        (called("Müller", "Eva"), called("Mueller", "Eva")),
    ],
)
def test_the_source_that_said_so_may_take_it_back(first: Contact, then: Contact) -> None:
    district = District()
    district.night(page=[first, TIM])
    district.night(page=[then, TIM])
    assert published(district) == then.name


def test_another_source_may_contradict() -> None:
    district = District()
    kim, herr = called("Müller", "Kim"), called("Müller", "Kim", None, "Herr")
    district.night(page=[kim], sheet=[called("Müller", "Kim", None, "Frau")])
    district.night(page=[kim])
    district.night(page=[kim], other=[herr])
    assert published(district) == herr.name


def test_nobody_is_a_curate_for_life() -> None:
    district = District()
    plain = called("Müller", "Eva", None, "Frau")
    district.night(page=[plain], sheet=[called("Müller", "Eva", "Vikarin", "Frau")])
    district.night(page=[plain])
    assert published(district) == plain.name


KIM = called("Müller", "Kim")
FRAU = called("Müller", None, None, "Frau")


@pytest.mark.parametrize(
    ("sheet", "split"),
    [
        (person("Frau Uta Müller", "1234", "uta.mueller@altdorf.example", role="Asyl"), False),  # she was meant
        (FRAU, True),  # staff say that she is somebody else
    ],
)
def test_words_that_are_of_somebody_else_prove_nothing(sheet: Contact, split: bool) -> None:
    district = District()
    district.night(page=[KIM], sheet=[FRAU])
    uid = district.uid("Müller")
    assert published(district) == PersonName("Müller", "Kim", None, "Frau")
    rows = (Correction(uid, "split", "Frau Müller"),) if split else ()
    district.night(page=[KIM], sheet=[sheet], corrections=rows)
    names = [entry.contact.name for entry in district.entries]
    assert sorted(map(str, names)) == sorted(map(str, (KIM.name, sheet.name)))


@pytest.mark.parametrize("name", ["Eva Müller", "Frau Prof. Eva Müller"])
def test_what_staff_wrote_ends_with_their_row(name: str) -> None:
    district = District()
    plain = called("Müller", "Eva")
    district.night(page=[plain], corrections=(Correction(EVA.emails[0], "name", name),))
    district.night(page=[plain])
    assert published(district) == plain.name


def test_a_row_without_a_salutation_wins() -> None:
    district = District()
    plain = called("Müller", "Eva")
    district.night(page=[plain], sheet=[EVA])
    district.night(page=[plain], corrections=(Correction(EVA.emails[0], "name", "Eva Müller"),))
    assert published(district) == plain.name
