"""What the commands say at the terminal, in German and English, by code; errors are apart.

`{count:Nacht|Nächte}` is `1 Nacht`, `2 Nächte`.
"""

from __future__ import annotations

from pipeline.wording import Language, counted, pick

#: code → (German, English)
SPOKEN: dict[str, tuple[str, str]] = {
    "dry": (
        "Probelauf: so sähe es aus; nichts ist veröffentlicht und nichts geschrieben.\n",
        "Dry run: this is what it would be; nothing is published and nothing written.\n",
    ),
    "held": (
        "Zurückgehalten: {name}; ansehen mit `kreiskontakte review`.",
        "Held: {name}; look at it with `kreiskontakte review`.",
    ),
    "nothing_waits": ("Nichts wartet auf eine Entscheidung.", "Nothing waits for a decision."),
    "how_to_approve": (
        "Freigeben: kreiskontakte approve {name} --by NAME --config {file}",
        "Approve: kreiskontakte approve {name} --by NAME --config {file}",
    ),
    "how_to_reject": (
        "Ablehnen:  kreiskontakte reject {name} --by NAME --why GRUND --config {file}",
        "Reject:  kreiskontakte reject {name} --by NAME --why REASON --config {file}",
    ),
    "approved": ("{name} ist veröffentlicht.", "{name} is published."),
    "rejected": (
        "{name} ist abgelehnt; veröffentlicht bleibt, was es war.",
        "{name} is rejected; what is published stays as it was.",
    ),
    "written": ("Geschrieben nach {folder}.", "Written to {folder}."),
    "still_found": ("noch zu finden in {path}", "still to be found in {path}"),
    "still_found_remedy": (
        "Was nicht vom Programm stammt (eigene Ablagen, Sicherungen), von Hand löschen. In state.sqlite3, public,"
        " releases oder reports nennt es noch ein anderer Kontakt, ein Hinweis oder ein Dokument: das Amt bitten, es in"
        " der Quelle zu streichen.",
        "Delete by hand what is not of the program (files of your own, backups). In state.sqlite3, public, releases or"
        " reports another contact, a remark or a document still says it: ask the office to strike it from the source.",
    ),
    "forgotten": (
        "Gelöscht. {searched:Datei|Dateien} durchsucht: nirgends mehr zu finden.",
        "Erased. {searched:file|files} searched: nothing is left anywhere.",
    ),
    "forgotten_not_all": (
        "Gelöscht. {searched:Datei|Dateien} durchsucht: noch zu finden in {left:Datei|Dateien}.",
        "Erased. {searched:file|files} searched: still to be found in {left:file|files}.",
    ),
    "restored": (
        "Wiederaufgebaut aus {name}; was vorher war, ist nicht mehr bekannt.",
        "Rebuilt from {name}; what was before is not known any more.",
    ),
    # ---- check
    "error": ("{text}", "{text}"),
    "configuration": (
        "{file}: Konfiguration in Ordnung ({sources:Quelle|Quellen}, Version {version})",
        "{file}: configuration in order ({sources:source|sources}, version {version})",
    ),
    "limits_removed": (
        "[guard]: eine Nacht wartet auf Freigabe, wenn von einer Quelle mehr als {max_removed_share:.0f} % der Kontakte"
        " entfallen (max_removed_share)",
        "[guard]: a night waits for approval if more than {max_removed_share:.0f} % of the contacts of a source are"
        " gone (max_removed_share)",
    ),
    "limits_changed": (
        "[guard]: … mehr als {max_changed_share:.0f} % der Kontakte einer Quelle anders sind (max_changed_share)",
        "[guard]: … more than {max_changed_share:.0f} % of the contacts of a source differ (max_changed_share)",
    ),
    "limits_empty": (
        "[guard]: … eine Quelle antwortet, aber niemanden mehr nennt",
        "[guard]: … a source answers but names nobody any more",
    ),
    "limits_emptied": (
        "[guard]: … in einer Quelle bei mindestens {emptied_least} Kontakten und mehr als {emptied_share:.0f} % derer,"
        " die es hatten, Name, Stelle, Funktion, Gemeinde, Telefon oder E-Mail auf einmal leer ist",
        "[guard]: … name, office, role, municipality, telephone or e-mail is suddenly empty with at least"
        " {emptied_least} contacts of a source and more than {emptied_share:.0f} % of those who had it",
    ),
    "limits_shifted": (
        "[guard]: … in einer Quelle mindestens {shifted_least} Kontakte die Nummer oder E-Mail-Adresse eines anderen"
        " bekommen (verrutschte Zeilen)",
        "[guard]: … at least {shifted_least} contacts of a source get the number or mail address of another one"
        " (rows that slipped)",
    ),
    "limits_shared": (
        "[guard]: … in einer Quelle auf einmal mindestens {shared_least} Kontakte und mehr als {shared_share:.0f} %"
        " dieselbe E-Mail-Adresse oder Nummer haben",
        "[guard]: … at least {shared_least} contacts of a source and more than {shared_share:.0f} % suddenly have the"
        " same mail address or number",
    ),
    "limits_auto": (
        '[guard]: was an keine dieser Grenzen stößt, wird von selbst veröffentlicht (publish = "auto")',
        '[guard]: what meets none of these limits is published by itself (publish = "auto")',
    ),
    "limits_review": (
        '[guard]: auch alles andere wartet auf Freigabe (publish = "review")',
        '[guard]: everything else waits for approval, too (publish = "review")',
    ),
    "grace_0": (
        "[guard]: wen keine Quelle mehr nennt, der entfällt noch in derselben Nacht (grace = {grace})",
        "[guard]: whom no source names any more is gone the same night (grace = {grace})",
    ),
    "grace_1": (
        "[guard]: wen keine Quelle mehr nennt, der bleibt noch eine Nacht (grace = {grace})",
        "[guard]: whom no source names any more stays for one night (grace = {grace})",
    ),
    "grace_2": (
        "[guard]: wen keine Quelle mehr nennt, der bleibt noch {grace} Nächte (grace = {grace})",
        "[guard]: whom no source names any more stays for {grace} nights (grace = {grace})",
    ),
    "notify_understood": ("[notify] urls: {url} verstanden", "[notify] urls: {url} understood"),
    "writable": ("{data}: beschreibbar", "{data}: writable"),
    "not_writable": (
        "{data}: nicht beschreibbar ({place}); Rechte oder [paths] data ändern",
        "{data}: not writable ({place}); change its rights or [paths] data",
    ),
    "no_folder": (
        "{path}: hier muss ein Ordner liegen; das Vorhandene wegräumen",
        "{path}: a folder has to be here; clear away what there is",
    ),
    "no_file": (
        "{path}: hier muss eine Datei liegen; das Vorhandene wegräumen",
        "{path}: a file has to be here; clear away what there is",
    ),
    "state_damaged": ("{path}: beschädigt ({damage})", "{path}: damaged ({damage})"),
    "state_empty": ("{path}: Stand unversehrt, noch keine Ausgabe", "{path}: state intact, no edition yet"),
    "state_sound": (
        "{path}: Stand unversehrt, letzte Ausgabe {name}",
        "{path}: state intact, latest edition {name}",
    ),
    "state_ahead": (
        "{path}: Stand unversehrt, letzte Ausgabe {name} (noch nicht zu sehen; der nächste Lauf holt es nach)",
        "{path}: state intact, latest edition {name} (not to be seen yet; the next run makes up for it)",
    ),
    "usual": (
        "[source {source}]: gelernt aus {nights:guten Nacht|guten Nächten} (von höchstens {remembered}): bis zu"
        " {usual:.0f} unverständliche Angaben je 100 Kontakte; ab {least} und mehr als {limit:.0f} je 100 Kontakte"
        " wartet die Nacht",
        "[source {source}]: learned from {nights:good night|good nights} (of {remembered} at most): up to {usual:.0f}"
        " values per 100 contacts that are not understood; from {least} and more than {limit:.0f} per 100 contacts on"
        " the night waits",
    ),
    "usual_frozen": (
        "[source {source}]: Neues in {news} von {nights:Nacht|Nächten}, längste Pause {gap:Nacht|Nächte}; nach mehr als"
        " {frozen} Nächten ohne Neues wartet die Nacht, wenn andere Quellen sich ändern",
        "[source {source}]: news in {news} of {nights:night|nights}, longest pause {gap:night|nights}; after more than"
        " {frozen} nights without news the night waits if other sources change",
    ),
    "usual_still": (
        "[source {source}]: Neues in {news} von {nights:Nacht|Nächten}, längste Pause {gap:Nacht|Nächte}; langes"
        " Schweigen hält noch nichts auf (dazu nötig: Neues in {lively} Nächten, keine Pause über {pause})",
        "[source {source}]: news in {news} of {nights:night|nights}, longest pause {gap:night|nights}; a long silence"
        " does not hold anything yet (needed: news in {lively} nights, no pause above {pause})",
    ),
    "usual_new": (
        "[source {source}]: noch keine gute Nacht, aus der zu lernen wäre; was sie zum ersten Mal nennt, wartet nicht",
        "[source {source}]: no good night to learn from yet; what it names for the first time does not wait",
    ),
    "tombstones": ("{path}: lesbar", "{path}: readable"),
    "tombstones_unreadable": (
        "{path}: unlesbar; aus einer Sicherung zurückholen, oder löschen: `forget` schreibt sie neu",
        "{path}: unreadable; get it from a backup, or delete it: `forget` writes it anew",
    ),
    "corrections": (
        "{path}: {count:Korrektur gilt|Korrekturen gelten}",
        "{path}: {count:correction applies|corrections apply}",
    ),
    "source": (
        "[source {source}]: erreichbar, {contacts:Kontakt|Kontakte}, {documents:Dokument|Dokumente}",
        "[source {source}]: reachable, {contacts:contact|contacts}, {documents:document|documents}",
    ),
    "source_rejected": (
        "[source {source}]: was sie jetzt sagt, ist abgelehnt und bleibt draußen, bis sie sich ändert;"
        " war das ein Versehen, veröffentlicht es `kreiskontakte run --force` doch",
        "[source {source}]: what it says now is rejected and stays out until it changes;"
        " if that was a mistake, `kreiskontakte run --force` publishes it after all",
    ),
    "source_failed": ("[source {source}]: {error}", "[source {source}]: {error}"),
    # ---- serve, user
    "serving": (
        "Erreichbar unter {address}/ · Verwaltung: {address}/staff/ · Adressbücher: {address}/carddav/",
        "Listening on {address}/ · staff: {address}/staff/ · address books: {address}/carddav/",
    ),
    "served": ("Beendet.", "Stopped."),
    "password": ("Kennwort", "Password"),
    "password_again": ("Noch einmal", "Once more"),
    "user_added": ("{name} darf die Verwaltung betreten.", "{name} may enter the staff pages."),
    "user_changed": ("{name} hat ein neues Kennwort.", "{name} has a new password."),
    "user_removed": ("{name} ist ausgetragen.", "{name} is removed."),
    "user_needs_name": ("Wen? Einen Namen angeben.", "Whom? Give a name."),
    "no_users": (
        "Noch ist niemand eingetragen; mit `kreiskontakte user add NAME` anfangen.",
        "Nobody is entered yet; begin with `kreiskontakte user add NAME`.",
    ),
}


def spoken(key: str, language: Language = "de", **values: object) -> str:
    """The sentence of that code with its values."""
    return pick(SPOKEN[key], language).format(**{name: counted(value) for name, value in values.items()})
