"""Headings that give a stem, an area code or a mail domain to what stands below them, and those that do not."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.given_above import code_of, domain_of, stem_of


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Tel. (0381) 381-", ("Tel.", "(0381) 381")),
        ("Telefon 05141 12-...", ("Telefon", "05141 12")),
        ("07161 202-", ("", "07161 202")),
        ("Durchwahl (0581 83-)", ("Durchwahl", "0581 83")),
        ("Durchwahl ((0581) 83-)", ("Durchwahl", "(0581) 83")),
        ("Tel. 05141 12-34", ("Tel. 05141 12-34", "")),
        ("Tel. 05-", ("Tel. 05-", "")),
    ],
)
def test_the_number_before_a_durchwahl(heading: str, read: tuple[str, str]) -> None:
    assert stem_of(heading) == read


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Telefon (Vorwahl 05141)", ("Telefon", "05141")),
        ("Celle (05141)", ("Celle", "05141")),
        ("Telefon (mit Vorwahl)", ("Telefon (mit Vorwahl)", "")),
        ("Celle – Tel.-Vorwahl: 05141", ("Celle", "05141")),
        ("Celle (ON 05141)", ("Celle", "05141")),
        ("Telefon 05141", ("Telefon", "05141")),
        ("Celle (Vorwahl 05141 oder 05142)", ("Celle (Vorwahl 05141 oder 05142)", "")),
        ("05141", ("05141", "")),
    ],
)
def test_an_area_code(heading: str, read: tuple[str, str]) -> None:
    assert code_of(heading) == read


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("E-Mail (…@stadt-celle.example)", ("E-Mail", "stadt-celle.example")),
        ("Mail: vorname.nachname@celle.example", ("Mail", "celle.example")),
        ("info@celle.example", ("info@celle.example", "")),
        ("E-Mail", ("E-Mail", "")),
    ],
)
def test_a_mail_domain(heading: str, read: tuple[str, str]) -> None:
    assert domain_of(heading) == read
