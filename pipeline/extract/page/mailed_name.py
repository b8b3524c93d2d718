"""`Herr Lüder Muster` whose mailbox is `l.muster` or `lueder.muster`: which word is the given name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.model import PersonName
from pipeline.transform.name_words import is_surname
from pipeline.transform.text import fold


def divided(name: PersonName, mails: Iterable[str]) -> PersonName:
    """The name with the first of two words as given name, where an address has it or its initial before the other word.

    `garcialopez` says nothing of which is which, nor does `garcia.lopez`, where the first is a family name.
    """
    words = name.family.split(" ")
    if name.given or len(words) != 2 or not words[0][:1].isupper():
        return name
    given, family = (fold(word).replace(" ", "") for word in words)
    expected = {f"{given[:1]}{sign}{family}" for sign in ("", ".", "-", "_")}
    if not is_surname(words[0]):
        expected.add(f"{given}.{family}")
    if any(_letters(mail.partition("@")[0]) in expected for mail in mails):
        return replace(name, given=words[0], family=words[1])
    return name


def _letters(local: str) -> str:
    """A mailbox with its umlauts written as the name folds them; its signs stay."""
    return "".join(char if char in "._-" else fold(char) for char in local)
