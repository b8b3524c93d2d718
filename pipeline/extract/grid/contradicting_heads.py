"""`Telefon` over `Telefax` where nothing proves which of two rows holds which: a number below is of no known kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import Column, Row, filled
from pipeline.extract.grid.headings import meanings
from pipeline.model import Finding

#: By these people speak; none of them is a fax.
_SPOKEN = frozenset({"phone", "mobile", "extension"})


def contradict(heads: Sequence[Row], index: int) -> bool:
    """Whether the headings above each other in a column cannot be of one number; a group reaches over others."""
    own = [row[index] for row in heads if not (row[index].merged or _reaches_on(row, heads[-1], index))]
    fields = {found[0] for cell in own if (found := meanings(cell.text))}
    return "fax" in fields and not fields.isdisjoint(_SPOKEN)


def _reaches_on(row: Row, lowest: Row, index: int) -> bool:
    """Whether a heading is merged over the next column or leaves it to the one below: `Tel. | ` over `Fax | Mobil`."""
    if index + 1 == len(row):
        return False
    return row[index + 1].merged or (not row[index + 1].text and bool(lowest[index + 1].text))


def with_kinds_open(
    columns: Sequence[Column], heads: Sequence[Row], sample: Sequence[Row]
) -> tuple[list[Column], list[Finding]]:
    """The columns without such numbers, which are findings; two below each other in each cell are one of each kind."""
    open_ones = [c for c in columns if len(heads) > 1 and contradict(heads, c.index)]
    both = [c for c in open_ones if all("\n" in cell.text for cell in filled(sample, c))]
    fields = {c.index: "phone_fax" if c in both else "ignore" for c in open_ones}
    findings = [Finding("unknown_column", "warning", c.heading[:200], c.where) for c in open_ones if c not in both]
    return [replace(c, field=fields.get(c.index, c.field)) for c in columns], findings
