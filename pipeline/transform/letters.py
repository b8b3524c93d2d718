"""Parts of the alphabet: `A–K`, `S, Sch, St`, `Buchstaben L bis Z`, by whose names people divide their work."""

from __future__ import annotations

import re

_ONE = r"(?:S(?:ch|t|p)[a-zäöü]?|[A-ZÄÖÜ][a-zäöü]?)"
_PART = rf"(?:{_ONE}(?: ?[-–] ?| bis ){_ONE}|[A-ZÄÖÜ](?:ch|t|p)?(?![a-zäöü]))"
_LIST = rf"{_PART}(?:(?: ?[-–/,.…+] ?| und | u\. ){_PART}){{0,9}}(?: ?\(ohne {_PART}(?:, ?{_PART}){{0,5}}\))?"
_LETTERS = re.compile(_LIST)
_SAID = re.compile(
    rf"(?:(?:[Zz]uständig|[Vv]erantwortlich) )?(?:für )?(?:(?:die|den) )?(?:(?:Anfangs)?[Bb]uchstaben?|"
    rf"(?:(?:Nach|Familien)namen?|Namen)(?: mit)?(?: (?:(?:Anfangs)?[Bb]uchstaben?))?)(?: von)?:? {_LIST}"
)


def are_letters(text: str) -> bool:
    """True for a part of the alphabet alone."""
    return _LETTERS.fullmatch(text) is not None


def says_letters(text: str) -> bool:
    """True for `Buchstaben A–K`, `zuständig für die Buchstaben S, T`: what somebody does, and no office."""
    return _SAID.fullmatch(text) is not None
