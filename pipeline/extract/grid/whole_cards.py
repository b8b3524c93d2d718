"""Cards without labels, to cut out: all that is known of a person in one cell, or line below line in one column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from pipeline.extract.grid.below import heading_of
from pipeline.extract.grid.card_gaps import Run, across_gaps
from pipeline.extract.grid.column_content import are_places, is_data, tells_one
from pipeline.extract.grid.column_groups import CONTACT, Row
from pipeline.extract.grid.forms import Block, label_of
from pipeline.extract.grid.headings import meanings
from pipeline.extract.grid.named_places import whole_place
from pipeline.extract.layout import Cell
from pipeline.transform.hours import find_hours
from pipeline.transform.name_opening import opening_at
from pipeline.transform.names import is_person
from pipeline.transform.office import is_office, is_role
from pipeline.transform.online import find_urls, looks_like_mail
from pipeline.transform.phone import Dialing, read_phones
from pipeline.transform.street import bare_street, is_room
from pipeline.transform.text import clean
from pipeline.transform.vacancy import is_vacant

#: Where people belong.
_SEATS = ("Gemeinde", "Dienststelle")
#: Fewer lines are no card.
_LEAST = 3
#: Who stands on a card.
_WHO = ("Name", "Dienststelle")
#: Longer lines are no Durchwahl, which goes on from some number: `DW -12`.
_SHORT, _ANY_MAIN = 24, "+4930123456"
#: So many rows tell whether people stand over their numbers.
_SAMPLE = 60
#: So many texts tell whether a sheet is one of cards.
_ENOUGH = 1_000


def whole_cards(rows: Sequence[Row]) -> list[Block]:
    """The cards of a sheet in reading order; nothing where most of its texts are none."""
    least = _LEAST - _are_people(rows[0])
    texts = [cell for cell in _texts(rows) if "\n" in cell.text]
    found = _found(texts[:_ENOUGH], least)
    if not _mostly_tell(found):
        return []
    found += _found(texts[_ENOUGH:], least)
    if not _mostly_tell(found):
        return []
    among = (block if tells else _of_office(block) for block, tells in found)
    return _with_offices_first([block for block in among if block])


def _found(texts: Iterable[Cell], least: int) -> list[tuple[Block, bool | None]]:
    """The cards of these texts, and whether they tell who it is; None of those that are too short to count."""
    return [
        (block, _tells(block) if cell.text.count("\n") + 1 >= least else None)
        for cell in texts
        for block in _blocks(cell)
    ]


def _mostly_tell(found: Iterable[tuple[Block, bool | None]]) -> bool:
    told = [tells for _, tells in found if tells is not None]
    return sum(told) * 2 > len(told)


def above_cards(rows: Sequence[Row], cards: Sequence[Block]) -> list[Row]:
    """The rows with one text each above the first card: the title of all of them."""
    read = {cell.where for card in cards for _, cell in card.labels}
    above = takewhile(
        lambda row: len({c.text for c in row if c.text}) < 2 and read.isdisjoint(c.where for c in row), rows
    )
    return list(above)


def left_over(rows: Sequence[Row], cards: Sequence[Block]) -> list[Cell]:
    """Texts with a number or an address that became no card: whose they are, nothing says."""
    read = {cell.where for card in cards for _, cell in card.labels}
    return [cell for cell in _texts(rows) if cell.where not in read and _reaches(cell.text)]


def stand_over_numbers(rows: Sequence[Row]) -> bool:
    """Whether most people have their numbers below themselves: what stands above them is no heading of a column."""
    pairs = [pair for two in pairwise(rows[:_SAMPLE]) for pair in zip(*two, strict=True) if _is_over(*pair)]
    over = sum(1 for above, _ in pairs if is_person(clean(above.text)))
    if over < 2:
        return False
    people = sum(1 for row in rows[:_SAMPLE] for cell in row if not cell.merged and is_person(clean(cell.text)))
    return over * 2 > people


def _is_over(above: Cell, below: Cell) -> bool:
    """Whether a text stands right above a number or an address."""
    return bool(above.text) and not above.merged and is_data(below.text) and not is_data(above.text)


#: What an office may be called of which nothing else is known: `Infotheke`, `Allgemeine Anfragen`.
_CALLED = re.compile(r"[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+){0,2}")


def _of_office(block: Block) -> Block | None:
    """A short card, or one without anybody, among others with people: its first line says whose numbers follow."""
    (heading, cell), *others = block.labels
    if not others or not all(_reaches(value.text) for _, value in others):
        return None
    text = cell.text.strip()
    if heading == "Bemerkung" and _CALLED.fullmatch(text) and not meanings(text):
        block.labels[0] = ("Dienststelle", cell)
    return block if block.labels[0][0] in ("Name", "Funktion", "Dienststelle") else None


def lack_labels(rows: Sequence[Row]) -> bool:
    """Whether no label stands left of its value: `Tel.: 05141 12-3401` is a line of a card, `Tel.` begins a form."""
    beside = ((cell, right) for row in rows for cell, right in pairwise(row) if cell.text and right.text)
    return not any(_is_bare(cell.text) and not _is_bare(right.text) for cell, right in beside)


def _are_people(row: Row) -> bool:
    """Whether people stand beside each other, and nothing else: what is below is in their columns, or for all."""
    names = [cell.text for cell in row if cell.text]
    return len(names) > 1 and all(map(is_person, names)) and not any(cell.merged for cell in row)


def _texts(rows: Sequence[Row]) -> Iterator[Cell]:
    """Cells as they stand, those that follow each other in a column as one; what is struck out of a card apart."""
    found: list[tuple[int, int, Cell]] = []
    people = _are_people(rows[0])
    for index in range(len(rows[0])):
        for lines in across_gaps(rows, index, _runs(rows, index, people)):
            parts = ([cell for _, cell in lines if cell.struck is struck] for struck in (False, True))
            found += [(lines[0][0], index, cell) for part in parts for cell in _joined(part)]
    return (cell for _, _, cell in sorted(found, key=lambda each: each[:2]))


def _runs(rows: Sequence[Row], index: int, people: bool) -> list[Run]:
    """The cells of a column that follow each other."""
    column = enumerate(row[index] for row in rows)
    runs = groupby(column, lambda pair: bool(pair[1].text) and (people or not pair[1].merged))
    return [list(run) for filled, run in runs if filled]


def _joined(cells: Sequence[Cell]) -> list[Cell]:
    """One cell of a run of lines; cells that have lines of their own stay apart, and people who tell all in one."""
    if len(cells) < 2 or any("\n" in cell.text for cell in cells) or sum(map(tells_one, cells)) > 1:
        return list(cells)
    links = tuple(link for cell in cells for link in cell.links)
    return [replace(cells[0], text="\n".join(cell.text for cell in cells), links=links)]


def _blocks(cell: Cell) -> list[Block]:
    """The card with each of its lines under the heading that it would have; the next one begins with another town."""
    blocks = [Block()]
    for heading, text in _labelled([line.strip() for line in cell.text.split("\n") if line.strip()]):
        links = cell.links if "@" in text or heading == "Name" else ()
        if _begins(blocks[-1], heading):
            blocks.append(Block())
        _add(blocks[-1], heading, replace(cell, text=text, links=links))
    for block in blocks:
        block.labels = _by_line(block.labels)
    return blocks


def _with_offices_first(blocks: Sequence[Block]) -> list[Block]:
    """`Stadt Celle` as the first line of an address is an office where those of others are: `Caritasverband`.

    Where all are towns, it says where people are.
    """
    if any(block.labels[0][0] == "Dienststelle" and not _in_town(block) for block in blocks):
        for block in filter(_is_posted_to_town, blocks):
            block.labels[0] = ("Dienststelle", block.labels[0][1])
    return list(blocks)


def _in_town(block: Block) -> bool:
    return any(heading == "Gemeinde" for heading, _ in block.labels)


def _is_posted_to_town(block: Block) -> bool:
    (first, cell), *others = block.labels
    headings = {heading for heading, _ in others}
    town = first == "Gemeinde" and whole_place(cell.text) is not None
    return town and {"Straße", "PLZ Ort"} <= headings and "Dienststelle" not in headings


def _by_line(labels: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
    """People and functions as lines of one cell where as many numbers follow all of them."""
    people = [at for at, (heading, _) in enumerate(labels) if heading == "Name"]
    before, behind = (labels[: people[-1]], labels[people[-1] :]) if people else ([], [])
    numbers = Counter(heading for heading, cell in behind for _ in cell.text.split("\n") if _reaches_by(heading))
    as_many = len(people) in numbers.values()
    if len(people) < 2 or not as_many or any(_reaches_by(heading) for heading, _ in before):
        return labels
    joined: dict[str, Cell] = {}
    for heading, cell in labels:
        above = joined.get(heading)
        joined[heading] = replace(above, text=f"{above.text}\n{cell.text}") if above else cell
    return list(joined.items())


def _reaches_by(heading: str) -> bool:
    return meanings(heading)[:1] in {(field,) for field in CONTACT}


def _begins(block: Block, heading: str) -> bool:
    """Whether a line is the town or the office of the next people: the card has one, somebody and how to reach her."""
    headings = [other for other, _ in block.labels]
    seat = next((other for other in headings if other in _SEATS), None)
    return heading == seat and "Name" in headings[headings.index(seat) :] and _tells(block)


def _labelled(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Heading and value of each line, or of two lines where every other is a label."""
    labels, values = lines[::2], lines[1::2]
    if len(labels) == len(values) and all(map(_is_bare, labels)) and not any(map(_is_bare, values)):
        return list(zip(labels, values, strict=True))
    mail = next((line for line in lines if looks_like_mail(line)), "")
    labelled = [(label_of(line), line) for line in lines]
    read = [
        label if label and label[1] else (_heading(line, None if number else mail), line)
        for number, (label, line) in enumerate(labelled)
    ]
    return [_above_town(*pair) for pair in zip(read, [*read[1:], ("", "")], strict=True)]


def _above_town(here: tuple[str, str], below: tuple[str, str]) -> tuple[str, str]:
    """`Corray 1` right above `56856 Zell` is a street."""
    alone = here[0] == "Bemerkung" and below[0] == "PLZ Ort"
    street = alone and bare_street(here[1]) and not is_room(here[1])
    return ("Straße", here[1]) if street else here


def _is_bare(line: str) -> bool:
    label = label_of(line)
    return label is not None and not label[1]


def _add(block: Block, heading: str, cell: Cell) -> None:
    """A second office of a card is a part of the first; people below each other share what follows, line by line."""
    at = _part_of(block, heading)
    if at is None:
        block.labels.append((heading, cell))
    else:
        before = block.labels[at][1]
        links = before.links + tuple(link for link in cell.links if link not in before.links)
        block.labels[at] = (heading, replace(before, text=f"{before.text}\n{cell.text}", links=links))


def _part_of(block: Block, heading: str) -> int | None:
    """The line which another one under the same heading goes on."""
    same = [at for at, (other, _) in enumerate(block.labels) if other == heading]
    if heading == "Dienststelle" or not same:
        return same[0] if same else None
    several = any(other == "Name" and "\n" in cell.text for other, cell in block.labels)
    last = same[-1] == len(block.labels) - 1 and (heading == "Name" or _reaches_by(heading))
    return same[-1] if last or (several and _reaches_by(heading)) else None


def _heading(text: str, mail: str | None) -> str:
    """The heading that a line would have; the first one is a place if the address of mail says so."""
    if whole_place(text):
        return "Gemeinde"
    if is_vacant(text) or _is_person_with_more(text):
        return "Name"
    if heading := heading_of(text):
        return heading
    if find_hours(text):
        return "Sprechzeiten"
    if _reaches(text) or find_urls(text):
        return "Kontaktdaten"
    return "Gemeinde" if mail is not None and are_places(text, mail) else "Bemerkung"


#: Behind a name in its line stands what she does.
_BEHIND = re.compile(r"\s*[,;(|]\s*|\s[-–]\s")


def _is_person_with_more(text: str) -> bool:
    """`Frau Eva Muster, Leitung`; without a salutation only where a function or an office follows the name."""
    name, *behind = (part.strip(" )") for part in _BEHIND.split(text.strip()))
    if not any(behind) or _reaches(text) or not is_person(name):
        return False
    return bool(opening_at(name, 0).salutation) or any(is_role(part) or is_office(part) for part in behind)


def _tells(block: Block) -> bool:
    """Whether a card says who it is and how to reach her; a label may stand before her name: `Leitung: Frau Muster`."""
    reached = any(_reaches(cell.text) for _, cell in block.labels)
    return reached and any(heading in _WHO or is_person(clean(cell.text)) for heading, cell in block.labels)


def _reaches(text: str) -> bool:
    return is_data(text) or looks_like_mail(text) or _is_durchwahl(text)


def _is_durchwahl(text: str) -> bool:
    """`Tel. -3110`: a number where the main one is known."""
    short = len(text) < _SHORT and any(map(str.isdigit, text))
    return short and any(found.phone.extension for found in read_phones(text, Dialing(main=_ANY_MAIN)).found)
