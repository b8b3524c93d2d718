"""One thing that a line of a page says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.page.fact import Fact
from pipeline.transform.name import FoundName

Kind = Literal["name", "fact", "address", "hours", "role", "office", "label", "text", "vacant", "sentence"]
#: Kinds that say who somebody is or where, before or behind a name.
HEADS = frozenset({"role", "office", "text", "label", "vacant"})
#: Credits of pictures, printers and programmers: nobody one would call about the district's business.
CREDIT = re.compile(
    r"\b(?:Fotos?|Foto(?:graf(?:in|ie)?|nachweis)|Bild(?:er|nachweise?|quellen?|rechte)?|Grafik|"
    r"Illustration(?:en)?|Gestaltung|Layout|Satz|"
    r"Druck(?:erei)?|Webdesign|Design|Umsetzung|Realisierung|Realisation|Programmierung|Hosting|"
    r"Konzeption|Technische Umsetzung|"
    r"Quelle|Copyright)\s*(?:(?:und|&|/|,)\s*\w+\s*)?:|©|\bpowered by\b|\bdesign(?:ed)? by\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """One thing that a line says. `colon` is a text that announces what follows it."""

    kind: Kind
    line: int
    start: int
    text: str
    fact: Fact | None = None
    name: FoundName | None = None
    whole: bool = False  # the line says nothing else
    colon: bool = False
    prose: bool = False  # it stands in a sentence
    both: bool = False  # `Beide erreichen Sie unter …`
    aside: bool = False  # it stands in brackets behind a value
    alike: bool = False  # entries alike say so, whatever its words
    carrier: bool = False  # `Träger: …`: who pays for the house, not who is there
    again: Item | None = None  # `Tim:` before a value: in which line he is named in full
    back: int = -1  # the first line of a row of matters, behind which a value stands for the office above
