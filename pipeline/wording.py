"""All that people read, in German and English, by code. No other module holds a sentence for people (errors apart).

A finding's sentence may use `{text}`, `{source}` and the names of its details; a missing name is left out.
"""

from __future__ import annotations

from pipeline.model import Finding

Language = str  # "de" or "en"

#: finding code → (German, English)
FINDINGS: dict[str, tuple[str, str]] = {
    "rejected_content": (
        "Der Inhalt dieser Quelle wurde bei der Prüfung abgelehnt; bis sie sich ändert, gilt ihr voriger Stand.",
        "The content of this source was rejected in review; until it changes its former state holds.",
    ),
    "document_failed": (
        "Das Dokument „{text}“ war nicht zu bekommen, die letzte Fassung bleibt: {error}",
        "The document “{text}” could not be fetched, its last version stays: {error}",
    ),
    "document_refused": (
        "„{text}“ wird nicht als Dokument veröffentlicht: {error}",
        "“{text}” is not published as a document: {error}",
    ),
    "too_many_documents": (
        "Es sind {text} Dokumente verlinkt; mehr als 200 werden nicht gesammelt.",
        "{text} documents are linked; no more than 200 are collected.",
    ),
    "size_differs": (
        "„{text}“: angegeben sind {stated} Byte, die Datei hat {size} Byte.",
        "“{text}”: {stated} bytes are stated, the file has {size} bytes.",
    ),
    "correction_ended": (
        "Die Korrektur für {text} ({field}: {value}) galt bis {until} und wirkt nicht mehr.",
        "The correction for {text} ({field}: {value}) held until {until} and is no longer applied.",
    ),
    "correction_unknown": (
        "Diese Zeile in corrections.xlsx ist nicht zu verstehen: {text}",
        "This row of corrections.xlsx is not understood: {text}",
    ),
    "unclaimed": (
        "Sieht nach Kontaktdaten aus, gehört aber zu keinem Kontakt: {text}",
        "Looks like contact data but belongs to no contact: {text}",
    ),
}

#: rule of a Step → (German, English)
STEPS: dict[str, tuple[str, str]] = {
    "mail_words": ("ausgeschriebenes „at“ und „dot“ gelesen", "spelled-out “at” and “dot” read"),
    "mail_remove_me": ("Zusatz gegen Spam entfernt", "anti-spam addition taken out"),
    "mail_link": ("Mail-Link bereinigt", "mail link tidied"),
    "mail_cipher": ("Verschlüsselung der Mailadresse aufgelöst", "mail address decoded"),
    "mail_script": ("Mailadresse, die ein Skript der Seite schreibt", "mail address written by a script of the page"),
    "mail_attributes": ("Mailadresse aus Attributen zusammengesetzt", "mail address put together from attributes"),
    "mail_pieces": ("Mailadresse aus Teilen zusammengesetzt", "mail address put together from parts"),
    "mail_image": ("Mailadresse aus dem Ersatztext eines Bildes", "mail address from the text of an image"),
    "mail_style": ("Mailadresse, die das Layout ergänzt", "mail address completed by the page's style"),
    "mail_backwards": ("rückwärts geschriebene Mailadresse umgedreht", "mail address written backwards turned round"),
    "lower_case": ("in Kleinbuchstaben", "in lower case"),
    "idn": ("Domain in Umlauten statt Punycode", "domain in Unicode instead of punycode"),
    "url": ("Webadresse vereinheitlicht", "web address in canonical form"),
}

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


#: rule of identification → (German, English)
REASONS: dict[str, tuple[str, str]] = {}

#: kind of a telephone number → (German, English)
PHONE_KINDS: dict[str, tuple[str, str]] = {
    "voice": ("Tel.", "Tel."),
    "mobile": ("Mobil", "Mobile"),
    "fax": ("Fax", "Fax"),
}


#: column of corrections.xlsx → its heading
CORRECTION_COLUMNS: dict[str, str] = {
    "contact": "Kontakt",
    "field": "Feld",
    "value": "Wert",
    "who": "Wer",
    "why": "Warum",
    "until": "Gilt bis",
}

#: what a row of corrections.xlsx may set → (German, English)
CORRECTION_FIELDS: dict[str, tuple[str, str]] = {
    **FIELDS,
    "mobile": ("Mobil", "Mobile"),
    "fax": ("Fax", "Fax"),
    "join": ("Dieselbe Person wie", "Same person as"),
    "split": ("Nicht dieselbe Person wie", "Not the same person as"),
}

#: the first sheet of corrections.xlsx, a line each
CORRECTION_HELP: tuple[str, ...] = (
    "Korrekturen von Hand",
    "Was Sie auf dem Blatt „Korrekturen“ eintragen, gilt ab der nächsten Nacht und geht jeder Quelle vor.",
    "Kontakt: die Kennung (uid), die E-Mail-Adresse oder der Name, so dass nur ein Kontakt gemeint sein kann.",
    "Feld: was geändert werden soll; die Auswahlliste zeigt die Möglichkeiten.",
    "Wert: was stattdessen gelten soll. Ein leerer Wert nimmt die Angabe aus der Veröffentlichung.",
    "Wer und Warum: für die Kolleginnen und Kollegen, die später fragen; beides steht im Änderungsbericht.",
    "Gilt bis: der letzte Tag, zum Beispiel 31.12.2026; leer gilt die Korrektur, bis Sie die Zeile löschen.",
    "„Dieselbe Person wie“ verbindet zwei Kontakte, „Nicht dieselbe Person wie“ trennt sie wieder; in „Wert“ steht der"
    " andere Kontakt.",
    "Der Bericht meldet, wenn eine Korrektur überflüssig wird, weil die Quelle nun dasselbe sagt, wenn die Quelle"
    " inzwischen etwas Neues sagt, und wenn eine Zeile nicht zu verstehen ist.",
)


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


def reason(rule: str, language: Language = "de") -> str:
    """By what a contact was recognised."""
    return pick(REASONS.get(rule, (rule, rule)), language)
