"""Names of people that are no people."""

from __future__ import annotations

import pytest

from pipeline.transform.name_context import is_namesake

NAME = "Martin Luther"


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        (f"Haus {NAME}", True), (f"Grundschule {NAME}", True), (f"St. {NAME}", True), (f"{NAME} Stiftung", True),
        (f"{NAME} GmbH", True), (f"{NAME}-Schule", True), (NAME, False), (f"Frau {NAME}", False),
        (f"{NAME}, Sozialamt", False), (f"Leitung {NAME}", False), (f"{NAME} Platz", True),
    ],
)  # fmt: skip
def test_a_name_beside_a_word_for_a_thing(line: str, thing: bool) -> None:
    start = line.index(NAME)
    assert is_namesake(line, start, start + len(NAME)) is thing


def test_the_last_of_three_words_may_be_the_thing() -> None:
    line = "Anna Muster Stiftung"
    assert is_namesake(line, 0, len(line))
