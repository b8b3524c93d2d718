"""A workbook as LibreOffice shows it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest


def shown(workbook: bytes, folder: Path) -> str:
    """The first sheet as CSV; the test is skipped where there is no LibreOffice."""
    path = folder / "liste.xlsx"
    path.write_bytes(workbook)
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(path)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    except FileNotFoundError:
        pytest.skip("no LibreOffice here")
    return (folder / "liste.csv").read_text(encoding="utf-8", errors="replace")
