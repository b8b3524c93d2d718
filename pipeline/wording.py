"""All that people read, in German and English, by code. No other module holds a sentence for people (errors apart).

A finding's sentence may use `{text}`, `{source}` and the names of its details; a missing name is left out.
"""

from __future__ import annotations

from pipeline.model import Finding

Language = str  # "de" or "en"

#: finding code → (German, English)
FINDINGS: dict[str, tuple[str, str]] = {
    "unclaimed": (
        "Sieht nach Kontaktdaten aus, gehört aber zu keinem Kontakt: {text}",
        "Looks like contact data but belongs to no contact: {text}",
    ),
}

#: rule of a Step → (German, English)
STEPS: dict[str, tuple[str, str]] = {}

#: field of a contact → (German, English)
FIELDS: dict[str, tuple[str, str]] = {
    "name": ("Name", "Name"),
    "org": ("Stelle", "Office"),
    "role": ("Funktion", "Role"),
    "municipality": ("Gemeinde", "Municipality"),
    "phones": ("Telefon", "Telephone"),
    "emails": ("E-Mail", "E-mail"),
    "address": ("Anschrift", "Address"),
    "url": ("Webseite", "Web page"),
    "hours": ("Sprechzeiten", "Hours"),
}


#: kind of a telephone number → (German, English)
PHONE_KINDS: dict[str, tuple[str, str]] = {
    "voice": ("Tel.", "Tel."),
    "mobile": ("Mobil", "Mobile"),
    "fax": ("Fax", "Fax"),
}


class _Gaps(dict[str, str]):
    """Names that a sentence uses but a finding does not give are left empty rather than failing a night."""

    def __missing__(self, key: str) -> str:
        return ""


def pick(pair: tuple[str, str], language: Language) -> str:
    """The half of a (German, English) pair for `language`; anything but `en` is German."""
    return pair[1] if language == "en" else pair[0]


def message(finding: Finding, language: Language = "de") -> str:
    """One sentence for a finding."""
    pair = FINDINGS.get(finding.code, (finding.code + ": {text}",) * 2)
    names = _Gaps(text=finding.text, source=finding.source or "")
    names.update(finding.details)
    return pick(pair, language).format_map(names)


def field_name(field: str, language: Language = "de") -> str:
    """What people call a field of a contact."""
    return pick(FIELDS.get(field, (field, field)), language)


def step(rule: str, language: Language = "de") -> str:
    """What people call a step on the way to a value."""
    return pick(STEPS.get(rule, (rule, rule)), language)
