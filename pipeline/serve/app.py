"""Which room an address belongs to; whatever goes wrong inside becomes a page, and every answer is protected."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from pipeline.config import Config
from pipeline.errors import BusyError, KreiskontakteError
from pipeline.job import now
from pipeline.serve import carddav
from pipeline.serve.answers import AnswerError, error_page, protect
from pipeline.serve.files import published_file
from pipeline.serve.guesses import Guesses
from pipeline.serve.health import health
from pipeline.serve.shelf import Shelf
from pipeline.serve.staff import HOME, Staff
from pipeline.serve.xml import check_xml

if TYPE_CHECKING:
    from pipeline.terminal import Log

#: More than the largest file that staff may send, as a form wraps it.
BODY_LIMIT = 6_291_456
_READING = ("GET", "HEAD")
_ASK = 'Basic realm="Kreiskontakte", charset="UTF-8"'


class Visitor(Request):
    """A request within bounds."""

    max_content_length = BODY_LIMIT
    max_form_memory_size = 65_536
    max_form_parts = 20


class App:
    """All of `serve` as one WSGI application."""

    def __init__(self, config: Config, log: Log | None = None, *, every_request: bool = False) -> None:
        self._config, self._log, self._every_request = config, log, every_request
        self._books, self._staff = carddav.AddressBooks(Shelf(config.data)), Staff(config)
        self._guesses = Guesses()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        began = time.monotonic()
        with Visitor(environ) as request:
            answer = self._answer(request)
            if self._log and self._every_request:
                took, length = round(time.monotonic() - began, 3), answer.content_length
                said = {"status": answer.status_code, "bytes": length, "took": took, "client": request.remote_addr}
                self._log.event("request", method=request.method, path=request.path, **said)
            return answer(environ, start_response)

    def _answer(self, request: Request) -> Response:
        staff = _is_below(request.path, "/staff")
        try:
            answer = self._room(request, staff=staff)
        except AnswerError as error:
            if isinstance(error.__cause__, KreiskontakteError):
                self._note(error.__cause__)
            answer = error_page(error)
        except HTTPException as error:
            answer = error_page(AnswerError(error.code if error.code in (400, 404, 405, 413) else 400))
        except BusyError:
            answer = error_page(AnswerError(503, "Ein Lauf ist gerade tätig; bitte in einigen Minuten noch einmal."))
        except KreiskontakteError as error:
            self._note(error)
            answer = error_page(AnswerError(503))
        except Exception as error:  # noqa: BLE001 - a surprise ends one request and not the server
            self._note(error)
            answer = error_page(AnswerError(500))
        return protect(answer, staff=staff)

    def _room(self, request: Request, *, staff: bool) -> Response:
        path = request.path
        if staff:
            return redirect(HOME, 308) if path == "/staff" else self._staff(request)
        if path == "/healthz":
            _only_reading(request)
            return health(self._config, now())
        if path.rstrip("/") == "/.well-known/carddav":
            return redirect(carddav.PREFIX + "/", 301)
        self._check_password(request)
        if _is_below(path, carddav.PREFIX):
            return self._books(request)
        if request.method in ("PROPFIND", "OPTIONS") and path == "/":
            check_xml(request.get_data())
            return redirect(carddav.PREFIX + "/", 301)  # where some address books begin to look
        _only_reading(request)
        return published_file(self._config.data, request)

    def _check_password(self, request: Request) -> None:
        """Readers need the password of [serve], if there is one; as whom they come does not matter."""
        wanted = self._config.serve.password
        if not wanted:
            return
        given, place = request.authorization, request.remote_addr or ""
        if given is None or given.type != "basic":
            raise AnswerError(401, headers={"WWW-Authenticate": _ASK})
        if not self._guesses.allowed(place):
            raise AnswerError(429)
        guess = given.password or ""
        if not hmac.compare_digest(_digest(guess), _digest(wanted)):
            self._guesses.wrong(place, guess)
            raise AnswerError(401, headers={"WWW-Authenticate": _ASK})

    def _note(self, error: Exception) -> None:
        """A failure is said even where requests are not."""
        if self._log:
            self._log.event("failed", error=f"{type(error).__name__}: {error}")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode(errors="replace")).digest()


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")


def _only_reading(request: Request) -> None:
    if request.method not in _READING:
        raise AnswerError(405, headers={"Allow": ", ".join(_READING)})
