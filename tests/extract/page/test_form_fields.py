"""Terms of a list of definitions that say of which kind their value is."""

from __future__ import annotations

import pytest

from tests.extract.page.test_inherited import field

_ENTRY = (
    "<h2>Beraterin Migration</h2><dl><dt>Name</dt><dd>Muster, Eva</dd><dt>{}</dt><dd>{}</dd>"
    "<dt>Tel.</dt><dd>07123 940-12</dd></dl>"
)


@pytest.mark.parametrize(
    ("term", "office"),
    [("Schule", "Grundschule Neustadt"), ("Schule:", "Linden-Schule Neustadt"), ("Kita", "Kita Sonnenhaus")],
)
def test_a_term_that_its_office_is_one_of_is_no_function(term: str, office: str) -> None:
    html = _ENTRY.format(term, office)
    assert field(html, "role") == {"Muster": "Beraterin Migration"}
    assert field(html, "org") == {"Muster": office}


def test_but_one_that_says_what_she_does_is() -> None:
    html = "<dl><dt>Schule</dt><dd>Eva Muster</dd><dd>07123 940-12</dd></dl>"
    assert field(html, "role") == {"Muster": "Schule"}


def test_nor_is_a_heading_over_an_office_of_its_kind_passed_over() -> None:
    html = "<h2>Schule</h2><p>Eva Muster</p><p>Grundschule Neustadt</p><p>07123 940-12</p>"
    assert field(html, "role") == {"Muster": "Schule"}


@pytest.mark.parametrize("around", ["<main><div>{}</div></main>", "<main>{}</main>"])
def test_a_form_of_whoever_is_named_above_it_is_not_her_deputys(around: str) -> None:
    rows = (("Position", "Koordinatorin"), ("Organisationseinheit", "Sozialamt"), ("Telefon", "07123 940-12"))
    rows += (("E-Mail", "muster@amt.de"), ("Vertretung", "Herr Uwe Beispiel, Telefon 07123 940-13"))
    table = "".join(f"<tr><td>{label}:</td><td>{value}</td></tr>" for label, value in rows)
    html = around.format(f"<h1>Eva Muster</h1><table>{table}</table>")
    assert field(html, "phones") == {
        "Muster": [["voice", "+49712394012", "12"]],
        "Beispiel": [["voice", "+49712394013", "13"]],
    }
