"""`(öffnet in neuem Fenster)`: what a link says of itself for those who cannot see its icon, and of nobody."""

from __future__ import annotations

import re

_WINDOW = r"neue[nmsr] (?:Browser[- ]?)?(?:Fenster|Tab|Registerkarte)"
_OPENS = (
    rf"(?:(?:dieser )?Link )?öffnet (?:sich )?(?:in |ein )?(?:einem |einer )?{_WINDOW}"
    rf"|(?:Link )?wird in (?:einem |einer )?{_WINDOW} geöffnet"
)
_NOTE = re.compile(
    rf"\s*\((?:externer Link|(?:externer Link, ?)?(?:{_OPENS}))\)"
    rf"|(?:^|(?<=\w)[,;]?)\s*(?:externer Link, )?(?:{_OPENS})(?:\.?\s*$|(?=\)))",
    re.IGNORECASE,
)


def without_notes(text: str) -> str:
    """A text without what its link says of itself."""
    if "neue" in text or "Link" in text:
        return _NOTE.sub("", text)
    return text
