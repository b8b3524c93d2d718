"""Labels that say when or how a number is answered, and those that say by whom."""

from __future__ import annotations

import pytest

from pipeline.extract.page.on_call import says_how, says_when
from tests.extract.page.test_blocks import summary


@pytest.mark.parametrize("text", ["Bereitschaft", "im Notfall", "am Wochenende", "rund um die Uhr", "Mittwochs"])
def test_when(text: str) -> None:
    assert says_when(text)


@pytest.mark.parametrize("text", ["Sozialamt", "Jugendnotdienst am Wochenende", "Sekretariat"])
def test_by_whom(text: str) -> None:
    assert not says_when(text)
    assert not says_how(text)


@pytest.mark.parametrize(
    "text",
    ["Beratung auch auf Arabisch", "auf Russisch und Ukrainisch", "Aufnahme rund um die Uhr", "Auskunft am Wochenende"],
)
def test_how(text: str) -> None:
    assert says_how(text)


@pytest.mark.parametrize(
    ("label", "offices"),
    [
        ("Beratung auch auf Arabisch", ["Frauenberatung Neustadt"]),
        ("Sozialamt", ["Frauenberatung Neustadt", "Sozialamt"]),
        (
            "Jugendnotdienst am Wochenende",
            ["Frauenberatung Neustadt", "Jugendnotdienst am Wochenende"],
        ),  # an office of its own
    ],
)
def test_a_second_number_of_an_office(label: str, offices: list[str]) -> None:
    html = f"<h3>Frauenberatung Neustadt</h3><p>Tel. 07161 743308<br>{label}: 07161 743309<br>info@stadt.example</p>"
    mails = {org: mails for _, org, _, _, mails in summary(html)}
    assert sorted(mails) == offices  # type: ignore[type-var]
    assert mails[offices[-1]] == ("info@stadt.example",)


def test_such_a_label_in_a_block_of_its_own_begins_a_contact() -> None:
    html = "<h3>Frauenberatung Neustadt</h3><p>Tel. 07161 743308</p><p>Sozialberatung auf Arabisch: 07161 743309</p>"
    assert [org for _, org, _, _, _ in summary(html)] == ["Frauenberatung Neustadt", "Sozialberatung auf Arabisch"]


def test_when_a_second_number_of_an_office_rings() -> None:
    html = "<p><b>Bauhof</b><br>Tel. 07161 743308<br>(Bereitschaft am Wochenende: 0171 8142290)</p>"
    ((_, office, _, numbers, _),) = summary(html)
    assert (office, numbers) == ("Bauhof", ("+497161743308", "+491718142290"))


def test_what_is_said_of_an_address_is_no_office() -> None:
    ((_, office, *_),) = summary("<h3>Frauenhaus Neustadt</h3><p>Anonyme Adresse, Notaufnahme: 07161 743308</p>")
    assert office == "Frauenhaus Neustadt"
