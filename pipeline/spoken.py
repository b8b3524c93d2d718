"""What the commands say at the terminal, in German and English, by code; errors are apart."""

from __future__ import annotations

from pipeline.wording import Language, pick

_LIMITS = (
    "[guard]: zurückgehalten wird bei mehr als {removed:.0f} % entfallenen oder {changed:.0f} % geänderten Kontakten"
    " einer Quelle; Karenz {grace} Nächte",
    "[guard]: a run is held if more than {removed:.0f} % of the contacts of a source are gone or {changed:.0f} % have"
    " changed; grace {grace} nights",
)
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
    "forgotten": (
        "Gelöscht. {searched} Dateien durchsucht, Treffer: {left}.",
        "Erased. {searched} files searched, hits: {left}.",
    ),
    "restored": (
        "Wiederaufgebaut aus {name}; was vorher war, ist nicht mehr bekannt.",
        "Rebuilt from {name}; what was before is not known any more.",
    ),
    # ---- check
    "error": ("{text}", "{text}"),
    "configuration": (
        "{file}: Konfiguration in Ordnung ({sources} Quellen, Version {version})",
        "{file}: configuration in order ({sources} sources, version {version})",
    ),
    "limits_auto": (
        f"{_LIMITS[0]}; Veröffentlichung automatisch",
        f"{_LIMITS[1]}; publication automatic",
    ),
    "limits_review": (
        f"{_LIMITS[0]}; Veröffentlichung nur nach Freigabe",
        f"{_LIMITS[1]}; publication only after approval",
    ),
    "notify_understood": ("[notify] urls: {url} verstanden", "[notify] urls: {url} understood"),
    "notify_unknown": (
        "[notify] urls: {url} versteht Apprise nicht; berichtigen",
        "[notify] urls: {url} is not understood by Apprise; correct it",
    ),
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
        "[source {source}]: üblich nach {nights} guten Läufen: bis zu {unreadable:.0f} % unlesbare Angaben"
        " und höchstens {gap} Nächte ohne Neues",
        "[source {source}]: usual after {nights} good runs: up to {unreadable:.0f} % unreadable values"
        " and at most {gap} nights without news",
    ),
    "tombstones": ("{path}: lesbar", "{path}: readable"),
    "tombstones_unreadable": (
        "{path}: unlesbar; aus einer Sicherung zurückholen, oder löschen: `forget` schreibt sie neu",
        "{path}: unreadable; get it from a backup, or delete it: `forget` writes it anew",
    ),
    "corrections": ("{path}: {count} Korrekturen gelten", "{path}: {count} corrections apply"),
    "source": (
        "[source {source}]: erreichbar, {contacts} Kontakte, {documents} Dokumente",
        "[source {source}]: reachable, {contacts} contacts, {documents} documents",
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
    return pick(SPOKEN[key], language).format(**values)
