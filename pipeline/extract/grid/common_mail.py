"""One column of mailboxes behind several people of a row with numbers of their own: whose it is, each mailbox says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, Column
from pipeline.extract.grid.headed_numbers import with_headed_numbers
from pipeline.extract.grid.office_columns import names_body, words_beside
from pipeline.extract.grid.turn_columns import with_numbers_in_turn
from pipeline.transform.deputies import deputises
from pipeline.transform.text import fold

_COMMON = re.compile(r"gemeinsam\w*|allgemein\w*|zentral\w*|beide")


def whose_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of several people with what headings say of whose they are before where they stand."""
    return _with_common_mail(with_numbers_in_turn(with_headed_numbers(columns)))


def _with_common_mail(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with the only mailboxes behind the last of several people for all of them."""
    mails = [column for column in columns if column.field == "email"]
    reached = {column.group for column in columns if column.field in CONTACT - {"email"}}
    last = max((column.group for column in columns), default=0)
    if len(mails) != 1 or mails[0].group != last or not set(range(last + 1)) <= reached or not last:
        return tuple(columns)
    said = words_beside(mails[0])
    common = not said or _COMMON.fullmatch(fold(said)) or names_body(said, columns)
    if deputises(mails[0].heading) or not common:
        return tuple(columns)
    return tuple(replace(column, group=-1) if column in mails else column for column in columns)
