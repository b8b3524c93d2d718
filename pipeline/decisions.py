"""What staff decide about a held run, and any night's files again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline import export, wording
from pipeline.collect import document_changes
from pipeline.core.reconcile import compare
from pipeline.core.whose_news import attributed
from pipeline.disk import read_file
from pipeline.errors import ConfigError, KreiskontakteError, PublishError
from pipeline.exclusive import undisturbed
from pipeline.export import staging
from pipeline.export.draft import Draft
from pipeline.history import History
from pipeline.model import Report, Run
from pipeline.run import catch_up, is_public


def find_run(history: History, text: str) -> Run:
    """The run with that number or name; raises ConfigError (wrong use) when there is none."""
    for run in history.runs():
        if text == run.name or text.lstrip("0") == str(run.number):
            return run
    known = ", ".join(run.name for run in history.runs()[-5:]) or "noch keiner"
    raise ConfigError(text, (f"diesen Lauf gibt es nicht; die letzten sind: {known}",))


def approve(history: History, run: Run, data: Path, keep: int, who: str, now: datetime, language: str = "de") -> Report:
    """Publish exactly what was reviewed. Raises KreiskontakteError if the run does not wait any more.

    Once more after an approval that died before readers saw it: then only that is left to do.
    """
    if run == history.last_published() and not is_public(data, run):
        catch_up(history, data, keep)
        return history.report(run.number)
    _must_wait(history, run)
    with Draft(data) as draft:
        with history.transaction():
            history.decide(run.number, "published", who, "", now)
            history.note_missing(run.number, draft.release(history.publication(run.number)))
            report = history.report(run.number)
            draft.report(report, language)
        with undisturbed():
            draft.show()
    export.prune(data, keep)
    return report


def reject(history: History, run: Run, data: Path, who: str, why: str, now: datetime, language: str = "de") -> None:
    """Keep the old state; the same content is not asked about again."""
    _must_wait(history, run)
    with Draft(data) as draft:
        with history.transaction():
            history.decide(run.number, "rejected", who, why, now)
            draft.report(history.report(run.number), language)
        with undisturbed():
            draft.show()


_AFTER_ALL = "; was die Quellen davon noch sagen, veröffentlicht `kreiskontakte run --force` doch"


def _must_wait(history: History, run: Run) -> None:
    if run.status != "held":
        after_all = _AFTER_ALL if run.status == "rejected" else ""
        what = wording.run_status(run.status)
        raise KreiskontakteError(f"{run.name}: wartet nicht auf eine Entscheidung, er {what}{after_all}")
    waiting = history.pending()
    if waiting is None or waiting.number != run.number:
        raise KreiskontakteError(f"{run.name}: ist überholt; mit `kreiskontakte review` ansehen, was jetzt wartet")


def difference(history: History, first: Run, second: Run) -> Report:
    """The change report between any two runs."""
    before, after = history.entries(first.number), history.entries(second.number)
    known_then, known_now = history.identities(first.number), history.identities(second.number)
    left = {known.uid for known in known_then if known.departed is not None}
    days = {run.number: run.started for run in history.runs()}
    gone = {known.uid: days[known.departed] for known in known_now if known.departed in days}
    return Report(
        run=Run(second.number, second.name, first.name, second.started, second.finished, second.status),
        district=history.settings(second.number).district,
        outcomes=history.outcomes(second.number),
        changes=attributed(compare(before, after, left, gone), known_then, known_now),
        documents=document_changes(history.documents(first.number), history.documents(second.number)),
        findings=history.findings(second.number),
        entries=after,
        told_before=history.findings(first.number),
        left=before,
    )


def write_again(history: History, run: Run, folder: Path, data: Path) -> None:
    """One night's files again, byte for byte, into an empty or new folder.

    They are made from the state; those from which the state was rebuilt are copied.
    """
    if run.status not in ("published", "held"):
        what = wording.run_status(run.status)
        raise KreiskontakteError(f"{run.name}: hat keine Ausgabe, er {what}; `diff` zeigt, was in jener Nacht war")
    kept = tuple(_files(data / "releases" / run.name)) if history.is_rebuilt(run.number) else None
    if kept == ():
        raise KreiskontakteError(
            f"{run.name}: der Stand wurde aus dieser Ausgabe wiederaufgebaut, und sie liegt nicht mehr unter"
            f" {data / 'releases'}; aus einer Sicherung zurückholen"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise PublishError(f"{folder}: ist nicht leer; ein neues Verzeichnis angeben")
    except OSError as error:
        raise PublishError(f"{folder}: lässt sich nicht anlegen ({error.strerror})") from error
    if kept is None:
        export.write_release(history.publication(run.number), folder)
    else:
        staging.fill(folder, ((name, read_file(path)) for name, path in kept))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path
