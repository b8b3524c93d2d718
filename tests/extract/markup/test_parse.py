"""A page is read whole or refused: what would hold up the parser is known by a look at the text."""

from __future__ import annotations

import time

import pytest

from pipeline.errors import FormatError
from pipeline.extract.markup.parse import DEEPEST, parse_html
from pipeline.extract.page.reader import read_page, read_text
from pipeline.model import Rules

FIRST = "<p>Frau Sabine Grothe<br>Telefon 07123 3320-14<br>sabine.grothe@ahlbach.example</p>"
LAST = "<p>Herr Emre Polat<br>Telefon 07123 3320-15<br>emre.polat@ahlbach.example</p>"
MANY = 100_000

PAGES = {
    "deep": "<div>" * 5_000,
    "deep and filled": "<div>x" * 5_000,
    "comment": "<!--" + "x" * 2_000_000 + "-->",
    "comments": "<!-- a -->" * MANY,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(MANY)) + ">",
    "attributes without values": "<div " + " ".join(f"a{n}" for n in range(MANY)) + ">",
    "attributes and slashes": "<div " + "/".join(f"a{n}" for n in range(MANY)) + ">",
    "attributes behind a sign in quotes": "<div a='<' b='>' " + " ".join(f"a{n}" for n in range(MANY)) + ">",
    "numbers": "<p>Telefon 07123 3320-16</p>" * 40_000,
    "web addresses": "<p>Internet: www.neustadt.de</p>" * 20_000,
    "links": '<a href="/liste.pdf">Liste</a> ' * 20_000,
    "zeros": "\0" * MANY,
    "one line": "<p>" + "Lorem ipsum dolor " * 100_000 + "</p>",
    "digits": "<p>" + "0" * 1_000_000 + "</p>",
    "signs": "<p>" + "a@" * 200_000 + "</p>",
    "choices": "<select>" + "<option>x" * 300_000 + "</select>",
    "closed choices": "<select>" + "<OPTION value=1>x</option>" * MANY + "</select>",
    "choices behind others": "<select>" + "<b>x</b>" * MANY + "<option>x" * MANY + "</select>",
    "choices everywhere": "<select><option>x</option></select><br>" * 20_000,
    "styles never closed": "<p><b>x" * 4_000,
    "titles": "<details><summary>x</summary></details>" * 20_000,
    "legends": "<form>" + "<legend>x</legend>" * 20_000 + "</form>",
    "headings": "<div><h2>x</h2></div>" * 20_000,
    "items": "<ul>" + "<li>x" * 50_000 + "</ul>",
    "rubbish": "<" * 1_000_000,
    "declarations": '<!ENTITY a "aaaa">' * 20_000,
    "scripts": "<script>var a='x'+</script>" * 5_000,
    "data": '<script type="application/ld+json">' + "[" * MANY + "</script>",
    "invisible": "\u200b" * 500_000,
}


@pytest.mark.parametrize("page", PAGES)
def test_what_stands_before_and_behind_is_read(page: str) -> None:
    began = time.process_time()
    seen = read_page(f"<body>{FIRST}{PAGES[page]}{LAST}".encode(), None, Rules("07123", "08199"))
    numbers = {
        reading.value.e164 for record in seen.records for reading in record.readings if reading.field == "phones"
    }
    assert {"+497123332014", "+497123332015"} <= numbers
    assert time.process_time() - began < 10


@pytest.mark.parametrize("tag", ["div", "blockquote", "DIV x=1", "section", "b><p", "optgroup", "ruby><rt", "rp"])
def test_what_is_nested_without_end_is_refused_at_once(tag: str) -> None:
    began = time.process_time()
    with pytest.raises(FormatError, match="verschachtelt"):
        parse_html(f"<body>{FIRST}" + f"<{tag}>x" * 300_000)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("name", ["g", "tr", "li", "source"])
def test_in_a_drawing_any_name_can_be_nested_without_end(name: str) -> None:
    with pytest.raises(FormatError, match="verschachtelt"):
        parse_html("<svg>" + f"<{name}>x" * 50_000 + "</q>x" * 50_000 + "</svg>")


def test_a_drawing_of_many_lines_is_read() -> None:
    assert parse_html("<svg>" + "<path d='M0 0'/>" * (DEEPEST + 1) + "</svg>").body is not None


def test_styles_that_each_paragraph_repeats_are_refused_before_they_take_all_memory() -> None:
    with pytest.raises(FormatError, match="verschachtelt"):
        parse_html("".join(f"<p><font color={number}>x" for number in range(5_000)))
    assert parse_html("".join(f"<p><font color={number}>x" for number in range(500))).body is not None


def test_what_only_looks_deep_is_read() -> None:
    for honest in ("<p>x" * 3, "<li>x", "<br>", "<tr><td>x", "<!-- <div> -->", "<div>x</div>", "<i>x</i>"):
        assert parse_html(f"<body>{honest * (DEEPEST + 1)}").body is not None


@pytest.mark.parametrize("page", ["x<br>" * 2_000_001, "<b c d e f g></b>" * 300_000, "<a b/c='>'/d>" * 700_000])
def test_a_page_longer_than_any_is_refused(page: str) -> None:
    with pytest.raises(FormatError, match="so groß"):
        parse_html(page)


@pytest.mark.parametrize(
    "shown", ["<p>x</p>" * 200_001, "<p>Der Nachtbus fährt um eins.</p>" * 190_000, "Der Nachtbus fährt. " * 210_000]
)
def test_a_page_that_shows_more_than_anybody_reads_is_refused(shown: str) -> None:
    with pytest.raises(FormatError, match="zeigt mehr als"):
        read_page(f"<body>{FIRST}{shown}{LAST}".encode(), None, Rules("07123", "08199"))


@pytest.mark.parametrize("text", ["x\n" * 200_001, "Nachtbus fährt. " * 300_000])
def test_so_is_such_a_text(text: str) -> None:
    with pytest.raises(FormatError, match="zeigt mehr als"):
        read_text(text.encode(), None, Rules("07123", "08199"))


@pytest.mark.parametrize("run", ["<br>", "<br>\n", "<div>", "<p>", "<div class='x'><p>", "<hr><section>"])
def test_a_heading_behind_an_endless_run_of_tags_is_still_one(run: str) -> None:
    page = f"<body><h1>Integration</h1>{run * MANY}<h2>Ahlbach</h2>{FIRST}<h2>Oberrode</h2>{LAST}"
    seen = read_page(page.encode(), None, Rules("07123", "08199"))
    offices = [reading.value for record in seen.records for reading in record.readings if reading.field == "org"]
    assert offices == ["Ahlbach", "Oberrode"]


@pytest.mark.parametrize("text", ["x" * 20_000 + " \n ", "Nachtbus " * 2_222 + "fa" + " " * 9, "x" * 40_000 + "\n"])
def test_a_text_that_ends_in_blanks_where_a_line_is_cut_is_read(text: str) -> None:
    page = f"<body><main>{FIRST}<p>{text}</p><pre>{text}</pre>{LAST}</main>"
    assert len(read_page(page.encode(), None, Rules("07123", "08199")).records) == 2
