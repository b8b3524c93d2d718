"""What every answer carries, and the pages that say in German why there is none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from pipeline.export.pages import environment_of

if TYPE_CHECKING:
    from jinja2 import Environment

#: No script but our own file, nothing from elsewhere, in nobody's frame.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
STAFF_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
#: A browser's own viewer shows documents, which needs styles of its own.
FILE_POLICY = "frame-ancestors 'none'"

#: status → (what, what to do)
_ERRORS = {
    400: ("Diese Anfrage ist nicht zu verstehen", "Bitte die Seite neu aufrufen."),
    401: ("Bitte anmelden", "Diese Seiten sind mit einem Kennwort geschützt."),
    403: ("Das ist nicht erlaubt", "Bitte zurückgehen und die Seite neu laden."),
    404: ("Diese Seite gibt es nicht", "Vielleicht ist sie umgezogen oder die Adresse hat einen Tippfehler."),
    405: ("So geht es hier nicht", "Diese Adresse ist nur zum Lesen da."),
    409: ("Das geht gerade nicht", "Bitte neu laden und noch einmal versuchen."),
    413: ("Das ist zu groß", "Bitte eine kleinere Datei nehmen."),
    429: ("Zu viele falsche Versuche", "Bitte eine Viertelstunde warten."),
    500: ("Da ist etwas schiefgegangen", "Bitte später noch einmal versuchen."),
    503: ("Das geht gerade nicht", "Bitte in einigen Minuten noch einmal versuchen."),
}


class AnswerError(Exception):
    """An answer that is an error; `detail` is a German sentence for whoever asked."""

    def __init__(self, status: int, detail: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(detail or _ERRORS[status][0])
        self.status, self.detail, self.headers = status, detail, headers or {}


@cache
def templates() -> Environment:
    """The staff's pages; what reports are made of may be used in them."""
    from jinja2 import ChoiceLoader, PackageLoader

    return environment_of(
        ChoiceLoader([PackageLoader("pipeline.serve", "templates"), PackageLoader("pipeline.export", "templates")])
    )


def page(template: str, status: int = 200, **values: object) -> Response:
    """An HTML page."""
    text = templates().get_template(template).render(**values)
    return Response(text, status, mimetype="text/html")


def error_page(error: AnswerError) -> Response:
    """The page for an error."""
    what, remedy = _ERRORS[error.status]
    answer = page("fehler.html", error.status, what=what, remedy=error.detail or remedy)
    answer.headers.extend(error.headers)
    if error.status in (429, 503):
        answer.headers["Retry-After"] = "900" if error.status == 429 else "60"
    return answer


def protect(answer: Response, *, staff: bool) -> Response:
    """Nothing is guessed, framed, or told to others. Staff's forms need their origin to be known to ourselves."""
    headers = answer.headers
    headers.setdefault("Content-Security-Policy", STAFF_POLICY if staff else PAGE_POLICY)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin" if staff else "no-referrer"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if staff:
        headers["Cache-Control"] = "no-store"
    return answer
