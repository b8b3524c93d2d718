"""Binary workbooks (.xlsb, and .xls from before 1993) by python-calamine, values only, in a process of its own.

It reserves as much memory as a file says it needs; a hostile or damaged file may end that process, not the night.
"""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet, number_text, reference
from pipeline.model import Where

_SECONDS = 60
_MEMORY = 2 << 30  # bytes of address space


def read_values(body: bytes, place: str) -> tuple[Sheet, ...]:
    """The values of all worksheets. Raises FormatError."""
    command = [sys.executable, "-m", "pipeline.extract.workbook.xlsb"]
    try:
        answer = subprocess.run(command, input=body, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
        tables = json.loads(answer.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise FormatError(place, "ist beschädigt oder geschützt; bitte als .xlsx ohne Kennwort speichern") from error
    return tuple(_sheet(*table) for table in tables)


def _sheet(name: str, hidden: bool, rows: list[list[object]]) -> Sheet:
    sheet = Sheet(name, hidden)
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            number = value if isinstance(value, float) else None
            text = str(value or "") if number is None else number_text(number)
            if text.strip():
                where = Where(sheet=name, cell=reference(row, column))
                sheet.put(row, column, Cell(text[:TEXT_LIMIT], where, number=number))
    return sheet


def tables(body: bytes) -> list[tuple[str, bool, list[list[object]]]]:
    """Name, whether it is hidden, and values of each worksheet; only what JSON can say."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(body))
    found = []
    for meta in book.sheets_metadata:
        if meta.typ == python_calamine.SheetTypeEnum.WorkSheet:
            rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
            hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
            found.append((meta.name, hidden, [[_plain(value) for value in row] for row in rows]))
    return found


def _plain(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value if isinstance(value, str) else "" if value is None else str(value)
    return float(value)


def main() -> None:
    """Standard input to standard output, within bounds."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    json.dump(tables(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
