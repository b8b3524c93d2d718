"""`kreiskontakte user`; what a night leaves for the monitor, and that it knows nothing of all this."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import _status
from pipeline.exclusive import exclusive
from pipeline.good_night import last_good_night, note_good_night
from pipeline.serve import users
from pipeline.serve.users import Users
from tests.examples import day
from tests.serve.places import CHEAP, PASSWORD
from tests.servers import Page, serving
from tests.test_cli import CONFIG
from tests.whole_nights import PEOPLE, snapshot, table


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(users, "METHOD", CHEAP)
    path = tmp_path / "kreiskontakte.toml"
    path.write_text(CONFIG.format(url="http://127.0.0.1:9"), encoding="utf-8")
    return path


def user(config: Path, *arguments: str) -> int:
    return _status(["user", *arguments, "--config", str(config)], verbose=False)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_a_password_is_read_from_standard_input(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert user(config, "list") == 0
    assert "Noch ist niemand eingetragen" in capsys.readouterr().err
    typed(monkeypatch, f"{PASSWORD}\n")
    assert user(config, "add", "Frau  Probst") == 0
    assert capsys.readouterr().err == "Frau Probst darf die Verwaltung betreten.\n"
    assert Users(config.parent / "daten").accepts("Frau Probst", PASSWORD)
    assert user(config, "list") == 0
    assert capsys.readouterr().out == "Frau Probst\n"
    typed(monkeypatch, "ein neues Kennwort\n")
    assert user(config, "add", "Frau Probst", "--lang", "en") == 0
    assert "has a new password" in capsys.readouterr().err
    assert user(config, "remove", "Frau Probst") == 0
    assert user(config, "remove", "Frau Probst") == 2
    assert "nicht eingetragen" in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_at_a_terminal_the_password_is_asked_twice(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([PASSWORD, "vertippt sich", PASSWORD, PASSWORD])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(asked))
    assert user(config, "add", "Probst") == 0
    assert next(asked, None) is None
    assert Users(config.parent / "daten").accepts("Probst", PASSWORD)


@pytest.mark.parametrize(
    ("name", "password"), [("Probst", ""), ("Probst", "kurz"), ("", PASSWORD), ("a\x07b", PASSWORD)]
)
def test_what_is_no_name_or_no_password_is_wrong_use(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, password: str
) -> None:
    typed(monkeypatch, password)
    assert user(config, "add", name) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (config.parent / "daten").exists()


def test_while_a_run_is_active_nobody_is_entered(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, PASSWORD)
    (config.parent / "daten").mkdir()
    with exclusive(config.parent / "daten"):
        assert user(config, "add", "Probst") == 5


@pytest.mark.parametrize("arguments", [(), ("add",), ("tanze",), ("remove",)])
def test_wrong_use_is_said(config: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert _status(["user", *arguments], verbose=False) == 2
    assert capsys.readouterr().err


_LISTED = """
import json, sys
from pipeline.cli import _status
status = _status(["run", "--quiet", "--config", sys.argv[1]], verbose=False)
print(json.dumps([status, sorted(sys.modules)]))
"""


def test_a_night_imports_nothing_of_what_serves(tmp_path: Path) -> None:
    config = tmp_path / "kreiskontakte.toml"
    with serving({"/liste.csv": Page(table(*PEOPLE).encode(), "text/csv")}) as site:
        config.write_text(CONFIG.format(url=site.url("")), encoding="utf-8")
        nights = [
            subprocess.run([sys.executable, "-c", _LISTED, str(config)], check=True, capture_output=True, timeout=60)
            for _ in range(2)
        ]
    for night in nights:
        status, modules = json.loads(night.stdout)
        assert status == 0
        assert not {name.split(".")[0] for name in modules} & {"werkzeug", "radicale", "waitress", "vobject"}
        assert not [name for name in modules if name.startswith("pipeline.serve.")]
    quiet = json.loads(nights[1].stdout)[1]
    assert not {name.split(".")[0] for name in quiet} & {"defusedxml", "openpyxl", "jinja2"}


def test_a_good_night_is_noted_without_touching_a_file(tmp_path: Path) -> None:
    config = tmp_path / "kreiskontakte.toml"
    with serving({"/liste.csv": Page(table(*PEOPLE).encode(), "text/csv")}) as site:
        config.write_text(CONFIG.format(url=site.url("")), encoding="utf-8")
        assert _status(["run", "--quiet", "--config", str(config)], verbose=False) == 0
        before = snapshot(tmp_path / "daten")
        note_good_night(tmp_path / "daten", day(1))
        assert _status(["run", "--quiet", "--config", str(config)], verbose=False) == 0
        assert last_good_night(tmp_path / "daten") != day(1)
        assert snapshot(tmp_path / "daten") == before
        note_good_night(tmp_path / "daten", day(1))
        site.pages.clear()
        (tmp_path / "daten" / "state.sqlite3").write_bytes(b"kaputt")
        assert _status(["run", "--quiet", "--config", str(config)], verbose=False) == 1
    assert last_good_night(tmp_path / "daten") == day(1)
