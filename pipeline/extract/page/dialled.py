"""Numbers as facts, and what a click on them dials."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from pipeline import display
from pipeline.extract.markup.icons import by_words
from pipeline.extract.markup.lines import Anchor, Line
from pipeline.extract.page.fact import Fact, Facts
from pipeline.model import Finding, Phone, Raw, Reading, Step
from pipeline.transform.phone import Dialing, FoundPhone, PhoneReading, read_phones

_DIGIT = re.compile(r"\d")
TEL = re.compile(r"^\s*(?:tel|callto|sip)\s*:/{0,2}", re.IGNORECASE)
#: No page has more numbers that a click dials.
_ANCHORS = 2000
#: So many digits end a number by no coincidence.
_TELLING = 3


def add_numbers(facts: Facts, index: int, line: Line, reading: PhoneReading) -> None:
    """The numbers of a line become facts; findings get their place."""
    where = line.where
    for found in reading.found:
        behind = _behind(line, found, facts.dialing) if line.anchors else None
        if behind is not None and behind.e164 != found.phone.e164:
            facts.findings.append((index, _differs("tel_link", found, behind, line)))
        value = Reading("phones", found.phone, Raw(found.raw, where), found.steps)
        facts.lines[index].append(Fact("phones", found.start, found.end, value))
    for finding in reading.findings:
        fact = _confirmed(line, finding, facts.dialing) if line.anchors else None
        if fact is not None:
            facts.lines[index] = sorted([*facts.lines[index], fact], key=lambda each: each.start)
        else:
            facts.findings.append((index, replace(finding, where=where)))


def _confirmed(line: Line, finding: Finding, dialing: Dialing) -> Fact | None:
    """A number that looks like none or like a part of one (`789-000`) is known if a click dials one that ends so."""
    digits = re.sub(r"\D", "", finding.text).lstrip("0")
    for anchor in line.anchors[:_ANCHORS]:
        start = line.text.find(finding.text, anchor.start, anchor.end)
        if start < 0 or len(digits) < _TELLING or not TEL.match(anchor.href):
            continue
        phone = _dialled(anchor, dialing)
        if phone is not None and phone.e164.endswith(digits):
            end = start + len(finding.text)
            value = _as_named(phone, by_words(line.text[:start]))
            steps = (Step("tel_link", anchor.href, value.e164),)
            return Fact("phones", start, end, Reading("phones", value, Raw(finding.text, line.where), steps))
    return None


def _behind(line: Line, found: FoundPhone, dialing: Dialing) -> Phone | None:
    """The number that a click on a visible number dials, where that is another."""
    for anchor in line.anchors[:_ANCHORS]:
        if anchor.start <= found.start < max(anchor.end, 1) and TEL.match(anchor.href):
            digits = re.sub(r"\D", "", anchor.href)
            if not digits or found.phone.e164.endswith(digits.lstrip("0")):
                return None
            return _dialled(anchor, dialing)
    return None


def _differs(code: str, found: FoundPhone, behind: Phone, line: Line) -> Finding:
    return Finding(code, "warning", found.raw, line.where, details=(("link", display.phone(behind)),))


def _dialled(anchor: Anchor, dialing: Dialing) -> Phone | None:
    """The number that a click on a link dials."""
    number = TEL.sub("", unquote(anchor.href)).partition(";")[0].partition("?")[0]
    found = read_phones(number, dialing, labelled=True).found
    return found[0].phone if found else None


def add_dialled(facts: Facts, index: int, line: Line) -> None:
    """Numbers that stand only behind a link (`Anrufen`, an icon): the link is what a visitor reaches."""
    taken = facts.lines[index]
    shown = {fact.reading.value.e164 for fact in taken if isinstance(fact.reading.value, Phone)}
    for anchor in line.anchors[:_ANCHORS]:
        text = line.text[anchor.start : anchor.end]
        if not TEL.match(anchor.href) or (_DIGIT.search(text) and any(_is_in(fact, anchor) for fact in taken)):
            continue
        phone = _dialled(anchor, facts.dialing)
        if phone is not None and phone.e164 not in shown and _ends_as(phone, text):
            value = _as_named(phone, by_words(text) or by_words(anchor.title))
            steps = (Step("tel_link", anchor.href, value.e164),)
            reading = Reading("phones", value, Raw(anchor.href, line.where), steps)
            taken.append(Fact("phones", anchor.start, anchor.end, reading))


def _is_in(fact: Fact, anchor: Anchor) -> bool:
    return fact.start < anchor.end and anchor.start < fact.end


def _ends_as(phone: Phone, text: str) -> bool:
    """Whether a number ends with the digits that are shown, which alone are none (`-215`); or none are shown."""
    digits = re.sub(r"\D", "", text).lstrip("0")
    return not digits or (len(digits) >= _TELLING and phone.e164.endswith(digits))


def _as_named(phone: Phone, kind: str) -> Phone:
    return replace(phone, kind="fax") if kind == "fax" and phone.kind == "voice" else phone
