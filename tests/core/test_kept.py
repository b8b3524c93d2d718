"""What holds of somebody's post when the page around it was rebuilt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.core.kept import as_before, as_read
from pipeline.model import (
    Address,
    Contact,
    Entry,
    Identity,
    Observation,
    PersonName,
    Phone,
    Raw,
    Reading,
    Rebuilt,
    Step,
)
from pipeline.transform.imprint import imprint

TOWN_HALL = Address("Markt 1", "72555", "Ahlbach")
NUMBER = Phone("voice", "+497123332014", "14")
GROTHE = Contact(PersonName("Grothe", "Sabine"), "Sozialamt", "Leitung", "Ahlbach", (NUMBER,), address=TOWN_HALL)
WORDING = " sozialamt rathaus ahlbach frau sabine grothe leitung markt 1 72555 ahlbach "
PAGE = Rebuilt(WORDING, imprint(WORDING))
LONGER = Rebuilt(WORDING.replace("leitung", "leitung pflege"), imprint(f"{WORDING}pflege"))


def said(contact: Contact, **more: object) -> Observation:
    return replace(Observation("amt", contact), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "tonight",
    [
        replace(GROTHE, org="Rathaus Ahlbach"),
        replace(GROTHE, org=None),
        replace(GROTHE, org="Rathaus", role=None),
        replace(GROTHE, org="Rathaus", phones=(replace(NUMBER, extension=None),)),
        replace(GROTHE, address=None),
    ],
)
def test_a_rebuilt_page_that_has_the_words_still_is_read_as_before(tonight: Contact) -> None:
    found = as_before(said(tonight), said(GROTHE), PAGE)
    assert (found.contact, found.read) == (replace(GROTHE, phones=tonight.phones), tonight)


def test_nothing_is_noted_where_nothing_differs() -> None:
    assert as_before(said(GROTHE), said(GROTHE), PAGE) == said(GROTHE)


@pytest.mark.parametrize("page", [None, PAGE])
def test_a_name_with_another_boundary_is_the_same_name(page: Rebuilt | None) -> None:
    old, new = (replace(GROTHE, name=name) for name in (PersonName("Hiwot Begić"), PersonName("Begić", "Hiwot")))
    assert as_before(said(new), said(old), page) == said(old, read=new)
    other = replace(GROTHE, name=PersonName("Begić", "Hanna"))
    assert as_before(said(other), said(old), page) == said(other)


TURNED = replace(GROTHE, name=PersonName("Sabine", "Grothe"))


ADDRESSED = replace(GROTHE, name=PersonName("Grothe", "Sabine", None, "Frau"))


def test_a_rebuilt_page_that_calls_everybody_by_the_name_alone_takes_no_salutation_back() -> None:
    assert as_before(said(GROTHE), said(ADDRESSED), PAGE) == said(ADDRESSED, read=GROTHE)
    assert as_before(said(GROTHE), said(ADDRESSED), None) == said(GROTHE)
    assert as_before(said(ADDRESSED), said(GROTHE), PAGE) == said(ADDRESSED)
    herr = replace(GROTHE, name=PersonName("Grothe", "Sabine", None, "Herr"))
    assert as_before(said(herr), said(ADDRESSED), PAGE) == said(herr)
    moved = replace(ADDRESSED, org="Rathaus")
    assert as_before(said(moved), said(GROTHE), PAGE) == said(ADDRESSED, read=moved)


def test_a_rebuilt_page_that_turns_a_name_round_says_no_other_name() -> None:
    assert as_before(said(TURNED), said(GROTHE), PAGE) == said(GROTHE, read=TURNED)
    assert as_before(said(TURNED), said(GROTHE, read=TURNED), None) == said(GROTHE, read=TURNED)


@pytest.mark.parametrize(
    ("tonight", "page"),
    [
        pytest.param(TURNED, None, id="a name was turned round by hand"),
        pytest.param(replace(TURNED, phones=()), PAGE, id="a name was turned round, and the number is gone"),
        pytest.param(replace(GROTHE, org="Rathaus"), None, id="the page was not rebuilt"),
        pytest.param(replace(GROTHE, org="Rathaus"), replace(PAGE, wording=" rathaus "), id="the old words are gone"),
        pytest.param(
            replace(GROTHE, role="Leitung Pflege"),
            LONGER,
            id="the words go on",
        ),
        pytest.param(replace(GROTHE, org="Rathaus", phones=()), PAGE, id="she has moved"),
        pytest.param(replace(GROTHE, org="Rathaus", name=PersonName("Grothe", "Eva")), PAGE, id="somebody else"),
    ],
)
def test_else_it_is_news(tonight: Contact, page: Rebuilt | None) -> None:
    assert as_before(said(tonight), said(GROTHE), page) == said(tonight)


def test_what_stood_there_unread_is_no_news_and_what_did_not_is() -> None:
    before = said(replace(GROTHE, role=None))
    stood, added = said(GROTHE), said(replace(GROTHE, role="Wohngeld"))
    assert as_before(stood, before, PAGE) == replace(before, read=GROTHE)
    assert as_before(added, before, PAGE) == added


def test_what_was_kept_is_kept_until_the_page_says_something_else() -> None:
    before = said(GROTHE, read=replace(GROTHE, org="Rathaus"))
    same, other = replace(GROTHE, org="Rathaus"), replace(GROTHE, org="Ausländeramt")
    assert replace(as_before(said(same), before, None), readings=()) == before
    assert as_before(said(other), before, None) == said(other)
    assert as_before(said(GROTHE), before, None) == said(GROTHE)


def test_the_step_is_told() -> None:
    reading = Reading("org", "Rathaus", Raw("Rathaus:"), (Step("label_removed", "Rathaus:", "Rathaus"),))
    tonight = said(replace(GROTHE, org="Rathaus", role=None), readings=(reading,))
    org, role = as_before(tonight, said(GROTHE), PAGE).readings
    assert (org.value, org.raw.text, org.steps[-1]) == (
        "Sozialamt", "Rathaus:", Step("reading_kept", "Rathaus", "Sozialamt"),
    )  # fmt: skip
    assert (role.field, role.value, role.steps) == ("role", "Leitung", (Step("reading_kept", "", "Leitung"),))


def test_what_was_kept_empty_is_explained_by_what_is_read() -> None:
    before = said(replace(GROTHE, address=None))
    reading = Reading("address", TOWN_HALL, Raw("Markt 1, 72555 Ahlbach"))
    (told,) = as_before(said(GROTHE, readings=(reading,)), before, PAGE).readings
    assert (told.value, told.steps) == (TOWN_HALL, (Step("reading_kept", "Markt 1, 72555 Ahlbach", ""),))


def test_a_source_that_was_not_read_tonight_has_no_readings() -> None:
    read = replace(GROTHE, org="Rathaus")
    assert as_before(said(read), said(GROTHE, read=read), None) == said(GROTHE, read=read)


def test_people_are_recognised_by_what_the_page_reads() -> None:
    known = Identity(Entry("1", GROTHE), (said(GROTHE, read=replace(GROTHE, org="Rathaus")), said(GROTHE)))
    page, other = as_read(known).observations
    assert (page.contact.org, page.read, other) == ("Rathaus", None, said(GROTHE))
    assert as_read(replace(known, observations=(other,))) == replace(known, observations=(other,))
