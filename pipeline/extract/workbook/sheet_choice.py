"""Which sheets of a workbook hold today's list: not the hidden, not the old, of several states the newest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import FormatError
from pipeline.extract.workbook.sheets import Sheet
from pipeline.model import Finding, Where
from pipeline.transform.online import looks_like_mail
from pipeline.transform.phone import looks_like_number
from pipeline.transform.text import fold

_OLD = re.compile(
    r"\b(?:alt|alte|alter|altes|archiv|archiviert|old|veraltet|ueberholt|vorjahr|historie|historisch|ausgeschieden|ausgeschiedene|"
    r"ehemalige|vorjahre|geloescht|backup|sicherung|sicherungskopie|kopie|bisher|frueher|nicht mehr)\b|"
    r"^bis (?:\d|jan|feb|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
)
_DRAFT = re.compile(
    r"\b(?:vorlage|muster|entwurf|beispiel|test|template|leer|legende|hilfe|anleitung|ausfuellhinweise)\b"
)
_YEAR = re.compile(r"(?<!\d)(?:(0?[1-9]|1[0-2])[ ./_-])?(20\d{2})(?:[ ./_-](0[1-9]|1[0-2]))?(?!\d)")
_MONTH = re.compile(r"\b(jan|feb|maerz|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)")
_MONTHS = ("jan", "feb", "maerz", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
#: Two lists with this share of the same names or addresses are two states of one list.
_SAME = 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheets to read and what was left out."""

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()


def choose(sheets: Sequence[Sheet], wanted: str | None, place: str) -> Choice:
    """The sheets that count. Raises FormatError where the sheet that the configuration names does not exist."""
    if wanted:
        named = [s for s in sheets if s.name == wanted] or [s for s in sheets if fold(s.name or "") == fold(wanted)]
        if not named:
            names = ", ".join(f"„{sheet.name}“" for sheet in sheets[:20] if sheet.name)
            raise FormatError(place, f"hat kein Blatt „{wanted}“; vorhanden: {names or 'nur ein Blatt ohne Namen'}")
        return Choice(tuple(named[:1]))
    filled = [sheet for sheet in sheets if sheet.rows]
    shown = [sheet for sheet in filled if not sheet.hidden] or filled
    current = [
        s for s in shown if not _OLD.search(fold(s.name or "")) and not _DRAFT.search(fold(s.name or ""))
    ] or shown
    newest = _newest(current)
    findings = tuple(
        Finding("sheet_left_out", "info", sheet.name or "", Where(sheet=sheet.name))
        for sheet in filled
        if all(sheet is not other for other in newest)
    )
    return Choice(tuple(newest), findings)


def _newest(sheets: list[Sheet]) -> list[Sheet]:
    """Without earlier states of another sheet: the same people under an earlier year, or under a year at all."""
    dated = {id(sheet): _date(sheet.name or "") for sheet in sheets}
    kept = []
    for sheet in sheets:
        date = dated[id(sheet)]
        later = (
            o for o in sheets if o is not sheet and date and (dated[id(o)] is None or (dated[id(o)] or date) > date)
        )
        if not any(_reaches(other) and _alike(sheet, other) for other in later):
            kept.append(sheet)
    return kept


def _reaches(sheet: Sheet) -> bool:
    """Whether a sheet says how to reach anybody: statistics about the same places are no later state of a list."""
    rows = list(sheet.rows.values())[:200]
    return any(
        cell.links or looks_like_mail(cell.text) or looks_like_number(cell.text)
        for row in rows
        for cell in row.values()
    )


def _date(name: str) -> tuple[int, int] | None:
    """Year and month in the name of a sheet."""
    found = _YEAR.search(name)
    if not found:
        return None
    month = _MONTH.search(fold(name))
    written = _MONTHS.index(month[1].replace("mrz", "maerz")) + 1 if month else 0
    return int(found[2]), int(found[1] or found[3] or written)


def _alike(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets list the same people or places."""
    first, second = _texts(one), _texts(other)
    return len(first & second) >= _SAME * min(len(first), len(second)) and bool(first and second)


def _texts(sheet: Sheet) -> set[str]:
    """What distinguishes a list: its texts, without headings and numbers."""
    from pipeline.extract.grid.headings import meanings

    rows = list(sheet.rows.values())[:2000]
    texts = (cell.text for row in rows for cell in row.values())
    return {fold(text) for text in texts if text and len(text) > 3 and not meanings(text) and not text[0].isdigit()}
