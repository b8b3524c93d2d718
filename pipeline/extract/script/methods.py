"""What strings, lists and numbers of a script can do, and its global functions that only compute (ECMA-262, 19 to 23).

Everything is bounded: long results, costly regular expressions and unknown methods raise `NotUnderstood`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from pipeline.extract.script.tokens import NotUnderstood
from pipeline.transform.ciphers import from_base64

Value = Any
Call = Callable[[Value, list[Value]], Value]
#: No text on the way to a mail address is longer.
TEXT_LIMIT = 20_000
_REGEX_LIMIT = 200
#: A repetition of a repetition may take forever; so may a reference back.
_COSTLY = re.compile(r"[+*}]\)*[+*{]|\)[+*{]|\\[1-9k]|\(\?<|\[\^\]|\(\?[=!]")


@dataclass(frozen=True)
class Regex:
    """A regular expression; `every` is its flag g."""

    pattern: re.Pattern[str]
    every: bool


def regex(source: str, flags: str) -> Regex:
    """A JavaScript regular expression of the simple kind."""
    if len(source) > _REGEX_LIMIT or _COSTLY.search(source):
        raise NotUnderstood(source)
    try:
        pattern = re.compile(source, re.ASCII | (re.IGNORECASE if "i" in flags else 0))
    except (re.error, OverflowError, RecursionError) as problem:
        raise NotUnderstood(source) from problem
    return Regex(pattern, "g" in flags)


def text(value: Value) -> str:
    """A value as `String(value)` shows it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isfinite(value) and value == int(value):
            return str(int(value))
        return "NaN" if math.isnan(value) else repr(value)
    if isinstance(value, list):
        return joined(",", value)
    if value is None:
        raise NotUnderstood("undefined as text")
    raise NotUnderstood(type(value).__name__)


def joined(separator: str, items: list[Value]) -> str:
    """`items.join(separator)`; a text too long is refused before it is made."""
    pieces: list[str] = []
    length = 0
    for item in items:
        pieces.append("" if item is None else text(item))
        length += len(pieces[-1]) + len(separator)
        if length > TEXT_LIMIT:
            raise NotUnderstood("too long")
    return separator.join(pieces)


def number(value: Value) -> float:
    """A value as `Number(value)` takes it."""
    if isinstance(value, float | bool):
        return float(value)
    if isinstance(value, str):
        try:
            return float(int(value, 16)) if re.match(r"\s*0[xX]", value) else float(value.strip()[:50] or 0)
        except ValueError:
            return math.nan
    raise NotUnderstood("no number")


def whole(value: Value, otherwise: int = 0) -> int:
    """A value as an index."""
    if value is None:
        return otherwise
    plain = number(value)
    return int(plain) if math.isfinite(plain) else 0


def method(owner: Value, name: str, arguments: list[Value], call: Call) -> Value:
    """What `owner.name(arguments)` gives."""
    table = _TABLES.get(type(owner))
    function = table.get(name) if table else None
    if function is None:
        raise NotUnderstood(name)
    result = function(owner, arguments, call)
    if isinstance(result, str | list) and len(result) > TEXT_LIMIT:
        raise NotUnderstood("too long")
    return result


def _first(arguments: list[Value], otherwise: Value = None) -> Value:
    return arguments[0] if arguments else otherwise


def _second(arguments: list[Value]) -> Value:
    return arguments[1] if len(arguments) > 1 else None


# ---- strings -------------------------------------------------------------------------------------


def _char_at(owner: str, arguments: list[Value], _call: Call) -> str:
    index = whole(_first(arguments))
    return owner[index] if 0 <= index < len(owner) else ""


def _code_at(owner: str, arguments: list[Value], _call: Call) -> float:
    char = _char_at(owner, arguments, _call)
    return float(ord(char)) if char else math.nan


def _slice(owner: Value, arguments: list[Value], _call: Call) -> Value:
    return owner[whole(_first(arguments)) : whole(_second(arguments), len(owner))]


def _substring(owner: str, arguments: list[Value], _call: Call) -> str:
    low = min(max(whole(_first(arguments)), 0), len(owner))
    high = min(max(whole(_second(arguments), len(owner)), 0), len(owner))
    return owner[min(low, high) : max(low, high)]


def _substr(owner: str, arguments: list[Value], _call: Call) -> str:
    start = whole(_first(arguments))
    start = max(len(owner) + start, 0) if start < 0 else start
    return owner[start : start + max(whole(_second(arguments), len(owner)), 0)]


def _split(owner: str, arguments: list[Value], _call: Call) -> list[Value]:
    separator = _first(arguments)
    if isinstance(separator, Regex):
        return list(separator.pattern.split(owner)) if separator.pattern.pattern else list(owner)
    if separator is None:
        return [owner]
    return list(owner.split(text(separator))) if text(separator) else list(owner)


def _replace(owner: str, arguments: list[Value], call: Call, every: bool = False) -> str:
    old, new = _first(arguments), _second(arguments)
    pattern = old if isinstance(old, Regex) else Regex(re.compile(re.escape(text(old))), every)

    length = len(owner)

    def replacement(match: re.Match[str]) -> str:
        nonlocal length
        if not isinstance(new, str | float):
            plain = text(call(new, [match[0], *match.groups(), float(match.start()), owner]))
        else:
            plain = re.sub(r"\$([$&1-9])", lambda sign: _dollar(sign[1], match), text(new))
        length += len(plain)
        if length > 2 * TEXT_LIMIT:
            raise NotUnderstood("too long")
        return plain

    return pattern.pattern.sub(replacement, owner, count=0 if pattern.every else 1)


def _replace_all(owner: str, arguments: list[Value], call: Call) -> str:
    return _replace(owner, arguments, call, every=True)


def _dollar(sign: str, match: re.Match[str]) -> str:
    if sign in "$&":
        return "$" if sign == "$" else match[0]
    return (match[int(sign)] or "") if int(sign) <= len(match.groups()) else "$" + sign


def _match(owner: str, arguments: list[Value], _call: Call) -> list[Value] | None:
    pattern = _first(arguments)
    if not isinstance(pattern, Regex):
        raise NotUnderstood("match")
    if pattern.every:
        return [match[0] for match in pattern.pattern.finditer(owner)] or None
    match = pattern.pattern.search(owner)
    return [match[0], *match.groups()] if match else None


def _repeat(owner: str, arguments: list[Value], _call: Call) -> str:
    return owner * min(max(whole(_first(arguments)), 0), TEXT_LIMIT // max(len(owner), 1) + 1)


_STRING: dict[str, Callable[[Any, list[Value], Call], Value]] = {
    "charAt": _char_at,
    "charCodeAt": _code_at,
    "codePointAt": _code_at,
    "at": lambda owner, arguments, call: _char_at(owner, [whole(_first(arguments)) % max(len(owner), 1) * 1.0], call),
    "concat": lambda owner, arguments, _call: owner + "".join(map(text, arguments)),
    "indexOf": lambda owner, arguments, _call: float(owner.find(text(_first(arguments)))),
    "lastIndexOf": lambda owner, arguments, _call: float(owner.rfind(text(_first(arguments)))),
    "includes": lambda owner, arguments, _call: text(_first(arguments)) in owner,
    "startsWith": lambda owner, arguments, _call: owner.startswith(text(_first(arguments))),
    "endsWith": lambda owner, arguments, _call: owner.endswith(text(_first(arguments))),
    "replace": _replace,
    "replaceAll": _replace_all,
    "match": _match,
    "slice": _slice,
    "substring": _substring,
    "substr": _substr,
    "split": _split,
    "repeat": _repeat,
    "trim": lambda owner, _arguments, _call: owner.strip(),
    "toLowerCase": lambda owner, _arguments, _call: owner.lower(),
    "toUpperCase": lambda owner, _arguments, _call: owner.upper(),
    "toString": lambda owner, _arguments, _call: owner,
    "valueOf": lambda owner, _arguments, _call: owner,
}


# ---- lists and numbers ---------------------------------------------------------------------------


def _reverse(owner: list[Value], _arguments: list[Value], _call: Call) -> list[Value]:
    owner.reverse()
    return owner


def _push(owner: list[Value], arguments: list[Value], _call: Call) -> float:
    if len(owner) > TEXT_LIMIT:
        raise NotUnderstood("too long")
    owner += arguments
    return float(len(owner))


def _unshift(owner: list[Value], arguments: list[Value], _call: Call) -> float:
    owner[:0] = arguments
    return float(len(owner))


def _map(owner: list[Value], arguments: list[Value], call: Call) -> list[Value]:
    return [call(_first(arguments), [item, float(index)]) for index, item in enumerate(list(owner))]


def _reduce(owner: list[Value], arguments: list[Value], call: Call) -> Value:
    items = list(owner)
    result = arguments[1] if len(arguments) > 1 else items.pop(0) if items else None
    for item in items:
        result = call(_first(arguments), [result, item])
    return result


def _join(owner: list[Value], arguments: list[Value], _call: Call) -> str:
    return joined(text(_first(arguments, ",")), owner)


_LIST: dict[str, Callable[[Any, list[Value], Call], Value]] = {
    "join": _join,
    "reverse": _reverse,
    "map": _map,
    "forEach": _map,
    "filter": lambda owner, arguments, call: [item for item in list(owner) if call(_first(arguments), [item])],
    "reduce": _reduce,
    "push": _push,
    "unshift": _unshift,
    "pop": lambda owner, _arguments, _call: owner.pop() if owner else None,
    "shift": lambda owner, _arguments, _call: owner.pop(0) if owner else None,
    "slice": _slice,
    "concat": lambda owner, arguments, _call: (
        owner + [x for y in arguments for x in (y if isinstance(y, list) else [y])]
    ),
    "indexOf": lambda owner, arguments, _call: float(owner.index(arguments[0])) if _first(arguments) in owner else -1.0,
    "toString": lambda owner, _arguments, _call: text(owner),
}


def _in_base(value: float, arguments: list[Value], _call: Call) -> str:
    base = whole(_first(arguments), 10)
    if base == 10:
        return text(value)
    if not 2 <= base <= 36 or value != int(value) or value < 0:
        raise NotUnderstood("base")
    digits, rest = "", int(value)
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


_NUMBER: dict[str, Callable[[Any, list[Value], Call], Value]] = {"toString": _in_base}
_TABLES: dict[type, dict[str, Callable[[Any, list[Value], Call], Value]]] = {
    str: _STRING,
    list: _LIST,
    float: _NUMBER,
    Regex: {"test": lambda owner, arguments, _call: bool(owner.pattern.search(text(_first(arguments))))},
}


# ---- global functions ----------------------------------------------------------------------------


def from_char_codes(arguments: list[Value]) -> str:
    """`String.fromCharCode(…)`."""
    return "".join(chr(whole(code) & 0xFFFF) for code in arguments)


def _unescape(arguments: list[Value]) -> str:
    plain = re.sub(r"%u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text(_first(arguments)))
    return re.sub(r"%([0-9a-fA-F]{2})", lambda match: chr(int(match[1], 16)), plain)


def _atob(arguments: list[Value]) -> str:
    plain = from_base64(text(_first(arguments)))
    if plain is None:
        raise NotUnderstood("atob")
    return plain


def _parse_int(arguments: list[Value]) -> float:
    base = whole(_second(arguments), 10)
    written = text(_first(arguments)).strip().lower()
    if written.startswith("0x") and base in (10, 16):
        written, base = written[2:], 16
    digits = re.match(r"-?[0-9a-z]{1,20}", written)
    for length in range(len(digits[0]) if digits else 0, 0, -1):
        try:
            return float(int(written[:length], base))
        except ValueError:
            continue
    return math.nan


GLOBAL: dict[str, Callable[[list[Value]], Value]] = {
    "unescape": _unescape,
    "decodeURIComponent": lambda arguments: unquote(text(_first(arguments))),
    "decodeURI": lambda arguments: unquote(text(_first(arguments))),
    "encodeURIComponent": lambda arguments: quote(text(_first(arguments)), safe="!'()*-._~"),
    "encodeURI": lambda arguments: quote(text(_first(arguments)), safe="!'()*-._~;/?:@&=+$,#"),
    "atob": _atob,
    "parseInt": _parse_int,
    "parseFloat": lambda arguments: number(_first(arguments)),
    "Number": lambda arguments: number(_first(arguments)),
    "String": lambda arguments: text(_first(arguments, "")),
    "isNaN": lambda arguments: math.isnan(number(_first(arguments))),
    "alert": lambda _arguments: None,
    "Boolean": lambda arguments: bool(_first(arguments)),
}
