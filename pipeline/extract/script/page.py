"""The page that a script sees: it answers what stands there and takes notes of what a script would write.

Elements are told apart by the nodes of the tree; the tree itself is not touched here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any, Literal

from pipeline.extract.script.methods import GLOBAL, Value, text
from pipeline.extract.script.names import Function, Running
from pipeline.extract.script.tokens import NotUnderstood

Kind = Literal["write", "content", "append", "replace", "href", "go"]


@dataclass(frozen=True)
class Effect:
    """What a script would do: write HTML where it stands, change an element (`node`), or go to an address."""

    kind: Kind
    value: str
    node: Any = None


@dataclass(eq=False)
class Element:
    """An element of the page (`node`) or a new one (`tag`), with what scripts have set on it."""

    node: Any = None
    tag: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    content: str | None = None

    def html(self) -> str:
        """A new element as HTML; a new text is its own HTML."""
        if not self.tag:
            return self.content or ""
        names = "".join(f' {name}="{escape(value)}"' for name, value in self.properties.items())
        return f"<{self.tag}{names}>{self.content or ''}</{self.tag}>"


@dataclass(frozen=True)
class Thing:
    """One of the page's own objects: `document`, `window`, `location`, or what nobody needs to know about."""

    name: str


_WINDOWS = frozenset({"window", "self", "top", "parent", "globalThis", "frames"})
_READY = frozenset(
    {"addEventListener", "ready", "on", "bind", "one", "click", "attachEvent", "load", "mouseover", "live"}
)
_HTML = frozenset({"innerHTML", "html"})
_TEXT = frozenset({"textContent", "innerText", "text", "nodeValue"})
_WHOLE = frozenset({"outerHTML", "replaceWith", "outerText"})


class Page:
    """The host of a `Machine`. `select` finds nodes by a CSS selector, `read` gives an attribute or (`""`) the HTML."""

    def __init__(self, select: Callable[[str], list[Any]], read: Callable[[Any, str], str | None]) -> None:
        self.select = select
        self.read = read
        self.effects: list[Effect] = []
        self.elements: dict[int, Element] = {}
        self.clicked: Element | None = None

    def element(self, node: Any) -> Element:
        """The element of a node, the same each time."""
        return self.elements.setdefault(node.mem_id, Element(node))

    # ---- Host ----

    def named(self, name: str, _machine: Running, /) -> Value:
        if name in _WINDOWS:
            return Thing("window")
        if name in ("document", "location", "$", "jQuery"):
            return Thing("jquery" if name in ("$", "jQuery") else name)
        raise NotUnderstood(name)

    def get(self, owner: Value, name: str) -> Value:
        if isinstance(owner, Thing):
            return self._get_thing(owner, name)
        if not isinstance(owner, Element):
            raise NotUnderstood(name)
        if name == "dataset":
            return Thing(f"dataset {owner.node.mem_id}") if owner.node is not None else {}
        if name == "style" or name == "classList":
            return Thing("ignored")
        if name in ("parentNode", "parentElement"):
            parent = owner.node.parent if owner.node is not None else None
            return self.element(parent) if parent is not None else None
        return self._read(owner, name)

    def _get_thing(self, owner: Thing, name: str) -> Value:
        if owner.name == "ignored":
            return owner
        if name in ("location", "document") and owner.name in ("window", "document"):
            return Thing(name)
        if owner.name.startswith("dataset "):
            element = self.elements[int(owner.name.split()[1])]
            return self._read(element, "data-" + re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name))
        raise NotUnderstood(name)

    def _read(self, owner: Element, name: str) -> Value:
        known = owner.properties.get(name)
        if known is not None:
            return known
        if name in _HTML | _TEXT:
            if owner.content is None and owner.node is not None:
                owner.content = self.read(owner.node, "")
            return owner.content or ""
        return self.read(owner.node, name) if owner.node is not None else None

    def set(self, owner: Value, name: str, value: Value) -> None:
        if isinstance(owner, Thing):
            if name in ("location", "href", "onload") and owner.name in ("window", "document", "location"):
                self._go(text(value)) if name != "onload" else None
            elif owner.name != "ignored":
                raise NotUnderstood(name)
        elif isinstance(owner, Element):
            self._set_element(owner, name, value)
        else:
            raise NotUnderstood(name)

    def _set_element(self, owner: Element, name: str, value: Value) -> None:
        if isinstance(value, Function) or name.startswith("on") or name == "style":
            return
        if name in _HTML or name in _TEXT:
            html = text(value) if name in _HTML else escape(text(value), quote=False)
            owner.content = html
            self._note("content", html, owner)
        elif name in _WHOLE:
            self._note("replace", text(value), owner)
        else:
            owner.properties["class" if name == "className" else name] = text(value)
            if name == "href":
                self._note("href", text(value), owner)

    def _note(self, kind: Kind, value: str, owner: Element) -> None:
        if owner.node is not None:
            self.effects.append(Effect(kind, value, owner.node))

    def _go(self, target: str) -> None:
        node = self.clicked.node if self.clicked is not None else None
        self.effects.append(Effect("go", target, node))

    def call(self, owner: Value, name: str, arguments: list[Value], machine: Running) -> Value:
        if name in _READY or (_is_jquery(owner) and name == ""):
            return self._later(owner, arguments, machine)
        if isinstance(owner, Thing):
            known = machine.page.names.get(name) if owner.name == "window" else None
            if known is not None:
                return machine.apply(known, arguments)
            return self._call_thing(owner, name, arguments)
        if isinstance(owner, Element):
            return self._call_element(owner, name, arguments, machine)
        raise NotUnderstood(name)

    def _later(self, owner: Value, arguments: list[Value], machine: Running) -> Value:
        """What waits for the page or a click happens now; a `$('…')` without a function is a look-up."""
        handler = next((argument for argument in arguments if isinstance(argument, Function)), None)
        if handler is None:
            return self._wrapped(owner, arguments)
        before, self.clicked = self.clicked, owner if isinstance(owner, Element) else self.clicked
        machine.apply(
            handler,
            [Thing("jquery" if _is_jquery(owner) else "ignored")],
            owner if isinstance(owner, Element) else None,
        )
        self.clicked = before
        return owner

    def _wrapped(self, owner: Value, arguments: list[Value]) -> Value:
        if not isinstance(owner, Thing) or not arguments:
            return owner
        wanted = arguments[0]
        if isinstance(wanted, str):
            if wanted.lstrip().startswith("<"):
                return Element(content=wanted)
            found = self.select(wanted)
            if len(found) != 1:
                raise NotUnderstood(wanted)
            return self.element(found[0])
        return wanted

    def _call_thing(self, owner: Thing, name: str, arguments: list[Value]) -> Value:
        if name in ("write", "writeln") and owner.name == "document":
            self.effects.append(Effect("write", "".join(map(text, arguments))))
            return None
        if name in ("open", "assign", "replace") and owner.name in ("window", "location"):
            self._go(text(arguments[0]) if arguments else "")
            return None
        if name in _FINDERS and owner.name == "document":
            return self._find(_FINDERS[name].format(text(arguments[0])), name)
        if name == "createElement":
            return Element(tag=text(arguments[0]).lower())
        if name == "createTextNode":
            return Element(content=escape(text(arguments[0]), quote=False))
        if owner.name == "window" and name in GLOBAL:
            return GLOBAL[name](arguments)
        if owner.name == "ignored" or name in ("preventDefault", "log", "focus", "close"):
            return None
        raise NotUnderstood(name)

    def _find(self, selector: str, name: str) -> Value:
        found = [self.element(node) for node in self.select(selector)[:200]]
        if name.endswith("All") or "Elements" in name:
            return found
        return found[0] if found else None

    def _call_element(self, owner: Element, name: str, arguments: list[Value], machine: Running) -> Value:
        first = arguments[0] if arguments else None
        if name in ("setAttribute", "attr", "prop", "data", "getAttribute"):
            if len(arguments) < 2:
                return self._read(owner, f"data-{text(first)}" if name == "data" else text(first))
            self._set_element(owner, text(first), arguments[1])
        elif name in ("append", "appendChild", "prepend", "insertAdjacentHTML", "insertAdjacentText"):
            self._append(owner, arguments[-1])
        elif name in ("replaceWith", "after", "before"):
            self._note("replace" if name == "replaceWith" else "append", _html(first), owner)
        elif name == "each" and isinstance(first, Function):
            machine.apply(first, [0.0, owner], owner)
        elif name in _HTML | _TEXT and arguments:
            self._set_element(owner, name, first)
        elif name in _HTML | _TEXT:
            return self._read(owner, name)
        elif name not in _HARMLESS:
            raise NotUnderstood(name)
        return owner

    def _append(self, owner: Element, child: Value) -> None:
        html = _html(child)
        owner.content = (owner.content or "") + html
        self._note("append", html, owner)


def _is_jquery(owner: Value) -> bool:
    return isinstance(owner, Thing) and owner.name == "jquery"


def _html(child: Value) -> str:
    return child.html() if isinstance(child, Element) else text(child)


_FINDERS = {
    "getElementById": "[id='{}']",
    "getElementsByClassName": ".{}",
    "getElementsByTagName": "{}",
    "getElementsByName": "[name='{}']",
    "querySelector": "{}",
    "querySelectorAll": "{}",
}
_HARMLESS = frozenset(
    {"addClass", "removeClass", "show", "hide", "css", "removeAttribute", "removeAttr", "focus", "blur"}
)
