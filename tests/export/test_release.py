"""A release as a whole: which files, the same bytes whatever the surroundings, only what may be seen."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.export import release_files
from pipeline.model import Edition
from tests.export.examples import PUBLICATION, uid
from tests.export.golden import FOLDER, golden


def test_the_golden_files() -> None:
    for name, body in golden().items():
        assert body.decode() == (FOLDER / name).read_bytes().decode(), f"{name}: python -m tests.export.golden"


KINDS = (("kontakte", "vcf"), ("qr", "svg"))


def test_every_file_of_the_contract() -> None:
    assert {name for name, _ in release_files(PUBLICATION)} == {
        "index.html",
        "index.en.html",
        "aenderungen.html",
        "aenderungen.en.html",
        "stil.css",
        "suche.js",
        "kontakte.vcf",
        "aenderungen.vcf",
        "kontakte.xlsx",
        "kontakte.csv",
        "kontakte.json",
        "feed.xml",
        "dokumente/flyer.pdf",
        *(f"{folder}/{uid(number)}.{kind}" for number in (1, 2, 3, 4) for folder, kind in KINDS),
        "gruppen/landratsamt-tannberg-amt-fuer-integration.vcf",
        "gruppen/ahlbach.vcf",
        "gruppen/oberrode.vcf",
        "gruppen/freiwilligenagentur-tannberg-co.vcf",
    }


def test_nobody_published_is_a_release_too() -> None:
    empty = replace(PUBLICATION, entries=(), edition=Edition(PUBLICATION.run), editions=(), documents=(), findings=())
    files = dict(release_files(empty))
    assert files["kontakte.vcf"] == files["aenderungen.vcf"] == b""
    assert "keine Kontakte veröffentlicht" in files["index.html"].decode()


_PROGRAM = """
import hashlib
from pipeline.export import release_files
from tests.export.examples import PUBLICATION
print(hashlib.sha256(b"".join(n.encode() + b for n, b in release_files(PUBLICATION))).hexdigest())
"""


@pytest.mark.parametrize(("seed", "zone", "locale"), [("1", "Pacific/Kiritimati", "C"), ("2", "America/Adak", "tr_TR")])
def test_the_same_bytes_in_any_surroundings(seed: str, zone: str, locale: str) -> None:
    here = hashlib.sha256(b"".join(n.encode() + b for n, b in release_files(PUBLICATION))).hexdigest()
    surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PATH": os.environ["PATH"]}
    root = Path(__file__).parent.parent.parent
    there = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=surroundings, cwd=root, check=True, capture_output=True
    )
    assert there.stdout.decode().strip() == here


def test_what_is_not_to_be_published_is_in_no_file() -> None:
    few = replace(PUBLICATION, fields=("name", "emails"))
    files = {name: body for name, body in release_files(few) if not name.endswith(("xlsx", "css", "js", "pdf"))}
    together = b"".join(files.values()).decode()
    for hidden in ("07123", "+49", "Schlossplatz", "Leitung", "Mo–Fr", "Ahlbach", "Landratsamt", "Zimmer 12"):
        assert hidden not in together
    assert "Lindenau" in together
    assert not any(name.startswith("gruppen/") for name in files)


def test_without_names_the_changes_name_nobody() -> None:
    few = replace(PUBLICATION, fields=("org", "phones"))
    files = {
        name: body.decode() for name, body in release_files(few) if name.endswith((".html", ".vcf", ".xml", ".json"))
    }
    assert not any("Lindenau" in body or "Vogel" in body or "Berg" in body for body in files.values())


def test_no_password_of_an_address_is_published() -> None:
    for name, body in release_files(PUBLICATION):
        assert b"geheim" not in body, name


def test_a_report_in_english_and_dates_nobody_knows() -> None:
    from pipeline.export.words import Words

    assert Words("en").date(PUBLICATION.run.started) == "7 April 2026"
    assert Words("de").date(None) == Words("de").short_date(None) == ""
    assert Words("en").size(3_768_000) == "3.8 MB"
