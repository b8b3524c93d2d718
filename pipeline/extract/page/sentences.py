"""Sentences: the people and values they name, and the office that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import is_activity, is_generic, is_place, is_topic
from pipeline.extract.page.item import Item, Kind
from pipeline.extract.page.plain_language import CALLS, SHOWS, called, is_bridge
from pipeline.transform.name import FoundName
from pipeline.transform.names import find_names
from pipeline.transform.office import is_office, is_role

_ORG_BEHIND = re.compile(
    r"^,?\s*(?:vom|von der|von dem|von|beim|bei der|im|in der|aus dem|aus der|des|"
    r"der)\s+(?P<org>[A-ZÄÖÜ](?:[^,;:.()]{2,100}? e\. ?V\.|[^,;:.()]{2,100}))"
)
_ORG_IN_SENTENCE = re.compile(
    r"\b(?:[Aa]n das|[Aa]n die|[Aa]n den|[Bb]eim|[Bb]ei der|[Ii]m|[Dd]as|[Dd]ie|[Dd]er|[Vv]om|[Vv]on der|"
    r"[Uu]nser|[Ii]hr)\s+(?:[a-zäöüß]{4,}e[nr]? )?"
    r"(?P<org>[A-ZÄÖÜ][\w-]+(?:\s+(?:für|und|der|des|im|am|in|[A-ZÄÖÜ][\w-]+)){0,6})"
)
_INTRODUCES = re.compile(
    r"Ansprech|ansprech|hilft|helfen|wenden|erreich|Auskunft|Auskünfte|beantwortet|Fragen|zuständig|"
    r"Kontakt|berät|melden|weiter\b|heißt|heißen|gibt es: "
)
_NOUN = r"[A-ZÄÖÜ][\w-]{2,40}"
_OF_WHAT = rf"(?:der|des|für|im|in|am|vom|zur|zum)(?: (?:de[nrm]|die|das))? {_NOUN}(?: {_NOUN})?"
_NOUN_BEFORE = re.compile(
    rf"(?<![\w-])([A-ZÄÖÜ][\w-]{{4,40}}(?:[/*:]-?in)?(?: {_OF_WHAT}){{0,2}})(?:[,:]| (?:ist|sind|heißt|heißen):?)? $"
)
#: `nimmt die Kleiderkammer im Bauhof (Eva Muster, Tel. …) entgegen`, `nimmt der Bauhof an (Herr Muster, Tel. …)`
_OFFICE_BEFORE = re.compile(
    rf"(?<![\w-])({_NOUN}(?: (?:im|in der|in|am|an der|der|des|für|beim) {_NOUN}){{0,2}})"
    r"(?: (?:an|auf|ab|entgegen))? \($"
)
#: `Änderungen bitte an das Hauptamt`, Herrn Muster.
ASKED = re.compile(r"\s(?:an (?:das|die|den)|beim|bei der) ([A-ZÄÖÜ][^,;:]{2,80}?)(?:, )?$")
#: `an post@muster.de, Stabsstelle Ehrenamt, Frau Muster`: behind an address of the sentence (masked).
_LISTED = re.compile(r";, ([A-ZÄÖÜ][^,;:]{2,80}), $")
#: `Im Landratsamt ist jetzt Frau Muster …`, `Beim Jugendamt hilft Ihnen Herr Muster`
_THERE = re.compile(
    r"(?:^|[.!?:;] )(?:Im|In der|Beim|Bei der|Bei) ([A-ZÄÖÜ][^,;:.]{2,80}?)"
    r" (?:ist|sind|hat|hilft|berät|arbeitet|erreich\w+|unterstützt|betreut|steht|kümmert|übernimmt)\b[^,;:.()]{0,30} $"
)
_FIELD = rf"{_NOUN}(?: (?:und|der|des|im|in|für) {_NOUN}){{0,2}}"
#: `Bei Fragen zur Kasse hilft Frau Muster`, `Für die Kasse ist … zuständig`, `Die Leitung teilen sich …`
_TASK = re.compile(
    rf"\b[Bb]ei (?P<asked>Fragen (?:zu[mr]?|rund um|über) (?:die |den |das |dem |der )?{_FIELD})"
    rf"|\b(?:[Ff]ür|[Uu]m) (?:die |den |das )?(?P<task>{_FIELD}) "
    r"(?:ist|sind|kümmer[nt]|sorg(?:t|en)|wenden|hilft|helfen|berät|beraten|steht|stehen)\b"
    rf"|^\W*(?:Die|Das|Den) (?P<work>{_FIELD}) (?:teilen sich|haben|hat|übernehmen|übernimmt|machen|macht|"
    r"organisier(?:t|en)|koordinier(?:t|en)|betreu(?:t|en)|führ(?:t|en)) "
)
_BOTH = re.compile(r"\W*(?:Beiden?|Alle (?:zwei|drei))\b")
_LINE_LIMIT = 2000
_INTRODUCTION = 300


def read_sentence(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """People and values of a sentence, and the office that it names for them."""
    return _valued(index, text, masked, facts) if facts else bare_sentence(index, text)


def bare_sentence(index: int, text: str) -> list[Item]:
    """A sentence without values: most say nothing of anybody, and some introduce who is named in them."""
    items = [Item("sentence", index, 0, text)]
    if text.startswith(CALLS):
        items += called(index, text)
    if len(text) <= _INTRODUCTION and (_INTRODUCES.search(text) or text.startswith(SHOWS) or is_bridge(text)):
        items += _introduced(index, text)
    return items


def _valued(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """A sentence with values."""
    names = [name for name in find_names(masked) if not overlaps(name, facts)]
    both = not names and _BOTH.match(text.lstrip()) is not None  # `Beide gehören zum Amt von Eva Muster (Tel. …)`
    labels = run_in_labels(text)
    marks = [(fact.start, Item("fact", index, fact.start, "", fact, prose=True, both=both)) for fact in facts]
    for name in names:
        item = Item("name", index, name.start, text[name.start : name.end], name=name, prose=True)
        around = _around_name(index, masked, name) or _under_labels(index, name, labels)
        marks += [(name.start, item), *((name.end, each) for each in around)]
    if not names:
        marks += _office_of_sentence(index, masked)
    goes_on = text.startswith(" ") and all(item.kind == "fact" for _, item in marks)
    whole = [] if goes_on else [Item("sentence", index, 0, text)]  # another one of a paragraph that names nobody
    return whole + [item for _, item in sorted(marks, key=lambda mark: mark[0])]


def _around_name(index: int, text: str, name: FoundName) -> list[Item]:
    """What a sentence says of somebody: behind her name, or before it where no function stands behind."""
    behind = list(_behind_name(index, text, name))
    if any(item.kind == "role" for item in behind):
        return behind
    return [*_before_name(index, text, name, behind), *behind]


#: `Kleiderkammer: Wer etwas abgeben will, ruft bitte …`, `Beraterin (Stadt Celle): Sie erreichen Eva Muster …`
_RUN_IN = re.compile(r"\s*([A-ZÄÖÜ][\w-]{2,40}(?: [\w&-]{1,40}){0,4})(?: \(([^():]{3,80})\))?:\s")


def run_in_labels(text: str) -> list[tuple[Kind, str]]:
    """What a sentence is about, where it begins with a heading of its own: a function, an office, or both."""
    match = _RUN_IN.match(text)
    said = (_kind_of_label(label) for label in match.groups() if label) if match else ()
    return [each for each in said if each]


def _kind_of_label(label: str) -> tuple[Kind, str] | None:
    if is_generic(label):
        return None
    if is_role(label) or is_topic(label) or is_activity(label):
        return "role", label
    return ("office", label) if is_office(label) else None


def _under_labels(index: int, name: FoundName, labels: Sequence[tuple[Kind, str]]) -> list[Item]:
    return [Item(kind, index, name.end, label, prose=True) for kind, label in labels]


def _introduced(index: int, text: str) -> Iterator[Item]:
    """`Frau Muster hilft Ihnen gern weiter.` Her number may stand below the sentence."""
    names = find_names(text)
    if len(names) == 1 and (names[0].name.salutation or names[0].name.given):
        yield Item("name", index, names[0].start, text[names[0].start : names[0].end], name=names[0], prose=True)
        yield from _around_name(index, text, names[0])


def _before_name(index: int, text: str, name: FoundName, behind: Sequence[Item]) -> Iterator[Item]:
    """`bei Projektleiterin Eva Muster`: the noun right before a name is what she does."""
    before = text[max(0, name.start - 120) : name.start]
    noun, office = _NOUN_BEFORE.search(before), _OFFICE_BEFORE.search(before)
    if noun and is_role(noun[1]):
        yield Item("role", index, name.end, noun[1], prose=True)
    elif office and (is_office(office[1]) or is_role(office[1])):
        yield Item("office", index, name.end, office[1], prose=True)
    elif (said := ASKED.search(before) or _LISTED.search(before) or _THERE.search(before)) and is_office(said[1]):
        yield Item("office", index, name.end, said[1], prose=True)
    elif (tasks := list(_TASK.finditer(before))) and not (behind and tasks[-1]["asked"]):
        yield Item("role", index, name.end, next(filter(None, tasks[-1].groups())), prose=True)


def _behind_name(index: int, text: str, name: FoundName) -> Iterator[Item]:
    """`Eva Muster vom Jugendamt`, `Eva Muster (Hausaufgabenhilfe)`: in brackets, what is no house is what she does."""
    behind = text[name.end : name.end + 160]
    if name.role:
        yield Item("role", index, name.end, name.role, prose=True)
    if _ORG_BEHIND.match(behind):
        if org := office_behind(behind):
            yield Item("office", index, name.end, org, prose=True)
    elif behind.startswith((", ", " (")):
        chunk = re.split(r"[,;()]", behind[2:], maxsplit=1)[0].strip()
        works = behind[1] == "(" and not is_place(chunk) and (is_topic(chunk) or is_office(chunk))
        if (works or is_role(chunk)) and len(chunk) < 80:
            yield Item("role", index, name.end, chunk, prose=True)
        elif is_office(chunk) and len(chunk) < 80:
            yield Item("office", index, name.end, chunk, prose=True)


def office_behind(behind: str) -> str | None:
    """The office that stands right behind a name: ` vom Jugendamt`, `, Leiterin` names none."""
    match = _ORG_BEHIND.match(behind[:160])
    org = _GOES_ON.split(match["org"])[0].strip() if match else ""
    return org if org and is_office(org) else None


#: What goes on behind an office: `vom Jugendamt unter Tel. …`, `aus dem Sozialamt freut sich`, `… melden`.
_GOES_ON = re.compile(
    r"\s(?:unter|per|telefonisch|erreichbar|zu|steht|ist|gerne?)\b|;|\s(?!mit\b)[a-zäöüß]{2,}t\s|"
    r"\s(?:(?:an)?melden|(?:zu)?wenden|informieren|anrufen|erkundigen|bewerben|abgeben|abholen|erfragen|erhalten)$"
)


#: `Jugendamt Neustadt: 07123 940-12.` among other sentences: who answers the number (which is masked).
_ANSWERS = re.compile(
    r"\s*(?P<org>(?!(?:Bei|Für|Zu[rm]?|Im|In|An|Am|Unter|Von|Nach|Mit|Per|Alle|Fragen)\b)[A-ZÄÖÜ][^.!?:;]{2,80}): "
    r"(?:Tel(?:efon|\.):? )?;+[.\s]*$"
)


#: `Das Jugendamt ist umgezogen. Zentrale: 07123 940-0`: the number of the whole house.
_OF_HOUSE = re.compile(r"[^;]*[.!?]\s+(?:(?:Telefonz|Z)entrale|Vermittlung)(?: [^.!?;]{1,20})?:? ;")


def _office_of_sentence(index: int, text: str) -> list[tuple[int, Item]]:
    """The office that a sentence names; before it stand as many blanks as other sentences have letters."""
    told = text.lstrip()[:_LINE_LIMIT]
    start = len(text) - len(text.lstrip())
    if _OF_HOUSE.match(told):
        return []
    for match in _ORG_IN_SENTENCE.finditer(told):
        kind: Kind | None = "office" if is_office(match["org"]) else "role" if is_role(match["org"]) else None
        if kind:
            return [_office_at(index, start + match.start(), kind, match["org"])]
    answers = _ANSWERS.match(told)
    if answers and is_office(answers["org"]) and (" " in answers["org"] or is_place(answers["org"])):  # no `Hotline`
        return [_office_at(index, start + answers.start("org"), "office", answers["org"])]
    return []


def _office_at(index: int, start: int, kind: Kind, name: str) -> tuple[int, Item]:
    return start, Item(kind, index, start, name, prose=True)


def overlaps(name: FoundName, facts: Sequence[Fact]) -> bool:
    return any(fact.start < name.end and name.start < fact.end for fact in facts)
