"""What a heading or a line above people says: nothing (`Kontakt`), where they are, or what they do."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.transform.letters import are_letters
from pipeline.transform.office import is_label
from pipeline.transform.text import fold
from pipeline.transform.vocabulary import vocabulary, words

NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[a-zA-Z]\)|[IVX]{1,4}\.)\s+(?=\S)")
#: Headings that say nothing about who stands under them (folded).
_GENERIC = frozenset(
    fold(text)
    for text in [
        "Kontakt",
        "Kontakte",
        "Ihr Kontakt",
        "Kontaktinformationen",
        "Kontakt & Anfahrt",
        "Kontakt und Anfahrt",
        "Kontakt und Öffnungszeiten",
        "Adresse",
        "Adressen",
        "Anschrift",
        "Öffnungszeiten",
        "Sprechzeiten",
        "Sprechstunden",
        "Servicezeiten",
        "Telefon",
        "Telefax",
        "Fax",
        "E-Mail",
        "Telefonnummern",
        "Erreichbarkeit",
        "So erreichen Sie uns",
        "So finden Sie uns",
        "Anfahrt",
        "Lageplan",
        "Download",
        "Downloads",
        "Links",
        "Formulare",
        "Dokumente",
        "Weitere Informationen",
        "Weiterführende Links",
        "Mehr zum Thema",
        "Information",
        "Informationen",
        "Infos",
        "Team",
        "Unser Team",
        "Das Team",
        "Über uns",
        "Wir über uns",
        "Impressum",
        "Mitarbeiter",
        "Mitarbeitende",
        "Service",
        "Navigation",
        "Aktuelles",
        "Allgemeines",
        "Sonst",
        "Ansonsten",
        "Personen",
        "Personal",
        "Details",
        "Kontaktpersonen",
        "Ansprechpersonen",
        "Wer ist wer",
        "Zuständigkeiten",
        "Zuständigkeit",
        "Zuständig",
        "Kontaktieren Sie uns",
        "Ihre Ansprechpartner",
        "Rufen Sie uns an",
        "Noch Fragen",
        "Fragen",
        "Haben Sie Fragen",
        "Sie haben Fragen",
        "Hier finden Sie uns",
        "Adresse und Kontakt",
        "Anschrift und Kontakt",
        "Kontakt und Beratung",
        "Weitere Kontakte",
        "Kontaktmöglichkeiten",
        "Kontakt & Öffnungszeiten",
        "Name",
        "Vorwort",
        "Startseite",
        "Home",
        "Willkommen",
        "Herzlich willkommen",
        "Auf einen Blick",
        "Material",
        "Termine",
        "Spenden",
        "Ortsteile",
        "Teilorte",
        "Stadtteile",
        "Ortschaften",
        "Gemeinden",
        "Kommunen",
        "Städte und Gemeinden",
        "Verwandte Themen",
        "Zum Thema",
        "Das könnte Sie auch interessieren",
        "Seiteninhalt",
    ]
)
#: `Kontaktdaten`, `Mitarbeiterdaten`: fields follow. `Anonyme Adresse`, `Neue Anschrift`: something is said of one.
_DATA = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+daten|[A-ZÄÖÜ][a-zäöüß]+e (?:Adresse|Anschrift)")
#: `Hausanschrift`, `Postfachadresse`: an address follows.
OF_ADDRESS = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:-A|a)(?:nschrift|dresse)n?:?")
#: `So erreichst du uns`, `Wir sind für Sie da`, `Wo finde ich Hilfe?`: a heading that speaks to the reader.
_SPEAKS = re.compile(
    r"(?:So|Hier|Wir|Sie|Du|Ihr Weg|Noch|Haben|Hast|Brauchen|Brauchst|Suchen|Suchst|Möchten|Wollen|Wo|Wie|Wer|Was|Wann|"
    r"Kommen|Melden|Sprechen|Schreiben|Rufen|Kontaktieren|Nehmen|Besuchen) [a-zäöüß]+\b"
)
#: `Unsere Außenstellen`, `Die Pfarrbüros`: several, of which each has its own name.
_SEVERAL = re.compile(
    r"(?:Unsere|Ihre|Die|Alle)(?: [a-zäöü]+en)? (?=[A-ZÄÖÜ])[\w-]*(?i:stellen|büros|orte|einrichtungen|häuser|ämter|"
    r"gruppen|schulen|zentren|dienste|vereine|gemeinden|pfarreien|heime|teams|verbände|treffs|unterkünfte)"
)
#: `Kontakt anzeigen`: what a click does.
_OPENS = re.compile(r" (?:an|ein|aus)(?:zeigen|blenden|klappen)$| (?:öffnen|schließen|aufklappen|zuklappen)$")
#: Nouns of activity: as a heading over people they are what the people do, not where.
_ACTIVITY = re.compile(
    r"(?:dienst|koordination|koordinierung|management|beratung|betreuung|leitung|verwaltung|sekretariat|"
    r"(?:vor|geschäfts)zimmer|begleitung|"
    r"vermittlung|hilfe|arbeit|kasse|büro|vertretung|assistenz|empfang|zentrale|planung|organisation|"
    r"anmeldung|redaktion|"
    r"unterricht|förderung|werbung|aufsicht|pflege|kommunikation)$",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:\b|(?<=[a-zäöüß]))(?i:(?<!ehren)amt|amtes)\b|\be\. ?V\b|"
    r"\b(?:Stadt|Fach(?!kr|frau|leute|mann|kund)|Verwaltungs)\w+|"
    r"\bg?GmbH\b|\bA[GK]\b|\b(?:VHS|DRK|AWO|ASB|IHK|HWK|SkF|SKM)\b(?!-)|"
    r"(?i:jobcenter|center|revier|klinikum|pfarrei|moschee|sparkasse|präsidium|malteser|johanniter|bücherei|bibliothek|"
    r"jugendring|bildungsstätte|begegnungsstätte)\b(?!-)|"
    r"(?i:gemeinde|stadt|kreis|verein|abteilung|referat|dezernat|sachgebiet|verband|kirche|haus|zentrum|"
    r"schule|stiftung|"
    r"gemeindeverwaltung|stadtverwaltung|kreisverwaltung|ministerium|behörde|diakonie|caritas|bund|rat|agentur|kammer|werk|institut|universität|heim|büro|stelle)\b(?!-)"
)
_PAIR = re.compile(r"[A-ZÄÖÜ][\w-]{2,40}(?: (?:&|und|/) [A-ZÄÖÜ][\w-]{2,40}){1,2}")
_LATIN = re.compile(r"[A-Za-zÄÖÜäöü]")
_HEADING_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADJECTIVE = re.compile(r"(?:ig|lich|isch|bar|sam|los|(?<!sc)haft|end|iert|let|tet|al|ell|iv|aer|oes)e[rnsm]?$")
_JOINING = words("und oder sowie fuer von der die das den dem des im in zu zur zum bei mit rund um ums")
#: What a field of work is called: as the heading over people it is what they do.
_WORK = re.compile(
    r"(?:ung|heit|recht|geld|wesen|schutz|diensten?|dienste|management|hilfen?|arbeit|pflege|steuern?|"
    r"verwaltung|koordination|leistungen|aufsicht|"
    r"angelegenheiten|leitung|sachen|beiträge|gebühren|integration|asyl|ehrenamt|soziales|kultur|sport|"
    r"jugend|bauen|personal|"
    r"finanzen|statistik|unterkünfte|teilhabe|beteiligung|prävention|inklusion|sekretariat|(?:vor|geschäfts|dienst)zimmer|assistenz|empfang|pforte|"
    r"redaktion|presse)$",
    re.IGNORECASE,
)

#: Headings of an imprint that the law wants: `Angaben gemäß § 5 TMG`, `Vertreten durch`, `Registereintrag`.
_IN_IMPRINT = re.compile(
    r"(?:Angaben|Anbieterkennzeichnung|Anbieter|Diensteanbieter|Informationen)\b.*§|(?:Gesetzlich )?Vertreten durch\b|"
    r"(?:Gesetzlich )?Vertretungsberechtigt|(?:Vereins|Handels)?[Rr]egister(?:eintrag|nummer)?\b|Umsatzsteuer-?ID|"
    r"(?:Dienste)?[Aa]nbieter(?:in)?(?: dieser (?:Internet)?[Ss]eiten?)?$|Herausgeber(?:in)?$"
)
#: `Service-Rufnummer`, `Zentrale Telefonnummer`
_OF_NUMBER = re.compile(r"(?:[A-ZÄÖÜ][\w-]*e )?(?:[A-ZÄÖÜ][\w-]*)?(?:[Rr]uf|[Tt]elefon|[Ss]ervice)nummer:?")


@lru_cache(maxsize=4096)
def is_generic(text: str) -> bool:
    """True for a heading that names nobody: `Kontakt`, `Ansprechpartner`, `Öffnungszeiten`."""
    return (
        fold(text) in _GENERIC
        or is_label(text)
        or _DATA.fullmatch(text.strip(" :")) is not None
        or OF_ADDRESS.fullmatch(text) is not None
        or len(text) < 2
        or text[-1] == "?"  # `Suchen Sie eine Wohnung?`
        or are_letters(text)
        or _SPEAKS.match(text) is not None
        or _SEVERAL.fullmatch(text) is not None
        or _OPENS.search(text) is not None
        or _IN_IMPRINT.match(text) is not None
        or _OF_NUMBER.fullmatch(text) is not None
    )


#: `Stadt sucht Vormünder`, `Neues Büro hat eröffnet`; `Verein Helfen hilft e. V.` is called so.
_HEADLINE = re.compile(
    r"(?!.*\be\. ?V\b)[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){0,2} "
    r"(?!(?:mit|statt|samt|seit|laut|trotz) )[a-zäöüß]{2,}t (?:[\w„]|$)"
)


def is_headline(text: str) -> bool:
    """True for the headline of news: it says what somebody does, and names no office."""
    return _HEADLINE.match(text) is not None


def is_activity(text: str) -> bool:
    """True for a heading over people that says what they do: `Fahrdienst`, `Bildungskoordination für Zugewanderte`."""
    first = text.split(" für ")[0].split(" der ")[0].strip(" :")
    return bool(_ACTIVITY.search(first)) and " " not in first and not PLACE.search(text)


def is_place(text: str) -> bool:
    """True for an office by its kind: `Amt`, `Gemeinde`, `Abteilung`; a project may be a function."""
    return bool(PLACE.search(text))


#: The people of a town stand below its name.
_LIKE_TOWN = re.compile(
    r"(?:ing(?:en)?|heim|hausen|h[oö]fen|dorf|burg|berg|st[aäe]dt|bach|feld|kirchen?|wald|furt|bruck|brück|rode|leben|"
    r"büttel|reuth?|weiler|au|itz|ow|in)$"
)


def is_like_town(text: str) -> bool:
    """True for a word that ends as towns do, and as no field of work does."""
    return _LIKE_TOWN.search(text) is not None


def is_pair(text: str) -> bool:
    """True for two fields side by side, `Verleih & Zuschüsse`: no name of an office or a place is written so."""
    return len(text) < 80 and not is_place(text) and bool(_PAIR.fullmatch(text))


def german_part(text: str) -> str:
    """`Wohnraum / Житло`: a heading in two languages says the same twice."""
    german, _, other = text.partition(" / ")
    return german if other and not _LATIN.search(other) else text


#: `Servicestelle Ehrenamt`: a unit is where people are, whatever it is about.
_UNIT = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*stelle|Sachgebiet|Fach(?:dienst|bereich|gruppe)|Abteilung|Referat|Dezernat) ", re.IGNORECASE
)


def is_unit(text: str) -> bool:
    """True for a part of an administration: `Referat 31`, `Sachgebiet Asyl`."""
    return _UNIT.match(text) is not None


def is_topic(text: str) -> bool:
    """True for a heading over people that says what one asks them about: `Wohnraum`, `Schule und Kita`, `Suchdienst`.

    Words beside the topics must be no names: `Beratung Neustadt` is a place.
    """
    if is_unit(text):
        return False
    keys = [fold(word).rpartition(" ")[2] for word in _HEADING_WORD.findall(german_part(text))]
    while keys and len(keys[-1]) == 1:
        keys.pop()  # `Einbürgerung A–K`
    told = [key for key in keys[:-1] if len(key) > 1 and key not in _JOINING and not _ADJECTIVE.search(key)] + keys[-1:]
    return 0 < len(told) <= 4 and all(map(_is_matter, told))


def _is_matter(key: str) -> bool:
    """Whether a folded word is a topic; `Einbürgerungen` are asked about as `Einbürgerung` is."""
    topics = vocabulary("topics")
    return key in topics or (key.endswith("ungen") and key[:-2] in topics)


def is_work(text: str) -> bool:
    """True for a heading that names a field of work: `Einbürgerung`, `Bildung und Teilhabe`."""
    bare = NUMBERED.sub("", text).strip(" :")
    if is_place(bare) or len(bare) > 120:
        return False
    return bool(_WORK.search(_OF_WHAT.split(bare)[0]))


#: Behind a field of work: of what, for whom, or when.
_OF_WHAT = re.compile(
    r"\s(?:für|nach|und|der|des|im|in|von|bei|zur?|&|/)\s|,\s|\sam (?:Wochenende|Vormittag|Nachmittag|Abend)\b"
)
