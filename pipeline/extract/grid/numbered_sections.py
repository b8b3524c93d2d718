"""`2. Dolmetscher` ends what `1. Büros` says for its rows, but not what the town above both says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.model import Reading

Section = dict[str, Reading]
#: Figures, Roman ones and letters number different levels.
_NUMBER = re.compile(r"(?:(?P<figure>\d{1,2})|(?P<roman>[IVX]{1,4})|(?P<letter>[a-h]))[.)]\s+(?=\S)")


@dataclass(slots=True)
class Levels:
    """What was said above the first section of each way to number, the outermost first."""

    above: dict[str, Section] = field(default_factory=dict)

    def before(self, text: str, section: Section) -> Section:
        """What still holds where a section begins."""
        numbered = _NUMBER.match(text)
        if not numbered:
            self.above.clear()
            return section
        level = str(numbered.lastgroup)
        held = self.above.get(level, section)
        outer = list(self.above)[: list(self.above).index(level)] if level in self.above else list(self.above)
        self.above = {**{each: self.above[each] for each in outer}, level: held}
        return held
