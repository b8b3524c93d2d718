"""The numbers, mail and web addresses in the lines of a page, each as a reading with its place in its line.

Numbers are read in order, because one line lends its area code, its stem or its label to the next. What a line leaves
open (a bare Durchwahl, a number without area code) is read again once the whole page is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from pipeline import display
from pipeline.errors import ValueNotUnderstood
from pipeline.extract.markup.icons import by_words
from pipeline.extract.markup.lines import Anchor, Line
from pipeline.extract.page.proven_stem import proven_stems
from pipeline.extract.page.sections import Sections, voice_stem
from pipeline.extract.page.unlabelled import behind_colons, behind_names, is_open, under_main
from pipeline.model import Finding, Phone, Raw, Reading, Step
from pipeline.transform.name import find_names
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import find_mails, mailto_addresses
from pipeline.transform.phone import Dialing, FoundPhone, PhoneReading, read_phones
from pipeline.transform.web import find_urls, parse_url

_DIGIT = re.compile(r"\d")
_THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")
#: Most lines with digits and without a number: a mail address, a date.
_NO_CALL = re.compile(r"(?:E-?Mail:? )?[\w.+-]{1,64}@[\w.-]{1,255}|[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")
_TAIL = re.compile(r"[^\w\s]\s?\d")
#: In small letters, and each beginning with a letter or sign of its own: such patterns are found fast.
_LABEL = re.compile(
    r"tel|fon|fax|mobil|handy|ruf|durchwahl|vorwahl|dw(?<!\wdw)\b|app\b|apparat|phone|zentrale|☎|☏|📞|📠|📱|🖷|✆"
)
_LONE_LABEL = re.compile(r"\W{0,3}[tfm]\b")
_WEB_SIGN = re.compile(r"https?:|www\.|web|internet|homepage|\burl\b|online", re.IGNORECASE)
_WEB_WORDS = re.compile(
    r"^\W*(?:(?:zur )?(?:homepage|website|webseite|internetseite|internet|web|internetauftritt))\b", re.I
)
#: Words of a heading that say what kind of number stands below.
_KINDS = re.compile(r"(?i:(?:tele)?fax|telefon|\btel\b|mobil|handy|rufnummer|kontakt|anschrift|erreichbar)")
_COMPLETE = re.compile(r"^\W{0,3}(?:\+|0)")
_TEL = re.compile(r"^\s*(?:tel|callto|sip)\s*:/{0,2}", re.IGNORECASE)
#: So many complete numbers with one area code say that the page is from there, whatever the district's code is.
_SURE = 2
#: One character of a sign → the signs: pages lack most of the characters, and one is looked for fastest.
_SPELLED_SIGNS = {
    "a": (" at ", ".at.", "/at/", "-at-", "affe"),
    "(": ("(at", "(et)", "(ad)", "(@", "( a", "(a)"),
    "[": ("[at", "[et]", "[ad]", "[@", "[ a", "[a]"),
    "#": ("#at#",),
    "ä": ("ät)", "ät]", "ät>", "ät}", " ät "),
    **{
        sign[0]: (sign,)
        for sign in ("{at", "<at", "_at_", "*at*", "|at|", "~at~", "=at=", "+at+", "»at«", "„at", "“at")
    },
    **{sign[0]: (sign,) for sign in ("“at", "‹at", "«at", '"at"', "'at'", "æt", "＠", "﹫")},
}
#: What `_WEB_SIGN` needs, in small letters.
_WEB_SIGNS = ("http", "www.", "web", "internet", "homepage", "url", "online")
_NOTHING_PENDING = Dialing().pending
#: A line that begins so goes on with the numbers of the line before, and has its area code; so near, that is.
_GOES_ON = re.compile(
    r"^\W{0,3}(?:(?:tele)?fax|tel|fon|telefon|mobil|privat|dienst|handy|durchwahl|[tf]\b|\d)", re.IGNORECASE
)
_NEAR = 2
#: No page has more numbers that a click dials.
_ANCHORS = 2000


@dataclass(slots=True)
class Fact:
    """A value and the part of its line where it stands; `start == end` where only a link says it."""

    field: str
    start: int
    end: int
    reading: Reading


@dataclass(slots=True)
class Facts:
    """All that the lines of a page say in values: for each line its facts in order; and what is no value."""

    lines: list[list[Fact]] = field(default_factory=list)
    findings: list[tuple[int, Finding]] = field(default_factory=list)
    dialing: Dialing = field(default_factory=Dialing)
    mains: list[str | None] = field(default_factory=list)  # for each line the main number of its part of the page

    def unread(self) -> set[int]:
        """The lines with an extension to which nothing says the number."""
        return {index for index, finding in self.findings if finding.code == "phone_no_main"}

    def dialing_at(self, index: int) -> Dialing:
        """What the page and the part around a line lend the numbers there."""
        return replace(self.dialing, main=self.mains[index] or self.dialing.main)


@dataclass(slots=True)
class _Called:
    """What one line gave, and what was known before it. `goes_on`: the number before is of the same contact."""

    before: Dialing
    reading: PhoneReading
    goes_on: bool


def read_facts(lines: Sequence[Line], dialing: Dialing) -> Facts:
    """The facts of all lines. `dialing` is what the district takes for granted."""
    facts = Facts([[] for _ in lines])
    called: dict[int, _Called] = {}
    state, sections, last = dialing, Sections(dialing), -9
    announced: set[str] = set()
    silent: dict[int, Dialing] = {}  # lines that may hold a number once the page is known
    main: str | None = None
    for index, line in enumerate(lines):
        text = line.text
        if line.level:
            state = sections.enter(line.level, state)
            main = sections.main()
        if _may_call(text, state):
            before = state
            reading = read_phones(text, state)
            state = reading.dialing
            if state.announced is not before.announced and state.announced:
                announced.add(state.announced)
            if reading.found or reading.findings or state.main != before.main:
                called[index] = _Called(before, reading, index - last <= _NEAR and bool(_GOES_ON.match(text)))
                sections.hear(reading.found)
                main = sections.main()
                last = index
            elif is_open(text):
                silent[index] = before
        elif text and state.pending is not _NOTHING_PENDING:
            state = replace(state, pending=_NOTHING_PENDING)
        facts.mains.append(main)
    known = _Known(dialing, called, announced)
    stems = proven_stems(lines, {index: one.reading for index, one in called.items()})
    for index, one in called.items():
        _phones(facts, index, lines[index], known.again(one, lines[index].text, stems.get(index)))
    for index, before in silent.items():
        _phones(facts, index, lines[index], PhoneReading(under_main(lines[index].text, before, known.main)))
    if known.dialing.announced:
        _behind_names(facts, lines, known.dialing)
    if any(line.level and "ax" in line.text for line in lines):
        _fax_below(facts, lines)
    written = "\n".join(line.text for line in lines)
    whole = written.lower()
    spelled = _any_spelled(whole) or "DOT" in written or "PUNKT" in written
    web = any(sign in whole for sign in _WEB_SIGNS)
    for index, line in enumerate(lines):
        if spelled or line.anchors or "@" in line.text or (web and _says_web(line.text[:200])):
            _online(facts, index, line, spelled, web)
            facts.lines[index].sort(key=lambda fact: fact.start)
    facts.dialing = replace(known.dialing, main=known.main)
    return facts


def _may_call(text: str, state: Dialing) -> bool:
    """Whether a line may hold a number or a label for the next line: digits enough, or a short line with a label."""
    if not _DIGIT.search(text):
        return len(text) < 80 and _says_label(text)
    if _NO_CALL.fullmatch(text):
        return False
    if state.pending is not _NOTHING_PENDING or _THREE_DIGITS.search(text):
        return True
    return _TAIL.search(text) is not None or _says_label(text)


def _says_label(text: str) -> bool:
    low = text.lower()
    return bool(_LABEL.search(low) or _LONE_LABEL.match(low))


def _any_spelled(whole: str) -> bool:
    """Whether any line of a page may spell an address out; asked once, because hardly a page does."""
    return any(mark in whole and any(sign in whole for sign in signs) for mark, signs in _SPELLED_SIGNS.items())


def _says_web(text: str) -> bool:
    low = text.lower()
    return any(sign in low for sign in _WEB_SIGNS) and _WEB_SIGN.search(text) is not None


class _Known:
    """What the whole page says about dialing: area codes, and the stems to which bare Durchwahlen belong."""

    def __init__(self, dialing: Dialing, called: dict[int, _Called], announced: set[str]) -> None:
        self.whole = [found for one in called.values() for found in one.reading.found if _COMPLETE.match(found.raw)]
        self.codes = Counter(code for found in self.whole if (code := _area(found.phone)))
        mains = {one.reading.dialing.main for one in called.values()} - {None}
        stems = {stem for found in self.whole if (stem := voice_stem(found.phone))}
        zeros = {stem for found in self.whole if found.phone.extension == "0" and (stem := voice_stem(found.phone))}
        self.main = next(
            (next(iter(group)) if len(group) == 1 else None for group in (mains, zeros, stems) if group), None
        )
        only = next(iter(self.codes)) if len(self.codes) == 1 else None
        if only and dialing.area_code and self.codes[only] < _SURE:
            only = None  # one number from elsewhere says nothing about the others
        self.dialing = replace(
            dialing,
            announced=dialing.announced or (next(iter(announced)) if len(announced) == 1 else None),
            area_code=only or dialing.area_code,
        )

    def again(self, one: _Called, text: str, stem: str | None = None) -> PhoneReading:
        """A line read once more with what the page says elsewhere, where something in it was not complete."""
        open_ends = [found for found in one.reading.found if not _COMPLETE.match(found.raw)]
        if not open_ends and not one.reading.findings:
            return one.reading
        before = one.before
        area = self._area_for(text) or self.dialing.area_code
        better = replace(
            before,
            area_code=area or before.area_code,
            announced=before.announced or self.dialing.announced,
            main=stem or before.main or self.main or self._by_groups(text),
            previous=before.previous if one.goes_on or len(self.codes) < 2 else None,
        )
        return read_phones(text, better) if better != before else one.reading

    def _area_for(self, text: str) -> str | None:
        """The area code of a complete number on the page that begins like the local number in `text`."""
        match = re.search(r"(?<![\d/-])([1-9][\d ]{1,9}\d)\s?[-–/]\s?\d", text)
        if not match:
            return None
        digits = match[1].replace(" ", "")
        codes = {code for found in self.whole if (code := _area(found.phone))
                 and found.phone.e164[len(code) + 2 :].startswith(digits)}  # fmt: skip
        return next(iter(codes)) if len(codes) == 1 else None

    def _by_groups(self, text: str) -> str | None:
        """The stem of a number like `030 / 244 906 510` for `App. -511`: its last group is as long as the Durchwahl."""
        match = re.search(r"[-–]\s?(\d{2,5})(?!\d)", text)
        if not match:
            return None
        stems = {found.phone.e164[: -len(match[1])] for found in self.whole
                 if re.search(rf"\D\d{{{len(match[1])}}}$", found.raw)}  # fmt: skip
        return next(iter(stems)) if len(stems) == 1 else None


def _area(phone: Phone) -> str | None:
    if phone.kind == "mobile" or not phone.e164.startswith("+49"):
        return None
    code = display.split_area(phone.e164)[0]
    return code if code[1] in "2345678 9" and not code.startswith(("0700", "0800", "0900")) else None


def _fax_below(facts: Facts, lines: Sequence[Line]) -> None:
    """`Zentrale Fax-Eingänge` as a heading: the numbers below are faxes where no label of their own says otherwise."""
    below = False
    for line, here in zip(lines, facts.lines, strict=True):
        if line.level:
            words = _KINDS.findall(line.text)
            below = bool(words) and all("fax" in word.lower() for word in words) and not here
        elif below and here and not _LABEL.search(line.text):
            here[:] = map(as_fax, here)


def as_fax(fact: Fact) -> Fact:
    """The fact once it is known that its number, if it is one to speak on, is a fax machine's."""
    value = fact.reading.value
    if not isinstance(value, Phone) or value.kind != "voice":
        return fact
    return replace(fact, reading=replace(fact.reading, value=replace(value, kind="fax")))


def _behind_names(facts: Facts, lines: Sequence[Line], dialing: Dialing) -> None:
    for index, line in enumerate(lines):
        found = behind_names(line.text, dialing) if ", " in line.text else []
        if ": " in line.text:
            found += behind_colons(line.text, dialing)
        if found:
            taken = facts.lines[index]
            free = [one for one in found if not any(fact.start < one.end and one.start < fact.end for fact in taken)]
            _phones(facts, index, line, PhoneReading(tuple(free)))
            taken.sort(key=lambda fact: fact.start)


# ---- numbers -------------------------------------------------------------------------------------


def _phones(facts: Facts, index: int, line: Line, reading: PhoneReading) -> None:
    where = line.where
    for found in reading.found:
        behind = _behind(line, found, facts.dialing) if line.anchors else None
        if behind is not None and behind.e164 != found.phone.e164:
            facts.findings.append((index, _differs("tel_link", found, behind, line)))
        value = Reading("phones", found.phone, Raw(found.raw, where), found.steps)
        facts.lines[index].append(Fact("phones", found.start, found.end, value))
    facts.findings += [(index, replace(finding, where=where)) for finding in reading.findings]


def _behind(line: Line, found: FoundPhone, dialing: Dialing) -> Phone | None:
    """The number that a click on a visible number dials, where that is another."""
    for anchor in line.anchors[:_ANCHORS]:
        if anchor.start <= found.start < max(anchor.end, 1) and _TEL.match(anchor.href):
            digits = re.sub(r"\D", "", anchor.href)
            if not digits or found.phone.e164.endswith(digits.lstrip("0")):
                return None
            return _dialled(anchor, dialing)
    return None


def _differs(code: str, found: FoundPhone, behind: Phone, line: Line) -> Finding:
    return Finding(code, "warning", found.raw, line.where, details=(("link", display.phone(behind)),))


def _dialled(anchor: Anchor, dialing: Dialing) -> Phone | None:
    """The number that a click on a link dials."""
    number = _TEL.sub("", unquote(anchor.href)).partition(";")[0].partition("?")[0]
    found = read_phones(number, dialing, labelled=True).found
    return found[0].phone if found else None


def _only_dialled(facts: Facts, index: int, line: Line, dialing: Dialing) -> None:
    """Numbers that stand only behind a link (`Anrufen`, an icon): the link is what a visitor reaches."""
    taken = facts.lines[index]
    shown = [fact.reading.value for fact in taken if isinstance(fact.reading.value, Phone)]
    for anchor in line.anchors[:_ANCHORS]:
        text = line.text[anchor.start : anchor.end]
        if not _TEL.match(anchor.href) or _DIGIT.search(text):
            continue
        phone = _dialled(anchor, dialing)
        if phone is None or any(phone.e164 == known.e164 for known in shown):
            continue
        kind = by_words(text) or by_words(anchor.title)
        value = replace(phone, kind="fax") if kind == "fax" and phone.kind == "voice" else phone
        steps = (Step("tel_link", anchor.href, value.e164),)
        reading = Reading("phones", value, Raw(anchor.href, line.where), steps)
        taken.append(Fact("phones", anchor.start, anchor.end, reading))


# ---- mail and web --------------------------------------------------------------------------------


def _online(facts: Facts, index: int, line: Line, spelled: bool, web: bool) -> None:
    taken = facts.lines[index]
    if line.anchors:
        if any(_TEL.match(anchor.href) for anchor in line.anchors):
            _only_dialled(facts, index, line, facts.dialing)
        _mail_links(facts, index, line)
    if _open_signs(line.text, taken, spelled):
        known = {fact.reading.value for fact in taken if fact.field == "emails"}
        for mail in find_mails(line.text):
            inside = any(f.field == "emails" and f.start <= mail.start < f.end for f in taken)
            if mail.address not in known and not inside:
                reading = Reading("emails", mail.address, Raw(mail.raw, line.where), mail.steps)
                taken.append(Fact("emails", mail.start, mail.end, reading))
    if web and _says_web(line.text):
        for url in find_urls(line.text):
            reading = Reading("url", url.url, Raw(url.raw, line.where), url.steps)
            taken.append(Fact("url", url.start, url.end, reading))
        _web_links(taken, line)


def _open_signs(text: str, taken: Sequence[Fact], spelled: bool) -> bool:
    """Whether a line may hold an address that no link of it has given yet."""
    covered = sum(text.count("@", fact.start, fact.end) for fact in taken if fact.field == "emails")
    return spelled or text.count("@") > covered


def _mail_links(facts: Facts, index: int, line: Line) -> None:
    taken = facts.lines[index]
    for anchor in line.anchors:
        if not _is_mail_link(anchor.href):
            continue
        shown = line.text[anchor.start : anchor.end]
        addresses = mailto_addresses(anchor.href)
        plain = shown.strip().lower()
        visible: tuple[str, ...] = (plain,) if plain in addresses else ()
        if not visible and "@" in shown:
            visible = tuple(found.address for found in find_mails(shown))
        if visible and addresses and not set(visible) & set(addresses):
            details = (("link", ", ".join(addresses)),)
            facts.findings.append((index, Finding("mail_link", "warning", shown[:200], line.where, details=details)))
            addresses = visible
        for address in addresses:
            raw = anchor.raw or (shown if address in visible else anchor.href)
            rule = anchor.step or ("" if address in visible else "mail_link")
            steps = (Step(rule, raw, address),) if rule and raw != address else ()
            reading = Reading("emails", address, Raw(raw[:300], line.where), steps)
            start = anchor.end if _names_whose(shown) else anchor.start
            taken.append(Fact("emails", start, anchor.end, reading))


#: In the text of a mail link: it says what a click does, not whose the address is.
_CLICK = re.compile(r"mail|schreib|nachricht|kontakt|send|@|\bat\b|anfrag", re.IGNORECASE)


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
