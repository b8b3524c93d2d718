"""The staff's pages: who may see them, which address is which page, and forms that nobody else can send."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from werkzeug.routing import Map, RequestRedirect, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from pipeline.config import Config
from pipeline.errors import BusyError, KreiskontakteError
from pipeline.job import now
from pipeline.serve import desk, uploads
from pipeline.serve.answers import AnswerError, page
from pipeline.serve.guesses import Guesses
from pipeline.serve.sessions import LONGEST, Session, Sessions
from pipeline.serve.users import Users

COOKIE = "kreiskontakte"
HOME = "/staff/"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PAGES = Map(
    [
        Rule("/staff/", endpoint="home"),
        Rule("/staff/stil.css", endpoint="style"),
        Rule("/staff/anmelden", endpoint="log_in"),
        Rule("/staff/abmelden", endpoint="log_out"),
        Rule("/staff/entscheiden", endpoint="decide"),
        Rule("/staff/bericht", endpoint="report"),
        Rule("/staff/bericht/<name>", endpoint="report"),
        Rule("/staff/kontakte", endpoint="contacts"),
        Rule("/staff/kontakte/<uid>", endpoint="contact"),
        Rule("/staff/korrekturen", endpoint="corrections"),
        Rule(f"/staff/{uploads.FILE}", endpoint="workbook"),
    ]
)
#: Pages that change something take a form and nothing else.
_FORMS = frozenset({"log_out", "decide"})
_BOTH = frozenset({"log_in", "corrections"})


@dataclass(slots=True)
class Visit:
    """One request of somebody who is logged in."""

    request: Request
    session: Session


class Staff:
    """What answers below `/staff/`."""

    def __init__(self, config: Config) -> None:
        self._config, self._users = config, Users(config.data)
        self._sessions, self._guesses = Sessions(), Guesses()

    def __call__(self, request: Request) -> Response:
        """The answer to a request. Raises AnswerError and KreiskontakteError."""
        endpoint, values = _matched(request)
        _check_method(request, endpoint)
        if endpoint == "style":
            return Response(_style(), mimetype="text/css")
        if endpoint == "log_in":
            return self._log_in(request)
        visit = self._visit(request)
        if visit is None:
            if request.method == "POST":
                raise AnswerError(403, "Die Anmeldung ist abgelaufen; bitte neu anmelden.")
            return redirect(HOME + "anmelden", 303)
        if request.method == "POST":
            _check_token(visit)
        answer: Callable[..., Response] = getattr(self, f"_{endpoint}")
        try:
            return answer(visit, **values)
        except BusyError:
            raise
        except KreiskontakteError as error:  # staff may read what is wrong
            raise AnswerError(409, f"{error}.") from error

    def _visit(self, request: Request) -> Visit | None:
        """Who it is: nobody whose password has changed or who was struck out since."""
        session = self._sessions.get(request.cookies.get(COOKIE, ""))
        if session is None or self._users.stamp(session.name) != session.stamp:
            return None
        return Visit(request, session)

    # ---- in and out ------------------------------------------------------------------------------

    def _log_in(self, request: Request) -> Response:
        if request.method != "POST":
            return page("anmelden.html", somebody=bool(self._users.names()), wrong=False, name="")
        _check_origin(request)
        name, place = " ".join(request.form.get("name", "").split()), request.remote_addr or ""
        if not self._guesses.allowed(place, name):
            raise AnswerError(429)
        password = request.form.get("kennwort", "")
        stamp = self._users.accepts(name, password)
        if stamp is None:
            self._guesses.wrong(place, password, name)
            return page("anmelden.html", 403, somebody=bool(self._users.names()), wrong=True, name=name)
        self._sessions.end(request.cookies.get(COOKIE, ""))
        answer = redirect(HOME, 303)
        ticket, secure = self._sessions.begin(name, stamp), request.scheme == "https"
        answer.set_cookie(COOKIE, ticket, int(LONGEST), path=HOME, secure=secure, httponly=True, samesite="Strict")
        return answer

    def _log_out(self, visit: Visit) -> Response:
        self._sessions.end(visit.request.cookies.get(COOKIE, ""))
        answer = redirect(HOME + "anmelden", 303)
        answer.delete_cookie(COOKIE, path=HOME, httponly=True, samesite="Strict")
        return answer

    # ---- pages -----------------------------------------------------------------------------------

    def _home(self, visit: Visit) -> Response:
        return self._page("start.html", visit, **desk.waiting(self._config))

    def _report(self, visit: Visit, name: str | None = None) -> Response:
        return self._page("bericht.html", visit, **desk.report(self._config, name))

    def _contacts(self, visit: Visit) -> Response:
        text = " ".join(visit.request.args.get("wort", "").split())[:200]
        found = desk.search(self._config, text) if text else []
        if len(found) == 1:
            return redirect(f"{HOME}kontakte/{found[0].uid}", 303)
        return self._page("kontakte.html", visit, text=text, found=found, most=desk.SHOWN)

    def _contact(self, visit: Visit, uid: str) -> Response:
        return self._page("kontakt.html", visit, **desk.contact(self._config, uid))

    def _decide(self, visit: Visit) -> Response:
        form = visit.request.form
        why = " ".join(form.get("grund", "").split())[:500]
        if form.get("was") not in ("freigeben", "ablehnen"):
            raise AnswerError(400)
        if form["was"] == "ablehnen" and not why:
            raise AnswerError(400, "Zum Ablehnen bitte einen Grund angeben.")
        reason = why if form["was"] == "ablehnen" else None
        visit.session.notice = desk.decide(self._config, form.get("lauf", ""), visit.session.name, reason)
        return redirect(HOME, 303)

    def _corrections(self, visit: Visit) -> Response:
        if visit.request.method != "POST":
            values = uploads.in_force(self._config.data, now().date())
            return self._page("korrekturen.html", visit, megabytes=uploads.SIZE_LIMIT >> 20, **values)
        file = visit.request.files.get("datei")
        body = file.read(uploads.SIZE_LIMIT + 1) if file else b""
        if not body:
            raise AnswerError(400, "Bitte eine Datei auswählen.")
        if len(body) > uploads.SIZE_LIMIT:
            raise AnswerError(413)
        seen = visit.request.form.get("stand", "")
        visit.session.notice = uploads.replace(self._config.data, body, seen)
        return redirect(HOME + "korrekturen", 303)

    def _workbook(self, _: Visit) -> Response:
        path = self._config.data / uploads.FILE
        if not path.is_file():
            raise AnswerError(404, "Die Datei entsteht mit dem ersten Lauf.")
        headers = {"Content-Disposition": f'attachment; filename="{uploads.FILE}"'}
        return Response(path.read_bytes(), mimetype=_WORKBOOK, headers=headers)

    def _page(self, template: str, visit: Visit, **values: object) -> Response:
        session = visit.session
        values |= {"who": session.name, "token": session.token, "notice": session.take_notice()}
        values |= {"here": visit.request.path, "district": self._config.district.name}
        return page(template, 200, **values)


def _matched(request: Request) -> tuple[str, dict[str, str]]:
    try:
        endpoint, values = _PAGES.bind_to_environ(request.environ).match(method="GET")
    except RequestRedirect as moved:
        raise AnswerError(404) from moved
    return str(endpoint), dict(values)


def _check_method(request: Request, endpoint: str) -> None:
    posts, reads = endpoint in _FORMS | _BOTH, endpoint not in _FORMS
    allowed = (*(("GET", "HEAD") if reads else ()), *(("POST",) if posts else ()))
    if request.method not in allowed:
        raise AnswerError(405, headers={"Allow": ", ".join(allowed)})


def _check_token(visit: Visit) -> None:
    _check_origin(visit.request)
    if not hmac.compare_digest(visit.request.form.get("token", "").encode(), visit.session.token.encode()):
        raise AnswerError(403, "Das Formular ist veraltet; bitte die Seite neu laden.")


def _check_origin(request: Request) -> None:
    """A form counts only if the browser says that it stood on one of our own pages."""
    site = request.headers.get("Sec-Fetch-Site")
    same = urlsplit(request.headers.get("Origin", "")).netloc == request.host if site is None else site == "same-origin"
    if not same:
        raise AnswerError(403, "Das Formular kam von einer fremden Seite.")


@cache
def _style() -> bytes:
    """The style of reports and what only these pages need."""
    report = files("pipeline.export") / "templates" / "report.css"
    return report.read_bytes() + (files("pipeline.serve") / "templates" / "verwaltung.css").read_bytes()
