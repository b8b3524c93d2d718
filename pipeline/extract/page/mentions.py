"""Names that only repeat somebody: `Tel. … (Frau Muster)` says whose number it is, `Mo–Mi E. Muster` when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, takewhile

from pipeline.extract.grid.references import is_among
from pipeline.extract.page.drafts import Draft, name_of
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.transform.deputies import stands_in
from pipeline.transform.mailbox import carries, is_given_name
from pipeline.transform.name_words import is_initial
from pipeline.transform.text import fold

#: So many lines from a name on are asked for her values.
_BELOW = 4
#: So many lines below a post without a person stands who does its work.
NEAR_VACANT = 3
#: Outside of cards somebody is repeated at most so many lines below.
NEAR_BY = 12


def repeated(item: Item, drafts: Sequence[Draft], card: object) -> Draft | None:
    """Whoever of a card a name stands for: the same family name, and nothing against it in the given name."""
    assert item.name is not None
    name = item.name.name
    for draft in reversed(drafts):
        if draft.card is not card or (card is None and item.line - draft.line > NEAR_BY):
            break
        known = name_of(draft)
        if known is None or fold(known.family) != fold(name.family):
            continue
        if not name.given or not known.given or known.given[0] == name.given[0]:
            return draft
    return None


def only_repeats(items: Sequence[Item], drafts: Sequence[Draft], card: object) -> bool:
    """Whether a line without values names only people who are known: `Mo–Mi E. Muster, Do U. Beispiel`."""
    names = []
    for item in items:
        if item.kind == "fact":
            return False
        if item.kind == "name":
            names.append(item)
    return bool(names) and all(_is_short(item) and repeated(item, drafts, card) is not None for item in names)


def reached_people(items: Sequence[Sequence[Item]]) -> dict[str, list[Item]]:
    """Who has values right behind her name or below it and stands in for nobody, by her family name."""
    reached: dict[str, list[Item]] = {}
    for index, here in enumerate(items):
        for number, item in enumerate(here):
            if item.name is None or item.prose or _stands_in(items, index, number):
                continue
            following = chain(here[number + 1 :], chain.from_iterable(items[index + 1 : index + _BELOW]))
            values = takewhile(lambda each: each.kind not in ("name", "vacant"), following)
            if any(each.kind == "fact" for each in values):
                reached.setdefault(fold(item.name.name.family), []).append(item)
    return reached


def _stands_in(items: Sequence[Sequence[Item]], index: int, number: int) -> bool:
    """`Vertretung: Frau Muster` below `N. N.`: the values that follow are those of the post."""
    said = any(stands_in(item.text) for item in items[index][:number])
    return said and any(item.kind == "vacant" for here in items[max(0, index - NEAR_VACANT) : index] for item in here)


def reached_elsewhere(item: Item, reached: Mapping[str, Sequence[Item]]) -> bool:
    """Whether another line names the same person and has her values."""
    assert item.name is not None
    name = item.name.name
    others = reached.get(fold(name.family), ())
    return is_among(name, [other.name.name for other in others if other.name and other.line != item.line])


def _is_short(item: Item) -> bool:
    assert item.name is not None
    return is_initial((item.name.name.given or "").split(" ")[0])


def give(fact: Fact, owner: Draft, others: Sequence[Draft]) -> None:
    """A value that was read for several people is one person's."""
    for draft in others:
        if fact in draft.facts:
            draft.facts.remove(fact)
    if fact not in owner.own:
        owner.own.append(fact)


def give_to_called(item: Item, drafts: Sequence[Draft], facts: Sequence[Fact]) -> None:
    """`Tel. 940-12 (Eva)` below several people: the number is hers who is called so."""
    names = [(draft, name_of(draft)) for draft in drafts] if len(drafts) > 1 else []
    called = [draft for draft, name in names if name and (name.given or "").split(" ")[0] == item.text]
    before = [fact for fact in facts if fact.end <= item.start and fact in drafts[0].facts]
    if len(called) == 1 and before:
        give(before[-1], called[0], drafts)


def addressee(fact: Fact, current: Sequence[Draft], drafts: Sequence[Draft]) -> Draft | None:
    """Who else of the same card a mail address is named after, where it is not named after those who are meant now."""
    if fact.field != "emails" or not current:
        return None
    if any(is_named_after(draft, fact) for draft in current):
        return None
    others = [draft for draft in drafts if _is_near(draft, current[0]) and is_named_after(draft, fact)]
    return others[0] if len(others) == 1 and "emails" not in others[0].kinds() else None


def users(fact: Fact, current: Sequence[Draft], drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The people of one line (`Eva Muster (-11), Uwe Rot (-12)`) who share a mailbox below it, named after neither."""
    if fact.field != "emails" or not current or current[0].name is None:
        return ()
    line = current[0].name.line
    group = [draft for draft in drafts if draft.name is not None and draft.name.line == line and not draft.prose]
    return () if any("emails" in draft.kinds() or is_named_after(draft, fact) for draft in group) else group


def _is_near(draft: Draft, other: Draft) -> bool:
    """Whether somebody stands in the same card, or right above a number of whoever else answers in her block."""
    return _is_beside(draft, other) or (other.name is None and _has_next_line(draft, other))


def _has_next_line(draft: Draft, other: Draft) -> bool:
    return bool(draft.facts) and draft.last == other.line - 1 and draft.headings == other.headings


def _is_beside(draft: Draft, other: Draft) -> bool:
    return draft.card is other.card if other.card is not None else draft.box is other.box


def is_named_after(draft: Draft, fact: Fact) -> bool:
    """Whether a value is a mailbox that carries somebody's family name, or is her given name."""
    name = name_of(draft) if fact.field == "emails" else None
    mail = str(fact.reading.value)
    return name is not None and (carries(mail, name.family) or is_given_name(mail, name))
