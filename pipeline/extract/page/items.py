"""What each line of a page holds: people, values, addresses, functions, offices, hours, or plain text.

A line is cut at its values and names; what stands between them is cut at commas, bars and dashes and judged by itself.
Sentences are searched for people and values, but their other words are nobody's function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.by_law import ONLY_BY_LAW
from pipeline.extract.page.facts import Fact
from pipeline.extract.page.heading_kinds import is_topic
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.paragraphs import card_behind, parts
from pipeline.extract.page.pieces import BARE_LABELS, DATE, DAY, DIGIT, EDGES, LETTER, as_items, says_hours
from pipeline.extract.page.plain_language import is_plain
from pipeline.extract.page.sentences import ASKED, overlaps, read_sentence
from pipeline.extract.page.value_labels import CALLED, LABELS_BEHIND, without_label
from pipeline.transform.hours import is_hours
from pipeline.transform.name import FoundName, find_names, might_be_person, parse_name
from pipeline.transform.name_words import is_given
from pipeline.transform.office import is_label, is_office, is_role
from pipeline.transform.street import bare_street, could_be_street, is_room, looks_like_street
from pipeline.transform.text import looks_like_prose
from pipeline.transform.town import find_town, parse_town
from pipeline.transform.vacancy import is_vacant

_SPLIT = re.compile(r"\s*[;|•·●▪‣→»]\s*|\s+[-–—]\s+|,\s+|\s+//?\s+|\t")
_SPLIT_HEAD = re.compile(r"\s*[;|•●▪‣→»]\s*|\s+[·]\s+|\t")
_DATE_AHEAD = re.compile(rf"^{DAY}\s*[/,:–-]\s*")
_CAPITAL = re.compile(r"[A-ZÄÖÜ]")
#: Before a name these make it somebody else's: `Vorzimmer von Herrn Muster`, `c/o Muster`.
_OF_SOMEBODY = re.compile(
    r"(?:\b(?:von|des|der|für|bei|beim|an|durch|mit|nach|zu|vom|zur|zum|im Auftrag|Nachfolger(?:in)?|"
    r"in Vertretung)|c/o)\s*$",
    re.IGNORECASE,
)
#: A sentence that goes on: `Die Schulung am 12. Mai leitet` Frau Muster, `Fragen beantwortet` Herr Beispiel.
_UNFINISHED = re.compile(r"\s\S+\s[a-zäöüß]{3,}$|^\S+ [a-zäöüß]{4,}t$")
#: `Die Sammelnummer des Amtes lautet 07123 940-0`: half a sentence is nobody's office.
_SAYS = re.compile(r"\b(?:lautet|lauten|ist|sind)(?: wie folgt)?[ :]*$")
_BEING = re.compile(r"(?<=[a-zäöüß]) (?:ist|sind|heißt|heißen):?$")
_BRACKETED = re.compile(r"^\s*[(\[]([^)\]]{1,80})[)\]]")
_LINE_LIMIT = 2000
#: A longer line may be a sentence.
_VALUE = 80


def read_items(lines: Sequence[Line], facts: Sequence[Sequence[Fact]]) -> list[list[Item]]:
    """The items of every line, in order."""
    below = [*(line.text for line in lines[1:]), ""][: len(lines)]
    result: list[list[Item]] = []
    pending: Kind | None = None
    for index, (line, here, following) in enumerate(zip(lines, facts, below, strict=True)):
        text = line.text
        label = _FIELD.match(text) if text and not here else None
        if label and not text[label.end() :].strip(EDGES):
            pending = _FIELDS[label[1].lower()[:5]] if label[2] or line.strong or label.end() == len(text) else None
            result.append(_items(index, text, here, following) if not pending or pending == "address" else [])
            continue
        kind = _FIELDS[label[1].lower()[:5]] if label and label[2] else pending
        pending = None
        value = ""
        if kind in ("role", "office") and not here:
            value = text[label.end() if label and label[2] else 0 :].strip(EDGES)
        if kind and value and not find_names(value):
            carrier = text.lstrip(EDGES)[:6].lower() == "träger"
            result.append([Item(kind, index, len(text) - len(value), value, carrier=carrier)])
        else:
            found = _items(index, text, here, following)
            if line.box.kind == "role" and len(found) == 1 and found[0].kind in ("text", "office"):
                found[0].kind = "role"
            result.append(found)
    _join_towns(lines, result)
    return result


def _join_towns(lines: Sequence[Line], result: list[list[Item]]) -> None:
    """A postcode and its town in lines of their own below a street, in either order."""
    for index in range(1, len(lines)):
        code = lines[index].text.strip(EDGES)
        if result[index] or len(code) != 5 or not code.isdecimal():
            continue
        for town, street in ((index + 1, index - 1), (index - 1, index - 2)):
            if (
                street >= 0
                and town < len(lines)
                and _is_town(lines[town], result[town])
                and _ends_street(result[street])
            ):
                result[index] = [Item("address", index, 0, f"{code} {lines[town].text.strip(EDGES)}", whole=True)]
                result[town] = []
                break


def _is_town(line: Line, items: Sequence[Item]) -> bool:
    return len(items) == 1 and items[0].kind in ("text", "office") and parse_town(line.text.strip(EDGES))


def _ends_street(items: Sequence[Item]) -> bool:
    return bool(items) and items[-1].kind == "address" and not find_town(items[-1].text)


#: Labels of forms: what stands behind them is a function or an office, whatever its words.
_FIELD = re.compile(
    r"^\W{0,3}(Funktion|Position|Aufgabe(?:n|nbereich|ngebiet)?|Zuständig(?:keit(?:en|sbereich)?| für)|"
    r"Tätigkeit|Amtsbezeichnung|Rolle|"
    r"(?:Arbeits)?Bereich|Arbeitsgebiet|Einrichtung|Organisation(?:seinheit)?|Institution|Träger|Dienststelle|"
    r"Behörde|Sachgebiet|"
    r"Abteilung|Fachbereich|Fachdienst|Amt)\s*(?:(:)\s*|$)",
    re.IGNORECASE,
)
_FIELDS: dict[str, Kind] = {
    **dict.fromkeys(("funkt", "posit", "aufga", "zustä", "tätig", "amtsb", "rolle", "arbei", "berei"), "role"),
    **dict.fromkeys(
        ("einri", "organ", "insti", "träge", "diens", "behör", "sachg", "abtei", "fachb", "fachd", "amt"), "office"
    ),
}


def _items(index: int, text: str, facts: Sequence[Fact], below: str) -> list[Item]:
    if not text:
        return [Item("fact", index, 0, "", fact) for fact in facts]
    if len(facts) == 1 and _is_labelled(text, facts[0]):
        return [Item("fact", index, facts[0].start, text[facts[0].start :], facts[0], whole=True)]
    masked = _masked(text, facts) if facts else text
    if _is_long_sentence(text) or (len(text) > 24 and looks_like_prose(masked)) or len(text) > _LINE_LIMIT:
        return _paragraph(index, text, masked, facts)
    if not facts and is_plain(text):
        return list(read_sentence(index, text, text, facts))
    if not facts and (plain := _plain(index, text, below)) is not None:
        return plain
    names = find_names(masked) if _CAPITAL.search(masked) else ()
    if names and ONLY_BY_LAW.search(masked[: names[0].start]):
        return [Item("fact", index, fact.start, text[fact.start : fact.end], fact) for fact in facts]
    if names and _of_somebody(masked, names[0]):
        names = ()
    return _one_whole(list(_cut(index, text, facts, names)))


def _is_labelled(text: str, fact: Fact) -> bool:
    """Whether a line is a value and at most its label, as most lines with a value are: `Telefon: 07161 302-110`."""
    return fact.start < fact.end == len(text) <= _VALUE and (not fact.start or _only_announces(text[: fact.start]))


@lru_cache(maxsize=4096)
def _only_announces(label: str) -> bool:
    """Whether nothing else stands before a value, nobody's name either."""
    masked = label + ";" * _VALUE
    return not (looks_like_prose(masked) or find_names(masked) or _without_labels(label, False, True))


def _paragraph(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """Sentences one by one, so that nobody gets what the next one says of somebody else."""
    spans = parts(masked, facts) if facts and len(text) <= _LINE_LIMIT else []
    if len(spans) < 2:
        return _sentence(index, text, masked, facts) if facts else list(read_sentence(index, text, masked, facts))
    result: list[Item] = []
    for start, end in spans:
        own = [fact for fact in facts if start <= fact.start < end]
        if own:
            alone = " " * start + text[start:end].rstrip()
            hidden = " " * start + masked[start:end].rstrip()
            listed = find_town(text[start:end]) and not looks_like_prose(masked[start:end])
            if listed and not _SAYS.search(text[start:end].partition(": ")[0]):
                result += _cut(index, alone, own, find_names(hidden))
            else:
                result += _sentence(index, alone, hidden, own)
        elif not start:
            result.append(Item("sentence", index, start, text[start:end]))
    return result


def _sentence(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """A sentence; what is only announced by it is read as if it had a line of its own."""
    card = card_behind(masked, facts)
    if not card:
        return list(read_sentence(index, text, masked, facts))
    blank = " " * card
    listed = _cut(index, blank + text[card:].rstrip(" ."), facts, find_names(blank + masked[card:]))
    return [Item("sentence", index, 0, text[:card]), *listed]


def _is_long_sentence(text: str) -> bool:
    """A shortcut for the bulk of every page: so long a text that ends as a sentence is one."""
    return len(text) > 90 and text[-1] in ".!?" and text.count(" ") > 10 and text.count(",") < 5


def _masked(text: str, facts: Sequence[Fact]) -> str:
    chars = list(text)
    for fact in facts:
        if fact.end > fact.start:
            chars[fact.start : fact.end] = ";" * (fact.end - fact.start)
    return "".join(chars)


def _plain(index: int, text: str, below: str) -> list[Item] | None:
    """A line without values that is one thing as a whole; None where it has to be cut."""
    bare = text.strip(EDGES)
    if not LETTER.search(bare) or DATE.match(bare):
        return []
    if bare[-1] == "." and _FULL_STOP.search(bare):
        return list(read_sentence(index, bare, bare, ()))
    colon = text.rstrip().endswith(":")
    if is_label(bare):
        return [Item("label", index, 0, bare, whole=True, colon=colon)]
    if _POSTCODES.fullmatch(bare):
        return []
    if is_vacant(bare) or (": " in bare and is_vacant(bare.partition(": ")[2])):  # `Leitung: N. N.`
        return [Item("vacant", index, 0, bare, whole=True)]
    if says_hours(bare):
        return [Item("hours", index, 0, bare, whole=True)]
    if is_room(bare):
        return []
    if timed := _timed(index, text, below):
        return timed
    if LABELS_BEHIND.fullmatch(bare) or bare.lower().strip(".: ") in BARE_LABELS:
        return []
    if DIGIT.search(bare) and _is_address(bare, below):
        return [Item("address", index, 0, _ADDRESS_LABEL.sub("", bare), whole=True)]
    return None


_TIMED = re.compile(r"(?P<head>[A-ZÄÖÜ][^(:,]{3,60}?)(?:,| ?\(| [–-]) ?(?P<hours>[^()]+)\)?(?P<colon> ?:)?$")


def _timed(index: int, text: str, below: str) -> list[Item]:
    """`Möbellager (Mi 15–17 Uhr):` over a name: what somebody does there; when is nothing of hers."""
    match = _TIMED.match(text.strip()) if "Uhr" in text or DIGIT.search(text) else None
    if not match or not is_hours(match["hours"]) or is_label(match["head"]):
        return []
    names = find_names(below) if match["colon"] or below[:1].isupper() else ()
    return list(as_items(index, 0, match["head"], True)) if names and not names[0].start else []


_ADDRESS_LABEL = re.compile(
    r"^(?:Anschrift|Adresse|(?:Haus|Post|Besuch(?:er|s)|Liefer|Dienst|Büro)-?(?:anschrift|adresse)|Dienstsitz|Sitz|"
    r"Postfachadresse|Stra(?:ß|ss)e(?:\s?(?:[/,&]|und)\s?(?:Nr\.?|Haus-?(?:nr\.?|nummer)|Nummer))?|Str\.|"
    r"(?:PLZ|Postleitzahl)?(?:\s?(?:[/,&]|und)\s?)?(?:Wohn)?Ort|Stadt)\s*:\s*",
    re.IGNORECASE,
)


def _is_address(text: str, below: str) -> bool:
    """A line that is a street (if need be because a town follows), or an address as a whole."""
    text = _ADDRESS_LABEL.sub("", text)
    street = bare_street(text)
    if street and (looks_like_street(street) or (could_be_street(street) and find_town(below[:200]))):
        return True
    town = find_town(text)
    if town is None or _SPLIT.search(text[: town.start].rstrip(EDGES)):
        return False
    before = text[: town.start].strip(EDGES)
    behind = text[town.end :].strip(EDGES + "()")
    return (not before or bare_street(before) is not None) and len(behind) < 20 and not DIGIT.search(behind)


_FULL_STOP_AHEAD = re.compile(r"^.*[^\W\d_]{3}[.!?]\s+(?=[A-ZÄÖÜ])")
_FULL_STOP = re.compile(r"\w\s(?:\S+\s)*[^\W\d_]{4,}\.$")
#: `zuständig für 33098, 33100`: nobody's office, and no address.
_POSTCODES = re.compile(
    r"(?:zuständig(?:keit)?|für|PLZ|Postleitzahl(?:en)?(?:bereiche?|gebiete?)?|(?:die|den|in|im|und|bis|sowie)(?= )|"
    r"\d{5}|[\s:,;/()–-])+",
    re.IGNORECASE,
)


def _of_somebody(text: str, name: FoundName) -> bool:
    return bool(_OF_SOMEBODY.search(text[max(0, name.start - 40) : name.start]))


def _one_whole(items: list[Item]) -> list[Item]:
    if len(items) == 1:
        items[0].whole = True
    return items


def _cut(index: int, text: str, facts: Sequence[Fact], names: Sequence[FoundName]) -> Iterator[Item]:
    """The items of a line that is no sentence: names and values, and what stands between them."""
    marks: list[tuple[int, int, Fact | FoundName]] = [(fact.start, fact.end, fact) for fact in facts]
    marks += [(name.start, name.end, name) for name in names if not overlaps(name, facts)]
    marks.sort(key=lambda mark: (mark[0], mark[1]))
    done = 0
    previous: Fact | FoundName | None = None
    behind: list[Item] = []  # addresses behind linked names, which come after what the line says of them
    for start, end, mark in marks:
        if isinstance(mark, Fact) and start == end == done and isinstance(previous, FoundName):
            behind.append(Item("fact", index, start, "", mark))
            continue
        if start >= done:
            yield from _between(index, text, done, start, previous, mark)
        yield from behind
        behind.clear()
        if isinstance(mark, Fact):
            yield Item("fact", index, start, text[start:end], mark)
        else:
            aside = (
                isinstance(previous, Fact) and text[done:start].strip() == "(" and text[end : end + 2].strip() == ")"
            )
            yield Item("name", index, start, text[start:end], name=mark, aside=aside)
            if mark.role:
                yield Item("role", index, start, mark.role)
        done, previous = max(done, end), mark
    yield from _between(index, text, done, len(text), previous, None)
    yield from behind


def _between(
    index: int, text: str, start: int, end: int, before: Fact | FoundName | None, behind: Fact | FoundName | None
) -> Iterator[Item]:
    """What stands between two names or values, or at the ends of a line."""
    part = text[start:end]
    if before is not None and (note := _BRACKETED.match(part)):
        if isinstance(before, FoundName):
            yield from _noted(index, start, note[1])
        elif not note[1][:1].islower():  # `(über das Pfarrbüro)` is a remark about the number
            yield from (replace(item, aside=True) for item in as_items(index, start, note[1], False))
        part = part[note.end() :]
    part = _without_labels(part, before is not None, isinstance(behind, Fact))
    colon = text[start:end].rstrip().endswith(":") or (bool(part) and f"{part}: " in text[start:end])
    if not part:
        return
    if not isinstance(before, FoundName) and not isinstance(behind, FoundName):
        inverted = _inverted(index, start, part)
        if inverted:
            yield from inverted
            return
    alone = before is None and behind is None
    if alone:
        part = CALLED.sub("", part)  # `Telefon Sekretariat` over its number
    if alone and not find_town(part):
        chunks = [part]
    elif isinstance(before, FoundName) and not DIGIT.search(part):
        chunks = _role_chunks(part)
    elif isinstance(behind, FoundName) and ("; " in part or ": " in part) and ", " in part:
        yield from _announced(index, start, part, colon)
        return
    elif isinstance(behind, FoundName) and not DIGIT.search(part):
        chunks = _office_and_role(part.strip(EDGES))
    else:
        chunks = [chunk for piece in _SPLIT.split(part) if (chunk := piece.strip(EDGES))]
    for number, chunk in enumerate(chunks):
        head, announced, street = chunk.partition(": ")
        in_town = any(map(find_town, chunks[number + 1 : number + 2]))
        if in_town and could_be_street(chunk):
            yield Item("address", index, start, chunk)  # `Haus am Graben 3, 72762 Neustadt`
            continue
        if announced and in_town and could_be_street(street):
            yield from as_items(index, start, head, True)
            chunk = street
        if isinstance(behind, FoundName):
            chunk = _BEING.sub("", chunk)  # `Leiterin des Büros ist Eva Muster`
            asked = ASKED.search(chunk)
            chunk = asked[1] if asked and is_office(asked[1]) else chunk
        if not (isinstance(behind, FoundName) and _UNFINISHED.search(chunk)):
            yield from as_items(index, start, chunk, colon and number == len(chunks) - 1)


#: In brackets behind a name no function: `(5b, 7c)`, `(SPD)`, `(sie/ihr)`, `(kommissarisch)`.
_NO_FUNCTION = re.compile(r"\d|^[a-zäöü]|^(?:[A-ZÄÖÜ]{2,8}|Sie|Er|Bündnis\b.*|Freie Wähler|parteilos)$")


def _noted(index: int, start: int, note: str) -> Iterator[Item]:
    """`Eva Muster (Hausaufgabenhilfe)`: what stands in brackets right behind a name is what she does, or where."""
    bare = note.strip(EDGES)
    if is_role(bare) or ("," in bare and any(map(is_topic, re.split(r",\s+", bare)))):  # `(Diakonie, Flüchtlinge)`
        yield Item("role", index, start, bare)
    elif not _NO_FUNCTION.search(bare):
        yield from (item for item in as_items(index, start, bare, False) if item.kind in ("office", "text"))


def _announced(index: int, start: int, part: str, colon: bool) -> Iterator[Item]:
    """`1. Vorsitzende: Xaveria Ohnegleichen, Kasse:` before a name: other people may be announced with theirs."""
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


def _office_and_role(part: str) -> list[str]:
    """`Freundeskreis Asyl e. V., Vorsitzende` before a name: an office, and what somebody is there."""
    office, comma, role = part.rpartition(", ")
    return [office, role] if comma and is_role(role) and is_office(office) and not is_role(office) else [part]


@lru_cache(maxsize=4096)
def _without_labels(part: str, behind: bool, before_value: bool) -> str:
    """A piece without the labels of values; `behind` a name or value, `before_value`."""
    if behind:
        part = LABELS_BEHIND.sub("", part, count=1)
    if before_value:
        part = "" if _SAYS.search(part) else _FULL_STOP_AHEAD.sub("", without_label(part))
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
    for piece in _SPLIT.split(part):
        chunk = piece.strip(EDGES)
        if not chunk:
            continue
        plain = not (is_office(chunk) or is_room(chunk) or is_hours(chunk) or LABELS_BEHIND.fullmatch(chunk))
        if chunks and plain and not is_office(chunks[-1]):
            chunks[-1] += ", " + chunk
        else:
            chunks.append(chunk)
    return chunks
