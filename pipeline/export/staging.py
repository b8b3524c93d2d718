"""Folders that appear whole or not at all: filled aside, synced, renamed; a link replaced in one step.

A file that did not change since the release before is the same file (a hard link): it keeps its time stamp, so that
nobody fetches it again, and costs neither room nor time.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.disk import flush, read_file
from pipeline.errors import PublishError
from pipeline.postponed import postponed

_ASIDE = "."  # how everything that is not finished begins
#: How the folders of runs are called; others may belong to somebody, and are never removed.
_OF_A_RUN = re.compile(r"\d{5,}(?:-\d{4}-\d\d-\d\d)?")
_PUBLIC, _PRIVATE = (0o644, 0o755), (0o600, 0o700)  # modes of files and folders
_FLUSHERS = 8  # the file system joins what is flushed at the same time


def fill(
    folder: Path,
    files: Iterable[tuple[str, bytes]],
    before: Path | None = None,
    modes: tuple[int, int] = _PUBLIC,
) -> None:
    """Write files into a folder and see them safely on the disk; `before` may hold equal ones to link to."""
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        written, folders = [], {folder}
        for name, body in files:
            path = folder / name
            if path.parent not in folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                folders.add(path.parent)
            if before is None or not _linked(before / name, path, body):
                path.write_bytes(body)
                path.chmod(modes[0])
                written.append(path)
        for each in folders:
            each.chmod(modes[1])
        _flush([*written, *sorted(folders, reverse=True)])


def stage(files: Iterable[tuple[str, bytes]], releases: Path, name: str) -> Path:
    """A new hidden folder in `releases` with these files, and the link to it; none is left behind if that fails."""
    aside = releases / f"{_ASIDE}{name}.neu"
    with _told(releases):
        releases.mkdir(parents=True, exist_ok=True)
        releases.chmod(0o755)
        remove(aside)
    try:
        fill(aside, files, releases.parent / "public")
        with _told(releases.parent):
            _link_aside(releases.parent / "public", Path("releases") / name)
    except BaseException:
        with suppress(OSError):
            remove(aside)
        raise
    return aside


def switch(staged: Path, data: Path, name: str) -> None:
    """Give a staged release its name, then let `public` point to it; what fails does so before readers see anything."""
    releases = data / "releases"
    with _told(data):
        final = releases / name
        if final.exists():
            _give_way(final)
        staged.rename(final)
        _flush([releases])
        _point(data / "public", Path("releases") / name)


def show_again(data: Path, name: str) -> None:
    """Let `public` point to a release that lies there."""
    with _told(data):
        _point(data / "public", Path("releases") / name)


def _give_way(old: Path) -> None:
    """A release of the same name is replaced. For that moment readers see its contents under another name."""
    aside = old.with_name(f"{_ASIDE}{old.name}.alt")
    remove(aside)
    public = old.parent.parent / "public"
    if public.is_symlink() and public.readlink() == Path("releases") / old.name:
        shutil.copytree(old, aside, copy_function=os.link)
        _point(public, Path("releases") / aside.name)
        remove(old)
    else:
        old.rename(aside)


def prune(data: Path, keep: int, reports: int) -> None:
    """Only the newest releases and reports stay, with what readers see; names begin with the run's number.

    What cannot be removed stays until the next time: by now readers see the new release, and that is no failure.
    """
    for path in _older(data, keep, reports):
        with suppress(OSError):
            remove(path.rename(path.with_name(f"{_ASIDE}{path.name}.alt")))
    tidy(data)


def outdated(data: Path, keep: int, reports: int) -> list[Path]:
    """What `prune` would remove: afterwards, what resisted."""
    return [*_older(data, keep, reports), *_half_done(data)]


def _older(data: Path, keep: int, reports: int) -> list[Path]:
    places = ((data / "releases", data / "public", keep), (data / "reports", data / "reports" / "latest", reports))
    return [path for folder, link, newest in places for path in _beyond(folder, link, newest)]


def _beyond(folder: Path, link: Path, newest: int) -> list[Path]:
    finished = [path for path in _listed(folder) if _OF_A_RUN.fullmatch(path.name) and path.is_dir()]
    return [path for path in finished[: max(0, len(finished) - max(newest, 1))] if path.name != _shown(link)]


def tidy(data: Path) -> None:
    """Remove what an interrupted run left half done."""
    for path in _half_done(data):
        with suppress(OSError):
            remove(path)


def _half_done(data: Path) -> list[Path]:
    paths = [path for folder in (data, data / "releases", data / "reports") for path in _listed(folder)]
    aside = [path for path in paths if path.name.startswith(_ASIDE) and path.suffix in (".neu", ".alt")]
    return [path for path in aside if path.name != _shown(data / "public")]


def _shown(link: Path) -> str:
    return link.readlink().name if link.is_symlink() else ""


def _listed(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def stage_report(files: Iterable[tuple[str, bytes]], reports: Path, name: str) -> Path:
    """A new hidden folder in `reports` with these files, for the owner only; none is left behind if that fails."""
    aside = reports / f"{_ASIDE}{name}.neu"
    with _told(reports):
        reports.mkdir(parents=True, exist_ok=True)
        reports.chmod(_PRIVATE[1])
        remove(aside)
    try:
        fill(aside, files, modes=_PRIVATE)
        with _told(reports):
            _link_aside(reports / "latest", _newest(reports, name))
    except BaseException:
        with suppress(OSError):
            remove(aside)
        raise
    return aside


def show_report(aside: Path, reports: Path, name: str) -> None:
    """Give a report's folder its name, replacing one of that name, and `latest`, which never points back."""
    final, old = reports / name, reports / f"{_ASIDE}{name}.alt"
    with _told(reports):
        remove(old)
        if final.exists():
            final.rename(old)
        aside.rename(final)
        _point(reports / "latest", _newest(reports, name))
    with suppress(OSError):
        remove(old)


def _newest(reports: Path, name: str) -> Path:
    return Path(max([name, *(path.name for path in reports.iterdir() if _OF_A_RUN.fullmatch(path.name))]))


# ---- single steps --------------------------------------------------------------------------------


def _linked(old: Path, new: Path, body: bytes) -> bool:
    """True when the file of the release before has these bytes and could be taken over."""
    try:
        if old.stat().st_size != len(body) or read_file(old) != body:
            return False
        os.link(old.resolve(), new)
    except OSError:  # there was none, or the file system knows no links
        return False
    return True


def _link_aside(link: Path, target: Path) -> Path | None:
    """The link that will take the place of `link`; None where that points there already."""
    if link.is_symlink() and link.readlink() == target:
        return None
    new = link.with_name(f"{_ASIDE}{link.name}.neu")
    if not (new.is_symlink() and new.readlink() == target):
        remove(new)
        new.symlink_to(target)
        _flush([link.parent])
    return new


def _point(link: Path, target: Path) -> None:
    """Replace a symbolic link in one step, also where none was."""
    new = _link_aside(link, target)
    if new is None:
        return
    new.replace(link)
    with suppress(OSError):  # it is visible now
        _flush([link.parent])


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _flush(paths: list[Path]) -> None:
    if len(paths) <= _FLUSHERS:
        for path in paths:
            flush(path)
        return
    from concurrent.futures import ThreadPoolExecutor  # a quiet night needs none

    with ThreadPoolExecutor(_FLUSHERS) as pool:
        with postponed():
            flushed = pool.map(flush, paths)
        list(flushed)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Every failure of the file system in one sentence."""
    try:
        yield
    except OSError as error:
        where = error.filename2 or error.filename or place
        raise PublishError(
            f"{where}: lässt sich nicht schreiben ({error.strerror or error}); was veröffentlicht war, ist unverändert"
        ) from error
