"""Whether the rows of the state are those that were written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.schema import open_state
from pipeline.seal import is_sealed, seal


@pytest.fixture
def state(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_state(tmp_path / "state.db", tmp_path / "releases")
    connection.execute("INSERT INTO tombstone VALUES ('muster')")
    seal(connection)
    yield connection
    connection.close()


def test_what_was_sealed_is_known(state: sqlite3.Connection) -> None:
    assert is_sealed(state)
    assert not state.in_transaction


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE tombstone SET mark = 'mustes'",
        "DELETE FROM tombstone",
        "INSERT INTO tombstone VALUES ('beispiel')",
        "UPDATE secret SET key = randomblob(32)",
        "UPDATE seal SET digest = ''",
        "DELETE FROM seal",
    ],
)
def test_a_row_that_became_another_is_noticed(state: sqlite3.Connection, change: str) -> None:
    state.execute(change)
    assert not is_sealed(state)


def test_sealed_again_it_holds(state: sqlite3.Connection) -> None:
    state.execute("DELETE FROM tombstone")
    seal(state)
    assert is_sealed(state)


@pytest.mark.parametrize("table", ["blob", "evidence"])
def test_a_table_that_is_gone_is_an_error(state: sqlite3.Connection, table: str) -> None:
    state.execute("PRAGMA foreign_keys = OFF")
    state.execute(f"DROP TABLE {table}")
    with pytest.raises(sqlite3.OperationalError):
        is_sealed(state)
