"""The words and signs of a script (ECMA-262, 12), as far as pages need them to put a mail address together."""

from __future__ import annotations

import re

_MAX_TOKENS = 20_000
_TOKEN = re.compile(
    r"(?P<blank>[\s\ufeff]+|//[^\r\n]*|/\*.*?\*/|<!--[^\r\n]*|-->[^\r\n]*|/\*.*\Z)"
    r"|(?P<number>0[xX][0-9a-fA-F]{1,8}|(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15}))"
    r"|(?P<name>[A-Za-z_$\u00aa-\uffff][\w$]*)"
    r"|(?P<string>\"(?:[^\"\\\r\n]|\\[\s\S])*\"|'(?:[^'\\\r\n]|\\[\s\S])*')"
    r"|(?P<template>`(?:[^`\\]|\\[\s\S])*`)"
    r"|(?P<sign>>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.(?!\d)|\+\+|--|\+=|-=|\*=|/=|%=|&=|\|=|\^="
    r"|\*\*|<<|>>|[{}()\[\];,<>+\-*/%&|^!~?:=.])",
    re.DOTALL,
)
_REGEX = re.compile(r"/((?:[^/\\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+)/([a-z]*)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|([0-7]{1,3})|(\r\n|[\s\S]))")
_SIMPLE = {
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "\n": "",
    "\r": "",
    "\r\n": "",
    "\u2028": "",
}
_KEYWORDS = frozenset(
    {"return", "typeof", "case", "in", "of", "else", "do", "void", "delete", "instanceof", "new", "throw"}
)


class NotUnderstood(Exception):
    """A script, or a part of one, lies beyond what is needed for a mail address."""


def unquote_string(body: str) -> str:
    """The text of a literal without its quotes."""

    def plain(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        if code:
            return chr(min(int(code, 16), 0x10FFFF))
        return chr(int(match[4], 8) & 0xFF) if match[4] else _SIMPLE.get(match[5], match[5])

    return _ESCAPE.sub(plain, body) if "\\" in body else body


def tokens_of(code: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(code):
        match = _REGEX.match(code, at) if code[at] == "/" and _regex_may_follow(tokens) else None
        if match and not code.startswith(("//", "/*"), at):
            tokens.append(("regex", match[0]))
        else:
            match = _TOKEN.match(code, at)
            if match is None or len(tokens) > _MAX_TOKENS:
                raise NotUnderstood(code[at : at + 20])
            if match.lastgroup == "blank":
                if "\n" in match[0] and tokens and tokens[-1][0] != "line":
                    tokens.append(("line", "\n"))
            else:
                tokens.append((str(match.lastgroup), match[0]))
        at = match.end()
    return tokens


def _regex_may_follow(tokens: list[tuple[str, str]]) -> bool:
    last = next((token for token in reversed(tokens[-2:]) if token[0] != "line"), None)
    if last is None:
        return True
    return last[1] in _KEYWORDS if last[0] == "name" else last[0] == "sign" and last[1] not in (")", "]", "}")
