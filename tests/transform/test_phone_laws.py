"""Laws of telephone numbers, whatever the text: nothing is invented, nothing hangs, what we show is read back."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline import display, numbering
from pipeline.model import Phone, PhoneKind
from pipeline.transform.phone import Dialing, FoundPhone, displayed_phone, looks_like_number, parse_phone, read_phones

DIALING = Dialing(area_code="0711")
AREAS = st.sampled_from(["711", "7161", "7022", "30", "33201", "2129", "621", "9441"])
DIGITS = st.text("0123456789", min_size=2, max_size=4)
SUBSCRIBER = st.builds(str.__add__, st.sampled_from("23456789"), st.text("0123456789", min_size=3, max_size=5))
INVISIBLE = st.sampled_from(["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\u202a"])
LABELS = (
    "Tel. ",
    "Fax ",
    "Mobil: ",
    "Durchwahl ",
    "Vorwahl ",
    "Az. ",
    "Zimmer ",
    "Frau Beispiel ",
    "Uhr",
    " oder ",
    " bis ",
)
FIGURES = ("+49", "(0)", "0711", "07161", "2055", "30", "0", "8840-2310", "O711")
SIGNS = ("-", "/", " ", "\n", ", ", "(", ")", "…", "XXX", ".")
WORDS = st.sampled_from((*LABELS, *FIGURES, *SIGNS))


@st.composite
def phones(draw: st.DrawFn) -> Phone:
    """Numbers of places, with or without Durchwahl, and mobiles."""
    if draw(st.booleans()):
        return Phone("mobile", "+49171" + draw(st.text("0123456789", min_size=7, max_size=7)))
    extension = draw(st.none() | DIGITS)
    e164 = "+49" + draw(AREAS) + draw(SUBSCRIBER) + (extension or "")
    assume(numbering.is_number(e164[3:]))
    return Phone(draw(st.sampled_from(("voice", "fax"))), e164, extension)


@given(phones())
def test_parse_gives_back_what_display_shows(phone: Phone) -> None:
    assert parse_phone(display.phone(phone), phone.kind) == phone


@given(phones())
def test_reading_what_display_shows_gives_it_back(phone: Phone) -> None:
    label = {"voice": "Tel.", "fax": "Fax", "mobile": "Mobil"}[phone.kind]
    found = read_phones(f"{label} {display.phone(phone)}", Dialing()).found
    zeros = phone.extension is not None and len(phone.extension) > 2 and not phone.extension.strip("0")
    assert [one.phone for one in found] == ([] if zeros else [phone])


@given(phones() | st.from_regex(r"0(?:7161|30|171|151) [0-9]{1,9}(?:-[0-9]{1,5})?", fullmatch=True))
def test_the_short_way_to_a_number_leads_where_the_long_one_does(written: Phone | str) -> None:
    text = written if isinstance(written, str) else display.phone(written)
    kinds: tuple[PhoneKind | None, ...] = (None, "voice", "fax", "mobile")
    for kind in kinds:
        phone = displayed_phone(text, kind)
        if phone is not None:
            reading = read_phones(text, DIALING, kind, labelled=True)
            assert (reading.found, reading.findings) == ((FoundPhone(phone, 0, len(text), text, ()),), ())


@given(st.lists(WORDS, max_size=14).map("".join))
def test_no_digit_is_invented(text: str) -> None:
    known = text.replace("O", "0").replace("o", "0")
    for found in read_phones(text, DIALING).found:
        assert found.phone.e164.startswith("+")
        assert set(found.phone.e164[3:]) <= set(known) | set("0711")
        assert text[found.start : found.end] == found.raw
        tail = "".join(char for char in found.raw.replace("O", "0") if char.isdigit())[-2:]
        assert found.phone.e164.endswith(tail)
        assert found.phone.extension is None or found.phone.e164.endswith(found.phone.extension)


@given(st.lists(WORDS, max_size=14).map("".join), st.sampled_from((None, "voice", "fax", "mobile")), st.booleans())
def test_any_list_of_words_is_read_and_shown(text: str, kind: PhoneKind | None, labelled: bool) -> None:
    reading = read_phones(text, DIALING, kind, labelled)
    for found in reading.found:
        assert parse_phone(display.phone(found.phone), found.phone.kind) == found.phone
    assert read_phones(text, reading.dialing, kind, labelled).dialing.area_code == "0711"


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert read_phones(text, DIALING, labelled=True) == read_phones(text, DIALING, labelled=True)
    assert looks_like_number(text) in (True, False)


@given(st.sampled_from(["Tel. 0711 8840-2310, Fax -2399", "Tel. 07161 2055-30/31", "0171 3920001"]), st.data())
def test_invisible_characters_do_not_matter(text: str, data: st.DataObject) -> None:
    plain = [found.phone for found in read_phones(text, DIALING).found]
    at = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    pieces = [text[i:j] for i, j in zip([0, *at], [*at, len(text)], strict=True)]
    dirty = "".join(piece + data.draw(INVISIBLE) for piece in pieces)
    assert [found.phone for found in read_phones(dirty, DIALING).found] == plain


HOSTILE = [
    "1 ",
    "0",
    "0a",
    "(-+",
    "a@",
    "1.2.",
    "O",
    "1,",
    "Tel. 0711 8840-2310, ",
    "8-12-",
    "0711 ",
    "-1 ",
    "+49 ",
    "(0)",
    "-31,",
    "Fax(",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(length: int) -> float:
        text = "Tel. 07161 2055-30," + piece * (length // len(piece))
        start = time.process_time()
        read_phones(text, DIALING)
        return time.process_time() - start

    short = max(seconds(10_000), 0.002)
    assert seconds(80_000) < 40 * short  # eight times the length; a square would take 64 times
