"""Functions, offices and addresses above a name or value: what of them belongs to the contact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.draft_records import DESK, is_town_of, lent_office
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.heading_kinds import (
    is_activity,
    is_generic,
    is_place,
    is_topic,
)
from pipeline.extract.page.item import Item
from pipeline.transform.prose import looks_like_prose

_BRACKETS = re.compile(r" \([^()]*\)$")


def take_heads(draft: Draft, heads: Sequence[Item], lines: Sequence[Line]) -> Item | None:
    """Sorts what stands above a name or value into the draft; returns a function that has a line of its own."""
    standing = None
    kept = _last_boxes(heads, lines)
    for item, below in zip_longest(kept, kept[1:]):
        if _take_head(draft, item, below, lines) and item.line != draft.line:
            standing = item
    if draft.address and any(role.kind == "text" for role in draft.roles):
        draft.roles = [role for role in draft.roles if not is_town_of(role, draft.address)]
    return standing


def _take_head(draft: Draft, item: Item, below: Item | None, lines: Sequence[Line]) -> bool:
    """Takes one thing in; True for a function that may be that of the next person, too."""
    strong = lines[item.line].strong or item.colon
    if item.kind == "address":
        draft.address.append(item)
    elif item.kind == "text" and _is_before_name(item, draft, lines):
        draft.orgs += [role for role in draft.roles if role.kind == "text"]
        draft.roles = [*(draft.roles if _is_rank(item, draft, lines) else []), item]
    elif item.kind == "role" and _is_grade_below(item, draft, lines):
        return False
    elif item.kind == "role" or (draft.name is not None and _is_work_above(item, draft, strong)):
        draft.roles = [*(draft.roles if _is_rank(item, draft, lines) else []), item]
        return True
    elif item.kind in ("text", "office") and _is_asked_for(item, draft, lines):
        draft.roles.append(item)
    elif item.kind == "office":
        draft.orgs.append(item)
    elif item.kind == "text" and not is_generic(item.text) and not looks_like_prose(item.text):
        return _take_text(draft, item, below, lines)
    return False


def _take_text(draft: Draft, item: Item, below: Item | None, lines: Sequence[Line]) -> bool:
    """Words that no list knows: what somebody does, or where it is."""
    strong = lines[item.line].strong or item.colon
    closest = item.colon and item.line == draft.line and all(role.kind == "text" for role in draft.roles)
    if draft.name is not None and strong and (not draft.roles or closest) and not item.text.endswith("!"):
        draft.orgs += draft.roles  # `Neustadt | Sprachkurse: Eva Muster`
        draft.roles = [item]
        return True
    if item.line >= draft.line - 4 and (strong or _is_called_by(item, draft, lines)):
        draft.orgs.append(item)
    elif draft.name is None and below and below.kind == "address" and below.line == item.line + 1:
        draft.orgs.append(item)  # whose street stands right below
    return False


def _is_rank(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Pröpstin Eva Muster` below `Beauftragte für Flucht`: what she is besides, no other function."""
    above = draft.roles[-1] if draft.roles else None
    if above is None or above.kind == "text" or above.line != draft.line - 1:
        return False
    return _is_before_name(item, draft, lines)


#: What somebody has risen to in a service or as a civil servant, which says nothing of what she does there.
_GRADE = re.compile(
    r"(?:Erste[rn]? )?(?:Ober|Haupt|Ehren)*(?:feuerwehr(?:mann|frau)|(?:lösch|brand)meister|brandinspektor)(?:in)?"
    r"|(?:Erste[rn]? )?(?:Ober|Haupt|Polizei|Kriminal|Zoll|Regierungs|Verwaltungs|Amts)+"
    r"(?:kommissar|inspektor|sekretär|amtmann|amtfrau|meister|rat|rätin|direktor)(?:in)?",
    re.IGNORECASE,
)


def _is_grade_below(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Hauptbrandmeister` between `Wehrführer` and a name: the grade of who does what stands above it."""
    above = draft.roles[-1] if draft.name is not None and draft.roles else None
    if above is None or not item.whole or _GRADE.fullmatch(item.text) is None or _GRADE.fullmatch(above.text):
        return False
    return above.line == item.line - 1 == draft.line - 2 and lines[above.line].box is lines[item.line].box


def _is_asked_for(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Geschäftszimmer: -201` without a person: what one asks for there, of the office above."""
    if draft.name is not None or item.line != draft.line or is_place(item.text) or is_generic(item.text):
        return False
    if DESK.fullmatch(item.text):
        return item.colon or bool(lent_office(draft.headings, lines))
    return item.kind == "text" and item.colon and bool(lent_office(draft.headings, lines))


def _is_before_name(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Jugendwart Eva Muster`: one word right before a name, with no sign between, is what she is."""
    if draft.name is None or item.line != draft.line or item.colon or item.prose or " " in item.text:
        return False
    named = item.kind == "role" or not is_place(item.text)  # an `Oberkirchenrat` is somebody
    return len(item.text) > 3 and named and f"{item.text} {draft.name.text}" in lines[item.line].text


def _is_work_above(item: Item, draft: Draft, strong: bool) -> bool:
    """`Verwaltung` in bold or right above a name is what she does."""
    if item.kind == "text":
        near = not item.colon and not strong and item.line == draft.line - 1
        return near and (is_activity(item.text) or is_topic(item.text))
    if item.kind != "office" or not (strong or item.line == draft.line - 1):
        return False
    bare = _BRACKETS.sub("", item.text)  # `Beratung geflüchteter Frauen (Arabisch)`
    listed = bare.count(", ") > 1 and item.whole  # `Ökumene, Partnerschaften, Kirchentag`
    matter = " " in bare and (is_topic(bare) or listed)
    placed = is_place(item.text) or item.alike
    return is_activity(item.text) or (not placed and (item.colon or matter))


def _is_called_by(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether a plain text calls what stands below it: in one box with it, or as the title of an entry of nobody."""
    box = lines[item.line].box
    return _is_near(box, draft.box) or (
        draft.name is None and box.kind in ("title", "name") and item.text[-1] not in "!?"
    )


def _is_near(box: Box, other: Box) -> bool:
    """Whether two lines stand in one box, or in cells of one row."""
    return box is other or (box.tag in ("td", "th") and other.tag == "td" and box.parent is other.parent)


def _last_boxes(heads: Sequence[Item], lines: Sequence[Line]) -> list[Item]:
    """The heads of the last block that has any, and of the blocks before it unless those are a list of such lines."""
    kept: list[Item] = []
    boxes: list[Box] = []
    for item in reversed(heads):
        box = lines[item.line].box
        if box not in boxes and item.kind != "address":  # street and town may have a block each
            if len(boxes) == 3 or (boxes and box.tag == "li" and boxes[-1].tag == "li"):
                break
            boxes.append(box)
        kept.append(item)
        if len(kept) == 8:
            break
    return kept[::-1]
