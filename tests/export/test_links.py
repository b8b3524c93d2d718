"""Only http, https, mailto and tel; only harmless file names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export import links


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example/,Lde/a;b?c=d%20e#f", "http://a.example/%2CLde/a%3Bb?c=d%20e#f"),
        ("https://user:pw@a.example/", "https://a.example/"),
        ("https://a.example/Über uns", "https://a.example/%C3%9Cber%20uns"),
        ("https://a.example/'\"<>", "https://a.example/%27%22%3C%3E"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example/", None),
        ("https:///x", None),
        ("https:\\\\a.example", None),
        ("https://[::1", None),
        ("ftp://a.example/", None),
        ("", None),
        (None, None),
    ],
)
def test_web(url: str | None, expected: str | None) -> None:
    assert links.web(url) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("+4971139021234", "tel:+4971139021234"), ("0711 3902", None), ("+49;ext=1", None), ("+49711390\n", None)],
)
def test_tel(number: str, expected: str | None) -> None:
    assert links.tel(number) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a.b@c.example", "mailto:a.b@c.example"),
        ("a?bcc=x@c.example", "mailto:a%3Fbcc%3Dx@c.example"),
        ("a&b@müller.example", "mailto:a%26b@m%C3%BCller.example"),
        ("a b@c.example", None),
        ("a@b@c", None),
        ("", None),
    ],
)
def test_mailto(address: str, expected: str | None) -> None:
    assert links.mailto(address) == expected


def test_the_name_of_a_card_cannot_leave_its_folder() -> None:
    assert links.card_path("6d1f-a") == "kontakte/6d1f-a.vcf"
    assert links.card_path("../../x") == "kontakte/______x.vcf"


def test_slugs_are_readable_and_unique() -> None:
    groups = ["Köngen", "koengen", "Groß-Süd!", "!!!", "Con", "日本"]
    assert links.slugs(groups) == {
        "!!!": "gruppe",
        "Con": "gruppe-2",
        "Groß-Süd!": "gross-sued",
        "Köngen": "koengen",
        "koengen": "koengen-2",
        "日本": "gruppe-3",
    }


@given(st.lists(st.text(min_size=1), max_size=8))
def test_slugs_do_not_depend_on_the_order(groups: list[str]) -> None:
    named = links.slugs(groups)
    assert named == links.slugs(reversed(groups))
    assert len({slug.casefold() for slug in named.values()}) == len(named)
    assert all(slug.isascii() and slug.replace("-", "").isalnum() and slug[0] != "-" for slug in named.values())
