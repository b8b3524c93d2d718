"""How much of a source may change in one night: `[guard]` of the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """Shares are of one source's contacts in one night; `grace` is in nights."""

    max_removed_share: float = 0.2
    max_changed_share: float = 0.5
    grace: int = 0
    publish: Literal["auto", "review"] = "auto"
