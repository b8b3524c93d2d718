"""Columns that say what kind of number stands beside them: `Phone 1 - Label | Phone 1 - Value`, `Telefon 2 | Art`.

Each kind gets a column of its own, so that a fax under `Nummer` is one. What says whose else a number is (`Vertretung`)
makes it nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import mail_of, most, reaches
from pipeline.extract.grid.column_groups import Column, Row, filled
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.transform.phone_words import WORDS, Word, classify
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

#: So many rows are asked, and longer texts are remarks.
_SAMPLE, _LENGTH, _MOST = 200, 30, 40
_NUMBERS = frozenset({"phone", "mobile", "fax", "phone_fax", "contact"})
_OPEN = frozenset({"ignore", "unknown"})
_FIGURE = re.compile(r"\d+")
#: `Telefon 1 Art`, `Phone 1 - Type`
_NUMBER_KIND = re.compile(
    r"^(?:tel|telefon\w*|phone|rufnummer\w*|nummer\w*)\b.*\b(?:art|typ|type|label)$|nummern?(?:art|typ)$"
)
_TELLING = ("phone", "mobile", "fax")
_KINDS = frozenset({"phone", "mobile", "fax", "main", "extension"})
#: Where somebody has the number, which is hers all the same.
_HERS = words("work home main other custom business office company primary grand central")


def with_kinds_apart(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[tuple[Column, ...], Sequence[Row]]:
    """The columns and rows with a column more for each kind that is said beside a column of numbers."""
    sample = [row for row in rows[:_SAMPLE] if len(row) == len(columns)]
    for kinds, numbers in _pairs(columns, sample):
        columns, rows = _apart(columns, rows, kinds, numbers)
    return tuple(columns), rows


def _pairs(columns: Sequence[Column], sample: Sequence[Row]) -> list[tuple[Column, Column]]:
    """Columns of kinds, each with the numbers on the side on which all of them have one."""
    kinds = _kinds(columns, sample)
    numbers = {at for at, column in enumerate(columns) if _holds_numbers(column, sample)}
    sides = [
        [(columns[at], columns[at + step]) for at in kinds]
        for step in (1, -1)
        if kinds and numbers.issuperset(at + step for at in kinds)
    ]
    fitting = [pairs for pairs in sides if all(_fit(*pair, sample) for pair in pairs)]
    alike = [pairs for pairs in fitting if all(_share_words(*pair) for pair in pairs)]
    found = alike if len(fitting) > 1 else fitting  # between two numbers only the headings can tell
    return found[0] if len(found) == 1 else []


def _kinds(columns: Sequence[Column], sample: Sequence[Row]) -> list[int]:
    """Where kinds stand: one of them is a number's, and so is each under a heading that differs in its figure only."""
    says = [column.field in _OPEN and _says_kinds(column, sample) for column in columns]
    telling = {
        _FIGURE.sub("", column.heading)
        for column, kinds in zip(columns, says, strict=True)
        if kinds and (_NUMBER_KIND.search(fold(column.heading)) or _tells(column, sample))
    }
    return [at for at, column in enumerate(columns) if says[at] and _FIGURE.sub("", column.heading) in telling]


def _tells(column: Column, sample: Sequence[Row]) -> bool:
    return any(_field(cell.text, "") in _TELLING for cell in filled(sample, column))


def _fit(kinds: Column, numbers: Column, sample: Sequence[Row]) -> bool:
    """Whether a kind stands in just the rows in which a number does."""
    return all(bool(row[kinds.index].text) == bool(row[numbers.index].text) for row in sample)


def _share_words(one: Column, other: Column) -> bool:
    return bool(set(fold(one.heading).split()) & set(fold(other.heading).split()))


def _says_kinds(column: Column, sample: Sequence[Row]) -> bool:
    cells = filled(sample, column)
    short = all(len(cell.text) < _LENGTH and not any(map(str.isdigit, cell.text)) for cell in cells)
    stated = _NUMBER_KIND.search(fold(column.heading)) is not None
    return short and (stated or most(cells, lambda cell: _field(cell.text, "phone") != "remark"))


def _holds_numbers(column: Column, sample: Sequence[Row]) -> bool:
    return column.field in _NUMBERS | _OPEN and most(
        filled(sample, column), lambda c: reaches(c) and "@" not in mail_of(c)
    )


def _apart(
    columns: Sequence[Column], rows: Sequence[Row], kinds: Column, numbers: Column
) -> tuple[Sequence[Column], Sequence[Row]]:
    plain = numbers.field if numbers.field in _NUMBERS else "phone"
    said = list(dict.fromkeys(row[kinds.index].text for row in rows if len(row) == len(columns)))
    if len(said) > _MOST:
        return columns, rows
    at = {text: len(columns) + number for number, text in enumerate(said)}
    added = [
        replace(numbers, index=at[text], field=_field(text, plain), heading=text or numbers.heading) for text in said
    ]
    wide = [(part,) if part is not numbers else (replace(part, field="ignore"), *added) for part in columns]
    told = [_moved(row, kinds.index, numbers.index, at) if len(row) == len(columns) else row for row in rows]
    return [column for part in wide for column in part], told


def _moved(row: Row, kinds: int, numbers: int, at: dict[str, int]) -> Row:
    """A row whose number stands in the column of its kind."""
    blank, number, kind = Cell("", row[-1].where), row[numbers], at[row[kinds].text]
    moved = [number if column == kind else blank for column in at.values()]
    return (*row[:numbers], replace(number, text="", links=()), *row[numbers + 1 :], *moved)


def _field(text: str, plain: str) -> str:
    """The field of numbers of a kind; `plain` where it says only where somebody has them."""
    found = meanings(text)[:1]
    if found and found[0] in _KINDS:
        return found[0]
    own = all(classify(word)[0] is Word.NEUTRAL or fold(word) in _HERS for word in WORDS.findall(text))
    return plain if own else "remark"
