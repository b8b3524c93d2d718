"""What a heading means: the words German offices write above a column or beside a value.

A heading may mean several things (`Kontakt` is a person or her numbers); the content of the column decides then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.extract.grid.contact_words import PHONE, STRONG
from pipeline.extract.grid.function_words import NEUTRAL, is_role_word
from pipeline.extract.grid.given_above import code_of, domain_of, stem_of
from pipeline.extract.grid.heading_order import lists_name_parts
from pipeline.extract.grid.heading_words import BODIES, FILLER, LONGEST, PERSON, QUARTERS, WEAK, WEAK_WORDS
from pipeline.extract.grid.past_columns import DATE
from pipeline.transform.text import fold

#: Who writes more of them writes a sentence.
_WORDS = 8

_HOURS_BEFORE_PHONE = re.compile(r"telefonzeit|sprechzeit|sprechstunde|erreichbarkeitszeit")
#: Last parts of compounds that are headings whatever stands before them; `Amt` is not, for `Hauptamt` is an office.
_LAST_PART = re.compile(
    r"(?<=\w{2})(?:kommunen?|traeger|ansprech(?:partner(?:in|innen)?|person(?:en)?)|person(?:en)?|partner(?:in|innen)?|bezeichnung|funktion|aufgaben?|"
    r"bemerkung(?:en)?|bereiche?|gebiete?|angebote?|projekte?|"
    r"hinweise?|namen?|kontakte?|datum|nachname|vorname)$"
)
#: Where somebody lives or works, or who belongs to an association: `Wohngemeinde`, `Einsatzstadt`, `Heimatort`.
_SEAT = re.compile(
    r"(?:wohn(?:sitz)?|heimat|einsatz|arbeits|beschaeftigungs|taetigkeits|aufenthalts|standort|sitz|mitglieds|"
    r"schul|vereins)"
    r"(gemeinden?|kommunen?|stadt|staedte|orte?)"
)
_SALUTATION = r"(?:frau|fr|herrn?|hr|mann|f|h)"
#: Headings that mean nothing word by word: `Frau/Herr`, `m/w`, English ones of two words.
_WHOLE = (
    ("salutation", re.compile(rf"{_SALUTATION}(?: (?:und|oder|u|bzw))? {_SALUTATION}|m w(?: d)?|w m(?: d)?")),
    ("given", re.compile(r"(?:first|given|middle|additional) names?|(?:vor|ruf) name")),
    ("family", re.compile(r"(?:last|family) names?|(?:fam|familien|nach|zu) name")),
    ("name", re.compile(r"(?:full|contact) names?|contact persons?")),
    ("title", re.compile(r"(?:names? )?(?:prefix|suffix)|namens (?:zusatz|vorsatz|praefix|suffix)")),
    ("role", re.compile(r"(?:job|organi[sz]ation)(?: \d)? titles?|berufs bezeichnung")),
    ("place", re.compile(r".*\b(?:address|adresse|work|business)(?: \d)? (?:city|town|ort|stadt)")),
    (
        "ignore",
        re.compile(
            r".*\b(?:typ|type|art|label|country|state|bundesland)|file as|"
            r".*\b(?:angezeigter|display|screen|messenger|user|login|benutzer) name|"
            r"(?:zustaendig(?:keit)? )?(?:fuer )?(?:die )?(?:anfangs)?buchstaben?(?:bereiche?)?|namensbereiche?"
        ),
    ),
)
_DAY = r"(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?)"
_DAYS = re.compile(rf"{_DAY}(?: (?:bis |und |u )?{_DAY})*")
_CODE = re.compile(r"vorwahl|\bvorw\b|ortsnetz|ortskennzahl|\bon ?kennz|\bonkz\b")
#: Two kinds of number under one heading, as against `Telefon mobil`, which is one.
_BETWEEN = r"\w*\.?(?: ?-?(?:nr\.?|nummern?))?\s*(?:[/,+&|]|und|u\.|oder|bzw\.?)\s*"
_EITHER = re.compile(
    rf"\b(?:tel|fon|festn){_BETWEEN}(?:mobil|handy)|\b(?:mobil|handy){_BETWEEN}(?:tel|fon|festn)", re.IGNORECASE
)
#: A date or a duration, whatever else the heading says: `im Amt seit`.
_SINCE = re.compile(r"\b(?:seit|datum|geburtstag|geburtsdatum|geb)\b")


#: Pictures above a column.
_SIGNS = {
    **dict.fromkeys("@✉📧🖂🖃", "email"),
    **dict.fromkeys("☎☏✆📞🕻🕽🕾🕿", "phone"),
    **dict.fromkeys("📠🖷", "fax"),
    **dict.fromkeys("📱📲🖁", "mobile"),
    **dict.fromkeys("🌐🌍🔗", "url"),
    **dict.fromkeys("🕐🕒⏰🕘", "hours"),
}


#: `Vor- | Nach-` below a `Name`, which ends what the hyphen leaves open.
_LEFT_OPEN = {"vor-": "given", "ruf-": "given", "nach-": "family", "zu-": "family", "familien-": "family"}
#: A word that goes on in the next line: `Vor-⏎wahl`; `Vor- und Nachname` is none.
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s+(?=[a-zäöüß])(?!(?:und|u|oder|o|bzw)\b)")


def unbroken(text: str) -> str:
    """A heading whose words are whole although its column is narrow."""
    return _BROKEN.sub("", text) if "-" in text else text


#: Two headings as one word, as programs write them that know no blanks: `PLZORT`, `STRASSENR`, `NAMEVORNAME`.
_RUN_TOGETHER = re.compile(
    r"^\s*(plz|ort|str(?:asse|aße)?|(?:nach)?name)((?:wohn)?ort|plz|(?:haus|h)?nr|vorname)\s*$", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def meanings(text: str) -> tuple[str, ...]:
    """The fields a heading may stand for, most likely first; nothing where it is no heading known here."""
    if sign := _SIGNS.get(text.strip()) or _LEFT_OPEN.get(text.strip().lower()):
        return (sign,)
    if "@" in text:
        text = domain_of(text)[0]
    if not text or len(text) > LONGEST or "@" in text:
        return ()
    text, code = code_of(stem_of(unbroken(text))[0])
    text = _RUN_TOGETHER.sub(r"\1 \2", text)
    key = fold(DATE.sub("", text))
    words = key.split()
    if not words or len(words) > _WORDS or sum(char.isdigit() for char in key) > 2:
        return ()
    if lists_name_parts(key):
        return ("name",)
    if _SINCE.search(key):
        return ("ignore",)
    if _EITHER.search(text):
        return ("phone",)
    if _DAYS.fullmatch(key):
        return ("hours",)
    known = _whole(key) or _strong(key, words) or _weak(_plain_words(text), bool(NEUTRAL.search(text)))
    if known[:1] in _NUMBERS and _DURCHWAHL.search(text):
        return ()
    if code and known[:1] in (("area_code",), ("mobile_code",)):  # it says the code itself: numbers stand below
        known = known[1:] or ("phone",)
    return known or _without_note(text)


_NUMBERS = (("phone",), ("extension",), ("fax",), ("mobile",))
#: `Durchwahl -92` is the value itself; `Telefon 2`, `Telefon 02` is the second column of numbers.
_DURCHWAHL = re.compile(r"(?:\s[1-9]|\s?[-–]\d)\d\s*$")


#: `Aufgabe / Responsible for` says it again in another language, `Name (Eigenschaft)` what stands there besides.
_NOTE = re.compile(r"(?<=\w) (?:/ .+|\([^()]+\))$")


def _without_note(text: str) -> tuple[str, ...]:
    """What comes first in a heading of which the rest says nothing known."""
    first = _NOTE.sub("", text)
    return meanings(first) if first != text else ()


def _whole(key: str) -> tuple[str, ...]:
    return next(((field,) for field, pattern in _WHOLE if pattern.fullmatch(key)), ())


def _strong(key: str, words: list[str]) -> tuple[str, ...]:
    if _HOURS_BEFORE_PHONE.search(key):
        return ("hours",)
    if _CODE.search(key):  # `Telefon (mit Vorwahl)` holds numbers, `Vorwahl Telefon` codes: the content tells
        numbers = [field for field, pattern in STRONG if field in ("fax", "mobile", "phone") and pattern.search(key)]
        other = numbers[:1] or _weak([word for word in words if not _CODE.search(word)], False)  # `Gemeinde (Vorwahl)`
        return ("mobile_code" if "mobile" in numbers else "area_code", *other)
    for field, pattern in STRONG:
        if pattern.search(key):
            if field in ("email", "phone") and _names_person(words):
                return ("name",)  # "Ansprechpartner mit Telefon": everything stands in one cell
            if field == "address":
                return ("address", *_seated(pattern, words))
            return ("contact",) if field == "email" and PHONE.search(key) else (field,)
    return ()


def _seated(address: re.Pattern[str], words: list[str]) -> tuple[str, ...]:
    """Whose name stands over the address: `Träger und Anschrift`, `Name/Adresse`; not `Anschrift des Trägers`."""
    others = [word for word in words if not address.search(word)]
    if not others or {"der", "des"} & set(words):
        return ()
    return tuple(field for field in _weak(others, False) if field in ("org", "name"))


def _names_person(words: list[str]) -> bool:
    """A person comes first and her numbers after: `Ansprechpartner/in, Telefon`; not `Telefon Ansprechpartner`."""
    return words[0] in PERSON and not any(word in ("des", "der") for word in words)


#: `Rathaus-Ansprechpartner` is one word, and a compound means what its last part does.
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]{3,})+")
#: What kind of thing a noun names does not change what it is: `amtsfreie Stadt`, `kreisangeh. Kommunen`, `Verb.gem.`
_ATTRIBUTE = re.compile(
    r"\b(?:[a-zäöüß]{3,}(?:(?:e|er|es|en)\b|\.)|[A-ZÄÖÜ][a-zäöüß]{2,}\.)(?=[\s/,(]*[A-ZÄÖÜa-zäöüß])"
)


def _plain_words(text: str) -> list[str]:
    """The words of a heading without unknown attributes; a compound with hyphens is one where it means something so."""
    text = _COMPOUND.sub(lambda word: _joined(word.group()), DATE.sub("", text))
    attributes = {fold(word) for word in _ATTRIBUTE.findall(text)}
    return [word for word in fold(text).split() if word not in attributes or word in FILLER or _weak_field(word)]


def _joined(compound: str) -> str:
    whole = compound.replace("-", "")
    return whole if _weak_field(fold(whole)) else compound


def _weak(words: list[str], neutral: bool) -> tuple[str, ...]:
    """A heading all of whose words are known: the first that means something, `Name der Einrichtung` after the last."""
    if len(words) > 1 and words[-1] == "fuer" and _weak_field(words[0]):
        return _weak_field("zustaendig")  # `Ansprechpartner/in für …`
    known = [word for word in words if word not in FILLER or word in WEAK_WORDS]
    if not known:
        return (
            ("contact",) if words == ["wie"] else ()
        )  # beside `Was | Wer`; in `Wie erreichbar?` the other word counts
    if len(known) > 1 and _weak_field(known[-1]) in (("given",), ("family",)) and not _weak_field(known[0]):
        return _weak_field(known[-1])  # `Heimleitung Vorname`
    people = neutral or known[0] in ("name", "namen")  # `Name der Integrationsbeauftragten`
    if any(not _weak_field(word) and not (people and is_role_word(word)) for word in known):
        return ()
    if known[0] in ("name", "bezeichnung", "namen") and len(known) > 1 and {"der", "des", "einer"} & set(words):
        known = known[1:]
    fields = [_weak_field(word) or ("name", "role") for word in known]
    return _together(fields) if len(fields) > 1 else fields[0]


#: `Ortsname`, `Projektnamen`: what is called so is no person.
_NAMED = re.compile(r"(\w{2,}?)namen?")


def _called(stem: str) -> tuple[str, ...]:
    """What the first part of such a compound means, without `s` and `n` between the parts: a house or a town."""
    parts = (stem, stem.removesuffix("s"), stem.removesuffix("n"), f"{stem}e")
    fields = (_weak_field(part) for part in parts)
    return next((each for each in fields if each and each[0] in ("org", "municipality", "place")), ())


@lru_cache(maxsize=4096)
def _weak_field(word: str) -> tuple[str, ...]:
    """What a word means; a compound means what its last part does: `Mitgliedskommune`, `Projektträger`."""
    found = next((each for each, vocabulary in WEAK if word in vocabulary), ())
    if found:
        return found
    if (named := _NAMED.fullmatch(word)) and (called := _called(named[1])):
        return called
    last = _SEAT.fullmatch(word) or _LAST_PART.search(word)
    shorter = last[last.re.groups] if last else word.removesuffix("s")  # `Name des Trägers`
    return _weak_field(shorter) if shorter not in ("", word) else ()


def _together(fields: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Several words: the first counts, unless it is vague and the next says it: `zuständig für (Gemeinden)`."""
    places = [each for each in fields[1:] if each[0] in ("municipality", "place")]
    if places and fields[0] in (("role",), ("role", "municipality", "name"), ("municipality", "role", "name")):
        return ("municipality",)
    if part := _part_of_name(fields):
        return part
    kinds = {each[0] for each in fields}
    if fields[0] == ("role", "municipality", "name") and kinds == {"role", "org"}:
        return ("org", "role")  # `Bereich/Amt`: what stands below tells
    if fields[0][0] == "municipality" and "name" in kinds:
        return ("municipality", "name")  # `Kommune/Name`: people below their towns
    return ("org", "municipality") if kinds == {"org", "municipality"} else fields[0]


_PARTS = ("family", "given", "title", "salutation")


def _part_of_name(fields: list[tuple[str, ...]]) -> tuple[str, ...]:
    """`Vertretung Nachname` is a part of a name, `Anrede, Name` may be all of it: the content tells."""
    parts = {each[0] for each in fields if each[0] in _PARTS}
    if not parts or (len(parts) == 1 and not any(each[0] == "name" for each in fields)):
        return ()
    if {"family", "given"} <= parts:
        return ("name",)
    return (next(part for part in _PARTS if part in parts), "name")


def part_of_name(above: str, below: str) -> tuple[str, ...]:
    """The part that `Vor` and `Nach` are below a `Name`."""
    found = meanings(f"{below} {above.split()[0]}") if below.isalpha() and above.strip() else ()
    return found if found in (("given",), ("family",)) and not meanings(below) else ()


#: `Amt` may be one of the associations of municipalities that are called so in the north.
_ASSOCIATIONS = frozenset({"amt", "aemter", "sg"})


def is_vague(text: str) -> bool:
    """True for a heading that may stand above functions, or offices, or above places: `zuständig für`, `Amt`."""
    return meanings(text)[:2] == ("role", "municipality") or fold(text) in _ASSOCIATIONS


def is_quarter(text: str) -> bool:
    """True for a heading over parts of a municipality: `Ortschaft`, `Stadtteil(e)`."""
    known = [word for word in fold(text).split() if word not in FILLER]
    return bool(known) and QUARTERS.issuperset(known)


@lru_cache(maxsize=1024)
def names_bodies(text: str) -> bool:
    """True for a heading over associations and nothing else: `Träger / Verein`, `Projektträger`."""
    known = [word for word in fold(text).split() if word not in FILLER]
    return bool(known) and all(word in BODIES or word.endswith(("traeger", "verein", "verband")) for word in known)


_FIGURE = re.compile(r"[\s.(]*\b\d\b[.)]*\s*")


@lru_cache(maxsize=1024)
def differ_in_figure(one: str, other: str) -> bool:
    """True for `Gemeinde 1` and `Gemeinde 2`, and where the first has no figure."""
    return one != other and fold(_FIGURE.sub(" ", one)) == fold(_FIGURE.sub(" ", other))


@lru_cache(maxsize=1024)
def is_day(text: str) -> bool:
    """True for days above hours: `Mo`, `Dienstag`, `Mo–Mi`."""
    return _DAYS.fullmatch(fold(text)) is not None


@lru_cache(maxsize=1024)
def says_group(text: str) -> bool:
    """True for words that are no heading: over one of several people beside each other they say what she does."""
    words = [word for word in fold(text).split() if word not in FILLER and not word.isdigit()]
    return len(text) < LONGEST and bool(words) and not meanings(text)


def are_labels_of_cards(texts: Sequence[str]) -> bool:
    """True for `Funktion: | Beraterin | Funktion: | Berater`: each label before its value, which is no sure heading."""
    labels = [text.rstrip().endswith(":") for text in texts]
    alternate = all(labels[::2]) and not any(labels[1::2])
    return alternate and all(len(meanings(text)) != 1 for text in texts[1::2])
