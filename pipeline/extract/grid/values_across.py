"""A row with one cell over all columns that says how to reach all of them: `Fax für das Team: …-90, E-Mail: team@…`."""

from __future__ import annotations

import re

from pipeline.extract.grid.cell_labels import only_labels
from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.times import speaks_of_time
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import looks_like_number, main_number

#: Whose a value is that all share, behind its label.
_FOR_ALL = re.compile(
    r"(?:für|von) (?:alle|das (?:gesamte|ganze) (?:\w*team|amt|büro)|die (?:gesamte|ganze) \w+)\b", re.IGNORECASE
)


def values_across(row: Row, calling: Calling) -> CellValues | None:
    """What such a row says; None where it says more, or gives the exchange on which Durchwahlen go on."""
    first, *others = row
    across = bool(others) and all(cell.merged and cell.text == first.text for cell in others)
    if not across or first.merged or first.struck or not (looks_like_mail(first.text) or looks_like_number(first.text)):
        return None
    if speaks_of_time(first.text) or main_number(first.text, calling.dialing):
        return None
    values = read_contacts(first, calling)
    told = _FOR_ALL.sub(" ", values.left)
    plain = not (values.findings or values.urls) and all(map(only_labels, told.split("\n")))
    return values if plain and (values.phones or values.emails) else None
