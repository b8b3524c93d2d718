"""Test pages and what is read from them: `tests/pages/NAME.html` with `NAME.expected.json` beside.

All people are invented. After a change that reads a page better, look at every difference and then rewrite the files:
`python -m tests.extract.pages`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.extract.page.reader import read_page, read_text
from pipeline.model import Contact, Extraction, Rules
from pipeline.transform.normalize import contact_of

FOLDER = Path(__file__).parent.parent / "pages"
PAGES = sorted(FOLDER.glob("*.html")) + sorted(FOLDER.glob("*.txt"))


def read(path: Path, body: bytes | None = None) -> Extraction:
    """One test page, or what a test made of it."""
    reader = read_text if path.suffix == ".txt" else read_page
    return reader(path.read_bytes() if body is None else body, None, Rules())


def expected(path: Path) -> Any:
    """What should be read from a test page."""
    return json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))


def shape(extraction: Extraction) -> dict[str, Any]:
    """What counts of an extraction: values, documents and codes of findings; no places."""
    return {
        "contacts": [
            _contact(contact_of(record.readings)) | {"tags": sorted(record.tags)} for record in extraction.records
        ],
        "documents": [[link.title, link.href, link.stated_size] for link in extraction.documents],
        "findings": sorted([finding.code, finding.text] for finding in extraction.findings),
    }


def _contact(contact: Contact) -> dict[str, Any]:
    name, address = contact.name, contact.address
    return {
        "name": [name.salutation, name.title, name.given, name.family] if name else None,
        "org": contact.org,
        "role": contact.role,
        "phones": [[phone.kind, phone.e164, phone.extension] for phone in contact.phones],
        "emails": list(contact.emails),
        "address": [address.street, address.postcode, address.city] if address else None,
        "url": contact.url,
        "hours": contact.hours,
    }


def contacts(extraction: Extraction) -> list[dict[str, Any]]:
    """The contacts alone, for comparing two readings of one page whatever the order."""
    return sorted(shape(extraction)["contacts"], key=lambda contact: json.dumps(contact, sort_keys=True))


if __name__ == "__main__":
    for page in PAGES:
        text = json.dumps(shape(read(page)), ensure_ascii=False, indent=1)
        page.with_suffix(".expected.json").write_text(text + "\n", encoding="utf-8")
