"""Whether the values of a cell are one each of several people in turn, or of several kinds and perhaps all of one.

`05141 12-34, -35` beside two names is a number each. `Tel. 05141 12-34, Mobil 0171 3920072` or `Sekretariat: 05141
12-34, 05141 12-35` need not be, nor what stands beside digits that nobody has understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.grid.cell_values import CellValues, Item
from pipeline.model import PersonName, Phone
from pipeline.transform.deputies import deputises
from pipeline.transform.mailbox import named_in
from pipeline.transform.phone_words import WORDS, Word, classify

_BEHIND = re.compile(r"^\s*\([^()]*\)")
_UNREAD = re.compile(r"[ \t(+]*\d[\d /.–-]*", re.MULTILINE)
#: Words of these kinds tell nothing of whom a number belongs to.
_EMPTY = (Word.JOIN, Word.EXTENSION)
#: `- / 0171 3920072`, `0171 3920072 / k. A.`: of two people one has none.
_NONE = re.compile(r"(?:^|[/,;|])[ \t]*(?:[-–—.x]|k\. ?A\.|keine?)[ \t]*(?=[/,;|]|$)", re.MULTILINE)
_SIGN = re.compile(r"[/,;|]")


def in_turn(items: Sequence[Item], values: CellValues, by_line: bool) -> bool:
    """Whether nothing says that values differ in more than in whose they are. `by_line`: a line for each person."""
    if is_more_unread(items, values):
        return False
    firsts = {item.line: item for item in reversed(items)} if by_line else {}
    told = [item for item in items if not by_line or firsts[item.line] is item]
    labels = [_label(item, values) for item in told]
    led = all(classify(word)[0] is Word.KIND for label in labels[:1] for word in label)
    alike = len(set(labels)) < 2 or (led and not any(labels[1:]))
    kinds = {item.reading.value.kind for item in told if isinstance(item.reading.value, Phone)}
    return alike and (len(kinds) < 2 or not any(labels))


def are_lines_of_people(values: CellValues, on_lines: Mapping[int, PersonName | None]) -> bool:
    """Whether each line may be somebody's: `Tel. …` over `info@…` is how to reach all of them together.

    A mailbox that is named after who stands on the same line (`on_lines`) says that it is.
    """
    lines: dict[str, set[int]] = {}
    for item in _all(values):
        lines.setdefault(_kind(item), set()).add(item.line)
    if len(set().union(*lines.values())) < 2 or any(len(each) > 1 for each in lines.values()):
        return True
    return any(named_in([on_lines.get(mail.line)], str(mail.reading.value)) == 0 for mail in values.emails)


def _kind(item: Item) -> str:
    value = item.reading.value
    return "fax" if isinstance(value, Phone) and value.kind == "fax" else item.reading.field


def is_more_unread(items: Sequence[Item], values: CellValues) -> bool:
    """Whether more values stand beside some than could be read, or a sign that somebody has none."""
    if any(_NONE.search(line) and _SIGN.search(line) for line in _shown(values).split("\n")):
        return True
    if not any(isinstance(item.reading.value, Phone) for item in items):
        return False
    lost = any(_UNREAD.fullmatch(line) for line in values.left.split("\n"))
    return lost or any(finding.code.startswith("phone_") for finding in values.findings)


def _label(item: Item, values: CellValues) -> tuple[str, ...]:
    """The words in the line before a value, behind the one before it: of what kind they say it is."""
    if item.span is None:
        return ()
    here = max((i.span[1] for i in _all(values) if i.span and i.span[1] <= item.span[0]), default=0)
    before = values.left[here : item.span[0]].rpartition("\n")[2]
    words = WORDS.findall(_BEHIND.sub("", before))
    return tuple(word.lower() for word in words if _says_kind(word))


def _shown(values: CellValues) -> str:
    """What is left of a cell, with a mark where a value stood."""
    text = values.left
    for item in _all(values):
        start, end = item.span or (0, 0)
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _all(values: CellValues) -> list[Item]:
    return [*values.phones, *values.emails, *values.urls]


def _says_kind(word: str) -> bool:
    worded = any(map(str.isalpha, word)) and not deputises(f"{word}.")
    return word.lower() == "bis" or (worded and classify(word)[0] not in _EMPTY)
