"""Names that a mail address in their line or below carries: nobody else can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice, takewhile

from pipeline.extract.page.becoming_names import become_name, is_adjective
from pipeline.extract.page.item import Item
from pipeline.transform.mailbox import carries, mailbox_words
from pipeline.transform.names import might_be_person
from pipeline.transform.office import is_role
from pipeline.transform.text import fold

#: A mail address or a number stands at most so many lines below a name.
NEAR = 6
#: So many lines the fields of a form have: label and value of function, room, office, street, town, numbers, mail.
_FORM = 24
#: A word of no more letters stands in an address by coincidence.
_FEW = 2


def name_by_form(items: list[list[Item]], index: int, family: str, given: str) -> bool:
    """Names `Vorlaut, Unbekannt` over the fields of a form of which one is `unbekannt.vorlaut@…`."""
    below = chain.from_iterable(islice(items, index + 1, index + 1 + _FORM))
    own = takewhile(lambda item: item.kind != "name", below)
    mail = next((str(item.fact.reading.value) for item in own if item.fact is not None and _is_mail(item)), "")
    mailed = mailbox_words(mail) == (*fold(given).split(), *fold(family).split())
    if mailed:
        become_name(items[index], items[index][0].text)
    return mailed


def name_mailed(here: list[Item]) -> None:
    """`Neustadt: Unbekannt Vorlaut, 07123 940-12, vorlaut@muster.de`: the address of a line says who its name is."""
    if len(here) < 2 or here[0].kind not in ("text", "office") or here[0].prose or here[0].colon:
        return
    place, colon, text = here[0].text.rpartition(": ")
    name = text.partition(" (")[0]
    if any(item.kind == "name" for item in here) or not might_be_person(name) or not _is_mailed(here, name):
        return
    above = [replace(here[0], text=place, colon=True)] if colon else []
    named = here[:1]
    become_name(named, text)
    here[:1] = above + named if named[0].kind == "name" else here[:1]


def join_mailed(here: list[Item], line: str) -> None:
    """`Vorlaut, Unbekannt – Lager – unbekannt.vorlaut@…`: a mailbox of both words says who they are."""
    if len(here) < 3 or any(item.kind != "text" or item.prose or item.colon for item in here[:2]):
        return
    family, given = here[0].text, here[1].text
    text = f"{family}, {given}"
    if " " in given or text not in line or not might_be_person(f"{given} {family}"):
        return
    if any(_carries(item, family) and _carries(item, given) for item in here if _is_mail(item)):
        named = here[:1]
        become_name(named, text)
        here[:2] = named if named[0].kind == "name" else here[:2]


def divide_mailed(items: list[list[Item]], index: int) -> None:
    """`Unbekannt Vorlaut, Leitung` over `vorlaut@muster.de`: who has the mailbox, and what she does."""
    here = items[index]
    if len(here) != 1 or here[0].kind not in ("role", "text") or not here[0].whole or here[0].colon:
        return
    text, _, role = here[0].text.partition(", ")
    if is_role(role) and might_be_person(text) and in_address(items, index, text):
        behind = here[0].start + len(here[0].text) - len(role)
        become_name(here, text)
        here.append(Item("role", here[0].line, behind, role))


def _is_mailed(here: Sequence[Item], text: str) -> bool:
    """Whether an address of the line carries the last word; `Weißer Ring` has such an address, too, and is nobody."""
    if is_adjective(text.split(" ")[0]):
        return False
    return any(_carries(item, text) for item in here if _is_mail(item))


def _is_mail(item: Item) -> bool:
    return item.fact is not None and item.fact.field == "emails"


def _carries(item: Item, text: str) -> bool:
    """Whether an address has the last word of a text, which is long enough to be no coincidence."""
    family = text.split(" ")[-1]
    if item.fact is None or len(fold(family)) <= _FEW:
        return False
    mail = str(item.fact.reading.value)
    return carries(mail, family) or ("-" in family and _carries_half(mail, family))


def _carries_half(mail: str, family: str) -> bool:
    """`mehari@` of `Mehari-Brandt`: many a mailbox has only one half of a double name, as a word of its own."""
    halves = (fold(half) for half in family.split("-"))
    return any(len(half) > _FEW and half in mailbox_words(mail) for half in halves)


def in_address(items: Sequence[Sequence[Item]], index: int, text: str) -> bool:
    """A mail address below carries the last word of the line, before anybody else is named."""
    for later in items[index + 1 : index + 1 + NEAR]:
        for item in later:
            if item.kind == "name":
                return False
            if _is_mail(item):
                return _carries(item, text)
    return False
