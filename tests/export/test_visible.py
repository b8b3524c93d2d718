"""Nothing invisible and nothing unpublished gets through the gate."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.visible import publishable, text, tidy
from pipeline.model import Change, Contact, Edition, Phone
from tests.export.examples import PUBLICATION, with_contact
from tests.export.strategies import contacts, texts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("a\u200bb\u202ec\x00d", "abcd"),
        ("a\r\n\tb", "a b"),
        (" a  b ", "a b"),
        ("a\u2028b\u00a0c", "a b c"),
        ("\ud800\ue000\uffff\u3164", ""),
        ("https://u:p@a.example/x@y", "https://a.example/x@y"),
        ("an https://a.example/ oder a@b.example", "an https://a.example/ oder a@b.example"),
        ("日本 😀", "日本 😀"),
    ],
)
def test_text(before: str, after: str) -> None:
    assert text(before) == after


@given(st.text(max_size=40) | texts)
def test_a_text_is_visible_and_stays_so(value: str) -> None:
    shown = text(value)
    assert text(shown) == shown
    assert all(char == " " or unicodedata.category(char)[0] not in "C" for char in shown)
    assert shown == shown.strip()


def test_what_is_visible_is_the_same_object() -> None:
    assert tidy(PUBLICATION.entries[0]) is PUBLICATION.entries[0]
    assert tidy(Phone("voice", "+49711\u200b3902")) == Phone("voice", "+497113902")


@given(contacts)
def test_every_text_of_a_contact_is_reached(contact: object) -> None:
    shown = publishable(with_contact(contact)).entries[0]  # type: ignore[arg-type]
    assert not any(unicodedata.category(char)[0] == "C" for char in _all_texts(shown.contact))


def _all_texts(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "".join(map(_all_texts, value))
    return "".join(_all_texts(getattr(value, name)) for name in getattr(value, "__slots__", ()))


def test_an_office_without_a_person_is_not_called_by_what_is_hidden() -> None:
    office = replace(PUBLICATION.entries[0], contact=Contact(emails=("post@amt.example",)))
    change = Change("added", office.uid, "post@amt.example")
    edition = Edition(PUBLICATION.run, (change, replace(change, uid="gone", kind="removed")))
    seen = publishable(
        replace(PUBLICATION, entries=(office,), edition=edition, editions=(edition,), fields=("name", "phones"))
    )
    assert "post@amt.example" not in repr(seen)
