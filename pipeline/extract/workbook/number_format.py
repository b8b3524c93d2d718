"""What a number format of the office's own shows of a whole number: `"08031 398-"0`, `0000" / "000000`, `"D-"00000`.

Who sees `07161 650-123` in a sheet has no idea that the cell holds `123`: what is shown is the number. Formats that
round, group thousands or depend on a condition are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: A format piece by piece: a text that is always there, or a place for a digit (`0`, `#`, `?`).
Mask = tuple[tuple[str, bool], ...]

_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<nothing>[_*].)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|'
    r"\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]|(?P<digit>[0#?])|(?P<plain>[ ()+/–-])|"
    r"(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=512)
def mask_of(pattern: str) -> Mask:
    """The mask of a format; empty where it shows the digits as they are or does more than this module knows."""
    mask: list[tuple[str, bool]] = []
    for piece in _PIECE.finditer(pattern):
        if piece["other"]:
            return ()
        if piece["end"]:
            break
        if piece["digit"]:
            mask.append((piece["digit"], True))
        elif text := piece["quoted"] or piece["escaped"] or piece["currency"] or piece["plain"]:
            mask.append((text, False))
    places = sum(1 for _, digit in mask if digit)
    return tuple(mask) if places and len(mask) > 1 else ()


def masked(mask: Mask, digits: str) -> str:
    """The digits in their places from the right; what is left over stands before the first place."""
    rest, shown = digits, list[str]()
    first = next(at for at, (_, digit) in enumerate(mask) if digit)
    for at in range(len(mask) - 1, -1, -1):
        text, digit = mask[at]
        if not digit:
            shown.append(text)
        elif rest or text != "#":
            shown.append(rest[-1:] or ("0" if text == "0" else " "))
            rest = rest[:-1]
        if at == first:
            shown.append(rest)
    return "".join(reversed(shown)).strip()
