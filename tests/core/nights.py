"""A district that lives: people come, go, marry, swap desks; sources lag, fail and are rearranged.

`simulate` plays nights of it through the decision core and counts as an impartial reader would: by what is known of
each person, never by the uid. Everything follows from the seed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from pipeline.core.identify import identify
from pipeline.core.reconcile import Proposal, Setting, reconcile
from pipeline.model import Contact, Identity, Observation, PersonName, Phone, Where
from pipeline.transform.normalize import order_phones
from pipeline.transform.text import fold

FAMILIES = """
    Müller Maier Mayer Schmid Schmidt Weber Fischer Benz Traub Kaiser Berger Keller Vogel Seitz Sauter Lutz Reutter
    Öhler Bäuerle Schöllkopf Pfleiderer Gänßle Kılıç Yıldız Özdemir Kovačević Wörner Jäger König Lindner Thürk Mohr
    Möck Hölzle Weiß-Özdemir El~Amrani Beispiel-Muster Gairing Spätzner Schwarz
"""
WOMEN = "Eva Anna Silke Désirée Zoë Julia Carolin Gudrun Theresa Swantje Olga Ulrike Renée Birgit Mareike Sabine"
MEN = "Tim Jürgen Wolfgang Markus Bernd Konrad Thomas Ahmed Björn Karl-Heinz Joachim Emre Timo Lutz Hans Sebastian"
TOWNS = "Altdorf Aichwald Deizisau Holzmaden Unterensingen Köngen Plochingen Wernau Neuhausen Beuren Frickenhausen"
CHARITIES = ("Diakonie Filstal", "Caritas-Zentrum Voralb", "AWO Kreisverband Staufen", "DRK Beratungsstelle Mitte")
ROLES = (
    "Integrationsbeauftragte", "Integrationsmanagement", "Sozialberatung", "Ehrenamtskoordination", "Wohngeld",
    "Leitung Ordnungsamt", "Quartiersmanagement", "Sprachförderung",
)  # fmt: skip
PAGES = {"town": "kommunen", "charity": "beratung", "county": "amt"}
PRIORITIES = {"amt": 10, "kommunen": 15, "beratung": 10, "liste": 20}
START = datetime(2026, 9, 1, tzinfo=UTC)


@dataclass(eq=False)
class Someone:
    """A person as she truly is; `sources` name her."""

    pid: int
    family: str
    given: str
    woman: bool
    kind: str
    place: str
    role: str
    desk: str
    mail: str
    sources: set[str]
    title: str | None = None
    mobile: str | None = None
    second: str | None = None
    shy: bool = False  # the page calls her Frau … only
    predecessor: int | None = None
    own_mail: bool = True
    misspelled: str | None = None  # as the page writes the family name

    def contacts(self, source: str, world: World) -> list[Contact]:
        """What a source says of her, once for each municipality."""
        page = source != "liste"
        family = self.misspelled if page and self.misspelled else self.family
        name = PersonName(
            family.replace("~", " "),
            None if page and (self.shy or self.pid in world.hidden) else self.given,
            self.title,
            "Frau" if self.woman else "Herr",
        )
        phones = [Phone("voice", self.desk, self.desk[-3:] if world.dashes[source] else None)]
        phones += [Phone("mobile", self.mobile)] if self.mobile else []
        org = world.orgs.get(self.place, self.place) if self.kind == "charity" else None
        mine = Contact(name, org, self.role, None, order_phones(phones), (self.mail,))
        towns = [self.place] if self.kind == "town" else []
        towns += [self.second] if self.second else []
        return [replace(mine, municipality=world.towns[town]) for town in towns] or [mine]


@dataclass
class World:
    """The district and the dice."""

    dice: Random
    people: dict[int, Someone] = field(default_factory=dict)
    away: list[Someone] = field(default_factory=list)
    failing: dict[str, int] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    towns: dict[str, str] = field(default_factory=lambda: {town: town for town in TOWNS.split()})
    orgs: dict[str, str] = field(default_factory=dict)
    dashes: dict[str, bool] = field(default_factory=lambda: dict.fromkeys(PRIORITIES, True))
    counter: int = 0
    predecessors: dict[int, int | None] = field(default_factory=dict)

    def number(self) -> str:
        return f"+4971{self.dice.randrange(20, 60)}{self.dice.randrange(10**5, 10**6)}"

    def anyone(self) -> Someone:
        return self.people[self.dice.choice(sorted(self.people))]

    def arrive(self, **given: object) -> Someone:
        """Somebody new at a new desk."""
        dice = self.dice
        kind = dice.choice(("town", "town", "charity", "county"))
        woman = dice.random() < 0.6
        given_name = dice.choice((WOMEN if woman else MEN).split())
        place = {"town": dice.choice(TOWNS.split()), "charity": dice.choice(CHARITIES), "county": "Landratsamt"}[kind]
        new = Someone(
            self.counter, dice.choice(FAMILIES.split()), given_name, woman, kind, place,
            dice.choice(ROLES), self.number(), "", {PAGES[kind]}, dice.choice((None, None, None, "Dr.")),
            self.number() if dice.random() < 0.2 else None, shy=dice.random() < 0.2, own_mail=dice.random() < 0.75,
        )  # fmt: skip
        if kind == "town":
            new.sources = dice.choice(({"kommunen"}, {"kommunen", "liste"}, {"kommunen", "liste"}, {"liste"}))
        for key, value in given.items():
            setattr(new, key, value)
        if new.kind != kind:
            new.sources = {PAGES[new.kind]}
        new.mail = self.address(new)
        self.counter += 1
        self.people[new.pid] = new
        self.predecessors[new.pid] = new.predecessor
        return new

    def predecessor(self, pid: int, before: Container[int]) -> int | None:
        """Whom somebody followed: who came and went within one day was never seen."""
        old = self.predecessors[pid]
        while old is not None and old not in before:
            old = self.predecessors[old]
        return old

    def address(self, someone: Someone) -> str:
        domain = fold(someone.place).replace(" ", "-") + ".example"
        local = f"{fold(someone.given)}.{fold(someone.family)}" if someone.own_mail else "asyl"
        mail = f"{local}@{domain}".replace(" ", "-")
        taken = someone.own_mail and any(p.mail == mail for p in self.people.values() if p is not someone)
        return mail.replace("@", f"{someone.pid}@") if taken else mail


# ---- what happens --------------------------------------------------------------------------------


def phone_change(world: World) -> None:
    world.anyone().desk = world.number()


def mail_change(world: World) -> None:
    someone = world.anyone()
    someone.mail = someone.mail.replace("@", f"{world.dice.randrange(2, 9)}@")


def all_new(world: World) -> None:
    phone_change(world)
    someone = world.anyone()
    someone.desk, someone.mail = world.number(), f"neu{world.dice.randrange(99)}.{someone.mail}"


def marriage(world: World) -> None:
    someone = world.anyone()
    if someone.shy and not someone.own_mail:
        return  # Frau Benz for Frau Traub at a shared mailbox: nobody could tell
    family = world.dice.choice(FAMILIES.split())
    someone.family = family if world.dice.random() < 0.7 else f"{someone.family}-{family}".replace("~", "-")
    someone.misspelled = None
    someone.mail = world.address(someone)


def typing_error(world: World) -> None:
    someone = world.anyone()
    family = someone.family
    at = world.dice.randrange(1, max(2, len(family) - 2))
    someone.misspelled = None if someone.misspelled else family[:at] + family[at + 1] + family[at] + family[at + 2 :]


def title(world: World) -> None:
    someone = world.anyone()
    someone.title = None if someone.title else "Dr."


def role_change(world: World) -> None:
    world.anyone().role = world.dice.choice(ROLES)


def leaves(world: World) -> Someone:
    return world.people.pop(world.anyone().pid)


def succession(world: World) -> None:
    old = leaves(world)
    taken = {"kind": old.kind, "place": old.place, "desk": old.desk, "second": old.second, "predecessor": old.pid}
    new = world.arrive(**taken, role=old.role, own_mail=old.own_mail)
    new.sources = set(old.sources)
    if world.dice.random() < 0.3:
        new.role = world.dice.choice(ROLES)


def goes_on_leave(world: World) -> None:
    world.away.append(leaves(world))


def comes_back(world: World) -> None:
    if world.away:
        someone = world.away.pop(world.dice.randrange(len(world.away)))
        world.people[someone.pid] = someone


def swap(world: World) -> None:
    one = world.anyone()
    others = [p for _, p in sorted(world.people.items()) if p.place == one.place and p is not one]
    if others:
        other = world.dice.choice(others)
        one.role, other.role, one.desk, other.desk = other.role, one.role, other.desk, one.desk


def one_source_more_or_less(world: World) -> None:
    someone = world.anyone()
    if someone.kind == "town":
        someone.sources = {"kommunen"} if "liste" in someone.sources else someone.sources | {"liste"}


def second_municipality(world: World) -> None:
    someone = world.anyone()
    if someone.kind == "town":
        someone.second = None if someone.second else world.dice.choice([t for t in TOWNS.split() if t != someone.place])


def moved_page(world: World) -> None:
    someone = world.anyone()
    if someone.kind != "town":
        someone.sources = {"amt" if "beratung" in someone.sources else "beratung"}


def town_renamed(world: World) -> None:
    town = world.dice.choice(TOWNS.split())
    world.towns[town] = town if world.towns[town] != town else f"{town} im Grund"


def office_renamed(world: World) -> None:
    place = world.dice.choice(CHARITIES)
    world.orgs[place] = f"{place} e. V." if world.orgs.get(place, place) == place else place


def reformatted(world: World) -> None:
    source = world.dice.choice(sorted(PRIORITIES))
    world.dashes[source] = not world.dashes[source]


def outage(world: World) -> None:
    world.failing[world.dice.choice(sorted(PRIORITIES))] = world.dice.choice((1, 1, 2, 7))


def namesake(world: World) -> None:
    """Another person of the same name elsewhere, or, with a desk and an address of her own, in the same office."""
    one = world.anyone()
    place = world.dice.choice(TOWNS.split())
    same = {"family": one.family, "given": one.given, "woman": one.woman, "kind": "town"}
    other = world.arrive(**same, place=place, shy=False, own_mail=True)
    other.mail = other.mail.replace("@", f"{other.pid}@")


def relative(world: World) -> None:
    """Parent and child share a number."""
    one = world.anyone()
    woman = not one.woman
    world.arrive(
        family=one.family, given=world.dice.choice((WOMEN if woman else MEN).split()), woman=woman, kind=one.kind,
        place=one.place, desk=one.desk, shy=False,
    )  # fmt: skip


def job_share(world: World) -> None:
    one = world.anyone()
    new = world.arrive(kind=one.kind, place=one.place, role=one.role, desk=one.desk)
    new.sources = set(one.sources)


def name_partly_hidden(world: World) -> None:
    world.hidden.add(world.anyone().pid)


EVENTS: tuple[Callable[[World], object], ...] = (
    phone_change, phone_change, mail_change, all_new, marriage, typing_error, title, role_change, succession,
    succession, leaves, leaves, World.arrive, World.arrive, World.arrive, goes_on_leave, comes_back, comes_back, swap,
    one_source_more_or_less, second_municipality, moved_page, town_renamed, office_renamed, reformatted, outage,
    namesake, relative, job_share, name_partly_hidden,
)  # fmt: skip


# ---- nights --------------------------------------------------------------------------------------

Views = dict[int, dict[str, list[Contact]]]


@dataclass
class Tally:
    """What an impartial reader counts."""

    person_nights: int = 0
    right: int = 0
    merges: set[tuple[str, int, int]] = field(default_factory=set)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    false_on_quiet: int = 0
    wrongly_removed: int = 0
    wrong_predecessors: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def uid_right(self) -> float:
        return self.right / max(1, self.person_nights)

    def share(self, kind: str) -> tuple[float, float]:
        """Precision and recall of one kind of change."""
        count = self.kinds[kind]
        right = count["right"]
        return right / max(1, right + count["false"]), right / max(1, right + count["missed"])


def simulate(seed: int, people: int = 40, nights: int = 60, busy: int = 3) -> Tally:
    """Nights of a district; every third one nothing happens, on the others up to `busy` things."""
    world, tally = World(Random(seed)), Tally()
    for _ in range(people):
        world.arrive()
    reader = Reader(tally)
    shown: Views = {}
    for night in range(nights):
        world.failing = {source: left - 1 for source, left in world.failing.items() if left > 1}
        world.hidden.clear()
        happened = [world.dice.choice(EVENTS) for _ in range(world.dice.randint(1, busy) if night % 3 else 0)]
        for event in happened if night else ():
            event(world)
        shown = _views(world, shown)
        reader.read(night, shown, world, [event.__name__ for event in happened])
    return tally


def _views(world: World, before: Views) -> Views:
    """What the sources show; one that fails shows its last."""
    views: Views = defaultdict(dict)
    for pid, someone in world.people.items():
        for source in sorted(someone.sources - world.failing.keys()):
            views[pid][source] = someone.contacts(source, world)
    for pid, said in before.items():
        for source in said.keys() & world.failing.keys():
            views[pid][source] = said[source]
    return dict(views)


@dataclass
class Reader:
    """Runs the core on one night after the other and compares with the truth."""

    tally: Tally
    base: tuple[Identity, ...] = ()
    before: Views = field(default_factory=dict)
    uid_of: dict[int, str] = field(default_factory=dict)
    owner: dict[str, int] = field(default_factory=dict)
    ever: set[int] = field(default_factory=set)

    def read(self, night: int, views: Views, world: World, happened: list[str]) -> None:
        whose: dict[int, int] = {}
        observations: list[Observation] = []
        for pid, said in views.items():
            for source, contacts in said.items():
                for contact in contacts:
                    where = Where(line=world.dice.randrange(999))
                    observation = Observation(source, contact, where=where, stale=source in world.failing)
                    observations.append(observation)
                    whose[id(observation)] = pid
        world.dice.shuffle(observations)
        matches = identify(tuple(observations), self.base, (), "08116")
        healthy = frozenset(PRIORITIES) - world.failing.keys()
        urls = {source: f"https://{source}.example/" for source in PRIORITIES}
        setting = Setting(PRIORITIES, urls, 0, night + 1, START + timedelta(days=night), healthy)
        proposal = reconcile(matches, self.base, (), setting)
        tonight: dict[int, set[str]] = defaultdict(set)
        for match in matches.matches:
            for observation in match.observations:
                tonight[whose[id(observation)]].add(match.uid)
        self._uids(night, tonight, happened)
        if night:
            self._changes(night, proposal, views, world, tonight, happened)
        self.base, self.before = proposal.identities, views
        self.ever |= views.keys()

    def _uids(self, night: int, tonight: dict[int, set[str]], happened: list[str]) -> None:
        for pid, uids in tonight.items():
            self.tally.person_nights += 1
            for uid in uids:
                if self.owner.setdefault(uid, pid) != pid:
                    self.tally.merges.add((uid, self.owner[uid], pid))
            first = self.uid_of.setdefault(pid, min(uids))
            right = uids == {first} and self.owner[first] == pid
            self.tally.right += right
            if not right:
                self.tally.notes.append(f"night {night} {happened}: {pid} is {uids}, was {first}")

    def _changes(
        self,
        night: int,
        proposal: Proposal,
        views: Views,
        world: World,
        tonight: dict[int, set[str]],
        happened: list[str],
    ) -> None:
        true, maybe = self._truth(views, world)
        if not true and not maybe and proposal.changes:
            self.tally.false_on_quiet += len(proposal.changes)
        for change in proposal.changes:
            pid = self.owner.get(change.uid, -1)
            if true.get(pid) == change.kind:
                del true[pid]
                self.tally.kinds[change.kind]["right"] += 1
                if change.kind == "succeeded" and self.owner[change.predecessor or ""] != world.predecessor(
                    pid, self.before
                ):
                    self.tally.wrong_predecessors += 1
            elif pid not in maybe:
                self.tally.kinds[change.kind]["false"] += 1
                self.tally.notes.append(f"night {night} {happened}: false {change} of {pid}")
                self.tally.wrongly_removed += change.kind == "removed" and pid in views
        for pid, kind in true.items():
            self.tally.kinds[kind]["missed"] += 1
            self.tally.notes.append(f"night {night} {happened}: missed {kind} of {pid}")

    def _truth(self, views: Views, world: World) -> tuple[dict[int, str], set[int]]:
        """The true changes, and people of whom a change may be reported or not: seen in one of two sources only."""
        true: dict[int, str] = {}
        maybe: set[int] = set()
        followed = set()
        for pid in views.keys() - self.before.keys():
            old = world.predecessor(pid, self.before)
            here = old is not None and old not in views
            true[pid] = "returned" if pid in self.ever else "succeeded" if here else "added"
            followed |= {old} if here and pid not in self.ever else set()
        heirs = {world.predecessor(pid, self.before): pid for pid in views.keys() & self.before.keys()}
        for pid in self.before.keys() - views.keys() - followed:
            if pid in heirs:  # a source was late: a succession for some nights, and then no more
                maybe |= {pid, heirs[pid]}
            else:
                true[pid] = "removed"
        for pid in self.before.keys() & views.keys():
            hard, soft = _difference(self.before[pid], views[pid])
            if hard:
                true[pid] = "changed"
            elif soft:
                maybe.add(pid)
        return true, maybe


def _difference(before: dict[str, list[Contact]], after: dict[str, list[Contact]]) -> tuple[bool, bool]:
    """Whether something changed in every source that shows it, or in some."""
    both = before.keys() & after.keys()
    hard = soft = before.keys() != after.keys()
    hard = False
    for name in ("name", "org", "role", "municipality", "phones", "emails"):
        changed = [source for source in both if _said(before[source], name) != _said(after[source], name)]
        hard |= bool(both) and len(changed) == len(both)
        soft |= bool(changed)
    return hard, soft


def _said(contacts: list[Contact], name: str) -> frozenset[object]:
    if name == "phones":
        return frozenset((phone.kind, phone.e164) for contact in contacts for phone in contact.phones)
    return frozenset(getattr(contact, name) for contact in contacts)
