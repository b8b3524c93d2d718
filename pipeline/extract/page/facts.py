"""The numbers, mail and web addresses in the lines of a page, each as a reading with its place in its line.

Numbers are read in order, because one line lends its area code, its stem or its label to the next. What a line leaves
open (a bare Durchwahl, a number without area code) is read again once the whole page is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.dialled import add_numbers
from pipeline.extract.page.fact import Fact, Facts, as_fax
from pipeline.extract.page.known_numbers import KnownNumbers
from pipeline.extract.page.numbers import LABEL, NumberReader
from pipeline.extract.page.online_facts import add_online
from pipeline.extract.page.open_mains import before_name
from pipeline.extract.page.proven_stem import proven_stems
from pipeline.extract.page.unlabelled import behind_colons, behind_names, under_main
from pipeline.model import Phone
from pipeline.transform.phone import Dialing, PhoneReading

#: Words of a heading that say what kind of number stands below.
_KINDS = re.compile(r"(?i:(?:tele)?fax|telefon|\btel\b|mobil|handy|rufnummer|kontakt|anschrift|erreichbar)")
#: So many numbers of a block show how it writes them.
_LEAST = 2
#: What two lines hold whose numbers are the one on the phone and the fax of the label above them.
_TWO = [["voice", "fax"], ["voice"]]


def read_facts(lines: Sequence[Line], dialing: Dialing) -> Facts:
    """The facts of all lines. `dialing` is what the district takes for granted."""
    numbers = NumberReader(dialing)
    numbers.read(lines)
    known = KnownNumbers(dialing, numbers)
    facts = Facts([[] for _ in lines], mains=numbers.mains)
    _called(facts, lines, numbers, known)
    if known.dialing.announced or numbers.below:
        _behind_names(facts, lines, known.dialing, numbers.below)
    _among_local(facts, lines, known.dialing)
    _one_by_one(facts, lines)
    if any(line.level and "ax" in line.text for line in lines):
        _fax_below(facts, lines)
    add_online(facts, lines)
    facts.dialing = replace(known.dialing, main=known.main)
    return facts


def _called(facts: Facts, lines: Sequence[Line], numbers: NumberReader, known: KnownNumbers) -> None:
    """The numbers of all lines, each as the whole page lets it be understood."""
    stems = proven_stems(lines, {index: one.reading for index, one in numbers.called.items()})
    for index, one in numbers.called.items():
        add_numbers(facts, index, lines[index], known.again(one, before_name(lines[index].text), stems.get(index)))
    for index, before in numbers.silent.items():
        add_numbers(facts, index, lines[index], PhoneReading(under_main(lines[index].text, before, known.main)))


def _one_by_one(facts: Facts, lines: Sequence[Line]) -> None:
    """`Telefon / Telefax` above two lines of one number each: the first is the one, the second the other."""
    for index, (here, below) in enumerate(pairwise(facts.lines)):
        if len(here) != 2 or lines[index].box is not lines[index + 1].box:
            continue
        near = zip(facts.lines[index : index + 3], lines[index : index + 3], strict=True)
        if [_kinds(*one) for one in near] in (_TWO, [*_TWO, []]):
            del here[1]
            below[:] = map(as_fax, below)


def _kinds(here: Sequence[Fact], line: Line) -> list[str]:
    """The kinds of the one number that is all of a line; none where a line holds anything else."""
    values = [fact.reading.value for fact in here if (fact.start, fact.end) == (0, len(line.text))]
    return [value.kind for value in values if isinstance(value, Phone)] if len(values) == len(here) else []


def _fax_below(facts: Facts, lines: Sequence[Line]) -> None:
    """`Zentrale Fax-Eingänge` as a heading: the numbers below are faxes where no label of their own says otherwise."""
    below = False
    for line, here in zip(lines, facts.lines, strict=True):
        if line.level:
            words = _KINDS.findall(line.text)
            below = bool(words) and all("fax" in word.lower() for word in words) and not here
        elif below and here and not LABEL.search(line.text):
            here[:] = map(as_fax, here)


def _among_local(facts: Facts, lines: Sequence[Line], dialing: Dialing) -> None:
    """`Halle, Hausmeister: 5 26` in a block whose other lines leave out the one area code of the page, too."""
    if dialing.announced or dialing.area_code is None:
        return
    pairs = zip(lines, facts.lines, strict=True)
    local = Counter(line.box for line, here in pairs if here and _ends_locally(line, here[-1]))
    blocks = {box for box, count in local.items() if count >= _LEAST}
    for index, line in enumerate(lines) if blocks else ():
        if line.box in blocks and not facts.lines[index] and ": " in line.text and line.text[-1].isdigit():
            found = behind_colons(line.text, replace(dialing, announced=dialing.area_code))
            whole = [one for one in found if " " in one.raw]  # without a blank it may be a Durchwahl
            add_numbers(facts, index, line, PhoneReading(tuple(whole)))


def _ends_locally(line: Line, fact: Fact) -> bool:
    """Whether a line ends with a number that leaves out its area code and nothing else."""
    return fact.field == "phones" and fact.end == len(line.text) and line.text[fact.start] in "123456789"


def _behind_names(facts: Facts, lines: Sequence[Line], dialing: Dialing, below: Mapping[int, str]) -> None:
    for index, line in enumerate(lines):
        known = replace(dialing, announced=below[index]) if index in below else dialing
        found = behind_names(line.text, known) if ", " in line.text else []
        if ": " in line.text:
            found += behind_colons(line.text, known)
        if found:
            taken = facts.lines[index]
            free = [one for one in found if not any(fact.start < one.end and one.start < fact.end for fact in taken)]
            add_numbers(facts, index, line, PhoneReading(tuple(free)))
            taken.sort(key=lambda fact: fact.start)
