"""Answers with status 200 that are not the page are told from pages that only look a little like them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.network.answers import soft_error
from pipeline.model import Document

FOOT = "<footer>Landratsamt Musterkreis, Telefon 07161 202-0, Fax 07161 202-1, info@musterkreis.example</footer>"
MENU = "<nav>" + "".join(f"<a href='/{n}'>Menüpunkt {n}</a>" for n in range(40)) + "</nav>"
PEOPLE = "".join(
    f"<p>Eva Muster{n}, Telefon 07161 202-1{n:03}, <a href='mailto:m{n}@a.example'>Mail</a>" for n in range(9)
)
COOKIES = "<div>Wir verwenden Cookies. <button>Alle akzeptieren</button> <button>Ablehnen</button></div>"
LOGIN = "<form>Anmelden <input name='u'> <input TYPE='Password'></form>"


def judged(html: str | bytes, media_type: str | None = "text/html", charset: str | None = None) -> str | None:
    body = html if isinstance(html, bytes) else html.encode()
    return soft_error(Document("https://example.org/", body, media_type, charset))


def framed(title: str, heading: str = "", text: str = "") -> str:
    """A page in a site's frame: menu, foot, cookie banner."""
    return f"<title>{title}</title><body>{MENU}{COOKIES}<main><h1>{heading}</h1>{text}</main>{FOOT}"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("404 Not Found", "nicht gibt"),
        ("404", "nicht gibt"),
        ("Fehler 404", "nicht gibt"),
        ("Error 500: Internal Server Error", "nicht gibt"),
        ("Fehler", "nicht gibt"),
        ("Seite nicht gefunden | Musterkreis", "nicht gibt"),
        ("Musterkreis – Die angeforderte Seite wurde leider nicht gefunden", "nicht gibt"),
        ("Ups! Diese Seite existiert nicht mehr", "nicht gibt"),
        ("Page not found - Musterkreis", "nicht gibt"),
        ("HTTP Status 403 – Forbidden", "nicht gibt"),
        ("Ein Fehler ist aufgetreten", "nicht gibt"),
        ("Interner Fehler", "nicht gibt"),
        ("Access Denied", "verweigert"),
        ("Zugriff verweigert", "verweigert"),
        ("Just a moment...", "Mensch"),
        ("Attention Required! | Cloudflare", "Mensch"),
        ("Wartungsarbeiten", "gewartet"),
        ("Musterkreis: Wartung", "gewartet"),
        ("Wegen Wartungsarbeiten geschlossen", "gewartet"),
        ("Die Webseite ist vorübergehend nicht erreichbar", "gewartet"),
        ("We'll be back soon!", "gewartet"),
        ("503 Service Temporarily Unavailable", "nicht gibt"),
    ],
)
def test_an_error_page_says_so_in_its_title_or_heading(title: str, words: str) -> None:
    for page in (framed(title), framed("Musterkreis", title), framed(title).replace("h1", "h2")):
        verdict = judged(page)
        assert verdict is not None
        assert words in verdict


@pytest.mark.parametrize(
    "title",
    [
        "Kontakt",
        "Anmeldung zum Ehrenamt",
        "500 Jahre Bauernkrieg",
        "401 Sozialamt",
        "Fehlerhafte Angaben melden",
        "Wartung und Unterhalt von Straßen",
        "Seite an Seite",
        "Nicht verzagen: Beratung",
        "Error Analysis Group",
        "Zugang zum Landratsamt",
        "Baustellen im Kreis",
        "Datenschutz und Cookies",
        "",
    ],
)
def test_an_ordinary_title_is_no_error(title: str) -> None:
    assert judged(framed(title, title, "Text zur Sache.")) is None


@pytest.mark.parametrize(
    "page",
    [
        framed("Ehrenamt", "Ansprechpersonen", PEOPLE),
        framed("Seite nicht gefunden", "404", PEOPLE),
        framed("Kontakt", "Kontakt", PEOPLE + LOGIN),
        framed("Anmelden", "Login", PEOPLE + LOGIN),
        "<h1>Team</h1>" + COOKIES + PEOPLE,
        "<h1>Kontakt</h1><p>Frau Muster ist vorübergehend nicht erreichbar. Telefon 07161 202-1234",
        "<h1>Team</h1><p>eva.muster (at) musterkreis.example<p>Bitte aktivieren Sie JavaScript",
        "<h1>Intern</h1>" + LOGIN + "<p>0711 3902-1<p>0711 3902-12<p>0711 3902-123",
    ],
)
def test_a_page_with_contacts_is_a_page(page: str) -> None:
    assert judged(page) is None


RESPONSIBLE = "<p>Datenschutz: Frau Eva Muster, Telefon 07161 202-77, <a href='mailto:ds@a.example'>E-Mail</a></p>"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (framed("Einwilligung", "Einwilligung", COOKIES + RESPONSIBLE), "Cookies"),
        (framed("Wir verwenden Cookies", "Hinweis", RESPONSIBLE), "Cookies"),
        (framed("Ihre Privatsphäre ist uns wichtig | Musterkreis", "", RESPONSIBLE), "Cookies"),
        (framed("Bevor Sie fortfahren", "", RESPONSIBLE), "Cookies"),
        (framed("", "Cookie-Einstellungen", RESPONSIBLE).replace("<title></title>", ""), "Cookies"),
        (framed("Anmelden", "Willkommen", LOGIN + RESPONSIBLE), "Anmeldung"),
    ],
)
def test_a_page_is_no_other_because_it_names_who_is_responsible_for_it(page: str, words: str) -> None:
    verdict = judged(page)
    assert verdict is not None
    assert words in verdict


@pytest.mark.parametrize(
    "page",
    [
        framed("Ehrenamt", "Wir verwenden Cookies", RESPONSIBLE),
        framed("Ehrenamt", "Anmeldung", LOGIN + RESPONSIBLE),
        framed("Willkommen", "Kontakt", LOGIN + RESPONSIBLE),
        framed("Einwilligung zum Bluttransport", "Kontakt", RESPONSIBLE),
    ],
)
def test_a_small_page_with_a_banner_or_a_box_is_itself(page: str) -> None:
    assert judged(page) is None


def test_a_large_page_is_not_judged_by_its_banner() -> None:
    assert judged("<h1>Bericht</h1>" + COOKIES + "<p>Langer Text ohne Kontakt. " * 9000) is None
    assert judged("<h1>404</h1>" + "<p>Langer Text ohne Kontakt. " * 9000) is not None


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "leer"),
        ("<html><head><title>Kontakt</title></head><body> <script>var a = 1</script>&nbsp;</body></html>", "leer"),
        (LOGIN, "Anmeldung"),
        (framed("Bitte melden Sie sich an", "Anmelden", LOGIN).replace(FOOT, ""), "Anmeldung"),
        (COOKIES, "Cookies"),
        ("<h1>Privatsphäre-Einstellungen</h1>" + COOKIES + "<p>Details zu den Zwecken. " * 30, "Cookies"),
        ("<p>Der Server wird gerade gewartet. Bitte versuchen Sie es später noch einmal.", "Wartungsmeldung"),
        ("<p>Fehler beim Aufbau einer Datenbankverbindung", "Fehler- oder"),
        ("<noscript>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</noscript><div id=app>", "JavaScript"),
        ("<meta http-equiv=Refresh content='0; url=/neu'><p>Sie werden weitergeleitet.", "leitet nur weiter"),
        (framed("Team", "", PEOPLE) + "<b>Fatal error</b>: Uncaught Error in /var/www/x.php on line 3", "abgebrochen"),
        ("Traceback (most recent call last):\n File 'x'", "abgebrochen"),
    ],
)
def test_a_page_that_only_says_something_else(page: str, words: str) -> None:
    verdict = judged(page)
    assert verdict is not None
    assert words in verdict


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (b"%PDF-1.7", "text/html", "PDF-Datei"),
        (b"PK\x03\x04..", None, "Office- oder ZIP-Datei"),
        (b"\x89PNG\r\n", "image/png", "ein Bild"),
        (b"\x1f\x8b\x08", "text/html", "gepackte Daten"),
        (b"{}", "application/json", "application/json"),
        (b"body{}", "text/css", "text/css"),
        (b"<p>Eva Muster, 0711 3902-12", "text/css", "text/css"),
        (b"<p>Eva Muster, 0711 3902-12", "application/octet-stream", "application/octet-stream"),
        (b"<p>Eva Muster, 0711 3902-12", "image/svg+xml", "image/svg"),
        (b"...", "\x1b[31m", "31m"),
        (b"...", "\x1b", "etwas anderes"),
    ],
)
def test_another_media_type_is_no_page(body: bytes, media_type: str | None, words: str) -> None:
    verdict = judged(body, media_type)
    assert verdict is not None
    assert words in verdict


@pytest.mark.parametrize("media_type", ["text/html", "application/xhtml+xml", "text/x-server-parsed-html", None])
def test_pages_under_many_names(media_type: str | None) -> None:
    assert judged("<p>Eva Muster, 0711 3902-12", media_type) is None


def test_plain_text_is_a_page() -> None:
    assert judged("Eva Muster\nTelefon 0711 3902-1234\n", "text/plain") is None
    assert judged(" \n", "text/plain") == "die Seite ist leer"


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("utf-8", None), ("iso-8859-1", "iso-8859-1"), ("cp1252", None), ("cp1252", "erfunden"), ("utf-16", None)],
)
def test_the_title_is_read_in_any_encoding(encoding: str, charset: str | None) -> None:
    assert judged("<title>Vorübergehend nicht verfügbar</title><p>ä".encode(encoding), charset=charset) is not None
    assert judged("<title>Für Bürger</title><p>ä".encode(encoding), charset=charset) is None


def test_a_letter_cut_at_the_limit_spoils_nothing() -> None:
    assert judged(b"<title>" + "Für Bürger".encode() + b"</title>" + b"x" * 131_038 + "ü".encode() * 50) is None


@pytest.mark.parametrize("piece", ["<div>", "<a ", "<h1", "a@", "<!--", "0 ", "a.", "<b>Fatal error", "&", "<title>"])
def test_hostile_pages_take_no_time(piece: str) -> None:
    began = time.monotonic()
    judged(piece * (2_000_000 // len(piece)))
    assert time.monotonic() - began < 10


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from([None, "text/html", "text/plain"]), st.sampled_from([None, "hex", "idna"])
)
def test_no_answer_crashes(body: bytes, media_type: str | None, charset: str | None) -> None:
    assert judged(body, media_type, charset) != ""
