"""Reads a text line after line as a person does, keeping in mind the label, the list and the number before."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline import numbering
from pipeline.model import Finding, Phone, PhoneKind, Step
from pipeline.transform.dialing import Dialing, FoundPhone
from pipeline.transform.phone_behind import (
    CUT,
    DURCHWAHL_FOLLOWS,
    GLUED,
    OPEN_AREA,
    OPEN_MAIN,
    PLUS_DURCHWAHL,
    RANGE,
    RULE,
    TRUNK,
    TRUNK_PLACEHOLDER,
)
from pipeline.transform.phone_carried import carried, heading
from pipeline.transform.phone_grammar import Number, Outcome, Problem, has_plus, read_extension, read_tail, read_whole
from pipeline.transform.phone_labels import GAP, label_of, lone_area, postfix_kinds, reached_under
from pipeline.transform.phone_lent import (
    Spot,
    completed,
    extended,
    grouped_stem,
    grouping,
    local,
    shortest_local,
    stem_for,
    under_same_main,
)
from pipeline.transform.phone_shapes import (
    Parts,
    begins_with_area,
    ends_list,
    fills_column,
    fills_line,
    has_hyphen,
    is_column,
    is_dashed,
    is_evident,
    is_glued,
    is_house,
    is_short,
    is_unit,
    lists,
    lost_area,
    next_whole,
    stands_free,
    with_server,
)
from pipeline.transform.phone_text import Line, Run, find_runs, may_hold_number, read_line
from pipeline.transform.phone_words import NONE, Label

#: A sentence ends: `Kundennummer 100-23456-7 bereithalten. Störungsdienst: …` speaks of something else from there.
_ENDED = re.compile(r"[^\W\d_]{3}[.!?] +[^\W\d_a-zäöüß]")
_IN_BRACKETS = re.compile(r"\s?\(\s?([^()\d]{1,40})\)")
_NEXT_NUMBER = re.compile(r"\s?\([^()]*\)[\s:]*[-+(]*\d")
_WORD_FOLLOWS = re.compile(r"\s[A-ZÄÖÜ][^\W\d_]")
#: `Frau Stock (-`: the floor is her name, and what follows her number.
_ENDS_NAME = re.compile(r"\b(?:Frau|Herrn?) (?:[^\W\d_]+ )?[^\W\d_]+[ (]{1,2}[-–]\d{0,2}$")
#: "(auch Fax)", "und Fax": the number is that too.
_ALSO = re.compile(r"\s?(?:auch|und|u\.|[+&=]|zugleich|gleichzeitig)\s", re.IGNORECASE)
#: So much behind a run says something about it.
_AFTER = 60


class Reader:
    """What was found so far and what a person would keep in mind."""

    def __init__(self, dialing: Dialing, kind: PhoneKind | None, labelled: bool) -> None:
        self.dialing = dialing
        self.kind = kind
        self.labelled = labelled or kind is not None
        self.found: list[FoundPhone] = []
        self.findings: list[Finding] = []
        self.label = self.heading = NONE
        self.chain: list[tuple[Number, tuple[PhoneKind, ...]]] = []  # a list, with kinds from labels behind numbers
        self.unread = False  # a further figure of the list is not understood
        self.before: Number | None = None
        self.postfix: list[tuple[PhoneKind, ...]] = []
        self.columns: tuple[Label, ...] = ()  # what stands above the columns of the line
        self.line = Line("", "", None)
        self.raw, self.offset = "", 0

    # ---- lines -------------------------------------------------------------------------------

    def read(self, raw: str, offset: int) -> None:
        """One line as the page shows it, at `offset` of the whole text."""
        if not raw or raw.isspace():
            return
        self.raw, self.offset = raw, offset
        signs, runs = raw, []
        if may_hold_number(raw):
            self.line = read_line(raw)
            signs = self.line.signs
            runs = list(find_runs(signs))
        if runs and (area := lone_area(signs)):
            self.dialing = replace(self.dialing, previous=area)
        elif runs:
            self._read_runs(signs, runs)
        else:
            self._expect(heading(signs))

    def _expect(self, pending: Label) -> None:
        if pending is not self.dialing.pending:
            self.dialing = replace(self.dialing, pending=pending)

    def _read_runs(self, signs: str, runs: list[Run]) -> None:
        self.label, self.heading = carried(self.dialing.pending, signs, runs), NONE
        self.columns = self.label.columns
        if self.columns or self.label.begun.startswith("+"):
            self.heading = self.label  # the next line may be like this one
        self.postfix = postfix_kinds(signs, runs)
        at = 0
        for index, run in enumerate(runs):
            if run.start < at:
                continue
            gap = signs[max(at, run.start - GAP) : run.start]
            if self.columns and (not at or "|" in gap):
                self._enter(self.columns[signs.count("|", 0, run.start)], gap.rpartition("|")[2])
            else:
                self._hear(gap, not at, run.start - at > GAP)
            if self.label == NONE and reached_under(gap, signs[run.end : run.end + _AFTER]):
                self.label = Label(("voice",))
            at = self._read_run(run, signs[run.end : run.end + _AFTER], index)
        tail = signs[max(at, len(signs) - GAP) :]
        pending = label_of(tail, NONE)[0] if len(tail) > 1 and not self.postfix else NONE
        if self.chain and pending.kinds and _ALSO.match(tail) and ":" not in tail:
            self._also(pending.kinds, True)
            pending = NONE
        self._settle()
        self._expect(pending if pending != NONE else self.heading)

    def _enter(self, head: Label, gap: str) -> None:
        """Another column: its head is the label of what stands there, unless the cell has one of its own."""
        self._settle()
        self.label, self.before = label_of(gap, head)[0], None

    def _hear(self, gap: str, first: bool, long: bool) -> None:
        """What stands between two runs: a new label, the same list going on, or words that end it."""
        label, joined, said = label_of(gap, self.label if first else NONE)
        if said or first:
            self._settle()
            self.label = label if label.begun or not self.postfix else NONE
        elif long or not joined:
            self._settle()
            self.label = self.label if self.label.foreign and not long and not _ends_topic(gap) else NONE
            self.before = None

    # ---- runs --------------------------------------------------------------------------------

    def _read_run(self, run: Run, after: str, index: int) -> int:
        """Reads the numbers of a run; returns where the line goes on behind it."""
        parts, at = with_server(self.line.signs, run.parts), 0
        glued = not self.label.says_phone and is_glued(self.line.signs, run.start)
        if self.label.foreign or glued or (is_short(parts) and not self.label.extension):
            return run.end
        if is_house(self.line.signs, parts):
            self.label = NONE
            return run.end
        if is_unit(self.line.signs, parts):
            at = next_whole(parts, 1)  # the label speaks of what follows
        if lost_area(self.line.signs, parts, run.start):
            self._find("phone_unknown", run.start, run.end)
            return run.end
        if self.label.place:
            whole = begins_with_area(parts) or _ENDS_NAME.search(self.line.signs[: run.start + 3])
            self.label, at = NONE, 0 if whole else next_whole(parts, 1)
        word_follows = _WORD_FOLLOWS.match(after) is not None
        while at < len(parts):
            at = self._read_at(parts, at, after, word_follows, index)
        close = _IN_BRACKETS.match(after) if self.chain else None
        return run.end + (close.end() if close and self._takes_label(close.group(1), after) else 0)

    def _takes_label(self, words: str, after: str) -> bool:
        """`0711 8840-2399 (Fax)`: a label in brackets behind a number, unless it is the next number's."""
        label, _, said = label_of(words, NONE)
        if label.extension and label.kinds == ("voice",) and self.label.kinds:
            return False  # "Fax … (Durchwahl)" is a fax all the same
        if not said or not label.kinds or (self.label.kinds and _NEXT_NUMBER.match(after)):
            return False
        self._also(label.kinds, _ALSO.match(words) is not None)
        return True

    def _also(self, kinds: tuple[PhoneKind, ...], too: bool) -> None:
        """Gives the number read last the kinds of a label behind it; `too`: besides those it has already."""
        number, behind = self.chain[-1]
        before = behind or self.label.kinds or ((self.kind,) if self.kind else ("voice",))
        self.chain[-1] = (number, tuple(dict.fromkeys((*before, *kinds))) if too else kinds)

    def _read_at(self, parts: Parts, at: int, after: str, word_follows: bool, index: int) -> int:
        """Reads what begins at group `at`; returns the index of the group behind it."""
        spot = Spot(self.line.signs, parts, at, word_follows, self.before)
        outcome = self._outcome(spot)
        if self.chain and (outcome is None or isinstance(outcome[0], Problem)) and _digits(parts[at:]) > 5:
            self.unread = True
        if outcome is None:
            return next_whole(parts, at + 1)
        result, then = outcome
        behind = after if then == len(parts) else ""
        if isinstance(result, Problem):
            self._object(result, parts, at, then, behind)
            return next_whole(parts, then)
        if not (behind and self._is_cut(result, behind)):
            self._keep(result, index)
        return then

    @property
    def _trusts(self) -> bool:
        """True where bare digits are a number."""
        return self.label.says_phone or self.labelled

    def _outcome(self, spot: Spot) -> Outcome | None:
        """The number or problem at a group, None where nothing says that it is a number."""
        parts, at = spot.parts, spot.at
        dashed = is_dashed(parts, at)
        lone_zero = parts[at].digits == "0" and at > 0 and bool(self.chain)
        if has_plus(parts[at]) or (parts[at].digits[0] == "0" and not dashed and not lone_zero):
            return self._whole(spot)
        if at and parts[at].sep in ("", "."):
            return None  # what stands behind a number and a blank is none: a room, a postcode
        tail = self._tail(spot, dashed)
        if tail is not None:
            return tail
        if dashed:
            return self._dashed(spot)
        if self.chain and self.label.says_phone and not has_hyphen(parts, at):
            return None  # a figure behind a comma that does not go on with the list
        return self._bare(spot)

    def _whole(self, spot: Spot) -> Outcome | None:
        result, then = read_whole(spot.parts, spot.at, spot.word_follows)
        if self._trusts or self.label.kinds or self.chain:
            return result, then
        if isinstance(result, Problem):
            announced = self.label.area and result.area
            cut = result.code == "phone_truncated" and then - spot.at > 1
            return (result, then) if announced or (cut and _digits(spot.parts[spot.at : then]) > 4) else None
        trunk = TRUNK.match(spot.signs, result.end) is not None
        return (result, then) if trunk or is_evident(spot.parts[spot.at : then], result, spot.signs) else None

    def _tail(self, spot: Spot, dashed: bool) -> Outcome | None:
        """A further number of a list."""
        parts, at = spot.parts, spot.at
        if not self.chain or (at and not lists(parts[at])):
            return None
        if not dashed and has_hyphen(parts, at):
            return under_same_main(spot, self.dialing) or local(spot, self.dialing)
        if not dashed and not ends_list(spot.signs, parts, at):
            return None
        last = self.chain[-1][0]
        digits, then = read_extension(parts, at) if dashed else read_tail(parts, at, last)
        return completed(spot, last, digits, dashed, then, self.dialing)

    def _dashed(self, spot: Spot) -> Outcome | None:
        """A hyphen with nothing before it: the Durchwahl of the last main number."""
        digits, then = read_extension(spot.parts, spot.at)
        if not self._trusts and not (
            spot.parts[spot.at].tight and stands_free(spot.signs, spot.parts, spot.at, then)
        ) and not is_column(spot.signs, spot.parts, spot.at, then):  # fmt: skip
            return None
        stem = self._stem(digits)
        if stem is None:
            return spot.problem("phone_no_main", then) if self._trusts else None
        if then < len(spot.parts) and spot.parts[then].sep == "" and len(spot.parts[then].digits) == 4:
            own = (self.before.extension if self.before else None) == spot.parts[then].digits  # `-2345, Fax -44 2345`
            digits, then = digits + spot.parts[then].digits, then + 1
            if not own:
                return spot.problem("phone_unknown", then)
        return extended(spot, stem, digits, then)

    def _stem(self, digits: str) -> str | None:
        """The main number of a Durchwahl: that of the number before, unless it shows none and a fax follows it."""
        before, label = self.before, self.label
        plain = before is not None and before.area is not None and before.extension is None
        if plain and label.kinds and not label.extension:
            return grouped_stem(digits, self.dialing)  # "Tel. 558830, Fax -39": any other stem is another number's
        return self.dialing.stem or self.dialing.main or grouped_stem(digits, self.dialing)

    def _bare(self, spot: Spot) -> Outcome | None:
        """Digits without area code: a Durchwahl, a local number, or nothing."""
        if self.label.begun:
            return local(spot, replace(self.dialing, announced=self.label.begun))
        certain = self._trusts or fills_column(spot.signs, spot.parts)
        if known := under_same_main(spot, self.dialing, certain):
            return known
        if has_hyphen(spot.parts, spot.at):
            trusted = self._trusts or (self.dialing.announced is not None and fills_line(spot.signs, spot.parts))
            return local(spot, self.dialing) if trusted else None
        if not self._trusts:
            return None
        digits, then = read_extension(spot.parts, spot.at)
        alone = then == len(spot.parts) or "/" in spot.parts[then].sep
        if then - spot.at > 2 and not self.label.extension:
            alone = False  # `2 09 31`: who writes pairs writes a whole local number
        stem = stem_for(spot, digits, self.dialing, self.label, self.labelled) if alone else None
        if stem:
            return extended(spot, stem, digits, then)
        if self.label.extension and len(digits) <= 6:
            return spot.problem("phone_no_main", then)
        return local(spot, self.dialing)

    # ---- what was read -----------------------------------------------------------------------

    def _keep(self, number: Number, index: int) -> None:
        known = self.dialing
        central = self.label.central and number.extension == "0"
        previous, stem = number.area or known.previous, number.stem or known.stem
        grouped = grouping(number) or known.grouped
        if (previous, stem, grouped) != (known.previous, known.stem, known.grouped) or central:
            main = number.stem if central else known.main
            self.dialing = replace(known, previous=previous, stem=stem, main=main, grouped=grouped)
        self.chain.append((number, self.postfix[index] if self.postfix else ()))
        self.before = number

    def _is_cut(self, number: Number, after: str) -> bool:
        """True if what follows shows that the number is not all there, or that it is the main number of Durchwahlen."""
        if RULE.match(after):
            return True
        if number.extension and PLUS_DURCHWAHL.match(after):
            self._find("phone_truncated", number.start, number.end)
            return True
        plain = number.extension is None and number.area is not None
        few = plain and len(number.local) < shortest_local(number.area)
        if plain and (self.label.trunk or TRUNK.match(after) or (few and DURCHWAHL_FOLLOWS.match(after))):
            self.dialing = replace(self.dialing, main=number.e164, stem=number.e164, previous=number.area)
            return True
        cut = None if number.extension and RANGE.match(after) else CUT.match(after)
        if not cut and not GLUED.match(after):
            return False
        if plain and TRUNK_PLACEHOLDER.match(after):
            self.dialing = replace(self.dialing, stem=number.e164, previous=number.area)
        elif plain and OPEN_MAIN.match(after):
            self._leave_open(number.e164)
        self._find("phone_truncated" if cut else "phone_unknown", number.start, number.end + 6)
        return True

    def _object(self, problem: Problem, parts: Parts, at: int, then: int, after: str) -> None:
        """A finding, except for an area code that is announced rather than cut off: `Telefon (07161)`."""
        if stem := _short_trunk(parts[at:then]) if TRUNK.match(after) else None:
            self.dialing = replace(self.dialing, main=stem, stem=stem)
            return
        if problem.area and then == len(parts) and ("(" in parts[at].sep or self.label.area):
            self.dialing, self.heading = replace(self.dialing, announced=problem.area), self.label
            return
        if problem.lent and OPEN_MAIN.match(after) and (stem := _short_trunk(parts[at:then])):
            self._leave_open(stem)
        elif problem.area and then == len(parts) and self.label.says_phone and OPEN_AREA.match(after):
            self.heading = replace(self.label, begun=problem.area)
        if area := problem.area or problem.lent:
            self.dialing = replace(self.dialing, previous=area)
        if not is_short(parts[at:then]):
            self._find(problem.code, parts[at].start, problem.end + (after[:1] == "-"))

    def _leave_open(self, main: str) -> None:
        """A main number ends its line with a hyphen: lines that begin with one go on with it."""
        self.dialing = replace(self.dialing, stem=main)
        self.heading = Label(("voice",), extension=True, begun=main)

    def _find(self, code: str, start: int, end: int) -> None:
        self.findings.append(Finding(code, "warning", self.line.text[start:end].strip()))

    def _settle(self) -> None:
        """Gives the numbers of a list their kinds: one for all, or one after the other (`Tel./Fax -30/-39`)."""
        if not self.chain:
            return
        kinds = self.label.kinds or ((self.kind,) if self.kind else ("voice",))
        last = len(self.chain) - 1
        for index, (number, behind) in enumerate(self.chain):
            own = behind or kinds
            if not behind and len(kinds) > 1 and last:
                own = (kinds[-1],) if index == last else (kinds[min(index, len(kinds) - 2)],)
            elif not behind and self.unread:
                own = kinds[:1]  # the other kind is that of the figure behind it
            for kind in dict.fromkeys(kind_of(number.e164, kind) for kind in own):
                self._emit(number, kind)
        self.chain, self.unread = [], False

    def _emit(self, number: Number, kind: PhoneKind) -> None:
        start, end = self.line.origin(number.start, number.end)
        raw, written = self.raw[start:end], self.line.text[number.start : number.end]
        steps = number.steps if raw == written else (Step("clean", raw, written), *number.steps)
        phone = Phone(kind, number.e164, number.extension)
        self.found.append(FoundPhone(phone, self.offset + start, self.offset + end, raw, steps))


def _ends_topic(gap: str) -> bool:
    """True where something else is spoken of: behind the end of a sentence, a semicolon, the line of a column."""
    return any(sign in gap for sign in ";|•") or _ENDED.search(gap) is not None


def _short_trunk(parts: Parts) -> str | None:
    """`05361 28`: a main number that is none without its Durchwahl."""
    digits = "".join(part.digits for part in parts).removeprefix("0")
    area = numbering.area_of(digits)
    return numbering.COUNTRY + digits if area and len(digits) > len(area) and digits[len(area)] != "0" else None


def _digits(parts: Parts) -> int:
    return sum(len(part.digits) for part in parts)


def kind_of(e164: str, kind: PhoneKind) -> PhoneKind:
    """The prefix says mobile, whatever the label says; a landline under "Mobil" is none."""
    if e164.startswith(numbering.COUNTRY) and numbering.is_mobile(e164[3:]):
        return "mobile"
    return "voice" if kind == "mobile" else kind
