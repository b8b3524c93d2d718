"""Lines that say one thing as a whole."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import read


@pytest.mark.parametrize(
    ("line", "address"),
    [
        pytest.param("Büro: Marktplatz 1, 73728 Neustadt", ["Marktplatz 1", "73728", "Neustadt"], id="where it stands"),
        pytest.param("Büro: Raum 12", None, id="a room"),
        pytest.param("Büro: 2. OG", None, id="a floor"),
    ],
)
def test_where_somebody_sits(line: str, address: list[str] | None) -> None:
    [contact] = read(f"<h3>Eva Muster</h3><p>{line}</p><p>Tel. 07123 940-11</p>")
    assert contact["address"] == address


@pytest.mark.parametrize(
    ("line", "org", "role"),
    [
        ("(auch auf Türkisch)", "Jugendtelefon", None),
        ("(stellv. Leiterin)", "Jugendtelefon", "stellv. Leiterin"),
        ("im Gemeindehaus, Saal 2.", "Jugendtelefon", None),
        ("Studierende begleiten Neue.", "Jugendtelefon", None),
        ("Seit Mai gibt es 19 Partnerschaften im Land. In der Trägerschaft von treffpunkt", "Jugendtelefon", None),
    ],
)
def test_a_remark_in_brackets_and_sentences_are_neither_office_nor_function(
    line: str, org: str, role: str | None
) -> None:
    [contact] = read(f"<h3>Jugendtelefon</h3><p>{line}<br>Tel. 07123 940-11</p>")
    assert (contact["org"], contact["role"]) == (org, role)
