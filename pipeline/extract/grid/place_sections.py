"""Texts alone in their rows that are municipalities: what proves it, and which others end the one above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extract.grid.cell_address import beside_address
from pipeline.extract.grid.column_content import are_places, is_place_of, mail_of
from pipeline.extract.grid.column_groups import Row
from pipeline.extract.grid.given_above import code_of
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.named_places import office_before
from pipeline.numbering import area_of
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role

#: `1. Städte und Gemeinden`
NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-h])[.)]\s+(?=\S)")
#: So many rows are looked at.
_SAMPLE = 5000
#: `Plau am See`, `Boizenburg/Elbe`; a sentence and a heading of more words is none.
_CALLED = re.compile(r"[A-ZÄÖÜ][\w./-]+(?: (?:[A-ZÄÖÜ][\w./-]+|an|am|der|den|dem|im|in|bei|ob|vor|auf|unter))*")


@dataclass(frozen=True, slots=True)
class Places:
    """The sections that are municipalities; those that come again, in several of them; whether most are functions."""

    proven: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    work: bool = False

    def is_work(self, section: str) -> bool:
        """`Päd. Mitarbeit Deutsch` among `Leitung` and `Anmeldung und Sachbearbeitung`: what people do, too."""
        return self.work and " " in section and not (is_office(section) or is_called_like_town(section))


def section_head(text: str) -> str:
    """What a section is called, without its figure, its number and its area code."""
    return office_before(code_of(NUMBERED.sub("", text))[0]).strip(" ,:(–-")


def place_sections(rows: Sequence[Row]) -> Places:
    """Sections that are municipalities, as their names, the mail domains below (`…@suessen.de`) or area codes tell."""
    sections: list[str] = []
    proven: set[str] = set()
    areas: dict[str, list[str]] = {}
    open_ones: list[str] = []  # sections without a row between them: the mail below may prove each
    below = False
    for row in rows[:_SAMPLE]:
        texts = {cell.text for cell in row if cell.text}
        if len(texts) == 1:
            head = section_head(beside_address(next(cell for cell in row if cell.text))[0])
            sections.append(head)
            open_ones, below = [*([] if below else open_ones), head], False
            proven |= {head} if is_called_like_town(head) else set()
        elif texts:
            below = True
            proven.update(named_in_domains(open_ones, map(mail_of, row)) if open_ones else ())
            areas.setdefault(sections[-1], []).extend(areas_in(texts)) if sections else None
    if areas and not below:  # notes below the table are none
        sections = sections[: len(sections) - len(open_ones)]
    possible = _possible(sections) if proven else frozenset()
    repeated = frozenset(text for text, times in Counter(sections).items() if times > 1) - proven
    if len(proven) * 2 > len(sections):
        return Places(frozenset(sections), repeated)
    apart = possible & in_areas_of_their_own(areas) if proven else frozenset()
    work = not (proven or apart) and sum(map(is_role, sections)) * 2 > len(sections)
    return Places(frozenset(proven) | apart, repeated - apart, work)


#: Behind the name of a town that others have as well: `Neustadt in Holstein`, `Bergen an der Dumme`.
_OF_SEVERAL = re.compile(r" (?:am|an der|an den|im|in|in der|bei|ob der|vor der|a\. ?d\.|i\.|a\.) ?(?=[A-ZÄÖÜ]\S+$)")
_SPA = re.compile(r"Bad [A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]\w+)?")


def is_called_like_town(head: str) -> bool:
    """Whether nothing but a town is called so: `Süßen`, `Bad Urach`, also with a river or a region behind."""
    name = _OF_SEVERAL.split(head)[0]
    if is_office(head) or (" " in name and not _SPA.fullmatch(name)):
        return False
    whole = name == head or name.startswith("Bad ")
    return are_places(name if whole else name[1:], "")  # `Leben im Alter` is more than an ending


def areas_in(texts: Iterable[str]) -> list[str]:
    """The area codes of the numbers that begin with one."""
    found = (_BEGINS_WITH_CODE.match(text) for text in texts)
    digits = (re.sub(r"\D", "", text.string[text.end() :])[:12] for text in found if text)
    return [area for each in digits if len(each) > 5 and (area := area_of(each))]


_BEGINS_WITH_CODE = re.compile(r"\(?(?:\+49|0049|0)[\s(]*0?(?=[1-9])")


def in_areas_of_their_own(areas: dict[str, list[str]]) -> frozenset[str]:
    """Sections whose people all have one area code, and every other section another: each is somewhere else."""
    told = {section: set(codes) for section, codes in areas.items() if codes}
    single = {next(iter(codes)) for codes in told.values() if len(codes) == 1}
    certain = len(told) > 2 or sum(len(areas[section]) > 1 for section in told) > 1
    return frozenset(told) if certain and len(single) == len(told) else frozenset()


def named_in_domains(sections: Sequence[str], texts: Iterable[str]) -> set[str]:
    """The sections after which the domain of an address among the texts is called."""
    mails = [text for text in texts if "@" in text]
    return {section for section in sections if any(is_place_of(section, mail) for mail in mails)}


def _possible(sections: Sequence[str]) -> frozenset[str]:
    """Names like those of places; what stands over the people of several towns (`Ehrenamtliche`) is none."""
    times = Counter(sections)
    return frozenset(text for text in sections if times[text] == 1 and _may_be_place(text))


def is_something_else(text: str) -> bool:
    """Whether a text is known to be no town: an office, a function, somebody, a heading."""
    return is_office(text) or is_role(text) or is_person(text) or bool(meanings(text))


def _may_be_place(text: str) -> bool:
    return not is_something_else(text) and _CALLED.fullmatch(text) is not None and text.count(" ") < 4
