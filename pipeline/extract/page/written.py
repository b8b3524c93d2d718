"""The raw text of a reading as its page writes it, with what draws nothing: `explain` shows what values were made of.

Lines are made of visible text only, so that no rule need know of the rest; here it is put back where there was any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.markup.lines import Line
from pipeline.model import Raw, Reading, Record, Step
from pipeline.transform.text import clean_with_offsets


def as_written(records: Sequence[Record], lines: Sequence[Line]) -> list[Record]:
    """The records with the raw texts of lines that hide something."""
    hiding: dict[str | None, list[str]] = {}  # the path of a box → what its lines write
    for line in lines:
        if line.written:
            hiding.setdefault(line.where.path, []).append(line.written)
    if not hiding:
        return list(records)
    return [replace(one, readings=tuple(_written(each, hiding) for each in one.readings)) for one in records]


def _written(reading: Reading, hiding: dict[str | None, list[str]]) -> Reading:
    shown, where = reading.raw.text, reading.raw.where
    texts = hiding.get(where.path, ())
    written = "\n".join(_in_full(line, texts) for line in shown.split("\n"))
    if written == shown:
        return reading
    return replace(reading, raw=Raw(written, where), steps=(Step("clean", written, shown), *reading.steps))


def _in_full(shown: str, texts: Sequence[str]) -> str:
    for text in texts:
        cleaned, offsets = clean_with_offsets(text)
        start = cleaned.find(shown)
        if start >= 0:
            return text[offsets[start] : offsets[start + len(shown)]].strip()
    return shown
