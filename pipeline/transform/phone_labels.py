"""What the words of a line say about the numbers before and behind them."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline import numbering
from pipeline.model import PhoneKind
from pipeline.transform.phone_grammar import Problem, read_whole
from pipeline.transform.phone_letters import are_no_pair, is_other_letter
from pipeline.transform.phone_text import MASK, Run, find_runs, read_line
from pipeline.transform.phone_words import NONE, WORDS, Label, Word, classify, is_lone, is_number_word

#: A label may stand so many ordinary words before its number: "Tel. bei Frau Beispiel: …".
_REACH = 3
#: `Vorwahl für alle Anschlüsse, wenn nicht anders angegeben: 0 71 53`: only an area code that stands alone answers it.
_AREA_REACH = 9
#: Only the end of a long text before a number can be its label.
GAP = 80
_UNDER = re.compile(r"\bunter (?:der|den|folgender|folgenden|seiner|ihrer) $")
_JOINED = re.compile(r"[\s,;/|&+().:-]*\Z")


@lru_cache(maxsize=4096)
def label_of(gap: str, carried: Label) -> tuple[Label, bool, bool]:
    """What the words of a gap say of the number behind it, if they only join two numbers, and if they say anything."""
    label, said, joined, reach, union, noun, at = carried, False, True, _REACH, False, False, 0
    for match in WORDS.finditer(gap):
        part, kinds = classify(match.group())
        if part is Word.KIND and is_lone(match.group()) and is_other_letter(gap, *match.span()):
            part = Word.OTHER
        if label.weak and part is Word.KIND and not is_lone(match.group()) and are_no_pair(gap[at : match.start()]):
            union = False  # `Frau Muster (A, F) Tel.`
        at = match.end()
        if part is Word.KIND or part is Word.EXTENSION:
            label = _phone_label(label if said else NONE, part, kinds, union, _is_weak(match, gap))
            said, reach, union = True, _REACH, True
        elif part is Word.JOIN or part is Word.NEUTRAL:
            union = union and part is Word.JOIN
        elif part is Word.AREA:
            label, said, reach = Label(area=True), True, _AREA_REACH
        elif part is Word.CENTRAL or part is Word.TRUNK:
            trunk = part is Word.TRUNK and label.extension
            kinds = label.kinds if said and label.kinds else ("voice",)
            label, said, reach = Label(kinds, central=True, trunk=trunk), True, _REACH
        elif part is Word.FOREIGN or part is Word.PLACE:
            foreign = part is Word.FOREIGN or (label.foreign and said)
            label, said, reach = Label(foreign=foreign, place=not foreign), True, _REACH if foreign else 1
        elif part is Word.TIME:
            label, said, joined, union = NONE, False, False, False
        else:
            joined, union, reach = False, False, reach - 1
            if reach < 0 or label.weak:
                label, said = NONE, False
        if part is Word.NEUTRAL and not said and _UNDER.search(gap[: match.start()]) and is_number_word(match.group()):
            label, said = Label(("voice",)), True  # `erreichen Sie unter der Nummer 7 44 19`
        elif part is Word.NEUTRAL and not said and noun and is_number_word(match.group()):
            label, said = Label(foreign=True), True
        noun = part is Word.OTHER and match.group()[0].isupper()
        if (label.place or label.foreign) and _is_done(gap[at:], label):
            label, said, joined = NONE, False, False
    return label, joined and _JOINED.match(WORDS.sub("", gap)) is not None, said and label != NONE


def _is_done(rest: str, label: Label) -> bool:
    """True if the figure that a word speaks of is masked already: `Stand 01.04.2026:`, `IBAN …,`."""
    _, masked, after = rest.rpartition(MASK)
    return bool(masked) and (label.place or after[:1] in (",", ";"))


def _is_weak(match: re.Match[str], gap: str) -> bool:
    return is_lone(match.group()) and gap[match.end() : match.end() + 1] != ":"


def _phone_label(before: Label, part: Word, kinds: tuple[PhoneKind, ...], union: bool, weak: bool) -> Label:
    """A label behind another of the same gap: `Tel./Fax` is both, `Fax-Durchwahl` a Durchwahl of that kind."""
    if part is Word.EXTENSION:
        return Label(kinds or before.kinds or ("voice",), extension=True)
    if union and before.kinds:
        kinds = tuple(dict.fromkeys((*before.kinds, *kinds)))
    return Label(kinds, extension=union and before.extension, weak=weak)


def postfix_kinds(signs: str, runs: list[Run]) -> list[tuple[PhoneKind, ...]]:
    """The kinds of a line whose labels stand behind the numbers (`8840-0 Telefon, 8840-99 Fax`), else none."""
    tail = signs[runs[-1].end :]
    if len(tail) < 3 or len(tail) > 40 or len(runs) > 8 or ":" in tail or "(" in tail or not _says_kinds(tail):
        return []
    if label_of(signs[max(0, runs[0].start - GAP) : runs[0].start], NONE)[2]:
        return []
    ends = [run.start for run in runs[1:]] + [len(signs)]
    gaps = [signs[run.end : end] for run, end in zip(runs, ends, strict=True)]
    if not all(map(_says_kinds, gaps)):
        return []
    return [label_of(gap, NONE)[0].kinds for gap in gaps]


def _says_kinds(gap: str) -> bool:
    words = WORDS.findall(gap) if len(gap) <= 40 else []
    parts = [classify(word)[0] for word in words if word not in ";|•" and not is_lone(word)]
    return Word.KIND in parts and set(parts) <= {Word.KIND, Word.JOIN}


_ALONE = re.compile(r"\W*\(?\s?(0\d[\d ]{1,6})(?:\)|\s?/|\s?-|\)\s?[/-])\s*")


def lone_area(raw: str) -> str | None:
    """The area code that stands alone on a line and shows by its bracket or slash that the numbers follow."""
    match = _ALONE.fullmatch(raw) if len(raw) < 16 else None
    digits = match[1].replace(" ", "") if match else ""
    return digits if numbering.area_of(digits[1:]) == digits[1:] != "" else None


def announcement(raw: str) -> str | None:
    """The area code that a line announces: `Vorwahl 07161`."""
    if "orw" not in raw.lower():
        return None
    signs, at = read_line(raw).signs, 0
    for run in find_runs(signs):
        label, _, said = label_of(signs[max(at, run.start - GAP) : run.start], NONE)
        at = run.end
        outcome, then = read_whole(run.parts, 0) if run.parts[0].digits[0] in "04" else (None, 0)
        if said and label.area and isinstance(outcome, Problem) and then == len(run.parts) and outcome.area:
            return outcome.area
    return None
