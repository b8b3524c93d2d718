"""Mailboxes that are named after one of the people of a row, in whose column they may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.extract.grid.drafts import Draft
from pipeline.model import PersonName, Reading
from pipeline.transform.mailbox import mailbox_words, named_in
from pipeline.transform.text import fold


def keep_named(drafts: Sequence[Draft]) -> None:
    """Gives a mailbox that is named after one of the people of a row to her alone.

    In somebody's own column it has to be the other's whole name: `oldenberg@…` is not Herr Berg's, nor is `eva.berg@…`,
    which Frau Muster may have kept.
    """
    people = [draft.name for draft in drafts]
    mails = [(draft, r) for draft in drafts for r in draft.readings if r.field == "emails"] if len(drafts) > 1 else []
    shared = Counter((reading.value, reading.raw.where) for _, reading in mails)
    for draft, reading in mails:
        number = named_in(people, str(reading.value))
        owner = drafts[number] if number is not None else draft
        if owner is draft or (shared[reading.value, reading.raw.where] < 2 and not _says_only(owner.name, reading)):
            continue
        draft.readings.remove(reading)
        if reading.value not in owner.values():
            owner.readings.append(reading)


def _says_only(name: PersonName | None, mail: Reading) -> bool:
    """Whether a mailbox is somebody's family name, with her given name or its initial at most."""
    if name is None:
        return False
    family, given = fold(name.family).split(), fold(name.given or "").split()
    words = mailbox_words(str(mail.value))
    return set(family) <= set(words) <= {*family, *given, *(word[0] for word in given)}
