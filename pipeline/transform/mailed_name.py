"""`Herr Lüder Muster` whose mailbox is `l.muster` or `lueder.muster`: which word is the given name.

So it is of `Frau Unbekannt de Muster`, whose mailbox is `u.demuster`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import PersonName
from pipeline.transform.name_words import is_capital_particle, is_small_particle, is_surname
from pipeline.transform.text import fold


def divided(name: PersonName, mails: Iterable[str]) -> PersonName:
    """The name with the first of two words as given name, where an address has it or its initial before the other word.

    `garcialopez` says nothing of which is which, nor does `garcia.lopez`, where the first is a family name.
    """
    first, *last = name.family.split(" ")
    whole = len(last) == 1 or all(map(is_small_particle, last[:-1]))
    if name.given or not last or not whole or not first[:1].isupper() or is_capital_particle(first):
        return name
    given, families = _word(first), {sign.join(map(_word, last)) for sign in ("", ".", "-", "_")}
    expected = {f"{given[:1]}{sign}{family}" for sign in ("", ".", "-", "_") for family in families}
    if not is_surname(first):
        expected |= {f"{given}.{family}" for family in families}
    if any(_letters(mail.partition("@")[0]) in expected for mail in mails):
        return replace(name, given=first, family=" ".join(last))
    return name


def _word(word: str) -> str:
    return fold(word).replace(" ", "")


def _letters(local: str) -> str:
    """A mailbox with its umlauts written as the name folds them; its signs stay."""
    return "".join(char if char in "._-" else fold(char) for char in local)
