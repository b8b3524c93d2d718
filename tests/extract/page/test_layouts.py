"""Two offices with ten people, laid out in every way that offices know: the contacts are the same, word for word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.extract.page.test_blocks import read, summary


@dataclass(frozen=True)
class Person:
    """One person as every layout shows her; no value, no label."""

    name: str
    role: str
    tel: str = ""
    fax: str = ""
    mobile: str = ""
    mail: str = ""

    @property
    def values(self) -> list[tuple[str, str]]:
        """Labels and values, as HTML."""
        shown = [("Telefon", self.tel), ("Telefax", self.fax), ("Mobil", self.mobile), ("E-Mail", _link(self.mail))]
        return [(label, value) for label, value in shown if value]


@dataclass(frozen=True)
class Office:
    """An office with its own numbers and its people."""

    name: str
    place: str
    values: tuple[tuple[str, str], ...]
    people: tuple[Person, ...]


def _link(mail: str) -> str:
    return f'<a href="mailto:{mail}">{mail}</a>' if mail else ""


OFFICES = (
    Office(
        "Amt für Integration",
        "Amselweg 9<br>72072 Neustadt",
        (("Telefon", "07123 940-0"), ("Telefax", "07123 940-99"), ("E-Mail", _link("amt@kreis.example"))),
        (
            Person("Frau Eva Muster", "Amtsleiterin", "07123 940-11", "07123 940-99", "", "eva.muster@kreis.example"),
            Person("Herr Dr. Uwe Beispiel", "Koordinator", "07123 940-12", "", "0171 5550012", "uwe@kreis.example"),
            Person("Frau Ayşe Yıldız", "Sachbearbeiterin", "07123 940-13", "07123 940-98", "", "geld@kreis.example"),
            Person("Herr Jan von der Heide", "Sachbearbeiter", "07123 940-13", "", "", "geld@kreis.example"),
            Person("Frau Schmidt-Lang", "Verwaltung", "07123 940-15"),
        ),
    ),
    Office(
        "Jugendmigrationsdienst Tannberg",
        "Finkenstraße 3<br>72581 Tannberg",
        (("Telefon", "07125 31-0"), ("Telefax", "07125 31-29"), ("E-Mail", _link("jmd@diakonie.example"))),
        (
            Person("Herr Tom Krause", "Bereichsleiter", "07125 31-20", "", "0160 5551234", "krause@diakonie.example"),
            Person("Frau Olena Kovalenko", "Beraterin", "07125 31-21", "07125 31-29", "", "kovalenko@diakonie.example"),
            Person("Frau Rita Sommer", "Beraterin", "07125 31-22", "", "", "sommer@diakonie.example"),
            Person("Herr Sami Al-Hamad", "Sprachmittler", "", "", "0151 55577881"),
            Person("Frau Petra Vogel", "Sekretariat", "07125 31-0", "07125 31-29", "", "jmd@diakonie.example"),
        ),
    ),
)


# ---- one person ----------------------------------------------------------------------------------


def labelled(values: object, shape: str = "{}: {}", between: str = "<br>") -> str:
    return between.join(shape.format(*pair) for pair in values)  # type: ignore[attr-defined]


def each(shape: str, pair: str = "{}: {}", between: str = "<br>") -> Callable[[Office], str]:
    """All people of an office in one shape: `{name}`, `{role}`, `{values}`, and a number that nobody else has."""

    def body(office: Office) -> str:
        return "".join(
            shape.format(name=one.name, role=one.role, values=labelled(one.values, pair, between), id=one.mail + str(n))
            for n, one in enumerate(office.people)
        )

    return body


BLOCKS = each("<p>{name}<br>{role}<br>{values}</p>")
CARDS = each("<div><h3>{name}</h3><p>{role}</p><p>{values}</p></div>")
FORMS = each(
    "<h3>{name}</h3><table><tr><th>Funktion<td>{role}</tr>{values}</table>", "<tr><th>{}<td>{}</tr>", ""
)  # fmt: skip
FLEX = each(
    "<div class=person><div class=name>{name}</div><div class=funktion>{role}</div>{values}</div>",
    "<div><span class=label>{}</span><span class=value>{}</span></div>",
    "",
)
HEAD = "<th>Name<th>Funktion<th>Telefon<th>Telefax<th>Mobil<th>E-Mail"


def cells(one: Person) -> str:
    return "".join(f"<td>{text}" for text in (one.name, one.role, one.tel, one.fax, one.mobile, _link(one.mail)))


def rows(office: Office) -> str:
    return "".join(f"<tr>{cells(one)}</tr>" for one in office.people)


def table(office: Office) -> str:
    return f"<table><tr>{HEAD}</tr>{rows(office)}</table>"


def across(office: Office) -> str:
    turned = zip(*(cells(one).split("<td>")[1:] for one in office.people), strict=True)
    heads = HEAD.split("<th>")[1:]
    lines = (f"<tr><th>{head}<td>{'<td>'.join(line)}</tr>" for head, line in zip(heads, turned, strict=True))
    return f"<table>{''.join(lines)}</table>"


# ---- all offices ---------------------------------------------------------------------------------


def house(office: Office) -> str:
    return f"{office.place}<br>{labelled(office.values)}"


def under(begin: str, body: Callable[[Office], str], end: str = "") -> str:
    """Each office below its title `{name}`, with its own numbers and its people."""
    return "".join(
        begin.format(name=office.name, id=f"o{n}") + f"<p>{house(office)}</p>" + body(office) + end.format(id=f"o{n}")
        for n, office in enumerate(OFFICES)
    )


def apart(people: str) -> str:
    """The offices first, then all people."""
    return under("<h2>{name}</h2>", lambda office: "") + f"<h2>Ansprechpersonen</h2>{people}"


def tabs() -> str:
    heads = "".join(f"<button role=tab id=t-o{n}>{office.name}</button>" for n, office in enumerate(OFFICES))
    return f"<div role=tablist>{heads}</div>" + under(
        "<div role=tabpanel aria-labelledby=t-{id}>", CARDS, "</div>"
    )  # fmt: skip


H2 = "<h2>{name}</h2>"
LAYOUTS = {
    "table": under(H2, table),
    "one table with rows of offices": apart(
        f"<table><tr>{HEAD}</tr>"
        + "".join(f"<tr><th colspan=6>{office.name}</tr>{rows(office)}" for office in OFFICES)
        + "</table>"
    ),
    "one table with a column of offices": apart(
        f"<table><tr><th>Einrichtung{HEAD}</tr>"
        + "".join(
            f"<tr>{'' if n else f'<td rowspan=5>{office.name}'}{cells(one)}</tr>"
            for office in OFFICES
            for n, one in enumerate(office.people)
        )
        + "</table>"
    ),
    "captions": apart(
        "".join(f"<table><caption>{office.name}</caption><tr>{HEAD}</tr>{rows(office)}</table>" for office in OFFICES)
    ),
    "people as columns": under(H2, across),
    "forms": under(H2, FORMS),
    "cards": under(H2, CARDS),
    "cards with a name in bold": under(H2, each("<div><p><b>{name}</b></p><p>{role}</p><p>{values}</p></div>")),
    "cells as cards": under(
        H2, lambda o: "<table><tr>" + each("<td><b>{name}</b><br>{role}<br>{values}")(o) + "</table>"
    ),
    "definitions": under(H2, each("<h3>{name}</h3><dl><dt>Funktion<dd>{role}{values}</dl>", "<dt>{}<dd>{}", "")),
    "a list of definitions": under(
        H2, lambda o: "<dl>" + each("<dt>{name}<dd>{role}<dd>{values}", between="<dd>")(o) + "</dl>"
    ),
    "details": under("<details><summary>{name}</summary>", CARDS, "</details>"),
    "headings in details": under("<details><summary><h2>{name}</h2></summary>", CARDS, "</details>"),
    "details of people": under(H2, each("<details><summary>{name}</summary><p>{role}<p>{values}</details>")),
    "frames": under("<fieldset><legend>{name}</legend>", CARDS, "</fieldset>"),
    "buttons": under("<button aria-expanded=false aria-controls={id}>{name}</button><div id={id}>", CARDS, "</div>"),
    "buttons of people": under(
        H2,
        each(
            "<h3><button aria-expanded=false aria-controls={id}>{name}</button></h3>"
            "<div id={id}><p>{role}</p><p>{values}</p></div>"
        ),
    ),
    "tabs": tabs(),
    "lists": under(H2, lambda o: "<ul>" + each("<li>{name}<br>{role}<br>{values}")(o) + "</ul>"),
    "one-line lists": under(H2, lambda o: "<ul>" + each("<li>{name}, {role}, {values}", "{} {}", ", ")(o) + "</ul>"),
    "lists of lists": under(
        H2,
        lambda o: "<ul>" + each("<li><b>{name}</b><ul><li>{role}<li>{values}</ul></li>", between="<li>")(o) + "</ul>",
    ),
    "lists below offices": "<ul>"
    + "".join(
        f"<li>{office.name}<br>{house(office)}<ul>"
        + each("<li>{name}, {role}, {values}", "{} {}", ", ")(office)
        + "</ul></li>"
        for office in OFFICES
    )
    + "</ul>",
    "paragraphs": under(H2, BLOCKS),
    "paragraphs under h4": under("<h4>{name}</h4>", BLOCKS),
    "a bold line": under("<p><b>{name}</b></p>", BLOCKS),
    "a bold line in a block": "".join(
        f"<p><b>{office.name}</b><br>{house(office)}</p>" + BLOCKS(office) for office in OFFICES
    ),
    "a class": under("<p class=heading>{name}</p>", BLOCKS),
    "a class in a block": under("<div><div class=block-title>{name}</div>", CARDS, "</div>"),
    "a role": under("<div role=heading aria-level=2>{name}</div>", BLOCKS),
    "a label": under("<section aria-label='{name}'>", CARDS, "</section>"),
    "a label elsewhere": under("<section aria-labelledby={id}><p id={id}>{name}</p>", CARDS, "</section>"),
    "headed blocks": under(H2, each("<h3>{name}</h3><p>{role}<br>{values}</p>")),
    "flex": under(H2, FLEX),
    "grid": under(H2, lambda o: "<div>" + each("<div><b>{name}</b><br><i>{role}</i><br>{values}</div>")(o) + "</div>"),
    "figures": under(H2, each("<figure><img><figcaption>{name}<br>{role}<br>{values}</figcaption></figure>")),
    "addresses": under(H2, each("<address>{name}<br>{role}<br>{values}</address>")),
    "functions first": under(H2, each("<p><b>{role}</b><br>{name}<br>{values}</p>")),
    "vcards": under(
        H2, each("<div class=vcard><span class=fn>{name}</span> <span class=role>{role}</span> {values}</div>")
    ),
}


def _contacts(layout: str) -> list[dict[str, object]]:
    html = f"<main><h1>Ihre Ansprechpersonen</h1>{LAYOUTS[layout]}</main>"
    return sorted(read(html), key=repr)


def test_one_layout_is_read_as_a_clerk_would() -> None:
    found = _contacts("cards")
    assert len(found) == 12
    assert {(contact["org"], contact["role"]) for contact in found} == {
        (office.name, role) for office in OFFICES for role in (None, *(one.role for one in office.people))
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(layout: str) -> None:
    assert _contacts(layout) == _contacts("cards")


def test_a_name_merged_over_two_rows_is_one_person_at_two_places() -> None:
    html = (
        "<table><tr><th>Beraterin</th><th>Ort</th><th>Sprechzeit</th><th>Telefon</th></tr>"
        "<tr><td rowspan=2>Eva Muster</td><td>Neustadt, Markt 1</td><td>Mo 9–12</td><td>07123 940-11</td></tr>"
        "<tr><td>Altdorf, Kirchgasse 3</td><td>Mi 13–16</td><td>07124 830-12</td></tr>"
        "<tr><td>Uta Beispiel</td><td>Neustadt, Markt 1</td><td>Di 9–12</td><td>07123 940-13</td></tr></table>"
    )
    assert [(name, org, phones) for name, org, _, phones, _ in summary(html)] == [
        ("Beispiel", None, ("+49712394013",)),
        ("Muster", None, ("+49712394011", "+49712483012")),
    ]
