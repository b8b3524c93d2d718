"""Who is only named beside somebody else's values has no part in them."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_POST = "<h3>Asyl</h3><div><p>N. N.<br>Tel. 07123 940-12<br>Vertretung: Herr Beispiel</p></div>"
_DEPUTY = "<div><p>Herr Beispiel<br>Tel. 07123 940-13</p></div>"


@pytest.mark.parametrize("html", [_POST + _DEPUTY, f"<h3>Asyl</h3>{_DEPUTY}{_POST}"], ids=["below", "above"])
def test_who_stands_in_for_nobody_and_has_an_entry_has_no_part_in_the_number_of_the_post(html: str) -> None:
    assert {entry[0]: entry[3] for entry in summary(html)} == {None: ("+49712394012",), "Beispiel": ("+49712394013",)}


def test_who_stands_in_for_nobody_and_has_no_entry_is_reached_by_the_number_of_the_post() -> None:
    assert {entry[0]: entry[3] for entry in summary(_POST)} == {"Beispiel": ("+49712394012",)}
