"""The grammar of the small part of JavaScript (ECMA-262) that pages use to put a mail address together.

`parse` gives nested tuples, the first member being the kind. Anything beyond this grammar raises `NotUnderstood`, and
so does deep nesting: no page can exhaust the stack. Chains (`a + b + …`, `a.b().c`) are flat lists.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.extract.script.tokens import NotUnderstood, tokens_of, unquote_string

Node = tuple[Any, ...]

_DEPTH = 24
#: Binary operators from the loosest to the tightest.
_LEVELS = (
    "?? ||",
    "&&",
    "|",
    "^",
    "&",
    "== != === !==",
    "< > <= >= in instanceof",
    "<< >> >>>",
    "+ -",
    "* / %",
)
_LEVEL = {sign: level for level, signs in enumerate(_LEVELS) for sign in signs.split()}
_ASSIGN = frozenset({"=", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<=", ">>="})


def parse(code: str) -> list[Node]:
    """The statements of a script."""
    parser = _Parser(tokens_of(code))
    statements = []
    while parser.kind != "end":
        statements.append(parser.statement())
    return statements


def parse_expression(code: str) -> Node:
    """One expression and nothing else."""
    parser = _Parser(tokens_of(code))
    expression = parser.expression()
    parser.end()
    return expression


class _Parser:
    """Recursive descent over the tokens; `line` tokens only tell where a missing semicolon may stand."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = [token for token in tokens if token[0] != "line"]
        self.after_line = set()
        count = 0
        for token in tokens:
            if token[0] == "line":
                self.after_line.add(count)
            else:
                count += 1
        self.at = 0
        self.depth = 0

    @property
    def kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else "end"

    @property
    def text(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        text = self.text
        self.at += 1
        return text

    def is_sign(self, *signs: str) -> bool:
        return self.kind == "sign" and self.text in signs

    def is_word(self, *words: str) -> bool:
        return self.kind == "name" and self.text in words

    def accept(self, sign: str) -> bool:
        if self.is_sign(sign):
            self.at += 1
            return True
        return False

    def expect(self, sign: str) -> None:
        if not self.accept(sign):
            raise NotUnderstood(f"{sign} expected, {self.text!r} found")

    def name(self) -> str:
        if self.kind != "name":
            raise NotUnderstood(self.text)
        return self.take()

    def end(self) -> None:
        if self.kind != "end":
            raise NotUnderstood(self.text)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEPTH:
            raise NotUnderstood("nested too deeply")

    # ---- statements ----

    def statement(self) -> Node:
        self.deeper()
        node = self._statement()
        self.depth -= 1
        return node

    def _statement(self) -> Node:
        if self.accept(";"):
            return ("block", [])
        if self.is_sign("{"):
            return ("block", self.block())
        word = self.text if self.kind == "name" else ""
        if word == "function" or (word == "async" and self._next_is("function")):
            function = self.function()
            return ("var", [(function[1], function)])
        reader = getattr(self, f"_{word}", None) if word in _STATEMENTS else None
        if reader is not None:
            self.take()
            return tuple(reader())
        expression = self.expression()
        self.semicolon()
        return ("expr", expression)

    def _next_is(self, word: str) -> bool:
        return self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] == word

    def semicolon(self) -> None:
        if self.accept(";") or self.is_sign("}") or self.kind == "end" or self.at in self.after_line:
            return
        raise NotUnderstood(self.text)

    def block(self) -> list[Node]:
        self.expect("{")
        statements = []
        while not self.is_sign("}"):
            if self.kind == "end":
                raise NotUnderstood("end of script")
            statements.append(self.statement())
        self.take()
        return statements

    def _var(self) -> Node:
        node = ("var", self._declarations())
        self.semicolon()
        return node

    _let = _const = _var

    def _declarations(self) -> list[tuple[str, Node | None]]:
        found: list[tuple[str, Node | None]] = []
        while True:
            name = self.name()
            found.append((name, self.assignment() if self.accept("=") else None))
            if not self.accept(","):
                return found

    def _if(self) -> Node:
        condition = self._in_parentheses()
        then = self.statement()
        if self.is_word("else"):
            self.take()
            return ("if", condition, then, self.statement())
        return ("if", condition, then, ("block", []))

    def _in_parentheses(self) -> Node:
        self.expect("(")
        node = self.expression()
        self.expect(")")
        return node

    def _while(self) -> Node:
        return ("for", ("block", []), self._in_parentheses(), None, self.statement())

    def _for(self) -> Node:
        self.expect("(")
        first: Node = ("block", [])
        if self.is_word("var", "let", "const"):
            self.take()
            if self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] in ("of", "in"):
                return self._for_each()
            first = ("var", self._declarations())
        elif not self.is_sign(";"):
            first = ("expr", self.expression())
        self.expect(";")
        condition = None if self.is_sign(";") else self.expression()
        self.expect(";")
        step = None if self.is_sign(")") else self.expression()
        self.expect(")")
        return ("for", first, condition, step, self.statement())

    def _for_each(self) -> Node:
        name, how = self.name(), self.take()
        values = self.expression()
        self.expect(")")
        return ("each", how, name, values, self.statement())

    def _return(self) -> Node:
        bare = self.is_sign(";", "}") or self.kind == "end" or self.at in self.after_line
        node = ("return", None if bare else self.expression())
        self.semicolon()
        return node

    def _break(self) -> Node:
        self.semicolon()
        return ("break",)

    def _continue(self) -> Node:
        self.semicolon()
        return ("continue",)

    def _try(self) -> Node:
        body = self.block()
        if self.is_word("catch"):
            self.take()
            if self.accept("("):
                self.name()
                self.expect(")")
            self.block()
        if self.is_word("finally"):
            self.take()
            body += self.block()
        return ("block", body)

    # ---- expressions ----

    def expression(self) -> Node:
        node = self.assignment()
        while self.accept(","):
            node = ("then", node, self.assignment())
        return node

    def assignment(self) -> Node:
        self.deeper()
        arrow = self._arrow()
        node = arrow if arrow is not None else self._conditional()
        if arrow is None and self.kind == "sign" and self.text in _ASSIGN:
            sign = self.take()
            node = ("assign", sign, node, self.assignment())
        self.depth -= 1
        return node

    def _conditional(self) -> Node:
        node = self._binary()
        if self.accept("?"):
            then = self.assignment()
            self.expect(":")
            node = ("choose", node, then, self.assignment())
        return node

    def _binary(self, loosest: int = 0) -> Node:
        """Operators bind by level; those of one level become one flat chain."""
        node, chained = self._unary(), -1
        chain: list[tuple[str, Node]] = []
        while self.kind in ("sign", "name"):
            level = _LEVEL.get(self.text, -1)
            if level < loosest:
                break
            sign = self.take()
            right = self._binary(level + 1)
            if level != chained:
                chain, chained = [], level
                node = ("chain", node, chain)
            chain.append((sign, right))
        return node

    def _unary(self) -> Node:
        if self.is_sign("!", "-", "+", "~", "++", "--") or self.is_word("typeof", "void", "new", "delete", "await"):
            self.deeper()
            sign = self.take()
            node = ("unary", sign, self._unary())
            self.depth -= 1
            return node
        node = self._postfix(self._primary())
        if self.is_sign("++", "--"):
            node = ("update", self.take(), node)
        return node

    def _postfix(self, base: Node) -> Node:
        links: list[Node] = []
        while True:
            if self.accept(".") or self.accept("?."):
                links.append(("get", ("text", self.name())))
            elif self.accept("["):
                links.append(("get", self.expression()))
                self.expect("]")
            elif self.is_sign("("):
                links.append(("call", self._arguments()))
            else:
                return ("path", base, links) if links else base

    def _arguments(self) -> list[Node]:
        self.expect("(")
        return self._list(")")

    def _list(self, closing: str) -> list[Node]:
        items: list[Node] = []
        while not self.accept(closing):
            items.append(("spread", self.assignment()) if self.accept("...") else self.assignment())
            if not self.is_sign(closing):
                self.expect(",")
        return items

    def _primary(self) -> Node:
        kind, text = self.kind, self.text
        if kind == "name":
            if text == "function" or (text == "async" and self._next_is("function")):
                return self.function()
            return ("name", self.take())
        if kind == "string":
            return ("text", unquote_string(self.take()[1:-1]))
        if kind == "number":
            self.take()
            return ("number", float(int(text, 16)) if text[:2].lower() == "0x" else float(text))
        if kind == "regex":
            body, _, flags = self.take()[1:].rpartition("/")
            return ("regex", body, flags)
        if kind == "template":
            return self._template(self.take()[1:-1])
        return self._bracketed()

    def _bracketed(self) -> Node:
        if self.accept("("):
            node = self.expression()
            self.expect(")")
            return node
        if self.accept("["):
            return ("list", self._list("]"))
        if self.accept("{"):
            return ("object", self._members())
        raise NotUnderstood(self.text)

    def _members(self) -> list[tuple[str, Node]]:
        members: list[tuple[str, Node]] = []
        while not self.accept("}"):
            if self.kind not in ("name", "string", "number"):
                raise NotUnderstood(self.text)
            key = self.take().strip("'\"")
            members.append((key, self.assignment() if self.accept(":") else ("name", key)))
            if not self.is_sign("}"):
                self.expect(",")
        return members

    def _template(self, body: str) -> Node:
        parts: list[Node] = []
        for piece in re.split(r"(\$\{[^{}]{0,500}\})", body):
            inner = re.fullmatch(r"\$\{([^{}]*)\}", piece)
            parts.append(parse_expression(inner[1]) if inner else ("text", unquote_string(piece)))
        return ("chain", ("text", ""), [("+", part) for part in parts])

    def function(self) -> Node:
        if self.text == "async":
            self.take()
        self.take()
        name = self.take() if self.kind == "name" else ""
        self.expect("(")
        names = self._parameters()
        return ("function", name, names, self.block())

    def _parameters(self) -> list[str]:
        names: list[str] = []
        while not self.accept(")"):
            names.append(self.name())
            if not self.is_sign(")"):
                self.expect(",")
        return names

    def _arrow(self) -> Node | None:
        start = self.at
        names: list[str] | None = None
        if self.kind == "name" and self._next_is("=>"):
            names = [self.take()]
        elif self.is_sign("("):
            closing = start + 1
            while closing < min(start + 20, len(self.tokens)) and _parameter_token(self.tokens[closing]):
                closing += 1
            if [token[1] for token in self.tokens[closing : closing + 2]] == [")", "=>"]:
                self.take()
                names = self._parameters()
        if names is None:
            return None
        self.expect("=>")
        body = self.block() if self.is_sign("{") else [("return", self.assignment())]
        return ("function", "", names, body)


def _parameter_token(token: tuple[str, str]) -> bool:
    return token[0] == "name" or token[1] == ","


_STATEMENTS = frozenset({"var", "let", "const", "if", "for", "while", "return", "break", "continue", "try"})
