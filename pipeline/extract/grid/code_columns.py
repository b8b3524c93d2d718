"""Area codes in a column of their own, and what stands right of them: the number, or that before a Durchwahl."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.grid.column_content import most
from pipeline.extract.grid.column_groups import Column, Row, filled
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.lost_zero import restore_code
from pipeline.numbering import national
from pipeline.transform.phone_words import WORDS, Word, classify
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words


def with_codes(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """Area codes under an unknown heading: nothing else stands there, and the numbers beside them have none."""
    numbers = [cell for column in columns if column.field == "phone" for cell in filled(sample, column)]
    if numbers and not most(numbers, lambda cell: not cell.text.lstrip(" (").startswith(("0", "+"))):
        return columns
    extensions = {at for at, column in enumerate(columns) if column.field == "extension"}

    def holds_codes(at: int, column: Column) -> bool:
        cells = filled(sample, column) if numbers or at + 2 in extensions else []
        return len(cells) > 0 and all(national(restore_code(cell.text)[0]) for cell in cells)

    return [
        replace(c, field="area_code") if c.field == "unknown" and holds_codes(at, c) else c
        for at, c in enumerate(columns)
    ]


#: What stands behind an area code; below `Rathaus`, before a Durchwahl, it may be short: `02543 | 46 | 51`.
_DIGITS, _SHORT = re.compile(r"[\d\s/–-]{3,}"), re.compile(r"\d[\d\s/–-]+")
#: Of the headings that are known to say nothing, only these may stand above telephone numbers; `Zimmer` may not.
_NUMBER = words("nr nummer nummern")
#: Above the number from which a Durchwahl goes on: what it is called, and whose it is. Not `Haus`, nor `Stock`.
_MAIN = _NUMBER | words("hauptnr anschluss anschlussnr stamm kopf telefonanlage rathaus landratsamt kreishaus")
_MAIN |= words("gemeindeverwaltung stadtverwaltung kreisverwaltung")


def behind_codes(columns: list[Column], sample: Sequence[Row]) -> list[Column]:
    """`Vorwahl | Nummer`: digits right of area codes are what stands behind them, unless another column has that.

    Where a `Durchwahl` has a column, they are the number from which it goes on.
    """
    fields = {column.field for column in columns}
    if fields & {"phone", "phone_fax", "main"}:
        return columns
    what = "main" if "extension" in fields else "phone"

    def goes_on(before: Column, column: Column) -> bool:
        cells = filled(sample, column) if before.field == "area_code" else []
        form = _form_below(column, what == "main")
        alike = bool(column.heading) or what != "main" or _one_each(_towns(before, column, sample))
        return len(cells) > 0 and form is not None and alike and all(form.fullmatch(cell.text) for cell in cells)

    stems = [at for at in range(1, len(columns) - 1) if _is_stem(columns[at - 1 : at + 2], sample)]
    numbers = [replace(c, field=what) if goes_on(before, c) else c for before, c in pairwise(columns)]
    return [replace(c, field="main") if at in stems else c for at, c in enumerate([*columns[:1], *numbers])]


def _is_stem(three: Sequence[Column], sample: Sequence[Row]) -> bool:
    """Whether digits between an area code and a Durchwahl are one and the same in each town, and differ between towns.

    Rooms differ within a town, the numbers of departments are alike in several.
    """
    code, column, behind = three
    if (code.field, column.field, behind.field) != ("area_code", "unknown", "extension") or _says_else(column.heading):
        return False
    pairs = _towns(code, column, sample)
    stems = {stem for _, stem in pairs}
    told = _one_each(pairs) and 1 < len(set(pairs)) < len(pairs)
    return told and len(stems) == len(set(pairs)) and all(_SHORT.fullmatch(stem) for stem in stems)


def _towns(code: Column, column: Column, sample: Sequence[Row]) -> list[tuple[str, str]]:
    """Area codes and the digits beside each."""
    cells = [(row[code.index], row[column.index].text.strip()) for row in sample]
    return [(restore_code(town.text)[0], digits) for town, digits in cells if town.text and digits]


def _one_each(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether each town has the same digits in all its rows."""
    return len(set(pairs)) == len({town for town, _ in pairs})


def _says_else(heading: str) -> bool:
    """Whether a heading speaks of something that is not dialled: of houses and rooms."""
    return bool(meanings(heading)) or any(classify(word)[0] is Word.PLACE for word in WORDS.findall(heading))


def _form_below(column: Column, main: bool) -> re.Pattern[str] | None:
    """How numbers look below this heading; None where no numbers stand there, but houses and floors."""
    said = fold(column.heading).split()
    if main and said and column.field in ("unknown", "ignore"):
        return _SHORT if all(map(_is_of_main, said)) else None
    numbered = column.field == "ignore" and _NUMBER.issuperset(said)
    return _DIGITS if column.field == "unknown" or numbered else None


def _is_of_main(word: str) -> bool:
    return word in _MAIN or classify(word)[0] in (Word.CENTRAL, Word.TRUNK)
