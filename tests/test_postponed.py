"""What a signal raises while a thread starts waits until it has started."""

from __future__ import annotations

import signal
from threading import Thread

import pytest

from pipeline.postponed import interrupt, postponed


class Ended(Exception):
    """What the handler of a signal raises."""


def test_at_once_where_nothing_is_in_the_way() -> None:
    with pytest.raises(Ended):
        interrupt(Ended())


def test_at_the_end_of_the_outermost() -> None:
    done = []

    def nested() -> None:
        with postponed():
            with postponed():
                interrupt(Ended())
                done.append("inner")
            done.append("outer")

    with pytest.raises(Ended):
        nested()
    assert done == ["inner", "outer"]
    with postponed():
        pass  # it is raised once


def test_a_signal_waits_for_a_thread_to_start() -> None:
    before = signal.signal(signal.SIGUSR1, lambda *_: interrupt(Ended()))
    thread = Thread(target=signal.raise_signal, args=(signal.SIGUSR1,))

    def start() -> None:
        with postponed():
            thread.start()
            thread.join()

    try:
        with pytest.raises(Ended):
            start()
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert not thread.is_alive()


def test_another_thread_keeps_nothing_back() -> None:
    caught = []

    def elsewhere() -> None:
        with postponed():
            caught.append("passed")

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught == ["passed"]
