"""The mail and web addresses in a line of a page, written in it or behind its links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.lines import Anchor, Line
from pipeline.extract.page.dialled import TEL, add_dialled
from pipeline.extract.page.fact import Fact, Facts
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.model import Finding, Raw, Reading, Step, Where
from pipeline.transform.names import find_names
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import find_mails, mailto_addresses
from pipeline.transform.web import find_urls, parse_url

_WEB_SIGN = re.compile(r"https?:|www\.|web|internet|homepage|\burl\b|online", re.IGNORECASE)
_WEB_WORDS = re.compile(
    r"^\W*(?:(?:zur )?(?:homepage|website|webseite|internetseite|internet|web|internetauftritt))\b", re.I
)
#: How the `@` is spelled out, each form beginning with letters of its own: so they are found fastest.
_SPELLED = [
    re.compile(form)
    for form in (
        r"at(?:(?<=[(\[{<„“‹«]at)|(?<=([ ./#_*|~=+\"'-])at)\1|(?<=»at)«)",
        r"ät(?:[)\]>}]|(?<= ät) )",
        r"\((?:et\)|ad\)|@| a|a\))",
        r"\[(?:et\]|ad\]|@| a|a\])",
        *("affe", "æt", "＠", "﹫"),
    )
]
#: What `_WEB_SIGN` needs, in small letters.
_WEB_SIGNS = ("http", "www.", "web", "internet", "homepage", "url", "online")


def _any_spelled(whole: str) -> bool:
    """Whether any line of a page may spell an address out; asked once, because hardly a page does."""
    return any(form.search(whole) for form in _SPELLED)


def _says_web(text: str) -> bool:
    low = text.lower()
    return any(sign in low for sign in _WEB_SIGNS) and _WEB_SIGN.search(text) is not None


def add_online(facts: Facts, lines: Sequence[Line]) -> None:
    """The addresses of all lines, in the order in which they stand there."""
    written = "\n".join(line.text for line in lines)
    whole = written.lower()
    spelled = _any_spelled(whole) or "DOT" in written or "PUNKT" in written
    web = any(sign in whole for sign in _WEB_SIGNS)
    for index, line in enumerate(lines):
        if spelled or line.anchors or "@" in line.text or (web and _says_web(line.text[:200])):
            _in_line(facts, index, line, spelled, web)
            facts.lines[index].sort(key=lambda fact: fact.start)


def _in_line(facts: Facts, index: int, line: Line, spelled: bool, web: bool) -> None:
    taken = facts.lines[index]
    if line.anchors:
        if any(TEL.match(anchor.href) for anchor in line.anchors):
            add_dialled(facts, index, line)
        _mail_links(facts, index, line)
    if spelled or has_open_sign(line.text, taken):
        _written_mails(taken, line)
    if web and _says_web(line.text):
        for url in find_urls(line.text):
            reading = Reading("url", url.url, Raw(url.raw, line.where), url.steps)
            taken.append(Fact("url", url.start, url.end, reading))
        _web_links(taken, line)


def _written_mails(taken: list[Fact], line: Line) -> None:
    known = {fact.reading.value for fact in taken if fact.field == "emails"}
    for mail in find_mails(line.text):
        inside = any(f.field == "emails" and f.start <= mail.start < f.end for f in taken)
        if mail.address not in known and not inside:
            reading = Reading("emails", mail.address, Raw(mail.raw, line.where), mail.steps)
            taken.append(Fact("emails", mail.start, mail.end, reading))


def has_open_sign(text: str, taken: Sequence[Fact]) -> bool:
    """Whether a line has an `@` of no address that is known."""
    covered = sum(text.count("@", fact.start, fact.end) for fact in taken if fact.field == "emails")
    return text.count("@") > covered


def _mail_links(facts: Facts, index: int, line: Line) -> None:
    for anchor in line.anchors:
        if not _is_mail_link(anchor.href):
            continue
        shown = line.text[anchor.start : anchor.end]
        addresses = mailto_addresses(anchor.href)
        visible = _visible(shown, addresses)
        if visible and addresses and not set(visible) & set(addresses):
            details = (("link", ", ".join(addresses)),)
            facts.findings.append((index, Finding("mail_link", "warning", shown[:200], line.where, details=details)))
            addresses = visible
        start = anchor.end if addresses and _names_whose(shown) else anchor.start
        readings = [_linked(address, anchor, shown, address in visible, line.where) for address in addresses]
        facts.lines[index] += [Fact("emails", start, anchor.end, reading) for reading in readings]


def _visible(shown: str, addresses: Sequence[str]) -> tuple[str, ...]:
    """The addresses that the text of a mail link shows."""
    plain = shown.strip().lower()
    if plain in addresses:
        return (plain,)
    return tuple(found.address for found in find_mails(shown)) if "@" in shown else ()


def _linked(address: str, anchor: Anchor, shown: str, visible: bool, where: Where) -> Reading:
    """An address behind a link, with what hid it."""
    raw = anchor.raw or (shown if visible else anchor.href)
    rule = anchor.step or ("" if visible else "mail_link")
    steps = (Step(rule, raw, address),) if rule and raw != address else ()
    return Reading("emails", address, Raw(raw[:300], where), steps)


#: In the text of a mail link: it says what a click does, not whose the address is.
_CLICK = re.compile(r"mail|schreib|nachricht|kontakt|send|@|\bat\b|anfrag", re.IGNORECASE)


def leads_elsewhere(line: Line, fact: Fact) -> bool:
    """Whether an address stands only behind a line that says what else it is for: `Fehler melden`."""
    shown = line.text[fact.start : fact.end].strip()
    hidden = fact.field == "emails" and any(step.rule == "mail_link" for step in fact.reading.steps)
    return hidden and shown == line.text.strip() and not (is_generic(shown) or _CLICK.search(shown))


def _names_whose(shown: str) -> bool:
    """Whether the text of a mail link is the person or office whose address lies behind: it is read as such."""
    if len(shown) < 4 or _CLICK.search(shown):
        return False
    return bool(find_names(shown)) or is_office(shown) or is_role(shown)


def _is_mail_link(href: str) -> bool:
    low = href[:40].lower()
    return low.startswith(("mailto:", "mail:", "email:")) or "mailto:" in low


def _web_links(taken: list[Fact], line: Line) -> None:
    """`Homepage` and the like as the text of a link."""
    for anchor in line.anchors:
        shown = line.text[anchor.start : anchor.end]
        if not anchor.href.startswith(("http:", "https:")) or not _WEB_WORDS.match(shown):
            continue
        if any(fact.field == "url" for fact in taken):
            continue
        try:
            url = parse_url(anchor.href)
        except ValueNotUnderstood:
            continue
        steps = (Step("url", anchor.href, url),) if url != anchor.href else ()
        taken.append(Fact("url", anchor.start, anchor.end, Reading("url", url, Raw(anchor.href, line.where), steps)))
