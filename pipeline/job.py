"""What the commands do with the real world: data directory, lock, clock, network. The decisions are in `run`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pipeline.config import Config
from pipeline.corrections import CorrectionsFile
from pipeline.data_directory import opened
from pipeline.errors import BusyError, ConfigError, KreiskontakteError, SourceError
from pipeline.exclusive import afterwards, ends_in_order
from pipeline.extract.network.fetch import Fetcher
from pipeline.extract.network.settings import FetchSettings
from pipeline.good_night import note_good_night
from pipeline.history import History
from pipeline.meter import Meter
from pipeline.model import CORRECTIONS, Document, Finding, Link, Observation, Rules
from pipeline.run import Result, catch_up, run

if TYPE_CHECKING:
    from pipeline.notify import Message
    from pipeline.terminal import Log


#: A district that changes nothing for longer than this is taken for a wrong clock.
_LONGEST_SILENCE = timedelta(days=366)
#: Longer than this a heartbeat is not waited for.
_BEAT_SECONDS = 10.0


def now() -> datetime:
    """The present in UTC to the minute; `SOURCE_DATE_EPOCH` overrules the clock (reproducible-builds.org).

    Raises ConfigError where that variable is no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        remedy = f"„{(epoch or '')[:40]}“ ist keine Zeit; Sekunden seit 1970 angeben oder die Variable streichen"
        raise ConfigError("SOURCE_DATE_EPOCH", (remedy,)) from None
    return moment.replace(second=0, microsecond=0)


def nightly(
    config: Config,
    *,
    dry: bool = False,
    force: bool = False,
    reread: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    log: Log | None = None,
    clock: Callable[[], datetime] = now,
) -> Result:
    """One night with everything real, told to whom the district wants it told; raises KreiskontakteError."""
    with ends_in_order(config.run.deadline):
        _must_be_understood(config)
    try:
        result = _night(config, dry=dry, force=force, reread=reread, progress=progress, log=log, clock=clock)
    except BusyError:
        raise
    except KreiskontakteError as error:
        if config.notify.urls and not dry:
            from pipeline import notify

            message = notify.of_failure(config.district.name, str(error), config.district.language)
            afterwards(lambda seconds: _told(config, message, log, seconds))
        raise
    if not dry:
        afterwards(lambda seconds: _tell(config, result, log, seconds))
    return result


def _must_be_understood(config: Config) -> None:
    if config.notify.urls:
        from pipeline.notify import must_be_understood

        must_be_understood(config.notify.urls, str(config.file))


def _tell(config: Config, result: Result, log: Log | None, seconds: float) -> None:
    if config.notify.heartbeat and result.exit_status in (0, 3):
        _beat(config, min(seconds, _BEAT_SECONDS))
    if not config.notify.urls:
        return
    from pipeline import notify

    if notify.is_due(config.notify.when, news=result.news, exit_status=result.exit_status):
        district = config.district
        report = result.report if result.news else None
        message = notify.of_night(district.name, report, result.exit_status, district.language)
        _told(config, message, log, seconds)


def _told(config: Config, message: Message, log: Log | None, seconds: float) -> None:
    from pipeline import notify

    for address in notify.tell(config.notify.urls, message, patience=min(seconds, notify.PATIENCE)):
        if log:
            log.event("not told", address=address)


def _night(
    config: Config,
    *,
    dry: bool,
    force: bool,
    reread: bool,
    progress: Callable[[str], None],
    log: Log | None,
    clock: Callable[[], datetime],
) -> Result:
    data, started = config.data, clock()
    with ends_in_order(config.run.deadline), opened(data, write=not dry) as history:
        if not force:
            history.must_be_of(config.district.name, config.district.ags)
        if not dry:
            catch_up(history, data, config.run.keep_releases)
            _expire(history, config, started)
        with fetcher(config, read_only=dry) as fetch:
            meter = Meter(progress, lambda: fetch.received)
            corrections = _corrections(data, started.date(), history, write=not dry)
            result = run(
                config, history, fetch, corrections, clock, force=force, dry=dry, reread=reread, progress=meter
            )
            if all(night.healthy for night in result.outcomes):
                with suppress(OSError):
                    fetch.drop_unasked()
        if result.exit_status in (0, 3) and not dry:
            note_good_night(data, clock())
        if log:
            name = result.report.run.name if result.report and not dry else started.isoformat()
            log.sources(name, result.outcomes, meter)
            totals = {"requests": fetch.requests, "bytes": fetch.received}
            log.event("done", run=name, status=result.exit_status, **totals)
    return result


def _beat(config: Config, seconds: float) -> None:
    """Ask the heartbeat's address, so that somebody notices when it stays silent; what it answers does not matter."""
    address = config.notify.heartbeat
    settings = FetchSettings(config.fetch.contact, 0.0, min(config.fetch.timeout, seconds), 65_536, False)
    with suppress(SourceError), Fetcher(settings, None, trusted=[address]) as fetch:
        fetch.get(address)


def _expire(history: History, config: Config, today: datetime) -> None:
    """Whoever left longer ago than the district wants to remember is forgotten.

    Not by a clock that is years ahead of the last recorded run: that is the clock's fault.
    """
    from pipeline.erasure import departed_before, is_begun

    if is_begun(history.connection):
        from pipeline.forget import clean

        clean(history, config.data)

    days, last = config.privacy.keep_days, history.runs()[-1:]
    if last and today - last[0].started > timedelta(days=days) + _LONGEST_SILENCE:
        return
    if departed_before(history.connection, today - timedelta(days=days)):
        from pipeline.forget import expire

        expire(history, config.data, days, today)


def _corrections(data: Path, today: date, history: History, *, write: bool) -> CorrectionsFile:
    """Staff's corrections; the workbook for them is made on the first run, but never in place of one with rows."""
    path = data / "corrections.xlsx"
    known = history.sources().get(CORRECTIONS)
    if write and not path.exists() and not (known and known.contacts):
        from pipeline.export.corrections import write_template

        write_template(path)
    return CorrectionsFile(path, today)


def fetcher(config: Config, *, read_only: bool) -> Fetcher:
    """The network as the district's file allows it."""
    trusted = [source.address for source in config.sources]
    return Fetcher(config.fetch, config.data / "cache", trusted=trusted, read_only=read_only)


# ---- one document, without state -----------------------------------------------------------------


def extract_one(path_or_url: str, config: Config | None) -> tuple[list[Observation], tuple[Link, ...], list[Finding]]:
    """What one page, text or workbook yields, without state. Raises KreiskontakteError."""
    from pipeline.extract.anything import read_anything
    from pipeline.transform.normalize import normalize

    name, document = _document(path_or_url, config)
    rules = config.rules if config else Rules()
    extraction = read_anything(document.body, name, rules, document.charset, document.media_type)
    observations, findings = [], list(extraction.findings)
    current = (record for record in extraction.records if "struck" not in record.tags)  # struck out is outdated
    for record in current:
        observation, more = normalize(record, "")
        observations.append(observation)
        findings += more
    return observations, extraction.documents, findings


def _document(path_or_url: str, config: Config | None) -> tuple[str, Document]:
    from pipeline.gather import file_name

    limit = config.fetch.max_bytes if config else FetchSettings().max_bytes
    if path_or_url == "-":
        return "", Document("-", _read(sys.stdin.buffer, "-", limit))
    if path_or_url.startswith(("http://", "https://")):
        settings = config.fetch if config else FetchSettings(delay=0.0)
        try:
            with Fetcher(settings, None, trusted=[path_or_url]) as fetch:
                document = fetch.get(path_or_url)
        except SourceError as error:
            raise KreiskontakteError(str(error)) from error
        return file_name(document.url), document
    path = Path(path_or_url)
    try:
        with path.open("rb") as file:
            return path.name, Document(path_or_url, _read(file, path_or_url, limit))
    except OSError as error:
        raise ConfigError(path_or_url, (f"lässt sich nicht lesen ({error.strerror}); den Pfad prüfen",)) from error


def _read(file: IO[bytes], name: str, limit: int) -> bytes:
    body = file.read(limit + 1)
    if len(body) > limit:
        raise ConfigError(name, (f"ist größer als {limit} Bytes; [fetch] max_bytes erhöhen oder die Datei prüfen",))
    return body
