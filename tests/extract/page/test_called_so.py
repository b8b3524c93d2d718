"""Words that mostly announce people and may be what one of them is called; small print behind names."""

from __future__ import annotations

import pytest

from tests.extract.page.test_blocks import summary

_REACHED = "Tel. 07123 940-12"


def roles(html: str) -> dict[str | None, str | None]:
    return {name: role for name, _, role, _, _ in summary(html)}


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Eva Muster, Mitarbeiterin<br>{_REACHED}</p>",
        f"<p>Eva Muster<br>Mitarbeiterin<br>{_REACHED}</p>",
        f"<div><p><b>Mitarbeiterin</b></p><p>Eva Muster</p><p>{_REACHED}</p></div>",
    ],
)
def test_where_nothing_else_is_said_somebody_is_called_so(html: str) -> None:
    assert roles(html) == {"Muster": "Mitarbeiterin"}


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Eva Muster<br>Ansprechpartnerin<br>Sozialberatung<br>{_REACHED}</p>",
        f"<p><b>Ansprechpartnerin</b><br>Eva Muster, Sozialberatung<br>{_REACHED}</p>",
        f"<h3>Sozialberatung</h3><p>Eva Muster<br>Ansprechpartnerin<br>{_REACHED}</p>",
    ],
)
def test_what_somebody_does_says_more(html: str) -> None:
    assert roles(html) == {"Muster": "Sozialberatung"}


@pytest.mark.parametrize("label", ["Ansprechpartner", "Unsere Mitarbeiter", "Kontakt"])
def test_what_may_announce_several_calls_nobody(label: str) -> None:
    assert roles(f"<p><b>{label}</b><br>Eva Muster<br>{_REACHED}</p>") == {"Muster": None}


def test_a_block_with_such_a_word_has_not_the_function_of_the_block_above() -> None:
    above = f"<p><b>Sekretariat</b><br>Eva Muster<br>{_REACHED}</p>"
    assert roles(f"{above}<p><b>Mitarbeiterin</b><br>Ida Probe<br>07123 940-13</p>") == {
        "Muster": "Sekretariat",
        "Probe": "Mitarbeiterin",
    }


@pytest.mark.parametrize(
    "name", ["<b>Eva Muster <small>Wohngeld</small></b>", "<span>Eva Muster <small>Wohngeld</small></span>"]
)
def test_small_print_behind_a_name_is_no_part_of_it(name: str) -> None:
    assert roles(f"<div>{name}<br>{_REACHED}</div>") == {"Muster": "Wohngeld"}


@pytest.mark.parametrize(
    "value", ["<b>07123 <small>940-12</small></b>", "Tel. <small>07123 940-12</small>", "07123 940 <small>- 12</small>"]
)
def test_small_print_in_a_number_is_a_part_of_it(value: str) -> None:
    assert [phones for _, _, _, phones, _ in summary(f"<p>Eva Muster</p><p>{value}</p>")] == [("+49712394012",)]


def test_a_sign_before_a_picture_that_is_a_link_is_no_part_of_a_number() -> None:
    picture = '<a href="mailto:muster@stadt.example"><i class="fa fa-envelope"></i></a>'
    html = f"<p>Eva Muster – Tel. 07123 940-12 – {picture}</p>"
    assert summary(html) == [("Muster", None, None, ("+49712394012",), ("muster@stadt.example",))]


@pytest.mark.parametrize("label", ["Info", "Infos", "Kontakt"])
def test_a_label_before_a_name_is_no_function(label: str) -> None:
    assert roles(f"<h4>Stellvertretende Leiterin</h4><p>{label}: Eva Muster, {_REACHED}</p>") == {
        "Muster": "Stellvertretende Leiterin"
    }


@pytest.mark.parametrize("way", ['href="#p-{}"', 'data-bs-target="#p-{}"', "aria-controls=p-{}"])
def test_a_tab_that_names_its_panel_is_the_title_of_it(way: str) -> None:
    tabs = "".join(
        f"<li><a role=tab {way.format(n)}>{text}</a></li>" for n, text in enumerate(["Leitung", "Jugendamt"])
    )
    people = ("<p><b>Eva Muster</b><br>07123 940-12</p>", "<p><b>Uwe Beispiel</b><br>07123 940-13</p>")
    panels = "".join(f"<div role=tabpanel id=p-{n}>{text}</div>" for n, text in enumerate(people))
    assert [(name, org, role) for name, org, role, _, _ in summary(f"<ul role=tablist>{tabs}</ul>{panels}")] == [
        ("Muster", None, "Leitung"),
        ("Beispiel", "Jugendamt", None),
    ]


@pytest.mark.parametrize("tag", ["p", "h5"])
def test_the_values_of_an_office_are_not_those_of_the_only_person_below_them(tag: str) -> None:
    office = "<h2>Amt für Migration</h2><p>Tel. 07123 940-0<br>Fax 07123 940-90</p>"
    other = "<section><h2>Jobcenter</h2><p>Ida Probe<br>Tel. 07123 940-13</p></section>"
    html = f"<section>{office}<{tag}>Eva Muster</{tag}><p>Leitung</p><p>{_REACHED}</p></section>{other}"
    assert {name: phones for name, _, _, phones, _ in summary(html)} == {
        None: ("+4971239400", "+49712394090"),
        "Muster": ("+49712394012",),
        "Probe": ("+49712394013",),
    }


@pytest.mark.parametrize("name", ["Eva <small>Muster</small>", "Frau <small>Eva Muster</small>"])
def test_a_name_may_end_in_small_print(name: str) -> None:
    assert [found[0] for found in summary(f"<p>{name}<br>Tel. 07123 940-12</p>")] == ["Muster"]
