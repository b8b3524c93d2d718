"""A wrong configuration is refused before anything is asked or written, in one line with file, key and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.promises.towns import Town

CHANGES: dict[str, tuple[str, str, str]] = {
    "unknown key": ("delay = 0.0", "dealy = 0.0", "delay"),
    "unknown table": ("[fetch]", "[fetsch]", "fetch"),
    "unknown key of a source": ('kind = "spreadsheet"', 'kind = "spreadsheet"\nselector = "main"', "selector"),
    "wrong type": ("delay = 0.0", 'delay = "bald"', "delay"),
    "a truth for a number": ("timeout = 3.0", "timeout = true", "timeout"),
    "not a number": ("timeout = 3.0", "timeout = nan", "timeout"),
    "no end": ("timeout = 3.0", "timeout = inf", "timeout"),
    "negative": ("delay = 0.0", "delay = -1.0", "delay"),
    "nothing": ("max_bytes = 3000000", "max_bytes = 0", "max_bytes"),
    "a fraction": ("max_bytes = 3000000", "max_bytes = 3e6", "max_bytes"),
    "kind": ('kind = "spreadsheet"', 'kind = "excel"', "kind"),
    "key of the district": ('ags = "08199"', 'ags = "Tannberg"', "ags"),
    "area code": ('area_code = "07123"', 'area_code = "+49 7123"', "area_code"),
    "no name": ('name = "Landkreis Tannberg"', "", "name"),
    "empty name": ('name = "Landkreis Tannberg"', 'name = " "', "name"),
    "data": ('data = "daten"', "data = 7", "data"),
    "address": ('url = "http', 'url = "file', "url"),
    "no address": ("url = ", "# ", "url"),
    "twice": ('id = "amt"', 'id = "liste"', "id"),
    "name of a source": ('id = "amt"', 'id = "../amt"', "id"),
    "toml": ("[fetch]", "[fetch", "TOML"),
    "twice the same table": ("[fetch]", "[paths]", "TOML"),
    "nobody can be told there": ("[fetch]", '[notify]\nurls = ["brief://amt:geheim@example.org"]\n[fetch]', "brief://"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_wrong_is_said_before_anything_happens(fresh: Town, change: str) -> None:
    old, new, key = CHANGES[change]
    text = fresh.config.read_text(encoding="utf-8")
    assert old in text
    fresh.config.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert_refused(fresh, key)


FILES: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "folder": lambda path: (path.unlink(), path.mkdir()),
    "binary": lambda path: path.write_bytes(bytes(range(256))),
    "utf-16": lambda path: path.write_text(path.read_text(), encoding="utf-16"),
    "zeros": lambda path: path.write_bytes(b"\0" * 100),
    "deep": lambda path: path.write_text("a = " + "[" * 100_000),
    "loop": lambda path: (path.unlink(), path.symlink_to(path.name)),
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_none(fresh: Town, file: str) -> None:
    FILES[file](fresh.config)
    assert_refused(fresh, "kreiskontakte.toml")


def assert_refused(town: Town, named: str) -> None:
    town.server.requests.clear()
    done = town.here()
    assert done.status == 2, done.err
    assert str(town.config) in done.error
    assert named in done.error
    assert not town.server.requests
    assert not town.data.exists()


def test_check_refuses_what_a_run_refuses(fresh: Town) -> None:
    fresh.configure('[notify]\nurls = ["brief://amt:geheim@example.org"]')
    done = fresh.call("check")
    assert done.status == 2
    assert str(fresh.config) in done.error
    assert "geheim" not in done.err


@pytest.mark.parametrize(
    "asked",
    [
        ("approve", "1", "--by", "Probst"),
        ("reject", "1", "--by", "Probst", "--why", "falsch"),
        ("forget", "Kling", "--by", "Probst", "--why", "Wunsch"),
    ],
)
def test_where_no_night_was_there_is_nothing_to_decide(fresh: Town, asked: tuple[str, ...]) -> None:
    done = fresh.call(*asked)
    assert done.status == 2
    assert not fresh.data.exists()


def test_a_byte_order_mark_is_no_mistake(fresh: Town) -> None:
    fresh.config.write_text(fresh.config.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert fresh.here().status == 0


def test_an_address_with_a_password_shows_it_nowhere(fresh: Town) -> None:
    text = fresh.config.read_text(encoding="utf-8").replace("http://127", "http://amt:geheimnis@127")
    fresh.config.write_text(text, encoding="utf-8")
    done = fresh.here()
    assert done.status == 0
    fresh.server.pages.clear()
    done = fresh.here("--log-format", "json")
    assert done.status == 3
    assert "geheimnis" not in done.out + done.err
    for path in fresh.data.rglob("*"):
        assert not path.is_file() or b"geheimnis" not in path.read_bytes(), path
