"""Which value holds, who has left, and what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline import wording
from pipeline.core.compare import compare, show
from pipeline.core.settle import settle
from pipeline.model import CORRECTIONS, Address, Contact, Correction, Entry, PersonName, Phone
from tests.core.district import PRIORITIES, District, person, tagged

EVA = person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example", role="Asyl")
MARRIED = PersonName("Benz", "Eva", "Dr.", "Frau")
TIM = person("Herr Tim Kaiser", "1299", "tim.kaiser@altdorf.example", role="Leitung")


def settled(page: Contact, sheet: Contact) -> Contact:
    return settle((tagged(page), tagged(sheet, source="sheet")), PRIORITIES).contact


# ---- the value that holds ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "sheet", "name"),
    [
        (PersonName("Möck", None, "Dr.", "Frau"), PersonName("Möck", "Eva"), PersonName("Möck", "Eva", "Dr.", "Frau")),
        (PersonName("Müller", "Eva"), PersonName("Müller", "E."), PersonName("Müller", "Eva")),
        (PersonName("Jäger", "Karl"), PersonName("Jaeger", "Karl"), PersonName("Jäger", "Karl")),
        (PersonName("Kılıç", "Zoë"), PersonName("Kilic", "Zoe"), PersonName("Kılıç", "Zoë")),
        (PersonName("Pfliederer", "Eva"), PersonName("Pfleiderer", "Eva"), PersonName("Pfleiderer", "Eva")),
        (PersonName("Müller", "Eva Maria"), PersonName("Müller", "Eva"), PersonName("Müller", "Eva")),
        (MARRIED, PersonName("Müller", "Eva"), PersonName("Müller", "Eva", None, "Frau")),
        (MARRIED, PersonName("Müller", "Uta"), PersonName("Müller", "Uta")),
        (MARRIED, PersonName("Müller", "Eva", None, "Herr"), PersonName("Müller", "Eva", None, "Herr")),
        (replace(MARRIED, given="E."), PersonName("Müller", "E."), PersonName("Müller", "E.")),
    ],
)  # fmt: skip
def test_a_name_is_completed_by_what_others_know(page: PersonName, sheet: PersonName, name: PersonName) -> None:
    assert settled(replace(EVA, name=page), replace(EVA, name=sheet)).name == name


def test_a_family_name_only_one_source_knows_takes_nobody_her_form_of_address() -> None:
    district = District()
    plain = replace(EVA, name=PersonName("Müller", "Eva"))
    late = replace(EVA, name=PersonName("Müllerin", "Eva", None, "Frau"))
    district.night(page=[EVA, TIM], sheet=[plain, TIM])
    for page in ([late, TIM], [late, TIM], [EVA, TIM]):
        assert district.night(page=page, sheet=[plain, TIM]) == []


def test_the_source_of_higher_priority_has_the_say_field_by_field() -> None:
    district = District()
    page = replace(EVA, url="https://altdorf.example/", org="Sozialamt")
    sheet = replace(person("Frau Eva Müller", "7777", "eva.mueller@altdorf.example"), org="Amt 50")
    district.night(page=[page], sheet=[sheet])
    entry = district.entry("Müller")
    assert entry.contact == replace(sheet, role="Asyl", url="https://altdorf.example/")
    assert dict(entry.winners) == {
        "name": "sheet", "org": "sheet", "role": "page", "municipality": "sheet", "phones": "sheet", "emails": "sheet",
        "url": "page",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("page", "sheet", "fields"),
    [
        pytest.param(EVA, EVA, [], id="the same"),
        pytest.param(EVA, replace(EVA, role=None, phones=(), emails=()), [], id="missing"),
        pytest.param(EVA, replace(EVA, phones=(replace(EVA.phones[0], extension=None),)), [], id="another form"),
        pytest.param(replace(EVA, role="Leiter"), replace(EVA, role="Leiterin"), [], id="man or woman"),
        pytest.param(EVA, replace(EVA, phones=(*EVA.phones, Phone("voice", "+4971239"))), [], id="one more number"),
        pytest.param(replace(EVA, municipality="Altdorf; Holzen"), EVA, [], id="one more municipality"),
        pytest.param(
            replace(EVA, address=Address("Marktstr. 1", "70000", "Altdorf")),
            replace(EVA, address=Address("Marktstraße 1", "70000", "Altdorf (Württ.)")), [], id="street in short"),
        pytest.param(EVA, replace(EVA, phones=person("X", "9").phones), ["voice"], id="number"),
        pytest.param(replace(EVA, municipality="Holzen"), EVA, ["municipality"], id="municipality"),
        pytest.param(EVA, replace(EVA, role="Bauamt", org="Rathaus"), ["role"], id="role"),
        pytest.param(
            replace(EVA, hours="Mo 8–12"), replace(EVA, hours="Di 8–12", url="https://a.de"), ["hours"], id="hours"),
        pytest.param(
            EVA, replace(EVA, name=PersonName("Mlüler", "Eva", None, "Frau")), ["name"], id="spelling of the name"),
        pytest.param(EVA, replace(EVA, emails=(EVA.emails[0], "a@b.example")), [], id="one more mail"),
    ],
)  # fmt: skip
def test_a_disagreement_is_a_finding_with_both_values_and_places(
    page: Contact, sheet: Contact, fields: list[str]
) -> None:
    district = District()
    district.night(page=[page], sheet=[sheet])
    found = [finding for finding in district.findings if finding.code == "disagreement"]
    assert [dict(finding.details)["field"] for finding in found] == fields
    for finding in found:
        told = dict(finding.details)
        assert (told["winner"], told["other"]) == ("sheet", "page")
        assert told["value"] != told["other_value"]
        assert told["place"] == told["other_place"] == "Zeile 1"
        assert told["value"] in wording.message(finding)
        assert told["other_value"] in wording.message(finding, "en")


def test_who_knows_of_one_more_municipality_is_believed() -> None:
    assert settled(replace(EVA, municipality="Altdorf; Holzen"), EVA).municipality == "Altdorf; Holzen"
    assert settled(replace(EVA, municipality="Holzen"), EVA).municipality == "Altdorf"


def test_a_number_is_published_once_and_with_its_durchwahl() -> None:
    plain = (Phone("voice", EVA.phones[0].e164),)
    assert settled(EVA, replace(EVA, phones=plain)).phones == EVA.phones
    as_fax = (Phone("fax", EVA.phones[0].e164),)
    assert settled(EVA, replace(EVA, phones=as_fax)).phones == EVA.phones


def test_one_source_names_her_twice() -> None:
    second = replace(EVA, municipality="Holzen", role="Wohngeld", hours="Mo 8–12", phones=person("X", "8").phones)
    voice = settle((tagged(EVA), tagged(second)), PRIORITIES)
    assert voice.contact.municipality == "Altdorf; Holzen"
    assert voice.contact.role == "Asyl; Wohngeld"
    assert [phone.extension for phone in voice.contact.phones] == ["1234", "8"]
    assert voice.contact.hours == "Mo 8–12"
    assert settle((tagged(second), tagged(EVA)), PRIORITIES) == voice


def test_equal_priorities_are_decided_by_the_id_of_the_source() -> None:
    said = (tagged(replace(EVA, role="B"), source="b"), tagged(replace(EVA, role="A"), source="a"))
    assert settle(said, {}).contact.role == "A"


# ---- from night to night -------------------------------------------------------------------------


def test_a_quiet_night_equals_its_base_exactly() -> None:
    district = District()
    district.night(page=[EVA, TIM], sheet=[EVA])
    base = district.base
    assert district.night(sheet=[EVA], page=[TIM, EVA]) == []
    assert district.base == base


def test_another_form_of_numbers_is_no_change() -> None:
    district = District()
    district.night(page=[EVA])
    entry = district.entry("Müller")
    assert district.night(page=[replace(EVA, phones=(Phone("voice", EVA.phones[0].e164),))]) == []
    assert district.entry("Müller").contact == entry.contact


def test_an_outage_marks_stale_and_leaves_no_trace() -> None:
    district = District()
    district.night(page=[EVA, TIM], sheet=[EVA])
    base = district.base
    for _ in range(3):
        assert district.night(page=[EVA, TIM], sheet=[EVA], failing=("page",)) == []
        assert district.entry("Kaiser").stale
        assert not district.entry("Müller").stale
    assert district.night(page=[EVA, TIM], sheet=[EVA]) == []
    assert district.base == base


def test_first_seen_stays_and_last_changed_moves_with_the_values() -> None:
    district = District()
    district.night(page=[EVA])
    first = district.entry("Müller")
    district.night(page=[EVA], sheet=[replace(EVA, municipality=None)])
    second = district.entry("Müller")
    assert (second.first_seen, second.last_changed) == (first.first_seen, first.last_changed)
    assert [(origin.source, origin.seen) for origin in second.sources] == [
        ("page", first.first_seen), ("sheet", first.first_seen.replace(day=3)),  # type: ignore[union-attr]
    ]  # fmt: skip
    district.night(page=[replace(EVA, role="Bau")], sheet=[replace(EVA, municipality=None, role="Bau")])
    third = district.entry("Müller")
    assert third.first_seen == first.first_seen
    assert third.last_changed == first.first_seen.replace(day=4)  # type: ignore[union-attr]


def test_groups_are_municipalities_or_else_the_office() -> None:
    district = District()
    district.night(page=[EVA, replace(EVA, municipality="Holzen"), replace(TIM, municipality=None, org="Bauamt")])
    assert district.entry("Müller").groups == ("Altdorf", "Holzen")
    assert district.entry("Kaiser").groups == ("Bauamt",)


def test_older_names_are_kept_but_not_for_ever() -> None:
    district = District()
    for i in range(9):
        district.night(page=[replace(EVA, emails=(f"eva.mueller{i}@altdorf.example",)), TIM])
    known = next(known for known in district.base if known.entry.contact.emails[0].startswith("eva"))
    assert len(known.former) == 5
    assert known.former[0].emails == ("eva.mueller7@altdorf.example",)


# ---- leaving -------------------------------------------------------------------------------------


def test_grace_counts_nights_on_which_the_source_answered() -> None:
    district = District(grace=2)
    district.night(page=[EVA, TIM])
    assert district.night(page=[TIM]) == []
    assert district.night(page=[TIM], failing=("page",)) == []
    assert district.night(page=[TIM]) == []
    assert district.night(page=[TIM]) == ["removed Eva Müller"]


def test_whoever_is_back_within_grace_was_never_gone() -> None:
    district = District(grace=2)
    district.night(page=[EVA, TIM])
    base = district.base
    district.night(page=[TIM])
    assert district.night(page=[EVA, TIM]) == []
    assert district.base == base


def test_a_successor_ends_grace() -> None:
    district = District(grace=2)
    district.night(page=[EVA, TIM])
    district.night(page=[TIM])
    new = person("Herr Jan Benz", "1234", role="Asyl")
    assert district.night(page=[new, TIM]) == ["succeeded Jan Benz after Eva Müller"]
    assert district.entry("Benz").predecessor is not None


# ---- compare -------------------------------------------------------------------------------------


def entry(uid: str, contact: Contact, predecessor: str | None = None) -> Entry:
    return Entry(uid, contact, (("phones", "sheet"),), predecessor=predecessor)


def test_any_two_nights_can_be_compared() -> None:
    new = person("Herr Jan Benz", "1")
    before = (entry("a", EVA), entry("b", TIM), entry("d", person("Zoë Mohr", "3")))
    moved = replace(TIM, phones=person("X", "2").phones)
    after = (entry("b", moved), entry("c", new, "a"), entry("e", person("Olga Seitz", "4")))
    kinds = [(change.kind, change.uid, change.predecessor) for change in compare(before, after)]
    assert kinds == [("succeeded", "c", "a"), ("added", "e", None), ("changed", "b", None), ("removed", "d", None)]
    change = compare(before, after)[2]
    assert [(f.field, f.old, f.new, f.source) for f in change.fields] == [
        ("phones", "Tel. 07123 555-1299", "Tel. 07123 555-2", "sheet")
    ]
    assert [change.kind for change in compare((), (entry("a", EVA),), {"a"})] == ["returned"]
    assert compare(after, after) == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PersonName("Müller", "Eva", "Dr.", "Frau"), "Frau Dr. Eva Müller"),
        ((Phone("voice", "+4971235551234", "1234"), Phone("fax", "+497123555")), "Tel. 07123 555-1234, Fax 07123 555"),
        (Address("Marktstraße 1", "70000", "Altdorf"), "Marktstraße 1, 70000 Altdorf"),
        (("a@b.example",), "a@b.example"),
        ((), None),
        (None, None),
        ("Asyl", "Asyl"),
    ],
)
def test_values_are_shown_as_people_read_them(value: object, text: str | None) -> None:
    assert show(value) == text


# ---- corrections ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "check"),
    [
        ("role", "Sozialamt", lambda c: c.role == "Sozialamt"),
        ("role", "", lambda c: c.role is None),
        ("emails", "b@a.example; a@a.example", lambda c: c.emails == ("a@a.example", "b@a.example")),
        ("emails", "", lambda c: c.emails == ()),
        ("municipality", "Holzen", lambda c: c.municipality == "Holzen"),
        ("url", "https://altdorf.example/", lambda c: c.url == "https://altdorf.example"),
        ("phones", "", lambda c: c.phones == ()),
        ("phones", "07123 555-77; 0171 3920011", lambda c: [p.kind for p in c.phones] == ["voice", "mobile"]),
        ("mobile", "0171 3920011", lambda c: [p.e164 for p in c.phones] == [EVA.phones[0].e164, "+491713920011"]),
        ("fax", "07123 555-99", lambda c: c.phones[1] == Phone("fax", "+49712355599", "99")),
        ("name", "Frau Dr. Eva Müller", lambda c: c.name == PersonName("Müller", "Eva", "Dr.", "Frau")),
        ("address", "Marktweg 1, 73728 Altdorf", lambda c: c.address == Address("Marktweg 1", "73728", "Altdorf")),
    ],
)  # fmt: skip
def test_a_correction_wins_over_every_source(field: str, value: str, check: object) -> None:
    district = District()
    row = Correction("Eva Müller", field, value)
    district.night(page=[EVA, TIM], sheet=[EVA], corrections=(row,))
    entry = district.entry("Müller")
    assert check(entry.contact)  # type: ignore[operator]
    published = "phones" if field in ("mobile", "fax") else field
    assert dict(entry.winners).get(published) == (CORRECTIONS if value else None)
    assert district.codes == []
    assert district.night(page=[EVA, TIM], sheet=[EVA], corrections=(row,)) == []
    assert district.night(page=[EVA, TIM], sheet=[EVA]) == ["changed Eva Müller"]


@pytest.mark.parametrize("contact", ["eva.mueller@altdorf.example", "Müller Eva", "Frau Eva Müller", "uid"])
def test_a_contact_is_called_by_uid_mail_or_name(contact: str) -> None:
    district = District()
    district.night(page=[EVA, TIM])
    called = district.uid("Müller") if contact == "uid" else contact
    assert district.night(page=[EVA, TIM], corrections=(Correction(called, "role", "Bau"),)) == ["changed Eva Müller"]


def test_what_becomes_of_a_correction_is_said_every_night() -> None:
    district = District()
    row = Correction("eva.mueller@altdorf.example", "role", "Sozialamt", until=date(2026, 9, 30))
    district.night(page=[EVA], corrections=(row,))
    assert district.codes == []
    for role, code in [("Bauamt", "correction_contradicted"), ("Sozialamt", "correction_superfluous")]:
        for _ in range(2):
            district.night(page=[replace(EVA, role=role)], corrections=(row,))
            assert district.codes == [code]
            assert district.entry("Müller").contact.role == "Sozialamt"
            assert "Sozialamt" in wording.message(district.findings[0])
    district.nights = 40
    district.night(page=[EVA], corrections=(row,))
    assert district.entry("Müller").contact.role == "Asyl"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Correction("Niemand", "role", "Bau"), "Niemand | Funktion | Bau“ in corrections.xlsx wirkt nicht: diesen"),
        (Correction("Eva Müller", "emails", "keine Adresse"), "| E-Mail | keine Adresse"),
        (Correction("Eva Müller", "fax", "siehe Aushang"), "keine vollständige Rufnummer"),
        (Correction("doppelt@altdorf.example", "role", "Bau"), "bitte die Kennung eintragen: Eva Müller ("),
    ],
)
def test_a_row_that_cannot_be_applied_is_a_finding(row: Correction, told: str) -> None:
    twice = [replace(EVA, emails=("doppelt@altdorf.example",)), replace(TIM, emails=("doppelt@altdorf.example",)), EVA]
    district = District()
    district.night(page=twice, corrections=(row,))
    assert any(told in wording.message(found) for found in district.findings if found.code == "correction_unknown")


@pytest.mark.parametrize(
    ("values", "holds", "idle"),
    [
        (["Bau", "Asyl und Wohnen"], "Asyl und Wohnen", ["Bau"]),
        (["Bau", "Bau", "Leitung"], "Leitung", ["Bau", "Bau"]),
        (["Bau", "Leitung", "Bau"], "Bau", ["Leitung"]),
        (["Bau", "Leitung", "Ordnungsamt"], "Ordnungsamt", ["Bau", "Leitung"]),
        (["", "Bau"], "Bau", [""]),
        (["Bau", ""], None, ["Bau"]),
        (["Bau", "Bau", "Bau"], "Bau", []),
    ],
)
def test_of_rows_that_say_different_things_the_lowest_holds(
    values: list[str], holds: str | None, idle: list[str]
) -> None:
    calls = ("Eva Müller", EVA.emails[0], "Müller Eva")
    rows = tuple(Correction(call, "role", value) for value, call in zip(values, calls, strict=False))
    district = District()
    for _ in range(2):
        district.night(page=[EVA, TIM], corrections=rows)
        assert district.entry("Müller").contact.role == holds
        assert [dict(found.details).get("value", "") for found in district.findings] == idle
        assert all(found.code == "correction_unknown" for found in district.findings)
        assert all(f"weiter unten steht „{holds or '–'}“" in wording.message(found) for found in district.findings)


def test_a_correction_reaches_somebody_kept_by_grace() -> None:
    district = District(grace=5)
    row = Correction("eva.mueller@altdorf.example", "role", "Bau")
    district.night(page=[EVA, TIM], corrections=(row,))
    assert district.night(page=[TIM], corrections=(row,)) == []
    assert district.codes == ["not_named"]
