"""Who moves to another place: by the full name that nobody else has, or a question; and a row that says who it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import wording
from pipeline.model import Contact, Correction, PersonName
from tests.core.district import District, person, tagged

ROLE = "Integrationsbeauftragte"


def at(town: str, name: str, desk: str, *, role: str | None = ROLE, mail: str | None = None) -> Contact:
    """Somebody with a number and a mailbox of her name in a town of its own domain."""
    local = mail or ".".join(name.lower().replace("frau ", "").replace("herr ", "").split())
    return person(name, desk, f"{local}@{town.lower()}.example", town=town, role=role)


UWE = at("Uhingen", "Uwe Beck", "110")
MAX = at("Heiningen", "Max Blum", "120")
EVA = at("Salach", "Eva Lang", "130")
UWE_THERE = at("Heiningen", "Uwe Beck", "120")


def told(before: list[Contact], after: list[Contact]) -> tuple[list[str], set[str], District]:
    """What changed in the second night, which uids stayed, and the district."""
    district = District()
    district.night(sheet=[*before, EVA])
    uids = {entry.uid for entry in district.entries}
    changes = sorted(district.night(sheet=[*after, EVA]))
    return changes, uids & {entry.uid for entry in district.entries} - {district.uid("Lang")}, district


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        pytest.param(
            [UWE, MAX], [UWE_THERE, at("Uhingen", "Max Blum", "110")], ["changed Max Blum", "changed Uwe Beck"],
            id="two swap their towns"),
        pytest.param(
            [UWE, MAX], [at("Uhingen-Heiningen", "Uwe Beck", "910"), at("Uhingen-Heiningen", "Max Blum", "920")],
            ["changed Max Blum", "changed Uwe Beck"], id="two towns become one"),
        pytest.param([UWE], [at("Heiningen", "Uwe Beck", "777", mail="u.beck")], ["changed Uwe Beck"], id="one moves"),
        pytest.param(
            [UWE], [at("Heiningen", "Herr Uwe Beck", "777", role=None)], ["changed Uwe Beck"],
            id="the function is missing, the mailbox carries the name"),
        pytest.param([UWE, MAX], [UWE_THERE], ["changed Uwe Beck", "removed Max Blum"], id="to the desk of who left"),
    ],
)  # fmt: skip
def test_who_moves_keeps_the_uid(before: list[Contact], after: list[Contact], changes: list[str]) -> None:
    said, kept, district = told(before, after)
    assert said == changes
    assert len(kept) == len(after)
    assert district.codes == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([UWE], [at("Heiningen", "Uwe Beck", "777", role="Standesamt")], id="another function"),
        pytest.param(
            [replace(UWE, role=None)], [at("Heiningen", "Uwe Beck", "777", mail="beck")],
            id="no function, another mailbox"),
        pytest.param([UWE, at("Donzdorf", "Uwe Beck", "140")],
                     [at("Donzdorf", "Uwe Beck", "140"), UWE_THERE], id="father and son"),
        pytest.param([UWE, at("Donzdorf", "Uwe Beck", "140", role="Bauhof")],
                     [UWE_THERE, at("Ottenbach", "Uwe Beck", "141", role="Bauhof")], id="both move"),
        pytest.param([UWE], [UWE_THERE, at("Ottenbach", "Uwe Beck", "150")], id="two of the name come"),
    ],
)  # fmt: skip
def test_the_name_alone_is_a_question(before: list[Contact], after: list[Contact]) -> None:
    said, _, district = told(before, after)
    assert {"removed Uwe Beck", "added Uwe Beck"} <= set(said)
    assert "same_name_left" in district.codes
    gone = next(known for known in district.base if known.departed and known.entry.contact == before[0])
    (first, *_) = (finding for finding in district.findings if finding.code == "same_name_left")
    assert f"Uwe Beck ({gone.uid}" in wording.message(first)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            replace(UWE, name=PersonName("Beck", "U.")), replace(UWE_THERE, name=PersonName("Beck", "U.")),
            id="initials"),
        pytest.param(
            at("Uhingen", "Frau Kim Beck", "110"), at("Heiningen", "Herr Kim Beck", "120"), id="Frau and Herr"),
        pytest.param(UWE, at("Heiningen", "Jan Beck", "120"), id="another given name"),
    ],
)  # fmt: skip
def test_no_full_name_is_nothing(before: Contact, after: Contact) -> None:
    said, kept, district = told([before], [after])
    assert [change.split()[0] for change in said] == ["added", "removed"]
    assert not kept
    assert district.codes == []


def test_who_moves_in_two_lists_at_once_is_one() -> None:
    district = District()
    district.night(page=[UWE, EVA], sheet=[UWE, EVA])
    uid = district.uid("Beck")
    assert district.night(page=[UWE_THERE, EVA], sheet=[UWE_THERE, EVA]) == ["changed Uwe Beck"]
    assert district.uid("Beck") == uid


def test_from_one_source_to_another_is_a_question() -> None:
    district = District()
    district.night(page=[UWE, EVA], sheet=[MAX])
    district.night(page=[EVA], sheet=[MAX, at("Donzdorf", "Uwe Beck", "777")])
    assert district.codes == ["same_name_left"]


@pytest.mark.parametrize("failing", [(), ("page",)])
@pytest.mark.parametrize(("sheet", "asked"), [([UWE], True), ([MAX], False)], ids=["named him", "never named him"])
def test_whom_another_source_still_names_there_has_not_moved_but_may(
    sheet: list[Contact], asked: bool, failing: tuple[str, ...]
) -> None:
    district = District()
    district.night(page=[UWE, EVA], sheet=sheet)
    there = at("Donzdorf", "Uwe Beck", "777")
    assert "added Uwe Beck" in district.night(page=[UWE, EVA], sheet=[there], failing=failing)
    assert ("same_name_left" in district.codes) is asked


def test_staff_may_join_who_moved_before_the_late_source_follows() -> None:
    district = District()
    district.night(page=[UWE, EVA], sheet=[UWE])
    uid, there = district.uid("Beck"), at("Donzdorf", "Uwe Beck", "777")
    district.night(page=[UWE, EVA], sheet=[there])
    row = Correction(there.emails[0], "join", uid)
    district.night(page=[UWE, EVA], sheet=[there], corrections=(row,))
    assert district.uid("Beck") == uid
    district.night(page=[there, EVA], sheet=[there], corrections=(row,))
    assert district.uid("Beck") == uid


def test_struck_here_and_named_there_by_one_list_is_a_move() -> None:
    district = District()
    district.night(page=[UWE, EVA])
    uid = district.uid("Beck")
    assert district.night(page=[tagged(UWE, "struck"), UWE_THERE, EVA]) == ["changed Uwe Beck"]
    assert district.uid("Beck") == uid


def test_back_in_another_post_is_a_question_once_and_a_row_answers_it() -> None:
    back = at("Ottenbach", "Uwe Beck", "777", role="Standesamt")
    district = District()
    district.night(sheet=[UWE, EVA])
    uid = district.uid("Beck")
    district.night(sheet=[EVA])
    assert district.night(sheet=[EVA, back]) == ["added Uwe Beck"]
    assert district.codes == ["same_name_left"]
    district.night(sheet=[EVA, back])
    assert district.codes == []
    row = Correction(district.uid("Beck"), "join", uid)
    assert sorted(district.night(sheet=[EVA, back], corrections=(row,))) == ["removed Uwe Beck", "returned Uwe Beck"]
    assert district.uid("Beck") == uid
    moved = at("Donzdorf", "Uwe Beck", "778", role="Standesamt")
    assert district.night(sheet=[EVA, moved], corrections=(row,)) == ["changed Uwe Beck"]
    assert district.uid("Beck") == uid


def test_whom_staff_keep_apart_has_not_moved_and_is_no_question() -> None:
    district = District()
    district.night(sheet=[UWE, EVA])
    row = Correction(district.uid("Beck"), "split", UWE_THERE.emails[0])
    told = district.night(sheet=[UWE_THERE, EVA], corrections=(row,))
    assert sorted(told) == ["added Uwe Beck", "removed Uwe Beck"]
    assert "same_name_left" not in district.codes


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("name", ["Ina Kern", "Ali Rot", "Zoe Zorn", "Kai Rupp", "Ida Ast"])
def test_a_row_with_the_uid_of_who_left_holds_on_the_day_itself(name: str, turned: bool) -> None:
    """A day has several nights: nobody is the elder of two by the uid if one of them has left."""
    district = District()
    district.night(sheet=[UWE, EVA])
    old = district.uid("Beck")
    other = at("Donzdorf", name, "777", role="Standesamt")
    for sheet in ([EVA], [EVA, other]):
        district.nights = 0
        district.night(sheet=sheet)
        district.nights = 1
    district.base = tuple(
        replace(known, entry=replace(known.entry, first_seen=district.base[0].entry.first_seen))
        for known in district.base
    )
    new = district.uid(name.split()[1])
    row = Correction(*((old, "join", new) if turned else (new, "join", old)))
    for _ in range(2):
        district.night(sheet=[EVA, other], corrections=(row,))
        assert district.uid(name.split()[1]) == old
        assert "correction_idle" not in district.codes
        district.night(sheet=[EVA, other])
        assert district.uid(name.split()[1]) == new


def test_the_younger_who_left_gives_no_uid_and_the_row_says_so() -> None:
    district = District()
    district.night(sheet=[EVA])
    district.night(sheet=[EVA, UWE])
    elder, younger = district.uid("Lang"), district.uid("Beck")
    district.night(sheet=[EVA])
    district.night(sheet=[EVA], corrections=(Correction(elder, "join", younger),))
    (found,) = district.findings
    assert "kam später dazu" in wording.message(found)
    assert district.uid("Lang") == elder
