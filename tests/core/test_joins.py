"""Rows by which staff join two contacts, and what becomes of both without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import wording
from pipeline.model import Contact, Correction
from tests.core.district import District, person, post

EVA = person("Frau Eva Müller", "1234", "eva.mueller@altdorf.example", role="Integrationsbeauftragte")
TIM = person("Herr Tim Kaiser", "1299", "tim.kaiser@altdorf.example", role="Leiter Ordnungsamt")
MAILBOX = "asyl@altdorf.example"
JAN = person("Herr Jan Seitz", "1300", "jan.seitz@altdorf.example", role="Jugendhaus")
LATE = person("Frau Müller", "7777", MAILBOX, role="Bauamt")


def test_a_join_makes_one_and_without_it_there_are_two_again() -> None:
    district = District()
    district.night(page=[EVA])
    district.night(page=[EVA], sheet=[LATE])
    one, two = district.uid("Eva Müller"), district.uid("None Müller")
    row = Correction(two, "join", one)
    told = district.night(page=[EVA], sheet=[LATE], corrections=(row,))
    assert told == ["changed Eva Müller", "removed Müller"]
    assert [entry.uid for entry in district.entries] == [one]
    base = district.base
    assert district.night(page=[EVA], sheet=[LATE], corrections=(row,)) == []
    assert district.base == base
    assert district.night(page=[EVA], sheet=[LATE]) == ["changed Eva Müller", "returned Müller"]
    assert {entry.uid for entry in district.entries} == {one, two}
    assert district.night(page=[EVA], sheet=[LATE]) == []


def test_three_can_be_joined() -> None:
    district = District()
    rows = (Correction(EVA.emails[0], "join", MAILBOX), Correction("Tim Kaiser", "join", EVA.emails[0]))
    assert len(district.night(page=[EVA, TIM], sheet=[LATE], corrections=rows)) == 1
    assert len(district.entries[0].sources) == 2
    assert district.codes.count("correction_unknown") == 0


def test_a_joined_contact_may_leave_and_the_join_has_no_effect_then() -> None:
    district = District()
    row = Correction(EVA.emails[0], "join", MAILBOX)
    district.night(page=[EVA, TIM], sheet=[LATE], corrections=(row,))
    assert district.night(page=[EVA, TIM], sheet=[], corrections=(row,)) == ["changed Eva Müller"]
    assert district.codes == ["correction_idle"]
    assert district.night(page=[TIM], sheet=[], corrections=(row,)) == ["removed Eva Müller"]


def test_an_office_can_be_joined_by_its_name() -> None:
    district = District()
    row = Correction("Integrationsbüro", "join", "Eva Müller")
    office = post(None, "555", "buero@altdorf.example", org="Integrationsbüro")
    district.night(page=[EVA, office], corrections=(row,))
    assert len(district.entries) == 1


def test_a_join_by_mail_and_name_on_the_first_night() -> None:
    district = District()
    row = Correction("eva.mueller@altdorf.example", "join", MAILBOX)
    assert district.night(page=[EVA], sheet=[LATE], corrections=(row,)) == ["added Eva Müller"]
    assert len(district.entries) == 1
    assert district.night(page=[EVA], sheet=[LATE], corrections=(row,)) == []


def test_both_parts_of_a_join_may_change() -> None:
    district = District()
    row = Correction("eva.mueller@altdorf.example", "join", MAILBOX)
    district.night(page=[EVA], sheet=[LATE], corrections=(row,))
    uid = district.entries[0].uid
    other = replace(LATE, role="Hochbauamt")
    assert district.night(page=[EVA], sheet=[other], corrections=(row,)) == ["changed Eva Müller"]
    assert [entry.uid for entry in district.entries] == [uid]
    district.night(page=[EVA], sheet=[other])
    assert len(district.entries) == 2


@pytest.mark.parametrize(
    ("contact", "value", "code", "why"),
    [
        ("Nobody Atall", "eva.mueller@altdorf.example", "correction_unknown", "diesen Kontakt gibt es nicht"),
        ("eva.mueller@altdorf.example", "Ida Atall", "correction_unknown", "den Kontakt in „Wert“ gibt es nicht"),
        ("eva.mueller@altdorf.example", "Eva Müller", "correction_superfluous", "beide sind schon derselbe Kontakt"),
    ],
)
def test_a_join_that_joins_nobody_is_a_finding(contact: str, value: str, code: str, why: str) -> None:
    district = District()
    district.night(page=[EVA, TIM], corrections=(Correction(contact, "join", value),))
    assert district.codes == [code]
    told = wording.message(district.findings[0])
    assert f"{contact} | Dieselbe Person wie | {value}" in told
    assert why in told


class Joined(District):
    """Two contacts of two sources and the `row` that makes one of them: `elder` was there first."""

    def __init__(self) -> None:
        super().__init__()
        self.night(page=[EVA, TIM], sheet=[JAN])
        self.night(page=[EVA, TIM], sheet=[JAN, LATE])
        self.elder, self.younger = self.uid("Eva Müller"), self.uid("None Müller")
        self.row = Correction(self.younger, "join", self.elder)
        self.said(EVA, LATE, self.row)

    def said(self, page: Contact | None, sheet: Contact | None, *rows: Correction) -> list[str]:
        """A night on which the page says that of her, and the sheet that."""
        said = [[TIM, page] if page else [TIM], [JAN, sheet] if sheet else [JAN]]
        return sorted(self.night(page=said[0], sheet=said[1], corrections=rows))

    @property
    def uids(self) -> list[str]:
        """Who of the two is published."""
        return [uid for uid in (self.elder, self.younger) if uid in {entry.uid for entry in self.entries}]


def test_staff_are_told_who_is_part_of_whom_on_the_first_night() -> None:
    joined = Joined()
    (told,) = (finding for finding in joined.findings if finding.code == "now_part_of")
    assert (told.uid, dict(told.details)["uid"]) == (joined.elder, joined.younger)
    joined.said(EVA, LATE, joined.row)
    assert "now_part_of" not in joined.codes


def test_who_is_joined_may_be_one_and_is_no_hint_any_more() -> None:
    twin = person("Frau Eva Müller", "7777", "eva.mueller2@altdorf.example")
    district = District()
    district.night(page=[EVA, twin])
    assert district.codes == ["possible_duplicate"]
    one, two = (entry.uid for entry in district.entries)
    for _ in range(2):
        district.night(page=[EVA, twin], corrections=(Correction(one, "join", two),))
        assert "possible_duplicate" not in district.codes
    district.night(page=[EVA, twin])
    assert district.codes == ["possible_duplicate"]


def test_a_third_who_may_be_one_of_two_joined_is_a_hint_with_the_published_uid() -> None:
    twins = [person("Frau Eva Müller", str(n), f"eva.mueller{n}@altdorf.example") for n in (2, 3)]
    district = District()
    district.night(page=[EVA])
    elder = district.uid("Müller")
    row = Correction(elder, "join", twins[0].emails[0])
    district.night(page=[EVA, *twins], corrections=(row,))
    (hint,) = (finding for finding in district.findings if finding.code == "possible_duplicate")
    assert sorted(entry.uid in wording.message(hint) for entry in district.entries) == [True, True]
    rows = (row, Correction(elder, "split", twins[1].emails[0]))
    district.night(page=[EVA, *twins], corrections=rows)
    assert "possible_duplicate" not in district.codes


@pytest.mark.parametrize("away", [1, 5])
def test_a_join_is_undone_though_the_younger_was_not_named_for_some_nights(away: int) -> None:
    joined = Joined()
    for _ in range(away):
        joined.said(EVA, None, joined.row)
    assert joined.said(EVA, None) == []
    assert joined.said(EVA, LATE) == ["returned Müller"]
    assert joined.uids == [joined.elder, joined.younger]


def test_a_join_is_undone_though_the_younger_comes_back_first() -> None:
    joined = Joined()
    joined.said(EVA, None, joined.row)
    assert joined.said(EVA, LATE, joined.row) == ["changed Eva Müller"]
    assert joined.uids == [joined.elder]
    joined.said(EVA, LATE)
    assert joined.uids == [joined.elder, joined.younger]


def test_either_is_named_for_both() -> None:
    joined = Joined()
    assert joined.said(None, LATE, joined.row) == ["changed Müller"]
    assert joined.uids == [joined.elder]
    assert joined.said(EVA, LATE, joined.row) == ["changed Eva Müller"]
    assert joined.said(None, LATE, joined.row) == ["changed Müller"]
    assert joined.said(None, LATE) == ["removed Müller", "returned Müller"]
    assert joined.uids == [joined.younger]


def test_both_leave_and_come_back_as_one() -> None:
    joined = Joined()
    for told in (["removed Eva Müller"], []):
        assert joined.said(None, None, joined.row) == told
        assert joined.codes == ["correction_idle"]
    assert joined.said(None, LATE, joined.row) == ["returned Müller"]
    assert joined.uids == [joined.elder]
    assert joined.said(EVA, LATE, joined.row) == ["changed Eva Müller"]
    joined.said(EVA, LATE)
    assert joined.uids == [joined.elder, joined.younger]


def test_who_was_taken_for_a_successor_is_by_her_uid_the_one_from_before() -> None:
    district = District()
    district.night(page=[EVA, TIM])
    before = district.uid("Müller")
    benz = person("Frau Eva-Maria Benz", "1234", "benz@altdorf.example", role="Integrationsbeauftragte")
    assert district.night(page=[benz, TIM]) == ["succeeded Eva-Maria Benz after Eva Müller"]
    after = district.uid("Benz")
    row = Correction(after, "join", before)
    told = district.night(page=[benz, TIM], corrections=(row,))
    assert sorted(told) == ["removed Eva-Maria Benz", "returned Eva-Maria Benz"]
    assert district.uid("Benz") == before
    assert district.night(page=[benz, TIM], corrections=(row,)) == []
    district.night(page=[benz, TIM])
    assert district.uid("Benz") == after


@pytest.mark.parametrize("called", ["Eva Müller", EVA.emails[0]])
def test_a_name_joins_nobody_who_has_left_but_says_who_is_meant(called: str) -> None:
    district = District()
    district.night(page=[EVA, TIM])
    uid = district.uid("Müller")
    district.night(page=[TIM])
    assert district.night(page=[TIM], corrections=(Correction("Tim Kaiser", "join", called),)) == []
    (told,) = district.findings
    assert told.code == "correction_idle"
    assert f"Eva Müller ({uid}) wird seit Lauf 00002 nicht mehr genannt" in wording.message(told)


def test_the_uid_of_the_younger_who_left_changes_nothing() -> None:
    joined = Joined()
    joined.said(EVA, LATE)
    joined.said(EVA, None)
    assert joined.said(EVA, None, joined.row) == []
    assert joined.codes == ["correction_idle"]
