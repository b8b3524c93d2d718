"""A small district whose sources are two CSV lists in a dictionary: whole nights without network."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.config import Config, Paths, Source
from pipeline.config import District as Name
from pipeline.core.limits import Limits
from pipeline.corrections import CorrectionsFile
from pipeline.errors import FetchError
from pipeline.history import History, open_history
from pipeline.model import Document
from pipeline.run import Result, catch_up, run
from tests.examples import day

BASE = "https://tannberg.example/"
HEADING = "Gemeinde;Name;Funktion;Telefon;E-Mail"
PEOPLE = (
    "Ahlbach;Frau Sabine Grothe;Integrationsbeauftragte;07123 3320-14;sabine.grothe@ahlbach.example",
    "Ahlbach;Herr Emre Polat;Integrationsmanagement;07123 3320-15;emre.polat@ahlbach.example",
    "Oberrode;Frau Birgit Hanke;Koordination Ehrenamt;07123 8401-31;birgit.hanke@oberrode.example",
    "Oberrode;Herr Nikolai Berg;Integrationsmanagement;07123 8401-33;nikolai.berg@oberrode.example",
    "Steinach;Frau Eva-Maria Thoma;Integrationsbeauftragte;07123 5507-20;eva.thoma@steinach.example",
    "Wiesental;Herr Ali Rahimi;Integrationsmanagement;07123 9902-11;ali.rahimi@wiesental.example",
)
OTHERS = ("Landratsamt;Herr Jonas Ahrens;Koordination Ehrenamt;07123 9210-4112;jonas.ahrens@lra-tannberg.example",)


def table(*rows: str) -> str:
    """A list as CSV."""
    return "\n".join((HEADING, *rows)) + "\n"


class District:
    """Two sources, a data directory, and nights that follow each other."""

    def __init__(self, folder: Path, *, grace: int = 0, publish: str = "auto") -> None:
        sources = tuple(Source(name, "spreadsheet", f"{BASE}{name}.csv") for name in ("liste", "amt"))
        self.config = Config(
            folder / "kreiskontakte.toml",
            Name("Landkreis Tannberg", "08199", "07123"),
            sources,
            Paths(Path("daten")),
            guard=Limits(grace=grace, publish=publish),  # type: ignore[arg-type]
        )
        self.data = self.config.data
        self.data.mkdir(parents=True, exist_ok=True)
        self.files: dict[str, str] = {"liste.csv": table(*PEOPLE), "amt.csv": table(*OTHERS)}
        self.number = 0

    def get(self, url: str, *, origin: str | None = None) -> Document:
        """What the network would answer."""
        name = url.removeprefix(BASE)
        if name not in self.files:
            raise FetchError(url, "nicht erreichbar")
        body = self.files[name].encode()
        kind = "text/csv" if url.endswith(".csv") else "text/html"
        return Document(url, body, kind, digest=hashlib.sha256(body).hexdigest())

    def drop(self, url: str) -> None:
        """Nothing is kept anyway."""

    def night(self, **options: bool) -> Result:
        """The next night."""
        self.number += 1
        with self.history() as history:
            catch_up(history, self.data, 30)
            corrections = CorrectionsFile(self.data / "corrections.xlsx", day(self.number).date())
            return run(
                self.config, history, self, corrections, lambda: day(self.number), progress=lambda _: None, **options
            )

    def renumbered(self) -> District:
        """The same after two nights: Sabine Grothe was new, and had another number later."""
        self.night()
        self.replaced("3320-14", "3320-18")
        self.night()
        return self

    def succeeded_late(self) -> District:
        """The same after three nights: Jan Seitz followed Sabine Grothe, and one of two lists knew it a night later."""
        old = PEOPLE[0]
        new = old.replace("Frau Sabine Grothe", "Herr Jan Seitz").replace("sabine.grothe", "jan.seitz")
        for first, second in ((old, old), (new, old), (new, new)):
            self.files = {"liste.csv": table(*PEOPLE[1:], first), "amt.csv": table(*OTHERS, second)}
            self.night()
        return self

    @contextmanager
    def history(self, *, write: bool = True) -> Iterator[History]:
        """The state, closed afterwards."""
        history = open_history(self.data / "state.sqlite3", self.data / "releases", write=write)
        try:
            yield history
        finally:
            history.close()

    def without(self, *names: str) -> None:
        """People leave the list."""
        self.files["liste.csv"] = table(*(row for row in PEOPLE if not any(name in row for name in names)))

    def replaced(self, old: str, new: str) -> None:
        """Something in the list is written differently."""
        self.files["liste.csv"] = self.files["liste.csv"].replace(old, new)

    def configure(self, **parts: Any) -> None:
        """Another configuration from now on."""
        self.config = replace(self.config, **parts)

    def published(self) -> dict[str, Any]:
        """`kontakte.json` as readers see it."""
        found: dict[str, Any] = json.loads((self.data / "public" / "kontakte.json").read_text(encoding="utf-8"))
        return found

    def families(self) -> set[str]:
        """Who is published."""
        return {contact["name"]["family"] for contact in self.published()["contacts"]}

    def uid(self, family: str) -> str:
        """The uid of the one with that name."""
        (found,) = (c["uid"] for c in self.published()["contacts"] if c["name"]["family"] == family)
        return str(found)

    def report(self) -> dict[str, Any]:
        """`report.json` of the latest recorded run."""
        found: dict[str, Any] = json.loads((self.data / "reports/latest/report.json").read_text(encoding="utf-8"))
        return found


def snapshot(folder: Path) -> Mapping[str, tuple[bytes, int]]:
    """Every file below a folder with its bytes and time stamp."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
