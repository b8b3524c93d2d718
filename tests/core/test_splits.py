"""Rows by which staff keep two apart, and what becomes of both without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import wording
from pipeline.model import Contact, Correction
from tests.core.district import District, person

EVA = person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte")
TIM = person("Herr Tim Kaiser", "1299", "tim.kaiser@altdorf.example", role="Leiter Ordnungsamt")
MAILBOX = "asyl@altdorf.example"


def test_a_split_keeps_apart_what_looks_like_one() -> None:
    alias = person("Frau Eva Müller", "1234", MAILBOX)
    district = District()
    district.night(page=[EVA], sheet=[alias])
    assert len(district.entries) == 1
    row = Correction(district.entries[0].uid, "split", MAILBOX)
    assert district.night(page=[EVA], sheet=[alias], corrections=(row,)) != []
    assert len(district.entries) == 2
    base = district.base
    district.night(page=[EVA], sheet=[alias], corrections=(row,))
    assert district.base == base


@pytest.mark.parametrize("row", [("Eva Benz", "Eva Müller"), ("Eva Müller", "Eva Benz")])
def test_who_was_taken_for_married_is_split_by_their_names(row: tuple[str, str]) -> None:
    married = person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")
    district = District()
    district.night(page=[EVA, TIM])
    uid = district.uid("Müller")
    assert district.night(page=[married, TIM]) == ["changed Eva Benz"]
    split = (Correction(row[0], "split", row[1]),)
    district.night(page=[married, TIM], corrections=split)
    assert district.uid("Benz") != uid
    base = district.base
    district.night(page=[married, TIM], corrections=split)
    assert district.base == base


def test_of_two_taken_for_one_whom_the_row_names_first_stays() -> None:
    short = person("Frau Müller", "1234", MAILBOX)
    district = District()
    district.night(page=[EVA], sheet=[short])
    (before,) = district.entries
    district.night(page=[EVA], sheet=[short], corrections=(Correction("Eva Müller", "split", "Müller"),))
    assert {entry.contact.name.given: entry.uid == before.uid for entry in district.entries if entry.contact.name} == {
        "Eva": True,
        None: False,
    }


def test_a_split_of_nobody_is_said() -> None:
    district = District()
    district.night(page=[EVA, TIM], corrections=(Correction("Eva Müller", "split", "Ida Niemand"),))
    assert district.codes == ["correction_unknown"]


def test_a_split_goes_before_a_join() -> None:
    rows = tuple(Correction(EVA.emails[0], field, TIM.emails[0]) for field in ("join", "split"))
    district = District()
    district.night(page=[EVA, TIM], corrections=rows)
    assert len(district.entries) == 2


# ---- taken back ----------------------------------------------------------------------------------

JAN = person("Herr Jan Seitz", "1300", "jan.seitz@altdorf.example", role="Jugendhaus")
ALIAS = person("Frau Eva Müller", "1234", MAILBOX)
MARRIED = person("Frau Eva Benz", "1234", "eva.benz@altdorf.example", role="Integrationsbeauftragte")


class SplitInTwo(District):
    """One contact of two sources, the `row` that made two of it, and the uids: `hers`, and the `other` of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.said(ALIAS)
        self.hers = self.uid("Eva Müller")
        self.row = Correction(self.hers, "split", MAILBOX)
        assert self.said(ALIAS, self.row) == ["added Eva Müller", "changed Eva Müller"]
        (self.other,) = (entry.uid for entry in self.entries if entry.contact.emails == (MAILBOX,))

    def said(self, alias: Contact | None, *rows: Correction, page: Contact = EVA) -> list[str]:
        """A night on which the page says the same of her, and the sheet that."""
        return sorted(self.night(page=[page, TIM], sheet=[JAN, alias] if alias else [JAN], corrections=rows))

    @property
    def hers_only(self) -> bool:
        return {entry.uid for entry in self.entries} & {self.hers, self.other} == {self.hers}

    @property
    def both(self) -> bool:
        return {self.hers, self.other} <= {entry.uid for entry in self.entries}


def test_without_the_row_what_was_split_off_is_the_old_contact_again() -> None:
    split = SplitInTwo()
    assert split.said(ALIAS) == ["changed Eva Müller", "removed Eva Müller"]
    assert split.hers_only
    assert [origin.source for origin in split.entry("Müller").sources] == ["page", "sheet"]
    (told,) = (finding for finding in split.findings if finding.code == "part_again")
    assert (told.uid, dict(told.details)["uid"]) == (split.hers, split.other)
    base = split.base
    assert split.said(ALIAS) == []
    assert (split.base, split.codes) == (base, ["disagreement"])


def test_the_row_restored_gives_the_same_uid_again() -> None:
    split = SplitInTwo()
    for _ in range(3):
        split.said(ALIAS)
        assert split.hers_only
        assert split.said(ALIAS, split.row) == ["changed Eva Müller", "returned Eva Müller"]
        assert split.both


@pytest.mark.parametrize("row", [("Eva Benz", "Eva Müller"), ("Eva Müller", "Eva Benz"), (None, "Eva Benz")])
@pytest.mark.parametrize("grace", [0, 3])
def test_who_was_split_off_whole_is_the_one_from_before_again(row: tuple[str | None, str], grace: int) -> None:
    district = District(grace=grace)
    district.night(page=[EVA, TIM])
    hers = district.uid("Müller")
    district.night(page=[MARRIED, TIM])
    split = Correction(row[0] or hers, "split", row[1])
    district.night(page=[MARRIED, TIM], corrections=(split,))
    other = district.uid("Benz")
    assert other != hers
    for _ in range(2):
        assert sorted(district.night(page=[MARRIED, TIM])) == ["removed Eva Benz", "returned Eva Benz"]
        assert district.uid("Benz") == hers
        assert district.night(page=[MARRIED, TIM]) == []
        told = district.night(page=[MARRIED, TIM], corrections=(split,))
        assert sorted(told) == ["removed Eva Benz", "returned Eva Benz"]
        assert district.uid("Benz") == other


def test_both_may_have_changed_since() -> None:
    split = SplitInTwo()
    eva, alias = replace(EVA, role="Sozialamt"), replace(ALIAS, phones=person("X", "5555").phones)
    split.said(alias, split.row, page=eva)
    assert split.both
    split.said(alias, page=eva)
    assert split.hers_only
    split.said(replace(alias, role="Sozialamt"), page=eva)
    assert split.hers_only
    split.said(replace(alias, role="Sozialamt"), split.row, page=eva)
    assert split.both


def test_two_who_have_grown_apart_stay_two_and_staff_are_told_once() -> None:
    split = SplitInTwo()
    apart = person("Frau Eva Müller", "7777", "eva.mueller2@holzen.example", role="Bauamt")
    split.said(apart, split.row)
    apart = replace(apart, municipality="Holzen")
    split.said(apart, split.row)
    assert split.both
    assert split.said(apart) == []
    assert split.codes == ["split_stays"]
    assert split.said(apart) == []
    assert split.codes == []
    split.said(apart, Correction(split.other, "join", split.hers))
    assert split.hers_only


def test_a_row_that_no_longer_finds_its_words_still_keeps_them_apart() -> None:
    split = SplitInTwo()
    for _ in range(2):
        split.said(replace(ALIAS, emails=("integration@altdorf.example",)), split.row)
        assert split.both
        assert split.codes == []


def test_another_row_for_the_same_two_keeps_them_apart() -> None:
    split = SplitInTwo()
    edited = Correction(split.other, "split", split.hers)
    moved = replace(ALIAS, emails=("integration@altdorf.example",))
    assert split.said(ALIAS, edited) == []
    split.said(moved, edited)
    assert split.both
    split.said(moved)
    assert split.hers_only


def test_a_row_edited_to_mean_others_is_none_for_them() -> None:
    split = SplitInTwo()
    split.said(ALIAS, Correction("Tim Kaiser", "split", MAILBOX))
    assert split.hers_only


def test_the_last_words_of_a_source_that_fails_go_back_too() -> None:
    split = SplitInTwo()
    split.night(page=[EVA, TIM], sheet=[JAN, ALIAS], failing=("sheet",))
    assert split.hers_only


def test_who_is_not_named_when_the_row_goes_comes_back_to_the_old_contact() -> None:
    split = SplitInTwo()
    assert split.said(None) == ["removed Eva Müller"]
    assert split.said(ALIAS) == ["changed Eva Müller"]
    assert split.hers_only
    split.said(ALIAS, split.row)
    assert split.both


def test_the_old_contact_lives_on_by_what_went_back_to_it() -> None:
    split = SplitInTwo()
    split.said(ALIAS)
    assert split.night(page=[TIM], sheet=[JAN, ALIAS]) == ["changed Eva Müller"]
    new = person("Frau Ida Seitz", "1234", "ida.seitz@altdorf.example", role="Integrationsbeauftragte")
    assert split.night(page=[TIM, new], sheet=[JAN, ALIAS]) == ["added Ida Seitz"]  # nobody has left yet
    split.said(ALIAS)
    assert split.hers_only


def test_a_third_source_means_both_once_they_are_one_again() -> None:
    split = SplitInTwo()
    split.said(ALIAS)
    split.night(page=[EVA, TIM], sheet=[JAN, ALIAS], other=[person("Frau Eva Müller", "1234")])
    assert "ambiguous_contact" not in split.codes
    assert split.hers_only
    assert len(split.entries) == 3


def test_whom_the_row_met_on_the_first_night_were_never_one() -> None:
    row = Correction(EVA.emails[0], "split", MAILBOX)
    district = District()
    district.night(page=[EVA], sheet=[ALIAS], corrections=(row,))
    uids = {entry.uid for entry in district.entries}
    district.night(page=[EVA], sheet=[ALIAS])
    assert {entry.uid for entry in district.entries} == uids


def test_who_was_split_off_has_not_taken_the_place_of_whom_she_was_taken_from() -> None:
    split = SplitInTwo()
    assert "place_taken" not in split.codes
    assert all(entry.predecessor is None for entry in split.entries)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param([("eva", "join", "tim"), ("tim", "split", "eva")], ["kept_apart"], id="one joins, one separates"),
        pytest.param([("eva", "split", "eva")], ["one_meant"], id="from herself"),
        pytest.param([("eva", "split", "Eva Müller")], ["one_meant"], id="from herself in other words"),
        pytest.param([("eva", "split", "tim")], [], id="two are two"),
        pytest.param([("Müller", "split", "eva")], ["nobody"], id="nobody is told as that"),
    ],
)
def test_rows_without_sense_are_a_finding_each(rows: list[tuple[str, str, str]], told: list[str]) -> None:
    called = {"eva": EVA.emails[0], "tim": TIM.emails[0]}
    corrections = tuple(Correction(called.get(a, a), field, called.get(b, b)) for a, field, b in rows)
    district = District()
    district.night(page=[EVA, TIM], corrections=corrections)
    for _ in range(2):
        assert district.night(page=[EVA, TIM], corrections=corrections) == []
        assert [dict(finding.details)["why"] for finding in district.findings] == told
        assert len(district.entries) == 2
        assert all("{" not in wording.message(finding) for finding in district.findings)


UTE = person("Frau Ute Lang", "4444", "ute.lang@altdorf.example")
ZOE = person("Frau Zoë Mohr", "5555", "zoe.mohr@altdorf.example")


@pytest.mark.parametrize(
    ("rows", "told", "left"),
    [
        (["eva join tim", "tim join eva", "eva split tim"], ["kept_apart", "kept_apart"], 4),
        (["eva join tim", "eva split tim", "tim split eva"], ["kept_apart"], 4),
        (["eva join tim", "tim join ute", "eva split ute"], ["kept_apart_too", "kept_apart_too"], 4),
        (["eva split ute", "tim join ute", "eva join tim"], ["kept_apart_too", "kept_apart_too"], 4),
        (["eva join tim", "tim join ute", "ute join zoe", "eva split ute"], ["kept_apart_too", "kept_apart_too"], 3),
        (["eva join tim", "eva join ute", "tim join ute", "tim split ute"], ["kept_apart_too"] * 2 + ["kept_apart"], 4),
        (["eva join tim", "tim join ute", "ute join eva"], [], 2),
        (["eva join tim", "ute join zoe", "eva split ute"], [], 2),
    ],
)
def test_of_several_rows_that_contradict_each_one_without_effect_is_a_finding(
    rows: list[str], told: list[str], left: int
) -> None:
    people = {"eva": EVA, "tim": TIM, "ute": UTE, "zoe": ZOE}
    words = [row.split() for row in rows]
    corrections = tuple(Correction(people[a].emails[0], field, people[b].emails[0]) for a, field, b in words)
    district = District(guarded=False)
    for _ in range(2):
        district.night(page=list(people.values()), corrections=corrections)
        assert [dict(finding.details)["why"] for finding in district.findings if finding.severity != "info"] == told
        assert len(district.entries) == left
        assert all("{" not in wording.message(finding) for finding in district.findings)


def test_a_row_about_two_of_one_name_is_none_without_sense() -> None:
    twin = person("Frau Eva Müller", "7777", "eva.mueller2@altdorf.example", town="Beuren")
    district = District()
    row = Correction("Eva Müller", "split", "Eva Müller")
    district.night(page=[EVA, twin], corrections=(row,))
    assert "correction_unknown" not in district.codes


# ---- an address says more than a name that both have ---------------------------------------------

RITA = person("Frau Rita Horn", "10", "rita.horn@altdorf.example", role="Sozialamt")
OTHER_RITA = person("Frau Rita Horn", "99", "r.horn@altdorf.example", role="Sozialamt")


class TwoRitas(District):
    """One contact to which a second source gives another number and address from the second night on."""

    def __init__(self) -> None:
        super().__init__()
        self.night(page=[RITA, TIM], sheet=[RITA, JAN])

    def said(self, *rows: tuple[str, str, str], sheet: Contact = OTHER_RITA) -> dict[str, str]:
        """Which contact each address belongs to after another night."""
        corrections = tuple(Correction(*row) for row in rows)
        self.night(page=[RITA, TIM], sheet=[sheet, JAN], corrections=corrections)
        ritas = [entry for entry in self.entries if entry.contact.name and entry.contact.name.family == "Horn"]
        return {mail: entry.uid for entry in ritas for mail in entry.contact.emails}


@pytest.mark.parametrize(
    ("contact", "value"),
    [
        ("Rita Horn", "r.horn@altdorf.example"),
        ("Horn, Rita", "R.Horn@altdorf.example"),
        ("r.horn@altdorf.example", "Rita Horn"),
    ],
)
def test_a_name_that_both_have_means_whom_the_address_does_not(contact: str, value: str) -> None:
    district = TwoRitas()
    hers = set(district.said().values())
    assert len(hers) == 1
    row = (contact, "split", value)
    apart = district.said(row)
    assert len(set(apart.values())) == 2
    assert {apart["rita.horn@altdorf.example"]} == hers  # as she was before
    assert district.said(row) == apart
    assert district.codes == []
    assert set(district.said().values()) == hers  # without the row they are one again


@pytest.mark.parametrize("second", [OTHER_RITA, replace(OTHER_RITA, phones=RITA.phones)])
def test_two_of_one_name_are_two_from_the_first_night_on(second: Contact) -> None:
    row = Correction("Rita Horn", "split", "r.horn@altdorf.example")
    for sources in ({"page": [RITA], "sheet": [second]}, {"page": [second], "sheet": [RITA]}):
        district = District()
        district.night(corrections=(row,), **sources)
        assert len({entry.uid for entry in district.entries}) == 2


def test_who_was_split_off_by_her_address_may_get_another_one() -> None:
    district = TwoRitas()
    row = ("Rita Horn", "split", "r.horn@altdorf.example")
    district.said()
    apart = district.said(row)
    moved = district.said(row, sheet=replace(OTHER_RITA, emails=("r.h@altdorf.example",)))
    assert moved["rita.horn@altdorf.example"] == apart["rita.horn@altdorf.example"]
    assert moved["r.h@altdorf.example"] == apart["r.horn@altdorf.example"]


def test_a_join_contradicts_a_row_that_splits_by_name_and_address() -> None:
    district = TwoRitas()
    district.said()
    rows = [("Rita Horn", field, "r.horn@altdorf.example") for field in ("split", "join")]
    for _ in range(2):
        assert len(set(district.said(*rows).values())) == 2
        assert [dict(finding.details).get("why") for finding in district.findings] == ["kept_apart"]


def test_an_address_in_all_that_is_said_of_her_splits_nobody_and_is_told() -> None:
    district = District()
    row = Correction("Eva Müller", "split", EVA.emails[0])
    district.night(page=[EVA, TIM])
    assert district.night(page=[EVA, TIM], sheet=[EVA], corrections=(row,)) == []
    assert [dict(finding.details)["why"] for finding in district.findings] == ["one_meant"]
