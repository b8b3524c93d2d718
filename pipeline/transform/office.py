"""Functions of people and names of offices: which a line is, and how it is written once labels and bullets are gone.

A German phrase is what its first noun is, and a compound is what its last part is: `Leiterin Sozialamt` is a function,
`Büro der Leiterin` an office, `Amtsleiter` a function, `Beauftragtenbüro` an office.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pipeline.transform.name_words import in_roles, is_given, last_part
from pipeline.transform.names import find_names
from pipeline.transform.party import is_party, is_without_party
from pipeline.transform.prose import looks_like_prose
from pipeline.transform.text import clean, fold
from pipeline.transform.vocabulary import vocabulary, words

#: Longer lines are sentences.
_LIMIT = 160
Kind = Literal["role", "office"]

#: `Leiter*in`, `Leiter:innen`, `Leiter/-in`, `Leiter(in)`, `LeiterInnen`; `Beauftragte/r`, `Beauftragte(r)`.
_GENDER = re.compile(
    r"(?<=[a-zäöüß])(?:[*:_·/]-? ?in(?:nen)?|\(-?in(?:nen)?\)|In(?:nen)?)(?![a-zäöüß])"
    r"|(?<=[en])(?:[*:_/]-?[rnms]|\(-?[rnms]\))(?![a-zäöüß])"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LEGAL = re.compile(r"\be\. ?V\.?(?!\w)|\bg?GmbH\b|\be\. ?G\.?(?!\w)|\bgUG\b|\bKdöR\b|\bAöR\b")
#: `Lernpaten Ostalb e. V.`: who all of them are together is what the association is called.
_HELPERS = re.compile(
    r"[A-ZÄÖÜ][^\W\d_]*(?:paten|lotsen|mentoren|helfer|begleiter|mittler|dolmetscher|retter|ärzte|[Ff]reunde)(?!\w)"
)
#: Words that only say that somebody can be asked; with more behind them they are a function.
_PURE_LABELS = words(
    "ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechperson ansprechpersonen kontaktperson "
    "kontaktpersonen contact person persons ansprechpartnerschaft mitarbeiter mitarbeiterin mitarbeiterinnen "
    "mitarbeitende vertretung betreuung beratung bearbeitung begleitung planung redaktion team personal hilfe "
    "hilfen info infos"
)
_LABEL_WORDS = words(
    "ihr ihre ihren unser unsere unserer unseren die der das den dem des im in fuer und oder sowie weitere "
    "weiterer alle direkter direkte zustaendiger zustaendige vor ort sind ist wir kontakt als"
)
#: `Ihre Ansprechpartner in der Verwaltung`: wherever the page is from.
_IN_THE_HOUSE = re.compile(
    r"(?<=\w) (?:im (?:Rathaus|Haus|Team|Büro|Überblick)|"
    r"in (?:der|unserer) (?:(?:Stadt|Gemeinde|Kreis)v|V)erwaltung)(?=:?$)"
)
#: Offices in general; with a name behind them they are one.
_GENERIC = words(
    "service verwaltung netz team teams gemeinde gemeinden verein vereine stadt staedte land bund kreis "
    "region markt amt aemter beratung hilfe hilfen schule schulen kirche kirchen kirchengemeinden projekt "
    "haus treff treffpunkt gruppe gruppen initiative initiativen partnerschaften partnerschaft behoerden "
    "dienste angebote bereich bereiche abteilungen asyl kita kitas kindergaerten vereinigung netzwerk "
    "netzwerke unternehmen stelle forum archiv museum kasse praxis ausschuss politik buergerservice"
)
_NO_OFFICE = words("ehrenamt")  # ends like an office and is what volunteers do
_JOINING = words("und oder in im der die das mit von vor ort")
_LABEL = re.compile(
    r"^(?:Funktion|Position|Aufgabe(?:n|nbereich|ngebiet)?|Tätigkeit|Amt|Rolle|Zuständigkeit(?:en|sbereich)?|"
    r"Zuständig für|"
    r"Dienststelle|Einrichtung|Träger(?:schaft)?|Institution|Organisation(?:seinheit)?|Stelle|Abteilung|Behörde|Firma|"
    r"(?:(?:Haus|Post|Besuch(?:er|s)|Dienst|Büro)-?)?(?:anschrift|adresse)|(?:Stand)?ort|"
    r"Verein|Initiative|Bereich|V\.? ?i\.? ?S\.? ?d\.? ?P\.?) ?: ?|^Kontakt (?:zu[mr]|mit de[mr]) (?=[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_BULLETS = "•·‣▪■◦●○*–—→»«>|,;: \t"
#: Letters, and blanks between words: nothing of it can be a bullet, a label or a bracket around the rest.
_BARE = re.compile(r"(?!Kontakt )[^\W\d_]+(?: [^\W\d_]+)*", re.IGNORECASE)
_TRAILING_DASH = re.compile(r" [-–—]$")
_LEADING_DASH = re.compile(r"^[-•·‣▪■◦●○*–—→»>|,;: ]+")


#: `Ansprechpersonen in den Gemeinden`: more than one place, so that each says her own.
_IN_TOWNS = re.compile(
    r"((?:[Aa]nsprech|[Kk]ontakt)[\w*:/-]+) (?:in den|der) (?:Städten und )?(?:Gemeinden|Kommunen|Rathäusern)(?=:?$)"
)
#: Where something is, which says nothing of what it is: `Engagiert im Landkreis`, `Sprechstunde im Rathaus`.
_WITHIN = re.compile(
    r"(?<=\w )(?:im|am|beim|zum|zur|vom|(?:in|aus) (?:der|dem|den|unserer|unserem)) (?:[a-zäöü]+ )?[A-ZÄÖÜ][\w-]*"
)
_TOPIC = re.compile(r"(?:Arbeits)?[Ss]chwerpunkte? |The(?:ma|men) ")


@lru_cache(maxsize=8192)
def _kind_of_word(word: str) -> Kind | None:
    """What one word is. Roles first: `Sachgebietsleiter` ends as a function, `Migrationsberatung` as an office."""
    folded = last_part(word)
    if folded in vocabulary("offices") and folded not in _NO_OFFICE:
        return "office"
    return "role" if in_roles(folded) else None


#: `Freiwillige Feuerwehr Neustadt` is called so, and no volunteer.
_VOLUNTEER = re.compile(r"^Freiwilligen?r? (?=(?:[A-ZÄÖÜ][a-zäöüß]*)?[Ff]euerwehr)")


def _kind(text: str) -> Kind | None:
    """What the first telling noun of a line says it is."""
    plain = _GENDER.sub("", text)
    if _HELPERS.match(plain) and _LEGAL.search(plain):
        return "office"
    plain = _VOLUNTEER.sub("", plain) if plain.startswith("Freiw") else plain
    for word in () if _TOPIC.match(plain) else _WORD.findall(_WITHIN.sub("", plain)):
        if word[0].isupper() or len(plain) == len(word):
            kind = _kind_of_word(word)
            if kind:
                return kind
    return "office" if _LEGAL.search(plain) else None


def is_role(text: str) -> bool:
    """True for a line that says what somebody does: `Integrationsbeauftragte/r`, `Ansprechpartner für das Ehrenamt`.

    A bare label (`Ihre Ansprechpartner:`) is none, nor is a sentence.
    """
    return len(text) <= _LIMIT and _is_role(text)


def is_office(text: str) -> bool:
    """True for a line that names an office, a unit, an association or a house."""
    return len(text) <= _LIMIT and _is_office(text)


@lru_cache(maxsize=4096)
def _is_role(text: str) -> bool:
    line = _line(text)
    if line is None or is_label(line) or is_given(line.partition(" ")[0]):
        return False
    return _kind(line) == "role" and not find_names(line)


@lru_cache(maxsize=4096)
def _is_office(text: str) -> bool:
    line = _line(text)
    return line is not None and not _is_generic(line) and _kind(line) == "office"


def _is_generic(line: str) -> bool:
    """True for the words of a menu: `Verein`, `Service & Verwaltung`. They name no office in particular."""
    return all(word in _GENERIC or word in _JOINING for word in fold(line).split(" "))


#: `(5b, 7c)`, `(SPD)`, `(sie/ihr)`, `(kommissarisch)`.
_SAYS_NOTHING = re.compile(r"\d|^[a-zäöü]|^(?:[A-ZÄÖÜ]{2,8}|Sie|Er|Bündnis\b.*)$")


def may_be_said_of(text: str) -> bool:
    """Whether what stands in brackets behind a name may say what somebody does, or where: no class, no party."""
    return text != "" and not (_SAYS_NOTHING.search(text) or is_party(text) or is_without_party(text))


def is_label(text: str) -> bool:
    """True for a line that only announces people: `Ansprechpartner:`, `Ihre Ansprechpartnerinnen`, `Kontakt`."""
    return len(text) <= _LIMIT and _is_label(text)


@lru_cache(maxsize=4096)
def _is_label(text: str) -> bool:
    keys = fold(_GENDER.sub("", _IN_TOWNS.sub(r"\1", _IN_THE_HOUSE.sub("", text)))).split(" ")
    if keys[0] == "team" and len(keys) > 1 and keys[-1].isdigit():
        return False  # `Team 461` is one of several
    return keys != [""] and all(key in _PURE_LABELS or key in _LABEL_WORDS or key.isdigit() for key in keys)


def _line(text: str) -> str | None:
    """The line to judge; None where it is too long, empty, or a sentence."""
    line = clean(text)
    if not line or looks_like_prose(line) or "@" in line:
        return None
    return line


def clean_role(text: str) -> str:
    """A function as people read it: without bullets, labels (`Funktion:`), `Unser` and the colon behind it."""
    return _OUR.sub("", _cleaned(text))


def clean_office(text: str) -> str:
    """An office's name as people read it: without bullets, labels (`Träger:`) and the colon behind it."""
    return _cleaned(text)


_OUR = re.compile(r"^(?:Unsere? )+(?=[A-ZÄÖÜ])")
#: `Owen (Vorwahl 07021)`: how the numbers below are dialled is no part of a name.
_DIALLED = re.compile(r"(?<=\w)\s*\([^()]{0,40}\bVorwahl[^()]{0,40}\d\s*\)\s*:?\s*$")


#: `Telefonliste des Landratsamts | Stand: 01.08.2018`
_AS_OF = re.compile(r"[\s|,;(–-]+Stand(?: vom)?:? [^|()]{0,20}\d{4}\)?$")


def _cleaned(text: str) -> str:
    """Repeats until nothing changes, so that cleaning a clean text changes nothing."""
    line = clean(text)
    if _BARE.fullmatch(line):
        return line
    while True:
        bare = _TRAILING_DASH.sub("", _LEADING_DASH.sub("", line).rstrip(_BULLETS))
        bare = _LABEL.sub("", _AS_OF.sub("", bare) if "Stand" in bare else bare) or bare
        bare = _without_brackets(_DIALLED.sub("", bare) if "orwahl" in bare else bare)
        if bare == line:
            return bare
        line = bare


def _without_brackets(line: str) -> str:
    """Without brackets or quotation marks around the whole line."""
    for opened, closed in (("(", ")"), ("[", "]"), ("„", "“"), ("„", "”"), ("»", "«"), ('"', '"'), ("“", "”")):
        inner = line[1:-1]
        if line.startswith(opened) and line.endswith(closed) and len(line) > 2 and opened not in inner:
            return inner.strip() if closed not in inner else line
    return line
