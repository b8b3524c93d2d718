"""Names that no list knows: what around a line makes it one, and what does not."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read, summary


def names(html: str) -> list[str | None]:
    return [contact[0] for contact in summary(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Unbekannt Vorlaut<br>vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Unbekannt Vorlaut<br>u.vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Unbekannt Vorlaut<br>info@muster.de</p>", [None]),
        ("<p>Unbekannt Vorlaut, Leitung<br>vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<p>Neustadt: Unbekannt Vorlaut, 07123 940-12, vorlaut@muster.de</p>", ["Vorlaut"]),
        (
            "<p>Eva Muster | 07123 940-12<br>Unbekannt Vorlaut (Horizonte) | 07123 940-13 | vorlaut@w.de</p>",
            ["Vorlaut", "Muster"],
        ),
        ("<p>Weißer Ring, ring@muster.de</p>", [None]),
        ("<h2>Vorlaut, Unbekannt</h2><p>Raum 5<br>07123 940-12<br>unbekannt.vorlaut@muster.de</p>", ["Vorlaut"]),
        ("<h2>Vorlaut, Unbekannt</h2><p>Raum 5<br>07123 940-12<br>vorlaut-unbekannt@muster.de</p>", [None]),
        ("<p>Unbekannt Vorlaut-Muster<br>vorlaut@muster.de</p>", ["Vorlaut-Muster"]),
        ("<p>Unbekannt Vorlaut-Muster<br>vor@muster.de</p>", [None]),
    ],
)
def test_a_mailbox_says_who_somebody_is(html: str, expected: list[str | None]) -> None:
    assert names(html) == expected


def test_who_is_addressed_on_a_page_is_known_elsewhere_on_it() -> None:
    aside = "<p><b>Vorlaut, Unbekannt</b><br>07123 940-12</p><p><b>Muster, Eva</b><br>07123 940-13</p>"
    shown = "<p>Frau Unbekannt Vorlaut<br>07123 940-12</p>"
    assert set(names(f"{shown}<aside>{aside}</aside>")) == {"Vorlaut", "Muster"}
    assert set(names(f"{shown}<p>Vorlaut, Unhold<br>07123 940-13</p>")) == {"Unbekannt Vorlaut", None}


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Unbekannt Beispielmann und Eva Muster", ["Beispielmann", "Muster"]),
        ("Eva Muster & Unbekannt Beispielmann", ["Muster", "Beispielmann"]),
        ("Landfrauen Neustadt und Eva Muster", ["Muster"]),
    ],
)
def test_who_stands_beside_somebody_is_somebody(line: str, people: list[str]) -> None:
    assert set(names(f"<h3>Werkstatt</h3><p>{line}<br>07123 940-12</p>")) == set(people)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<b>Unbekannt Vorlautmann</b>", ["Vorlautmann"]),
        ("<b>Villa Vorlaut</b>", [None]),
        ("Unbekannt Vorlaut", [None]),
    ],
)
def test_a_function_above_and_an_address_below_name_a_family_in_bold(line: str, expected: list[str | None]) -> None:
    below = "Marktplatz 1<br>73033 Göppingen<br>Raum 5<br>Tel. 07123 940-12"
    assert names(f"<h3>Kreis Musterbach</h3><p>Integrationsbeauftragte<br>{line}<br>{below}</p>") == expected


@pytest.mark.parametrize(
    ("mailbox", "who"), [("unbekannt.vorlaut", ("Unbekannt", "Vorlaut")), ("u.vorlaut", None), ("info", None)]
)
def test_two_words_with_a_comma_are_somebody_whose_mailbox_has_both(mailbox: str, who: tuple[str, str] | None) -> None:
    html = f"<ul><li>Vorlaut, Unbekannt – Lernhilfe – M 0172 3537527 – {mailbox}@stadt.example</li></ul>"
    (contact,) = read(html)
    assert (tuple(contact["name"][2:]) if contact["name"] else None) == who


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Unbekannt Beispielmann-Vorlaut", "Beispielmann-Vorlaut"),
        ("Unbekannt Beispielmann", None),  # may be a house as well
        ("Autohaus Maier", None),
        ("Hofgut Fischer", None),
        ("Unbekannt Vorlaut", None),
        ("Weißer Beispielmann", None),
        ("Villa Vorlaut", None),
    ],
)
def test_a_function_below_a_family_is_somebodys(line: str, expected: str | None) -> None:
    assert names(f"<p><b>Presse</b><br>{line}<br>Pressesprecherin<br>Telefon: 07123 940-12</p>") == [expected]
