"""A workbook as bytes without a detour over the disk.

openpyxl writes every sheet to a temporary file first and does not notice when that is cut short by a full disk; and
what people are called has no business in /tmp.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def saved(book: Workbook) -> bytes:
    """The file of a workbook."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):
        """As its parent does, but for the place where a sheet is written."""

        def write_worksheet(self, ws):  # type: ignore[no-untyped-def]
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            part = io.BytesIO()
            writer = WorksheetWriter(ws, out=part)
            writer.write()
            ws._rels = writer._rels  # type: ignore[attr-defined]
            self._archive.writestr(ws.path[1:], part.getvalue())  # type: ignore[attr-defined]
            self.manifest.append(ws)

    class Undated(zipfile.ZipFile):
        """Without the clock, which may show a year before 1980, when no archive can be written."""

        def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):  # type: ignore[no-untyped-def]
            named = isinstance(zinfo_or_arcname, str)
            member = zipfile.ZipInfo(zinfo_or_arcname) if named else zinfo_or_arcname
            super().writestr(member, data, compress_type or self.compression, compresslevel)

    body = io.BytesIO()
    with Undated(body, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        InMemory(book, archive).save()
    return body.getvalue()
