"""What each column of a table is good for, worked out once a table: a list may have 50,000 rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.grid.column_groups import Column
from pipeline.extract.grid.member_towns import wider_towns
from pipeline.extract.grid.office_columns import is_office_of_its_own

CONTACTS = ("phone", "mobile", "fax", "phone_fax", "extension", "email", "contact", "url")
LABELLED = ("phone", "mobile", "fax", "phone_fax", "extension")
NAME_PARTS = ("salutation", "title", "given", "family")
ADDRESS = ("street", "house", "postcode", "city", "address")
TEXTS = ("municipality", "role", "org", "hours")
REST = ("unknown", "remark", "ignore")


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of one person of a row by what they are good for."""

    group: int
    own: tuple[Column, ...]
    contacts: tuple[Column, ...]
    names: tuple[Column, ...]
    parts: tuple[Column, ...]
    texts: tuple[Column, ...]
    address: tuple[Column, ...]
    codes: tuple[Column, ...]
    prefixes: tuple[Column, ...]
    mains: tuple[Column, ...]
    phones: tuple[Column, ...]
    extensions: tuple[Column, ...]
    rest: tuple[Column, ...]
    places: tuple[Column, ...]
    beside: tuple[Column, ...]  # numbers of those who stand left of this person


def plans(columns: Sequence[Column]) -> tuple[Plan, ...]:
    """A plan per person of a row."""
    groups = sorted({column.group for column in columns if column.group >= 0}) or [0]
    return tuple(_plan(columns, group) for group in groups)


def _plan(columns: Sequence[Column], group: int) -> Plan:
    own = tuple(column for column in columns if column.group == group)
    apart = CONTACTS if is_office_of_its_own(own) else ()
    mine = [c for c in columns if c.group == group or (c.group == -1 and c.field not in apart)]

    def of(*fields: str) -> tuple[Column, ...]:
        return tuple(column for column in mine if column.field in fields)

    wide = set(wider_towns(columns).values())  # her own words before those for all, her town before what it belongs to
    texts = sorted(of(*TEXTS), key=lambda column: (column.group == -1, column.index in wide))
    rest = tuple(column for column in own if column.field in REST) if group else of(*REST)
    return Plan(
        group, own, of(*CONTACTS), of("name"), of(*NAME_PARTS), tuple(texts), of(*ADDRESS), of("area_code"),
        of("mobile_code"), of("main"), of("phone"), of("extension"), rest, of("municipality"),
        tuple(column for column in columns if 0 <= column.group < group and column.field in ("phone", "contact")),
    )  # fmt: skip
