"""Cards and entries: what belongs together by structure, and what a heading or a bracket says of somebody."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            '<div class="cmp-card"><p class="cmp-card__name">Eva Muster</p><p class="cmp-card__job">Leiterin Pflege</p>'
            '<a href="tel:+49712394012">Anrufen</a></div>'
            '<div class="cmp-card"><p class="cmp-card__name">Uwe Beispiel</p><p class="cmp-card__job">Koordinator</p>'
            '<a href="tel:+49712394013">Anrufen</a></div>',
            [
                ("Muster", None, "Leiterin Pflege", ("+49712394012",), ()),
                ("Beispiel", None, "Koordinator", ("+49712394013",), ()),
            ],
            id="components are called cmp as consent managers are",
        ),
        pytest.param(
            '<div itemscope itemtype="https://schema.org/Person"><h3>Eva Muster</h3><p itemprop="jobTitle">Leiterin</p>'
            '<a itemprop="telephone" href="tel:+49712394012">Anrufen</a></div>'
            '<div><h3>Uwe Beispiel</h3><a style="display:block" href="tel:+49712394013">Anrufen</a>'
            '<a style="display:block" href="mailto:beispiel@kreis.de"><i class="fa fa-envelope"></i></a></div>',
            [
                ("Muster", None, "Leiterin", ("+49712394012",), ()),
                ("Beispiel", None, None, ("+49712394013",), ("beispiel@kreis.de",)),
            ],
            id="a link with a line of its own is still a link",
        ),
        pytest.param(
            "<h3>Suchdienst</h3><p>Frau<br><b>Eva Muster</b></p><p>Tel. 07123 940-12</p>",
            [("Muster", None, "Suchdienst", ("+49712394012",), ())],
            id="a salutation in a line of its own",
        ),
        pytest.param(
            "<p><b>Eva Muster</b><br>Pfarrerin<br>Tel. 07123 940-12 (über das Pfarrbüro)<br>muster@kirche.de</p>",
            [("Muster", None, "Pfarrerin", ("+49712394012",), ("muster@kirche.de",))],
            id="a remark behind a number is no office",
        ),
        pytest.param(
            "<p><b>Eva Muster</b><br>Leiterin<br>Tel. 07123 940-12 (Sekretariat)<br>muster@kirche.de</p>",
            [("Muster", None, "Leiterin", ("+49712394012",), ("muster@kirche.de",))],
            id="where a number rings is no function",
        ),
        pytest.param(
            "<ul><li>Eva Muster (Möbellager), Tel. 07123 940-12</li><li>Uwe Beispiel (5b, 7c), 07123 940-13</li>"
            "<li>Ida Vorbild (SPD), 07123 940-14</li></ul>",
            [
                ("Muster", None, "Möbellager", ("+49712394012",), ()),
                ("Beispiel", None, None, ("+49712394013",), ()),
                ("Vorbild", None, None, ("+49712394014",), ()),
            ],
            id="in brackets behind a name stands what she does, unless it is a class or a party",
        ),
        pytest.param(
            "<h3>Schulsozialarbeit</h3><p>Eva Muster (Diakonische Jugendhilfe)<br>Tel. 07123 940-12</p>",
            [("Muster", "Diakonische Jugendhilfe", "Schulsozialarbeit", ("+49712394012",), ())],
            id="whoever has a function from above is of the office in brackets",
        ),
        pytest.param(
            "<h4>Team 461</h4><p>zuständig für 73033, 73035<br>Tel. 07123 940-46</p>"
            "<h4>Team 463</h4><p>zuständig für 73037<br>Tel. 07123 940-47</p>",
            [(None, "Team 461", None, ("+49712394046",), ()), (None, "Team 463", None, ("+49712394047",), ())],
            id="a team with a number is one of several, its postcodes are no office",
        ),
        pytest.param(
            "<h3>Wohnraum / Житло</h3><p>Eva Muster<br>Tel. 07123 940-12</p>"
            "<h3>Schule und Kita</h3><p>Uwe Beispiel<br>Tel. 07123 940-13</p>",
            [
                ("Muster", None, "Wohnraum / Житло", ("+49712394012",), ()),
                ("Beispiel", None, "Schule und Kita", ("+49712394013",), ()),
            ],
            id="a heading that names a matter is what somebody does",
        ),
        pytest.param(
            "<p><b>Frau Eva Muster</b><br>Netzwerk- und Projektarbeit<br>Tel. 07123 940-12</p>",
            [("Muster", None, "Netzwerk- und Projektarbeit", ("+49712394012",), ())],
            id="half a compound is no place",
        ),
        pytest.param(
            "<h3>DaZ-Koordination</h3><p>Momme Ketelsen<br>Tel. 07123 940-12 (Mi, 3. Stunde)<br>daz@schule.de</p>",
            [("Ketelsen", None, "DaZ-Koordination", ("+49712394012",), ("daz@schule.de",))],
            id="an unknown name between a heading that is a function and a number",
        ),
        pytest.param(
            "<p>Übersetzungen sind nicht möglich. Koordination: Eva Muster, Telefon 07123 940-12, eva@kreis.de</p>",
            [("Muster", None, "Koordination", ("+49712394012",), ("eva@kreis.de",))],
            id="a function with a colon in a paragraph",
        ),
        pytest.param(
            '<p>Leiterin des Büros ist <a href="mailto:x@stadt.example">Eva Muster</a> (Telefon 07123 940-12).</p>'
            '<p><a href="mailto:b@stadt.example">Uwe Beispiel</a>, Durchwahl -13</p>',
            [
                ("Muster", None, "Leiterin des Büros", ("+49712394012",), ("x@stadt.example",)),
                ("Beispiel", None, None, ("+49712394013",), ("b@stadt.example",)),
            ],
            id="the text of a mail link says whose the address is",
        ),
        pytest.param(
            "<p>Quartiersbüro Nord<br>Fon 07123 940-12<br>info@nord.example</p>"
            "<p>Ansprechpartnerinnen: Eva Muster und Ida Vorbild</p>",
            [
                ("Muster", "Quartiersbüro Nord", None, ("+49712394012",), ("info@nord.example",)),
                ("Vorbild", "Quartiersbüro Nord", None, ("+49712394012",), ("info@nord.example",)),
            ],
            id="the values above two people are those of both",
        ),
        pytest.param(
            "<p>Verwaltung<br>Eva Muster<br>Tel. 07123 940-12</p>",
            [("Muster", None, "Verwaltung", ("+49712394012",), ())],
            id="an activity right above a name",
        ),
        pytest.param(
            "<h1>Jugendamt</h1><h3>Unbegleitete minderjährige Ausländer</h3><p>Eva Muster, 07123 940-12</p>"
            "<h3>Aufenthaltserlaubnisse A–K</h3><p>Uwe Beispiel, 07123 940-13</p>",
            [
                ("Muster", "Jugendamt", "Unbegleitete minderjährige Ausländer", ("+49712394012",), ()),
                ("Beispiel", "Jugendamt", "Aufenthaltserlaubnisse A–K", ("+49712394013",), ()),
            ],
            id="matters with adjectives and letters",
        ),
        pytest.param(
            "<p>Wir sind unter der Rufnummer 05361 28 und der jeweiligen Durchwahl da:</p><table><tr>"
            "<th>Name</th><th>Durchwahl</th></tr><tr><td>Eva Muster</td><td>2810</td></tr></table>",
            [("Muster", None, None, ("+495361282810",), ())],
            id="a main number of two digits, which is none alone",
        ),
        pytest.param(
            "<p>Für Möbelspenden wenden Sie sich bitte an Eva Muster (Tel. 07123 940-12).</p>",
            [("Muster", None, "Möbelspenden", ("+49712394012",), ())],
            id="for what one turns to somebody",
        ),
        pytest.param(
            '<ul><li><a href="mailto:e@lk.example">Muster, Eva</a> – Teamleitung – Tel. 07123 940-12</li>'
            '<li><a href="mailto:u@lk.example">Beispiel, Uwe</a> – Sachbearbeiter – Tel. 07123 940-13</li></ul>',
            [
                ("Muster", None, "Teamleitung", ("+49712394012",), ("e@lk.example",)),
                ("Beispiel", None, "Sachbearbeiter", ("+49712394013",), ("u@lk.example",)),
            ],
            id="a linked name family first, with dashes between the columns",
        ),
        pytest.param(
            "<h4>Leitung</h4><p>Eva Muster<br>Tel. 07123 940-12</p>"
            "<h4>Vertretung</h4><p>Uwe Beispiel<br>07123 940-13</p>",
            [
                ("Muster", None, "Leitung", ("+49712394012",), ()),
                ("Beispiel", None, "Vertretung", ("+49712394013",), ()),
            ],
            id="a deputy under a heading",
        ),
        pytest.param(
            "<h2>So erreichst du uns</h2><p>Eva Muster<br>Tel. 07123 940-12</p>",
            [("Muster", None, None, ("+49712394012",), ())],
            id="a heading that speaks to the reader is no office",
        ),
        pytest.param(
            "<h1>Der Behindertenbeauftragte</h1><h2>Kontakt</h2><p>Uwe Beispiel<br>07123 940-12</p>"
            "<p>Ida Vorbild, Sekretärin, 07123 940-13</p>",
            [
                ("Beispiel", None, "Behindertenbeauftragte", ("+49712394012",), ()),
                ("Vorbild", None, "Sekretärin", ("+49712394013",), ()),
            ],
            id="the title of the page says what the one without a function is",
        ),
        pytest.param(
            "<p>Eva Muster<br>Tel. 07123 940-2345, Fax -44 2345</p>",
            [("Muster", None, None, ("+4971239402345", "+49712394044" + "2345"), ())],
            id="a fax server before her own Durchwahl",
        ),
        pytest.param(
            "<p>Eva Muster<br>Tel. 07123 940-2345<br>Fax -44 1234</p>",
            [("Muster", None, None, ("+497123940" + "2345",), ())],
            id="figures that nothing explains are no number",
        ),
        pytest.param(
            "<p><b>Eva Muster</b><br>Leiterin<br>Tel. 07123 940-12</p><h2>Lesepaten</h2>"
            "<p>Wer vorlesen will, meldet sich bitte bei Eva Muster, lesen@buecherei.example.</p>",
            [("Muster", None, "Leiterin", ("+49712394012",), ("lesen@buecherei.example",))],
            id="who is named again for another way to reach her is one person",
        ),
        pytest.param(
            "<p><b>„Café Vielfalt“:</b></p><p>Herr Uwe Beispiel</p><p>Telefon: 07123 940-12</p>"
            "<p>Funk: 0174 / 62 08 339</p>",
            [("Beispiel", None, "Café Vielfalt", ("+49712394012", "+491746208339"), ())],
            id="a mobile by its old name",
        ),
    ],
)
def test_a_card_is_read_as_one(html: str, expected: list[object]) -> None:
    assert sorted(summary(html), key=str) == sorted(expected, key=str)


def test_an_entry_of_a_list_of_definitions_is_one_place() -> None:
    html = (
        "<dl><dt>Hauptstelle am Markt</dt><dd>Marktplatz 10<br>73033 Göppingen</dd><dd>Leitung: Eva Muster</dd>"
        "<dd>Telefon 07123 940-12</dd><dt>Zweigstelle Süd</dt><dd>Südweg 2<br>73035 Göppingen</dd>"
        "<dd>Leitung: Uwe Beispiel</dd><dd>Telefon 07123 940-13</dd></dl>"
    )
    assert [(one["org"], one["address"][0]) for one in read(html)] == [
        ("Hauptstelle am Markt", "Marktplatz 10"),
        ("Zweigstelle Süd", "Südweg 2"),
    ]


def test_the_salutation_above_a_name_is_hers() -> None:
    assert read("<p>Frau<br><b>Eva Muster</b></p><p>Tel. 07123 940-12</p>")[0]["name"][0] == "Frau"


def test_an_address_with_labels() -> None:
    html = "<p>Träger: Kolpingwerk<br>Ansprechpartnerin: Eva Muster<br>Straße: Domplatz 26<br>PLZ/Ort: 48143 Münster"
    (contact,) = read(html + "<br>Telefon: 0251 48 23 17</p>")
    assert (contact["role"], contact["address"][:3]) == (None, ["Domplatz 26", "48143", "Münster"])


def test_a_labelled_field_among_the_values_of_a_card_is_no_office() -> None:
    fields = "Tel. 07123 940-{}<br>Sprachen: Farsi, Englisch<br><a href='mailto:{}@muster.de'>E-Mail</a>"
    card = f"<div><h4>{{}}</h4><p>{fields}</p></div>"
    html = card.format("Eva Muster", 11, "eva") + card.format("Uwe Beispiel", 12, "uwe")
    assert {found[0]: found[4] for found in summary(html)} == {
        "Beispiel": ("uwe@muster.de",),
        "Muster": ("eva@muster.de",),
    }


def test_who_answers_the_calls_of_the_head_of_a_card_shares_her_values() -> None:
    card = "<div><h3>{}</h3><p>Leiterin</p><p>Sekretariat: {}</p><p>Tel. 07123 940-{}</p></div>"
    html = card.format("Eva Muster", "Herr Uwe Beispiel", 11) + card.format("Ida Vorlaut", "Frau Nina Maier", 12)
    assert {found[0]: (found[2], found[3]) for found in summary(html)} == {
        "Muster": ("Leiterin", ("+49712394011",)),
        "Beispiel": ("Sekretariat", ("+49712394011",)),
        "Vorlaut": ("Leiterin", ("+49712394012",)),
        "Maier": ("Sekretariat", ("+49712394012",)),
    }


_CARD = '<div class="kontakt"><h3>Ansprechpartner</h3><p>Uwe Beispiel<br>Tel. 07123 940-12</p></div>'


@pytest.mark.parametrize(
    ("below", "mails"),
    [
        ('<a style="display:block" href="mailto:fehler@kreis.example?subject=Seite">Fehler melden</a>', ()),
        ('<p><a href="mailto:fehler@kreis.example">Fehler melden</a></p>', ()),
        ('<p><a href="mailto:info@kreis.example">E-Mail</a></p>', ("info@kreis.example",)),
        ('<p><a href="mailto:info@kreis.example">Nachricht senden</a></p>', ("info@kreis.example",)),
        ('<p><a href="mailto:beispiel@kreis.example">Fragen Sie mich</a></p>', ("beispiel@kreis.example",)),
    ],
)
def test_a_link_below_a_card_whose_words_say_what_else_it_is_for_is_not_hers(
    below: str, mails: tuple[str, ...]
) -> None:
    assert ("Beispiel", None, None, ("+49712394012",), mails) in summary(_CARD + below)


_LIST = (
    "<div><p>Eva Muster Tel. 07123 940-{}</p><p>Uwe Beispiel Tel. 07123 940-141</p><p>Ida Probe Tel. 07123 940-145</p>"
)


@pytest.mark.parametrize(
    ("hers", "fax", "owner"),
    [
        (140, 945, ["Probe"]),
        (140, 9145, ["Probe"]),
        (140, 999, [None]),  # of the house
        (245, 945, [None]),  # it may be of either
        (140, 940, [None]),  # of somebody further above
    ],
)
def test_a_fax_below_the_last_line_of_a_list_is_hers_if_it_is_made_as_her_number(
    hers: int, fax: int, owner: list[str | None]
) -> None:
    html = f"{_LIST.format(hers)}<p>Fax 07123 940-{fax}</p></div>"
    assert [name for name, _, _, phones, _ in summary(html) if f"+497123940{fax}" in phones] == owner
