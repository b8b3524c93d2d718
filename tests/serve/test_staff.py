"""The staff's pages: who gets in, what they decide, and that nobody else can."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from pipeline.exclusive import exclusive
from pipeline.export.corrections import write_template
from pipeline.serve import uploads
from pipeline.serve.app import Visitor
from pipeline.serve.users import Users
from tests.serve.places import NAME, PASSWORD, Browser, client, copied, held, published, staff
from tests.whole_nights import District


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> District:
    return held(tmp_path_factory.mktemp("kreis"))


@pytest.fixture
def district(known: District, tmp_path: Path) -> District:
    return copied(known, tmp_path)


@pytest.fixture
def browser(district: District, monkeypatch: pytest.MonkeyPatch) -> Browser:
    return staff(district, monkeypatch)


RUN = "00002-2026-03-03"
PAGES = ("/staff/", "/staff/bericht", "/staff/kontakte", "/staff/korrekturen", "/staff/corrections.xlsx")


# ---- in and out ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "/staff/kontakte/x", "/staff/bericht/1"])
def test_without_log_in_there_is_only_the_log_in(district: District, path: str) -> None:
    answer = client(district).get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff/anmelden")


@pytest.mark.parametrize("path", ["/staff/entscheiden", "/staff/korrekturen", "/staff/abmelden"])
def test_without_log_in_no_form_counts(district: District, path: str) -> None:
    answer = Browser(client(district)).post(path, lauf=RUN, was="freigeben")
    assert answer.status_code == 403
    assert len(district.families()) == 7


def test_the_cookie_is_for_these_pages_alone(browser: Browser) -> None:
    cookie = browser.log_in().headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/staff/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "Max-Age=43200" in cookie


def test_behind_tls_the_cookie_never_travels_open(browser: Browser) -> None:
    form = {"name": NAME, "kennwort": PASSWORD}
    answer = browser.client.post(
        "/staff/anmelden", data=form, base_url="https://localhost", headers={"Origin": "https://localhost"}
    )
    assert "Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize(("name", "password"), [(NAME, "falsch"), ("Niemand", PASSWORD), ("", "")])
def test_a_wrong_log_in_says_not_what_was_wrong(browser: Browser, name: str, password: str) -> None:
    answer = Browser(browser.client).log_in(name, password)
    assert answer.status_code == 403
    assert "Name oder Kennwort stimmt nicht" in answer.text


def test_guessing_ends_soon(browser: Browser) -> None:
    for number in range(5):
        assert browser.log_in(NAME, f"falsch {number}").status_code == 403
    answer = browser.log_in()
    assert answer.status_code == 429
    assert "Zu viele falsche Versuche" in answer.text


def test_logging_out_ends_the_session(browser: Browser) -> None:
    ticket = browser.client.get_cookie("kreiskontakte", path="/staff/")
    assert browser.post("/staff/abmelden").status_code == 303
    assert ticket is not None
    browser.client.set_cookie("kreiskontakte", ticket.value, path="/staff/")
    assert browser.get("/staff/").status_code == 303


def test_who_is_struck_out_or_has_a_new_password_is_out(browser: Browser, district: District) -> None:
    Users(district.data).add(NAME, "ein neues Kennwort")
    assert browser.get("/staff/").status_code == 303
    assert browser.log_in(NAME, "ein neues Kennwort").status_code == 303
    assert browser.get("/staff/").status_code == 200
    Users(district.data).remove(NAME)
    assert browser.get("/staff/").status_code == 303


def test_nobody_entered_yet_is_said(district: District) -> None:
    assert "kreiskontakte user add" in client(district).get("/staff/anmelden").text


# ---- foreign pages -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://boese.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.boese.example"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_of_a_foreign_page_decides_nothing(
    browser: Browser, district: District, headers: dict[str, str]
) -> None:
    form = {"token": browser.token, "lauf": RUN, "was": "freigeben", "name": NAME, "kennwort": PASSWORD}
    for path in ("/staff/entscheiden", "/staff/anmelden"):
        assert browser.client.post(path, data=form, headers=headers).status_code == 403
    assert len(district.families()) == 7


@pytest.mark.parametrize("token", ["", "falsch", "ä", None])
def test_a_form_without_the_token_of_the_session_decides_nothing(
    browser: Browser, district: District, token: str | None
) -> None:
    form = {"lauf": RUN, "was": "freigeben"} | ({} if token is None else {"token": token})
    answer = browser.client.post("/staff/entscheiden", data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 403
    assert len(district.families()) == 7


def test_a_token_is_of_one_session(browser: Browser, district: District) -> None:
    foreign = browser.token
    browser.log_in()
    browser.token = foreign
    assert browser.post("/staff/entscheiden", lauf=RUN, was="freigeben").status_code == 403


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/staff/entscheiden"), ("HEAD", "/staff/abmelden"), ("POST", "/staff/"), ("PUT", "/staff/korrekturen")],
)
def test_only_forms_change_something(browser: Browser, method: str, path: str) -> None:
    assert browser.client.open(path, method=method).status_code == 405


@pytest.mark.parametrize("path", PAGES)
def test_nothing_of_it_is_kept_or_framed(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "script" not in headers["Content-Security-Policy"]


# ---- deciding ------------------------------------------------------------------------------------


def test_what_waits_is_shown_with_its_reasons(browser: Browser) -> None:
    text = browser.get("/staff/").text
    assert "wartet auf Ihre Entscheidung" in text
    assert "Rahimi" in text
    assert text.count("Warum") == 1
    assert "kreiskontakte approve" not in text


def test_approving_publishes_in_the_name_of_who_is_logged_in(browser: Browser, district: District) -> None:
    assert browser.post("/staff/entscheiden", lauf=RUN, was="freigeben", who="Jemand").status_code == 303
    assert district.families() == {"Grothe", "Polat", "Ahrens"}
    page = browser.get("/staff/").text
    assert f"{RUN} ist veröffentlicht." in page
    assert f"{RUN} ist veröffentlicht." not in browser.get("/staff/").text
    with district.history() as history:
        assert history.decisions()[-1][:4] == (2, "published", NAME, "")


def test_rejecting_needs_a_reason(browser: Browser, district: District) -> None:
    answer = browser.post("/staff/entscheiden", lauf=RUN, was="ablehnen", grund="  ")
    assert answer.status_code == 400
    assert "Grund" in answer.text
    assert browser.post("/staff/entscheiden", lauf=RUN, was="ablehnen", grund="ein Versehen").status_code == 303
    with district.history() as history:
        assert history.decisions()[-1][:4] == (2, "rejected", NAME, "ein Versehen")
    assert len(district.families()) == 7


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({"lauf": "99", "was": "freigeben"}, 404, "Diesen Lauf gibt es nicht"),
        ({"lauf": "1", "was": "freigeben"}, 409, "wartet nicht auf eine Entscheidung"),
        ({"lauf": RUN, "was": "tanzen"}, 400, "nicht zu verstehen"),
        ({"lauf": RUN}, 400, "nicht zu verstehen"),
    ],
)
def test_what_cannot_be_decided_is_said(browser: Browser, form: dict[str, str], status: int, said: str) -> None:
    answer = browser.post("/staff/entscheiden", **form)
    assert answer.status_code == status
    assert said in answer.text


def test_while_a_run_is_active_nothing_is_decided(browser: Browser, district: District) -> None:
    with exclusive(district.data):
        answer = browser.post("/staff/entscheiden", lauf=RUN, was="freigeben")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "Ein Lauf ist gerade tätig" in answer.text
    assert browser.get("/staff/").status_code == 200


# ---- looking up ----------------------------------------------------------------------------------


def test_the_newest_report_and_any_other(browser: Browser) -> None:
    assert RUN in browser.get("/staff/bericht").text
    first = browser.get("/staff/bericht/00001-2026-03-02").text
    assert "00001-2026-03-02" in first
    assert browser.get("/staff/bericht/gestern").status_code == 404


def test_contacts_are_found_by_name_number_and_mail(browser: Browser, district: District) -> None:
    for word in ("Grothe", "07123 3320-14", "sabine.grothe@ahlbach.example", district.uid("Grothe")):
        assert browser.client.get("/staff/kontakte", query_string={"wort": word}).headers["Location"] == (
            f"/staff/kontakte/{district.uid('Grothe')}"
        )
    assert "4 Kontakte gefunden" in browser.get("/staff/kontakte?wort=Herr").text
    assert "Kein Kontakt gefunden" in browser.get("/staff/kontakte?wort=Niemand").text


def test_a_contact_is_explained(browser: Browser, district: District) -> None:
    text = browser.get(f"/staff/kontakte/{district.uid('Grothe')}").text
    assert "Telefon: Tel. 07123 3320-14" in text
    assert "00001-2026-03-02" in text
    assert "liste" in text
    assert browser.get("/staff/kontakte/unbekannt").status_code == 404


def test_what_people_type_stays_text(browser: Browser) -> None:
    text = browser.get("/staff/kontakte?wort=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_before_the_first_night_all_pages_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = staff(District(tmp_path / "neu"), monkeypatch)
    assert "noch nichts veröffentlicht" in browser.get("/staff/").text
    assert "Noch kein Bericht" in browser.get("/staff/bericht").text
    assert "Keine Korrektur" in browser.get("/staff/korrekturen").text
    assert browser.get("/staff/corrections.xlsx").status_code == 404
    assert browser.get("/staff/kontakte?wort=x").status_code == 200


# ---- corrections ---------------------------------------------------------------------------------


def workbook(*rows: tuple[str, ...]) -> bytes:
    """Corrections as staff save them."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Kontakt", "Feld", "Wert", "Wer", "Warum", "Gilt bis"), *rows):
        book.active.append(row)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


GOOD = workbook(("Grothe", "Telefon", "07123 3320-99", "Probst", "neuer Anschluss"), ("", "Schuhgröße", "44"))


def upload(browser: Browser, data: Path, body: bytes, *, seen: str | None = None) -> tuple[int, str]:
    """Send a workbook and follow to what is said."""
    form = {"stand": uploads.state(data) if seen is None else seen, "datei": (io.BytesIO(body), "corrections.xlsx")}
    answer = browser.post("/staff/korrekturen", **form)
    text = browser.get("/staff/korrekturen").text if answer.status_code == 303 else answer.text
    return answer.status_code, text


def test_corrections_go_out_and_come_back(browser: Browser, district: District) -> None:
    path = district.data / "corrections.xlsx"
    write_template(path)
    path.chmod(0o640)
    assert browser.get("/staff/corrections.xlsx").data == path.read_bytes()
    status, text = upload(browser, district.data, GOOD)
    assert status == 303
    assert "Übernommen: 1 Korrektur; " in text
    assert "1 Zeile wirkt nicht" in text
    assert "07123 3320-99" in text
    assert path.read_bytes() == GOOD
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(district.data.glob(".corr*"))


@pytest.mark.parametrize("body", [b"kein Excel", b"PK\x03\x04 kaputt", workbook()[:-200], b""])
def test_what_cannot_be_read_replaces_nothing(browser: Browser, district: District, body: bytes) -> None:
    write_template(district.data / "corrections.xlsx")
    before = (district.data / "corrections.xlsx").read_bytes()
    status, text = upload(browser, district.data, body)
    assert status == 400
    assert "hochgeladene Datei" in text or "auswählen" in text
    assert (district.data / "corrections.xlsx").read_bytes() == before


@pytest.mark.parametrize("lock", ["~$corrections.xlsx", ".~lock.corrections.xlsx#"])
def test_nobody_is_written_over_who_has_it_open(browser: Browser, district: District, lock: str) -> None:
    (district.data / lock).write_bytes(b"Probst")
    status, text = upload(browser, district.data, GOOD)
    assert (status, "gerade geöffnet" in text) == (409, True)
    assert not (district.data / "corrections.xlsx").exists()
    assert "gerade geöffnet" in browser.get("/staff/korrekturen").text


def test_nobody_is_written_over_who_was_faster(browser: Browser, district: District) -> None:
    seen = uploads.state(district.data)
    assert upload(browser, district.data, GOOD)[0] == 303
    status, text = upload(browser, district.data, workbook(), seen=seen)
    assert (status, "inzwischen geändert" in text) == (409, True)
    assert (district.data / "corrections.xlsx").read_bytes() == GOOD


def test_a_file_too_large_is_refused(browser: Browser, district: District, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "SIZE_LIMIT", 1_000)
    monkeypatch.setattr(Visitor, "max_content_length", 10_000)
    for size in (1_001, 20_000):
        assert upload(browser, district.data, b"x" * size)[0] == 413


def test_a_broken_file_on_the_disk_is_said(browser: Browser, district: District) -> None:
    (district.data / "corrections.xlsx").write_bytes(b"kaputt")
    text = browser.get("/staff/korrekturen").text
    assert "lässt sich nicht lesen" in text
    assert str(district.data) not in text


def test_published_is_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = staff(published(tmp_path), monkeypatch).get("/staff/").text
    assert "Nichts wartet auf eine Entscheidung" in text
    assert "veröffentlicht</span>" in text
