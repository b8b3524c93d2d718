"""Remarks that are nothing but one more way to reach somebody: `Diensthandy: 0163 4910187`."""

from __future__ import annotations

from pipeline.extract.grid.cell_values import Calling, CellValues, read_contacts
from pipeline.extract.grid.contact_words import says_emergency
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.times import speaks_of_time
from pipeline.extract.layout import Cell
from pipeline.transform.phone_words import WORDS, Word, classify


def labelled_values(cell: Cell, calling: Calling) -> CellValues | None:
    """The values of a remark that begins with their label and says nothing else; None for any other remark."""
    if "\n" in cell.text or cell.struck or speaks_of_time(cell.text) or not _is_label(cell.text):
        return None
    values = read_contacts(cell, calling)
    alone = len(values.phones) + len(values.emails) == 1 and not (values.urls or values.findings or any(values.rest))
    return values if alone else None


def _is_label(text: str) -> bool:
    word = WORDS.match(text.strip())
    if word is None or says_emergency(word.group()):
        return False
    return classify(word.group())[0] is Word.KIND or meanings(word.group()) == ("email",)
