"""How a district wants its sources asked: `[fetch]` of the configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How to ask. `delay` and `timeout` in seconds; `max_bytes` of one answer, before and after decoding."""

    contact: str = ""
    delay: float = 1.0
    timeout: float = 30.0
    max_bytes: int = 52_428_800
    respect_robots: bool = True
    allow_hosts: tuple[str, ...] = ()
