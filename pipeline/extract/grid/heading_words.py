"""The words of German headings: which of them name a column only when nothing but known words stands there.

"Gemeinde" is a heading, "Gemeinde Ahlbach" is not: a heading counts when every word of it is here or among `FILLER`.
"""

from __future__ import annotations

#: Longer texts are titles or sentences.
LONGEST = 70


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


#: Fields that a heading may stand for, most likely first, and its words (folded: ä as ae, ß as ss).
WEAK: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    (
        ("given",),
        words("vorname vornamen rufname vorn firstname forename vname givenname middlename zweitname"),
    ),
    (
        ("family",),
        words("nachname nachnamen familienname familiennamen zuname hausname nachn lastname surname nname familyname"),
    ),
    (
        ("salutation",),
        words("anrede geschlecht anr salutation gender"),
    ),
    (
        ("title",),
        words(
            "titel akad akademischer akademische grad grade doktorgrad doktortitel namenszusatz namenszusaetze praefix "
            "suffix prefix namensvorsatz vorsatzwort namenspraefix namenssuffix praedikat adelspraedikat adelstitel"
        ),
    ),
    (
        ("title", "role"),
        words("title"),
    ),
    (
        ("name",),
        words(
            "name namen ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechpartnern ansprechpartners "
            "ansprechperson ansprechpersonen ansprechpersonin kontaktperson kontaktpersonen kontaktpartner person "
            "personen wer bearbeiter bearbeiterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin "
            "mitarbeitende mitarbeiterinnen beschaeftigte verantwortliche verantwortlicher verantwortlich "
            "zustaendige zustaendiger vertretung vertreter vertreterin stellvertretung stellvertreter "
            "stellvertreterin stellv vertr ap asp hauptansprechpartner hauptansprechpartnerin hauptansprechperson "
            "kontaktname koordinierende ansprechp ansprechpart ansprechpartn ansprechpers anspr kontaktpers "
            "fachkraft fachkraefte hauptkontakt bezugsperson kuemmerer kuemmerin vollname fullname employee deputy "
            "sachbearb bearb mitarb verantw sb ansprechbar stelleninhaber stelleninhaberin"
        ),
    ),
    (
        ("name", "role"),
        words(
            "koordinatoren leitung beauftragten sachbearbeitung vorsitz vorsitzende vorsitzender pate patin "
            "paten lotse "
            "lotsin lotsen betreuer betreuerin berater beraterin hauptamtliche hauptamtlicher ehrenamtliche "
            "ehrenamtlicher freiwillige sprecher sprecherin amtsleitung amtsleiter amtsleiterin teamleitung kraft"
        ),
    ),
    (
        ("role",),
        words(
            "funktion funktionen aufgabe aufgaben aufgabengebiet aufgabengebiete aufgabenbereich position rolle "
            "taetigkeit amtsbezeichnung dienstbezeichnung berufsbezeichnung stellenbezeichnung thema themen "
            "schwerpunkt schwerpunkte arbeitsbereich taetigkeitsbereich zustaendigkeitsbereich arbeitsgebiet "
            "sachgebietsbezeichnung beruf dienststellung fachgebiet themenbereich taetigkeitsfeld fkt funkt "
            "wofuer was taetig aufgabenfeld einsatzbereich ressort einsatzfeld arbeitsfeld handlungsfeld engagement "
            "function role job arbeitstitel jobtitel dienstgrad jobtitle"
        ),
    ),
    (
        ("role", "municipality", "name"),
        words("zustaendig zustaendigkeit zustaendigkeiten bereich zust betreut betreute betreuter"),
    ),
    (
        ("municipality", "role", "name"),
        words("bezirk bezirke gebiet zustaendigkeitsgebiet einsatzgebiet einzugsgebiet betreuungsgebiet"),
    ),
    (
        ("org", "role"),
        words("stelle stellen planstelle amt aemter"),
    ),
    (
        ("org",),
        words(
            "traeger traegerschaft organisation organisationen dienststelle einrichtung einrichtungen "
            "institution institutionen fachbereich abteilung sachgebiet referat verein vereine "
            "arbeitgeber firma behoerde initiative initiativen gruppe verband verbaende beratungsstelle "
            "beratungsstellen koordinationsstelle koordinierungsstelle anstellungstraeger organisationseinheit "
            "geschaeftsstelle kooperationspartner partner unternehmen bezeichnung dezernat "
            "angebot angebote projekt projekte "
            "helferkreis helferkreise freundeskreis team teams arbeitskreis kreis bei anlaufstelle anlaufstellen "
            "kirchengemeinde kirchengemeinden kirchgemeinde kirchgemeinden pfarrgemeinde pfarrgemeinden "
            "kultusgemeinde kultusgemeinden moscheegemeinde moscheegemeinden glaubensgemeinde glaubensgemeinden "
            "wohlfahrtsverband traegerverein ortsgruppe ortsverein kirchspiel pfarrei stabsstelle "
            "fachdienst fachdienste fd stuetzpunkt stuetzpunkte schule schulen unterkunft unterkuenfte gu heim heime "
            "dienst dienste zentrum treff haus firmenname beschaeftigt angestellt sachgeb "
            "org orga einr abt dienstst fb sg organization company "
            "department institution office innung innungen "
            "orgeinheit orgaeinheit einheit einh orge oe"
        ),
    ),
    (
        ("municipality",),
        words(
            "gemeinde gemeinden kommune kommunen stadt landkreisgemeinde ortsgemeinde ortsgemeinden staedte "
            "stadtgemeinde gde verwaltungsgemeinschaft rathaus einsatzort "
            "gebietskoerperschaft markt kreisgemeinde verbandsgemeinde samtgemeinde verwaltung gemeindeverwaltung gmde "
            "stadtverwaltung gem kom municipality vg sg vwg vvg gvv vgem amtsgemeinde amtsverwaltung amtsbereich "
            "flecken samtgemeinden verbandsgemeinden verwaltungsgemeinschaften maerkte einheitsgemeinde "
            "einheitsgemeinden verwaltungsverband gemeindeverwaltungsverband verwaltungseinheit "
            "verwaltungen kommunal koerperschaft kommunalverwaltung hansestadt kreisstadt marktgemeinde marktgemeinden "
            "buergermeisteramt buergermeisteraemter"
        ),
    ),
    (
        ("place",),
        words("ort orte wohnort ortschaft ortschaften wo town city"),
    ),
    (
        ("house",),
        words("hausnummer hausnr hnr"),
    ),
    (
        ("name", "contact"),
        words("kontakt kontakte contact contacts"),
    ),
    (
        ("contact",),
        words(
            "kontaktdaten erreichen erreichbarkeit erreichbarkeiten kontaktmoeglichkeit kontaktmoeglichkeiten "
            "verbindung "
            "kommunikation kontaktinformationen kontaktinfo kontaktinfos kommunikationsdaten kontaktangaben "
            "verbindungen"
        ),
    ),
    (
        ("hours", "contact"),
        words("erreichbar wann"),
    ),
    (
        ("remark",),
        words(
            "bemerkung bemerkungen hinweis hinweise anmerkung anmerkungen notiz notizen sonstiges kommentar "
            "kommentare info infos information informationen zusatz ergaenzung ergaenzungen besonderheiten "
            "vermerk beschreibung bem anm remark remarks note notes comment comments"
        ),
    ),
    (
        ("ignore",),
        words(
            "lfd laufende nr id nummer stand datum aktualisiert geaendert aenderung aktualisierung raum zimmer zi "
            "zimmernummer zimmernr einwohner einwohnerzahl landkreis bundesland kuerzel status gueltig "
            "stellenanteil umfang prozent stellenumfang geprueft ags schluessel gemeindeschluessel kennziffer pos "
            "etage stockwerk gebaeude ortsteil ortsteile teilort teilorte stadtteil stadtteile stadtbezirk "
            "stadtbezirke gemeindeteil gemeindeteile kategorie art typ "
            "seit beginn eintritt befristet eingetragen anzahl region raumnummer gemeindekennzahl spitzname nickname "
            "geburtsname maedchenname initialen briefanrede anredezeile grussformel land country staat bundesstaat "
            "benutzername loginname vertraulichkeit prioritaet kategorien stichwoerter labels sprache"
        ),
    ),
)
WEAK_WORDS = frozenset().union(*(words for _, words in WEAK))

#: Words that say nothing by themselves.
FILLER = words(
    "der die das des dem den und u od f m oder bzw in innen n r e s i im am fuer von zu mit nr nummer nummern 1 2 3 4 "
    "i ii iii dienstlich dienstliche dienstlicher dienstl gesch geschaeftlich direkt direkte amtlich vollstaendiger "
    "ganzer weitere weiterer haupt erste erster zweite zweiter integration fluechtlinge asyl ehrenamt migration "
    "soziales kommunale kommunaler kommunales zustaendige zustaendiger oertliche oertlicher unsere ihre ihr ggf "
    "ist evtl falls vorhanden bitte eintragen angeben wie was wo vor ort d w m fluechtlingsarbeit integrationsarbeit "
    "hauptamtlich hauptamtliche fuehrung betreuung arbeit zuhause privat privates private privater fuer von als "
    "kreisangehoerige kreisangehoeriger kreisangeh kreisfreie amtsangehoerige amtsfreie verbandsangehoerige "
    "verbandsfreie teilnehmende beteiligte genau genauer genaue"
)

#: Parts of a municipality.
QUARTERS = words(
    "ortschaft ortschaften ortsteil ortsteile teilort teilorte stadtteil stadtteile stadtbezirk stadtbezirke "
    "gemeindeteil gemeindeteile"
)

#: Whoever stands below these alone is a body, though called after what its people do: `Asylhelfer Hude`.
BODIES = words(
    "traeger traegerverein verein vereine verband verbaende wohlfahrtsverband initiative initiativen organisation "
    "organisationen helferkreis helferkreise freundeskreis ortsgruppe ortsverein kirchengemeinde unternehmen firma"
)

#: With these a heading begins when everything about a person stands in one cell.
PERSON = words("name ansprechpartner ansprechpartnerin ansprechperson ansprechpersonen kontaktperson person")
