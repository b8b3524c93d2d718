"""The commands as cron and people call them: exit status, one line, silence."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import _status
from tests.servers import Page, serving
from tests.whole_nights import BASE, PEOPLE, District, table

CONFIG = """
[district]
name = "Landkreis Tannberg"
ags = "08199"
area_code = "07123"

[paths]
data = "daten"

[fetch]
delay = 0.0

[[source]]
id = "liste"
kind = "spreadsheet"
url = "{url}/liste.csv"
"""


@pytest.fixture
def liste(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_text(table(*PEOPLE), encoding="utf-8")
    return path


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """The configuration file of a district whose second night is held."""
    district = District(tmp_path)
    district.night()
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    district.night()
    path = tmp_path / "kreiskontakte.toml"
    path.write_text(CONFIG.format(url=BASE.rstrip("/")), encoding="utf-8")
    return path


def call(*arguments: object) -> int:
    return _status([str(argument) for argument in arguments], verbose="--verbose" in arguments)


def one_line(text: str) -> str:
    assert text.count("\n") == 1
    assert text.startswith("kreiskontakte: ")
    return text


def test_extract_prints_json(liste: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("extract", liste, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [contact["name"]["family"] for contact in found["contacts"]][:2] == ["Grothe", "Polat"]
    assert found["contacts"][0]["phones"][0]["display"] == "07123 3320-14"
    assert found["contacts"][0]["where"]["cell"]


def test_extract_shows_a_table(liste: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("extract", liste) == 0
    assert "07123 3320-14" in capsys.readouterr().out


def test_extract_writes_cards(liste: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("extract", liste, "--format", "vcf") == 0
    assert capsys.readouterr().out.count("BEGIN:VCARD") == len(PEOPLE)


def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Frau Hedwig Lindenau\nTelefon 07123 9210-4100\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert call("extract", "-", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["contacts"][0]["name"]["family"] == "Lindenau"


def test_extract_reads_an_address(capsys: pytest.CaptureFixture[str]) -> None:
    with serving({"/liste.csv": Page(table(*PEOPLE).encode(), "text/csv")}) as site:
        assert call("extract", site.url("/liste.csv"), "--format", "json") == 0
        assert len(json.loads(capsys.readouterr().out)["contacts"]) == len(PEOPLE)
        assert call("extract", site.url("/fehlt.csv")) == 1
    assert "404" in one_line(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("extract", "fehlt.html"), 2, "den Pfad prüfen"),
        (("extract",), 2, "PATH_OR_URL"),
        (("tanze",), 2, "tanze"),
        (("run", "--config", "fehlt.toml"), 2, "gibt es nicht"),
        (("run", "--wohin"), 2, "--wohin"),
        (("approve", "3"), 2, "--by"),
        (("approve", "3", "--by", " "), 2, "ist leer"),
        (("reject", "3", "--by", "x", "--why", ""), 2, "ist leer"),
        (("forget", "x", "--by", "", "--why", "x"), 2, "ist leer"),
    ],
)
def test_wrong_use_is_one_line(
    arguments: tuple[str, ...], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(*arguments) == status
    assert said in one_line(capsys.readouterr().err)


def test_a_file_that_is_no_workbook_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "liste.xlsx").write_bytes(b"PK\x03\x04 und dann nichts")
    assert call("extract", tmp_path / "liste.xlsx") == 1
    one_line(capsys.readouterr().err)
    assert call("extract", tmp_path / "liste.xlsx", "--verbose") == 1
    assert "Traceback" in capsys.readouterr().err


def test_help_and_version_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--help") == 0
    assert call("run", "--help") == 0
    assert call("--version") == 0
    assert "0.1.0" in capsys.readouterr().out


def test_a_night_over_http(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "kreiskontakte.toml"
    with serving({"/liste.csv": Page(table(*PEOPLE).encode(), "text/csv")}) as site:
        config.write_text(CONFIG.format(url=site.url("")), encoding="utf-8")
        assert call("check", "--config", config) == 0
        assert "6 Kontakte" in capsys.readouterr().out
        assert call("check", "--config", config, "--lang", "en") == 0
        assert "6 contacts" in capsys.readouterr().out
        assert call("run", "--config", config, "--dry-run") == 0
        assert "Grothe" in capsys.readouterr().out
        assert not (tmp_path / "daten").exists()
        assert call("run", "--config", config, "--log-format", "json") == 0
        lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
        assert {json.loads(line)["event"] for line in lines} == {"source", "done", "message"}
        assert call("run", "--quiet", "--config", config) == 0
        assert capsys.readouterr() == ("", "")
    assert call("run", "--quiet", "--config", config) == 3
    assert "liste" in capsys.readouterr().err
    assert call("check", "--config", config) == 1
    assert (tmp_path / "daten" / "corrections.xlsx").exists()


def test_a_held_run_is_reviewed_and_approved(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("review", "--config", held) == 4
    assert "**Ali Rahimi**, Integrationsmanagement" in capsys.readouterr().out  # which of two of one name
    assert call("approve", "2", "--by", "Probst", "--config", held) == 0
    capsys.readouterr()
    assert call("review", "--config", held, "--lang", "en") == 0
    assert "Nothing waits" in capsys.readouterr().err
    assert call("diff", "--config", held) == 0
    assert "**Ali Rahimi**, Integrationsmanagement" in capsys.readouterr().out
    assert call("diff", "1", "2", "--format", "json", "--config", held) == 0
    assert len(json.loads(capsys.readouterr().out)["changes"]) == 4


def test_a_held_run_is_rejected(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("diff", "--config", held) == 2
    assert call("reject", "2", "--by", "Probst", "--why", "Versehen", "--config", held) == 0
    assert call("approve", "2", "--by", "Probst", "--config", held) == 1
    assert "wartet nicht" in capsys.readouterr().err


def test_staff_ask_about_a_contact(held: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("explain", "Grothe", "phones", "--config", held) == 0
    assert "07123 3320-14" in capsys.readouterr().out
    assert call("explain", "Grothe", "Schuhgröße", "--config", held) == 2
    assert call("history", "Grothe", "--config", held) == 0
    assert "Integrationsbeauftragte" in capsys.readouterr().out
    assert call("history", "Niemand", "--config", held) == 2
    assert call("release", "1", "--to", tmp_path / "wieder", "--config", held) == 0
    assert (tmp_path / "wieder" / "kontakte.vcf").exists()


def test_forgetting_and_restoring(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("forget", "Grothe", "--by", "Probst", "--why", "Wunsch", "--config", held) == 0
    assert "durchsucht: nirgends mehr zu finden." in capsys.readouterr().err
    assert call("restore", "--config", held) == 1
    (held.parent / "daten" / "state.sqlite3").unlink()
    assert call("run", "--quiet", "--config", held) == 1
    assert "restore" in capsys.readouterr().err
    assert call("restore", "--config", held) == 0


# ---- as a process --------------------------------------------------------------------------------


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, check=False, timeout=60, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_a_full_disk_behind_stdout_is_a_failure_without_traceback(liste: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("extract", liste, "--format", "json", stdout=full)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_bare_environment_changes_nothing(liste: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONPATH": str(Path.cwd())}
    done = process("extract", liste, "--format", "json", stdout=subprocess.PIPE, env=bare)
    assert done.returncode == 0
    assert "Ali" in done.stdout.decode()


BUSY = "from concurrent.futures import ThreadPoolExecutor as Pool; import time; Pool().submit(time.sleep, 60)"
SIGNAL = "import atexit, os, signal; atexit.register(os.kill, os.getpid(), signal.SIGTERM)"


@pytest.mark.parametrize("before", [BUSY, SIGNAL], ids=["a thread of a library", "a signal"])
def test_nothing_delays_or_changes_the_end(before: str) -> None:
    """A server that never finishes its answer keeps a thread of Apprise's busy, and the interpreter would wait."""
    code = f"{before}; from pipeline.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code, "--version"], check=False, capture_output=True, timeout=30)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"kreiskontakte")


def test_what_is_held_is_shown_without_escapes(held: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held.write_text(held.read_text("utf-8") + '[guard]\npublish = "review"\n', encoding="utf-8")
    assert call("run", "--config", held) == 4
    capsys.readouterr()
    assert call("review", "--config", held) == 4
    assert '([guard] publish = "review")' in capsys.readouterr().out
    assert call("review", "--format", "md", "--config", held) == 4
    assert r"(\[guard\] publish" in capsys.readouterr().out
