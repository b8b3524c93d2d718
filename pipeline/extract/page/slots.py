"""Entries alike have the same things in the same places: what most say there decides for what no list knows.

Below or before the names of several people stand functions or offices, and rarely both. Where it is functions, a
`Jugendclub` among them is what somebody does; where it is offices, an unknown word is one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice, pairwise

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_topic, is_work
from pipeline.extract.page.item import Item
from pipeline.extract.page.like_others import ordinals_of, places_of

_SAID = frozenset({"role", "office", "text"})


def read_slots(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> None:
    """Gives what stands beside names the kind that most have in its place."""
    slots: dict[Hashable, list[Item]] = {}
    for item, places in _beside_names(lines, items):
        for place in places:
            slots.setdefault(place, []).append(item)
    for place, slot in slots.items():
        where = place[0] if isinstance(place, tuple) else ""
        if len(slot) > 1 and where == "above" and any(map(_is_unit, slot)):
            _stay_apart(slot)
        elif where == "noted":
            _follow_most(slot)
        elif where == "behind":
            _belong_to_heading(slot, lines)
        elif len(slot) > 1 and (where != "second" or _are_mostly_work(slot)):
            _agree(_without_others(slot, where, lines, items))


def _beside_names(lines: Sequence[Line], items: Sequence[Sequence[Item]]) -> Iterator[tuple[Item, Sequence[Hashable]]]:
    """What stands right below a name, before one or behind one, with its places among entries alike."""
    ordinals: list[int] | None = None
    for index, here in enumerate(items):
        for item in _noted(here, lines[index].text) if len(here) > 1 else ():
            yield item, [("noted", _entry_of(lines[index]))]
        if len(here) > 1 and here[0].kind == "name" and lines[index].box.tag == "li" and _is_said_of(here):
            yield here[1], [("behind", _entry_of(lines[index]))]
        if not here or here[0].prose or here[0].kind not in _SAID:
            continue
        if len(here) > 1 and here[1].kind == "name" and not here[1].prose:
            yield here[0], [("before", id(_list_of(lines[index].box)))]
        if len(here) == 1 and _names(items, index + 1) and _opens(lines, index):
            ordinals = ordinals or ordinals_of(lines)
            yield here[0], [("above", place) for place in places_of(lines[index], ordinals[index])]
        if len(here) == 1 and _is_name(items, index - 1) and not lines[index].anchors:
            ordinals = ordinals or ordinals_of(lines)
            yield here[0], [("below", place) for place in places_of(lines[index], ordinals[index])]
        if len(here) == 1 and _is_office_below_name(items, index - 1) and not lines[index].anchors:
            ordinals = ordinals or ordinals_of(lines)
            yield here[0], [("second", place) for place in places_of(lines[index], ordinals[index])]


def _noted(here: Sequence[Item], text: str) -> Iterator[Item]:
    """What stands in brackets right behind names: `Eva Muster (Weltladen)`."""
    for before, item in pairwise(here):
        if before.kind == "name" and item.kind in _SAID and not item.prose and text.startswith("(", item.start + 1):
            yield item


def _is_said_of(here: Sequence[Item]) -> bool:
    """`Eva Muster – Poststelle – 12`: what stands between a name at the beginning of a line and its values."""
    plain = here[1].kind in _SAID and not (here[0].prose or here[1].prose or here[1].aside)
    return plain and not here[0].start and all(item.fact is not None for item in here[2:])


def _is_name(items: Sequence[Sequence[Item]], index: int) -> bool:
    return (
        0 <= index < len(items) and len(items[index]) == 1 and items[index][0].kind == "name" and items[index][0].whole
    )


def _names(items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a line is somebody's name, or those of several people who share an entry."""
    here = items[index] if index < len(items) else ()
    return _is_name(items, index) or (len(here) > 1 and all(item.kind == "name" for item in here))


def _is_office_below_name(items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether a line is an office right below somebody's name, so that the next may say what she does there."""
    return _is_name(items, index - 1) and len(items[index]) == 1 and items[index][0].kind == "office"


def _list_of(box: Box) -> Box:
    """The box whose lines are entries alike: of an entry in a list of one line each, the list."""
    single = box.tag in ("li", "p") and box.first == box.last and box.parent is not None
    return box.parent if single and box.parent else box


def _entry_of(line: Line) -> tuple[str, ...]:
    """What kind of entry a line is, whatever list of the page it stands in."""
    return tuple(box.tag for box in islice(line.box.chain(), 4))


def _opens(lines: Sequence[Line], index: int) -> bool:
    """Whether a plain line is the first of the block that holds the name below it too; units stand there in bold."""
    if lines[index].level or lines[index].strong:
        return False
    box, around = lines[index].box, list(lines[index + 1].box.chain())
    block = box if box in around else box.parent  # it has no element of its own: `<div>Leitung<h4>Eva Muster</h4>`
    before = lines[index - 1].box.chain() if index else ()
    return block is not None and block in around and block not in before


def _is_unit(item: Item) -> bool:
    return item.kind != "role" and is_place(item.text)


def _stay_apart(slot: Sequence[Item]) -> None:
    """Units stand above names as well as functions: what no list knows is a function where some are known."""
    if not any(item.kind == "role" for item in slot):
        return
    for item in slot:
        if item.kind == "text" and not is_generic(item.text):
            item.kind = "office" if is_place(item.text) else "role"
            item.alike = True


def _without_others(
    slot: Sequence[Item], where: Hashable, lines: Sequence[Line], items: Sequence[Sequence[Item]]
) -> Sequence[Item]:
    """What is of one kind in a place, whatever else may stand there."""
    if where == "before":
        return _without_units(slot, lines)
    return _without_moved_up(slot, items) if where == "below" else slot


def _without_units(slot: Sequence[Item], lines: Sequence[Line]) -> Sequence[Item]:
    """`Jugendamt: Eva Muster` in an entry of its own, beside just as many with their work, is an office."""
    units = [item for item in slot if item.kind == "office" and not _is_work(item)]
    apart = len({id(lines[item.line].box) for item in slot}) == len(slot)
    return [item for item in slot if item not in units] if apart and len(units) == sum(map(_is_work, slot)) else slot


def _without_moved_up(slot: Sequence[Item], items: Sequence[Sequence[Item]]) -> Sequence[Item]:
    """`Bauamt` below a name, where the others have their function there and below it an office: she has no function."""
    roles = [item for item in slot if item.kind == "role"]
    if not roles or not all(_is_office(items, item.line + 1) for item in roles):
        return slot
    moved = [item for item in slot if item.kind == "office" and not _is_office(items, item.line + 1)]
    return [item for item in slot if item not in moved or _is_work(item)]


def _is_office(items: Sequence[Sequence[Item]], index: int) -> bool:
    here = items[index] if index < len(items) else ()
    return len(here) == 1 and here[0].kind == "office" and here[0].whole


def _agree(slot: Sequence[Item]) -> None:
    """Functions where at least half of what is known are; else offices."""
    work = sum(map(_is_work, slot))
    places = sum(item.kind == "office" and is_place(item.text) and not _is_work(item) for item in slot)
    kind = "role" if work >= places else "office"
    if not (work if kind == "role" else places > 1):
        return
    for item in slot:
        if item.kind in ("office", "text") and not is_generic(item.text):
            item.kind = "role" if kind == "role" else "office"
            item.alike = True


def _are_mostly_work(slot: Sequence[Item]) -> bool:
    """Whether what stands below the offices of people is what they do there, except for a few of many."""
    return sum(map(_is_work, slot)) > 2 * sum(map(_is_unit, slot))


def _follow_most(slot: Sequence[Item]) -> None:
    """In brackets behind names most say where people are, or most what they do: what no list knows says so, too."""
    roles = sum(item.kind == "role" for item in slot)
    offices = sum(item.kind == "office" and not _says_work(item.text) for item in slot)
    most, fewer = max(roles, offices), min(roles, offices)
    if most < _MOST or _MOST * fewer > most or (offices > roles and 2 * offices <= len(slot)):
        return
    for item in slot:
        if offices > roles and item.kind != "role" and not _says_work(item.text):
            item.kind, item.alike = "office", True
        elif offices < roles and item.kind == "text":
            item.kind, item.alike = "role", True


#: So many are more than a chance, and so many times as many as the others are most.
_MOST = 2
#: So many other words for each office of a list say that its offices are what people there do.
_FOR_EACH = 3


def _belong_to_heading(slot: Sequence[Item], lines: Sequence[Line]) -> None:
    """`Eva Muster – Kasse`, `Uwe Beispiel – Poststelle` in one list: hers is what the office above has her do."""
    units = [item for item in slot if item.kind == "office" and not _is_work(item)]
    offices = {item.text for item in units}
    if not any(map(_is_work, slot)) or len({item.text for item in slot} - offices) < _FOR_EACH * len(offices):
        return
    for item in units:
        lists = {id(lines[other.line].box.parent) for other in units if other.text == item.text}
        if " " not in item.text or len(lists) > 1:  # `Diakonie Neustadt` is another house
            item.kind, item.alike = "role", True


def _is_work(item: Item) -> bool:
    """Whether words alone say that they are what somebody does."""
    return item.kind == "role" or _says_work(item.text) or (item.kind == "office" and not is_place(item.text))


def _says_work(text: str) -> bool:
    return is_topic(text) or (not is_place(text) and (is_work(text) or is_activity(text)))
