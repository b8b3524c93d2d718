"""Nights in a few words: who is named by which source, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from pipeline.core.guard import Usual, judge
from pipeline.core.identify import Matches, identify
from pipeline.core.limits import Limits
from pipeline.core.reconcile import Proposal, Setting, reconcile
from pipeline.model import (
    Change,
    Contact,
    Correction,
    Entry,
    Finding,
    Identity,
    Observation,
    Outcome,
    PersonName,
    Phone,
    Where,
)

PRIORITIES = {"page": 10, "sheet": 20, "other": 5}
#: An old state may be stale in this test language, too.
Said = Contact | Observation


def person(
    name: str,
    desk: str | None = None,
    mail: str | None = None,
    *,
    town: str | None = "Altdorf",
    role: str | None = None,
    org: str | None = None,
    fax: str | None = None,
    mobile: str | None = None,
) -> Contact:
    """`person("Frau Dr. Eva Müller", "1234", "eva.mueller@altdorf.example")`; a family name of several words has ~."""
    phones = [Phone("voice", f"+497123555{desk}", desk)] if desk else []
    phones += [Phone("mobile", f"+4917155{mobile}")] if mobile else []
    phones += [Phone("fax", f"+497123556{fax}")] if fax else []
    return Contact(_name(name), org, role, town, tuple(phones), (mail,) if mail else ())


def post(
    role: str | None, desk: str | None = None, mail: str | None = None, *, org: str | None = None, town: str = "Altdorf"
) -> Contact:
    """A contact without a person."""
    return replace(person("X", desk, mail, town=town, role=role, org=org), name=None)


def _name(text: str) -> PersonName:
    words = text.split()
    salutation = words.pop(0) if words[0] in ("Frau", "Herr") else None
    title = words.pop(0) if words[0] in ("Dr.", "Prof.") else None
    family = words.pop().replace("~", " ")
    return PersonName(family, " ".join(words) or None, title, salutation)


def tagged(contact: Contact, *tags: str, source: str = "page") -> Observation:
    return Observation(source, contact, tags=frozenset(tags))


@dataclass
class District:
    """One data directory: each `night` goes on from the one before unless it is held."""

    grace: int = 0
    guarded: bool = True
    limits: Limits = field(default_factory=lambda: Limits(max_removed_share=1.0, max_changed_share=1.0))
    base: tuple[Identity, ...] = ()
    nights: int = 0
    matches: Matches = field(default_factory=lambda: Matches((), ()))
    proposal: Proposal = field(default_factory=lambda: Proposal((), (), ()))
    reasons: tuple[Finding, ...] = ()

    def night(
        self, *, corrections: tuple[Correction, ...] = (), failing: tuple[str, ...] = (), **sources: list[Said]
    ) -> list[str]:
        """What changed, as `kind name`; `succeeded` also says whom."""
        self.nights += 1
        observations = tuple(self._said(source, said, failing) for source, some in sources.items() for said in some)
        joins = tuple(row for row in corrections if row.field in ("join", "split"))
        values = tuple(row for row in corrections if row.field not in ("join", "split"))
        self.matches = identify(observations, self.base, joins, "08116")
        healthy = frozenset(PRIORITIES) - set(failing)
        now = datetime(2026, 9, 1, tzinfo=UTC) + timedelta(days=self.nights)
        urls = {source: f"https://kreis.example/{source}" for source in PRIORITIES}
        setting = Setting(PRIORITIES, urls, self.grace, self.nights, now, healthy)
        before, self.proposal = self.base, reconcile(self.matches, self.base, values, setting)
        outcomes = tuple(
            Outcome(source, "", "stale" if source in failing else "ok", len(some)) for source, some in sources.items()
        )
        self.reasons = judge(self.proposal, before, observations, outcomes, self.findings, self.limits, Usual())
        if not self.reasons or not self.guarded:
            self.base = self.proposal.identities
        return [_told(change) for change in self.proposal.changes]

    def _said(self, source: str, said: Said, failing: tuple[str, ...]) -> Observation:
        if isinstance(said, Observation):
            return replace(said, source=source, stale=source in failing)
        return Observation(source, said, where=Where(line=self.nights), stale=source in failing)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.matches.findings, *self.proposal.findings)

    @property
    def codes(self) -> list[str]:
        return sorted(finding.code for finding in self.findings)

    @property
    def held(self) -> list[str]:
        return [reason.code for reason in self.reasons]

    @property
    def entries(self) -> list[Entry]:
        return [known.entry for known in self.base if known.departed is None]

    def entry(self, family: str) -> Entry:
        """The one published entry of somebody with this family name (`family` or `given family`)."""
        found = [e for e in self.entries if e.contact.name and family in _calls(e.contact.name)]
        assert len(found) == 1, [e.contact.name for e in self.entries]
        return found[0]

    def uid(self, family: str) -> str:
        return self.entry(family).uid


def _calls(name: PersonName) -> tuple[str, str]:
    return name.family, f"{name.given} {name.family}"


def _told(change: Change) -> str:
    after = f" after {change.predecessor_name}" if change.predecessor_name else ""
    before = f" before {change.successor_name}" if change.successor_name else ""
    return f"{change.kind} {change.name}{after}{before}"
