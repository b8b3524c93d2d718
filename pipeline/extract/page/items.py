"""What each line of a page holds: people, values, addresses, functions, offices, hours, or plain text.

A line is cut at its values and names; what stands between them is cut at commas, bars and dashes and judged by itself.
Sentences are searched for people and values, but their other words are nobody's function.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.markup.lines import Line
from pipeline.extract.markup.links import only_offers_card
from pipeline.extract.page.by_law import ONLY_BY_LAW
from pipeline.extract.page.cuts import SAYS, cut, without_labels
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.form_fields import FormFields
from pipeline.extract.page.item import HEADS, Item
from pipeline.extract.page.joined_towns import join_towns
from pipeline.extract.page.paragraphs import card_behind, parts
from pipeline.extract.page.plain_language import is_plain
from pipeline.extract.page.sentences import bare_sentence, read_sentence
from pipeline.extract.page.value_labels import says_only_values
from pipeline.extract.page.whole_lines import whole_line
from pipeline.transform.name import FoundName
from pipeline.transform.name_plain import plain_name
from pipeline.transform.names import find_names
from pipeline.transform.office import is_office, is_role
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.town import find_town
from pipeline.transform.vacancy import is_vacant

_CAPITAL = re.compile(r"[A-ZÄÖÜ]")
#: Before a name these make it somebody else's: `Vorzimmer von Herrn Muster`, `c/o Muster`.
_OF_SOMEBODY = re.compile(
    r"(?:\b(?:von|des|der|für|bei|beim|an|durch|mit|nach|zu|vom|zur|zum|im Auftrag|Nachfolger(?:in)?|"
    r"in Vertretung)|c/o)\s*$",
    re.IGNORECASE,
)
#: `Anmeldung bei`, `Karten über`: whom one asks is meant.
_ASKS = re.compile(
    r"\b(?:(?:An|Rück)?[Mm]eld(?:ung(?:en)?|en)|Auskunft|Auskünfte|Infos?|Information(?:en)?|(?:Rück|Nach|An)?[Ff]ragen|"
    r"Kontakt(?:aufnahme)?|Termin\w*|(?:Tisch|Platz)?[Rr]eservierung\w*|Bestellung\w*|Bewerbung\w*|erfragen|erhältlich|"
    r"Karten\w*|Spenden?|Abholung|Ausleihe|Buchung\w*|Schlüssel)\b[^.;|]{0,40}\b(?:bei|beim|an|über|durch)\s*$"
)
_REMARK = re.compile(r"\s?\(([^()]{1,120})\)\.?")
#: A longer line may be a sentence.
_VALUE = 80


def read_items(lines: Sequence[Line], facts: Sequence[Sequence[Fact]]) -> list[list[Item]]:
    """The items of every line, in order."""
    result: list[list[Item]] = []
    fields = FormFields()
    below = [*(line.text for line in lines[1:]), ""][: len(lines)]
    for index, (line, here, following) in enumerate(zip(lines, facts, below, strict=True)):
        found = fields.read(index, line, here, following)
        if found is None:
            found = _items(index, line.text, here, following)
            if line.box.kind == "role" or (line.box.kind == "office" and _is_alone(lines, index)):
                found = _as_called(line, found)
            if line.anchors and _only_leads(line, found):
                found = []
        result.append(found)
    join_towns(lines, result)
    return result


def _is_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is all that its block says."""
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return all(line.box is not lines[index].box for line in beside)


def _only_leads(line: Line, found: Sequence[Item]) -> bool:
    """Whether the words of a line are only where one may go: a menu, or the way to a visiting card."""
    if len(found) == 1 and found[0].kind == "text" and only_offers_card(line):
        return True
    return len(line.anchors) > 1 and _is_menu(line) and all(item.kind in HEADS for item in found)


def _is_menu(line: Line) -> bool:
    """`Startseite | Ämter | Formulare`: nothing but links with bars between them, where one may go, no office.

    `Sozialamt | Integrationsbeauftragte` says of somebody where she is and what she does.
    """
    if "|" not in line.text:
        return False  # `Dezernat 2 / Sozialamt` above somebody is where she is
    linked = [line.text[anchor.start : anchor.end].strip() for anchor in line.anchors]
    if all(is_role(text) or is_office(text) for text in linked):
        return False
    shown = list(line.text)
    for anchor in line.anchors:
        shown[anchor.start : anchor.end] = " " * (anchor.end - anchor.start)
    return not any(map(str.isalnum, shown))


def _as_called(line: Line, found: list[Item]) -> list[Item]:
    """What the markup calls a function or an office, whatever words it has; in two languages it is one."""
    kinds = {item.kind for item in found}
    told = kinds <= {"text", "office", "role"} or (kinds == {"sentence"} and len(line.text) < _VALUE)
    if not found or not told or found[0].prose or found[0].colon:
        return found
    if line.box.kind == "role" or found[0].kind != "role":  # `Beauftragte` is a function whatever the markup says
        found[0].kind = "role" if line.box.kind == "role" else "office"
    found[0].text = line.text if len(found) > 1 else found[0].text
    return _one_whole(found[:1])


def _items(index: int, text: str, facts: Sequence[Fact], below: str) -> list[Item]:
    if not text:
        return [Item("fact", index, 0, "", fact) for fact in facts]
    if len(facts) == 1 and _is_labelled(text, facts[0]):
        return [Item("fact", index, facts[0].start, text[facts[0].start :], facts[0], whole=True)]
    if not facts and _is_long_sentence(text):
        return bare_sentence(index, text)
    if not facts and (name := plain_name(text)) is not None:
        return [Item("name", index, 0, text, name=name, whole=True)]
    masked = _masked(text, facts) if facts else text
    prose = len(text) > 24 and looks_like_prose(masked) and not (says_only_values(masked) or is_vacant(text))
    if _is_long_sentence(text) or prose:
        if len(facts) == 1 and _is_remarked(text, facts[0]):
            return [Item("fact", index, facts[0].start, text[facts[0].start :], facts[0], whole=True)]
        return _paragraph(index, text, masked, facts)
    if not facts and is_plain(text):
        return bare_sentence(index, text)
    if not facts and (plain := whole_line(index, text, below)) is not None:
        return plain
    names = find_names(masked) if _CAPITAL.search(masked) else ()
    if names and ONLY_BY_LAW.search(masked[: names[0].start]):
        return [Item("fact", index, fact.start, text[fact.start : fact.end], fact) for fact in facts]
    if names and _of_somebody(masked, names[0]):
        names = ()
    return _one_whole(list(cut(index, text, facts, names)))


def _is_labelled(text: str, fact: Fact) -> bool:
    """Whether a line is a value and at most its label, as most lines with a value are: `Telefon: 07161 302-110`."""
    return fact.start < fact.end == len(text) <= _VALUE and (not fact.start or _only_announces(text[: fact.start]))


def _is_remarked(text: str, fact: Fact) -> bool:
    """`Tel. 07123 940-12 (bitte nicht vor 9 Uhr)`: a value and its label with a remark in brackets behind it."""
    remark = _REMARK.fullmatch(text, fact.end)
    return remark is not None and _only_announces(text[: fact.start]) and not find_names(remark[1])


@lru_cache(maxsize=4096)
def _only_announces(label: str) -> bool:
    """Whether nothing else stands before a value, nobody's name either."""
    masked = label + ";" * _VALUE
    return not (looks_like_prose(masked) or find_names(masked) or without_labels(label, False, True))


def _paragraph(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """Sentences one by one, so that nobody gets what the next one says of somebody else."""
    spans = parts(masked, facts) if facts else []
    if len(spans) < 2:
        return _sentence(index, text, masked, facts) if facts else bare_sentence(index, text)
    result: list[Item] = []
    for start, end in spans:
        own = [fact for fact in facts if start <= fact.start < end]
        if own:
            alone = " " * start + text[start:end].rstrip()
            hidden = " " * start + masked[start:end].rstrip()
            listed = find_town(text[start:end]) and not looks_like_prose(masked[start:end])
            if listed and not SAYS.search(text[start:end].partition(": ")[0]):
                result += cut(index, alone, own, find_names(hidden))
            else:
                result += _sentence(index, alone, hidden, own)
        elif not start:
            result.append(Item("sentence", index, start, text[start:end]))
    return result


def _sentence(index: int, text: str, masked: str, facts: Sequence[Fact]) -> list[Item]:
    """A sentence; what is only announced by it is read as if it had a line of its own."""
    card = card_behind(masked, facts)
    if not card:
        return read_sentence(index, text, masked, facts)
    blank = " " * card
    listed = cut(index, blank + text[card:].rstrip(" ."), facts, find_names(blank + masked[card:]))
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


def _of_somebody(text: str, name: FoundName) -> bool:
    before = text[max(0, name.start - 80) : name.start]
    return _OF_SOMEBODY.search(before[-40:]) is not None and _ASKS.search(before) is None


def _one_whole(items: list[Item]) -> list[Item]:
    if len(items) == 1:
        items[0].whole = True
    return items
