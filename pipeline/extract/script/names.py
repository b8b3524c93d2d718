"""What a script's names stand for: functions, scopes, the page as its host, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.extract.script.methods import Value
from pipeline.extract.script.syntax import Node


class Running(Protocol):
    """The scripts of a page while they run, as far as the page has to know them."""

    page: Scope

    def apply(self, function: Value, arguments: list[Value], this: Value = None) -> Value:
        """What a function of the script gives."""


class Host(Protocol):
    """What scripts find on a page (`script_page`). Each method raises `NotUnderstood` for what it does not know."""

    def named(self, name: str, _machine: Running, /) -> Value:
        """A global object of the page."""

    def get(self, owner: Value, name: str) -> Value:
        """A property of one of the page's objects."""

    def set(self, owner: Value, name: str, value: Value) -> None:
        """Notes that a script sets a property."""

    def call(self, owner: Value, name: str, arguments: list[Value], machine: Running) -> Value:
        """Notes that a script calls a method of one of the page's objects; "" calls the object itself."""


@dataclass(eq=False)
class Function:
    """A function of the script and the names it sees."""

    parameters: list[str]
    body: list[Node]
    scope: Scope


@dataclass(eq=False)
class Scope:
    """Names and what they stand for; `outer` is where the function was written."""

    names: dict[str, Value] = field(default_factory=dict)
    outer: Scope | None = None

    def holder(self, name: str) -> Scope | None:
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.outer
        return scope


class _Unknown:
    """The value of a name that a statement beyond us would have set."""


UNKNOWN = _Unknown()


def set_names(statement: Node) -> Iterator[str]:
    """Every name that a statement might set."""
    waiting: list[Value] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple) and len(node) == 2 and node[0] == "var" and isinstance(node[1], list):
            yield from (name for name, _ in node[1])
        elif isinstance(node, tuple) and len(node) > 2 and node[0] in ("assign", "update"):
            target = node[2]
            if target[0] == "name":
                yield target[1]
        if isinstance(node, tuple | list):
            waiting += node
