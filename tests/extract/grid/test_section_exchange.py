"""How long the number of a section holds for the sections below it."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.section_exchange import Exchange

CARRIER = "Träger: Stadt Celle (Zentrale 05141 12-0)"


@pytest.mark.parametrize(
    ("given", "sections", "ends"),
    [
        # head, level, whether people stand between it and the section above
        (Exchange("municipality", "Stadt Celle, 05141 12-0"), [("Sozialamt", "org", True)], False),
        (Exchange("municipality", "Stadt Celle, 05141 12-0"), [("Peine", "municipality", True)], True),
        (Exchange("org", CARRIER), [("Peine", "municipality", False)], True),
        (Exchange("org", CARRIER), [("Celle", "municipality", False)], False),
        (Exchange("org", CARRIER), [("Celle", "municipality", False), ("Schulen", "org", False)], False),
        (Exchange("org", CARRIER), [("Celle", "municipality", False), ("Schulen", "org", True)], True),
        (Exchange(), [("Celle", "municipality", False)], False),
    ],
)
def test_which_section_ends_it(given: Exchange, sections: list[tuple[str, str, bool]], ends: bool) -> None:
    assert [given.ends_at(*section) for section in sections][-1] is ends
