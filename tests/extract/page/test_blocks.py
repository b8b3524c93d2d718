"""Small turns of pages: the layout that demanded a rule, and what it gives."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.pages import contacts


def read(html: str, **rules: str) -> list[dict[str, Any]]:
    return contacts(read_page(html.encode(), None, Rules(**rules)))


def summary(html: str) -> list[tuple[str | None, str | None, str | None, tuple[str, ...], tuple[str, ...]]]:
    """Family name, office, function, numbers, addresses."""
    return [
        (
            contact["name"][3] if contact["name"] else None,
            contact["org"],
            contact["role"],
            tuple(number[1] for number in contact["phones"]),
            tuple(contact["emails"]),
        )
        for contact in read(html)
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<p>Frau Eva Muster berät Sie gern und freut sich auf Ihre Fragen.</p><p>Tel. 07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="a sentence introduces who is reached below it",
        ),
        pytest.param(
            "<p>Fragen beantwortet Frau Eva Muster vom Amt für Jugend gerne unter Tel. 07123 940-12.</p>",
            ("Muster", "Amt für Jugend", None, ("+49712394012",), ()),
            id="the office behind a name in a sentence",
        ),
        pytest.param(
            "<h2>Helferkreis Neustadt</h2><p>Der Kreis besteht seit 2015.</p>"
            "<p>Eva Muster (Hausaufgabenhilfe) hilft Ihnen gerne weiter: Telefon 07123 940-12.</p>",
            ("Muster", "Helferkreis Neustadt", "Hausaufgabenhilfe", ("+49712394012",), ()),
            id="what she does in brackets behind a name in a sentence, and a sentence that ends with a year",
        ),
        pytest.param(
            "<p>Eva Muster (Diakonisches Werk) hilft Ihnen gerne weiter: Telefon 07123 940-12.</p>",
            ("Muster", "Diakonisches Werk", None, ("+49712394012",), ()),
            id="where she is in brackets behind a name in a sentence",
        ),
        pytest.param(
            "<p>Bitte wenden Sie sich mit allen Fragen an das Amt für Jugend unter Tel. 07123 940-12.</p>",
            (None, "Amt für Jugend", None, ("+49712394012",), ()),
            id="a sentence that names only an office",
        ),
        pytest.param(
            "<p>Kleiderkammer: Wer etwas abgeben will, ruft bitte vorher Gerda Muster an (Tel. 07123 940-12).</p>",
            ("Muster", None, "Kleiderkammer", ("+49712394012",), ()),
            id="a sentence with a heading of its own",
        ),
        pytest.param(
            "<h1>Neues Haus in Neustadt</h1><p>Wer Möbel spenden will, meldet sich bei Eva Muster vom Sozialkaufhaus "
            "(Telefon 07123 940-12).</p>",
            ("Muster", "Sozialkaufhaus", None, ("+49712394012",), ()),
            id="a shop that helps is an office",
        ),
        pytest.param(
            "<p>Frau Kateryna Muster (Катерина Мустер)<br>Tel. 07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="her name in another script is not what she does",
        ),
        pytest.param(
            "<p>Gemeinde Neustadt: Presbyterin Eva Muster; Tel. 07123 940-12</p>",
            ("Muster", "Gemeinde Neustadt", "Presbyterin", ("+49712394012",), ()),
            id="an office, a colon and a word before a name",
        ),
        pytest.param(
            "<p>Stadt Neustadt: Sozialamt Eva Muster; Tel. 07123 940-12</p>",
            ("Muster", "Stadt Neustadt, Sozialamt", None, ("+49712394012",), ()),
            id="an office, a colon and a part of it before a name",
        ),
        pytest.param(
            "<p>Projekt: Sprachcafé Eva Muster; Tel. 07123 940-12</p>",
            ("Muster", "Projekt: Sprachcafé", None, ("+49712394012",), ()),
            id="what an office is before its name is a part of that",
        ),
        pytest.param(
            "<p>Sulaiman Vorlaut (Projekt Sprachmittlung) vorlaut@stadt.example</p>",
            ("Vorlaut", None, "Projekt Sprachmittlung", (), ("vorlaut@stadt.example",)),
            id="the mailbox says whose name stands before brackets, whatever is in them",
        ),
        pytest.param(
            "<p>Kleiderkammer Vorlaut (Projekt Kreislauf) vorlaut@stadt.example</p>",
            (None, "Kleiderkammer Vorlaut (Projekt Kreislauf)", None, (), ("vorlaut@stadt.example",)),
            id="an office is nobody, whatever stands in brackets behind it",
        ),
        pytest.param(
            "<p>Pani Eva Muster<br>ul. Rynek 8, 59-900 Zgorzelec<br>Tel. 07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="an address abroad is nobody's work",
        ),
        pytest.param(
            "<p>Eva Muster<br>Gruppe 3, 10 Kinder<br>Tel. 07123 940-12</p>",
            ("Muster", None, "Gruppe 3, 10 Kinder", ("+49712394012",), ()),
            id="figures behind a comma are no postcode",
        ),
        pytest.param(
            "<p>Beraterin (Stadt Neustadt): Sie erreichen Frau Eva Muster unter 07123 940-12.</p>",
            ("Muster", "Stadt Neustadt", "Beraterin", ("+49712394012",), ()),
            id="a sentence with a function and an office before it",
        ),
        pytest.param(
            "<p>Frau Eva Muster | Berufsintegration | ☎ (07123) 94 01 12</p>",
            ("Muster", None, "Berufsintegration", ("+497123940112",), ()),
            id="a picture of a telephone is no part of a function",
        ),
        pytest.param(
            "<dl><dt>Frau Eva Muster <small>Offene Ganztagsschule</small></dt><dd>07123 940-12</dd></dl>",
            ("Muster", "Offene Ganztagsschule", None, ("+49712394012",), ()),
            id="small print behind a name is no part of it",
        ),
        pytest.param(
            "<h3>Bauamt</h3><h4>Frau Eva Muster <small>Sachgebietsleiterin</small></h4><p>07123 940-12</p>",
            ("Muster", "Bauamt", "Sachgebietsleiterin", ("+49712394012",), ()),
            id="small print in the heading that names somebody is no heading of its own",
        ),
        pytest.param(
            "<h3>Eva Muster <small>Amt für Jugend</small></h3><p>07123 940-12</p>",
            ("Muster", "Amt für Jugend", None, ("+49712394012",), ()),
            id="an office in such small print",
        ),
        pytest.param(
            "<p>Hinweis: Wer etwas abgeben will, ruft bitte vorher Gerda Muster an (Tel. 07123 940-12).</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="a sentence with a remark before it",
        ),
        pytest.param(
            "<p>Wir haben zwei Häuser (Stand März 2024).</p><p>Eva Muster<br>07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="a sentence that ends with a bracket is no office",
        ),
        pytest.param(
            "<p>Insgesamt neun Hauskreise mit vielen Gästen – melde dich einfach!</p><p>Eva Muster<br>07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="an exclamation is no office",
        ),
        pytest.param(
            "<p>Amt für Jugend<br>Tel. 07123 940-12<br>Ansprechpartnerin: Eva Muster</p>",
            ("Muster", "Amt für Jugend", None, ("+49712394012",), ()),
            id="a person below the values of her office",
        ),
        pytest.param(
            "<p>Ansprechpartnerin: Wilhelmine Ohnegleichen, Tel. 07123 940-12</p>",
            ("Ohnegleichen", None, None, ("+49712394012",), ()),
            id="a name behind a label",
        ),
        pytest.param(
            "<p>Xaveria Ohnegleichen<br>x.ohnegleichen@kreis.example</p>",
            ("Ohnegleichen", None, None, (), ("x.ohnegleichen@kreis.example",)),
            id="a name no list knows over its mail address",
        ),
        pytest.param(
            "<p><b>Leitung:</b><br>Xaveria Ohnegleichen<br>Tel. 07123 940-12</p>",
            ("Ohnegleichen", None, "Leitung", ("+49712394012",), ()),
            id="a name no list knows under a function",
        ),
        pytest.param(
            "<dl><dt>Funktion</dt><dd>Fachbereich Sprachen</dd><dt>Name</dt><dd>Eva Muster</dd>"
            "<dt>Telefon</dt><dd>07123 940-12</dd></dl>",
            ("Muster", None, "Fachbereich Sprachen", ("+49712394012",), ()),
            id="labels of a form in lines of their own",
        ),
        pytest.param(
            '<p>Eva Muster <a href="tel:07123940129" title="Fax">faxen</a> <a href="tel:07123940121">Anrufen</a></p>',
            ("Muster", None, None, ("+497123940121", "+497123940129"), ()),
            id="numbers that stand only behind links",
        ),
        pytest.param(
            '<p>Eva Muster<br><span class="material-icons">phone</span> 07123 940-12</p>',
            ("Muster", None, None, ("+49712394012",), ()),
            id="an icon written as a word",
        ),
        pytest.param(
            "<p>Eva Muster<br><svg><title>Telefon</title></svg> 07123 940-12</p>",
            ("Muster", None, None, ("+49712394012",), ()),
            id="the title of a drawing",
        ),
    ],
)
def test_one_contact(html: str, expected: tuple[Any, ...]) -> None:
    assert summary(html) == [expected]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Leitung: N.N.<br>derzeit nicht besetzt</p>",
        "<p>Vertreten durch: Landrat Dr. Egon Thaler</p>",
        "<p>IBAN DE12 6415 0020 0000 1234 56, Stand 12.03.2024</p>",
        "<template><p>Frau Muster, Tel. 07123 940-12</p></template>",
        "<footer><p>Foto: Eva Muster, Tel. 07123 940-12</p></footer>",
    ],
)
def test_no_contact(html: str) -> None:
    assert read(html) == []


def test_a_place_in_a_table_is_an_office_where_it_is_no_municipality() -> None:
    rows = "<tr><th>Ort</th><th>Ansprechpartner</th><th>Telefon</th></tr>"
    rows += "<tr><td>Haus der Begegnung<br>Langgasse 5</td><td>Eva Muster</td><td>07123 940-12</td></tr>"
    (contact,) = read(f"<table>{rows}</table>")
    assert contact["org"] == "Haus der Begegnung"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ('<meta property="og:site_name" content="Kreis Neudorf"><title>x</title>', "Kreis Neudorf"),
        ("<title>Kontakt | Landratsamt Neudorf</title>", "Landratsamt Neudorf"),
        ("<title>Kontakt</title>", None),
        ("<body><footer>Kreis Neudorf, Markt 1, 72555 Neudorf</footer>", "Kreis Neudorf"),
    ],
)
def test_values_without_a_name_are_the_sites(head: str, site: str | None) -> None:
    (contact,) = read(f"<head>{head}</head><body><p>Tel. 07123 940-12</p></body>")
    assert contact["org"] == site


def test_hours_stand_with_their_office() -> None:
    (contact,) = read("<p>Amt für Jugend<br>Tel. 07123 940-0<br>Mo–Fr 8–12 Uhr</p>")
    assert contact["hours"] == "Mo–Fr 8–12 Uhr"


def test_a_number_right_behind_cards_belongs_to_the_last_only_if_the_others_have_theirs() -> None:
    with_own = read(
        "<main><p>Frau Ast<br>Tel. 07123 940-11</p><p>ast@kreis.example</p>"
        "<p>Frau Berg<br>Tel. 07123 940-12</p><p>berg@kreis.example</p></main>"
    )
    assert {c["name"][3]: c["emails"] for c in with_own} == {
        "Ast": ["ast@kreis.example"],
        "Berg": ["berg@kreis.example"],
    }
