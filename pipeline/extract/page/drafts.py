"""A contact while it is being read: what is known of it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain

from pipeline.extract.markup.lines import Box
from pipeline.extract.page.fact import Fact
from pipeline.extract.page.item import Item
from pipeline.extract.page.outline import Heading
from pipeline.model import PersonName

#: What an official is called on every post, `Regierungsamtmann`; a `Stadtrat` was elected to his.
_RANK = re.compile(
    r"(?:(?:Ltd\.|Leitende[r]?) )?(?:Ober)?(?:Regierungs|Verwaltungs|Justiz|Steuer|Zoll|Bau|Vermessungs)(?:ober)?"
    r"(?:rat|rätin|direktor(?:in)?)|"
    r"(?:(?:Regierungs|Verwaltungs|Justiz|Steuer|Zoll|Bau|Vermessungs|Stadt|Kreis|Landes|Kirchen)(?:ober|haupt)?)?"
    r"(?:[Aa]mtmann|[Aa]mtfrau|(?:[Oo]ber)?[Aa]mts(?:rat|rätin)|(?<=[a-zäöü])(?:inspektor|sekretär)(?:in)?)|"
    r"Verwaltungsfach(?:angestellte[r]?|wirt(?:in)?|kraft)"
)
#: What somebody has learnt, wherever it is done.
_PROFESSION = re.compile(
    r"(?:RA(?:in)?|(?:Rechts|Fach)anw(?:alt|ältin)|(?:Zahn|Fach|Tier)?(?:[Aa]rzt|[Ää]rztin)|"
    r"(?:Notar|Steuerberater|Wirtschaftsprüfer|Architekt|Ingenieur|Psycholog|Pädagog|Sozialarbeiter|Sozialpädagog|"
    r"Therapeut|Psychotherapeut|Jurist|Mediator|Supervisor|Informatiker|Betriebswirt)(?:e|in)?)"
)


@dataclass(slots=True, eq=False)
class Draft:
    """One contact in the making. `roles` and `orgs` are in the order of the page."""

    line: int
    card: Box | None
    box: Box
    name: Item | None = None
    roles: list[Item] = field(default_factory=list)
    inherited: Item | None = None  # a function that stands above several people
    called: Item | None = None  # `Mitarbeiterin` behind her name, which announces people elsewhere
    orgs: list[Item] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    own: list[Fact] = field(default_factory=list)  # values that are hers whoever else is meant
    address: list[Item] = field(default_factory=list)
    hours: list[Item] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()
    above: Draft | None = None  # the office in whose block the person stands
    beside: Draft | None = None  # whose values stand before it in its line
    level: int = 0  # of the heading that is the name
    region: str = "main"
    struck: bool = False
    vacant: bool = False  # nobody has the post
    last: int = 0  # the last line with something of it
    prose: bool = False

    @property
    def reached(self) -> bool:
        """Whether it has a number or a mail address."""
        return any(fact.field != "url" for fact in chain(self.own, self.facts))

    def kinds(self) -> set[str]:
        """Which kinds of values it has: `voice`, `fax`, `mobile`, `emails`, `url`."""
        return {kind_of(fact) for fact in (*self.own, *self.facts)}


def kind_of(fact: Fact) -> str:
    """The kind of a number, or the field of another value."""
    return getattr(fact.reading.value, "kind", fact.field)


def name_of(draft: Draft) -> PersonName | None:
    """The person of a draft."""
    return draft.name.name.name if draft.name and draft.name.name else None


def is_profession(item: Item) -> bool:
    """`Rechtsanwältin`, `Amtsrätin`: what somebody has learnt or is ranked as leaves open what she does."""
    return _PROFESSION.fullmatch(item.text) is not None or _RANK.fullmatch(item.text) is not None
