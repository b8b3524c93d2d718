"""What is fuzzed: each reader takes any bytes and either says what it read or refuses in one sentence."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from pipeline.codec import dumps, extraction_json
from pipeline.config import load_config
from pipeline.errors import ConfigError, FormatError
from pipeline.extract.network import robots
from pipeline.extract.network.answers import soft_error
from pipeline.extract.page.reader import read_page, read_text
from pipeline.extract.workbook.reader import read_workbook
from pipeline.model import Document, Extraction, Rules
from pipeline.transform.normalize import normalize

RULES = Rules("07123", "08199")


def _whole_way(extraction: Extraction) -> None:
    """From records to what is shown of them."""
    read = [normalize(record, "quelle") for record in extraction.records]
    findings = [*extraction.findings, *(finding for _, more in read for finding in more)]
    dumps(extraction_json([seen for seen, _ in read], extraction.documents, findings, "de")).encode()


def page(body: bytes) -> None:
    """An HTML page."""
    soft_error(Document("https://kreis.example/", body, "text/html"))
    try:
        _whole_way(read_page(body, None, RULES))
    except FormatError:
        return


def text(body: bytes) -> None:
    """A plain text."""
    _whole_way(read_text(body, None, RULES))


def sheet(body: bytes) -> None:
    """A workbook of any format."""
    try:
        _whole_way(read_workbook(body, "liste", RULES))
    except FormatError:
        return


def robots_txt(body: bytes) -> None:
    """A robots.txt."""
    rules = robots.parse(body)
    rules.allows("https://kreis.example/ehrenamt/liste.xlsx?a=b")


def config(body: bytes) -> None:
    """A district's file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kreiskontakte.toml"
        file.write_bytes(body)
        try:
            load_config(file)
        except ConfigError as error:
            assert str(file) in str(error)  # noqa: PT017


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": page,
    "text": text,
    "sheet": sheet,
    "robots": robots_txt,
    "config": config,
}
