"""A function is said of those of whom it is said, and of nobody beside or below them."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary
from tests.extract.page.test_inherited import field

_NEWS = "<h1>Neue Jugendwartin für Neustadt</h1>{}<p>Uwe Beispiel, Pressesprecher<br>Tel. 07123 940-13</p>"


FUNCTIONS: dict[str, tuple[str, dict[str, str | None]]] = {
    "behind one of several names": (
        "<p>Eva Muster (Vorsitzende), Uwe Beispiel, Ida Probe<br>vorstand@verein.example</p>",
        {"Muster": "Vorsitzende", "Beispiel": None, "Probe": None},
    ),
    "before two of three who share a mailbox": (
        "<p>Vorsitzender: Uwe Beispiel<br>Stellvertreterinnen: Eva Muster und Ida Probe<br>wir@verein.example</p>",
        {"Beispiel": "Vorsitzender", "Muster": "Stellvertreterinnen", "Probe": "Stellvertreterinnen"},
    ),
    "over one block, beside one that begins with a label": (
        "<p><b>Schriftführerin:</b><br>Ida Probe<br>Tel. 07123 940-12</p>"
        "<p><b>Ansprechpartnerin im Rathaus:</b><br>Eva Muster<br>Tel. 07123 940-13</p>",
        {"Probe": "Schriftführerin", "Muster": None},
    ),
    "over two blocks, whatever labels of values stand between": (
        "<p><b>Schriftführerinnen:</b><br>Ida Probe<br>Telefon: 07123 940-12</p><p>Eva Muster<br>Tel. 07123 940-13</p>",
        {"Probe": "Schriftführerinnen", "Muster": "Schriftführerinnen"},
    ),
    "a matter in the plural as a heading": (
        "<h1>Ausländerbehörde</h1><h3>Einbürgerungen</h3><p>Eva Muster<br>Tel. 07123 940-12</p>"
        "<h3>Öffnungszeiten</h3><p>Ida Probe<br>Tel. 07123 940-13</p>",
        {"Muster": "Einbürgerungen", "Probe": None},
    ),
    "of several, behind the last of them": (
        "<p>Kontakt: Eva Muster und Ida Probe (Sprecherinnen), Tel. 07123 940-12</p>",
        {"Muster": "Sprecherinnen", "Probe": "Sprecherinnen"},
    ),
    "whom she advises are several, she is one": (
        "<p>Uwe Beispiel und Eva Muster, Leiterin Beratung für Migrantinnen<br>Tel. 07123 940-12</p>",
        {"Beispiel": None, "Muster": "Leiterin Beratung für Migrantinnen"},
    ),
    "behind the number and the name, where the first stands above with more words": (
        "<p>Leitung: Eva Muster</p><p>07123 940-12 (Frau Muster) Asyl<br>07123 940-13 (Herr Kurz) Wohngeld<br>"
        "07123 940-14 (Frau Lang) Kasse</p>",
        {"Muster": "Asyl", "Kurz": "Wohngeld", "Lang": "Kasse"},
    ),
    "a heading right below a part of an administration, unless it says where": (
        "<h1>Referat 31 – Integration</h1><h2>Übergangswohnheime</h2><p>Eva Muster<br>Tel. 07123 940-12</p>"
        "<h2>Standort Neustadt</h2><p>Ida Probe<br>Tel. 07123 940-13</p>",
        {"Muster": "Übergangswohnheime", "Probe": None},
    ),
    "the town of her own address is no function": (
        "<div><h3>Neustadt</h3><p>Eva Muster<br>Am Rathaus 4<br>73728 Neustadt<br>Tel. 07123 940-12</p></div>"
        "<p><b>Altdorf</b><br>Ida Probe<br>Am Markt 4<br>73773 Altdorf<br>Tel. 07123 940-13</p>",
        {"Muster": None, "Probe": None},
    ),
    "a matter between an office and a name": (
        "<p>Fachdienst Asyl<br>Unterbringung<br>Frau Muster<br>Tel. 07123 940-12</p>",
        {"Muster": "Unterbringung"},
    ),
    "a grade between her function and her name": (
        "<p><b>Wehrführerin</b><br>Hauptbrandmeisterin<br>Eva Muster<br>Tel. 07123 940-12</p>"
        "<p>Verwaltungsrätin<br>Ida Probe<br>Tel. 07123 940-13</p>",
        {"Muster": "Wehrführerin", "Probe": "Verwaltungsrätin"},
    ),
    "of two functions above her the last": (
        "<p>Schriftführerin<br>Kassiererin<br>Eva Muster<br>Tel. 07123 940-12</p>",
        {"Muster": "Kassiererin"},
    ),
    "what somebody has studied is not what she does": (
        "<h3>Leitung</h3><p>Eva Muster, M.A. Soziale Arbeit<br>Tel. 07123 940-12</p>"
        "<h3>Kasse</h3><p>Uwe Beispiel, B.A., Kassierer<br>Tel. 07123 940-13</p>",
        {"Muster": "Leitung", "Beispiel": "Kassierer"},
    ),
    "work right behind a degree": (
        "<p>Eva Muster, M.A. Flüchtlingsberatung, Tel. 07123 940-12</p>",
        {"Muster": "Flüchtlingsberatung"},
    ),
    "behind the mark of a note": (
        "<p>Eva Muster¹, Leiterin<br>Tel. 07123 940-12</p>",
        {"Muster": "Leiterin"},
    ),
    "a heading over the office in which they are": (
        "<h2>Koordinatorinnen Sprachpool</h2><p>Landratsamt Neustadt<br>Stabsstelle Integration</p>"
        "<p>Eva Muster und Ida Probe<br>Tel. 07123 940-12</p>",
        {"Muster": "Koordinatorinnen Sprachpool", "Probe": "Koordinatorinnen Sprachpool"},
    ),
    "a matter with its short name beside others, of whom stands in for somebody above": (
        "<h3>Leitung</h3><p>Eva Muster, 07123 940-11<br>Vertretung: Ida Probe, 07123 940-12</p>"
        "<h3>Strategische Steuerung KIM (Baustein 1)</h3><p>Ida Probe, 07123 940-12</p>"
        "<h3>Fahrdienst</h3><p>Uwe Beispiel, 07123 940-13</p>"
        "<h3>Ehrenamtslotse</h3><p>Jan Muster, 07123 940-14</p>",
        {
            "Muster": "Ehrenamtslotse",
            "Probe": "Strategische Steuerung KIM (Baustein 1)",
            "Beispiel": "Fahrdienst",
        },
    ),
    "behind a couple with one family name": (
        "<p>Kleiderkammer: Ina und Uwe Beispiel (Leitung), Tel. 07123 940-12; Eva Muster (Kasse), 07123 940-13</p>",
        {"Beispiel": "Leitung", "Muster": "Kasse"},
    ),
    "work for a place where a function stood above the person before": (
        "<p>Fachgruppenleiter<br>Eva Muster<br>07123 940-12</p>"
        "<p>Hausverwaltung Nord (Linden, Altdorf)<br>Uwe Beispiel<br>07123 940-13</p>",
        {"Muster": "Fachgruppenleiter", "Beispiel": "Hausverwaltung Nord (Linden, Altdorf)"},
    ),
    "for whom somebody does what stands above": (
        "<h3>Integrationslotsinnen</h3><p>Eva Muster<br>zuständig für Linden, Altdorf<br>07123 940-12</p>"
        "<p>Ina Probe<br>zuständig für Neustadt<br>07123 940-13</p>",
        {
            "Muster": "Integrationslotsinnen, zuständig für Linden, Altdorf",
            "Probe": "Integrationslotsinnen, zuständig für Neustadt",
        },
    ),
    "what an official does, beside his rank": (
        "<p>Regierungsamtmann Uwe Beispiel, Förderung der Beratung (Träger A bis H), 07123 940-12</p>",
        {"Beispiel": "Regierungsamtmann, Förderung der Beratung (Träger A bis H)"},
    ),
    "a function with endings for all genders": (
        "<div><span class=funktion>Ansprechpartner:in Mittler:innenpool und Ehrenamt</span><h3>Eva Muster</h3>"
        "<p>07123 940-12</p></div>",
        {"Muster": "Ansprechpartner:in Mittler:innenpool und Ehrenamt"},
    ),
    "a block alike begins with other words": (
        "<p>Leitung und Kasse<br>Eva Muster<br>Tel. 07123 940-12</p>"
        "<p>Fahrdienste<br>Uwe Beispiel, 07123 940-13<br>Ida Probe, 07123 940-14</p>",
        {"Muster": "Leitung und Kasse", "Beispiel": "Fahrdienste", "Probe": "Fahrdienste"},
    ),
    "a team is no function": (
        "<p>Leitung und Kasse<br>Eva Muster<br>Tel. 07123 940-12</p><p>Team 4<br>Uwe Beispiel, 07123 940-13</p>",
        {"Muster": "Leitung und Kasse", "Beispiel": "Leitung und Kasse"},
    ),
    "an office that calls itself Büro is no room": (
        "<p><b>Leiterin</b><br>Eva Muster<br>Tel. 07123 940-12</p>"
        "<p><b>Büro des Landrats</b><br>Uwe Beispiel, 07123 940-13<br>Ida Probe, 07123 940-14</p>",
        {"Muster": "Leiterin", "Beispiel": None, "Probe": None},
    ),
    "a rank no list knows below a function": (
        "<p>Beauftragte für Kirchenasyl<br>Kirchenrätin Eva Muster<br>Tel. 07123 940-12</p>",
        {"Muster": "Beauftragte für Kirchenasyl, Kirchenrätin"},
    ),
    "a rank below several matters": (
        "<p>Ökumene, Kirchentag, Kirchlicher Jugenddienst<br>Oberkirchenrat Uwe Beispiel<br>Tel. 07123 940-13</p>",
        {"Beispiel": "Ökumene, Kirchentag, Kirchlicher Jugenddienst, Oberkirchenrat"},
    ),
    "a profession leaves open what she does": (
        "<ul><li>RAin Eva Muster – Rechtsberatung<br>Tel. 07123 940-12</li></ul>",
        {"Muster": "Rechtsberatung"},
    ),
    "the headline of a report": (
        _NEWS.format("<p>Eva Muster<br>Tel. 07123 940-12</p>"),
        {"Muster": None, "Beispiel": "Pressesprecher"},
    ),
    "a column behind names without headings": (
        "<table><tr><td>Frau Eva Muster</td><td>Amtsleiterin</td><td>07123 940-12</td></tr>"
        "<tr><td>Herr Uwe Beispiel</td><td>Niederlassungserlaubnisse</td><td>07123 940-13</td></tr>"
        "<tr><td>Frau Ida Probe</td><td>Geduldete Personen</td><td>07123 940-14</td></tr></table>",
        {"Muster": "Amtsleiterin", "Beispiel": "Niederlassungserlaubnisse", "Probe": "Geduldete Personen"},
    ),
    "two people beside one function in a grid of boxes": (
        "<div><div><b>Kommandant</b></div><div>Uwe Beispiel<br>Tel. 07123 940-12</div></div>"
        "<div><div><b>Stellvertreter</b></div>"
        "<div>Ida Probe<br>Tel. 07123 940-13<br><br>Eva Muster<br>Tel. 07123 940-14</div></div>",
        {"Beispiel": "Kommandant", "Probe": "Stellvertreter", "Muster": "Stellvertreter"},
    ),
}


@pytest.mark.parametrize(("html", "roles"), FUNCTIONS.values(), ids=list(FUNCTIONS))
def test_whose_function(html: str, roles: dict[str, str | None]) -> None:
    assert field(html, "role") == roles


def test_behind_a_family_name_that_is_said_once_stands_what_both_do() -> None:
    html = (
        "<p>Eva und Uwe Muster • Arabisch-Übersetzung • 0171 2345678</p>"
        "<p>Ida Probe, Jan Beispiel • Arabisch-Übersetzung • 0171 2345679</p>"
    )
    said = {contact["name"][2]: contact["role"] for contact in read(html)}
    does = "Arabisch-Übersetzung"
    assert said == {"Eva": does, "Uwe": does, "Ida": None, "Jan": does}


OFFICES: dict[str, tuple[str, dict[str, str | None]]] = {
    "where a sentence says that she is": (
        "<p>Im Landratsamt ist jetzt Frau Muster für uns zuständig, Telefon 07123 940-12.</p>",
        {"Muster": "Landratsamt"},
    ),
    "who stands in for somebody is of her office": (
        "<p>Büro für Teilhabe<br>Marktplatz 1<br>72555 Metzingen</p>"
        "<p>Eva Muster, Leiterin<br>Tel. 07123 940-12</p><p>Vertretung: Uwe Beispiel<br>Tel. 07123 940-13</p>",
        {"Muster": "Büro für Teilhabe", "Beispiel": "Büro für Teilhabe"},
    ),
    "an office before brackets and the rest of a verb": (
        "<p>Gut erhaltene Räder für Kinder nimmt der Bauhof entgegen (Herr Beispiel, Tel. 07123 940-13).</p>",
        {"Beispiel": "Bauhof"},
    ),
    "what goes on there is no office": (
        "<h2>Team Begegnung</h2><p>Singen, Tanzen, Werkstatt.</p><p>Leitung: Eva Muster<br>Tel. 07123 940-12</p>",
        {"Muster": "Team Begegnung"},
    ),
    "where her room is": (
        "<h2>Verwaltungsverband Neustadt</h2><p>Eva Muster<br>Rathaus Neustadt, Zimmer 4<br>Tel. 07123 940-12</p>",
        {"Muster": "Verwaltungsverband Neustadt"},
    ),
    "nothing else says where she is": (
        "<h2>Ihre Fragen</h2><p>Eva Muster<br>Rathaus Neustadt, Zimmer 4<br>Tel. 07123 940-12</p>",
        {"Muster": "Rathaus Neustadt"},
    ),
    "an office behind the address of a sentence": (
        "<p>Änderungen bitte an post@muster.de, Stabsstelle Ehrenamt, Frau Muster, Telefon 07123 940-12.</p>",
        {"Muster": "Stabsstelle Ehrenamt"},
    ),
    "links beside each other": (
        '<p><a href="/a">Start</a> | <a href="/b">Gemeinden</a></p><p>Frau Muster<br>Tel. 07123 940-12</p>',
        {"Muster": None},
    ),
    "links to her office and her function": (
        '<p>Eva Muster</p><p><a href="/a">Sozialamt</a> | <a href="/b">Integrationsbeauftragte</a></p>'
        "<p>Tel. 07123 940-12</p>",
        {"Muster": "Sozialamt | Integrationsbeauftragte"},
    ),
    "right behind a degree": (
        "<p>Udo Kurz, B.A. Caritasverband, Tel. 07123 940-15</p>"
        "<p>Ina Lang, M.A. Sachgebiet Asyl, Tel. 07123 940-16</p>",
        {"Kurz": "Caritasverband", "Lang": "Sachgebiet Asyl"},
    ),
    "the way to an office": (
        "<p>Eva Muster<br>Zugang zum Büro über den Hof hinter der Kirche<br>Tel. 07123 940-12</p>",
        {"Muster": None},
    ),
    "links of which one is a person": (
        '<p><a href="/a">Sozialamt</a> | <a href="/b">Eva Muster</a> | <a href="tel:0712394012">07123 940-12</a></p>',
        {"Muster": "Sozialamt"},
    ),
    "a panel that another attribute opens": (
        '<div><div><a data-toggle="collapse" href="#a">Stadt Neustadt</a></div><div id="a">'
        "<p>Eva Muster<br>Tel. 07123 940-12</p><p>Uwe Beispiel<br>Tel. 07123 940-13</p></div></div>",
        {"Muster": "Stadt Neustadt", "Beispiel": "Stadt Neustadt"},
    ),
}


@pytest.mark.parametrize(("html", "offices"), OFFICES.values(), ids=list(OFFICES))
def test_whose_office(html: str, offices: dict[str, str | None]) -> None:
    assert field(html, "org") == offices


def test_a_fax_for_both_is_that_of_the_two_above() -> None:
    people = "Leiterin Eva Muster, 07123 940-12<br>Stellvertreter Uwe Beispiel, 07123 940-13"
    html = f"<p>{people}<br>Fax für beide 07123 940-19</p>"
    numbers = [sorted(phone[1] for phone in contact["phones"]) for contact in read(html)]
    assert numbers == [["+49712394012", "+49712394019"], ["+49712394013", "+49712394019"]]


@pytest.mark.parametrize("label", ["E-Mail (beide)", "E-Mail (für beide)", "E-Mail für beide"])
def test_a_mailbox_for_both_is_that_of_the_two_above(label: str) -> None:
    people = "Leitung: Eva Muster, 07123 940-12<br>Vertretung: Uwe Beispiel, 07123 940-13"
    html = f"<h2>Kurse</h2><p>{people}<br>{label}: kurse@stadt.example</p>"
    assert [contact["emails"] for contact in read(html)] == [["kurse@stadt.example"]] * 2


@pytest.mark.parametrize(
    ("third", "label"), [("<br>Ida Probe, 07123 940-14", "E-Mail (beide)"), ("", "E-Mail (Anmeldung)")]
)
def test_a_mailbox_of_whoever_is_meant_else_is_of_none_of_them(third: str, label: str) -> None:
    people = f"Eva Muster, 07123 940-12<br>Uwe Beispiel, 07123 940-13{third}"
    html = f"<h2>Kurse</h2><p>{people}<br>{label}: kurse@stadt.example</p>"
    assert [contact["emails"] for contact in read(html) if contact["name"] is not None and contact["emails"]] == []


def test_a_label_of_a_value_is_no_part_of_an_office() -> None:
    assert [one["org"] for one in read("<p>Telefon Landratsamt: 07123 940-0</p>")] == ["Landratsamt"]


def test_a_post_without_a_person_has_its_mailbox() -> None:
    html = "<h2>Stadt Neustadt</h2><p>Koordinationsstelle derzeit N.N., ehrenamt@neustadt.example</p>"
    assert [(one["name"], one["org"]) for one in read(html)] == [(None, "Stadt Neustadt, Koordinationsstelle")]


def test_a_number_of_a_desk_in_brackets_is_not_hers_and_what_follows_is() -> None:
    html = "<p>Eva Muster<br>Tel. 07123 940-12 (Sekretariat: -13)<br>Fax 07123 940-19</p>"
    assert [[phone[1] for phone in contact["phones"]] for contact in read(html)] == [["+49712394012", "+49712394019"]]


@pytest.mark.parametrize(
    ("others", "family"),
    [
        ("<p>Eva Muster<br>Tel. 07123 940-12</p><p>Uwe Beispiel<br>Tel. 07123 940-13</p>", "Dawit"),
        ("<p>Eva Muster<br>Tel. 07123 940-12</p>", "Zerihun"),  # one other name says nothing of the order
    ],
)
def test_a_page_that_puts_given_names_first_does_so_with_all(others: str, family: str) -> None:
    html = f"{others}<p><b>Leitung:</b><br>Zerihun Dawit<br>Tel. 07123 940-14</p>"
    assert family in [contact["name"][3] for contact in read(html)]


def test_a_number_that_begins_others_is_the_main_number() -> None:
    html = (
        "<p>Alle Durchwahlen hängen an 07123 940 22.</p><ul><li>Eva Muster<br>Durchwahl: – 34</li></ul>"
        "<h2>Geschäftsstelle</h2><p>Telefon: 07123 940 22 30<br>Telefax: 07123 940 22 39</p>"
    )
    assert next(one["phones"] for one in read(html) if one["name"])[0][1] == "+4971239402234"


def test_brackets_behind_names_say_where_people_are_or_what_they_do_as_most_on_the_page_do() -> None:
    def listed(*noted: str) -> set[tuple[str | None, str | None]]:
        people = ("Eva Muster", "Uwe Beispiel", "Ina Probe", "Tom Vorbild", "Ida Beispiel")[: len(noted)]
        lines = "<br>".join(f"{name} ({note}) | 07123 940-0" for name, note in zip(people, noted, strict=True))
        return {(one["org"], one["role"]) for one in read(f"<h2>Begegnung</h2><p>{lines}</p>")}

    assert listed("Café Global", "Caritas Neustadt", "Villa Vorlaut") == {
        ("Café Global", "Begegnung"),
        ("Caritas Neustadt", "Begegnung"),
        ("Villa Vorlaut", "Begegnung"),
    }
    assert ("Begegnung", "Erste Schritte") in listed("Leitung", "Koordination", "Erste Schritte")
    assert ("Begegnung", "Erste Schritte") in listed(
        "Leitung", "Erste Schritte", "Koordination", "Zweite Schritte", "Dritte Schritte"
    )  # a few functions among many words nobody knows are enough; it takes more offices to make an office
    assert listed("Beauftragte, Jugendamt") == {("Jugendamt", "Beauftragte")}


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Migrationsberatung für Erwachsene", (None, "Migrationsberatung für Erwachsene")),
        ("Leiterin Soziale Arbeit", (None, "Leiterin Soziale Arbeit")),
        ("Stadtverwaltung Neustadt", ("Stadtverwaltung Neustadt", None)),
        ("Ihre Ansprechpartner", (None, None)),
    ],
)
def test_a_caption_over_somebodys_values_says_what_she_does_as_a_heading_would(
    caption: str, told: tuple[str | None, str | None]
) -> None:
    rows = "<tr><td>Name:</td><td>Eva Muster</td></tr><tr><td>Telefon:</td><td>07123 940-12</td></tr>"
    found = summary(f"<h1>Team</h1><table><caption>{caption}</caption>{rows}</table>")
    assert [(org, role) for _, org, role, _, _ in found] == [told]


def test_a_part_of_the_house_among_headings_that_say_what_people_do_says_so_too() -> None:
    def below(*headings: str) -> dict[str | None, tuple[str | None, str | None]]:
        names = ("Muster", "Beispiel", "Probe", "Vorbild")
        cards = (
            f"<h3>{heading}</h3><p>Eva {name}, 07123 940-1{number}</p>"
            for number, (heading, name) in enumerate(zip(headings, names, strict=False))
        )
        found = summary(f"<h2>Landratsamt Neustadt</h2>{''.join(cards)}")
        return {name: (org, role) for name, org, role, _, _ in found}

    posts = below("Amtsleitung", "Flüchtlingssozialarbeit", "Untere Aufnahmebehörde")
    assert posts["Probe"] == ("Landratsamt Neustadt", "Untere Aufnahmebehörde")
    assert below("Amtsleitung", "Untere Aufnahmebehörde")["Beispiel"] == ("Untere Aufnahmebehörde", None)
    assert below("Amtsleitung", "Flüchtlingssozialarbeit", "Feuerwehr Neustadt")["Probe"] == (
        "Feuerwehr Neustadt",
        None,
    )
