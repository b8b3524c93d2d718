"""May this be published? Accidents that must be held, and ordinary nights that must not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from pipeline import wording
from pipeline.core.checks import Page
from pipeline.core.guard import Usual, judge, learn
from pipeline.core.limits import Limits
from pipeline.core.reconcile import Proposal
from pipeline.core.usual import Habit
from pipeline.model import Contact, Correction, Finding, Outcome, PersonName
from tests.core.district import District, person

GIVEN = "Eva Tim Anna Jan Zoë Olga Emre Lutz Birgit Hans Silke Ahmed Gudrun Bernd Julia Timo"
FAMILIES = "Müller Kaiser Benz Mohr Seitz Vogel Polat Sauter Hanke Weber Berger Bühler Keller Amrani Lutz Wörner"
#: Sixteen people of one page.
STAFF = [
    person(f"{given} {family}", f"{1000 + i}", f"{given}.{family}@altdorf.example".lower(), role=f"Amt {i % 5}")
    for i, (given, family) in enumerate(zip(GIVEN.split(), FAMILIES.split(), strict=True))
]


def held(before: list[Contact], after: list[Contact], limits: Limits | None = None) -> list[str]:
    """The reasons for holding the second night."""
    district = District(limits=limits or Limits())
    district.night(page=before, sheet=[])
    assert not district.held
    district.night(page=after, sheet=[])
    for reason in district.reasons:
        assert reason.source == "page"
        assert not wording.message(reason).startswith("held_")
        assert wording.message(reason) != wording.message(reason, "en")
    return district.held


def test_a_number_is_told_as_staff_see_it() -> None:
    district = District(limits=Limits())
    district.night(page=STAFF, sheet=[])
    district.night(page=[replace(each, phones=person("X", "1").phones) for each in STAFF[:7]] + STAFF[7:], sheet=[])
    assert "Die Nummer 07123 555-1 steht auf einmal bei 7 von 16 Kontakten" in wording.message(district.reasons[0])


def numbers(people: list[Contact], start: int) -> list[Contact]:
    return [replace(contact, phones=person("X", f"{start + i}").phones) for i, contact in enumerate(people)]


def slipped(people: list[Contact], field: str) -> list[Contact]:
    """The rows of one column moved down by one."""
    values = [getattr(contact, field) for contact in people]
    return [replace(c, **{field: value}) for c, value in zip(people, [values[-1], *values[:-1]], strict=True)]


def newcomers(count: int) -> list[Contact]:
    return [person(f"Neu {name}", f"{7000 + i}", role="Neu") for i, name in enumerate(FAMILIES.split()[:count])]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(STAFF, id="nothing"),
        pytest.param(STAFF[1:], id="one leaves"),
        pytest.param(STAFF[3:], id="three of sixteen leave"),
        pytest.param([*STAFF, *newcomers(16)], id="twice as many"),
        pytest.param([*numbers(STAFF[:7], 3000), *STAFF[7:]], id="seven new numbers"),
        pytest.param(
            [replace(STAFF[0], phones=STAFF[1].phones), replace(STAFF[1], phones=STAFF[0].phones),
             replace(STAFF[2], phones=STAFF[3].phones), replace(STAFF[3], phones=STAFF[2].phones), *STAFF[4:]],
            id="two pairs swap desks"),
        pytest.param([replace(STAFF[1], phones=STAFF[0].phones), *STAFF[2:]], id="one takes the desk of one who left"),
        pytest.param([*(replace(c, role=None) for c in STAFF[:2]), *STAFF[2:]], id="two roles dropped"),
        pytest.param(
            [*(replace(c, emails=(*c.emails, "team@altdorf.example")) for c in STAFF[:4]), *STAFF[4:]], id="a team"),
    ],
)  # fmt: skip
def test_ordinary_nights_are_published(after: list[Contact]) -> None:
    assert held(STAFF, after) == []


@pytest.mark.parametrize(
    ("after", "reasons"),
    [
        pytest.param(STAFF[7:], ["held_removed"], id="seven of sixteen missing"),
        pytest.param(STAFF[4:], ["held_removed"], id="a quarter missing"),
        pytest.param([], ["held_empty", "held_removed"], id="nobody left"),
        pytest.param(numbers(STAFF, 3000), ["held_changed"], id="every number new"),
        pytest.param(
            [*(replace(c, emails=()) for c in STAFF[:6]), *STAFF[6:]], ["held_field_emptied"], id="mails gone"),
        pytest.param(
            [replace(c, phones=()) for c in STAFF], ["held_changed", "held_field_emptied"], id="a column gone"),
        pytest.param([*slipped(STAFF[:6], "phones"), *STAFF[6:]], ["held_shift"], id="numbers slipped"),
        pytest.param(slipped(STAFF, "phones"), ["held_changed", "held_shift"], id="all numbers slipped"),
        pytest.param(slipped(STAFF, "name"), ["held_changed", "held_shift"], id="all names slipped"),
        pytest.param(
            [*(replace(c, emails=("info@altdorf.example",)) for c in STAFF[:7]), *STAFF[7:]], ["held_shared_mail"],
            id="one mail for many"),
        pytest.param(
            [*(replace(c, phones=person("X", "1").phones) for c in STAFF[:7]), *STAFF[7:]], ["held_shared_number"],
            id="one number for many"),
    ],
)  # fmt: skip
def test_accidents_are_held(after: list[Contact], reasons: list[str]) -> None:
    assert sorted(held(STAFF, after)) == reasons


def test_who_has_anothers_number_is_named() -> None:
    district = District(limits=Limits(max_changed_share=1.0))
    district.night(page=STAFF)
    district.night(page=slipped(STAFF, "name"))
    assert "verrutscht? Ahmed Bühler, " in wording.message(district.reasons[0])


def test_a_merged_town_with_new_numbers_and_mailboxes_is_no_slip() -> None:
    merged = [
        replace(each, municipality="Altdorf-Neudorf", emails=(f"neu{i}@altdorf-neudorf.example",), role="Neu")
        for i, each in enumerate(numbers(STAFF[:4], 7000))
    ]
    assert "held_shift" not in held(STAFF, [*merged, *STAFF[4:]])


@pytest.mark.parametrize(
    ("before", "after", "reasons"),
    [
        (10, 8, []),
        (5, 4, []),
        (4, 3, ["held_removed"]),
        (5, 3, ["held_removed"]),
        (2, 1, ["held_removed"]),
    ],
)
def test_a_share_is_a_share_in_a_small_source_too(before: int, after: int, reasons: list[str]) -> None:
    assert held(STAFF[:before], STAFF[:after]) == reasons


def test_a_source_that_lists_thousands_of_successors_holds_nobody_up() -> None:
    uids = [f"uid {number}" for number in range(20_000)]
    began = time.process_time()
    assert Page("page", dict.fromkeys(uids, ()), {}, frozenset(uids[:10_000]), frozenset(uids[9_000:])).lost == []
    assert time.process_time() - began < 1


def test_limits_are_the_districts() -> None:
    assert held(STAFF, STAFF[7:], Limits(max_removed_share=0.5)) == []
    assert held(STAFF, [*numbers(STAFF[:7], 3000), *STAFF[7:]], Limits(max_changed_share=0.4)) == ["held_changed"]


def test_half_of_two_may_change_but_not_both() -> None:
    assert held(STAFF[:2], [*numbers(STAFF[:1], 3000), STAFF[1]]) == []
    assert held(STAFF[:2], numbers(STAFF[:2], 3000)) == ["held_changed"]


def test_who_allows_no_loss_hears_of_the_first() -> None:
    assert held(STAFF, STAFF[1:], Limits(max_removed_share=0.0)) == ["held_removed"]
    assert held(STAFF, [*numbers(STAFF[:1], 3000), *STAFF[1:]], Limits(max_changed_share=0.0)) == ["held_changed"]
    assert held(STAFF, STAFF, Limits(max_removed_share=0.0, max_changed_share=0.0)) == []


def test_a_loss_is_one_even_if_another_source_still_names_them() -> None:
    district = District(limits=Limits())
    district.night(page=STAFF, sheet=STAFF)
    district.night(page=STAFF[7:], sheet=STAFF)
    assert district.held == ["held_removed"]


def test_a_move_to_another_source_and_successions_are_no_loss() -> None:
    district = District(limits=Limits())
    district.night(page=STAFF, other=[])
    new = [replace(c, name=PersonName(f"{c.name.family}mann", "Xaver")) for c in STAFF[8:13] if c.name]
    new = [replace(c, emails=()) for c in new]
    district.night(page=[*STAFF[13:], *STAFF[7:8], *new], other=STAFF[:7])
    assert district.held == []
    assert [change.kind for change in district.proposal.changes] == ["succeeded"] * 5


def test_an_outage_is_no_loss() -> None:
    district = District(limits=Limits())
    district.night(page=STAFF)
    district.night(page=STAFF, failing=("page",))
    assert district.held == []


def test_grace_does_not_hide_a_loss() -> None:
    district = District(grace=3, limits=Limits(grace=3))
    district.night(page=STAFF)
    district.night(page=STAFF[7:])
    assert district.held == ["held_removed"]


def test_a_held_night_is_forgotten_when_everybody_is_back() -> None:
    district = District(limits=Limits())
    district.night(page=STAFF)
    base = district.base
    district.night(page=STAFF[7:])
    assert district.night(page=STAFF) == []
    assert district.base == base


def test_every_change_waits_where_staff_want_to_see_it() -> None:
    district = District(limits=Limits(publish="review"))
    district.night(page=STAFF[:3])
    assert district.held == ["held_review"]
    assert "publish" in wording.message(district.reasons[0])


# ---- what is usual -------------------------------------------------------------------------------


def good(status: str, unreadable: int = 0) -> tuple[tuple[Outcome, ...], tuple[Finding, ...]]:
    findings = tuple(Finding("unclaimed", "warning", str(i), source="page") for i in range(unreadable))
    moving = Outcome("sheet", "", "ok", 10)
    return (Outcome("page", "", status, 10), moving), findings  # type: ignore[arg-type]


def tonight(usual: Usual, status: str, unreadable: int = 0) -> list[str]:
    district = District()
    district.night(page=STAFF)
    outcomes, findings = good(status, unreadable)
    observations = tuple(o for known in district.base for o in known.observations)
    same = Proposal(district.base, (), ())
    return [r.code for r in judge(same, district.base, observations, outcomes, findings, Limits(), usual)]


def test_what_is_usual_is_learned_from_the_last_good_nights() -> None:
    nights = [good("ok", 9), *[good("ok", 1)] * 20, *[good("unchanged")] * 4, good("ok", 2), good("unchanged"),
              good("stale", 50), *[good("unchanged")] * 3]  # fmt: skip
    usual = learn(nights)
    assert usual.habits["page"] == Habit(nights=29, unreadable=0.2, news=21, gap=4, silent=4)
    assert learn(()).habits == {}


@pytest.mark.parametrize(("unreadable", "reasons"), [(0, []), (3, []), (5, ["held_unreadable"])])
def test_more_unreadable_values_than_usual(unreadable: int, reasons: list[str]) -> None:
    assert tonight(learn([good("ok", 1)] * 5 + [good("ok", 2)]), "ok", unreadable) == reasons
    assert tonight(Usual(), "ok", unreadable) == []


def test_a_lively_source_that_freezes_is_asked_about_once() -> None:
    asked = [n for n in range(24) if tonight(learn([good("ok")] * 8 + [good("unchanged")] * n), "unchanged")]
    assert asked == [15]


def test_a_source_with_news_every_third_night_may_be_silent_for_long() -> None:
    weekly = [good("ok"), good("unchanged"), good("unchanged")] * 5
    assert not any(tonight(learn(weekly + [good("unchanged")] * n), "unchanged") for n in range(30))


@pytest.mark.parametrize("field", ["split", "join"])
def test_words_that_staff_gave_to_somebody_else_are_not_missing(field: str) -> None:
    """In a source of two contacts a row is half of all."""
    district = District(limits=Limits())
    alias = replace(STAFF[0] if field == "split" else STAFF[2], emails=("team@altdorf.example",))
    for rows in ((), (Correction(STAFF[0].emails[0], field, "team@altdorf.example"),), ()):
        district.night(page=STAFF[:2], sheet=[alias, STAFF[1]], corrections=rows)
        assert district.held == []
