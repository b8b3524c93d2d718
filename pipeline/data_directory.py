"""The data directory of a district and the history in it: opened to be read, or by one process alone to be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from pipeline.errors import PublishError
from pipeline.exclusive import exclusive
from pipeline.history import History, open_history
from pipeline.known_again import take_over_tombstones
from pipeline.metrics import write_metrics
from pipeline.schema import said


@contextmanager
def opened(data: Path, *, write: bool) -> Iterator[History]:
    """The history of a data directory, held for this process alone when it is to be written."""
    if write:
        make_directory(data)
    with exclusive(data) if write else nullcontext():
        path = data / "state.sqlite3"
        history = open_history(path, data / "releases", write=write)
        try:
            with said(path):
                if write:
                    take_over_tombstones(history, data)
                yield history
                if write:
                    write_metrics(history, data)
        finally:
            history.close()


def deciding(data: Path) -> AbstractContextManager[History]:
    """The history, to be written by whoever decides about what is in it; where there is none, none is made."""
    return opened(data, write=(data / "state.sqlite3").exists())


def make_directory(data: Path) -> None:
    """The data directory may be entered by the web server, which finds only `public` readable."""
    try:
        new = [folder for folder in (data, *data.parents) if not folder.exists()]
        data.mkdir(parents=True, exist_ok=True)
        for folder in new:
            folder.chmod(0o711)
    except OSError as error:
        raise PublishError(f"{data}: lässt sich nicht anlegen ({error.strerror}); [paths] data prüfen") from error
