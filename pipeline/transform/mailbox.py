"""Whose name a mailbox carries: `e.muster@…` is somebody's of the name of Muster.

What is asked here is whether a name stands in a mailbox. Others ask more, and each says why: which word of a name is
the given name (`mailed_name`, `grid.family_order`), whether an address is one's own and hence proves who somebody
is (`core.likeness`) or has to be forgotten with her (`tombstone`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.model import PersonName
from pipeline.transform.text import fold

#: A shorter name stands in many a longer one: `Li` in `elisabeth`.
_SHORT = 3
_UMLAUT_E = re.compile(r"(?<=[aou])e")


@lru_cache(maxsize=32768)
def mailbox_words(mail: str) -> tuple[str, ...]:
    """The words before the `@` for comparing: `eva`, `mueller` of `Eva.Müller@…`."""
    return tuple(fold(mail.partition("@")[0]).split())


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Without the e of a transcribed umlaut: addresses also write ö as o."""
    return _UMLAUT_E.sub("", text)


def carries(mail: str, family: str) -> bool:
    """Whether a family name stands in a mailbox, also run together with others; a short one only as a word."""
    name, words = _letters(family), mailbox_words(mail)
    return name in words if len(name) < _SHORT else name in "".join(words)


def is_given_name(mail: str, name: PersonName) -> bool:
    """Whether a mailbox is what somebody is called and nothing else: `tim@…`."""
    return bool(name.given) and list(mailbox_words(mail)) == fold(name.given or "").split()


def named_in(people: Sequence[PersonName | None], mail: str) -> int | None:
    """The number of the one person after whom a mailbox is named; of two Musters the given name tells."""
    hits = [number for number, name in enumerate(people) if name is not None and carries(mail, name.family)]
    if len(hits) > 1:
        hits = [number for number in hits if _has_initial(people[number], mail)]
    return hits[0] if len(hits) == 1 else None


def _has_initial(name: PersonName | None, mail: str) -> bool:
    """Whether what a mailbox has beside the family name begins as the given name does."""
    if name is None or not name.given:
        return False
    beside = "".join(mailbox_words(mail)).replace(_letters(name.family), "", 1)
    return beside[:1] == fold(name.given)[:1]


def _letters(name: str) -> str:
    return fold(name).replace(" ", "")
