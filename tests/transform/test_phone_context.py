"""Numbers read one line or cell at a time: what callers hand in, what is handed on, what is found wanting."""

from __future__ import annotations

import pytest

from pipeline import display, wording
from pipeline.errors import ValueNotUnderstood
from pipeline.model import Phone, PhoneKind, Step
from pipeline.transform.phone import (
    Dialing,
    looks_like_number,
    main_number,
    parse_phone,
    read_phones,
)

STUTTGART = Dialing(area_code="0711")
MAIN = Dialing(area_code="0711", main="+497113902")


def shown(text: str, dialing: Dialing = STUTTGART, kind: PhoneKind | None = None, labelled: bool = False) -> list[str]:
    reading = read_phones(text, dialing, kind, labelled)
    return [f"{found.phone.kind} {display.phone(found.phone)}" for found in reading.found]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("0711 8840-2310", ["voice 0711 8840-2310"]),
        ("8840-2310", ["voice 0711 8840-2310"]),
        ("558830", ["voice 0711 558830"]),
        ("0711/3902 42501 / -42502", ["voice 0711 390242501", "voice 0711 3902-42502"]),
        ("0171 3920001 (mobil)", ["mobile 0171 3920001"]),
        ("8840-2310, Fax -2399", ["voice 0711 8840-2310", "fax 0711 8840-2399"]),
        ("8840-2310\n8840-2311", ["voice 0711 8840-2310", "voice 0711 8840-2311"]),
        ("07118840-2310", ["voice 0711 8840-2310"]),
        ("42501", []),  # no local number of Stuttgart, and no main number is known
        ("2310", []),
        ("siehe oben", []),
        ("Zimmer 310", []),
        ("115", []),
    ],
)
def test_a_cell_of_a_column_of_telephones(cell: str, expected: list[str]) -> None:
    assert shown(cell, labelled=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tel. 08122 – 97 44 20, Fax – 97 44 29", ["voice 08122 974420", "fax 08122 974429"]),
        ("Tel. 08122-974420\nFax -974429", ["voice 08122 974420", "fax 08122 974429"]),
        ("Tel. 08122 9744-20, Fax -29", ["voice 08122 9744-20", "fax 08122 9744-29"]),
        ("Tel. 08122 – 97 44 20, Fax – 29", ["voice 08122 974420"]),
    ],
)
def test_behind_a_dash_a_local_number_like_the_one_before_is_whole(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neustadt – Ida Korkmaz – 07161 709 28 14", ["voice 07161 7092814"]),
        ("Herr Crispin, 07161 709 28 14", ["voice 07161 7092814"]),
        ("Unser Az 07161 709 28 14", []),
        ("Unser-Az.: 07161 709 28 14", []),
        ("Konferenz-PIN 07161 709 28 14", []),
    ],
)
def test_a_name_that_ends_like_the_label_of_a_file_is_none(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frau Muster ist unter 463122 zu erreichen.", ["voice 07022 463122"]),
        ("Frau Muster ist unter 46 31 22 (vormittags) erreichbar.", ["voice 07022 463122"]),
        ("Sie erreichen Frau Muster montags unter der 463122.", ["voice 07022 463122"]),
        ("Das Rathaus erreichen Sie mit dem Bus in unter 20 Minuten.", []),
        ("Per Post erreichen Sie uns unter 72555 Metzingen.", []),
        ("Das Rathaus erreichen Sie unter der Brücke am Platz 463122.", []),
        ("Kinder unter 140 Zentimetern zahlen nichts; wir sind zu erreichen.", []),
        ("Die Feuerwehr erreichen Sie unter 112.", []),
    ],
)
def test_a_sentence_says_under_which_number_somebody_is_reached(text: str, expected: list[str]) -> None:
    assert shown(text, Dialing(area_code="07022")) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Tel. 0711 6600-0\nFax 0711 6611-99\nEva Muster, App. 310", "voice 0711 6600-310"),
        ("Tel. 0711 6600-0, Fax 0711 6611-99\nEva Muster: -310", "voice 0711 6600-310"),
        ("Tel. 0711 6600-0 (Vermittlung)\nFax 0711 6611-99\nFax -98", "fax 0711 6611-98"),
        ("Tel. 0711 6600-0\nFax 0711 6611-99\nFax-Durchwahl 98", "fax 0711 6611-98"),
        ("Tel. 0711 6600-0\nFax 0711 6611-99, -98", "fax 0711 6611-98"),
        ("Tel. 0711 6600-0\nFax 0711 6611-99\nTel. 0711 7700-1\nFax -9", "fax 0711 7700-9"),
        ("Tel. 0711 6600-0\nFax 0711 6600-99\nApp. 310", "voice 0711 6600-310"),
        ("Fax 0711 6611-99\nApp. 310", "voice 0711 6611-310"),  # nothing else is known
    ],
)
def test_a_durchwahl_belongs_to_the_telephone_and_not_to_a_fax_of_its_own(text: str, last: str) -> None:
    assert shown(text)[-1] == last


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("-1234", ["voice 0711 3902-1234"]),
        ("1234", ["voice 0711 3902-1234"]),
        ("- 1234", ["voice 0711 3902-1234"]),
        ("42501", ["voice 0711 3902-42501"]),
        ("12 34", ["voice 0711 3902-1234"]),
        ("App. 12", ["voice 0711 3902-12"]),
        ("-1234 / -1235", ["voice 0711 3902-1234", "voice 0711 3902-1235"]),
        ("1234/1235", ["voice 0711 3902-1234", "voice 0711 3902-1235"]),
        ("1234, 1235", ["voice 0711 3902-1234", "voice 0711 3902-1235"]),
        ("1234 oder 1235", ["voice 0711 3902-1234", "voice 0711 3902-1235"]),
        ("3902-42501", ["voice 0711 3902-42501"]),
        ("07161 2055-30", ["voice 07161 2055-30"]),
        ("0171 3920001", ["mobile 0171 3920001"]),
        ("558830", ["voice 0711 558830"]),
        ("-000", []),
        ("-1234567", []),
    ],
)
def test_bare_durchwahlen_under_a_shared_main_number(cell: str, expected: list[str]) -> None:
    assert shown(cell, MAIN, labelled=True) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("siehe Aushang 12/3", []),
        ("s. Aushang 1203", []),
        ("siehe Aushang 42501", []),
        ("Ordner 12/3", []),
        ("1234, siehe Aushang 12/3", ["voice 0711 3902-1234"]),
        ("siehe Tel. 1234", ["voice 0711 3902-1234"]),
        ("Frau Mehari 1234", ["voice 0711 3902-1234"]),
        ("vormittags 1234/1235", ["voice 0711 3902-1234", "voice 0711 3902-1235"]),
        ("Sekretariat 1234", ["voice 0711 3902-1234"]),
        ("Bauhof 558830", ["voice 0711 558830"]),
    ],
)
def test_the_figure_of_a_remark_is_no_durchwahl(cell: str, expected: list[str]) -> None:
    assert shown(cell, MAIN, labelled=True) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Frau Beispiel -1234", ["voice 0711 3902-1234"]),
        ("Frau Beispiel, Durchwahl 1234", ["voice 0711 3902-1234"]),
        ("Frau Beispiel 3902-1234", ["voice 0711 3902-1234"]),
        ("Tel. 1234", ["voice 0711 3902-1234"]),  # four digits are no local number of Stuttgart
        ("Frau Beispiel 1234", []),
        ("Kinder 8 -12", []),
        ("Kurs -12 Plätze", []),
    ],
)
def test_a_line_of_prose_under_a_shared_main_number(line: str, expected: list[str]) -> None:
    assert shown(line, MAIN) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Telefon Referat 25: -12", ["voice 0711 3902-12"]),
        ("Telefon Abteilung 3, 07161 2055-12", ["voice 07161 2055-12"]),
        ("Fax Fachdienst 510", []),
        ("Telefon Amt 2345", ["voice 0711 3902-2345"]),
    ],
)
def test_a_figure_by_which_a_unit_is_called_is_no_durchwahl(line: str, expected: list[str]) -> None:
    assert shown(line, MAIN) == expected


def test_few_digits_where_local_numbers_are_short_are_a_finding() -> None:
    dialing = Dialing(area_code="07022", main="+4970222055")
    reading = read_phones("Tel. 3582", dialing)
    assert (reading.found, [f.code for f in reading.findings]) == ((), ["phone_truncated"])


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("fax", "0711 8840-2399", ["fax 0711 8840-2399"]),
        ("fax", "0711 8840-2399, Tel. -2310", ["fax 0711 8840-2399", "voice 0711 8840-2310"]),
        ("fax", "0171 3920001", ["mobile 0171 3920001"]),
        ("mobile", "0711 558830", ["voice 0711 558830"]),
        ("mobile", "0171 3920001", ["mobile 0171 3920001"]),
        ("voice", "558830 (auch Fax)", ["voice 0711 558830", "fax 0711 558830"]),
    ],
)
def test_a_label_outside_the_text(kind: PhoneKind, text: str, expected: list[str]) -> None:
    assert shown(text, kind=kind) == expected


def through(*lines: str, dialing: Dialing = STUTTGART) -> list[str]:
    """Line after line, each with what the one before handed on."""
    found = []
    for line in lines:
        reading = read_phones(line, dialing)
        found += [f"{one.phone.kind} {display.phone(one.phone)}" for one in reading.found]
        dialing = reading.dialing
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Telefon", "0711 8840-2310"), ["voice 0711 8840-2310"]),
        (
            ("Vorwahl 07161, Zentrale 86-0", "Frau Muster | 86-20", "Tel. 86-21", "Seite 86-22"),
            ["voice 07161 86-0", "voice 07161 86-20", "voice 07161 86-21"],
        ),
        (("Fax:", "8840-2399"), ["fax 0711 8840-2399"]),
        (("Fax", "", "0711 8840-2399"), ["fax 0711 8840-2399"]),
        (("Tel. 07161 2055-0", "Fax 2055-99"), ["voice 07161 2055-0", "fax 07161 2055-99"]),
        (("Tel. 07161 2055-0", "Fax -99"), ["voice 07161 2055-0", "fax 07161 2055-99"]),
        (("Vorwahl 07161", "Tel. 558830"), ["voice 07161 558830"]),
        (("Vorwahl 07165", "Tel. 91-66"), ["voice 07165 91-66"]),
        (("Vorwahl 07165", "Telefonisch: 8-12, 14-16"), []),  # hours of the day
        (("Vorwahl 07165", "Telefon 08-24"), []),
        (("Vorwahl 07165", "Tel. 16-14"), ["voice 07165 16-14"]),
        (("Vorwahl 0711", "Tel. 91-66"), []),
        (("Tel. 07165 91-0", "Tel. 92-66"), ["voice 07165 91-0"]),
        (("Tel. 0711 8840-(Durchwahl)", "Frau Beispiel -12"), ["voice 0711 8840-12"]),
        (("Tel. 0711 884014 - direkte Durchwahl",), ["voice 0711 884014"]),  # hers, and all of it
        (("Tel. 0711 884014 mit eigener Durchwahl",), ["voice 0711 884014"]),
        (("Tel. 0711 8840 - und die direkte Durchwahl", "Frau Beispiel, Nst. 12"), ["voice 0711 8840-12"]),
        (("Tel. 0711 8840 und die unten genannte Durchwahl", "Frau Beispiel, Nst. 12"), ["voice 0711 8840-12"]),
        (("Tel. 0711 8840- und die Durchwahl", "Frau Beispiel, Durchwahl 12"), ["voice 0711 8840-12"]),
        (("Wählen Sie 0711 8840, gefolgt von der Nebenstelle.", "Frau Beispiel, Nst. 12"), ["voice 0711 8840-12"]),
        (("Wählen Sie 0711 8840- und dann die Nebenstelle.", "Frau Beispiel, Nst. 12"), ["voice 0711 8840-12"]),
        (("Anschlüsse: 0711 8840-Durchwahl. Hausanschrift: Marktplatz 8", "Frau Beispiel -12"), ["voice 0711 8840-12"]),
        (("Alle sind unter 0711 / 884 - und der genannten Nebenstelle da.", "App. 1210"), ["voice 0711 884-1210"]),
        (("Unter 07161 205 - und der unten angegebenen Durchwahl", "Durchwahl 12"), ["voice 07161 205-12"]),
        (("Tel. 0711 558830 und die neue App", "Frau Beispiel"), ["voice 0711 558830"]),
        (("Aktenzeichen:", "0711 8840-2310"), []),
        (("Telefon und Fax", "558830"), ["voice 0711 558830", "fax 0711 558830"]),
        (("Wir sind da, auch am Telefon. Fax: 0711 558830",), ["fax 0711 558830"]),  # its sentence ends before
        (("Tel. Fax: 0711 558830",), ["voice 0711 558830", "fax 0711 558830"]),
        (("Telefon und Fax. 0711 558830",), ["voice 0711 558830", "fax 0711 558830"]),
        (("Telefon / Fax", "8840-30/-39"), ["voice 0711 8840-30", "fax 0711 8840-39"]),
        (("Fax", "Frau Beispiel", "0711 8840-2310"), ["voice 0711 8840-2310"]),
    ],
)
def test_lines_handed_on(lines: tuple[str, ...], expected: list[str]) -> None:
    assert through(*lines) == expected
    assert shown("\n".join(lines)) == expected


def test_a_fresh_block_forgets_the_number_before() -> None:
    after = read_phones("Vorwahl 07161\nTel. 2055-30, Fax", STUTTGART).dialing
    assert (after.announced, after.previous, after.stem) == ("07161", "07161", "+4971612055")
    assert after.fresh() == Dialing(area_code="0711", announced="07161")


def test_the_exchange_becomes_the_shared_main_number() -> None:
    assert read_phones("Zentrale 0711 8840-0", STUTTGART).dialing.main == "+497118840"
    assert read_phones("Tel. 0711 8840-2310", STUTTGART).dialing.main is None


def test_an_area_code_in_any_spelling_and_none() -> None:
    assert shown("Tel. 558830", Dialing(area_code="+49 7161")) == ["voice 07161 558830"]
    assert shown("Tel. 558830", Dialing()) == []
    assert [f.code for f in read_phones("Tel. 558830", Dialing()).findings] == ["phone_no_area"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("939 / 155", ["voice 07022 939-155"]),
        ("939/0", ["voice 07022 939-0"]),
        ("939/2214", ["voice 07022 939-2214"]),
        ("939 / 155 / 156", ["voice 07022 939-155", "voice 07022 939-156"]),
        ("303/305", []),  # two numbers of a village, or a Durchwahl
        ("303/05", []),
        ("939/155-0", []),
        ("110 / 3322", []),  # the police
        ("939 / 46 31 22", []),
        ("4711 / 4712", ["voice 07022 4711", "voice 07022 4712"]),
        ("303 / 0171 3920001", ["voice 07022 303", "mobile 0171 3920001"]),
    ],
)
def test_three_digits_before_a_slash_are_a_main_number(cell: str, expected: list[str]) -> None:
    assert shown(cell, Dialing(announced="07022"), labelled=True) == expected


@pytest.mark.parametrize(
    ("cell", "stem", "expected"),
    [
        ("9-243", None, ["voice 05932 9-243"]),
        ("9-243, 9-299", None, ["voice 05932 9-243", "voice 05932 9-299"]),
        ("9-243", "+495932318", []),  # the sign of a fax server
        ("9-12", None, []),  # hours
    ],
)
def test_one_digit_is_a_main_number_in_a_small_town(cell: str, stem: str | None, expected: list[str]) -> None:
    assert shown(cell, Dialing(announced="05932", main=stem), labelled=True) == expected
    assert shown(cell, Dialing(announced="0711"), labelled=True) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorwahl 05335, Zentrale 808-0\nDurchwahl 4 09 17", ["voice 05335 808-0", "voice 05335 40917"]),
        ("Zentrale 05335 808-0\nDurchwahl 4 09 17", ["voice 05335 808-0"]),  # nothing says where it is local
        ("Vorwahl 0711, Zentrale 212-0\nDurchwahl 9 41 23", ["voice 0711 212-0", "voice 0711 212-94123"]),
        ("Zentrale 07231 3084-0\nDurchwahl 9410", ["voice 07231 3084-0", "voice 07231 3084-9410"]),
        ("Vorwahl 05335, Zentrale 808-0\nDurchwahl 4 17", ["voice 05335 808-0", "voice 05335 808-417"]),
    ],
)
def test_digits_in_pairs_too_many_behind_the_main_number_are_no_durchwahl(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_an_announcement_given_from_outside_holds() -> None:
    assert shown("Tel. 558830", Dialing(area_code="0711", announced="07161")) == ["voice 07161 558830"]
    later = read_phones("Tel. 558830\nVorwahl 07022", Dialing(announced="07161"))
    assert [display.phone(found.phone) for found in later.found] == ["07161 558830"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zentrale 07231 3084-0\nDW 9401, Fax 9411", ["3084-0", "3084-9401", "3084-9411"]),
        ("Zentrale 07231 3084-0\nDW -9401, Fax 9411", ["3084-0", "3084-9401", "3084-9411"]),
        ("Zentrale 07231 3084-0\nDW 9401, Fax 2231", ["3084-0", "3084-9401"]),  # may be a local number
        ("Tel. 07231 3084-9401, Fax 9411", ["3084-9401"]),
    ],
)
def test_behind_a_bare_durchwahl_a_bare_fax_like_it_is_one(text: str, expected: list[str]) -> None:
    assert [number.partition(" 07231 ")[2] for number in shown(text)] == expected


@pytest.mark.parametrize(
    ("text", "code", "about"),
    [
        ("Tel. 0711 88 40-", "phone_truncated", "0711 88 40-"),
        ("Tel. 0711 8840-XXX", "phone_truncated", "0711 8840-XXX"),
        ("Tel. 0711", "phone_truncated", "0711"),
        ("Tel. 8840-", "phone_truncated", "8840-"),
        ("0711 8840-", "phone_truncated", "0711 8840-"),
        ("Tel. 2310", "phone_truncated", "2310"),
        ("Tel. +49", "phone_truncated", "+49"),
        ("Tel. 0711 8840-2310 / 8840-", "phone_truncated", "8840-"),
        ("Tel. 01234 567890", "phone_unknown", "01234 5"),
        ("Tel. 0151 4420911", "phone_unknown", "0151 4420911"),
        ("Tel. 0711 8840-2310/-11", "phone_unknown", "-11"),
        ("Tel. +999 12345678", "phone_unknown", "+999 12345678"),
        ("Fax: 07161 650-52 123, Zi. 4", "phone_unknown", "07161 650-52 123"),
        ("Tel. 0711 8840-30 310", "phone_unknown", "0711 8840-30 310"),
        ("Tel. 07161 558830 310", "phone_unknown", "07161 558830 310"),
        ("Tel. 0711 3902 - 42501 Esslingen", "phone_unknown", "0711 3902 - 42501"),
        ("Durchwahl -2312", "phone_no_main", "-2312"),
        ("Durchwahl 2312", "phone_no_main", "2312"),
        ("Durchwahl 772312", "phone_no_main", "772312"),
        ("Tel. B07141 8840-2310", "phone_unknown", "8840-2310"),
        ("Tel. 0711 88-1", "phone_truncated", "0711 88-1"),
        ("Tel. 0711 8-0", "phone_truncated", "0711 8-0"),
        ("Tel. 07161 558830, Fax -39", "phone_no_main", "-39"),
        ("Tel. 07161 558830, Fax -391204", "phone_no_main", "-391204"),
        ("Tel. 07161 558830, Fax -55883", "phone_no_main", "-55883"),
        ("Tel. 07161 558830 oder -3", "phone_no_main", "-3"),
        ("Tel. 0171 3920001, -12", "phone_no_main", "-12"),
    ],
)
def test_what_is_not_understood_is_a_finding(text: str, code: str, about: str) -> None:
    findings = read_phones(text, STUTTGART).findings
    assert [finding.code for finding in findings] == [code]
    assert about.strip("-") in findings[0].text
    assert findings[0].text in text
    for language in ("de", "en"):
        assert findings[0].text in wording.message(findings[0], language)
        assert code not in wording.message(findings[0], language)


@pytest.mark.parametrize(
    "text",
    ["Az. 0711/8840-", "Notruf 112", "Tel. 115", "Stand 01.04.2026", "IBAN DE02 1203 0000 0000 2020 51", "Fax: keine"],
)
def test_no_finding_where_nobody_would_expect_a_number(text: str) -> None:
    assert read_phones(text, STUTTGART).findings == ()


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Tel. 0711 8840-2310", ()),
        ("Tel. 8840-2310", (Step("phone_area", "8840-2310", "0711 8840-2310"),)),
        ("Tel. O711 8840-231O", (Step("phone_letters", "O711 8840 231O", "0711 8840 2310"),)),
        ("Tel. +49 (0) 711 8840-2310", (Step("phone_trunk_zero", "+49 0", "+49"),)),
        ("Tel. 0711 88\u200b40-2310", (Step("clean", "0711 88\u200b40-2310", "0711 8840-2310"),)),
    ],
)
def test_each_repair_is_a_step(text: str, steps: tuple[Step, ...]) -> None:
    (found,) = read_phones(text, STUTTGART).found
    assert found.steps == steps
    assert all(wording.step(step.rule) != step.rule for step in steps)


def test_the_steps_of_what_a_list_leaves_out() -> None:
    _, second, third = read_phones("Tel. 0711 8840-2310, -2311/12", STUTTGART).found
    assert second.steps == (Step("phone_extension", "-2311", "0711 8840-2311"),)
    assert third.steps == (Step("phone_tail", "12", "0711 8840-2312"),)


@pytest.mark.parametrize(
    "text", ["Tel. 0711 8840-2310, Fax -2399", "a\nb Tel.\u00ad 0711\u200b 88 40-23 10\nFax (07 11) 88 40-23 99"]
)
def test_spans_are_those_of_the_text_as_given(text: str) -> None:
    for found in read_phones(text, STUTTGART).found:
        assert text[found.start : found.end] == found.raw
        assert found.raw[0] in "0(-" or found.raw[0].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "Tel. 0711 8840-2310",
        "0711 8840-2310",
        "8840-2310",
        "Frau Muster (2055-30)",
        "Tel. 0711 88-",
        "x\nFax 8840–99",
        "83 90-121",
    ],
)
def test_looks_like_a_number(text: str) -> None:
    assert looks_like_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Frau Beispiel",
        "Montag 8:00-12:00 Uhr",
        "10 00-12 00 Uhr",
        "IBAN DE02 1203 0000 0000 2020 51",
        "73728 Esslingen",
        "01.04.2026",
        "2025-2026",
        "Zimmer 310",
        "Notruf 112",
        "12 von 30 Vereinen",
    ],
)
def test_does_not_look_like_a_number(text: str) -> None:
    assert not looks_like_number(text)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Telefon 0711 3902-0", "+497113902"),
        ("Zentrale: 3902-0", "+497113902"),
        ("0711 3902-(Durchwahl)", "+497113902"),
        ("Tel. 0711 3902-…", "+497113902"),
        ("Durchwahlen gelten unter der Hauptnummer 0331 - 702 38.", "+4933170238"),
        ("Fax 0711 3902-0", None),
        ("Tel. 0711 3902-1234", None),
        ("Tel. 0711 558830", None),
        ("Landratsamt", None),
    ],
)
def test_main_number(text: str, stem: str | None) -> None:
    assert main_number(text, Dialing(area_code="0711", main="+4971615588")) == stem


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("0711 8840-2310", Phone("voice", "+4971188402310", "2310")),
        ("0751 85-0", Phone("voice", "+49751850", "0")),
        ("07161 558830", Phone("voice", "+497161558830")),
        ("0171 3920001", Phone("mobile", "+491713920001")),
        ("01805 550100", Phone("voice", "+491805550100")),
        ("+43 5574 55520-10", Phone("voice", "+4355745552010", "10")),
    ],
)
def test_parse_is_the_inverse_of_display(text: str, phone: Phone) -> None:
    assert parse_phone(text) == phone
    assert display.phone(phone) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0711/8840-2310",
        "0711 88",
        "0751 850",
        "07118840",
        "711 8840",
        "0711 8840-",
        "0711  8840",
        "+49 711 8840",
        "٠٧١١ 8840",
        "x",
    ],
)
def test_parse_takes_nothing_else(text: str) -> None:
    with pytest.raises(ValueNotUnderstood):
        parse_phone(text)


def test_parse_keeps_the_kind_that_only_a_label_tells() -> None:
    assert parse_phone("0711 8840-99", "fax") == Phone("fax", "+49711884099", "99")
    assert parse_phone("0171 3920001", "fax").kind == "mobile"


@pytest.mark.parametrize(("line", "read"), [("Frau Stock (-214)", 1), ("Herr Raum -214", 1), ("Frau Raum 214", 0)])
def test_the_name_of_a_room_or_a_floor_may_be_somebodys(line: str, read: int) -> None:
    known = read_phones("0711 1234-0", Dialing()).dialing
    assert len(read_phones(line, known).found) == read
