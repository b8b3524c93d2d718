"""Values across a table without headings, below everybody's row."""

from __future__ import annotations

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.pages import contacts


def read(*rows: str) -> list[tuple[str | None, str | None, list[str], list[str]]]:
    html = "<h1>Aktuelles</h1><table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    found = [
        (one["name"] and one["name"][3], one["role"], [number for _, number, _ in one["phones"]], one["emails"])
        for one in contacts(read_page(html.encode(), None, Rules()))
    ]
    return sorted(found, key=lambda one: one[0] or "~")


def row(name: str, number: int) -> str:
    return f"<td>{name}</td><td>07123 940-{number}</td>"


def across(text: str) -> str:
    return f"<td colspan=2>{text}</td>"


def section(text: str) -> str:
    return across(f"<b>{text}</b>")


def test_a_mailbox_below_everybodys_row_is_hers() -> None:
    assert read(
        row("Eva Muster", 12), across("muster@kreis.de"), row("Uwe Beispiel, Ina Probe", 13), across("post@kreis.de")
    ) == [
        ("Beispiel", None, ["+49712394013"], ["post@kreis.de"]),
        ("Muster", None, ["+49712394012"], ["muster@kreis.de"]),
        ("Probe", None, ["+49712394013"], ["post@kreis.de"]),
    ]


def test_one_across_below_a_list_is_nobodys() -> None:
    people = read(row("Eva Muster", 12), row("Uwe Beispiel", 13), row("Ina Probe", 14), across("post@kreis.de"))
    assert not any(mails for name, _, _, mails in people if name)


def test_among_functions_an_unknown_heading_is_one_and_ends_the_one_above() -> None:
    assert read(
        section("Fachbereichsleitung"), row("Eva Muster", 12),
        section("Pädagogische Mitarbeit Kurse"), row("Uwe Beispiel", 13),
        section("Anmeldung und Sachbearbeitung"), row("Ina Probe", 14),
    ) == [
        ("Beispiel", "Pädagogische Mitarbeit Kurse", ["+49712394013"], []),
        ("Muster", "Fachbereichsleitung", ["+49712394012"], []),
        ("Probe", "Anmeldung und Sachbearbeitung", ["+49712394014"], []),
    ]  # fmt: skip


def test_a_place_below_functions_is_none() -> None:
    people = read(
        section("Vorsitzende"), row("Eva Muster", 12), section("Kassier"), row("Uwe Beispiel", 13),
        section("Ahlbach"), row("Ina Probe", 14),
    )  # fmt: skip
    assert ("Probe", None, ["+49712394014"], []) in people


def test_a_remark_that_is_no_heading_ends_no_function() -> None:
    people = read(
        section("Kassier"), row("Uwe Beispiel", 13), across("Nur vormittags"), row("Ina Probe", 14),
        section("Vorsitzende"), row("Eva Muster", 12),
    )  # fmt: skip
    assert ("Probe", "Kassier", ["+49712394014"], []) in people
