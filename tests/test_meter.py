"""How long each source took and how much it sent."""

from __future__ import annotations

from pipeline.meter import Effort, Meter


def test_what_began_before_has_ended_when_the_next_begins() -> None:
    told: list[str] = []
    received = iter([100, 250])
    meter = Meter(told.append, lambda: next(received))
    meter("a")
    meter("b")
    assert told == ["a", "b"]
    assert meter.of("a").bytes == 150
    assert 0 <= meter.of("a").seconds < 60


def test_what_never_ended_took_nothing() -> None:
    assert Meter(str, lambda: 0).of("a") == Effort(0.0, 0)
