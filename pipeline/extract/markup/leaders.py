"""Dotted leaders: `Kasse ........ Eva Muster`. What stands before one announces what stands behind it."""

from __future__ import annotations

import re

LEADER = re.compile(
    r"(?<=[\w)])\s?(?:\.{4,}|(?<=\s)\.{3}(?=\s)|(?:\. ){3,}\.?|…{2,}\.*)(?:\s*(?=[\w(+-])|\s*$)",
)


def announced(text: str) -> str:
    """A line with colons for its leaders; nothing for one at its end."""
    return cut_at_leaders(text)[0]


def cut_at_leaders(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The same, and where how many signs came or went."""
    if not ("..." in text or ". . ." in text or "…" in text):
        return text, []
    shifts: list[tuple[int, int]] = []

    def colon(leader: re.Match[str]) -> str:
        sign = ": " if leader.end() < len(text) else ""
        shifts.append((leader.end(), len(sign) - len(leader.group())))
        return sign

    return LEADER.sub(colon, text), shifts
