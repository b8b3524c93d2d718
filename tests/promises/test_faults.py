"""Full disks, closed streams, strange surroundings: the old state or the new one, and the next night mends."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from pipeline.schema import new_state
from tests.export.offices import parts_of, zipped
from tests.promises.towns import BARE, COMMAND, Town
from tests.servers import hangs
from tests.whole_nights import OTHERS, PEOPLE

NEWCOMER = "Oberrode;Frau Selma Neumann;Koordination Ehrenamt;07123 3320-77;selma.neumann@oberrode.example"


def somebody_left(town: Town) -> None:
    """News for tonight: one person is gone."""
    town.say("liste.csv", *PEOPLE[1:])


def assert_mended(town: Town) -> None:
    """The next night goes well, and nothing half done is left."""
    after = town.here()
    assert after.status == 0, after.err
    assert set(town.people.values()) == {"Polat", "Hanke", "Berg", "Thoma", "Rahimi", "Ahrens"}
    assert not town.stale
    half = [path.name for path in town.data.rglob(".*")]
    assert not half
    assert not list(town.data.glob("state.sqlite3-*"))
    assert {path.name for path in (town.data / "reports").iterdir()} == {"latest", *(r.name for r in runs(town))}


def runs(town: Town) -> list[Path]:
    return list((town.data / "releases").iterdir())


# ---- disks ---------------------------------------------------------------------------------------


def file_size(limit: int) -> Callable[[], None]:
    """No file may be larger: the way a full disk looks to a program (RLIMIT_FSIZE)."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def open_files(limit: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))


@pytest.mark.parametrize("limit", [0, 5_000, 50_000])
def test_a_full_disk_is_one_line_and_the_next_night_catches_up(known: Town, limit: int) -> None:
    before = known.bytes_released
    somebody_left(known)
    done = known.run(limits=file_size(limit))
    assert done.status == 1
    assert str(known.data) in done.error
    assert known.bytes_released == before
    assert_mended(known)


def test_a_full_disk_on_the_first_night_publishes_nothing(fresh: Town) -> None:
    assert fresh.run(limits=file_size(58_000)).status == 1
    assert not (fresh.data / "public").exists()
    assert fresh.run().status == 0
    assert len(fresh.people) == 7


@pytest.mark.parametrize("limit", [8, 40])
def test_few_open_files(known: Town, limit: int) -> None:
    before = known.bytes_released
    somebody_left(known)
    done = known.run(limits=open_files(limit))
    assert done.status == (0 if limit == 40 else 1), done.err
    assert limit == 40 or (known.bytes_released == before and "Too many open files" in done.error)
    assert_mended(known)


def without_privileges() -> None:
    """Root may write everywhere, unless it gives that up for good (capabilities(7))."""
    for capability in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_a_directory_that_may_not_be_written(known: Town) -> None:
    somebody_left(known)
    before = known.bytes_released
    known.data.chmod(0o555)
    done = known.run(limits=without_privileges)
    known.data.chmod(0o711)
    assert done.status == 1
    assert str(known.data) in done.error
    assert known.bytes_released == before
    assert_mended(known)


@pytest.mark.parametrize("file", ["state.sqlite3", "corrections.xlsx", "run.lock"])
def test_a_file_that_may_not_be_read(known: Town, file: str) -> None:
    somebody_left(known)
    (known.data / file).chmod(0)
    done = known.run(limits=without_privileges)
    (known.data / file).chmod(0o600)
    assert done.status == 1
    assert file in done.error
    assert_mended(known)


# ---- streams and surroundings --------------------------------------------------------------------


def closed(*numbers: int) -> Callable[[], None]:
    def close() -> None:
        for number in numbers:
            os.close(number)

    return close


@pytest.mark.parametrize("numbers", [(2,), (0, 1, 2)])
def test_closed_streams_change_nothing(known: Town, numbers: tuple[int, ...]) -> None:
    somebody_left(known)
    assert known.run(limits=closed(*numbers)).status == 0
    assert_mended(known)


def test_full_streams_change_nothing(known: Town) -> None:
    somebody_left(known)
    with Path("/dev/full").open("wb") as full:
        assert known.run("--log-format", "json", stdout=full, stderr=full).status == 0
    assert_mended(known)


def test_machine_output_that_cannot_be_delivered_is_a_failure(known: Town) -> None:
    with Path("/dev/full").open("wb") as full:
        assert known.call("diff", "1", "1", "--format", "json", stdout=full).status == 1
    assert known.call("diff", "1", "1", "--format", "json", limits=closed(1)).status == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONIOENCODING": "ascii:strict", "LANG": "xx_YY", "COLUMNS": "x", "TERM": "", "PYTHONHASHSEED": "7"},
        {"HOME": "/fehlt", "TMPDIR": "/fehlt", "PYTHONWARNINGS": "error", "LC_ALL": "tr_TR.UTF-8"},
        {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "ALL_PROXY": "socks5://127.0.0.1:9"},
    ],
)
def test_same_input_same_bytes_in_any_environment(known: Town, environment: dict[str, str], tmp_path: Path) -> None:
    other = known.copied(tmp_path / "Süd # 100 % ? “x”")
    for place, given in ((known, {}), (other, environment)):
        somebody_left(place)
        assert place.run(env=given, limits=lambda: os.umask(0o777)).status == 0
    assert other.bytes_released == known.bytes_released
    before = other.everything
    assert other.run().status == 0
    assert other.everything == before


def test_a_name_with_an_umlaut_on_a_terminal_that_knows_none(known: Town) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert known.call("history", "Köhler", env=ascii_only).err == known.call("history", "Köhler").err


def test_a_working_directory_that_is_gone(known: Town) -> None:
    gone = known.folder / "weg"
    gone.mkdir()
    somebody_left(known)
    assert known.run(cwd=gone, limits=gone.rmdir).status == 0
    assert_mended(known)


def test_only_what_is_published_can_be_read_by_others(fresh: Town) -> None:
    assert fresh.run(limits=lambda: os.umask(0)).status == 0
    assert fresh.run(limits=lambda: os.umask(0)).status == 0
    releases = fresh.data / "releases"
    for path in fresh.data.rglob("*"):
        mode = stat.S_IMODE(path.lstat().st_mode)
        if path == releases or releases in path.parents:
            assert mode == (0o755 if path.is_dir() else 0o644), path
        elif not path.is_symlink():
            assert mode & 0o077 == 0, path
    assert stat.S_IMODE(fresh.data.stat().st_mode) & 0o066 == 0


# ---- signals, locks, deadline --------------------------------------------------------------------


def started(town: Town) -> subprocess.Popen[bytes]:
    """A night that waits for its source."""
    town.serve("liste.csv", hangs())
    command = [*COMMAND, "run", "--config", str(town.config)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    until = time.monotonic() + 20
    while "/liste.csv" not in town.server.paths and time.monotonic() < until:
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_run_within_seconds(known: Town, number: signal.Signals) -> None:
    before = known.bytes_released
    known.server.requests.clear()
    process = started(known)
    process.send_signal(number)
    _, err = process.communicate(timeout=5)
    assert process.returncode == 1
    assert err.decode().count("\n") == 1
    assert number.name in err.decode()
    assert known.bytes_released == before
    known.begin()
    somebody_left(known)
    assert_mended(known)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("told", ['urls = ["json{}"]\nwhen = "always"', 'heartbeat = "http{}"'])
def test_a_signal_while_somebody_is_being_told(known: Town, told: str, number: signal.Signals) -> None:
    """What is published is published (0), and a server that takes no message keeps nobody from ending the program."""
    known.say("liste.csv", *PEOPLE, NEWCOMER)
    with deaf() as (address, asked):
        known.configure(f"[notify]\n{told.format(address)}\n")
        command = [*COMMAND, "run", "--config", str(known.config)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert asked.wait(20)
        process.send_signal(number)
        _, err = process.communicate(timeout=5)
    assert process.returncode == 0
    assert b"Traceback" not in err
    assert len(known.people) == len(PEOPLE) + len(OTHERS) + 1


@contextmanager
def deaf() -> Iterator[tuple[str, threading.Event]]:
    """The end of an address where everybody is let in and nobody is answered, and whether somebody came."""
    asked, over = threading.Event(), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def let_in() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1)
                asked.set()
                over.wait(20)

        guest = threading.Thread(target=let_in)
        guest.start()
        yield f"://127.0.0.1:{server.getsockname()[1]}/", asked
        over.set()
        guest.join()


def test_a_signal_while_the_program_is_being_loaded(known: Town) -> None:
    for wait in (0.03, 0.1):
        command = [*COMMAND, "run", "--config", str(known.config)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(wait)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=5)
        assert process.returncode in (-15, 0, 1)
        assert b"Traceback" not in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("module", ["resource", "click", "msgspec"])
def test_a_signal_during_an_import(known: Town, tmp_path: Path, module: str, number: signal.Signals) -> None:
    """A module of that name comes first on the way to the modules, and sends the signal."""
    (tmp_path / f"{module}.py").write_text(f"import os, time\nos.kill(os.getpid(), {int(number)})\ntime.sleep(9)\n")
    done = known.run(env={"PYTHONPATH": f"{tmp_path}:{BARE['PYTHONPATH']}"})
    assert done.status in (-number, 1)
    assert "Traceback" not in done.err
    assert done.err.count("\n") <= 1


def test_two_runs_at_once(known: Town) -> None:
    known.server.requests.clear()
    first = started(known)
    try:
        began = time.monotonic()
        second = known.run()
        assert second.status == 5
        assert "run.lock" in second.error
        assert time.monotonic() - began < 3
    finally:
        first.kill()
        first.communicate()
    known.begin()
    somebody_left(known)
    assert_mended(known)


def test_a_lock_file_that_was_left_over_means_nothing(known: Town) -> None:
    (known.data / "run.lock").write_text("4711\n")
    somebody_left(known)
    assert_mended(known)


def test_the_run_ends_by_itself(known: Town) -> None:
    known.serve("liste.csv", hangs())
    known.configure("[run]\ndeadline = 1.0\n")
    before = known.bytes_released
    done = known.run()
    assert done.status == 1
    assert "deadline" in done.error
    assert known.bytes_released == before


# ---- clocks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("clock", ["0", "100000000", "2240000000"])
def test_a_clock_that_lies_loses_nothing(known: Town, clock: str) -> None:
    somebody_left(known)
    assert known.run(env={"SOURCE_DATE_EPOCH": clock}).status == 0
    assert known.report["previous"].startswith("00001")
    assert (known.data / "public").readlink().name.startswith("00002")
    assert_mended(known)


def test_two_nights_in_one_second(known: Town) -> None:
    clock = {"SOURCE_DATE_EPOCH": "1790000000"}
    for rows in (PEOPLE[1:], PEOPLE, PEOPLE[1:]):
        known.say("liste.csv", *rows)
        assert known.run(env=clock).status == 0
    assert [path.name[:5] for path in sorted(runs(known))] == ["00001", "00002", "00003", "00004"]
    assert_mended(known)


@pytest.mark.parametrize("clock", ["gestern", "9" * 30])
def test_a_clock_that_is_none_is_refused(known: Town, clock: str) -> None:
    before = known.everything
    done = known.run(env={"SOURCE_DATE_EPOCH": clock})
    assert done.status == 2
    assert "SOURCE_DATE_EPOCH" in done.error
    assert known.everything == before


# ---- the state -----------------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


def scribbled(path: Path) -> None:
    body = bytearray(path.read_bytes())
    for start in range(4_096, len(body), 4_096):
        body[start : start + 512] = b"\xff" * 512
    path.write_bytes(bytes(body))


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE adressen (name)")
    other.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as state:
        state.execute("PRAGMA user_version = 99")
    state.close()


def changed(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as state:
        for statement in statements:
            state.execute(statement)
    state.close()


def dropped(path: Path, table: str) -> None:
    changed(path, f"DROP TABLE {table}")


def begun_anew(path: Path) -> None:
    """A sound state that knows of no night."""
    path.unlink()
    with new_state(path):
        pass


def misspelt(path: Path, *words: tuple[bytes, bytes]) -> None:
    body = path.read_bytes()
    for before, after in words:
        assert before in body
        assert len(before) == len(after)
        body = body.replace(before, after)
    path.write_bytes(body)


#: The tables whose rows refer to others come first.
CONTENT = ("evidence", "identity", "source", "document", "decision", "tombstone", "run")
DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_bytes(b"Das ist keine Datenbank. " * 500),
    "zeros": lambda path: path.write_bytes(b"\0" * 57_344),
    "cut": cut,
    "scribbled": scribbled,
    "foreign": foreign,
    "newer": newer,
    "without version": lambda path: changed(path, "PRAGMA user_version = 0"),
    "older than its tables": lambda path: changed(path, "PRAGMA user_version = 1"),
    "missing": lambda path: path.unlink(),
    "folder": lambda path: (path.unlink(), path.mkdir()),
    "without tables": lambda path: changed(path, *(f"DROP TABLE {name}" for name in ("evidence", "identity", "run"))),
    "without rows": lambda path: changed(path, "DELETE FROM secret", "DELETE FROM identity"),
    "only its key": lambda path: changed(path, *(f"DELETE FROM {name}" for name in (*CONTENT, "seal"))),
    "only its key, of an older version": lambda path: changed(
        path, *(f"DELETE FROM {name}" for name in CONTENT), "DROP TABLE seal", "PRAGMA user_version = 1"
    ),
    "begun anew": begun_anew,
    **{f"without {name}": partial(dropped, table=name) for name in (*CONTENT, "blob")},
    "no JSON": lambda path: changed(path, "UPDATE identity SET body = '{'", "UPDATE source SET body = '{'"),
    "another letter": lambda path: misspelt(path, (b"Grothe", b"Grotha")),
    "another number": lambda path: misspelt(path, (b"+497123332014", b"+497123332018")),
    "no letter": lambda path: misspelt(path, (b"Grothe", b"Gro\xffhe")),
    "another status": lambda path: changed(path, "UPDATE run SET status = 'unchanged'"),
    "a row less": lambda path: changed(path, "DELETE FROM identity WHERE uid = (SELECT MIN(uid) FROM identity)"),
    "without seal": lambda path: changed(path, "DELETE FROM seal"),
    "dangling": lambda path: (path.unlink(), path.symlink_to("fehlt.sqlite3")),
    "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_state_is_never_replaced_silently(known: Town, damage: str) -> None:
    state = known.data / "state.sqlite3"
    DAMAGES[damage](state)
    before = known.everything
    somebody_left(known)
    known.server.requests.clear()
    done = known.run()
    assert done.status == 1
    assert str(state) in done.error
    assert "restore" in done.error or damage == "newer"
    assert known.everything == before
    assert not known.server.requests
    assert known.call("check").status == 1
    assert known.everything == before


def test_a_state_of_an_older_version_is_taken_over(known: Town) -> None:
    state = known.data / "state.sqlite3"
    people = known.people
    changed(state, "DROP TABLE seal", "PRAGMA user_version = 1")
    assert known.call("explain", "Grothe").status == 0
    assert known.run().status == 0
    assert known.people == people
    misspelt(state, (b"Grothe", b"Grotha"))
    assert "beschädigt" in known.run().error


@pytest.mark.parametrize("damage", ["empty", "scribbled", "missing", "another letter"])
def test_a_lost_state_is_rebuilt_with_the_same_uids(known: Town, damage: str) -> None:
    before = known.people
    DAMAGES[damage](known.data / "state.sqlite3")
    done = known.call("restore")
    assert done.status == 0, done.err
    somebody_left(known)
    assert_mended(known)
    assert known.people.items() <= before.items()


def test_a_state_held_by_another_program(known: Town) -> None:
    other = sqlite3.connect(known.data / "state.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    before = known.bytes_released
    somebody_left(known)
    done = known.run()
    assert done.status in (1, 5)
    assert "state.sqlite3" in done.error
    other.close()
    assert known.bytes_released == before
    assert_mended(known)


def test_a_state_that_was_lost_before_anything_was_published(fresh: Town) -> None:
    fresh.data.mkdir()
    (fresh.data / "state.sqlite3").write_bytes(b"")
    done = fresh.run()
    assert done.status == 1
    assert "state.sqlite3" in done.error
    assert (fresh.data / "state.sqlite3").read_bytes() == b""


def test_a_pipe_in_the_cache_is_nothing_to_wait_for(known: Town) -> None:
    known.serve("liste.csv", replace(known.server.pages["/liste.csv"], etag='"1"'))
    assert known.run().status == 0
    for path in (known.data / "cache").iterdir():
        path.unlink()
        os.mkfifo(path)
    assert known.run(timeout=20).status == 0


def test_a_cache_that_was_damaged_or_deleted_costs_a_transfer(known: Town) -> None:
    known.serve("liste.csv", replace(known.server.pages["/liste.csv"], etag='"1"'))
    assert known.run().status == 0
    before = known.bytes_released
    for path in (known.data / "cache").iterdir():
        path.write_bytes(b"\0" * 40)
    assert known.run().status == 0
    shutil.rmtree(known.data / "cache")
    (known.data / "cache").write_bytes(b"a file in the way")
    assert known.run().status == 0
    assert known.bytes_released == before


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 und dann nichts", b"Kontakt;Feld;Wert\n"])
def test_corrections_that_cannot_be_read_are_an_error(known: Town, body: bytes) -> None:
    before = known.bytes_released
    (known.data / "corrections.xlsx").write_bytes(body)
    somebody_left(known)
    done = known.run()
    assert done.status == 1
    assert "corrections.xlsx" in done.error
    assert known.bytes_released == before
    (known.data / "corrections.xlsx").unlink()
    assert_mended(known)


def test_no_library_says_what_it_thinks_of_a_workbook(known: Town) -> None:
    path = known.data / "corrections.xlsx"
    parts = parts_of(path.read_bytes())
    parts["xl/styles.xml"] = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb' s="[0-9]+"', b"", parts["xl/worksheets/sheet1.xml"])
    path.write_bytes(zipped(parts))
    with pytest.warns(UserWarning, match="openpyxl's default"):  # or it would be no test
        openpyxl.load_workbook(path, read_only=True)
    done = known.run("--quiet")
    assert (done.status, done.err) == (0, "")
    done = known.run("--quiet", env={"PYTHONWARNINGS": "error"})
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("alien", ["pipe", "folder", "device"])
@pytest.mark.parametrize(
    ("name", "command", "status"),
    [
        ("kreiskontakte.toml", "run", 2),
        ("daten/corrections.xlsx", "run", 1),
        ("daten/state.sqlite3", "run", 1),
        ("daten/metrics.prom", "run", 0),
        ("daten/public/kontakte.vcf", "run", 0),
        ("daten/corrections.xlsx", "check", 1),
        ("daten/vergessen.json", "restore", 1),
    ],
)
def test_what_is_no_file_is_never_waited_for(known: Town, name: str, command: str, status: int, alien: str) -> None:
    path = known.folder / name
    path.unlink(missing_ok=True)
    put = {"pipe": os.mkfifo, "folder": Path.mkdir, "device": lambda place: place.symlink_to("/dev/zero")}
    put[alien](path)
    if command == "restore":
        (known.data / "state.sqlite3").unlink()
    somebody_left(known)
    done = known.call(command, timeout=20)
    assert done.status == status
    assert name in done.err or not status


def test_corrections_that_lead_nowhere_are_an_error(known: Town) -> None:
    (known.data / "corrections.xlsx").unlink()
    (known.data / "corrections.xlsx").symlink_to("weg.xlsx")
    assert known.run().status == 1
    (known.data / "corrections.xlsx").unlink()
    assert known.run().status == 0


def test_what_stands_in_the_way_of_a_release(known: Town) -> None:
    somebody_left(known)
    (known.data / "public").unlink()
    (known.data / "public").mkdir()
    (known.data / "public/eigenes.html").write_text("nicht von uns")
    done = known.run()
    assert done.status == 1
    assert str(known.data / "public") in done.error
    assert (known.data / "public/eigenes.html").exists()
    shutil.rmtree(known.data / "public")
    assert_mended(known)


REFUSES_TEMPORARY_FILES = """
import sys

def refuse(event, arguments):
    if event.startswith("tempfile."):
        raise RuntimeError(f"{event} {arguments}")

sys.addaudithook(refuse)
from pipeline.__main__ import main
main()
"""


def test_no_workbook_goes_by_way_of_a_temporary_file(fresh: Town) -> None:
    """openpyxl does not notice when a full /tmp cuts it short: half a sheet was published."""
    command = [sys.executable, "-c", REFUSES_TEMPORARY_FILES, "run", "--quiet", "--config", str(fresh.config)]
    done = subprocess.run(command, check=False, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (fresh.data / "public/kontakte.xlsx").exists()
