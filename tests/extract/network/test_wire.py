"""Names become numbers in bounded time, and certificates come from the system or from the bundle."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path
from threading import Event

import pytest

from pipeline.extract.network.wire import lookup, verified


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_number_stands_for_itself(host: str) -> None:
    assert lookup(host, 80, 0.0) == (host,)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.1", "127.1"])
def test_other_spellings_of_a_number_are_read_before_they_are_judged(host: str) -> None:
    assert lookup(host, 80, 5.0) == ("127.0.0.1",)


@pytest.mark.parametrize("host", ["gibtsnicht.invalid", "a" * 70 + ".example", "999.1.1.1"])
def test_an_unknown_name(host: str) -> None:
    with pytest.raises(socket.gaierror):
        lookup(host, 80, 5.0)


def test_a_name_may_not_take_longer_than_allowed() -> None:
    answered = Event()
    with pytest.raises(TimeoutError):
        lookup("langsam.example", 80, 0.01, lambda *_, **__: (answered.wait(), ())[1])
    answered.set()


def paths(cafile: str | None, capath: str | None) -> ssl.DefaultVerifyPaths:
    return ssl.DefaultVerifyPaths(cafile, capath, "", "", "", "")  # type: ignore[arg-type]  # None where there is none


def test_certificates_come_from_the_bundle_where_the_system_has_none(tmp_path: Path) -> None:
    assert verified(paths(None, str(tmp_path))).cert_store_stats()["x509_ca"] > 50
    assert verified(paths(None, None)).verify_mode is ssl.CERT_REQUIRED
    (tmp_path / "ca.pem").write_bytes(b"")
    assert verified(paths(None, str(tmp_path))).check_hostname
