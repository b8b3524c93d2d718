"""Reading makes many objects and no cycles among them; looking for some takes a third of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search_for_cycles(kept: bool = False) -> Iterator[None]:
    """The collector of cycles rests until the end of the block, if it was on.

    With `kept` nearly all that was made lives on: it counts as old at once and is not searched at the end either.
    """
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            if kept:
                gc.freeze()  # out of all generations …
                gc.unfreeze()  # … and into the oldest one
            gc.enable()
