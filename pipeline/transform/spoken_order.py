"""In which order a list of people writes names: a guess that the family name comes first gives way to all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import PersonName, Step
from pipeline.transform.name_words import is_given, is_like_surname, is_surname

#: The step that says so.
TURNED = "name_family_first"
#: So many names in the order of speech say that all are written so.
_LEAST = 2
#: A text, the name that was read from it, and how.
Named = tuple[str, PersonName, tuple[Step, ...]]


def to_turn_back(named: Sequence[Named]) -> list[int]:
    """Which names were turned round by mistake: `Unbekannt Tesfaye` among people with their given names first.

    The given name of her father is a given name, too; so is many a family name.
    """
    guessed = [number for number, (_, name, steps) in enumerate(named) if _is_guessed(name, steps)]
    if not guessed or 2 * len(guessed) >= len(named):
        return []
    spoken = sum(_is_spoken(text, name) for text, name, _ in named)
    return guessed if spoken >= max(_LEAST, len(guessed) + 1) else []


def to_turn(named: Sequence[Named]) -> list[int]:
    """Which names stand as they are only because their last word is a family name, too: `Kersting Ludwig`.

    All others of the list have the family name first, and nobody is called by the first word.
    """
    turned = sum(any(step.rule == TURNED for step in steps) for _, _, steps in named)
    spoken = sum(_is_spoken(text, name) for text, name, _ in named)
    if turned < max(_LEAST, spoken + 1):
        return []
    return [number for number, (text, name, _) in enumerate(named) if _may_be_turned(text, name)]


def _may_be_turned(text: str, name: PersonName) -> bool:
    given, family = name.given or "", name.family
    return text.endswith(f"{given} {family}") and given.isalpha() and not is_given(given) and is_given(family)


def turned(name: PersonName, steps: tuple[Step, ...]) -> tuple[PersonName, tuple[Step, ...]]:
    """The name the other way round, and that it was."""
    other = replace(name, given=name.family, family=name.given or "")
    return other, (*steps, Step(TURNED, f"{name.given} {name.family}", f"{other.given} {other.family}"))


def turned_back(name: PersonName, steps: tuple[Step, ...]) -> tuple[PersonName, tuple[Step, ...]]:
    """The name as it is written."""
    kept = tuple(step for step in steps if step.rule != TURNED)
    return replace(name, given=name.family, family=name.given or ""), kept


def _is_guessed(name: PersonName, steps: Sequence[Step]) -> bool:
    """Whether only a known given name at the end says that the family name stands first."""
    written = next((step.before for step in steps if step.rule == TURNED), "")
    first, _, last = written.partition(" ")
    return last != "" and name.given == last and not first.isupper() and _may_be_spoken(first, last)


def _may_be_spoken(first: str, last: str) -> bool:
    """Whether `first` may be a given name: no family name, or no more one than the word behind it (`Kaya Aydin`)."""
    return not is_like_surname(first) or is_surname(last)


def _is_spoken(text: str, name: PersonName) -> bool:
    return name.given is not None and is_given(name.given) and text.endswith(f"{name.given} {name.family}")
