"""Mail addresses and web addresses in a text, and the strict readers of one of them.

An address counts only if every part of it stands in the text: patterns (`vorname.nachname@…`), shortened ones
(`us...@…`), incomplete ones and social handles are none. A wrong address is worse than a missing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from pipeline.errors import ValueNotUnderstood
from pipeline.frozen import quickly_made
from pipeline.model import Step
from pipeline.transform import at_words
from pipeline.transform.text import clean, clean_with_offsets
from pipeline.transform.web import FoundUrl, find_urls, parse_url

__all__ = [
    "USUAL",
    "FoundMail",
    "FoundUrl",
    "ending_rank",
    "find_mails",
    "find_urls",
    "is_plain_mail",
    "looks_like_mail",
    "mailto_addresses",
    "parse_mail",
    "parse_url",
]

#: Longer lines are no contact but somebody's attack or data; an address may still stand in each piece of this length.
_LINE_LIMIT = 100_000
_LOCAL = r"[\w+&'-]{1,64}"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_AT = f"[{at_words.AT_SIGNS}]"
_DOT = f"[{at_words.DOT_SIGNS}]"
#: What may not stand before: part of a longer word, of a shortened address, of a second `@` or of an URL.
_NOT_AFTER = rf"(?<![\w+&'*…%{at_words.AT_SIGNS}{at_words.DOT_SIGNS}-])"
_MAIL = re.compile(
    rf"{_NOT_AFTER}(?P<local>{_LOCAL}(?:{_DOT}{_LOCAL}){{0,7}})(?P<at>{_AT})(?P<domain>{_LABEL}(?:{_DOT}{_LABEL}){{1,7}})"
)
#: Behind an address: it is cut off or shortened, or names a repository (`git@muster.org:web/site.git`).
_SHORTENED = re.compile(r"(?:\.\.|…|\*|@|:[\w./-]{1,100}\.git\b|:[\w-]{1,60}/)")
#: Before an address: it is the password of an URL.
_PASSWORD = re.compile(r"://[^\s/@:]{1,64}:$")
_LINES = re.compile(rf"[^\r\n]{{1,{_LINE_LIMIT}}}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Endings under which German offices, clubs and firms have mail; a spelled-out address needs one of them or a country.
#: Reserved names (RFC 2606) serve examples and tests.
_ENDINGS = _words(
    "com net org info biz name eu email online berlin hamburg bayern koeln cologne nrw ruhr saarland wien tirol gmbh "
    "academy app care center church cloud club community company digital edu family foundation gov group haus help "
    "house immo int jobs kaufen legal life live mobi museum network news ngo one page plus pro reisen school schule "
    "shop site social solutions space support team tech tel versicherung vision web website work world xyz zone "
    "example test"
)
_NEAR = _words("de at ch")
_COUNTRIES = _words(
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd "
    "cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge "
    "gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh "
    "ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw "
    "mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb "
    "sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk "
    "us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
#: Names of files and remains of scripts look like addresses (`logo@2x.png`, `info@document.write`).
_FILES = _words(
    "png jpg jpeg gif svg webp avif ico bmp tif tiff css js mjs ts map json xml html htm php asp aspx jsp pdf doc docx "
    "xls xlsx ppt pptx zip mp3 mp4 webm woff woff2 ttf eot scss less vue jsx tsx write writeln getelementbyid"
)
_PLACEHOLDERS = _words(
    "vorname nachname zuname familienname vorundnachname vornamenachname firstname lastname surname givenname "
    "benutzername username ihrname ihrenachname meinname deinname irgendwer jemand buchstabe anfangsbuchstabe"
)
_PLACEHOLDER_WORDS = _words("name ihr ihre dein deine mein meine der your my adresse mail email e initial")
_PLACEHOLDER_LABELS = _words("domain domainname ihredomain ihre-domain meinedomain deinedomain provider tld")
_BETWEEN_WORDS = re.compile(r"[._+-]+")
_CROSSES = re.compile(r"x{3,}")
_MASKED = ("xx", "..", "__", "---")
#: Before a bare ` at ` or a lonely `@`: words that are no mailbox.
_NO_MAILBOX = _words(
    "us me look meet find visit more available works work is are be live here und oder an auf bei mit unter instagram "
    "insta facebook twitter tiktok youtube mastodon threads bluesky linkedin xing telegram x ig fb"
)
_REMOVE_ME = re.compile(
    r"[._-]?(?:no-?spam|spam-?schutz|anti-?spam|remove-?(?:me|this)|please-?remove|entfernen|bitte-?entfernen|"
    r"diesen-?teil-?(?:entfernen|l(?:ö|oe)schen)|l(?:ö|oe)schmich|ohne-?spam|kein-?spam|nicht-?spam|weg-?damit)(?:[._-]|(?=@)|$)|[._-]remove(?=@)",
    re.IGNORECASE,
)


@quickly_made
@dataclass(frozen=True, slots=True)
class FoundMail:
    """A mail address, lower case with its domain in Unicode, and where it stands in the text as given."""

    address: str
    start: int
    end: int
    raw: str
    steps: tuple[Step, ...] = ()


# ---- mail ----------------------------------------------------------------------------------------


def find_mails(text: str) -> tuple[FoundMail, ...]:
    """All addresses in a text, in order, also as people spell them against robots; each place once."""
    if is_plain_mail(text):
        return (FoundMail(text, 0, len(text), text),)
    return search_mails(text)


def search_mails(text: str) -> tuple[FoundMail, ...]:
    """`find_mails` without a look at the text as a whole."""
    return tuple(found for line in _LINES.finditer(text) for found in _in_line(line[0], line.start()))


def looks_like_mail(text: str) -> bool:
    """True where a text holds at least one address."""
    return bool(find_mails(text))


#: The rank of endings that offices, clubs and firms here have.
USUAL = 2


def ending_rank(address: str) -> int:
    """How likely an address's ending is here: 2 usual, 1 some country's, 0 unknown. Decides between two readings."""
    last = address.rpartition(".")[2]
    return USUAL if last in _ENDINGS or last in _NEAR else int(last in _COUNTRIES)


#: Nearly every address: nothing in it for the library to judge, which costs fifty times as much.
_PLAIN = re.compile(
    r"(?=.{1,64}@)[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*@(?:(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}"
    r"(?!(?:arpa|invalid|local|localhost|onion|test)$)[A-Za-z]{2,24}",
    re.IGNORECASE,
)


#: An address in our own way of writing, where nothing is left to decide; two hyphens could stand for brackets.
_OWN = re.compile(
    r"(?=.{1,64}@)(?![^-]*-[^-]*-)([a-z0-9]+(?:[.-][a-z0-9]+){0,7})@"
    r"((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,7}(?!test$)([a-z]{2,24}))"
)
#: Perhaps something to take out of an address.
_REMOVAL = ("spam", "remove", "entfernen", "oesch", "damit", "www.")


def is_plain_mail(text: str) -> bool:
    """True for an address as we publish it and nothing else: a search finds it whole and without a step.

    False says nothing about the text: lists of thousands of addresses are read faster where they are written well.
    """
    own = _OWN.fullmatch(text)
    if not own or len(text) > 254 or not (own[3] in _COUNTRIES or own[3] in _ENDINGS):
        return False
    return not _holds(text, _REMOVAL) and not _is_pattern(own[1], own[2])


@lru_cache(maxsize=20_000)
def parse_mail(text: str) -> str:
    """One address and nothing else: lower case, domain in Unicode (RFC 5321, 5890). Raises ValueNotUnderstood."""
    address = text.strip()
    if _PLAIN.fullmatch(address) and len(address) <= 254:
        local, _, domain = address.lower().partition("@")
        if _is_pattern(local, domain):
            raise ValueNotUnderstood("mail", text[:200])
        return f"{local}@{domain}"
    from email_validator import EmailNotValidError, validate_email

    try:
        checked = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError as problem:
        raise ValueNotUnderstood("mail", text[:200]) from problem
    local, domain = str(checked.local_part).lower(), str(checked.domain).lower()
    if _is_pattern(local, domain):
        raise ValueNotUnderstood("mail", text[:200])
    return f"{local}@{domain}"


@lru_cache(maxsize=4096)
def mailto_addresses(href: str) -> tuple[str, ...]:
    """The recipients of a `mailto:` link (RFC 6068) as `parse_mail` gives them; `cc` and headers are not read.

    Forgives what editors make of it: blanks, a doubled `mailto:`, a name before the address, `http://` in front.
    """
    target = unquote(clean(href)).strip()
    target = target if "@" in target else unquote(target)  # quoted twice: %2540
    target = _MAILTO.sub("", target, count=1)
    if is_plain_mail(target):
        return (target,)
    recipients, _, headers = target.partition("?")
    recipients = ",".join((recipients, *_TO.findall(headers)))
    return tuple(dict.fromkeys(found.address for found in find_mails(_SEPARATORS.sub(" , ", recipients))))


_MAILTO = re.compile(
    r"(?:https?:/{0,2})?(?:\s*(?:mailto|mailt|mail|mailo|maito|malto|email|e-mail)\s*[:;.]\s*/{0,2}){0,3}\s*", re.I
)
_TO = re.compile(r"(?:^|&)to=([^&]{1,300})", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;]")


def _in_line(line: str, base: int) -> Iterator[FoundMail]:
    text, offsets = clean_with_offsets(line)
    spelled = at_words.spelled_out(text)
    if spelled is None:
        return
    for match in _MAIL.finditer(spelled.text):
        found = _read(match)
        if found is None:
            continue
        address, low, high, rules = found
        start = offsets[spelled.origin(low)]
        end = offsets[spelled.origin(high - 1)] + 1
        raw = line[start:end]
        yield FoundMail(address, base + start, base + end, raw, tuple(Step(rule, raw, address) for rule in rules))


def _read(match: re.Match[str]) -> tuple[str, int, int, tuple[str, ...]] | None:
    """The address of a match, its span in the rewritten line and the steps; None if it is none."""
    text, at = match.string, match["at"]
    local = match["local"]
    stripped = local.lstrip("-'&+_") or local
    domain = _plausible_domain(match["domain"], literal=at == "@")
    if domain is None or not _evidence(match, stripped, domain):
        return None
    end = match.start("domain") + len(domain)
    if _SHORTENED.match(text, end) or _PASSWORD.search(text[max(0, match.start() - 80) : match.start()]):
        return None
    written = f"{_dotted(stripped)}@{_dotted(domain)}"
    kept = _without_removal(written)
    try:
        address = parse_mail(kept)
    except ValueNotUnderstood:
        return None
    rules = _rules(at + local + domain, kept != written, kept, address)
    return address, match.end("local") - len(stripped), end, rules


#: `muster.dewww.muster.de`: a web address has run into the mail address.
_WEB_BEHIND = re.compile(r"(\.[a-z]{2,6})www\..*")
#: `muster.deoder`: where an address ends that has run into a word, nobody can tell; these are real endings.
_RUN_ON = re.compile(r"de(?!(?:v|sign|ntal|ntist|als?|aler|livery|mocrat|gree|ll|loitte|lta|si)$)[a-zäöüß]+")


def _plausible_domain(domain: str, literal: bool) -> str | None:
    """The longest beginning of `domain` that can end an address: `muster.de.Weitere` is `muster.de`."""
    parts = re.split(f"({_DOT})", _WEB_BEHIND.sub(r"\1", domain))
    for last in range(len(parts) - 1, 0, -2):
        ending = _ending(parts[last])
        if ending:
            return "".join(parts[:last]) + ending
    last_label = parts[-1]
    if _RUN_ON.fullmatch(last_label):
        return None
    if literal and last_label.isalpha() and len(last_label) > 2 and last_label.lower() not in _FILES:
        return domain
    return None


def _ending(label: str) -> str | None:
    """The part of a label that is a known ending: `de`, `deTelefon` → `de`, `de-Bitte` → `de`."""
    for part in (label, label.partition("-")[0], *re.findall(r"^[a-z]{2,}(?=[A-ZÄÖÜ])", label)):
        low = part.lower()
        if low in _COUNTRIES or low in _ENDINGS:
            return str(part)
    return None


def _evidence(match: re.Match[str], local: str, domain: str) -> bool:
    """Whether a spelling is unmistakably an address. A plain or bracketed sign is; bare words need more."""
    at = match["at"]
    if at in ("@", at_words.BRACKETED_AT):
        return at_words.CAPITAL_DOT not in domain or at != "@"
    if local.lower() in _NO_MAILBOX or local.isdigit() or domain.startswith("www."):
        return False
    if at == at_words.CAPITAL_AT:
        return at_words.CAPITAL_DOT in domain
    if at in (at_words.LOOSE_AT, at_words.PARTED_AT):
        alone = not match.string[: match.start()].strip() and not _SENTENCE.match(match.string, match.end())
        return alone or _labelled(match.string, match.start()) or _is_whole(at, local, domain)
    return True


def _is_whole(at: str, local: str, domain: str) -> bool:
    """`Amt, soziales@ kreis.de`: a mailbox right before the sign and a domain as offices have it right behind.

    `Cafe@ Rathaus.Info` are words without a blank between two sentences.
    """
    usual = domain.islower() and at_words.CAPITAL_DOT not in domain and ending_rank(_dotted(domain)) == USUAL
    return at == at_words.PARTED_AT and usual and local.lower() not in _LABELS


#: Rather what comes next than a mailbox, in the middle of a line.
_LABELS = frozenset({"e-mail", "email", "mail", "kontakt"})


_SENTENCE = re.compile(r" (?!und |oder |bzw)[a-zäöüß]{2}")
_LABEL_BEFORE = re.compile(r"(?:mail|post|kontakt|adresse|schreiben sie an|@)\W{0,6}$", re.I)


def _labelled(text: str, start: int) -> bool:
    return bool(_LABEL_BEFORE.search(text[max(0, start - 40) : start]))


def _dotted(text: str) -> str:
    return re.sub(_DOT, ".", text)


def _without_removal(address: str) -> str:
    """`info@NOSPAM.muster.de` without what the reader is told to take out."""
    if not _REMOVE_ME.search(address):
        return address
    local, _, domain = address.partition("@")
    local = _REMOVE_ME.sub("", local + "@").rstrip("@") or local
    domain = _REMOVE_ME.sub("", "." + domain) if "." in _REMOVE_ME.sub("", "." + domain) else domain
    rest = f"{local}@{domain.strip('.')}"
    return rest if rest == address else _without_removal(rest)  # `infoNOSPAMNOSPAM@`


def _rules(written: str, removed: bool, kept: str, address: str) -> tuple[str, ...]:
    rules = []
    if any(sign in written for sign in at_words.AT_SIGNS[1:] + at_words.DOT_SIGNS[1:]):
        rules.append("mail_words")
    if removed:
        rules.append("mail_remove_me")
    if "xn--" in kept.lower() and "xn--" not in address:
        rules.append("idn")
    elif kept != address:
        rules.append("lower_case")
    return tuple(rules)


def _is_pattern(local: str, domain: str) -> bool:
    """True for an address that only says how addresses are made."""
    parts = _BETWEEN_WORDS.split(local)
    if not _PLACEHOLDERS.isdisjoint((local, *parts)) or ("xxx" in local and any(map(_CROSSES.fullmatch, parts))):
        return True
    if "name" in parts and all(part in _PLACEHOLDER_WORDS or len(part) == 1 for part in parts):
        return True
    labels = domain.split(".")
    return _holds(domain.replace("xn--", ""), _MASKED) or not _PLACEHOLDER_LABELS.isdisjoint(labels[:-1])


def _holds(text: str, signs: Iterable[str]) -> bool:
    """Whether any of the signs stands in a text; so few are sought faster than by a pattern."""
    for sign in signs:  # noqa: SIM110 (a generator costs as much as the search)
        if sign in text:
            return True
    return False
