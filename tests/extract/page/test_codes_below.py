"""Area codes below the numbers of their block: another one in the next block is the other's."""

from __future__ import annotations

import pytest

from pipeline import display
from pipeline.extract.page.reader import read_page
from pipeline.model import Phone, Rules


def numbers(html: str) -> list[str]:
    extraction = read_page(html.encode(), "utf-8", Rules())
    values = [reading.value for record in extraction.records for reading in record.readings]
    return [display.phone(value) for value in values if isinstance(value, Phone)]


_CARDS = "<p>Eva Muster<br>Tel. 22 10<br>{}</p><p>Uwe Beispiel<br>Tel. 33 10<br>{}</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            _CARDS.format("Vorwahl: 05141", "Vorwahl: 07161"), ["05141 2210", "07161 3310"], id="in each paragraph"
        ),
        pytest.param(
            _CARDS.format("Vorwahl 05141<br>eva@muster.example", "(Vorwahl 07161)"), ["05141 2210", "07161 3310"],
            id="what stands below it needs no area code",
        ),
        pytest.param(
            "<div><div>Eva Muster</div><div>Tel. 22 10</div><div>Vorwahl 05141</div></div>"
            "<div><div>Uwe Beispiel</div><div>Tel. 33 10</div><div>Vorwahl 07161</div></div>",
            ["05141 2210", "07161 3310"], id="in boxes of their own",
        ),
        pytest.param(
            "<p>Eva Muster, 22 10<br>Vorwahl 05141</p><p>Uwe Beispiel, 33 10<br>Vorwahl 07161</p>",
            ["05141 2210", "07161 3310"], id="numbers without a label",
        ),
        pytest.param(
            _CARDS.format("Vorwahl 05141", "Vorwahl 07161") + "<p>Ida Probe<br>Tel. 44 10</p>",
            ["05141 2210", "07161 3310"], id="a block without one has none",
        ),
        pytest.param(
            _CARDS.format("Vorwahl 05141", "Fax 33 11"), ["05141 2210", "05141 3310", "05141 3311"],
            id="the only one of the page holds for all of it",
        ),
        pytest.param(
            "<p>Stadt Muster<br>Vorwahl 05141<br>Eva Muster, Tel. 22 10<br>Stadt Probe<br>Vorwahl 07161<br>"
            "Uwe Beispiel, Tel. 33 10</p>", ["05141 2210", "07161 3310"], id="above the numbers of a part",
        ),
        pytest.param(
            "<p>Vorwahl 05141</p><p>Eva Muster, Tel. 22 10</p><p>Vorwahl 07161</p><p>Uwe Beispiel, Tel. 33 10</p>",
            ["05141 2210", "07161 3310"], id="paragraphs of their own above",
        ),
    ],
)  # fmt: skip
def test_whose_area_code_stands_below(html: str, expected: list[str]) -> None:
    assert numbers(html) == expected
