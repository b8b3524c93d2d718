"""How long `explain` takes among many contacts, by uid and by name, against starting Python and saying the version.

    python benchmarks/explain.py [CONTACTS]        default 5000

The goal for 5,000 contacts is less than 0.3 s.
"""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from pipeline import display
from pipeline.history import open_history
from pipeline.job import extract_one
from pipeline.model import FIELDS, Entry, Identity, Observation
from pipeline.stored import Night, Settings

ROUNDS = 11
SYLLABLES = ("ba", "del", "fin", "gar", "hol", "ker", "lau", "mer", "nie", "rot", "sta", "wen")
CONFIG = """
[district]
name = "Landkreis"
ags = "08116"

[[source]]
id = "liste"
kind = "page"
url = "https://kreis.example/"
"""


def listed(folder: Path, count: int) -> list[Observation]:
    """`count` people of a list, each value with the steps of its reading."""
    families = ("".join(parts).title() for parts in itertools.product(SYLLABLES, SYLLABLES, SYLLABLES, SYLLABLES))
    rows = (
        f"{family}, Eva;Sachgebiet {at // 30};07022 {100000 + at};m{at}@kreis.example"
        for at, family in enumerate(itertools.islice(families, count))
    )
    page = folder / "liste.csv"
    page.write_text("\n".join(("Name, Vorname;Funktion;Telefon;E-Mail", *rows)), encoding="utf-8")
    return extract_one(str(page), None)[0]


def remembered(folder: Path, count: int) -> list[Identity]:
    """A state in `folder` that knows them all since one night."""
    now = datetime.now(UTC)
    known = [
        Identity(
            Entry(
                str(uuid.uuid5(uuid.NAMESPACE_URL, str(at))), seen.contact, tuple((name, "liste") for name in FIELDS)
            ),
            (seen,),
            reason="new",
        )
        for at, seen in enumerate(listed(folder, count))
    ]
    history = open_history(folder / "state.sqlite3", folder / "releases")
    night = Night(now, now, "published", Settings("Landkreis", "08116", "de", FIELDS), identities=tuple(known))
    with history.transaction():
        history.record(night, "0")
    history.close()
    return known


def seconds(*arguments: str) -> float:
    """The median of some runs of the command."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "pipeline", *arguments], check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    """Print the medians in milliseconds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = remembered(folder, count)[count // 2]
        config = folder / "kreis.toml"
        config.write_text(f'{CONFIG}\n[paths]\ndata = "{folder}"\n', encoding="utf-8")
        ways = {"by uid": known.uid, "by name": display.contact_title(known.entry.contact)}
        took = {way: seconds("explain", asked, "--config", str(config)) for way, asked in ways.items()}
        start = seconds("--version")
    said = ", ".join(f"{way} {value * 1000:.0f} ms" for way, value in took.items())
    print(f"explain among {count} contacts: {said}; start {start * 1000:.0f} ms (median of {ROUNDS})")


if __name__ == "__main__":
    main()
