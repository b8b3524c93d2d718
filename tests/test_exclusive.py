"""One run at a time, and an end in good order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.errors import BusyError, PublishError
from pipeline.exclusive import RunEndedError, afterwards, ends_in_order, exclusive, undisturbed


def test_a_second_run_is_told_at_once(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(BusyError, match="anderer Lauf"), exclusive(tmp_path):
        pass
    with exclusive(tmp_path):
        assert (tmp_path / "run.lock").exists()


def hold_and_die(folder: Path) -> None:
    with exclusive(folder):
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    child = multiprocessing.get_context("spawn").Process(target=hold_and_die, args=(tmp_path,))
    child.start()
    child.join()
    with exclusive(tmp_path):
        pass


@pytest.mark.parametrize("there", ["nothing", "file", "dangling"])
def test_a_data_directory_that_is_none_is_called_so(tmp_path: Path, there: str) -> None:
    data = tmp_path / "daten"
    if there == "file":
        data.write_text("")
    elif there == "dangling":
        data.symlink_to(tmp_path / "weg")
    said = "ist kein Verzeichnis" if there == "file" else "gibt es nicht"
    with pytest.raises(PublishError, match=rf"daten: {said}; \[paths\] data prüfen"), exclusive(data):
        pass


def test_a_directory_without_room_for_a_lock_is_said(tmp_path: Path) -> None:
    (tmp_path / "run.lock").mkdir()
    with pytest.raises(PublishError, match=r"run\.lock.*Schreibrechte"), exclusive(tmp_path):
        pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_run_with_one_sentence(number: signal.Signals) -> None:
    before = signal.getsignal(number)

    def run() -> None:
        with ends_in_order(60):
            os.kill(os.getpid(), number)
            time.sleep(1)

    with pytest.raises(RunEndedError, match=number.name):
        run()
    assert signal.getsignal(number) is before


def test_the_deadline_ends_the_run() -> None:
    with pytest.raises(RunEndedError, match="Frist"), ends_in_order(0.01):
        time.sleep(1)


def test_a_deadline_that_became_the_error_of_a_library_is_still_the_deadline() -> None:
    def run() -> None:
        with ends_in_order(0.01):
            try:
                time.sleep(1)
            except RunEndedError:
                raise TypeError("expected a colour") from None

    with pytest.raises(RunEndedError, match="Frist"):
        run()


def test_a_deadline_that_a_library_keeps_to_itself_is_said_again() -> None:
    def run() -> None:
        with ends_in_order(0.01, again=0.01):
            with suppress(RunEndedError):
                time.sleep(1)
            time.sleep(1)

    with pytest.raises(RunEndedError, match="Frist"):
        run()


def test_after_the_switch_nothing_ends_the_run_as_a_failure() -> None:
    done = []
    with ends_in_order(60):
        with undisturbed():
            os.kill(os.getpid(), signal.SIGTERM)
            done.append("switched")
        os.kill(os.getpid(), signal.SIGALRM)
        done.append("told")
    assert done == ["switched", "told"]


def test_a_switch_that_failed_can_be_interrupted() -> None:
    def run() -> None:
        with ends_in_order(60):
            with pytest.raises(PublishError), undisturbed():
                raise PublishError("Kein Platz")
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(RunEndedError):
        run()


def test_a_signal_cuts_short_what_follows_a_run() -> None:
    began = time.monotonic()

    def follow(seconds: float) -> None:
        assert seconds > 60
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)

    with ends_in_order(60):
        afterwards(follow)
        os.kill(os.getpid(), signal.SIGTERM)  # and the run stays what it was
    assert time.monotonic() - began < 2


def test_what_follows_a_run_is_hardly_waited_for_when_a_signal_came_before() -> None:
    given: list[float] = []
    with ends_in_order(60):
        with undisturbed():
            os.kill(os.getpid(), signal.SIGTERM)
        afterwards(given.append)
    assert given[0] < 5


def test_what_was_to_be_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ends_in_order():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
