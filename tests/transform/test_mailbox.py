"""Whose name a mailbox carries."""

from __future__ import annotations

import pytest

from pipeline.model import PersonName
from pipeline.transform.mailbox import carries, mailbox_words, named_in


@pytest.mark.parametrize(
    ("mail", "family", "expected"),
    [
        ("muster@amt.de", "Muster", True),
        ("e.muster@amt.de", "Muster", True),
        ("emuster@amt.de", "Muster", True),
        ("muster-eva@amt.de", "Muster", True),
        ("eva.mueller@amt.de", "Müller", True),
        ("müller@amt.de", "Müller", True),
        ("mueller-schmidt@amt.de", "Müller-Schmidt", True),
        ("muellerschmidt@amt.de", "Müller-Schmidt", True),
        ("vonmuster@amt.de", "von Muster", True),
        ("info@muster.de", "Muster", False),
        ("must@amt.de", "Muster", False),
        ("li@amt.de", "Li", True),
        ("b.li@amt.de", "Li", True),
        ("elisabeth@amt.de", "Li", False),
        ("info@amt.de", "", False),
    ],
)
def test_a_name_in_a_mailbox(mail: str, family: str, expected: bool) -> None:
    assert carries(mail, family) is expected


EVA, UWE, MAX = (PersonName("Muster", given) for given in ("Eva", "Uwe", "Max"))
OTHER, UNKNOWN = PersonName("Beispiel", "Eva"), PersonName("Muster")


@pytest.mark.parametrize(
    ("people", "mail", "number"),
    [
        ((EVA, OTHER), "muster@amt.de", 0),
        ((EVA, OTHER), "e.beispiel@amt.de", 1),
        ((EVA, OTHER), "info@amt.de", None),
        ((None, EVA), "emuster@amt.de", 1),
        ((EVA, UWE), "u.muster@amt.de", 1),
        ((EVA, UWE), "muster.eva@amt.de", 0),
        ((EVA, UWE), "muster@amt.de", None),
        ((EVA, MAX), "muster@amt.de", None),
        ((EVA, UNKNOWN), "e.muster@amt.de", 0),
        ((), "muster@amt.de", None),
    ],
)
def test_the_one_after_whom_a_mailbox_is_named(
    people: tuple[PersonName | None, ...], mail: str, number: int | None
) -> None:
    assert named_in(people, mail) == number


def test_words_of_a_mailbox() -> None:
    assert mailbox_words("Eva.Müller-Lang@amt.de") == ("eva", "mueller", "lang")
