"""What the law wants an imprint to say: who stands for an office, who answers for its words. Hardly whom one calls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.item import Item

#: Who stands for an office by law is not whom one calls.
ONLY_BY_LAW = re.compile(
    r"vertreten durch|vertretungsberechtigt|gesetzliche[rn]? Vertreter|verantwortlich (?:im Sinne|i\. ?S|"
    r"nach|gemäß|für den Inhalt)|"
    r"V\. ?i\. ?S\. ?d|Nachruf|Gründer",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(r"\W*(?:(?:gesetzlich )?vertreten durch|(?:gesetzlich )?vertretungsberechtigt)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"((?:(?:Inhaltlich|Redaktionell|Journalistisch(?:-redaktionell)?) )?[Vv]erantwortlich(?:e[rs]?)?"
    r"(?: für (?:den |die )?[\w ]+?)?)(?=,? (?:nach|gemäß|gem\.|i\. ?S|im Sinne|laut|lt\.)|\W*$)"
)


def answers_for(heading: str) -> str | None:
    """`Verantwortlich für den Inhalt nach § 18 MStV` over somebody: what she is, without the paragraph."""
    match = _ANSWERS.match(heading) if "erantwortlich" in heading else None
    return match[1] if match else None


def pass_over_representatives(lines: Sequence[Line], items: list[list[Item]]) -> None:
    """`Vertreten durch:` over names without a value: the office above goes on below them."""
    for index, line in enumerate(lines):
        if "ertret" in line.text and _STANDS_FOR.match(line.text) and not _has_more(items[index]):
            last = _last_of_names(lines, items, index)
            if last > index:
                items[index : last + 1] = [[] for _ in range(index, last + 1)]


def _has_more(here: Sequence[Item]) -> bool:
    return any(item.kind in ("name", "fact") for item in here)


def _last_of_names(lines: Sequence[Line], items: Sequence[Sequence[Item]], index: int) -> int:
    """The last of the lines of names below a line; the line itself where a value of theirs follows in their block."""
    last, box = index, lines[index + 1].box if index + 1 < len(lines) else None
    while last + 1 < len(lines) and lines[last + 1].box is box and _only_names(items[last + 1]):
        last += 1
    goes_on = last + 1 < len(lines) and lines[last + 1].box is box
    return index if goes_on and any(item.kind == "fact" for item in items[last + 1]) else last


def _only_names(here: Sequence[Item]) -> bool:
    kinds = {item.kind for item in here}
    return "name" in kinds and kinds <= {"name", "role", "text"}
