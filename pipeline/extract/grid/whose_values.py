"""Numbers and addresses beside which a cell says whose they are: `Frau Kling: 05141 12-34`, `05141 12-34 (Blum)`.

What is said counts before any order, and what is said to be somebody else's is nobody's of the row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from pipeline.extract.grid.cell_labels import only_labels
from pipeline.extract.grid.cell_values import CellValues, Item
from pipeline.extract.grid.drafts import Draft
from pipeline.model import Finding, Phone, Where
from pipeline.transform.mailbox import named_in
from pipeline.transform.text import fold

#: Whose a value is, as the words beside it say: the numbers of the drafts, none where it is somebody else's.
Owners = frozenset[int]
#: More people than so many share no cell; each is sought beside each value.
_MOST = 60
_ADDRESSED = re.compile(r"\b(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ]")


#: `Sekretariat Frau Kling: -35` in a line of its own.
_LED = re.compile(r"^[^\d\n():]{0,40}\b(?:Frau|Herrn?|Fr\.|Hr\.)\s[^\d\n():]{2,40}:", re.MULTILINE)
#: `(Sekretariat Frau Kling)`
_BEHIND = re.compile(r"\([^()\n]{0,40}\b(?:Frau|Herrn?|Fr\.|Hr\.)\s[^()\n]{1,60}\)")


def names_anybody(text: str) -> bool:
    """Whether what is left of a cell first addresses somebody, or a line before a value, or brackets behind one."""
    led = _ADDRESSED.match(text.lstrip()) is not None or (":" in text and _LED.search(text) is not None)
    return led or ("(" in text and _BEHIND.search(text) is not None)


def deal_named(drafts: Sequence[Draft], values: CellValues, where: Where) -> list[Finding]:
    """Gives what is said to be somebody's to her, and takes it out of `values`, and what nobody can have then.

    Who is alone in her row has all but what is said to be another's.
    """
    if (
        not any(draft.name for draft in drafts)
        or len(drafts) > _MOST
        or (len(drafts) == 1 and not names_anybody(values.left))
    ):
        return []
    said = _said(values, _asking(drafts))
    _deal_mailboxes(drafts, values)
    findings = []
    for items in (values.phones, values.emails):
        told = [(item, owners) for item in items if (owners := said.get(id(item))) is not None]
        findings += [_unclaimed(item, where) for item, owners in told if not owners]
        findings += _deal(drafts, items, told, where) if told else []
    return findings


def _deal_mailboxes(drafts: Sequence[Draft], values: CellValues) -> None:
    """A mailbox that is called after somebody says better than any words whose it is."""
    people = [draft.name for draft in drafts]
    for mail in list(values.emails):
        owner = named_in(people, str(mail.reading.value))
        if owner is not None:
            drafts[owner].readings.append(mail.reading)
            values.emails.remove(mail)


def _unclaimed(item: Item, where: Where) -> Finding:
    return Finding("unclaimed", "warning", item.reading.raw.text[:200], where)


def _deal(
    drafts: Sequence[Draft], items: list[Item], told: Sequence[tuple[Item, Owners]], where: Where
) -> list[Finding]:
    """What is said to be somebody's is hers; what is left is of those who are not named, if the count says so."""
    for item, owners in told:
        items.remove(item)
        for owner in owners:
            drafts[owner].readings.append(item.reading)
    served = frozenset[int]().union(*(owners for _, owners in told))
    rest = [draft for number, draft in enumerate(drafts) if number not in served]
    if not served or len(drafts) == 1:
        return []
    left, items[:] = list(items), []
    alike = {_kind(item) for item in left} <= {_kind(item) for item, _ in told}  # a fax is perhaps everybody's
    return [] if alike and _is_of_rest(drafts, rest, left) else [_unclaimed(item, where) for item in left]


def _is_of_rest(drafts: Sequence[Draft], rest: Sequence[Draft], left: Sequence[Item]) -> bool:
    """Gives one value each to those who are not named, and one of the house to all where everybody is."""
    if len(left) == 1 and not rest and _is_of_house(left[0]):
        rest, left = drafts, [*left] * len(drafts)
    if len(left) != len(rest):
        return False
    for draft, item in zip(rest, left, strict=True):
        draft.readings.append(item.reading)
    return True


def _is_of_house(item: Item) -> bool:
    value = item.reading.value
    return not isinstance(value, Phone) or value.extension == "0"


# ---- what is said --------------------------------------------------------------------------------

Asking = Callable[[str], Owners | None]


def _said(values: CellValues, whose: Asking) -> dict[int, Owners]:
    """Whose each value is said to be, by its identity."""
    items = sorted((i for i in chain(values.phones, values.emails) if i.span), key=lambda i: i.span or (0, 0))
    said: dict[int, Owners] = {}
    start, above = 0, None
    for line in values.left.split("\n"):
        end = start + len(line)
        here = [item for item in items if item.span and start <= item.span[0] < end]
        told = _in_line(values.left, (start, end), here, whose)
        if here and not any(told) and above is not None:
            told = [above] * len(here)
        said |= {id(item): owners for item, owners in zip(here, told, strict=True) if owners is not None}
        above = _above(line, here, told, above, whose)
        start = end + 1
    return said


def _above(
    line: str, here: Sequence[Item], told: Sequence[Owners | None], above: Owners | None, whose: Asking
) -> Owners | None:
    """Whom a line alone names for those below it: `Frau Kling:` over her numbers."""
    if not here:
        return whose(line) if line.strip() else above
    return above if above is not None and all(owners == above for owners in told) else None


def _in_line(text: str, line: tuple[int, int], items: Sequence[Item], whose: Asking) -> list[Owners | None]:
    """Whose the values of a line are: the names stand before them, or all of them behind."""
    cuts = [line[0], *chain.from_iterable(item.span or () for item in items), line[1]]
    gaps = [whose(text[begin:end]) for begin, end in zip(cuts[::2], cuts[1::2], strict=True)]
    ahead = gaps[0] is not None
    told = gaps[:-1] if ahead else gaps[1:][::-1]
    kinds = [_kind(item) for item in (items if ahead else items[::-1])]
    for at in range(1, len(told)):  # `Kling: 05141 12-34, 0171 3920072`
        if told[at] is None and kinds[at] != kinds[at - 1]:
            told[at] = told[at - 1]
    return told if ahead else told[::-1]


def _kind(item: Item) -> str:
    value = item.reading.value
    return value.kind if isinstance(value, Phone) else item.reading.field


# ---- whom words name -----------------------------------------------------------------------------


def _asking(drafts: Sequence[Draft]) -> Asking:
    """Asks which of these people some words name: by family name, given name, function or initials."""

    def whose(words: str) -> Owners | None:
        bare = fold(words)
        if not bare or only_labels(words):
            return None
        for names in (_families, _parts, _givens, _functions):
            if found := _alone(drafts, names, lambda name: f" {name} " in f" {bare} "):
                return found
        found = _alone(drafts, _initials, lambda name: name == bare)
        return found or (frozenset() if _ADDRESSED.search(words) else None)

    return whose


def _alone(drafts: Sequence[Draft], names: Callable[[Draft], set[str]], said: Callable[[str], bool]) -> Owners:
    """Those for whom something is said that is true of nobody else."""
    hits: dict[str, list[int]] = {}
    for number, draft in enumerate(drafts):
        for name in names(draft):
            if name and said(name):
                hits.setdefault(name, []).append(number)
    return frozenset(found[0] for found in hits.values() if len(found) == 1)


def _families(draft: Draft) -> set[str]:
    return {fold(draft.name.family)} if draft.name else set()


def _parts(draft: Draft) -> set[str]:
    """The words of a double name."""
    return {word for family in _families(draft) for word in family.split() if len(word) > 3}


def _givens(draft: Draft) -> set[str]:
    given = fold(draft.name.given or "") if draft.name else ""
    return {given, given.split()[0]} if len(given) > 2 else set()


def _functions(draft: Draft) -> set[str]:
    return {fold(str(reading.value)) for reading in draft.readings if reading.field == "role"}


def _initials(draft: Draft) -> set[str]:
    """`B`, `UB`, `U. B.`"""
    if draft.name is None:
        return set()
    family, given = fold(draft.name.family)[:1], fold(draft.name.given or "")[:1]
    return {family, *((f"{given}{family}", f"{given} {family}") if given else ())}
