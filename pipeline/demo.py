"""The invented Landkreis Tannberg on loopback: two nights of the real pipeline over real HTTP.

On the second night somebody is new, somebody has left, a successor sits at an old desk, numbers and a mail address have
changed, a flyer was replaced, and the spreadsheet lies under a new address.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import click

from pipeline.config import load_config
from pipeline.disk import read_file
from pipeline.errors import PublishError
from pipeline.job import nightly
from pipeline.run import Result

#: Each night the list has another address, as content systems do with every upload.
_LIST_NAMES = {1: "3c1f-koordinationsstellen-2026-03.xlsx", 2: "e90a-koordinationsstellen-2026-04.xlsx"}
_TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_IS_DEMO = "# Der erfundene Landkreis von `kreiskontakte demo`; ein neuer Aufruf beginnt von vorn."
_CONFIG = f"""\
{_IS_DEMO}
[district]
name = "Landkreis Tannberg"
ags = "08199"
area_code = "07123"

[paths]
data = "daten"

[fetch]
contact = "mailto:webmaster@lra-tannberg.example"
delay = 0.0

{{pages}}
[[source]]
id = "koordinationsstellen"
kind = "spreadsheet"
page = "{{base}}/engagement.html"
follow = ["Downloadcenter"]
link = "Koordinationsstellen"
priority = 20
"""
_PAGE = """\
[[source]]
id = "{name}"
kind = "page"
url = "{base}/{name}.html"
"""
_PAGES = ("engagement", "beratung", "kirchen", "helferkreise")


def play(folder: Path | None, *, quiet: bool) -> int:
    """Run both nights into `folder` (a new one by default) and say what to open; returns the exit status."""
    folder = (folder or Path(tempfile.mkdtemp(prefix="kreiskontakte-demo-"))).resolve()
    with serve() as site:
        config_file = write_config(folder, site.base)
        config = load_config(config_file)
        results = []
        for night in (1, 2):
            site.night = night
            day = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(days=2 - night)
            results.append(nightly(config, clock=lambda day=day: day))  # type: ignore[misc]
    if not quiet:
        click.echo(_summary(results, config_file, config.data))
    return max(result.exit_status for result in results)


def write_config(folder: Path, base: str) -> Path:
    """The sample district's file for a site at `base`."""
    pages = "\n".join(_PAGE.format(name=name, base=base) for name in _PAGES)
    path = folder / "kreiskontakte.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and _IS_DEMO in read_file(path).decode():
            shutil.rmtree(folder / "daten", ignore_errors=True)  # an earlier demo: the two nights begin anew
        path.write_text(_CONFIG.format(base=base, pages=pages), encoding="utf-8")
    except OSError as error:
        raise PublishError(f"{folder}: lässt sich nicht beschreiben ({error.strerror})") from error
    return path


def _summary(results: list[Result], config: Path, data: Path) -> str:
    from pipeline.export.report import summary

    lines = ["", "Landkreis Tannberg (erfunden), zwei Nächte:", ""]
    for number, result in enumerate(results, 1):
        told = summary(result.report) if result.report else "Nichts hat sich geändert."
        lines.append(f"  Nacht {number}: {told}")
    opened = {
        "Seite für Ehrenamtliche": data / "public/index.html",
        "Bericht für die Stelle": data / "reports/latest/report.html",
        "Excel-Liste": data / "public/kontakte.xlsx",
        "Alle Kontakte fürs Telefon": data / "public/kontakte.vcf",
        "Was sich geändert hat": data / "public/aenderungen.html",
        "Konfiguration": config,
    }
    return "\n".join([*lines, "", "Zum Ansehen:", *(f"  {what + ':':28} {path}" for what, path in opened.items()), ""])


# ---- the site ------------------------------------------------------------------------------------


class Site:
    """The district's web site; `night` says which of the two nights it shows."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.night = 1
        self.log: list[tuple[str, int]] = []
        self.seconds: list[float] = []
        self._bodies: dict[tuple[int, str], bytes | None] = {}

    def body(self, path: str) -> bytes | None:
        """What lies at a path tonight."""
        key = (self.night, path.rpartition("/")[2])
        if key not in self._bodies:
            self._bodies[key] = self._made(key[1])
        return self._bodies[key]

    def _made(self, name: str) -> bytes | None:
        if name == _LIST_NAMES[self.night]:
            return _workbook(self._text("koordinationsstellen.csv"))
        try:
            if name.endswith(".pdf"):
                return _pdf(self._text(name.partition("-")[2].replace(".pdf", ".txt")))
            if name.endswith(".html"):
                return self._text(name).replace("{liste}", _LIST_NAMES[self.night]).encode()
        except FileNotFoundError:
            return None
        return None

    def _text(self, name: str) -> str:
        """A file of tonight; what did not change since the first night lies there only."""
        folder = files("pipeline") / "data" / "demo"
        tonight = folder / f"nacht-{self.night}" / name
        return (tonight if tonight.is_file() else folder / "nacht-1" / name).read_text(encoding="utf-8")


@contextmanager
def serve() -> Iterator[Site]:
    """The site on a free port of this machine."""
    site = Site(0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            began = time.perf_counter()
            self._answer()
            site.seconds.append(time.perf_counter() - began)

        def _answer(self) -> None:
            body = site.body(self.path)
            tag = f'"{hashlib.sha256(body or b"").hexdigest()[:16]}"'
            status = 404 if body is None else 304 if self.headers.get("If-None-Match") == tag else 200
            site.log.append((self.path, status))
            self.send_response(status)
            if status == 200:
                self.send_header("ETag", tag)
                self.send_header("Content-Type", _TYPES.get(Path(self.path).suffix, _WORKBOOK_TYPE))
            self.send_header("Content-Length", str(len(body)) if status == 200 and body else "0")
            self.end_headers()
            if status == 200 and body:
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The demo speaks for itself."""

    return Handler


def _workbook(table: str) -> bytes:
    """The list as an office keeps it: a title, a date, a municipality merged over its people."""
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill

    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Koordinationsstellen"
    sheet["A1"] = "Kommunale Koordinationsstellen im Landkreis Tannberg"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Angaben ohne Gewähr"
    for number, row in enumerate(rows, 4):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text)
            if number == 4:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="CFE2D4")
    _merge_equal(sheet, [row[0] for row in rows[1:]], first=5)
    for letter, width in zip("ABCDEF", (16, 24, 28, 28, 20, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    for number in range(5, 5 + len(rows)):
        sheet.cell(number, 1).alignment = Alignment(vertical="top")
    body = io.BytesIO()
    book.save(body)
    return _fixed(body.getvalue())


def _merge_equal(sheet: object, names: list[str], first: int) -> None:
    start = 0
    for end in range(1, len(names) + 1):
        if end == len(names) or names[end] != names[start]:
            if end - start > 1:
                area = {"start_row": first + start, "end_row": first + end - 1, "start_column": 1, "end_column": 1}
                sheet.merge_cells(**area)  # type: ignore[attr-defined]
            start = end


def _fixed(body: bytes) -> bytes:
    """The same workbook without the time at which it was made: a server sends the same bytes twice."""
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), part)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    """A page of text as a PDF of one page (ISO 32000-1, the smallest that viewers show)."""
    lines = "".join(f"({_escaped(line)}) Tj 0 -26 Td " for line in text.splitlines())
    content = f"BT /F1 18 Tf 72 740 Td {lines}ET".encode("cp1252", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%b endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
