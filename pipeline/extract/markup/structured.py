"""Contacts that a page gives to machines: JSON-LD, microdata and objects in attributes, state data of frameworks.

The visible page goes first; what stands here is news for a contact that is shown, or a contact that no one sees but
machines. Every value passes the same readers as visible text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.data_attributes import attribute_data
from pipeline.model import Address, PersonName, PhoneKind, Raw, Reading, Record, Rules, Step, Where
from pipeline.transform.address import find_address
from pipeline.transform.name import parse_name
from pipeline.transform.name_opening import may_open
from pipeline.transform.name_words import is_salutation
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office
from pipeline.transform.online import find_mails
from pipeline.transform.phone import Dialing, read_phones
from pipeline.transform.text import clean, unescaped
from pipeline.transform.web import parse_url

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_SCRIPTS, _SIZE, _OBJECTS = 60, 3_000_000, 20_000
_ASSIGNED = re.compile(r"(?:=|\(|:)\s*(?=[\[{])")
_STARTS = 8  # places in a script at which its data may begin
_WORTH = ("@", "telefon", "telephon", "telfon", "telphon", "phone", "\\u0040", "email", "e-mail")
_OFFICE_TYPE = re.compile(r"Organi[sz]ation|Office|Business|Association|NGO|Service|Government|Church|School|Place")
_PROPERTIES = 300  # of an item and of those in it
#: What an item has, not whom: parts of it that are items themselves.
_PART = re.compile(r"Address$|ContactPoint$|GeoCoordinates$")
_NAME_KEYS = ("name", "fullname", "displayname", "label", "bezeichnung", "anzeigename")
_GIVEN = ("givenname", "firstname", "vorname", "first_name")
_FAMILY = ("familyname", "lastname", "nachname", "surname", "last_name")
_TITLE = ("honorificprefix", "akademischertitel", "namenstitel", "titel")
_SALUTATION = ("anrede", "salutation")
_PHONES: tuple[tuple[PhoneKind, tuple[str, ...]], ...] = (
    ("voice", ("telephone", "phone", "telefon", "tel", "phonenumber", "telefonnummer", "telefonnr")),
    ("mobile", ("mobile", "mobil", "handy", "mobilephone", "mobiltelefon")),
    ("fax", ("faxnumber", "fax", "telefax", "faxnummer")),
)
_MAILS = ("email", "mail", "emailaddress", "e_mail")
_ROLES = ("jobtitle", "position", "funktion", "rolle", "role", "aufgabe", "contacttype", "function")
_ORGS = ("worksfor", "affiliation", "department", "organisation", "organization", "abteilung", "amt", "memberof")
_BYLINES = frozenset({"author", "creator", "publisher"})  # who made the page, whoever it is about
_STREET = ("strasse", "straße", "street", "streetaddress")
_NUMBER = ("hausnummer", "hausnr", "housenumber", "streetnumber")
_POSTCODE = ("plz", "postleitzahl", "postcode", "zip", "zipcode", "postalcode")
_CITY = ("ort", "stadt", "city", "addresslocality")


def read_structured(tree: LexborHTMLParser, html: str, rules: Rules) -> tuple[Record, ...]:
    """The records of a page's structured data, each once."""
    dialing = Dialing(area_code=rules.area_code)
    found: dict[tuple[object, ...], Record] = {}
    for data, linked in (*_data(tree), *_handed(tree, html)):
        for thing, byline in _objects(data):
            record = _record(thing, linked, html, dialing)
            if record is not None:
                record = replace(record, tags=record.tags | {"byline"}) if byline else record
                found.setdefault(tuple((r.field, r.value) for r in record.readings), record)
    for record in _microdata(tree, html, dialing):
        found.setdefault(tuple((r.field, r.value) for r in record.readings), record)
    return tuple(found.values())


# ---- where data stands ---------------------------------------------------------------------------


def _data(tree: LexborHTMLParser) -> Iterator[tuple[Any, bool]]:
    """The data of all scripts that hold some, and whether it is linked data."""
    for script in tree.css("script")[:_SCRIPTS]:
        kind = (script.attrs.get("type") or "").lower()
        if script.attrs.get("src"):
            continue
        text = (script.text() or "")[:_SIZE]
        low = text.lower()
        if not any(sign in low for sign in _WORTH):
            continue
        if "json" in kind:
            data = _loaded(text)
            if data is not None:
                yield data, "ld+json" in kind
        elif kind in ("", "text/javascript", "application/javascript", "module"):
            yield from ((data, False) for data in _assigned(text))


def _handed(tree: LexborHTMLParser, html: str) -> Iterator[tuple[Any, bool]]:
    """The data that the page's components are given in their attributes."""
    for text in attribute_data(tree, html):
        if any(sign in text[:_SIZE].lower() for sign in _WORTH) and (data := _loaded(text[:_SIZE])) is not None:
            yield data, False


def _loaded(text: str) -> Any:
    bare = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|/\*\]\]>\*/)\s*$", "", text
    ).strip()
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _assigned(text: str) -> Iterator[Any]:
    """JSON that a script assigns to a name (`window.__STATE__ = {…}`)."""
    decoder = json.JSONDecoder(strict=False)
    position = 0
    for _ in range(_STARTS):
        match = _ASSIGNED.search(text, position)
        if not match:
            return
        try:
            data, position = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            position = match.end()
            continue
        if isinstance(data, (dict, list)) and data:
            yield data


def _objects(data: Any) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """All objects inside some data, without recursion, and whether each is of who made the page."""
    waiting: list[tuple[Any, bool]] = [(data, False)]
    count = 0
    while waiting and count < _OBJECTS:
        thing, byline = waiting.pop()
        count += 1
        inside: list[tuple[Any, bool]] = []
        if isinstance(thing, dict):
            yield thing, byline
            inside = [(value, byline or str(key).lower() in _BYLINES) for key, value in thing.items()]
        elif isinstance(thing, list):
            inside = [(value, byline) for value in thing]
        waiting += [each for each in reversed(inside) if isinstance(each[0], (dict, list))]


# ---- one object ----------------------------------------------------------------------------------


def _record(thing: Mapping[str, Any], linked: bool, html: str, dialing: Dialing) -> Record | None:
    """A record of an object that can be reached and is called something."""
    keys = {str(key).lower(): value for key, value in thing.items()}
    values = _reached(keys, html, dialing)
    if not values:
        return None
    kind = " ".join(_texts(keys.get("@type")))
    name = _person(keys, "Person" in kind, linked)
    org = _first(keys, _ORGS) if name else _first(keys, _NAME_KEYS)
    address = _address(keys, html) or ([] if name else _flat_address(keys, html))
    if name is None and not (linked and _OFFICE_TYPE.search(kind)) and not _is_called(org, keys, address):
        return None
    readings = [name] if name else []
    for field, text in (("org", org), ("role", _first(keys, _ROLES))):
        if text and len(text) <= 200:
            readings.append(Reading(field, text, Raw(text, _where(text, html))))
    readings += values + address + _url(keys, html)
    tags = frozenset() if name else frozenset({"footer"})
    return Record(tuple(readings), values[0].raw.where, tags)


def _is_called(org: str, keys: Mapping[str, Any], address: Sequence[Reading]) -> bool:
    """Whether an object without a person is a contact: it says who answers, or is an office with its address."""
    return bool(org) and (bool(keys.keys() & set(_ROLES)) or (bool(address) and is_office(org)))


def _reached(keys: Mapping[str, Any], html: str, dialing: Dialing) -> list[Reading]:
    readings: list[Reading] = []
    for kind, names in _PHONES:
        for text in (text for key in names for text in _texts(keys.get(key))[:20]):
            raw = Raw(text, _where(text, html))
            numbers = read_phones(
                clean(unescaped(text)), dialing, None if kind == "voice" else kind, labelled=True
            ).found
            readings += [Reading("phones", found.phone, raw, found.steps) for found in numbers]
    for text in (text for key in _MAILS for text in _texts(keys.get(key))[:20]):
        readings += [
            Reading("emails", mail.address, Raw(text, _where(text, html)), mail.steps)
            for mail in find_mails(unescaped(text))
        ]
    points = keys.get("contactpoint")
    for point in (points if isinstance(points, list) else [points])[:20]:
        if isinstance(point, dict):
            readings += _reached(
                {str(key).lower(): value for key, value in point.items() if key != "contactPoint"}, html, dialing
            )
    return readings


def _person(keys: Mapping[str, Any], stated: bool, linked: bool) -> Reading | None:
    given, family = _first(keys, _GIVEN), _first(keys, _FAMILY)
    title, salutation = _first(keys, _TITLE) or _academic(keys), _first(keys, _SALUTATION)
    if family and (given or stated) and not is_salutation(family):
        text = " ".join(part for part in (salutation, title, given, family) if part)
        try:
            return Reading("name", parse_name(text).name, Raw(text))
        except ValueNotUnderstood:
            return Reading("name", PersonName(family, given or None, title or None), Raw(text))
    text = _first(keys, _NAME_KEYS)
    if not text or len(text) > 120 or not (stated or (not linked and is_person(text))):
        return None
    try:
        found = parse_name(text)
    except ValueNotUnderstood:
        return None
    return Reading("name", found.name, Raw(text), found.steps)


def _academic(keys: Mapping[str, Any]) -> str:
    """What stands in `title`, if it is an academic one: elsewhere it is what somebody does."""
    title = _first(keys, ("title",))
    return title if title and may_open(f"{title} Muster", 0) else ""


def _address(keys: Mapping[str, Any], html: str) -> list[Reading]:
    value = keys.get("address")
    place = value[0] if isinstance(value, list) and value else value
    if not isinstance(place, dict):
        return []
    parts = [
        clean(str(place.get(key) or ""))[:200] or None for key in ("streetAddress", "postalCode", "addressLocality")
    ]
    if not any(parts):
        return []
    raw = ", ".join(part for part in parts if part)
    return [Reading("address", Address(*parts), Raw(raw, _where(parts[0] or raw, html)))]


def _flat_address(keys: Mapping[str, Any], html: str) -> list[Reading]:
    """An address whose parts stand beside the name of an office: `strasse`, `plz`, `ort`; whole or not at all."""
    street, number, postcode, city = (_first(keys, names) for names in (_STREET, _NUMBER, _POSTCODE, _CITY))
    lines = [f"{street} {number}".strip(), f"{postcode} {city}"]
    found = find_address(lines)
    if found is None or not (found.address.street and found.address.city):
        return []
    return [Reading("address", found.address, Raw(", ".join(lines), _where(street, html)), found.steps)]


def _url(keys: Mapping[str, Any], html: str) -> list[Reading]:
    text = _first(keys, ("url",))
    try:
        url = parse_url(text) if text else ""
    except ValueNotUnderstood:
        return []
    steps = (Step("url", text, url),) if url != text else ()
    return [Reading("url", url, Raw(text, _where(text, html)), steps)] if url else []


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value[:2000]]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return []  # a number has lost its leading zero
    if isinstance(value, dict):
        return _texts(value.get("name"))
    if isinstance(value, list):
        return [text for each in value[:20] if isinstance(each, (str, dict)) for text in _texts(each)]
    return []


def _first(keys: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        for text in _texts(keys.get(name)):
            if shown := clean(unescaped(re.sub(r"<[^<>]{0,200}>", " ", text))):
                return shown
    return ""


def _where(text: str, html: str) -> Where:
    """The first line of the source that holds a text."""
    here = html.find(text[:60]) if text else -1
    return Where(html.count("\n", 0, here) + 1 if here >= 0 else None, "script")


# ---- microdata in attributes ---------------------------------------------------------------------


def _properties(node: LexborNode) -> list[LexborNode]:
    """What is said of an item itself: the people who work there are items of their own, its address is a part of it."""
    return [prop for prop in node.css("[itemprop]")[:_PROPERTIES] if _item_of(prop).mem_id == node.mem_id]


def _item_of(prop: LexborNode) -> LexborNode:
    """The item of which a property is said."""
    around = prop.parent
    while around is not None and around.parent is not None:
        if "itemscope" in around.attrs and not _is_part(around):
            return around
        around = around.parent
    return prop


def _is_part(item: LexborNode) -> bool:
    """Whether an item is an address or the like of another, or says only that it belongs to one."""
    kind = item.attrs.get("itemtype") or ""
    return _PART.search(kind) is not None or (not kind and "itemprop" in item.attrs)


def _microdata(tree: LexborHTMLParser, html: str, dialing: Dialing) -> Iterator[Record]:
    """Items whose numbers and addresses stand in `<meta content>` only, where no visitor sees them."""
    if "itemprop" not in html:
        return
    for node in tree.css("[itemscope]")[:300]:
        keys: dict[str, Any] = {}
        hidden = False
        for prop in _properties(node)[:60]:
            name = (prop.attrs.get("itemprop") or "").lower()
            content = prop.attrs.get("content")
            hidden = hidden or (content is not None and name in ("telephone", "faxnumber", "email"))
            if name and name not in keys and "itemscope" not in prop.attrs:
                keys[name] = content or clean(prop.text() or "")[:300]
        if not hidden:
            continue
        kind = (node.attrs.get("itemtype") or "").rpartition("/")[2]
        record = _record({"@type": kind, **keys}, True, html, dialing)
        if record is not None:
            yield record
