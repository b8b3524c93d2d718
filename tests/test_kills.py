"""Killed at any instant: `public` shows the old release or the new one, whole, and the next night mends the rest.

`KILLS=200 pytest tests/test_kills.py` tries more instants than the suite has time for.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole_nights import District, snapshot

KILLS = int(os.environ.get("KILLS", "12"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district after its first night."""
    folder = tmp_path_factory.mktemp("first")
    District(folder).night()
    return folder


@dataclass(frozen=True)
class Done:
    """How a process ended, and what it wrote."""

    code: int
    output: str


Night = Callable[..., Done]


@pytest.fixture(scope="module")
def second_night() -> Iterator[Night]:
    """Does a second night, or `restore`, in a process that is killed at its Nth contact."""
    command = [sys.executable, "-m", "tests.killed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nights:
        assert nights.stdin is not None
        assert nights.stdout is not None
        orders, answers = nights.stdin, nights.stdout

        def night(folder: Path, last: int, *, restoring: bool = False) -> Done:
            print(json.dumps((str(folder), last, restoring)), file=orders, flush=True)
            return Done(*json.loads(answers.readline()))

        yield night
        orders.close()


def released(folder: Path) -> Mapping[str, bytes]:
    """What a reader sees."""
    return {path: body for path, (body, _) in snapshot(folder / "daten" / "public").items()}


def test_a_kill_at_any_instant_is_mended_by_the_next_night(first: Path, second_night: Night, tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(first, undisturbed, symlinks=True)
    done = second_night(undisturbed, 0)
    contacts = int(done.output)
    old, new = released(first), released(undisturbed)
    assert old != new
    for number in range(KILLS):
        folder = tmp_path / str(number)
        shutil.copytree(first, folder, symlinks=True)
        last = 1 + number * contacts // KILLS
        assert second_night(folder, last).code == -9, last
        assert released(folder) in (old, new), last
        after = second_night(folder, 0)
        assert after.code == 0, after.output
        assert released(folder) == new, last
        assert not [p for p in (folder / "daten" / "releases").iterdir() if p.name.startswith(".")], last
        assert not list((folder / "daten").glob("state.sqlite3-*"))


@pytest.mark.parametrize("damage", [b"kaputt", None], ids=["damaged", "missing"])
def test_a_killed_restore_leaves_no_state_that_knows_nobody(
    first: Path, second_night: Night, tmp_path: Path, damage: bytes | None
) -> None:
    """Which would pass as sound and give everybody a new uid: the next `restore` begins again."""
    lost = tmp_path / "lost"
    shutil.copytree(first, lost, symlinks=True)
    state = lost / "daten" / "state.sqlite3"
    state.write_bytes(damage) if damage else state.unlink()
    uid = District(lost).uid("Grothe")
    whole = tmp_path / "whole"
    shutil.copytree(lost, whole, symlinks=True)
    contacts = int(second_night(whole, 0, restoring=True).output)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        shutil.copytree(lost, folder, symlinks=True)
        last = contacts - number * contacts // KILLS  # the last ones first: there the new state takes its place
        assert second_night(folder, last, restoring=True).code == -9, last
        again = second_night(folder, 0, restoring=True)
        assert again.code == 0 or "unversehrt" in again.output, (last, again.output)
        assert second_night(folder, 0).code == 0, last
        assert District(folder).uid("Grothe") == uid, last
        assert not list((folder / "daten").glob("state.sqlite3.neu*"))
