"""The offices' own workbooks in a release, and the findings that say why one of them is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.model import FIELDS, Entry, Finding, OfficeWorkbook, Publication

#: The workbook of the most trusted source has the name that people link to.
NAME = "koordinationsstellen-aktualisiert"
IMPOSSIBLE, UNWANTED = "copy_impossible", "copy_unwanted"


@dataclass(frozen=True, slots=True)
class Copies:
    """Name and bytes of each workbook that is published, and a finding for each that is not."""

    files: tuple[tuple[str, bytes], ...] = ()
    missing: tuple[Finding, ...] = ()


def office_copies(publication: Publication) -> Copies:
    """The workbooks brought up to date. One that holds what the district does not publish is left out."""
    files: list[tuple[str, bytes]] = []
    missing: list[Finding] = []
    for workbook in publication.workbooks:
        made = _made(workbook, publication.entries, publication.fields)
        if isinstance(made, Finding):
            missing.append(made)
        else:
            files.append((_free_name(workbook.source, [name for name, _ in files]), made))
    return Copies(tuple(files), tuple(missing))


def with_missing(findings: Iterable[Finding], missing: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a run with what is known now of the copies that it lacks."""
    return (*(finding for finding in findings if not is_of_a_copy(finding)), *missing)


def is_of_a_copy(finding: Finding) -> bool:
    """Whether a finding says why a copy is not there: that stays so until there is another release."""
    return finding.code in (IMPOSSIBLE, UNWANTED)


def _made(workbook: OfficeWorkbook, entries: Sequence[Entry], fields: Sequence[str]) -> bytes | Finding:
    from pipeline.export.office import updated
    from pipeline.export.office.package import NotEditableError

    if _holds_more(workbook, fields):
        return Finding(UNWANTED, "info", workbook.source, source=workbook.source)
    try:
        return updated(workbook, entries)
    except NotEditableError as error:
        return Finding(
            IMPOSSIBLE, "info", workbook.source, source=workbook.source, details=(("cause", str(error)[:120]),)
        )


def _holds_more(workbook: OfficeWorkbook, fields: Sequence[str]) -> bool:
    hidden = set(FIELDS) - set(fields)
    return any(reading.field in hidden for one in workbook.listed for reading in one.observation.readings)


def _free_name(source: str, taken: Sequence[str]) -> str:
    name = f"{source}-aktualisiert" if taken else NAME
    return f"{name}-2.xlsx" if f"{name}.xlsx" in taken else f"{name}.xlsx"
