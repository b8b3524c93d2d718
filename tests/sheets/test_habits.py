"""Habits of offices, each in the words of several: what a heading leaves open, the content of its column decides."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.model import Rules
from tests.sheets.made import Values, book, books, codes, read, shown

EVA = ["Celle", "Frau Eva Kling", "05141 12-3401", "kling@celle.example"]
UWE = ["Peine", "Herr Uwe Blum", "05171 49-100", "blum@peine.example"]
HEAD = ["Kommune", "Name", "Telefon", "E-Mail"]
EVA_SHOWN = "Frau Eva Kling in Celle: +495141123401, kling@celle.example"
UWE_SHOWN = "Herr Uwe Blum in Peine: +49517149100, blum@peine.example"
NOTHING_KNOWN = Rules()

#: Each a sheet and the contacts it says, without anything known of the district.
HABITS: dict[str, tuple[Values, list[str]]] = {
    "office and municipality in one heading, municipalities below": (
        [["Amt/Gemeinde", *HEAD[1:]], EVA, UWE],
        [EVA_SHOWN, UWE_SHOWN],
    ),
    "office and municipality in one heading, offices below": (
        [["Gemeinde/Träger", "Name"], ["Caritasverband Celle", "Frau Eva Kling"], ["Stadt Peine", "Herr Uwe Blum"],
         ["Diakonie Südheide", "Frau Ida Kolb"]],
        ["Frau Eva Kling @ Caritasverband Celle", "Herr Uwe Blum @ Stadt Peine in Peine",
         "Frau Ida Kolb @ Diakonie Südheide"],
    ),
    "a post is a function": (
        [["Name", "Stelle", "Tel."], ["Frau Eva Kling", "Integrationsbeauftragte", "05141 12-3401"],
         ["Herr Uwe Blum", "Integrationsmanager", "05171 49-100"], ["Frau Ida Kolb", "Hauptamt", "05051 479-12"]],
        ["Frau Eva Kling (Integrationsbeauftragte): +495141123401", "Herr Uwe Blum (Integrationsmanager): +49517149100",
         "Frau Ida Kolb (Hauptamt): +49505147912"],
    ),
    "a post is an office": (
        [["Stelle", "Name", "Tel."], ["Sozialamt", "Frau Eva Kling", "05141 12-3401"]],
        ["Frau Eva Kling @ Sozialamt: +495141123401"],
    ),
    "who is responsible for what": (
        [["Name", "zuständig für", "E-Mail"], ["Frau Eva Kling", "Suchdienst", "kling@drk.example"],
         ["Herr Uwe Blum", "Sprachmittlung", "blum@drk.example"]],
        ["Frau Eva Kling (Suchdienst): kling@drk.example", "Herr Uwe Blum (Sprachmittlung): blum@drk.example"],
    ),
    "who is responsible for which places, as the endings tell": (
        [["Name", "Zuständigkeit", "Tel."], ["Frau Eva Kling", "Gechingen, Althengstett", "07051 9259-13"],
         ["Herr Uwe Blum", "Ebhausen\nRohrdorf", "07051 9259-16"]],
        ["Frau Eva Kling in Gechingen; Althengstett: +497051925913",
         "Herr Uwe Blum in Ebhausen; Rohrdorf: +497051925916"],
    ),
    "who is responsible for which places, as the addresses tell": (
        [["zuständig für", "Name", "Sitz", "Tel."],
         ["Flöha, Oederan", "Frau Eva Kling", "Markt 2\n09557 Flöha", "03726 782-145"],
         ["Leisnig", "Herr Uwe Blum", "Markt 1\n04703 Leisnig", "034321 70-228"]],
        ["Frau Eva Kling in Flöha; Oederan: +493726782145, Markt 2 09557 Flöha",
         "Herr Uwe Blum in Leisnig: +493432170228, Markt 1 04703 Leisnig"],
    ),
    "who is responsible for which places, as the mail domains tell": (
        [["Name", "zuständig für", "E-Mail"], ["Frau Eva Kling", "Celle", "kling@celle.example"],
         ["Herr Uwe Blum", "Peine", "blum@peine.example"]],
        ["Frau Eva Kling in Celle: kling@celle.example", "Herr Uwe Blum in Peine: blum@peine.example"],
    ),
    "salutation under both words": (
        [["Frau/\nHerr", "Name", "Tel.\ndienstl."], ["Frau", "Eva Kling", "05141 12-3401"]],
        ["Frau Eva Kling: +495141123401"],
    ),
    "the municipality in brackets behind the name, as the heading says": (
        [["Name (Gemeinde)", "Telefon"], ["Frau Eva Kling (Celle)", "05141 12-3401"],
         ["Herr Uwe Blum (Peine)", "05171 49-100"]],
        ["Frau Eva Kling in Celle: +495141123401", "Herr Uwe Blum in Peine: +49517149100"],
    ),
    "the municipality before the name, as the mail domains tell": (
        [["Wer", "E-Mail"], ["Celle – Frau Eva Kling", "kling@celle.example"],
         ["Peine – Herr Uwe Blum", "blum@peine.example"]],
        ["Frau Eva Kling in Celle: kling@celle.example", "Herr Uwe Blum in Peine: blum@peine.example"],
    ),
    "nicknames in brackets": (
        [["Name", "E-Mail"], ["Eva Kling (Evi)", "kling@celle.example"], ["Uwe Blum (Uli)", "blum@peine.example"]],
        ["Eva Kling: kling@celle.example", "Uwe Blum: blum@peine.example"],
    ),
    "the mail domain once in the heading": (
        [["Name", "Telefon", "E-Mail (…@landkreis-celle.example)"], ["Frau Eva Kling", "05141 12-3401", "eva.kling"],
         ["Herr Uwe Blum", "05141 12-3402", "blum@"]],
        ["Frau Eva Kling: +495141123401, eva.kling@landkreis-celle.example",
         "Herr Uwe Blum: +495141123402, blum@landkreis-celle.example"],
    ),
    "associations of municipalities below their bare word": (
        [["Amt", "Name", "E-Mail"], ["Eiderstedt", "Frau Eva Kling", "kling@amt-eiderstedt.example"],
         ["Südtondern", "Herr Uwe Blum", "blum@amt-suedtondern.example"]],
        ["Frau Eva Kling in Eiderstedt: kling@amt-eiderstedt.example",
         "Herr Uwe Blum in Südtondern: blum@amt-suedtondern.example"],
    ),
    "offices below the same word": (
        [["Amt", "Name", "Telefon"], ["Amt für Soziales", "Frau Eva Kling", "05141 12-3401"],
         ["Hauptamt", "Herr Uwe Blum", "05141 12-3402"]],
        ["Frau Eva Kling @ Amt für Soziales: +495141123401", "Herr Uwe Blum @ Hauptamt: +495141123402"],
    ),
    "bodies below a word that is no heading": (
        [["Wo denn", "Name", "Telefon"], ["VG Thalfang", "Frau Eva Kling", "06504 466-704"],
         ["Stadt Wittlich", "Herr Uwe Blum", "06571 814-475"]],
        ["Frau Eva Kling in VG Thalfang: +496504466704", "Herr Uwe Blum in Wittlich: +496571814475"],
    ),
    "associations among towns": (
        [["Stadt / VG", "Name", "Telefon"], ["VG Thalfang", "Frau Eva Kling", "06504 466-704"],
         ["Stadt Wittlich", "Herr Uwe Blum", "06571 814-475"]],
        ["Frau Eva Kling in VG Thalfang: +496504466704", "Herr Uwe Blum in Wittlich: +496571814475"],
    ),
    "somebody to ask instead": (
        [["Ort", "Name", "Telefon"], ["Celle", "zzt. kein Ansprechpartner, bitte an Frau Eva Kling", "05141 12-3401"],
         ["Peine", "Stelle vakant, Vertretung: Herr Uwe Blum", "05171 49-100"]],
        ["Frau Eva Kling in Celle: +495141123401", "Herr Uwe Blum in Peine: +49517149100"],
    ),
    "an area code and dots in the heading": (
        [["Name", "Telefon (05141) ..."], ["Frau Eva Kling", "12-3401"], ["Herr Uwe Blum", "12-3402"]],
        ["Frau Eva Kling: +495141123401", "Herr Uwe Blum: +495141123402"],
    ),
    "a deputy in columns of her own": (
        [["Nachname", "Vorname", "Telefon", "Vertretung Nachname", "Vertretung Vorname", "Telefon Vertretung"],
         ["Kling", "Eva", "05141 12-3401", "Blum", "Uwe", "05141 12-3402"]],
        ["Eva Kling: +495141123401", "Uwe Blum: +495141123402"],
    ),
    "offices and people in one column": (
        [["Ort", "Stelle / Name", "Telefon"], ["Celle", "Ordnungsamt", "05141 12-3400"],
         ["Celle", "Frau Eva Kling", "05141 12-3401"]],
        ["– @ Ordnungsamt in Celle: +495141123400", "Frau Eva Kling in Celle: +495141123401"],
    ),
    "family name, given name, title": (
        [["Name, Vorname, Titel", "Telefon"], ["Kling, Eva, Dr.", "05141 12-3401"], ["Blum, Uwe", "05141 12-3402"]],
        ["Dr. Eva Kling: +495141123401", "Uwe Blum: +495141123402"],
    ),
    "a name put together beside its parts": (
        [["Vorname", "Nachname", "Name", "Telefon"], ["Eva", "Kling", "Kling, Eva", "05141 12-3401"],
         ["Uwe", "Blum", "Blum, Uwe", "05171 49-100"]],
        ["Eva Kling: +495141123401", "Uwe Blum: +49517149100"],
    ),
    "everything under Kontaktdaten": (
        [["Träger", "Kontaktdaten"],
         ["Caritas Celle", "Frau Eva Kling\nTel. 05141 7508-12\nkling@caritas.example\nBullenberg 6, 29221 Celle"],
         ["AWO Peine", "Herr Uwe Blum, Sozialberater, Tel. 05171 49-100, Fax -199, Goethestr. 5, 31224 Peine"]],
        ["Frau Eva Kling @ Caritas Celle: +495141750812, kling@caritas.example, Bullenberg 6 29221 Celle",
         "Herr Uwe Blum (Sozialberater) @ AWO Peine: +49517149100, f+49517149199, Goethestr. 5 31224 Peine"],
    ),
    "hours and an office with its room among the lines": (
        [["Gemeinde", "Kontakt"], ["Peine", "Herr Uwe Blum\nSozialamt, Zi. 12\nTel. 05171 49-100\nMo–Fr 8–12 Uhr"],
         ["Celle", "Frau Eva Kling\nTel. 05141 12-3401"]],
        ["Herr Uwe Blum @ Sozialamt in Peine: +49517149100, Mo–Fr 8–12 Uhr", "Frau Eva Kling in Celle: +495141123401"],
    ),
    "an office behind a name": (
        [["Name", "Tel."], ["Herr Uwe Blum – Sozialamt", "05171 49-100"], ["Frau Eva Kling", "05141 12-3401"]],
        ["Herr Uwe Blum @ Sozialamt: +49517149100", "Frau Eva Kling: +495141123401"],
    ),
    "Durchwahlen of the fax": (
        [["Kreisverwaltung, Telefon 0751 887-0 (Zentrale)"], ["Name", "DW", "Fax-DW"], ["Eva Kling", 9000, 77]],
        ["Eva Kling @ Kreisverwaltung: +497518879000, f+4975188777"],
    ),
    "an area code beside whole numbers or Durchwahlen": (
        [["Name", "Vorwahl", "Durchwahl/Rufnr."], ["Eva Kling", "4871", 36122], ["Uwe Blum", "04351", 710244]],
        ["Eva Kling: +49487136122", "Uwe Blum: +494351710244"],
    ),
    "the office in a title ends before its number": (
        [["Zentrale: 0641 306-0"], ["Name", "Durchwahl"], ["Eva Kling", 1456]],
        ["Eva Kling: +496413061456"],
    ),
    "the house in a title, with a hyphen before its exchange": (
        [["Nur Durchwahlen", "Stand: 5.8.2026"], ["Rathaus-Zentrale: 0641 306-0"], ["Aufgabe", "Name", "Durchwahl"],
         ["Standesamt", "Frau Eva Kling", 456]],
        ["Frau Eva Kling (Standesamt): +49641306456"],
    ),
    "digits under a Durchwahl that begin as the exchange does": (
        [["Zentrale 07162 9616-0"], ["Name", "Durchwahl"], ["Eva Kling", 9616], ["Uwe Blum", "9616-14"],
         ["Ida Kolb", 15]],
        ["Eva Kling", "Uwe Blum: +497162961614", "Ida Kolb: +497162961615"],
    ),
    "an exchange in a title with dots for the Durchwahl": (
        [["Rufnummern (alle 0641 306-…)"], ["Name", "Nst"], ["Eva Kling", 456]],
        ["Eva Kling: +49641306456"],
    ),
    "nobody's number in a title over one person": (
        [["Unten nur Durchwahlen"], ["Zentrale 0641 306-0"], ["Name", "Durchwahl"], ["Frau Eva Kling", 456]],
        ["Frau Eva Kling: +49641306456"],
    ),
    "a column of what stands before each Durchwahl": (
        [["Name", "Rufnummer", "DW", "Fax-DW"], ["Eva Kling", "0751 887-", 901, 77], ["Uwe Blum", "0751/852…", 12]],
        ["Eva Kling: +49751887901, f+4975188777", "Uwe Blum: +4975185212"],
    ),
    "sections with a main number of their own": (
        [["Name", "Durchwahl"], ["Rathaus Celle, Tel. 05141 12-0"], ["Frau Eva Kling", 3401],
         ["Rathaus Peine (05171 49-0)"], ["Herr Uwe Blum", 100]],
        ["Frau Eva Kling @ Rathaus Celle in Celle: +495141123401",
         "Herr Uwe Blum @ Rathaus Peine in Peine: +49517149100"],
    ),
    "a second table with a heading nobody knows": (
        [HEAD, EVA, [], ["Kreis", "Patin", "E-Mail", "Handy", "Gemeinde"],
         ["AK Asyl Peine", "Ida Kolb", "kolb@ak.example", "0176 04069014", "Peine"]],
        [EVA_SHOWN, "Ida Kolb @ AK Asyl Peine in Peine: m+4917604069014, kolb@ak.example"],
    ),
    "a table of one row above a larger one": (
        [HEAD[:3], EVA[:3], [], ["Träger", "Beratung", "Ort", "Telefon", "Mail"],
         ["Caritas", "Herr Uwe Blum", "Celle", "05141 7508-12", "blum@caritas.example"],
         ["Diakonie", "Frau Ina Beck", "Peine", "05171 7505-10", "beck@diakonie.example"], [],
         ["Name", "Initiative", "Handy"], ["Ida Kolb", "Helferkreis Wietze", "0176 04069014"]],
        ["Frau Eva Kling in Celle: +495141123401",
         "Herr Uwe Blum @ Caritas in Celle: +495141750812, blum@caritas.example",
         "Frau Ina Beck @ Diakonie in Peine: +495171750510, beck@diakonie.example",
         "Ida Kolb @ Helferkreis Wietze: m+4917604069014"],
    ),
    "cards of several kinds of municipality": (
        [["Stadt Hann. Münden"], ["Name:", "Frau Eva Kling"], ["Tel.:", "05541 75-264"],
         ["Anschrift:", "Lotzestraße 2, 34346 Hann. Münden"], [],
         ["Samtgemeinde Radolfshausen"], ["Name:", "Herr Uwe Blum"], ["Tel.:", "05507 9678-22"], [],
         ["Flecken Bovenden"], ["Name:", "Frau Ida Kolb"], ["Tel.:", "0551 8201-10"], [],
         ["Stadt Celle"], ["Name:", "Frau Ina Beck"], ["Tel.:", "05141 12-3402"]],
        ["Frau Eva Kling in Hann. Münden: +49554175264, Lotzestraße 2 34346 Hann. Münden",
         "Herr Uwe Blum in Radolfshausen: +495507967822", "Frau Ida Kolb in Bovenden: +49551820110",
         "Frau Ina Beck in Celle: +495141123402"],
    ),
    "web addresses without www": (
        [["Träger", "Telefon", "Internet"], ["Caritas Celle", "05141 7508-0", "caritas-celle.example/asyl"],
         ["AWO Peine", "05171 49-0", "noch keine"]],
        ["– @ Caritas Celle: +49514175080, https://caritas-celle.example/asyl", "– @ AWO Peine: +495171490"],
    ),
    "given names that are in no list": (
        [["Name", "Tel."], ["Frau Jette Warnecke", "05382 73-330"], ["Herr Momodou Jallow", "05382 73-331"],
         ["Frau Ben Salah", "05382 73-332"], ["Frau Müller Lang", "05382 73-333"]],
        ["Frau Jette Warnecke: +49538273330", "Herr Momodou Jallow: +49538273331", "Frau Ben Salah: +49538273332",
         "Frau Müller Lang: +49538273333"],
    ),
    "two people by their abbreviated salutations": (
        [["Name", "Tel."], ["Fr. Kling, Hr. Blum", "05371 88-1, 05371 88-2"]],
        ["Frau Kling: +495371881", "Herr Blum: +495371882"],
    ),
    "a couple": (
        [["Name", "Tel."], ["Eheleute Tom und Ina Ast", "05371 88-12"], ["Frau Eva Kling", "05141 12-3401"]],
        ["Tom Ast: +4953718812", "Ina Ast: +4953718812", "Frau Eva Kling: +495141123401"],
    ),
    "titles in their female form, and a pastor who is retired": (
        [["Name", "Tel."], ["Frau Prof.in Dr.in Ida Kolb", "05371 88-10"],
         ["Herr Pfarrer i. R. Gotthold Emrich", "06241 2681-40"]],
        ["Frau Prof.in Dr.in Ida Kolb: +4953718810", "Herr Pfarrer i. R. Gotthold Emrich: +496241268140"],
    ),
    "people under the heading of their offices": (
        [["Träger", "Telefon"], ["Caritasverband Celle\nFrau Eva Kling", "05141 7508-12"],
         ["Diakonie Südheide\nHerr Uwe Blum", "05141 7505-10"]],
        ["Frau Eva Kling @ Caritasverband Celle: +495141750812", "Herr Uwe Blum @ Diakonie Südheide: +495141750510"],
    ),
    "a sign for the mail addresses": (
        [["Rathaus", "Wer", "Rufnummer", "@", "Wann erreichbar"], [*EVA, "Mo–Fr 9–12 Uhr"]],
        [f"{EVA_SHOWN}, Mo–Fr 9–12 Uhr"],
    ),
    "municipalities where others sit": (
        [["Dienstort", *HEAD[1:]], EVA, UWE],
        [EVA_SHOWN, UWE_SHOWN],
    ),
    "addresses where others sit": (
        [["Standort", "Name", "Telefon"], ["Bullenberg 6, 29221 Celle", *EVA[1:3]]],
        ["Frau Eva Kling: +495141123401, Bullenberg 6 29221 Celle"],
    ),
    "on its side, the municipalities without a label": (
        [[None, "Stadt Celle", "Gemeinde Wietze"], ["Name", "Frau Eva Kling", "Frau Ina Beck"],
         ["Telefon", "05141 12-3401", "05146 507-12"], ["E-Mail", "kling@celle.example", None]],
        [EVA_SHOWN, "Frau Ina Beck in Wietze: +49514650712"],
    ),
    "a title in which the municipality comes last": (
        [["Ansprechpersonen der Stadt Celle"], ["Name", "Telefon", "E-Mail"], EVA[1:]],
        [EVA_SHOWN],
    ),
    "a title over cards beside each other": (
        [["Steckbrief Gemeinde Wietze"], ["Name", "Frau Eva Kling", "Vertretung", "Herr Uwe Blum"],
         ["Telefon", "05146 507-12", "Telefon", "05146 507-13"], ["E-Mail", None, "E-Mail", "blum@wietze.example"]],
        ["Frau Eva Kling in Wietze: +49514650712", "Herr Uwe Blum in Wietze: +49514650713, blum@wietze.example"],
    ),
    "names and numbers that are numbered": (
        [["Kommune", "Name 1", "Name 2", "Telefon 1", "Telefon 2", "E-Mail"],
         ["Celle", "Frau Eva Kling", "Herr Uwe Blum", "05141 12-3401", "05141 12-3402", "asyl@celle.example"]],
        ["Frau Eva Kling in Celle: +495141123401, asyl@celle.example",
         "Herr Uwe Blum in Celle: +495141123402, asyl@celle.example"],
    ),
    "two numbers of one person that are numbered": (
        [["Kommune", "Name", "Telefon 1", "Telefon 2"], [*EVA[:3], "0176 04069014"]],
        ["Frau Eva Kling in Celle: +495141123401, m+4917604069014"],
    ),
    "an area code in the heading": (
        [["Name", "Telefon (Vorwahl 05141)", "Fax 05141/"], ["Eva Kling", "12-3401", "12-3499"],
         ["Uwe Blum", "05171 49-100", None]],
        ["Eva Kling: +495141123401, f+495141123499", "Uwe Blum: +49517149100"],
    ),
    "an area code in a note under the table": (
        [["Name", "Telefon"], ["Eva Kling", "12-3401"], ["Uwe Blum", "05171 49-100"], [], ["Vorwahl überall 05141"]],
        ["Eva Kling: +495141123401", "Uwe Blum: +49517149100"],
    ),
    "Durchwahlen beside names": (
        [["Rathaus Celle · Am Markt 1 · Tel. 05141 12-0"], ["Amt", "Ansprechpartner"],
         ["Sozialamt", "Frau Kling, DW 3401\nHerr Blum, DW 3402"]],
        ["Frau Kling @ Sozialamt: +495141123401", "Herr Blum @ Sozialamt: +495141123402"],
    ),
    "the number of the town hall beside her own": (
        [["Kommune", "Telefon Rathaus", "Name", "Telefon"], ["Celle", "05141 12-0", *EVA[1:3]],
         ["Peine", "05171 49-0", "Herr Uwe Blum", None]],
        ["Frau Eva Kling in Celle: +495141123401", "Herr Uwe Blum in Peine: +495171490"],
    ),
    "a title between the names": (
        [["Name, Titel, Vorname", "Tel."], ["Kling, Dr., Eva", "05141 12-3401"], ["Blum, Uwe", "05171 49-100"]],
        ["Dr. Eva Kling: +495141123401", "Uwe Blum: +49517149100"],
    ),
    "several municipalities in a line": (
        [HEAD[:3], ["Wietze und Winsen (Aller)", *EVA[1:3]], ["Bergen / Faßberg", *UWE[1:3]],
         ["Bergen, Stadt", "Frau Ida Kolb", "05051 479-12"], ["Celle und Umgebung", "Ali Demir", "05141 7508-1"]],
        ["Frau Eva Kling in Wietze; Winsen (Aller): +495141123401", "Herr Uwe Blum in Bergen; Faßberg: +49517149100",
         "Frau Ida Kolb in Bergen: +49505147912", "Ali Demir in Celle und Umgebung: +49514175081"],
    ),
    "what is done stands over who does it": (
        [["Gemeinde", "Flüchtlingssozialarbeit", "Ehrenamtskoordination"],
         ["Celle", "Frau Eva Kling\n05141 12-3401", "Herr Uwe Blum\n05141 12-3402"]],
        ["Frau Eva Kling (Flüchtlingssozialarbeit) in Celle: +495141123401",
         "Herr Uwe Blum (Ehrenamtskoordination) in Celle: +495141123402"],
    ),
    "where volunteers live": (
        [["Nachname", "Vorname", "Wohngemeinde", "Telefon"], ["Kling", "Eva", "Celle", "05141 12-3401"],
         ["Blum", "Uwe", "Bergen", "05051 479-12"]],
        ["Eva Kling in Celle: +495141123401", "Uwe Blum in Bergen: +49505147912"],
    ),
    "topics side by side are what people do": (
        [["Gemeinde", "Asyl", None, "Wohngeld", None], [None, "Name", "Telefon", "Name", "Telefon"],
         ["Celle", "Frau Eva Kling", "05141 12-3401", "Herr Uwe Blum", "05141 12-3402"]],
        ["Frau Eva Kling (Asyl) in Celle: +495141123401", "Herr Uwe Blum (Wohngeld) in Celle: +495141123402"],
    ),
    "the function is a group of columns": (
        [["Gemeinde", "Koordination", None, "Ehrenamt", None], [None, "Name", "Telefon", "Name", "Telefon"],
         ["Celle", "Frau Eva Kling", "05141 12-3401", "Herr Uwe Blum", "05141 12-3402"]],
        ["Frau Eva Kling (Koordination) in Celle: +495141123401", "Herr Uwe Blum in Celle: +495141123402"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("habit", HABITS)
def test_habits(habit: str) -> None:
    rows, expected = HABITS[habit]

    def merge(sheet: Worksheet) -> None:
        if habit.startswith(("the function is a group", "topics")):
            sheet.merge_cells("B1:C1")
            sheet.merge_cells("D1:E1")

    assert shown(read(book(rows, merge, title="Tabelle1"), rules=NOTHING_KNOWN)) == expected


@pytest.mark.parametrize(
    ("now", "other", "heading"),
    [
        ("Telefon", "Telefon (alt)", "Telefon (alt)"),
        ("Tel. neu", "Tel. alt", "Tel. alt"),
        ("Telefon", "bisherige Nummer", "bisherige Nummer"),
        ("Telefon", "Tel. bis 2025", "Tel. bis 2025"),
        ("Telefon", "Telefon ab 01.01.2027", "Telefon ab 01.01.2027"),
        ("Telefon", "künftige Tel.-Nr.", "künftige Tel.-Nr."),
    ],
)
def test_columns_of_what_was_or_will_be(now: str, other: str, heading: str) -> None:
    found = read(book([["Kommune", "Name", other, now], [*EVA[:2], "05141 99-1", EVA[2]]]))
    assert shown(found) == ["Frau Eva Kling in Celle: +495141123401"]
    assert "outdated C1" in codes(found)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["Tel. neu (ab 01.02.)", "Mail neu"], "+495141123401, kling@lra.example"),
        (["Tel. neu ab 01.02.2027", "Mail"], "+495141123401, kling@lra.example"),
        (["Telefon ab 01.01.2027", "Mail"], "kling@lra.example"),  # what holds today, nobody says
        (["Tel. neu (ab 01.02.)", "Mail", "Tel. alt"], "kling@lra.example"),  # both hold at some time
        (["Tel. neu (ab 01.02.)", "Mail", "Tel."], "+495141991, kling@lra.example"),
    ],
)
def test_what_is_new_from_a_day_on_holds_where_the_old_is_gone(heads: list[str], expected: str) -> None:
    row = [*EVA[:2], "05141 12-3401", "kling@lra.example", "05141 99-1"]
    found = read(book([["Kommune", "Name", *heads], row[: len(heads) + 2]]))
    assert shown(found) == [f"Frau Eva Kling in Celle: {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "05141 12-3401 (alt 05141 12-3400)",
        "05141 12-3400 (alt), 05141 12-3401 (neu)",
        "05141 12-3400 (bis 2025) / 05141 12-3401",
        "05141 12-3401, vorher 05141 12-3400",
        "nicht mehr: 05141 12-3400; 05141 12-3401",
        "05141 12-3401 (bis 31.12.2026), 05141 12-3499 (ab 01.01.2027)",
        "05141 12-3401\n05141 12-3499 (erst ab 01.01.2027)",
    ],
)
def test_numbers_with_their_time_behind_them(text: str) -> None:
    assert shown(read(book([HEAD, [*EVA[:2], text, EVA[3]]]))) == [EVA_SHOWN]


@pytest.mark.parametrize(
    "text", ["Frau Eva Kling (bis 31.12.2026), Herr Tim Ast (ab 01.01.2027)", "Frau Eva Kling (ab 01.11.2026)"]
)
def test_people_with_their_time_behind_them(text: str) -> None:
    assert shown(read(book([HEAD, [EVA[0], text, *EVA[2:]]]))) == [EVA_SHOWN]


def test_a_room_behind_a_number_is_no_further_number() -> None:
    rows = [["Name", "Telefon / Zimmer"], ["Eva Kling", "05141 12-3401 / 214"], ["Uwe Blum", "05171 49-100, Zi. 2.14"]]
    assert shown(read(book(rows))) == ["Eva Kling: +495141123401", "Uwe Blum: +49517149100"]


@pytest.mark.parametrize("heading", ["Vorgänger/in", "Nachfolger/in", "ehemalige Ansprechpartnerin"])
def test_people_who_were_or_will_be(heading: str) -> None:
    rows = [["Kommune", heading, "Name", "Telefon"], ["Celle", "Frau Ida Alt", *EVA[1:3]]]
    assert shown(read(book(rows))) == ["Frau Eva Kling in Celle: +495141123401"]


@pytest.mark.parametrize(
    "text", ["ehemals Frau Vogt, jetzt Frau Eva Kling", "Frau Eva Kling (früher Vogt)", "Frau Vogt, nun Frau Eva Kling"]
)
def test_who_was_there_before(text: str) -> None:
    assert shown(read(book([HEAD, [EVA[0], text, *EVA[2:]]]))) == [EVA_SHOWN]


@pytest.mark.parametrize(
    "nobody",
    [
        "derzeit keine Ansprechperson",
        "noch zu besetzen",
        "wird noch benannt",
        "Nachfolge offen",
        "kein Ansprechpartner",
    ],
)
def test_words_for_a_vacant_post(nobody: str) -> None:
    found = read(book([HEAD, EVA, [UWE[0], nobody, *UWE[2:]]]))
    assert shown(found) == [EVA_SHOWN, "– in Peine: +49517149100, blum@peine.example"]
    assert found.records[1].tags == {"vacant"}


def test_statistics_beside_a_dated_list_are_no_later_state_of_it() -> None:
    sheets = {
        "Stand 2026-11": [HEAD, EVA, UWE],
        "Auswertung": [["Kommune", "Geflüchtete"], ["Celle", 412], ["Peine", 133]],
    }
    assert shown(read(books(sheets))) == [EVA_SHOWN, UWE_SHOWN]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Oktober 2026", "November 2026"),
        ("Dez 2025", "Jan 2026"),
        ("bis 30.09.2026", "aktuell"),
        ("2026_03", "2026_11"),
    ],
)
def test_the_later_of_two_months(old: str, new: str) -> None:
    sheets = {old: [HEAD, ["Celle", "Frau Ida Alt", "05141 12-3400", None], UWE], new: [HEAD, EVA, UWE]}
    assert shown(read(books(sheets))) == [EVA_SHOWN, UWE_SHOWN]


@pytest.mark.parametrize(
    ("number", "pattern", "phone"),
    [
        (3401, '"05141 12-"0', "+495141123401"),
        (5141123401, '"0"0', "+495141123401"),
        (51411234, '"0"0000" / "0000', "+4951411234"),
        (5141123401, '0000" / "000000', "+495141123401"),  # the format only groups what has lost its zero
        (3401, r"\(\0\5\1\4\1\)\ \1\2\-0", "+495141123401"),
        (750812, "[Blue]\"05141 \"00 00 00;[Red]-0", "+495141750812"),
        (5141123401, "+49 0000 000000", "+495141123401"),
        (5141123401, "00000000000", "+495141123401"),
    ],
)  # fmt: skip
def test_a_number_is_what_its_format_shows(number: int, pattern: str, phone: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].number_format = pattern

    found = read(book([["Name", "Telefon"], ["Eva Kling", number]], change), rules=NOTHING_KNOWN)
    assert shown(found) == [f"Eva Kling: {phone}"]


def test_nine_digits_among_neighbouring_area_codes_have_lost_their_zero() -> None:
    rows = [["Name", "Festnetz"], ["Eva Kling", 7141910223], ["Uwe Blum", 711216480], ["Ida Kolb", 390212345]]
    found = read(book(rows), rules=NOTHING_KNOWN)
    assert shown(found) == ["Eva Kling: +497141910223", "Uwe Blum: +49711216480", "Ida Kolb"]
    assert "zero_unproven B4" in codes(found)


def test_a_csv_of_a_dos_program() -> None:
    text = "Kommune;Name;Telefon\r\nCelle;Frau Käthe Möller;05141 12-3401\r\n"
    assert shown(read(text.encode("cp850"), "liste.csv")) == ["Frau Käthe Möller in Celle: +495141123401"]
