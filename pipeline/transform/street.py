"""Streets and house numbers: `Musterstr. 5a`, `Am Lindenplatz 7`, `Marktplatz 1-3`, `Postfach 1533`."""

from __future__ import annotations

import re

from pipeline.transform.name_words import is_given
from pipeline.transform.vocabulary import words

_LIMIT = 80
_NUMBER = r"\d{1,4} ?[a-zA-Z]?(?![\w])(?: ?(?:[-–+/]|u\.|und) ?\d{1,4} ?[a-zA-Z]?(?!\w)){0,3}"
_ENDING = (
    r"stra(?:ß|ss)en?|str\.?|gasse|gässle|gässchen|weg|wegle|platz|plätzle|allee|ring|ufer|damm|markt|steige?|stieg|graben|"
    r"halden?|gärten|garten|wiesen?|bühl|rain|pfad|chaussee|promenade|anger|kai|brücke|äcker|siedlung|zeile|lände|wall|"
    r"wasen|hang|kamp|twiete|redder|deich|staden|bogen|winkel|passage|terrassen?|stiege|hof|höfe|tor|park|höhe|"
    r"schlossplatz|berg|feld|tal|grund|mühle|eck|reihe|hafen|quai|viertel|plan|esplanade|freiheit|bleiche|insel|"
    r"gürtel|straßle|stadel|anlage|anlagen|zentrum|bahnhof|aue|auen|furt|werder|schanze|bastei|hecken?"
)
#: Beginnings that only streets have.
_OPENING = (
    r"(?:Am|An|Auf|Bei|Beim|Hinter|Hinterm|Im|In|Ob|Oberm|Unter|Unterm|Vor|Vorm|Zum|Zur|Zu|Zwischen|Neben|Über)"
    r"(?: (?:der|dem|den|das|die|alten|neuen|oberen|unteren|hinteren|vorderen|großen|kleinen|hohen|langen))*"
)
_WORDS = r"[^\W\d_][^\W_'’]*(?:(?:\.-|[-'’.])[^\W_]+)*\.?"
_NAME = rf"(?:[A-ZÄÖÜ](?<!\d)(?:[^\W_]|\.-|[-'’])*\.?)(?: (?:{_WORDS}|\d{{1,2}}\.)){{0,6}}?"
_WITH_NUMBER = re.compile(rf"(?P<name>{_NAME}(?: ?/ ?{_NAME})?) ?(?P<number>{_NUMBER})")
_STREET_WORD = re.compile(rf"(?:\b|(?<=\w))(?:{_ENDING})\.?$", re.IGNORECASE)
_STREET_OPENING = re.compile(rf"{_OPENING} [^\W\d_]")
_STREET_OF = re.compile(r"(?:Straße|Platz|Allee|Ring|Weg) (?:de[rs]|am|an|vo[nm]|zu[mr]) ", re.IGNORECASE)
#: A street without a number: only what nothing else can be.
_BARE = re.compile(
    r"(?:[^\W\d_][\w.'’-]*[ -]){0,4}[\w.'’-]*(?:stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|chaussee|ufer|damm)$",
    re.IGNORECASE,
)
_BARE_ENDINGS = ("straße", "strasse", "str.", "gasse", "weg", "platz", "allee", "chaussee", "ufer", "damm")
_POSTBOX = re.compile(r"(?:Postfach|PF|P\. ?O\. ?Box) ?:? ?(?P<number>\d[\d ]{0,11}\d|\d)", re.IGNORECASE)
#: `Büro links`; the `Büro der Landrätin` or the `Büro Neustadt` is where she is, not a room.
_BUREAU = (
    r"Büro(?! (?:der|des|für|vo[nm]|"
    r"(?!Erd|Ober|Unter|Dach|Neben|Haus|Nummer|Stock|Nord|Süd|West|Ost)[A-ZÄÖÜ][a-zäöüß]{3}))"
)
_ROOM = re.compile(
    rf" ?(?:[,;|·(–-] ?)+(?:(?:Zimmer|Zi\.?|Raum|{_BUREAU}|Gebäude|Geb\.|Haus|Bau|Eingang|Aufgang|Etage|Ebene|Stock)\b"
    r"[^,;|]{0,30}"
    r"|\d{1,2}\. ?(?:OG|Obergeschoss|Stock|Etage|UG|Stockwerk)\b[^,;|]{0,20}"
    r"|(?:EG|UG|OG|Erdgeschoss|Hinterhaus|Rückgebäude)\b[^,;|]{0,20}"
    r"|(?:barrierefrei|rechts|links)[^,;|]{0,20})\)?"
)
#: `Sachgebiet 54`, `Montag 8`: a name that begins or ends so is no street.
_NOT_STREETS = words(
    "Uhr Telefon Tel Tel. Fax Telefax Mobil Zimmer Zi Zi. Raum Euro Prozent Stand Seite Nr Nr. Artikel Art. "
    "Klasse Gruppe Stock Sachgebiet Abteilung Amt Referat Dezernat Montag Dienstag Mittwoch Donnerstag Freitag "
    "Samstag Sonntag Januar Februar März April Mai Juni Juli August September Oktober November Dezember ab bis "
    "von um Postleitzahl Konto Version Corona Agenda SGB Teil Kapitel Absatz Haus Team Bereich Fachbereich "
    "Durchwahl Handy PLZ Mo Di Mi Do Fr Sa So Mo. Di. Mi. Do. Fr. Sa. So. Gebäude Ebene Etage Frau Herr Herrn BLZ "
    "IBAN Drucksache Ausgabe Band"
)
#: In France the number stands first: `12 rue de la Gare`.
_RUE = re.compile(
    r"\d{1,4}(?: ?(?:bis|ter|[a-zA-Z]))?,? (?:rue|avenue|av\.|boulevard|bd\.?|place|quai|allée|impasse|chemin|route|"
    r"square|cours|faubourg) [^\W\d_][\w'’ .-]{1,60}",
    re.IGNORECASE,
)
#: The squares of Mannheim: `C 4, 8`.
_SQUARE = re.compile(r"[A-U] ?\d{1,2}, ?\d{1,2}(?:[a-z]|-\d{1,2})?")
#: `Hauptstr. 5 (Hof, 2. OG)`
_BRACKETS = re.compile(r"(?<=[\da-z]) ?\([^()]{1,40}\)$")
#: `Zimmer, Eva` is somebody; `Zimmer, Neubau` is where she sits.
_CALLED_SO = re.compile(r"(?:Zimmer|Stock), (?:Dr\. )?([A-ZÄÖÜ][\w-]+)(?: [^\W\d][\w-]+)?(?: \([^()]+\))?")
_ROOM_LINE = re.compile(
    rf"(?:(?:Zimmer|Zi\.?|Raum|{_BUREAU}|Gebäude|Eingang|Etage|Ebene|Stock|c/o)\b.{{0,40}}"
    r"|(?i:room|rm\.?|raum|zimmer|office)(?::| no\.?| nr\.?)* ?\d.{0,30}"
    r"|\d{1,2}\. ?(?:OG|Obergeschoss|Stock|Etage|UG)\b.{0,30}"
    r"|(?:Haus|Bau|Trakt|Flügel) (?:[A-Z]|\d{1,3}|[IVX]{1,4})"
    r"(?: ?[,;/–-] ?(?:Zimmer|Zi\.?|Raum|Büro|Etage|Ebene|Stock|EG|OG|UG|\d{1,2}\.)\b.{0,30})?"
    r"|(?:EG|UG|OG|Erdgeschoss|Hinterhaus|Rückgebäude|Seiteneingang)\b.{0,30})"
)


def bare_street(text: str) -> str | None:
    """A line that is a street or Postfach and nothing else, as written but for rooms, floors and blanks; else None."""
    if not text or len(text) > _LIMIT + 60:
        return None
    postbox = _POSTBOX.fullmatch(text)
    if postbox:
        return "Postfach " + " ".join(postbox["number"].split())
    line = without_room(text)
    match = _numbered(line) if len(line) <= _LIMIT else None
    if match:
        return _joined(match)
    if _SQUARE.fullmatch(line) or _RUE.fullmatch(line):
        return line
    return line if len(line) <= _LIMIT and _is_bare(line) and line[0].isupper() else None


def without_room(text: str) -> str:
    """A line without the rooms, floors and houses that are named in it or in brackets at its end."""
    line = _BRACKETS.sub("", text)
    for _ in range(4):
        room = _ROOM.search(line)
        if not room or not room.start():
            break
        line = (line[: room.start()] + line[room.end() :]).strip(" ,;|")
    return line


def _joined(match: re.Match[str]) -> str:
    """`Musterstr.5 - 7` as `Musterstr. 5-7`."""
    number = re.sub(r"(?<=[\da-zA-Z]) ?[-–] ?(?=\d)", "-", match["number"])
    return f"{match['name'].strip()} {number}"


def street_at_end(text: str) -> str | None:
    """The street at the end of a text before a postcode: `Rathaus, Marktplatz 1` gives `Marktplatz 1`."""
    line = without_room(text).strip(" ,;|·•–-")
    whole = bare_street(line)
    if whole and could_be_street(whole):
        return whole
    for mark in re.finditer(r"[,;|·•:–] ?|\) ", line[-_LIMIT:]):
        street = bare_street(line[-_LIMIT:][mark.end() :])
        if street and could_be_street(street):
            return street
    return None


def could_be_street(text: str) -> bool:
    """True for a line that is a street if a town follows: any name with a house number (`Pulverwiesen 11`)."""
    if is_postbox(text) or _is_bare(text) or _SQUARE.fullmatch(text) or _RUE.fullmatch(text):
        return True
    match = _numbered(text)
    return match is not None and _is_name(match["name"].strip())


def looks_like_street(text: str) -> bool:
    """True for a street by its own words, with a house number: `Hauptstr. 5a`, `Am Rathaus 1`; or a Postfach."""
    if len(text) > _LIMIT:
        return False
    if is_postbox(text) or _RUE.fullmatch(text):
        return True
    match = _numbered(text)
    if not match or not _is_name(match["name"].strip()):
        return bool(re.fullmatch(r"[A-ZÄÖÜ][\w.'’ -]{1,60}(?:straße|strasse|str\.)", text))
    name = match["name"].partition("/")[0].strip()
    return bool(_STREET_WORD.search(name) or _STREET_OPENING.match(name) or _STREET_OF.match(name))


def _numbered(text: str) -> re.Match[str] | None:
    """A name and a number; two names (`Bahnhofsplatz/Dwórnišćo 9`) where the first alone is one of streets."""
    match = _WITH_NUMBER.fullmatch(text)
    first, slash, _ = match["name"].partition("/") if match else ("", "", "")
    alone = re.fullmatch(_ENDING, first.strip(), re.IGNORECASE) or not _STREET_WORD.search(first.strip())
    return None if slash and alone else match


def _is_name(name: str) -> bool:
    """False for words that numbers follow without being a street."""
    words = name.split(" ")
    if words[0] == "Haus" and len(words) > 2:
        return True  # `Haus am Graben 3`, not `Haus 3`
    return bool(_STREET_OF.match(name)) or (words[0] not in _NOT_STREETS and words[-1] not in _NOT_STREETS)


def is_room(text: str) -> bool:
    """True for a line that only says where in the house: `Zimmer 12`, `2. OG`."""
    called = _CALLED_SO.fullmatch(text)
    return len(text) <= _LIMIT and bool(_ROOM_LINE.fullmatch(text)) and not (called and is_given(called[1]))


def _is_bare(text: str) -> bool:
    return text.lower().endswith(_BARE_ENDINGS) and _BARE.fullmatch(text) is not None


def is_postbox(text: str) -> bool:
    """True for a Postfach."""
    return bool(_POSTBOX.fullmatch(text))
