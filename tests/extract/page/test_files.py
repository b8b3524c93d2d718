"""Whole pages of every layout, and that cosmetic changes change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.mutations import MUTATIONS, Mutation
from tests.extract.pages import PAGES, contacts, expected, read, shape


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_careful_clerk_would(path: Path) -> None:
    assert shape(read(path)) == expected(path)


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_cosmetic_changes_change_no_contact(mutate: Mutation) -> None:
    for path in PAGES:
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            changed = mutate(html)
            assert contacts(read(path, changed.encode())) == contacts(read(path)), path.stem


def test_there_are_many_kinds_of_cosmetic_changes() -> None:
    assert len(MUTATIONS) >= 30
