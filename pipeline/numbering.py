"""The German numbering plan: which area, mobile and service codes exist and how long a number behind them may be.

"NSN" is a national significant number: the digits without `+49` and without the trunk zero (`71139021234`). The plan is
the Bundesnetzagentur's; lengths follow ITU-T E.164 (15 digits with the country code) and the Agency's number spaces.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

COUNTRY = "+49"
#: Longest NSN under E.164: 15 digits less the country code.
LONGEST = 13
_AREA_CODES = Path(__file__).parent / "data" / "area_codes.txt"
_MOBILE = ("15", "16", "17")
#: Service codes and the lengths (shortest, longest) of an NSN that begins with them.
_SERVICES = {
    "800": (10, 13),
    "700": (11, 11),
    "32": (11, 13),
    "180": (9, 13),
    "137": (10, 10),
    "900": (10, 10),
}
_SERVICE_CODES = tuple(_SERVICES)
_PRICED = ("180", "137", "900")  # one more digit says the price: 0180 5, 0900 1
#: Codes that are dialled as they stand, everywhere in Germany; nobody can store them with an area code.
_SHORT = ("110", "112", "115")
#: The helplines of 116 that exist (Bundesnetzagentur, "Nummernbereich (0)116").
_HELPLINES = ("116000", "116006", "116016", "116111", "116116", "116117", "116123")


@lru_cache(maxsize=1)
def area_codes() -> frozenset[str]:
    """All area codes (Ortsnetzkennzahlen) without their zero: `711`, `7161`."""
    lines = _AREA_CODES.read_text(encoding="ascii").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def area_of(nsn: str) -> str | None:
    """The area code that an NSN begins with, None where there is none."""
    return _area_of(nsn[:5])


@lru_cache(maxsize=4096)
def _area_of(head: str) -> str | None:
    """The same of the first five digits, which the numbers of a district share."""
    return next(
        (head[:length] for length in (5, 4, 3, 2) if len(head) >= length and head[:length] in area_codes()), None
    )


def code_of(nsn: str) -> str | None:
    """The area, mobile or service code that an NSN begins with, without its zero."""
    return _code_of(nsn[:5])  # no code is longer, and many numbers begin with the same one


@lru_cache(maxsize=20000)
def _code_of(start: str) -> str | None:
    if start.startswith("1"):
        return _code_with_one(start)
    service = next((code for code in ("800", "700", "32") if start.startswith(code)), None)
    return service or _priced(start) or area_of(start)


def _code_with_one(nsn: str) -> str | None:
    if nsn.startswith(_MOBILE):
        return nsn[:3] if len(nsn) >= 3 else None
    return _priced(nsn)


def _priced(nsn: str) -> str | None:
    return nsn[:4] if nsn.startswith(_PRICED) and len(nsn) >= 4 else None


def is_mobile(nsn: str) -> bool:
    """True for 015, 0160, 0162, 0163 and 017."""
    return nsn.startswith(("15", "160", "162", "163", "17"))


def is_geographic(nsn: str) -> bool:
    """True where an area code of a place stands in front, so that a hyphen can show a Durchwahl."""
    return code_of(nsn) is not None and area_of(nsn) == code_of(nsn)


def is_short_code(digits: str) -> bool:
    """110, 112, 115, the 116 numbers and directory enquiries (118)."""
    return (
        digits in _SHORT
        or (len(digits) == 6 and digits.startswith("116"))
        or (len(digits) in (5, 6) and digits.startswith("118"))
    )


def is_number(nsn: str, exchange: bool = False) -> bool:
    """True if an NSN can be a whole number: its code exists and neither too few nor too many digits follow.

    `exchange` says that a hyphen shows its last zero as the exchange's: `0751 85-0` has a digit less than others.
    """
    if not nsn.isascii() or not nsn.isdigit() or len(nsn) > LONGEST:
        return False
    if is_mobile(nsn):
        return len(nsn) == 11 if nsn.startswith("15") else len(nsn) in (10, 11)
    if nsn.startswith(_SERVICE_CODES):
        shortest, longest = next(lengths for code, lengths in _SERVICES.items() if nsn.startswith(code))
        return shortest <= len(nsn) <= longest
    area = area_of(nsn)
    return area is not None and _is_subscriber(area, nsn[len(area) :], exchange)


def _is_subscriber(area: str, digits: str, exchange: bool) -> bool:
    """No subscriber number begins with 0, and short ones exist only where the area code is long.

    Behind an area code only the services that exist are none: `06631 116-154` is printed as somebody's number.
    """
    service = digits in _SHORT or digits in _HELPLINES or (digits.startswith("118") and len(digits) == 5)
    return len(digits) >= (3 if len(area) > 3 or exchange else 4) and digits[0] != "0" and not service


@lru_cache(maxsize=512)
def national(code: str | None) -> str | None:
    """An area code as people write it, with one zero, from any spelling: `+49 711`, `0711`, `711`; None if none."""
    digits = "".join(char for char in code or "" if char.isascii() and char.isdigit())
    if (code or "").lstrip().startswith("+49") or digits.startswith("0049"):
        digits = digits[digits.index("49") + 2 :]
    nsn = digits.lstrip("0")
    return "0" + nsn if nsn in area_codes() else None
