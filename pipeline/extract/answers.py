"""Polite lies: answers with status 200 that are not the page, and how to tell.

Servers say "not found", "please log in" or "back soon" with the same status as a good page. Such an answer is an outage
of the source; taken for the page it would say that everybody has left. A page is judged by how it calls itself (title,
first heading) and, where it has nearly no text, by what it says. A page with several contacts is never judged: a cookie
banner, a log-in box or a colleague who "is temporarily unavailable" belong to ordinary pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.model import Document

#: Bytes looked at. Error pages are small, and a parser's time grows with the square of hostile nesting.
_LOOKED_AT = 131_072
#: As many numbers and mail addresses as a whole page has and an error page in the site's frame (its foot) has not.
_MANY_CONTACTS = 6
#: Characters of visible text up to which a page may consist of one message.
_SHORT = 1_500

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})
_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-unknown"})
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

_MISSING = re.compile(
    r"(?:http[- ]?)?(?:status|error|fehler)?[ -]?(?:code)?[ :-]{0,3}(?:40[0134]|410|50[0-4])\b.{0,60}"
    r"|(?:oops|ups|hoppla|entschuldigung|sorry|leider|es tut uns leid)\b.{0,100}"
    r"|(?:die |diese |ihre )?(?:angeforderte |gesuchte |gewünschte |aufgerufene )?"
    r"(?:(?:web|internet)?seite|url|datei|adresse|ressource|dokument|inhalt)e?s?n? "
    r"(?:wurde |konnte |ist |existiert )?(?:leider )?(?:nicht|nicht mehr) (?:gefunden|verfügbar|vorhanden|erreichbar|mehr)"
    r".{0,40}"
    r"|(?:page|file|document|content|resource|site|object)? ?(?:was |could |can )?not (?:be )?found.{0,40}"
    r"|nicht gefunden|bad request|bad gateway|gateway time-?out|internal server error|server error|serverfehler"
    r"|interner (?:server)?fehler|ein fehler ist aufgetreten.{0,60}|(?:an )?error (?:has )?occurred.{0,60}"
    r"|(?:fehler|error|fehlermeldung|systemfehler|application error|runtime error)!?",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:zugriff|zugang|access)(?: wurde| ist| has been| is)? (?:verweigert|gesperrt|nicht erlaubt|denied|blocked).{0,40}"
    r"|forbidden|unauthorized|keine berechtigung|nicht autorisiert|just a moment\W{0,5}|attention required.{0,40}"
    r"|(?:checking|verifying) your browser.{0,60}|are you (?:a )?(?:human|robot).{0,30}|(?:sicherheits|bot-?)(?:über)?prüfung"
    r"|request (?:rejected|blocked)|web application firewall|too many requests|zu viele anfragen",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:(?:wegen|aktuelle?|geplante|laufende) )?(?:wartung|wartungsarbeiten|wartungsmodus|wartungsseite)\b.{0,60}"
    r"|(?:site )?(?:is )?(?:under|down for) (?:maintenance|construction).{0,40}|maintenance(?: mode| work)?"
    r"|(?:(?:wir sind|die (?:web|internet)?seite ist|website) )?(?:gleich|bald) (?:wieder )?(?:zurück|für sie da|da).{0,20}"
    r"|(?:be|we'll be) (?:right )?back soon.{0,20}|(?:(?:web|internet)?seite|website|dienst|service|server|system)? ?(?:is |ist )?"
    r"(?:vorübergehend|momentan|zurzeit|derzeit|temporarily|currently) (?:nicht (?:erreichbar|verfügbar)|unavailable).{0,40}"
    r"|service (?:temporarily )?unavailable|störung|technische störung.{0,40}|baustelle|im aufbau",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:bitte )?(?:anmelden|anmeldung|einloggen|log[ -]?in|sign[ -]?in|log[ -]?on|zugang|passwort.{0,30}|authentifizierung"
    r"|authentication|single sign[ -]?on|benutzeranmeldung|mitgliederbereich|geschützter bereich|interner bereich)\b.{0,40}",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"cookie|einwilligung|datenschutzeinstellung|privatsphäre-?einstellung|consent|privacy settings", re.IGNORECASE
)
_AGREE = re.compile(r"akzeptieren|zustimm|einwillig|einverstanden|ablehnen|accept|agree|reject|consent", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:aktivieren|aktiviert|einschalten|enable|requires?|turn on|benötigt)", re.IGNORECASE)
_SAYS_CLOSED = re.compile(
    r"wartungsarbeiten|wird (?:gerade |derzeit |zurzeit )?gewartet|under maintenance|vorübergehend nicht (?:erreichbar|verfügbar)"
    r"|temporarily unavailable|technische[nr]? (?:störung|problem)|nicht gefunden|not found|datenbank(?:verbindung|fehler)"
    r"|database (?:connection|error)|ist ein fehler aufgetreten|später (?:noch einmal|erneut|wieder)|try again later",
    re.IGNORECASE,
)
#: A program that died while writing the page; what stands before is only the beginning.
_DIED = re.compile(
    rb"<b>(?:Fatal|Parse) error</b>:|(?:PHP )?Fatal error: +Uncaught|Traceback \(most recent call last\):"
    rb"|ORA-\d{5}:|Microsoft OLE DB Provider for|System\.Web\.HttpUnhandledException"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page shows at first sight."""

    names: tuple[str, ...]
    text: str
    contacts: int
    password: bool
    refresh: bool
    whole: bool

    @property
    def short(self) -> bool:
        return self.whole and len(self.text) <= _SHORT

    def is_called(self, pattern: re.Pattern[str]) -> bool:
        """Whether the title or the first heading says it, wholly or as one of its parts."""
        return any(pattern.fullmatch(name) for name in self.names)


def soft_error(document: Document) -> str | None:
    """Why an answer to the question for a page is none, as a German sentence; None for an ordinary page."""
    body = document.body
    other = _other_media(body, document.media_type or "")
    if other:
        return f"liefert {other} statt einer Seite"
    if _DIED.search(body):
        return "das Programm der Seite ist mit einem Fehler abgebrochen, die Seite ist unvollständig"
    page = _look(_text(body, document.charset), len(body) <= _LOOKED_AT, document.media_type == "text/plain")
    if page.contacts >= _MANY_CONTACTS:
        return None
    return next((says for applies, says in _CHECKS if applies(page)), None)


_CHECKS: tuple[tuple[Callable[[_Page], bool], str], ...] = (
    (lambda page: page.whole and not page.text, "die Seite ist leer"),
    (lambda page: page.is_called(_MISSING), "die Seite meldet, dass es sie nicht gibt oder ein Fehler auftrat"),
    (lambda page: page.is_called(_DENIED), "der Server verweigert den Zugriff oder prüft, ob ein Mensch fragt"),
    (lambda page: page.is_called(_CLOSED), "die Seite wird gewartet oder ist vorübergehend nicht verfügbar"),
    (lambda page: page.password and _wants_login(page), "die Seite verlangt eine Anmeldung"),
    (lambda page: _asks_consent(page), "die Seite zeigt nur die Abfrage zu Cookies"),
    (lambda page: _says(page, _SAYS_CLOSED), "die Seite zeigt nur eine Fehler- oder Wartungsmeldung"),
    (lambda page: _wants_script(page), "die Seite zeigt ohne JavaScript keinen Inhalt"),
    (lambda page: page.refresh and _bare(page, 300), "die Seite leitet nur weiter; die neue Adresse eintragen"),
)


def _bare(page: _Page, length: int) -> bool:
    return page.whole and page.contacts == 0 and len(page.text) <= length


def _says(page: _Page, pattern: re.Pattern[str]) -> bool:
    """Whether a page without any contact consists of little more than the message."""
    return _bare(page, 600) and bool(pattern.search(page.text))


def _wants_login(page: _Page) -> bool:
    return page.contacts < 3 and (page.is_called(_LOGIN) or _bare(page, 600))


def _asks_consent(page: _Page) -> bool:
    return _bare(page, _SHORT) and bool(_CONSENT.search(page.text)) and bool(_AGREE.search(page.text))


def _wants_script(page: _Page) -> bool:
    return _bare(page, 400) and "javascript" in page.text.lower() and bool(_SCRIPT.search(page.text))


def _other_media(body: bytes, media_type: str) -> str | None:
    """What the answer is instead of a page: the bytes decide, then what the server says."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _FILES:
        if start.startswith(magic):
            return name
    if media_type in _PAGES or media_type in _UNKNOWN:
        return None
    kind = re.sub(r"[^a-z0-9./+-]", "", media_type)[:60]
    return None if start[:1] == b"<" and media_type.startswith("text/") else f"{kind or 'etwas anderes'}"


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
    except LookupError:
        return start.decode("cp1252", "replace")


def _look(html: str, whole: bool, plain: bool) -> _Page:
    if plain:
        text = " ".join(html.split())
        return _Page((), text, _contacts(text), password=False, refresh=False, whole=whole)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    mails = len(tree.css("a[href^='mailto:'], a[href^='tel:']"))
    password = tree.css_first("input[type='password' i]") is not None
    refresh = tree.css_first("meta[http-equiv='refresh' i]") is not None
    names = tuple(part for tag in ("title", "h1") for part in _names(tree, tag))
    tree.strip_tags(["script", "style", "template"])
    text = " ".join((tree.body.text(separator=" ") if tree.body else "").split())
    return _Page(names, text, max(mails, _contacts(text)), password, refresh, whole)


def _names(tree: object, tag: str) -> tuple[str, ...]:
    node = tree.css_first(tag)  # type: ignore[attr-defined]
    name = " ".join((node.text(separator=" ") if node else "").split())[:300]
    return (name, *(part.strip() for part in _PARTS.split(name))) if name else ()


def _contacts(text: str) -> int:
    """Mail addresses and telephone numbers, counted as far as it matters."""
    found = _CONTACT.finditer(text)
    return sum(1 for _ in zip(range(_MANY_CONTACTS), found, strict=False))
