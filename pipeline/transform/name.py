"""One person's name: the strict reader of a text that is nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.errors import ValueNotUnderstood
from pipeline.frozen import quickly_made
from pipeline.model import PersonName, Step
from pipeline.transform.name_dwellings import dwelling_at, ends_with_dwelling
from pipeline.transform.name_houses import calls_house
from pipeline.transform.name_opening import Opening, degrees_at, opening_at
from pipeline.transform.name_parts import VIETNAMESE, assembled, person, words_at
from pipeline.transform.name_words import (
    MARKS,
    is_abstract,
    is_blocked,
    is_built_like_office,
    is_capital_particle,
    is_craft,
    is_german_particle,
    is_given,
    is_initial,
    is_label,
    is_like_surname,
    is_matter,
    is_menu_name,
    is_office_word,
    is_plain_noun,
    is_salutation,
    is_small_particle,
    is_surname,
)
from pipeline.transform.text import clean, fold
from pipeline.transform.vacancy import is_vacant

#: Longer texts are no name.
NAME_LIMIT = 120

_NOTE = re.compile(r" ?(?:[(\[](?P<bracket>[^()\[\]]{1,40})[)\]]|[„“\"‚](?P<quote>[^\W\d_]{1,30})[“”\"‘])")
#: `(sie/ihr)`, `(they/them)`, `(keine Pronomen)`: how somebody wants to be spoken of.
_PRONOUN = r"(?:sie|er|es|dey|xier|hen|she|he|they)(?: ?/ ?\w+){1,2}|keine? Pronomen"
PRONOUNS = re.compile(rf" \((?:{_PRONOUN})\)", re.IGNORECASE)
_HARMLESS = re.compile(
    rf"(?:(?:geb|verh|verw|gesch)(?:\.|orene?) .+|{_PRONOUN}|sie|er|keine?|[mwd]|abwesend|in Elternzeit|.\. ?V\.)", re.I
)
_NEE = re.compile(
    r",? (?:(?:geb(?:\.|orene?)|verh\.|verw\.|gesch\.) [^\W\d_][\w'’-]{1,40}|(?:jun|jr|sen|sr)\.?|d\. ?[ÄJ]\.)$"
)
_ACTING = re.compile(r"^(?:i\. ?[VA]\.|c/o|z\. ?Hd?\.?(?: v(?:on|\.))?|zu Händen(?: von)?|An) ", re.IGNORECASE)
#: `Dipl.-Ing. (FH)`: a kind of school, no nickname.
_DEGREE_PLACES = frozenset({"FH", "BA", "DH", "TU", "Univ"})
BULLETS = " \t•·‣▪■◦●○*–—-→»>|,;:"
_MARKS = re.compile(f"[{MARKS}]+")


@quickly_made
@dataclass(frozen=True, slots=True)
class FoundName:
    """A person's name, where it stands in the text as given, and what was done to read it.

    `role` is a function that stands inside the name (`Herr Bürgermeister Muster`).
    """

    name: PersonName
    start: int
    end: int
    steps: tuple[Step, ...] = ()
    role: str | None = None


def parse_name(text: str, family_first: bool = False) -> FoundName:
    """The whole text as one person's name: `Frau Dr. Eva Muster`, `Muster, Eva`, `MUSTER Eva`.

    `family_first` says that the source writes the family name first even without a comma. Raises ValueNotUnderstood
    for everything that is not exactly one name: functions, several people, `N.N.`, sentences.
    """
    written = clean(text)
    if not written or len(written) > NAME_LIMIT or is_vacant(written):
        raise ValueNotUnderstood("name", text[:200])
    if last := _SALUTATION_LAST.fullmatch(written):
        return _addressed(parse_name(last["name"], family_first), f"{last['salutation']} ", text)
    bare = without_rank(without_notes(written))
    read = inverted(_short_behind(_parted(bare))) or _straight(_titles_first(bare), family_first)
    if read is None:
        raise ValueNotUnderstood("name", text[:200])
    name, role, rule = read
    steps: tuple[Step, ...] = () if bare == written else (Step("name_note", written, bare),)
    shown = " ".join(part for part in (name.salutation, name.title, name.given, name.family) if part)
    if shown != bare:
        steps += (Step(rule, bare, shown),)
    return FoundName(name, 0, len(text), steps, role)


#: `Muster Eva, Frau`: as telephone lists that are sorted by family names have it.
_SALUTATION_LAST = re.compile(r"(?P<name>[^()]{2,60}?)(?:, ?| \()(?P<salutation>Frau|Herrn?|Fr\.|Hr\.)\)?")


def _addressed(found: FoundName, salutation: str, text: str) -> FoundName:
    spoken = found.name.salutation or opening_at(salutation + found.name.family, 0).salutation
    name = replace(found.name, salutation=spoken)
    shown = " ".join(part for part in (name.salutation, name.title, name.given, name.family) if part)
    return FoundName(name, 0, len(text), (*found.steps, Step("name_parts", clean(text), shown)), found.role)


def without_notes(text: str) -> str:
    """Without bullets, marks of notes, nicknames in brackets, `geb. …` and `i.V.`"""
    bare = _ACTING.sub("", _MARKS.sub("", text).strip(BULLETS))
    return _NEE.sub("", _NOTE.sub(_dropped, bare).strip(BULLETS)).strip(BULLETS) or text


#: `HBM`, `StBI`, `PHKin`: no word, several capitals.
_RANK = re.compile(r"(?:[A-ZÄÖÜ]{2,4}|(?=[^\W\d_]{3,6}$)[A-ZÄÖÜ][a-zäöü]{0,2}[A-ZÄÖÜ]{1,3}[a-zäöü]{0,2})(?:['’]?in)?")


#: So many consonants begin or end no name.
_NO_NAME = re.compile(r"^[^AEIOUÄÖÜY]{3,}$|[^AEIOUÄÖÜY]{3}$")


def without_rank(text: str) -> str:
    """`PHK Eva Muster`: short capitals before a whole name are a rank; before given names alone, a family name.

    So are those of `Frau PHK Muster`, as which nobody is called.
    """
    if not any(map(_RANK.fullmatch, text.split(" "))):
        return text
    opening = opening_at(text, 0)
    head, _, rest = text[opening.start :].partition(" ")
    words = rest.split(" ")
    if not _RANK.fullmatch(head) or opening.titles or is_given(head) or is_capital_particle(head.title()):
        return text
    named = len(words) > 1 and is_given(words[0]) and not all(map(is_given, words))
    called = bool(opening.salutation and rest) and not is_given(rest) and _NO_NAME.search(head) is not None
    return text[: opening.start] + rest if (named or called) and not rest.isupper() else text


def _parted(text: str) -> str:
    """`VON BLUM Uwe` with the comma that its capitals stand for: they are the family name, however many words."""
    words = text.split(" ")
    family = list(takewhile(str.isupper, words))
    given = words[len(family) :]
    if len(family) < 2 or not given or not is_given(given[0]) or len(family[-1]) < 3 or opening_at(text, 0).start:
        return text
    return f"{' '.join(map(_as_particle, family))}, {' '.join(given)}"


#: `K.`, `K.-H.` behind a family name.
_SHORT_LAST = re.compile(r"(?P<family>[^\W\d_]{3,}(?:-[^\W\d_]{2,})*) (?P<given>[A-ZÄÖÜ]\.(?:-?[A-ZÄÖÜ]\.)?)")


def _short_behind(text: str) -> str:
    """`Herr Mustermeier K.` with a comma: the list is sorted by family names; in `Frau Eva M.` that one is withheld."""
    match = _SHORT_LAST.fullmatch(text, opening_at(text, 0).start)
    family = match["family"] if match else ""
    if match is None or is_given(family) or not (is_surname(family) or is_like_surname(family)):
        return text
    return f"{text[: match.end('family')]}, {match['given']}"


def _as_particle(word: str) -> str:
    """A particle as it is written elsewhere; any other word as it stands."""
    if is_small_particle(word.lower()):
        return word.lower()
    return word.title() if is_capital_particle(word.title()) else word


def _dropped(note: re.Match[str]) -> str:
    """Nothing in place of a nickname, a maiden name or pronouns; everything else stays and is somebody's to read."""
    inner = note["quote"] or note["bracket"].strip('„“”"‚‘')
    nickname = inner.isalpha() and inner[0].isupper() and not is_matter(inner) and inner not in _DEGREE_PLACES
    return "" if nickname or _HARMLESS.fullmatch(inner) else note.group()


def _straight(text: str, family_first: bool) -> tuple[PersonName, str | None, str] | None:
    """A name in the order in which it is spoken, or family name first without a comma."""
    opening = opening_at(text, 0)
    words, end = words_at(text, opening, expected=True)
    degrees, end = degrees_at(text, end)
    if not words or end != len(text) or (not opening.names_person and calls_house(words)):
        return None
    turned = family_first or (not opening.salutation and is_turned(words))
    rule = "name_family_first" if turned and len(words) > 1 else "name_parts"
    return person(opening, words, degrees, turned), opening.function, rule


def is_turned(words: Sequence[str]) -> bool:
    """`MUSTER Eva`, or `Muster Eva` where only the last word is a given name and the first no less a family name."""
    if len(words) < 2 or is_initial(words[0]) or is_small_particle(words[0]):
        return False
    if words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        return True
    if len(words) != 2 or is_given(words[0]) or not is_given(words[1]):
        return False
    return is_surname(words[0]) or not is_surname(words[1])


_COMMA = re.compile(r"(?P<family>[^,]{1,60}), (?P<given>[^,]{1,60})")
#: `Muster, Eva Dr. med.`, `Muster Eva, Dr.`: as lists that were sorted by family names have it.
_TITLE_LAST = re.compile(r"(?P<name>[^,]{1,60}?),? (?P<title>(?:(?:Prof|Dr)\.(?: [a-z]+\.)* ?)+)$")


def inverted(text: str) -> tuple[PersonName, str | None, str] | None:
    """`Muster, Eva`, `Sallern, Leopold zu`, `Muster, Frau Dr. Eva`, `Frau Muster, Eva`; two people are none of it."""
    match = _COMMA.fullmatch(_titles_before(text))
    if not match or degrees_at(text, match.end("family"))[1] == len(text):
        return None
    before, behind = opening_at(match["family"], 0), opening_at(match["given"], 0)
    if (before.salutation and behind.salutation) or (before.titles and behind.titles):
        return None  # `Herr Muster, Herr Beispiel`, `Dr. Muster, Dr. Beispiel`
    family, family_end = words_at(match["family"], before)
    if not family and is_given(match["given"][behind.start :]) and (dwelling := dwelling_at(match["family"], 0, True)):
        family, family_end = dwelling, len(" ".join(dwelling))
    if not family and is_given(match["given"][behind.start :]) and ends_with_dwelling(match["family"], 0):
        family, family_end = match["family"].split(" "), len(match["family"])
    first, _, more = match["given"].partition(" ")
    if not family and _is_plain_word(match["family"], not more) and is_given(first):
        family, family_end = [match["family"]], len(match["family"])
    given = match["given"][behind.start :].split(" ")
    trailing = _trailing_particles(given)
    given = given[: len(given) - len(trailing)]
    if family_end != len(match["family"]) or not family or not _are_given_names(given, family):
        return None
    if is_german_particle(family[0]):  # capital only because it begins the line
        family[0] = family[0].lower()
    opening = Opening(0, before.salutation or behind.salutation, (*before.titles, *behind.titles))
    function = before.function or behind.function
    return assembled(opening, given, [*trailing, *family]), function, "name_comma"


def _titles_before(text: str) -> str:
    family, comma, behind = text.partition(", ")
    return f"{family}, {_titles_first(behind)}" if comma else text


def _titles_first(text: str) -> str:
    """A name with the titles that stand behind it where they are spoken, behind the salutation."""
    last = _TITLE_LAST.fullmatch(text)
    if last is None:
        return text
    start = opening_at(text, 0).start
    return f"{text[:start]}{last['title'].strip()} {last['name'][start:]}"


def _is_plain_word(word: str, single: bool) -> bool:
    """A word like `Haus`, which is a family name where a given name follows behind a comma; a label is none.

    A craft is one before a `single` given name, and so is `Tafel`; behind `Wassermeister, Uwe Walter` and
    `Tafel, Uwe Walter` somebody else may be meant.
    """
    office = is_office_word(word) and not is_built_like_office(word) and not (single and is_plain_noun(word))
    plain = word.isalpha() and word[0].isupper() and not is_salutation(word) and not office
    return plain and (is_menu_name(word) or not is_label(word) or (single and is_craft(word)))


def _trailing_particles(words: Sequence[str]) -> list[str]:
    """`zu` in `Leopold zu`: it belongs to the family name."""
    count = 0
    while count < len(words) - 1 and (
        is_small_particle(words[-1 - count]) or words[-1 - count] in ("Freiherr", "Graf", "und")
    ):
        count += 1
    return list(words[len(words) - count :])


def _are_given_names(given: Sequence[str], family: Sequence[str]) -> bool:
    """True where the words behind a comma are given names and those before it are no whole name by themselves."""
    if not 1 <= len(given) <= 3 or any(is_blocked(word) or is_salutation(word) for word in given):
        return False
    known = all(is_given(word) or is_initial(word) for word in given)
    if len(family) > 1 and is_given(family[0]) and not is_capital_particle(family[0]):
        return False
    plain = all(word[:1].isupper() and (word.replace("-", "").isalpha() or is_initial(word)) for word in given)
    vietnamese = plain and fold(family[-1]) in VIETNAMESE and not is_abstract(given[-1])  # `Hoang, Van Duc`
    single = len(given) == 1
    unknown = plain and (single or any(map(is_given, given))) and all(_may_be_given(word, single) for word in given)
    return known or vietnamese or unknown


def _may_be_given(word: str, single: bool) -> bool:
    """Whether a word can be a given name beside one: `Boy` in `Petersen, Jens Boy`; a family name is another's."""
    if is_given(word) or is_initial(word):
        return True
    return len(word) <= _LONGEST_GIVEN and not is_abstract(word) and (single or not is_surname(word))


#: Longer words that no list knows are composed, and say what somebody does.
_LONGEST_GIVEN = 13
