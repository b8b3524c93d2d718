"""QR codes (ISO/IEC 18004): point a phone's camera at a screen or a sheet of paper, and the contact is in the phone.

A code costs more than everything else of a contact together, so one whose card is as it was is taken over from the
release before.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.disk import read_file
from pipeline.export.cards import short_cards
from pipeline.export.links import card_path, code_path
from pipeline.model import Entry

#: More octets than this make modules so small that a phone cannot read them from a sheet of paper (version 13, L).
_ROOM = 425
#: A district has some hundred contacts; to draw the codes of many more would hold up the night (5 ms each).
_MOST = 2_000
#: One of the eight masks, all of which every reader knows; looking for the best one takes five times as long.
_MASK = 3


def codes(entries: Sequence[Entry], cards: Mapping[str, str], before: Path | None) -> Iterator[tuple[str, bytes]]:
    """A code for each contact whose card, however short, finds room in one. `cards`: uid → the whole card."""
    coded = with_code(entries)
    for entry in (entry for entry in entries if entry.uid in coded):
        body = _as_before(entry.uid, cards[entry.uid].encode(), before) or code(entry)
        assert body is not None
        yield code_path(entry.uid), body


def _as_before(uid: str, card: bytes, before: Path | None) -> bytes | None:
    """The code in an earlier release, if the card beside it is today's."""
    if before is None:
        return None
    try:
        return read_file(before / code_path(uid)) if read_file(before / card_path(uid)) == card else None
    except OSError:
        return None


def with_code(entries: Sequence[Entry]) -> frozenset[str]:
    """The uids of the contacts of which there is a code."""
    if len(entries) > _MOST:
        return frozenset()
    return frozenset(entry.uid for entry in entries if _fitting(entry) is not None)


def code(entry: Entry) -> bytes | None:
    """The code of one contact as SVG; None for a contact that finds no room in any."""
    card = _fitting(entry)
    return _drawn(card) if card else None


def _fitting(entry: Entry) -> str | None:
    return next((card for card in short_cards(entry.contact) if len(card.encode()) <= _ROOM), None)


def _drawn(text: str) -> bytes:
    """The characters are declared (ECI 26), because readers guess wrongly where only a few of them are umlauts."""
    import segno

    made = segno.make_qr(text, error="l", encoding="utf-8", eci=True, mask=_MASK, boost_error=False)
    out = io.BytesIO()
    made.save(out, kind="svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return out.getvalue()
