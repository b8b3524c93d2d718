"""What people see of a text, and the key for comparing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.transform.text import (
    clean,
    clean_with_offsets,
    fold,
    hides,
    in_domain,
    spelled_out,
    unescaped,
)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Eva Muster", "Eva Muster"),
        ("  Eva\t \u00a0Muster\n", "Eva Muster"),
        ("Eva\u200bMuster", "EvaMuster"),
        ("Muster\u00adstra\u00dfe", "Musterstraße"),
        ("Mu\u0308ller", "Müller"),
        ("\u202eEva\u202c", "Eva"),
        ("Eva\ue000Muster", "EvaMuster"),
        ("Eva\u2003Muster", "Eva Muster"),
        ("Hoher Weg 3\u20115, Eva Muster\u2010Vorlaut", "Hoher Weg 3-5, Eva Muster-Vorlaut"),
        ("Mo\u2013Fr \u2212 9", "Mo\u2013Fr \u2212 9"),
        ("a\u200b\u0301", "á"),
        ("\u3164", ""),
        ("", ""),
    ],
)
def test_only_what_is_seen_stays(written, seen):
    assert clean(written) == seen


@given(st.text())
def test_a_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


@given(st.text())
@example("a\u200b\u0301")
@example("e \u0301 \n\u1100\u200b\u1161")
def test_offsets_lead_back_to_the_text_as_written(text):
    cleaned, offsets = clean_with_offsets(text)
    assert cleaned == clean(text)
    assert len(offsets) == len(cleaned) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Müller-Lüdenscheidt", "mueller luedenscheidt"),
        ("Groß", "gross"),
        ("GROẞ", "gross"),
        ("Yıldız", "yildiz"),
        ("Łukasz Ćosić", "lukasz cosic"),
        ("D’Angelo", "d angelo"),
        ("Zoë", "zoe"),
        ("  ", ""),
    ],
)
def test_a_key_ignores_case_accents_and_punctuation(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("0711\u202e 123\n-4", "0711<U+202E> 123 -4", True),
        ("Integra\xadtion", "Integra<U+00AD>tion", True),
        ("\x1b[31mrot", "<U+001B>[31mrot", True),
        ("a\u3164b\U000e0041", "a<U+3164>b<U+E0041>", True),
        ("Müller\xa0 –  Café 😀", "Müller – Café 😀", False),
    ],
)
def test_what_draws_nothing_can_be_named(text: str, shown: str, hidden: bool) -> None:
    assert spelled_out(text) == shown
    assert hides(text) is hidden


@pytest.mark.parametrize(
    ("text", "mail", "there"),
    [
        ("Stadt Celle", "info@celle.example", True),
        ("Runder Tisch", "hallo@runder-tisch.example", True),
        ("Soziale Stadt", "eva@stadt-celle.example", False),
        ("Ehrenamt im Landkreis", "eva@landkreis-celle.example", False),
        ("", "eva@celle.example", False),
    ],
)
def test_a_word_in_a_domain_tells_whose_it_is_unless_every_domain_has_it(text, mail, there):
    assert in_domain(text, mail) is there


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("M&uuml;ller &amp; S&#246;hne", "Müller & Söhne"),
        ("&#0064;&#x40;", "@@"),
        ("a&#" + "9" * 5_000 + ";b", "a\ufffdb"),
        ("a&#x" + "f" * 5_000 + ";b", "a\ufffdb"),
        ("R&D &# &#;", "R&D &# &#;"),
    ],
)
def test_references_become_characters_however_long_their_numbers(written: str, read: str) -> None:
    assert unescaped(written) == read
