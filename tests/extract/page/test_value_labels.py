"""Words that announce a value, before and behind what stands beside it."""

from __future__ import annotations

import pytest

from pipeline.extract.page.value_labels import CALLED, LABELS_BEHIND, without_label


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Sozialamt, Telefon: ", "Sozialamt, "), ("Kasse Fax-Nr. ", "Kasse "), ("Sozialamt Tel./Fax ", "Sozialamt "),
        ("Kasse per E-Mail: ", "Kasse "), ("Kasse, Mailadresse: ", "Kasse, "), ("Elektronische Post: ", ""),
        ("Kasse, Faxen: ", "Kasse, "), ("Schreiben: ", ""), ("Anschreiben ", "Anschreiben "),
        ("Kasse Fax / faks: ", "Kasse "), ("Diensthandy ", ""),
        ("Fernruf: ", ""), ("Fernsprecher ", ""), ("Sozialamt, Rufnr. ", "Sozialamt, "), ("Telefonanschluss: ", ""),
        ("Netzanschluss ", "Netzanschluss "), ("Notruf ", "Notruf "),
        ("Servicetelefon ", ""), ("Info-Telefon: ", ""), ("Bürgertelefon ", "Bürgertelefon "),
        ("Info-Telefon Pflege: ", "Info-Telefon Pflege: "),
        ("Haustelefon-Dienst ", "Haustelefon-Dienst "), ("Kasse ", "Kasse "),
    ],
)  # fmt: skip
def test_before_a_value(text: str, rest: str) -> None:
    assert without_label(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [(" (Fax) Kasse", ") Kasse"), (", Telefon: Kasse", "Kasse"), ("Telefonanlage", "Telefonanlage")],
)
def test_behind_a_value(text: str, rest: str) -> None:
    assert LABELS_BEHIND.sub("", text) == rest


@pytest.mark.parametrize(
    ("text", "called"), [("Tel. Eva Muster", True), ("Telefon: Kasse", True), ("Telefonanlage", False)]
)
def test_a_label_before_a_name(text: str, called: bool) -> None:
    assert bool(CALLED.match(text)) is called
