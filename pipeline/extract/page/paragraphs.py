"""Paragraphs of several sentences: which of them belong together, because one names whom the next lets reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.page.fact import Fact
from pipeline.transform.names import find_names
from pipeline.transform.office import is_office
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import fold
from pipeline.transform.town import find_town
from pipeline.transform.vocabulary import words

#: Where a sentence ends: behind a word of some length, a bracket or a value (which is masked by `;`), not behind `Tel.`
_END = re.compile(r"(?:(?P<word>[^\W\d_]{3,})|[);“”\"])[.!?][)“”\"]? +(?=[A-ZÄÖÜ„(])")
_ABBREVIATIONS = words(
    "prof dipl msgr tel fax str stellv vors durchw telef evtl inkl zzgl ggf bzw usw abt nst app univ geb verh ing med "
    "phil jur theol rer nat pol mag pfr sen jun max min ca incl mob priv zim raum etc bspw gem vgl"
)


def parts(masked: str, facts: Sequence[Fact]) -> list[tuple[int, int]]:
    """The pieces of a paragraph to be read one by one; a sentence that names somebody may need the next one."""
    spans = _sentences(masked)
    joined: list[tuple[int, int]] = []
    waiting: int | None = None  # where a sentence begins that names people and has no values
    for start, end in spans:
        valued = any(start <= fact.start < end for fact in facts)
        named = bool(find_names(masked[start:end]))
        if waiting is not None and valued and not named and not _begins_with_office(masked[start:end]):
            joined[-1] = (waiting, end)
        else:
            joined.append((start, end))
        waiting = start if named and not valued else None
    return joined


#: `Die Zentrale erreichen Sie unter …`, `Das Sozialamt hat die Nummer …`
_BEGINS = re.compile(r"(?:Das|Die|Den) (?P<org>[A-ZÄÖÜ][\w-]+) (?:erreich|hat |ist |finde)")
_HERS = words("buero amt stelle dienststelle")


def _begins_with_office(sentence: str) -> bool:
    """Whether a sentence says whose its value is: not of whom the one before it names, whose office is `Das Büro`."""
    begins = _BEGINS.match(sentence)
    return begins is not None and is_office(begins["org"]) and fold(begins["org"]) not in _HERS


def _sentences(masked: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _END.finditer(masked) if fold(match["word"] or "") not in _ABBREVIATIONS]
    bounds = [0, *ends]
    return list(zip(bounds, [*bounds[1:], len(masked)], strict=True))


def card_behind(masked: str, facts: Sequence[Fact]) -> int:
    """Where a contact is listed behind the colon of a sentence, `Es hilft: Pfarrbüro, Gasse 3, …`; or 0."""
    colon = masked.find(": ", 0, facts[0].start)
    rest = masked[colon + 2 :]
    if colon < 0 or not find_town(rest) or looks_like_prose(rest):
        return 0
    names = find_names(rest)
    begins = is_office(rest.partition(",")[0]) or (bool(names) and not names[0].start)
    return colon + 2 if begins else 0
