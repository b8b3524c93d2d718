"""What is kept holds, is readable by its owner only, and is written only when it differs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline.extract.network.cache import Cache, Kept


def kept(body: bytes = b"Kontakte", etag: str | None = '"1"', url: str = "http://example.org/") -> Kept:
    return Kept(url, body, hashlib.sha256(body).hexdigest(), "text/html", "utf-8", etag)


def test_what_is_kept_is_found_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.keep(kept(b"zwei\nZeilen\n\0"))
    assert Cache(tmp_path / "cache").find("http://example.org/") == kept(b"zwei\nZeilen\n\0")
    assert cache.find("http://example.org/b") is None


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_the_owner_reads_it(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        Cache(tmp_path / "cache").keep(kept())
    finally:
        os.umask(before)
    (path,) = (tmp_path / "cache").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_same_again_is_not_written(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(kept())
    (path,) = tmp_path.iterdir()
    before = path.stat()
    cache.keep(kept())
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    cache.keep(kept(etag='"2"'))
    assert path.stat().st_ino != before.st_ino


@pytest.mark.parametrize("etag", [None, "", "ü", "a\x1bb", "x" * 2000])
def test_without_a_usable_validator_nothing_stays(tmp_path: Path, etag: str | None) -> None:
    cache = Cache(tmp_path)
    cache.keep(kept())
    cache.keep(kept(b"neu", etag))
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_address_does_not_count(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(kept())
    (path,) = tmp_path.iterdir()
    name = hashlib.sha256(b"http://example.org/b").hexdigest()
    path.rename(tmp_path / name)
    assert cache.find("http://example.org/b") is None


def test_reading_only_changes_nothing(tmp_path: Path) -> None:
    Cache(tmp_path, read_only=True).keep(kept())
    assert list(tmp_path.iterdir()) == []
    Cache(tmp_path).keep(kept())
    Cache(tmp_path, read_only=True).drop_unasked()
    assert len(list(tmp_path.iterdir())) == 1


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    cache = Cache(None)
    cache.keep(kept())
    cache.drop_unasked()
    assert cache.find(kept().url) is None
    Cache(tmp_path / "none").drop_unasked()


def test_dropping_spares_what_was_asked_for_and_folders(tmp_path: Path) -> None:
    Cache(tmp_path).keep(kept())
    Cache(tmp_path).keep(kept(url="http://example.org/b"))
    (tmp_path / "folder").mkdir()
    cache = Cache(tmp_path)
    cache.find("http://example.org/b")
    cache.drop_unasked()
    assert sum(path.is_file() for path in tmp_path.iterdir()) == 1
    assert (tmp_path / "folder").is_dir()


def test_dropping_spares_what_is_not_ours(tmp_path: Path) -> None:
    """Somebody may have made the folder a link to one with other files in it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "cache").symlink_to(elsewhere)
    others = ["passwd", ".profile", "a" * 63, "A" * 64, "a" * 64 + ".txt"]
    for name in others:
        (elsewhere / name).write_text("x")
    Cache(tmp_path / "cache").keep(kept())
    (elsewhere / f"{'a' * 64}.4711").write_text("left by a run that was killed")
    Cache(tmp_path / "cache").drop_unasked()
    assert sorted(path.name for path in elsewhere.iterdir()) == sorted(others)


def test_a_full_disk_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Cache(tmp_path / "file").keep(kept())
    assert (tmp_path / "file").read_bytes() == b""
