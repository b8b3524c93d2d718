"""`Anrede: Frau`, `Vorname: Eva`, `Nachname: Muster` on lines of their own, as contact components print a person."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item
from pipeline.model import PersonName, Step
from pipeline.transform.name import FoundName, parse_name
from pipeline.transform.name_opening import Opening, opening_at
from pipeline.transform.name_parts import assembled
from pipeline.transform.name_words import is_given, is_initial
from pipeline.transform.vacancy import is_vacant

_LABELS = {
    "anrede": "salutation",
    **dict.fromkeys(("titel", "akad. titel", "akademischer titel", "akad. grad", "akademischer grad"), "title"),
    **dict.fromkeys(("vorname", "vornamen", "vorname(n)", "rufname"), "given"),
    **dict.fromkeys(("nachname", "familienname", "zuname"), "family"),
    "name": "name",
}
#: No label is longer.
_LONGEST = 22
#: A single field is no person's name.
_LEAST = 2
_MOST_WORDS = 5


def join_name_fields(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """Makes one name of the fields that stand below each other; it stands where the first of them did."""
    index = 0
    while index < len(lines):
        values, behind = _fields_from(lines, items, index)
        name = _name(values) if len(values) >= _LEAST else None
        if name is not None:
            items[index] = [_item(index, name, values)]
            items[index + 1 : behind] = [[] for _ in range(index + 1, behind)]
        index = behind if name is not None else index + 1


def _fields_from(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> tuple[dict[str, str], int]:
    """The values of the fields from a line on by what they are, each once, and the line behind the last of them."""
    values: dict[str, str] = {}
    while index < len(lines) and (field := _field(lines[index].text)):
        kind, value = field
        index += 1
        if not value and index < len(lines) and not _field(lines[index].text) and len(items[index]) == 1:
            value = lines[index].text
            index += 1
        if kind in values:
            return values, index
        if value:
            values[kind] = value
    return values, index


def _field(text: str) -> tuple[str, str] | None:
    """What a line with a label is the label of, and the value if it stands there, too."""
    label, _, value = text.partition(":")
    kind = _LABELS.get(label.strip(" *").lower()) if len(label) <= _LONGEST else None
    return (kind, value.strip()) if kind else None


def _name(values: dict[str, str]) -> PersonName | None:
    """The name, where the fields are those of somebody: a form to fill in asks for names as well."""
    salutation, title = values.get("salutation", ""), values.get("title", "")
    given, family = values.get("given", "").split(), (values.get("family") or values.get("name", "")).split()
    if is_vacant(" ".join(family)) or not _are_words(family):
        return None
    if not given:
        return _whole(" ".join(filter(None, (salutation, title, *family))))
    if not (salutation or all(is_given(word) or is_initial(word) for word in given)) or not _are_words(given):
        return None
    opening = opening_at(" ".join(filter(None, (salutation, title, *given, *family))), 0)
    return assembled(Opening(0, opening.salutation, opening.titles), given, family)


def _are_words(parts: Sequence[str]) -> bool:
    letters = "".join(parts).translate(str.maketrans("", "", ".-'’"))
    return 0 < len(parts) <= _MOST_WORDS and letters.isalpha()


def _whole(text: str) -> PersonName | None:
    try:
        return parse_name(text).name
    except ValueNotUnderstood:
        return None


def _item(index: int, name: PersonName, values: dict[str, str]) -> Item:
    written = " ".join(values.values())
    shown = " ".join(part for part in (name.salutation, name.title, name.given, name.family) if part)
    steps = () if shown == written else (Step("name_parts", written, shown),)
    return Item("name", index, 0, written, name=FoundName(name, 0, len(written), steps), whole=True)
