"""The function that the heading above names says, without what it says of the rest of their cells."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.grid.function_words import states_role, states_work
from pipeline.extract.grid.heading_order import above_name
from pipeline.extract.grid.heading_words import FILLER
from pipeline.extract.grid.headings import meanings
from pipeline.transform.office import is_role
from pipeline.transform.phone_words import Word, classify
from pipeline.transform.text import fold

#: What stands behind these may be how to reach whom a heading names: `Koordinator/in mit Kontaktdaten`.
_WITH = re.compile(
    r"\s*(?:[(;:/+]|\s[–-]\s|,|\s(?:mit|(?:inkl|incl|einschl)\.?|einschließlich|samt|nebst|sowie|und|u\.|&|plus)\s)\s*"
)
#: Behind the matter that somebody is there for one more matter may stand: `für Presse und Kommunikation`.
_MATTER = re.compile(r"\bfür\b")
_NO_MATTER = re.compile(r"\s*(?:\(|\s(?:mit|(?:inkl|incl|einschl)\b|einschließlich|samt|nebst))")
#: What stands behind a slash here is the end of the word before it: `Koordinator/in`.
_ENDINGS = frozenset({"in", "innen", "r", "n", "frau"})
#: What people write beside a name in the same cell.
_BESIDE = frozenset({"contact", "email", "address", "hours", "url"})


#: Who stands below leads what the row is about; nobody would write so for whom to ask.
_LEADS = re.compile(r"(?:[A-ZÄÖÜ][a-zäöüß]+l|L)eitung")


@lru_cache(maxsize=1024)
def role_of(heading: str, reached: bool = False) -> str | None:
    """A function that the heading above names says: `Integrationsbeauftragte/r`.

    `Leitung` is one wherever names stand below; `Koordination` and `Hausmeister` are one only over a `Name`, or if
    people are `reached` in the same cells: the columns are functions.
    """
    above = above_name(heading)
    said = before_contact(above)
    work = states_work(said) or (is_role(said) and not meanings(said))
    done = _LEADS.fullmatch(said) is not None or (work and (reached or above != heading))
    return said if states_role(said) or done else None


def before_contact(heading: str) -> str:
    """A heading up to where it says that people's numbers stand there, too: `Lotse (Telefon, E-Mail)`."""
    cuts = (found for found in _WITH.finditer(heading) if found.start() and _is_contact(heading[found.end() :]))
    first = next((found for found in cuts if _may_end(heading[: found.start()], found.group())), None)
    return heading[: first.start()] if first else heading


def _may_end(before: str, separator: str) -> bool:
    return not _MATTER.search(before) or _NO_MATTER.match(separator) is not None


def _is_contact(text: str) -> bool:
    """Whether a text names ways of contact and nothing else; `Telefonberatung` is none."""
    words = fold(text.replace("E-", "E")).split()
    said = [word for word in words if word not in FILLER]
    return bool(said) and words[0] not in _ENDINGS and all(map(_is_way, said))


def _is_way(word: str) -> bool:
    if classify(word)[0] in (Word.KIND, Word.EXTENSION):
        return True
    return meanings(word)[:1] != ("phone",) and not _BESIDE.isdisjoint(meanings(word)[:2])


@lru_cache(maxsize=1024)
def states_function_beside(heading: str) -> bool:
    """Whether a heading says that names stand below it with what these people do: `Ansprechperson / Funktion`."""
    said = [meanings(part)[:1] for part in _AND.split(heading)]
    return ("name",) in said and ("role",) in said


#: Between two things of which a heading says that they stand below it.
_AND = re.compile(r"\s*[/,;&+(]\s*|\s(?:und|u\.|mit|sowie|[–-])\s|\n")
