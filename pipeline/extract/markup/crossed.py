"""Parts of a line that are struck out: what stood there before, which says nothing any more.

A line that is struck out as a whole is kept as such, for it names who has left; of another only the rest is read.
"""

from __future__ import annotations

from pipeline.extract.markup.lines import Anchor

Range = tuple[int, int]


def is_wholly_crossed(crossed: int, length: int) -> bool:
    """Whether so many struck characters make the whole line outdated; a remark behind them stands in nobody's way."""
    return crossed > 0 and crossed * 3 > length * 2


def without_crossed(
    text: str, ranges: list[Range], anchors: list[Anchor], hints: list[tuple[int, str]]
) -> tuple[str, list[Anchor], list[tuple[int, str]]]:
    """A line with its links and labels, without what is struck out in it."""
    for start, end in reversed(ranges):
        end += text[max(start - 1, 0) : start] in ("", " ") and text[end : end + 1] == " "
        text = text[:start] + text[end:]
        anchors = [each for each in anchors if not start <= each.start < each.end <= end]
        hints = [(_moved(place, start, end), hint) for place, hint in hints if not start <= place < end]
        for anchor in anchors:
            anchor.start, anchor.end = _moved(anchor.start, start, end), _moved(anchor.end, start, end)
    return text.rstrip(), anchors, hints


def _moved(place: int, start: int, end: int) -> int:
    return place if place <= start else max(start, place - (end - start))
