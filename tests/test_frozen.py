"""Frozen dataclasses that are made quickly: they are what they would be without it."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from pipeline.frozen import maker, quickly_made


@quickly_made
@dataclass(frozen=True, slots=True)
class Made:
    """Something with a default."""

    text: str
    number: int = 3


def test_fields_and_defaults() -> None:
    made = Made("a")
    assert (made.text, made.number) == ("a", 3)
    assert made == Made(text="a", number=3)
    assert hash(made) == hash(Made("a"))
    assert repr(made).endswith("Made(text='a', number=3)")
    assert isinstance(made, Made)


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Made("a").text = "b"  # type: ignore[misc]


def test_copies() -> None:
    made = Made("a", 4)
    assert replace(made, text="b") == Made("b", 4)
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_field_without_a_default_is_asked_for() -> None:
    with pytest.raises(TypeError):
        Made()  # type: ignore[call-arg]


def test_the_function_makes_what_the_class_makes() -> None:
    make = maker(Made)
    assert make("a") == Made("a")
    assert make("a", 4) == make(number=4, text="a") == Made("a", 4)
    assert type(make("a")) is Made
