"""`Eva Muster, SPD`, `CDU` below a name: the party of a councillor is where she sits, not what she does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.transform.party import is_party, is_without_party

_SAID = frozenset({"text", "office", "role"})


def place_in_parties(lines: Sequence[Line], items: Sequence[list[Item]]) -> None:
    """Makes offices of parties right behind or right below somebody, and leaves out that she is in none."""
    for index, here in enumerate(items):
        above = items[index - 1][-1:] if index else []
        if not here or not (len(here) > 1 or (above and above[0].kind == "name")):
            continue  # nearly every line
        for before, item in list(pairwise([*above, *here] if not lines[index].level else here)):
            if before.kind != "name" or item.kind not in _SAID:
                continue
            if is_without_party(item.text):
                here.remove(item)
            elif is_party(item.text):
                item.kind, item.alike = "office", True
