"""What a table's column of places means: a municipality of the district, or the house where somebody is met."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.grid.text_cells import before_street
from pipeline.model import Reading, Record, Rules, Step
from pipeline.transform.municipality import KIND_BEHIND, find_municipality, titled_municipality
from pipeline.transform.office import is_office
from pipeline.transform.text import clean


def placed(record: Record, rules: Rules) -> Record:
    """A record whose place is no municipality: an office or house there is its office, the rest is nobody's."""
    readings: list[Reading] = []
    named = any(reading.field == "org" for reading in record.readings)
    for reading in record.readings:
        if reading.field != "municipality" or _is_municipality(reading, rules):
            readings.append(reading)
            continue
        first = before_street(clean(reading.raw.text.split("\n")[0]))
        if not named and is_office(first):
            readings.append(Reading("org", first, reading.raw, (Step("place_as_office", reading.raw.text, first),)))
    return replace(record, readings=tuple(readings))


def _is_municipality(reading: Reading, rules: Rules) -> bool:
    """Whether the district knows the place, or the cell holds nothing but one plain name (a part of a town, say)."""
    if rules.ags and find_municipality(str(reading.value), rules.ags) is not None:
        return True
    text = reading.raw.text
    if titled_municipality(text):
        return True
    return (
        "\n" not in text
        and not any(char.isdigit() for char in text)
        and not is_office(KIND_BEHIND.sub("", clean(text)))
    )
