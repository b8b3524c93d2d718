"""Telephone numbers as German offices write them: every number a reader could dial, with its kind and its Durchwahl.

Read from left to right, a line is words and runs of digits. The words (`phone_words`) say what the next run is, the
grammar (`phone_grammar`) says which numbers stand in it, and what went before lends what is not written: the area code
announced on the page, else that of the number before, else the district's; a main number for a Durchwahl.
A number that is not fully there, or cannot exist, is a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline import display, numbering
from pipeline.errors import ValueNotUnderstood
from pipeline.model import Finding, Phone, PhoneKind, Step
from pipeline.transform.phone_grammar import (
    Number,
    Outcome,
    Problem,
    has_plus,
    letters,
    read_extension,
    read_local,
    read_whole,
)
from pipeline.transform.phone_text import MASK, Line, Part, Run, find_runs, read_line
from pipeline.transform.phone_words import NONE, WORDS, Label, Word, classify, is_lone

#: A label may stand so many ordinary words before its number: "Tel. bei Frau Beispiel: …".
_REACH = 3
#: Only the end of a long text before a number can be its label.
_GAP = 160
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"[\s,;/|&+().:-]*\Z")
_AFTER_LABEL = re.compile(r"\s?\(\s?([^()\d]{1,40})\)")
#: Behind the last digit: a hyphen with nothing behind it, dots, XXX: the number is not all there.
_CUT = re.compile(r"-(?!\s?\()|\s?-?\s?/?(?:[xX*#?_]{2,}|…|\.{2,}|[xXyYnN]{2,}\b)|\s-\s?(?:$|[,;)])")
#: The same place holds the word Durchwahl: what was read is a main number.
_TRUNK_HERE = re.compile(
    r"\s?-\s?(?:\(\s?)?(?:Durchwahl|Durchw\b|DW\b|Dw\b|App\b|Apparat|Nebenstelle|NSt\b|Nst\b)", re.IGNORECASE
)
_TRUNK_PLACEHOLDER = re.compile(r"\s?-\s?\(?(?:[xX*#?_]{2,}|…|\.{2,}|0{3,}\b)")
_GLUED = re.compile(r"[ /.-]{0,2}\d*[^\W\d_]*\d")


@dataclass(frozen=True, slots=True)
class Dialing:
    """What lends a number the digits it does not write.

    `area_code` is the district's (`0711`), `announced` one said in the text ("Vorwahl 07161"), `main` the E.164 stem of
    a shared main number (`+497113902`). What reading adds for the next line: `previous`, the area code of the number
    before, `stem`, its digits before the hyphen, and `pending`, a label whose number stands on the next line.
    """

    area_code: str | None = None
    announced: str | None = None
    main: str | None = None
    previous: str | None = None
    stem: str | None = None
    pending: Label = NONE

    def fresh(self) -> Dialing:
        """The same at the beginning of another block: what only the lines before it said is forgotten."""
        return replace(self, previous=None, stem=None, pending=NONE)


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number, its span in the text as given, and the steps between the two."""

    phone: Phone
    start: int
    end: int
    raw: str
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """All numbers of a text in order, what looked like one and is none, and what the next text may rely on."""

    found: tuple[FoundPhone, ...] = ()
    findings: tuple[Finding, ...] = ()
    dialing: Dialing = Dialing()


def read_phones(text: str, dialing: Dialing, kind: PhoneKind | None = None, labelled: bool = False) -> PhoneReading:
    """All telephone numbers of a text of one or more lines.

    `kind` is what a label outside the text says, `labelled` that the text stands behind such a label, so that bare
    digits are a number.
    """
    reader = _Reader(replace(dialing, area_code=numbering.national(dialing.area_code)), kind, labelled)
    lines = text.split("\n")
    announced = [_announcement(line) for line in lines] if "orw" in text.lower() else [None] * len(lines)
    if reader.dialing.announced is None:
        first = next((code for code in announced if code), None)
        reader.dialing = replace(reader.dialing, announced=first)
    offset = 0
    for line, code in zip(lines, announced, strict=True):
        if code:
            reader.dialing = replace(reader.dialing, announced=code)
        reader.read(line, offset)
        offset += len(line) + 1
    return PhoneReading(tuple(reader.found), tuple(reader.findings), reader.dialing)


@dataclass(frozen=True, slots=True)
class _Item:
    """A number of one chain (`-30, -31 und -32`) before its kind is settled."""

    number: Number
    kinds: tuple[PhoneKind, ...]  # from a label behind it


class _Reader:
    """Reads line after line. Its state is what a person keeps in mind: the label, the chain, and the last number."""

    def __init__(self, dialing: Dialing, kind: PhoneKind | None, labelled: bool) -> None:
        self.dialing = dialing
        self.kind = kind
        self.labelled = labelled or kind is not None
        self.found: list[FoundPhone] = []
        self.findings: list[Finding] = []
        self.label = self.heading = NONE
        self.chain: list[_Item] = []
        self.before_chain: Number | None = None
        self.postfix: list[tuple[PhoneKind, ...]] = []
        self.line = Line("", "", None)
        self.raw, self.offset = "", 0

    # ---- lines -------------------------------------------------------------------------------

    def read(self, raw: str, offset: int) -> None:
        """One line as the page shows it, at `offset` of the whole text."""
        if not raw or raw.isspace():
            return
        self.raw, self.offset, self.before_chain = raw, offset, None
        self.label, pending = self.dialing.pending, self.dialing.pending
        if not _DIGIT.search(raw):
            signs, runs = raw[-_GAP:], []
        else:
            self.line = read_line(raw)
            signs = self.line.signs
            runs = list(find_runs(signs))
        if not runs:
            self.label = NONE
            self._remember(_label_of(signs[-_GAP:], NONE)[0] if len(raw) < _GAP else NONE)
            return
        self.label = pending
        self._read_runs(signs, runs)

    def _remember(self, pending: Label) -> None:
        if pending != self.dialing.pending:
            self.dialing = replace(self.dialing, pending=pending)

    def _read_runs(self, signs: str, runs: list[Run]) -> None:
        self.postfix = _postfix(signs, runs)
        at = 0
        for index, run in enumerate(runs):
            if run.start < at:
                continue
            self._hear(signs[max(at, run.start - _GAP) : run.start], at == 0)
            after = signs[run.end : run.end + 60]
            at = self._read_run(run, after, index)
        self._settle()
        tail, _, _ = _label_of(signs[max(at, len(signs) - _GAP) :], NONE)
        self._remember(NONE if self.postfix else tail if tail != NONE else self.heading)
        self.heading = NONE

    def _hear(self, gap: str, first: bool) -> None:
        """What stands between two runs: a new label, the same list going on, or words that end it."""
        label, joined, said = _label_of(gap, self.label if first else NONE)
        if said:
            self._settle()
            self.label = label
        elif first and self.label != NONE:
            self.label = label
        elif first:
            self.label = NONE
        elif not joined:
            self._settle()
            self.label = self.label if self.label.foreign and label.foreign else NONE
            self.before_chain = None

    # ---- runs --------------------------------------------------------------------------------

    def _read_run(self, run: Run, after: str, index: int) -> int:
        """Reads the numbers of a run; returns where the line goes on behind it."""
        parts = run.parts
        if self.label.foreign or self._is_glued(run) or _is_short(parts):
            return run.end
        at = 0
        if self.label.place:
            self.label, at = NONE, _next_whole(parts, 1)
        word_follows = bool(re.match(r"\s[A-ZÄÖÜ][^\W\d_]", after))
        while at < len(parts):
            at = self._read_at(parts, at, after, word_follows, index)
        close = _AFTER_LABEL.match(after)
        return run.end + (close.end() if close and self.chain and self._takes_label(close.group(1), after) else 0)

    def _takes_label(self, words: str, after: str) -> bool:
        """`0711 8840-2399 (Fax)`: a label in brackets behind a number, unless it is the next number's."""
        label, _, said = _label_of(words, NONE)
        prefix = self.label.kinds and re.match(r"\s?\([^()]*\)[\s:]*[-+(]*\d", after)
        if not said or not label.kinds or prefix:
            return False
        self.chain[-1] = _Item(self.chain[-1].number, label.kinds)
        return True

    def _is_glued(self, run: Run) -> bool:
        """True for `D-73728` or `EG-12`: a figure behind a word with a hyphen that is no label."""
        signs, start = self.line.signs, run.start
        if start < 2 or signs[start - 1] != "-" or not signs[start - 2].isalpha():
            return False
        return not self.label.says_phone

    def _read_at(self, parts: tuple[Part, ...], at: int, after: str, word_follows: bool, index: int) -> int:
        """Reads what begins at group `at`; returns the index of the group behind it."""
        part = parts[at]
        whole = has_plus(part) or (part.digits[0] == "0" and not _is_dashed(parts, at))
        if whole and len(parts) > at + 1 and part.digits == "0" and self.chain and at:
            whole = False
        if self.label.area and whole and at == 0 and self._is_code(parts):
            return len(parts)
        outcome = self._outcome(parts, at, whole, word_follows)
        if outcome is None:
            return _next_whole(parts, at + 1)
        result, then = outcome
        self._take(result, parts, at, then, after if then == len(parts) else "", index)
        return then if isinstance(result, Number) else _next_whole(parts, then)

    @property
    def _trusted(self) -> bool:
        """True where bare digits are a number."""
        return self.label.says_phone or (self.labelled and not self.label.foreign)

    def _is_code(self, parts: tuple[Part, ...]) -> bool:
        outcome, then = read_whole(parts, 0)
        return isinstance(outcome, Problem) and outcome.area is not None and then == len(parts)

    def _outcome(self, parts: tuple[Part, ...], at: int, whole: bool, word_follows: bool) -> Outcome | None:
        """The number or problem at a group, None where nothing says that it is a number."""
        if whole:
            return self._whole(parts, at, word_follows)
        if at and parts[at].sep in ("", "."):
            return None  # what stands behind a number and a blank is none: a room, a postcode
        tail = self._tail(parts, at, word_follows)
        if tail is not None:
            return tail
        if _is_dashed(parts, at):
            return self._dashed(parts, at)
        if self.chain and self.label.says_phone and not _has_hyphen(parts, at):
            return None  # a figure behind a comma that does not go on with the list
        return self._bare(parts, at, word_follows)

    def _whole(self, parts: tuple[Part, ...], at: int, word_follows: bool) -> Outcome | None:
        result, then = read_whole(parts, at, word_follows)
        if self._trusted or self.label.kinds or self.chain:
            return result, then
        if isinstance(result, Problem):
            return (result, then) if result.code == "phone_truncated" and then - at > 1 else None
        return (result, then) if _is_evident(parts[at:then], result, self.line.signs) else None

    # ---- Durchwahl and lists -----------------------------------------------------------------

    def _dashed(self, parts: tuple[Part, ...], at: int) -> Outcome | None:
        """A hyphen with nothing before it: the Durchwahl of the last main number."""
        if not (self._trusted or parts[at].tight):
            return None
        digits, then = read_extension(parts, at)
        stem = self.dialing.stem or self.dialing.main
        free = self._trusted or self._stands_free(parts, at, then)
        if stem is None or not free:
            return (Problem("phone_no_main", parts[then - 1].end), then) if self._trusted else None
        return self._extended(stem, digits, parts, at, then)

    def _stands_free(self, parts: tuple[Part, ...], at: int, then: int) -> bool:
        """`Frau Beispiel -30`, not `8 -30` or `-30 Prozent`: nothing but signs follows, a blank or bracket leads."""
        signs = self.line.signs
        begin = signs.rfind("-", 0, parts[at].end)
        follows = signs[parts[then - 1].end : parts[then - 1].end + 2]
        lead = signs[max(0, begin - 2) : begin]
        return (
            at == 0
            and then == len(parts)
            and len(parts[at].digits) <= 5
            and (not lead or lead[-1] in " (:,/")
            and not lead.strip()[-1:].isdigit()
            and MASK not in follows
            and not (follows.strip()[:1].isalpha() or follows.strip()[:1] in ("-", "%", "€", "°"))
        )

    def _extended(self, stem: str, digits: str, parts: tuple[Part, ...], at: int, then: int) -> Outcome:
        e164, end = stem + digits, parts[then - 1].end
        if len(digits) > 6 or (e164.startswith(numbering.COUNTRY) and not numbering.is_number(e164[3:])):
            return Problem("phone_unknown", end), then
        raw = self.line.signs[parts[at].start : end]
        step = Step("phone_extension", raw, display.phone(Phone("voice", e164, digits)))
        area, local = _area_and_local(e164)
        start = parts[at].start
        return Number(e164, start, end, digits, area, local, digits, 1, (*letters(parts[at:then]), step)), then

    def _tail(self, parts: tuple[Part, ...], at: int, word_follows: bool) -> Outcome | None:
        """A further number of a list, `/31`, `oder -31`, `, 558831`: what it leaves out is that of the one before."""
        last = self.chain[-1].number if self.chain else None
        if last is None or (at and not _lists(parts[at])):
            return None
        dashed = _is_dashed(parts, at)
        if not dashed and at + 1 < len(parts) and parts[at + 1].sep == "-":
            return self._local(parts, at, word_follows)
        digits, then = read_extension(parts, at) if dashed else (parts[at].digits, at + 1)
        if not dashed and not self._ends_list(parts, at):
            return None
        return _completed(self, last, digits, dashed, parts, at, then)

    def _ends_list(self, parts: tuple[Part, ...], at: int) -> bool:
        """Bare digits behind a comma go on with the list only if no word follows: `-30, 73033 Göppingen`."""
        signs = self.line.signs
        if at or signs[: parts[0].start].rstrip()[-1:] not in (",", ";"):
            return True
        return not re.match(r"\s?[^\W\d_]", signs[parts[-1].end : parts[-1].end + 3]) or bool(
            re.match(r"\s?(?:oder|und|u\.|bzw)\b", signs[parts[-1].end : parts[-1].end + 8])
        )

    # ---- numbers without area code -----------------------------------------------------------

    def _bare(self, parts: tuple[Part, ...], at: int, word_follows: bool) -> Outcome | None:
        """Digits without area code: a Durchwahl, a local number, or nothing."""
        if _has_hyphen(parts, at):
            return self._hyphenated(parts, at, word_follows)
        if not self._trusted:
            return None
        digits, then = read_extension(parts, at)
        stem = self._stem_for(digits) if then == len(parts) or "/" in parts[then].sep else None
        if stem:
            return self._extended(stem, digits, parts, at, then)
        if self.label.extension and len(digits) <= 5:
            return Problem("phone_no_main", parts[then - 1].end), then
        return self._local(parts, at, word_follows)

    def _stem_for(self, digits: str) -> str | None:
        """The main number to which a bare Durchwahl belongs, None if the digits are rather a number of their own."""
        stem, main = self.dialing.stem, self.dialing.main
        if self.label.extension:
            return (stem or main) if len(digits) <= 6 else None
        if main and self.labelled and not self.label.kinds:
            return main if len(digits) <= 5 else None
        last = self.before_chain
        if last and last.extension and len(last.extension) == len(digits) and len(digits) <= _shortest(last.area) - 1:
            return last.stem
        area = _area_and_local(main)[0] if main else None
        return main if area and len(digits) < _shortest(area) else None

    def _hyphenated(self, parts: tuple[Part, ...], at: int, word_follows: bool) -> Outcome | None:
        """`2055-30`: under the same main number as before it needs no label."""
        main = parts[at].digits
        for stem in (self.dialing.stem, self.dialing.main):
            if stem and len(main) >= 3 and _ends_stem(stem, main):
                digits, then = read_extension(parts, at + 1)
                return self._extended(stem, digits, (*parts[:then],), at, then)
        return self._local(parts, at, word_follows) if self._trusted else None

    def _local(self, parts: tuple[Part, ...], at: int, word_follows: bool) -> Outcome:
        """A number of the area announced, of the one before, or of the district."""
        known = self.dialing.announced or self.dialing.previous or self.dialing.area_code
        result, then = read_local(parts, at, known or "030", word_follows)
        if isinstance(result, Problem):
            return result, then
        if known is None:
            return Problem("phone_no_area", result.end), then
        if not self._long_enough(result, known):
            return Problem("phone_truncated", result.end), then
        raw = self.line.signs[result.start : result.end]
        shown = display.phone(Phone("voice", result.e164, result.extension))
        return replace(result, steps=(*result.steps, Step("phone_area", raw, shown))), then

    def _long_enough(self, number: Number, area: str) -> bool:
        """Few bare digits are rather a Durchwahl without its main number, unless the page says that they are local."""
        main = number.local[: -len(number.extension)] if number.extension else number.local
        if number.extension:
            return len(main) > 2 or (len(main) == 2 and len(number.extension) > 2)
        like = self.before_chain
        alike = like is not None and not like.extension and abs(len(like.local) - len(main)) <= 1
        return len(main) >= (3 if self.dialing.announced or alike else _shortest(area))

    # ---- what was read -----------------------------------------------------------------------

    def _take(
        self, result: Number | Problem, parts: tuple[Part, ...], at: int, then: int, after: str, index: int
    ) -> None:
        if isinstance(result, Problem):
            self._object(result, parts, at, then, after)
            return
        if after and self._is_cut(result, after):
            return
        if result.area:
            self.dialing = replace(self.dialing, previous=result.area)
        if result.stem:
            self._keep_stem(result)
        self.chain.append(_Item(result, self.postfix[index] if self.postfix else ()))
        self.before_chain = result

    def _keep_stem(self, number: Number) -> None:
        central = self.label.central and number.extension == "0"
        main = number.stem if central else self.dialing.main
        self.dialing = replace(self.dialing, stem=number.stem, main=main)

    def _is_cut(self, number: Number, after: str) -> bool:
        """True if what follows shows that the number is not all there, or that it is the main number of Durchwahlen."""
        if number.extension is None and number.area and (self.label.trunk or _TRUNK_HERE.match(after)):
            self.dialing = replace(self.dialing, main=number.e164, stem=number.e164, previous=number.area)
            return True
        if not _CUT.match(after) and not _GLUED.match(after):
            return False
        if number.extension is None and number.area and _TRUNK_PLACEHOLDER.match(after):
            self.dialing = replace(self.dialing, stem=number.e164, previous=number.area)
        code = "phone_truncated" if _CUT.match(after) else "phone_unknown"
        self._finding(code, number.start, min(number.end + 6, len(self.line.signs)))
        return True

    def _object(self, problem: Problem, parts: tuple[Part, ...], at: int, then: int, after: str) -> None:
        """A finding, except for an area code that is announced rather than cut off: `Telefon (07161)`."""
        if problem.area and then == len(parts) and ("(" in parts[at].sep or self.label.area):
            self.dialing = replace(self.dialing, announced=problem.area)
            self.heading = self.label
            return
        if problem.area:
            self.dialing = replace(self.dialing, previous=problem.area)
        if _is_short(parts[at:then]):
            return
        self._finding(problem.code, parts[at].start, problem.end + (1 if after[:1] == "-" else 0))

    def _finding(self, code: str, start: int, end: int) -> None:
        text = self.line.text[start:end].strip()
        self.findings.append(Finding(code, "warning", text))

    def _settle(self) -> None:
        """Gives the numbers of the chain their kinds: one for all, or one after the other (`Tel./Fax -30/-39`)."""
        kinds = self.label.kinds or ((self.kind,) if self.kind else ("voice",))
        count = len(self.chain)
        for index, item in enumerate(self.chain):
            own = item.kinds or kinds
            if not item.kinds and len(kinds) > 1 and count > 1:
                own = (kinds[-1],) if index == count - 1 else (kinds[min(index, len(kinds) - 2)],)
            for kind in dict.fromkeys(_kind(item.number, kind) for kind in own):
                self._emit(item.number, kind)
        self.chain = []

    def _emit(self, number: Number, kind: PhoneKind) -> None:
        start, end = self.line.origin(number.start, number.end)
        raw = self.raw[start:end]
        written = self.line.text[number.start : number.end]
        steps = () if raw == written else (Step("clean", raw, written),)
        phone = Phone(kind, number.e164, number.extension)
        self.found.append(FoundPhone(phone, self.offset + start, self.offset + end, raw, (*steps, *number.steps)))


def _kind(number: Number, kind: PhoneKind) -> PhoneKind:
    """The prefix says mobile, whatever the label says."""
    if number.e164.startswith(numbering.COUNTRY) and numbering.is_mobile(number.e164[3:]):
        return "mobile"
    return "voice" if kind == "mobile" else kind


# ---- words -----------------------------------------------------------------------------------------


def _label_of(gap: str, carried: Label) -> tuple[Label, bool, bool]:
    """What the words of a gap say of the number behind them, if they only join two numbers, and if they say anything."""
    label, said, joined, reach, union = carried, False, True, _REACH, False
    for match in WORDS.finditer(gap):
        part, kinds = classify(match.group())
        if part is Word.KIND or part is Word.EXTENSION:
            label = _phone_label(label if said else NONE, part, kinds, union, _is_weak(match, gap))
            said, reach, union = True, _REACH, True
        elif part is Word.JOIN or part is Word.NEUTRAL:
            union = union and part is Word.JOIN
        elif part is Word.AREA:
            label, said = Label(area=True), True
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
        if (label.place or label.foreign) and MASK in gap[match.end() :]:
            label, said, joined = NONE, False, False  # the figure it speaks of is masked already
    return label, joined and _JOINED.match(WORDS.sub("", gap)) is not None, said and label != NONE


def _is_weak(match: re.Match[str], gap: str) -> bool:
    return is_lone(match.group()) and gap[match.end() : match.end() + 1] != ":"


def _phone_label(before: Label, part: Word, kinds: tuple[PhoneKind, ...], union: bool, weak: bool) -> Label:
    """A label behind another of the same gap: `Tel./Fax` is both, `Fax-Durchwahl` a Durchwahl of that kind."""
    if part is Word.EXTENSION:
        return Label(kinds or before.kinds or ("voice",), extension=True)
    if union and before.kinds:
        kinds = tuple(dict.fromkeys((*before.kinds, *kinds)))
    return Label(kinds, extension=union and before.extension, weak=weak)


def _postfix(signs: str, runs: list[Run]) -> list[tuple[PhoneKind, ...]]:
    """The kinds of a line whose labels stand behind their numbers (`0711 8840-0 Telefon, 0711 8840-99 Fax`), else none."""
    tail = signs[runs[-1].end :]
    if len(tail) > 40 or len(runs) > 8 or ":" in tail or "(" in tail or not _says_kinds(tail):
        return []
    if _label_of(signs[max(0, runs[0].start - _GAP) : runs[0].start], NONE)[2]:
        return []
    ends = [run.start for run in runs[1:]] + [len(signs)]
    gaps = [signs[run.end : end] for run, end in zip(runs, ends, strict=True)]
    if not all(map(_says_kinds, gaps)):
        return []
    return [_label_of(gap, NONE)[0].kinds for gap in gaps]


def _says_kinds(gap: str) -> bool:
    words = WORDS.findall(gap) if len(gap) <= 40 else []
    parts = [classify(word)[0] for word in words if word not in ";|•" and not is_lone(word)]
    return Word.KIND in parts and set(parts) <= {Word.KIND, Word.JOIN}


def _announcement(raw: str) -> str | None:
    """The area code that a line announces: `Vorwahl 07161`."""
    if "orw" not in raw.lower():
        return None
    signs, at = read_line(raw).signs, 0
    for run in find_runs(signs):
        label, _, said = _label_of(signs[max(at, run.start - _GAP) : run.start], NONE)
        at = run.end
        outcome, then = read_whole(run.parts, 0) if run.parts[0].digits[0] in "04" else (None, 0)
        if said and label.area and isinstance(outcome, Problem) and then == len(run.parts) and outcome.area:
            return outcome.area
    return None


# ---- digits ----------------------------------------------------------------------------------------


def _is_short(parts: tuple[Part, ...]) -> bool:
    """Short codes, alone or in a list: 112, `116 117`, `110/112`."""
    digits = "".join(part.digits for part in parts)
    return numbering.is_short_code(digits) or all(numbering.is_short_code(part.digits) for part in parts)


def _is_dashed(parts: tuple[Part, ...], at: int) -> bool:
    """True for a Durchwahl that begins with its hyphen: `-30`, `/-31`, `(-32)`."""
    sep = parts[at].sep
    return sep.endswith("-") and not (len(parts[at].digits) > 2 and parts[at].digits[0] == "0")


def _has_hyphen(parts: tuple[Part, ...], at: int) -> bool:
    return at + 1 < len(parts) and parts[at + 1].sep in ("-", "--")


def _lists(part: Part) -> bool:
    return "/" in part.sep or part.sep in ("-", "--") or part.sep == "(-"


def _next_whole(parts: tuple[Part, ...], at: int) -> int:
    """The next group at which a whole number may begin: `12 07161 2055-0`."""
    for index in range(at, len(parts)):
        part = parts[index]
        free = (part.spaced and part.sep in ("", "(", "-", "/")) or "/" in part.sep
        if "+" in part.sep or (free and part.digits[0] == "0" and index + 1 < len(parts)):
            return index
    return len(parts)


def _is_evident(parts: tuple[Part, ...], number: Number, signs: str) -> bool:
    """True for a number that nobody could take for something else although no label stands there."""
    first = parts[0]
    if "+" in first.sep:
        return True
    if not number.e164.startswith(numbering.COUNTRY) or first.raw == "O":
        return False
    digits = sum(len(part.digits) for part in parts)
    if len(parts) == 1:
        return signs.strip(" ().,:;|") == first.raw and digits >= 9
    seps = {part.sep for part in parts[1:]}
    if digits < 8 or (seps <= {".", "/"} and digits < 9):
        return False
    return _is_aligned(parts, number)


def _is_aligned(parts: tuple[Part, ...], number: Number) -> bool:
    """True if the groups respect the area code: it ends where a group ends, or stands whole in the first."""
    code = "0" + (numbering.code_of(number.e164[3:]) or "")
    written = ""
    for part in parts:
        written += part.digits
        if written.startswith("0049"):
            written = "0" + written[4:].lstrip("0")
        if len(written) >= len(code):
            return len(written) == len(code) or part is parts[0]
    return False


def _shortest(area: str | None) -> int:
    """So many digits a local number has at least, where nothing says that shorter ones are meant."""
    return 6 if area is None or len(area) <= 4 else 5


def _area_and_local(e164: str) -> tuple[str | None, str]:
    nsn = e164[3:] if e164.startswith(numbering.COUNTRY) else ""
    area = numbering.area_of(nsn)
    return ("0" + area, nsn[len(area) :]) if area else (None, "")


def _ends_stem(stem: str, main: str) -> bool:
    """True if `main` is all that a stem has behind its area code (abroad: ends with it)."""
    _, local = _area_and_local(stem)
    return local == main if local else stem.endswith(main)


def _completed(
    reader: _Reader, last: Number, digits: str, dashed: bool, parts: tuple[Part, ...], at: int, then: int
) -> Outcome | None:
    """A number that leaves out what the one before it in a list says."""
    comma = not at and reader.line.signs[: parts[0].start].rstrip(" -")[-1:] in (",", ";")
    if last.stem and last.extension:
        if dashed or len(digits) == len(last.extension) or (last.extension == "0" and len(digits) < 5):
            if dashed and len(digits) < len(last.extension) and digits != "0":
                return Problem("phone_unknown", parts[then - 1].end), then
            return reader._extended(last.stem, digits, parts, at, then)
        if len(digits) < len(last.extension) and not comma:
            return _replaced(reader, last, last.extension, digits, parts, at, then)
    elif last.area is None:
        short = not dashed and not comma and len(digits) <= 2
        return _replaced(reader, last, "", digits, parts, at, then) if short else None
    elif last.groups > 1 and len(digits) == len(last.last) and not comma:
        return _replaced(reader, last, digits if dashed else "", digits, parts, at, then)
    elif dashed:
        return Problem("phone_no_main", parts[then - 1].end), then
    elif len(digits) <= 2 and not comma:
        return _replaced(reader, last, "", digits, parts, at, then)
    if len(digits) >= 5 and (abs(len(digits) - len(last.local)) <= 1 or len(digits) > 5):
        return reader._local(parts, at, False)
    return Problem("phone_unknown", parts[then - 1].end), then


def _replaced(
    reader: _Reader, last: Number, extension: str, digits: str, parts: tuple[Part, ...], at: int, then: int
) -> Outcome:
    """A shorter tail takes the place of the last digits: `-2310/11` is 2310 and 2311."""
    e164 = last.e164[: -len(digits)] + digits
    end = parts[then - 1].end
    if not numbering.is_number(e164[3:]):
        return Problem("phone_unknown", end), then
    own = extension[: len(extension) - len(digits)] + digits if extension else None
    raw = reader.line.signs[parts[at].start : end]
    step = Step("phone_tail", raw, display.phone(Phone("voice", e164, own)))
    area, local = _area_and_local(e164)
    return Number(e164, parts[at].start, end, own, area, local, digits, 1, (step,)), then


# ---- for other readers -----------------------------------------------------------------------------

_LOCAL_LOOK = re.compile(r"(?<![\w/.,-])(?!(?:19|20)\d\d-)\d{3,7} ?- ?\d{1,5}(?![\w/,-])")


def looks_like_number(text: str) -> bool:
    """True if a text holds something that a reader would take for a telephone number, cut off or not."""
    if not _DIGIT.search(text):
        return False
    reading = read_phones(text, Dialing())
    if reading.found or reading.findings:
        return True
    return any(_LOCAL_LOOK.search(read_line(line).signs) for line in text.split("\n") if "-" in line or "–" in line)


def main_number(text: str, dialing: Dialing) -> str | None:
    """The E.164 stem of a main number: `0711 3902-0` and `0711 3902-(Durchwahl)` are both `+497113902`."""
    reading = read_phones(text, replace(dialing.fresh(), main=None))
    if reading.dialing.main:
        return reading.dialing.main
    for found in reading.found:
        if found.phone.extension == "0" and found.phone.kind != "fax":
            return found.phone.e164[:-1]
    return reading.dialing.stem if not reading.found else None


_DISPLAYED = re.compile(r"(0\d+) (\d+)(?:-(\d+))?")
_DISPLAYED_ABROAD = re.compile(r"\+[1-9][\d ]*(?:-(\d+))?")


def parse_phone(text: str, kind: PhoneKind = "voice") -> Phone:
    """The inverse of `display.phone`; anything else raises `ValueNotUnderstood`. The prefix says what is a mobile."""
    match = _DISPLAYED.fullmatch(text) or _DISPLAYED_ABROAD.fullmatch(text)
    digits = "".join(char for char in text if char.isdigit())
    e164 = "+" + digits if text.startswith("+") else numbering.COUNTRY + digits[1:]
    extension = match.group(match.lastindex or 0) if match and match.lastindex and "-" in text else None
    phone = Phone(_kind(Number(e164, 0, 0), kind), e164, extension)
    if not match or display.phone(phone) != text or (text[0] == "0" and not numbering.is_number(e164[3:])):
        raise ValueNotUnderstood("phone", text)
    return phone
