"""What links say of themselves for those who cannot see an icon, and what only sounds like it."""

from __future__ import annotations

import pytest

from pipeline.extract.markup.link_notes import without_notes
from pipeline.extract.page.reader import read_page
from pipeline.model import Rules
from tests.extract.page.test_blocks import summary


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Amt (Öffnet in einem neuen Tab)", "Amt"),
        ("Stadt Neustadt, öffnet in neuem Fenster", "Stadt Neustadt"),
        ("Link öffnet ein neues Fenster", ""),
        ("wird in einem neuen Fenster geöffnet", ""),
        ("Satzung (externer Link, öffnet neues Fenster)", "Satzung"),
        ("Flyer (PDF, 2 MB, öffnet in neuem Fenster)", "Flyer (PDF, 2 MB)"),
        ("Der Laden öffnet in neuen Räumen", "Der Laden öffnet in neuen Räumen"),
        ("Kita öffnet neues Fenster zum Hof", "Kita öffnet neues Fenster zum Hof"),
        ("Ein Link zum neuen Amt", "Ein Link zum neuen Amt"),
    ],
)
def test_notes(text: str, rest: str) -> None:
    assert without_notes(text) == rest


def test_an_office_and_a_file_are_called_as_before() -> None:
    note = "<span class=sr-only> (öffnet in neuem Fenster)</span>"
    office = f"<p>Eva Muster, <a href='https://stadt.de' target=_blank>Stadt Neustadt{note}</a>, Tel. 07123 940-12</p>"
    assert summary(office) == [("Muster", "Stadt Neustadt", None, ("+49712394012",), ())]
    file = "<p><a href='/flyer.pdf'>Flyer (öffnet in neuem Fenster)</a> (PDF, 2 MB)</p>"
    [link] = read_page(file.encode(), None, Rules()).documents
    assert (link.title, link.stated_size) == ("Flyer", 2_000_000)
