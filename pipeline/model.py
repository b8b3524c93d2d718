"""What the program talks about: values, where they stand, and what was decided about them.

Everything here is frozen, compares by value and does no I/O. A `Contact` is only values; evidence is carried by what
holds it: a `Raw` has the place, a `Reading` adds the steps, an `Observation` keeps both beside the contact. Volatile
things (place, time seen, display form) are no part of a `Contact`, so they are never a change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from pipeline.frozen import quickly_made

PhoneKind = Literal["voice", "fax", "mobile"]
Severity = Literal["info", "warning", "error"]
ChangeKind = Literal["added", "removed", "changed", "succeeded", "returned"]
SourceStatus = Literal["ok", "unchanged", "stale", "failed"]
RunStatus = Literal["published", "unchanged", "held", "rejected", "withdrawn", "failed"]

#: The fields of a contact, in the order in which people read them.
FIELDS = ("name", "org", "role", "municipality", "phones", "emails", "address", "url", "hours")


# ---- where something stands ----------------------------------------------------------------------


@quickly_made
@dataclass(frozen=True, slots=True)
class Where:
    """A place inside one document: line and element path of a page or text, or sheet and cell of a workbook.

    `line` counts from 1 in the decoded text as served; `path` is a chain of CSS-like steps
    (`main > table:nth-of-type(1) > tr:nth-of-type(3)`); `cell` is a reference like `C7`.
    """

    line: int | None = None
    path: str | None = None
    sheet: str | None = None
    cell: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Raw:
    """A text exactly as its source wrote it, and where."""

    text: str
    where: Where = Where()


@quickly_made
@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to a text on its way to a value. `rule` is a stable name that `wording` puts into words."""

    rule: str
    before: str
    after: str


# ---- values --------------------------------------------------------------------------------------


@quickly_made
@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts. Particles (von, zu, El) and unhyphenated double surnames belong to `family`."""

    family: str
    given: str | None = None
    title: str | None = None
    salutation: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: E.164 (`+4971139021234`) and, where the office shows it, the Durchwahl (`1234`)."""

    kind: PhoneKind
    e164: str
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A German postal address; a Postfach stands in `street` when nothing else is there."""

    street: str | None = None
    postcode: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One person or office, as values only. Phones and mails are in canonical order, so that order is no change."""

    name: PersonName | None = None
    org: str | None = None
    role: str | None = None
    municipality: str | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    address: Address | None = None
    url: str | None = None
    hours: str | None = None


Value = PersonName | Phone | Address | str


# ---- what a source says --------------------------------------------------------------------------


@quickly_made
@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one field, the text it was read from and each step between; a field may have several."""

    field: str
    value: Value
    raw: Raw
    steps: tuple[Step, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Record:
    """One contact as one document writes it. `tags` say how it stands there:

    `footer` (the site's own office at the foot of the page), `struck` (struck out or "ausgeschieden"), `vacant` (N.N.),
    `byline` (who made the page, by its data for machines).
    """

    readings: tuple[Reading, ...]
    where: Where
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """A linked document as its page names it. `stated_size` is in bytes (kB and MB decimal, KiB and MiB binary)."""

    title: str
    href: str | None
    stated_size: int | None = None
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something staff should look at. `code` is put into words by `wording`; `text` is the raw text it is about.

    `details` are further values for the sentence, as (name, text). Two findings are the same news when `news` is equal:
    a moved line is none.
    """

    code: str
    severity: Severity
    text: str = ""
    where: Where = Where()
    source: str | None = None
    uid: str | None = None
    details: tuple[tuple[str, str], ...] = ()

    @property
    def news(self) -> tuple[str, str, str | None, str | None, tuple[tuple[str, str], ...]]:
        """What makes this finding new to a reader: everything but its place."""
        return (self.code, self.text, self.source, self.uid, self.details)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document yields: its contacts, the files it links, and what was not understood."""

    records: tuple[Record, ...] = ()
    documents: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What a district's sources take for granted: its area code (`0711`) and its official key (AGS, `08116`)."""

    area_code: str | None = None
    ags: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole answer. `url` is where it was found in the end, `digest` the SHA-256 of the body in hex.

    `transferred` is False when the server confirmed the copy we had (304).
    """

    url: str
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    digest: str = ""
    transferred: bool = True


@dataclass(frozen=True, slots=True)
class Observation:
    """What one source says about one contact: the values, and the readings they came from.

    `read` is what the page reads like now, where an older reading of some fields holds.
    """

    source: str
    contact: Contact
    readings: tuple[Reading, ...] = ()
    where: Where = Where()
    tags: frozenset[str] = frozenset()
    stale: bool = False
    read: Contact | None = None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A page that got another layout tonight: all that it says, folded, and the imprint of what it said before."""

    wording: str
    before: str


#: What a column of a list may hold, as the option `columns` calls it.
COLUMN_FIELDS = (
    "name", "given", "family", "salutation", "title", "role", "org", "municipality", "phone", "mobile", "fax", "email",
    "street", "postcode", "city", "address", "url", "hours",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of staff's corrections: `contact` is a uid, mail or name as written; it wins over every source.

    `field` is one of `FIELDS`, or `join` (the contact in `value` is the same person) or `split` (undo such a join).
    """

    contact: str
    field: str
    value: str
    who: str = ""
    why: str = ""
    until: date | None = None
    where: Where = Where()


#: Staff's corrections are recorded beside the sources under an id that no source can have.
CORRECTIONS = "*corrections"


@dataclass(frozen=True, slots=True)
class Corrections:
    """The rows of `corrections.xlsx` that hold, and what in it was not understood."""

    rows: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def values(self) -> tuple[Correction, ...]:
        """Rows that give a field a value."""
        return tuple(row for row in self.rows if row.field not in ("join", "split"))

    @property
    def joins(self) -> tuple[Correction, ...]:
        """Rows that say who is, or is not, the same person."""
        return tuple(row for row in self.rows if row.field in ("join", "split"))


# ---- what we publish -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """One source's word on an entry: when it was last seen there, and whether that is its last known word only."""

    source: str
    url: str
    seen: datetime
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Our contact: one person or office for life under one `uid`. `winners` says whose word each field is."""

    uid: str
    contact: Contact
    winners: tuple[tuple[str, str], ...] = ()  # field, source id
    sources: tuple[Origin, ...] = ()
    groups: tuple[str, ...] = ()
    first_seen: datetime | None = None
    last_changed: datetime | None = None
    predecessor: str | None = None

    @property
    def stale(self) -> bool:
        """True when no source confirms this entry any more tonight."""
        return bool(self.sources) and all(origin.stale for origin in self.sources)


@dataclass(frozen=True, slots=True)
class Overruled:
    """A field that staff correct: their value, what the sources said when they made it, who did it and why."""

    field: str
    value: str
    said: str
    who: str = ""
    why: str = ""


#: The reason of whoever is shown as part of another, and of whom others are part: staff say so.
JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Parted:
    """Of a contact that exists because of a row of staff's: from which one the row took its `words`, and what it says.

    `uid` is None once that contact is erased.
    """

    uid: str | None
    contact: str
    value: str
    words: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What the history knows about one uid: its entry, what each source last said, and since which run it is gone.

    `former` are earlier values that may bring someone back (names before a marriage, old mail addresses).
    `missing` counts healthy nights on which no source named it while `[guard] grace` still keeps it published.
    `overruled` are the fields that staff correct; `parted` is set where a row of theirs took it from another contact.
    `heard` is what sources called it that do not name it any more.
    """

    entry: Entry
    observations: tuple[Observation, ...] = ()
    departed: int | None = None  # number of the run on which it left
    former: tuple[Contact, ...] = ()
    missing: int = 0
    reason: str = ""  # the rule that recognised it last
    overruled: tuple[Overruled, ...] = ()
    parted: Parted | None = None
    heard: tuple[tuple[str, PersonName], ...] = ()

    @property
    def uid(self) -> str:
        """The uid of its entry."""
        return self.entry.uid

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """What it is, and was before."""
        return (self.entry.contact, *self.former)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one contact before and after, as values for display, and whose word the new one is."""

    field: str
    old: str | None
    new: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one contact between two nights.

    `successor` took the place of somebody `removed` long ago, when another source still named her. A successor who did
    so a few nights ago is `succeeded` now, and `late`: he has been here since, and `fields` may have changed.
    """

    kind: ChangeKind
    uid: str
    name: str
    predecessor: str | None = None
    fields: tuple[FieldChange, ...] = ()
    predecessor_name: str | None = None
    successor: str | None = None
    successor_name: str | None = None
    late: bool = False

    @property
    def arrives(self) -> bool:
        """Whether somebody is here who was not the night before."""
        return self.kind in ("added", "returned", "succeeded") and not self.late


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """A collected file: known by title and content. `name` is the safe file name under `dokumente/`."""

    title: str
    href: str
    name: str
    size: int
    sha256: str
    stated_size: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that came, went or was replaced."""

    kind: Literal["added", "removed", "changed"]
    href: str
    title: str
    old: DocumentVersion | None = None
    new: DocumentVersion | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one source fared tonight. `error` is one German sentence."""

    source: str
    url: str
    status: SourceStatus
    contacts: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One recorded night. `number` orders runs whatever the clock says; `name` is what people call it."""

    number: int
    name: str
    previous: str | None
    started: datetime
    finished: datetime
    status: RunStatus


@dataclass(frozen=True, slots=True)
class Report:
    """What staff read about one run; `export.report` renders it."""

    run: Run
    district: str
    outcomes: tuple[Outcome, ...] = ()
    changes: tuple[Change, ...] = ()
    documents: tuple[DocumentChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Finding, ...] = ()  # why the guard holds the run
    entries: tuple[Entry, ...] = ()  # as they stand after this run (held: as they would)
    decision: tuple[str, str, str] | None = None  # what staff decided (published, rejected, forced), who, why
    told_before: tuple[Finding, ...] = ()  # what the report before found already
    left: tuple[Entry, ...] = ()  # whom the changes call removed, as they were


@dataclass(frozen=True, slots=True)
class Edition:
    """One release that brought news: for the feed and for "new since the edition before"."""

    run: Run
    changes: tuple[Change, ...] = ()
    documents: tuple[DocumentChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One contact as the office's own workbook names it, each reading with its cell.

    `uid` is who that is today, None where nobody published or more than one. Staff correct the fields `overruled`.
    """

    observation: Observation
    uid: str | None = None
    overruled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeWorkbook:
    """A workbook that an office keeps by hand, as it was read, and all that it lists."""

    source: str
    body: bytes
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a release is made of; a pure function of the state and a run number.

    `edition` is the newest edition that brought news up to this run: a release that only marks contacts stale repeats
    the changes of the edition before it, so an outage never hides from a volunteer whom to add.
    """

    run: Run
    district: str
    ags: str
    language: str
    entries: tuple[Entry, ...]
    edition: Edition
    editions: tuple[Edition, ...] = ()  # newest first
    documents: tuple[tuple[DocumentVersion, bytes], ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    fields: tuple[str, ...] = field(default=FIELDS)
    workbooks: tuple[OfficeWorkbook, ...] = ()  # of the highest priority first
