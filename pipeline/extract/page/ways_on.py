"""Links that lead on, below somebody's values (`Kontaktformular`, `Route planen`) or to a part of the page: they call
nobody who stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item

#: What a click does, or a form: `Route planen`, `Kontaktformular`.
_DOES = re.compile(r"(?:[^\W\d_]+ )+[a-zäöüß]+(?:en|ern|eln)|[\w-]*[Ff]ormular")
#: Where a link to a part of the page leads: `Zum Inhalt`, `Zur Navigation springen`.
_WITHIN = re.compile(r"(?:(?:Direkt|Springe?n?|Sprung) )?[Zz]u[mr] |[Ss]kip to ")
#: Values that a click reaches.
_VALUES = ("mailto:", "tel:")
#: So many lines below the last of them nobody stands.
_NEAR = 2


def pass_over_ways_on(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Leaves out lines that are nothing but such a link: one by what it does, or one that many entries end with."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if not _is_link(line, items[index]):
            continue
        if line.anchors[0].href[:1] == "#" and _WITHIN.match(line.text):
            items[index] = []
        elif index and _has_value(items, index):
            found.setdefault(line.text, []).append(index)
    for text, places in found.items():
        ends = len(places) > 1 and not _is_over_somebody(items, places[-1])
        for index in places:
            if ends or _DOES.fullmatch(text) or lines[index].anchors[0].href[:1] == "#":
                items[index] = []


def _is_link(line: Line, here: Sequence[Item]) -> bool:
    """Whether a line is one link and words that no list knows."""
    if len(line.anchors) != 1 or len(here) != 1 or here[0].kind != "text" or line.level:
        return False
    anchor = line.anchors[0]
    return anchor.end - anchor.start >= len(line.text.strip()) and not anchor.href.startswith(_VALUES)


def _has_value(items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether the line above holds a value or hours."""
    above = next((here for here in reversed(items[max(0, index - _NEAR) : index]) if here), ())
    return any(item.kind in ("fact", "hours") for item in above)


def _is_over_somebody(items: Sequence[Sequence[Item]], index: int) -> bool:
    return any(item.kind == "name" for here in items[index + 1 : index + 1 + _NEAR] for item in here)
