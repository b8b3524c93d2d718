"""One town after a good first night; every test gets a copy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises.towns import Town, town


@pytest.fixture(scope="session")
def after_one_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town whose first night went well; not to be changed."""
    with town(tmp_path_factory.mktemp("town")) as made:
        assert made.run().status == 0
        yield made


@pytest.fixture
def known(after_one_night: Town, tmp_path: Path) -> Town:
    """A copy of it."""
    return after_one_night.copied(tmp_path / "stadt")


@pytest.fixture
def fresh(after_one_night: Town, tmp_path: Path) -> Town:
    """The same district before its first night."""
    made = Town(tmp_path / "stadt", after_one_night.server, sources=dict(after_one_night.sources))
    made.folder.mkdir()
    made.begin()
    return made
