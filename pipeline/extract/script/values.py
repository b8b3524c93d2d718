"""Works out what a script would write, without running anything: text values and a page that only takes notes.

Only what is understood wholly counts. A statement that is not leaves every name it would have set unknown, so that no
half-built address comes out. Steps are counted; a page that needs too many is left alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from pipeline.extract.script import methods
from pipeline.extract.script.methods import Call, Regex, Value, number, text, whole
from pipeline.extract.script.names import UNKNOWN, Function, Host, Scope, set_names
from pipeline.extract.script.operators import NAMESPACED, binary, truth, type_name
from pipeline.extract.script.syntax import Node, parse
from pipeline.extract.script.tokens import NotUnderstood

_STEPS = 60_000
_CALLS = 20


class _Return(Exception):
    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


class _Jump(Exception):
    pass


@lru_cache(maxsize=64)
def _statements(code: str) -> tuple[Node, ...]:
    """What a script says; nothing where it is not understood. The scripts of a site stand on each of its pages."""
    try:
        return tuple(parse(code))
    except (NotUnderstood, RecursionError):
        return ()


class Machine:
    """The scripts of one page, one after the other; they share their names as on a page."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.page = Scope()
        self.this: Value = None
        self.steps = _STEPS
        self.depth = 0

    def run(self, code: str) -> None:
        """All statements of a script, those not understood left out."""
        statements = _statements(code)
        self._hoist(statements, self.page)
        for statement in statements:
            try:
                self._do(statement, self.page)
            except (_Return, _Jump):
                return
            except (NotUnderstood, RecursionError, ArithmeticError, ValueError, TypeError):
                self._forget(statement)

    def evaluate(self, expression: Node, scope: Scope) -> Value:
        """The value of an expression."""
        self.steps -= 1
        if self.steps < 0:
            raise NotUnderstood("too many steps")
        value = _EXPRESSIONS[expression[0]](self, expression, scope)
        if isinstance(value, str) and len(value) > methods.TEXT_LIMIT:
            raise NotUnderstood("too long")
        return value

    def apply(self, function: Value, arguments: list[Value], this: Value = None) -> Value:
        """What a function of the script gives."""
        if not isinstance(function, Function):
            raise NotUnderstood("not a function")
        self.depth += 1
        before, self.this = self.this, this if this is not None else self.this
        scope = Scope(dict.fromkeys(function.parameters), function.scope)
        scope.names.update(zip(function.parameters, arguments, strict=False))
        scope.names["arguments"] = arguments
        try:
            if self.depth > _CALLS:
                raise NotUnderstood("too deep")
            self._hoist(function.body, scope)
            for statement in function.body:
                self._do(statement, scope)
        except _Return as result:
            return result.value
        finally:
            self.depth -= 1
            self.this = before
        return None

    def _hoist(self, statements: Sequence[Node], scope: Scope) -> None:
        """Functions are known before the first statement."""
        for statement in statements:
            if statement[0] == "var":
                for name, value in statement[1]:
                    if value is not None and value[0] == "function" and value[1] == name:
                        scope.names[name] = Function(value[2], value[3], scope)

    def _forget(self, statement: Node) -> None:
        for name in set_names(statement):
            self.page.names[name] = UNKNOWN

    def _do(self, statement: Node, scope: Scope) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise NotUnderstood("too many steps")
        _STATEMENTS[statement[0]](self, statement, scope)


# ---- statements ----------------------------------------------------------------------------------


def _block(machine: Machine, node: Node, scope: Scope) -> None:
    machine._hoist(node[1], scope)
    for statement in node[1]:
        machine._do(statement, scope)


def _var(machine: Machine, node: Node, scope: Scope) -> None:
    for name, value in node[1]:
        if value is not None:
            scope.names[name] = machine.evaluate(value, scope)
        else:
            scope.names.setdefault(name, None)


def _if(machine: Machine, node: Node, scope: Scope) -> None:
    machine._do(node[2] if truth(machine.evaluate(node[1], scope)) else node[3], scope)


def _for(machine: Machine, node: Node, scope: Scope) -> None:
    _, first, condition, step, body = node
    machine._do(first, scope)
    while condition is None or truth(machine.evaluate(condition, scope)):
        try:
            machine._do(body, scope)
        except _Jump as jump:
            if str(jump) == "break":
                return
        if step is not None:
            machine.evaluate(step, scope)


def _each(machine: Machine, node: Node, scope: Scope) -> None:
    _, how, name, values, body = node
    items = machine.evaluate(values, scope)
    if not isinstance(items, list | str):
        raise NotUnderstood("for")
    for index, item in enumerate(list(items)):
        scope.names[name] = item if how == "of" else str(index)
        try:
            machine._do(body, scope)
        except _Jump as jump:
            if str(jump) == "break":
                return


def _return(machine: Machine, node: Node, scope: Scope) -> None:
    raise _Return(None if node[1] is None else machine.evaluate(node[1], scope))


def _jump(_machine: Machine, node: Node, _scope: Scope) -> None:
    raise _Jump(node[0])


def _expression(machine: Machine, node: Node, scope: Scope) -> None:
    machine.evaluate(node[1], scope)


_STATEMENTS: dict[str, Callable[[Machine, Node, Scope], None]] = {
    "block": _block,
    "var": _var,
    "if": _if,
    "for": _for,
    "each": _each,
    "return": _return,
    "break": _jump,
    "continue": _jump,
    "expr": _expression,
}


# ---- expressions ---------------------------------------------------------------------------------


_CONSTANTS: dict[str, Value] = {"undefined": None, "null": None, "true": True, "false": False, "NaN": math.nan}
_NAMESPACES = frozenset({"String", "Math", "Array", "Object", "JSON"})


def _name(machine: Machine, node: Node, scope: Scope) -> Value:
    name = node[1]
    holder = scope.holder(name)
    if holder is not None:
        value = holder.names[name]
        if value is UNKNOWN:
            raise NotUnderstood(name)
        return value
    if name in _CONSTANTS:
        return _CONSTANTS[name]
    if name == "this":
        return machine.this if machine.this is not None else machine.host.named("window", machine)
    if name in _NAMESPACES or name in methods.GLOBAL or name in ("eval", "setTimeout"):
        return ("global", name)
    return machine.host.named(name, machine)


def _chain(machine: Machine, node: Node, scope: Scope) -> Value:
    value = machine.evaluate(node[1], scope)
    for sign, operand in node[2]:
        if sign in ("&&", "||", "??"):
            stays = value is not None if sign == "??" else truth(value) == (sign == "||")
            value = value if stays else machine.evaluate(operand, scope)
        else:
            value = binary(sign, value, machine.evaluate(operand, scope))
    return value


def _unary(machine: Machine, node: Node, scope: Scope) -> Value:
    sign = node[1]
    if sign in ("++", "--"):
        return _assign(machine, ("assign", sign[0] + "=", node[2], ("number", 1.0)), scope)
    if sign == "typeof" and node[2][0] == "name":
        try:
            return type_name(machine.evaluate(node[2], scope))
        except NotUnderstood:
            return "undefined"
    value = machine.evaluate(node[2], scope)
    if sign == "typeof":
        return type_name(value)
    if sign == "!":
        return not truth(value)
    if sign in "+-":
        return number(value) if sign == "+" else -number(value)
    if sign in ("void", "delete"):
        return None
    raise NotUnderstood(sign)


def _update(machine: Machine, node: Node, scope: Scope) -> Value:
    before = machine.evaluate(node[2], scope)
    _assign(machine, ("assign", node[1][0] + "=", node[2], ("number", 1.0)), scope)
    return before


def _assign(machine: Machine, node: Node, scope: Scope) -> Value:
    _, sign, target, source = node
    value = machine.evaluate(source, scope)
    if sign != "=":
        value = binary(sign[:-1], machine.evaluate(target, scope), value)
    if target[0] == "name":
        holder = scope.holder(target[1])
        if holder is None and target[1] == "location":
            machine.host.set(machine.host.named("window", machine), "location", value)
        else:
            (holder or machine.page).names[target[1]] = value
    elif target[0] == "path" and target[2][-1][0] == "get":
        owner = _follow(machine, machine.evaluate(target[1], scope), target[2][:-1], scope)
        _set_member(machine, owner, machine.evaluate(target[2][-1][1], scope), value)
    else:
        raise NotUnderstood("assignment")
    return value


def _set_member(machine: Machine, owner: Value, key: Value, value: Value) -> None:
    if isinstance(owner, dict):
        owner[text(key)] = value
    elif isinstance(owner, list):
        index = whole(key)
        if not 0 <= index <= len(owner) or len(owner) > methods.TEXT_LIMIT:
            raise NotUnderstood("index")
        owner[index : index + 1] = [value]
    else:
        machine.host.set(owner, text(key), value)


def _path(machine: Machine, node: Node, scope: Scope) -> Value:
    return _follow(machine, machine.evaluate(node[1], scope), node[2], scope)


def _follow(machine: Machine, value: Value, links: list[Node], scope: Scope) -> Value:
    """The value at the end of a path like `a.b[c](d)`."""
    owner: Value = None
    key: Value = None
    pending = False  # `value` is still owner[key]: what comes may be its call
    for kind, detail in links:
        if kind == "get":
            if pending:
                value = _get(machine, owner, key)
            owner, key, pending = value, machine.evaluate(detail, scope), True
            continue
        arguments = _values(machine, detail, scope)
        value = _call_method(machine, owner, text(key), arguments) if pending else _call(machine, value, arguments)
        pending = False
    return _get(machine, owner, key) if pending else value


def _get(machine: Machine, owner: Value, key: Value) -> Value:
    if isinstance(owner, str | list):
        if key == "length":
            return float(len(owner))
        index = whole(key) if isinstance(key, float) or str(key).isdigit() else -1
        if index < 0:
            raise NotUnderstood(text(key))
        return owner[index] if index < len(owner) else None
    if isinstance(owner, dict):
        return owner.get(text(key))
    if isinstance(owner, tuple):
        return ("global", f"{owner[1]}.{key}")
    return machine.host.get(owner, text(key))


def _call_method(machine: Machine, owner: Value, name: str, arguments: list[Value]) -> Value:
    if isinstance(owner, dict):
        return machine.apply(owner.get(name), arguments, owner)
    if isinstance(owner, tuple):
        return _call(machine, ("global", f"{owner[1]}.{name}"), arguments)
    if isinstance(owner, Function) and name in ("call", "apply"):
        rest = arguments[1:] if name == "call" else list(arguments[1]) if len(arguments) > 1 else []
        return machine.apply(owner, rest, arguments[0] if arguments else None)
    if isinstance(owner, str | list | float | Regex):
        return methods.method(owner, name, arguments, _caller(machine))
    return machine.host.call(owner, name, arguments, machine)


def _caller(machine: Machine) -> Call:
    def call(function: Value, arguments: list[Value]) -> Value:
        return _call(machine, function, arguments)

    return call


def _call(machine: Machine, function: Value, arguments: list[Value]) -> Value:
    if not isinstance(function, tuple):
        if isinstance(function, Function):
            return machine.apply(function, arguments)
        return machine.host.call(function, "", arguments, machine)
    name = function[1]
    if name == "String.fromCharCode" or name == "String.fromCodePoint":
        return methods.from_char_codes(arguments)
    if name == "String.fromCharCode.apply":
        return methods.from_char_codes(arguments[1] if len(arguments) > 1 else [])
    if name == "eval":
        return _eval(machine, text(arguments[0]) if arguments else "")
    if name == "setTimeout" and arguments:
        return machine.apply(arguments[0], [])
    if name in NAMESPACED:
        return NAMESPACED[name](arguments)
    if name in methods.GLOBAL:
        return methods.GLOBAL[name](arguments)
    raise NotUnderstood(name)


def _eval(machine: Machine, code: str) -> Value:
    """`eval` of a text that the script put together: statements, the last one's value."""
    value: Value = None
    for statement in parse(code):
        if statement[0] == "expr":
            value = machine.evaluate(statement[1], machine.page)
        else:
            machine._do(statement, machine.page)
    return value


def _values(machine: Machine, items: list[Node], scope: Scope) -> list[Value]:
    values: list[Value] = []
    for item in items:
        if item[0] == "spread":
            spread = machine.evaluate(item[1], scope)
            values += list(spread) if isinstance(spread, str | list) else []
        else:
            values.append(machine.evaluate(item, scope))
    return values


def _new(machine: Machine, node: Node, scope: Scope) -> Value:
    made = node[2]
    if made[0] == "path" and made[1] == ("name", "Array") and made[2][0][0] == "call":
        return _follow(machine, _values(machine, made[2][0][1], scope), made[2][1:], scope)
    raise NotUnderstood("new")


_EXPRESSIONS: dict[str, Callable[[Machine, Node, Scope], Value]] = {
    "text": lambda _machine, node, _scope: node[1],
    "number": lambda _machine, node, _scope: node[1],
    "regex": lambda _machine, node, _scope: methods.regex(node[1], node[2]),
    "name": _name,
    "chain": _chain,
    "unary": lambda machine, node, scope: (_new if node[1] == "new" else _unary)(machine, node, scope),
    "update": _update,
    "assign": _assign,
    "choose": lambda machine, node, scope: machine.evaluate(
        node[2] if truth(machine.evaluate(node[1], scope)) else node[3], scope
    ),
    "then": lambda machine, node, scope: (machine.evaluate(node[1], scope), machine.evaluate(node[2], scope))[1],
    "list": lambda machine, node, scope: _values(machine, node[1], scope),
    "object": lambda machine, node, scope: {key: machine.evaluate(value, scope) for key, value in node[1]},
    "function": lambda _machine, node, scope: Function(node[2], node[3], scope),
    "path": _path,
}
