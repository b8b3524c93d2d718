"""Texts alone in their rows that are municipalities: what proves it, and which others end the one above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extract.grid.column_content import are_places, mail_of
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.headings import code_of, meanings
from pipeline.extract.grid.row_values import office_before
from pipeline.transform.name import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.text import clean, in_domain

#: `1. Städte und Gemeinden`
NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-h])[.)]\s+(?=\S)")
#: So many rows are looked at.
_SAMPLE = 5000
#: `Plau am See`, `Boizenburg/Elbe`; a sentence and a heading of more words is none.
_CALLED = re.compile(r"[A-ZÄÖÜ][\w./-]+(?: (?:[A-ZÄÖÜ][\w./-]+|an|am|der|den|dem|im|in|bei|ob|vor|auf|unter))*")


@dataclass(frozen=True, slots=True)
class Places:
    """The sections that are municipalities, and those that may be one without proof."""

    proven: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()


def section_head(text: str) -> str:
    """What a section is called, without its figure, its number and its area code."""
    return office_before(code_of(NUMBERED.sub("", text))[0]).strip(" ,:(–-")


def place_sections(rows: Sequence[Row]) -> Places:
    """Sections that are municipalities, as their endings or the mail domains below tell (`…@suessen.de`)."""
    sections: list[str] = []
    proven: set[str] = set()
    open_ones: list[str] = []  # sections without a row between them: the mail below may prove each
    below = False
    for row in rows[:_SAMPLE]:
        texts = {cell.text for cell in row if cell.text}
        if len(texts) == 1:
            head = section_head(clean(texts.pop()))
            sections.append(head)
            open_ones, below = [*([] if below else open_ones), head], False
            proven |= {head} if " " not in head and are_places(head, "") else set()
        elif texts:
            below = True
            proven.update(_named_in_domains(open_ones, map(mail_of, row)) if open_ones else ())
    whole = len(proven) * 2 > len(sections)
    return Places(frozenset(sections) if whole else frozenset(proven), _possible(sections) if proven else frozenset())


def _named_in_domains(sections: Sequence[str], texts: Iterable[str]) -> set[str]:
    mails = [text for text in texts if "@" in text]
    return {section for section in sections if any(in_domain(section, mail) for mail in mails)}


def _possible(sections: Sequence[str]) -> frozenset[str]:
    """Names like those of places; what stands over the people of several towns (`Ehrenamtliche`) is none."""
    times = Counter(sections)
    return frozenset(text for text in sections if times[text] == 1 and _may_be_place(text))


def _may_be_place(text: str) -> bool:
    other = is_office(text) or is_role(text) or is_person(text) or meanings(text)
    return not other and _CALLED.fullmatch(text) is not None and text.count(" ") < 4
