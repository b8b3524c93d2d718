"""What a part of a page lends its numbers, and what it must not lend to those of another part."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read

_TABLE = "<table><tr><th>Name</th><th>Telefon</th></tr><tr><td>{}</td><td>{}</td></tr></table>"


def numbers(html: str) -> dict[str, tuple[str, ...]]:
    """The numbers of each person."""
    return {
        contact["name"][3]: tuple(number[1] for number in contact["phones"])
        for contact in read(html)
        if contact["name"]
    }


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<h2>Haus A</h2><p>Zentrale 07123 407-0</p>" + _TABLE.format("Eva Muster", "-331")
            + "<h2>Haus B</h2><p>Zentrale 07161 407-0</p>" + _TABLE.format("Uwe Beispiel", "-1041"),
            {"Muster": ("+497123407331",), "Beispiel": ("+4971614071041",)},
            id="a table of Durchwahlen belongs to the house above it, not to the last of the page",
        ),
        pytest.param(
            "<p>Vorwahl für alle Anschlüsse, wenn nicht anders angegeben: 0 71 53</p>"
            "<p>Eva Muster, Tel. 07163/ 53 92<br>Uwe Beispiel, Tel. 4 18 27</p>",
            {"Muster": ("+4971635392",), "Beispiel": ("+49715341827",)},
            id="an area code announced with many words",
        ),
        pytest.param(
            "<p>Eva Muster, Tel. 07163 53 92<br>Uwe Beispiel, Tel. 4 18 27<br>Ina Vorlage, Tel. 07153 92 11 40</p>",
            {"Muster": ("+4971635392",), "Vorlage": ("+497153921140",)},
            id="no area code of somebody else where the page has several",
        ),
        pytest.param(
            "<p>Eva Muster<br>Tel. 07163 53 92<br>Fax 41 82 79</p><p>Ina Vorlage, Tel. 07153 92 11 40</p>",
            {"Muster": ("+4971635392", "+497163418279"), "Vorlage": ("+497153921140",)},
            id="the area code of the line above in the same entry",
        ),
    ],
)  # fmt: skip
def test_numbers_of_parts(html: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert numbers(html) == expected


def test_what_a_house_says_ends_with_it() -> None:
    html = (
        "<h2>Haus A</h2><p>Tel. 07123 407-12</p><h3>Bauen</h3><p>Eva Muster, App. -13</p>"
        "<h2>Haus B</h2><p>Tel. 07161 55-12</p><h2>Haus C</h2><p>Uwe Beispiel, App. -14</p>"
    )
    assert numbers(html) == {"Muster": ("+4971234071" + "3",)}


@pytest.mark.parametrize(
    "html",
    [
        "<pre>\nMuster, Eva      Leiterin         07123 940-12    12\n"
        "Beispiel, Uwe    Kasse            07123 940-11    7\n</pre>",
        "<p style='white-space: pre-line'>Eva Muster, 07123 940-12\nUwe Beispiel, 07123 940-11</p>",
    ],
)
def test_preformatted_lines_are_lines(html: str) -> None:
    assert numbers(html) == {"Muster": ("+4971239401" + "2",), "Beispiel": ("+4971239401" + "1",)}
