"""What is only read otherwise on a redesigned page, and what is news."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.core.steady import steadied
from pipeline.model import Contact, PersonName, Phone

Post = tuple[str | None, str | None, str | None]
OLD: Post = ("Servicestelle Ehrenamt", None, None)


def contact(post: Post, **values: Any) -> Contact:
    org, role, municipality = post
    return Contact(PersonName("Grothe", "Sabine"), org, role, municipality, **values)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, ("Sozialamt", "Servicestelle Ehrenamt", None)),  # the heading above is made out now
        (("Schillerschule", "Vorbereitungsklasse", None), ("Vorbereitungsklasse", None, None)),  # and now it is not
        ((None, "Sozialamt", None), ("Sozialamt", None, None)),
        (("Gemeinde Ahlbach", "Leitung", "Ahlbach"), (None, "Leitung", "Ahlbach")),  # a column instead of a heading
        (("Gemeinde Ahlbach, Integrationsbüro", None, "Ahlbach"), ("Integrationsbüro", None, "Ahlbach")),
        (("Gemeinde Ahlbach; Stadt Oberrode", None, "Ahlbach; Oberrode"), (None, None, "Ahlbach; Oberrode")),
        (("Hansestadt Ahlbach", "Leitung", None), (None, "Leitung", "Ahlbach")),  # the town was an office before
        ((None, "Leitung", "Ahlbach"), ("Flecken Ahlbach", "Leitung", None)),
        ((None, None, "Ahlbach"), ("Bürgermeisteramt Ahlbach", None, "Ahlbach")),
        ((None, None, "Reichenbach an der Fils"), ("Stadt Reichenbach", None, "Reichenbach an der Fils")),
    ],
)
def test_the_same_words_read_otherwise_are_no_news(old: Post, new: Post) -> None:
    number = (Phone("voice", "+497123332014"),)
    assert steadied(contact(new, phones=number), contact(old)) == contact(old, phones=number)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, ("Servicestelle Ehrenamt", "Leitung", None)),  # somebody was promoted
        (OLD, ("Fachdienst Ehrenamt", None, None)),  # the office is called otherwise
        (("Sozialamt", "Leitung", None), ("Leitung", "Sachbearbeitung", None)),
        (("Gemeinde Ahlbach", None, "Ahlbach"), (None, None, "Oberrode")),
        (("Gemeinde Ahlbach", None, "Ahlbach"), ("Gemeinde Oberrode", None, "Oberrode")),
        (("Stadtwerke Ahlbach", None, "Ahlbach"), (None, None, "Ahlbach")),
        (("Hansestadt Ahlbach", None, None), (None, None, "Oberrode")),
        (("Neustadt", None, None), (None, None, "Ahlbach")),
        (("Stadt", None, "Ahlbach"), (None, None, "Ahlbach")),
        (OLD, (None, None, None)),
    ],
)
def test_other_words_are_news(old: Post, new: Post) -> None:
    assert steadied(contact(new), contact(old)) == contact(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Pfarrer", None), (None, "Pfarrer")),  # a line a person became a block: her name, what she is
        ((None, "Diakon"), ("Diakon", None)),
        (("Pfarrer Dr.", "Seelsorge"), ("Dr.", "Pfarrer, Seelsorge")),
    ],
)
def test_a_word_before_or_behind_a_name_is_no_news(
    old: tuple[str | None, str | None], new: tuple[str | None, str | None]
) -> None:
    assert steadied(titled(*new), titled(*old)) == titled(*old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Pfarrer", None), (None, "Dekan")),
        (("Pfarrer", None), (None, None)),
        (("Dr.", "Leitung"), (None, "Leitung")),
        ((None, "Leitung"), ("Dr.", "Leitung")),  # a doctorate is news
    ],
)
def test_another_word_before_or_behind_a_name_is_news(
    old: tuple[str | None, str | None], new: tuple[str | None, str | None]
) -> None:
    assert steadied(titled(*new), titled(*old)) == titled(*new)


def titled(title: str | None, role: str | None) -> Contact:
    return Contact(PersonName("Grothe", "Sabine", title), "Sozialamt", role)
