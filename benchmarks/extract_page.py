"""What a page costs: from bytes to records, beside parsing it with lxml and walking its text once. Same run, best of n.

python benchmarks/extract_page.py [REPEATS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.extract.page.reader import read_page
from pipeline.model import Rules

_PERSON = """<div class="card"><div class="card-body"><h3 class="card-title">{given} {family}</h3>
<p class="function">Sachbearbeitung Ehrenamt und Beteiligung</p>
<p><span class="label">Telefon</span> <a href="tel:+4971613021{number}">07161 302-1{number}</a><br>
<span class="label">Telefax</span> 07161 302-2{number}<br>
<a class="mail" href="mailto:{mail}">{mail}</a></p><p class="room">Zimmer {number}</p></div></div>
"""
_NAMES = ("Anna", "Bernd", "Carla", "David", "Elke", "Frank", "Gisela", "Heinz", "Ines", "Jonas")
_FAMILIES = ("Auerhahn", "Brotbeck", "Dahlke", "Eisele")
_PROSE = "<p>Der Kreis fördert das Ehrenamt und begleitet alle, die sich für andere einsetzen, mit Rat und Tat.</p>\n"
_MENU = '<li class="menu-item level-2"><a href="/leben/seite-{0}.html" title="Seite {0}">Bereich {0}</a></li>\n'


def page() -> bytes:
    """About 100 KB with 40 people, as a content management system writes it."""
    cards = []
    for number in range(40):
        given, family = _NAMES[number % 10], _FAMILIES[number // 10]
        mail = f"{given}.{family}@kreis.example".lower()
        cards.append(_PERSON.format(given=given, family=family, number=number + 10, mail=mail))
    menu = "".join(_MENU.format(number) for number in range(260))
    body = f"<nav><ul>{menu}</ul></nav><main><h1>Ansprechpartner</h1>{_PROSE * 380}{''.join(cards)}</main>"
    foot = "<footer><p>Landratsamt Filstal, Am Lindenplatz 7, 73033 Göppingen</p></footer>"
    html = (
        f"<!DOCTYPE html><html lang='de'><head><meta charset='utf-8'><title>Ehrenamt</title></head><body>{body}{foot}"
    )
    return html.encode()


def best(work: Callable[[], object], repeats: int) -> float:
    """Milliseconds of the fastest of several runs."""
    fastest = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1000


def main() -> None:
    """Prints both times and their ratio for the invented page, and for files given on the command line."""
    import lxml.html

    files = [Path(name) for name in sys.argv[1:] if not name.isdigit()]
    repeats = next((int(name) for name in sys.argv[1:] if name.isdigit()), 15)
    for label, body in [("40 people", page()), *((file.name, file.read_bytes()) for file in files)]:

        def ours(body: bytes = body) -> int:
            return len(read_page(body, None, Rules(area_code="07161")).records)

        def lxml_walk(body: bytes = body) -> int:
            return sum(len(text) for text in lxml.html.document_fromstring(body).itertext())

        found = ours()
        theirs, mine = best(lxml_walk, repeats), best(ours, repeats)
        size = f"{len(body) / 1000:.0f} KB, {found} contacts"
        print(f"{label}: {size}, lxml {theirs:.2f} ms, ours {mine:.2f} ms, {mine / theirs:.1f}×")


if __name__ == "__main__":
    main()
