"""The collector of cycles rests while something is read."""

from __future__ import annotations

import gc
import weakref

import pytest

from pipeline.extract.cycles import no_search_for_cycles


def _interrupted() -> None:
    with no_search_for_cycles():
        assert not gc.isenabled()
        raise ValueError("read")


def test_it_rests_inside_and_goes_on_afterwards() -> None:
    with pytest.raises(ValueError, match="read"):
        _interrupted()
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_search_for_cycles():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


class _Ring:
    def __init__(self) -> None:
        self.me = self


def test_a_cycle_that_was_made_inside_is_found_by_the_next_search() -> None:
    with no_search_for_cycles():
        gone = weakref.ref(_Ring())
    gc.collect(0)
    assert gone() is None


def test_what_is_kept_counts_as_old_and_is_found_by_a_search_through_all() -> None:
    with no_search_for_cycles(kept=True):
        gone = weakref.ref(_Ring())
    gc.collect(1)
    assert gone() is not None
    gc.collect()
    assert gone() is None
