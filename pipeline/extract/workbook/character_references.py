"""Cells of web databases: `Y&#305;ld&#305;r&#305;m` is how they write a letter that an old encoding lacks."""

from __future__ import annotations

import re

from pipeline.transform.text import unescaped

#: With its semicolon; `A&B` and `?id=1&lang=de` are none.
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")


def with_characters(text: str) -> str:
    """A text with the characters that its references stand for; what no reader of HTML knows stays as it is."""
    return _REFERENCE.sub(lambda found: unescaped(found.group()), text) if "&" in text else text


def with_letters(text: str) -> str:
    """A text whose semicolons part columns, with the letters that its references stand for."""
    return _REFERENCE.sub(_letter, text) if "&" in text else text


def _letter(found: re.Match[str]) -> str:
    char = unescaped(found.group())
    return char if char.isalpha() else found.group()
