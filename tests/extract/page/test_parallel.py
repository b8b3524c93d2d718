"""What stands in rows of entries alike: the place of a word says what it is where no list of words does."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<p><b>Gemeindewerke Neustadt</b><br>Tel. 07123 940-0</p><table>"
            "<tr><td>Verbrauchsabrechnung</td><td>07123 940-41</td></tr>"
            "<tr><td>Hausanschlüsse</td><td>07123 940-45</td></tr>"
            "<tr><td>Telefax</td><td>07123 940-77</td></tr></table>",
            [
                (None, "Gemeindewerke Neustadt", None, ("+4971239400", "+49712394077"), ()),
                (None, None, "Verbrauchsabrechnung", ("+49712394041",), ()),
                (None, None, "Hausanschlüsse", ("+49712394045",), ()),
            ],
            id="each row is a matter of its own, a fax behind them is the office's",
        ),
        pytest.param(
            "<table><tr><th>Thema</th><th>Rufnummer</th></tr>"
            "<tr><td>Belehrung nach § 43</td><td>07123 940-11 oder -12</td></tr>"
            "<tr><td>Trinkwasser und Badegewässer</td><td>07123 940-13<br>Fax: 07123 940-19</td></tr>"
            "<tr><td>Zähne</td><td>Frau Eva Muster, 07123 940-14</td></tr></table>",
            [
                (None, None, "Belehrung nach § 43", ("+49712394011", "+49712394012"), ()),
                (None, None, "Trinkwasser und Badegewässer", ("+49712394013", "+49712394019"), ()),
                ("Muster", None, "Zähne", ("+49712394014",), ()),
            ],
            id="topics and numbers",
        ),
        pytest.param(
            "<h3>Versorgung</h3><ul><li>Wasserverband Neustadt, Havarie: 07123 94088</li>"
            "<li>Stromstörung: 07123 94089</li></ul>",
            [
                (None, "Wasserverband Neustadt", "Havarie", ("+49712394088",), ()),
                (None, "Versorgung", "Stromstörung", ("+49712394089",), ()),
            ],
            id="an office keeps its name among matters",
        ),
        pytest.param(
            "<ul><li>Frauenhaus Neustadt: 07123 94040</li><li>Sozialpsychiatrischer Dienst: 07123 94050</li></ul>",
            [
                (None, "Frauenhaus Neustadt", None, ("+49712394040",), ()),
                (None, "Sozialpsychiatrischer Dienst", None, ("+49712394050",), ()),
            ],
            id="a row of offices is no row of matters",
        ),
        pytest.param(
            "<ul><li><b>Dezernat 3</b><ul><li>Leitung: Eva Muster, Tel. 07123 940-30</li><li><i>Jugendamt</i><ul>"
            "<li>Hilfeplanung: Uwe Beispiel, Tel. 07123 940-31</li><li>Geschäftszimmer: Tel. 07123 940-32</li>"
            "</ul></li></ul></li></ul>",
            [
                ("Muster", "Dezernat 3", "Leitung", ("+49712394030",), ()),
                ("Beispiel", "Jugendamt", "Hilfeplanung", ("+49712394031",), ()),
                (None, "Jugendamt", "Geschäftszimmer", ("+49712394032",), ()),
            ],
            id="a line over a list inside its own entry is the heading of that list",
        ),
        pytest.param(
            "<dl><dt>Gesamtwehr</dt><dd>Kommandant Uwe Beispiel<br>Tel. 07123 940-30</dd>"
            "<dt>Jugendfeuerwehr</dt><dd>Jugendwart Ole Muster<br>Tel. 07123 940-31</dd></dl>",
            [
                ("Beispiel", "Gesamtwehr", "Kommandant", ("+49712394030",), ()),
                ("Muster", "Jugendfeuerwehr", "Jugendwart", ("+49712394031",), ()),
            ],
            id="a word right before a name is the function, what stood there before is the unit",
        ),
        pytest.param(
            "<h3>Behindertenbeauftragter</h3><table><tr><td>Name:</td><td>Uwe Beispiel</td></tr>"
            "<tr><td>Telefon:</td><td>07123 940-30</td></tr></table>",
            [("Beispiel", None, "Behindertenbeauftragter", ("+49712394030",), ())],
            id="a function as the heading of a form",
        ),
        pytest.param(
            "<h2>Standort Neustadt</h2><p>Ringweg 1<br>72762 Neustadt<br>Tel. 07123 940-30<br>neustadt@amt.de</p>"
            "<p>Leitung: N. N.</p>",
            [(None, "Standort Neustadt", None, ("+49712394030",), ("neustadt@amt.de",))],
            id="a place over an address there is nobody, nor is a vacancy",
        ),
        pytest.param(
            "<p><b>Service-Hotline:</b> 07123 940-500</p><h3>Bücherbus</h3><p>Haltestellen siehe <a href='x'>Plan</a>"
            "<br>Bustelefon 07123 940-88</p>",
            [
                (None, None, "Service-Hotline", ("+497123940500",), ()),
                (None, "Bücherbus", "Bustelefon", ("+49712394088",), ()),
            ],
            id="a label that says who answers",
        ),
        pytest.param(
            "<h2>Frauenhaus</h2><p>Tag und Nacht erreichbar: <b>07123 940-30</b></p>"
            "<h2>Geschäftsstelle</h2><p>Dolmetschen: Termin per Mail an <a href='mailto:a@b.de'>a@b.de</a></p>",
            [
                (None, "Frauenhaus", None, ("+49712394030",), ()),
                (None, "Geschäftsstelle", None, (), ("a@b.de",)),
            ],
            id="times and half sentences before a value are no office",
        ),
        pytest.param(
            "<p><span>Telefonnummer</span><a href='tel:+49712394030'>+49 7123 940-30</a></p>",
            [(None, None, None, ("+49712394030",), ())],
            id="a label for screen readers touches the number",
        ),
        pytest.param(
            "<p>Telefonzentrale: 07123 94-0. Die Durchwahl wird an 94 angehängt.</p>",
            [(None, None, "Telefonzentrale", ("+497123940",), ())],
            id="a rule about digits is no number",
        ),
        pytest.param(
            "<div><div>Müllabfuhr</div><div>07123 940-11</div></div>"
            "<div><div>Sperrgut</div><div>07123 940-12</div></div>",
            [
                (None, "Müllabfuhr", None, ("+49712394011",), ()),
                (None, "Sperrgut", None, ("+49712394012",), ()),
            ],
            id="blocks alike are entries as well",
        ),
        pytest.param(
            "<p><b>Wohngeld</b> 07123 940-11</p><p><b>Bildungskarte</b> 07123 940-12</p>",
            [
                (None, None, "Wohngeld", ("+49712394011",), ()),
                (None, None, "Bildungskarte", ("+49712394012",), ()),
            ],
            id="paragraphs alike are entries as well",
        ),
    ],
)
def test_parallel(html: str, expected: list[object]) -> None:
    assert sorted(summary(html), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<div><h3>Eva Muster</h3><p>Sozialberatung</p><p>Tel. 07123 940-30</p></div>"
            "<div><h3>Uwe Beispiel</h3><p>Leiter</p><p>Tel. 07123 940-31</p></div>"
            "<div><h3>Ida Vorbild</h3><p>Jugendclub Altes Haus</p><p>Tel. 07123 940-32</p></div>",
            [
                ("Muster", None, "Sozialberatung", ("+49712394030",), ()),
                ("Beispiel", None, "Leiter", ("+49712394031",), ()),
                ("Vorbild", None, "Jugendclub Altes Haus", ("+49712394032",), ()),
            ],
            id="below the names stand functions",
        ),
        pytest.param(
            "<div><p>Kinderschutz</p><h3>Eva Muster</h3><p>Tel. 07123 940-30</p></div>"
            "<div><p>Pflegekinder</p><h3>Uwe Beispiel</h3><p>Tel. 07123 940-31</p></div>",
            [
                ("Muster", None, "Kinderschutz", ("+49712394030",), ()),
                ("Beispiel", None, "Pflegekinder", ("+49712394031",), ()),
            ],
            id="above the names stand functions",
        ),
        pytest.param(
            "<div><h3>Eva Muster</h3><p>Stadt Neustadt</p><p>Tel. 07123 940-30</p></div>"
            "<div><h3>Uwe Beispiel</h3><p>Gemeinde Altdorf</p><p>Tel. 07123 940-31</p></div>"
            "<div><h3>Ida Vorbild</h3><p>Möhringen</p><p>Tel. 07123 940-32</p></div>",
            [
                ("Muster", "Stadt Neustadt", None, ("+49712394030",), ()),
                ("Beispiel", "Gemeinde Altdorf", None, ("+49712394031",), ()),
                ("Vorbild", "Möhringen", None, ("+49712394032",), ()),
            ],
            id="below the names stand offices",
        ),
        pytest.param(
            "<table><tr><th>Name</th><th>Amt / Aufgabe</th><th>Telefon</th></tr>"
            "<tr><td>Eva Muster</td><td>Standesamt</td><td>07123 940-30</td></tr>"
            "<tr><td>Uwe Beispiel</td><td>Bürgermeister</td><td>07123 940-31</td></tr></table>",
            [
                ("Muster", "Standesamt", None, ("+49712394030",), ()),
                ("Beispiel", None, "Bürgermeister", ("+49712394031",), ()),
            ],
            id="a function in a column of offices",
        ),
        pytest.param(
            "<table><tr><th>Ortsteil</th><th>Ortsvorsteher/in</th><th>Telefon</th></tr>"
            "<tr><td>Altdorf</td><td>Frau Eva Muster</td><td>07123 94030</td></tr>"
            "<tr><td>Neudorf</td><td>Herr Uwe Beispiel</td><td>07123 94031</td></tr></table>",
            [
                ("Muster", None, "Ortsvorsteher/in", ("+49712394030",), ()),
                ("Beispiel", None, "Ortsvorsteher/in", ("+49712394031",), ()),
            ],
            id="a function as the heading over the names",
        ),
        pytest.param(
            "<p>Alle Nummern ohne Vorwahl: 07123.</p><ul><li>Polizei: 110</li><li>Notdienst: 116 117</li>"
            "<li>Bürgermeister Uwe Beispiel: 9 40 44 oder 0172 3901577</li><li>Gemeindebüro: 9 40 40, Fax 9 40 41</li>"
            "<li>Einwohner: 4 512</li><li>Pfarrerin Eva Muster: 94 05, muster@kirche.de</li></ul>",
            [
                ("Beispiel", None, "Bürgermeister", ("+49712394044", "+491723901577"), ()),
                (None, "Gemeindebüro", None, ("+49712394040", "+49712394041"), ()),
                ("Muster", None, "Pfarrerin", ("+4971239405",), ("muster@kirche.de",)),
            ],
            id="local numbers behind a colon where the page announces their area code",
        ),
        pytest.param(
            "<div><h3>Haus Nordlicht</h3><p>Leitung: Uwe Beispiel</p><p>Tel. 07123 940-31</p>"
            "<p>Träger: Diakonie</p></div>",
            [("Beispiel", "Haus Nordlicht", "Leitung", ("+49712394031",), ())],
            id="who pays for a house is not the house",
        ),
        pytest.param(
            "<p>Änderungen bitte an das Hauptamt, Herrn Beispiel, Tel. 07123 677-110</p>",
            [("Beispiel", "Hauptamt", None, ("+497123677110",), ())],
            id="the office that is asked, and who is there",
        ),
    ],
)
def test_same_place(html: str, expected: list[object]) -> None:
    assert sorted(summary(html), key=str) == sorted(expected, key=str)


def test_a_street_without_a_word_for_one_stands_before_a_postcode() -> None:
    (contact,) = read("<p>KISS Neustadt, Haus am Graben 3, 72762 Neustadt, Tel. 07123 940-0</p>")
    assert contact["address"][:2] == ["Haus am Graben 3", "72762"]


def test_thi_is_followed_by_another_given_name() -> None:
    (contact,) = read("<p>Leitung: Thi Mai Hoffmann, Tel. 07123 940-31</p>")
    assert contact["name"][2:] == ["Thi Mai", "Hoffmann"]
