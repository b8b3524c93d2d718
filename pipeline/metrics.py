"""`metrics.prom`: how the last recorded run ended, for Prometheus (text exposition format, read by node_exporter).

It says what the state says and nothing of the hour at which it was written, so a night that changes nothing leaves it
alone. Whether the job runs at all is what the heartbeat tells.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.history import History
from pipeline.model import Report, Run

FILE = "metrics.prom"


def write_metrics(history: History, data: Path) -> None:
    """Bring the file up to date. By now readers see what is new, so nothing that goes wrong here is a failure."""
    with suppress(sqlite3.Error, OSError):
        _write(history, data)


def _write(history: History, data: Path) -> None:
    newest = history.runs()[-1:]
    if not newest:
        return
    path, head = data / FILE, _head(newest[0])
    if path.is_file() and path.read_text(encoding="utf-8").startswith(head):
        return
    lines = (head, *_lines(history.report(newest[0].number), history.last_published()))
    aside = data / f".{FILE}.neu"
    try:
        aside.write_text("".join(lines), encoding="utf-8")
        aside.chmod(0o600)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _head(run: Run) -> str:
    return f"# {run.name} {run.status}\n"


def _lines(report: Report, published: Run | None) -> Iterator[str]:
    run = report.run
    yield from _metric("run_number", "Number of the last recorded run", {"": run.number})
    yield from _metric("run_finished_seconds", "When it finished (Unix time)", {"": int(run.finished.timestamp())})
    statuses = ("published", "unchanged", "held", "rejected", "withdrawn")
    yield from _metric(
        "run_status", "How it ended", {f'{{status="{name}"}}': int(run.status == name) for name in statuses}
    )
    if published:
        moment = int(published.finished.timestamp())
        yield from _metric("published_seconds", "When the present release was made (Unix time)", {"": moment})
    contacts = {f'{{source="{outcome.source}"}}': outcome.contacts for outcome in report.outcomes}
    yield from _metric("source_contacts", "Contacts that a source names", contacts)
    healthy = {f'{{source="{o.source}"}}': int(o.status in ("ok", "unchanged")) for o in report.outcomes}
    yield from _metric("source_up", "Whether a source answered", healthy)
    yield from _metric("contacts", "Contacts published", {"": len(report.entries)})
    yield from _metric(
        "contacts_stale", "Those whose source failed", {"": sum(entry.stale for entry in report.entries)}
    )
    severities = ("info", "warning", "error")
    found = {f'{{severity="{s}"}}': sum(f.severity == s for f in report.findings) for s in severities}
    yield from _metric("findings", "What the run found worth a look", found)


def _metric(name: str, meaning: str, values: dict[str, int]) -> Iterator[str]:
    """One family of values by their labels."""
    yield f"# HELP kreiskontakte_{name} {meaning}.\n# TYPE kreiskontakte_{name} gauge\n"
    yield from (f"kreiskontakte_{name}{labels} {value}\n" for labels, value in values.items())
