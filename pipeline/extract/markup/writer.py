"""Texts of elements become lines: what is written out, what touches, where links, labels and emphasis stand on them."""

from __future__ import annotations

import re

from pipeline.extract.markup import field_labels, glue, icons
from pipeline.extract.markup.crossed import Range, is_wholly_crossed, without_crossed
from pipeline.extract.markup.leaders import cut_at_leaders
from pipeline.extract.markup.lines import CHARACTERS, LINES, Anchor, Box, Line, refuse_endless
from pipeline.extract.markup.link_notes import without_notes
from pipeline.extract.markup.titles import Container
from pipeline.transform.text import hides, is_clean

#: Lines longer than this are cut into several; nothing is lost.
LINE_LIMIT = 20_000
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
#: A sign that stands free at the end of a line.
_PARTS = re.compile(r"\s[|•–—-]\s*$")
#: `Kreis·haus` in Leichte Sprache is one word.
_MEDIOPUNKT = re.compile(r"(?<=[^\W\d_])·(?=[a-zäöüß])")


class LineWriter:
    """Writes lines into the box that is open; `lines` is the result."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.shown = 0  # characters of these lines
        self.box = Box("body")
        self.open: list[Anchor] = []  # links whose end is still to come
        self.pieces: list[str] = []
        self.written: list[str] = []  # the same as the page writes it
        self.tidied = False  # whether that is anything else
        self.length = 0
        self.anchors: list[Anchor] = []
        self.hints: list[tuple[int, str]] = []
        self.titles: dict[int, Container] = {}  # lines of titles, and of what
        self.title: Container | None = None  # the title that is open, as long as it has no real heading
        self.strong = self.struck = self.level = 0
        self.plain = self.emphasised = 0  # characters of the line by emphasis
        self.crossed: list[Range] = []  # what of the line is struck out
        self.edge: glue.Edge = ""
        self.closed = ""  # the classes of the inline element that ended last
        self.waiting = ""  # a hint that stood alone on the line before
        self.drawn = False  # whether the last hint is an icon that stands beside its number

    def _text(self, text: str) -> None:
        if not text:
            return
        if text.isspace() and "\xa0" not in text:
            self._blank()
            return
        self.written.append(text)
        if not is_clean(text):
            self.tidied = True
            text = glue.tidy(text)
        piece = without_notes(glue.apart(text))
        if "·" in piece:
            piece = _MEDIOPUNKT.sub("", piece)
        if not piece:
            return
        while len(piece) > LINE_LIMIT:
            head, piece = _divided(piece)
            self._piece(head)
            self._end_line()
        self._piece(piece)

    def _piece(self, piece: str) -> None:
        if not piece:  # only blanks stood behind the cut
            return
        if self.edge:
            self._join(piece)
        if piece[0] == " " and (not self.length or self.pieces[-1][-1] == " "):
            piece = piece[1:]
        if not piece:
            return
        if self.length + len(piece) > LINE_LIMIT and self.length:
            self._end_line()
            piece = piece.lstrip()
        if self.struck:
            self.crossed.append((self.length, self.length + len(piece)))
        self.pieces.append(piece)
        self.length += len(piece)
        visible = len(piece) if piece != " " else 0
        if self.strong:
            self.emphasised += visible
        else:
            self.plain += visible

    def _blank(self) -> None:
        if self.length and self.pieces[-1][-1] != " ":
            self.pieces.append(" ")
            self.length += 1
        self.edge = ""

    def _join(self, piece: str) -> None:
        """Decides what stands between two texts that touch at the border of an element."""
        edge, self.edge, self.closed = self.edge, "", ""
        touch = self.length > 0 and piece[0] != " " and self.pieces[-1][-1] != " "
        if touch and glue.are_lines(self.pieces[-1], piece, edge):
            self._end_line()
        elif self.length < field_labels.LONGEST and field_labels.sets_apart("".join(self.pieces), piece):
            self._end_label()
        elif touch and (
            glue.are_two_words(self.pieces[-1], piece, edge)
            or glue.are_two_values("".join(self.pieces[-4:]), piece, edge)
        ):
            self.pieces.append(" ")
            self.length += 1

    def _end_label(self) -> None:
        """Writes the colon that a style sheet stands for; a link or a picture behind the label stays with the value."""
        label = "".join(self.pieces).rstrip()
        self.pieces = [label, ": "]
        self.length = len(label) + 2
        for anchor in self.open:
            anchor.start = self.length if anchor.start >= len(label) else anchor.start
        self.hints = [(self.length if place >= len(label) else place, hint) for place, hint in self.hints]

    def _end_line(self) -> None:
        """Closes the current line, if there is something on it."""
        self.edge = ""
        if not (self.pieces or self.anchors or self.hints):
            return
        text = "".join(self.pieces).rstrip()
        if text or self.anchors:
            self._keep(text)
        elif self.hints:
            self.waiting = self.hints[-1][1]
        self.pieces.clear()
        self.written.clear()
        self.tidied = False
        self.length = 0
        self.anchors = []
        for anchor in self.open:
            anchor.start = 0
        self.hints = []
        self.crossed = []
        self.plain = self.emphasised = 0

    def _keep(self, text: str) -> None:
        length = len(text)
        anchors = self._anchors_within(length)
        if anchors and anchors[-1].start == anchors[-1].end == length > 2:
            text = _PARTS.sub("", text)  # what parts a value from a picture that is a link
        hints = self.hints
        struck = is_wholly_crossed(sum(end - start for start, end in self.crossed), length)
        if self.crossed and not struck:
            text, anchors, hints = without_crossed(text, self.crossed, anchors, hints)
        if self.waiting and text and not any(place == 0 for place, _ in hints):
            hints = [(0, self.waiting), *hints]
        if text:
            self.waiting, self.drawn = "", False
        if hints:
            text, shifts = icons.labelled(text, hints)
            _shift(anchors, shifts)
        text, shifts = cut_at_leaders(text)
        _shift(anchors, shifts)
        strong = self.emphasised > 0 and self.plain <= (1 if self.emphasised > 3 else 0)
        if self.title is not None and text:
            self.titles[len(self.lines)] = self.title
        self.lines.append(Line(text, self.box, None, self.level, strong, struck, anchors, self._hiding()))
        self._note_shown(text)

    def _anchors_within(self, length: int) -> list[Anchor]:
        """The links of the line, and the parts of open ones, none longer than what is left of it."""
        anchors = [each.until(length) for each in self.open] + self.anchors if self.open else self.anchors
        for anchor in anchors:
            anchor.start, anchor.end = min(anchor.start, length), min(anchor.end, length)
        return anchors

    def _hiding(self) -> str:
        """The line as the page writes it, if it hides something there."""
        written = "".join(self.written) if self.tidied else ""
        return written if written and hides(written) else ""

    def _note_shown(self, text: str) -> None:
        self.shown += len(text)
        if self.shown > CHARACTERS or len(self.lines) > LINES:
            refuse_endless(len(self.lines), self.shown)


def _shift(anchors: list[Anchor], shifts: list[tuple[int, int]]) -> None:
    """Moves links to where they are behind the labels that were written out."""
    for place, width in reversed(shifts):
        for anchor in anchors:
            anchor.start += width if anchor.start >= place else 0
            anchor.end += width if anchor.end > place else 0


def _divided(piece: str) -> tuple[str, str]:
    """A text that is too long for one line, cut between two words and not inside a number."""
    cuts = [match.start() for match in _BETWEEN_WORDS.finditer(piece, LINE_LIMIT // 2, LINE_LIMIT)]
    end = cuts[-1] if cuts else LINE_LIMIT
    return piece[:end], piece[end:].lstrip()
