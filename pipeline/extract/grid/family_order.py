"""Which part of the names in a column is written first, where no comma and no heading says so."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.transform.mailbox import mailbox_words
from pipeline.transform.name_opening import opening_at
from pipeline.transform.name_words import is_given
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import clean, fold


def writes_family_first(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether a column of names without commas has the family name first, as the mail addresses beside it tell.

    Names that only make sense as they are spoken (`Eva Muster`) tell against it: so do most where mailboxes are
    `muster.eva@`. An office and its mailbox (`Bürgerbüro Tann`, `buergerbuero@`) tell nothing of people. Below a name
    her function may stand, before it how she is addressed.
    """
    first = last = 0
    for cell, mail in pairs:
        line = clean(cell.partition("\n")[0])
        name = line[opening_at(line, 0).start :]
        words = [fold(word) for word in name.split(" ")]
        if len(words) != 2 or "," in name or is_office(name) or is_role(name):
            continue
        local = mailbox_words(mail)
        first += _is_family(words[0], words[1], local)
        last += _is_family(words[1], words[0], local) or (is_given(words[0]) and not is_given(words[1]))
    return first > last and first > 1


def _is_family(family: str, given: str, local: tuple[str, ...]) -> bool:
    """Whether a mailbox says so: `eva.muster`, `e.muster`, `muster`; one that only carries both words says nothing."""
    if local == (family,):
        return not is_given(family)  # `eva@…` is how volunteers are called
    if is_given(family) and not is_given(given):
        return False  # `muster.eva@…` turns round what the column does not
    return len(local) == 2 and local[1] == family and (local[0] == given or local[0] == given[:1])
