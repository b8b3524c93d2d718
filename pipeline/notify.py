"""Who is told about a night, and when: by mail, Matrix and whatever else Apprise knows.

A quiet night tells nobody, and the same trouble is told once. What cannot be delivered never holds up publishing; it is
one line of the log, without the password that may stand in an address.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from subprocess import DEVNULL
from threading import Thread
from types import ModuleType
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from pipeline.errors import ConfigError
from pipeline.export.report import markdown, summary
from pipeline.export.words import Words
from pipeline.model import Report
from pipeline.postponed import postponed

#: No message is longer; the whole report lies in the data directory.
_LONGEST = 20_000
#: A server that neither takes nor refuses a message is not waited for any longer (seconds).
PATIENCE = 20.0
_KINDS = {0: "success", 3: "warning", 4: "warning"}

Occasion = Literal["changes", "always", "problems"]


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: a line, a text in Markdown, and how urgent it is in Apprise's words."""

    title: str
    text: str
    kind: str


Send = Callable[[str, Message], bool]


def is_due(occasion: Occasion, *, news: bool, exit_status: int) -> bool:
    """Whether a night is to be told. `news`: it was recorded, so this is not what was told before."""
    if occasion == "always":
        return True
    return news and (occasion == "changes" or exit_status != 0)


def of_night(district: str, report: Report | None, exit_status: int, language: str) -> Message:
    """What a night has to say; without a report nothing changed."""
    kind = _KINDS.get(exit_status, "failure")
    if report is None:
        return Message(f"{district}: {Words(language)('said_nothing')}", "", kind)
    return Message(f"{district}: {summary(report, language)}", markdown(report, language)[:_LONGEST], kind)


def of_failure(district: str, sentence: str, language: str) -> Message:
    """What a night has to say that failed altogether."""
    return Message(f"{district}: {Words(language)('said_failed')}", sentence, "failure")


def tell(urls: Sequence[str], message: Message, send: Send | None = None, patience: float = PATIENCE) -> list[str]:
    """Send a message to everybody at once; returns whom it did not reach, each without a password."""
    end = time.monotonic() + patience
    reached: set[str] = set()

    def one(url: str) -> None:
        if (send or by_messenger)(url, message):
            reached.add(url)

    threads = [Thread(target=one, args=(url,), daemon=True) for url in dict.fromkeys(urls)]
    with postponed():
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return [shown(url) for url in dict.fromkeys(urls) if url not in reached]


def by_messenger(url: str, message: Message) -> bool:
    """One message from a process of its own: whatever a server answers, this one has its memory and its time."""
    command = [sys.executable, "-m", "pipeline.messenger"]
    said = msgspec.json.encode((url, message))
    paths = {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the address goes where nobody can list it
            command, input=said, env=os.environ | paths, stdout=DEVNULL, stderr=DEVNULL, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def by_apprise(url: str, message: Message) -> bool:
    """One message to one address (https://github.com/caronc/apprise); False when it was not taken."""
    apprise = _quiet_apprise()
    service = apprise.Apprise()
    try:
        return bool(
            service.add(url)
            and service.notify(
                title=message.title,
                body=message.text or message.title,
                notify_type=message.kind,
                body_format=apprise.NotifyFormat.MARKDOWN,
            )
        )
    except Exception:  # noqa: BLE001 - whatever a plugin stumbles over, the night goes on
        return False


def is_understood(url: str) -> bool:
    """Whether Apprise knows what to do with an address."""
    return _quiet_apprise().Apprise.instantiate(url, suppress_exceptions=True) is not None


def must_be_understood(urls: Sequence[str], file: str) -> None:
    """Raises ConfigError for addresses that nobody could be told at: found the first night, not when it matters."""
    unknown = [shown(url) for url in urls if not is_understood(url)]
    if unknown:
        raise ConfigError(file, tuple(f"[notify] urls: {url} versteht Apprise nicht; berichtigen" for url in unknown))


def shown(url: str) -> str:
    """An address as it may stand in a log: where a message goes, and nothing that opens a door."""
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.hostname or '…'}/…"
    except ValueError:
        return "…"


def _quiet_apprise() -> ModuleType:
    """Apprise, imported late because it costs more than a quiet night, and kept from writing on our terminal."""
    import apprise

    for name in (None, "apprise"):  # and what it sends with
        if not logging.getLogger(name).handlers:
            logging.getLogger(name).addHandler(logging.NullHandler())
    logging.getLogger("apprise").propagate = False
    return apprise
