"""`check` shows every limit of the guard that is in force."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from pipeline.check import GUARDED, Check, in_force, learned
from pipeline.core import checks, guard, usual
from pipeline.core.limits import BOUNDS, Bounds, Limits
from pipeline.core.usual import NIGHTS, Habit
from pipeline.spoken import spoken

DEFAULT = Limits()
LIVELY = Habit(nights=12, unreadable=0.04, news=9, gap=2)
QUIET = Habit(nights=12, unreadable=0.5, news=1)
#: What holds a run by what was learned, or by `publish`.
OTHERWISE = {"held_unreadable", "held_frozen", "held_review"}


def told(found: Iterable[Check]) -> str:
    return "\n".join(spoken(key, **values) for _, key, values in found)


def shown(limits: Limits = DEFAULT, bounds: Bounds = BOUNDS) -> str:
    return "\n".join(
        (told(in_force(limits, bounds)), *(told(learned("liste", each, bounds)) for each in (LIVELY, QUIET)))
    )


@pytest.mark.parametrize("name", [field.name for field in fields(Bounds)])
def test_every_bound_of_the_guard_is_shown(name: str) -> None:
    assert shown(bounds=replace(BOUNDS, **{name: 2 * getattr(BOUNDS, name)})) != shown()


@pytest.mark.parametrize(
    "other", [{"max_removed_share": 0.3}, {"max_changed_share": 0.3}, {"grace": 2}, {"publish": "review"}]
)
def test_every_limit_of_the_configuration_is_shown(other: dict[str, object]) -> None:
    assert {field.name for field in fields(Limits)} >= other.keys()
    assert shown(replace(DEFAULT, **other)) != shown()  # type: ignore[arg-type]


@pytest.mark.parametrize("module", [guard, checks, usual])
def test_the_guard_has_no_other_numbers(module: object) -> None:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    named = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_names"]
    left_out = {id(part) for node in named for part in ast.walk(node)}  # how many names a sentence shows
    numbers = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in left_out}
    assert {n for n in numbers if type(n) in (int, float)} <= {0, 1, 100, NIGHTS}


def test_every_check_of_the_guard_is_told() -> None:
    code = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (guard, checks))
    assert set(re.findall(r'"(held_\w+)"', code)) == GUARDED.keys() | OTHERWISE


@pytest.mark.parametrize(
    ("habit", "expected"),
    [
        (
            LIVELY,
            "gelernt aus 12 guten Nächten (von höchstens 30): bis zu 4 unverständliche Angaben je 100 Kontakte; ab 3"
            " und mehr als 19 je 100 Kontakte wartet die Nacht",
        ),
        (LIVELY, "Neues in 9 von 12 Nächten, längste Pause 2 Nächte; nach mehr als 15 Nächten ohne Neues"),
        (
            QUIET,
            "Neues in 1 von 12 Nächten, längste Pause 0 Nächte; langes Schweigen hält noch nichts auf (dazu nötig:"
            " Neues in 8 Nächten, keine Pause über 7)",
        ),
        (replace(LIVELY, gap=9), "hält noch nichts auf"),
    ],
)
def test_what_was_learned_is_told(habit: Habit, expected: str) -> None:
    assert expected in told(learned("liste", habit))


@pytest.mark.parametrize(
    ("grace", "expected"),
    [(0, "noch in derselben Nacht"), (1, "bleibt noch eine Nacht"), (3, "bleibt noch 3 Nächte")],
)
def test_grace_in_words(grace: int, expected: str) -> None:
    assert expected in told(in_force(Limits(grace=grace)))
