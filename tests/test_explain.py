"""Every published value can be explained: source, place, raw text, each step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.core.limits import Limits
from pipeline.explain import explain, field_named, versions
from pipeline.lookup import find_contact
from tests.whole_nights import OTHERS, District, table


@pytest.fixture
def district(tmp_path: Path) -> District:
    district = District(tmp_path)
    district.night()
    return district


def explained(district: District, contact: str, field: str | None = None) -> str:
    with district.history(write=False) as history:
        return "\n".join(explain(history, find_contact(contact, history.identities()), field))


def test_a_value_is_explained_by_its_cell_and_raw_text(district: District) -> None:
    text = explained(district, "Grothe", "phones")
    assert "07123 3320-14" in text
    assert "liste" in text
    assert "D2" in text
    assert "00001-2026-03-02" in text


def test_all_values_are_explained_by_default(district: District) -> None:
    text = explained(district, "Grothe")
    assert "Integrationsbeauftragte" in text
    assert "sabine.grothe@ahlbach.example" in text


def test_a_field_without_a_value_is_said(district: District) -> None:
    assert "Webseite: –" in explained(district, "Grothe", "url")


def test_what_draws_nothing_is_shown_by_its_number(district: District) -> None:
    district.files["liste.csv"] = district.files["liste.csv"].replace("07123 3320-14", "07123\u200b 33\u202e20-18")
    district.night()
    text = explained(district, "Grothe", "phones")
    assert "Tel. 07123 3320-18" in text
    assert "„07123<U+200B> 33<U+202E>20-18“" in text
    assert "\u202e" not in text


def test_a_second_source_that_says_otherwise_is_shown_too(district: District) -> None:
    row = "Ahlbach;Frau Sabine Grothe;Integrationsbeauftragte;07123 3320-99;sabine.grothe@ahlbach.example"
    district.files["amt.csv"] = table(*OTHERS, row)
    district.night()
    text = explained(district, "Grothe", "phones")
    assert "07123 3320-14" in text
    assert "07123 3320-99" in text


def test_every_version_is_told_with_what_changed(district: District) -> None:
    district.replaced("3320-14", "3320-18")
    district.night()
    district.files["liste.csv"] = table(*(district.files["liste.csv"].splitlines()[2:]))
    district.night()
    with district.history(write=False) as history:
        lines = list(versions(history, find_contact("Grothe", history.identities())))
    assert "07123 3320-14 → Tel. 07123 3320-18" in lines[2]
    assert lines[-1].endswith("nicht mehr genannt")


@pytest.mark.parametrize(
    ("asked", "field"),
    [("phones", "phones"), ("phone", "phones"), ("Telefon", "phones"), ("E-Mail", "emails"), ("Role", "role")],
)
def test_a_field_is_known_by_what_people_call_it(asked: str, field: str) -> None:
    assert field_named(asked) == field


def test_an_unknown_field_is_none() -> None:
    assert field_named("Schuhgröße") is None


def told(district: District, contact: str, language: str = "de") -> list[str]:
    with district.history(write=False) as history:
        return list(versions(history, find_contact(contact, history.identities()), language))


def test_a_successor_and_whom_she_followed_name_each_other(district: District) -> None:
    district.replaced("Frau Sabine Grothe", "Herr Jan Seitz")
    district.replaced("sabine.grothe", "jan.seitz")
    with district.history(write=False) as history:
        before = find_contact("Grothe", history.identities()).uid
    district.night()
    after = district.uid("Seitz")
    assert told(district, "Seitz")[1] == f"Nachfolge von Sabine Grothe [{before}]"
    assert told(district, "Grothe")[1] == f"Nachfolge: Jan Seitz [{after}]"
    assert told(district, "Grothe", "en")[1] == f"successor: Jan Seitz [{after}]"
    assert not [line for line in told(district, "Polat") if "Nachfolge" in line]


def test_a_title_and_a_number_from_another_source_are_named_with_it(district: District) -> None:
    row = "Ahlbach;Frau Dr. Sabine Grothe;Integrationsbeauftragte;0151 12345678;sabine.grothe@ahlbach.example"
    district.files["amt.csv"] = table(*OTHERS, row)
    district.configure(
        sources=tuple(replace(s, priority=20 if s.id == "liste" else 10) for s in district.config.sources)
    )
    district.night()
    lines = explained(district, "Grothe", "name").splitlines()
    assert "Name: Frau Dr. Sabine Grothe" in lines
    assert "  Titel „Dr.“: amt" in lines
    assert not [line for line in lines if line.startswith(("  Vorname", "  Anrede", "  Schreibweise"))]
    assert "  Mobil 0151 12345678: amt" in explained(district, "Grothe", "phones").splitlines()
    assert "  Titel" not in explained(district, "Polat", "name")
    district.configure(guard=Limits(max_removed_share=1.0))
    district.files["amt.csv"] = table(*OTHERS)
    district.night()
    (change,) = district.report()["changes"]
    assert [field["field"] for field in change["fields"]] == ["phones"]  # the mobile number went with the list
    assert "  Titel „Dr.“: amt (früher)" in explained(district, "Grothe", "name").splitlines()


def test_a_durchwahl_of_another_source_is_shown_with_the_number_it_confirms(district: District) -> None:
    district.files["amt.csv"] = (
        "Gemeinde;Name;Durchwahl;E-Mail\nAhlbach;Frau Sabine Grothe;14;sabine.grothe@ahlbach.example\n"
        "Ahlbach;Herr Emre Polat;99;emre.polat@ahlbach.example\n"
    )
    district.configure(guard=Limits(max_removed_share=1.0))
    district.night()
    confirmed, asked = (explained(district, name, "phones").splitlines()[-2:] for name in ("Grothe", "Polat"))
    assert confirmed == ["  amt, C2: bestätigt die letzten Ziffern", "    „14“"]
    assert asked == ["  amt, C3: Eine Durchwahl, zu der keine Hauptnummer angegeben ist: 99", "    „99“"]
