"""Rows of one text over the people of a town: what kind of town it calls itself, its exchange, and where it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import book, codes, read, shown

HEAD = ["Name", "DW", "E-Mail"]
EVA = ["Kling, Eva", 341, "kling@rathaus.example"]
UWE = ["Blum, Uwe", "-100", "blum@rathaus.example"]
EVA_SHOWN = "Eva Kling in Celle: +49514112341, kling@rathaus.example"


def people_under(first: str, second: str) -> list[str]:
    """Who stands below two sections, without anything known of the district."""
    return shown(read(book([HEAD, [first], EVA, [second], UWE]), rules=Rules()))


@pytest.mark.parametrize(
    "town",
    ["Mittelstadt", "Große Kreisstadt", "Hansestadt", "Klingenstadt", "Brüder-Grimm-Stadt", "Hanse- und Hafenstadt"],
)
def test_a_town_of_any_kind(town: str) -> None:
    found = people_under("Stadt Celle – Zentrale 05141 12-0", f"{town} St. Peine – Zentrale 05171 49-0")
    assert found == [EVA_SHOWN, "Uwe Blum in St. Peine: +49517149100, blum@rathaus.example"]


@pytest.mark.parametrize(
    ("section", "town"),
    [
        ("Verbandsgemeinde Obere Peine", "Obere Peine"),
        ("Einheitsgemeinde Stadt Peine", "Peine"),
        ("VG Peine", "VG Peine"),
        ("Stadt Peine, Sozialamt", "Peine"),
    ],
)
def test_a_town_of_several_words(section: str, town: str) -> None:
    rows = [["Name", "DW"], [f"{section}, Vermittlung 05171 49-0"], ["Blum, Uwe", 100]]
    assert f"Uwe Blum in {town}: +49517149100" in shown(read(book(rows), rules=Rules()))


@pytest.mark.parametrize("town", ["Unbekanntes Peine", "Peine", "St. Peine am Fluss"])
def test_an_exchange_that_is_nobodys_ends_the_town_above(town: str) -> None:
    found = people_under("Stadt Celle – Zentrale 05141 12-0", f"{town} – Zentrale 05171 49-0")
    assert found == [EVA_SHOWN, "Uwe Blum: +49517149100, blum@rathaus.example"]


def test_a_number_of_its_own_row_belongs_to_the_town_above() -> None:
    rows = [HEAD, ["Stadt Celle"], ["Zentrale: 05141 12-0"], EVA]
    assert shown(read(book(rows), rules=Rules())) == [EVA_SHOWN]


@pytest.mark.parametrize("district", ["Landkreis Peine", "Kreisverwaltung", "Landratsamt, Sozialamt"])
def test_the_district_is_in_no_town(district: str) -> None:
    rows = [
        ["Name", "Telefon"],
        ["Stadt Celle"],
        ["Kling, Eva", "05141 12-341"],
        [district],
        ["Blum, Uwe", "05171 49-1"],
    ]
    assert [text.partition(" in ")[2] for text in shown(read(book(rows), rules=Rules()))] == ["Celle: +49514112341", ""]


def test_an_office_stays_in_its_town() -> None:
    found = people_under("Stadt Celle – Zentrale 05141 12-0", "Sozialamt, Telefon 05141 25-0")
    assert found == [EVA_SHOWN, "Uwe Blum @ Sozialamt in Celle: +49514125100, blum@rathaus.example"]


def test_an_office_with_another_area_code_is_in_another_town() -> None:
    found = people_under("Stadt Celle – Zentrale 05141 12-0", "Sozialstation, Telefon 05171 49-0")
    assert found == [EVA_SHOWN, "Uwe Blum @ Sozialstation: +49517149100, blum@rathaus.example"]


def test_the_house_of_another_town_is_there() -> None:
    found = people_under("Stadt Celle – Zentrale 05141 12-0", "Rathaus Peine, Telefon 05171 49-0")
    assert found == [EVA_SHOWN, "Uwe Blum @ Rathaus Peine in Peine: +49517149100, blum@rathaus.example"]


def test_the_mail_domains_prove_a_town_before_its_number() -> None:
    rows = [["Name", "DW", "E-Mail"], ["Peine – 05171 49-0"], ["Blum, Uwe", 100, "blum@peine.example"]]
    assert shown(read(book(rows), rules=Rules())) == ["Uwe Blum in Peine: +49517149100, blum@peine.example"]


@pytest.mark.parametrize("text", ["Neustadt Holstein", "Innenstadt Nord", "Mittelstadt Sozialamt"])
def test_what_is_no_kind_of_town(text: str) -> None:
    found = read(book([["Name", "Telefon"], [text], ["Eva Kling", "05141 12-3401"]]), rules=Rules())
    assert " in " not in shown(found)[0]
    assert codes(found) == []


def test_a_town_with_its_number_beside_it() -> None:
    celle, peine = ["Stadt Celle", "05141 12-0"], ["Stadt Peine", "05171 49-0"]
    rows = [["Kommune/Name", "Tel."], celle, ["Eva Kling", "-3401"], peine, ["Uwe Blum", "-100"]]
    assert shown(read(book(rows), rules=Rules())) == [
        "– @ Stadt Celle in Celle: +495141120",
        "Eva Kling in Celle: +495141123401",
        "– @ Stadt Peine in Peine: +495171490",
        "Uwe Blum in Peine: +49517149100",
    ]


@pytest.mark.parametrize("first", ["Anrede", "Titel", "Nachname"])
def test_the_town_stands_in_the_first_column_whatever_that_holds(first: str) -> None:
    heads = [first, *(each for each in ("Nachname", "Vorname") if each != first), "Träger", "E-Mail"]
    values = {"Anrede": "Frau", "Titel": None, "Nachname": "Kling", "Vorname": "Eva", "Träger": "Haus Ost"}
    eva = [{**values, "E-Mail": "kling@celle.example"}[head] for head in heads]
    uwe = [{**values, "Nachname": "Blum", "E-Mail": "blum@peine.example"}[head] for head in heads]
    found = shown(read(book([heads, ["Celle"], eva, ["Peine"], uwe]), rules=Rules()))
    assert [one.partition(":")[0].removeprefix("Frau ") for one in found] == [
        "Eva Kling @ Haus Ost in Celle",
        "Eva Blum @ Haus Ost in Peine",
    ]


def with_links(*links: str) -> Callable[[Worksheet], None]:
    """Puts mail addresses behind the last cells of the rows of people."""

    def change(sheet: Worksheet) -> None:
        people = [row for row in sheet.iter_rows() if row[-1].value == "schreiben"]
        for row, link in zip(people, links, strict=True):
            row[-1].hyperlink = f"mailto:{link}"

    return change


def test_mail_addresses_behind_links_prove_a_town() -> None:
    rows = [
        HEAD,
        ["Parchim"],
        ["Kling, Eva", "05141 12-341", "schreiben"],
        ["Lübz"],
        ["Blum, Uwe", "05171 49-1", "schreiben"],
    ]
    found = read(book(rows, with_links("kling@parchim.example", "blum@luebz.example")), rules=Rules())
    assert [line.split(":")[0] for line in shown(found)] == ["Eva Kling in Parchim", "Uwe Blum in Lübz"]


def test_a_town_that_nobody_proves_ends_the_one_above() -> None:
    rows = [HEAD, ["Parchim"], ["Kling, Eva", "05141 12-341", "kling@parchim.example"]]
    rows += [["Lübz"], ["Blum, Uwe", "05171 49-1"], ["Plau am See"], ["Rau, Ole", "05171 49-2"]]
    rows += [["Goldfurt"], ["Ast, Ida", "05171 49-3"]]
    found = [line.split(":")[0] for line in shown(read(book(rows), rules=Rules()))]
    assert found == ["Eva Kling in Parchim", "Uwe Blum", "Ole Rau", "Ida Ast in Goldfurt"]


def test_groups_of_people_stay_in_their_town() -> None:
    def town(name: str) -> list[list[str]]:
        mail = f"amt@{name.lower()}.example"
        return [[name], ["Haupt"], ["Kling, Eva", "05141 12-341", mail], ["Neben"], ["Blum, Uwe", "05171 49-1", mail]]

    found = shown(read(book([HEAD, *town("Parchim"), *town("Hagenow")]), rules=Rules()))
    assert [line.split(":")[0] for line in found] == [
        "Eva Kling in Parchim", "Uwe Blum in Parchim", "Eva Kling in Hagenow", "Uwe Blum in Hagenow",
    ]  # fmt: skip


def volunteers(*towns: tuple[str, list[str]]) -> list[str]:
    """Who stands in which town, where nobody's mailbox says it."""
    rows = [["Name", "Telefon", "E-Mail"]]
    for town, numbers in towns:
        rows += [[town], *(["Eva Kling", number, "kling@post.example"] for number in numbers)]
    return [line.partition(":")[0] for line in shown(read(book(rows), rules=Rules()))]


@pytest.mark.parametrize("town", ["Bad Urach", "Bad Peine-Aller", "Neustadt in Holstein", "Goldfurt a. d. Aller"])
def test_what_only_a_town_is_called(town: str) -> None:
    assert volunteers((town, ["05141 12-341"])) == [f"Eva Kling in {town}"]


@pytest.mark.parametrize("text", ["Leben im Alter", "Altenheim am Park", "Bad und Sauna", "Wohnen in Celle"])
def test_what_is_called_like_no_town(text: str) -> None:
    assert volunteers((text, ["05141 12-341"]))[0].partition(" in ")[2] == ""


def test_area_codes_prove_the_towns_beside_one_that_is_known() -> None:
    found = volunteers(("Eutin", ["04521/3498"]), ("Bad Urach", ["07125 3465"]), ("Plön", ["+49 4522 6512"]))
    assert found == ["Eva Kling in Eutin", "Eva Kling in Bad Urach", "Eva Kling in Plön"]


def test_people_from_several_places_are_in_no_town_but_a_group() -> None:
    found = volunteers(
        ("Bad Urach", ["07125 3465"]), ("Deutschkurse", ["04521 3498", "04522 6512"]), ("Plön", ["04522 6512"])
    )
    assert found == ["Eva Kling in Bad Urach", "Eva Kling", "Eva Kling", "Eva Kling"]


@pytest.mark.parametrize(
    "matter", ["Ehrenamtliche Sprachmittlung", "Fahrdienst", "3. Patenschaften", "Hausaufgabenhilfe"]
)
def test_what_people_do_is_no_town_though_they_have_a_domain(matter: str) -> None:
    host = matter.split()[-1].lower() + "-celle.example"
    rows = [["Name", "Telefon", "E-Mail"], [matter], ["Eva Kling", "0171 2345678", f"kling@{host}"]]
    assert " in " not in shown(read(book(rows), rules=Rules()))[0]


@pytest.mark.parametrize("town", ["Parchim", "Plau am See"])
def test_a_town_has_a_domain(town: str) -> None:
    host = town.lower().replace(" ", "-") + ".example"
    rows = [["Name", "Telefon", "E-Mail"], [town], ["Eva Kling", "0171 2345678", f"kling@{host}"]]
    assert f" in {town}" in shown(read(book(rows), rules=Rules()))[0]


def test_a_numbered_section_ends_the_one_before_and_no_town_above_both() -> None:
    rows = [["Name", "Telefon"], ["Stadt Celle"], ["1. Sozialamt"], ["a) Leitung"], ["Eva Kling", "05141 12-1"],
            ["2. Dolmetscherin"], ["Ina Beck", "05141 12-2"], ["Stadt Peine"], ["Uwe Blum", "05171 49-3"]]  # fmt: skip
    assert shown(read(book(rows), rules=Rules())) == [
        "Eva Kling (Leitung) @ Sozialamt in Celle: +495141121",
        "Ina Beck (Dolmetscherin) in Celle: +495141122",
        "Uwe Blum in Peine: +495171493",
    ]


def test_the_exchange_of_a_section_stands_in_a_cell_of_its_own() -> None:
    rows = [
        ["Nachname", "Vorname", "Aufgabe", "Durchwahl"],
        ["Stadt Celle", None, "Vermittlung: 05141 12-0", None],
        ["Kling", "Eva", "Ehrenamt", 341],
        ["Peiner Haus", None, "Vermittlung: 05171 49-0", None],
        ["Blum", "Uwe", "Ehrenamt", "-100"],
    ]
    assert shown(read(book(rows), rules=Rules())) == [
        "Eva Kling (Ehrenamt) in Celle: +49514112341",
        "Uwe Blum (Ehrenamt) @ Peiner Haus: +49517149100",
    ]


OF_EVA = ["Kling, Eva", "05141 12-3401", "kling@lernkolleg-nord.example"]
OF_UWE = ["Blum, Uwe", "05141 12-3402", "blum@rathaus.example"]
SEAT = "Schulgasse 7, 29221 Celle"


@pytest.mark.parametrize(
    ("section", "shown_as"),
    [
        (f"Volkshochschule\n{SEAT}", " @ Volkshochschule: +495141123401"),
        (f"Volkshochschule, {SEAT}", " @ Volkshochschule: +495141123401"),
        (f"Lernkolleg Nord\n{SEAT}", " @ Lernkolleg Nord: +495141123401"),  # no list knows it, and it is no town
        (f"Celle\n{SEAT}", " in Celle: +495141123401"),
        (f"Adresse:\n{SEAT}", ": +495141123401"),
    ],
)
def test_an_office_over_its_address(section: str, shown_as: str) -> None:
    rows = [["Name", "Telefon", "E-Mail"], [section], OF_EVA, ["Sozialamt"], OF_UWE]
    eva, uwe = shown(read(book(rows), rules=Rules()))
    assert eva.startswith(f"Eva Kling{shown_as}")
    assert ("Schulgasse 7" in eva) == ("@" in shown_as)
    assert uwe.startswith("Uwe Blum @ Sozialamt")
    assert "Schulgasse" not in uwe


def test_an_address_in_a_row_of_its_own_is_that_of_the_office_above() -> None:
    rows = [["Name", "Telefon", "E-Mail"], ["Sozialamt"], [SEAT], OF_UWE]
    assert shown(read(book(rows), rules=Rules())) == [
        "Uwe Blum @ Sozialamt: +495141123402, blum@rathaus.example, Schulgasse 7 29221 Celle"
    ]


def test_a_house_that_nobody_knows_ends_the_office_above() -> None:
    rows = [["Name", "Telefon", "E-Mail"], ["Sozialamt"], OF_UWE, [f"Nordlicht, {SEAT}"], OF_EVA]
    assert shown(read(book(rows), rules=Rules()))[1] == "Eva Kling: +495141123401, kling@lernkolleg-nord.example"


def test_the_exchange_of_a_carrier_is_that_of_its_own_town_right_below() -> None:
    """Below `Schulen` nobody stands yet; behind its people `Büros` may be another house."""
    rows = [HEAD, ["Träger: Stadt Celle (Zentrale 05141 12-0)"], ["Celle"], ["Berufliche Schulen"], EVA]
    assert shown(read(book(rows), rules=Rules()))[0].endswith(": +49514112341, kling@rathaus.example")
    other = [*rows[:2], ["Stadt Peine"], UWE]
    assert shown(read(book(other), rules=Rules())) == ["Uwe Blum in Peine: blum@rathaus.example"]


def test_what_a_column_means_the_rows_of_all_pages_tell() -> None:
    """`Büro` over one number and a mere Durchwahl on the second page would be an address."""
    head = ["Fachkraft", "Handy", "Büro"]
    rows = [head, ["Stadt Celle"], ["Eva Kling", "0170 3321984", "05141 12-18"], ["Ida Kolb", "", "05141 12-19"],
            head, ["Stadt Peine – Zentrale 05171 49-0"], ["Uwe Blum", "0170 3321985", "-100"],
            ["Jan Horn", "", "-101"]]  # fmt: skip
    assert shown(read(book(rows), rules=Rules()))[2:] == [
        "Uwe Blum in Peine: +49517149100, m+491703321985",
        "Jan Horn in Peine: +49517149101",
    ]
