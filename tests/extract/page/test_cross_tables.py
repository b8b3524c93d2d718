"""Houses down, functions across, and somebody with her values in each cell."""

from __future__ import annotations

from tests.extract.page.test_blocks import summary

HEAD = "<tr><th>Haus</th><th>Hausleitung</th><th>Sozialberatung</th><th>Kapazität</th></tr>"
ROW = (
    "<tr><td><b>{}</b><br>Markt 1<br>72555 Neustadt</td><td>Frau Muster<br>07123 940-11</td>"
    "<td>Herr Beispiel<br>07123 940-12</td><td>60</td></tr>"
)


def test_everybody_has_the_function_above_and_the_house_before_her() -> None:
    other = ROW.format("GU Mühlenholz").replace("940-1", "940-2").replace("Muster", "Ast").replace("Beispiel", "Berg")
    html = f"<table><thead>{HEAD}</thead><tbody>{ROW.format('Haus am Anger')}{other}</tbody></table>"
    assert set(summary(html)) == {
        ("Muster", "Haus am Anger", "Hausleitung", ("+49712394011",), ()),
        ("Beispiel", "Haus am Anger", "Sozialberatung", ("+49712394012",), ()),
        ("Ast", "GU Mühlenholz", "Hausleitung", ("+49712394021",), ()),
        ("Berg", "GU Mühlenholz", "Sozialberatung", ("+49712394022",), ()),
    }


def test_a_row_that_begins_with_a_heading_counts_it() -> None:
    row = ROW.format("Haus am Anger").replace("<td><b>", "<th><b>", 1).replace("</td><td>Frau", "</th><td>Frau", 1)
    assert {entry[1:3] for entry in summary(f"<table>{HEAD}{row}</table>")} == {
        ("Haus am Anger", "Hausleitung"),
        ("Haus am Anger", "Sozialberatung"),
    }


def test_one_column_of_people_is_a_table_like_any_other() -> None:
    html = (
        f"<table>{HEAD}<tr><td>Haus am Anger</td><td>Frau Muster<br>07123 940-11</td><td>–</td><td>60</td></tr></table>"
    )
    assert [entry[0] for entry in summary(html)] == ["Muster"]


def test_beside_a_vacant_post_everybody_has_her_own_function_and_number() -> None:
    row = ROW.format("Haus am Anger").replace("Frau Muster", "N. N.")
    assert {entry[::2] for entry in summary(f"<table>{HEAD}{row}</table>")} == {
        (None, "Hausleitung", ()),
        ("Beispiel", "Sozialberatung", ()),
    }
    numbers = {entry[0]: entry[3] for entry in summary(f"<table>{HEAD}{row}</table>")}
    assert numbers == {None: ("+49712394011",), "Beispiel": ("+49712394012",)}
