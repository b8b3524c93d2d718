"""Mail addresses as people spell them against robots: `info (at) muster (dot) de`, `info[klammeraffe]muster.de`.

`spelled_out` rewrites a line so that one pattern finds every address in it. How an `@` or a dot was written stays
visible as a sign of its own, because a bare word needs more evidence than a bracketed one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pipeline.frozen import quickly_made

#: `@` and `.` as they may stand in a rewritten line. Private characters cannot come from a cleaned text.
BRACKETED_AT, BARE_AT, SPACED_AT, LOOSE_AT, CAPITAL_AT = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
#: `info@ kreis.de`: a blank only behind it.
PARTED_AT = "\ue005"
BRACKETED_DOT, BARE_DOT, CAPITAL_DOT = "\ue010", "\ue011", "\ue012"
AT_SIGNS = "@" + BRACKETED_AT + BARE_AT + SPACED_AT + LOOSE_AT + CAPITAL_AT + PARTED_AT
DOT_SIGNS = "." + BRACKETED_DOT + BARE_DOT + CAPITAL_DOT

_AT_WORD = r"(?:at[ -]?(?:zeichen|sign|symbol)|at|ät|aet|æt|et|@|＠|klammer-?affe|affen(?:schwanz|ohr|klammer)?)"
_DOT_WORD = r"(?:dot|d0t|punkt|pkt|point|\.)"
_OPEN, _CLOSE = r"[(\[{<‹›«»〈|*_~#/\\=!\"„“”‚‘’'`´+-]{1,3}", r"[)\]}>›‹»«〉|*_~#/\\=!\"“”‘’'`´+-]{1,3}"
#: A single letter stands for a sign only in real brackets: `(a)`.
_SHORT_AT = r"[(\[{]{1,2} ?(?:a|ä|ad|bei|at\.?) ?[)\]}]{1,2}"
_PATTERNS = (
    (BRACKETED_AT, rf" {{0,2}}(?:{_OPEN} ?{_AT_WORD} ?{_CLOSE}|{_SHORT_AT}) {{0,2}}"),
    (BRACKETED_DOT, rf" {{0,2}}{_OPEN} ?{_DOT_WORD} ?{_CLOSE} {{0,2}}"),
    (BARE_AT, r" (?:at|ät|klammeraffe|affenschwanz|at-zeichen) (?=\w)"),
    (BARE_DOT, r" (?:dot|punkt) (?=\w)"),
    (SPACED_AT, r" {1,2}@ {1,2}(?=\w)"),
    (LOOSE_AT, r"(?<=\w) @(?=\w)"),
    (PARTED_AT, r"(?<=\w)@ (?=\w)"),
    (CAPITAL_AT, r"(?-i:(?<=[a-z0-9])AT(?=[a-z0-9]))"),
    (CAPITAL_DOT, r"(?-i:(?<=[a-z0-9])(?:DOT|PUNKT)(?=[a-z]))"),
    ("@", r"[＠﹫]"),
    (".", r"[。．｡]|(?<=[\w\ue000-\ue003]) \. (?=\w)"),
)
_GROUPS = {f"g{number}": sign for number, (sign, _) in enumerate(_PATTERNS)}
_SPELLED = re.compile(
    "|".join(f"(?P<g{number}>{pattern})" for number, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)
#: Nothing of the above can match a line without one of these.
_WORTH_A_LOOK = re.compile(
    r"[@＠﹫]|(?<![^\W_])[aä](?:e?t|d)?(?![^\W_])|æt|affe|(?<![^\W_])[aäe]t(?![^\W_])|\(bei\)|(?-i:[a-z0-9]AT[a-z0-9])",
    re.IGNORECASE,
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Spelled:
    """A rewritten line; `starts` and `shifts` lead from its offsets back to the line as it was."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset in the line as it was."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def spelled_out(line: str) -> Spelled | None:
    """`line` with every spelling of `@` and dot as one sign, or None where nothing in it could be an address."""
    if not _WORTH_A_LOOK.search(line):
        return None
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = done = 0
    for match in _SPELLED.finditer(line):
        pieces += (line[done : match.start()], _GROUPS[match.lastgroup or "g0"])
        length += match.start() - done + 1
        done = match.end()
        starts.append(length)
        shifts.append(done - length)
    text = "".join((*pieces, line[done:]))
    return Spelled(text, tuple(starts), tuple(shifts))
