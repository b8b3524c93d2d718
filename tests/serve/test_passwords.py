"""Names, passwords and tickets: how they are kept, and how often one may guess."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import ConfigError, KreiskontakteError
from pipeline.serve import guesses, sessions, users
from pipeline.serve.guesses import Guesses
from pipeline.serve.sessions import Sessions
from pipeline.serve.users import Users, proper_name, proper_password
from tests.serve.places import CHEAP, NAME, PASSWORD


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    users._nobody.cache_clear()
    monkeypatch.setattr(users, "METHOD", CHEAP)


def test_a_password_is_kept_as_a_hash_for_its_owner_only(tmp_path: Path) -> None:
    assert Users(tmp_path).add(NAME, PASSWORD) is False
    file = tmp_path / "users.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert PASSWORD not in file.read_text(encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8"))[NAME].startswith("scrypt:")
    assert [path.name for path in tmp_path.iterdir()] == ["users.json"]


def test_the_cost_of_a_guess_is_what_owasp_advises(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    Users(tmp_path).add(NAME, PASSWORD)
    assert Users(tmp_path).stamp(NAME).startswith("scrypt:32768:8:3$")  # type: ignore[union-attr]
    assert Users(tmp_path).accepts(NAME, PASSWORD)


def test_only_name_and_password_together_are_accepted(tmp_path: Path) -> None:
    known = Users(tmp_path)
    assert known.accepts(NAME, PASSWORD) is None
    known.add(NAME, PASSWORD)
    assert known.accepts(NAME, PASSWORD) == known.stamp(NAME)
    for name, password in ((NAME, PASSWORD + " "), (NAME, ""), ("Herr Probst", PASSWORD), ("", "")):
        assert known.accepts(name, password) is None


def test_a_new_password_and_leaving(tmp_path: Path) -> None:
    known = Users(tmp_path)
    known.add(NAME, PASSWORD)
    before = known.stamp(NAME)
    assert known.add(NAME, "ein anderes Kennwort") is True
    assert known.stamp(NAME) != before
    assert known.accepts(NAME, PASSWORD) is None
    known.remove(NAME)
    assert known.names() == ()
    with pytest.raises(ConfigError, match="nicht eingetragen"):
        known.remove(NAME)


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', "kein JSON", "\x00"])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, text: str) -> None:
    (tmp_path / "users.json").write_text(text, encoding="utf-8")
    with pytest.raises(KreiskontakteError, match="beschädigt"):
        Users(tmp_path).accepts(NAME, PASSWORD)


@pytest.mark.parametrize("name", ["", "   ", "a" * 65, "x\x00y", "a\u202eb", "\u200b"])
def test_a_name_is_something_to_be_seen(name: str) -> None:
    with pytest.raises(ConfigError):
        proper_name(name)
    assert proper_name("  Frau   Mu\u0308ller ") == "Frau Müller"


@pytest.mark.parametrize("password", ["", "zu kurz", "a" * 201])
def test_a_password_is_long_enough(password: str) -> None:
    with pytest.raises(ConfigError):
        proper_password(password)


def test_five_wrong_guesses_for_a_name_are_enough_for_a_quarter_of_an_hour() -> None:
    clock = Clock()
    counted = Guesses(clock)
    for number in range(guesses.PER_NAME):
        assert counted.allowed("192.0.2.1", NAME)
        counted.wrong("192.0.2.1", f"falsch{number}", NAME)
    assert not counted.allowed("192.0.2.1", NAME.upper())
    assert counted.allowed("192.0.2.1", "Herr Berg")
    assert counted.allowed("192.0.2.2", NAME)
    clock.now += guesses.WINDOW + 1
    assert counted.allowed("192.0.2.1", NAME)


def test_a_place_may_not_go_through_all_names() -> None:
    counted = Guesses(Clock())
    for number in range(guesses.PER_PLACE):
        counted.wrong("192.0.2.1", "kennwort1234", f"name{number}")
    assert not counted.allowed("192.0.2.1", "noch einer")


def test_the_same_wrong_password_again_is_no_new_guess() -> None:
    counted = Guesses(Clock())
    for _ in range(1000):
        counted.wrong("192.0.2.1", "das alte Kennwort")
    assert counted.allowed("192.0.2.1")


def test_memory_of_guesses_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "_REMEMBERED", 10)
    counted = Guesses(Clock())
    for number in range(100):
        counted.wrong(f"192.0.2.{number}", "falsch", NAME)
    assert len(counted._wrong) == 10


def test_a_session_ends_by_itself() -> None:
    clock = Clock()
    kept = Sessions(clock)
    ticket = kept.begin(NAME, "x")
    for _ in range(5):
        clock.now += sessions.IDLE - 1
        assert kept.get(ticket)
    clock.now += sessions.IDLE + 1
    assert kept.get(ticket) is None


def test_a_session_ends_in_the_evening_even_if_used() -> None:
    clock = Clock()
    kept = Sessions(clock)
    ticket = kept.begin(NAME, "x")
    while clock.now < 1000 + sessions.LONGEST:
        assert kept.get(ticket)
        clock.now += 3600
    clock.now += 1
    assert kept.get(ticket) is None


def test_tickets_cannot_be_guessed_and_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_AT_MOST", 3)
    kept = Sessions(Clock())
    tickets = [kept.begin(NAME, "x") for _ in range(5)]
    assert len(set(tickets)) == 5
    assert all(len(ticket) >= 43 for ticket in tickets)
    assert [kept.get(ticket) is not None for ticket in tickets] == [False, False, True, True, True]
    assert kept.get("") is None
