"""QR codes: what a phone reads from them, what is left out for want of room, what is not drawn again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import segno
import vobject

from pipeline.export import release_files
from pipeline.export.cards import short_cards
from pipeline.export.qr import code, with_code
from pipeline.model import Contact, Entry, PersonName, Phone
from tests.export.examples import BERG, ENTRIES, GROTHE, LINDENAU, PUBLICATION, entry, uid

LONG = "Stabsstelle für Teilhabe, Zusammenhalt und bürgerschaftliches Engagement " * 3


def drawn(card: str) -> str:
    """The path of a code, made once more."""
    made = segno.make_qr(card, error="l", encoding="utf-8", eci=True, mask=3, boost_error=False)
    return made.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None).partition('d="')[2].partition('"')[0]


@pytest.mark.parametrize("known", ENTRIES, ids=lambda known: known.uid[:8])
def test_a_code_is_the_first_card_that_finds_room(known: Entry) -> None:
    card = next(card for card in short_cards(known.contact) if len(card.encode()) <= 425)
    assert drawn(card) in (code(known) or b"").decode()


def test_a_short_card_is_a_card() -> None:
    whole, reach, least = short_cards(LINDENAU.contact)
    assert vobject.readOne(whole).title.value.startswith("Leitung")
    assert [tel.value for tel in vobject.readOne(reach).tel_list] == ["+49712392104101", "+49712392105100"]
    assert "TITLE" not in reach
    assert vobject.readOne(least).fn.value == "Dr. Hedwig Lindenau"
    assert least.count("EMAIL") == 1


@pytest.mark.parametrize(
    ("contact", "there"),
    [
        (replace(GROTHE.contact, org=LONG), True),  # without the office
        (Contact(org="Bürgertreff", phones=tuple(Phone("voice", f"+4971239210{n}") for n in range(100, 140))), True),
        (Contact(org="Bürgertreff", emails=tuple(f"post{n}@treff.example" for n in range(40))), True),
        (Contact(PersonName("Ü" * 300)), False),
    ],
)
def test_what_finds_no_room_is_left_out(contact: Contact, there: bool) -> None:
    known = entry(1, contact)
    assert (known.uid in with_code([known])) == (code(known) is not None) == there
    assert len(code(known) or b"") < 12_000


def test_only_a_code_whose_card_changed_is_drawn_again(tmp_path: Path) -> None:
    for name, body in release_files(PUBLICATION):
        if name.startswith(("kontakte/", "qr/")):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(body if name.startswith("kontakte/") else b"gezeichnet")
    (tmp_path / f"kontakte/{uid(4)}.vcf").write_bytes(b"eine andere Karte")
    files = dict(release_files(PUBLICATION, tmp_path))
    assert [files[f"qr/{uid(number)}.svg"] == b"gezeichnet" for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert files[f"qr/{uid(4)}.svg"] == code(BERG)


def test_nobody_waits_for_the_codes_of_thousands() -> None:
    many = [replace(BERG, uid=f"{number}") for number in range(2_001)]
    assert with_code(many) == frozenset()
    assert len(with_code(many[1:])) == 2_000


def test_a_code_holds_no_script() -> None:
    hostile = entry(1, Contact(org="</svg><script>alert(1)</script>", emails=("a@b.example",)))
    assert b"script" not in (code(hostile) or b"")
