"""A line that is no sentence, cut at its names and values; what stands between them is judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import is_place, is_topic
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.pieces import DAY, DIGIT, EDGES, as_items
from pipeline.extract.page.sentences import ASKED, overlaps, run_in_labels
from pipeline.extract.page.value_labels import CALLED, LABELS_BEHIND, without_label
from pipeline.transform.hours import is_days, is_hours
from pipeline.transform.name import FoundName, parse_name
from pipeline.transform.name_words import is_given, is_like_surname
from pipeline.transform.names import find_names, might_be_person
from pipeline.transform.office import is_label, is_office, is_role
from pipeline.transform.street import could_be_street, is_room
from pipeline.transform.town import find_town

#: What a line is cut at.
_Mark = Fact | FoundName

SPLIT = re.compile(r"\s*[;|•·●▪‣→»]\s*|\s+[-–—]\s+|,\s+|\s+//?\s+|\t")
_CAPITAL = re.compile(r"[A-ZÄÖÜ]")
_DATE_AHEAD = re.compile(rf"^{DAY}\s*[/,:–-]\s*")
#: A sentence that goes on: `Die Schulung am 12. Mai leitet` Frau Muster, `Fragen beantwortet` Herr Beispiel.
_UNFINISHED = re.compile(r"\s\S+\s[a-zäöüß]{3,}$|^\S+ [a-zäöüß]{4,}t$")
#: `Die Sammelnummer des Amtes lautet 07123 940-0`: half a sentence is nobody's office.
SAYS = re.compile(r"\b(?:lautet|lauten|ist|sind)(?: wie folgt)?[ :]*$")
_ASKING = re.compile(
    r"^[A-ZÄÖÜ][\w-]*(?: (?:und|oder|/|[A-ZÄÖÜ][\w-]*|gibt es|bitte)){0,4} (?:bei|beim|an|über|durch)$"
)
_BEING = re.compile(r"(?<=[a-zäöüß]) (?:ist|sind|heißt|heißen):?$")
_BRACKETED = re.compile(r"^\s*[(\[]([^)\]]{1,80})[)\]]")
_FULL_STOP_AHEAD = re.compile(r"^.*[^\W\d_]{3}[.!?]\s+(?=[A-ZÄÖÜ])")


def cut(index: int, text: str, facts: Sequence[Fact], names: Sequence[FoundName]) -> Iterator[Item]:
    """The items of a line that is no sentence: names and values, and what stands between them."""
    done = 0
    previous: _Mark | None = None
    behind: list[Item] = []  # addresses behind linked names, which come after what the line says of them
    for start, end, mark in _marks(facts, names):
        both = isinstance(mark, Fact) and _OF_BOTH.fullmatch(text, done, start) is not None
        if isinstance(mark, Fact) and start == end == done and isinstance(previous, FoundName):
            behind.append(Item("fact", index, start, "", mark))
            continue
        if start >= done:
            between = [] if both else _between(index, text, done, start, previous, mark)
            if isinstance(previous, Fact) and isinstance(mark, Fact) and _is_of_desk(text, done, start, end):
                yield from (replace(item, aside=True) for item in between)
                yield Item("fact", index, start, text[start:end], mark, aside=True)
                done, previous = end, mark
                continue
            yield from between
        yield from behind
        behind.clear()
        closed = _CLOSED.match(text, end) if isinstance(previous, Fact) and text[done:start].strip() == "(" else None
        aside = closed is not None and (not closed["days"] or is_days(closed["days"]))
        yield from _marked(index, text[start:end], start, mark, aside, both)
        done, previous = max(done, closed.end() if closed and aside else end), mark
    yield from _between(index, text, done, len(text), previous, None)
    yield from behind


#: `Telefax für beide 07123 940-12`
_OF_BOTH = re.compile(r"\W*(?:[\w-]+[.:]? )?(?:für (?:sie )?)?beide:?\s*", re.IGNORECASE)
#: `(Frau Muster)`, `(Frau Muster, Mo und Di)` behind a value, from where the name ends.
_CLOSED = re.compile(r"\s?(?:,? ?(?P<days>[^()]{2,40}))?\)")
#: `(Sekretariat: -13)` behind somebody's number.
_DESK = re.compile(r"\s*\((?P<label>[A-ZÄÖÜ][^()]{3,40}?):?\s*")


def _is_of_desk(text: str, behind: int, start: int, end: int) -> bool:
    """Whether a number stands in brackets behind another and is said to be somebody else's."""
    desk = _DESK.fullmatch(text, behind, start) if text[end : end + 1] == ")" else None
    return desk is not None and is_role(desk["label"])


def _marks(facts: Sequence[Fact], names: Sequence[FoundName]) -> list[tuple[int, int, _Mark]]:
    marks: list[tuple[int, int, _Mark]] = [(fact.start, fact.end, fact) for fact in facts]
    marks += [(name.start, name.end, name) for name in names if not overlaps(name, facts)]
    return sorted(marks, key=lambda mark: (mark[0], mark[1]))


def _marked(index: int, text: str, start: int, mark: _Mark, aside: bool, both: bool) -> Iterator[Item]:
    """A value, or a name with the function that stands inside it."""
    if isinstance(mark, Fact):
        yield Item("fact", index, start, text, mark, both=both)
        return
    yield Item("name", index, start, text, name=mark, aside=aside)
    if mark.role:
        yield Item("role", index, start, mark.role)


def _between(index: int, text: str, start: int, end: int, before: _Mark | None, behind: _Mark | None) -> Iterator[Item]:
    """What stands between two names or values, or at the ends of a line."""
    part = text[start:end]
    if before is not None and (note := _BRACKETED.match(part)):
        yield from _in_brackets(index, start, note[1], before)
        part = part[note.end() :]
    if isinstance(before, FoundName) and _DEGREE.search(text, max(0, start - 12), start):
        part = _without_subject(part)
    if beside := _beside(index, start, part, before, behind):
        yield beside
        return
    part = without_labels(part, before is not None, isinstance(behind, Fact))
    if not part:
        return
    colon = text[start:end].rstrip().endswith(":") or f"{part}: " in text[start:end]
    named = isinstance(before, FoundName) or isinstance(behind, FoundName)
    if before is None and isinstance(behind, FoundName) and _UNFINISHED.search(part) and ": " in part:
        yield from (Item(kind, index, start, label, colon=True) for kind, label in run_in_labels(part))
    elif not named and (inverted := _inverted(index, start, part)):
        yield from inverted
    elif isinstance(behind, FoundName) and _announces_others(part, before):
        yield from _announced(index, start, part, colon)
    else:
        yield from _chunks(index, start, part, colon, before, behind)


#: `Eva Muster, M.A. Soziale Arbeit`: what somebody has studied is not what she does.
_DEGREE = re.compile(r"(?<!\w)(?:[BM]\. ?(?:A|Sc|Ed|Eng)\.|Bachelor|Master|Magister)$")
_SUBJECT = re.compile(r" (?:in |of )?(?P<subject>[A-ZÄÖÜ][^,;:|(]*)")


def _without_subject(part: str) -> str:
    subject = _SUBJECT.match(part)
    text = subject["subject"].strip() if subject else ""
    return part[subject.end() :] if subject and not (is_role(text) or is_office(text)) else part


#: Between two people who are named together.
_AND = r"(?:und|u\.|sowie|&|\+|/)"
_BEFORE_OTHER = re.compile(rf"\W*(?P<name>[A-ZÄÖÜ][^,;:]{{3,60}}?) {_AND}\s*")
_BEHIND_OTHER = re.compile(rf"\s*{_AND} (?P<name>[A-ZÄÖÜ][^,;:]{{3,60}}?)[\s,:]*")


def _beside(index: int, start: int, part: str, before: _Mark | None, behind: _Mark | None) -> Item | None:
    """`Unbekannt Vorlaut und Eva Muster`, or the other way round: who stands beside somebody is somebody, too."""
    if isinstance(behind, FoundName) == isinstance(before, FoundName):
        return None
    match = (_BEFORE_OTHER if isinstance(behind, FoundName) else _BEHIND_OTHER).fullmatch(part)
    if match is None or not _is_two_names(match["name"]) or not (names := _one_name(match["name"])):
        return None
    return Item("name", index, start + match.start("name"), match["name"], name=names[0])


def _is_two_names(text: str) -> bool:
    """Whether a text is two words of which the last is built as a family name; `Landfrauen Neustadt` are nobody."""
    first, _, last = text.partition(" ")
    return bool(first) and is_like_surname(last) and " " not in last and might_be_person(text)


def _in_brackets(index: int, start: int, note: str, before: _Mark) -> Iterator[Item]:
    if isinstance(before, FoundName):
        yield from noted(index, start, note)
    elif not note[:1].islower():  # `(über das Pfarrbüro)` is a remark about the number
        yield from (replace(item, aside=True) for item in as_items(index, start, note, False))


def _chunks(
    index: int, start: int, part: str, colon: bool, before: _Mark | None, behind: _Mark | None
) -> Iterator[Item]:
    """The pieces between two names or values, each judged by itself; a piece knows whether a town stands behind it."""
    ahead = isinstance(behind, FoundName)
    if colon and ahead and (office := _office_led(part)):
        yield Item("office", index, start, office)
        part = part[len(office) :].strip(EDGES)
    chunks = _divided(part, before, behind)
    for number, chunk in enumerate(chunks, 1):
        in_town = number < len(chunks) and find_town(chunks[number]) is not None
        yield from _said(index, start, chunk, in_town, ahead, colon and number == len(chunks))


#: `Abt. 3`, `FD 32.1`: a unit in its short form.
_SHORT_UNIT = re.compile(r"(?:Abt|Ref|Dez|SG|FB|FD|FG)\b\.? ?\d")
#: These belong to the function behind them: `Stellvertretende Leitung`.
_OF_FUNCTION = re.compile(r"(?:end|isch|lich|ig)e[rn]?$|\.$")


def _office_led(part: str) -> str:
    """`Amt 33 – Soziale Hilfen Leitung:` before a name: an office and a function that only a blank divides."""
    office, _, word = part.rpartition(" ")
    if not office[-1:].isalpha() or not is_role(word) or _OF_FUNCTION.search(office) or is_role(office):
        return ""
    return office if _SHORT_UNIT.match(office) or (DIGIT.search(office) and is_office(office)) else ""


def _divided(part: str, before: _Mark | None, behind: _Mark | None) -> list[str]:
    if before is None and behind is None:
        part = CALLED.sub("", part)  # `Telefon Sekretariat` over its number
        if not find_town(part):
            return [part]
    if isinstance(before, FoundName) and not DIGIT.search(part):
        return _role_chunks(part)
    if isinstance(behind, FoundName) and not DIGIT.search(part):
        return _office_and_role(part.strip(EDGES))
    return [chunk for piece in SPLIT.split(part) if (chunk := piece.strip(EDGES))]


def _said(index: int, start: int, chunk: str, in_town: bool, before_name: bool, colon: bool) -> Iterator[Item]:
    """What one piece says."""
    if in_town and could_be_street(chunk):
        yield Item("address", index, start, chunk)  # `Haus am Graben 3, 72762 Neustadt`
        return
    head, announced, street = chunk.partition(": ")
    if announced and in_town and could_be_street(street):
        yield from as_items(index, start, head, True)
        chunk = street
    if before_name and announced and _ASKING.search(street):
        yield from as_items(index, start, head, True)  # `Nähtreff: Anmeldung bei Eva Muster`
        return
    if before_name:
        chunk = _BEING.sub("", chunk)  # `Leiterin des Büros ist Eva Muster`
        asked = ASKED.search(chunk)
        chunk = asked[1] if asked and is_office(asked[1]) else chunk
    if not (before_name and _UNFINISHED.search(chunk)):
        yield from as_items(index, start, chunk, colon)


#: In brackets behind a name no function: `(5b, 7c)`, `(SPD)`, `(sie/ihr)`, `(kommissarisch)`.
_NO_FUNCTION = re.compile(r"\d|^[a-zäöü]|^(?:[A-ZÄÖÜ]{2,8}|Sie|Er|Bündnis\b.*|Freie Wähler|parteilos)$")


def noted(index: int, start: int, note: str) -> Iterator[Item]:
    """`Eva Muster (Hausaufgabenhilfe)`: what stands in brackets right behind a name is what she does, or where."""
    bare = note.strip(EDGES)
    parts = re.split(r",\s+", bare)
    if len(parts) > 1 and {_kind_of_part(part) for part in parts} == {"role", "office"}:
        yield from (item for part in parts for item in as_items(index, start, part, False))
    elif is_role(bare) or ("," in bare and any(map(is_topic, parts))):  # `(Diakonie, Flüchtlinge)`
        yield Item("role", index, start, bare)
    elif not _NO_FUNCTION.search(bare):
        yield from (item for item in as_items(index, start, bare, False) if item.kind in ("office", "text"))


def _kind_of_part(part: str) -> Kind | None:
    """`Gleichstellungsbeauftragte, Landratsamt`: a function, or an office by its kind."""
    if is_role(part):
        return "role"
    return "office" if is_office(part) and is_place(part) else None


def _announces_others(part: str, before: _Mark | None) -> bool:
    """Whether other people may be announced before a name: `1. Vorsitzende: Xaveria Ohnegleichen, Kasse:`."""
    if isinstance(before, FoundName) and not DIGIT.search(part):
        return False
    return ("; " in part or ": " in part) and ", " in part


def _announced(index: int, start: int, part: str, colon: bool) -> Iterator[Item]:
    """Other people with what announces them, and what announces the name that follows."""
    pieces = [piece for piece in re.split(r"[,;]\s+", part) if piece.strip(EDGES)]
    whole: list[str] = []
    for piece in pieces:
        inverted = _inverted(index, start, piece)
        if inverted:
            yield from inverted
        else:
            whole.append(piece)
    if whole:
        yield from as_items(index, start, ", ".join(whole).strip(EDGES), colon)


#: What stands between an office and a function: `Freundeskreis Asyl e. V., Vorsitzende`, `Sozialamt – Amtsleiter`.
_LAST_PART = re.compile(r"(?P<office>.+)(?:, | [-–—] )(?P<role>.+)")


def _office_and_role(part: str) -> list[str]:
    """`Sozialamt – Amtsleiter` before a name: an office, and what somebody is there."""
    found = _LAST_PART.fullmatch(part)
    if found is None or not is_role(found["role"]) or is_role(found["office"]) or not is_office(found["office"]):
        return [part]
    return [found["office"], found["role"]]


@lru_cache(maxsize=4096)
def without_labels(part: str, behind: bool, before_value: bool) -> str:
    """A piece without the labels of values; `behind` a name or value, `before_value`."""
    if behind:
        part = LABELS_BEHIND.sub("", part, count=1)
    if before_value:
        part = "" if SAYS.search(part) else _FULL_STOP_AHEAD.sub("", without_label(part))
        part = part if _CAPITAL.search(part) else ""  # `nur per`, `abends`
    return _DATE_AHEAD.sub("", _stripped(part))


def _inverted(index: int, start: int, part: str) -> list[Item]:
    """`Leitung: Muster, Eva`: a name that is one only without what announces it."""
    head, colon, rest = part.partition(": ")
    if not colon or len(head) > 80:
        return []
    names = find_names(rest) if "," in rest else ()
    told = is_role(head) or is_label(head) or is_given(rest.partition(" ")[0])
    if not names and " " in rest and told and might_be_person(rest):
        names = _one_name(rest)
    if len(names) != 1 or names[0].start or names[0].end < len(rest.rstrip(EDGES)):
        return []
    return [*as_items(index, start, head.strip(EDGES), True), Item("name", index, start, rest, name=names[0])]


def _one_name(text: str) -> tuple[FoundName, ...]:
    """A name that no list knows, where only a name can stand."""
    if is_office(text) or is_role(text):
        return ()
    try:
        return (parse_name(text),)
    except ValueNotUnderstood:
        return ()


def _stripped(text: str) -> str:
    """Without the signs at its ends, and without brackets that have lost their partner."""
    bare = text.strip(EDGES)
    if bare.startswith("(") and bare.endswith(")") and bare.count("(") == 1:
        return bare[1:-1].strip(EDGES)
    if bare.count("(") != bare.count(")"):
        bare = bare.strip(EDGES + "()")
    return bare


def _role_chunks(part: str) -> list[str]:
    """Behind a name: functions stay together (`Leiterin, Ehrenamt`), offices and rooms stand alone."""
    chunks: list[str] = []
    for piece in SPLIT.split(part):
        chunk = piece.strip(EDGES)
        if not chunk:
            continue
        if piece.startswith(f"{chunk}-"):
            chunk += "-"  # `Ehe-, Familien- und Lebensberaterin`
        plain = not (
            is_office(chunk) or is_room(chunk) or is_hours(chunk) or is_days(chunk) or LABELS_BEHIND.fullmatch(chunk)
        )
        if chunks and plain and not is_office(chunks[-1]):
            chunks[-1] += ", " + chunk
        else:
            chunks.append(chunk)
    return chunks
