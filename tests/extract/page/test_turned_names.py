"""People in a list of lines with dashes, the family name first."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary


def people(*lines: str) -> list[tuple[str | None, str | None]]:
    html = f"<h2>Sozialamt</h2><p>{'<br>'.join(lines)}</p>"
    return [(name, role) for name, _, role, *_ in summary(html)]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            ("Wohngeld – Qwertz Eva – 07123 940-11", "Asyl – Vorlaut Tim – 07123 940-12"),
            [("Qwertz", "Wohngeld"), ("Vorlaut", "Asyl")],
        ),
        (
            ("07123 940-11 – Qwertz Eva – Zimmer 1", "07123 940-12 – Vorlaut Tim – Zimmer 2"),
            [("Qwertz", None), ("Vorlaut", None)],
        ),
        (("Wohngeld – Feddersen Eva – 07123 940-11",), [("Feddersen", None)]),
    ],
)
def test_a_family_name_before_a_given_name_is_somebody(lines: tuple[str, ...], named: list[object]) -> None:
    assert people(*lines) == named


@pytest.mark.parametrize(
    "lines",
    [
        ("Beratung – Qwertz Eva – 07123 940-11",),  # one alone may be a house
        ("Montag – Qwertz Eva – 07123 940-11", "Dienstag – Qwertz Tim – 07123 940-12"),
        ("Nord – Villa Eva – 07123 940-11", "Süd – Haus Tim – 07123 940-12"),
    ],
)
def test_what_may_be_a_house_is_nobody(lines: tuple[str, ...]) -> None:
    assert all(name is None for name, _ in people(*lines))
