"""What a table's column of places means: a municipality of the district, or the house where somebody is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.text_cells import before_street
from pipeline.model import Reading, Record, Rules, Step
from pipeline.transform.municipal_body import is_municipal_body
from pipeline.transform.municipality import KIND_BEHIND, find_municipality, titled_municipality
from pipeline.transform.office import is_office
from pipeline.transform.text import clean, in_domain


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


def of_town_halls(records: Sequence[Record]) -> list[Record]:
    """The people of a list of towns, of the town halls where most of their mailboxes are theirs: `Stadt Celle`.

    Volunteers of towns have theirs elsewhere.
    """
    told = [(record, body) for record in records if (body := _body(record)) is not None]
    theirs = sum(any(in_domain(body.raw.text, mail) for mail in _mails(record)) for record, body in told)
    if theirs * 2 <= len(told):
        return list(records)
    return [_with_office(record, _body(record)) for record in records]


def _body(record: Record) -> Reading | None:
    """The municipality of a record, where its cell says of what kind it is."""
    places = [reading for reading in record.readings if reading.field == "municipality"]
    return next(
        (each for each in places if titled_municipality(each.raw.text) and is_municipal_body(each.raw.text)), None
    )


def _mails(record: Record) -> list[str]:
    return [str(reading.value) for reading in record.readings if reading.field == "emails"]


def _with_office(record: Record, body: Reading | None) -> Record:
    if body is None or any(reading.field == "org" for reading in record.readings):
        return record
    text = clean(body.raw.text)
    office = Reading("org", text, body.raw, (Step("place_as_office", body.raw.text, text),))
    return replace(record, readings=(*record.readings, office))


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
