"""Mail and web addresses in texts: what counts, what only looks like one, and the strict readers."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline import wording
from pipeline.errors import ValueNotUnderstood
from pipeline.transform.online import (
    ending_rank,
    find_mails,
    find_urls,
    looks_like_mail,
    mailto_addresses,
    parse_mail,
    parse_url,
)


def mails(text: str) -> list[str]:
    return [found.address for found in find_mails(text)]


PLAIN = [
    "info@kreis.de",
    "Info@Kreis.DE",
    "E-Mail: info@kreis.de.",
    "E-Mail/info@kreis.de",
    "(info@kreis.de)",
    "„info@kreis.de“",
    "<info@kreis.de>",
    "{{email::info@kreis.de}}",
    "mailto:info@kreis.de",
    "-info@kreis.de",
    "'info@kreis.de'",
    "info@kreis.deTelefon 0711",
    "info@kreis.de.Weitere Auskunft",
    "info@kreis.de-Bitte schreiben",
    "Schreiben Sie an info@kreis.de!",
    "in\u200bfo@kre\u00adis.de",
    "info＠kreis.de",
    "Tel. 0711 3902-1234, info@kreis.de, Raum 12",
]
SPELLED = [
    "info @ kreis.de",
    "info @ kreis . de",
    "info@ kreis.de",
    "E-Mail: info @kreis.de",
    "info(at)kreis.de",
    "info (at) kreis.de",
    "info ( at ) kreis.de",
    "info (AT) kreis (DOT) de",
    "info(ät)kreis.de",
    "info (æt) kreis.de",
    "info(a)kreis.de",
    "info(@)kreis.de",
    "info[at]kreis[dot]de",
    "info [ät] kreis [punkt] de",
    "info[klammeraffe]kreis.de",
    "info (Affenschwanz) kreis.de",
    "info (at-Zeichen) kreis.de",
    "info{at}kreis{punkt}de",
    "info<at>kreis.de",
    "info‹at›kreis.de",
    "info «at» kreis.de",
    "info „at“ kreis.de",
    "info »at« kreis.de",
    'info "at" kreis.de',
    "info <ät> kreis.de",
    "info =at= kreis.de",
    "info|at|kreis.de",
    "info*at*kreis.de",
    "info_at_kreis.de",
    "info-at-kreis.de",
    "info -at- kreis.de",
    "info/at/kreis/dot/de",
    "info[at]kreis[.]de",
    "info ((at)) kreis.de",
    "info at kreis.de",
    "info AT kreis DOT de",
    "info at kreis dot de",
    "info ät kreis punkt de",
    "infoATkreisDOTde",
    "info@NOSPAM.kreis.de",
    "info@kreis.de.nospam",
    "infoNOSPAM@kreis.de",
    "infoNOSPAMNOSPAM@kreis.de",
    "info@remove-this.kreis.de",
    "info.REMOVE@kreis.de",
]


@pytest.mark.parametrize("text", PLAIN + SPELLED)
def test_one_address_in_many_spellings(text: str) -> None:
    assert mails(text) == ["info@kreis.de"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eva.beispiel@kreis-muster.de; otto@kreis.org", ["eva.beispiel@kreis-muster.de", "otto@kreis.org"]),
        ("a@kreis.de\nb@kreis.de", ["a@kreis.de", "b@kreis.de"]),
        ("max (punkt) muster (at) kreis (punkt) de", ["max.muster@kreis.de"]),
        ("info@xn--mhle-0ra.de", ["info@mühle.de"]),
        ("info@MÜHLE.de", ["info@mühle.de"]),
        ("bürgermeister@stadt.example", ["bürgermeister@stadt.example"]),
        (
            "team@kreis.berlin oder team@verein.vermögensberatung",
            ["team@kreis.berlin", "team@verein.vermögensberatung"],
        ),
        ("o'neill@kreis.de", ["o'neill@kreis.de"]),
        ("nospam@kreis.de und info@nospam.de", ["nospam@kreis.de", "info@nospam.de"]),
        ("a.b+c_d@mail.amt.kreis.de", ["a.b+c_d@mail.amt.kreis.de"]),
        ("Amt, Tel. 0711 39-12, info@ kreis.de", ["info@kreis.de"]),
        ("Frau Muster info@\u00a0kreis.de", ["info@kreis.de"]),
        ("eva@\u2009kreis.de, otto@ verein.org", ["eva@kreis.de", "otto@verein.org"]),
    ],
)
def test_several_and_unusual_addresses(text: str, expected: list[str]) -> None:
    assert mails(text) == expected
    assert looks_like_mail(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@kreismuster",
        "Instagram: @kreis.de",
        "Instagram @kreis.de",
        "Facebook @ kreis.de",
        "@kreis@social.example",
        "info@",
        "info@kreis",
        "info@kreis.",
        "@kreis.de",
        "E-Mail: info@\nkreis.de",
        "us...@kreis.de",
        "us…@kreis.de",
        "u***r@kreis.de",
        "info@kr...de",
        "info@…",
        "info@kreis.de...",
        "vorname.nachname@kreis.de",
        "Vorname_Nachname@kreis.de",
        "v.nachname@kreis.de",
        "v.name@kreis.de",
        "nachname (at) kreis.de",
        "name@kreis.de",
        "xxx@kreis.de",
        "info@xxx.de",
        "info@domain.de",
        "a..b@kreis.de",
        ".info@kreis.de",
        "logo@2x.png",
        "jquery@3.6.min.js",
        "info@kreis.qq",
        "kreATiv.de",
        "Haus (at) See",
        "Treffen at muster",
        "look at kreis.de",
        "Infos at www.kreis.de",
        "arbeiten @kreis.de macht Freude",
        "git@kreis.de:web/site.git",
        "https://user:pass@kreis.de/",
        "4 at kreis.de",
        "info @kreis.de und weiter",
        "Fragen @ Antworten",
        "Alle Fragen@ Antworten",
        "Neu: Cafe@ Rathaus.Info am Samstag",
        "Neu: Cafe@ haus.In der Stadt",
        "Auskunft: E-Mail@ kreis.de",
        "Auskunft: info@ www.kreis.de",
        "Auch auf Instagram@ kreis.de",
        "https://www.google.com/maps/@48.74,9.30",
        "x" * 65 + "@kreis.de",
        "Das @ ist ein Zeichen",
    ],
)
def test_what_only_looks_like_an_address(text: str) -> None:
    wanted = ["info@kreis.de"] if text.endswith("weiter") else []
    assert mails(text) == wanted
    assert looks_like_mail(text) is bool(wanted)


def test_the_place_and_the_steps_of_an_address() -> None:
    text = "Frau Beispiel\nMail:  Eva (at)\u00a0Kreis (punkt) DE, Raum 3"
    (found,) = find_mails(text)
    assert text[found.start : found.end] == found.raw == "Eva (at)\u00a0Kreis (punkt) DE"
    assert found.address == "eva@kreis.de"
    assert [step.rule for step in found.steps] == ["mail_words", "lower_case"]
    assert all(step.before == found.raw and step.after == found.address for step in found.steps)


def test_every_step_has_words() -> None:
    texts = ["A@kreis.de", "a (at) kreis.de", "a@xn--mhle-0ra.de", "a@NOSPAM.kreis.de"]
    rules = {step.rule for text in texts for found in find_mails(text) for step in found.steps}
    assert rules == {"lower_case", "mail_words", "idn", "mail_remove_me"}
    assert rules | {"url"} <= set(wording.STEPS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Info@Kreis.DE ", "info@kreis.de"),
        ("info@xn--mhle-0ra.de", "info@mühle.de"),
        ("a@kreis.example", "a@kreis.example"),
        ("a@kreis.test", "a@kreis.test"),
    ],
)
def test_parse_mail(text: str, expected: str) -> None:
    assert parse_mail(text) == expected == parse_mail(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "info",
        "info@",
        "a@b",
        "a b@kreis.de",
        "a@kreis.de, b@kreis.de",
        "a (at) kreis.de",
        "name@kreis.de",
        "a@b..de",
    ],
)
def test_parse_mail_is_strict(text: str) -> None:
    with pytest.raises(ValueNotUnderstood):
        parse_mail(text)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("mailto:info@kreis.de", ("info@kreis.de",)),
        ("MAILTO:Info%40Kreis.de?subject=x&cc=otto@kreis.de", ("info@kreis.de",)),
        ("mailto:a@kreis.de,b@kreis.de", ("a@kreis.de", "b@kreis.de")),
        ("mailto:a@kreis.de;%20b@kreis.de;a@kreis.de", ("a@kreis.de", "b@kreis.de")),
        ("mailto: info@kreis.de", ("info@kreis.de",)),
        ("mailto:mailto:info@kreis.de", ("info@kreis.de",)),
        ("mailto://info@kreis.de", ("info@kreis.de",)),
        ("http://info@kreis.de", ("info@kreis.de",)),
        ("mailto:Eva%20Beispiel%20%3Ceva@kreis.de%3E", ("eva@kreis.de",)),
        ("mailto:info@kreis.de,", ("info@kreis.de",)),
        ("mailto:?to=info@kreis.de&subject=x", ("info@kreis.de",)),
        ("mailto:a@kreis.de?subject=x&to=b@kreis.de", ("a@kreis.de", "b@kreis.de")),
        ("mailto:?subject=x&body=info@kreis.de", ()),
        ("mailto:", ()),
    ],
)
def test_the_recipients_of_a_link(href: str, expected: tuple[str, ...]) -> None:
    assert mailto_addresses(href) == expected


@pytest.mark.parametrize(
    ("address", "rank"), [("a@b.de", 2), ("a@b.berlin", 2), ("a@b.il", 1), ("a@b.qr", 0), ("a@b.ave", 0)]
)
def test_how_likely_an_ending_is(address: str, rank: int) -> None:
    assert ending_rank(address) == rank


# ---- web addresses -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("www.kreis.de", ["https://www.kreis.de"]),
        ("Siehe www.kreis.de/amt.", ["https://www.kreis.de/amt"]),
        ("(www.kreis.de/a_(b))", ["https://www.kreis.de/a_(b)"]),
        ("http://kreis.de/a?b=1#c", ["http://kreis.de/a?b=1#c"]),
        ("Internet: kreis.de", ["https://kreis.de"]),
        ("Web: www.kreis.de, Homepage: amt.kreis.de/x", ["https://www.kreis.de", "https://amt.kreis.de/x"]),
        ("HTTPS://WWW.KREIS.DE/Amt", ["https://www.kreis.de/Amt"]),
        ("www.mühle.de", ["https://www.xn--mhle-0ra.de"]),
        ("info@www.kreis.de", []),
        ("Web: info@kreis.de", []),
        ("www.kreis.de@x", []),
        ("kreis.de", []),
        ("z.B. 12.30 Uhr", []),
        ("www.", []),
        ("https://user:pw@kreis.de/", []),
        ("ftp://kreis.de", []),
    ],
)
def test_web_addresses_in_a_text(text: str, expected: list[str]) -> None:
    found = find_urls(text)
    assert [each.url for each in found] == expected
    assert all(text[each.start : each.end] == each.raw for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("www.kreis.de", "https://www.kreis.de"),
        ("//www.kreis.de/x", "https://www.kreis.de/x"),
        ("http://Kreis.DE:80/", "http://kreis.de"),
        ("https://kreis.de:8443/a", "https://kreis.de:8443/a"),
        ("https://kreis.de/a;jsessionid=1F?x=1&utm_source=y&PHPSESSID=z", "https://kreis.de/a?x=1"),
        ("https://kreis.de/?fbclid=1", "https://kreis.de"),
        ("https://kreis.de/?id=3;jsessionid=4", "https://kreis.de/?id=3"),
        ("https://kreis.de/#kontakt", "https://kreis.de/#kontakt"),
        ("https://müller.de/ä", "https://xn--mller-kva.de/ä"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
    ],
)
def test_parse_url(text: str, expected: str) -> None:
    assert parse_url(text) == expected == parse_url(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kreis",
        "ftp://kreis.de",
        "javascript:alert(1)",
        "mailto:a@kreis.de",
        "https://a b.de",
        "https://u:p@kreis.de",
        "https://",
        "https://kreis.de:99999",
        "https://[::1",
        "a" * 3000,
        "https://․.de",
        "data:text/html,x",
        "https://xn--.de\\x",
    ],
)
def test_parse_url_is_strict(text: str) -> None:
    with pytest.raises(ValueNotUnderstood):
        parse_url(text)


# ---- laws ----------------------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(
        [
            "info",
            "Kreis",
            ".de",
            "de",
            "@",
            " ",
            "(at)",
            "[dot]",
            " at ",
            " punkt ",
            "…",
            "..",
            "-",
            "xn--mhle-0ra",
            "www.",
            "http://",
            "ä",
            "\u200b",
            "\n",
            "NOSPAM",
            ",",
            ":",
            "mailto:",
            "name",
            "1",
            "AT",
            "DOT",
            "/",
            "?utm_x=1",
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=80)))
@example("infoATinfo.deDOTxn--mhle-0ra")
def test_never_an_address_whose_parts_are_not_there(text: str) -> None:
    for found in find_mails(text):
        assert text[found.start : found.end] == found.raw
        assert parse_mail(found.address) == found.address
        assert mails(found.address) == [found.address]
        local, _, domain = found.address.partition("@")
        letters = "".join(char for char in found.raw.lower().replace("ß", "ss") if char.isalnum())
        assert all(
            part.replace("-", "").replace("+", "").replace("'", "") in letters
            for part in local.replace("_", ".").split(".")
        )
        assert (
            "xn" in letters
            or not domain.isascii()
            or all(label.replace("-", "") in letters for label in domain.split("."))
        )


@settings(max_examples=200, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=80)))
def test_web_addresses_are_canonical(text: str) -> None:
    for found in find_urls(text):
        assert parse_url(found.url) == found.url
        assert found.url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text",
    [
        "a.b" * 300000,
        "a" * 1000000,
        "(at) " * 200000,
        "a@" * 500000,
        "@" * 1000000,
        " at " * 250000,
        "a@b." * 250000,
        "a punkt " * 100000,
        "(" * 1000000,
        "www." * 250000,
        "https://" * 100000,
        "Web: " * 200000,
        "www.a.de/" + "(" * 500000,
    ],
)
def test_a_long_line_costs_little(text: str) -> None:
    start = time.process_time()
    find_mails(text)
    find_urls(text)
    assert time.process_time() - start < 6


@pytest.mark.parametrize("ending", ["dev", "design", "dental", "dentist", "deals", "delivery"])
def test_endings_that_begin_like_de_are_endings(ending: str) -> None:
    assert mails(f"info@praxis.{ending}") == [f"info@praxis.{ending}"]
