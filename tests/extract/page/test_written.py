"""What draws nothing is no part of a value, but of the text that `explain` shows."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page, read_text
from pipeline.model import PersonName, Phone, Record, Rules

RULES = Rules("07123", "08199")
PARAGRAPH = (
    "<h2>Amt</h2><p>Frau Sab\u200bine \u202eGrothe<br>Integrations&shy;beauftragte<br>"
    "Telefon 07123 33\u206020-14<br>sabine.\u200bgrothe@ahlbach.example<br>Haupt\xadstr. 5<br>72574 Bad Urach</p>"
)
TABLE = (
    "<table><tr><th>Name<th>Funktion<th>Telefon<th>E-Mail"
    "<tr><td>Sab\u200bine \u202eGrothe<td>Integrations&shy;beauftragte<td>07123 33\u206020-14"
    "<td>sabine.\u200bgrothe@ahlbach.example</table>"
)


def raws(record: Record) -> dict[str, str]:
    return {reading.field: reading.raw.text for reading in record.readings}


@pytest.mark.parametrize("page", [PARAGRAPH, TABLE])
def test_values_are_clean_and_raw_texts_are_not(page: str) -> None:
    (record,) = read_page(page.encode(), None, RULES).records
    values = {reading.field: reading.value for reading in record.readings}
    assert isinstance(values["name"], PersonName)
    assert values["name"].family == "Grothe"
    assert isinstance(values["phones"], Phone)
    assert values["phones"].e164 == "+497123332014"
    assert values["role"] == "Integrationsbeauftragte"
    assert values["emails"] == "sabine.grothe@ahlbach.example"
    raw = raws(record)
    assert raw["name"].endswith("Sab\u200bine \u202eGrothe")
    assert raw["phones"] == "07123 33\u206020-14"
    assert raw["role"] == "Integrations\xadbeauftragte"
    assert raw["emails"] == "sabine.\u200bgrothe@ahlbach.example"


def test_a_text_of_several_lines() -> None:
    (record,) = read_page(PARAGRAPH.encode(), None, RULES).records
    assert raws(record)["address"] == "Haupt\xadstr. 5\n72574 Bad Urach"


def test_a_plain_text() -> None:
    (record,) = read_text("Frau Eva Muster\nTel. 07123\u200b 3320-14\n".encode(), None, RULES).records
    assert raws(record)["phones"] == "07123\u200b 3320-14"
    steps = (step for reading in record.readings if reading.field == "phones" for step in reading.steps)
    assert next(steps).rule == "clean"
