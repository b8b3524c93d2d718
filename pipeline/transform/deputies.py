"""What words say that somebody stands in for somebody else: `Vertretung`, `Stellv. Leiterin`, `Tel. Stv.`"""

from __future__ import annotations

import re

from pipeline.transform.text import fold

#: A deputy is announced so in a cell, as a noun or cut short; `vertretende Leiterin` is what somebody is.
ANNOUNCED = r"(?:(?:stell)?(?:vertret(?:ung|er)|vertr\.)|stellv\.|stv\.)"

_WHOLE = frozenset({"vertretung", "in vertretung", "stellvertretung", "ihre vertretung"})
_BEGINS = re.compile(r"(?:in |ihre |ihr )?(?:stell)?vertret(?!en\b)|stellv\b|stv\b", re.IGNORECASE)
_ABSENCES = "elternzeit|erziehungszeit|mutterschutz|schwangerschafts?|kranken|krankheits?|urlaubs?|abwesenheits?"
_FILLS_IN = re.compile(rf"(?:{_ABSENCES})-?vertretung", re.IGNORECASE)
_SOMEWHERE = re.compile(r"vertret|\bvertr\b|\bstv\b|stellv|ersatz|deputy", re.IGNORECASE)


def is_deputy(text: str) -> bool:
    """True where nothing but `Vertretung` is said: a deputy, whatever stands above."""
    return fold(text) in _WHOLE


def fills_in(text: str) -> bool:
    """True where only for whose absence somebody is there is said, not what she does: `Elternzeitvertretung`."""
    return _FILLS_IN.fullmatch(text) is not None


def stands_in(text: str) -> bool:
    """True where a function or label begins so: `Vertreterin`, `Stellvertretender Leiter`, `Stellv.`"""
    return _BEGINS.match(text) is not None


def deputises(heading: str) -> bool:
    """True for a heading over what belongs to a deputy: `Vertretung`, `Tel. Stv.`"""
    return _SOMEWHERE.search(heading) is not None
