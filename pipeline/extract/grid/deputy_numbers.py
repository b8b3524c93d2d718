"""Numbers of a deputy that stand behind somebody's own: they are said to be another's, and nobody gets them."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.layout import Cell
from pipeline.model import Finding
from pipeline.transform.deputies import ANNOUNCED

#: `05141 12-3401 (Vertretung: 05141 12-3402)`, also on a line below.
_OF_DEPUTY = re.compile(rf"(?<=\S)\s*[(,;/\n]\s*(?:in |bei )?{ANNOUNCED}[^)\n;]*\)?", re.IGNORECASE)


def without_deputy(cell: Cell, findings: list[Finding]) -> Cell:
    """The cell of somebody who is alone in her row without what it says of her deputy."""
    found = _OF_DEPUTY.search(cell.text)
    if not found:
        return cell
    findings.append(Finding("unclaimed", "info", found.group().strip()[:200], cell.where))
    return replace(cell, text=cell.text[: found.start()] + cell.text[found.end() :])
