"""Who answers for somebody, and who stands in for her: whose the numbers around them are."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

CHEF, DESK = ("Muster", None, "Bürgermeisterin"), ("Beispiel", None, "Vorzimmer")
MAYOR = "<div><h3>Bürgermeisterin</h3><p>Eva Muster<br>{}</p>{}</div><p>Rathaus, Tel. 07123 940-0</p>"


@pytest.mark.parametrize(
    ("lines", "below", "expected"),
    [
        pytest.param(
            "Vorzimmer: Uwe Beispiel<br>Tel. 07123 940-12",
            "",
            [(*CHEF, ("+49712394012",), ()), (*DESK, ("+49712394012",), ())],
            id="one number below both",
        ),
        pytest.param(
            "Vorzimmer: Uwe Beispiel, Tel. 07123 940-12",
            "",
            [(*DESK, ("+49712394012",), ())],
            id="his number in his line",
        ),
        pytest.param(
            "Tel. 07123 940-11<br>Vorzimmer: Uwe Beispiel<br>Tel. 07123 940-12",
            "",
            [(*CHEF, ("+49712394011",), ()), (*DESK, ("+49712394012",), ())],
            id="a number each",
        ),
        pytest.param(
            "Vorzimmer: Uwe Beispiel<br>Tel. 07123 940-12",
            "<p>Beigeordnete: Ida Probe, Tel. 07123 940-13</p>",
            [(*DESK, ("+49712394012",), ()), ("Probe", None, "Beigeordnete", ("+49712394013",), ())],
            id="a list of people below one heading",
        ),
    ],
)
def test_who_answers_for_somebody_below_the_heading_of_her_post(
    lines: str, below: str, expected: list[tuple[object, ...]]
) -> None:
    people = [one for one in summary(MAYOR.format(lines, below)) if one[0]]
    assert sorted(people, key=str) == sorted(expected, key=str)


def test_the_line_below_the_number_of_a_desk_goes_on_about_whose_desk_it_is() -> None:
    both = "<p>Eva Muster<br>Tel. 07123 940-11 / Vorzimmer -12<br>Fax 07123 940-19<br>muster@kreis.example</p>"
    muster, desk = sorted(summary(both), key=lambda one: one[0] is None)
    assert muster == ("Muster", None, None, ("+49712394011", "+49712394019"), ("muster@kreis.example",))
    assert desk[2:] == ("Vorzimmer", ("+49712394012",), ())
    mailed = "<p>Eva Muster<br>Tel. 07123 940-11 / Vorzimmer -12<br>vorzimmer@kreis.example<br>Fax 07123 940-19</p>"
    assert {(name, mails) for name, _, _, _, mails in summary(mailed)} == {
        ("Muster", ()),
        (None, ("vorzimmer@kreis.example",)),
    }
    alone = "<p>Eva Muster, Tel. 07123 940-11<br>Vorzimmer: Tel. 07123 940-12<br>Fax 07123 940-19</p>"
    assert (None, None, "Vorzimmer", ("+49712394012", "+49712394019"), ()) in summary(alone)  # an entry of its own


def test_a_number_in_the_line_of_the_only_person_leaves_that_of_the_office_alone() -> None:
    office = "<div><h2>Ausländerbehörde</h2><p>Tel. 07123 940-10</p><p>{}</p></div>"
    own = summary(office.format("Skilled workers please contact Eva Muster, phone 07123 940-12."))
    assert {(name, phones) for name, _, _, phones, _ in own} == {
        (None, ("+49712394010",)),
        ("Muster", ("+49712394012",)),
    }
    (hers,) = summary('<div class="vcard"><p>Tel. 07123 940-10</p><p>Eva Muster, 07123 940-12</p></div>')
    assert hers[3] == ("+49712394010", "+49712394012")  # a card without an office has no other


def test_the_number_of_a_vacant_post_is_not_that_of_the_next_cell() -> None:
    html = (
        "<table><tr><td>Wachhabender<br>N. N.<br>07123 940-11</td>"
        "<td>Opferschutz<br>Ida Probe<br>07123 940-12</td></tr></table>"
    )
    assert {entry[0]: entry[3] for entry in summary(html)} == {None: ("+49712394011",), "Probe": ("+49712394012",)}
