"""Habits of offices' pages: a snippet with the layout that demanded a rule, and what a clerk would write down."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<table><tr><td><div><b>Leitung</b></div><div>Eva Muster</div><div>Tel. 0711 8840-30 31 32 33</div>"
            "<div>muster@kreis.de</div></td><td><div><b>Fahrdienst</b></div><div>Uwe Beispiel</div>"
            "<div>beispiel@kreis.de</div><div>Ina Probe</div><div>probe@kreis.de</div></td></tr></table>",
            [
                ("Muster", None, "Leitung", (), ("muster@kreis.de",)),
                ("Beispiel", None, "Fahrdienst", (), ("beispiel@kreis.de",)),
                ("Probe", None, "Fahrdienst", (), ("probe@kreis.de",)),
            ],
            id="lines of an editor, and a number that is not understood",
        ),
        pytest.param(
            "<div><div>Leitung</div><div>Eva Muster</div><div>07123 940-11</div></div>"
            "<div><div>Uwe Beispiel</div><div>07123 940-12</div></div>",
            [
                ("Muster", None, "Leitung", ("+49712394011",), ()),
                ("Beispiel", None, None, ("+49712394012",), ()),
            ],
            id="a function in a card is not that of the next card",
        ),
        pytest.param(
            "<p>Wer hilft, meldet sich bei Frau Eva Muster (Tel. 42) "
            "oder bei Herrn Uwe Beispiel (Tel. 07123 94012).</p>",
            [("Beispiel", None, None, ("+49712394012",), ())],
            id="a number that is not understood does not make the next one hers",
        ),
        pytest.param(
            "<div><div class=field-dienststelle>Kommissariat Vorbeugung / Opfer</div><div>Am Rathaus 4</div>"
            "<div>73728 Esslingen</div><div>Hauptkommissarin Eva Muster</div><div>07123 940-12</div></div>",
            [("Muster", "Kommissariat Vorbeugung / Opfer", "Hauptkommissarin", ("+49712394012",), ())],
            id="the markup calls it an office",
        ),
        pytest.param(
            "<div><h4>Eva Muster</h4><p class=funktion>Advisor for new students / Beratung neuer Studierender</p>"
            "<p>room: 0.14<br>07123 940-12</p></div>",
            [("Muster", None, "Advisor for new students / Beratung neuer Studierender", ("+49712394012",), ())],
            id="the markup calls it a function, and a room is none",
        ),
        pytest.param(
            "<h2>Hotline</h2><p>Tel. <a href=tel:+497123940000>07123 / 940-000</a></p>",
            [(None, "Hotline", None, ("+497123940000",), ())],
            id="a number that looks like a template, but a click dials it",
        ),
        pytest.param(
            "<h2>Hotline</h2><p><a href=tel:+497123940000>07123 / 940-000</a></p>"
            "<p>Eva Muster<br><a href=tel:+497123940215>-215</a></p>"
            "<p>Uwe Beispiel<br><a href=tel:+49712394017>11 5</a></p>",
            [
                (None, "Hotline", None, ("+497123940000",), ()),
                ("Muster", "Hotline", None, ("+497123940215",), ()),
            ],
            id="digits without a label, and what a click dials",
        ),
        pytest.param(
            "<h3>Fahrdienst</h3><p>Uwe Beispiel und Eva Muster<br>0151 52704418 (Eva)<br>auto@kreis.de<br>ab 16 h</p>",
            [
                ("Beispiel", None, "Fahrdienst", (), ("auto@kreis.de",)),
                ("Muster", None, "Fahrdienst", ("+4915152704418",), ("auto@kreis.de",)),
            ],
            id="whose number it is by her given name",
        ),
        pytest.param(
            "<ul><li>Amt 12 – Soziale Hilfen Leitung: Eva Muster DW 12</li>"
            "<li>Abt. 1.2 – Wohnen Leitung: Uwe Beispiel DW 13</li></ul><p>Zentrale 07123 940-0</p>",
            [
                ("Muster", "Amt 12 – Soziale Hilfen", "Leitung", ("+49712394012",), ()),
                ("Beispiel", "Abt. 1.2 – Wohnen", "Leitung", ("+49712394013",), ()),
                (None, None, None, ("+4971239400",), ()),
            ],
            id="a function that only a blank divides from a numbered unit",
        ),
        pytest.param(
            "<h1>Referat 4</h1><h2>Geschäftszimmer</h2><p>Eva Muster<br>07123 940-12</p>",
            [("Muster", "Referat 4", "Geschäftszimmer", ("+49712394012",), ())],
            id="the room where letters are written",
        ),
        pytest.param(
            "<h1>Schulamt</h1><p>E-Mail des ABZ: abz@kreis.de</p>",
            [(None, "Schulamt", "ABZ", (), ("abz@kreis.de",))],
            id="whose address a label announces",
        ),
        pytest.param(
            "<ul><li><div class=list-title>Eva Muster</div><div>07123 940-12</div></li>"
            "<li><div class=list-title>Anmeldung</div><div>07123 940-13</div></li></ul>"
            "<footer>Verein Neustadt</footer>",
            [("Muster", None, None, ("+49712394012",), ()), (None, "Anmeldung", None, ("+49712394013",), ())],
            id="the title of an entry of nobody",
        ),
        pytest.param(
            "<p>Eva Muster, eva.muster#at#kreis.de</p>",
            [("Muster", None, None, (), ("eva.muster@kreis.de",))],
            id="a sign around the word for the sign",
        ),
        pytest.param(
            "<p>Beauftragte für Flucht und Ehrenamt</p><p><b>Kreispfarrerin Dr. Eva Muster</b><br>07123 940-11</p>"
            "<p>Leiter</p><p><b>Kreispfarrer Uwe Beispiel</b><br>07123 940-12</p>",
            [
                ("Muster", None, "Beauftragte für Flucht und Ehrenamt, Kreispfarrerin", ("+49712394011",), ()),
                ("Beispiel", None, "Leiter, Kreispfarrer", ("+49712394012",), ()),
            ],
            id="a rank before a name does not end the function above it",
        ),
        pytest.param(
            "<h3>Schulmonitoring:</h3><p>Eva Muster, 07123 940-11</p>"
            "<h3>Sozialcontrolling</h3><p>Uwe Beispiel, 07123 940-12</p>",
            [
                ("Muster", None, "Schulmonitoring", ("+49712394011",), ()),
                ("Beispiel", None, "Sozialcontrolling", ("+49712394012",), ()),
            ],
            id="what is watched over is what somebody does",
        ),
        pytest.param(
            "<p>Vermittlung: 07123 940-0</p>"
            "<pre>\nBauamt      Eva Muster      - 12   Zi. 5\n  Kasse     Uwe Beispiel    - 13   Zi. 2\n</pre>",
            [
                (None, None, None, ("+4971239400",), ()),
                ("Muster", None, "Bauamt", ("+49712394012",), ()),
                ("Beispiel", None, "Kasse", ("+49712394013",), ()),
            ],
            id="typed columns: each line is a line, each column stands alone",
        ),
        pytest.param(
            "<p>Leitung<br>Frau Eva Muster<br>Tel.: 07123 940-11<br>eFax: 07123 945-011</p>"
            "<p>Geschäftszimmer<br>Frau Probe / Herr Beispiel<br>Tel.: 07123 940-12</p>",
            [
                ("Muster", None, "Leitung", ("+49712394011", "+497123945011"), ()),
                ("Probe", None, "Geschäftszimmer", ("+49712394012",), ()),
                ("Beispiel", None, "Geschäftszimmer", ("+49712394012",), ()),
            ],
            id="an eFax is a fax, and a Geschäftszimmer what somebody does",
        ),
        pytest.param(
            "<h2>Ansprechpersonen für Ehrenamtliche</h2>"
            "<ul><li>Eva Muster, Teamleiterin, 07123 940-11</li>"
            "<li>Uwe Beispiel, Berufsberatung, 07123 940-12</li></ul>",
            [
                ("Muster", None, "Teamleiterin", ("+49712394011",), ()),
                ("Beispiel", None, "Berufsberatung", ("+49712394012",), ()),
            ],
            id="an activity behind a name is what she does, whatever stands above all",
        ),
        pytest.param(
            "<dl><dt>Beratung geflüchteter Frauen (Arabisch)</dt><dd>Eva Muster, 07123 940-11</dd></dl>",
            [("Muster", None, "Beratung geflüchteter Frauen (Arabisch)", ("+49712394011",), ())],
            id="a matter above a name, with languages in brackets",
        ),
        pytest.param(
            "<p><b>Xaveria Ohnegleichen</b>, Leitung<br>07123 940-11<br>ohnegleichen@kreis.de</p>",
            [("Ohnegleichen", None, "Leitung", ("+49712394011",), ("ohnegleichen@kreis.de",))],
            id="a name no list knows, before a function and over her mailbox",
        ),
        pytest.param(
            '<h1>Bauamt</h1><div class="infobox"><strong>Bauamt</strong><br>Zentrale: 07123 940-0</div>'
            "<h2>Zuständigkeit</h2><p>Frau Muster, App. 11</p><p>Herr Beispiel, App. 12</p>",
            [
                (None, "Bauamt", None, ("+4971239400",), ()),
                ("Muster", None, None, ("+49712394011",), ()),
                ("Beispiel", None, None, ("+49712394012",), ()),
            ],
            id="a bold office at the side of a page stands over its own block only",
        ),
        pytest.param(
            "<p>Unser Vorsitzender Eva Muster ist unter 07123 940-11 zu erreichen; "
            "die Kasse führt Uwe Beispiel. Allgemeine Anfragen: info@asyl.de</p>",
            [
                ("Muster", None, "Vorsitzender", ("+49712394011",), ()),
                (None, None, None, (), ("info@asyl.de",)),
            ],
            id="the mailbox for all is not of who was named last",
        ),
        pytest.param(
            "<p>Herr Muster, Herr Beispiel<br>07123 940-11<br>07123 940-12</p>",
            [("Muster", None, None, ("+49712394011",), ()), ("Beispiel", None, None, ("+49712394012",), ())],
            id="two people with a comma are no name that is turned",
        ),
        pytest.param(
            "<p>Vorwahl 07123, sofern nicht anders angegeben.</p>"
            "<table><tr><th>Name</th><th>Telefon</th></tr><tr><td>Eva Muster</td><td>2 09 31</td></tr>"
            "<tr><td>Uwe Beispiel</td><td>07161 841-50</td></tr></table>",
            [("Muster", None, None, ("+49712320931",), ()), ("Beispiel", None, None, ("+49716184150",), ())],
            id="digits in pairs are no Durchwahl of somebody else's main number",
        ),
        pytest.param(
            "<table><tr><th>Name</th><th>Telefon</th></tr><tr><td>Eva Muster</td><td>2 09 31</td></tr>"
            "<tr><td>Uwe Beispiel</td><td>07161 841-50</td></tr></table><p>Ortsvorwahl ohne Angabe: 07123.</p>",
            [("Muster", None, None, ("+49712320931",), ()), ("Beispiel", None, None, ("+49716184150",), ())],
            id="an area code that is announced below the table",
        ),
        pytest.param(
            "<p>Eva Muster, Tel. 0 15 20 / 6 07 71 43</p>",
            [("Muster", None, None, ("+4915206077143",), ())],
            id="a mobile in pairs with its slash behind the fifth digit",
        ),
        pytest.param(
            "<p>Amt für Jugend, Tel. 07123 940-0. Faxe an Einzelplätze: 940-1 + Durchwahl</p>",
            [(None, "Amt für Jugend", None, ("+4971239400",), ())],
            id="the beginning of numbers is none",
        ),
        pytest.param(
            "<h2>Rufbereitschaft</h2><p>außerhalb der Dienstzeiten über die Leitstelle: 07123 / 77 35 10</p>",
            [(None, "Leitstelle", None, ("+497123773510",), ())],
            id="a word that counts figures stands far before a whole number",
        ),
        pytest.param(
            "<p>Tel. 07123 94-3151</p><p>Beschwerden: Amtsleiterin Frau Muster, 94-3100</p>",
            [
                (None, None, None, ("+497123943151",), ()),
                ("Muster", None, "Beschwerden: Amtsleiterin", ("+497123943100",), ()),
            ],
            id="a short main number that stands whole above",
        ),
        pytest.param(
            "<p>Dr. tho Muster, Enno<br>tho-muster@kreis.example</p>",
            [("tho Muster", None, None, (), ("tho-muster@kreis.example",))],
            id="a Frisian particle",
        ),
        pytest.param(
            "<p>Olga Petrowna Muster, Tel. 07123 940-11</p>",
            [("Muster", None, None, ("+49712394011",), ())],
            id="a patronymic is a given name",
        ),
        pytest.param(
            '<p>Eva Muster <a href="#" data-m="rin.zhfgre@xervf.rknzcyr" data-enc="rot13">E-Mail anzeigen</a></p>',
            [("Muster", None, None, (), ("eva.muster@kreis.example",))],
            id="an attribute says that its neighbours are enciphered",
        ),
        pytest.param(
            "<p>Ansprechpartner: Uwe Beispiel (ehrenamtlich)<br>"
            'nur per Mail: <a href="mailto:post@kreis.example">hier klicken</a></p>',
            [("Beispiel", None, None, (), ("post@kreis.example",))],
            id="how one may write is nobody's office",
        ),
        pytest.param(
            "<table><tr><td>Förderverein</td><td>1. Vorsitzende: Xaveria Ohnegleichen, Kasse: Uwe Beispiel<br>"
            "verein@schule.example</td></tr></table>",
            [
                ("Ohnegleichen", "Förderverein", "1. Vorsitzende", (), ("verein@schule.example",)),
                ("Beispiel", "Förderverein", "Kasse", (), ("verein@schule.example",)),
            ],
            id="a name no list knows is announced before another one",
        ),
        pytest.param(
            "<p>Freundeskreis Asyl e. V., Vorsitzende Eva Muster, Tel. 07123 940-11</p>",
            [("Muster", "Freundeskreis Asyl e. V.", "Vorsitzende", ("+49712394011",), ())],
            id="an office and a function before a name",
        ),
        pytest.param(
            "<ul><li>SG Kita – Sachgebietsleiterin Eva Muster (07123 940-11)</li></ul>",
            [("Muster", "SG Kita", "Sachgebietsleiterin", ("+49712394011",), ())],
            id="a dash between an office and the function before a name",
        ),
        pytest.param(
            "<p>Änderungen bitte an die Ehrenamtskoordination des Landratsamts, Telefon 07123 940-11.</p>",
            [(None, None, "Ehrenamtskoordination des Landratsamts", ("+49712394011",), ())],
            id="a sentence that names only a function",
        ),
        pytest.param(
            "<h2>Integrationsmanagement</h2><p>Frau Muster<br>Neustadt, Altdorf<br>Tel. 07123 940-11</p>",
            [("Muster", None, "Integrationsmanagement, Neustadt, Altdorf", ("+49712394011",), ())],
            id="for which places somebody does what the heading says",
        ),
        pytest.param(
            "<h2>Rückkehrberatung</h2><p>Frau Muster<br>(dienstags, Zimmer Z 312)<br>Tel. 07123 940-11</p>",
            [("Muster", None, "Rückkehrberatung", ("+49712394011",), ())],
            id="a note in brackets below a name is no function",
        ),
        pytest.param(
            "<h3>Eva Muster</h3><div>Amtsleiterin</div><div>Haus B, Zimmer 214</div><p>Tel. 07123 940-11</p>",
            [("Muster", None, "Amtsleiterin", ("+49712394011",), ())],
            id="a house with a letter and a room is no office",
        ),
        pytest.param(
            "<h3>Beratungsstelle Neustadt</h3><p>Kreisverband Tannberg</p><p>Tel. 07123 940-0</p>",
            [(None, "Beratungsstelle Neustadt, Kreisverband Tannberg", None, ("+4971239400",), ())],
            id="the heading of an office and the association that runs it",
        ),
        pytest.param(
            "<h3>Ansprechpartner</h3><div><p>Laden „Jacke wie Hose“</p><div>Amselweg 5<br>72072 Neustadt</div>"
            "<p><span>Tel. 07123 940-0</span></p></div>",
            [(None, "Laden „Jacke wie Hose“", None, ("+4971239400",), ())],
            id="what stands over its street and town is an office, whatever its words",
        ),
        pytest.param(
            "<p>Sekretariat<br>Telefon Sekretariat<br>07123 940-10</p>",
            [(None, None, "Sekretariat", ("+49712394010",), ())],
            id="a label with the function whose number follows",
        ),
        pytest.param(
            "<table><tr><td>Heim Neustadt, Amselweg 4</td><td>Frau Muster</td><td>07123 940-11</td></tr>"
            "<tr><td>Heim Altdorf, Poststr. 8</td><td>Herr Beispiel</td><td>07123 940-12</td></tr></table>",
            [
                ("Muster", "Heim Neustadt, Amselweg 4", None, ("+49712394011",), ()),
                ("Beispiel", "Heim Altdorf, Poststr. 8", None, ("+49712394012",), ()),
            ],
            id="the first column of a table without headings says where people are",
        ),
        pytest.param(
            "<table><tr><td></td><td>Fachbereichsleiter</td><td>Einwohnermeldeamt</td></tr>"
            "<tr><td>Name</td><td>Muster, Eva</td><td>Beispiel, Uwe</td></tr>"
            "<tr><td>Telefon</td><td>07123 940-11</td><td>07123 940-12</td></tr></table>",
            [
                ("Muster", None, "Fachbereichsleiter", ("+49712394011",), ()),
                ("Beispiel", None, "Einwohnermeldeamt", ("+49712394012",), ()),
            ],
            id="people as columns: functions stand in a row without a label",
        ),
        pytest.param(
            "<table><tr><td></td><td>Pfarrer Uwe Beispiel</td><td>Gemeindereferentin Eva Muster</td></tr>"
            "<tr><td>Telefon</td><td>07123 940-11</td><td>07123 940-12</td></tr>"
            "<tr><td>E-Mail</td><td>uwe@kirche.example</td><td>eva@kirche.example</td></tr></table>",
            [
                ("Beispiel", None, None, ("+49712394011",), ("uwe@kirche.example",)),
                ("Muster", None, "Gemeindereferentin", ("+49712394012",), ("eva@kirche.example",)),
            ],
            id="people as columns: functions stand before the names",
        ),
        pytest.param(
            "<p>Eva Beispiel, Tel. 07123 940-0</p><h2>Bezirksstelle</h2><p>Geschäftsführer: Uwe Muster, -88</p>",
            [
                ("Beispiel", None, None, ("+4971239400",), ()),
                ("Muster", "Bezirksstelle", "Geschäftsführer", ("+49712394088",), ()),
            ],
            id="a Durchwahl without a label, far from the only main number",
        ),
        pytest.param(
            "<p>Vorwahl 07123, sofern nicht anders angegeben.</p><table><tr><td><b>Neustadt</b></td>"
            "<td>Eva Muster, 4 10 95; Uwe Beispiel, 30 70 02</td></tr></table>",
            [
                ("Muster", None, "Neustadt", ("+49712341095",), ()),
                ("Beispiel", None, "Neustadt", ("+497123307002",), ()),
            ],
            id="local numbers behind names, where the area code is announced; the place is that of both",
        ),
        pytest.param(
            "<table><tr><td><b>Neustadt</b></td><td>Sprachkurse: Eva Muster, 07123 940-11</td></tr></table>",
            [("Muster", "Neustadt", "Sprachkurse", ("+49712394011",), ())],
            id="what announces a name is closer than what stands beside it",
        ),
        pytest.param(
            "<table><tr><td>Heim Neustadt</td><td>Frau Muster</td><td>07123 940-11<br>07123 940-12</td></tr></table>",
            [("Muster", "Heim Neustadt", None, ("+49712394011", "+49712394012"), ())],
            id="the first cell of a row says where people are",
        ),
        pytest.param(
            "<p>Ansprechpartnerin: Frau Muster<br>Vertretung: Herr Beispiel<br>Tel. 07123 940-11 (Frau Muster)<br>"
            "Tel. 07123 940-12 (Herr Beispiel)<br>muster@kreis.example</p>",
            [
                ("Muster", None, None, ("+49712394011",), ("muster@kreis.example",)),
                ("Beispiel", None, "Vertretung", ("+49712394012",), ()),
            ],
            id="a name in brackets behind a number says whose it is",
        ),
        pytest.param(
            "<p>Eva Muster und Uwe Beispiel<br>Telefon 07123 940-10<br>"
            "Handy 0151 7700 1234 (Frau Muster, Mo und Di)<br>"
            "Handy 0151 7700 1235 (Herr Beispiel, Mi bis Fr)<br>pool@kreis.example</p>",
            [
                ("Muster", None, None, ("+49712394010", "+4915177001234"), ("pool@kreis.example",)),
                ("Beispiel", None, None, ("+49712394010", "+4915177001235"), ("pool@kreis.example",)),
            ],
            id="whose a number is, and on which days",
        ),
        pytest.param(
            "<div>Bildungskoordination</div><div><b>Eva Muster</b> (Mo–Mi)<br><b>Uwe Beispiel</b> (Do, Fr)<br>"
            "Telefon: 07123 940-12 (beide)</div>",
            [
                ("Muster", None, "Bildungskoordination", ("+49712394012",), ()),
                ("Beispiel", None, "Bildungskoordination", ("+49712394012",), ()),
            ],
            id="when two people are there is no function",
        ),
        pytest.param(
            "<p>Leiterin Frau Muster, 07123 940-11, Vorzimmer 07123 940-12 (Frau Beispiel)</p>",
            [
                ("Muster", None, "Leiterin", ("+49712394011",), ()),
                ("Beispiel", None, "Vorzimmer", ("+49712394012",), ()),
            ],
            id="a function, its number and in brackets who answers",
        ),
        pytest.param(
            "<h4>Leitung</h4><p>Eva Muster / Uwe Beispiel</p><p>Tel. 07123 940-11 / -12<br>"
            "Mo–Mi E. Muster, Mi–Fr U. Beispiel<br>leitung@kreis.example</p>",
            [
                ("Muster", None, "Leitung", ("+49712394011",), ("leitung@kreis.example",)),
                ("Beispiel", None, "Leitung", ("+49712394012",), ("leitung@kreis.example",)),
            ],
            id="a line that says when people are there does not name new ones",
        ),
        pytest.param(
            "<h2>Zentrale Fax-Eingänge</h2><ul><li>Jugendamt: 07123 940-99</li></ul>",
            [(None, "Jugendamt", None, ("+49712394099",), ())],
            id="a heading that speaks of faxes only",
        ),
        pytest.param(
            "<h2>Standort Neustadt</h2><p>Sprechzeiten: Mo 9.00 – 11.30 Uhr, Do 14.00 – 17.00 Uhr, "
            "Termine unter 07123 940-0</p>",
            [(None, "Standort Neustadt", None, ("+4971239400",), ())],
            id="hours before a number are no office",
        ),
        pytest.param(
            "<div><div><h3>Beratungsstelle Neustadt</h3><p>Kreisverband Tannberg</p></div>"
            "<ul><li>Tel. 07123 940-0</li></ul></div>",
            [(None, "Beratungsstelle Neustadt, Kreisverband Tannberg", None, ("+4971239400",), ())],
            id="a box that only holds the head of what follows",
        ),
        pytest.param(
            "<h2>Jugendamt</h2><p>Tel. 07123 940-0</p><p>Wir beraten Sie gern und helfen Ihnen weiter.</p>"
            "<p>jugendamt@kreis.example</p>",
            [(None, "Jugendamt", None, ("+4971239400",), ("jugendamt@kreis.example",))],
            id="what is said of one office below its heading is one contact",
        ),
        pytest.param(
            "<h2>Neustadt</h2><p>Herr Muster<br>Tel. 07123 940-11<br>Fax 07123 940-99</p>"
            "<h2>Altdorf</h2><p>Herr Muster<br>Tel. 07123 940-11<br>muster@kreis.example</p>",
            [("Muster", "Neustadt", None, ("+49712394011", "+49712394099"), ("muster@kreis.example",))],
            id="one person in two places, each with something more",
        ),
        pytest.param(
            "<p>„Wir reden früh miteinander“, sagt Bürgermeister Uwe Beispiel. Wer vorab Fragen hat, kann sich an die "
            "Flüchtlingsbeauftragte der Gemeinde, Eva Muster, wenden (Telefon 07123 940-11).</p>",
            [("Muster", None, "Flüchtlingsbeauftragte der Gemeinde", ("+49712394011",), ())],
            id="whom another sentence names is not whom one calls; a function with its field before a name",
        ),
        pytest.param(
            "<p>Sachspenden nimmt ausschließlich die Kleiderkammer im Bauhof (Eva Muster, Tel. 07123 940-11) entgegen. "
            "Für Nachbarn gibt es eine Hotline der Firma Holzbau: 0180 5 233 410.</p>",
            [
                ("Muster", "Kleiderkammer im Bauhof", None, ("+49712394011",), ()),
                (None, "Firma Holzbau", None, ("+491805233410",), ()),
            ],
            id="each sentence has its own office",
        ),
        pytest.param(
            "<p>Die Leitung teilen sich Eva Muster (Telefon 07123 7 31 08, abends) und Uwe Beispiel, den Sie unter der "
            "Nummer 7 44 19 erreichen. Beiden können Sie schreiben: leitung@kreis.example.</p>",
            [
                ("Muster", None, "Leitung", ("+49712373108",), ("leitung@kreis.example",)),
                ("Beispiel", None, "Leitung", ("+49712374419",), ("leitung@kreis.example",)),
            ],
            id="what a sentence says of both",
        ),
        pytest.param(
            "<p>Die Koordinatorin für die Region Nord, Eva Muster, erreichen Sie unter 07123 940-11, ihren Kollegen "
            "Uwe Beispiel unter 07123 940-12.</p><p>Beide gehören zum Sozialamt, das von Amtsleiterin Ida Probe "
            "geführt wird (Telefon 07123 940-13).</p>",
            [
                ("Muster", None, "Koordinatorin für die Region Nord", ("+49712394011",), ()),
                ("Beispiel", None, None, ("+49712394012",), ()),
                ("Probe", None, "Amtsleiterin", ("+49712394013",), ()),
            ],
            id="a sentence on both that names a third has her number",
        ),
        pytest.param(
            "<p>Um die Hausaufgabenhilfe kümmert sich seit September Ehepaar Eva und Tom Muster, 07123 99 05 17.</p>",
            [
                ("Muster", None, "Hausaufgabenhilfe", ("+497123990517",), ()),
                ("Muster", None, "Hausaufgabenhilfe", ("+497123990517",), ()),
            ],
            id="a couple, and what they look after",
        ),
        pytest.param(
            "<p>Bei Fragen zur Kleiderkammer hilft Ihnen Frau Muster unter 07123 940-11 gern weiter, bei Fragen zur "
            "Werkstatt hilft Herr Beispiel unter 07123 940-12.</p>",
            [
                ("Muster", None, "Fragen zur Kleiderkammer", ("+49712394011",), ()),
                ("Beispiel", None, "Fragen zur Werkstatt", ("+49712394012",), ()),
            ],
            id="with which questions one turns to somebody",
        ),
        pytest.param(
            "<p>Koordinatorin ist Dr. Eva Muster. Sie ist unter Tel. 07123 940-11 zu erreichen. Ihr Büro liegt im "
            "Rathaus. Ihre Mailadresse: eva.muster@kreis.example.</p>",
            [("Muster", None, "Koordinatorin", ("+49712394011",), ("eva.muster@kreis.example",))],
            id="sentences that go on about somebody",
        ),
        pytest.param(
            "<table><tr><td>Mo–Mi</td><td>Eva Muster</td><td>07123 940-11</td></tr>"
            "<tr><td>Do–Fr</td><td>Uwe Beispiel</td><td>07123 940-12</td></tr></table>",
            [("Muster", None, None, ("+49712394011",), ()), ("Beispiel", None, None, ("+49712394012",), ())],
            id="days in the first column of a table without headings are no offices",
        ),
        pytest.param(
            "<table><tr><th></th><th>Name</th><th>Telefon</th></tr>"
            "<tr><td>Leistung A–K</td><td>Frau Muster</td><td>07123 940-11</td></tr>"
            "<tr><td>Leistung L–Z</td><td>Herr Beispiel</td><td>07123 940-12</td></tr></table>",
            [
                ("Muster", None, "Leistung A–K", ("+49712394011",), ()),
                ("Beispiel", None, "Leistung L–Z", ("+49712394012",), ()),
            ],
            id="the first column without a heading says what people are there for",
        ),
        pytest.param(
            "<p>Für die Patenschaften ist Frau Eva Muster zuständig, Tel. 07123 940-11.</p>",
            [("Muster", None, "Patenschaften", ("+49712394011",), ())],
            id="what somebody is responsible for",
        ),
        pytest.param(
            "<p>Verwaltung Tannberg, Amselweg 9, 72072 Neustadt, Tel. 07123 940-0. Bitte beachten Sie, dass wir am "
            "Freitag nur nach Vereinbarung für Sie da sind.</p>",
            [(None, "Verwaltung Tannberg", None, ("+4971239400",), ())],
            id="an address with its number is a list, whatever sentence follows it",
        ),
        pytest.param(
            "<ul><li><span>Telefon: 07123 940-12<br></span><p><b>Eva Muster</b><br>Geschäftsführerin<br>"
            "muster@kjr.de</p></li>"
            "<li><span>Telefon: 07123 940-13<br></span><p><b>Uwe Beispiel</b><br>Verleih<br>"
            "verleih@kjr.de</p></li></ul>",
            [
                ("Muster", None, "Geschäftsführerin", ("+49712394012",), ("muster@kjr.de",)),
                ("Beispiel", None, "Verleih", ("+49712394013",), ("verleih@kjr.de",)),
            ],
            id="numbers above the only name of an entry, function and address below it",
        ),
        pytest.param(
            "<h2>Pflegedienst</h2><p>Eva Muster<br>Durchwahl: 07123 940-12<br>Bereitschaft: 0174 31 60 552</p>",
            [("Muster", None, "Pflegedienst", ("+49712394012", "+491743160552"), ())],
            id="a number on call is hers in whose block it stands",
        ),
        pytest.param(
            "<div class='box'><p class='name'>Eva Muster</p><p>Pressesprecherin</p>"
            "<p>Tel. 07123 940-12<br>Bereitschaft am Wochenende: 0174 31 60 552</p><p>presse@kreis.example</p></div>"
            "<div class='box'><p class='name'>Uwe Beispiel</p><p>Amtsblatt</p>"
            "<p>Tel. 07123 940-13<br>Sekretariat: 07123 940-14</p></div>",
            [
                ("Muster", None, "Pressesprecherin", ("+49712394012", "+491743160552"), ("presse@kreis.example",)),
                ("Beispiel", None, "Amtsblatt", ("+49712394013",), ()),
                (None, None, "Sekretariat", ("+49712394014",), ()),
            ],
            id="when a number is answered ends nobody's card, another desk does",
        ),
        pytest.param(
            "<table><tr><td><b>Hebammenpraxis Storch</b><br>Eva Muster<br>Gasse 4, 72762 Neustadt</td>"
            "<td>Praxis: 07123 940-12<br>mobil: 0174 31 60 552</td></tr></table>"
            "<p>Kreisjugendring Neustadt<br>Uwe Beispiel<br>Kasse: 07123 940-13</p>",
            [
                ("Muster", "Hebammenpraxis Storch", None, ("+49712394012", "+491743160552"), ()),
                (None, "Kasse", None, ("+49712394013",), ()),
            ],
            id="what kind of house she is at says where her number rings, another word who answers",
        ),
        pytest.param(
            "<h2>Dezernat Finanzen</h2><ul><li>Eva Muster – Leiterin – Tel. 07123 940-12</li>"
            "<li>Uwe Muster – Poststelle – Tel. 07123 940-13</li><li>Ina Muster – Buchhaltung – Tel. 07123 940-14</li>"
            "<li>Jan Muster – Sachbearbeiter – Tel. 07123 940-15</li></ul>",
            [
                ("Muster", "Dezernat Finanzen", "Leiterin", ("+49712394012",), ()),
                ("Muster", "Dezernat Finanzen", "Poststelle", ("+49712394013",), ()),
                ("Muster", "Dezernat Finanzen", "Buchhaltung", ("+49712394014",), ()),
                ("Muster", "Dezernat Finanzen", "Sachbearbeiter", ("+49712394015",), ()),
            ],
            id="a unit among the functions of a list is what somebody does in the office above",
        ),
        pytest.param(
            "<h2>Beirat</h2><ul><li>Eva Muster – Sprecherin – Tel. 07123 940-12</li>"
            "<li>Uwe Muster – Caritas – Tel. 07123 940-13</li></ul>",
            [
                ("Muster", "Beirat", "Sprecherin", ("+49712394012",), ()),
                ("Muster", "Caritas", None, ("+49712394013",), ()),
            ],
            id="a carrier beside one function is where somebody is from",
        ),
        pytest.param(
            "<h2>Datenschutzbeauftragte</h2><p>Rechtsanwältin Eva Muster<br>Tel. 07123 940-12</p>"
            "<h2>Beratung</h2><p>Rechtsanwältin Ina Muster<br>Tel. 07123 940-13</p>",
            [
                ("Muster", None, "Datenschutzbeauftragte, Rechtsanwältin", ("+49712394012",), ()),
                ("Muster", None, "Rechtsanwältin", ("+49712394013",), ()),
            ],
            id="a profession before a name is not all that somebody is below a function",
        ),
        pytest.param(
            "<h1>Impressum</h1><p>Sprachlotsen Neustadt e. V.<br>Burgstraße 3<br>72762 Neustadt</p>"
            "<h2>Kontakt</h2><p>Tel. 07123 940-12</p>",
            [(None, "Sprachlotsen Neustadt e. V.", None, ("+49712394012",), ())],
            id="an association called for its helpers",
        ),
        pytest.param(
            "<h2>Nachbarschaftshilfe</h2><p>Einkaufen: Eva Muster, Tel. 07123 940-12</p>"
            "<p>Vermittlung und Büro (Di + Do 9–11 Uhr):<br>Burgstraße 3, 72762 Neustadt<br>Tel. 07123 940-13</p>",
            [
                ("Muster", "Nachbarschaftshilfe", "Einkaufen", ("+49712394012",), ()),
                (None, "Vermittlung und Büro", None, ("+49712394013",), ()),
            ],
            id="an office with its hours over its address is no longer the person above",
        ),
        pytest.param(
            "<p><b>Fahrradwerkstatt</b></p><p>Eva Muster, Tel. 07123 940-12</p><p>Uwe Beispiel, Tel. 07123 940-13</p>",
            [
                ("Muster", "Fahrradwerkstatt", None, ("+49712394012",), ()),
                ("Beispiel", "Fahrradwerkstatt", None, ("+49712394013",), ()),
            ],
            id="a bold paragraph is over all people below it, each in a paragraph",
        ),
        pytest.param(
            "<p>Eva Muster<br><span><object height=0>"
            "<a href=mailto:muster@kreis.de>muster@kreis.de</a></object></span></p>",
            [("Muster", None, None, (), ("muster@kreis.de",))],
            id="an object that embeds nothing shows what stands inside",
        ),
        pytest.param(
            "<table><tr><td><b>1. Vorsitzende</b><td><b>Kassenwart</b></tr><tr><td>Eva Muster<td>Uwe Beispiel</tr>"
            "<tr><td>07123 940-12<td>07123 940-13</tr>"
            "<tr><td><a href=mailto:eva@tsv.de>E-Mail</a><td><a href=mailto:uwe@tsv.de>E-Mail</a></tr></table>",
            [
                ("Muster", None, "1. Vorsitzende", ("+49712394012",), ("eva@tsv.de",)),
                ("Beispiel", None, "Kassenwart", ("+49712394013",), ("uwe@tsv.de",)),
            ],
            id="people as columns without any label",
        ),
        pytest.param(
            "<p>Eva Muster<br><svg role=img><title>Fax</title><path d=M6/></svg> <span>07123 940-99</span></p>",
            [("Muster", None, None, ("+49712394099",), ())],
            id="a drawing is called fax",
        ),
        pytest.param(
            "<ul><li>Neustadt: Xaveria Vorlauft, 07123 940-12, xaveria.vorlauft@kreis.de</li></ul>",
            [("Vorlauft", None, "Neustadt", ("+49712394012",), ("xaveria.vorlauft@kreis.de",))],
            id="the address of a line says that an unknown word in it is a name",
        ),
        pytest.param(
            "<ul><li><b>Team Sprache</b><p>Eva Muster (07123 94012) &amp; "
            "Uwe Beispiel (07123 94013)<br>sprache@hilfe.de</p></li></ul>",
            [
                ("Muster", "Team Sprache", None, ("+49712394012",), ("sprache@hilfe.de",)),
                ("Beispiel", "Team Sprache", None, ("+49712394013",), ("sprache@hilfe.de",)),
            ],
            id="a mailbox below two people of a line, named after neither, is that of both",
        ),
        pytest.param(
            "<h2>Ausländerbehörde</h2><h3>Fachkräfteeinwanderung</h3><p>Frau Muster<br>Tel. 07123 940-12</p>",
            [("Muster", "Ausländerbehörde", "Fachkräfteeinwanderung", ("+49712394012",), ())],
            id="a field of work that begins like a Fachbereich",
        ),
        pytest.param(
            "<div itemscope itemtype=https://schema.org/Person><h3 itemprop=name>Nguyen Thi Hoa</h3>"
            "<p itemprop=jobTitle>Café</p>"
            "<span itemprop=telephone content=+4971239404>07123 940-4</span></div>",
            [("Nguyen", None, "Café", ("+4971239404",), ())],
            id="a name with the family name first, and once more for machines",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Tel. Altdorf: 07125 8812<br>eva.muster@kreis.de</p>",
            [("Muster", "Sozialamt", None, ("+49712394012", "+4971258812"), ("eva.muster@kreis.de",))],
            id="between her number and her mailbox the number of another place is hers",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Büro Altdorf: 07125 8812<br>eva.muster@kreis.de</p>",
            [("Muster", "Sozialamt", None, ("+49712394012", "+4971258812"), ("eva.muster@kreis.de",))],
            id="between her number and her mailbox the number of her office in another town is hers",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Büro Ehrenamt: 07125 8812<br>eva.muster@kreis.de</p>",
            [
                ("Muster", "Sozialamt", None, ("+49712394012",), ("eva.muster@kreis.de",)),
                (None, "Büro Ehrenamt", None, ("+4971258812",), ()),
            ],
            id="an office for something else between her number and her mailbox",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Büro Altdorf: 07125 8812<br>altdorf@kreis.de</p>",
            [
                ("Muster", "Sozialamt", None, ("+49712394012",), ()),
                (None, "Büro Altdorf", None, ("+4971258812",), ("altdorf@kreis.de",)),
            ],
            id="an office in another town with a mailbox of its own",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Sekretariat: 07123 940-14<br>eva.muster@kreis.de</p>",
            [
                ("Muster", "Sozialamt", None, ("+49712394012",), ("eva.muster@kreis.de",)),
                (None, "Sozialamt", "Sekretariat", ("+49712394014",), ()),
            ],
            id="her mailbox below the number of who answers there",
        ),
        pytest.param(
            "<h2>Sozialamt</h2><h3>Frau Eva Muster</h3>"
            "<p>Tel. 07123 940-12<br>Telefon Kleiderkammer: 07123 940-15<br>kammer@kreis.de</p>"
            "<h3>Herr Uwe Beispiel</h3><p>Tel. 07123 940-13</p>",
            [
                ("Muster", "Sozialamt", None, ("+49712394012",), ()),
                (None, "Kleiderkammer", None, ("+49712394015",), ("kammer@kreis.de",)),
                ("Beispiel", "Sozialamt", None, ("+49712394013",), ()),
            ],
            id="a house below one person is not that of the next one",
        ),
        pytest.param(
            "<h1>Sachgebiet 23 – Soziales</h1><p><b>Zentrale</b> 07123 940-0<br><b>Telefax Sachgebiet</b> 07123 940-99"
            "<br>Tel. Jugendamt 07123 940-60</p>",
            [
                (None, "Sachgebiet 23 – Soziales", None, ("+4971239400", "+49712394099"), ()),
                (None, "Jugendamt", None, ("+49712394060",), ()),
            ],
            id="an office called by its kind is the one above, another is not, and a label is no part of its name",
        ),
        pytest.param(
            "<h3>Zentrum Neustadt</h3><p>Eva Muster<br>Tel. dort: 07123 94012, mobil unterwegs 0171 2345678<br>"
            "post@zentrum.de</p>",
            [("Muster", "Zentrum Neustadt", None, ("+49712394012", "+491712345678"), ("post@zentrum.de",))],
            id="a label and an adverb say nothing else",
        ),
        pytest.param(
            "<h2>Hilfe</h2><h4>Betreuung</h4><p>Eva Muster<br>Tel. 07123 940-12</p><h4>Möbellager</h4>"
            "<p>Uwe Beispiel<br>Tel. 07123 940-13</p><h4>Sprachkurse</h4><p>Ida Probe<br>Tel. 07123 940-14</p>",
            [
                ("Muster", None, "Betreuung", ("+49712394012",), ()),
                ("Beispiel", None, "Möbellager", ("+49712394013",), ()),
                ("Probe", None, "Sprachkurse", ("+49712394014",), ()),
            ],
            id="among things done a word that else announces people is one of them",
        ),
        pytest.param(
            "<h3>Beratung</h3><p>Frau Eva Muster<br>Tel. 07123 940-12</p><h3>Öffnungszeiten</h3><p>Mo 9-12 Uhr</p>"
            "<h3>Anfahrt</h3><p>Bus 5</p>",
            [("Muster", None, None, ("+49712394012",), ())],
            id="among headings that say nothing it only announces",
        ),
        pytest.param(
            "<section><div class=toggler>Sachgebiet Asyl</div><div><p>Frau Muster<br>07123 940-12</p>"
            "<p>Frau Probe<br>07123 940-13</p></div></section>"
            "<section><div class=toggler>Wohngeld</div><div><p>Herr Beispiel<br>07123 940-14</p></div></section>",
            [
                ("Muster", "Sachgebiet Asyl", None, ("+49712394012",), ()),
                ("Probe", "Sachgebiet Asyl", None, ("+49712394013",), ()),
                ("Beispiel", None, "Wohngeld", ("+49712394014",), ()),
            ],
            id="what a script makes a button is the title of all that it opens",
        ),
        pytest.param(
            "<p><b>Kasse</b><br>Frau Muster 07123 940-12<br>Frau Probe 07123 940-13</p>"
            "<p>Fax: 07123 940-99<br>amt@kreis.de</p>",
            [
                ("Muster", None, "Kasse", ("+49712394012",), ()),
                ("Probe", None, "Kasse", ("+49712394013",), ()),
                (None, None, None, ("+49712394099",), ("amt@kreis.de",)),
            ],
            id="what the people of one block do is not done by whoever has the fax in the next",
        ),
        pytest.param(
            "<p>Jobcenter Neustadt<br>Marktstraße 5<br>72555 Neustadt<br>Service-Rufnummer: 07123 940-0</p>",
            [(None, "Jobcenter Neustadt", None, ("+4971239400",), ())],
            id="what a number is called is no function",
        ),
        pytest.param(
            "<div><h2>Team Arbeit</h2><dl><dt>Servicetelefon</dt><dd>07123 940-10</dd>"
            "<dt>Telefax</dt><dd>07123 940-19</dd></dl></div>"
            "<div><h2>Landratsamt Neustadt</h2><p>Zentrale: 07123 940-0</p><p>Bürgertelefon: 07123 940-20</p></div>",
            [
                (None, "Team Arbeit", None, ("+49712394010", "+49712394019"), ()),
                (None, "Landratsamt Neustadt", None, ("+4971239400",), ()),
                (None, "Landratsamt Neustadt", "Bürgertelefon", ("+49712394020",), ()),
            ],
            id="a label of a number that says nothing of who answers, and one that does",
        ),
        pytest.param(
            "<p>Jugendamt<br>Tel. 07123 940-10<br>Frau Muster, DW 12<br>Herr Uwe Beispiel, DW 13<br>"
            "Herr Jan Probe, DW 14</p><p>Sozialamt<br>Tel. 07123 940-20<br>Frau Rot, DW 22<br>Herr Blau, DW 23</p>"
            "<p>Frau Weiß, Tel. 07123 940-30</p>",
            [
                (None, "Jugendamt", None, ("+49712394010",), ()),
                *(
                    (name, "Jugendamt", None, (f"+497123940{tail}",), ())
                    for name, tail in (("Muster", 12), ("Beispiel", 13), ("Probe", 14))
                ),
                (None, "Sozialamt", None, ("+49712394020",), ()),
                ("Rot", "Sozialamt", None, ("+49712394022",), ()),
                ("Blau", "Sozialamt", None, ("+49712394023",), ()),
                ("Weiß", None, None, ("+49712394030",), ()),
            ],
            id="all who stand below the number of an office in one block are there, and nobody behind it",
        ),
    ],
)
def test_habit(html: str, expected: list[object]) -> None:
    assert sorted(summary(html), key=repr) == sorted(expected, key=repr)


def test_numbers_below_a_heading_about_faxes_are_faxes() -> None:
    html = "<h2>Fax-Eingänge</h2><p>Jugendamt: 07123 940-99</p><h2>Empfang</h2><p>07123 940-0</p>"
    assert [number[0] for contact in read(html) for number in contact["phones"]] == ["voice", "fax"]


def test_hidden_data_does_not_repeat_a_person_who_is_shown() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/Person"><h3 itemprop="name">Eva Muster</h3>'
        '<span itemprop="telephone" content="+4971239400">07123 940-11</span></div>'
    )
    assert [contact["phones"] for contact in read(html)] == [[["voice", "+49712394011", "11"]]]
