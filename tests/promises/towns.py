"""A district behind a server on loopback, and the real command run over it as a process of its own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.cli import _status
from tests.servers import Behaviour, Page, Server, serving
from tests.whole_nights import OTHERS, PEOPLE, snapshot, table

COMMAND = (sys.executable, "-m", "pipeline")
#: What cron gives at most, beside the way to Python.
BARE = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])}
#: The night on which everything begins; every further one is a day later.
FIRST_NIGHT = 1_790_000_000


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line that says what went wrong."""
        lines = [line for line in self.err.splitlines() if line.startswith("kreiskontakte: ")]
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        assert "Unerwarteter Fehler" not in self.err, self.err
        return lines[0]


@dataclass
class Town:
    """Two lists on a server, a page that names their people, and a configuration file."""

    folder: Path
    server: Server
    nights: int = 0
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "daten"

    @property
    def config(self) -> Path:
        return self.folder / "kreiskontakte.toml"

    def copied(self, folder: Path) -> Town:
        """The same town with the same past at another place; its server says again what it said first."""
        folder.mkdir(parents=True, exist_ok=True)
        if self.data.exists():
            shutil.copytree(self.data, folder / "daten", symlinks=True)
        copy = Town(folder, self.server, nights=self.nights, sources=dict(self.sources))
        copy.begin()
        return copy

    def begin(self, extra: str = "") -> None:
        """The two lists as they are at first, and the configuration."""
        self.server.pages.clear()
        self.say("liste.csv", *PEOPLE)
        self.say("amt.csv", *OTHERS)
        self.configure(extra)

    def configure(self, extra: str = "") -> None:
        """Write the configuration; `extra` is more TOML behind the sources."""
        parts = [_HEAD, *(self._source(name, more) for name, more in self.sources.items()), extra]
        self.config.write_text("\n".join(parts), encoding="utf-8")

    def _source(self, name: str, more: str) -> str:
        kind = "spreadsheet" if name.endswith((".csv", ".xlsx")) else "page"
        address = self.server.url(f"/{name}")
        key = name.rpartition(".")[0]
        return f'[[source]]\nid = "{key}"\nkind = "{kind}"\nurl = "{address}"\n{more}'

    def run(self, *arguments: str, **options: Any) -> Done:
        """The next night."""
        self.nights += 1
        return self.call("run", *arguments, **options)

    def call(
        self,
        command: str,
        *arguments: str,
        env: Mapping[str, str] | None = None,
        limits: Callable[[], None] | None = None,
        cwd: Path | None = None,
        timeout: float = 60,
        **streams: Any,
    ) -> Done:
        """Any command on this district."""
        given = {**BARE, "SOURCE_DATE_EPOCH": str(FIRST_NIGHT + 86_400 * self.nights), **(env or {})}
        done = subprocess.run(
            [*COMMAND, command, *arguments, "--config", str(self.config)],
            check=False,
            env=given,
            preexec_fn=limits,
            cwd=cwd or self.folder,
            timeout=timeout,
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
        )
        return Done(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())

    def here(self, *arguments: str) -> Done:
        """The next night within this process: the same command without the time it takes to start."""
        self.nights += 1
        os.environ["SOURCE_DATE_EPOCH"] = str(FIRST_NIGHT + 86_400 * self.nights)
        mask = os.umask(0o022)
        try:
            with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
                status = _status(["run", *arguments, "--config", str(self.config)], verbose=False)
        finally:
            os.umask(mask)
            del os.environ["SOURCE_DATE_EPOCH"]
        return Done(status, out.getvalue(), err.getvalue())

    def say(self, name: str, *rows: str) -> None:
        """A list says this from now on."""
        self.server.pages[f"/{name}"] = Page(table(*rows).encode(), "text/csv")

    def serve(self, name: str, behaviour: Behaviour) -> None:
        """An address does this from now on."""
        self.server.pages[f"/{name}"] = behaviour

    # ---- what came of it -------------------------------------------------------------------------

    @property
    def released(self) -> dict[str, Any]:
        """`kontakte.json` as readers see it."""
        found: dict[str, Any] = json.loads((self.data / "public/kontakte.json").read_text(encoding="utf-8"))
        return found

    @property
    def people(self) -> dict[str, str]:
        """uid → family name of whoever is published."""
        return {contact["uid"]: (contact["name"] or {}).get("family") for contact in self.released["contacts"]}

    @property
    def stale(self) -> set[str]:
        """Family names of those whose source failed."""
        return {contact["name"]["family"] for contact in self.released["contacts"] if contact["stale"]}

    @property
    def report(self) -> dict[str, Any]:
        """`report.json` of the latest recorded run."""
        found: dict[str, Any] = json.loads((self.data / "reports/latest/report.json").read_text(encoding="utf-8"))
        return found

    def source(self, name: str) -> dict[str, Any]:
        """What the report says of one source."""
        (found,) = (source for source in self.report["sources"] if source["id"] == name)
        return dict(found)

    @property
    def everything(self) -> Mapping[str, tuple[bytes, int]]:
        """Every byte and time stamp of the data directory."""
        return snapshot(self.data)

    @property
    def bytes_released(self) -> dict[str, bytes]:
        """What readers see, without time stamps."""
        return {path: body for path, (body, _) in snapshot(self.data / "public").items()}


_HEAD = """
[district]
name = "Landkreis Tannberg"
ags = "08199"
area_code = "07123"

[paths]
data = "daten"

[fetch]
delay = 0.0
timeout = 3.0
max_bytes = 3000000
"""


@contextlib.contextmanager
def town(folder: Path, extra: str = "") -> Iterator[Town]:
    """A district with its lists `liste.csv` and `amt.csv`, ready for its first night."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as server:
        made = Town(folder, server, sources={"liste.csv": "", "amt.csv": ""})
        made.begin(extra)
        yield made
