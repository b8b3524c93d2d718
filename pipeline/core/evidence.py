"""By what somebody is recognised: one small rule a situation, strongest first.

A rule looks at one observation and one person and says whether it recognises her. Rules that rest on a name in a place
(`one_each`) may use each of last night's words once; a mailbox or a desk of her own names her wherever it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.core.likeness import Traits, may_be_called, office, role_key, with_stem
from pipeline.core.people import Person, Register
from pipeline.core.personal import told_apart


@dataclass(frozen=True, slots=True)
class Case:
    """What `source` said about somebody, and a person who may be meant."""

    said: Traits
    source: str
    person: Person
    register: Register
    vacant: bool = False  # the post is said to be vacant, so nobody is meant


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is the reason that is stored and put into words."""

    name: str
    holds: Callable[[Case], bool]
    one_each: bool = False
    nameless: bool = False  # for contacts without a person


def _own_mail(case: Case) -> bool:
    """A mail address made of her name; a typing error or a double name beside it changes nothing."""
    said, person = case.said, case.person
    for view in person.views:
        shared = said.mails & view.mails & (said.own | view.own)
        if shared and with_stem(said, view) in ("same", "open", "near", "joined"):
            return True
        if shared and said.stems & view.stems and _are_addressed_alike(said, view):
            return True  # only Frau or Herr was mistaken: the address has the given name
    return False


def _are_addressed_alike(a: Traits, b: Traits) -> bool:
    """One family name, and given names that may be one: a couple with one mailbox is two people."""
    if a.name is None or b.name is None:
        return False
    return a.name.family == b.name.family and may_be_called(a.name, b.name)


def _same_desk(case: Case) -> bool:
    """Her name at her number. Two of one name who share a number are told apart by their mail addresses."""
    said, person = case.said, case.person
    for view in person.views:
        if not case.register.desks(said, view):
            continue
        kin = with_stem(said, view)
        # Frau Müller is Eva Müller, unless Eva Müller is named beside her
        twice = kin == "open" and person.identity and not (person.room(case.source) or said.mails & view.mails)
        # and unless somebody of that family name had the desk long ago
        long_ago = kin == "open" and person.gone and not (said.role == view.role and said.mails & view.mails)
        if kin in ("same", "open") and not (twice or long_ago):
            renewed = person.freed(case.source) and not _other_given(said, view)
            if renewed or not _clash(said, view) or _hers_alone(case, view):
                return True
    return False


def _hers_alone(case: Case, view: Traits) -> bool:
    """A number that nobody else has, the same full name, function and municipality: two sources, and two addresses."""
    said = case.said
    if case.person.speaks(case.source) or not case.register.personal(said, view):
        return False
    at_post = bool(said.role) and said.role == view.role and bool(said.towns & view.towns)
    return at_post and _called_alike(said, view) and not told_apart(said.own, view.own)


def _called_alike(a: Traits, b: Traits) -> bool:
    """Nothing about the names differs, except that one may have a title or be addressed."""
    if a.name is None or b.name is None or (a.name.family, a.name.given) != (b.name.family, b.name.given):
        return False
    pairs = ((a.name.title, b.name.title), (a.name.salutation, b.name.salutation))
    return all(_agree(one, other) for one, other in pairs)


def _clash(a: Traits, b: Traits) -> bool:
    """Both have a mail address of their own, and none in common. On one night these are two people, if a number of hers
    alone does not say otherwise."""
    return bool(a.own and b.own and not a.own & b.own)


def _other_given(a: Traits, b: Traits) -> bool:
    """Their addresses tell different given names. On two nights one person may have had both addresses otherwise."""
    pairs = [(x, y) for x, _ in a.stems for y, _ in b.stems]
    return bool(pairs) and not any(x in y or y in x for x, y in pairs)


def _name_and_office(case: Case) -> bool:
    """Her name where she was named before, or in the same place by another source; number and mail may be new."""
    said, person = case.said, case.person
    if not person.room(case.source):
        return False
    if person.gone:
        return any(_back_again(said, view) for view in person.views)
    if any(_still_there(said, view) for view in person.lost.get(case.source, ())):
        return True
    return any(_elsewhere_named(said, view) for view in person.views)


def _still_there(said: Traits, before: Traits) -> bool:
    """In the same source: new number, new address, or both at once."""
    kin, place = with_stem(said, before), office(said, before)
    if kin == "same":
        return place >= 1 or (place == 0 and _agree(said.role, before.role))
    if kin != "open" or place < 0 or _other_given(said, before):
        return False
    return bool(said.role and said.role == before.role) or bool(said.mails & before.mails or said.faxes & before.faxes)


def _elsewhere_named(said: Traits, view: Traits) -> bool:
    """In another source, or back after a long time: nothing may speak against it."""
    kin, place = with_stem(said, view), office(said, view)
    if place < 1 or _clash(said, view) or not _agree(said.role, view.role):
        return False
    at_desk = not said.desks or not view.desks or bool(said.desks & view.desks)
    if kin == "same":
        return place == 2 or (bool(said.role) and at_desk)
    return kin == "open" and place == 2 and bool(said.role and view.role) and at_desk


def _back_again(said: Traits, view: Traits) -> bool:
    """After any time: the whole name in the same town or organisation, or more than a family name and an office."""
    kin = with_stem(said, view)
    if kin == "same" and office(said, view) == 2 and (not _clash(said, view) or said.role == view.role):
        return True
    return _elsewhere_named(said, view) and (kin == "same" or bool(said.desks & view.desks or said.mails & view.mails))


def _agree(a: str, b: str) -> bool:
    return not a or not b or a == b


def _corrected(case: Case) -> bool:
    """A typing error corrected, or one of two names dropped or taken on, at her own desk."""
    said, person = case.said, case.person
    lost = bool(person.lost.get(case.source))
    for view in person.views:
        kin = with_stem(said, view)
        if kin in ("near", "joined") and case.register.desks(said, view) and office(said, view) >= 0:
            given = bool(said.name and view.name and said.name.given and said.name.given == view.name.given)
            if lost or (given and not person.speaks(case.source)) or not person.tonight:
                return True
    return False


def _married(case: Case) -> bool:
    """A new family name, and nothing else is new but the part of the mail address that is made of it.

    Only last night's words count, and only if they are gone: a colleague of the same given name is somebody else. A
    successor may have her predecessor's given name, but hardly her title and her post, too.
    """
    said, person = case.said, case.person
    if not person.freed(case.source):
        return False
    for view in person.lost.get(case.source) or person.last_words():
        if with_stem(said, view) == "first" and office(said, view) >= 0 and _all_else_equal(said, view):
            stem = bool(said.stems & view.stems)
            desk = bool(case.register.desks(said, view))
            post = bool(said.role or view.role)
            if (desk and (stem or post)) or (stem and post and office(said, view) >= 1):
                return True
    return False


def _all_else_equal(a: Traits, b: Traits) -> bool:
    """The same title, the given name written or left out as before (and more than an initial), post and numbers."""
    one, other = a.name, b.name
    if one is None or other is None or bool(one.given) != bool(other.given):
        return False
    if _called(a) != _called(b) or len({one.salutation, other.salutation} - {""}) > 1:
        return False
    known = bool(a.stems & b.stems) or (one.has_given and other.has_given)
    return known and a.desks >= b.desks


def _called(said: Traits) -> list[str]:
    """Title and function as one: `Pfarrer` stands before a name or below it."""
    title = said.name.title if said.name else ""
    return sorted(f"{role_key(title)} {said.role}".split())


def _moved(case: Case) -> bool:
    """Missed where she was, and named somewhere else by the same source: nobody else has her full name.

    All offices make mailboxes of names alike, so a mailbox of her name tells nothing beside another function.
    """
    said, person = case.said, case.person
    if person.tonight or any(_addressed_otherwise(said, view) for view in person.views):
        return False
    lost = [view for view in person.lost.get(case.source, ()) if with_stem(said, view) == "same"]
    post = any(_at_a_post_alike(said, view) for view in lost)
    return post and case.register.namesakes.only_one(said)


def _addressed_otherwise(a: Traits, b: Traits) -> bool:
    """Frau and Herr, as Kim or Andrea may be."""
    return bool(a.name and b.name) and not _agree(*(said.name.salutation for said in (a, b) if said.name))


def _at_a_post_alike(a: Traits, b: Traits) -> bool:
    """The same function, or the same part of a mail address before the @ where a function is not known."""
    boxes = ({mail.partition("@")[0] for mail in said.own} for said in (a, b))
    return _agree(a.role, b.role) and (bool(a.role and b.role) or bool(set.intersection(*boxes)))


# ---- posts: contacts without a person ------------------------------------------------------------


def _same_post(case: Case) -> bool:
    """An office or a vacant post, by what it is called and how it is reached."""
    said, person = case.said, case.person
    wanted = 4 if not person.speaks(case.source) else 7
    if any(_post_weight(said, view) >= 3 for view in person.lost.get(case.source, ())):
        return True
    return any(_post_weight(said, view) >= wanted for view in person.views)


def _post_weight(a: Traits, b: Traits) -> int:
    """What speaks for one post less what speaks against it; a person is none."""
    if a.name or b.name:
        return -9
    weight = 2 * bool(a.mails & b.mails) + 2 * bool(a.desks & b.desks)
    weight += _org_weight(a.org, b.org)
    weight += (2 if a.role == b.role else -2) if a.role and b.role else 0
    if a.towns and b.towns:
        weight += 1 if a.towns & b.towns else -4
    return weight


def _org_weight(a: str, b: str) -> int:
    """An office with its house before it (`Stadt Tann, Bürgerbüro Tann`) is not called otherwise without."""
    if not a or not b or (a != b and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")):
        return 0
    return 3 if a == b else -2


def _name_missing(case: Case) -> bool:
    """Her entry without her name: in the same source for a night, or in another one always."""
    said, person = case.said, case.person
    before = person.lost.get(case.source)
    if said.name or case.vacant:
        return False
    if before:
        return any(_her_entry(said, view) for view in before if view.name)
    if person.speaks(case.source) or not said.role:
        return False
    return any(
        view.name and said.role == view.role and office(said, view) >= 0 and case.register.desks(said, view)
        for view in person.views
    )


def _her_entry(said: Traits, before: Traits) -> bool:
    if said.mails & before.own:
        return True
    return bool(said.desks & before.desks) and said.role == before.role and said.mails == before.mails


#: For people by name, strongest first.
BY_NAME = (
    Rule("mail", _own_mail),
    Rule("same_desk", _same_desk),
    Rule("name_office", _name_and_office, one_each=True),
)
#: For people at another place; only by the name, and hence only if nobody is nearer.
BY_FULL_NAME = (Rule("moved", _moved, one_each=True),)
#: For people whose name has changed; only when nobody who left long ago has that name.
BY_CHANGE = (Rule("corrected", _corrected, one_each=True), Rule("married", _married, one_each=True))
#: For contacts without a name.
BY_POST = (
    Rule("same_post", _same_post, one_each=True, nameless=True),
    Rule("unnamed", _name_missing, one_each=True, nameless=True),
)


def alike(words: Iterable[Traits]) -> bool:
    """Whether all of them are surely one person, who serves several places."""
    first, *others = words
    return all(with_stem(first, other) in ("same", "open") and first.mails & other.mails for other in others)
