"""Polite lies: answers with status 200 that are not the page, and how to tell.

Servers say "not found", "please log in" or "back soon" with the same status as a good page. Such an answer is an outage
of the source; taken for the page it would say that everybody has left. A page is judged by how it calls itself (title,
first heading) and, where it has nearly no text, by what it says. A page with several contacts is never judged: a cookie
banner, a log-in box or a colleague who "is temporarily unavailable" belong to ordinary pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.model import Document
from pipeline.transform.text import fold

#: Bytes looked at. Error pages are small, and a parser's time grows with the square of hostile nesting.
_LOOKED_AT = 131_072
#: As many numbers and mail addresses as a whole page has and an error page in the site's frame (its foot) has not.
_MANY_CONTACTS = 6

#: What pages are sent as, or nothing at all.
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", ""})
#: How files begin → what they are.
_FILES = (
    (b"%PDF-", "eine PDF-Datei"),
    (b"PK\x03\x04", "eine Office- oder ZIP-Datei"),
    (b"\xd0\xcf\x11\xe0", "eine Office-Datei"),
    (b"{\\rtf", "eine RTF-Datei"),
    (b"\x89PNG", "ein Bild"),
    (b"GIF8", "ein Bild"),
    (b"\xff\xd8\xff", "ein Bild"),
    (b"RIFF", "ein Bild"),
    (b"\x1f\x8b", "gepackte Daten ohne Ankündigung"),
)

_CONTACT = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|&#64;)\s?[\w-]{1,63}(?:\.|\s?\[dot\]\s?)[\w.-]{2,63}"
    r"|(?<![\d.,])(?:\+49|0049|0)[ ()/-]{0,3}[1-9](?:[ ()/.–-]{0,3}\d){5,12}"
)
#: A title is often "message | site" or "site - message".
_PARTS = re.compile(r"\s+[|–—·»:-]\s+|\s*[|»]\s*|:\s+")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase for line in text.split("\n") for phrase in line.strip().split(", ") if phrase)


# Messages as `fold` writes them. A name says one if it is that message, or begins with it where it has several words.
#: Words that only make a message politer, and those that announce one: left out before comparing.
_POLITE = _phrases("""
    die, der, das, diese, dieser, ihre, eine, ein, es, tut, uns, leid, leider, ups, oops, hoppla, sorry, entschuldigung
    wurde, konnte, ist, sind, wird, werden, existiert, angeforderte, gesuchte, gewuenschte, aufgerufene, mehr, wir
    the, this, your, requested, you, we, was, is, are, has, been, could, can, be, an, a, http, status, code
""")
_ERROR = _phrases("fehler, error, 400, 401, 403, 404, 410, 500, 502, 503, 504")
_MISSING = _phrases("""
    systemfehler, serverfehler, server error, nicht gefunden, seite nicht, webseite nicht, internetseite nicht
    inhalt nicht, dokument nicht, datei nicht, url nicht, adresse nicht, ressource nicht, not found, page not found
    file not found, document not found, content not found, site not found, resource not found, page doesn t exist
    page does not exist, internal server error, interner serverfehler, bad request, bad gateway, gateway timeout
    gateway time out
""")
#: What kind of error it is; says nothing without that word.
_KIND = _phrases(
    "aufgetreten, occurred, application, runtime, interner, internal, internal server, unerwarteter, unexpected"
)
_DENIED = _phrases("""
    zugriff verweigert, zugriff gesperrt, zugriff nicht, zugang verweigert, zugang gesperrt, access denied
    access blocked, forbidden, unauthorized, keine berechtigung, nicht autorisiert, just moment, attention required
    checking browser, verifying browser, human, robot, sicherheitspruefung, sicherheitsueberpruefung, bot pruefung
    security check, request rejected, request blocked, web application firewall, too many requests
    zu viele anfragen
""")
_CLOSED = _phrases("""
    wartung, wartungsarbeiten, wartungsmodus, wartungsseite, wegen wartung, wegen wartungsarbeiten
    aktuelle wartungsarbeiten, geplante wartungsarbeiten, under maintenance, down for maintenance
    site under maintenance, maintenance, maintenance mode, under construction, im aufbau, gleich wieder
    gleich zurueck, bald wieder, bald zurueck, back soon, ll back soon, voruebergehend nicht, seite voruebergehend
    webseite voruebergehend, website voruebergehend, dienst voruebergehend, derzeit nicht, zurzeit nicht
    momentan nicht, service unavailable, service temporarily unavailable, temporarily unavailable
    site temporarily unavailable, technische stoerung
""")
_LOGIN = _phrases("""
    anmelden, anmeldung, bitte anmelden, bitte melden, einloggen, bitte einloggen, login, log in, sign in, log on
    passwort, passwort erforderlich, passwortgeschuetzt, authentifizierung, authentication, single sign on
    benutzeranmeldung, mitgliederbereich, geschuetzter bereich, interner bereich, zugang, willkommen
""")
#: Of these, what is no more than a greeting: other pages are called so, too.
_GREETING = _phrases("zugang, willkommen")
#: What a page without any contact and with little text must say to be nothing but that message.
_SAYS_CLOSED = (
    "wartungsarbeiten",
    "gewartet",
    "under maintenance",
    "voruebergehend nicht",
    "temporarily unavailable",
    "technische stoerung",
    "technischen stoerung",
    "technisches problem",
    "technischer probleme",
    "nicht gefunden",
    "not found",
    "datenbankverbindung",
    "datenbankfehler",
    "database connection",
    "database error",
    "fehler aufgetreten",
    "spaeter noch einmal",
    "spaeter erneut",
    "spaeter wieder",
    "try again later",
)
#: How pages are called that ask for consent before they show the one that was asked for.
_CONSENT_PAGE = _phrases("""
    einwilligung, einwilligungen, zustimmung, cookie einstellungen, cookieeinstellungen, cookie hinweis, cookie hinweise
    cookies, cookie zustimmung, cookie einwilligung, datenschutzeinstellungen, datenschutz einstellungen, privatsphaere
    privatsphaereeinstellungen, privatsphaere einstellungen, privatsphaere wichtig, verwenden cookies, nutzen cookies
    website verwendet cookies, webseite verwendet cookies, seite verwendet cookies, website nutzt cookies
    bevor sie, consent, cookie consent, cookie settings, privacy settings, value privacy, use cookies
    before continue
""")
_CONSENT = ("cookie", "einwilligung", "datenschutzeinstellung", "privatsphaere", "consent", "privacy settings")
_AGREE = ("akzeptieren", "zustimm", "einwillig", "einverstanden", "ablehnen", "accept", "agree", "reject", "consent")
_SCRIPT = ("aktivier", "einschalten", "enable", "require", "turn on", "benoetigt", "notwendig")
#: A program that died while writing the page; what stands before is only the beginning.
_DIED = re.compile(
    rb"<b>(?:Fatal|Parse) error</b>:|(?:PHP )?Fatal error: +Uncaught|Traceback \(most recent call last\):"
    rb"|ORA-\d{5}:|Microsoft OLE DB Provider for|System\.Web\.HttpUnhandledException"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page shows at first sight. `names` are title and first heading, whole and in parts, folded; `titles` are
    those of the title, or of the heading where there is none."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    text: str
    contacts: int
    password: bool
    refresh: bool
    whole: bool

    def is_called(self, messages: frozenset[str]) -> bool:
        """Whether the title or the first heading is one of the messages or begins with one of several words."""
        return any(_begins(name, messages) for name in self.names)

    def is_titled(self, messages: frozenset[str]) -> bool:
        """The same of the title alone, by which a page is called even where others are named on it."""
        return any(_begins(name, messages) for name in self.titles)

    def bare(self, length: int) -> bool:
        """Whether this is all: no contact and at most so many characters."""
        return self.whole and self.contacts == 0 and len(self.text) <= length

    def says(self, *groups: tuple[str, ...]) -> bool:
        """Whether the text has one expression of each group."""
        text = fold(self.text)
        return all(any(words in text for words in group) for group in groups)


def _begins(name: str, messages: frozenset[str]) -> bool:
    words = [word for word in name.split(" ") if word not in _POLITE]
    longer = (" ".join(words[:count]) for count in (2, 3, 4))
    return " ".join(words) in messages or any(" " in start and start in messages for start in longer)


def _says_error(page: _Page) -> bool:
    """An error by its number, its kind or both ("Fehler 404", "404 Not Found"), but not "500 Jahre Bauernkrieg"."""
    for name in page.names:
        rest = " ".join(word for word in name.split(" ") if word not in _ERROR and word not in _POLITE)
        named = any(word in _ERROR for word in name.split(" "))
        if (named and (not rest or _begins(rest, _MISSING | _DENIED | _CLOSED | _KIND))) or _begins(name, _MISSING):
            return True
    return False


def other_media(document: Document) -> str | None:
    """What the answer is instead of a page, as a German sentence; to be asked even of bytes that are known."""
    other = _other_media(document.body, document.media_type or "")
    return f"liefert {other} statt einer Seite" if other else None


def soft_error(document: Document) -> str | None:
    """Why an answer to the question for a page is none, as a German sentence; None for an ordinary page."""
    body = document.body
    if other := other_media(document):
        return other
    if _DIED.search(body):
        return "das Programm der Seite ist mit einem Fehler abgebrochen, die Seite ist unvollständig"
    page = _look(_text(body, document.charset), len(body) <= _LOOKED_AT, document.media_type == "text/plain")
    if page.contacts >= _MANY_CONTACTS:
        return None
    return next((says for applies, says in _CHECKS if applies(page)), None)


def _wants_login(page: _Page) -> bool:
    """A field for a password alone says nothing: many sites have a log-in box in their frame."""
    called = page.contacts < 3 and page.is_called(_LOGIN)
    return page.password and (called or page.is_titled(_LOGIN - _GREETING) or page.bare(600))


def _wants_consent(page: _Page) -> bool:
    """Such a page may name whoever is in charge of data protection; a banner is no title."""
    return (page.bare(1500) or page.is_titled(_CONSENT_PAGE)) and page.says(_CONSENT, _AGREE)


_CHECKS: tuple[tuple[Callable[[_Page], bool], str], ...] = (
    (lambda page: page.whole and not page.text, "die Seite ist leer"),
    (_says_error, "die Seite meldet, dass es sie nicht gibt oder ein Fehler auftrat"),
    (lambda page: page.is_called(_DENIED), "der Server verweigert den Zugriff oder prüft, ob ein Mensch fragt"),
    (lambda page: page.is_called(_CLOSED), "die Seite wird gewartet oder ist vorübergehend nicht verfügbar"),
    (_wants_login, "die Seite verlangt eine Anmeldung"),
    (_wants_consent, "die Seite zeigt nur die Abfrage zu Cookies"),
    (lambda page: page.bare(600) and page.says(_SAYS_CLOSED), "die Seite zeigt nur eine Fehler- oder Wartungsmeldung"),
    (lambda page: page.bare(400) and page.says(("javascript",), _SCRIPT), "die Seite zeigt ohne JavaScript nichts"),
    (lambda page: page.refresh and page.bare(300), "die Seite leitet nur weiter; die neue Adresse eintragen"),
)


def _other_media(body: bytes, media_type: str) -> str | None:
    """What the answer is instead of a page: the bytes decide, then what the server says."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _FILES:
        if start.startswith(magic):
            return name
    if media_type in _PAGES:
        return None
    kind = re.sub(r"[^a-z0-9./+-]", "", media_type)[:60]
    return None if start[:1] == b"<" and "html" in media_type else f"{kind or 'etwas anderes'}"


def _text(body: bytes, charset: str | None) -> str:
    """The beginning of the page as text, well enough to read its title."""
    start = body[:_LOOKED_AT]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start.decode("utf-16", "replace")
    try:
        return start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(start) - 3:
            return start.decode("utf-8", "replace")
    try:
        return start.decode(charset or "cp1252", "replace")
    except (LookupError, UnicodeError):  # unknown, or a codec that is none for text
        return start.decode("cp1252", "replace")


def _look(html: str, whole: bool, plain: bool) -> _Page:
    if plain:
        text = " ".join(html.split())
        return _Page((), (), text, _contacts(text), password=False, refresh=False, whole=whole)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    mails = len(tree.css("a[href^='mailto:'], a[href^='tel:']"))
    password = tree.css_first("input[type='password' i]") is not None
    refresh = tree.css_first("meta[http-equiv='refresh' i]") is not None
    named = [node for node in (tree.css_first("title"), tree.css_first("h1") or tree.css_first("h2")) if node]
    called = [name for node in named if (name := " ".join(node.text(separator=" ").split())[:300])]
    tree.strip_tags(["script", "style", "template"])
    text = " ".join((tree.body.text(separator=" ") if tree.body else "").split())
    return _Page(_names(called), _names(called[:1]), text, max(mails, _contacts(text)), password, refresh, whole)


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    """Titles and their parts, folded."""
    parts = (part for text in texts for part in (text, *_PARTS.split(text)))
    return tuple(dict.fromkeys(name for part in parts if (name := fold(part))))


def _contacts(text: str) -> int:
    """Mail addresses and telephone numbers, counted as far as it matters."""
    found = _CONTACT.finditer(text)
    return sum(1 for _ in zip(range(_MANY_CONTACTS), found, strict=False))
