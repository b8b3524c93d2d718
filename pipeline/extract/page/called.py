"""`Kantor Unbekannt Vorlaut`, or `Küster` over `Unbekannt Vorlaut, 07123 940-12`: a name that only a function shows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.heading_kinds import is_activity, is_place, is_topic, is_work
from pipeline.extract.page.item import Item
from pipeline.extract.page.mailbox_names import in_address
from pipeline.transform.name import parse_name
from pipeline.transform.name_words import in_roles
from pipeline.transform.names import might_be_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words

#: Functions that are said before a name, where others go on with what they are for: `Leiterin Sozialer Dienst`.
_SPOKEN = words(
    "kantor kirchenmusiker organist kuester mesner messner sakristan gemeindereferent pastoralreferent gemeindediakon "
    "gemeindepaedagoge stadtrat kreisrat foerster revierfoerster rechtsanwalt polizeihauptkommissar"
)
#: With these words places begin.
_PLACES = words("bad alt alte alter altes neu neue neuer neues gross klein ober unter sankt st haus villa hof cafe")


def name_the_called(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Turns what stands behind or below a function into names where it is written as one and a value follows."""
    for index, here in enumerate(items):
        if not here or here[0].kind not in ("text", "role", "office") or here[0].prose or here[0].colon:
            continue
        if any(item.kind == "name" for item in here):
            continue
        head, _, rest = here[0].text.partition(" ")
        if in_roles(fold(head)) and _is_written_as_name(rest):
            if _is_spoken(items, index, head) or in_address(items, index - 1, rest):
                items[index] = _divided(here, head, rest)
        elif here[0].kind == "text" and _is_written_as_name(here[0].text) and _is_below_function(lines, items, index):
            items[index] = _divided(here, "", here[0].text)


def _is_written_as_name(text: str) -> bool:
    """Two words that name no office, place or task."""
    first, blank, last = text.partition(" ")
    if not blank or " " in last or fold(first) in _PLACES or not might_be_person(text):
        return False
    said = (is_office, is_role, is_place, is_topic, is_work, is_activity)
    return not any(says(text) for says in said)


def _is_spoken(items: Sequence[Sequence[Item]], index: int, head: str) -> bool:
    """Whether a function is said before a name, and a value stands in the line or right below it."""
    folded = fold(head)
    near = (item for here in items[index : index + 3] for item in here)
    return (folded in _SPOKEN or folded.removesuffix("in") in _SPOKEN) and any(item.kind == "fact" for item in near)


def _is_below_function(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> bool:
    """Whether nothing but a function stands right above, in the same block or as its heading, and a value beside."""
    above = items[index - 1] if index and [item.kind for item in items[index][1:2]] == ["fact"] else ()
    if len(above) != 1 or above[0].kind != "role" or not above[0].whole or lines[index].level:
        return False
    return lines[index - 1].box is lines[index].box or lines[index - 1].level > 1


def _divided(here: Sequence[Item], role: str, text: str) -> list[Item]:
    """The line with the name, and before it the function that stands in the line itself."""
    try:
        found = parse_name(text)
    except ValueNotUnderstood:
        return list(here)
    item = here[0]
    start = item.start + len(item.text) - len(text)
    before = [Item("role", item.line, item.start, role)] if role else []
    return [*before, Item("name", item.line, start, text, name=found, whole=not role and len(here) == 1), *here[1:]]
