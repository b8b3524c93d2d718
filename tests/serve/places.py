"""A district that is served: a test client without a network, a browser of staff, and a real server on loopback."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from pipeline.serve import users
from pipeline.serve.app import App
from pipeline.serve.server import Server, open_server
from pipeline.serve.users import Users
from tests.whole_nights import District

NAME, PASSWORD = "Frau Probst", "ein langes Kennwort"
CHEAP = "scrypt:256:8:1"


def published(folder: Path) -> District:
    """A district after its first night."""
    district = District(folder)
    district.night()
    return district


def held(folder: Path) -> District:
    """A district whose second night lost four of six and is held."""
    district = published(folder)
    district.without("Rahimi", "Thoma", "Berg", "Hanke")
    district.night()
    return district


def copied(known: District, folder: Path) -> District:
    """The same district elsewhere."""
    shutil.copytree(known.data, folder / known.data.name, symlinks=True)
    other = District(folder)
    other.number, other.files = known.number, dict(known.files)
    return other


class Asking(Client):
    """Asks the application directly and reads every answer to its end."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        return super().open(*arguments, **{"buffered": True, **options})


class Browser:
    """A browser on the staff's pages, as one sends forms: with its own origin, and the page's token."""

    def __init__(self, client: Client) -> None:
        self.client, self.token = client, ""

    def get(self, path: str) -> TestResponse:
        """A page; the token of its forms is remembered."""
        answer = self.client.get(path)
        if found := re.search(r'name="token" value="([^"]+)"', answer.text if answer.mimetype == "text/html" else ""):
            self.token = found[1]
        return answer

    def post(self, path: str, *, origin: str = "http://localhost", **form: object) -> TestResponse:
        """A form of that page."""
        return self.client.post(path, data={"token": self.token, **form}, headers={"Origin": origin})

    def log_in(self, name: str = NAME, password: str = PASSWORD) -> TestResponse:
        """The form of the log-in."""
        answer = self.post("/staff/anmelden", name=name, kennwort=password)
        if answer.status_code == 303:
            self.get("/staff/")
        return answer


def client(district: District) -> Client:
    """What asks the application of a district."""
    return Asking(App(district.config))


def staff(district: District, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A browser of somebody who is logged in."""
    monkeypatch.setattr(users, "METHOD", CHEAP)
    Users(district.data).add(NAME, PASSWORD)
    browser = Browser(client(district))
    assert browser.log_in().status_code == 303
    return browser


@contextmanager
def listening(district: District) -> Iterator[Server]:
    """A real server on a free port."""
    server = open_server(district.config, App(district.config), port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(20)
        server.close_all()
        assert not thread.is_alive()
