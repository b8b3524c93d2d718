"""Given names before values, of people who are named in full above."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_TIM, _LEONIE, _AGAIN = "+4915244556671", "+4915733445566", "Tim: 0152 44556671/Leonie: 0157 33445566"


def numbers(html: str) -> dict[str | None, tuple[str, ...]]:
    return {name: found for name, _, _, found, _ in summary(f"<main><h2>Jugendarbeit</h2>{html}</main>")}


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Tim Muster und Leonie Blum<br>{_AGAIN}</p>",
        f"<p>Tim Muster<br>Leonie Blum</p><p>{_AGAIN}</p>",
        f"<p>Leonie Blum<br>Tim Muster</p><p>{_AGAIN}</p>",
        "<p>Tim Muster, Leonie Blum</p><ul><li>Tim: 0152 44556671</li><li>Leonie: 0157 33445566</li></ul>",
        f"<table><tr><td>Tim Muster<br>Leonie Blum</td><td>{_AGAIN.replace('/', '<br>')}</td></tr></table>",
    ],
)
def test_whose_given_name_stands_before_a_number_has_it(html: str) -> None:
    assert numbers(html) == {"Muster": (_TIM,), "Blum": (_LEONIE,)}


def test_her_function_is_that_of_her_full_name() -> None:
    html = f"<p>Tim Muster, Jugendreferent<br>Leonie Blum, Streetwork</p><p>{_AGAIN}</p>"
    assert {(name, role) for name, _, role, *_ in summary(html)} == {
        ("Muster", "Jugendreferent"),
        ("Blum", "Streetwork"),
    }


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Tim Muster, Tim Dahl, Leonie Blum<br>{_AGAIN}</p>",  # which of the two
        f"<p>Tim Muster</p><p>Leonie Blum</p><h2>Café</h2><p>{_AGAIN}</p>",  # of another part
        "<p>Tim Muster, Leonie Blum</p><p>Café Tim: 0152 44556671</p>",
        "<p>Timo Muster, Leonie Blum</p><p>Tim: 0152 44556671</p>",
    ],
)
def test_nobody_has_it_where_another_may_be_meant(html: str) -> None:
    assert "Muster" not in numbers(html)


def test_a_mailbox_that_is_a_given_name_is_hers() -> None:
    html = "<p>Tim Muster und Leonie Blum<br>Tim: 0152 44556671, Leonie: 0157 33445566<br>tim@jugend.example</p>"
    assert {name: mails for name, *_, mails in summary(html)} == {"Muster": ("tim@jugend.example",), "Blum": ()}


def test_of_two_who_are_called_so_nobody_has_it_and_no_function_is_made_of_it() -> None:
    html = f"<p>Tim Muster, Tim Dahl, Leonie Blum<br>{_AGAIN}</p>"
    assert numbers(html) == {"Blum": (_LEONIE,)}
