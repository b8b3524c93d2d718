"""Killed at any instant: `public` shows the old release or the new one, whole, and the next night mends the rest.

`KILLS=200 pytest tests/test_kills.py` tries more instants than the suite has time for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
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


def second_night(folder: Path, last: int, *what: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.killed", str(folder), str(last), *what]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def released(folder: Path) -> Mapping[str, bytes]:
    """What a reader sees."""
    return {path: body for path, (body, _) in snapshot(folder / "daten" / "public").items()}


def test_a_kill_at_any_instant_is_mended_by_the_next_night(first: Path, tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(first, undisturbed, symlinks=True)
    done = second_night(undisturbed, 0)
    contacts = int(done.stdout)
    old, new = released(first), released(undisturbed)
    assert old != new
    for number in range(KILLS):
        folder = tmp_path / str(number)
        shutil.copytree(first, folder, symlinks=True)
        last = 1 + number * contacts // KILLS
        assert second_night(folder, last).returncode == -9, last
        assert released(folder) in (old, new), last
        after = second_night(folder, 0)
        assert after.returncode == 0, after.stderr
        assert released(folder) == new, last
        assert not [p for p in (folder / "daten" / "releases").iterdir() if p.name.startswith(".")], last
        assert not list((folder / "daten").glob("state.sqlite3-*"))


@pytest.mark.parametrize("damage", [b"kaputt", None], ids=["damaged", "missing"])
def test_a_killed_restore_leaves_no_state_that_knows_nobody(first: Path, tmp_path: Path, damage: bytes | None) -> None:
    """Which would pass as sound and give everybody a new uid: the next `restore` begins again."""
    lost = tmp_path / "lost"
    shutil.copytree(first, lost, symlinks=True)
    state = lost / "daten" / "state.sqlite3"
    state.write_bytes(damage) if damage else state.unlink()
    uid = District(lost).uid("Grothe")
    whole = tmp_path / "whole"
    shutil.copytree(lost, whole, symlinks=True)
    contacts = int(second_night(whole, 0, "restore").stdout)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        shutil.copytree(lost, folder, symlinks=True)
        last = contacts - number * contacts // KILLS  # the last ones first: there the new state takes its place
        assert second_night(folder, last, "restore").returncode == -9, last
        again = second_night(folder, 0, "restore")
        assert again.returncode == 0 or "unversehrt" in again.stderr, (last, again.stderr)
        assert second_night(folder, 0).returncode == 0, last
        assert District(folder).uid("Grothe") == uid, last
        assert not list((folder / "daten").glob("state.sqlite3.neu*"))
