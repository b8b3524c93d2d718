"""Mail addresses whose domain stands once above their column: `E-Mail (…@landkreis-celle.de)` over `eva.muster`."""

from __future__ import annotations

import re

from pipeline.extract.grid.cell_values import CellValues, Item, current
from pipeline.extract.grid.headings import domain_of
from pipeline.extract.layout import Cell
from pipeline.model import Raw, Reading, Step
from pipeline.transform.online import find_mails

#: What can stand before the sign, and the sign itself where somebody wrote it.
_LOCAL = re.compile(r"\w(?:[\w.+-]*\w)?@?")


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
