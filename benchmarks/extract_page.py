"""What a page costs: from bytes to records, beside parsing it with lxml and walking its text once. Same run, best of n.

Every time it is a page with other people on it, as in a night: what is remembered of the one before is only what the
pages of a site share.

python benchmarks/extract_page.py [REPEATS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules

_PERSON = """<div class="card"><div class="card-body"><h3 class="card-title">{given} {family}</h3>
<p class="function">Sachbearbeitung Ehrenamt und Beteiligung</p>
<p><span class="label">Telefon</span> <a href="tel:+497161{house}1{number}">07161 {house}-1{number}</a><br>
<span class="label">Telefax</span> 07161 {house}-2{number}<br>
<a class="mail" href="mailto:{mail}">{mail}</a></p><p class="room">Zimmer {number}</p></div></div>
"""
_NAMES = ("Anna", "Bernd", "Carla", "David", "Elke", "Frank", "Gisela", "Heinz", "Ines", "Jonas")
_FAMILIES = ("Auerhahn", "Brotbeck", "Dahlke", "Eisele")
_ENDINGS = ("", "au", "bach", "dorf", "eck", "feld", "grund", "hof", "ing", "land")
_PROSE = "<p>Der {who} fördert {what} und begleitet alle, die sich {when} für andere einsetzen, mit Rat und Tat.</p>\n"
_WHO = ("Kreis", "Verein", "Verband", "Kreistag", "Beirat", "Förderkreis", "Landkreis")
_WHAT = ("das Ehrenamt", "Vereine", "Projekte", "den Sport", "Kultur", "Bildung", "die Jugend", "die Hilfe", "Chöre")
_WHEN = ("gern", "oft", "nun", "still", "jetzt", "immer", "abends", "täglich", "wieder", "selbst", "dort")
_MENU = '<li class="menu-item level-2"><a href="/leben/seite-{0}.html" title="Seite {0}">Bereich {0}</a></li>\n'


def page(turn: int = 0) -> bytes:
    """About 100 KB with 40 people, as a content management system writes it; others in every turn."""
    cards = []
    for number in range(40):
        given, family = _NAMES[number % 10], _FAMILIES[number // 10] + _ENDINGS[turn % 10] + _ENDINGS[turn // 10 % 10]
        mail = f"{given}.{family}@kreis.example".lower()
        cards.append(_PERSON.format(given=given, family=family, house=302 + turn, number=number + 10, mail=mail))
    menu = "".join(_MENU.format(number) for number in range(260))
    prose = "".join(_sentence(turn + number) for number in range(380))
    body = f"<nav><ul>{menu}</ul></nav><main><h1>Ansprechpartner</h1>{prose}{''.join(cards)}</main>"
    foot = "<footer><p>Landratsamt Filstal, Am Lindenplatz 7, 73033 Göppingen</p></footer>"
    html = (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'><title>Ehrenamt</title></head><body>{body}{foot}"
    )
    return html.encode()


def _sentence(number: int) -> str:
    """A line that says nothing of anybody; hardly one of a page is like another."""
    return _PROSE.format(who=_WHO[number % 7], what=_WHAT[number % 9], when=_WHEN[number % 11])


def best(work: Callable[[bytes], object], bodies: Sequence[bytes]) -> float:
    """Milliseconds of processor time of the fastest of several runs: whoever else is busy does not count."""
    fastest = float("inf")
    for body in bodies:
        start = time.process_time()
        work(body)
        fastest = min(fastest, time.process_time() - start)
    return fastest * 1000


def ours(body: bytes) -> int:
    """How many records we read from a page."""
    return len(read_page(body, None, Rules(area_code="07161")).records)


def lxml_walk(body: bytes) -> int:
    """How many characters lxml finds."""
    import lxml.html

    return sum(len(text) for text in lxml.html.document_fromstring(body).itertext())


def main() -> None:
    """Prints both times and their ratio for the invented pages, and for files given on the command line."""
    files = [Path(name) for name in sys.argv[1:] if not name.isdigit()]
    repeats = next((int(name) for name in sys.argv[1:] if name.isdigit()), 15)
    invented = [page(turn) for turn in range(repeats + 1)]
    for label, bodies in [("40 people", invented), *((file.name, [file.read_bytes()] * repeats) for file in files)]:
        found = ours(bodies[0])
        theirs, mine = best(lxml_walk, bodies[1:]), best(ours, bodies[1:])
        size = f"{len(bodies[0]) / 1000:.0f} KB, {found} contacts"
        print(f"{label}: {size}, lxml {theirs:.2f} ms, ours {mine:.2f} ms, {mine / theirs:.1f}×")


if __name__ == "__main__":
    main()
