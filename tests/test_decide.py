"""What a night becomes: published, unchanged or held, and whose word holds where a source says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.collect import Collection
from pipeline.config import Source
from pipeline.corrections import CorrectionsFile
from pipeline.decide import decide
from pipeline.gather import Tonight
from pipeline.model import DocumentVersion, Observation, Outcome, SourceStatus
from pipeline.stored import Night
from tests.examples import day
from tests.whole_nights import BASE, OTHERS, PEOPLE, District, table

FLYER = DocumentVersion("Flyer", "https://amt.example/flyer.pdf", "Flyer.pdf", 4, "00ff")
NOBODY: tuple[Observation, ...] = ()


@pytest.fixture
def district(tmp_path: Path) -> District:
    """A district whose first night is published: a list of six, and an office of one."""
    place = District(tmp_path)
    place.night()
    return place


def second(
    place: District, status: SourceStatus = "unchanged", says: tuple[Observation, ...] | None = None, **documents: Any
) -> Night:
    """The next night: how the list fared, what it says if it was read, and the documents there are then."""
    with place.history() as history:
        states = history.sources()
        fared = {"liste": (status, says), "amt": ("unchanged", None)}
        nights = tuple(
            Tonight(source, Outcome(source.id, source.url, fared[source.id][0]), states[source.id], fared[source.id][1])  # type: ignore[arg-type]
            for source in place.config.sources
        )
        corrections = CorrectionsFile(place.data / "corrections.xlsx", day(2).date())
        return decide(place.config, history, nights, Collection(documents), corrections, states, day(2), False)


@pytest.mark.parametrize(
    ("status", "says", "becomes"),
    [
        ("unchanged", None, "unchanged"),
        ("failed", None, "published"),  # readers are told that it is old
        ("ok", NOBODY, "held"),  # six of seven would go
    ],
)
def test_what_becomes_of_a_night(
    district: District, status: SourceStatus, says: tuple[Observation, ...] | None, becomes: str
) -> None:
    night = second(district, status, says)
    assert (night.status, bool(night.reasons)) == (becomes, becomes == "held")


def test_a_document_is_news_although_everybody_is_as_before(district: District) -> None:
    night = second(district, flyer=FLYER)
    assert (night.status, night.documents) == ("published", (("flyer", FLYER),))


def test_of_a_source_that_failed_the_last_word_holds_and_is_called_stale(district: District) -> None:
    night = second(district, "failed")
    stale = {known.entry.contact.name.family for known in night.identities if known.observations[0].stale}  # type: ignore[union-attr]
    assert stale == {"Grothe", "Polat", "Hanke", "Berg", "Thoma", "Rahimi"}
    assert night.changes == ()


def test_a_night_records_only_whom_it_changes(district: District) -> None:
    assert second(district).identities == ()


def test_other_settings_are_published_although_nobody_changed(district: District) -> None:
    from pipeline.config import Publish

    district.configure(publish=Publish(language="en"))
    assert second(district).status == "published"


def test_a_disagreement_names_the_cell_of_the_value_on_later_nights_too(tmp_path: Path) -> None:
    place = District(tmp_path)
    elsewhere = PEOPLE[0].replace("3320-14", "3320-77").replace("Integrationsbeauftragte", "Bauamt")
    place.files["amt.csv"] = table(*OTHERS, elsewhere)
    place.night()
    first = _disagreements(place)
    place.replaced("8401-33", "8401-34")  # the other list rests
    place.night()
    assert _disagreements(place) == first
    assert [("D3" in said, "C3" in said) for said in first] == [(False, True), (True, False)]


def _disagreements(place: District) -> list[str]:
    return sorted(found["message"] for found in place.report()["findings"] if found["code"] == "disagreement")


def test_reasons_and_sources_count_contacts_alike(tmp_path: Path) -> None:
    """Frau Grothe is listed for two municipalities, and is one contact in either sentence."""
    place = District(tmp_path)
    twice = PEOPLE[0].replace("Ahlbach;", "Steinach;")
    place.files["liste.csv"] = table(*PEOPLE, twice)
    place.night()
    assert _contacts(place) == 6
    place.files["liste.csv"] = table(*PEOPLE[:3], twice)
    place.night()
    assert _contacts(place) == 3
    assert [reason["message"].partition(" (")[0] for reason in place.report()["reasons"]] == [
        "liste: 3 von bisher 6 Kontakten fehlen heute"
    ]
    with place.history() as history:
        assert history.sources()["liste"].contacts == 6  # a held night counts when it is approved


def test_a_bare_heading_is_the_town_that_the_list_knows(tmp_path: Path) -> None:
    place = District(tmp_path)
    people = (
        ("Ahlbach", "Herr Jan Seitz", 21),
        ("Oberrode", "Frau Uta Beck", 22),
        ("Neu-Steinach", "Frau Ina Kling", 23),
    )
    body = "".join(f"<h2>{town}</h2><h3>Sozialamt</h3><p>{name}<br>Tel. 07123 3320-{n}</p>" for town, name, n in people)
    place.files["seite.html"] = f"<html><body><main><h1>Kontakte</h1>{body}</main></body></html>"
    place.configure(sources=(*place.config.sources, Source("seite", "page", f"{BASE}seite.html")))
    place.night()
    found = {item["name"]["family"]: item["municipality"] for item in place.published()["contacts"] if item["name"]}
    assert [found[name] for name in ("Seitz", "Beck", "Kling")] == ["Ahlbach", "Oberrode", "Neu-Steinach"]
    place.files["seite.html"] = place.files["seite.html"].replace("3320-23", "3320-24")
    place.night()
    (change,) = place.report()["changes"]
    assert [field["field"] for field in change["fields"]] == ["phones"]


def test_a_bare_durchwahl_is_a_question_only_where_no_whole_number_ends_with_it(tmp_path: Path) -> None:
    place = District(tmp_path)
    bare = "Gemeinde;Name;Durchwahl;E-Mail\nAhlbach;Frau Sabine Grothe;14;sabine.grothe@ahlbach.example\n"
    place.files["amt.csv"] = bare
    place.night()
    assert _asked(place) == []
    place.replaced("3320-14", "3320-99")  # the list with the Durchwahl rests
    place.night()
    assert _asked(place) == ["Eine Durchwahl, zu der keine Hauptnummer angegeben ist: 14"]
    place.replaced("3320-99", "3320-14")
    place.night()
    assert _asked(place) == []


def _asked(place: District) -> list[str]:
    return [found["message"] for found in place.report()["findings"] if "Durchwahl" in found["message"]]


def _contacts(place: District) -> int:
    return next(source["contacts"] for source in place.report()["sources"] if source["id"] == "liste")
