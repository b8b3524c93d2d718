"""One column of mailboxes behind several people of a row with numbers of their own: whose it is, each mailbox says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, Column
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.office_columns import words_beside
from pipeline.transform.deputies import deputises
from pipeline.transform.mailbox import named_in
from pipeline.transform.text import fold

_COMMON = re.compile(r"gemeinsam\w*|allgemein\w*|zentral\w*|beide")


def with_common_mail(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with the only mailboxes behind the last of several people for all of them."""
    mails = [column for column in columns if column.field == "email"]
    reached = {column.group for column in columns if column.field in CONTACT - {"email"}}
    last = max((column.group for column in columns), default=0)
    if len(mails) != 1 or mails[0].group != last or not set(range(last + 1)) <= reached or not last:
        return tuple(columns)
    said = fold(words_beside(mails[0]))
    if deputises(mails[0].heading) or (said and not _COMMON.fullmatch(said)):
        return tuple(columns)
    return tuple(replace(column, group=-1) if column in mails else column for column in columns)


def keep_named(drafts: Sequence[Draft]) -> None:
    """Takes a mailbox that is named after one of the people of a row from those who share its cell."""
    people = [draft.name for draft in drafts]
    shared = Counter((r.value, r.raw.where) for draft in drafts for r in draft.readings if r.field == "emails")
    for (value, where), times in shared.items():
        owner = named_in(people, str(value)) if times > 1 else None
        for draft in (d for number, d in enumerate(drafts) if owner not in (None, number)):
            draft.readings = [r for r in draft.readings if (r.value, r.raw.where) != (value, where)]
