"""How a contact that was read becomes a record, with what its headings lend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.core.places import PLACE
from pipeline.extract.markup.lines import Line
from pipeline.extract.page.by_law import answers_for
from pipeline.extract.page.drafts import Draft, is_profession, name_of
from pipeline.extract.page.heading_kinds import (
    NUMBERED,
    is_generic,
    is_headline,
    is_like_town,
    is_pair,
    is_place,
    is_topic,
    is_unit,
    is_work,
)
from pipeline.extract.page.item import Item
from pipeline.extract.page.outline import Heading, goes_on
from pipeline.model import Raw, Reading, Record, Rules, Step, Where
from pipeline.transform.address import find_address
from pipeline.transform.deputies import is_deputy
from pipeline.transform.hours import find_hours
from pipeline.transform.letters import says_letters
from pipeline.transform.mailed_name import divided
from pipeline.transform.municipality import find_municipality, titled_municipality
from pipeline.transform.office import clean_office, clean_role, is_label, is_office, is_role
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean, fold
from pipeline.transform.town import find_town

#: A number that belongs to the function: `2. Vorsitzende`, `1. Bürgermeister`.
_RANKED = re.compile(
    r"^[1-9]\. ?(?:stellv|vors|vorst|bürgerm|beigeo|stv|ober|sprech|kass|schrift|landes|präs|leiter)", re.IGNORECASE
)
#: Labels of numbers that say who answers.
DESK = re.compile(
    r"(?!(?:Mobil|Dienst|Privat|Festnetz|Bild|Büro|Service|Kontakt|Info)-?[tT]el)[A-ZÄÖÜ][\w-]*(?:hotline|Hotline|zentrale|telefon)"
)


def record_of(draft: Draft, lines: Sequence[Line], rules: Rules, site: str) -> Record:
    """The record of a draft, with what its headings lend it."""
    readings: list[Reading] = []
    if draft.name is not None:
        mails = [str(fact.reading.value) for fact in (*draft.own, *draft.facts) if fact.field == "emails"]
        readings.append(_name(draft.name, lines, mails))
    said = [item for item in _role(draft, lines) if not is_town_of(item, draft.address)]
    role = [item for item in said if not _is_municipality(item, rules)]
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
    readings += _municipality(readings, draft, rules, [item for item in said if item not in role])
    tags = {tag for tag, on in (("footer", draft.region == "site"), ("struck", draft.struck)) if on}
    first = draft.name.line if draft.name else _first_line(draft)
    return Record(tuple(readings), lines[first].where, frozenset(tags))


def is_town_of(head: Item, address: Sequence[Item]) -> bool:
    """`Neustadt` over `73728 Neustadt` says where, not what somebody does."""
    towns = (find_town(item.text) for item in address)
    return head.kind == "text" and any(town is not None and head.text == town.city for town in towns)


def _is_municipality(head: Item, rules: Rules) -> bool:
    """`Neustadt` in bold over its people, where the district has a town of this name, says where they are."""
    town = find_municipality(head.text, rules.ags) if rules.ags and head.kind == "text" else None
    return town is not None and fold(town).startswith(fold(head.text))


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
    return _from_heading(draft, lines) or ([draft.called] if draft.called else [])


def _from_heading(draft: Draft, lines: Sequence[Line]) -> list[Item]:
    """The field of work that a heading names."""
    heading = _telling(draft, lines)
    if heading is None or heading.level < 2 or not _is_somebodys(draft, heading):
        return []
    text = lines[heading.line].text
    if is_deputy(text):
        return [Item("role", heading.line, 0, text)]
    if (said := answers_for(text)) is not None:
        return [Item("role", heading.line, 0, said)]
    shared = is_pair(text) or heading.recurs or heading.alike or _is_field_of_unit(draft.headings, lines)
    shared = shared and not is_office(text) and not looks_like_prose(text)
    work = is_work(text) or is_topic(text) or shared or heading.post
    generic = is_generic(text) and not heading.alike
    return [Item("role", heading.line, 0, text)] if work and not generic else []


def _telling(draft: Draft, lines: Sequence[Line]) -> Heading | None:
    """The last heading, but for one that only announces people: `Ihre Ansprechperson`."""
    told = (heading for heading in reversed(draft.headings) if not _only_announces(lines[heading.line].text, heading))
    return next(told, None)


def _only_announces(text: str, heading: Heading) -> bool:
    return is_label(text) and not (heading.alike or is_deputy(text))


#: `Standort Neustadt`, `Raum Neustadt`: where the people are.
_WHERE = re.compile(r"(?:Standort|Region|Raum|Bezirk|Gebiet|Ort(?:steil)?|Stadt(?:teil)?|Kreis|Haus|Gebäude) ")


def _is_field_of_unit(headings: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """`Übergangswohnheime` right below `Referat 31 – Integration`: a part of an administration is divided by fields."""
    if len(headings) < 2 or not is_unit(lines[headings[-2].line].text):
        return False
    text = lines[headings[-1].line].text
    return not (_WHERE.match(text) or is_place(text) or is_like_town(text))


def _is_somebodys(draft: Draft, heading: Heading) -> bool:
    """Whether a contact below a heading is a person or her post while nobody has it."""
    return draft.vacant if draft.name is None else heading.line != draft.name.line


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
    return Item("role", draft.line, 0, label) if DESK.fullmatch(label) else None


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
    if draft.orgs and all(office.carrier for office in draft.orgs):
        below = [each for each in draft.headings if each.level > 1 and each.line not in {item.line for item in role}]
        if draft.name is None:  # a town over a house says where it is
            below = [each for each in below if is_office(lines[each.line].text)]
        if house := lent_office(below, lines):
            return house
    own = _text("org", [*_called_above(draft, lines), *draft.orgs], lines, clean_office) if draft.orgs else []
    if own:
        return own
    if draft.above is not None and draft.above.orgs:
        office = [*_called_above(draft.above, lines), *draft.above.orgs]
        return _inherited(_text("org", office, lines, clean_office))
    taken = {item.line for item in role} | ({draft.name.line} if draft.name else set())
    above = lent_office([heading for heading in draft.headings if heading.line not in taken], lines)
    if above:
        return above
    if draft.name is None and not role and site:
        return [Reading("org", site, Raw(site, Where(line=1)), (Step("site_name", site, site),))]
    return []


def lent_office(headings: Sequence[Heading], lines: Sequence[Line]) -> list[Reading]:
    """The office that the nearest heading names which names one."""
    for heading in reversed(headings):
        text = lines[heading.line].text
        named = any(item.kind in ("name", "vacant") for item in heading.items)
        if named or is_generic(text) or is_role(text) or says_letters(text) or looks_like_prose(text):
            continue
        if heading.alike or (goes_on(lines, heading.line) and not is_office(text)):
            continue  # it says what people do, or what is to say of the office in the line above
        captioned = lines[heading.line].box.tag == "caption" and not (is_office(text) or is_place(text))
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
    if " " not in text or ", " in text or _is_over_entries(heading, draft, lines):
        return []
    return [Item("office", heading.line, 0, text)]


def _is_over_entries(heading: Heading, draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether a heading stands over a list: it calls the first entry no more than the others."""
    entry = next((box for box in lines[_first_line(draft)].box.chain() if box.tag in ("li", "entry")), None)
    return entry is not None and entry not in lines[heading.line].box.chain()


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


def _municipality(readings: Iterable[Reading], draft: Draft, rules: Rules, towns: Sequence[Item] = ()) -> list[Reading]:
    """The municipality that stands above, or that the office or a heading names; else a heading that may be one."""
    if not rules.ags:
        return []
    texts = [(Raw(item.text), item.text, "") for item in towns]
    texts += [(one.raw, str(one.value), "") for one in readings if one.field in ("org", "role")]
    texts += [
        (Raw(item.text), item.text, heading.town) for heading in reversed(draft.headings) for item in heading.items
    ]
    for raw, text, town in texts:
        bare = clean(text) if town == "town" else None
        name = find_municipality(text, rules.ags) or titled_municipality(text) or bare
        if name:
            return [
                Reading("municipality", name, raw, (Step("municipality", raw.text, name),) if name != raw.text else ())
            ]
    return [Reading(PLACE, clean(text), raw) for raw, text, town in texts if town][:1]


def lent(record: Record, headings: Sequence[Heading], lines: Sequence[Line], rules: Rules) -> Record:
    """A record of a table with the office and the municipality that headings above the table name."""
    known = {reading.field for reading in record.readings}
    readings = list(record.readings)
    role = _role_above(headings, lines, "name" in known) if not known & {"role", "org"} else []
    readings += _text("role", role, lines, clean_role)
    readings += (
        lent_office([each for each in headings if not role or each is not headings[-1]], lines)
        if "org" not in known
        else []
    )
    if "municipality" not in known:
        above = Draft(headings[-1].line, None, lines[headings[-1].line].box, headings=tuple(headings))
        readings += _municipality(readings, above, rules)
    return replace(record, readings=tuple(readings))


def _role_above(headings: Sequence[Heading], lines: Sequence[Line], named: bool) -> list[Item]:
    """`Behindertenbeauftragter`, `Migrationsberatung` as the heading right above a form or table of people."""
    text = lines[headings[-1].line].text
    told = is_role(text) or (named and (is_work(text) or is_topic(text)) and not is_generic(text))
    return [Item("role", headings[-1].line, 0, text)] if headings[-1].level > 1 and told else []
