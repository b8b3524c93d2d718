"""The files a small publication must yield. To renew: `python -m tests.export.golden`."""

from __future__ import annotations

from pathlib import Path

from pipeline.export import release_files
from pipeline.export.report import FORMATS, render
from tests.export.examples import PUBLICATION, REPORT

FOLDER = Path(__file__).parent
KEPT = (
    "kontakte.vcf",
    "aenderungen.vcf",
    "kontakte.csv",
    "kontakte.json",
    "feed.xml",
    "index.html",
    "index.en.html",
    "aenderungen.html",
)


def golden() -> dict[str, bytes]:
    """file name → bytes as they are made today."""
    made = {name: body for name, body in release_files(PUBLICATION) if name in KEPT}
    return made | {f"report.{form}": render(REPORT, form).encode() for form in FORMATS}
