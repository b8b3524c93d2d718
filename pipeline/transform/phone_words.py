"""What the words around a number say about it: telephone, fax, Durchwahl, area code, or something that is no phone.

Words are looked up one by one with their inner dots and hyphens taken out (`Tel.-Nr.` is `telnr`), so a new word is one
line here. Nothing in this module knows about digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from pipeline.model import PhoneKind


class Word(Enum):
    """The part a word plays for the number that follows it."""

    KIND = "voice, fax or mobile"
    EXTENSION = "Durchwahl"
    AREA = "Vorwahl"
    CENTRAL = "Zentrale"
    TRUNK = "Hauptnummer to which Durchwahlen belong"
    JOIN = "oder, und, bis"
    NEUTRAL = "says nothing: dienstlich, Nummer, unter"
    FOREIGN = "what follows is no phone: IBAN, Aktenzeichen"
    PLACE = "the next figure is no phone: Zimmer 310"
    TIME = "hours follow"
    OTHER = "any other word"


@dataclass(frozen=True, slots=True)
class Label:
    """What the words before a number say. `kinds` in the order written; `weak` is a lone T, F or M without a colon.

    `begun` is what the line before left open at its end: an area code (`0731`) or a main number (`+497315540`),
    `columns` what stands above the columns of the line.
    """

    kinds: tuple[PhoneKind, ...] = ()
    extension: bool = False
    area: bool = False
    central: bool = False
    trunk: bool = False
    foreign: bool = False
    place: bool = False
    weak: bool = False
    begun: str = ""
    columns: tuple[Label, ...] = ()

    @property
    def says_phone(self) -> bool:
        """True if bare digits behind it are a number."""
        return bool(self.kinds) and not self.weak


NONE = Label()
_FAX = re.compile(
    r"fax(?:en)?$|^(?:tele|pc)?fax(?:nummern?|nr|anschluss|gerät|durchwahl|dw)$|"
    r"^(?:(?:fern|tele)kopie(?:n|rer|rernr|rernummer)?|tfx|fx)$"
)
_BOTH = re.compile(r"^(?:tel|telefon|fon)(?:und|u)?fax(?:nr|nummer)?$")
_MOBILE = re.compile(
    r"handy(?:nummern?|nr)?$|mobil(?:e|telefon|nummern?|nr|funk|funknummern?|tel|phone|fon)?$|^(?:auto)?funk(?:telefon|nr|nummer)?$|"
    r"^(?:cell|cellphone|smartphone|whatsapp|signal|threema|sms|mob)$"
)
_VOICE = re.compile(
    r"(?:tele(?:f|ph)on|telefonnummern?|telefonnr|rufnummern?|rufnr|telefonzentrale|hotline|telefonkontakt)$|"
    r"^(?:festnetz)?t(?:el|lf)(?:nr|nummer|no)?$|^tele(?:f|ph)on(?:nummern?|nr|isch|ische|anschluss|e|verbindung)$|"
    r"^(?:fon|phone|ruf|fernruf|fernsprecher|festnetz(?:nummern?|nr|anschluss)?|anruf|call|tél|téléphone|notruf)$|"
    r"^(?:notruf|service|info|dienst|büro|privat|direkt|rückruf|arbeitsplatz|beratungs|kontakt|notfall|bereitschafts|servicetelefon|bürger)(?:nummer|nr)$"
)
_EXTENSION = re.compile(
    r"durchwahl(?:en|nummern?|nr)?$|^(?:dw|durchw|app|apparat|nebenstellen?|nebenst|nst|nbst|klappe|hausapparat)(?:nr|nummern?)?$|^(?:faxdurchwahl|ext|extension)$|^(?:tel|fax)dw$"
)
_AREA = re.compile(r"vorwahl(?:en|nummern?|nr)?$|^(?:vorw|ortskennzahl|ortsnetzkennzahl|onkz)$")
_CENTRAL = re.compile(r"^(?:telefon)?(?:zentrale|vermittlung)$|^(?:sammelruf|sammelanschluss|hauptapparat)$")
_TRUNK = re.compile(r"^(?:haupt|stamm|sammel|kopf|amts|zentral|grund)(?:ruf)?nummer$|^hauptanschluss$")
_JOIN = re.compile(
    r"^(?:oder|od|o|und|u|bzw|beziehungsweise|sowie|bis|auch|zugleich|gleichzeitig|or|and|resp|respektive|wahlweise|alternativ)$"
)
_NEUTRAL = re.compile(
    r"^(?:nr|nummern?|no|dienstlich|privat|geschäftlich|dienstl|priv|gesch|direkt|zentral|unter|lautet|ist|der|die|das|den|"
    r"dem|büro|jeweils|von|für|sekretariat|vorzimmer|anmeldung|rathaus|pforte|empfang|tagsüber|abends|kostenlos|"
    r"gebührenfrei|gilt|extern|werktags|neue?|aller?|[pdg])$"
)
#: `Bußgeld-Az.`, `KonferenzPIN`; families are called Yilmaz and Crispin.
_OF_FILE = re.compile(r"(?:-(?i:az|pin)|[a-zäöüß](?:A[zZ]|PIN))\.?$")
_FOREIGN = re.compile(
    r"(?<=.)(?:nummern?|nr|kennzeichen|code|konto|kennung)$|^(?:vorgang|rechnung|beleg|bescheid|vertrag|bestellung|auftrag|vergabe|ausschreibung|"
    r"haushaltsstelle|inventar|los|formular|modell|gewinnzahlen|spielstand|ticket|akte|datei|typ|serie|produkt|"
    r"kreditkarte|version|norm|patent|seriennummer)$|^(?:iban|bic|swift|konto|kto|kontonr|kontonummer|ktonr|blz|bankleitzahl|buchungskonto|spendenkonto|bankverbindung)$|"
    r"^(?:az|gz|aktz|unserzeichen|zeichen|unserz|ihrzeichen|ref|referenz|zn|vg|gesch|geschz)$|"
    r"(?:aktenzeichen|geschäftszeichen|kassenzeichen|buchungszeichen|steuernummer|steuernr|steuerid|steueridnr)$|"
    r"(?:^|kunden|rechnungs|vorgangs|beleg|mitglieds?|register|betriebs|akten|vertrags|auftrags|bestell|artikel|art|ausweis|"
    r"objekt|antrags|vereins|versicherungs|lizenz|serien|inventar|teilnehmer|steuer|identifikations|flurstücks?|lieferanten|"
    r"haushalts|zulassungs|personal|matrikel|fall|ticket|gläubiger|leitweg|kassen|vorlagen|drucksachen|kenn|vergabe)"
    r"(?<=[a-zäöüß])(?:nummer|nr|id|identnr|identifikationsnummer|zeichen)$|"
    r"^(?:stnr|ustid|ustidnr|ustidentnr|umsatzsteuer|umsatzsteuerid|umsatzsteueridentifikationsnummer|ustidentifikationsnummer|"
    r"wirtschaftsid|widnr|vatid|vat)$|"
    r"^(?:hrb|hra|vr|gnr|vereinsregister|handelsregister|registergericht|amtsgericht|gläubigerid|mandatsreferenz|leitwegid)$|"
    r"^(?:isbn|issn|ean|gtin|doi|pzn|urn|din|ik|iknr|institutionskennzeichen|siren|duns|eori)$|"
    r"^(?:drucksache|drs|ds|vorlage|sitzungsvorlage|beschluss|bundestagsdrucksache|gvbl|bgbl|gbl|abl|amtsblatt)$|"
    r"^(?:lat|lon|lng|long|latitude|longitude|breite|länge|breitengrad|längengrad|koordinaten|geokoordinaten|gps|utm|"
    r"rechtswert|hochwert|easting|northing|wgs|etrs)$|"
    r"^(?:ags|ars|gemeindeschlüssel|gemeindekennziffer|kennziffer|schlüssel|schlüsselnummer|flurstück|flst|gemarkung|"
    r"kontoinhaber|verwendungszweck|gebühr|gebühren|preis|kosten|eintritt|id|pin|tan|code|passwort|kennwort|meetingid|"
    r"meeting|webinarid|zugangscode|einwahlcode|kenncode)$"
)
_PLACE = re.compile(
    r"^(?:zimmer|zi|zim|zimmernr|zinr|zimmernummer|raum|raumnr|raumnummer|room|etage|stock|og|eg|ug|dg|gebäude|geb|haus|hausnr|"
    r"hausnummer|block|bau|flur|plz|postleitzahl|postfach|pf|postf|seite|seiten|abs|absatz|art|artikel|kapitel|kap|teil|"
    r"ziffer|ziff|anlage|linie|buslinie|bus|tram|bahn|gleis|parkplatz|platz|tisch|stand|stellplatz|ausgabe|heft|band|jahr|jahrgang|"
    r"gruppe|klasse|jahre|alter|kw|stufe|größe|km|sitzung|zone|tor|box|schalter|aufzug|ebene|tarif|gesetz|paragraph|"
    r"stand|datum|seit|ab|am|vom|im|um|gegründet|einwohner|höhe|umkreis|ca|etwa|rund|über|lfd|lfdnr|pos|position)$"
)
_TIME = re.compile(
    r"^(?:uhr|mo|di|mi|do|fr|sa|so|mofr|modo|mosa|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|"
    r"täglich|werktäglich|vormittags|nachmittags)$|(?:zeit|zeiten|stunde|stunden)$"
)
_PARTS = (
    (_JOIN, Word.JOIN),
    (_NEUTRAL, Word.NEUTRAL),
    (_TRUNK, Word.TRUNK),
    (_CENTRAL, Word.CENTRAL),
    (_TIME, Word.TIME),
    (_PLACE, Word.PLACE),
    (_FOREIGN, Word.FOREIGN),
)
_LONE: dict[str, PhoneKind] = {"t": "voice", "f": "fax", "m": "mobile"}
_SIGNS: dict[str, PhoneKind] = {
    **dict.fromkeys("☎☏✆🕻🕽🕾🕿📞🤙", "voice"),
    **dict.fromkeys("📠🖷🖨", "fax"),
    **dict.fromkeys("📱📲🖁", "mobile"),
}
SIGNS = "".join(_SIGNS)
#: Words with the dots and hyphens inside them, pictures of telephones, and what divides two lists.
WORDS = re.compile(rf"[^\W\d_]+(?:[.-]{{1,2}}[^\W\d_]+)*|[{SIGNS}]|[;|•]")


@lru_cache(maxsize=16384)
def classify(word: str) -> tuple[Word, tuple[PhoneKind, ...]]:
    """The part a word plays, and the kinds of telephone it names."""
    if word in _SIGNS:
        return Word.KIND, (_SIGNS[word],)
    key = word.replace(".", "").replace("-", "").lower()
    if key in _LONE:
        return Word.KIND, (_LONE[key],)
    kinds = _kinds(key)
    if _EXTENSION.search(key):
        return Word.EXTENSION, kinds
    if _AREA.search(key):
        return Word.AREA, ()
    if kinds:
        return Word.KIND, kinds
    return (Word.FOREIGN if _OF_FILE.search(word) else _other(key)), ()


def _kinds(key: str) -> tuple[PhoneKind, ...]:
    if _BOTH.search(key):
        return ("voice", "fax")
    if _FAX.search(key) or key in ("faxdurchwahl", "faxdw"):
        return ("fax",)
    if _MOBILE.search(key):
        return ("mobile",)
    return ("voice",) if _VOICE.search(key) else ()


def _other(key: str) -> Word:
    return next((part for pattern, part in _PARTS if pattern.search(key)), Word.OTHER)


def is_number_word(word: str) -> bool:
    """True for "Nr." and "Nummer", which belong to the noun before them: "Rechnung Nr."."""
    return word.rstrip(".").lower() in ("nr", "nummer", "no")


def is_lone(word: str) -> bool:
    """True for the letters T, F and M, which are labels only in front of a whole number or with a colon."""
    return word.lower() in _LONE
