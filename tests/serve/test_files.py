"""The published files, and nothing else by any spelling."""

from __future__ import annotations

import http.client
import os
from pathlib import Path

import pytest

from pipeline.serve.files import media_type
from tests.serve.places import client, listening, published
from tests.whole_nights import District


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> District:
    return published(tmp_path_factory.mktemp("kreis"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/kontakte.vcf", "text/vcard; charset=utf-8"),
        ("/gruppen/ahlbach.vcf", "text/vcard; charset=utf-8"),
        ("/kontakte.json", "application/json"),
        ("/kontakte.csv", "text/csv; charset=utf-8"),
        ("/kontakte.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/stil.css", "text/css; charset=utf-8"),
        ("/suche.js", "text/javascript; charset=utf-8"),
    ],
)
def test_a_published_file_comes_whole_and_with_its_type(district: District, path: str, kind: str) -> None:
    answer = client(district).get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    name = path.removeprefix("/") or "index.html"
    assert answer.data == (district.data / "public" / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("flyer.pdf", "application/pdf"), ("Bild.JPG", "image/jpeg"), ("qr.svg", "image/svg+xml"), ("a.unbekannt", None)],
)
def test_documents_have_types_that_no_machine_changes(name: str, kind: str | None) -> None:
    assert media_type(name) == (kind or "application/octet-stream")


@pytest.mark.parametrize(
    "path",
    [
        "/../state.sqlite3",
        "/%2e%2e/state.sqlite3",
        "/..%2fstate.sqlite3",
        "/%2e%2e%2fstate.sqlite3",
        "/%252e%252e/state.sqlite3",
        "/..%5cstate.sqlite3",
        "/..\\state.sqlite3",
        "/gruppen/../../../state.sqlite3",
        "/gruppen/..",
        "/gruppen/",
        "/gruppen",
        "/./index.html",
        "/index.html/",
        "/index.html/x",
        "/index.html%00",
        "/index.html%00.txt",
        "/%00",
        "/%ff%fe",
        "/%c0%ae%c0%ae/state.sqlite3",
        "/etc/passwd",
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc/passwd",
        "/proc/self/environ",
        "http://127.0.0.1/../state.sqlite3",
        "/.hidden",
        "/state.sqlite3",
        "/public/index.html",
        "/releases/",
        "/reports/latest/report.html",
        "/corrections.xlsx",
        "/users.json",
        "/kreiskontakte.toml",
        "/" + "a" * 5000,
        "/" + "a/" * 3000,
        "/link.html",
        "/ordner/state.sqlite3",
        "/rohr",
    ],
)
def test_no_spelling_reaches_anything_else(district: District, path: str) -> None:
    public = district.data / "public"
    if not (public / "link.html").is_symlink():
        (public / "link.html").symlink_to(district.data / "state.sqlite3")
        (public / "ordner").symlink_to(district.data)
        os.mkfifo(public / "rohr")
    with listening(district) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.effective_port, timeout=10)
        connection.putrequest("GET", path.encode().decode("latin-1"), skip_host=True)
        connection.putheader("Host", "localhost")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
    assert answer.status in (400, 404)
    assert b"SQLite" not in body
    assert b"root:" not in body


def test_a_release_elsewhere_is_no_release(tmp_path: Path) -> None:
    district = published(tmp_path)
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd" / "index.html").write_text("fremd")
    (district.data / "public").unlink()
    (district.data / "public").symlink_to(tmp_path / "fremd")
    assert client(district).get("/index.html").status_code == 404


def test_what_has_not_changed_is_not_sent_again(district: District) -> None:
    asking = client(district)
    first = asking.get("/kontakte.vcf")
    for header, value in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again = asking.get("/kontakte.vcf", headers={header: first.headers[value]})
        assert (again.status_code, again.data) == (304, b"")
    assert asking.get("/kontakte.vcf", headers={"If-None-Match": '"anders"'}).status_code == 200


def test_head_says_the_same_without_the_body(district: District) -> None:
    asking = client(district)
    whole, head = asking.get("/kontakte.vcf"), asking.head("/kontakte.vcf")
    assert head.data == b""
    assert {k: v for k, v in head.headers if k != "Date"} == {k: v for k, v in whole.headers if k != "Date"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "MKCOL", "LOCK", "UNSINN"])
def test_nothing_can_be_written(district: District, method: str) -> None:
    answer = client(district).open("/kontakte.vcf", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_an_error_is_a_german_page_that_repeats_nothing(district: District) -> None:
    answer = client(district).get("/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert "Diese Seite gibt es nicht" in answer.text
    assert "alert" not in answer.text


@pytest.mark.parametrize("path", ["/", "/fehlt", "/kontakte.vcf", "/carddav/", "/healthz", "/staff/anmelden"])
def test_every_answer_is_protected(district: District, path: str) -> None:
    headers = client(district).get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == ("same-origin" if path.startswith("/staff") else "no-referrer")


def test_a_new_release_is_there_at_once_and_what_stayed_is_not_sent_again(tmp_path: Path) -> None:
    district = published(tmp_path)
    asking = client(district)
    before = {path: asking.get(path) for path in ("/kontakte.vcf", "/stil.css")}
    district.replaced("3320-14", "3320-18")
    district.night()
    after = {path: asking.get(path, headers={"If-None-Match": before[path].headers["ETag"]}) for path in before}
    assert after["/kontakte.vcf"].status_code == 200
    assert "332018" in after["/kontakte.vcf"].text
    assert after["/stil.css"].status_code == 304


def test_before_the_first_night_it_says_so(tmp_path: Path) -> None:
    answer = client(District(tmp_path)).get("/")
    assert answer.status_code == 404
    assert "noch nichts veröffentlicht" in answer.text
