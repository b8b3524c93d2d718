"""A district's file: everything that is wrong with it, at once, each with key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import load_config
from pipeline.errors import ConfigError

SMALL = """
[district]
name = "Landkreis Tannberg"
ags = "08199"

[[source]]
id = "seite"
kind = "page"
url = "https://www.lra-tannberg.example/ehrenamt.html"
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kreis.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(tmp_path: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, text))
    assert "\n" not in str(caught.value)
    return caught.value.problems


def test_the_smallest_file_takes_the_defaults(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, SMALL))
    assert config.data == tmp_path / "var"
    assert config.guard.max_removed_share == 0.2
    assert config.publish.fields[0] == "name"
    assert config.rules.ags == "08199"


def test_paths_start_at_the_file_and_bytes_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "kreis.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (SMALL + '[paths]\ndata = "daten/tannberg"\n').encode())
    assert load_config(path).data == tmp_path / "daten" / "tannberg"


def test_the_districts_own_files_are_in_order() -> None:
    for path in (Path(__file__).parent.parent / "schedules").glob("*.toml"):
        assert load_config(path).sources


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "[district] name: fehlt"),
        ("", "[[source]]: mindestens eine Quelle"),
        (SMALL + "[gard]\n", "gemeint ist wohl „guard“"),
        (
            SMALL + "[guard]\nmax_removed = 0.2\n",
            "[guard] max_removed: unbekannt; gemeint ist wohl „max_removed_share“",
        ),
        (SMALL + "[guard]\nmax_removed_share = 20\n", "zwischen 0 und 1"),
        (SMALL + '[guard]\nmax_removed_share = "viel"\n', "„viel“ geht nicht; eine Zahl"),
        (SMALL + '[guard]\npublish = "manchmal"\n', "eines von auto, review"),
        (SMALL + "[guard]\ngrace = -1\n", "0 bis 10000 Nächte"),
        (SMALL + "[fetch]\nrespect_robots = 1\n", "true oder false"),
        (SMALL + "[fetch]\ntimeout = 0\n", "größer als 0"),
        (SMALL + "[fetch]\ntimeout = nan\n", "größer als 0"),
        (SMALL + "[fetch]\ndelay = -1\n", "0 bis 3600 Sekunden"),
        (SMALL + "[fetch]\ndelay = 1e99\n", "0 bis 3600 Sekunden"),
        (SMALL + "[fetch]\ndelay = nan\n", "0 bis 3600 Sekunden"),
        (SMALL + '[fetch]\nallow_hosts = "a"\n', "eine Liste von Texten"),
        (SMALL + "[serve]\nport = 70000\n", "zwischen 1 und 65535"),
        (SMALL + '[serve]\nhost = ""\n', "[serve] host: ist leer; zum Beispiel 127.0.0.1"),
        (
            SMALL + '[serve]\npassword = "a\\u0000b"\n',
            "[serve] password: „a b“ geht nicht; eine Zeile ohne Steuerzeichen",
        ),
        (SMALL + '[fetch]\ncontact = "a\\r\\nX-Evil: 1"\n', "[fetch] contact: „a  X-Evil: 1“ geht nicht; eine Zeile"),
        (SMALL + '[fetch]\nallow_hosts = ["a\\u0085b"]\n', "[fetch] allow_hosts: „a b“ geht nicht"),
        (SMALL + '[paths]\ndata = "a\\nb"\n', "[paths] data: „a b“ geht nicht"),
        (SMALL + 'columns = {name = "Na\\tme"}\n', "columns.name: „Na me“ geht nicht"),
        (SMALL.replace('"seite"', '"sei\\nte"'), "[source sei te] id: „sei te“ geht nicht"),
        (SMALL + '[publish]\nfields = ["name", "foto"]\n', "„foto“ unbekannt"),
        (SMALL + '[publish]\nfields = ["phones"]\n', "„name“ fehlt"),
        (SMALL + "[paths]\ndata = 3\n", "ein Pfad"),
        (SMALL + '[notify]\nheartbeat = "x"\n', "https://"),
        (SMALL + "district = 3\n", "unbekannt"),
        (SMALL.replace("08199", "8199"), "kein amtlicher Schlüssel"),
        (SMALL.replace("Landkreis Tannberg", " "), "ist leer"),
        (SMALL.replace('ags = "08199"', 'ags = "08199"\narea_code = "711"'), "keine Vorwahl"),
        (SMALL.replace("https://", "file://"), "keine Adresse mit http"),
        (SMALL.replace("https://www.lra-tannberg.example", "https://[::1"), "keine Adresse mit http"),
        (SMALL.replace('"seite"', '"eine seite"'), "nur Buchstaben"),
        (SMALL + SMALL.partition("\n\n")[2], "kommt zweimal vor"),
        (SMALL.replace('kind = "page"', 'kind = "seite"'), "eines von page, spreadsheet, documents"),
        (SMALL.replace('kind = "page"', 'kind = "page"\nlink = "Liste"'), 'gilt nur für kind = "spreadsheet"'),
        (SMALL.replace('kind = "page"', 'kind = "spreadsheet"\npage = "https://a.example/"'), "entweder url oder page"),
        (SMALL.replace('kind = "page"\nurl', 'kind = "spreadsheet"\npage'), "link: fehlt"),
        (
            SMALL.replace('kind = "page"\nurl', 'kind = "spreadsheet"\nlink = "Liste"\nfollow = [" "]\npage'),
            "follow: ein Schritt ist leer",
        ),
        (SMALL.replace("08199", "0819９"), "kein amtlicher Schlüssel"),  # a digit, but not ASCII
        (SMALL.replace('kind = "page"\nurl', 'kind = "page"\nscope'), "url: fehlt"),
        (SMALL.replace('kind = "page"', 'kind = "page"\nscope = "main {"'), "kein CSS-Selektor"),
        (SMALL.replace('kind = "page"', 'kind = "spreadsheet"\nheader_row = 0'), "ab 1 zählen"),
        (SMALL.replace('kind = "page"', 'kind = "spreadsheet"\ncolumns = { phone = 3 }'), "eine Tabelle von Texten"),
        (SMALL.replace('kind = "page"', 'kind = "spreadsheet"\ncolumns = { telefon = "Tel." }'), "„telefon“ unbekannt"),
        (SMALL.replace('kind = "page"', 'kind = "page"\nscope = "main >> [["'), "kein CSS-Selektor"),
        (SMALL.replace("tannberg.example/", "tannberg.example/a b"), "keine Adresse mit http"),
        (SMALL.replace("tannberg.example/", "tannberg.example/\\n"), "eine Zeile ohne Steuerzeichen"),
        (SMALL + '[fetch]\nallow_hosts = ["https://a.example/"]\n', "kein Rechnername"),
        (SMALL + '[fetch]\nallow_hosts = ["*"]\n', "kein Rechnername"),
        ('source = "x"\n[district]\nname="A"\nags="08199"\n', "mindestens eine Quelle"),
        ('[guard]\n[district]\nname="A"\nags="08199"\n', "mindestens eine Quelle"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    assert any(said in problem for problem in problems(tmp_path, text)), problems(tmp_path, text)


@pytest.mark.parametrize(
    "scope", ["main", "#inhalt > .karte", "div[data-x='a b'], section:not(.x) p", "td:nth-child(2n+1)"]
)
def test_any_selector_is_a_scope(tmp_path: Path, scope: str) -> None:
    (tmp_path / "k.toml").write_text(SMALL.replace('kind = "page"', f'kind = "page"\nscope = "{scope}"'))
    assert load_config(tmp_path / "k.toml").sources[0].scope == scope


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("08199", "x") + "[fetch]\ntimeout = 0\n[guard]\nmax_changed_share = 2\n"
    assert len(problems(tmp_path, text)) == 3


def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="gibt es nicht"):
        load_config(tmp_path / "fehlt.toml")
    with pytest.raises(ConfigError, match="lässt sich nicht lesen"):
        load_config(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe4"')
    with pytest.raises(ConfigError, match="kein UTF-8"):
        load_config(tmp_path / "latin.toml")


def test_a_table_that_is_no_table_is_a_problem(tmp_path: Path) -> None:
    assert "[guard]: muss eine Tabelle sein" in problems(tmp_path, "guard = 3\n" + SMALL)
