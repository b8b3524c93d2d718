"""What is new of somebody forgotten who was known again tonight: from now on she is known by that, too.

Otherwise she would come back as soon as the last of her old signs is gone: another name and number first, and one night
another mailbox. Nothing is noted of whom might be somebody else, nor what anybody else has.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from pipeline.disk import read_file
from pipeline.erasure import (
    OtherKeyError,
    buries_anybody,
    bury,
    not_buried,
    note_erasure,
    raise_tombstones,
    read_again,
    recognised,
    tombstones,
    unknown_erasure,
    unknown_tombstones,
)
from pipeline.errors import HistoryError, PublishError
from pipeline.gather import Tonight
from pipeline.history import History
from pipeline.model import Observation
from pipeline.tombstone import further_signs, present

#: The tombstones once more, beside the state: whoever asked to be forgotten stays so when the state is lost.
TOMBSTONES = "vergessen.json"


def note_new_signs(history: History, data: Path, nights: Iterable[Tonight]) -> None:
    """Bury them; by what one source says of her, another one that names her may be understood, and so on.

    The copy comes first: if the process dies in between, the sources are read again tomorrow. Raises PublishError.
    """
    if not buries_anybody(history.connection):
        return
    said = tuple(chain.from_iterable(night.said or () for night in nights))
    while new := _new_signs(history, said):
        with history.transaction():
            bury(history.connection, new)
            copy_tombstones(history, data / TOMBSTONES)


def _new_signs(history: History, said: tuple[Observation, ...]) -> frozenset[str]:
    again = tuple(recognised(history.connection, said))
    there = (*said, *present(history.identities())) if again else ()
    return not_buried(history.connection, chain.from_iterable(further_signs(seen, there) for seen in again))


def take_over_tombstones(history: History, data: Path) -> None:
    """Bury whom the copy knows and the state does not, because an older one was put in its place.

    The sources are read again then: the older state may hold what they say of her. Raises HistoryError.
    """
    path = data / TOMBSTONES
    try:
        copy = read_file(path)
        new = unknown_tombstones(history.connection, copy)
        erased = unknown_erasure(history.connection, copy)
    except OtherKeyError:
        remedy = "den Stand dazu aus einer Sicherung zurückholen oder die Datei beiseitelegen"
        raise HistoryError(
            f"{path}: gehört zu einem anderen Stand, und wer darin steht, würde wieder gesammelt; {remedy}"
        ) from None
    except (OSError, ValueError):
        return  # there is none, or `check` says that it is no use
    if new:
        with history.transaction():
            raise_tombstones(history.connection, copy)
            read_again(history.connection)
    if erased is not None:
        with history.transaction():
            note_erasure(history.connection, copy)


def copy_tombstones(history: History, path: Path) -> None:
    """Write the copy anew. Raises PublishError."""
    new = path.with_name(f".{path.name}.neu")
    try:
        new.write_text(tombstones(history.connection), encoding="utf-8")
        new.chmod(0o600)
        new.replace(path)
    except OSError as error:
        raise PublishError(f"{path}: lässt sich nicht schreiben ({error.strerror})") from error
