"""The guard's checks: each looks at one source and says what is suspicious about its night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline import display
from pipeline.core.likeness import name_key
from pipeline.core.limits import BOUNDS
from pipeline.model import Contact, Finding, Identity, Outcome

Words = Mapping[str, tuple[Contact, ...]]

#: What a whole column can lose.
_FIELDS = ("name", "org", "role", "municipality", "phones", "emails")


@dataclass(frozen=True, slots=True)
class Page:
    """One source before and tonight: what it says of whom, by uid. `succeeded` have a successor, `moved` are named by
    another source now that did not name them before."""

    source: str
    before: Words
    after: Words
    succeeded: frozenset[str]
    moved: frozenset[str]

    @property
    def stayed(self) -> list[str]:
        """Who is named on both nights."""
        return [uid for uid in self.before if uid in self.after]

    @property
    def lost(self) -> list[str]:
        """Who is named no more, by it or in its place."""
        return [uid for uid in self._gone if uid not in self.succeeded and uid not in self.moved]

    @property
    def replaced(self) -> list[str]:
        """In whose place somebody else is named."""
        return [uid for uid in self._gone if uid in self.succeeded]

    @property
    def _gone(self) -> list[str]:
        """Whose words stand there no more; those that staff gave to somebody else do."""
        gone = [uid for uid in self.before if uid not in self.after]
        said = {contact for contacts in self.after.values() for contact in contacts} if gone else set()
        return [uid for uid in gone if not said.issuperset(self.before[uid])]


def pages(base: Iterable[Identity], after: Iterable[Identity]) -> Iterator[Page]:
    """Every source that said something before tonight."""
    old, new = named_by(base), named_by(after)
    succeeded = {identity.entry.predecessor or "" for identity in after if identity.departed is None}
    sources_before = _sources(old)
    sources_after = _sources(new)
    moved = frozenset(uid for uid, sources in sources_after.items() if sources - sources_before.get(uid, set()))
    for source in sorted(old):
        yield Page(source, old[source], new.get(source, {}), frozenset(succeeded), moved)


def named_by(identities: Iterable[Identity]) -> dict[str, dict[str, tuple[Contact, ...]]]:
    """Of each source whom it names, by uid, and with what words; how many that are is how many contacts it has."""
    said: dict[str, dict[str, tuple[Contact, ...]]] = {}
    for identity in identities:
        if identity.departed is None and not identity.missing:
            for observation in identity.observations:
                people = said.setdefault(observation.source, {})
                people[identity.uid] = (*people.get(identity.uid, ()), observation.contact)
    return said


def _sources(words: Mapping[str, Words]) -> dict[str, set[str]]:
    sources: dict[str, set[str]] = {}
    for source, people in words.items():
        for uid in people:
            sources.setdefault(uid, set()).add(source)
    return sources


# ---- losses and changes --------------------------------------------------------------------------


def removed(page: Page, limit: float) -> Iterator[Finding]:
    """More people gone than usual in one night: an editing accident rather than notices to quit."""
    if len(page.lost) > limit * len(page.before):
        yield _reason("held_removed", page, len(page.lost), len(page.before), limit, _names(page.before, page.lost))


def changed(page: Page, limit: float) -> Iterator[Finding]:
    """More people described otherwise, or replaced, than usual in one night."""
    other = [uid for uid in page.stayed if _meaning(page.before[uid]) != _meaning(page.after[uid])]
    other += page.replaced
    if len(other) > limit * len(page.before):
        yield _reason("held_changed", page, len(other), len(page.before), limit, _names(page.before, other))


def emptied(page: Page) -> Iterator[Finding]:
    """One field gone from many contacts: a column was deleted, or is no longer understood."""
    for field in _FIELDS:
        had = [uid for uid in page.stayed if _has(page.before[uid], field)]
        lost = [uid for uid in had if not _has(page.after[uid], field)]
        if len(lost) >= BOUNDS.emptied_least and len(lost) > BOUNDS.emptied_share * len(had):
            names = (("field", field), *_names(page.before, lost))
            yield _reason("held_field_emptied", page, len(lost), len(page.before), BOUNDS.emptied_share, names)


def empty(page: Page, outcomes: Mapping[str, Outcome]) -> Iterator[Finding]:
    """A source that answers and names nobody of all whom it named."""
    answered = page.source in outcomes and outcomes[page.source].status in ("ok", "unchanged")
    if answered and not page.after and page.lost:
        yield _reason("held_empty", page, len(page.lost), len(page.before), 0.0, ())


def _meaning(contacts: Iterable[Contact]) -> frozenset[Contact]:
    """What is said, without how numbers are written."""
    return frozenset(
        replace(contact, phones=tuple(replace(phone, extension=None) for phone in contact.phones))
        for contact in contacts
    )


def _has(contacts: Iterable[Contact], field: str) -> bool:
    if field == "phones":
        return any(phone.kind != "fax" for contact in contacts for phone in contact.phones)
    return any(getattr(contact, field) for contact in contacts)


# ---- values on the wrong people ------------------------------------------------------------------


def shifted(page: Page) -> Iterator[Finding]:
    """Names against addresses: in a sheet that was sorted by one column only, everybody has a neighbour's number.

    Two who exchange their desks are no accident, hence only chains count; nor is somebody who takes the desk of one who
    left.
    """
    holders = {value: uid for uid in page.stayed for value in _addresses(page.before[uid])}
    takes = {
        uid: {
            holders[value]
            for value in _addresses(page.after[uid]) - _addresses(page.before[uid])
            if value in holders and value not in _addresses(page.after[holders[value]])
        }
        for uid in page.stayed
    }
    moved = [uid for uid, others in takes.items() if any(uid not in takes[other] for other in others)]
    moved += _parted(page)
    if len(moved) >= BOUNDS.shifted_least:
        names = _names({**page.after, **page.before}, moved)
        yield _reason("held_shift", page, len(moved), len(page.before), 0.0, names)


def _parted(page: Page) -> list[str]:
    """Who left and is new under the same name with what was another's: the same accident seen from the other side."""
    left = {name for uid in page.before if uid not in page.after for name in _people(page.before[uid])}
    new = [uid for uid in page.after if uid not in page.before and left & _people(page.after[uid])]
    holders = [(_people(words), _addresses(words)) for words in page.before.values()] if new else []

    def has_anothers(words: tuple[Contact, ...]) -> bool:
        hers, names = _addresses(words), _people(words)
        return any(hers & theirs and not names & others for others, theirs in holders)

    return [uid for uid in new if has_anothers(page.after[uid])]


def _addresses(contacts: Iterable[Contact]) -> set[str]:
    numbers = {phone.e164 for contact in contacts for phone in contact.phones if phone.kind != "fax"}
    return numbers | {mail for contact in contacts for mail in contact.emails}


def _people(contacts: Iterable[Contact]) -> set[object]:
    names = (name_key(contact.name) for contact in contacts if contact.name and contact.name.given)
    return {(name.family, name.given) for name in names}


def shared(page: Page) -> Iterator[Finding]:
    """One mail address or number that suddenly stands with many people."""
    for code, field in (("held_shared_mail", "emails"), ("held_shared_number", "phones")):
        fresh = Counter(
            value
            for uid, contacts in page.after.items()
            for value in _values(contacts, field) - _values(page.before.get(uid, ()), field)
        )
        for value, count in sorted(fresh.items()):
            if count >= BOUNDS.shared_least and count > BOUNDS.shared_share * len(page.after):
                found = _reason(code, page, count, len(page.after), BOUNDS.shared_share, ())
                yield replace(found, text=_written(value, page.after.values()))


def _written(value: str, words: Iterable[tuple[Contact, ...]]) -> str:
    """A number as staff see it elsewhere."""
    phones = (phone for contacts in words for contact in contacts for phone in contact.phones if phone.e164 == value)
    return next(map(display.phone, phones), value)


def _values(contacts: Iterable[Contact], field: str) -> set[str]:
    if field == "emails":
        return {mail for contact in contacts for mail in contact.emails}
    return {phone.e164 for contact in contacts for phone in contact.phones if phone.kind != "fax"}


# ---- saying it -----------------------------------------------------------------------------------


def _reason(code: str, page: Page, count: int, total: int, limit: float, more: Iterable[tuple[str, str]]) -> Finding:
    share = f"{100 * count / max(total, 1):.0f}"
    details = (("count", str(count)), ("total", str(total)), ("share", share), ("limit", f"{100 * limit:.0f}"))
    return Finding(code, "warning", page.source, source=page.source, details=(*details, *more))


def _names(words: Words, uids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The first of them by name, so that staff can look them up."""
    titles = sorted(display.contact_title(words[uid][0]) for uid in uids)
    shown = ", ".join(titles[:5]) + (" …" if len(titles) > 5 else "")
    return (("names", shown),)
