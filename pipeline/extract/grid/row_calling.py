"""What a row, or the one above it, says about numbers: the area code beside them, the stem before a Durchwahl."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.grid.cell_values import Calling
from pipeline.extract.grid.column_groups import Column, Row
from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.given_above import code_of, stem_of
from pipeline.extract.grid.lost_zero import restore_code
from pipeline.extract.grid.row_plan import Plan
from pipeline.extract.layout import Cell
from pipeline.model import Phone
from pipeline.transform.phone import Dialing, before_extension, main_number, read_phones

#: Digits that are a Durchwahl at most, also with a remark: `115 (nur vorm.)`.
BARE = re.compile(r"^[\s\-–—.·/]*\d{1,5}(?:\s?\([^()\d\n]+\))?$")
_HYPHENED = re.compile(r"^\s*(?:[-–]|(?:DW|Durchwahl|App(?:arat)?)\b[.:]?\s?[-–]?)\s?\d{1,5}\s*$")
#: One digit before a hyphen: the main number of a small town, or the sign of a fax server before somebody's Durchwahl.
_SHORT = re.compile(r"^\s*\d\s?[-–]\s?\d{3,4}\s*$")
_BEFORE_EXTENSION = re.compile(r"\s*(\d{2,7})\s*(?:[-–/]\s*0?)?\s*")


def calling_of(plan: Plan, row: Row, calling: Calling) -> tuple[Calling, bool]:
    """Area code and main number that the row gives, and whether its `Telefon` is only the stem of a Durchwahl."""
    code = next((code for c in plan.places if (code := code_of(row[c.index].text)[1])), None)
    if code:
        calling = calling.announcing(code)  # `Celle (05141)`
    if not (plan.codes or plan.prefixes or plan.mains or plan.extensions):
        return calling, False
    dialing = _announced(calling.dialing, plan.codes, row)
    mobile = _announced(calling.mobile, plan.prefixes, row)
    dialing, from_phone = _with_main(plan, row, dialing)
    return replace(calling, dialing=dialing, mobile=mobile), from_phone


def _announced(dialing: Dialing, columns: Sequence[Column], row: Row) -> Dialing:
    """With the code that stands in a column of its own."""
    for column in columns:
        code = restore_code(row[column.index].text)[0] if not row[column.index].struck else ""
        if code.startswith("0"):
            dialing = replace(dialing, announced=code)
    return dialing


def _with_main(plan: Plan, row: Row, dialing: Dialing) -> tuple[Dialing, bool]:
    """With the main number of a column of its own; beside a bare Durchwahl the `Telefon` may hold it, too."""
    bare = any(BARE.match(row[c.index].text) for c in plan.extensions)
    from_phone = False
    for column in (*plan.mains, *(plan.phones if bare else ())):
        if found := stem_in(row[column.index].text, dialing):
            dialing = replace(dialing, main=found)
            from_phone = from_phone or column.field == "phone"
    return dialing, from_phone


def stem_in(text: str, dialing: Dialing) -> str | None:
    """The main number that a text gives as what stands before a Durchwahl."""
    bare = _BEFORE_EXTENSION.fullmatch(text)
    if dialing.announced and bare:
        return main_number(f"{dialing.announced}/{bare[1]}-0", dialing)  # `Vorwahl | Ruf-Nr. | Dw.`
    heading, stem = stem_of(text)
    if stem and not heading:
        return main_number(f"{stem}-0", dialing)  # `07161 202-` beside its Durchwahl
    return main_number(text, dialing) if text else None


def with_number_beside(plan: Plan, row: Row, calling: Calling) -> Calling:
    """With the stem of the number beside which only a Durchwahl stands: `05141 12-3401 | -3499`.

    A deputy whose office no column names is in the same house as whom she stands in for.
    """
    texts = [row[column.index].text for column in plan.contacts]
    if calling.dialing.main or not any(_HYPHENED.match(text) or _SHORT.match(text) for text in texts):
        return calling
    own = _stems(plan.contacts, row, calling)
    apart = any(c.field in ("org", "municipality") and c.group >= 0 for c in plan.own)
    others = set() if own or apart else set(_stems(plan.beside, row, calling))
    stem = own[0] if own else others.pop() if len(others) == 1 else None
    return calling.going_on_from(stem) if stem else calling


def _stems(columns: Sequence[Column], row: Row, calling: Calling) -> list[str | None]:
    """What stands before the Durchwahl of the first number of each cell that has one."""
    found = (read_phones(row[column.index].text, calling.dialing).found[:1] for column in columns)
    return [before_extension(first.phone) for numbers in found for first in numbers if first.phone.extension]


def with_number_above(numbers: Sequence[Cell], last: Sequence[Draft], calling: Calling) -> Calling:
    """With the stem of the number in the row above where a mere Durchwahl stands: `-3403` below `05141 12-3401`."""
    if calling.dialing.main or not any(_HYPHENED.match(cell.text) for cell in numbers):
        return calling
    stem = _stem_of(last)
    return calling.going_on_from(stem) if stem else calling


def _stem_of(drafts: Sequence[Draft]) -> str | None:
    """What stands before the Durchwahl of the last who has one."""
    phones = [r.value for draft in drafts for r in draft.readings if isinstance(r.value, Phone)]
    own = next((phone for phone in reversed(phones) if phone.kind == "voice" and phone.extension), None)
    return before_extension(own) if own else None
