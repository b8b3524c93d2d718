"""Lines that only their neighbours make a person: a name no list knows, under a function or over a mail address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.cuts import noted
from pipeline.extract.page.heading_kinds import is_topic
from pipeline.extract.page.item import Item
from pipeline.transform.mailbox import carries, mailbox_words
from pipeline.transform.name import parse_name
from pipeline.transform.name_words import is_given, is_like_surname
from pipeline.transform.names import might_be_person
from pipeline.transform.office import is_role
from pipeline.transform.text import fold
from pipeline.transform.town import find_town

#: A mail address or a number stands at most so many lines below a name.
_NEAR = 6
#: So many lines the fields of a form have: label and value of function, room, office, street, town, numbers, mail.
_FORM = 24
#: What a line may be taken for that begins with a name no list knows.
_UNKNOWN = frozenset({"text", "office", "role"})
#: A word of no more letters stands in an address by coincidence.
_FEW = 2
#: So many boxes around a line may be the card that others are like.
_AROUND = 8


def name_the_likely(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns plain lines into names where their surroundings leave no other reading."""
    unknown: list[int] = []
    known = _named_elsewhere(items)
    for index, here in enumerate(items):
        if not here or here[0].kind not in _UNKNOWN:
            continue
        if _is_named_elsewhere(here, known):
            _name(here, here[0].text)
            continue
        _name_mailed(here)
        _join_mailed(here, lines[index].text)
        _divide_mailed(items, index)
        if _is_unknown(lines, items, index):
            unknown.append(index)
    if unknown:
        _like_others(lines, items, unknown)


def _is_unknown(lines: Sequence[Line], items: list[list[Item]], index: int) -> bool:
    """Whether a line may be somebody's name, but only others like it can say so; names it where more is known."""
    here = items[index]
    if len(here) != 1 or here[0].kind not in ("text", "office") or not here[0].whole or here[0].colon:
        return bool(here) and here[0].kind == "text" and _is_perhaps_somebody(here)
    text = here[0].text
    family, comma, given = text.partition(", ")
    spoken = f"{given} {family}" if comma else text
    if " " not in text or any(char.isdigit() for char in text) or not might_be_person(spoken):
        return False
    if comma and (is_topic(given) or _name_by_form(items, index, family, given)):
        return False
    if comma:
        return here[0].kind == "text" and lines[index].box.region != "site"
    if _is_town_below(items, index, text):
        return False
    alone = here[0].kind == "text" and any(told(lines, items, index) for told in _TOLD)
    if alone or in_address(items, index, text):
        _name(here, text)
        return False
    return here[0].kind == "text" and lines[index].box.region != "site"


def _name_by_form(items: list[list[Item]], index: int, family: str, given: str) -> bool:
    """Names `Vorlaut, Unbekannt` over the fields of a form of which one is `unbekannt.vorlaut@…`."""
    below = chain.from_iterable(islice(items, index + 1, index + 1 + _FORM))
    own = takewhile(lambda item: item.kind != "name", below)
    mail = next((str(item.fact.reading.value) for item in own if item.fact is not None and _is_mail(item)), "")
    mailed = mailbox_words(mail) == (*fold(given).split(), *fold(family).split())
    if mailed:
        _name(items[index], items[index][0].text)
    return mailed


def _named_elsewhere(items: Sequence[Sequence[Item]]) -> frozenset[frozenset[str]]:
    """The words of all whole names that are understood somewhere on the page."""
    names = (item.name.name for here in items for item in here if item.name is not None)
    return frozenset(words for name in names if len(words := _words(f"{name.given or ''} {name.family}")) > 1)


def _is_named_elsewhere(here: Sequence[Item], known: frozenset[frozenset[str]]) -> bool:
    """`Unbekannt, Eva` in a line of its own or before values, where `Frau Eva Unbekannt` stands elsewhere."""
    item = here[0]
    alone = item.kind == "text" and " " in item.text and not (item.colon or item.prose)
    return alone and (item.whole or _is_valued(here)) and _words(item.text) in known


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text.replace(",", " ")).split())


def _name_mailed(here: list[Item]) -> None:
    """`Neustadt: Unbekannt Vorlaut, 07123 940-12, vorlaut@muster.de`: the address of a line says who its name is."""
    if len(here) < 2 or here[0].kind not in ("text", "office") or here[0].prose or here[0].colon:
        return
    place, colon, text = here[0].text.rpartition(": ")
    name = text.partition(" (")[0]
    if any(item.kind == "name" for item in here) or not might_be_person(text) or not _is_mailed(here, name):
        return
    above = [replace(here[0], text=place, colon=True)] if colon else []
    named = here[:1]
    _name(named, text)
    here[:1] = above + named if named[0].kind == "name" else here[:1]


def _join_mailed(here: list[Item], line: str) -> None:
    """`Vorlaut, Unbekannt – Lager – unbekannt.vorlaut@…`: a mailbox of both words says who they are."""
    if len(here) < 3 or any(item.kind != "text" or item.prose or item.colon for item in here[:2]):
        return
    family, given = here[0].text, here[1].text
    text = f"{family}, {given}"
    if " " in given or text not in line or not might_be_person(f"{given} {family}"):
        return
    if any(_carries(item, family) and _carries(item, given) for item in here if _is_mail(item)):
        named = here[:1]
        _name(named, text)
        here[:2] = named if named[0].kind == "name" else here[:2]


def _divide_mailed(items: list[list[Item]], index: int) -> None:
    """`Unbekannt Vorlaut, Leitung` over `vorlaut@muster.de`: who has the mailbox, and what she does."""
    here = items[index]
    if len(here) != 1 or here[0].kind not in ("role", "text") or not here[0].whole or here[0].colon:
        return
    text, _, role = here[0].text.partition(", ")
    if is_role(role) and might_be_person(text) and in_address(items, index, text):
        behind = here[0].start + len(here[0].text) - len(role)
        _name(here, text)
        here.append(Item("role", here[0].line, behind, role))


def _is_mailed(here: Sequence[Item], text: str) -> bool:
    """Whether an address of the line carries the last word; `Weißer Ring` has such an address, too, and is nobody."""
    if _is_adjective(text.split(" ")[0]):
        return False
    return any(_carries(item, text) for item in here if _is_mail(item))


def _is_adjective(word: str) -> bool:
    return not is_given(word) and word.endswith(("er", "e", "es", "en"))


def _is_mail(item: Item) -> bool:
    return item.fact is not None and item.fact.field == "emails"


def _carries(item: Item, text: str) -> bool:
    """Whether an address has the last word of a text, which is long enough to be no coincidence."""
    family = text.split(" ")[-1]
    if item.fact is None or len(fold(family)) <= _FEW:
        return False
    mail = str(item.fact.reading.value)
    return carries(mail, family) or ("-" in family and _carries_half(mail, family))


def _carries_half(mail: str, family: str) -> bool:
    """`mehari@` of `Mehari-Brandt`: many a mailbox has only one half of a double name, as a word of its own."""
    halves = (fold(half) for half in family.split("-"))
    return any(len(half) > _FEW and half in mailbox_words(mail) for half in halves)


def _is_perhaps_somebody(here: Sequence[Item]) -> bool:
    """Whether a line is two words that may be a name, and values."""
    text = here[0].text
    if here[0].colon or here[0].prose or " " not in text:
        return False
    return _is_valued(here) and might_be_person(text) and not _is_adjective(text.split(" ")[0])


def _like_others(lines: Sequence[Line], items: list[list[Item]], unknown: Sequence[int]) -> None:
    """Where at least two cards hold a person's name and none holds anything else, the others hold names as well."""
    ordinals = ordinals_of(lines)
    seen = _Seen(Counter(), set(), Counter())
    waiting = set(unknown)
    for index, here in enumerate(items):
        if here and (index not in waiting or _is_valued(here)):
            for place in places_of(lines[index], ordinals[index]):
                seen.note(place, here, index in waiting)
    for index in unknown:
        valued = _is_valued(items[index])
        if any(seen.says_name((place, valued)) for place in places_of(lines[index], ordinals[index])):
            _name(items[index], items[index][0].text)


@dataclass(slots=True)
class _Seen:
    """How many people stand in a place, alone or with values behind them; where others do; how often nobody knows."""

    people: Counter[tuple[object, bool]]
    others: set[tuple[object, bool]]
    unsure: Counter[tuple[object, bool]]

    def note(self, place: object, here: Sequence[Item], unsure: bool) -> None:
        valued = _is_valued(here)
        if valued or len(here) > 1 or here[0].kind != "name":
            self.others.add((place, False))
        if unsure:
            self.unsure[place, True] += 1
        elif here[0].kind == "name" and (valued or len(here) == 1):
            self.people[place, valued] += 1
        else:
            self.others.add((place, valued))

    def says_name(self, key: tuple[object, bool]) -> bool:
        """Whether only people stand in a place, and of those with values at most half as many unknown words."""
        return self.people[key] > 1 and key not in self.others and 2 * self.unsure[key] <= self.people[key]


def _is_valued(here: Sequence[Item]) -> bool:
    """Whether values and nothing else stand behind the first thing that a line says."""
    return len(here) > 1 and all(item.kind == "fact" for item in here[1:])


def ordinals_of(lines: Sequence[Line]) -> list[int]:
    """The how-manieth line of its own box each line is."""
    counts: dict[int, int] = {}
    result = []
    for line in lines:
        number = counts.get(id(line.box), 0)
        counts[id(line.box)] = number + 1
        result.append(number)
    return result


def places_of(line: Line, ordinal: int) -> list[object]:
    """The place of a line in each of the boxes around it, were that one among others like it."""
    steps: list[tuple[str, int]] = [("", ordinal), (f"h{line.level}", 0)]
    result: list[object] = []
    for box in islice(line.box.chain(), _AROUND):
        if box.parent is not None and box.tag not in ("body", "main"):
            result.append((id(box.parent), box.tag, tuple(steps)))
        steps.append((box.tag, box.ordinal))
    return result


def _name(here: list[Item], text: str) -> None:
    """Makes a name of what a line begins with, and of brackets behind it what they say of her."""
    name, bracket, note = text.partition(" (")
    try:
        found = parse_name(name)
    except ValueNotUnderstood:
        return
    item = here[0]
    here[0] = Item("name", item.line, item.start, name, name=found, whole=len(here) == 1 and not bracket)
    here[1:1] = noted(item.line, item.start + len(name), note.rstrip(")")) if bracket else ()


def _announced(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """A label or function stands right above in the same block or as its heading, and a value below."""
    if not index or not items[index - 1] or lines[index].level:
        return False
    if lines[index - 1].box is not lines[index].box and not lines[index - 1].level > 1:
        return False
    above = items[index - 1][-1]
    if not (above.kind in ("label", "role") and above.whole):
        return False
    below = items[index + 1 : index + 1 + _NEAR]
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
    if len(below) < 2 or lines[index + 1].box is not lines[index].box or _is_adjective(first):
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
    below = (item for later in items[index + 1 : index + 1 + _NEAR] for item in later if item.kind == "address")
    town = next((town for item in below if (town := find_town(item.text)) is not None), None)
    return town is not None and last in town.city.split(" ")


def in_address(items: Sequence[Sequence[Item]], index: int, text: str) -> bool:
    """A mail address below carries the last word of the line, before anybody else is named."""
    for later in items[index + 1 : index + 1 + _NEAR]:
        for item in later:
            if item.kind == "name":
                return False
            if _is_mail(item):
                return _carries(item, text)
    return False
