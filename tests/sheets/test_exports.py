"""Address books of mail programs, saved as a table: many columns, of which most are empty."""

from __future__ import annotations

import pytest

from tests.sheets.made import Values, book, read, shown

EVA = "Frau Eva von Kling (Lotsin) @ Stadt Celle in Celle: +495141123401, m+4915112345678, kling@celle.example"

EXPORTS: dict[str, Values] = {
    "Outlook, German": [
        ["Anrede", "Vorname", "Weitere Vornamen", "Nachname", "Suffix", "Firma", "Position", "Region geschäftlich",
         "Telefon geschäftlich", "Mobiltelefon", "E-Mail-Adresse", "E-Mail-Typ", "E-Mail: Angezeigter Name",
         "Spitzname", "Vertraulichkeit"],
        ["Frau", "Eva", "", "von Kling", "", "Stadt Celle", "Lotsin", "Nds.", "+49 5141 12-3401", "0151 12345678",
         "kling@celle.example", "SMTP", "Eva von Kling (kling@celle.example)", "Evi", "Normal"],
    ],
    "Google, English": [
        ["First Name", "Middle Name", "Last Name", "Name Prefix", "Name Suffix", "Nickname", "Organization Name",
         "Organization Title", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
         "Mobile Phone", "Address 1 - Country"],
        ["Eva", "", "Kling", "Frau", "von", "Evi", "Stadt Celle", "Lotsin", "Work", "kling@celle.example", "Work",
         "+49 5141 12-3401", "0151 12345678", "DE"],
    ],
    "Thunderbird, German": [
        ["Vorname", "Nachname", "Anzeigename", "Spitzname", "Primäre E-Mail-Adresse", "Messenger-Name",
         "Tel. dienstlich", "Tel. privat", "Mobil-Tel.-Nr.", "Privat: Ort", "Dienstlich: Land", "Arbeitstitel",
         "Organisation", "Anrede"],
        ["Eva", "von Kling", "Eva von Kling", "", "kling@celle.example", "", "05141 12-3401", "", "0151 12345678", "",
         "DE", "Lotsin", "Stadt Celle", "Frau"],
    ],
    "a list with a column for everything": [
        ["Nr.", "Anrede", "akad. Grad", "Vorname", "Namenszusatz", "Familienname", "Stadt", "Funktion", "Telefon",
         "Handy", "Mail", "Briefanrede"],
        [1, "Frau", "", "Eva", "von", "Kling", "Stadt Celle", "Lotsin", "05141 12-3401", "0151 12345678",
         "kling@celle.example", "Sehr geehrte Frau von Kling"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_an_address_book(name: str) -> None:
    said = shown(read(book(EXPORTS[name])))
    assert [line.replace(" @ Stadt Celle", "") for line in said] == [EVA.replace(" @ Stadt Celle", "")]
