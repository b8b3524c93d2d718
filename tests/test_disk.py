"""Files that are read only if they are files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.disk import flush, read_file


def test_a_file_is_read_and_a_link_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ja")
    (tmp_path / "b").symlink_to("a")
    flush(tmp_path)
    assert read_file(tmp_path / "b") == b"ja"


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "a")


def test_a_pipe_a_folder_and_a_device_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(OSError, match="ist keine Datei"):
            read_file(path)
