"""Mail addresses whose domain stands once for their column: `E-Mail (…@landkreis-celle.de)` over `eva.muster`.

Or once for the whole table, in a title or a note below it: `Alle Adressen enden auf @landkreis-celle.de`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_values import CellValues, Item, current
from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.given_above import domain_of
from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading, Step
from pipeline.transform.online import find_mails

#: What can stand before the sign, and the sign itself where somebody wrote it.
_LOCAL = re.compile(r"\w(?:[\w.+-]*\w)?@?")
#: A domain behind nobody's name.
_STATED = re.compile(
    r"(?:^|[\s:,;(„\"-])(?:…|\.{2,3}|[xX*_~]{1,5}|(?:v\.|vorname[._-])?(?:vor|nach|zu)?name|nachname[._-]vorname)?"
    r"@\s?((?:[a-z0-9-]+\.)+[a-z]{2,12})\b",
    re.IGNORECASE,
)


def with_domain(columns: Sequence[Column], texts: Iterable[str]) -> tuple[Column, ...]:
    """The columns of mail addresses with the one domain that texts around the table state, where a heading has none."""
    stated = {found[1].lower() for text in texts for found in _STATED.finditer(text)}
    if len(stated) != 1:
        return tuple(columns)
    ending = f" @{stated.pop()}"
    return tuple(replace(c, heading=c.heading + ending) if _lacks_domain(c) else c for c in columns)


def _lacks_domain(column: Column) -> bool:
    return column.field == "email" and not domain_of(column.heading)[1]


def completed(heading: str, cell: Cell) -> CellValues | None:
    """The addresses of a cell, one a line; None where the heading has no domain or a line says something else."""
    domain = domain_of(heading)[1].lower()
    text, findings = current(cell)
    lines = [line.strip().lower() for line in text.split("\n")]
    mails = [f"{line.rstrip('@')}@{domain}" for line in lines if _LOCAL.fullmatch(line)]
    if not domain or len(mails) != len(lines) or not all(map(_is_mail, mails)):
        return None
    items = [
        Item(number, Reading("emails", mail, Raw(cell.text, cell.where), (Step("mail_domain", line, mail),)))
        for number, (line, mail) in enumerate(zip(lines, mails, strict=True))
    ]
    return CellValues(len(lines), emails=items, findings=findings)


def _is_mail(text: str) -> bool:
    return [found.address for found in find_mails(text)] == [text]
