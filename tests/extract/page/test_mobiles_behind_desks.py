"""Mobile numbers below the desk of somebody: hers, for nobody takes a desk along."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_HERS, _DESK, _MOBILE = "+49712394010", "+49712394011", "+491742345678"


def numbers(html: str) -> dict[str | None, tuple[str, ...]]:
    return {entry[0]: entry[3] for entry in summary(html)}


@pytest.mark.parametrize(
    "html",
    [
        "<dl><dt>Leiterin</dt><dd>Eva Muster</dd><dt>Telefon</dt><dd>07123 940-10</dd><dt>Sekretariat</dt>"
        "<dd>-11</dd><dt>Mobil</dt><dd>0174 2345678</dd></dl>",
        "<p>Eva Muster<br>Tel. 07123 940-10<br>Sekretariat: -11<br>Mobil: 0174 2345678</p>",
    ],
)
def test_a_mobile_below_a_desk_is_that_of_whose_desk_it_is(html: str) -> None:
    assert numbers(html) == {"Muster": (_HERS, _MOBILE), None: (_DESK,)}


@pytest.mark.parametrize(
    "desk",
    [
        "Sekretariat: -11, mobil 0174 2345678</p>",
        "</p><p>Sekretariat: 07123 940-11<br>Mobil: 0174 2345678</p>",
        "Hausmeisterei: -11<br>Mobil: 0174 2345678</p>",
    ],
    ids=["in its line", "in a block of its own", "no desk"],
)
def test_a_mobile_of_a_desk_is_not_hers(desk: str) -> None:
    assert numbers(f"<p>Eva Muster<br>Tel. 07123 940-10<br>{desk}") == {"Muster": (_HERS,), None: (_DESK, _MOBILE)}


def test_a_desk_in_an_entry_of_a_list_keeps_the_mobile_of_its_entry() -> None:
    entry = "<dt>Sekretariat</dt><dd>07123 940-11</dd><dd>0174 2345678</dd>"
    html = f"<dl><dt>Eva Muster</dt><dd>07123 940-10</dd>{entry}</dl>"
    assert numbers(html) == {"Muster": (_HERS,), None: (_DESK, _MOBILE)}
