"""Parties and groups of councillors: whom somebody sits with is not what she does."""

from __future__ import annotations

import re

_PARTY = re.compile(
    r"(?:CDU|CSU|SPD|F\.?D\.?P\.?|AfD|BSW|FWG?|FW-?V|UWG|ÖDP|SSW|Volt|die partei|piraten(?:partei)?|"
    r"(?:(?:Bündnis|B) ?['’]?90 ?/ ?)?(?:die )?Grünen?|Bündnis ?['’]?90|(?:die )?Linken?|"
    r"(?:freie|unabhängige) (?:wähler(?:gemeinschaft|vereinigung)?|bürger(?:liste)?))"
    r"(?:[ -](?:\w+)?Fraktion)?",
    re.IGNORECASE,
)


def is_party(text: str) -> bool:
    """True for `SPD`, `Bündnis 90/Die Grünen`, `FDP-Fraktion` and nothing else."""
    return len(text) < 60 and _PARTY.fullmatch(text.strip(" ()–-,;")) is not None


def is_without_party(text: str) -> bool:
    """True for `parteilos` and `fraktionslos`."""
    return text.strip(" ()–-,;").lower() in ("parteilos", "fraktionslos")
