"""What looks like contact data and was claimed by no record: a redesigned page speaks up even if most is found."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.fact import Facts
from pipeline.extract.page.item import CREDIT
from pipeline.extract.page.online_facts import has_open_sign
from pipeline.model import Finding, PersonName, Record
from pipeline.transform.text import fold

#: More of one kind say no more.
_LIMIT = 200


def left_over(
    lines: Sequence[Line],
    facts: Facts,
    drafts: Sequence[Draft],
    records: Sequence[Record],
    taken: Collection[int],
) -> list[Finding]:
    """Findings for values and people outside of every record; `taken` are lines of tables, which object themselves."""
    findings = [*_unclaimed(lines, facts, drafts, records, taken), *_unread_mails(lines, facts, taken)]
    findings += _people(lines, drafts, records) + _addressed(lines, drafts, taken)
    return findings[:_LIMIT]


def _unclaimed(
    lines: Sequence[Line],
    facts: Facts,
    drafts: Sequence[Draft],
    records: Sequence[Record],
    taken: Collection[int],
) -> list[Finding]:
    """Values that no record has, whichever draft took them."""
    claimed = {id(fact.reading.raw) for draft in drafts for fact in (*draft.own, *draft.facts)}
    left = [
        (lines[index], fact)
        for index, here in enumerate(facts.lines)
        if here and index not in taken and not lines[index].struck
        for fact in here
        if id(fact.reading.raw) not in claimed and fact.field != "url"
    ]
    values = {reading.value for record in records for reading in record.readings} if left else set()
    return [
        Finding("unclaimed", "warning", fact.reading.raw.text[:200], fact.reading.raw.where)
        for line, fact in left
        if fact.reading.value not in values and not (line.box.region == "site" and CREDIT.search(line.text))
    ]


#: An address that has run into a word, or is none for another reason: `muster@amt.deoder`, `muster@ www.amt.de`.
_UNREAD_MAIL = re.compile(
    r"[\w.+-]{2,64}@(?:[\w-]{2,60}\.de[a-zäöüß]{2,}(?![\w.])"
    r"| (?:[\w-]{1,60}\.){1,4}(?:de|com|org|net|info|eu)(?![\w@-]))"
)


def _unread_mails(lines: Sequence[Line], facts: Facts, taken: Collection[int]) -> list[Finding]:
    """Addresses whose end nobody can tell."""
    return [
        Finding("unclaimed", "warning", match.group()[:200], line.where)
        for index, line in enumerate(lines)
        if "@" in line.text and index not in taken and has_open_sign(line.text, facts.lines[index])
        for match in _UNREAD_MAIL.finditer(line.text)
        if not any(
            fact.field == "emails" and fact.start < match.end() and match.start() < fact.end
            for fact in facts.lines[index]
        )
    ]


#: A short line that addresses somebody; `Frau` alone and `Frauenhaus` do not.
_SALUTATIONS = ("Frau", "Herr")
_ADDRESSED = re.compile(r"(?:Frau|Herrn?)\s+(?:(?:Dr|Prof|Dipl)\S*\s+)*[A-ZÄÖÜ][\w'’-]+(?:\s[A-ZÄÖÜ][\w'’-]+)?,?\s*$")


def _addressed(lines: Sequence[Line], drafts: Sequence[Draft], taken: Collection[int]) -> list[Finding]:
    """Lines that begin as a person's name does and were not understood as one."""
    named = {draft.name.line for draft in drafts if draft.name is not None}
    return [
        Finding("name_not_understood", "warning", line.text[:120], line.where)
        for index, line in enumerate(lines)
        if index not in named
        and index not in taken
        and line.text.startswith(_SALUTATIONS)
        and len(line.text) < 60
        and _ADDRESSED.match(line.text)
    ]


#: Before a name in a sentence: whom one is told to ask, not of whom something is told.
_ASKED = re.compile(
    r"\b(?:wend\w*|meld\w+|kontaktier\w+|[Aa]nsprechp\w+|[Aa]uskunft|[Aa]uskünfte|erreich\w+|rufen)\b[^.!?]{0,120}$"
)


def _people(lines: Sequence[Line], drafts: Sequence[Draft], records: Sequence[Record]) -> list[Finding]:
    """People in a line of their own, or as whom to ask, who are struck out, or reached by nothing on the page."""
    known = {fold(reading.value.family) for record in records for reading in record.readings
             if isinstance(reading.value, PersonName) and "struck" not in record.tags}  # fmt: skip
    found: dict[str, Finding] = {}
    for draft in drafts:
        if draft.name is None or draft.region == "site" or (draft.reached and not draft.struck):
            continue
        if draft.prose and not _ASKED.search(lines[draft.line].text, 0, draft.name.start):
            continue
        assert draft.name.name is not None
        family = fold(draft.name.name.name.family)
        if family not in known and family not in found:
            code = "struck" if draft.struck else "no_way_to_reach"
            found[family] = Finding(code, "info", draft.name.text[:120], lines[draft.line].where)
    return list(found.values())
