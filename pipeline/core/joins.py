"""Staff's word on who is who: rows of `corrections.xlsx` that join two contacts or keep them apart.

A join lies above recognition: both contacts are recognised as ever, and one is shown as part of the other. So it is
undone by deleting the row, and the second contact returns with its own uid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline import display
from pipeline.core.people import Person
from pipeline.model import CORRECTIONS, Contact, Correction, Finding, Observation, Severity
from pipeline.transform.text import fold

JOINED = "joined"
_FORMS_OF_ADDRESS = frozenset({"frau", "herr", "herrn"})


def mentions(text: str, contact: Contact) -> bool:
    """Whether `text` is a mail address of this contact, or its name in any order of words."""
    if text.strip().lower() in contact.emails:
        return True
    asked, name = words_of(text), contact.name
    if name is None:
        return bool(asked) and asked == frozenset(fold(contact.org or contact.role or "").split())
    words = frozenset(fold(f"{name.given or ''} {name.family}").split())
    return asked in (words, words | frozenset(fold(name.title or "").split()))


def words_of(name: str) -> frozenset[str]:
    """The words of a name without Frau and Herr, for comparing in any order."""
    return frozenset(fold(name).split()) - _FORMS_OF_ADDRESS


class Splits:
    """The rows that keep contacts apart."""

    def __init__(self, rows: Iterable[Correction]) -> None:
        self._pairs = [(row.contact, row.value) for row in rows if row.field == "split"]

    def barred(self, observation: Observation, person: Person) -> bool:
        """Staff say that this observation is not this person."""
        said = observation.contact
        for first, second in self._pairs:
            if mentions(second, said) and not mentions(first, said):
                if person.uid == first.strip().lower() or _keeps(first, second, person, first=True):
                    return True
            elif mentions(first, said) and not mentions(second, said) and _keeps(second, first, person, first=False):
                return True
        return False

    def apart(self, a: Person, b: Person) -> bool:
        """Staff say that these two are two."""
        return any((_is(x, a) and _is(y, b)) or (_is(y, a) and _is(x, b)) for x, y in self._pairs)


def _keeps(who: str, other: str, person: Person, *, first: bool) -> bool:
    """Whether a person is `who`. Of somebody taken for both it is who she was before, else whom the row names first."""
    is_who, is_other = (_is(text, person) or _was(text, person) for text in (who, other))
    if not (is_who and is_other):
        return is_who
    was_who, was_other = _was(who, person), _was(other, person)
    return first if was_who == was_other else was_who


def _was(text: str, person: Person) -> bool:
    """Whether staff mean by `text` what this person was called before."""
    return person.identity is not None and any(mentions(text, contact) for contact in person.identity.former)


def _is(text: str, person: Person) -> bool:
    """Whether staff mean this person by `text`."""
    return person.uid == text.strip().lower() or any(mentions(text, contact) for contact in _said(person))


def _said(person: Person) -> Iterator[Contact]:
    for observation in person.tonight:
        yield observation.contact
    if person.identity:
        for observation in person.identity.observations:
            yield observation.contact


def join(
    people: Iterable[Person], rows: Iterable[Correction], splits: Splits
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """uid of a contact → uid of the one it is part of; and a finding for each row that means nobody."""
    people = list(people)
    here = [person for person in people if not person.gone]
    roots: dict[str, Person] = {}
    findings: list[Finding] = []
    for row in rows:
        if row.field == "join":
            pair = _pair(row, here)
            if isinstance(pair, Finding):
                findings.append(pair)
            elif not splits.apart(*pair):
                _unite(roots, *pair)
        else:
            findings += _means_nobody(row, people)
    return _survivors(roots), tuple(findings)


def _means_nobody(row: Correction, people: list[Person]) -> Iterator[Finding]:
    for text, why in ((row.contact, "nobody"), (row.value, "nobody_other")):
        if not any(_is(text, one) or _was(text, one) for one in people):
            yield about_row("correction_unknown", row, why)
            return


def _pair(row: Correction, people: list[Person]) -> tuple[Person, Person] | Finding:
    """The two contacts that a row means, or the finding that says why there are none."""
    first = [person for person in people if _is(row.contact, person)]
    second = [person for person in people if _is(row.value, person)]
    if len(first) == 1 and len(second) > 1:
        second = [person for person in second if person is not first[0]]
    if len(second) == 1 and len(first) > 1:
        first = [person for person in first if person is not second[0]]
    for found, side in ((first, ""), (second, "_other")):
        if len(found) != 1:
            why = f"several{side}" if found else f"nobody{side}"
            return about_row("correction_unknown", row, why, None, ("candidates", several(map(_title, found))))
    if first[0] is second[0]:
        return about_row("correction_superfluous", row, "one_already")
    if not (first[0].tonight and second[0].tonight):
        return about_row("correction_superfluous", row, "not_named")
    return first[0], second[0]


def _title(person: Person) -> str:
    return f"{display.contact_title(next(_said(person)))} ({person.uid})"


def several(titles: Iterable[str]) -> str:
    """Who may be meant, for staff to choose from."""
    titles = sorted(titles)
    return ", ".join(titles[:6]) + (" …" if len(titles) > 6 else "")


def about_row(code: str, row: Correction, why: str = "", uid: str | None = None, *details: tuple[str, str]) -> Finding:
    """What has become of a row of the corrections, and by its code why (`wording`)."""
    severity: Severity = "info" if code == "correction_superfluous" else "warning"
    told = (("field", row.field), ("value", row.value), ("why", why), *details)
    return Finding(code, severity, row.contact, row.where, CORRECTIONS, uid, tuple(each for each in told if each[1]))


def _unite(roots: dict[str, Person], a: Person, b: Person) -> None:
    """Both groups get the root that was there first."""
    one, other = roots.get(a.uid, a), roots.get(b.uid, b)
    root = min(one, other, key=_seniority)
    for uid, old in roots.items():
        if old in (one, other):
            roots[uid] = root
    roots[a.uid] = roots[b.uid] = roots[one.uid] = roots[other.uid] = root


def _survivors(roots: dict[str, Person]) -> dict[str, str]:
    return {uid: root.uid for uid, root in roots.items() if uid != root.uid}


def _seniority(person: Person) -> tuple[bool, bool, str, str]:
    """Who is published stays published; else the one known longer."""
    identity = person.identity
    if identity is None:
        return True, True, "", person.uid
    first = identity.entry.first_seen
    return identity.departed is not None, False, first.isoformat() if first else "", person.uid
