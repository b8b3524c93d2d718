"""How long a large sheet takes: reading 50,000 rows against python-calamine, and the memory it needs.

    python benchmarks/read_sheet.py [ROWS]

The promise for contacts with every value checked: at most twice the time python-calamine needs for the values alone
plus 60 µs a row, below 400 MB. Seconds are the processor's, the best of three, as others may work on the machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

ROWS = 50_000
_NAMES = """Eva Uwe Ida Ali Noah Mia Jan Lena Omar Rosa Till Vera Wanda Xaver Yara Zoe
Muster Beispiel Probe Test Vogel Lang Roth Klein Sommer Winter Braun Kaiser Lutz Kolb Weber Sauter"""
_GIVEN, _FAMILY = (line.split() for line in _NAMES.splitlines())


def make(rows: int) -> bytes:
    """An .xlsx with all texts in its cells: municipality, office, name, function, two numbers, mail address."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Kommune", "Träger", "Name", "Funktion", "Telefon", "Mobil", "E-Mail"])
    for number in range(rows):
        given, family = _GIVEN[number % 16], _FAMILY[number // 16 % 16] + _FAMILY[number // 256 % 16].lower()
        mail = f"{given}.{family}{number}@ort{number % 300}.example".lower()
        phone = f"07161 {200 + number // 1000}-{number % 1000 + 1000}"
        mobile = f"0171 39{number % 100_000:05d}" if number % 4 == 0 else None
        place, name = f"Ort {number % 300}", f"Frau {given} {family}"
        sheet.append([place, "Stadtverwaltung", name, "Sachbearbeiterin", phone, mobile, mail])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def calamine(body: bytes) -> float:
    """Seconds that python-calamine needs for the values."""
    import python_calamine

    start = time.process_time()
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(body))
    book.get_sheet_by_index(0).to_python()
    return time.process_time() - start


def cells(body: bytes) -> float:
    """Seconds from the bytes to a grid of cells with their places and formats."""
    from pipeline.extract.cycles import no_search_for_cycles
    from pipeline.extract.workbook.formats import open_workbook
    from pipeline.extract.workbook.sheets import to_grid

    start = time.process_time()
    with no_search_for_cycles():
        to_grid(open_workbook(body, "bench.xlsx")[0])
    return time.process_time() - start


def contacts(body: bytes) -> float:
    """Seconds from the bytes to records with every value checked."""
    from pipeline.extract.workbook.reader import read_workbook
    from pipeline.model import Rules

    start = time.process_time()
    found = read_workbook(body, "bench.xlsx", Rules(area_code="07161"))
    spent = time.process_time() - start
    assert len(found.records) > 0
    return spent


def best(name: str, path: Path) -> float:
    """The best of three measurements, each in a process of its own, as memory does not come back."""
    command = [sys.executable, __file__, name, str(path)]
    seen = [subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split() for _ in range(3)]
    seconds = min(float(spent) for spent, _ in seen)
    print(f"{name}: {seconds:.2f} s, {max(int(megabytes) for _, megabytes in seen)} MB")
    return seconds


def main(argv: list[str]) -> None:
    """All measurements of a sheet of so many rows, or one measurement of a file."""
    if len(argv) > 2:
        spent = globals()[argv[1]](Path(argv[2]).read_bytes())
        print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    rows = int(argv[1]) if len(argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlsx"
        path.write_bytes(make(rows))
        print(f"{rows} rows, {path.stat().st_size // 1024} kB")
        limit = 2 * best("calamine", path) + rows * 60e-6
        best("cells", path)
        print("within" if best("contacts", path) <= limit else "ABOVE", f"the limit of {limit:.2f} s")


if __name__ == "__main__":
    main(sys.argv)
