"""The empty workbook in which staff correct what the sources say wrongly. Written once, never written over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PublishError
from pipeline.export.package import saved
from pipeline.wording import CORRECTION_COLUMNS, CORRECTION_FIELDS, CORRECTION_HELP

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 500  # as many rows offer the list of fields


def write_template(path: Path) -> None:
    """Make the workbook; one that somebody else has just made is left alone. Raises PublishError."""
    new = path.with_name(f".{path.name}.neu")
    try:
        new.write_bytes(_template())
        try:
            os.link(new, path)
        except FileExistsError:
            return
        finally:
            new.unlink()
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht anlegen ({error.strerror}); Schreibrechte prüfen") from error


def _template() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    guide = book.active
    assert guide is not None
    _write_guide(guide)
    _write_table(book.create_sheet("Korrekturen"))
    return saved(book)


def _write_guide(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.title = "Anleitung"
    sheet.column_dimensions["A"].width = 90
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, line in enumerate(CORRECTION_HELP, 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = 17.0 * (1 + len(line) // 90)
        if number == 1:
            cell.font = Font(bold=True, size=14)


def _write_table(sheet: Worksheet) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, heading in enumerate(CORRECTION_COLUMNS.values(), 1):
        cell = sheet.cell(1, column, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE6F0")
        sheet.column_dimensions[cell.column_letter].width = 34 if column in (1, 3, 5) else 16
        for row in range(2, _ROWS + 2) if column == 3 else ():
            sheet.cell(row, column).number_format = "@"  # a telephone number keeps its zero
    sheet.freeze_panes = "A2"
    names = ",".join(labels[0] for labels in CORRECTION_FIELDS.values())
    choice = DataValidation(type="list", formula1=f'"{names}"', allow_blank=True)
    choice.add(f"B2:B{_ROWS + 1}")
    sheet.add_data_validation(choice)
