"""Signs in a column that a legend explains: `IM` beside a name, `IM | Integrationsmanagement` below the table.

Such a column says what the legend says. Its heading (`Kürzel`) does not, unless it is one that we read anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.grid.column_content import is_data
from pipeline.extract.grid.column_groups import CONTACT, Row
from pipeline.extract.grid.headings import meanings
from pipeline.extract.layout import Cell
from pipeline.transform.text import clean, fold

#: A legend stands in the first or the last rows.
_TOP, _BOTTOM = 10, 40
_SIGN = r"[^\W\d_][\w.-]{0,5}"
#: `IM = Integrationsmanagement`, `IM: …`, `(IM) …`
_EXPLAINED = re.compile(rf"\(?({_SIGN})\)?\s*(?:[=:–]|\s-\s)\s*([^=:]+)")
_BETWEEN_SIGNS = re.compile(r"\s*[/,;+&\n]\s*")
_BETWEEN_ENTRIES = re.compile(rf"\s*[;,|\n]\s*(?={_SIGN}\s*[=:–])")
_INTRODUCED = re.compile(r"^(?:Legende|Abkürzungen|Erläuterung(?:en)?|Kürzel)\s*:?\s*", re.IGNORECASE)


def explained(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with what the signs of a column mean, without the legend; as they were where there is none."""
    entries = list(_entries(rows))
    legend = _plain({sign: text for _, pairs in entries for sign, text in pairs})
    if len(legend) < 2:
        return rows
    apart = {number for number, _ in entries}
    table = [row for number, row in enumerate(rows) if number not in apart]
    signs = {at: found for at in range(len(rows[0])) if (found := _signs(table, at, legend))}
    return [_told(row, number, signs, legend) for number, row in enumerate(table)] if signs else rows


#: `Sozialbetreuung in den GU`, where `GU` is a sign itself, is `Sozialbetreuung`.
_WHERE = re.compile(r"\s(?:in|im|für|bei|beim|an|am|von|vom|der|des|einer?)\s")


def _plain(legend: Mapping[str, str]) -> dict[str, str]:
    """The explanations up to where they use another sign."""
    uses = {sign: bool(set(text.split()) & legend.keys()) for sign, text in legend.items()}
    return {sign: _WHERE.split(text)[0] if uses[sign] else text for sign, text in legend.items()}


def _entries(rows: Sequence[Row]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """The rows of a legend with the signs that they explain."""
    last = len(rows) - _BOTTOM
    for number, row in enumerate(rows):
        if number < _TOP or number >= last:
            texts = [clean(cell.text) for cell in row if cell.text and not cell.merged]
            pairs = _pairs(texts) if 0 < len(texts) < 3 else []
            if pairs:
                yield number, pairs


def _pairs(texts: Sequence[str]) -> list[tuple[str, str]]:
    if len(texts) == 2:
        sign, text = texts[0].rstrip(" =:"), texts[1].lstrip("=:– ")
        return [(sign, text)] if _explains(sign, text) else []
    parts = _BETWEEN_ENTRIES.split(_INTRODUCED.sub("", texts[0]))
    found = [match for part in parts if (match := _EXPLAINED.fullmatch(part))]
    pairs = [(match[1], match[2].strip()) for match in found]
    return pairs if len(found) == len(parts) and all(_explains(*pair) for pair in pairs) else []


def _explains(sign: str, text: str) -> bool:
    """Whether a sign is short for a text that is no value: its letters stand there in their order."""
    if re.fullmatch(_SIGN, sign) is None or CONTACT & set(meanings(sign)) or is_data(text):
        return False
    letters, long = fold(sign).replace(" ", ""), iter(fold(text))
    return len(text) > len(sign) + 2 and fold(text)[:1] == letters[:1] and all(letter in long for letter in letters)


def _signs(table: Sequence[Row], at: int, legend: Mapping[str, str]) -> range | None:
    """The rows of a column in which nothing but explained signs stand, below its heading."""
    known = [number for number, row in enumerate(table) if row[at].text and _meant(row[at].text, legend)]
    if len(known) < 2:
        return None
    between = range(known[0], known[-1] + 1)
    others = [row[at] for row in table[between.start : between.stop] if row[at].text and not row[at].merged]
    below = any(row[at].text and not row[at].merged for row in table[between.stop :])
    return None if below or len(others) > len(known) else between


def _meant(text: str, legend: Mapping[str, str]) -> str:
    parts = [legend.get(part) for part in _BETWEEN_SIGNS.split(text.strip())]
    return ", ".join(part for part in parts if part) if all(parts) else ""


def _told(row: Row, number: int, signs: Mapping[int, range], legend: Mapping[str, str]) -> Row:
    cells = list(row)
    for at, rows in signs.items():
        if number in rows and (said := _meant(cells[at].text, legend)):
            cells[at] = replace(cells[at], text=said)
        elif number < rows.start and meanings(cells[at].text)[:1] == ("ignore",):
            cells[at] = _without_text(cells[at])
    return tuple(cells)


def _without_text(cell: Cell) -> Cell:
    """What stands below tells what it is."""
    return replace(cell, text="")
