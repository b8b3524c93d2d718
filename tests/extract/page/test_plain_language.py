"""Pages in Leichte Sprache: one short sentence a line, with the values in or between them."""

from __future__ import annotations

from tests.extract.page.test_blocks import read, summary


def test_short_sentences_between_the_values_of_one_person() -> None:
    html = (
        "<p>Die Beauftragte hei&szlig;t: Eva Muster.<br>Sie ist die Behinderten-Beauftragte vom Kreis Neustadt.</p>"
        "<p>Sie k&ouml;nnen Frau Muster an&middot;rufen.<br>Die Telefon-Nummer ist: 0 71 23 – 94 40 11.<br>"
        "Sie k&ouml;nnen auch ein Fax schicken.<br>Die Fax-Nummer ist: 0 71 23 – 94 40 12.</p>"
        "<p>Oder schreiben Sie eine E-Mail:<br>eva.muster@kreis.example</p>"
        "<p>Das B&uuml;ro ist hier:<br>Ringstra&szlig;e 20<br>73033 G&ouml;ppingen</p>"
        "<h2>Hilfe in Geb&auml;rden&middot;sprache</h2><p>Daf&uuml;r gibt es: Uwe Beispiel.<br>Er ist Lotse.<br>"
        "Die Handy-Nummer ist: 01 75 – 77 81 302.</p>"
    )
    assert summary(html) == [
        (
            "Muster",
            None,
            "Beauftragte, Behinderten-Beauftragte vom Kreis Neustadt",
            ("+497123944011", "+497123944012"),
            ("eva.muster@kreis.example",),
        ),
        ("Beispiel", "Hilfe in Gebärdensprache", "Lotse", ("+491757781302",), ()),
    ]
    assert read(html)[0]["address"][:2] == ["Ringstraße 20", "73033"]


def test_who_is_named_again_is_no_second_person() -> None:
    html = (
        "<p>Unsere Beraterin heißt Eva Muster.</p><p>Frau Muster hilft Ihnen bei Anträgen.</p>"
        "<p>Sie können Frau Muster anrufen:<br>Telefon: 07123 940-11</p>"
    )
    assert summary(html) == [("Muster", None, "Beraterin", ("+49712394011",), ())]


def test_half_a_sentence_is_no_office() -> None:
    assert summary("<h3>Sozialamt</h3><p>Sie können uns auch anrufen:<br>Telefon 07123 940-11</p>") == [
        (None, "Sozialamt", None, ("+49712394011",), ())
    ]


def test_who_is_shown_under_a_question() -> None:
    html = (
        "<h2>Suchen Sie eine Wohnung?</h2><p>Das ist Frau Eva Muster.<br>Sie arbeitet beim Sozial-Amt.<br>"
        "Sie ist die Leiterin vom Wohn-Büro.<br>Die Telefon-Nummer ist:<br>0 71 23 – 94 40 11</p>"
    )
    assert summary(html) == [("Muster", "Sozial-Amt", "Leiterin vom Wohn-Büro", ("+497123944011",), ())]
