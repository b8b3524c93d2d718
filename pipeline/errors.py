"""Everything that can go wrong and be said in one sentence.

    KreiskontakteError           what the program can say in one sentence
    ├─ ConfigError               file, all problems with key and remedy      exit 2
    ├─ SourceError               one source failed; the run goes on          exit 3 in the end
    │  ├─ FetchError             url, status, cause
    │  └─ FormatError            place, expected, found
    ├─ HistoryError              foreign, newer than this program, damaged   exit 1
    ├─ PublishError              path, cause                                 exit 1
    └─ BusyError                 who holds run.lock                          exit 5
    ValueNotUnderstood(ValueError)   parsers only; becomes a finding

"Held" is a verdict, not an error (exit 4). Messages are German: staff and cron mails read them.
"""

from __future__ import annotations


class KreiskontakteError(Exception):
    """Something the program can say in one sentence: what, where, and what to do."""

    exit_status = 1


class ConfigError(KreiskontakteError):
    """The command line or the configuration is wrong. All problems at once, each with key and remedy."""

    exit_status = 2

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(f"{file}: " + "; ".join(problems))
        self.file = file
        self.problems = problems


class SourceError(KreiskontakteError):
    """One source could not be read; its last known contacts stand in for it."""

    exit_status = 3


class FetchError(SourceError):
    """An address gave no whole answer. `status` is the HTTP status, None where there was none."""

    def __init__(self, url: str, cause: str, status: int | None = None) -> None:
        super().__init__(f"{url}: {cause}")
        self.url = url
        self.cause = cause
        self.status = status


class FormatError(SourceError):
    """A body is not what it should be (damaged, encrypted, an error page, a workbook without a header)."""

    def __init__(self, place: str, cause: str) -> None:
        super().__init__(f"{place}: {cause}")
        self.place = place
        self.cause = cause


class HistoryError(KreiskontakteError):
    """The state is foreign, newer than this program, damaged or missing; it is never replaced silently."""


class PublishError(KreiskontakteError):
    """A release or report could not be written; what was published before is untouched."""


class BusyError(KreiskontakteError):
    """Another run on this data directory is active."""

    exit_status = 5


class ValueNotUnderstood(ValueError):
    """A text is not the value it should be. Raised by parsers only; whoever knows the place makes it a finding."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(f"{kind} not understood: {text!r}")
        self.kind = kind
        self.text = text
