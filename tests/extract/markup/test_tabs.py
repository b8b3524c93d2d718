"""Panels are called what their tabs say."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_PANEL = '<div role="tabpanel" {}><p>Eva Muster<br>Tel. 07123 940-12</p></div>'


@pytest.mark.parametrize(
    ("tab", "panel", "office"),
    [
        ('aria-controls="p"', 'id="p"', "Sozialamt"),
        ('href="#p"', 'id="p"', "Sozialamt"),
        ('id="t"', 'aria-labelledby="t"', "Sozialamt"),
        ('aria-controls="other"', 'id="p"', None),
        ("", "", None),
    ],
)
def test_a_panel_and_its_tab(tab: str, panel: str, office: str | None) -> None:
    html = f'<div role="tablist"><button role="tab" {tab}>Sozialamt</button></div>{_PANEL.format(panel)}'
    assert summary(html)[0][1] == office


def test_the_last_of_many_panels_is_called_what_its_tab_says() -> None:
    tabs = "".join(f'<button role="tab" aria-controls="p{number}">Amt {number}</button>' for number in range(300))
    assert summary(f'<div role="tablist">{tabs}</div>{_PANEL.format(chr(105) + "d=p299")}')[0][1] == "Amt 299"
