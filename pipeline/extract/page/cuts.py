"""A line that is no sentence, cut at its names and values; what stands between them is judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.page.bracket_notes import noted
from pipeline.extract.page.chunks import UNFINISHED, Mark, chunks_between
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.extract.page.names_told import inverted_name, name_beside
from pipeline.extract.page.pieces import DAY, DIGIT, EDGES, as_items
from pipeline.extract.page.sentences import overlaps, run_in_labels
from pipeline.extract.page.value_labels import CALLED, LABELS_BEHIND, without_label
from pipeline.transform.hours import is_days
from pipeline.transform.name import FoundName
from pipeline.transform.office import is_office, is_role
from pipeline.transform.town import find_town
from pipeline.transform.vacancy import is_vacant

_CAPITAL = re.compile(r"[A-ZÄÖÜ]")
_DATE_AHEAD = re.compile(rf"^{DAY}\s*[/,:–-]\s*")
#: `Die Sammelnummer des Amtes lautet 07123 940-0`: half a sentence is nobody's office.
SAYS = re.compile(r"\b(?:lautet|lauten|ist|sind)(?: wie folgt)?[ :]*$")
_BRACKETED = re.compile(r"^\s*[(\[]([^)\]]{1,80})[)\]]")
_FULL_STOP_AHEAD = re.compile(r"^.*[^\W\d_]{3}[.!?]\s+(?=[A-ZÄÖÜ])")


def cut(index: int, text: str, facts: Sequence[Fact], names: Sequence[FoundName]) -> Iterator[Item]:
    """The items of a line that is no sentence: names and values, and what stands between them."""
    done = 0
    previous: Mark | None = None
    behind: list[Item] = []  # addresses behind linked names, which come after what the line says of them
    for start, end, mark in _marks(facts, names):
        both = isinstance(mark, Fact) and _OF_BOTH.fullmatch(text, done, start) is not None
        if isinstance(mark, Fact) and start == end == done and isinstance(previous, FoundName):
            behind.append(Item("fact", index, start, "", mark))
            continue
        if start >= done:
            desk = _desk_of(text, done, start, end) if isinstance(previous, Fact) else None
            between = [] if both or desk else _between(index, text, done, start, previous, mark)
            if isinstance(previous, Fact) and isinstance(mark, Fact) and _is_of_desk(text, done, start, end):
                yield from (replace(item, aside=True) for item in between)
                yield Item("fact", index, start, text[start:end], mark, aside=True)
                done, previous = end, mark
                continue
            yield from between
        yield from behind
        behind.clear()
        opened = isinstance(previous, Fact) and (desk or text[done:start].strip() == "(")
        closed = _CLOSED.match(text, end) if opened else None
        aside = closed is not None and (not closed["days"] or is_days(closed["days"]))
        yield from _marked(index, text[start:end], start, mark, aside, both)
        if desk:
            yield Item("role", index, end, desk, aside=True)
        done, previous = max(done, closed.end() if closed and aside else end), mark
    yield from _between(index, text, done, len(text), previous, None)
    yield from behind


#: `Telefax für beide 07123 940-12`, `E-Mail (beide): …`
_OF_BOTH = re.compile(r"\W*(?:[\w-]+[.:]? )?\(?(?:für (?:sie )?)?beide\)?:?\s*", re.IGNORECASE)
#: `(Frau Muster)`, `(Frau Muster, Mo und Di)` behind a value, from where the name ends.
_CLOSED = re.compile(r"\s?(?:,? ?(?P<days>[^()]{2,40}))?\)")
#: `(Sekretariat: -13)` behind somebody's number.
_DESK = re.compile(r"\s*\((?P<label>[A-ZÄÖÜ][^()]{3,40}?):?\s*")


#: `(Sekretariat Frau Muster)` behind a number.
_DESK_OF = re.compile(r"\s*\((?P<desk>[A-ZÄÖÜ][\w-]+):?\s")


def _desk_of(text: str, behind: int, start: int, end: int) -> str | None:
    """What somebody in brackets behind a number does, who answers there."""
    opened = _DESK_OF.fullmatch(text, behind, start) if _CLOSED.match(text, end) else None
    return opened["desk"] if opened and is_role(opened["desk"]) else None


def _is_of_desk(text: str, behind: int, start: int, end: int) -> bool:
    """Whether a number stands in brackets behind another and is said to be somebody else's."""
    desk = _DESK.fullmatch(text, behind, start) if text[end : end + 1] == ")" else None
    return desk is not None and is_role(desk["label"])


def _marks(facts: Sequence[Fact], names: Sequence[FoundName]) -> list[tuple[int, int, Mark]]:
    marks: list[tuple[int, int, Mark]] = [(fact.start, fact.end, fact) for fact in facts]
    marks += [(name.start, name.end, name) for name in names if not overlaps(name, facts)]
    return sorted(marks, key=lambda mark: (mark[0], mark[1]))


def _marked(index: int, text: str, start: int, mark: Mark, aside: bool, both: bool) -> Iterator[Item]:
    """A value, or a name with the function that stands inside it."""
    if isinstance(mark, Fact):
        yield Item("fact", index, start, text, mark, both=both)
        return
    yield Item("name", index, start, text, name=mark, aside=aside)
    if mark.role:
        yield Item("role", index, start, mark.role)


def _between(index: int, text: str, start: int, end: int, before: Mark | None, behind: Mark | None) -> Iterator[Item]:
    """What stands between two names or values, or at the ends of a line."""
    part = text[start:end]
    if before is not None and (note := _BRACKETED.match(part)):
        yield from _in_brackets(index, start, note[1], before)
        part = part[note.end() :]
    if isinstance(before, FoundName):
        part = _GENERATION.sub("", part)
        part = _without_subject(part) if _DEGREE.search(text, max(0, start - 12), start) else part
    if beside := name_beside(index, start, part, before, behind):
        yield beside
        return
    part = without_labels(part, before is not None, isinstance(behind, Fact))
    if not part:
        return
    colon = text[start:end].rstrip().endswith(":") or f"{part}: " in text[start:end]
    told = _FULL_STOP_AHEAD.sub("", part) if colon and isinstance(behind, FoundName) else part
    if told != part and is_role(told) and not is_role(part):
        part = told  # `Treffpunkt am Freitag im Pfarrheim. Koordinator: Eva Muster`
    named = isinstance(before, FoundName) or isinstance(behind, FoundName)
    if before is None and isinstance(behind, FoundName) and UNFINISHED.search(part) and ": " in part:
        yield from (Item(kind, index, start, label, colon=True) for kind, label in run_in_labels(part))
    elif not named and (inverted := inverted_name(index, start, part)):
        yield from inverted
    elif isinstance(behind, FoundName) and _announces_others(part, before):
        yield from _announced(index, start, part, colon)
    else:
        yield from chunks_between(index, start, part, colon, before, behind)


#: `Uwe Muster jun.`: which of the two he is, and not what he does.
_GENERATION = re.compile(r"^,? (?:(?:jun|jr|sen|sr)\b\.?|d\. ?[ÄJ]\.)")
#: `Eva Muster, M.A. Soziale Arbeit`: what somebody has studied is not what she does.
_DEGREE = re.compile(r"(?<!\w)(?:[BM]\. ?(?:A|Sc|Ed|Eng)\.|Bachelor|Master|Magister)$")
_SUBJECT = re.compile(r" (?:in |of )?(?P<subject>[A-ZÄÖÜ][^,;:|(]*)")


def _without_subject(part: str) -> str:
    subject = _SUBJECT.match(part)
    text = subject["subject"].strip() if subject else ""
    return part[subject.end() :] if subject and not (is_role(text) or is_office(text)) else part


def _in_brackets(index: int, start: int, note: str, before: Mark) -> Iterator[Item]:
    if isinstance(before, FoundName):
        yield from noted(index, start, note)
        return
    before.note = note
    if not note[:1].islower():  # `(über das Pfarrbüro)` is a remark about the number
        yield from (replace(item, aside=True) for item in as_items(index, start, note, False))


def _announces_others(part: str, before: Mark | None) -> bool:
    """Whether other people may be announced before a name: `1. Vorsitzende: Xaveria Ohnegleichen, Kasse:`."""
    if isinstance(before, FoundName) and not DIGIT.search(part):
        return False
    return ("; " in part or ": " in part) and ", " in part and find_town(part) is None


def _announced(index: int, start: int, part: str, colon: bool) -> Iterator[Item]:
    """Other people with what announces them, and what announces the name that follows."""
    pieces = [piece for piece in re.split(r"[,;]\s+", part) if piece.strip(EDGES)]
    whole: list[str] = []
    for piece in pieces:
        inverted = inverted_name(index, start, piece)
        if inverted:
            yield from inverted
        elif is_vacant(piece.rpartition(": ")[2]):  # `Bauamt: N. N., Vertretung: Eva Muster`
            yield from as_items(index, start, piece.strip(EDGES), False)
        else:
            whole.append(piece)
    if whole:
        yield from as_items(index, start, ", ".join(whole).strip(EDGES), colon)


@lru_cache(maxsize=4096)
def without_labels(part: str, behind: bool, before_value: bool) -> str:
    """A piece without the labels of values; `behind` a name or value, `before_value`."""
    if behind:
        part = LABELS_BEHIND.sub("", part, count=1)
    if before_value:
        part = "" if SAYS.search(part) else CALLED.sub("", _FULL_STOP_AHEAD.sub("", without_label(part)))
        part = part if _CAPITAL.search(part) else ""  # `nur per`, `abends`
    return _DATE_AHEAD.sub("", _stripped(part))


def _stripped(text: str) -> str:
    """Without the signs at its ends, and without brackets that have lost their partner."""
    bare = text.strip(EDGES)
    bare = bare.lstrip(".!? ") if bare[1:2] == " " else bare  # of the sentence before
    if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1:
        return bare[1:-1].strip(EDGES)
    if bare.count("(") != bare.count(")"):
        bare = bare.strip(EDGES + "()")
    return bare
