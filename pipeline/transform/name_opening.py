"""What stands before and behind a person's name: salutation, titles, functions; degrees and religious orders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.frozen import quickly_made
from pipeline.transform.name_words import WORD, in_roles, is_function, is_given, is_short_given, is_surname, last_part

_SALUTATION = re.compile(
    r"(?<!–)(?:(?P<mrs>Frau|FRAU|Fr\.?|Frl\.|Fräulein|Mrs\.?|Ms\.?|Pani(?= ))|(?P<mr>Mr\.?|Herrn?|HERRN?|Hrn?\.?))"
    r"(?![\w.])(?: ?/ ?(?:Mrs?|Ms|Mme)\b\.?)? ?(?=[^\W\d_])"  # `Frau / Ms Muster` on pages in two languages
)
_SHORT = re.compile(r"(?:Fr|Hr|Hrn)\.? ?$")
_FACULTY = (
    r"(?: ?(?:med|dent|vet|phil|jur|iur|theol|rer|nat|pol|soc|oec|publ|habil|mult|paed|päd|agr|ing|techn|sc|hum|biol|"
    r"h\. ?c|hc|e\. ?h|eh|(?:h|e|c)(?=\. ?[hc]\.))\b\.?)*"
)
_DEGREE = (
    r"(?:M|B|Mag)\. ?(?:A|Sc|Ed|Eng|Phil|Theol|Arch)\.?(?![\w])|LL\. ?M\.?(?!\w)|Ph\. ?D\.?(?!\w)|(?:MBA|MPA|MSc|BSc)\b"
)
_DIPLOMA = (
    r"Dipl(?:om)?\.?-(?:[^\W\d_]{1,30}\.?[-/]?){1,4}(?:\s?\((?:FH|BA|Univ\.?|DH|TU)\))?|"
    r"Dipl\. ?(?:[^\W\d_]{1,12}\.-?){1,4}(?:\s?\((?:FH|BA|Univ\.?|DH|TU)\))?"
)
_CLERGY = (
    r"(?:Pfarrer(?:in)?|Pfr(?:in)?\.|Diakon(?:in)?|Pater|Schwester|Sr\.|Pastor(?:in)?|Dekan(?:in)?|Dechant|Vikar(?:in)?|Prälat(?:in)?"
    r"|B?GR|Geistl(?:iche[rn]?|\.) Rat"
    r"|Msgr\.|(?:P|Br)\.(?= [A-ZÄÖÜ][^\W\d_]{2,} [A-ZÄÖÜ])|Monsignore|Kaplan|Bischof|Bischöfin|Superintendent(?:in)?|"
    r"Imam|Rabbiner(?:in)?|Pröpstin|Propst)(?!\w)(?:\.? (?:i\. ?R|em|a\. ?D)\.)?(?=\.? )"
)
_LAWYER = r"RA(?:in)?(?= [A-ZÄÖÜ][^\W\d_]{2,} [A-ZÄÖÜ])"
#: Before a whole name or behind a salutation; an `Ing. Büro` is none.
_ENGINEER = (
    r"Ing\.(?= [A-ZÄÖÜ][a-zäöüß]{2,} [A-ZÄÖÜ][a-zäöüß]+(?!\w| (?:Gm|mb|[A-Z]{2}|e\.)))"
    r"|(?:(?<=Frau )|(?<=Herr )|(?<=Herrn ))Ing\.(?= )"
)
#: Ranks before a name in their short form. Two letters alone may be anything (`RD Nord`).
_RANK = (
    r"(?:Ltd\. ?(?:RD|MR|BD|VD|KVD)|(?:RD|MR|BD|VD|RR|BR)(?:['’]in|(?= Dr\.))"
    r"|(?:L?KMD|KVD|ORR|OVR|KVR|O?St[RD]|MinR|MinDgt|RegDir|RegR|OAR)(?:['’]?in)?)"
    r"(?= (?:Dr\. |[A-ZÄÖÜ][^\W\d_]{2,} [A-ZÄÖÜ]))"
)
#: `Herr Ltd. SAD Wolfram Muster`: behind a salutation an abbreviation is a rank, whichever it is.
_ABBREVIATED = re.compile(r"(?:[A-ZÄÖÜ][a-zäöü]{1,7}\. ?){1,2}(?:[A-Z][A-Za-z]{0,2}[A-Z] )?(?=[A-ZÄÖÜ][^\W\d_]+)")
_DOCTOR = (
    r"(?:Univ\.-|Jun\.-|apl\. |Hon\.-)?Prof(?:essorin|essor|in)?\b\.?(?:in)?(?: (?:em|apl)\.)?"
    rf"|Dr(?:in|s)?\b\.?(?:in\b)?(?:-(?:Ing|Oec)\.?)?{_FACULTY}"
)
_ACADEMIC = re.compile(rf"(?:(?:{_DOCTOR}|P(?:riv\.-Doz\.|D)|Mag\.(?:a|ª)?|Lic\.|{_DEGREE}|{_DIPLOMA})(?: |$))+")
_TITLE = re.compile(
    rf"(?:{_DOCTOR}|P(?:riv\.-Doz\.|D)(?= )|{_LAWYER}|Mag\.(?:a|ª)?(?= )|{_ENGINEER}|Lic\.|{_DEGREE}|{_DIPLOMA}"
    rf"|{_CLERGY}|{_RANK})(?: |(?=[A-ZÄÖÜ]))"
)
#: Religious orders, behind the names of their members.
_ORDER = (
    r"(?:SVD|OSB|OFM(?:Cap|Conv)?|OSF|SJ|SDB|SAC|OMI|CSsR|OCist|OPraem|OP|MSC|SCJ|CMF|CSSp|OCarm|OCD|OSA|SDS|SSpS|MSF|MSFS|"
    r"OSU|SMMP|CanReg)\b"
)
IN_ORDER = re.compile(_ORDER)
#: Who is called so belongs to an order, and there are more of those than a list can have: `P. Uwe Muster MCBS`.
_RELIGIOUS = re.compile(r"(?:P|Br|Sr)\.|Pater|Schwester")
_SHORT_CAPITALS = re.compile(r"[A-Z]{2,5}")
_BEHIND = re.compile(rf",? (?:{_DEGREE}|{_DIPLOMA}|{_ORDER}|MA\b|BA\b)(?:\s?\((?:FH|BA|Univ\.?)\))?")
#: Nobody has more words in the name than this; more is a heading or an attack.
MOST_WORDS = 7


@quickly_made
@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the name itself, and where the name begins."""

    start: int
    salutation: str | None = None
    titles: tuple[str, ...] = ()
    function: str | None = None
    short: bool = False

    @property
    def title(self) -> str | None:
        """The titles as printed, joined."""
        return " ".join(self.titles) or None

    @property
    def names_person(self) -> bool:
        """True where what follows can only be a name."""
        return bool(self.salutation or self.titles)


def may_open(text: str, start: int) -> bool:
    """Whether a salutation or a title stands there."""
    return _SALUTATION.match(text, start) is not None or _TITLE.match(text, start) is not None


def opening_at(text: str, start: int) -> Opening:
    """Salutation, titles and functions from `start` on (`Herr Bürgermeister Dr. …`); each may be missing."""
    salutation, short, here = _salutation(text, start)
    titles: list[str] = []
    functions: list[str] = []
    for _ in range(MOST_WORDS):
        title = _TITLE.match(text, here) or (_rank(text, here) if salutation and not titles else None)
        word = None if title else _function(text, here, salutation, bool(titles))
        if title:
            titles.append(title.group().rstrip())
        elif word:
            functions.append(word.group())
        else:
            break
        here = (title or word).end()  # type: ignore[union-attr]
        here += text[here : here + 1] == " "
    return Opening(here, salutation, tuple(titles), " ".join(functions) or None, short)


def opens_name(text: str) -> bool:
    """Whether a text is a salutation, with or without titles, and the name is still to come: `Frau`, `Herr Dr.`"""
    if not _SALUTATION.match(f"{text} X"):
        return False
    opening = opening_at(f"{text} X", 0)
    return opening.start == len(text) + 1


def _rank(text: str, here: int) -> re.Match[str] | None:
    """A rank in its short form that no list knows; a given name may be written short, too."""
    match = _ABBREVIATED.match(text, here)
    return match if match and not is_short_given(match.group().partition(".")[0]) else None


def _salutation(text: str, start: int) -> tuple[str | None, bool, int]:
    match = _SALUTATION.match(text, start)
    if not match:
        return None, False, start
    return ("Frau" if match["mrs"] else "Herr"), bool(_SHORT.match(match.group())), match.end()


_FUNCTION = re.compile(rf"{WORD}(?= [^\W\d_])")
_WHOLE_NAME = re.compile(r" ([A-ZÄÖÜ][\w'’-]+) ([A-ZÄÖÜ][\w'’-]+)")


def _function(text: str, here: int, salutation: str | None, titled: bool) -> re.Match[str] | None:
    """A function between salutation and name, where a name can still follow."""
    if not salutation and not titled:
        return None
    match = _FUNCTION.match(text, here)
    meant = match and (is_function(match.group()) or (salutation and _is_before_name(match, text)))
    return match if meant else None


def _is_before_name(match: re.Match[str], text: str) -> bool:
    """`Herr Rektor Tom Muster`: before a whole name a function is one though families are called so.

    `Herr Rektor Muster` may be anybody, and in `Herr Bischof Hans Peter` given names follow.
    """
    behind = _WHOLE_NAME.match(text, match.end()) if in_roles(last_part(match.group())) else None
    return behind is not None and not all(map(is_given, behind.groups()))


def is_academic(title: str) -> bool:
    """Whether a title is one for life, other than a rank or an office."""
    return _ACADEMIC.fullmatch(title) is not None


def ends_with_order(titles: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the last word of a name says to which order she belongs; no family name in capitals does."""
    religious = len(words) > 2 and _SHORT_CAPITALS.fullmatch(words[-1]) is not None and not words[-2].isupper()
    return religious and not is_surname(words[-1]) and any(map(_RELIGIOUS.match, titles))


def degrees_at(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """Degrees behind the name (`, M.A.`), and where they end."""
    found: list[str] = []
    while len(found) < 3 and (match := _BEHIND.match(text, end)):
        found.append(match.group().lstrip(", "))
        end = match.end()
    return tuple(found), end
