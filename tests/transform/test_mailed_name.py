"""What a mailbox says about a name that no list knows."""

from __future__ import annotations

import pytest

from pipeline.model import PersonName
from pipeline.transform.mailed_name import divided


@pytest.mark.parametrize(
    ("family", "mail", "given"),
    [
        ("Lüder Muster", "l.muster@amt.de", "Lüder"),
        ("Eilert Müller", "emueller@amt.de", "Eilert"),
        ("Fadumo Knežević", "fadumo.knezevic@amt.de", "Fadumo"),
        ("Fadumo de Muster", "f.demuster@amt.de", "Fadumo"),
        ("Fadumo da Muster", "fadumo.da-muster@amt.de", "Fadumo"),
        ("Garcia de Lopez", "garcia.delopez@amt.de", None),
        ("Garcia Lopez", "garcia.lopez@amt.de", None),
        ("Garcia Lopez", "k.garcialopez@amt.de", None),
        ("von Muster", "v.muster@amt.de", None),
        ("Lüder Muster", "info@amt.de", None),
    ],
)
def test_an_initial_before_the_last_word_divides_a_name(family: str, mail: str, given: str | None) -> None:
    assert divided(PersonName(family, None, None, "Herr"), [mail]).given == given
