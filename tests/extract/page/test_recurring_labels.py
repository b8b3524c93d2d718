"""A word that stands before a value of each of several people is a label."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

NAMES = ("Eva Muster", "Uwe Beispiel", "Hanna Probe")


ENTRY = "<div><p><b>Frau {}</b></p><p>Tel. 07123 940-1{}<br>{}: {}</p></div>"


def test_an_unknown_word_before_the_address_of_each_is_no_office_of_its_own() -> None:
    mails = [f"{name.split()[1].lower()}@stadt.example" for name in NAMES]
    html = (ENTRY.format(name, n, "Flaschenpost", mails[n]) for n, name in enumerate(NAMES))
    found = summary("".join(html))
    assert {(name, mails) for name, _, _, _, mails in found} == {
        ("Muster", ("muster@stadt.example",)),
        ("Beispiel", ("beispiel@stadt.example",)),
        ("Probe", ("probe@stadt.example",)),
    }


@pytest.mark.parametrize("label", ["Sozialamt", "Hausmeister"])
def test_who_is_known_to_answer_is_somebody_else(label: str) -> None:
    html = (ENTRY.format(name, n, label, f"07123 940-2{n}") for n, name in enumerate(NAMES))
    assert len(summary("".join(html))) == 6
