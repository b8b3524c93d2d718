"""Family names in capitals before the given name."""

from __future__ import annotations

import pytest

from pipeline.transform.name import parse_name


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("KLING Eva", "Kling", "Eva"),
        ("VON BLUM Uwe", "von Blum", "Uwe"),
        ("VAN DER BERG Ute", "van der Berg", "Ute"),
        ("VON DER HEIDE Eva Maria", "von der Heide", "Eva Maria"),
        ("EVA KLING", "Kling", "Eva"),
        ("Eva BEN YOUSSEF", "Ben Youssef", "Eva"),
        ("Eva Maria KLING MUSTER", "Kling Muster", "Eva Maria"),
        ("Eva Maria KLING", "Kling", "Eva Maria"),
        ("EVA MARIA KLING", "Kling", "Eva Maria"),
        ("BEN MUSTER", "Muster", "Ben"),
    ],
)
def test_capitals_are_the_family_name(text: str, family: str, given: str) -> None:
    name = parse_name(text).name
    assert (name.family, name.given) == (family, given)
