"""What a server's robots.txt asks of us (RFC 9309), safe against any robots.txt.

Protego knows how patterns match, but takes minutes for some hundred kilobytes of hostile groups. So the group that
concerns us is picked out first, in one pass, and Protego sees nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

#: The name by which a robots.txt may address this program.
PRODUCT = "kreiskontakte"
#: Bytes of a robots.txt that are read; RFC 9309 §2.5 asks for at least 500 KiB.
LIMIT = 512_000
_RULES = frozenset({"allow", "disallow", "crawl-delay"})


@dataclass(slots=True)
class Robots:
    """The rules for us: `rules` as (field, value) in their order, and the delay they ask for in seconds."""

    rules: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    _judge: Protego | None = field(default=None, repr=False, compare=False)

    def allows(self, url: str) -> bool:
        """Whether the address may be asked for."""
        if not any(name == "disallow" for name, _ in self.rules):
            return True
        if self._judge is None:
            from protego import Protego

            lines = "".join(f"{name}: {value}\n" for name, value in self.rules)
            self._judge = Protego.parse(f"User-agent: {PRODUCT}\n{lines}")
        return bool(self._judge.can_fetch(url, PRODUCT))


def parse(body: bytes) -> Robots:
    """The rules of a robots.txt for us; what is not understood is no rule."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for agents, rule in _grouped(body):
        for agent in agents:
            groups.setdefault(agent, []).append(rule)
    rules = groups.get(PRODUCT, groups.get("*", []))
    wanted = tuple(rule for rule in rules if rule[0] != "crawl-delay" and rule[1])
    return Robots(wanted, max((_seconds(value) for name, value in rules if name == "crawl-delay"), default=0.0))


def _grouped(body: bytes) -> Iterator[tuple[frozenset[str], tuple[str, str]]]:
    """Each rule with those of its group's agents that mean us (our own name, everybody)."""
    agents: frozenset[str] = frozenset()
    naming = False
    for line in body[:LIMIT].decode("utf-8-sig", "replace").splitlines():
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        name = name.lower()
        if name == "user-agent":
            agents = (agents if naming else frozenset()) | _meant(value)
            naming = True
        elif name in _RULES:
            naming = False
            yield agents, (name, value)
        elif name not in ("", "sitemap", "host"):
            naming = False


def _meant(agent: str) -> frozenset[str]:
    """`agent` if it means us: a product token is compared without regard to case, a version behind it is ignored."""
    token = agent.lower().partition("/")[0].strip()
    return frozenset({token} if token in (PRODUCT, "*") else ())


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0
