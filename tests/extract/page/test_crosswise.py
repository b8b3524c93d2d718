"""People beside each other with their values in the rows below; and several people in one sentence."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.page.test_blocks import read, summary

EVA, UWE, FAX = "+49712394011", "+49712394012", "+49712394090"
PEOPLE = "<div><div>Eva Muster</div><div>Uwe Beispiel</div></div>"


def numbers(html: str) -> dict[str | None, tuple[str, ...]]:
    """Family name → numbers."""
    return {name: found for name, _, _, found, _ in summary(html)}


@pytest.mark.parametrize(
    ("below", "eva", "uwe"),
    [
        ("<div><div>07123 940-11</div><div>07123 940-12</div></div>", (EVA,), (UWE,)),
        ("<div><div>Kasse</div><div>Bau</div></div><div><div></div><div>07123 940-12</div></div>", None, (UWE,)),
        ("<div><div>Fax 07123 940-90</div></div>", (FAX,), (FAX,)),
        ("<div><div>Tel. 07123 940-11</div><div>Fax 07123 940-90</div></div>", (EVA, FAX), (EVA, FAX)),
    ],
)
def test_each_has_what_stands_in_her_column(below: str, eva: tuple[str, ...] | None, uwe: tuple[str, ...]) -> None:
    found = numbers(f"<section>{PEOPLE}{below}</section>")
    assert (found.get("Muster"), found.get("Beispiel")) == (eva, uwe)


@pytest.mark.parametrize(
    ("below", "eva", "uwe"),
    [
        ("<div>07123 940-11</div><div>uwe.beispiel@muster.de</div>", ((EVA,), ()), ((), ("uwe.beispiel@muster.de",))),
        (
            "<div>Tel. 07123 940-11</div><div>E-Mail: uwe.beispiel@muster.de</div>",
            ((EVA,), ()),
            ((), ("uwe.beispiel@muster.de",)),
        ),
        (
            "<div>Tel. 07123 940-11</div><div>E-Mail: eva.muster@muster.de</div>",
            ((EVA,), ("eva.muster@muster.de",)),
            ((EVA,), ()),
        ),
        (
            "<div>Tel. 07123 940-11</div><div>E-Mail: info@muster.de</div>",
            ((EVA,), ("info@muster.de",)),
            ((EVA,), ("info@muster.de",)),
        ),
        ("<div>07123 940-11</div><div>post@muster.de</div>", ((EVA,), ()), ((), ("post@muster.de",))),
        ("<div>uwe.beispiel@muster.de</div>", None, ((), ("uwe.beispiel@muster.de",))),
    ],
)
def test_a_row_is_for_all_only_where_each_cell_says_what_it_is(below: str, eva: object, uwe: object) -> None:
    found = {
        name: (phones, mails) for name, _, _, phones, mails in summary(f"<section>{PEOPLE}<div>{below}</div></section>")
    }
    assert (found.get("Muster"), found.get("Beispiel")) == (eva, uwe)


def test_labels_at_the_side_and_functions_behind_names_belong_to_the_rows() -> None:
    html = (
        "<section><div><p>Name</p><p>Eva Muster, Kasse</p><p>Uwe Beispiel, Bau</p></div>"
        "<div><p>Fax</p><p>07123 940-11</p><p>07123 940-12</p></div></section>"
    )
    assert [(name, role, found) for name, _, role, found, _ in summary(html)] == [
        ("Muster", "Kasse", (EVA,)),
        ("Beispiel", "Bau", (UWE,)),
    ]
    assert {number[0] for contact in read(html) for number in contact["phones"]} == {"fax"}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Tel./Fax", "voice"),
        ("Telefon, Fax", "voice"),
        ("Durchwahl/Fax", "voice"),
        ("Telefax-Nr.:", "fax"),
        ("Fax (dienstlich)", "fax"),
    ],
)
def test_a_label_at_the_side_makes_fax_numbers_only_where_it_says_nothing_else(label: str, kind: str) -> None:
    html = (
        "<section><div><p>Name</p><p>Eva Muster</p><p>Uwe Beispiel</p></div>"
        f"<div><p>{label}</p><p>07123 940-11</p><p>07123 940-12</p></div></section>"
    )
    assert [contact["phones"][0][0] for contact in read(html)] == [kind, kind]


def test_a_number_that_a_label_at_the_side_makes_a_fax_is_claimed_as_it_stands() -> None:
    html = (
        "<section><div><p>Name</p><p>Eva Muster</p><p>Uwe Beispiel</p></div>"
        "<div><p>Fax</p><p>07123 940-11</p><p>07123 940-12</p></div></section>"
    )
    assert not read_page(html.encode(), None, Rules()).findings


def test_terms_that_share_a_definition() -> None:
    html = "<dl><dt>Eva Muster</dt><dt>Uwe Beispiel</dt><dd>07123 940-11</dd></dl>"
    assert numbers(html) == {"Muster": (EVA,), "Beispiel": (EVA,)}


def test_the_house_in_a_list_of_people_is_an_entry_of_its_own() -> None:
    html = "<pre>Eva Muster ....... 07123 940-11\nUwe Beispiel ..... 07123 940-12\nZentrale ......... 07123 940-0</pre>"
    assert numbers(html) == {"Muster": (EVA,), "Beispiel": (UWE,), None: ("+4971239400",)}


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Eva Muster</td><td>Uwe Beispiel</td></tr><tr><td>07123 940-11</td><td>07123 940-12</td></tr>",
        "<tr><th>Eva Muster</th><th></th><th>Uwe Beispiel</th></tr>"
        "<tr><td>07123 940-11</td><td></td><td>07123 940-12</td></tr>",
    ],
)
def test_tables_of_two_rows(rows: str) -> None:
    assert numbers(f"<table>{rows}</table>") == {"Muster": (EVA,), "Beispiel": (UWE,)}


def test_a_merged_cell_below_people_is_for_all() -> None:
    rows = (
        "<tr><th>Eva Muster</th><th>Uwe Beispiel</th></tr><tr><td>07123 940-11</td><td>07123 940-12</td></tr>"
        "<tr><td colspan=2>Fax 07123 940-90</td></tr>"
    )
    assert numbers(f"<table>{rows}</table>") == {"Muster": (EVA, FAX), "Beispiel": (UWE, FAX)}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Eva Muster und Uwe Beispiel erreichen Sie unter 07123 940-11.", {"Muster", "Beispiel"}),
        ("Eva Muster wird von Uwe Beispiel vertreten, Tel. 07123 940-11.", {"Beispiel"}),
        ("Anstelle von Eva Muster erreichen Sie Uwe Beispiel unter 07123 940-11.", {"Beispiel"}),
        ("Bei Abwesenheit von Frau Muster wenden Sie sich an Herrn Beispiel, Tel. 07123 940-11.", {"Beispiel"}),
        ("Die Kasse hat Eva Muster übernommen, den Bau leitet Uwe Beispiel, Tel. 07123 940-11.", {"Beispiel"}),
        ("Eva Muster vertritt Uwe Beispiel, Tel. 07123 940-11.", {"Muster"}),
    ],
)
def test_whose_the_only_number_of_a_sentence_is(sentence: str, names: set[str]) -> None:
    assert set(numbers(f"<p>{sentence}</p>")) == names


def test_dotted_leaders_announce_people_whom_no_list_knows() -> None:
    html = (
        "<pre>Ansprechpartner:\n\n  Koordination ....... Eva Muster\n                       Tel. 07123 / 940-11\n\n"
        "  Kleider ............ Uwe Beispiel\n                       Tel. 07123 / 940-12\n\n"
        "  Fahrten ............ Trientje Ohnegleich\n                       Fax 07123 / 940-90\n</pre>"
    )
    assert numbers(html) == {"Muster": (EVA,), "Beispiel": (UWE,), "Ohnegleich": (FAX,)}
