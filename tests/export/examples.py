"""An invented publication and its report: every kind of change, a stale contact, an office, signs to be escaped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pipeline.model import (
    Address,
    Change,
    Contact,
    DocumentChange,
    DocumentVersion,
    Edition,
    Entry,
    FieldChange,
    Finding,
    Origin,
    Outcome,
    PersonName,
    Phone,
    Publication,
    Report,
    Run,
    Where,
)

BEGAN = datetime(2026, 3, 2, tzinfo=UTC)
NOW = datetime(2026, 4, 7, tzinfo=UTC)
PAGE = "https://www.tannberg.example/,Lde/engagement.html"
LIST = "https://user:geheim@www.tannberg.example/dateien/liste.xlsx"


def uid(number: int) -> str:
    """The uid of an invented contact."""
    return f"6d1f{number:04d}-0000-5000-8000-000000000000"


def entry(number: int, contact: Contact, *groups: str, **other: object) -> Entry:
    """An entry that the page names since March."""
    known = {"sources": (Origin("engagement", PAGE, BEGAN),), "first_seen": BEGAN, "last_changed": BEGAN, **other}
    return Entry(uid(number), contact, groups=groups, **known)  # type: ignore[arg-type]


LINDENAU = entry(
    1,
    Contact(
        PersonName("Lindenau", "Hedwig", "Dr.", "Frau"),
        "Landratsamt Tannberg / Amt für Integration",
        "Leitung; Vertretung: B. Hanke",
        phones=(Phone("voice", "+49712392104101", "4101"), Phone("fax", "+49712392105100", "5100")),
        emails=("hedwig.lindenau@lra-tannberg.example", "leitung@lra-tannberg.example"),
        address=Address("Schlossplatz 1", "72555", "Metzingen"),
        url="https://www.tannberg.example/,Lde/amt;a.html",
        hours="Mo–Fr 9–12 Uhr; Do bis 18 Uhr",
    ),
    "Landratsamt Tannberg / Amt für Integration",
    last_changed=NOW,
)
GROTHE = entry(
    2,
    Contact(
        PersonName("von der Heydt-Österreicher", "Marie-Christine", "Prof. Dr.", "Frau"),
        "Gemeinde Ahlbach",
        "Integrationsbeauftragte",
        "Ahlbach; Oberrode",
        (Phone("mobile", "+4915112345678"),),
        ("m.heydt@ahlbach.example",),
    ),
    "Ahlbach",
    "Oberrode",
    sources=(Origin("liste", LIST, NOW),),
    first_seen=NOW,
    last_changed=NOW,
)
OFFICE = entry(
    3,
    Contact(org="Freiwilligenagentur <Tannberg> & Co.", phones=(Phone("voice", "+4971239210700", "0"),)),
    "Freiwilligenagentur <Tannberg> & Co.",
    sources=(Origin("kirchen", PAGE, BEGAN, stale=True),),
)
BERG = entry(4, Contact(PersonName("Berg", "Nikolai", None, "Herr"), emails=("=cmd@berg.example",)), predecessor=uid(9))
ENTRIES = (LINDENAU, GROTHE, OFFICE, BERG)

FIRST = Run(1, "00001-2026-03-02", None, BEGAN, BEGAN, "published")
RUN = Run(7, "00007-2026-04-07", "00006-2026-04-06", NOW, NOW, "published")
FLYER = DocumentVersion(
    "Flyer „Ehrenamt“", "https://www.tannberg.example/f.pdf", "flyer.pdf", 3_768_000, "ab" * 32, 3_700_000, "engagement"
)
CHANGES = (
    Change("succeeded", uid(4), "Nikolai Berg", uid(9), (), "Karl-Heinz Vogel"),
    Change(
        "changed",
        uid(1),
        "Dr. Hedwig Lindenau",
        fields=(
            FieldChange("phones", "Tel. 07123 9210-4100", "Tel. 07123 9210-4101", "engagement"),
            FieldChange("hours", None, "Mo–Fr 9–12 Uhr; Do bis 18 Uhr", "liste"),
        ),
    ),
    Change("removed", uid(8), "Frieda Klamm"),
    Change("added", uid(2), "Prof. Dr. Marie-Christine von der Heydt-Österreicher"),
)
EDITION = Edition(RUN, CHANGES, (DocumentChange("changed", FLYER.href, FLYER.title, replace(FLYER, size=9), FLYER),))
FINDINGS = (
    Finding("unclaimed", "info", "Zimmer 12", Where(line=12), "engagement"),
    Finding("unclaimed", "error", '=HYPERLINK("http://x.example") <b>', Where(sheet="Liste", cell="C7"), "liste"),
    Finding("size_differs", "warning", "Flyer", details=(("stated", "3700000"), ("size", "3768000"))),
)
OUTCOMES = (
    Outcome("engagement", PAGE, "ok", 3),
    Outcome("liste", LIST, "stale", 1, "Der Server antwortet nicht"),
)
PUBLICATION = Publication(
    RUN,
    "Landkreis Tannberg",
    "08199",
    "de",
    ENTRIES,
    EDITION,
    (EDITION, Edition(FIRST, (Change("added", uid(1), "Dr. Hedwig Lindenau"),))),
    ((FLYER, b"%PDF-1.4 invented"),),
    FINDINGS,
    OUTCOMES,
)
REPORT = Report(RUN, "Landkreis Tannberg", OUTCOMES, CHANGES, EDITION.documents, FINDINGS, (), ENTRIES)


def with_contact(contact: Contact) -> Publication:
    """A publication of one contact only."""
    return replace(PUBLICATION, entries=(entry(1, contact, *filter(None, [contact.municipality])),))
