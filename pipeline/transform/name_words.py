"""What a single word can be in a person's name: given name, initial, particle, or none of it.

Each word is judged once; the lists behind are read when the first word is judged.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.text import fold
from pipeline.transform.vocabulary import vocabulary, words

#: Small figures stand behind a name for a note below: `Eva Muster²`.
MARKS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_LETTER = rf"[^\W\d_{MARKS}]"
#: A word as it may stand in a name: `Müller-Lüdenscheidt`, `D'Angelo`, `N’Diaye`, `dell’Acqua`.
WORD = rf"(?:{_LETTER}{{1,5}}['’`´])?{_LETTER}+(?:[-‐‑'’`´]{_LETTER}+)*"
#: Abbreviated given names: `T.`, `H.-P.`, `Th.`, `K.H.`, `Hans-J.`
INITIAL = r"(?:(?:[^\W\d_]{1,15}-)?[^\W\d_]\.(?:-?[^\W\d_]\.){0,2}|(?:Th|Ch|Chr|Ph|Joh|Wolfg|Hch|Ant|Seb)\.)"
_INITIAL = re.compile(INITIAL)

#: Particles that lead a family name and never stand alone.
_SMALL_PARTICLES = words(
    "von vom van vander tho zu zum zur der den dem de het 't ’t te ter ten tot op del della dalla dal di da "
    "do das dos du des tom tor thor la le les lo las los el al ul bin ibn ben bint abu y e i und af av och auf im "
    "in aus d l"
) - {"und", "im", "in", "aus", "auf", "i", "das", "les"}
#: Some families are named for where they came from and where they still are.
_BOTH = frozenset(f"{origin} und {seat}" for origin in ("von", "vom") for seat in ("zu", "zum", "zur"))
_SMALL_PARTICLES |= _BOTH
_SMALL_PARTICLES |= {"v.", "v.d.", "v. d."}
_GERMAN_PARTICLES = words("von vom zu zum zur") | {"v.", "v.d.", "v. d."} | _BOTH
#: German writes these with a capital: `Nadia Ben Youssef`; and `BEN MUSTER` is called Ben.
_WITH_CAPITAL = words("ben bin ibn bint abu")
_CAPITAL_PARTICLES = words(
    "El Al Abu Abd Abdel Bin Ibn Ben Bint Bel Von Zu Van De Den Der Di Da Do Dos Del Della Dalla La Le Lo Los Las "
    "Du Des Ter Ten Te Mac Mc St San Santa Freiherr Freifrau Freiin Baron Baronin Baronesse Graf Gräfin Prinz "
    "Prinzessin Fürst Fürstin Ritter Edler Edle Reichsgraf Reichsfreiherr Frhr. Frfr. Freifr."
)
_NOBLE = words(
    "Freiherr Freifrau Freiin Baron Baronin Baronesse Graf Gräfin Prinz Prinzessin Fürst Fürstin Ritter Edler "
    "Edle Reichsgraf Reichsfreiherr Frhr. Frfr. Freifr. St San Santa"
)


_MONTHS = words("august mai april")
#: `Annekathrin` is two given names of so many letters at least.
_PART = 4


@lru_cache(maxsize=8192)
def is_given(word: str) -> bool:
    """True for a known given name; of a double one (`Eva-Maria`) every part has to be known."""
    parts = fold(word).split(" ")
    known = vocabulary("given_names").words
    months = _MONTHS if len(parts) > 1 and not known.isdisjoint(parts) else frozenset()  # `Ernst-August`
    if all(part in known or part in months for part in parts) or (len(parts) == 2 and "".join(parts) in known):
        return True
    whole = parts[0] if len(parts) == 1 and word[:1].isupper() and not in_roles(parts[0]) else ""
    return any(whole[:cut] in known and whole[cut:] in known for cut in range(_PART, len(whole) - _PART + 1))


def is_short_given(beginning: str) -> bool:
    """True for the letters with which a given name begins: `Friedr` of `Friedr.`"""
    return any(name.startswith(fold(beginning)) for name in vocabulary("given_names").words)


def is_given_here(word: str) -> bool:
    """True for a given name, a month too: behind `Herr`, `August` is no date."""
    return is_given(word) or fold(word) in _MONTHS


@lru_cache(maxsize=8192)
def is_surname(word: str) -> bool:
    """True for a known surname; the list has above all those that mean something else as well (`Hofmeister`)."""
    return fold(word) in vocabulary("surnames").words


#: What only family names end in: sons of somebody, people of a trade or a place.
_FAMILY_ENDS = re.compile(
    r"[a-z]{3}(?:sen|mann|me[iy]er|ma[iy]er|mueller|bauer|[cs]k[iy]|wicz|ovic|enko|opoulos|oglu|dze|sh?vili)$"
)


@lru_cache(maxsize=8192)
def is_like_surname(word: str) -> bool:
    """True for a known surname and for what is built like one (`Feddersen`)."""
    return is_surname(word) or (_FAMILY_ENDS.search(fold(word)) is not None and not is_given(word))


_SALUTATIONS = words("frau fr frl fraeulein herr herrn hr hrn mr mrs ms eheleute ehepaar")


@lru_cache(maxsize=8192)
def is_salutation(word: str) -> bool:
    """True for `Frau`, `Herr` …: nobody is called so, wherever it stands; the few families Herr are better missing."""
    return fold(word) in _SALUTATIONS


@lru_cache(maxsize=8192)
def is_function(word: str) -> bool:
    """True for a word that says what somebody does (`Leiterin`, `Integrationsbeauftragter`)."""
    last = last_part(word)
    return in_roles(last) and last not in vocabulary("surnames").words


def is_office_word(word: str) -> bool:
    """True for a word that is an office: `Sozialamt`, `Gemeinde`."""
    return last_part(word) in vocabulary("offices")


@lru_cache(maxsize=8192)
def is_built_like_office(word: str) -> bool:
    """True for `Stollwerk`, which may be a family name; `Jugendwerk` and `Diakoniewerk` are none."""
    key, offices = last_part(word), vocabulary("offices")
    stem = key.removesuffix("werk")
    longer = any(key.endswith(each) for each in offices.endings if len(each) > len("werk"))
    return "" != stem != key and not longer and key not in offices.words and stem not in offices


@lru_cache(maxsize=8192)
def is_blocked(word: str) -> bool:
    """True for a word that belongs to a page, an office or a function rather than to a name."""
    last = last_part(word)
    if last in vocabulary("surnames").words:
        return False
    return last in vocabulary("never_names") or last in vocabulary("offices") or in_roles(last)


def is_craft(word: str) -> bool:
    """True for `Stallmeister`, `Oberhäuser`: family names where they stand right behind a given name."""
    folded, roles = fold(word), vocabulary("roles")
    return folded.endswith(("meister", "haeuser")) and folded not in roles.words and folded not in roles.endings


#: Functions that are common family names: what a man of this trade was called.
_CALLED_SO = words(
    "buergermeister pfarrer landrat kanzler direktor rektor dekan schreiber kantor kuester messner lehrer hausmeister "
    "rat richter foerster notar probst bischof kaplan verwalter vertreter kassier sekretaer amtmann"
)


def is_trade_name(word: str) -> bool:
    """True for a function that is a family name where only a given name stands before it: `Käte Bürgermeister`."""
    return fold(word) in _CALLED_SO


@lru_cache(maxsize=8192)
def is_ambiguous(word: str) -> bool:
    """True for a family name that is a word of the page as well: `Zimmer`, `Mai`, `Land`."""
    folded = fold(word)
    return is_surname(word) and (
        folded in vocabulary("never_names").words or folded in vocabulary("offices").words or folded == "mai"
    )


@lru_cache(maxsize=8192)
def is_label(word: str) -> bool:
    """True for a whole word of the page (`Telefon`, `Kontakt`) or a function: not even `Frau` before it helps."""
    folded = fold(word)
    if folded in vocabulary("surnames").words:
        return False
    return folded in vocabulary("never_names").words or in_roles(last_part(word))


#: Labels and announcements that are nobody's name, whoever stands before them.
_ONLY_LABELS = words(
    "telefon tel telefax fax fon mobil handy hotline email mail adresse www http https url web website internet "
    "kontakt zi name namen vorname anrede titel thema themen und oder von sie wir ihr ihre unser ueber "
    "auf aus zur zum vor bei mit ohne bis nach nicht nur seit sowie unter wegen wie fuer durch gegen"
)
#: Words of a page or a menu that are family names behind no more than `Frau` or `Herr`.
_MENU_NAMES = words(
    "post link raum bild karte ende anfang suche januar februar maerz presse sport kreis weg see haus platz markt "
    "kirche schule amt bau mitte sued zeit eingang stock land ort bank recht"
)
_ROOMS = words("raum zimmer stock ebene etage gebaeude bau haus eingang platz weg seite")
#: Words longer than this were made of others: `Sozialamt`.
_PLAIN = 6


@lru_cache(maxsize=8192)
def is_plain_noun(word: str) -> bool:
    """True for a short word of a page (`Post`, `Link`) that may be somebody's name; a label or a function is none."""
    folded = fold(word)
    if not (word[:1].isupper() and 2 < len(folded) <= _PLAIN) or folded in _ONLY_LABELS or in_roles(folded):
        return False
    return folded in vocabulary("never_names").words or folded in vocabulary("offices").words


def is_menu_name(word: str) -> bool:
    """True for a word of a menu that is a usual family name as well: `Frau Post`, `Link, Cornelia`."""
    return fold(word) in _MENU_NAMES


def is_of_house(word: str) -> bool:
    """True for a word that a number may follow, so that it says where something is: `Raum 12`."""
    return fold(word) in _ROOMS


_ABSTRACT = re.compile(
    r"\w{3}(?:ung(?:s|en)?|keit|heit|schaft(?:en)?|tion(?:en)?|arbeit|dienst|hilfe|wesen|recht|"
    r"geld|schutz|pflege|management|kasse|kammer|werkstatt|pool|kurse?)$"
)


def is_abstract(word: str) -> bool:
    """True for a noun like `Belegungssteuerung`, which says what somebody does; no given name ends so."""
    return bool(_ABSTRACT.search(fold(word)))


def is_matter(word: str) -> bool:
    """True for a word of a page or of the work: `Wohngeld`, `Beratung`."""
    return is_blocked(word) or is_abstract(word) or fold(word) in vocabulary("topics")


def last_part(word: str) -> str:
    """The folded last part of a compound: what a German compound is."""
    return fold(word).rpartition(" ")[2]


def in_roles(folded: str) -> bool:
    """True for a function in its male, female or plural form."""
    roles = vocabulary("roles")
    return folded in roles or any(
        folded.endswith(ending) and folded[: -len(ending)] in roles for ending in ("innen", "in")
    )


def is_initial(word: str) -> bool:
    """True for `T.`, `H.-P.`, `Hans-J.`"""
    return word[:1].isupper() and bool(_INITIAL.fullmatch(word))


def is_small_particle(word: str) -> bool:
    """True for `von`, `zu`, `van`, `de` … in small letters."""
    return word in _SMALL_PARTICLES or (word.lower() in _GERMAN_PARTICLES and word.isupper())


def is_german_particle(word: str) -> bool:
    """True for the particles that also are everyday words: `von`, `zu`."""
    return word.lower() in _GERMAN_PARTICLES


def is_dutch_particle(word: str) -> bool:
    """True for `van`, `ter`, `tom` …: no second family name stands before these, as in Spanish before `de`."""
    return word in ("van", "ter", "ten", "te", "tom", "tor", "op")


def is_capital_particle(word: str) -> bool:
    """True for `El`, `Ben`, `Freiherr` …: part of the family name where another word follows."""
    return word in _CAPITAL_PARTICLES


def is_noble(word: str) -> bool:
    """True for a title of nobility, which since 1919 is part of the family name (Art. 109 WRV)."""
    return word in _NOBLE


#: The article of Arabic names, as it is spoken before their first letter: `al-Khatib`, `as-Sabah`.
_ARTICLE = re.compile(r"(?:[aeiu]l|a[drstnz]|ash)[-‐‑](?=[^\W\d_])")


def is_name_like(word: str) -> bool:
    """True for a word with a capital letter at its beginning, or behind `d'` or `al-`, and of a sensible length."""
    head, apostrophe, rest = word.partition("'") if "'" in word else word.partition("’")
    shown = rest if apostrophe and head.islower() and len(head) <= 5 else _ARTICLE.sub("", word)
    return shown[:1].isupper() and len(word) <= 40


def recased(word: str) -> str:
    """`MÜLLER-LANG` as `Müller-Lang`, `VON` as `von`; everything else as it is."""
    if not word.isupper() or len(word) < 3:
        return word
    if word.lower() in _SMALL_PARTICLES - _WITH_CAPITAL:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
