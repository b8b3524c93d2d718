"""How long a night with many contacts takes to decide: identify and reconcile, first night, busy night, quiet night.

    python benchmarks/identity.py [CONTACTS …]        default 2500 5000 10000

Two sources name everybody, so 10,000 contacts are 20,000 observations. The goal for 10,000 is less than 2 s a night;
the last column shows the growth against n log n (1.0 = exactly that).
"""

from __future__ import annotations

import gc
import math
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from pipeline.core.identify import identify
from pipeline.core.reconcile import Setting, reconcile
from pipeline.model import Contact, Identity, Observation, PersonName, Phone

FIRST = ("Alt", "Berg", "Fuchs", "Garten", "Hof", "Kirch", "Linden", "Sand", "Stein", "Wald")
LAST = ("mann", "müller", "hauser", "maier", "bauer", "horn", "reuter", "weber", "schmid", "feld")
FAMILIES = [first + last for first in FIRST for last in LAST]
GIVEN = ("Anna", "Björn", "Carla", "Dirk", "Eva", "Frank", "Gesine", "Hans", "Ines", "Jan", "Karin", "Lutz", "Maria")


def world(count: int) -> list[Observation]:
    """`count` people in towns of about thirty, each on a page and in a list."""
    dice = Random(count)
    found = []
    for i in range(count):
        family, given, town = dice.choice(FAMILIES), dice.choice(GIVEN), f"Ort {i // 30}"
        number = f"+497{100 + i // 300}{100000 + i}"
        contact = Contact(
            PersonName(family, given, None, "Frau"), f"Gemeinde {town}", dice.choice(("Leitung", "Beratung")),
            town, (Phone("voice", number),), (f"{given}.{family}{i}@ort{i // 30}.example".lower(),),
        )  # fmt: skip
        found += [Observation("seite", replace(contact, org=None)), Observation("liste", contact)]
    return found


def changed(observations: list[Observation], share: float) -> list[Observation]:
    """The same people, a share of whom have another number."""
    dice = Random(1)
    return [
        replace(o, contact=replace(o.contact, phones=(Phone("voice", f"+4979{dice.randrange(10**6, 10**7)}"),)))
        if dice.random() < share
        else o
        for o in observations
    ]


def night(
    observations: list[Observation], base: tuple[Identity, ...], number: int
) -> tuple[float, tuple[Identity, ...]]:
    """Seconds of processor time of one night, and the state after it."""
    now = datetime(2026, 9, number, tzinfo=UTC)
    setting = Setting({"liste": 20, "seite": 10}, {}, 0, number, now, frozenset({"liste", "seite"}))
    gc.collect()  # what was made before is none of this night's work
    start = time.process_time()
    proposal = reconcile(identify(tuple(observations), base, (), "08116"), base, (), setting)
    return time.process_time() - start, proposal.identities


def main(counts: list[int]) -> None:
    unit = None
    gc.set_threshold(1_000_000, 50, 50)  # as the command does
    print("contacts   first   one in five changed   1 % changed   quiet   first / (n log n)")
    for count in counts:
        observations = world(count)
        first, base = night(observations, (), 1)
        busy, _ = night(changed(observations, 0.2), base, 2)
        some, _ = night(changed(observations, 0.01), base, 2)
        quiet, same = night(observations, base, 2)
        assert same == base
        assert len(base) == count
        unit = unit or first / (count * math.log(count))
        growth = first / (count * math.log(count)) / unit
        print(f"{count:8}  {first:5.2f} s  {busy:17.2f} s  {some:10.2f} s  {quiet:5.2f} s  {growth:10.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [2500, 5000, 10000])
