"""A new value as the office writes its own: a number, a name or an address after the model of one that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline import display
from pipeline.model import Address, PersonName, Phone, Value

_DIGITS = re.compile(r"[0-9]+")


def like(raw: str, old: Value, new: Value) -> str | None:
    """`new` in the form in which `raw` writes `old`; None where the form is not clear."""
    if isinstance(old, Phone) and isinstance(new, Phone):
        return phone_like(raw, old, new)
    if isinstance(old, PersonName) and isinstance(new, PersonName):
        return name_like(raw, old, new)
    if isinstance(old, Address) and isinstance(new, Address):
        return address_like(raw, new)
    return shown(new)


def shown(value: Value) -> str:
    """A value as we show it ourselves."""
    if isinstance(value, Phone):
        return display.phone(value)
    if isinstance(value, PersonName):
        return display.name(value)
    return display.address(value) if isinstance(value, Address) else value


# ---- telephone numbers ---------------------------------------------------------------------------


def phone_like(raw: str, old: Phone, new: Phone) -> str | None:
    """A number in the writing of another: its area code, its Durchwahl and its blanks are set off as there.

    A number that stands there without its beginning (a Durchwahl, or behind a column for the area code) is replaced by
    as much of the new one, if both begin alike; else nothing can be said.
    """
    if not (old.e164.startswith("+49") and new.e164.startswith("+49")):
        return display.phone(new)
    digits = "".join(_DIGITS.findall(raw))
    if not _whole(digits, old.e164):
        return _rest_like(raw, digits, old, new)
    area, subscriber = display.split_area(old.e164)
    cut = _cut(raw, len(subscriber))
    begins = re.search(area[1:] + r"\D*$", raw[:cut])
    if begins is None:
        return display.phone(new)
    new_area, new_subscriber = display.split_area(new.e164)
    head = raw[: begins.start()] + new_area[1:] + raw[begins.start() + len(area) - 1 : cut]
    return head + _subscriber_like(raw[cut:], old, new_subscriber, new.extension)


def _whole(digits: str, e164: str) -> bool:
    """Whether these are all digits of a number, with the zero or with the code of the country."""
    national = e164[3:]
    return digits in tuple(start + national for start in ("0", "49", "490", "0049", "00490"))


def _cut(raw: str, count: int) -> int:
    """Where the last `count` digits begin."""
    places = [at for at, char in enumerate(raw) if char in "0123456789"]
    return places[-count]


def _subscriber_like(raw: str, old: Phone, digits: str, extension: str | None) -> str:
    """The number behind the area code; signs inside it stay where they are if both are equally long."""
    tail = _trailing(raw)
    body = raw[: len(raw) - len(tail)]
    groups = _DIGITS.findall(body)
    if len(groups) == 1:
        return digits + tail
    last = len(groups[-1])
    fits = not extension or "-" not in body or len(extension) == len("".join(_DIGITS.findall(body.rpartition("-")[2])))
    if sum(map(len, groups)) == len(digits) and fits:
        left = iter(digits)
        return "".join(next(left) if char in "0123456789" else char for char in body) + tail
    if len(groups) == 2 and old.extension == groups[1]:
        between = body[len(groups[0]) : -last]
        return (digits[: -len(extension)] + between + extension if extension else digits) + tail
    return (f"{digits[: -len(extension)]}-{extension}" if extension else digits) + tail


def _trailing(raw: str) -> str:
    return re.sub(r"^.*[0-9]", "", raw, flags=re.DOTALL)


def _rest_like(raw: str, digits: str, old: Phone, new: Phone) -> str | None:
    """The end of a number, where what stands before it elsewhere is the same for both."""
    if digits == old.e164[3:]:
        return display.phone(new)  # the cell took it for an amount and lost the zero
    (area, subscriber), (new_area, new_subscriber) = display.split_area(old.e164), display.split_area(new.e164)
    if digits == subscriber and area == new_area:
        cut = _cut(raw, len(subscriber))
        return raw[:cut] + _subscriber_like(raw[cut:], old, new_subscriber, new.extension)
    begin = old.e164[: len(old.e164) - len(digits)]
    rest = new.e164[len(begin) :]
    fits = digits and old.e164.endswith(digits) and new.e164.startswith(begin) and rest and area == new_area
    return _DIGITS.sub(rest, raw, count=1) if fits and len(_DIGITS.findall(raw)) == 1 else None


# ---- names and addresses -------------------------------------------------------------------------


def _family_first(name: PersonName, salutation: bool, title: bool) -> str:
    given = " ".join(part for part in (name.title if title else None, name.given) if part)
    before = f"{name.salutation} " if salutation and name.salutation else ""
    return f"{before}{name.family}, {given}" if given else before + name.family


def _plain_family_first(name: PersonName, salutation: bool, title: bool) -> str:
    parts = (name.salutation if salutation else None, name.title if title else None, name.family, name.given)
    return " ".join(part for part in parts if part)


def _given_first(name: PersonName, salutation: bool, title: bool) -> str:
    parts = (name.salutation if salutation else None, name.title if title else None, name.given, name.family)
    return " ".join(part for part in parts if part)


def _without_given(name: PersonName, salutation: bool, title: bool) -> str:
    parts = (name.salutation if salutation else None, name.title if title else None, name.family)
    return " ".join(part for part in parts if part)


_FORMS: tuple[Callable[[PersonName, bool, bool], str], ...] = (
    _given_first,
    _family_first,
    _plain_family_first,
    _without_given,
)


def name_like(raw: str, old: PersonName, new: PersonName) -> str | None:
    """A name in the order of another; with a form of address where that has one, and with its own title."""
    written = " ".join(raw.split())
    for form in _FORMS:
        for salutation in (True, False):
            for title in (True, False):
                if form(old, salutation, title) == written:
                    return form(new, salutation and bool(old.salutation), title or not old.title)
    return None


def address_like(raw: str, new: Address) -> str:
    """An address on one line or, where the other has two, on two."""
    if "\n" not in raw:
        return display.address(new)
    town = " ".join(part for part in (new.postcode, new.city) if part)
    return "\n".join(part for part in (new.street, town) if part)
