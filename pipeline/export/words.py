"""The words of published files and reports: `templates/words.toml`, each in German and English.

A value is one text, or a pair for one and for several. Longer texts stand in templates by language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline import display, wording
from pipeline.model import Address, Change, Contact, DocumentChange, PersonName, Phone, Where


class Words:
    """What people read, in one language."""

    def __init__(self, language: str) -> None:
        self.language = "en" if language == "en" else "de"
        self._texts: dict[str, Any] = _texts()[self.language]

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its gaps filled."""
        return str(self._texts[key]).format(**values) if values else str(self._texts[key])

    def count(self, key: str, number: int) -> str:
        """`1 Kontakt neu`, `3 Kontakte neu`."""
        one, many = self._texts[key]
        return str(one if number == 1 else many).format(n=number)

    def date(self, moment: datetime | None) -> str:
        """`2. März 2026`; empty when unknown."""
        if moment is None:
            return ""
        day = moment.astimezone(UTC)
        return self("date", day=day.day, month=self._texts["months"][day.month - 1], year=day.year)

    def short_date(self, moment: datetime | None) -> str:
        """`02.03.2026`, the same in every language: it stands in cards and cells."""
        return f"{moment.astimezone(UTC):%d.%m.%Y}" if moment else ""

    def time(self, moment: datetime) -> str:
        """`2. März 2026, 03:15 Uhr (UTC)`."""
        return f"{self.date(moment)}, {self('clock', time=f'{moment.astimezone(UTC):%H:%M}')}"

    def field(self, name: str) -> str:
        """What a field of a contact is called."""
        return wording.field_name(name, self.language)

    def kind(self, phone: Phone) -> str:
        """`Telefon`, `Mobil`, `Fax`."""
        return self(f"phone_{phone.kind}")

    def title(self, contact: Contact) -> str:
        """What a contact is called in a list."""
        return display.contact_title(contact)

    def phone(self, phone: Phone) -> str:
        """A number after DIN 5008."""
        return display.phone(phone)

    def name(self, name: PersonName) -> str:
        """A person as addressed."""
        return display.name(name)

    def address(self, address: Address) -> str:
        """An address on one line."""
        return display.address(address)

    def place(self, where: Where) -> str:
        """Where something stands: `Blatt „Liste“, C7` or `Zeile 12`; empty when unknown."""
        sheet = self("place_sheet", sheet=where.sheet) if where.sheet else ""
        line = self("place_line", line=where.line) if where.line else ""
        return ", ".join(part for part in (sheet, where.cell, line) if part)

    def about(self, contact: Contact | None) -> str:
        """Function, office and place of a person: who of several is meant."""
        if contact is None or contact.name is None:
            return ""
        places = (part for text in (contact.org, contact.municipality) for part in (text or "").split("; "))
        return ", ".join(filter(None, dict.fromkeys((contact.role, *places))))

    def size(self, value: int | None) -> str:
        """Bytes as a page states them."""
        return display.size(value) if self.language == "de" else display.size(value).replace(",", ".")

    def changes(self, changes: Iterable[Change]) -> list[str]:
        """`3 Kontakte neu`, `1 Nachfolge`, … in a fixed order; empty when nothing changed."""
        kinds = [change.kind for change in changes]
        order = ("added", "returned", "succeeded", "changed", "removed")
        return [self.count(kind, kinds.count(kind)) for kind in order if kind in kinds]

    def documents(self, changes: Iterable[DocumentChange]) -> list[str]:
        """`1 Dokument neu`, `1 Dokument ersetzt`, …"""
        kinds = [change.kind for change in changes]
        return [
            self.count(f"documents_{kind}", kinds.count(kind))
            for kind in ("added", "changed", "removed")
            if kind in kinds
        ]


@cache
def _texts() -> dict[str, dict[str, Any]]:
    source = (files("pipeline.export") / "templates" / "words.toml").read_text(encoding="utf-8")
    return {language: dict(table) for language, table in tomllib.loads(source).items()}
