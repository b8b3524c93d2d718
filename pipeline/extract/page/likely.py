"""Lines that only their neighbours make a person: a name no list knows, under a function or over a mail address."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.becoming_names import become_name, is_adjective
from pipeline.extract.page.heading_kinds import is_topic
from pipeline.extract.page.item import Item
from pipeline.extract.page.like_others import is_valued, name_like_others
from pipeline.extract.page.mailbox_names import NEAR, divide_mailed, in_address, join_mailed, name_by_form, name_mailed
from pipeline.transform.name_words import is_like_surname
from pipeline.transform.names import might_be_person
from pipeline.transform.text import fold
from pipeline.transform.town import find_town

#: What a line may be taken for that begins with a name no list knows.
_UNKNOWN = frozenset({"text", "office", "role"})


def name_the_likely(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns plain lines into names where their surroundings leave no other reading."""
    unknown: list[int] = []
    known = _named_elsewhere(items)
    for index, here in enumerate(items):
        if not here or here[0].kind not in _UNKNOWN:
            continue
        if _is_named_elsewhere(here, known):
            become_name(here, here[0].text)
            continue
        name_mailed(here)
        join_mailed(here, lines[index].text)
        divide_mailed(items, index)
        if _is_unknown(lines, items, index):
            unknown.append(index)
    if unknown:
        name_like_others(lines, items, unknown)


def _is_unknown(lines: Sequence[Line], items: list[list[Item]], index: int) -> bool:
    """Whether a line may be somebody's name, but only others like it can say so; names it where more is known."""
    here = items[index]
    if len(here) != 1 or here[0].kind not in ("text", "office") or not here[0].whole or here[0].colon or here[0].alike:
        return bool(here) and here[0].kind == "text" and _is_perhaps_somebody(here)
    text = here[0].text
    family, comma, given = text.partition(", ")
    spoken = f"{given} {family}" if comma else text
    if " " not in text or any(char.isdigit() for char in text) or not might_be_person(spoken):
        return False
    if comma and (is_topic(given) or name_by_form(items, index, family, given)):
        return False
    if comma:
        return here[0].kind == "text" and lines[index].box.region != "site"
    if _is_town_below(items, index, text):
        return False
    alone = here[0].kind == "text" and any(told(lines, items, index) for told in _TOLD)
    if alone or in_address(items, index, text):
        become_name(here, text)
        return False
    return here[0].kind == "text" and lines[index].box.region != "site"


def _named_elsewhere(items: Sequence[Sequence[Item]]) -> frozenset[frozenset[str]]:
    """The words of all whole names that are understood somewhere on the page."""
    names = (item.name.name for here in items for item in here if item.name is not None)
    return frozenset(words for name in names if len(words := _words(f"{name.given or ''} {name.family}")) > 1)


def _is_named_elsewhere(here: Sequence[Item], known: frozenset[frozenset[str]]) -> bool:
    """`Unbekannt, Eva` in a line of its own or before values, where `Frau Eva Unbekannt` stands elsewhere."""
    item = here[0]
    alone = item.kind == "text" and " " in item.text and not (item.colon or item.prose)
    return alone and (item.whole or is_valued(here)) and _words(item.text) in known


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text.replace(",", " ")).split())


def _is_perhaps_somebody(here: Sequence[Item]) -> bool:
    """Whether a line is two words that may be a name, and values."""
    text = here[0].text
    if here[0].colon or here[0].prose or " " not in text:
        return False
    return is_valued(here) and might_be_person(text) and not is_adjective(text.split(" ")[0])


def _announced(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """A label or function stands right above in the same block or as its heading, and a value below."""
    if not index or not items[index - 1] or lines[index].level:
        return False
    if lines[index - 1].box is not lines[index].box and not lines[index - 1].level > 1:
        return False
    above = items[index - 1][-1]
    if not (above.kind in ("label", "role") and above.whole):
        return False
    below = items[index + 1 : index + 1 + NEAR]
    if any(item.kind == "fact" for later in below[:3] for item in later):
        return True
    kinds = {item.kind for later in below for item in later}
    told = lines[index].strong and is_like_surname(items[index][0].text.split(" ")[-1])
    return told and kinds == {"address", "fact"}  # in bold over her address


def _called_name(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """The markup calls it a name, and a function stands right above or below it."""
    if lines[index].box.kind != "name":
        return False
    around = (*items[max(0, index - 1) : index], *items[index + 1 : index + 2])
    return any(len(here) == 1 and here[0].kind == "role" and here[0].whole for here in around)


def _above_function(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """`Unbekannt Muster-Vorlaut` over `Pressesprecherin` and a number: a double family name is no `Autohaus Maier`."""
    first, *_, last = items[index][0].text.split(" ")
    halves = last.split("-")
    below = items[index + 1 : index + 3]
    if len(below) < 2 or lines[index + 1].box is not lines[index].box or is_adjective(first):
        return False
    told = len(below[0]) == 1 and below[0][0].kind == "role" and below[0][0].whole and not below[0][0].colon
    return (
        told
        and below[1][:1] != []
        and below[1][0].kind == "fact"
        and len(halves) > 1
        and any(map(is_like_surname, halves))
    )


#: Who tells of one line that it is a name: the line above, the markup, the line below.
_TOLD = (_announced, _called_name, _above_function)


def _is_town_below(items: Sequence[Sequence[Item]], index: int, text: str) -> bool:
    """`Standort Neustadt` over an address in Neustadt is a place, whatever mail address stands below."""
    last = text.split(" ")[-1]
    below = (item for later in items[index + 1 : index + 1 + NEAR] for item in later if item.kind == "address")
    town = next((town for item in below if (town := find_town(item.text)) is not None), None)
    return town is not None and last in town.city.split(" ")
