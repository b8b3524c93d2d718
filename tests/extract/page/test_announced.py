"""Names that no list knows, announced in a list as those of others are."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

KNOWN = "<li>Fahrdienst: Eva Muster, Tel. 07123 94012</li><li>Kasse: Uwe Beispiel, Tel. 07123 94013</li>"


def named(entry: str) -> list[str]:
    return sorted(name for name, *_ in summary(f"<ul>{KNOWN}<li>{entry}</li></ul>") if name)


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("Garten: Unbekannt Feddersen, Tel. 07123 94014", ["Beispiel", "Feddersen", "Muster"]),
        ("Garten: Unbekannt Feddersen, E-Mail: garten@verein.de", ["Beispiel", "Feddersen", "Muster"]),
        ("Neustadt: Eva Probst-Runde, Tel. 07123 94014, ssv@verein.de", ["Beispiel", "Muster", "Probst-Runde"]),
        ("Mittwoch: Eva Kinder-Runde, Tel. 07123 94014", ["Beispiel", "Muster"]),
        ("Notruf: Weißer Ring, Tel. 07123 94014", ["Beispiel", "Muster"]),
        ("Essen: Gasthof Krone, Tel. 07123 94014", ["Beispiel", "Muster"]),
        ("Bus: Autohaus Maier, Tel. 07123 94014", ["Beispiel", "Muster"]),
        ("Möbel: Lager Neustadt, Tel. 07123 94014", ["Beispiel", "Muster"]),
        ("Spenden: Caritas Tannberg, Tel. 07123 94014", ["Beispiel", "Muster"]),
    ],
)
def test_what_stands_behind_a_label_with_values(entry: str, names: list[str]) -> None:
    assert named(entry) == names


def test_alone_nothing_says_that_it_is_a_name() -> None:
    assert [name for name, *_ in summary("<p>Garten: Unbekannt Feddersen, Tel. 07123 94014</p>")] == [None]


def test_what_has_a_label_of_its_own_below_a_sentence_is_not_hers() -> None:
    html = "<p>Bitte wenden Sie sich mit allen Fragen an Herrn Uwe Beispiel.</p><p>{}</p>"
    assert ("Beispiel", ("+49712394012",)) in {(c[0], c[3]) for c in summary(html.format("Tel. 07123 940-12"))}
    assert (None, ("+49712394012",)) in {(c[0], c[3]) for c in summary(html.format("Grabmale: 07123 940-12"))}
