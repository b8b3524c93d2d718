"""The words of a person's name behind what opens it: which of them belong to it, and which are the family name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.model import PersonName
from pipeline.transform.name_dwellings import LEADS, dwelling_at, ends_with_dwelling, is_dwelling
from pipeline.transform.name_estates import LAST, is_of_estate
from pipeline.transform.name_opening import IN_ORDER, MOST_WORDS, Opening, ends_with_order
from pipeline.transform.name_words import (
    INITIAL,
    WORD,
    is_ambiguous,
    is_blocked,
    is_built_like_office,
    is_capital_particle,
    is_craft,
    is_dutch_particle,
    is_function,
    is_german_particle,
    is_given,
    is_given_here,
    is_initial,
    is_label,
    is_like_surname,
    is_menu_name,
    is_name_like,
    is_noble,
    is_of_house,
    is_office_word,
    is_plain_noun,
    is_salutation,
    is_small_particle,
    is_surname,
    is_trade_name,
    recased,
)
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import words as listed

_NAME_WORD = re.compile(
    rf"vo[nm] und zu[mr]?(?= [^\W\d_a-zäöüß])|v\.(?: ?d\.)?(?= [^\W\d_a-zäöüß])|{INITIAL}(?= ?[^\W\d_])|"
    rf"(?:Frhr|Frfr|Freifr)\.(?= v(?:o[nm]|\.) )|{WORD}"
)


def words_at(text: str, opening: Opening, expected: bool = False) -> tuple[list[str], int]:
    """The words of a name from the opening on, and where they end. Stops at what cannot be in a name.

    `expected` says that the text stands where only names do, so that `Julia Post` is one without a salutation.
    """
    words: list[str] = []
    ends: list[int] = []
    here = opening.start
    while len(words) < MOST_WORDS and (match := _NAME_WORD.match(text, here)):
        if dwelling := _dwelling(words, text, here, opening, expected):
            return [*words, *dwelling], here + len(" ".join(dwelling))
        if not _belongs(match, words, text, opening, expected):
            break
        words.append(match.group())
        ends.append(match.end())
        blank = text[match.end() : match.end() + 1] == " "
        here = match.end() + blank
        if not blank and not is_initial(match.group()):
            break
    while words and (is_small_particle(words[-1]) or is_initial(words[-1])):
        words.pop()
        ends.pop()
    return words, ends[-1] if ends else opening.start


def _dwelling(words: Sequence[str], text: str, here: int, opening: Opening, expected: bool) -> list[str]:
    """`Frau Eva In der Au`, `Jan Auf dem Berge`, `Frau Zur Mühlen`: where somebody lived is the family name."""
    if expected and opening.names_person and words and ends_with_dwelling(text, here):
        return text[here:].split(" ") if _all_given(words) else []
    if text[here] not in LEADS or not (words or opening.salutation) or opening.short or not _all_given(words):
        return []
    return dwelling_at(text, here, opening.names_person)


def _belongs(match: re.Match[str], words: Sequence[str], text: str, opening: Opening, expected: bool) -> bool:
    """Whether a name goes on with a word."""
    word, end = match.group(), match.end()
    if is_ordinary(word) and text[end : end + 1] != ".":
        return True
    if is_salutation(word):
        return False  # `Frau MusterFrau Beispiel`: the next one
    if text[end : end + 1] == "." and text[end + 1 : end + 2] not in ("", " "):
        return False
    if not (_is_named(match, words, text, opening, expected) or _continues(words, word, opening)):
        return False
    return not (is_ambiguous(word) and (_IS_LABEL.match(text, end) or not _may_end(words)))


def _is_named(match: re.Match[str], words: Sequence[str], text: str, opening: Opening, expected: bool) -> bool:
    """Whether a word that else is none of a name is one by what stands around it."""
    word, end = match.group(), match.end()
    return (
        (not opening.titles and _ends_name(words, word, text, end))
        or (opening.names_person and _leads_last(words, word, text, end))
        or (_is_led(words, word) and (len(words) == 1 or _END.match(text, end) is not None))
        or _must_end(words, word, text, opening, expected and end == len(text))
        or _is_called(words, word, opening, text[end:], expected)
        or _is_between(words, word, text, end)
        or (word == "zu" and is_of_estate(words, text[end:], expected or opening.names_person))
    )


@lru_cache(maxsize=8192)
def is_ordinary(word: str) -> bool:
    """True for nearly every word of a name: it goes on with one wherever it stands, whatever is around it."""
    if is_initial(word) or is_small_particle(word) or not is_name_like(word) or IN_ORDER.fullmatch(word):
        return False
    if is_salutation(word) or is_trade_name(word) or is_craft(word):
        return False
    return not (is_blocked(word) or is_label(word) or is_ambiguous(word))


#: `Zimmer 12`, `Zimmer: 12`
_IS_LABEL = re.compile(r" ?[:.\d]| nr\b", re.IGNORECASE)


def _leads_last(words: Sequence[str], word: str, text: str, end: int) -> bool:
    """`Dr. Unbekannt von Muster`: one word, a particle and a last word are a whole name, whatever its given name."""
    return len(words) == 1 and is_german_particle(word) and word.islower() and LAST.match(text, end) is not None


#: These are never followed by a given name alone, as `Schwester` or `Pater` is.
_WORLDLY = re.compile(r"Prof|Dr|Dipl|Mag\b|RA|PD\b")


_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")


def _must_end(words: Sequence[str], word: str, text: str, opening: Opening, whole: bool) -> bool:
    """`Dr. Hedwig Stollwerk`: a salutation or title and a given name are no whole name, so a family name follows."""
    if not words or not is_built_like_office(word) or not _all_given(words):
        return False
    if whole:
        return True  # where only a name can stand
    if any(map(is_surname, words)):
        return False
    if not opening.names_person and (before := _WORD_BEFORE.search(text, max(0, opening.start - 40), opening.start)):
        return is_function(before[1])  # `Amtsleiterin Hedwig Stollwerk`
    return bool(opening.salutation and not opening.short) or any(map(_WORLDLY.match, opening.titles))


_NUMBERED = re.compile(r" ?[:.]? ?\d| ?(?:nr|nummer)\b", re.IGNORECASE)


def _is_called(words: Sequence[str], word: str, opening: Opening, behind: str, expected: bool) -> bool:
    """`Frau Heike Post`, `Dr. Rosemarie Link`, `Herr Raum`: a short word of the page that ends somebody's name."""
    if not is_plain_noun(word) or not is_blocked(word) or not _all_given(words):
        return False
    if is_of_house(word) and _NUMBERED.match(behind):
        return False
    if words:
        return opening.names_person or (expected and is_given(words[0]) and not behind)
    return opening.names_person and not opening.short and is_menu_name(word) and _STANDS_ALONE.match(behind) is not None


_NEXT = re.compile(r" ([A-ZÄÖÜÇŞİ][\w'’-]+)")


def _is_between(words: Sequence[str], word: str, text: str, end: int) -> bool:
    """`Ayşe Nur Muster`: with a capital, between a given name and a word that may be a family's."""
    family = _NEXT.match(text, end) if word == "Nur" and words and _all_given(words) else None
    return family is not None and not is_blocked(family[1]) and not is_label(family[1])


#: Nothing of a name follows: `Frau Post, …`, `Frau Post hilft`.
_STANDS_ALONE = re.compile(r" ?(?:$|[,;|(:/])| [a-zäöüß]")
_END = re.compile(r" ?(?:$|[,;|(]|: ?[(+]?\d)| [–—-] ")


def _ends_name(words: Sequence[str], word: str, text: str, end: int) -> bool:
    """`Käte Bürgermeister,`: given names and a trade, and nothing behind them, are a whole name."""
    return bool(words) and is_trade_name(word) and _all_given(words) and _END.match(text, end) is not None


def _is_led(words: Sequence[str], word: str) -> bool:
    """`von Alten`, `van Ost`: behind a particle without an article a word of the page is a name; an office is none."""
    led = words[-1:] in (["von"], ["van"]) and is_name_like(word) and _all_given(words[:-1])
    return led and (is_surname(word) or (not is_office_word(word) and not is_function(word)))


def _may_end(words: Sequence[str]) -> bool:
    """Whether what stands before a family name that is a word of the page as well can only go on with one."""
    return bool(words and is_small_particle(words[-1])) or _all_given(words)


def _all_given(words: Sequence[str]) -> bool:
    return all(is_given_here(word) or is_initial(word) for word in words)


def _continues(words: Sequence[str], word: str, opening: Opening) -> bool:
    """True where `word` can follow `words` in a name."""
    if is_initial(word):
        return _all_given(words)
    if is_small_particle(word):
        return _particle_continues(words, word)
    if not is_name_like(word) or (words and IN_ORDER.fullmatch(word)):
        return False
    if words and (is_given(words[-1]) or (opening.salutation and len(words) == 1)) and is_craft(word):
        return True
    if not words and opening.salutation and not opening.short:
        return not is_label(word)
    return not is_blocked(word)


#: With a capital where they begin a name; an article may follow them.
_LED_BY = ("Van", "Von", "Op")


def _particle_continues(words: Sequence[str], word: str) -> bool:
    """`von` follows a given name; after a family name it is an everyday word (`Frau Müller von der Stadt`)."""
    before = words[-1] if words else ""
    if word in ("der", "den", "dem", "des"):  # alone they are articles: `Herr der Lage`
        return is_small_particle(before.rpartition("-")[2]) or before in _LED_BY
    if not is_german_particle(word):
        return True
    return not words or is_given(before) or is_initial(before) or is_noble(before) or is_small_particle(before)


#: What is made of the father's given name stands between given and family name.
_PATRONYMIC = re.compile(r"[^\W\d_]{3}(?:[oe]w|[oe]v|ij|yj)(?:na|i(?:t?s?ch|č))$")


VIETNAMESE = listed("nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly truong dinh dao doan luong")


def leads_with_family(words: Sequence[str]) -> bool:
    """`Nguyen Thi Hoa`, `Tran Van Minh`: in Vietnamese the family name comes first."""
    return len(words) > 2 and fold(words[0]) in VIETNAMESE and words[1] in ("Thi", "Thị", "Van", "Văn")


#: What is spoken as one syllable.
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*")


def _ends_with_family(words: Sequence[str]) -> bool:
    """`Ngoc Son Pham`: in German order the family name is last, and all words are of one syllable."""
    families = [fold(word) in VIETNAMESE for word in words]
    only = len(words) > 2 and families[-1] and not any(families[:-1])
    return only and all(word[:1].isupper() and _SYLLABLE.fullmatch(fold(word)) for word in words)  # not `Jan van Le`


def is_vietnamese(words: Sequence[str]) -> bool:
    """`Nguyen Thi Hoa`; `Mai Tran-Becker`, who is no month."""
    called = len(words) > 1 and words[0] == "Mai" and words[1] != "Do"
    return leads_with_family(words) or (called and fold(words[1]).partition(" ")[0] in VIETNAMESE)


def split_words(words: Sequence[str], salutation: str | None) -> tuple[list[str], list[str]]:
    """Given names and family name of words in that order.

    Behind a salutation all words are the family name unless the first is known to be a given name; without one the
    first word is.
    """
    if leads_with_family(words):
        return list(words[1:]), list(words[:1])
    if _ends_with_family(words):
        return list(words[:-1]), list(words[-1:])
    if capitals := _capitals_behind_given(words):
        return list(words[:-capitals]), list(words[-capitals:])
    particle = _first_particle(words, salutation)
    head = words[:particle]
    if len(words) == 1 or particle == 0:
        return [], list(words)
    limit = len(head) if particle < len(words) else len(words) - 1
    count = 0
    while count < limit and (is_given_here(words[count]) or is_initial(words[count])):
        count += 1
    follows = fold(words[1]) in VIETNAMESE and fold(words[0]) not in VIETNAMESE
    follows = follows or (limit == 1 and _begins_family(words[1]))
    if count == 0 and follows and not is_like_surname(words[0]):
        count = 1  # `Herr Unbekannt Müller`, `Herr Unbekannt von Muster`, `Herr Unbekannt Nguyen Van`
    if count == 0:
        whole = len(words) == 2 and "-" in words[1] and not words[1].startswith("-")
        count = 1 if whole or not salutation else 0  # `Frau Tomma Ketels-Brühl`: a double name is all of a family name
    if 0 < count < limit and (_PATRONYMIC.search(words[count]) or fold(words[count - 1]) == "thi"):
        count += 1  # `Olga Petrowna Schick`, `Thi Mai Hoffmann`
    if 0 < count == limit - 1 and all(map(is_initial, words[:count])) and _is_like_given(words[count]):
        count += 1  # `M. Pacifica Muster`
    return list(words[:count]), list(words[count:])


def _capitals_behind_given(words: Sequence[str]) -> int:
    """`Nadia BEN YOUSSEF`: how many words in capitals, two at least, follow given names that are written as usual."""
    given = next((at for at, word in enumerate(words) if word.isupper() and len(word) > 1), len(words))
    rest = words[given:]
    written = given and _all_given(words[:given]) and all(word.isupper() for word in rest)
    return len(rest) if written and len(rest) > 1 and not any(map(is_initial, rest)) else 0


def _begins_family(word: str) -> bool:
    return is_like_surname(word) or is_german_particle(word) or is_dutch_particle(word)


def _is_like_given(word: str) -> bool:
    """Whether a word no list knows ends as the names of sisters and friars do, and as no family name."""
    return word.endswith(("ia", "ta", "na", "ca", "us")) and not is_like_surname(word)


def _first_particle(words: Sequence[str], salutation: str | None) -> int:
    """Where the family name begins with a particle; the number of words where it does not."""
    for index, word in enumerate(words[:-1]):
        if is_small_particle(word) or is_noble(word) or is_dwelling(words[index:]):
            return index
        if is_capital_particle(word) and (index or not is_given(word) or salutation == "Frau"):
            return index
    return len(words)


def person(
    opening: Opening, words: Sequence[str], degrees: Sequence[str] = (), family_first: bool = False
) -> PersonName:
    """The name made of its parts."""
    if ends_with_order(opening.titles, words):
        words, degrees = words[:-1], (words[-1], *degrees)
    given, family = _family_first(words) if family_first else split_words(words, opening.salutation)
    return assembled(opening, given, family, degrees)


def assembled(opening: Opening, given: Sequence[str], family: Sequence[str], degrees: Sequence[str] = ()) -> PersonName:
    """The name of given names and family name as they are known; words in capitals are written as usual."""
    return PersonName(
        family=" ".join(map(recased, family)),
        given=" ".join(map(recased, given)) or None,
        title=" ".join((*opening.titles, *degrees)) or None,
        salutation=opening.salutation,
    )


def _family_first(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """`El Hadidi Samira`: the family name is what stands before the given names at the end."""
    if len(words) == 1:
        return [], list(words)
    count = 1
    while count + 1 < len(words) and (is_given(words[-count - 1]) or is_initial(words[-count - 1])):
        count += 1
    return list(words[-count:]), list(words[:-count])
