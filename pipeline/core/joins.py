"""Staff's word on who is one: rows of `corrections.xlsx` that join two contacts, and rows that kept them apart and are
gone.

A join lies above recognition: both contacts are recognised as ever, and one is shown as part of the other. So it is
undone by deleting the row, and the second contact returns with its own uid. While it holds, either of them is named for
both: an uid lives as long as anybody speaks of the person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from pipeline import display
from pipeline.core.called import about_row, is_uid, means, meant, mentions, several
from pipeline.core.people import Person, is_part
from pipeline.core.splits import Splits, rejoined
from pipeline.model import JOINED, Correction, Finding, Identity, Observation

Pair = tuple[Person, Person]


def join(
    people: Mapping[str, Person], rows: Sequence[Correction], splits: Splits
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """uid of a contact → uid of the one it is part of; and a finding for each row that has no effect."""
    back = list(rejoined(people, splits))
    pairs = [pair for pair in back if not isinstance(pair, Finding)]
    findings = [finding for finding in back if isinstance(finding, Finding)]
    findings += _split_findings(people.values(), rows)
    joined: list[tuple[Correction, Pair]] = []
    for row in rows:
        pair = _pair(row, people.values()) if row.field == "join" else None
        if isinstance(pair, Finding):
            findings.append(pair)
        elif pair:
            joined.append((row, pair))
    barred = _barred([pair for _, pair in joined], pairs, splits)
    for index, (row, pair) in enumerate(joined):
        if other := barred.get(index):
            told = (("contact", other.contact), ("other", other.value))
            why = "kept_apart" if splits.apart(*pair) else "kept_apart_too"
            findings.append(about_row("correction_unknown", row, why, None, *told))
        else:
            pairs.append(pair)
    return _into(pairs), tuple(findings)


def _barred(joined: Sequence[Pair], back: Sequence[Pair], splits: Splits) -> dict[int, Correction]:
    """The joins by which two would be one whom a row separates, directly or by way of others, and that row.

    Nobody can say which of several joins is the wrong one, so none of them holds.
    """
    barred: dict[int, Correction] = {}
    groups = _groups((*joined, *back)).values()
    for group in {id(group): group for group in groups}.values():
        for one, other in combinations(group, 2):
            row = splits.apart(one, other)
            for index in range(len(joined)) if row else ():
                if row and _leads(joined, back, index, one, other):
                    barred.setdefault(index, row)
    return barred


def _leads(joined: Sequence[Pair], back: Sequence[Pair], index: int, one: Person, other: Person) -> bool:
    """Whether one of the joins lies on a way from one person to the other."""
    groups = _groups((*joined[:index], *joined[index + 1 :], *back))
    ends = [groups.get(person.uid, [person]) for person in joined[index]]
    return any(one in first and other in second for first, second in (ends, ends[::-1]))


def together(people: Mapping[str, Person], into: Mapping[str, str]) -> Iterator[Person]:
    """Everybody as they are shown: with the words of whom staff joined with them."""
    parts: dict[str, list[Person]] = defaultdict(list)
    for uid, root in into.items():
        parts[root].append(people[uid])
    for uid, person in people.items():
        if uid in parts:
            words = (observation for part in parts[uid] for observation in part.tonight)
            yield replace(person, tonight=[*person.tonight, *words])
        elif uid not in into:
            yield person


def own_words(known: Iterable[Identity]) -> Iterator[Identity]:
    """Everyone with their own words: those of a joined contact are not its elder's, who is known by her former ones if
    only the other is named."""
    known = tuple(known)
    parts = {(o.source, o.contact) for k in known if is_part(k) for o in k.observations}
    for identity in known:
        if not parts or identity.departed is not None:
            yield identity
            continue
        own = tuple(o for o in identity.observations if (o.source, o.contact) not in parts)
        if len(own) == len(identity.observations):
            yield identity
        else:
            first, *others = [own[0].contact] if own else identity.former or identity.contacts
            entry = replace(identity.entry, contact=first)
            yield replace(identity, observations=own, entry=entry, former=tuple(others))


def shown_as(known: Iterable[Identity]) -> dict[str, str]:
    """uid of a part → uid of the contact as part of which it was shown last night: for both, one word is no doubt."""
    known = tuple(known)
    parts = {(o.source, o.contact): k.uid for k in known if is_part(k) for o in k.observations}
    shown = (k for k in known if parts and k.departed is None and k.reason == JOINED)
    return {parts[said]: k.uid for k in shown for o in k.observations if (said := (o.source, o.contact)) in parts}


# ---- what a row means ----------------------------------------------------------------------------


def _pair(row: Correction, people: Iterable[Person]) -> tuple[Person, Person] | Finding:
    """The two contacts that a row means, or the finding that says why there are none."""
    people = list(people)
    sides = ((row.contact, row.value), (row.value, row.contact))
    first, second = (_meant_by(text, people, beside) for text, beside in sides)
    if len(first) == 1 and len(second) > 1:
        second = [person for person in second if person is not first[0]]
    if len(second) == 1 and len(first) > 1:
        first = [person for person in first if person is not second[0]]
    for text, found, side in ((row.contact, first, ""), (row.value, second, "_other")):
        if len(found) != 1:
            return _not_meant(row, text, side, found, people)
    elder, younger = sorted((first[0], second[0]), key=_seniority)
    if elder is younger:
        return about_row("correction_superfluous", row, "one_already")
    return (elder, younger) if younger.tonight else _absent(row, younger)


def _meant_by(text: str, people: Sequence[Person], beside: str) -> list[Person]:
    """Whom a row means: somebody who is here, else, by the uid only, somebody who has left."""
    apart = [person for person in people if means(text, person, beside)]
    some = apart or [person for person in people if means(text, person)]
    return [person for person in some if person.tonight or not person.gone] or [p for p in some if is_uid(text, p)]


def _not_meant(row: Correction, text: str, side: str, found: Iterable[Person], people: Iterable[Person]) -> Finding:
    """Whoever has left is known, but joined with nobody by a name: that may be anybody's."""
    candidates = several(map(_title, found))
    left = [person for person in people if means(text, person)]
    if not candidates and len(left) == 1:
        return _absent(row, left[0])
    return about_row(
        "correction_unknown", row, f"{'several' if candidates else 'nobody'}{side}", None, ("candidates", candidates)
    )


def _absent(row: Correction, person: Person) -> Finding:
    """Nothing is wrong with such a row: whoever is named again is joined again."""
    departed = person.identity.departed if person.identity and person.gone else None
    by_uid = any(is_uid(text, person) for text in (row.contact, row.value))
    name = _title(person)
    return about_row(
        "correction_idle",
        row,
        ("left_younger" if by_uid else "left") if departed else "not_named",
        None,
        ("name", name),
        ("run", f"{departed or 0:05d}"),
    )


def _title(person: Person) -> str:
    contact = person.tonight[0].contact if person.tonight or not person.identity else person.identity.entry.contact
    return f"{display.contact_title(contact)} ({person.uid})"


def _split_findings(people: Iterable[Person], rows: Iterable[Correction]) -> Iterator[Finding]:
    """Rows that keep nobody apart, because one of the two is nobody, or both are one by the same words."""
    people = list(people)
    for row in rows:
        if row.field != "split" or any(_is_parted_by(row, person) for person in people):
            continue
        for text, why in ((row.contact, "nobody"), (row.value, "nobody_other")):
            if not any(means(text, one) or meant(text, one) for one in people):
                yield about_row("correction_unknown", row, why)
                break
        else:
            if _means_one(row, people):
                yield about_row("correction_unknown", row, "one_meant")


def _means_one(row: Correction, people: Iterable[Person]) -> bool:
    """Whether both sides of a row are one person, and none of the words about her is one side's only."""
    sides = (row.contact, row.value)
    found = [person for person in people if any(means(text, person) or meant(text, person) for text in sides)]
    said = [seen.contact for person in found for seen in (*person.tonight, *_last_words(person))]
    return len(found) == 1 and all(mentions(row.contact, one) == mentions(row.value, one) for one in said)


def _last_words(person: Person) -> Iterable[Observation]:
    return person.identity.observations if person.identity else ()


def _is_parted_by(row: Correction, person: Person) -> bool:
    parted = person.parted
    return parted is not None and (parted.contact, parted.value) == (row.contact, row.value)


# ---- who is part of whom -------------------------------------------------------------------------


def _into(pairs: Iterable[Pair]) -> dict[str, str]:
    """uid → uid of the eldest of its group, of those who differ; of each pair the first is the elder."""
    pairs = tuple(pairs)
    younger = {other.uid for _, other in pairs}
    eldest = {
        uid: min(group, key=lambda p: (p.uid in younger, _seniority(p))).uid for uid, group in _groups(pairs).items()
    }
    return {uid: root for uid, root in eldest.items() if uid != root}


def _groups(pairs: Iterable[Pair]) -> dict[str, list[Person]]:
    """uid → all who are one with that person by these pairs."""
    groups: dict[str, list[Person]] = {}
    for pair in pairs:
        group = list({p.uid: p for one in pair for p in groups.get(one.uid, [one])}.values())
        groups.update((person.uid, group) for person in group)
    return groups


def _seniority(person: Person) -> tuple[bool, bool, str, bool, str]:
    """Who was part of another stays one; else the one known longer, and of one day who has left: staff gave her uid."""
    first = person.identity.entry.first_seen if person.identity else None
    return person.identity is None, person.is_part, first.isoformat() if first else "", not person.gone, person.uid
