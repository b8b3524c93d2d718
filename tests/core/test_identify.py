"""Who is who: a table of situations as they happen in district offices."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import wording
from pipeline.core.compare import compare
from pipeline.core.evidence import BY_CHANGE, BY_NAME, BY_POST
from pipeline.core.identify import identify
from pipeline.core.minting import era, mint
from pipeline.model import Contact, Correction, Finding, Observation, PersonName, Phone, Raw, Reading
from tests.core.district import District, Said, person, post, tagged
from tests.core.nights import simulate

EVA = person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte")
TIM = person("Herr Tim Kaiser", "1299", "tim.kaiser@altdorf.example", role="Leiter Ordnungsamt")
MAILBOX = "asyl@altdorf.example"


def two_nights(before: list[Contact], after: list[Contact]) -> tuple[list[str], bool]:
    """What changed from one night to the next, and whether the first contact kept its uid."""
    district = District()
    district.night(page=before)
    uid = next(entry.uid for entry in district.entries if entry.contact == before[0])
    changes = district.night(page=after)
    return changes, any(entry.uid == uid for entry in district.entries)


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        pytest.param(EVA, [], id="nothing"),
        pytest.param(
            person("Frau Eva Müller", "4321", "eva.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Müller"], id="new number"),
        pytest.param(
            person("Frau Eva Müller", "1234", "e.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Müller"], id="new mail"),
        pytest.param(
            person("Frau Eva Müller", "4321", "mueller2@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Müller"], id="number and mail at once"),
        pytest.param(
            person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Benz"], id="marriage"),
        pytest.param(
            person("Frau Eva Müller-Benz", "1234", "eva.mueller-benz@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Müller-Benz"], id="double name"),
        pytest.param(
            person("Frau Eva Mueller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Mueller"], id="spelling"),
        pytest.param(
            person("Frau Eva Mlüler", "1234", MAILBOX, role="Integrationsbeauftragte"),
            ["changed Eva Mlüler"], id="typing error at the same desk"),
        pytest.param(
            person("Frau Dr. Eva Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Dr. Eva Müller"], id="title"),
        pytest.param(
            person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example", role="Sozialamt"),
            ["changed Eva Müller"], id="role"),
        pytest.param(
            person("Frau Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Müller"], id="given name hidden"),
        pytest.param(
            person("Herr Eva Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["changed Eva Müller"], id="form of address mistaken"),
        pytest.param(
            replace(EVA, municipality="Altdorf im Grund"), ["changed Eva Müller"], id="municipality renamed"),
        pytest.param(replace(EVA, municipality="Neustadt"), ["changed Eva Müller"], id="municipalities merged"),
        pytest.param(replace(EVA, org="Amt für Integration"), ["changed Eva Müller"], id="heading renamed"),
        pytest.param(replace(EVA, name=None), ["changed Integrationsbeauftragte"], id="name missing for a night"),
    ],
)  # fmt: skip
def test_the_same_person_with_other_words(after: Contact, changes: list[str]) -> None:
    assert two_nights([EVA, TIM], [TIM, after]) == (changes, True)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        pytest.param(
            person("Frau Eva Müller", "1234", MAILBOX), person("Herr Jan Benz", "1234", MAILBOX),
            ["succeeded Jan Benz after Eva Müller"], id="desk and mailbox"),
        pytest.param(
            EVA, person("Frau Anna Benz", "1234", "anna.benz@altdorf.example", role="Integration und Asyl"),
            ["succeeded Anna Benz after Eva Müller"], id="desk, other words for the role"),
        pytest.param(
            EVA, person("Frau Anna Müller", "1234", "anna.mueller@altdorf.example", role="Integrationsbeauftragte"),
            ["succeeded Anna Müller after Eva Müller"], id="of the same family name"),
        pytest.param(
            person("Frau Müller", "1234", MAILBOX), person("Herr Müller", "1234", MAILBOX),
            ["succeeded Müller after Müller"], id="Frau and Herr of one name"),
        pytest.param(
            person("Frau Eva Müller", "1234", MAILBOX, role="Asyl"),
            person("Frau Dr. Eva Benz", "1234", MAILBOX, role="Asyl"),
            ["succeeded Dr. Eva Benz after Eva Müller"], id="of the same given name, but a doctor"),
        pytest.param(
            person("Frau Eva Müller", "1234", MAILBOX, role="Asyl"),
            person("Herr Jan Benz", "7777", MAILBOX, role="Asyl"),
            ["succeeded Jan Benz after Eva Müller"], id="mailbox and role"),
        pytest.param(
            EVA, person("Herr Jan Benz", "7777", "jan.benz@altdorf.example", role="Integrationsbeauftragter"),
            ["succeeded Jan Benz after Eva Müller"], id="role in the municipality"),
        pytest.param(
            EVA, person("Herr Jan Benz", "7777", "jan.benz@altdorf.example", role="Jugendhaus"),
            ["removed Eva Müller", "added Jan Benz"], id="nothing in common"),
        pytest.param(
            EVA, person("Frau Eva Müller", "8888", "e.mueller@holzen.example", town="Holzen", role="Jugendhaus"),
            ["removed Eva Müller", "added Eva Müller"], id="a namesake elsewhere"),
        pytest.param(
            post("Integrationsbeauftragte", "1234"), EVA,
            ["succeeded Eva Müller after Integrationsbeauftragte"], id="a post filled"),
    ],
)  # fmt: skip
def test_another_person(before: Contact, after: Contact, changes: list[str]) -> None:
    told, kept = two_nights([before, TIM], [TIM, after])
    assert sorted(told) == sorted(changes)
    assert not kept


def test_a_new_family_name_can_be_a_successor_and_staff_may_say_so() -> None:
    married = person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")
    district = District()
    district.night(page=[EVA, TIM])
    assert district.night(page=[married, TIM]) == ["changed Eva Benz"]
    assert district.codes == ["new_family_name"]
    row = Correction(district.uid("Benz"), "split", "Eva Benz")
    assert district.night(page=[married, TIM], corrections=(row,)) == ["succeeded Eva Benz after Eva Benz"]


def test_who_is_called_otherwise_is_told_by_the_source_that_says_so() -> None:
    plain = replace(EVA, name=PersonName("Müller", "Eva"))
    married = person("Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")
    district = District()
    district.night(page=[EVA, TIM], sheet=[plain, TIM])
    district.night(page=[EVA, TIM], sheet=[married, TIM])
    told = [finding for finding in district.findings if finding.code == "new_family_name"]
    assert [(finding.source, finding.text, dict(finding.details)["before"]) for finding in told] == [
        ("sheet", "Eva Benz", "Eva Müller")
    ]


def test_whose_mobile_is_gone_is_not_married_but_succeeded() -> None:
    mobile = Phone("mobile", "+491711234567")
    before = replace(EVA, phones=(*EVA.phones, mobile))
    after = person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")
    told, kept = two_nights([before, TIM], [after, TIM])
    assert (told, kept) == (["succeeded Eva Benz after Eva Müller"], False)


def test_who_marries_after_her_title_became_a_function_is_known() -> None:
    before = person("Eva Müller", "1234", "eva.mueller@altdorf.example")
    assert before.name is not None
    before = replace(before, name=replace(before.name, title="Pfarrerin"))
    after = person("Eva Benz", "1234", "eva.benz@altdorf.example", role="Pfarrerin")
    told, kept = two_nights([before, TIM], [after, TIM])
    assert (len(told), kept) == (1, True)


def test_a_successor_is_none_while_the_old_one_is_still_named() -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    assert district.night(page=[person("Herr Jan Benz", "1234", MAILBOX)], sheet=[EVA]) == ["added Jan Benz"]
    assert district.codes == ["place_taken"]


JAN = person("Herr Jan Benz", "1234", "jan.benz@altdorf.example", role="Integrationsbeauftragter")


AT_NO_DESK = replace(JAN, phones=())


@pytest.mark.parametrize(
    ("new", "late", "told"),
    [
        pytest.param(JAN, 1, "succeeded Jan Benz after Eva Müller", id="a night late"),
        pytest.param(JAN, 7, "succeeded Jan Benz after Eva Müller", id="a week late"),
        pytest.param(AT_NO_DESK, 1, "succeeded Jan Benz after Eva Müller", id="by function and municipality"),
        pytest.param(JAN, 20, "removed Eva Müller before Jan Benz", id="beside her for weeks"),
    ],
)
def test_a_source_that_is_late_tells_whom_the_newcomer_came_for(new: Contact, late: int, told: str) -> None:
    """He is new once and she leaves once; that he is her successor is known from the first of these nights."""
    district = District()
    district.night(page=[EVA, TIM], sheet=[EVA])
    uid = district.uid("Müller")
    for night in range(late):
        assert district.night(page=[new, TIM], sheet=[EVA]) == ([] if night else ["added Jan Benz"])
    newcomer = district.uid("Benz")
    assert district.night(page=[new, TIM], sheet=[new]) == [told]
    assert (district.uid("Benz"), district.entry("Benz").predecessor) == (newcomer, uid)
    assert district.night(page=[new, TIM], sheet=[new]) == []


def test_a_late_succession_tells_what_else_is_new_of_the_successor_in_the_same_change() -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    district.night(page=[JAN], sheet=[EVA])
    assert district.night(page=[JAN], sheet=[replace(JAN, org="Hauptamt")]) == ["succeeded Jan Benz after Eva Müller"]
    (change,) = district.proposal.changes
    assert (change.late, [field.field for field in change.fields]) == (True, ["org"])
    assert not change.arrives


def test_a_late_succession_ends_grace() -> None:
    district = District(grace=3)
    district.night(page=[EVA], sheet=[EVA])
    district.night(page=[JAN], sheet=[EVA])
    assert district.night(page=[JAN], sheet=[JAN]) == ["succeeded Jan Benz after Eva Müller"]


def test_both_nights_together_are_one_succession() -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    first = tuple(district.entries)
    district.night(page=[JAN], sheet=[EVA])
    district.night(page=[JAN], sheet=[JAN])
    assert [(c.kind, c.late) for c in compare(first, tuple(district.entries))] == [("succeeded", False)]


@pytest.mark.parametrize(
    "nights",
    [
        pytest.param([([TIM], [EVA]), ([TIM, JAN], [EVA]), ([TIM, JAN], [JAN])], id="a gap on the page"),
        pytest.param([([TIM], [EVA]), ([TIM, JAN], [EVA]), ([TIM, JAN], [TIM, JAN])], id="never on the page"),
    ],
)
def test_a_newcomer_takes_her_place_in_the_source_that_is_late(
    nights: list[tuple[list[Contact], list[Contact]]],
) -> None:
    district = District()
    district.night(page=[TIM], sheet=[EVA])
    told = [district.night(page=page, sheet=sheet) for page, sheet in nights]
    assert told == [[], ["added Jan Benz"], ["succeeded Jan Benz after Eva Müller"]]


@pytest.mark.parametrize(
    ("nights", "last"),
    [
        pytest.param([([EVA, JAN], [EVA])], ([JAN], [JAN]), id="side by side on the page"),
        pytest.param([([JAN], [EVA])] * 9, ([JAN], [JAN]), id="known for long"),
        pytest.param([([JAN], [EVA])], ([JAN], []), id="nobody in her place"),
        pytest.param(
            [([person("Herr Jan Benz", "55", "jan.benz@altdorf.example", role="Bauamt")], [EVA])],
            ([], [person("Herr Jan Benz", "55", "jan.benz@altdorf.example", role="Bauamt")]), id="another post"),
    ],
)  # fmt: skip
def test_who_is_here_already_is_no_successor(
    nights: list[tuple[list[Contact], list[Contact]]], last: tuple[list[Contact], list[Contact]]
) -> None:
    district = District()
    district.night(page=[TIM], sheet=[EVA, TIM])
    for page, sheet in nights:
        district.night(page=[*page, TIM], sheet=[*sheet, TIM])
    assert "removed Eva Müller" in district.night(page=[*last[0], TIM], sheet=[*last[1], TIM])


def test_at_an_exchange_a_late_source_names_no_successor() -> None:
    crowd = [
        person(name, "1", f"{name.split()[1].lower()}@altdorf.example")
        for name in ("Ida Seitz", "Uwe Mohr", "Ali Lutz")
    ]
    old, new = (person(name, "1", f"{name.split()[1].lower()}@altdorf.example") for name in ("Eva Müller", "Jan Benz"))
    district = District()
    district.night(page=[*crowd, old], sheet=[*crowd, old])
    district.night(page=[*crowd, new], sheet=[*crowd, old])
    assert district.night(page=[*crowd, new], sheet=[*crowd, new]) == ["removed Eva Müller"]


@pytest.mark.parametrize(
    ("page", "sheet", "told"),
    [
        pytest.param([TIM, EVA, JAN], [EVA], ["added Jan Benz"], id="beside her"),
        pytest.param(
            [TIM, replace(AT_NO_DESK, role="Bauamt")], [EVA], ["added Jan Benz"], id="at no desk, in another post"),
        pytest.param([TIM, replace(EVA, phones=()), JAN], [EVA], ["added Jan Benz"], id="she has left the desk only"),
        pytest.param(
            [TIM, JAN, person("Frau Ida Seitz", "1234", MAILBOX)], [EVA], ["added Ida Seitz", "added Jan Benz"],
            id="two at once"),
        pytest.param([TIM], [EVA, JAN], ["added Jan Benz"], id="in a source that never named her alone"),
    ],
)  # fmt: skip
def test_who_shares_a_desk_came_for_nobody(page: list[Contact], sheet: list[Contact], told: list[str]) -> None:
    district = District()
    district.night(page=[EVA, TIM], sheet=[EVA])
    assert sorted(district.night(page=page, sheet=sheet)) == told
    assert "place_taken" not in district.codes
    assert district.entry("Benz").predecessor is None
    district.night(page=[JAN, TIM], sheet=[JAN])
    assert all(change.successor is None for change in district.proposal.changes)


def test_who_left_another_desk_than_her_old_one_has_no_heir() -> None:
    district = District()
    district.night(page=[EVA, TIM], sheet=[EVA])
    district.night(page=[JAN, TIM], sheet=[EVA])
    moved = person("Frau Eva Müller", "7777", "mueller2@altdorf.example", role="Integrationsbeauftragte")
    district.night(page=[JAN, TIM], sheet=[moved])
    assert district.night(page=[JAN, TIM], sheet=[TIM]) == ["removed Eva Müller"]


def test_a_desk_stays_one_however_many_have_sat_there() -> None:
    district = District()
    for name in ("Jan Müller", "Tim Benz", "Uwe Traub", "Ali Kaiser", "Emre Berger", "Lutz Vogel"):
        said = person(f"Herr {name}", "1234", MAILBOX, role="Asyl")
        told = district.night(page=[said], sheet=[replace(said, org="Gemeinde Altdorf")])
    assert told == ["succeeded Lutz Vogel after Emre Berger"]


def test_swapped_desks_and_roles_follow_the_people() -> None:
    one, two = person("Frau Berger", "111", MAILBOX, role="A"), person("Frau Kaiser", "222", MAILBOX, role="B")
    swapped = [person("Frau Berger", "222", MAILBOX, role="B"), person("Frau Kaiser", "111", MAILBOX, role="A")]
    district = District()
    district.night(page=[one, two])
    uids = {district.uid("Berger"): "Berger", district.uid("Kaiser"): "Kaiser"}
    assert district.night(page=swapped) == ["changed Berger", "changed Kaiser"]
    assert {district.uid("Berger"): "Berger", district.uid("Kaiser"): "Kaiser"} == uids


def test_job_shares_parents_and_children_are_different_people() -> None:
    district = District()
    family = [EVA, person("Herr Tim Müller", "1234", MAILBOX), person("Frau Zoë Benz", "1234", MAILBOX)]
    assert len(district.night(page=family)) == 3
    assert district.codes == []


def test_a_couple_with_one_mailbox_and_one_number_are_two_people() -> None:
    district, mailbox = District(), "familie.ilic@helferkreis.example"
    mirjana, dejan = (person(name, "1234", mailbox, org="Helferkreis") for name in ("Mirjana Ilić", "Dejan Ilić"))
    assert district.night(page=[mirjana, dejan]) == ["added Dejan Ilić", "added Mirjana Ilić"]
    assert district.night(page=[dejan]) == ["removed Mirjana Ilić"]
    assert district.night(page=[dejan, mirjana]) == ["returned Mirjana Ilić"]


def test_who_leaves_and_comes_back_has_the_old_uid() -> None:
    district = District()
    district.night(page=[EVA, TIM])
    uid = district.uid("Müller")
    assert district.night(page=[TIM]) == ["removed Eva Müller"]
    for _ in range(90):
        district.night(page=[TIM])
    back = person("Frau Eva Müller", "9999", "eva.mueller@altdorf.example", role="Sozialamt")
    assert district.night(page=[TIM, back]) == ["returned Eva Müller"]
    assert district.uid("Müller") == uid


@pytest.mark.parametrize(
    ("contact", "change"),
    [
        (person("Frau Eva Müller", "9", MAILBOX, role="Bauamt"), "returned Eva Müller"),
        (person("Frau Müller", "9", MAILBOX, role="Bauamt"), "added Müller"),
        (person("Frau Müller", "1234", MAILBOX, role="Bauamt"), "added Müller"),
        (person("Frau Eva Müller", "9", "eva.mueller@b.example", town="Holzen", role="Bauamt"), "added Eva Müller"),
        (person("Frau Eva Benz", "1234", MAILBOX, role="Integrationsbeauftragte"), "added Eva Benz"),
    ],
)
def test_long_after_somebody_left(contact: Contact, change: str) -> None:
    district = District()
    district.night(page=[EVA, TIM])
    district.night(page=[TIM])
    assert district.night(page=[TIM, contact]) == [change]


def test_back_under_a_name_from_before_a_marriage() -> None:
    district = District()
    district.night(page=[EVA, TIM])
    uid = district.uid("Müller")
    married = person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")
    district.night(page=[married, TIM])
    district.night(page=[TIM])
    assert district.night(page=[EVA, TIM]) == ["returned Eva Müller"]
    assert district.uid("Müller") == uid


MARRIED = person("Frau Eva Benz", "1234", "benz@altdorf.example", role="Integrationsbeauftragte")


@pytest.mark.parametrize(
    "back",
    [
        pytest.param(MARRIED, id="another family name"),
        pytest.param(replace(MARRIED, name=PersonName("Müller-Benz", "Eva")), id="a double name"),
        pytest.param(replace(MARRIED, name=PersonName("Benz", "Eva Maria", "Dr.")), id="more given names, a title"),
    ],
)
def test_who_is_back_under_another_name_is_a_question_and_staff_may_join_both(back: Contact) -> None:
    district = District()
    district.night(page=[EVA, TIM])
    uid = district.uid("Müller")
    district.night(page=[TIM])
    assert len(district.night(page=[TIM, back])) == 1
    (found,) = (finding for finding in district.findings if finding.code == "perhaps_back")
    new = next(entry.uid for entry in district.entries if entry.contact == back)
    assert found.uid == new != uid
    assert f"Eva Müller ({uid})" in wording.message(found)
    district.night(page=[TIM, back], corrections=(Correction(uid, "join", new),))
    assert {entry.uid for entry in district.entries if entry.contact == back} == {uid}


@pytest.mark.parametrize(
    ("before", "back"),
    [
        pytest.param(EVA, replace(MARRIED, name=PersonName("Benz", "Anna", None, "Frau")), id="another given name"),
        pytest.param(EVA, replace(MARRIED, name=PersonName("Benz", None, None, "Frau")), id="no given name"),
        pytest.param(
            replace(EVA, name=PersonName("Müller", "E.")), replace(MARRIED, name=PersonName("Benz", "E.")),
            id="initials"),
        pytest.param(
            replace(EVA, name=PersonName("Müller", "Andrea", None, "Frau")),
            replace(MARRIED, name=PersonName("Benz", "Andrea", None, "Herr")), id="Frau and Herr"),
        pytest.param(EVA, replace(MARRIED, role="Bauamt"), id="another function"),
        pytest.param(replace(EVA, role=None), replace(MARRIED, role=None), id="no function"),
        pytest.param(EVA, replace(MARRIED, municipality="Holzen"), id="another municipality"),
        pytest.param(EVA, replace(MARRIED, phones=person("X", "9").phones), id="another number"),
    ],
)  # fmt: skip
def test_who_shares_less_with_somebody_who_left_is_no_question(before: Contact, back: Contact) -> None:
    district = District()
    district.night(page=[before, TIM])
    district.night(page=[TIM])
    district.night(page=[TIM, back])
    assert "perhaps_back" not in district.codes


def test_who_is_known_to_be_somebody_else_is_no_question() -> None:
    mobile = replace(EVA, phones=(*EVA.phones, Phone("mobile", "+491711234567")))
    colleagues, exchange, succeeded, split = District(), District(), District(), District()
    colleagues.night(page=[EVA, MARRIED])
    colleagues.night(page=[MARRIED])
    crowd = [person(name, "1234") for name in ("Ida Seitz", "Uwe Mohr", "Ali Lutz", "Emre Berger")]
    exchange.night(page=[EVA, *crowd])
    exchange.night(page=crowd)
    exchange.night(page=[MARRIED, *crowd])
    succeeded.night(page=[mobile, TIM])
    assert succeeded.night(page=[MARRIED, TIM]) == ["succeeded Eva Benz after Eva Müller"]
    split.night(page=[EVA, TIM])
    split.night(page=[TIM])
    split.night(page=[TIM, MARRIED], corrections=(Correction("Eva Müller", "split", "Eva Benz"),))
    for district in (colleagues, exchange, succeeded, split):
        assert "perhaps_back" not in district.codes


# ---- across sources ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        pytest.param(
            person("Frau Dr. Beispiel-Muster", "1234", town=None), person("Eva Beispiel-Muster", "1234"),
            id="given name in one, title in the other"),
        pytest.param(EVA, person("E. Müller", "1234", role="Integration"), id="an initial"),
        pytest.param(EVA, person("Frau Eva Mueller", None, "eva.mueller@altdorf.example", town=None), id="by mail"),
        pytest.param(EVA, person("Frau Eva Müller", "7777", role="Integrationsbeauftragte"), id="numbers disagree"),
        pytest.param(person("Frau Müller", role="Asyl"), person("Frau Eva Müller", "1", role="Asyl"), id="role, town"),
        pytest.param(
            person("Herr Hans-Peter Pfliederer", "5", "hans-peter.pfleiderer@altdorf.example"),
            person("Herr Hans-Peter Pfleiderer", "5", "hans-peter.pfleiderer@altdorf.example"), id="a typing error"),
        pytest.param(person("Bernd El~Amrani", "5"), person("Bernd El Amrani", "5"), id="where the family name begins"),
        pytest.param(post("Integrationsbeauftragte", "1234"), EVA, id="name only on one side"),
    ],
)  # fmt: skip
def test_two_sources_name_one_person(page: Contact, sheet: Contact) -> None:
    district = District()
    district.night(page=[page, TIM], sheet=[sheet])
    assert len(district.entries) == 2


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        pytest.param(EVA, person("Frau Eva Müller", "7", "eva.mueller@holzen.example", town="Holzen"), id="elsewhere"),
        pytest.param(EVA, person("Frau Eva Müller", "7", "eva.mueller2@altdorf.example"), id="two of a name"),
        pytest.param(EVA, person("Frau Anna Müller", "1234", MAILBOX), id="sisters at one number"),
        pytest.param(EVA, person("Frau Müller", "7", MAILBOX, role="Bauamt"), id="only the family name"),
        pytest.param(EVA, post("Bauamt", "1234"), id="another post at her number"),
        pytest.param(EVA, tagged(post("Integrationsbeauftragte", "1234"), "vacant"), id="vacant here, filled there"),
    ],
)  # fmt: skip
def test_two_sources_name_two(page: Contact, sheet: Contact | Observation) -> None:
    district = District()
    district.night(page=[page, TIM], sheet=[sheet])
    assert len(district.entries) == 3


ELSEWHERE = replace(EVA, emails=("mueller@kreis.example",))
NUMBERED = replace(EVA, emails=("eva.mueller2@altdorf.example",))
HANS = person("Herr Hans Müller", "55", "hans.mueller@altdorf.example", role="Vorsitzender")


@pytest.mark.parametrize("first", [{}, {"page": [EVA, TIM], "sheet": [TIM]}], ids=["first night", "a source more"])
def test_one_person_with_two_addresses_at_a_number_of_her_own(first: dict[str, list[Contact]]) -> None:
    district = District()
    district.night(**first)
    for _ in range(2):
        district.night(page=[EVA, TIM], sheet=[ELSEWHERE, TIM])
        assert (len(district.entries), district.codes) == (2, ["disagreement"])
    details = dict(district.findings[0].details)
    assert {details["value"], details["other_value"]} == {*EVA.emails, *ELSEWHERE.emails}
    assert (details["field"], bool(details["place"]), bool(details["other_place"])) == ("emails", True, True)


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        pytest.param([EVA, replace(EVA, emails=("e.mueller@altdorf.example",))], [ELSEWHERE], id="two at one number"),
        pytest.param([EVA, replace(EVA, emails=("e.mueller@altdorf.example",))], [NUMBERED], id="three addresses"),
        pytest.param([EVA, person("Herr Uwe Traub", "1234")], [ELSEWHERE], id="somebody else at her number"),
        pytest.param([EVA], [ELSEWHERE, person("Herr Uwe Traub", "1234")], id="somebody else there in the other"),
        pytest.param([EVA], [ELSEWHERE, post("Integrationsbüro", "1234")], id="the number of an office"),
        pytest.param([EVA], [replace(ELSEWHERE, role="Bauamt")], id="another function"),
        pytest.param([replace(EVA, role=None)], [replace(ELSEWHERE, role=None)], id="no function"),
        pytest.param([EVA], [replace(ELSEWHERE, municipality="Holzen")], id="another municipality"),
        pytest.param([EVA], [replace(ELSEWHERE, name=PersonName("Müller", "Eva", None, "Herr"))], id="Frau and Herr"),
        pytest.param([EVA], [replace(ELSEWHERE, name=PersonName("Müller", "Eva Maria"))], id="one given name more"),
        pytest.param(
            [replace(EVA, name=PersonName("Müller", "E."))], [replace(ELSEWHERE, name=PersonName("Müller", "E."))],
            id="initials"),
        pytest.param([EVA], [NUMBERED], id="the second mailbox of that name"),
        pytest.param(
            [replace(EVA, phones=person("X", "0").phones)], [replace(ELSEWHERE, phones=person("X", "0").phones)],
            id="the exchange"),
        pytest.param([HANS], [replace(HANS, emails=("hans.mueller.jun@web.de",))], id="the son by his mailbox"),
        pytest.param(
            [Observation("page", HANS, (Reading("name", HANS.name, Raw("Herr Hans Müller sen.")),))],
            [replace(HANS, emails=("hans.mueller@web.de",))], id="the father by his name"),
    ],
)  # fmt: skip
def test_namesakes_with_two_addresses_are_two(page: list[Said], sheet: list[Said]) -> None:
    district = District()
    district.night(page=page, sheet=sheet)
    assert len(district.entries) == len(page) + len(sheet)


def test_two_with_addresses_of_their_own_stay_two_when_the_others_at_their_number_leave() -> None:
    district = District()
    district.night(page=[EVA, person("Herr Uwe Traub", "1234")], sheet=[ELSEWHERE])
    assert district.night(page=[EVA], sheet=[ELSEWHERE]) == ["removed Uwe Traub"]
    assert district.codes == ["possible_duplicate"]


def test_one_person_for_two_municipalities_stays_one() -> None:
    second = replace(EVA, municipality="Holzen")
    district = District()
    district.night(page=[EVA, second], sheet=[EVA])
    uid = district.uid("Müller")
    assert district.entry("Müller").contact.municipality == "Altdorf; Holzen"
    phones = person("X Y", "4444").phones
    moved = [replace(EVA, phones=phones), replace(second, phones=phones)]
    assert district.night(page=moved, sheet=[moved[0]]) == ["changed Eva Müller"]
    assert district.uid("Müller") == uid


def test_a_second_source_later_and_one_less_again() -> None:
    district = District()
    district.night(page=[EVA], sheet=[])
    uid = district.uid("Müller")
    fuller = replace(EVA, org="Gemeinde Altdorf")
    assert district.night(page=[EVA], sheet=[fuller]) == ["changed Eva Müller"]
    assert district.night(page=[], sheet=[fuller]) == []
    assert district.uid("Müller") == uid


def test_moved_to_another_page() -> None:
    district = District()
    district.night(page=[EVA, TIM], other=[])
    uid = district.uid("Müller")
    assert district.night(page=[TIM], other=[replace(EVA, org="Sachgebiet")]) == ["changed Eva Müller"]
    assert district.uid("Müller") == uid


# ---- doubt ---------------------------------------------------------------------------------------


def test_two_candidates_are_a_finding_and_no_guess() -> None:
    district = District()
    district.night(page=[EVA, person("Frau Anna Müller", "1234", "anna.mueller@altdorf.example")])
    district.night(
        page=[EVA, person("Frau Anna Müller", "1234", "anna.mueller@altdorf.example")],
        sheet=[person("Frau Müller", "1234")],
    )
    assert len(district.entries) == 3
    assert "ambiguous_contact" in district.codes
    known = district.findings
    district.night(
        page=[EVA, person("Frau Anna Müller", "1234", "anna.mueller@altdorf.example")],
        sheet=[person("Frau Müller", "1234")],
    )
    assert {f for f in known if f.code == "possible_duplicate"} == set(district.findings)


def test_namesakes_in_one_office_are_told_apart_and_reported_every_night() -> None:
    twin = person("Frau Eva Müller", "7777", "eva.mueller2@altdorf.example")
    district = District()
    district.night(page=[EVA, twin])
    assert district.codes == ["possible_duplicate"]
    said = district.findings
    assert district.night(page=[twin, EVA]) == []
    assert district.findings == said
    split = Correction(EVA.emails[0], "split", twin.emails[0])
    district.night(page=[twin, EVA], corrections=(split,))
    assert district.codes == []


# ---- struck, vacant, offices ---------------------------------------------------------------------


def test_a_struck_entry_leaves_at_once_and_does_not_come_back() -> None:
    district = District(grace=3)
    district.night(page=[EVA, TIM])
    assert district.night(page=[tagged(EVA, "struck"), TIM]) == ["removed Eva Müller"]
    assert district.night(page=[tagged(EVA, "struck"), TIM]) == []


def test_struck_for_a_successor() -> None:
    district = District(grace=3)
    district.night(page=[EVA, TIM])
    new = person("Herr Jan Benz", "1234", role="Integrationsbeauftragter")
    assert district.night(page=[tagged(EVA, "struck"), new, TIM]) == ["succeeded Jan Benz after Eva Müller"]


def test_struck_here_and_named_there_is_a_finding() -> None:
    district = District()
    district.night(page=[EVA], sheet=[EVA])
    assert district.night(page=[tagged(EVA, "struck")], sheet=[EVA]) == []
    assert district.codes == ["struck_elsewhere"]


def test_struck_words_of_a_stranger_are_nobody() -> None:
    district = District()
    assert district.night(page=[TIM, tagged(EVA, "struck")]) == ["added Tim Kaiser"]


def test_two_who_claim_one_place_are_both_new() -> None:
    district = District()
    district.night(page=[person("Frau Müller", "1", "a@altdorf.example", role="Asyl"), TIM])
    claims = [person("Frau Müller", str(i), f"{i}@altdorf.example", role="Asyl") for i in (5, 6)]
    assert sorted(district.night(page=[*claims, TIM])) == ["added Müller", "added Müller", "removed Müller"]


def test_somebody_who_lost_her_place_there_goes_before_a_namesake() -> None:
    """Both could be meant by name and office; one of them is named in that source as ever."""
    one = person("Frau Eva Müller", "1", "asyl@altdorf.example", role="Asyl")
    two = person("Frau Eva Müller", "2", "eva.mueller2@altdorf.example", role="Asyl")
    district = District()
    district.night(page=[one, two])
    uids = {entry.contact.phones: entry.uid for entry in district.entries}
    moved = replace(two, phones=person("X", "9").phones, emails=("mueller@altdorf.example",))
    assert district.night(page=[one, moved]) == ["changed Eva Müller"]
    assert {entry.uid for entry in district.entries} == set(uids.values())


@pytest.mark.parametrize(
    "one",
    [
        lambda n: person("Frau Müller", str(n), f"a{n}@altdorf.example", role=f"Zimmer {n}"),
        lambda n: person("Frau Müller", str(n), MAILBOX),
        lambda n: post("Bürgerbüro", str(n), f"a{n}@altdorf.example"),
        lambda n: post("Bürgerbüro", str(n), MAILBOX),
    ],
    ids=["people", "people at one mailbox", "posts", "posts at one mailbox"],
)
def test_a_multitude_of_one_name_takes_no_night_and_is_known_by_numbers(one: Callable[[int], Contact]) -> None:
    district = District()
    began = time.process_time()
    district.night(page=[one(n) for n in range(1000, 4000)])
    uids = {entry.uid for entry in district.entries}
    district.night(page=[replace(one(n), hours="Mo 8–12") for n in range(1000, 4000)])
    assert time.process_time() - began < 10
    assert len(uids) == 3000
    assert {entry.uid for entry in district.entries} == uids


def test_a_vacant_post_is_not_the_one_who_left() -> None:
    district = District()
    district.night(page=[EVA, TIM])
    vacant = tagged(post("Integrationsbeauftragte", "1234", "eva.mueller@altdorf.example"), "vacant")
    assert district.night(page=[vacant, TIM]) == ["removed Eva Müller", "added Integrationsbeauftragte"]


OFFICE = post(None, "100", "rathaus@altdorf.example", org="Integrationsbüro")


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(post(None, "200", "rathaus@altdorf.example", org="Integrationsbüro"), id="new number"),
        pytest.param(post(None, "100", "rathaus@altdorf.example", org="Büro für Integration"), id="new name"),
        pytest.param(post(None, "100", "buero@altdorf.example", org="Integrationsbüro"), id="new mail"),
        pytest.param(post("Beratung", "100", "rathaus@altdorf.example", org="Integrationsbüro"), id="a role beside it"),
    ],
)
def test_the_same_office(after: Contact) -> None:
    district = District()
    district.night(page=[OFFICE, TIM])
    uid = next(entry.uid for entry in district.entries if entry.contact == OFFICE)
    district.night(page=[TIM, after])
    assert uid in {entry.uid for entry in district.entries}


def test_an_office_without_its_house_before_it_is_the_same() -> None:
    before = replace(OFFICE, org="Stadt Altdorf, Integrationsbüro", municipality=None)
    assert two_nights([before, TIM], [replace(before, org="Integrationsbüro"), TIM])[1]


def test_offices_at_one_number_stay_apart() -> None:
    other = post(None, "100", "rathaus@altdorf.example", org="Standesamt")
    district = District()
    district.night(page=[OFFICE, other])
    assert district.night(page=[other]) == ["removed Integrationsbüro"]
    assert district.night(page=[other, OFFICE]) == ["returned Integrationsbüro"]


# ---- laws ----------------------------------------------------------------------------------------

NAMES = st.builds(
    PersonName, st.sampled_from(["Müller", "Mueller", "Maier", "Mayer", "Benz"]),
    st.sampled_from([None, "Eva", "E.", "Anna"]), st.none(), st.sampled_from([None, "Frau", "Herr"]),
)  # fmt: skip
CONTACTS = st.builds(
    lambda name, town, desk, mail, role: replace(person("X", desk, mail, town=town, role=role), name=name),
    st.none() | NAMES, st.sampled_from([None, "Altdorf", "Holzen"]), st.sampled_from([None, "1", "2", "3"]),
    st.sampled_from([None, MAILBOX, "eva.mueller@altdorf.example", "mueller@altdorf.example"]),
    st.sampled_from([None, "Asyl", "Leitung"]),
)  # fmt: skip
SOURCES = st.fixed_dictionaries({"page": st.lists(CONTACTS, max_size=5), "sheet": st.lists(CONTACTS, max_size=4)})


@settings(max_examples=120, deadline=None)
@given(nights=st.lists(SOURCES, min_size=1, max_size=5), seed=st.integers(0, 99))
def test_laws_of_identity(nights: list[dict[str, list[Contact]]], seed: int) -> None:
    """Order makes no difference; a repeated night changes nothing; a uid is given once and never to two."""
    district, shuffled = District(guarded=False), District(guarded=False)
    dice = random.Random(seed)
    for sources in nights:
        before = {known.uid: known for known in district.base}
        district.night(**sources)
        for _ in range(2):
            shuffled.night(**{source: dice.sample(said, len(said)) for source, said in reversed(sources.items())})
            shuffled.nights = district.nights
        assert [known.entry for known in shuffled.base] == [known.entry for known in district.base]
        named = [match.uid for match in district.matches.matches]
        assert len(named) == len(set(named))
        said = {(source, contact) for source, contacts in sources.items() for contact in contacts}
        given_to = [(o.source, o.contact) for match in district.matches.matches for o in match.observations]
        assert sorted(map(repr, said)) == sorted(map(repr, given_to))
        assert before.keys() <= {known.uid for known in district.base}
        after, findings = district.base, district.findings
        district.nights -= 1
        assert district.night(**sources) == []
        assert district.base == after
        assert _lasting(district.findings) == _lasting(findings)


def _lasting(findings: Iterable[Finding]) -> set[Finding]:
    """Without the questions that are asked only when somebody is recognised anew."""
    return {
        finding
        for finding in findings
        if finding.code not in ("ambiguous_contact", "new_family_name", "place_taken", "perhaps_back", "same_name_left")
    }


def test_a_uid_is_never_given_twice() -> None:
    said = Observation("page", EVA)
    first = mint("08116", said, ())
    second = mint("08116", said, {first})
    assert first != second
    assert mint("08116", said, {first, second}) not in (first, second)
    assert identify((said,), (), (), "08116").matches[0].uid == first
    assert identify((said,), (), (), "08117").matches[0].uid != first
    assert mint(era("08116", None), said, ()) == first
    assert len({mint(era("08116", erased), said, ()) for erased in (None, 1, 2)}) == 3  # nothing is remembered of her


@pytest.mark.parametrize("seed", range(6))
def test_a_living_district(seed: int) -> None:
    tally = simulate(seed, people=30, nights=40)
    assert not tally.merges, tally.notes
    assert tally.uid_right >= 0.995, tally.notes
    assert tally.false_on_quiet == 0
    assert tally.wrongly_removed == 0
    assert all(min(tally.share(kind)) >= 0.9 for kind in tally.kinds), tally.notes


def test_every_reason_has_words_in_both_languages() -> None:
    rules = {rule.name for rule in (*BY_NAME, *BY_CHANGE, *BY_POST)} | {"new", "returned", "joined", "struck", "left"}
    for name in rules:
        german, english = wording.REASONS[name]
        assert german
        assert german != english
