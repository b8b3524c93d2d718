"""Values that stand below several people: shared by all, or dealt out by name or by order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.markup.lines import Box
from pipeline.extract.page.drafts import Draft, kind_of, name_of
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.usual_fax import is_fax_of
from pipeline.model import Finding, Phone
from pipeline.transform.mailbox import carries, named_in
from pipeline.transform.text import fold

#: So many lines alike are a list.
_LIST = 2


def absorb(person: Draft, office: Draft) -> None:
    """The values above a person who has none of her own are hers: `Musterverein, Tel. …, Ansprechpartnerin: …`."""
    person.facts = office.facts + person.facts
    person.orgs = person.orgs or office.orgs
    person.address = person.address or office.address
    person.hours = person.hours or office.hours
    person.above = None


def goes_on(office: Draft, people: Sequence[Draft]) -> bool:
    """`Tafel Neustadt, Tel. … / Eva Muster / neustadt@…` in one block: the mailbox below her is nobody's.

    A number of her own or a mailbox with her name would say that the number above is not hers.
    """
    facts = [fact for draft in people for fact in (*draft.own, *draft.facts) if fact.field != "url"]
    names = [name for draft in people if (name := name_of(draft)) is not None]
    kinds = {kind_of(fact) for fact in facts}
    near = all(draft.box is office.box and not draft.prose for draft in people)
    if not near or kinds != {"emails"} or "emails" in office.kinds():
        return False
    return not any(carries(str(fact.reading.value), name.family) for fact in facts for name in names)


def companions(done: Sequence[Draft], last: Draft) -> list[Draft]:
    """The last person and those in the lines right above her, all still without values: what follows is for each."""
    group = [last]
    for before in reversed(done[:-1] if done and done[-1] is last else ()):
        near = 0 < group[0].line - before.line <= 2
        if before.name is None or before.facts or before.prose or not near or before.box is not last.box:
            break
        group.insert(0, before)
    for person in group[1:]:
        person.address = person.address or group[0].address
    group[0].address = group[0].address or last.address
    return group


def one_liners(done: Sequence[Draft], box: Box | None, below: int) -> list[Draft]:
    """The people right above a line who have a line each with their values, all in one block."""
    group: list[Draft] = []
    for draft in reversed(done):
        if draft.name is None or draft.prose or draft.line != below - 1 or not draft.facts:
            break
        if draft.box is not (group[0].box if group else box or draft.box):
            break
        group.insert(0, draft)
        below = draft.line
    return group


def is_fax_beside(fact: Fact, draft: Draft) -> bool:
    """Whether a fax is made as that of somebody's own number is."""
    fax, voices = fact.reading.value, (one.reading.value for one in (*draft.own, *draft.facts))
    return isinstance(fax, Phone) and any(
        isinstance(v, Phone) and v.kind == "voice" and is_fax_of(v, fax) for v in voices
    )


def is_of_all(fact: Fact, group: Sequence[Draft]) -> bool:
    """Whether a fax or a mailbox below a list of one line each is that of the house: nobody has one in her line."""
    kind = kind_of(fact)
    if len(group) < _LIST or kind not in ("fax", "emails") or any(kind in draft.kinds() for draft in group):
        return False
    people = [name_of(draft) for draft in group]
    return kind == "fax" or not any(name and carries(str(fact.reading.value), name.family) for name in people)


def deal(drafts: Sequence[Draft]) -> list[Finding]:
    """Gives each of several people what is hers of the values that were read for all of them."""
    findings: list[Finding] = []
    common = drafts[0].facts
    shared: list[list[Fact]] = [[] for _ in drafts]
    for kind in dict.fromkeys(kind_of(fact) for fact in common):
        here = [fact for fact in common if kind_of(fact) == kind]
        owners = _owners(drafts, here)
        if owners is None:
            owners = [tuple(range(len(drafts)))] * len(here)
            if len(here) > 1:
                raw = ", ".join(fact.reading.raw.text for fact in here)
                findings.append(Finding("shared_values", "info", raw, here[0].reading.raw.where))
        for fact, numbers in zip(here, owners, strict=True):
            for number in numbers:
                shared[number].append(fact)
    for draft, facts in zip(drafts, shared, strict=True):
        draft.facts = facts
    return findings


def leave_to_noted(drafts: Sequence[Draft]) -> None:
    """`302-201 (Muster), 302-202 (Blum)` above several people: each has the number that names her."""
    noted = _noted(drafts, drafts[0].facts) if len(drafts) > 1 else None
    owners = list(zip(drafts[0].facts, noted or (), strict=False))
    for number, draft in enumerate(drafts if noted else ()):
        others = {id(fact) for fact, people in owners if number not in people}
        draft.facts = [fact for fact in draft.facts if id(fact) not in others]


def _noted(drafts: Sequence[Draft], facts: Sequence[Fact]) -> list[tuple[int, ...]] | None:
    """For each value the people it belongs to, where brackets behind one name somebody; `(Dahl)` is nobody of them."""
    names = [fold(name.family) if (name := name_of(draft)) else None for draft in drafts]
    if len(set(names)) < len(names) or not any(fact.note and fold(fact.note) in names for fact in facts):
        return None
    everyone = tuple(range(len(drafts)))
    return [
        everyone if not fact.note[:1].isupper() else (names.index(fold(fact.note)),) if fold(fact.note) in names else ()
        for fact in facts
    ]


def _owners(drafts: Sequence[Draft], facts: Sequence[Fact]) -> list[tuple[int, ...]] | None:
    """For each value the people it belongs to; None where only sharing is left."""
    if noted := _noted(drafts, facts):
        return noted
    if len(facts) == 1 and kind_of(facts[0]) != "emails":
        return None
    if kind_of(facts[0]) == "emails":
        people = [name_of(draft) for draft in drafts]
        named = [named_in(people, str(fact.reading.value)) for fact in facts]
        if any(one is not None for one in named):
            everyone = tuple(range(len(drafts)))
            return [everyone if one is None else (one,) for one in named]
    if len(facts) == len(drafts):
        return [(number,) for number in range(len(drafts))]
    return None
