"""As many columns of numbers behind several people as there are people: `Leitung | Kasse | Telefon | Telefon`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.column_groups import CONTACT, Column


def with_numbers_in_turn(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with each person's number of those under the same heading, where none stands between people."""
    groups = sorted({column.group for column in columns if column.field in ("name", "family")})
    reached = {column.group for column in columns if column.field in CONTACT}
    if len(groups) < 2 or reached != {groups[-1]}:
        return tuple(columns)
    alike: dict[tuple[str, str], list[int]] = {}
    for column in columns:
        if column.field in CONTACT:
            alike.setdefault((column.field, column.heading), []).append(column.index)
    turns = [dict(zip(found, groups, strict=True)) for found in alike.values() if len(found) == len(groups)]
    whose = {index: group for turn in turns for index, group in turn.items()}
    return tuple(replace(column, group=whose.get(column.index, column.group)) for column in columns)
