"""Posts without a person, in whatever words an office says so: `N.N.`, `Stelle wird zum 01.04. neu ausgeschrieben`.

A text says so if one of its words does and no word says anything else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.name_words import INITIAL
from pipeline.transform.text import clean, fold
from pipeline.transform.vocabulary import words

_LIMIT = 120
_NOBODY = re.compile(
    r"\W*(?:(?:Frau|Herrn?|Fr\.|Hr\.)\W{1,3}){0,2}(?:n\. ?n\.?|nn|n n|n\.n|nomen nescio)\W*", re.IGNORECASE
)
#: Alone they say that nobody is there.
_VACANT = words(
    "vakant vacant vakanz unbesetzt unbesetzte offen frei ausgeschrieben ausschreibung stellenausschreibung "
    "neuausschreibung nachbesetzung neubesetzung wiederbesetzung stellenbesetzung stellenbesetzungsverfahren "
    "besetzungsverfahren nachbesetzungsverfahren auswahlverfahren ausschreibungsverfahren bewerbungsverfahren "
    "nachbesetzt neubesetzt wiederbesetzt nachzubesetzen neuzubesetzen"
)
#: Of these two things have to be said: that there is somebody to be, and that there is not yet.
_POST = words(
    "besetzt besetzen besetzung benannt benennen bekannt nachfolge nachfolger nachfolgerin nachfolgeregelung "
    "ansprechpartner ansprechpartnerin ansprechperson kontaktperson zustaendigkeit gesucht geregelt bestimmt vergeben "
    "entschieden mitarbeiter mitarbeiterin mitteilung gegeben stelle"
)
_NOT_YET = words(
    "nicht kein keine keinen niemand wird werden zu neu noch folgt ungeklaert laeuft steht wieder nach klaerung sucht "
    "gesucht"
)
_OTHER = words(
    "die der das den dem des diese dieser ist sind bleibt derzeit zurzeit derzeitig zur zeit z zt zzt aktuell "
    "momentan moment gegenwaertig augenblicklich in im am bearbeitung verfahren kuerze demnaechst bald bis auf "
    "weiteres vorerst voruebergehend ab sofort zum voraussichtlich vsl vrsl planstelle stellen position posten "
    "funktion person vorhanden fest nachgereicht erneut oeffentlich intern extern laufend laufende laufendes "
    "laufenden innerhalb anfang mitte ende quartal fruehjahr sommer herbst winter januar februar maerz april mai "
    "juni juli august september oktober november dezember seit wegen aufgrund elternzeit ruhestand und befindet "
    "sich wurde n frei bekanntgegeben geben nn jahr"
)
_ALL = _VACANT | _POST | _NOT_YET | _OTHER
#: Family names as well: `N. Frei`, `Mai Frei`, `Frei, N.`; `N.N. Frei` and `frei Mai` are nobody.
_GIVEN = rf"(?!N\. ?N|Z\. ?Z)(?=[^\W\d_a-zäöü])(?:{INITIAL}|[^\W\d_]|(?i:april|mai|juni|juli|august))"
_CALLED = r"(?:Frei|FREI|Offen|OFFEN)"
_SOMEBODY = re.compile(rf"{_GIVEN} {_CALLED}|{_CALLED},? {_GIVEN}")


def is_vacant(text: str) -> bool:
    """True for a post without a person: `N.N.`, `derzeit nicht besetzt`, `wird neu ausgeschrieben`."""
    return len(text) <= _LIMIT and _is_vacant(text) and not is_called_free(text)


def is_called_free(text: str) -> bool:
    """True for people whose family name sounds like a post without a person: `N. Frei`, `Mai Frei`."""
    return len(text) <= _LIMIT and _SOMEBODY.fullmatch(clean(text)) is not None


@lru_cache(maxsize=4096)
def _is_vacant(text: str) -> bool:
    if _NOBODY.fullmatch(clean(text)):
        return True
    said = [word for word in fold(text).split() if not word.isdigit()]
    if not said or not _ALL.issuperset(said):
        return False
    return not _VACANT.isdisjoint(said) or not (_POST.isdisjoint(said) or _NOT_YET.isdisjoint(said))
