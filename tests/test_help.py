"""Every command has help, in German and in English."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.cli import commands
from pipeline.help import ENGLISH, texts


def test_every_text_has_an_english_one() -> None:
    assert set(texts(commands)) - {"Show the version and exit."} == set(ENGLISH)


@pytest.mark.parametrize("arguments", [("--lang", "en"), ("--lang=en",)])
def test_help_in_english(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "pipeline", "forget", *arguments, "--help"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Erases a person everywhere" in shown
    assert not any(char in shown for char in "äöüß")
