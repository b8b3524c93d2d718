"""A name that is all a cell says: there even words name somebody that in a text would mean something else."""

from __future__ import annotations

from dataclasses import replace

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.grid.headings import meanings
from pipeline.model import PersonName
from pipeline.transform.name import FoundName, parse_name
from pipeline.transform.name_opening import Opening, opening_at
from pipeline.transform.name_words import (
    in_roles,
    is_capital_particle,
    is_given,
    is_initial,
    is_salutation,
    is_small_particle,
    is_surname,
    last_part,
)
from pipeline.transform.vocabulary import vocabulary


def name_in_cell(text: str, family_first: bool) -> FoundName | None:
    """The one person that a text of a column of names is; None where it is something else."""
    try:
        found = parse_name(text, family_first)
    except ValueNotUnderstood:
        name = _unlisted(text)
        return FoundName(name, 0, len(text)) if name else None
    return replace(found, name=in_full(found.name))


def in_full(name: PersonName) -> PersonName:
    """`Frau Jette Warnecke` in a column of names: two words are given and family name though the first is unknown.

    In a text `Frau Warnecke Rathaus` may follow; here nothing but the name stands in the cell.
    """
    first, _, last = name.family.partition(" ")
    whole = name.salutation and not name.given and last and " " not in last
    if not whole or is_capital_particle(first) or is_small_particle(first) or is_surname(first):
        return name
    return replace(name, given=first, family=last)


def _unlisted(text: str) -> PersonName | None:
    """`Herr Uwe Link`, `Eva Zu Rhein`: the family name is a word that elsewhere names nobody."""
    opening = opening_at(text, 0)
    words = text[opening.start :].split(" ")
    led = next((n for n, word in enumerate(words) if n and _leads(word)), len(words) - 1)
    given, family = words[:led], words[led:]
    if not given or not all(map(_is_word, words)) or not _begins_name(opening, given):
        return None
    return PersonName(" ".join(family), " ".join(given), opening.title, opening.salutation)


def _leads(word: str) -> bool:
    return is_small_particle(word) or is_capital_particle(word)


def _is_word(word: str) -> bool:
    """Whether a word can be a part of a name: no office, no function, no heading."""
    bare = word.replace("-", "").replace("'", "").replace("’", "")
    if is_salutation(word):
        return False
    named = is_initial(word) or (bare.isalpha() and (word[0].isupper() or is_small_particle(word)))
    last = last_part(word)
    return named and last not in vocabulary("offices") and not in_roles(last) and meanings(word)[:1] in ((), ("url",))


def _begins_name(opening: Opening, given: list[str]) -> bool:
    """Whether somebody is addressed with one or two given names, or the first is known as one."""
    if len(given) > 2 or any(map(_leads, given)):
        return False
    return is_given(given[0]) or (opening.names_person and len(given) == 1)
