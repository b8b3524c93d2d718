"""Whether the rows of the state are still those that were written.

SQLite notices a page that is out of order, but not a letter that became another: a wrong number would be published.
Every transaction ends with a digest over all rows, and whoever opens the state compares it. Files (`blob`) are known by
a digest of their own.
"""

from __future__ import annotations

import hashlib
import sqlite3

_TABLES = ("run", "identity", "evidence", "source", "document", "decision", "tombstone", "secret")
_AT_ONCE = 500  # rows; one by one takes half as long again


def seal(db: sqlite3.Connection) -> None:
    """Note, at the end of a transaction, what all rows are."""
    db.execute("INSERT OR REPLACE INTO seal VALUES (1, ?)", (_digest(db),))


def is_sealed(db: sqlite3.Connection) -> bool:
    """Whether all rows are those of the last transaction."""
    db.execute("BEGIN")  # nobody writes between the digest and the rows
    try:
        return bool(db.execute("SELECT digest FROM seal").fetchone() == (_digest(db),))
    finally:
        db.execute("ROLLBACK")


def _digest(db: sqlite3.Connection) -> str:
    seen = hashlib.blake2b(digest_size=16)
    for table in _TABLES:
        rows = db.execute(f"SELECT * FROM {table}")  # noqa: S608 - literals of this module
        while some := rows.fetchmany(_AT_ONCE):
            seen.update("".join(map(repr, some)).encode())
    db.execute("SELECT 1 FROM blob LIMIT 1")  # an error where the table is gone
    return seen.hexdigest()
