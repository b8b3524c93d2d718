"""Operators and the few functions of `Math` that scripts need to put a text together (ECMA-262, 13 and 21.3)."""

from __future__ import annotations

import math
from collections.abc import Callable

from pipeline.extract.script.methods import Regex, Value, number, text, whole
from pipeline.extract.script.names import Function
from pipeline.extract.script.tokens import NotUnderstood


def truth(value: Value) -> bool:
    """Whether a value counts as true."""
    if isinstance(value, list | dict | Regex):
        return True
    return bool(value) and not (isinstance(value, float) and math.isnan(value))


def binary(sign: str, left: Value, right: Value) -> Value:
    """What an operator gives."""
    if sign == "+":
        if isinstance(left, float | bool) and isinstance(right, float | bool):
            return float(left) + float(right)
        return text(left) + text(right)
    if sign in ("==", "===", "!=", "!=="):
        same = left is right or (type(left) is type(right) and not isinstance(left, list) and left == right)
        if len(sign) == 2 and isinstance(left, str | float) and isinstance(right, str | float) and not same:
            same = number(left) == number(right)
        return same == sign.startswith("=")
    if sign in _COMPARE:
        if isinstance(left, str) and isinstance(right, str):
            return _COMPARE[sign](left, right)
        return _COMPARE[sign](number(left), number(right))
    if sign in _ARITHMETIC:
        return _ARITHMETIC[sign](number(left), number(right))
    raise NotUnderstood(sign)


_COMPARE: dict[str, Callable[[Value, Value], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": math.fmod,
    "^": lambda a, b: float(whole(a) ^ whole(b)),
    "&": lambda a, b: float(whole(a) & whole(b)),
    "|": lambda a, b: float(whole(a) | whole(b)),
    "<<": lambda a, b: float((whole(a) << (whole(b) & 31)) & 0xFFFFFFFF),
    ">>": lambda a, b: float(whole(a) >> (whole(b) & 31)),
    ">>>": lambda a, b: float((whole(a) & 0xFFFFFFFF) >> (whole(b) & 31)),
}


def type_name(value: Value) -> str:
    names = {str: "string", float: "number", bool: "boolean", Function: "function", type(None): "undefined"}
    return names.get(type(value), "object")


NAMESPACED: dict[str, Callable[[list[Value]], Value]] = {
    "Math.floor": lambda arguments: float(math.floor(number(arguments[0]))),
    "Math.ceil": lambda arguments: float(math.ceil(number(arguments[0]))),
    "Math.round": lambda arguments: float(math.floor(number(arguments[0]) + 0.5)),
    "Math.abs": lambda arguments: abs(number(arguments[0])),
    "Math.pow": lambda arguments: float(number(arguments[0]) ** min(number(arguments[1]), 64.0)),
    "Array.from": lambda arguments: list(arguments[0]) if isinstance(arguments[0], str | list) else [],
}
