"""Reads a text line after line as a person does, keeping in mind the label, the list and the number before."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import PhoneKind
from pipeline.transform.phone_carried import carried, heading, is_durchwahl_below
from pipeline.transform.phone_grammar import Problem, read_whole
from pipeline.transform.phone_group import GroupReader, count_digits
from pipeline.transform.phone_labels import GAP, label_of, lone_area, postfix_kinds, reached_under
from pipeline.transform.phone_lent import Spot, stands_under_main
from pipeline.transform.phone_named import goes_on_by_name, may_go_on, names_people
from pipeline.transform.phone_shapes import (
    Parts,
    begins_with_area,
    is_glued,
    is_house,
    is_short,
    is_unit,
    lost_area,
    next_whole,
    with_server,
)
from pipeline.transform.phone_text import Run, find_runs, may_hold_number, read_line
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


class Reader(GroupReader):
    """A reader who goes from line to line, and in a line from one run of digits to the next."""

    # ---- lines -------------------------------------------------------------------------------

    def read(self, raw: str, offset: int) -> None:
        """One line as the page shows it, at `offset` of the whole text."""
        if not raw or raw.isspace():
            return
        self.raw, self.offset = raw, offset
        signs, runs = raw, []
        if may_hold_number(raw) or is_durchwahl_below(self.dialing.pending, raw):
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
        elif self.label.extension and names_people(signs):
            self.heading = self.label
        self.postfix = postfix_kinds(signs, runs)
        at = 0
        for index, run in enumerate(runs):
            if run.start < at:
                continue
            gap = signs[max(at, run.start - GAP) : run.start]
            if self.columns and (not at or "|" in gap):
                self._enter(self.columns[signs.count("|", 0, run.start)], gap.rpartition("|")[2])
            else:
                self._hear(gap, not at, run.start - at > GAP, run)
            if self.label == NONE and reached_under(gap, signs[run.start : run.end], signs[run.end : run.end + _AFTER]):
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

    def _hear(self, gap: str, first: bool, long: bool, run: Run) -> None:
        """What stands between two runs: a new label, the same list going on, or words that end it."""
        label, joined, said = label_of(gap, self.label if first else NONE)
        words, self.words = self.words, gap
        if not (said or first or long or joined) and self._lists_on(words, gap, run):
            return
        if said or first:
            self._settle()
            self.label = label if label.begun or not self.postfix else NONE
        elif long or not joined:
            self._settle()
            self.label = self.label if self.label.foreign and not long and not _ends_topic(gap) else NONE
            self.before = None

    def _lists_on(self, before: str, gap: str, run: Run) -> bool:
        """Whether a figure as long as the Durchwahl before it goes on with its list; a finding where nobody knows."""
        last = self.chain[-1][0].extension if self.chain else None
        if last is None or len(last) != len(run.parts[0].digits) or len(self._kinds) > 1:
            return False
        behind = self.line.signs[run.end : run.end + _AFTER]
        if gap.strip() == ";" or goes_on_by_name(gap, behind, self.label.extension):
            return True
        if self.label.says_phone and may_go_on(before, gap, behind) and not is_house(self.line.signs, run.parts):
            self._find("phone_unknown", run.start, run.end)
        return False

    # ---- runs --------------------------------------------------------------------------------

    def _read_run(self, run: Run, after: str, index: int) -> int:
        """Reads the numbers of a run; returns where the line goes on behind it."""
        parts, at = with_server(self.line.signs, run.parts), 0
        glued = not self.label.says_phone and is_glued(self.line.signs, run.start)
        if self.label.foreign or glued or self._is_service(run):
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
            if not whole and parts[0].digits[0] == "0":
                self._pass_over(read_whole(parts, 0)[0])
        word_follows = _WORD_FOLLOWS.match(after) is not None
        while at < len(parts):
            at = self._read_at(parts, at, after, word_follows, index)
        close = _IN_BRACKETS.match(after) if self.chain else None
        return run.end + (close.end() if close and self._takes_label(close.group(1), after) else 0)

    def _is_service(self, run: Run) -> bool:
        """112, 115, `116 117`: no telephone, but a finding where it may go on with a list of Durchwahlen."""
        if not is_short(run.parts) or self.label.extension:
            return False
        if stands_under_main(self.line.signs, run.parts, self.dialing):
            return False
        last = self.chain[-1][0].extension if self.chain else None
        if last and len(last) == len(run.parts[0].digits):
            self._find("phone_unknown", run.start, run.end)
        return True

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
        before = behind or self._kinds or ("voice",)
        self.chain[-1] = (number, tuple(dict.fromkeys((*before, *kinds))) if too else kinds)

    def _read_at(self, parts: Parts, at: int, after: str, word_follows: bool, index: int) -> int:
        """Reads what begins at group `at`; returns the index of the group behind it."""
        spot = Spot(self.line.signs, parts, at, word_follows, self.before)
        outcome = self._outcome(spot)
        if self.chain and (outcome is None or isinstance(outcome[0], Problem)) and count_digits(parts[at:]) > 5:
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


def _ends_topic(gap: str) -> bool:
    """True where something else is spoken of: behind the end of a sentence, a semicolon, the line of a column."""
    return any(sign in gap for sign in ";|•") or _ENDED.search(gap) is not None
