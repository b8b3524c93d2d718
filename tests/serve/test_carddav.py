"""Address books as telephones find and follow them. The sequences are those of DAVx5 and of vdirsyncer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import TestResponse

from pipeline.config import Serve
from pipeline.serve import xml
from tests.serve.places import Asking, client, published
from tests.whole_nights import District

NAMES = {"d": "DAV:", "c": "urn:ietf:params:xml:ns:carddav", "s": "http://calendarserver.org/ns/"}
SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav" xmlns:s="http://calendarserver.org/ns/"'
BOOK = "/carddav/kontakte/alle/"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> District:
    return published(tmp_path_factory.mktemp("kreis"))


@pytest.fixture
def phone(known: District) -> Asking:
    return client(known)


def propfind(phone: Asking, path: str, *props: str, depth: str = "0") -> ET.Element:
    """What a PROPFIND finds."""
    asked = "".join(f"<{prop}/>" for prop in props)
    body = f"<d:propfind {SPACES}><d:prop>{asked}</d:prop></d:propfind>"
    return answered(phone.open(path, method="PROPFIND", data=body, headers={"Depth": depth}))


def report(phone: Asking, path: str, body: str) -> ET.Element:
    """What a REPORT says."""
    return answered(phone.open(path, method="REPORT", data=body, headers={"Depth": "1"}))


def answered(answer: TestResponse) -> ET.Element:
    assert answer.status_code == 207, answer.text
    assert answer.mimetype == "text/xml"
    return ET.fromstring(answer.data)


def text(found: ET.Element, path: str) -> str:
    value = found.findtext(f".//{path}", namespaces=NAMES)
    assert value
    return value


def hrefs(found: ET.Element) -> list[str]:
    return [node.text or "" for node in found.findall("./d:response/d:href", NAMES)]


def synced(phone: Asking, token: str = "") -> tuple[str, dict[str, str]]:
    """The new token, and what became of each card: its tag, or its status where it is gone."""
    body = (
        f"<d:sync-collection {SPACES}><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>"
        "<d:prop><d:getetag/></d:prop></d:sync-collection>"
    )
    found = report(phone, BOOK, body)
    cards = {}
    for response in found.findall("d:response", NAMES):
        etag, status = (response.findtext(path, "", NAMES) for path in (".//d:getetag", "./d:status"))
        cards[text(response, "d:href").rpartition("/")[2]] = etag or status
    return text(found, "d:sync-token"), cards


# ---- finding them --------------------------------------------------------------------------------


def test_from_the_name_of_the_server_to_the_books(phone: Asking) -> None:
    moved = phone.open("/.well-known/carddav", method="PROPFIND")
    assert (moved.status_code, moved.headers["Location"]) == (301, "/carddav/")
    principal = text(propfind(phone, "/carddav/", "d:current-user-principal"), "d:current-user-principal/d:href")
    home = text(propfind(phone, principal, "c:addressbook-home-set"), "c:addressbook-home-set/d:href")
    found = propfind(phone, home, "d:resourcetype", "d:displayname", "d:current-user-privilege-set", depth="1")
    books = [r for r in found.findall("d:response", NAMES) if r.find(".//c:addressbook", NAMES) is not None]
    titles = {text(book, "d:href"): text(book, "d:displayname") for book in books}
    assert titles == {
        "/carddav/kontakte/alle/": "Landkreis Tannberg",
        "/carddav/kontakte/ahlbach/": "Ahlbach",
        "/carddav/kontakte/landratsamt/": "Landratsamt",
        "/carddav/kontakte/oberrode/": "Oberrode",
        "/carddav/kontakte/steinach/": "Steinach",
        "/carddav/kontakte/wiesental/": "Wiesental",
    }
    privileges = {node.tag for node in found.findall(".//d:privilege/*", NAMES)}
    assert privileges == {"{DAV:}read"}


@pytest.mark.parametrize("name", ["alle", "ahlbach"])
def test_an_address_book_that_takes_all_can_be_given_one(phone: Asking, name: str) -> None:
    start = f"/carddav/{name}/"
    principal = text(propfind(phone, start, "d:current-user-principal"), "d:current-user-principal/d:href")
    assert principal == start
    home = text(propfind(phone, principal, "c:addressbook-home-set"), "c:addressbook-home-set/d:href")
    assert hrefs(propfind(phone, home, "d:resourcetype", depth="1")) == [start, f"{start}{name}/"]


def test_a_client_may_begin_at_the_root(phone: Asking) -> None:
    assert phone.open("/", method="PROPFIND").headers["Location"] == "/carddav/"
    options = phone.open("/carddav/", method="OPTIONS")
    assert (options.status_code, "addressbook" in options.headers["DAV"]) == (200, True)


def test_a_browser_is_told_how(phone: Asking) -> None:
    page = phone.get("/carddav/").text.replace("<wbr>", "")
    assert "http://localhost/carddav/ahlbach/" in page
    assert "DAVx⁵" in page


# ---- cards ---------------------------------------------------------------------------------------


def test_every_card_comes_byte_for_byte_as_published(phone: Asking, known: District) -> None:
    cards = [href for href in hrefs(propfind(phone, BOOK, "d:getetag", depth="1")) if href.endswith(".vcf")]
    assert len(cards) == 7
    for href in cards:
        answer = phone.get(href)
        assert answer.data == (known.data / "public/kontakte" / href.rpartition("/")[2]).read_bytes()
        assert answer.headers["Content-Type"].startswith("text/vcard")
        again = phone.get(href, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
    assert phone.get(BOOK).data.count(b"BEGIN:VCARD") == 7


def test_a_card_with_what_libraries_mangle_stays_as_it_is(tmp_path: Path) -> None:
    district = published(tmp_path)
    card = district.data / "public/kontakte" / f"{district.uid('Grothe')}.vcf"
    odd = card.read_bytes().replace(
        b"END:VCARD", b"URL:https://www.example.org/,Lde/a;b\r\nNOTE:eins\\, zwei\\;\\nUml\xc3\xa4ut\r\nEND:VCARD"
    )
    card.write_bytes(odd)
    assert client(district).get(BOOK + card.name).data == odd


def test_several_cards_at_once(phone: Asking, known: District) -> None:
    wanted = [f"{BOOK}{known.uid(name)}.vcf" for name in ("Grothe", "Berg")] + [f"{BOOK}fehlt.vcf", "/etc/passwd"]
    asked = "".join(f"<d:href>{href}</d:href>" for href in wanted)
    props = "<d:prop><d:getetag/><c:address-data/></d:prop>"
    found = report(phone, BOOK, f"<c:addressbook-multiget {SPACES}>{props}{asked}</c:addressbook-multiget>")
    cards = {text(r, "d:href"): r.findtext(".//c:address-data", "", NAMES) for r in found.findall("d:response", NAMES)}
    assert set(cards) >= set(wanted[:3])
    assert "Grothe" in cards[wanted[0]]
    assert cards[wanted[2]] == ""
    assert "root:" not in str(cards)


def test_a_search(phone: Asking) -> None:
    match = '<c:prop-filter name="FN"><c:text-match match-type="contains">polat</c:text-match></c:prop-filter>'
    query = (
        f"<c:addressbook-query {SPACES}><d:prop><d:getetag/></d:prop><c:filter>{match}</c:filter></c:addressbook-query>"
    )
    assert len(hrefs(report(phone, BOOK, query))) == 1


# ---- following them ------------------------------------------------------------------------------


def test_a_client_that_follows_learns_what_came_changed_and_went(tmp_path: Path) -> None:
    district = published(tmp_path)
    phone = client(district)
    grothe, hanke = (f"{district.uid(name)}.vcf" for name in ("Grothe", "Hanke"))
    token, cards = synced(phone)
    assert len(cards) == 7
    ctag = text(propfind(phone, BOOK, "s:getctag"), "s:getctag")
    district.night()
    assert synced(phone, token) == (token, {})
    assert text(propfind(phone, BOOK, "s:getctag"), "s:getctag") == ctag
    district.without("Hanke")
    district.replaced("3320-14", "3320-18")
    district.night()
    newer, changed = synced(phone, token)
    assert newer != token
    assert set(changed) == {grothe, hanke}
    assert changed[grothe] not in ("", cards[grothe])
    assert "404" in changed[hanke]
    assert text(propfind(phone, BOOK, "s:getctag"), "s:getctag") != ctag
    assert synced(client(district), token) == (newer, changed), "also after a new start"
    assert phone.get("/carddav/kontakte/oberrode/" + hanke).status_code == 404


def test_a_book_whose_cards_did_not_change_keeps_its_token(tmp_path: Path) -> None:
    district = published(tmp_path)
    phone = client(district)
    place = "/carddav/kontakte/steinach/"
    before = text(propfind(phone, place, "d:sync-token"), "d:sync-token")
    district.replaced("3320-14", "3320-18")
    district.night()
    assert text(propfind(phone, place, "d:sync-token"), "d:sync-token") == before


@pytest.mark.parametrize("token", ["urn:kreiskontakte:sync:" + "0" * 64, "http://radicale.org/ns/sync/x", "../..", "x"])
def test_a_token_that_nobody_knows_means_begin_anew(phone: Asking, token: str) -> None:
    body = f"<d:sync-collection {SPACES}><d:sync-token>{token}</d:sync-token><d:prop/></d:sync-collection>"
    answer = phone.open(BOOK, method="REPORT", data=body)
    assert answer.status_code == 403
    assert b"valid-sync-token" in answer.data


def test_before_the_first_night_there_are_no_books(tmp_path: Path) -> None:
    phone = client(District(tmp_path))
    assert hrefs(propfind(phone, "/carddav/kontakte/", "d:resourcetype", depth="1")) == ["/carddav/kontakte/"]
    assert phone.open(BOOK, method="PROPFIND").status_code == 404


# ---- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "method", ["PUT", "DELETE", "POST", "PROPPATCH", "MKCOL", "MKCALENDAR", "MOVE", "COPY", "LOCK"]
)
@pytest.mark.parametrize("path", ["/carddav/", "/carddav/kontakte/", BOOK, BOOK + "neu.vcf"])
def test_nothing_can_be_written(phone: Asking, known: District, method: str, path: str) -> None:
    answer = phone.open(path, method=method, data=b"BEGIN:VCARD\r\nEND:VCARD\r\n", headers={"Destination": "/x"})
    assert answer.status_code == 405
    assert "PUT" not in answer.headers["Allow"]
    assert len(list((known.data / "public/kontakte").iterdir())) == 7


@pytest.mark.parametrize(
    "path",
    [
        "/carddav/../state.sqlite3",
        "/carddav/kontakte/../../state.sqlite3",
        "/carddav/%2e%2e/state.sqlite3",
        "/carddav/.web/",
        "/carddav/.mobileconfig",
        "/carddav/.token/x",
        "/carddav/.sharing/v1/all",
        "/carddav/kontakte/alle/..%2f..%2fkontakte.json",
        "/carddav/kontakte/alle/%00",
        "/carddav/kontakte/alle/kontakte.json",
        "/carddav/niemand/alle/",
        "/carddav/ahlbach/oberrode/",
        "/carddav/ä/",
        "/.well-known/caldav",
    ],
)
def test_no_spelling_leads_elsewhere(phone: Asking, path: str) -> None:
    for method in ("GET", "PROPFIND", "REPORT"):
        status = phone.open(path, method=method).status_code
        assert status == 404 or (method != "GET" and status in (403, 405))


BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE x [<!ENTITY x0 "ha">' + BOMB.encode() + b"]><d:propfind xmlns:d='DAV:'>&x9;</d:propfind>",
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x/>',
        b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
        "<!DOCTYPE x><x/>".encode("utf-16"),
        b"<?xml version='1.0' encoding='utf-7'?><x/>",
        b"<a>" * 5_000 + b"</a>" * 5_000,
        b"<a>" + b"<b/>" * 300 + b"</a>",
        b'<a xmlns="DAV:">' + b"<href/>" * 30_000 + b"</a>",
        b"<a",
        b"kein XML",
        b"\x00\xff",
    ],
    ids=["bomb", "external-dtd", "external-entity", "utf-16", "utf-7", "deep", "many", "hrefs", "cut", "text", "bytes"],
)
@pytest.mark.parametrize("method", ["PROPFIND", "REPORT"])
def test_only_harmless_xml_is_read(phone: Asking, method: str, body: bytes) -> None:
    answer = phone.open(BOOK, method=method, data=body)
    assert answer.status_code == 400
    assert "kein XML, wie CardDAV es kennt" in answer.text
    assert "root:" not in answer.text


def test_a_huge_body_is_not_read(phone: Asking) -> None:
    assert phone.open(BOOK, method="REPORT", data=b" " * (xml.SIZE_LIMIT + 1)).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        "<d:propfind xmlns:d='DAV:'/>",
        f"<c:addressbook-multiget {SPACES}><d:href/></c:addressbook-multiget>",
        f"<c:addressbook-query {SPACES}><c:filter><c:unsinn/></c:filter></c:addressbook-query>",
        f"<c:addressbook-query {SPACES}><c:filter test='x'/></c:addressbook-query>",
    ],
)
def test_a_request_without_sense_is_no_failure_of_the_server(phone: Asking, body: str) -> None:
    for method in ("PROPFIND", "REPORT"):
        assert phone.open(BOOK, method=method, data=body).status_code < 500


# ---- the password --------------------------------------------------------------------------------


@pytest.fixture
def locked(known: District) -> Asking:
    other = District(known.config.file.parent)
    other.config = replace(known.config, serve=Serve(password="geheimes Wörtchen"))
    return client(other)


@pytest.mark.parametrize("path", ["/", "/kontakte.vcf", "/fehlt", "/carddav/", BOOK])
def test_a_password_protects_files_and_books(locked: Asking, path: str) -> None:
    asked = locked.get(path)
    assert asked.status_code == 401
    assert asked.headers["WWW-Authenticate"].startswith("Basic ")
    assert locked.get(path, auth=("egal", "falsch")).status_code == 401
    assert locked.get(path, headers={"Authorization": "Bearer geheim"}).status_code == 401
    assert locked.get(path, headers={"Authorization": "Basic kaputt"}).status_code == 401
    assert locked.get(path, auth=("egal", "geheimes Wörtchen")).status_code in (200, 404)
    assert locked.get("/healthz").status_code in (200, 503)
    assert locked.get("/staff/anmelden").status_code == 200


def test_a_password_cannot_be_guessed_for_long(locked: Asking) -> None:
    for number in range(30):
        assert locked.get("/", auth=("x", f"falsch {number}")).status_code == 401
    assert locked.get("/", auth=("x", "geheimes Wörtchen")).status_code == 429
