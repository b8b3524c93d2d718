"""Turns of single lines: what stands where in them, and whose it is."""

from __future__ import annotations

from html import escape

import pytest

from tests.extract.page.test_blocks import read, summary
from tests.transform.test_online import SPELLED


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<p>Tel. 07123 940-0<br>-11 (Vorzimmer, Frau Eva Muster)<br>-12 (Leitung, Herr Uwe Beispiel)<br>"
            "-28 (Gemeindebücherei)</p>",
            [("Muster", "+49712394011"), ("Beispiel", "+49712394012"), (None, "+49712394028")],
            id="the number before whom it reaches",
        ),
        pytest.param(
            "<p>Eva Muster, 07123 940-12 (Neustadt)</p><p>Frau Ida Probe, 07123 940-13 (Mailbox)</p>",
            [("Muster", "+49712394012"), ("Probe", "+49712394013")],
            id="a remark on the number behind somebody",
        ),
        pytest.param(
            "<p>Uwe Muster jun.<br>07123 940-12<br>Uwe Beispiel sen., Kasse, 07123 940-13</p>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394013")],
            id="father and son",
        ),
        pytest.param(
            "<dl><dt>07123 940-12</dt><dd>Eva Muster</dd><dt>07123 940-13</dt><dd>Uwe Beispiel</dd></dl>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394013")],
            id="a list of numbers with whom each reaches",
        ),
        pytest.param(
            "<table><tr><td>Eva Muster</td><td>Kasse</td></tr><tr><td>Uwe Beispiel</td><td>Bauamt</td></tr></table>"
            "<p>Zentrale 07123 940-0</p>",
            [(None, "+4971239400")],
            id="what stands below a table is of none of its rows",
        ),
        pytest.param(
            "<pre>Muster Eva      07123/940-12   101\nBeispiel Uwe    07123/940-13   102</pre>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394013")],
            id="columns of blanks with the family name first",
        ),
        pytest.param(
            "<p>Ehrenamt: Eva Muster und Uwe Beispiel<br>Marktplatz 1<br>73033 Göppingen</p>"
            "<p>Tel. 07123 940-12 (Frau Muster)<br>Tel. 07123 940-13 (Herr Beispiel)</p>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394013")],
            id="numbers in a paragraph below the two whose they are",
        ),
        pytest.param(
            "<ul><li>Eva Muster, Beraterin<br>Uwe Beispiel, Berater<br>07123 940-12, Fax 07123 940-19</li></ul>",
            [("Muster", "+49712394012", "+49712394019"), ("Beispiel", "+49712394012", "+49712394019")],
            id="a block that begins with two people and goes on with one number",
        ),
        pytest.param(
            "<p>Eva Muster, Pädagogische Beraterin<br>Uwe Beispiel, Pädagogischer Berater<br>07123 940-12</p>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394012")],
            id="one post of a woman and a man",
        ),
        pytest.param(
            "<p>Eva Muster<br>Fax / faks: 07123 940-12</p>",
            [("Muster", "+49712394012")],
            id="a label in two languages",
        ),
        pytest.param(
            "<h3>Welcome Center</h3><p>Contact person: Mr Uwe Beispiel<br>Mobile: 0151 52704418</p>",
            [("Beispiel", "+4915152704418")],
            id="English labels",
        ),
        pytest.param(
            "<ul><li>Eva Muster, 07123 940-12</li><li>Uwe Beispiel, 07123 940-13</li></ul>",
            [("Muster", "+49712394012"), ("Beispiel", "+49712394013")],
            id="a name and a number behind a comma",
        ),
    ],
)
def test_whose_a_number_is(html: str, expected: list[tuple[str | None, ...]]) -> None:
    found = {(name, *numbers) for name, _, _, numbers, _ in summary(html)}
    assert found >= set(expected)


@pytest.mark.parametrize(
    ("html", "reached"),
    [
        pytest.param(
            "<p>Eva Muster, Bürgermeisterin<br>Uwe Beispiel, Integrationsbeauftragter<br>Mobil 0171 1234567</p>",
            [("Beispiel", "+491711234567")],
            id="two posts over a number",
        ),
        pytest.param(
            "<p>Eva Lang, Vorsitzende<br>Ida Kurz, Schriftführerin<br>ida@web.example</p>",
            [("Kurz", "ida@web.example")],
            id="functions behind the names",
        ),
        pytest.param(
            "<p>Landrat Dr. Tom Lang<br>Pressesprecherin Ina Blum<br>presse@kreis.example</p>",
            [("Blum", "presse@kreis.example")],
            id="functions before the names",
        ),
    ],
)
def test_what_stands_below_two_who_do_not_do_the_same_is_of_the_second(
    html: str, reached: list[tuple[str, str]]
) -> None:
    found = [(name, *numbers, *mails) for name, _, _, numbers, mails in summary(html)]
    assert [each for each in found if len(each) > 1] == reached


def test_a_room_between_street_and_town_is_no_end_of_the_address() -> None:
    html = "<p>Eva Muster<br>Besucheradresse: Untere Gasse 4, Zi. 229, 73033 Göppingen<br>07123 940-12</p>"
    assert [one["address"] for one in read(html)] == [["Untere Gasse 4", "73033", "Göppingen"]]


def test_what_stands_below_two_people_is_of_the_second_where_a_mailbox_says_so() -> None:
    html = "<p>Eva Muster, Leitung<br>Uwe Beispiel, Berater<br>07123 940-12<br>beispiel@stadt.example</p>"
    assert [(name, *numbers) for name, _, _, numbers, _ in summary(html)] == [("Beispiel", "+49712394012")]


def test_a_vacant_post_keeps_its_office_and_its_values() -> None:
    html = (
        "<h3>Musterhausen</h3><p>Träger: Stadt Musterhausen<br>N.N.<br>Tel. 07123 940-12</p>"
        "<p>Außenstelle Linde:<br>Frau Muster<br>Tel. 07123 940-13</p>"
    )
    assert summary(html)[::-1] == [
        (None, "Stadt Musterhausen", None, ("+49712394012",), ()),
        ("Muster", "Außenstelle Linde", None, ("+49712394013",), ()),
    ]


def test_a_vacant_post_below_a_field_of_work_has_that_as_its_function() -> None:
    html = "<h1>Amt für Migration</h1><h3>Aufenthaltsrecht</h3><p>N.N. (S – Z), Zimmer 8<br>Tel. 07123 940-12</p>"
    assert summary(html) == [(None, "Amt für Migration", "Aufenthaltsrecht", ("+49712394012",), ())]


@pytest.mark.parametrize("nobody", ["N. N.", "N.N. (Stelle zurzeit nicht besetzt)"])
def test_a_vacant_post_is_called_by_the_work_right_above_it(nobody: str) -> None:
    html = f"<dl><dt>Verwaltung, Fördermittel</dt><dd>{nobody}</dd><dd>Tel. 07123 940-12</dd></dl>"
    assert [(role, numbers) for _, _, role, numbers, _ in summary(html)] == [
        ("Verwaltung, Fördermittel", ("+49712394012",))
    ]


def test_a_vacant_post_has_its_own_function_and_not_that_of_the_post_above() -> None:
    leader = "<h2>Sachgebiet Asyl</h2><p><b>Leitung</b><br>Eva Muster<br>Tel. 07123 940-11</p>"
    html = leader + "<p><b>Ehrenamtskoordination</b><br>N.N.<br>Tel. 07123 940-12</p><p>Ida Probe<br>07123 940-13</p>"
    assert {(name, role) for name, _, role, _, _ in summary(html)} == {
        ("Muster", "Leitung"),
        (None, "Ehrenamtskoordination"),
        ("Probe", None),
    }
    deputy = "<p>Leitung: N.N.<br>Vertretung: Ida Probe, Tel. 07123 940-14</p>"
    assert summary(deputy)[0][2] == "Vertretung"


@pytest.mark.parametrize(
    "note", ["A – Dz", "Km – R", "Sch – Z", "nur vormittags", "mittwochs", "Teilzeit", "in Elternzeit", "Teilzeit 50 %"]
)
def test_letters_hours_and_how_much_somebody_works_are_no_function(note: str) -> None:
    html = f"<h1>Amt für Migration</h1><h3>Aufenthaltsrecht</h3><p>Frau Eva Muster ({note})<br>Tel. 07123 940-12</p>"
    assert summary(html) == [("Muster", "Amt für Migration", "Aufenthaltsrecht", ("+49712394012",), ())]


def test_a_bare_word_for_work_below_a_name_is_her_function() -> None:
    assert summary("<h3>Eva Muster</h3><p>Beratung</p><p>Tel. 07123 940-12</p>")[0][2] == "Beratung"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Eva Muster, Beratung, Durchwahl -22", "Beratung"),
        ("Eva Muster, Leitung, Beratung, Durchwahl -22", "Leitung, Beratung"),
        ("Eva Muster, Beratung: -22", None),  # where her number rings
        ("Eva Muster, Kontakt, Durchwahl -22", None),
        ("Beratung, Eva Muster, Durchwahl -22", None),
    ],
)
def test_a_bare_word_for_work_between_a_name_and_her_number_is_her_function(line: str, role: str | None) -> None:
    found = {name: told for name, _, told, _, _ in summary(f"<p>Tel. 07123 940-0</p><p>{line}</p>")}
    assert found["Muster"] == role


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Das Jugendamt ist montags bis donnerstags da. Zentrale: 07123 940-0, von dort mit Durchwahl weiter.", None),
        (
            "Das Jugendamt ist montags bis donnerstags da. Telefon: 07123 940-0, von dort mit Durchwahl weiter.",
            "Jugendamt",
        ),
        ("Das Jugendamt erreichen Sie jetzt über die Zentrale: 07123 940-0, von dort geht es weiter.", "Jugendamt"),
        ("Das Jugendamt hat die 07123 940-12 und ist da. Zentrale: 07123 940-0, wie bisher.", "Jugendamt"),
    ],
)
def test_a_number_of_the_whole_house_is_not_that_of_the_office_before(text: str, office: str | None) -> None:
    assert summary(f"<p>{text}</p>")[0][1] == office


def test_a_main_number_told_before_the_block_of_its_office_is_no_second_contact() -> None:
    main, block = (
        "<h2>Verein Buntspecht e.V.</h2><p>Zentrale: 07123 940-0</p>",
        "<h2>Verein Buntspecht e.V.</h2><p>{}</p>",
    )
    own = block.format("Markt 1, 72762 Neustadt<br>Tel. 07123 940-0<br>Fax 07123 940-29")
    assert [numbers for *_, numbers, _ in summary(main + own)] == [("+4971239400", "+49712394029")]
    other = block.format("Tel. 07123 940-12<br>Fax 07123 940-29")
    assert len(summary(main + other)) == 2


def test_a_menu_divides_what_stands_on_both_sides_of_it() -> None:
    assert summary("<p>Amt</p>info.<nav><a href=/>Start</a></nav>amt@kreis.example")[0][4] == ("amt@kreis.example",)


def test_half_a_sentence_before_a_number_is_no_office() -> None:
    html = "<h1>Referat Migration</h1><p>Die Sammelnummer des Referates lautet 07123 940-0.</p>"
    assert summary(html)[0][1] == "Referat Migration"


def test_two_people_over_the_block_of_their_office() -> None:
    html = (
        "<h2>Geschäftsstelle</h2><p>Geschäftsführer: Uwe Beispiel<br>Assistenz: Eva Muster<br>Musterweg 2<br>"
        "73033 Göppingen<br>Tel. 07123 940-12</p>"
    )
    assert {(name, numbers) for name, _, _, numbers, _ in summary(html)} == {
        ("Beispiel", ("+49712394012",)),
        ("Muster", ("+49712394012",)),
    }


def test_a_local_number_that_begins_with_the_main_number() -> None:
    html = "<p>Eva Muster<br>PC-Fax: 14877615</p><h2>Landratsamt</h2><p>Telefon: 08151 148-0</p>"
    assert ("Muster", ("+49815114877615",)) in {(name, numbers) for name, _, _, numbers, _ in summary(html)}


def test_who_stands_in_for_somebody_does_what_she_does() -> None:
    html = (
        "<div><h3>Koordination</h3><p>Frau Eva Muster<br>07123 940-12<br>Vertretung: Herr Uwe Beispiel, "
        "07123 940-13</p></div><div><h3>Fallmanagement</h3><p>Herr Uwe Beispiel<br>07123 940-13</p></div>"
    )
    assert ("Beispiel", "Fallmanagement") in {(name, role) for name, _, role, _, _ in summary(html)}


@pytest.mark.parametrize("text", SPELLED)
def test_every_spelling_of_an_address_is_read_on_a_page(text: str) -> None:
    (found,) = read(f"<h1>Gemeinde</h1><p>Poststelle<br>E-Mail: {escape(text)}</p>")
    assert found["emails"] == ["info@kreis.de"]


@pytest.mark.parametrize("house", ["Weißer Ring", "Offene Tür", "Blaues Kreuz", "Bunte Vielfalt"])
def test_an_address_with_the_name_of_a_house_makes_it_no_person(house: str) -> None:
    local = house.lower().replace(" ", ".").replace("ß", "ss").replace("ü", "ue")
    (found,) = read(f"<p>{house}, 07161 202-12, {local}@kreis.example</p>")
    assert found["name"] is None


@pytest.mark.parametrize("label", ["Funktion", "Bereich", "Arbeitsbereich", "Aufgabe"])
@pytest.mark.parametrize("work", ["Behördenbegleitung", "Gartenprojekt", "Koordinator"])
def test_what_stands_behind_a_label_for_work_is_a_function(label: str, work: str) -> None:
    rows = f"<tr><th>{label}</th><td>{work}</td></tr><tr><th>Telefon</th><td>07123 940-12</td></tr>"
    (found,) = read(f"<h1>Ehrenamt</h1><h2>Helferkreis Ahlen</h2><h3>Frau Eva Muster</h3><table>{rows}</table>")
    assert (found["org"], found["role"]) == ("Helferkreis Ahlen", work)


@pytest.mark.parametrize(
    "leader", [" ............ ", "........", " . . . . . . ", " ………… ", " <span>.........</span> "]
)
def test_a_dotted_leader_announces_what_stands_behind_it(leader: str) -> None:
    html = f"<p>Rathaus, Tel. 07123/94 60-0<br>Eva Muster{leader}94 60-11<br>Uwe Beispiel{leader}94 60-12</p>"
    assert {name: phones for name, _, _, phones, _ in summary(html)} == {
        None: ("+49712394600",),
        "Muster": ("+497123946011",),
        "Beispiel": ("+497123946012",),
    }


@pytest.mark.parametrize(
    ("last", "whom", "number"),
    [
        ("Halle, Hausmeister Vorlaut: 5 26", "Vorlaut", "+497123526"),
        ("Halle, Hausmeister: 5 26", None, "+497123526"),
        ("Halle, Hausmeister Vorlaut: 526", None, None),  # perhaps a Durchwahl
        ("Leiter Bauhof: 5 26", None, "+497123526"),
    ],
)
def test_how_its_block_writes_numbers_explains_a_local_one(last: str, whom: str | None, number: str | None) -> None:
    html = (
        f"<p>Rathaus, Tel. 07123/9460-0<br>Kasse, Frau Muster: 9460-11<br>Bauamt, Herr Beispiel: 9460-12<br>{last}</p>"
    )
    found = [(name, phones) for name, _, _, phones, _ in summary(html)]
    assert len(found) == 3 + bool(number)
    assert number is None or (whom, (number,)) in found


@pytest.mark.parametrize("remark", ["mit AB, bitte nicht vor 9 Uhr", "Bitte rufen Sie nur am Abend an", "Büro"])
def test_a_remark_in_brackets_makes_no_sentence(remark: str) -> None:
    assert [found[0] for found in summary(f"<p>Eva Muster<br>Tel. 07123 / 7 40 61 ({remark})</p>")] == ["Muster"]


def test_emergency_calls_and_remarks_in_brackets_call_nobody() -> None:
    html = (
        "<dl><dt>Polizei</dt><dd>110</dd><dt>Rettungsdienst</dt><dd>112</dd><dt>Arztdienst</dt><dd>116 117</dd>"
        "<dt>Jugendamt</dt><dd>07123 940-11 (tagsüber)<br>07123 940-12 (Bereitschaft)</dd>"
        "<dt>Frauenhaus im Norden</dt><dd>0800 55 10 286</dd></dl>"
    )
    assert {office: (role, phones) for _, office, role, phones, _ in summary(html)} == {
        "Jugendamt": (None, ("+49712394011", "+49712394012")),
        "Frauenhaus im Norden": (None, ("+498005510286",)),
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anmeldung bei Eva Muster", "Muster"),
        ("Infos und Anmeldung: bei Eva Muster", "Muster"),
        ("Rückfragen bitte an Frau Muster", "Muster"),
        ("Vorzimmer von Herrn Muster", None),
        ("Sekretariat bei Frau Muster", None),
    ],
)
def test_whom_one_asks_is_meant(line: str, name: str | None) -> None:
    assert [found[0] for found in summary(f"<p>{line}, Tel. 07123 940-11</p>")] == [name]


def test_what_one_asks_somebody_about_is_her_function() -> None:
    html = "<p>Nähtreff: Anmeldung bei Eva Muster, Tel. 07123 940-11</p>"
    assert summary(html) == [("Muster", None, "Nähtreff", ("+49712394011",), ())]


def test_the_number_of_an_account_is_nobodys_function() -> None:
    html = "<p>Eva Muster<br>IBAN DE07 6439 0130 0048 2210 05<br>Tel. 07123 940-12</p>"
    assert [entry[:4] for entry in summary(html)] == [("Muster", None, None, ("+49712394012",))]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Treffpunkt freitags 16 Uhr im Pfarrheim. Koordinator:", "Koordinator"),
        ("stellv. Koordinator:", "stellv. Koordinator"),  # no end of a sentence
    ],
)
def test_a_function_behind_a_sentence_in_the_line_of_a_name(before: str, role: str) -> None:
    ((_, _, said, *_),) = summary(f"<p>{before} Uwe Beispiel (uwe@stadt.example)</p>")
    assert said == role


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Jugendamt Neustadt: 07123 940-12.", "Jugendamt Neustadt"),
        ("Hotline „Wohnen“ des Landes: Tel. 07123 940-12", "Hotline „Wohnen“ des Landes"),
        ("Bei Fragen an das Jugendamt: 07123 940-12", "Jugendamt"),
        ("Telefonische Anmeldung: 07123 940-12", "Verein Muster e. V."),  # says how, not who
        ("Bei Fragen an das Amt: 07123 940-12", "Verein Muster e. V."),
    ],
)
def test_who_answers_a_number_at_the_end_of_a_paragraph(text: str, office: str) -> None:
    html = f"<header>Verein Muster e. V.</header><p>Der Antrag kostet bei uns im Jahr 12 bis 60 Euro. {text}</p>"
    assert [org for _, org, _, _, _ in summary(html)] == [office]


def test_the_sign_that_ends_the_number_before_is_no_part_of_an_office() -> None:
    _, (_, office, _, _, _) = summary(
        "<p>Bei Fragen hilft Eva Muster, Tel. 07123 940-11. Pfarrbüro Neustadt: 07123 940-12.</p>"
    )
    assert office == "Pfarrbüro Neustadt"


@pytest.mark.parametrize(
    ("link", "called"),
    [
        ('<a href="/amt.vcf">vCard herunterladen</a>', (None, "Jugendamt Neustadt")),
        ('<a href="/vcard?id=3">Visitenkarte</a>', (None, "Jugendamt Neustadt")),
        ('<a href="/muster.vcf">Eva Muster</a>', ("Muster", "Jugendamt Neustadt")),
        ('<a href="/probe.vcf">Sozialamt Neustadt</a>', (None, "Jugendamt Neustadt, Sozialamt Neustadt")),
        ('<a href="/flyer.pdf">Frauenzeit</a>', (None, "Jugendamt Neustadt, Frauenzeit")),
    ],
)
def test_a_link_to_a_visiting_card_calls_nobody_but_whom_it_names(link: str, called: tuple[str | None, str]) -> None:
    found = summary(f"<h2>Jugendamt Neustadt</h2><p>{link}<br>Tel. 07123 940-12</p>")
    assert [(name, org) for name, org, _, _, _ in found] == [called]


@pytest.mark.parametrize("half", ["Für Fragen steht Ihnen", "Bei allen Fragen hilft Ihnen", "Auf dem Amt berät Sie"])
def test_half_a_sentence_before_a_name_is_no_office(half: str) -> None:
    assert [entry[:3] for entry in summary(f"<p>{half} Eva Muster. Telefon: 07123 940-12</p>")] == [
        ("Muster", None, None)
    ]


def test_what_speaks_to_the_reader_without_a_verb_may_be_a_function() -> None:
    ((_, org, role, *_),) = summary("<p>Beratung für Sie: Eva Muster, 07123 940-12</p>")
    assert "Beratung für Sie" in (org, role)


@pytest.mark.parametrize(
    "sentence",
    ["Das Sozialamt {} erreichen Sie unter 07123 940-{}. ", "Sozialamt {}: 07123 940-{}, ", "Eva {} (07123 940-{}), "],
)
def test_a_paragraph_without_end_is_read_like_any_other(sentence: str) -> None:
    towns = [f"{first}{second}heim" for first in "BDGHKMNRST" for second in "aeiouäöüyl"]
    text = "".join(sentence.format(town, 100 + number) for number, town in enumerate(towns))
    entries = summary(f"<p>{text}</p>")
    assert len(text) > 2000
    assert sorted(entry[3] for entry in entries) == [(f"+497123940{100 + number}",) for number in range(len(towns))]
