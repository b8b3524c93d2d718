"""What is written about time in a cell: what is no longer so, what waits for its day, and what holds today.

`ab 01.12. Frau Neu` is a change that waits; `alt: 07161 1234` and `bis 2024: …` are past; `neu: …` and `bis 30.11. …`
hold until somebody writes otherwise. No clock is asked: what waits is read when the office writes it as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    r"(?:Jan(?:uar)?|Feb(?:ruar)?|März|Mrz|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|"
    r"Nov(?:ember)?|Dez(?:ember)?)"
)
_DAY = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.(?:\s?(?:20)?\d{{2}}\b)?|\d{{4}}\b|{_MONTHS}\.?(?:\s\d{{4}})?)|"
    rf"{_MONTHS}\.?\s\d{{4}}|\d{{1,2}}/20\d{{2}}|sofort(?!\w))"
)
_QUICK = re.compile(
    r"\b(?:ab|bis|seit|alt|alte|neu|neue|früher|ehemals|vormals|bisher|vorher|zum|war|jetzt|nun|ungültig|veraltet|"
    r"nicht mehr)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\n|;|\(|\)|\s*[,/|–]\s*(?=(?:ab|bis|alt|neu|früher|ehemals|vormals|bisher|vorher|jetzt|nun)\b)|"
    r"\s+(?=(?:ab|bis)\s+(?:zum\s+|dem\s+)?\d{1,2}\.|(?:alt|neu):)",
    re.IGNORECASE,
)
_PENDING = re.compile(
    rf"^\W*(?:voraussichtlich\s+|neu\s+|vsl\.?\s+)?(?:ab|zum)\s+(?:dem\s+|zum\s+)?(?!sofort){_DAY}(?!\s?(?:Uhr|h\b))",
    re.I,
)
_UNTIL = re.compile(
    rf"^\W*(?:noch\s+)?bis\s+(?:zum\s+|einschl\.?\s+|einschließlich\s+)?{_DAY}(?!\s?(?:Uhr|h\b))\s*[:,–-]?\s*", re.I
)
_UNTIL_YEAR = re.compile(r"^\W*bis\s+(?:Ende\s+)?(?:19|20)\d{2}\b", re.IGNORECASE)
_SINCE = re.compile(rf"^\W*(?:seit|ab)\s+(?:dem\s+)?(?:{_DAY}|(?:19|20)\d{{2}}\b)\s*[:,–-]?\s*", re.IGNORECASE)
_OLD = re.compile(
    r"^\W*(?i:alte?(?:\s+(?:Nr|Nummer|Tel|Telefonnummer|Mail|Adresse)\.?)?|früher|ehemals|vormals|bisher|vorher|ungültig|"
    r"veraltet|nicht\s+mehr)\s*:|^\W*(?i:alte?|vorher|ungültig|nicht\s+mehr)\s+(?=[\d(+])|"
    r"^\W*(?i:früher|ehemals|vormals|bisher)\s+(?=[A-ZÄÖÜ\d(+][\w.]*(?:[\s/.-]|$))",
)
_NEW = re.compile(
    r"^\W*(?:neue?(?:\s+(?:Nr|Nummer|Tel|Telefonnummer|Mail|Adresse|Durchwahl)\.?)?\s*:\s*|(?:jetzt|nun)\s*:?\s+(?!nicht))",
    re.IGNORECASE,
)
#: In brackets behind what it is said of: `05141 12-34 (alt), 05141 12-35`, `Herr Neu (ab 01.01.2027)`.
_BEHIND = re.compile(
    rf"(?P<what>[^,;\n()]{{1,80}}?)\s*\(\s*(?:(?P<later>(?:erst\s+|neu\s+)?ab\s+(?:dem\s+)?(?!sofort){_DAY})|"
    r"(?:alte?(?:\s+(?:Nr\.?|Nummer))?|bisher|früher|veraltet|ungültig|bis\s+(?:Ende\s+)?20\d\d))\s*\)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\bausgeschieden\b|\bverstorben\b|\bim Ruhestand\b|\bin Rente\b|\bweggezogen\b|\bungültig\b|\bveraltet\b|"
    r"\bnicht mehr (?:da|dabei|tätig|aktiv|zuständig|beschäftigt|im (?:Amt|Dienst|Haus|Einsatz))\b",
    re.IGNORECASE,
)
_NOT_GONE = re.compile(r"\bnoch nicht\b|\bscheidet\b|\bwird\b|\bnicht ausgeschieden\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Today:
    """The part of a text that holds today; what waits and what is past, as written."""

    text: str
    waiting: tuple[str, ...] = ()
    past: tuple[str, ...] = ()


def speaks_of_time(text: str) -> bool:
    """Whether a text holds any word that `today` looks at."""
    return _QUICK.search(text) is not None


def today(text: str) -> Today:
    """Takes a text apart by what it says about time."""
    if not speaks_of_time(text):
        return Today(text)
    whole = text
    text, waiting, past = _without_marked(text) if "(" in text else (text, [], [])
    kept: list[str] = []
    at = 0
    pieces = [(m.start(), m.end()) for m in _SPLIT.finditer(text)] + [(len(text), len(text))]
    for begin, end in pieces:
        piece, sign = text[at:begin], text[begin:end]
        at = end
        if _PENDING.match(piece):
            waiting.append(piece.strip())
        elif _OLD.match(piece) or _UNTIL_YEAR.match(piece):
            past.append(piece.strip())
        else:
            if _NEW.match(piece) and "".join(kept).strip():
                past.append("".join(kept).strip())  # `07161 12-34, neu: 07161 12-35`
                kept = []
            for label in (_UNTIL, _SINCE, _NEW):
                piece = label.sub("", piece, count=1)
            kept.append(piece + sign)
    if not waiting and not past and "".join(kept).strip() == whole.strip():
        return Today(whole)
    joined = re.sub(r"\(\s*\)", "", "".join(kept)).strip(" ;,/|(")
    return Today(joined, tuple(waiting), tuple(past))


def _without_marked(text: str) -> tuple[str, list[str], list[str]]:
    """A text without what brackets behind it call past or to come; what is all the text only waits for its remark."""
    waiting: list[str] = []
    past: list[str] = []
    for found in reversed(list(_BEHIND.finditer(text))):
        start = found.start("what") + found["what"].rfind(" / ") + (3 if " / " in found["what"] else 1)
        rest = text[:start] + text[found.end() :]
        if not found["later"] or any(map(str.isalnum, rest)):
            (waiting if found["later"] else past).insert(0, text[start : found.end()].strip())
            text = rest
    return text, waiting, past


def is_gone(text: str) -> bool:
    """True for a remark that somebody has left."""
    return bool(_GONE.search(text)) and not _NOT_GONE.search(text)


def waits(text: str) -> bool:
    """True for a remark about a change that waits for its day."""
    return bool(today(text).waiting) or bool(
        re.search(rf"\b(?:ab|zum|nachfolg\w*)\s+(?:dem\s+|zum\s+)?(?!sofort){_DAY}", text[:2000], re.IGNORECASE)
        and not re.search(r"\bseit\b", text[:2000], re.IGNORECASE)
    )
