"""Posts without a person, and texts that only sound like one."""

from __future__ import annotations

import pytest

from pipeline.transform.vacancy import is_vacant


@pytest.mark.parametrize(
    "text",
    [
        "N.N.", "N. N.", "nn", "(N.N.)", "vakant", "derzeit nicht besetzt", "Stelle unbesetzt",
        "Stelle wird neu ausgeschrieben", "Stelle wird zum 01.04.2026 neu ausgeschrieben", "wird neu besetzt",
        "Nachbesetzung läuft", "z. Zt. nicht besetzt", "z.Zt. vakant", "zzt. unbesetzt", "im Ausschreibungsverfahren",
        "Ausschreibung läuft", "derzeit in Ausschreibung", "noch nicht bekannt", "Nachfolge noch ungeklärt",
        "Nachfolger/in wird gesucht", "Stelle zur Zeit offen", "wird noch benannt", "niemand benannt",
        "bis auf weiteres nicht besetzt", "Stelle ist aktuell vakant", "Wiederbesetzung zum Herbst 2026",
        "zurzeit kein Ansprechpartner", "Nachfolgeregelung in Klärung", "derzeit keine Ansprechperson vorhanden",
        "frei", "Frei", "Stelle frei", "Stelle Frei", "zur Zeit frei", "z. Zt. frei", "z. Z. frei", "Z. Z. Frei",
        "frei ab 01.12.", "Frei ab Mai", "N.N. frei", "N. N. Frei", "offen",
        "Frau N.N.", "Frau / Herr N. N.", "Herr NN",
    ],
)  # fmt: skip
def test_a_vacant_post(text: str) -> None:
    assert is_vacant(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Nina Neumann", "Anna", "NNN", "n" * 500, "Stelle", "Ansprechpartner", "Nachfolge", "besetzt",
        "Stelle für Integration", "Nachfolge: Eva Muster", "bekannt", "Koordination", "Frau Offen", "Neu",
        "wird durch Frau Muster vertreten", "montags nicht besetzt",
        "N. Frei", "Z. Frei", "N. Offen", "N. FREI", "Mai Frei", "Juli Frei", "Frei, N.", "Frei, Mai", "N Frei",
    ],
)  # fmt: skip
def test_no_vacant_post(text: str) -> None:
    assert not is_vacant(text)
