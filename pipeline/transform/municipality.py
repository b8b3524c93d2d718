"""Municipalities of a district, known by their official key (AGS), and their names in a text.

A district's table is `data/municipalities/AGS.csv`; one without a table works too: what a column says is then only
freed of `Stadt` and `Gemeinde`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.transform.municipal_kinds import BEHIND, GEMEINDE, HOUSE, SINGLE, TOWN
from pipeline.transform.name_words import is_given
from pipeline.transform.text import clean, fold
from pipeline.transform.vocabulary import words

_DATA = Path(__file__).resolve().parent.parent / "data" / "municipalities"
_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Municipality:
    """One town or village with its eight-digit official key, its postcodes and area codes (with zero)."""

    ags: str
    name: str
    kind: str
    postcodes: tuple[str, ...]
    area_codes: tuple[str, ...]


@lru_cache
def municipalities(ags: str) -> tuple[Municipality, ...]:
    """The municipalities of the district with this key (`08116`); none where there is no table for it."""
    file = _DATA / f"{ags}.csv"
    if not re.fullmatch(r"\d{2,5}", ags) or not file.is_file():
        return ()
    rows = (line.split(";") for line in file.read_text("utf-8").splitlines()[1:] if line)
    return tuple(Municipality(key, name, kind, tuple(p.split()), tuple(a.split())) for key, name, kind, p, a in rows)


def find_municipality(text: str, ags: str) -> str | None:
    """The one municipality of the district that a text names, in its official form; None for none or several.

    `Stadt Esslingen`, `Esslingen a. N.`, `Rathaus Altdorf` are named; `Landkreis Esslingen`, `Neuhausen ob Eck` and
    `Bietigheim-Bissingen` are something else.
    """
    found = find_municipalities(text, ags)
    return found[0] if len(found) == 1 else None


def find_municipalities(text: str, ags: str) -> tuple[str, ...]:
    """All municipalities of the district that a text names, each once, in the order of the text."""
    words = _words(clean(text[:_LIMIT]))
    return tuple(dict.fromkeys(_named(words, _heads(ags)))) if words else ()


# ---- names in a text -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Word:
    """A folded word; `joined` is True where a hyphen ties it to the word before."""

    key: str
    joined: bool


@dataclass(frozen=True, slots=True)
class _Head:
    """What a municipality is called for short (`esslingen`), and what may stand behind it (`neckar`)."""

    words: tuple[str, ...]
    behind: str
    name: str


_SPLIT = re.compile(r"(-)?([^\W\d_]+)")
_SMALL = words("a am an auf b bei d dem den der i im in o ob u unter v von vor")
#: What is added to towns without an official addition, to tell them from others of the same name.
_USUAL = words("wuerttemberg wuertt wttbg nuertingen plochingen esslingen kreis es bw teck")
#: Words that make the name behind them that of something larger.
_LARGER = (
    "kreis",
    "landratsamt",
    "lra",
    "verband",
    "kirchenbezirk",
    "dekanat",
    "region",
    "amtsgericht",
    "raum",
    "bezirk",
)
_OFFICIAL = words(
    "stadt gemeinde rathaus kreisstadt stadtverwaltung gemeindeverwaltung buergermeisteramt markt in fuer der plz"
)


def _words(line: str) -> list[_Word]:
    return [_Word(fold(match[2]), bool(match[1])) for match in _SPLIT.finditer(line)]


@lru_cache
def _heads(ags: str) -> dict[str, tuple[_Head, ...]]:
    """The municipalities by the first word of their names."""
    heads: dict[str, tuple[_Head, ...]] = {}
    for place in municipalities(ags):
        main = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", place.name)
        words = tuple(fold(main.group() if main else place.name).split(" "))
        last = fold(place.name).rpartition(" ")[2]
        head = _Head(words, "" if last == words[-1] else last, place.name)
        heads[words[0]] = (*heads.get(words[0], ()), head)
    return heads


def _named(words: Sequence[_Word], heads: dict[str, tuple[_Head, ...]]) -> Iterator[str]:
    """The names in turn; what belongs to a name is not read again."""
    index = 0
    while index < len(words):
        matches = [(end, head) for head in heads.get(words[index].key, ()) if (end := _match(words, index, head))]
        if len(matches) == 1 and not _goes_on(words, matches[0][0], heads):
            yield matches[0][1].name
        index = matches[0][0] if matches else index + 1


def _goes_on(words: Sequence[_Word], end: int, heads: dict[str, tuple[_Head, ...]]) -> bool:
    """`Altbach-Deizisau` are two that have become one; `Esslingen-Berkheim` is a part of Esslingen."""
    return end < len(words) and words[end].joined and words[end].key in heads


def _match(words: Sequence[_Word], index: int, head: _Head) -> int | None:
    """Where the name ends; None where it is somebody else's, only part of a word, or of something larger."""
    end = index + len(head.words)
    if tuple(word.key for word in words[index:end]) != head.words:
        return None
    before = words[index - 1].key if index else ""
    if before.endswith(_LARGER) or (words[index].joined and before not in _OFFICIAL):
        return None
    if is_given(head.words[0]) and index + 1 < len(words) and before not in _OFFICIAL and not head.behind:
        return None
    return _addition(words, end, head)


def _addition(words: Sequence[_Word], end: int, head: _Head) -> int | None:
    """Where an addition (`a. N.`, `unter Teck`) ends; None where it is another town's."""
    here = end
    while here < len(words) and words[here].key in _SMALL and here - end < 3:
        here += 1
    word = words[here].key if here < len(words) else ""
    fits = word == head.behind or (len(word) <= 2 and word and head.behind.startswith(word)) or word in _USUAL
    if here == end:
        return end + 1 if fits and word == head.behind else end
    return here + 1 if fits else None


# ---- a heading ------------------------------------------------------------------------------------

_TITLE = re.compile(
    rf"(?:{TOWN}|{GEMEINDE}|Markt|Flecken) "
    r"((?:St\. )?[A-ZÄÖÜ][\w-]{2,}"
    r"(?: (?:\([\w .]+\)|(?:a\.|am|an|auf|b\.|bei|d\.|dem|den|der|i\.|im|in|o\.|ob|u\.|unter|v\.|vor) ?)*"
    r"(?:[A-ZÄÖÜ][\w-]*\.?)?){0,2})"
)
#: Parishes are called `Gemeinde` too; `Stadt St. Georgen` and `Gemeinde Kirchberg` are none.
_PARISH = re.compile(r"Gemeinde (?:(?:St\.|Sankt|Heilig|Maria|Christus|Jesu)|(?:Kirche|Pfarrei)\b)", re.IGNORECASE)


def titled_municipality(text: str) -> str | None:
    """The municipality that nothing but a title and a name says (`Gemeinde Ahlbach`), known or not."""
    line = clean(text)
    found = _TITLE.fullmatch(line) if len(line) <= 80 else None
    return found[1] if found and not _PARISH.match(line) else None


# ---- a column's text -----------------------------------------------------------------------------

_PREFIX = re.compile(
    rf"(?:{SINGLE}|{HOUSE}|Stadt|Stadtteil|Ortsteil|Ort)"
    r"(?:(?: und | / |/|, )(?:Stadt|Gemeinde))?(?: der| von)?[ :]+(?=\w)"
)
#: `Bergen (Stadt)`, `Bergen, Landkreis Celle`: what a municipality is, or where, behind its name.
KIND_BEHIND = re.compile(rf"(?:, | \()(?:{BEHIND}|Landkreis [\w -]+)\)?$")


def clean_municipality(text: str) -> str:
    """What a column for the municipality says without `Stadt`, `Gemeinde`, a postcode and marks around it.

    `Samtgemeinde Sögel` stays: a list of the towns in it has `Sögel` as well.
    """
    line = clean(text)
    while True:
        bare = line.strip(" •·*–—-:;,|")
        bare = re.sub(r"^(?:D-)?\d{5} (?=\D)", "", bare)
        bare = KIND_BEHIND.sub("", _PREFIX.sub("", bare, count=1) if _PREFIX.match(bare) else bare)
        if bare == line:
            return bare
        line = bare
