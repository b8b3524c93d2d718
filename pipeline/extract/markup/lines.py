"""What a page is once its markup is forgotten: lines of visible text in boxes, links behind them, tables among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.errors import FormatError
from pipeline.extract.layout import Grid
from pipeline.model import Where

#: Where on a page a line stands: its content, beside it, or the site's own head and foot.
Region = Literal["main", "aside", "site"]
#: Elements that need no number in a path because a page has one of them.
_SINGLE = frozenset({"body", "main", "header", "footer", "nav", "aside", "article"})
_PATH_STEPS = 8
#: Far beyond any page of contacts, and as much as one answer may take of a night: half a minute, half a gigabyte.
LINES, CHARACTERS = 200_000, 4_000_000


@dataclass(slots=True, eq=False)
class Box:
    """A block element. `ordinal` counts elements of its tag among its siblings, from 1."""

    tag: str
    parent: Box | None = None
    ordinal: int = 1
    name: str = ""  # its id
    region: Region = "main"
    kind: str = ""  # what the markup says: "card" for one contact, "name", "role", "office" for its parts, "title"
    depth: int = 0
    element: str = ""  # what the page has there, where its role makes a table of it
    children: dict[str, int] = field(default_factory=dict)  # how many of each tag so far
    first: int = -1  # its first line
    last: int = -1  # its last line
    steps: tuple[str, ...] | None = None  # of its path, as soon as that is asked for
    joined: str | None = None  # these steps, likewise

    def path(self) -> str:
        """A chain of CSS-like steps, from the nearest element with an id on."""
        if self.joined is None:
            self.joined = " > ".join(self._steps())
        return self.joined

    def _steps(self) -> tuple[str, ...]:
        if self.steps is None:
            around = self.parent._steps() if self.parent is not None and not self.name else ()
            self.steps = (*around, *self._step())[-_PATH_STEPS:]
        return self.steps

    def _step(self) -> tuple[str, ...]:
        if self.name:
            return ("#" + self.name,)
        if self.tag == "entry":  # no element of the page
            return ()
        element = self.element or self.tag
        return (element if element in _SINGLE else f"{element}:nth-of-type({self.ordinal})",)

    def chain(self) -> Iterator[Box]:
        """This box and those around it, from inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def root(self) -> Box:
        """The outermost box."""
        box = self
        while box.parent is not None:
            box = box.parent
        return box


@dataclass(slots=True)
class Anchor:
    """A link: the part of its line that it covers, and what its element says."""

    start: int
    end: int
    href: str
    title: str = ""
    media_type: str = ""
    classes: str = ""
    download: bool = False
    step: str = ""  # the rule that revealed it
    raw: str = ""

    def until(self, end: int) -> Anchor:
        """The part of a link that stands on one line of several."""
        rest = (self.href, self.title, self.media_type, self.classes, self.download, self.step, self.raw)
        return Anchor(self.start, end, *rest)


@dataclass(slots=True)
class Line:
    """One line of visible text, with the labels written out that only icons, titles or classes say."""

    text: str
    box: Box
    number: int | None = None
    level: int = 0  # of a heading; 1 is the title of the page, more stands below
    strong: bool = False  # wholly emphasised
    struck: bool = False
    anchors: list[Anchor] = field(default_factory=list)
    written: str = ""  # with what draws nothing, where there is any
    opens: Box | None = None  # what stands behind a title and is all that it is over

    @property
    def where(self) -> Where:
        """Its place, for readings and findings."""
        return Where(self.number, self.box.path() or None)


@dataclass(slots=True)
class Table:
    """A table among the lines: the same content as a grid, and the range of its lines in the page."""

    grid: Grid
    first: int
    last: int  # exclusive


@dataclass(slots=True)
class Page:
    """All lines of a page in order, its tables, and what it calls itself."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    title: str = ""
    site: str = ""  # the name of the site as its head or foot gives it
    base: str = ""


def refuse_endless(lines: int, characters: int) -> None:
    """Raises FormatError for a page that shows more than anybody reads: it is read whole or not at all."""
    if lines > LINES or characters > CHARACTERS:
        raise FormatError("Seite", f"zeigt mehr als {LINES} Zeilen oder {CHARACTERS} Zeichen und wird nicht gelesen")
