"""Titles of what opens on a click or stands in a frame: `<summary>`, `<legend>`, `<caption>`, the button of a panel.

Such a title says no level. It stands below the heading before it, and above all that stand inside what it opens. A real
heading within a title has its own level, and then nothing here is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.markup.lines import Box, Line

#: Element of a title → element that it is the title of.
CONTAINERS = {"summary": "details", "legend": "fieldset", "caption": "table"}
#: What a title is the title of: a box, or the id of one that is still to come.
Container = Box | str
#: The title of a page has level 1, and no other.
_PAGE = 1


def container_of(tag: str, attributes: Mapping[str, str | None], box: Box) -> Container:
    """What an element inside `box` is the title of."""
    around = next((each for each in box.chain() if each.tag == CONTAINERS.get(tag)), None)
    return around or panel_of(attributes) or box


def panel_of(attributes: Mapping[str, str | None]) -> str:
    """The id of what an element opens on a click, in whichever attribute the site's framework keeps it."""
    named = (attributes.get(key) or "" for key in ("data-target", "data-bs-target", "href"))
    return attributes.get("aria-controls") or next((name[1:] for name in named if name[:1] == "#"), "")


def rank_titles(lines: Sequence[Line], titles: Mapping[int, Container]) -> None:
    """Gives titles their levels, and raises those of the headings inside; `titles` are lines by their index."""
    levels: dict[Container, int] = {}
    last: dict[Container | None, int] = {}  # of the headings of each container, the last one's
    for index, line in enumerate(lines):
        own = titles.get(index)
        if not line.level or (own is not None and _is_button(lines, index, own)):
            continue
        around = _around(line.box, levels, own)
        base = levels[around] if around is not None else 0
        if own is None:
            line.level += base
            last[around] = line.level
        else:
            line.level = levels.setdefault(own, 1 + max(last.get(around, base), _PAGE))
            line.opens = own if isinstance(own, Box) and _is_apart(own, line) else None


#: `mehr`, `Weitere Informationen`, `Kontaktdaten anzeigen`, a number: what a click does, not what stands there.
_CLICK = re.compile(
    r"[a-zäöüß+▼▾(]|(?:Mehr|Weiter|Weiterlesen|Weitere Informationen|Details|Menü|Menu|Navigation|Schließen|Öffnen)\b|"
    r".* (?:an|ein|aus)(?:-/aus)?(?:zeigen|blenden|klappen)$|.* (?:öffnen|schließen)$|\D*\d(?:\D{0,3}\d){5}"
)


def _is_apart(opened: Box, line: Line) -> bool:
    """Whether what a title opens stands behind it, and not around it."""
    return opened not in line.box.chain()


def _is_button(lines: Sequence[Line], index: int, opened: Container) -> bool:
    """Takes its level from a button that opens more of what stands before it, and calls nothing itself."""
    line = lines[index]
    beside = index > 0 and lines[index - 1].box is line.box.parent  # in the same paragraph as what it goes on with
    button = line.box.tag in ("a", "button", "span") or (isinstance(opened, Box) and _is_apart(opened, line))
    if button and (beside or _CLICK.match(line.text)):
        line.level = 0
    return not line.level


def _around(box: Box, levels: Mapping[Container, int], own: Container | None) -> Container | None:
    """The nearest titled container around a line, that of which it is itself the title apart."""
    for each in box.chain():
        for key in (each, each.name):
            if key in levels and key != own:
                return key
    return None
