"""Links that lead on, below somebody's values (`Kontaktformular`, `Route planen`) or to a part of the page: they call
nobody who stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_work
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
    for places in found.values():
        ends = len(places) > 1 and not _is_over_somebody(items, places[-1])
        for index in places:
            if (ends or _leads_on(lines[index], items, index)) and not _opens_block(lines, items, index):
                items[index] = []


def _is_link(line: Line, here: Sequence[Item]) -> bool:
    """Whether a line is one link and words that no list knows."""
    if len(line.anchors) != 1 or len(here) != 1 or here[0].kind != "text" or line.level:
        return False
    anchor = line.anchors[0]
    return anchor.end - anchor.start >= len(line.text.strip()) and not anchor.href.startswith(_VALUES)


def _leads_on(line: Line, items: Sequence[Sequence[Item]], index: int) -> bool:
    """What a click does, or a place of this page; a field of work may be the way to where it is told of."""
    if _DOES.fullmatch(line.text):
        return True
    work = is_work(line.text) and _is_over_somebody(items, index)
    return line.anchors[0].href[:1] == "#" and not work


def _opens_block(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a link begins a block and somebody stands right below it there: `Gemeinsam leben` over her name."""
    box, below = lines[index].box, range(index + 1, min(index + 1 + _NEAR, len(lines)))
    names = (place for place in below if any(item.kind == "name" for item in items[place]))
    return lines[index - 1].box is not box and any(lines[place].box is box for place in names)


def _has_value(items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether the line above holds a value or hours."""
    above = next((here for here in reversed(items[max(0, index - _NEAR) : index]) if here), ())
    return any(item.kind in ("fact", "hours") for item in above)


def _is_over_somebody(items: Sequence[Sequence[Item]], index: int) -> bool:
    return any(item.kind == "name" for here in items[index + 1 : index + 1 + _NEAR] for item in here)
