"""What the words of a line say about the numbers before and behind them."""

from __future__ import annotations

import re
from dataclasses import replace
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
#: `Sie erreichen Frau Muster montags unter 46 31 22`, `ist unter der 463122 zu erreichen`: a sentence about a number.
_REACHED_UNDER = re.compile(r"\berreich\w+\b[^.!?;|•]*\bunter (?:der )?$")
_ENDS_UNDER = re.compile(r"\bunter (?:der )?$")
#: `erreichen Sie uns unter 72555 Metzingen`
_FIVE, _TOWN = re.compile(r"\d{5}"), re.compile(r" [A-ZÄÖÜ][a-zäöüß]")
_IS_REACHED = re.compile(
    r"(?: \([^()]*\))? (?:(?:telefonisch|täglich|jederzeit|direkt|gut) )?(?:zu erreichen|erreichbar)\b"
)
#: `Alle Anschlüsse: 07161 650-Durchwahl. Hausanschrift: Marktplatz 8`: no abbreviation, so its sentence ends here.
_ENDS_SENTENCE = re.compile(
    r"(?i:durchwahl|durchwahlen|nebenstelle|apparat|telefon|fax|nummer|handy)[.!?] +(?=[A-ZÄÖÜ])"
)
_JOINED = re.compile(r"[\s,;/|&+().:…-]*\Z")
#: `Durchwahl / Fax`
_BOTH = re.compile(r"[/&+]")
#: `Telefon 07161 558830 (kein Fax)`: the word says what the number is not.
_DENIED = re.compile(r"\b(?:kein|keine|nicht|ohne) $", re.IGNORECASE)
#: `Vorwahl für alle Telefon- und Faxnummern: 07161`: whose area code it is; the label of a number is no plural.
_OF_MANY = re.compile(r"[^\W\d_]*nummern\b|[^\W\d_]+- (?:und|oder|bzw\.) [^\W\d_]*nummern\b", re.IGNORECASE)


def reached_under(before: str, figure: str, after: str) -> bool:
    """Whether a sentence says that somebody is reached under the figure between two texts."""
    if not _ENDS_UNDER.search(before) or (_FIVE.fullmatch(figure) and _TOWN.match(after)):
        return False
    return _REACHED_UNDER.search(before) is not None or _IS_REACHED.match(after) is not None


@lru_cache(maxsize=4096)
def label_of(gap: str, carried: Label) -> tuple[Label, bool, bool]:
    """What the words of a gap say of the number behind it, if they only join two numbers, and if they say anything."""
    reader = _GapReader(gap, carried)
    for match in WORDS.finditer(gap):
        reader.see(match)
    joined = reader.joined and _JOINED.match(WORDS.sub("", gap)) is not None
    return reader.label, joined, reader.said and reader.label != NONE


class _GapReader:
    """Reads a gap word by word, and knows what the words so far say of the next number."""

    def __init__(self, gap: str, carried: Label) -> None:
        self.gap, self.label = gap, carried
        self.said = False  # a word of this gap has said so
        self.joined = True
        self.union = False  # a label and a joint: `Tel./`
        self.noun = False
        self.extends = False  # the word before is `Durchwahl`
        self.reach = _REACH  # so many ordinary words may still stand before the number
        self.at = 0

    def see(self, match: re.Match[str]) -> None:
        """The next word."""
        word = match.group()
        part, kinds = classify(word)
        if part is Word.KIND and is_lone(word) and is_other_letter(self.gap, *match.span()):
            part = Word.OTHER
        if part is Word.KIND and _DENIED.search(self.gap[max(0, match.start() - 7) : match.start()]):
            part = Word.OTHER
        if part is Word.KIND and self.label.area and _OF_MANY.match(self.gap, match.start()):
            part = Word.NEUTRAL
        between = self.gap[self.at : match.start()]
        if part is Word.KIND and self.extends and not _BOTH.search(between):
            self._name_extension(between)
        self.extends = part is Word.EXTENSION
        if self.label.weak and part is Word.KIND and not is_lone(word) and are_no_pair(between):
            self.union = False  # `Frau Muster (A, F) Tel.`
        self.at = match.end()
        self._take(part, kinds, match)
        if part is Word.NEUTRAL and not self.said and is_number_word(word):
            self._number_word(match)
        self.noun = part is Word.OTHER and word[0].isupper()
        if (self.label.place or self.label.foreign) and _is_done(self.gap[self.at :], self.label):
            self.label, self.said, self.joined = NONE, False, False

    def _take(self, part: Word, kinds: tuple[PhoneKind, ...], match: re.Match[str]) -> None:
        if part in (Word.KIND, Word.EXTENSION):
            ended = self.union and _ENDS_SENTENCE.search(self.gap, 0, match.start() + 1)  # `mit der Durchwahl. Fax: …`
            before = self.label if self.said and not ended else NONE
            self._say(_phone_label(before, part, kinds, self.union, _is_weak(match, self.gap)))
            self.union = True
        elif part in (Word.JOIN, Word.NEUTRAL):
            self.union = self.union and part is Word.JOIN
        elif part is Word.AREA:
            self._say(Label(area=True), _AREA_REACH)
        elif part in (Word.CENTRAL, Word.TRUNK):
            trunk = part is Word.TRUNK and self.label.extension
            self._say(Label((self.said and self.label.kinds) or ("voice",), central=True, trunk=trunk))
        elif part in (Word.FOREIGN, Word.PLACE):
            foreign = part is Word.FOREIGN or (self.label.foreign and self.said)
            self._say(Label(foreign=foreign, place=not foreign), _REACH if foreign else 1)
        elif part is Word.TIME:
            self.label, self.said, self.joined, self.union = NONE, False, False, False
        else:
            self._other(match.start())

    def _name_extension(self, between: str) -> None:
        """`Durchwahl Fax` is a Durchwahl of that kind; `+ Durchwahl, Fax` is over before its comma."""
        self.union = self.union and "," not in between
        self.label = replace(self.label, kinds=()) if self.said else self.label

    def _say(self, label: Label, reach: int = _REACH) -> None:
        self.label, self.said, self.reach = label, True, reach

    def _other(self, start: int) -> None:
        """An ordinary word: too many of them, and the label is that of something else."""
        self.joined, self.union, self.reach = False, False, self.reach - 1
        ended = self.said and _ENDS_SENTENCE.search(self.gap, 0, start + 1)
        if self.reach < 0 or self.label.weak or ended:
            self.label, self.said = NONE, False

    def _number_word(self, match: re.Match[str]) -> None:
        """`erreichen Sie unter der Nummer 7 44 19`; behind a noun it is the number of that: `Aktenzeichen Nr.`."""
        if _UNDER.search(self.gap[: match.start()]):
            self.label, self.said = Label(("voice",)), True
        elif self.noun:
            self.label, self.said = Label(foreign=True), True


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
