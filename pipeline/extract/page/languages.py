"""A page that says the same in several languages: their names are no offices, and a translation is nobody new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.outline import Heading
from pipeline.model import Phone
from pipeline.transform.text import clean
from pipeline.transform.vocabulary import words

#: How languages call themselves (and how German does where pages mix both), in small letters.
_LANGUAGES = words(
    "deutsch englisch english in englisch französisch français en spanisch español italienisch italiano portugiesisch "
    "português polnisch polski po polsku rumänisch română bulgarisch български ungarisch magyar tschechisch čeština "
    "česky slowakisch slovenčina slovensky kroatisch hrvatski serbisch srpski српски bosnisch bosanski slowenisch "
    "slovenščina albanisch shqip griechisch ελληνικά türkisch türkçe russisch русский на русском по-русски ukrainisch "
    "українська українською arabisch العربية عربي persisch farsi فارسی dari دری paschtu pashto پښتو urdu اردو kurdisch "
    "kurdî kurmancî kurmandschi سۆرانی کوردی tigrinya tigrigna ትግርኛ amharisch አማርኛ somali soomaali vietnamesisch tiếng "
    "việt chinesisch 中文 hindi हिन्दी georgisch ქართული armenisch հայերեն leichte einfache sprache"
)
#: Letters up to here are those of European languages that write as German does.
_LATIN = "\u024f"
#: A page in several languages has so many headings that call one.
_LEAST = 2


def without_translations(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Draft]:
    """The contacts without those that only repeat others' values in another language."""
    called = {id(each): each for draft in drafts for each in draft.headings if _is_language(lines[each.line].text)}
    if len(called) >= _LEAST:
        for draft in drafts:
            draft.headings = tuple(each for each in draft.headings if id(each) not in called)
    return [draft for draft in drafts if not _is_translation(draft, drafts, lines, called.values())]


def _is_language(text: str) -> bool:
    """Whether a heading is nothing but the name of a language."""
    called = clean(text).lower().replace("/", " ").replace("(", " ").replace(")", " ").split()
    return 0 < len(called) < 4 and all(word in _LANGUAGES for word in called)


def _is_translation(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line], called: Iterable[Heading]) -> bool:
    """Whether a contact without a name stands in another language and has nothing that others have not."""
    if draft.name is not None or not draft.facts:
        return False
    if not _is_foreign(lines[draft.line].text) and not any(each.line < draft.line <= each.last for each in called):
        return False
    others = (other for other in drafts if other is not draft and not _is_foreign(lines[other.line].text))
    return _values(draft) <= {value for other in others for value in _values(other)}


def _values(draft: Draft) -> set[object]:
    """Numbers, however they are written, and addresses."""
    values = (fact.reading.value for fact in (*draft.own, *draft.facts))
    return {value.e164 if isinstance(value, Phone) else value for value in values}


def _is_foreign(text: str) -> bool:
    """Whether most letters of a line are of another script."""
    letters = [letter for letter in text if letter.isalpha()] if not text.isascii() else []
    return sum(letter > _LATIN for letter in letters) * 2 > len(letters)
