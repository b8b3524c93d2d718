"""A contact while it is being read: what is known of it so far, and how it becomes a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

from pipeline.extract.markup.lines import Box, Line
from pipeline.extract.page.by_law import answers_for
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.heading_kinds import (
    DEPUTY,
    NUMBERED,
    is_activity,
    is_generic,
    is_headline,
    is_pair,
    is_place,
    is_topic,
    is_work,
)
from pipeline.extract.page.item import Item
from pipeline.extract.page.mailed_name import divided
from pipeline.extract.page.outline import Heading
from pipeline.model import PersonName, Raw, Reading, Record, Rules, Step, Where
from pipeline.transform.address import find_address
from pipeline.transform.hours import find_hours
from pipeline.transform.municipality import find_municipality, titled_municipality
from pipeline.transform.office import clean_office, clean_role, is_office, is_role
from pipeline.transform.text import clean, fold, looks_like_prose
from pipeline.transform.town import find_town

#: A number that belongs to the function: `2. Vorsitzende`, `1. Bürgermeister`.
_RANKED = re.compile(
    r"^[1-9]\. ?(?:stellv|vors|vorst|bürgerm|beigeo|stv|ober|sprech|kass|schrift|landes|präs|leiter)", re.IGNORECASE
)

_BRACKETS = re.compile(r" \([^()]*\)$")
#: What somebody has learnt, wherever it is done.
_PROFESSION = re.compile(
    r"(?:RA(?:in)?|(?:Rechts|Fach)anw(?:alt|ältin)|(?:Zahn|Fach|Tier)?(?:[Aa]rzt|[Ää]rztin)|"
    r"(?:Notar|Steuerberater|Wirtschaftsprüfer|Architekt|Ingenieur|Psycholog|Pädagog|Sozialarbeiter|Sozialpädagog|"
    r"Therapeut|Psychotherapeut|Jurist|Mediator|Supervisor|Informatiker|Betriebswirt)(?:e|in)?)"
)
#: Labels of numbers that say who answers.
_DESK = re.compile(
    r"(?!(?:Mobil|Dienst|Privat|Festnetz|Bild|Büro)tel)[A-ZÄÖÜ][\w-]*(?:hotline|Hotline|zentrale|telefon)"
)


@dataclass(slots=True, eq=False)
class Draft:
    """One contact in the making. `roles` and `orgs` are in the order of the page."""

    line: int
    card: Box | None
    box: Box
    name: Item | None = None
    roles: list[Item] = field(default_factory=list)
    inherited: Item | None = None  # a function that stands above several people
    orgs: list[Item] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    own: list[Fact] = field(default_factory=list)  # values that are hers whoever else is meant
    address: list[Item] = field(default_factory=list)
    hours: list[Item] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()
    above: Draft | None = None  # the office in whose block the person stands
    level: int = 0  # of the heading that is the name
    region: str = "main"
    struck: bool = False
    last: int = 0  # the last line with something of it
    prose: bool = False

    @property
    def reached(self) -> bool:
        """Whether it has a number or a mail address."""
        return any(fact.field != "url" for fact in chain(self.own, self.facts))

    def kinds(self) -> set[str]:
        """Which kinds of values it has: `voice`, `fax`, `mobile`, `emails`, `url`."""
        return {kind_of(fact) for fact in (*self.own, *self.facts)}


def kind_of(fact: Fact) -> str:
    """The kind of a number, or the field of another value."""
    return getattr(fact.reading.value, "kind", fact.field)


def take_heads(draft: Draft, heads: Sequence[Item], lines: Sequence[Line]) -> Item | None:
    """Sorts what stands above a name or value into the draft; returns a function that has a line of its own."""
    standing = None
    kept = _last_boxes(heads, lines)
    for item, below in zip_longest(kept, kept[1:]):
        if _take_head(draft, item, below, lines) and item.line != draft.line:
            standing = item
    if draft.address and any(role.kind == "text" for role in draft.roles):
        draft.roles = [role for role in draft.roles if not _is_town_of(role, draft.address)]
    return standing


def _is_town_of(head: Item, address: Sequence[Item]) -> bool:
    """`Neustadt` over `73728 Neustadt` says where, not what somebody does."""
    towns = (find_town(item.text) for item in address)
    return head.kind == "text" and any(town is not None and head.text == town.city for town in towns)


def _take_head(draft: Draft, item: Item, below: Item | None, lines: Sequence[Line]) -> bool:
    """Takes one thing in; True for a function that may be that of the next person, too."""
    strong = lines[item.line].strong or item.colon
    if item.kind == "address":
        draft.address.append(item)
    elif item.kind == "text" and _is_before_name(item, draft, lines):
        draft.orgs += [role for role in draft.roles if role.kind == "text"]
        draft.roles = [*(draft.roles if _is_rank(item, draft, lines) else []), item]
    elif item.kind == "role" or (draft.name is not None and _is_work_above(item, draft, strong)):
        draft.roles = [*(draft.roles if _is_rank(item, draft, lines) else []), item]
        return True
    elif item.kind in ("text", "office") and _is_asked_for(item, draft, lines):
        draft.roles.append(item)
    elif item.kind == "office":
        draft.orgs.append(item)
    elif item.kind == "text" and not is_generic(item.text) and not looks_like_prose(item.text):
        return _take_text(draft, item, below, lines)
    return False


def _take_text(draft: Draft, item: Item, below: Item | None, lines: Sequence[Line]) -> bool:
    """Words that no list knows: what somebody does, or where it is."""
    strong = lines[item.line].strong or item.colon
    closest = item.colon and item.line == draft.line and all(role.kind == "text" for role in draft.roles)
    if draft.name is not None and strong and (not draft.roles or closest) and not item.text.endswith("!"):
        draft.orgs += draft.roles  # `Neustadt | Sprachkurse: Eva Muster`
        draft.roles = [item]
        return True
    if item.line >= draft.line - 4 and (strong or _is_called_by(item, draft, lines)):
        draft.orgs.append(item)
    elif draft.name is None and below and below.kind == "address" and below.line == item.line + 1:
        draft.orgs.append(item)  # whose street stands right below
    return False


def _is_rank(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Pröpstin Eva Muster` below `Beauftragte für Flucht`: what she is besides, no other function."""
    above = draft.roles[-1] if draft.roles else None
    if above is None or above.kind == "text" or above.line != draft.line - 1:
        return False
    return _is_before_name(item, draft, lines)


def _is_asked_for(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Geschäftszimmer: -201` without a person: what one asks for there, of the office above."""
    if draft.name is not None or item.line != draft.line or is_place(item.text) or is_generic(item.text):
        return False
    if _DESK.fullmatch(item.text):
        return item.colon or bool(_lent_office(draft.headings, lines))
    return item.kind == "text" and item.colon and bool(_lent_office(draft.headings, lines))


def _is_before_name(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """`Jugendwart Eva Muster`: one word right before a name, with no sign between, is what she is."""
    if draft.name is None or item.line != draft.line or item.colon or item.prose or " " in item.text:
        return False
    named = item.kind == "role" or not is_place(item.text)  # an `Oberkirchenrat` is somebody
    return len(item.text) > 3 and named and f"{item.text} {draft.name.text}" in lines[item.line].text


def _is_work_above(item: Item, draft: Draft, strong: bool) -> bool:
    """`Verwaltung` in bold or right above a name is what she does."""
    if item.kind == "text":
        return not item.colon and not strong and item.line == draft.line - 1 and is_activity(item.text)
    if item.kind != "office" or not (strong or item.line == draft.line - 1):
        return False
    bare = _BRACKETS.sub("", item.text)  # `Beratung geflüchteter Frauen (Arabisch)`
    listed = bare.count(", ") > 1 and item.whole  # `Ökumene, Partnerschaften, Kirchentag`
    matter = " " in bare and (is_topic(bare) or listed)
    return is_activity(item.text) or (not is_place(item.text) and (item.colon or matter))


def _is_called_by(item: Item, draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether a plain text calls what stands below it: in one box with it, or as the title of an entry of nobody."""
    box = lines[item.line].box
    return _is_near(box, draft.box) or (
        draft.name is None and box.kind in ("title", "name") and item.text[-1] not in "!?"
    )


def _is_near(box: Box, other: Box) -> bool:
    """Whether two lines stand in one box, or in cells of one row."""
    return box is other or (box.tag in ("td", "th") and other.tag == "td" and box.parent is other.parent)


def _last_boxes(heads: Sequence[Item], lines: Sequence[Line]) -> list[Item]:
    """The heads of the last block that has any, and of the blocks before it unless those are a list of such lines."""
    kept: list[Item] = []
    boxes: list[Box] = []
    for item in reversed(heads):
        box = lines[item.line].box
        if box not in boxes and item.kind != "address":  # street and town may have a block each
            if len(boxes) == 3 or (boxes and box.tag == "li" and boxes[-1].tag == "li"):
                break
            boxes.append(box)
        kept.append(item)
        if len(kept) == 8:
            break
    return kept[::-1]


# ---- drafts become records -----------------------------------------------------------------------


def record_of(draft: Draft, lines: Sequence[Line], rules: Rules, site: str) -> Record:
    """The record of a draft, with what its headings lend it."""
    readings: list[Reading] = []
    if draft.name is not None:
        mails = [str(fact.reading.value) for fact in (*draft.own, *draft.facts) if fact.field == "emails"]
        readings.append(_name(draft.name, lines, mails))
    role = _role(draft, lines)
    readings += _office(draft, lines, site, role)
    readings += _text("role", role, lines, clean_role)
    readings += _address(draft, lines)
    readings += _hours(draft, lines)
    seen: set[tuple[str, object]] = set()
    for fact in (*draft.own, *draft.facts):
        key = (fact.field, fact.reading.value)
        if key not in seen:
            seen.add(key)
            readings.append(fact.reading)
    readings += _municipality(readings, draft, rules)
    tags = {tag for tag, on in (("footer", draft.region == "site"), ("struck", draft.struck)) if on}
    first = draft.name.line if draft.name else _first_line(draft)
    return Record(tuple(readings), lines[first].where, frozenset(tags))


def _first_line(draft: Draft) -> int:
    """The line at which a contact without a person begins."""
    heads = [item.line for item in (*draft.orgs, *draft.roles)]
    return min([*heads, draft.line])


def _name(item: Item, lines: Sequence[Line], mails: Sequence[str]) -> Reading:
    assert item.name is not None
    read = item.name.name
    name = divided(read, mails)
    told = () if name == read else (Step("name_parts", read.family, f"{name.given} {name.family}"),)
    return Reading("name", name, Raw(item.text, lines[item.line].where), item.name.steps + told)


def _role(draft: Draft, lines: Sequence[Line]) -> list[Item]:
    """The functions of a draft: its own, one that stands above several people, or the field of work of its heading."""
    if post := _post_above_profession(draft, lines):
        return [post, *draft.roles]
    if draft.roles or draft.inherited:
        return draft.roles or [item for item in (draft.inherited,) if item]
    if ministry := _ministry(draft, lines):
        return [ministry]
    if draft.name is None and not draft.orgs and (desk := _desk(draft, lines)):
        return [desk]
    heading = draft.headings[-1] if draft.headings else None
    if draft.name is None or heading is None or heading.line == draft.name.line or heading.level < 2:
        return []
    text = lines[heading.line].text
    if fold(text) in DEPUTY:
        return [Item("role", heading.line, 0, text)]
    if (said := answers_for(text)) is not None:
        return [Item("role", heading.line, 0, said)]
    shared = (is_pair(text) or heading.recurs or heading.alike) and not is_office(text) and not looks_like_prose(text)
    work = is_work(text) or is_topic(text) or shared
    return [Item("role", heading.line, 0, text)] if work and not is_generic(text) else []


def is_profession(item: Item) -> bool:
    """`RAin`, `Rechtsanwältin`: what somebody has learnt leaves open what she does."""
    return _PROFESSION.fullmatch(item.text) is not None


def _post_above_profession(draft: Draft, lines: Sequence[Line]) -> Item | None:
    """`Rechtsanwältin Eva Muster` right below the heading `Datenschutzbeauftragte`: her post is what stands above."""
    heading = draft.headings[-1] if draft.headings else None
    if draft.name is None or heading is None or heading.line != draft.name.line - 1 or len(draft.roles) != 1:
        return None
    own, text = draft.roles[0], lines[heading.line].text
    if own.line != draft.name.line or not is_profession(own) or not is_role(text):
        return None
    return Item("role", heading.line, 0, text)


def _ministry(draft: Draft, lines: Sequence[Line]) -> Item | None:
    """`Pfarrerin Eva Muster`: where nothing else says what she does or where, her title does."""
    person = name_of(draft)
    word = (person.title or "").partition(" ")[0] if person else ""
    if draft.name is None or not is_role(word) or draft.orgs or draft.above is not None:
        return None
    placed = any(is_office(lines[heading.line].text) for heading in draft.headings)
    return None if placed else Item("role", draft.name.line, 0, word)


def _desk(draft: Draft, lines: Sequence[Line]) -> Item | None:
    """`Telefonzentrale: 07123 940-0`: a label that says who answers, where nothing else does."""
    if not draft.facts:
        return None
    label = lines[draft.line].text[: draft.facts[0].start].strip(" :")
    return Item("role", draft.line, 0, label) if _DESK.fullmatch(label) else None


def _text(field_name: str, items: Sequence[Item], lines: Sequence[Line], cleaner: object) -> list[Reading]:
    """Lines of one text field joined with commas."""
    texts: list[str] = []
    for item in items:
        shown = clean(item.text)
        ranked = field_name == "role" and _RANKED.match(shown)
        text = cleaner(shown if ranked else NUMBERED.sub("", shown))  # type: ignore[operator]
        if text and text not in texts and len(text) <= 300:
            texts.append(text)
    if not texts:
        return []
    raw = Raw(" / ".join(item.text for item in items), lines[items[0].line].where)
    value = ", ".join(texts)
    steps = (Step("text_joined" if len(texts) > 1 else "label_removed", raw.text, value),) if value != raw.text else ()
    return [Reading(field_name, value, raw, steps)]


def _office(draft: Draft, lines: Sequence[Line], site: str, role: Sequence[Item]) -> list[Reading]:
    if draft.name is not None and draft.orgs and all(office.carrier for office in draft.orgs):
        below = [each for each in draft.headings if each.level > 1 and each.line not in {item.line for item in role}]
        if house := _lent_office(below, lines):
            return house
    own = _text("org", [*_called_above(draft, lines), *draft.orgs], lines, clean_office) if draft.orgs else []
    if own:
        return own
    if draft.above is not None and draft.above.orgs:
        office = [*_called_above(draft.above, lines), *draft.above.orgs]
        return _inherited(_text("org", office, lines, clean_office))
    taken = {item.line for item in role} | ({draft.name.line} if draft.name else set())
    above = _lent_office([heading for heading in draft.headings if heading.line not in taken], lines)
    if above:
        return above
    if draft.name is None and not role and site:
        return [Reading("org", site, Raw(site, Where(line=1)), (Step("site_name", site, site),))]
    return []


def _lent_office(headings: Sequence[Heading], lines: Sequence[Line]) -> list[Reading]:
    """The office that the nearest heading names which names one."""
    for heading in reversed(headings):
        text = lines[heading.line].text
        if is_generic(text) or is_role(text) or looks_like_prose(text) or any(i.kind == "name" for i in heading.items):
            continue
        captioned = lines[heading.line].box.tag == "caption" and not is_office(text)
        if is_headline(text):
            continue
        if (heading.level > 1 and not captioned) or (is_office(text) and is_place(text)):
            item = Item("office", heading.line, 0, text)
            return _inherited(_text("org", [item], lines, clean_office), "heading_above")
    return []


def _called_above(draft: Draft, lines: Sequence[Line]) -> list[Item]:
    """The heading right above an office: `Beratungsstelle Neustadt` over the line `Kreisverband Tannberg`."""
    heading = draft.headings[-1] if draft.headings and draft.name is None else None
    if heading is None or heading.level < 2 or heading.line < _first_line(draft) - 1:
        return []
    text = lines[heading.line].text
    if is_generic(text) or is_role(text) or not is_place(text) or heading.line == _first_line(draft):
        return []
    if " " not in text or ", " in text:
        return []
    return [Item("office", heading.line, 0, text)]


def _inherited(readings: list[Reading], rule: str = "office_above") -> list[Reading]:
    return [
        Reading(one.field, one.value, one.raw, (*one.steps, Step(rule, one.raw.text, str(one.value))))
        for one in readings
    ]


def _address(draft: Draft, lines: Sequence[Line]) -> list[Reading]:
    if not draft.address:
        return []
    texts = [item.text for item in draft.address]
    found = find_address(texts)
    if found is None:
        return []
    first = draft.address[found.first]
    raw = Raw("\n".join(texts[found.first : found.last + 1]), lines[first.line].where)
    return [Reading("address", found.address, raw, found.steps)]


def _hours(draft: Draft, lines: Sequence[Line]) -> list[Reading]:
    if not draft.hours:
        return []
    raw = "\n".join(item.text for item in draft.hours)
    hours = find_hours(raw)
    if not hours:
        return []
    steps = (Step("hours", raw, hours),) if hours != raw else ()
    return [Reading("hours", hours, Raw(raw, lines[draft.hours[0].line].where), steps)]


def _municipality(readings: Iterable[Reading], draft: Draft, rules: Rules) -> list[Reading]:
    """The municipality that the office or a heading names."""
    if not rules.ags:
        return []
    texts = [(one.raw, str(one.value)) for one in readings if one.field in ("org", "role")]
    texts += [(Raw(item.text), item.text) for heading in reversed(draft.headings) for item in heading.items]
    for raw, text in texts:
        name = find_municipality(text, rules.ags) or titled_municipality(text)
        if name:
            return [
                Reading("municipality", name, raw, (Step("municipality", raw.text, name),) if name != raw.text else ())
            ]
    return []


def lent(record: Record, headings: Sequence[Heading], lines: Sequence[Line], rules: Rules) -> Record:
    """A record of a table with the office and the municipality that headings above the table name."""
    known = {reading.field for reading in record.readings}
    readings = list(record.readings)
    role = _role_above(headings, lines) if not known & {"role", "org"} else []
    readings += _text("role", role, lines, clean_role)
    readings += (
        _lent_office([each for each in headings if not role or each is not headings[-1]], lines)
        if "org" not in known
        else []
    )
    if "municipality" not in known:
        above = Draft(headings[-1].line, None, lines[headings[-1].line].box, headings=tuple(headings))
        readings += _municipality(readings, above, rules)
    return replace(record, readings=tuple(readings))


def _role_above(headings: Sequence[Heading], lines: Sequence[Line]) -> list[Item]:
    """`Behindertenbeauftragter` as the heading right above a form or table of people."""
    text = lines[headings[-1].line].text
    return [Item("role", headings[-1].line, 0, text)] if headings[-1].level > 1 and is_role(text) else []


def name_of(draft: Draft) -> PersonName | None:
    """The person of a draft."""
    return draft.name.name.name if draft.name and draft.name.name else None
