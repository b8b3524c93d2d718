"""Whose number it is: one person's, in every source that has it, and nobody else's.

Only then two mailboxes of one name are one person's, too. Father and son at one number stand side by side in a source,
or something tells one from the other: `jun.` behind the name or in a mailbox, a digit in the second of two mailboxes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from pipeline.core.likeness import name_key
from pipeline.model import Observation
from pipeline.transform.mailbox import mailbox_words
from pipeline.transform.text import fold

_GENERATIONS = frozenset({"jun", "jr", "junior", "sen", "sr", "senior"})


def personal_numbers(observations: Iterable[Observation]) -> frozenset[str]:
    """The numbers that several sources give to one person of one full name, and to nobody besides."""
    holders: dict[str, list[Observation]] = defaultdict(list)
    exchanges = set()
    for observation in observations:
        for phone in observation.contact.phones:
            holders[phone.e164].append(observation)
            if phone.extension and not phone.extension.strip("0"):
                exchanges.add(phone.e164)
    return frozenset(number for number, said in holders.items() if len(said) > 1 and _is_one(said)) - exchanges


def _is_one(said: Iterable[Observation]) -> bool:
    """One name, and in no source two addresses of it."""
    names: set[tuple[str, tuple[str, ...]]] = set()
    full = True
    mails: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for observation in said:
        contact = observation.contact
        if contact.name is None or _tells_generation(observation):
            return False
        name = name_key(contact.name)
        names.add((name.family, name.given))
        full &= name.has_given
        mails[observation.source].add(contact.emails)
    return full and len(names) == 1 < len(mails) and all(len(each) == 1 for each in mails.values())


def _tells_generation(observation: Observation) -> bool:
    """A name is read without its `jun.`; the text it was read from has it."""
    texts = (reading.raw.text for reading in observation.readings if reading.field == "name")
    return any(not _GENERATIONS.isdisjoint(fold(text).split()) for text in texts)


def told_apart(mails: Iterable[str], others: Iterable[str]) -> bool:
    """Whether mailboxes of one name tell that there are two of it."""
    return any(_are_two(a, b) for a, b in product(mails, others))


def _are_two(a: str, b: str) -> bool:
    one, other = (_GENERATIONS.intersection(mailbox_words(mail)) for mail in (a, b))
    in_one_office = a.partition("@")[2] == b.partition("@")[2]
    return one != other or (in_one_office and _digits(a) != _digits(b))


def _digits(mail: str) -> list[str]:
    return re.findall(r"\d", mail.partition("@")[0])
