"""Sources that misbehave: what was known stays published and marked, the report says why, the next good night heals."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest

from tests.promises.towns import Town
from tests.servers import Behaviour, Page, drips, hangs, redirect, resets, says
from tests.whole_nights import OTHERS, PEOPLE, table

LIST = table(*PEOPLE).encode()
NEWS = PEOPLE[1:]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n"


def bomb() -> bytes:
    """A workbook of some kilobytes that unpacks to gigabytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(200):
                part.write(b"<row/>" * 100_000)
    return packed.getvalue()


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell>'
    "<Data>&i;&x;</Data></Cell></Row></Table></Worksheet></Workbook>"
).encode()

#: What goes wrong → what the source does, and a word of the reason.
TROUBLES: dict[str, tuple[Behaviour, str]] = {
    "gone": (Page(status=404), "404"),
    "broken": (Page(LIST, "text/csv", status=500), "500"),
    "refused": (Page(b"Anmeldung", status=401), "Anmeldung"),
    "part": (Page(LIST, "text/csv", status=206), "Teil"),
    "empty": (Page(b"", "text/csv"), "leer"),
    "short": (says(HEAD + b"Content-Length: 9000\r\n\r\n" + LIST), ""),
    "long": (says(HEAD + b"Content-Length: 10\r\nConnection: close\r\n\r\n" + LIST), ""),
    "cut chunk": (says(HEAD + b"Transfer-Encoding: chunked\r\n\r\n999\r\n" + LIST), ""),
    "no http": (says(b"SSH-2.0-OpenSSH_9.6\r\n"), ""),
    "reset": (resets(HEAD + b"Content-Length: 9000\r\n\r\n" + LIST[:50]), ""),
    "silent": (hangs(), "Zeit"),
    "dripping": (drips(HEAD + b"Content-Length: 900000\r\n\r\n", b"x"), "Zeit"),
    "endless": (drips(HEAD + b"\r\n", b"x" * 65_536, 0), "Bytes"),
    "false gzip": (says(HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhallo"), ""),
    "gzip bomb": (
        (lambda body: says(HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body))(
            gzip.compress(b"\0" * 50_000_000)
        ),
        "Bytes",
    ),
    "loop": (redirect("/liste.csv"), "Weiterleitung"),
    "elsewhere": (redirect("http://127.0.0.1:9/liste.csv"), ""),
    "file": (redirect("file:///etc/passwd"), ""),
    "login": (Page(b'<title>Anmelden</title><form><input type="password" name="p"></form>'), ""),
    "maintenance": (Page("<title>Wartungsarbeiten</title><h1>Wir sind gleich zurück</h1>".encode()), ""),
    "picture": (Page(b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "image/png"), "Bild"),
    "no workbook": (Page(b"PK\x03\x04 und dann nichts"), ""),
    "zip bomb": (Page(bomb(), "application/octet-stream"), ""),
    "entities": (Page(ENTITIES, "application/vnd.ms-excel"), ""),
    "too many": (Page(table(*(f"Amt;Frau Eva Muster;;07123 {n};" for n in range(10_000, 35_001))).encode()), "25000"),
    "endless page": (Page(b"<p>x</p>" * 250_000, "text/html"), ""),
    "forbidden": (Page(LIST, "text/csv"), "robots.txt"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_source_that_fails_keeps_its_people(known: Town, trouble: str, tmp_path: Path) -> None:
    people, before = known.people, known.bytes_released
    behaviour, reason = TROUBLES[trouble]
    known.serve("liste.csv", behaviour)
    if trouble == "forbidden":
        known.serve("robots.txt", Page(b"User-agent: *\nDisallow: /liste.csv\n", "text/plain"))
    began = time.monotonic()
    done = known.here()
    assert time.monotonic() - began < 15
    assert done.status == 3, done.err
    assert known.people == people
    assert known.stale == {"Grothe", "Polat", "Hanke", "Berg", "Thoma", "Rahimi"}
    said = known.source("liste")
    assert said["status"] == "stale"
    assert reason in said["error"]
    assert "liste" in done.err
    assert known.source("amt")["status"] in ("ok", "unchanged")
    assert known.bytes_released["aenderungen.vcf"] == before["aenderungen.vcf"]
    assert_healed(known, tmp_path)


def test_a_source_that_names_nobody_any_more_holds_the_night(known: Town, tmp_path: Path) -> None:
    before = known.bytes_released
    known.serve("liste.csv", Page(table().encode(), "text/csv"))
    assert known.here().status == 4
    assert known.bytes_released == before
    assert_healed(known, tmp_path)


def assert_healed(town: Town, tmp_path: Path) -> None:
    """The next good night, with news, is the night that a copy without the trouble has."""
    other = town.copied(tmp_path / "ohne")
    for place in (town, other):
        place.begin()
        place.say("liste.csv", *NEWS)
        assert place.here().status == 0
    assert town.people == other.people
    assert not town.stale
    assert town.bytes_released["aenderungen.vcf"] == other.bytes_released["aenderungen.vcf"]


def test_the_good_night_after_an_outage_is_the_one_there_would_have_been(known: Town, tmp_path: Path) -> None:
    undisturbed = known.copied(tmp_path / "ungestört")
    newcomer = "Wiesental;Frau Jana Petzold;Koordination Ehrenamt;07123 9902-19;jana.petzold@wiesental.example"
    known.serve("liste.csv", Page(status=503))
    assert known.here().status == 3
    known.begin()
    undisturbed.nights += 1
    for place in (known, undisturbed):
        place.say("liste.csv", *PEOPLE, newcomer)
        assert place.here().status == 0
    assert known.people == undisturbed.people
    assert not known.stale
    for file in ("aenderungen.vcf", "kontakte.vcf", "kontakte.csv"):
        assert known.bytes_released[file] == undisturbed.bytes_released[file], file


def test_an_outage_that_lasts_writes_nothing_twice(known: Town) -> None:
    known.serve("liste.csv", Page(status=503))
    assert known.here().status == 3
    before = known.everything
    assert known.here().status == 3
    assert known.everything == before


def test_all_sources_fail(known: Town) -> None:
    people = known.people
    known.server.pages.clear()
    assert known.here().status == 3
    assert known.people == people
    assert len(known.stale) == 7
    known.begin()
    assert known.here().status == 0
    assert not known.stale
    assert known.people == people


def test_all_sources_fail_on_the_first_night(fresh: Town) -> None:
    fresh.server.pages.clear()
    done = fresh.here()
    assert done.status == 1
    assert "404" in done.error
    assert not (fresh.data / "public").exists()
    fresh.begin()
    assert fresh.here().status == 0
    assert len(fresh.people) == 7


def test_one_source_fails_on_the_first_night(fresh: Town, after_one_night: Town) -> None:
    fresh.serve("amt.csv", Page(status=500))
    assert fresh.here().status == 3
    assert set(fresh.people.values()) == {"Grothe", "Polat", "Hanke", "Berg", "Thoma", "Rahimi"}
    assert fresh.source("amt")["status"] == "failed"
    fresh.begin()
    assert fresh.here().status == 0
    assert fresh.people == after_one_night.people


def test_a_page_that_becomes_a_login_page(fresh: Town) -> None:
    rows = "".join(
        f"<p>{name}<br>{role}<br>Telefon {phone}<br>{mail}</p>"
        for _, name, role, phone, mail in (row.split(";") for row in (*PEOPLE, *OTHERS))
    )
    fresh.sources = {"seite.html": ""}
    fresh.serve("seite.html", Page(f"<title>Ehrenamt</title><main>{rows}</main>".encode()))
    fresh.configure()
    assert fresh.here().status == 0
    people = fresh.people
    assert len(people) == 7
    for polite in (
        "<title>Anmelden</title><h1>Anmeldung</h1><form><input type=password></form>",
        "<title>Seite nicht gefunden</title><h1>404</h1><p>Servicetelefon 07123 3320-0</p>",
        "<title>Cookies</title><h1>Wir verwenden Cookies</h1><button>Alle akzeptieren</button>",
        "<title>Ehrenamt</title><main></main>",
        "<div>" * 300_000 + rows,
        "<div>x" * 300_000 + rows,
    ):
        fresh.serve("seite.html", Page(polite.encode()))
        began = time.process_time()
        assert fresh.here().status in (0, 3, 4), polite[:80]
        assert fresh.people == people
        assert time.process_time() - began < 20


@pytest.mark.parametrize("share", [1, 4])
def test_large_shares_wait(known: Town, share: int) -> None:
    before = known.bytes_released
    known.say("liste.csv", *PEOPLE[:share])
    done = known.here()
    assert done.status == 4
    assert known.bytes_released == before
    known.begin()
    assert known.here().status == 0
    assert known.bytes_released == before
