"""How a page is built, so that a night can tell a page that was rebuilt from one that was edited.

The layout is the set of element kinds in which the values of each field stand (`name tr > td > a`): moved lines, new
classes and more people leave it as it is, a table that becomes a row of cards does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import Document, Observation
from pipeline.transform.text import fold, unescaped

#: So many of the innermost elements count; what is around them is the page's frame.
_STEPS = 3
#: Which of its kind an element is, and an id that was given to it.
_WHICH = re.compile(r":nth-of-type\(\d+\)|^#.*")
#: Ends at the next `<` at the latest: a page of nothing else must not be searched to its end from each.
_TAG = re.compile(r"<[^<>]*>")
#: Below this share of the kinds in common, the page is another one.
_SAME = 0.5


def layout(observations: Iterable[Observation]) -> tuple[str, ...]:
    """In what elements each field stands; empty for what is no page."""
    places = {
        (reading.field, reading.raw.where.path)
        for seen in observations
        if "footer" not in seen.tags
        for reading in seen.readings
        if reading.raw.where.path
    }
    return tuple(sorted({f"{field} {_kinds(path)}" for field, path in places}))


def _kinds(path: str) -> str:
    return " > ".join(_WHICH.sub("", step) for step in path.split(" > ")[-_STEPS:])


def was_rebuilt(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether most of the values stand in other elements than before."""
    old, new = set(before), set(after)
    return bool(old and new) and len(old & new) < _SAME * len(old | new)


def wording(document: Document) -> str:
    """All that a page says, folded, wherever it stands; blanks on both ends."""
    from pipeline.extract.markup.charset import decode

    text, _ = decode(document.body, document.charset)
    return f" {' '.join(fold(unescaped(_TAG.sub(' ', text))).split())} "
