"""Lists of words: whole ones, and endings."""

from __future__ import annotations

import pytest

from pipeline.transform.vocabulary import Vocabulary, vocabulary, words

LIST = Vocabulary(frozenset({"kasse"}), frozenset({"amt", "stelle"}), (6, 3))


@pytest.mark.parametrize(
    ("folded", "listed"),
    [("kasse", True), ("sozialamt", True), ("amt", True), ("leitstelle", True), ("kassen", False), ("", False)],
)
def test_a_word_is_listed_or_ends_as_one(folded: str, listed: bool) -> None:
    assert (folded in LIST) is listed


@pytest.mark.parametrize("name", ["offices", "roles", "surnames", "never_names", "topics"])
def test_a_list_that_is_shipped(name: str) -> None:
    found = vocabulary(name)
    assert found.words or found.endings
    assert not any(word.startswith(("-", "#")) for word in found.words | found.endings)
    assert list(found.lengths) == sorted({len(ending) for ending in found.endings}, reverse=True)


def test_words() -> None:
    assert words("kasse bau  kasse") == {"kasse", "bau"}
