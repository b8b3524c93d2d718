"""All that people read, in German and English, by code. No other module holds a sentence for people but `spoken`.
Errors are apart.

A finding's sentence may use `{text}`, `{source}` and the names of its details; a missing name is left out.
"""

from __future__ import annotations

from pipeline.model import Finding, Overruled

Language = str  # "de" or "en"

#: finding code → (German, English)
FINDINGS: dict[str, tuple[str, str]] = {
    "not_named": (
        "{text} wird von keiner Quelle mehr genannt und bleibt nur noch aus Nachsicht veröffentlicht ([guard] grace).",
        "{text} is named by no source any more and stays published only within [guard] grace.",
    ),
    "charset_lost": (
        "{text:Zeichen der Quelle ist|Zeichen der Quelle sind} nicht zu lesen und {text:=steht|stehen} als � da.",
        "{text:character|characters} of the source cannot be read and {text:=stands|stand} as �.",
    ),
    "charset_mixed": (
        "Die Quelle mischt zwei Zeichensätze; beide wurden gelesen.",
        "The source mixes two character sets; both were read.",
    ),
    "charset_twice": (
        "Umlaute waren doppelt verschlüsselt („MÃ¼ller“) und sind zurückübersetzt.",
        "Letters were encoded twice (“MÃ¼ller”) and have been put right.",
    ),
    "charset_wrong": (
        "Der angegebene Zeichensatz {text} stimmt nicht; gelesen wurde, was deutsche Wörter ergibt.",
        "The declared character set {text} is wrong; what gives German words was read.",
    ),
    "fax_pattern": (
        "Das Fax {text} von {name} folgt nicht dem Muster des Hauses; danach wäre es {expected}.",
        "The fax {text} of {name} does not follow the house’s own pattern, which would give {expected}.",
    ),
    "tel_link": (
        "Angezeigt wird {text}, der Link dahinter wählt {link}; übernommen ist, was zu lesen ist.",
        "{text} is shown, but the link behind it dials {link}; what is shown was taken.",
    ),
    "mail_link": (
        "Angezeigt wird {text}, der Link dahinter führt zu {link}; übernommen ist, was zu lesen ist.",
        "{text} is shown, but the link behind it leads to {link}; what is shown was taken.",
    ),
    "perhaps_forgotten": (
        "Hier steht jemand mit Rufnummer und Vornamen oder mit der E-Mail-Adresse einer Person, die nicht mehr"
        " aufgeführt sein will. Solange das so ist, wird der Eintrag nicht veröffentlicht.",
        "Somebody stands here with the number and given name, or with the mail address, of a person who asked to be"
        " forgotten. As long as this is so the entry is not published.",
    ),
    "copy_impossible": (
        "Von der Liste „{text}“ gibt es keine aktualisierte Fassung, weil sich an ihr nichts mit Sicherheit ändern"
        " lässt ({cause}). Oft hilft es, sie in Excel neu als .xlsx zu speichern.",
        "There is no updated copy of the list “{text}”, because nothing in it can be changed with certainty ({cause})."
        " It often helps to save it in Excel as a new .xlsx.",
    ),
    "copy_forgotten": (
        "Von der Liste „{text}“ gibt es keine aktualisierte Fassung, solange sie jemanden nennt, der nicht mehr"
        " aufgeführt sein will.",
        "There is no updated copy of the list “{text}” as long as it names somebody who asked to be forgotten.",
    ),
    "copy_unwanted": (
        "Von der Liste „{text}“ gibt es keine aktualisierte Fassung, weil in ihr auch Angaben stehen, die nicht"
        " veröffentlicht werden ([publish] fields).",
        "There is no updated copy of the list “{text}”, because it also holds what is not published"
        " ([publish] fields).",
    ),
    "no_way_to_reach": (
        "{text} wird genannt, aber ohne Telefon und E-Mail.",
        "{text} is named, but without telephone or e-mail.",
    ),
    "shared_values": (
        "Mehrere Angaben stehen für mehrere Personen gemeinsam da: {text}",
        "Several values stand for several people at once: {text}",
    ),
    "shortened": (
        "Ein sehr langer Text ist gekürzt: {text} …",
        "A very long text was shortened: {text} …",
    ),
    "too_many": (
        "Ein Kontakt hat {text} Angaben im Feld {field}; mehr als 50 werden nicht veröffentlicht.",
        "A contact has {text} values in {field}; no more than 50 are published.",
    ),
    "phone_truncated": (
        "Die Telefonnummer ist nicht vollständig und wurde nicht übernommen: {text}",
        "The telephone number is not complete and was not taken: {text}",
    ),
    "phone_unknown": (
        "Das steht wie eine Telefonnummer da, ist aber keine, die es geben kann, oder nicht eindeutig: {text}",
        "This stands where a telephone number should but cannot be one, or is ambiguous: {text}",
    ),
    "phone_no_main": (
        "Zu dieser Durchwahl ist keine Hauptnummer bekannt: {text}",
        "No main number is known for this extension: {text}",
    ),
    "phone_no_area": (
        "Zu dieser Telefonnummer ist keine Vorwahl bekannt: {text}",
        "No area code is known for this telephone number: {text}",
    ),
    "rejected_content": (
        "Der Inhalt dieser Quelle wurde bei der Prüfung abgelehnt; bis sie sich ändert, gilt ihr voriger Stand."
        " War das ein Versehen: `kreiskontakte run --force` veröffentlicht ihn doch.",
        "The content of this source was rejected in review; until it changes its former state holds. If that was a"
        " mistake: `kreiskontakte run --force` publishes it after all.",
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
        "Die Zeile „{text} | {field} | {value}“ in corrections.xlsx wirkt nicht: {why}.",
        "The row “{text} | {field} | {value}” of corrections.xlsx has no effect: {why}.",
    ),
    "correction_superfluous": (
        "Die Zeile „{text} | {field} | {value}“ in corrections.xlsx wird nicht mehr gebraucht: {why}.",
        "The row “{text} | {field} | {value}” of corrections.xlsx is no longer needed: {why}.",
    ),
    "correction_idle": (
        "Die Zeile „{text} | {field} | {value}“ in corrections.xlsx wirkt zurzeit nicht: {why}.",
        "The row “{text} | {field} | {value}” of corrections.xlsx has no effect at present: {why}.",
    ),
    "now_part_of": (
        "{text} ({uid}) ist nicht gegangen, sondern gehört jetzt zu {into}, weil corrections.xlsx es so sagt.",
        "{text} ({uid}) has not left but is part of {into} now, because corrections.xlsx says so.",
    ),
    "part_again": (
        "{text} ({uid}) ist nicht gegangen, sondern gehört wieder zu {into}, weil keine Zeile in corrections.xlsx beide"
        " mehr trennt.",
        "{text} ({uid}) has not left but is part of {into} again, because no row of corrections.xlsx separates them any"
        " more.",
    ),
    "split_stays": (
        "Keine Zeile in corrections.xlsx trennt {text} mehr von {other}, aber beide haben inzwischen zu wenig gemeinsam"
        " und bleiben zwei Kontakte. Ist es dieselbe Person: dort verbinden (Kennung: {other_uid}).",
        "No row of corrections.xlsx separates {text} from {other} any more, but they have too little in common by now"
        " and stay two contacts. If it is one person: join them there (uid: {other_uid}).",
    ),
    "correction_contradicted": (
        "Die Quelle hat sich seit der Korrektur geändert; bitte prüfen, ob sie noch gelten soll. {text}, {field}:"
        " korrigiert „{value}“, Quelle damals „{before}“, jetzt „{said}“",
        "The source has changed since this correction; please see whether it still holds. {text}, {field}:"
        " corrected “{value}”, source then “{before}”, now “{said}”",
    ),
    "ambiguous_contact": (
        "{text} könnte jeder von diesen sein: {candidates}. Bis zur Klärung in corrections.xlsx ein eigener Kontakt.",
        "{text} could be any of these: {candidates}. A contact of its own until corrections.xlsx says more.",
    ),
    "new_family_name": (
        "{text} hieß bisher {before}; Vorname und Stelle sind gleich. Ist es jemand anderes: in"
        " corrections.xlsx trennen.",
        "{text} was called {before}; given name and post are the same. If it is somebody else: separate them in"
        " corrections.xlsx.",
    ),
    "perhaps_back": (
        "{text} war vielleicht schon da, als {before}: Vorname, Nummer, Funktion und Gemeinde sind gleich. Ist es so,"
        " in corrections.xlsx verbinden, dann gilt wieder die alte Kennung.",
        "{text} may have been here before, as {before}: given name, number, function and municipality are the same. If"
        " so, join them in corrections.xlsx, and the old uid holds again.",
    ),
    "same_name_left": (
        "{text} war vielleicht schon da, als {before}: Beide haben den vollen Namen, doch das allein genügt nicht."
        " Ist es dieselbe Person, in corrections.xlsx verbinden, dann gilt wieder die alte Kennung.",
        "{text} may have been here before, as {before}: both have the full name, but that alone does not tell. If it is"
        " one person, join them in corrections.xlsx, and the old uid holds again.",
    ),
    "place_taken": (
        "{text} steht hier an der Stelle von {before}; {sources} nennt noch {before}. Beide bleiben veröffentlicht, bis"
        " das keine Quelle mehr tut.",
        "{text} stands here in the place of {before}, whom {sources} still names. Both are published until no source"
        " names {before} any more.",
    ),
    "possible_duplicate": (
        "{text} steht vielleicht doppelt, auch als {other}. In corrections.xlsx verbinden oder trennen.",
        "{text} may be listed twice, also as {other}. Join or separate them in corrections.xlsx.",
    ),
    "struck_elsewhere": (
        "{text} ist hier durchgestrichen oder als ausgeschieden bezeichnet, wird aber von einer anderen Quelle noch"
        " genannt und bleibt deshalb.",
        "{text} is struck out here, or said to have left, but still named by another source and therefore stays.",
    ),
    "reading_kept": (
        "Die Seite {text} wurde umgebaut; bei {count:Kontakt ist|Kontakten sind} Name, Stelle, Funktion oder Anschrift"
        " anders zu lesen. Die früheren Angaben bleiben, etwa bei {name} ({field}: „{value}“ statt „{said}“). Stimmt"
        " das Neue, übernimmt es `kreiskontakte run --reread`.",
        "The page {text} was rebuilt; name, office, function or address of {count:contact reads|contacts read}"
        " otherwise now. The earlier values stay, as with {name} ({field}: “{value}” instead of “{said}”). If the new"
        " ones are right, `kreiskontakte run --reread` takes them.",
    ),
    "disagreement": (
        "{text}, {field}: {winner} sagt „{value}“ ({place}) und gilt, {other} sagt „{other_value}“ ({other_place}).",
        "{text}, {field}: {winner} says “{value}” ({place}) and counts, {other} says “{other_value}” ({other_place}).",
    ),
    "held_review": (
        'Jede Änderung wartet auf Freigabe ([guard] publish = "review"); heute {text:=ist|sind} es {text}.',
        'Every change waits for approval ([guard] publish = "review"); tonight there {text:=is|are} {text}.',
    ),
    "held_removed": (
        "{source}: {count} von bisher {total:Kontakt|Kontakten} {count:=fehlt|fehlen} heute"
        " ({share} %, erlaubt {limit} %): {names}",
        "{source}: {count} of {total:contact|contacts} before {count:=is|are} missing tonight"
        " ({share} %, allowed {limit} %): {names}",
    ),
    "held_changed": (
        "{source}: {count} von bisher {total:Kontakt|Kontakten} {count:=ist|sind} heute anders"
        " ({share} %, erlaubt {limit} %): {names}",
        "{source}: {count} of {total:contact|contacts} before {count:=differs|differ} tonight"
        " ({share} %, allowed {limit} %): {names}",
    ),
    "held_field_emptied": (
        "{source}: Bei {count} von bisher {total} Kontakten ist „{field}“ auf einmal leer: {names}",
        "{source}: {count} of {total} contacts before suddenly have no “{field}”: {names}",
    ),
    "held_empty": (
        "{source}: Die Quelle antwortet, nennt aber niemanden mehr (bisher {total:Kontakt|Kontakte}).",
        "{source}: the source answers but names nobody any more (before: {total:contact|contacts}).",
    ),
    "held_shift": (
        "{source}: {count} Kontakte haben die Nummer oder Adresse eines anderen; sind Zeilen verrutscht? {names}",
        "{source}: {count} contacts have somebody else's number or address; have rows slipped? {names}",
    ),
    "held_shared_mail": (
        "{source}: „{text}“ steht auf einmal bei {count} von {total} Kontakten.",
        "{source}: “{text}” suddenly stands with {count} of {total} contacts.",
    ),
    "held_shared_number": (
        "{source}: Die Nummer {text} steht auf einmal bei {count} von {total} Kontakten.",
        "{source}: the number {text} suddenly stands with {count} of {total} contacts.",
    ),
    "held_unreadable": (
        "{source}: {count} Angaben sind nicht zu verstehen ({share} je 100 Kontakte, sonst höchstens {usual}).",
        "{source}: {count} values are not understood ({share} per 100 contacts, otherwise {usual} at most).",
    ),
    "held_frozen": (
        "{source}: seit {nights} Nächten unverändert (sonst längstens {usual}), während andere Quellen sich ändern;"
        " wird eine alte Kopie ausgeliefert?",
        "{source}: unchanged for {nights} nights (otherwise {usual} at most) while other sources change;"
        " is an old copy being served?",
    ),
    "struck": (
        "Durchgestrichen, gilt nicht mehr: {text}",
        "Struck out, holds no longer: {text}",
    ),
    "departed": (
        "Laut Bemerkung ausgeschieden: {text}",
        "Has left, as the remark says: {text}",
    ),
    "vacant": (
        "Die Stelle ist nicht besetzt: {text}",
        "The post is vacant: {text}",
    ),
    "pending": (
        "Gilt erst später und wird übernommen, sobald es so in der Liste steht: {text}",
        "Holds later only; it is taken over once the list says so: {text}",
    ),
    "term": (
        "Nur für eine Zeit angegeben, übernommen, solange es so da steht: {text}",
        "Stated for a time only; taken as long as it stands there: {text}",
    ),
    "outdated": (
        "Als frühere Angabe gekennzeichnet, nicht übernommen: {text}",
        "Marked as a former value, not taken over: {text}",
    ),
    "hidden_rows": (
        "{count:ausgeblendete Zeile wurde|ausgeblendete Zeilen wurden} nicht gelesen, zuerst: {text}",
        "{count:hidden row was|hidden rows were} not read, the first: {text}",
    ),
    "sheet_left_out": (
        "Das Blatt „{text}“ wurde nicht gelesen (ausgeblendet, älterer Stand oder Vorlage).",
        "The sheet “{text}” was not read (hidden, an earlier state or a template).",
    ),
    "column_missing": (
        "Die Spalte „{text}“ aus der Konfiguration gibt es in der Liste nicht.",
        "The list has no column “{text}”, which the configuration names.",
    ),
    "unknown_column": (
        "Die Spalte „{text}“ ist unbekannt; mit columns in der Konfiguration lässt sie sich zuordnen.",
        "The column “{text}” is unknown; columns in the configuration can say what it means.",
    ),
    "no_header": (
        "Die Tabelle hat keine Überschriften; die Spalten wurden nach ihrem Inhalt gelesen.",
        "The table has no headings; its columns were read by their content.",
    ),
    "no_contacts": (
        "{text} enthält eine Kopfzeile, aber keinen einzigen Kontakt.",
        "{text} has a row of headings but not a single contact.",
    ),
    "zero_unproven": (
        "Eine Zahl ohne führende Null; welche Rufnummer gemeint ist, ist nicht sicher: {text}",
        "A number without its leading zero; which telephone number is meant is uncertain: {text}",
    ),
    "digits_lost": (
        "Die Tabelle hat Ziffern dieser Rufnummer verloren: {text}",
        "The spreadsheet has lost digits of this telephone number: {text}",
    ),
    "extension_without_main": (
        "Eine Durchwahl, zu der keine Hauptnummer angegeben ist: {text}",
        "An extension without a main number: {text}",
    ),
    "not_aligned": (
        "Für {count} Personen in einer Zeile ist nicht erkennbar, wem das gehört: {text}",
        "Whose of {count} people in one row this is cannot be told: {text}",
    ),
    "name_not_understood": (
        "Steht in der Spalte der Namen, ist aber keiner: {text}",
        "Stands in the column of names but is none: {text}",
    ),
    "beside_name": (
        "Was das hinter dem Namen sagt, ist nicht erkennbar: {text}",
        "What this behind the name says cannot be told: {text}",
    ),
    "not_understood": (
        "Hier war eine Rufnummer oder Adresse zu erwarten: {text}",
        "A number or an address was expected here: {text}",
    ),
    "link_differs": (
        "Text und Link sind verschieden, es gilt der Text „{text}“; der Link führt zu {link}.",
        "Text and link differ, the text “{text}” counts; the link leads to {link}.",
    ),
    "formula_without_result": (
        "Die Formel hat kein gespeichertes Ergebnis; bitte in Excel öffnen und speichern: {text}",
        "The formula has no stored result; please open and save it in Excel: {text}",
    ),
    "unclaimed": (
        "Sieht nach Kontaktdaten aus, gehört aber zu keinem Kontakt: {text}",
        "Looks like contact data but belongs to no contact: {text}",
    ),
}

#: rule of a Step → (German, English)
STEPS: dict[str, tuple[str, str]] = {
    "hours": (
        "Zeiten vereinheitlicht",
        "hours in one form",
    ),
    "reading_kept": (
        "Seite wurde umgebaut, frühere Lesart bleibt",
        "page was rebuilt, the earlier reading stays",
    ),
    "label_removed": (
        "Beschriftung weggelassen",
        "label left out",
    ),
    "text_joined": (
        "mehrere Zeilen verbunden",
        "several lines joined",
    ),
    "municipality": (
        "Gemeinde nach dem amtlichen Namen",
        "municipality by its official name",
    ),
    "place_as_office": (
        "Ortsangabe als Stelle gelesen",
        "place read as an office",
    ),
    "shortened": (
        "gekürzt",
        "shortened",
    ),
    "site_name": (
        "Stelle nach dem Namen der Website",
        "office by the name of the site",
    ),
    "tel_link": (
        "Nummer aus dem Link",
        "number from the link",
    ),
    "heading_above": (
        "aus der Überschrift darüber",
        "from the heading above",
    ),
    "office_above": (
        "von der Stelle darüber übernommen",
        "taken from the office above",
    ),
    "municipality_known": ("als Gemeinde bekannt", "known as a municipality"),
    "phone_area": ("Vorwahl ergänzt", "area code added"),
    "phone_extension": ("Durchwahl an die Hauptnummer gefügt", "extension joined to its main number"),
    "phone_tail": ("ausgelassene Ziffern von der Nummer davor ergänzt", "digits left out taken from the number before"),
    "phone_letters": ("Buchstaben als Ziffern gelesen", "letters read as digits"),
    "phone_trunk_zero": ("Null hinter der Landeskennzahl weggelassen", "zero behind the country code left out"),
    "mail_words": ("ausgeschriebenes „at“ und „dot“ gelesen", "spelled-out “at” and “dot” read"),
    "mail_remove_me": ("Zusatz gegen Spam entfernt", "anti-spam addition taken out"),
    "mail_link": ("Mail-Link bereinigt", "mail link tidied"),
    "mail_cipher": ("Verschlüsselung der Mailadresse aufgelöst", "mail address decoded"),
    "mail_script": ("Mailadresse, die ein Skript der Seite schreibt", "mail address written by a script of the page"),
    "mail_attributes": ("Mailadresse aus Attributen zusammengesetzt", "mail address put together from attributes"),
    "mail_pieces": ("Mailadresse aus Teilen zusammengesetzt", "mail address put together from parts"),
    "mail_image": ("Mailadresse aus dem Ersatztext eines Bildes", "mail address from the text of an image"),
    "mail_domain": ("Domain aus der Überschrift ergänzt", "domain taken from the heading"),
    "mail_style": ("Mailadresse, die das Layout ergänzt", "mail address completed by the page's style"),
    "mail_backwards": ("rückwärts geschriebene Mailadresse umgedreht", "mail address written backwards turned round"),
    "zero_restored": ("führende Null ergänzt, die Excel verloren hat", "leading zero lost by the spreadsheet restored"),
    "plus_restored": ("Pluszeichen ergänzt, das Excel verloren hat", "plus sign lost by the spreadsheet restored"),
    "mail_behind_text": ("Mailadresse hinter dem Text (Link)", "mail address behind the text (link)"),
    "clean": (
        "unsichtbare Zeichen und doppelte Leerzeichen entfernt",
        "invisible characters and double blanks removed",
    ),
    "name_parts": ("Anrede, Titel, Vor- und Nachname erkannt", "salutation, title, given and family name told apart"),
    "name_comma": ("„Nachname, Vorname“ umgestellt", "“family name, given name” turned round"),
    "name_family_first": ("Nachname steht zuerst; umgestellt", "family name stands first; turned round"),
    "name_note": ("Zusatz zum Namen (Rufname, Geburtsname, i. V.) weggelassen", "addition to the name left out"),
    "name_couple": ("gemeinsamer Nachname zweier Personen", "family name shared by two people"),
    "name_genitive": ("Genitiv-s am Namen weggelassen", "genitive ending of the name left out"),
    "address": ("Anschrift in Straße, Postleitzahl und Ort zerlegt", "address split into street, postcode and town"),
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
REASONS: dict[str, tuple[str, str]] = {
    "same": ("dieselben Angaben wie zuvor", "the same words as before"),
    "mail": ("Name und persönliche E-Mail-Adresse", "name and personal mail address"),
    "same_desk": ("Name und Rufnummer", "name and telephone number"),
    "name_office": ("Name und Dienststelle", "name and office"),
    "moved": (
        "voller Name, den sonst niemand hat, mit gleicher Funktion oder gleichem Postfach an anderer Stelle",
        "full name that nobody else has, with the same function or mailbox at another place",
    ),
    "corrected": ("berichtigte Schreibweise bei gleicher Rufnummer", "corrected spelling at the same number"),
    "married": (
        "neuer Familienname; Vorname und Rufnummer oder E-Mail wie zuvor",
        "new family name; given name and number or mail as before",
    ),
    "same_post": ("Stelle mit gleicher Bezeichnung und Erreichbarkeit", "post of the same name and address"),
    "unnamed": ("Eintrag ohne Namen an derselben Stelle", "entry without a name in the same place"),
    "returned": ("wieder da; war früher schon eingetragen", "back again; had been listed before"),
    "new": ("neu", "new"),
    "joined": ("mit einem anderen Eintrag eins (corrections.xlsx)", "one with another entry (corrections.xlsx)"),
    "struck": ("durchgestrichen", "struck out"),
    "left": ("nicht mehr genannt", "no longer named"),
}

#: part of a name → (German, English)
NAME_PARTS: dict[str, tuple[str, str]] = {
    "salutation": ("Anrede", "salutation"),
    "title": ("Titel", "title"),
    "given": ("Vorname", "given name"),
    "family": ("Schreibweise des Nachnamens", "spelling of the family name"),
}

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
    "Wer und Warum: für die Kolleginnen und Kollegen, die später fragen; beides bleibt in dieser Tabelle stehen.",
    "Gilt bis: der letzte Tag, zum Beispiel 31.12.2026; leer gilt die Korrektur, bis Sie die Zeile löschen.",
    "„Dieselbe Person wie“ verbindet zwei Kontakte, „Nicht dieselbe Person wie“ trennt, was für einen galt; in"
    " „Wert“ steht der andere Kontakt. Ohne die Zeile gilt wieder, was zuvor galt.",
    "Der Bericht meldet, wenn eine Korrektur überflüssig wird, weil die Quelle nun dasselbe sagt, wenn die Quelle"
    " inzwischen etwas Neues sagt, und wenn eine Zeile nicht wirkt, mit dem Grund.",
)


#: why a row of corrections.xlsx has no effect, or need not have any → (German, English)
WHYS: dict[str, tuple[str, str]] = {
    "formula": (
        "eine Formel hat kein gespeichertes Ergebnis; bitte den Wert eintragen",
        "a formula has no stored result; please enter the value",
    ),
    "no_contact": ("in „Kontakt“ steht niemand", "“Kontakt” is empty"),
    "no_field": ("das „Feld“ steht nicht in der Auswahlliste", "the “Feld” is none of the list"),
    "no_day": ("„Gilt bis“ ist kein Tag wie 31.12.2026", "“Gilt bis” is no day like 31.12.2026"),
    "nobody": ("diesen Kontakt gibt es nicht", "there is no such contact"),
    "nobody_other": ("den Kontakt in „Wert“ gibt es nicht", "there is no contact as “Wert” says"),
    "several": (
        "mehrere könnten gemeint sein, bitte die Kennung eintragen: {candidates}",
        "several could be meant, please enter the uid: {candidates}",
    ),
    "several_other": (
        "in „Wert“ könnten mehrere gemeint sein, bitte die Kennung eintragen: {candidates}",
        "several could be meant in “Wert”, please enter the uid: {candidates}",
    ),
    "value_phones": (
        "der Wert ist keine vollständige Rufnummer dieser Art mit Vorwahl",
        "the value is no complete number of this kind with its area code",
    ),
    "value_emails": ("der Wert ist keine E-Mail-Adresse", "the value is no mail address"),
    "value_name": ("der Wert ist kein Name", "the value is no name"),
    "value_address": (
        "der Wert ist keine Anschrift wie „Markt 1, 72555 Metzingen“",
        "the value is no address like “Markt 1, 72555 Metzingen”",
    ),
    "value_url": ("der Wert ist keine Webadresse", "the value is no web address"),
    "said": ("die Quelle sagt dasselbe", "the source says the same"),
    "kept_apart": (
        "die Zeile „{contact} | {other}“ trennt beide; eine von beiden Zeilen löschen",
        "the row “{contact} | {other}” separates the two; delete one of both rows",
    ),
    "kept_apart_too": (
        "mit anderen Zeilen zusammen verbände sie, was die Zeile „{contact} | {other}“ trennt; eine davon löschen",
        "together with other rows it would join what the row “{contact} | {other}” separates; delete one of them",
    ),
    "written_below": (
        "weiter unten steht „{other}“, und die unterste Zeile gilt; eine von beiden löschen",
        "further below it is “{other}”, and the lowest row holds; delete one of both",
    ),
    "one_meant": (
        "„Kontakt“ und „Wert“ sind derselbe Kontakt",
        "“Kontakt” and “Wert” are one and the same contact",
    ),
    "one_already": ("beide sind schon derselbe Kontakt", "both are one contact already"),
    "not_named": (
        "{name} wird heute von keiner Quelle genannt; die Zeile darf stehen bleiben",
        "no source names {name} today; the row may stay",
    ),
    "left": (
        "{name} wird seit Lauf {run} nicht mehr genannt; ist der andere Eintrag diese Person, muss ihre Kennung in der"
        " Zeile stehen",
        "{name} has not been named since run {run}; if the other entry is this person, the row must give her uid",
    ),
    "left_younger": (
        "{name} wird seit Lauf {run} nicht mehr genannt und kam später dazu als der andere Eintrag, der seine Kennung"
        " behält; die Zeile darf stehen bleiben",
        "{name} has not been named since run {run} and came later than the other entry, which keeps its uid; the row"
        " may stay",
    ),
}


#: A field, or a kind of number, as a finding calls it.
_FIELD_WORDS: dict[str, tuple[str, str]] = {**PHONE_KINDS, **CORRECTION_FIELDS}


class _Count(str):
    """A number in a sentence: `{count:Kontakt|Kontakte}` is `1 Kontakt`, `2 Kontakte`; `{count:=fehlt|fehlen}` only
    the word."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        one, bar, many = words.removeprefix("=").partition("|")
        word = one if self == "1" else many
        return word if words.startswith("=") else f"{self} {word}" if bar else str(self)


class _Gaps(dict[str, _Count]):
    """Names that a sentence uses but a finding does not give are left empty rather than failing a night."""

    def __missing__(self, key: str) -> _Count:
        return _Count("")


def counted(value: object) -> object:
    """A value as a sentence needs it: a whole number may decide a plural."""
    return _Count(value) if type(value) is int else value


def pick(pair: tuple[str, str], language: Language) -> str:
    """The half of a (German, English) pair for `language`; anything but `en` is German."""
    return pair[1] if language == "en" else pair[0]


def message(finding: Finding, language: Language = "de") -> str:
    """One sentence for a finding."""
    pair = FINDINGS.get(finding.code, (finding.code + ": {text}",) * 2)
    told = (("text", finding.text), ("source", finding.source or ""), *finding.details)
    names = _Gaps((name, _Count(value)) for name, value in told)
    if "field" in names:
        names["field"] = _Count(pick(_FIELD_WORDS.get(names["field"], (names["field"],) * 2), language))
    if "why" in names:
        names["why"] = _Count(pick(WHYS.get(names["why"], (names["why"],) * 2), language).format_map(names))
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


def follows(name: str, uid: str, language: Language = "de") -> str:
    """Whose place somebody took."""
    return pick((f"Nachfolge von {name} [{uid}]", f"successor of {name} [{uid}]"), language)


def followed(name: str, uid: str, language: Language = "de") -> str:
    """Who took somebody's place."""
    return pick((f"Nachfolge: {name} [{uid}]", f"successor: {name} [{uid}]"), language)


def source_name(source: str, language: Language = "de") -> str:
    """What people call a source; staff's corrections have no id of their own."""
    return pick(("Korrektur von Hand", "correction by staff"), language) if source.startswith("*") else source


def correction(row: Overruled, language: Language = "de") -> str:
    """Whose correction a value is, why it was made, and what the sources said at the time."""
    by = pick((f"korrigiert von {row.who or '–'}", f"corrected by {row.who or '–'}"), language)
    why = f" ({row.why})" if row.why else ""
    said = pick((f"die Quellen sagten: {row.said or '–'}", f"the sources said: {row.said or '–'}"), language)
    return f"{by}{why}: {row.value or '–'}; {said}"


def run_status(status: str) -> str:
    """What became of a run, as the end of a German sentence."""
    return {
        "published": "ist veröffentlicht",
        "unchanged": "brachte nichts Neues",
        "held": "wartet auf eine Entscheidung",
        "rejected": "ist abgelehnt",
        "withdrawn": "ist überholt",
    }.get(status, status)
