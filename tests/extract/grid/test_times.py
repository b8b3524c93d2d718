"""What holds today, what waits for its day, what is past."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.grid.times import is_gone, today, waits


@pytest.mark.parametrize(
    ("text", "holds", "waiting", "past"),
    [
        ("07161 1234", "07161 1234", [], []),
        ("07161 123-45 (ab 01.12. 07161 123-99)", "07161 123-45", ["ab 01.12. 07161 123-99"], []),
        ("ab 01.12.2026: Frau Eva Neu", "", ["ab 01.12.2026: Frau Eva Neu"], []),
        ("ab Dezember 2026 Herr Neu", "", ["ab Dezember 2026 Herr Neu"], []),
        ("bis 30.11. Frau Alt, ab 01.12. Frau Neu", "Frau Alt", ["ab 01.12. Frau Neu"], []),
        ("bis 2024: 07161 111-222", "", [], ["bis 2024: 07161 111-222"]),
        ("alt: 07161 11, neu: 07161 22", "07161 22", [], ["alt: 07161 11"]),
        ("07161 11 neu: 07161 22", "07161 22", [], ["07161 11"]),
        ("seit 01.10.2026 Frau Eva Muster", "Frau Eva Muster", [], []),
        ("Mo ab 14.30 Uhr", "Mo ab 14.30 Uhr", [], []),
        ("Altbach", "Altbach", [], []),
        ("Frau Neu", "Frau Neu", [], []),
        ("neue Nummer: 07161 22", "07161 22", [], []),
    ],
)
def test_today(text: str, holds: str, waiting: list[str], past: list[str]) -> None:
    found = today(text)
    assert (found.text.strip(), list(found.waiting), list(found.past)) == (holds, waiting, past)


@pytest.mark.parametrize("text", ["zum 30.09. ausgeschieden", "nicht mehr im Dienst", "verstorben", "im Ruhestand"])
def test_who_has_left(text: str) -> None:
    assert is_gone(text)


@pytest.mark.parametrize("text", ["scheidet zum 31.12. aus", "noch nicht ausgeschieden", "nur vormittags", ""])
def test_who_has_not(text: str) -> None:
    assert not is_gone(text)


@pytest.mark.parametrize("text", ["ab 01.01.2027 Frau Neu", "geht zum 31.12. in Elternzeit", "Nachfolge ab Mai 2027"])
def test_remarks_about_a_change(text: str) -> None:
    assert waits(text)


@pytest.mark.parametrize("text", ["seit 01.10.2025 im Amt", "nur vormittags", "ab 14 Uhr"])
def test_remarks_about_no_change(text: str) -> None:
    assert not waits(text)


@given(st.text(max_size=200))
def test_nothing_is_invented(text: str) -> None:
    found = today(text)
    assert all(piece in text for piece in (*found.waiting, *found.past))


def test_a_long_line_takes_no_time() -> None:
    assert today("ab bis alt neu (" * 60_000).text is not None
