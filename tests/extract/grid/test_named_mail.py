"""Mailboxes named after somebody of the row."""

from __future__ import annotations

import pytest

from pipeline.extract.grid.drafts import Draft
from pipeline.extract.grid.named_mail import keep_named
from pipeline.model import PersonName, Raw, Reading, Where

BERG, OTT = PersonName("Berg", "Eva"), PersonName("Ott", "Uwe")


@pytest.mark.parametrize(
    ("own", "others", "left"),
    [
        ("berg@x.example", "ott@x.example", (["berg@x.example"], ["ott@x.example"])),
        ("", "e.berg@x.example", (["e.berg@x.example"], [])),
        ("", "info@oldenberg.example", ([], ["info@oldenberg.example"])),
        ("", "oldenberg@x.example", ([], ["oldenberg@x.example"])),
        ("", "uwe.berg@x.example", ([], ["uwe.berg@x.example"])),  # so Herr Ott was called before
        ("berg@x.example", "berg@x.example", (["berg@x.example"], [])),
    ],
)
def test_whose_it_is(own: str, others: str, left: tuple[list[str], list[str]]) -> None:
    drafts = []
    for name, mail in ((BERG, own), (OTT, others)):
        where = Where(cell=f"{name.family}1")
        readings = [Reading("name", name, Raw("", where)), Reading("emails", mail, Raw(mail, where))]
        drafts.append(Draft(where, readings if mail else readings[:1]))
    keep_named(drafts)
    assert tuple([r.value for r in draft.readings if r.field == "emails"] for draft in drafts) == left
