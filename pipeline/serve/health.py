"""One line for a monitor: the last good night, held or not; 503 where nobody should be content with it."""

from __future__ import annotations

from datetime import datetime, timedelta

from werkzeug.wrappers import Response

from pipeline.config import Config
from pipeline.data_directory import opened
from pipeline.errors import KreiskontakteError
from pipeline.good_night import last_good_night
from pipeline.history import History
from pipeline.model import Run

#: A night later than this is missing.
OLDEST = timedelta(hours=36)


def health(config: Config, now: datetime) -> Response:
    """200 or 503, and why."""
    try:
        with opened(config.data, write=False) as history:
            good, line = _state(config, history, now)
    except KreiskontakteError:
        good, line = False, "FEHLER: der Stand ist nicht zu lesen; mit `kreiskontakte check` prüfen"
    return Response(line + "\n", 200 if good else 503, mimetype="text/plain", headers={"Cache-Control": "no-store"})


def _state(config: Config, history: History, now: datetime) -> tuple[bool, str]:
    held = _held(history.pending())
    if not (config.data / "public" / "kontakte.json").is_file():
        return False, f"LEER: nichts veröffentlicht; {held}"
    recorded = history.last_counting()
    known = (last_good_night(config.data), recorded.finished if recorded else None)
    last = max((moment for moment in known if moment), default=None)
    if last is None:
        return False, f"ALT: keine gute Nacht bekannt; {held}"
    good = now - last <= OLDEST
    return good, f"{'OK' if good else 'ALT'}: letzte gute Nacht {last:%Y-%m-%dT%H:%MZ}; {held}"


def _held(waiting: Run | None) -> str:
    return f"zurückgehalten: {waiting.name}" if waiting else "nichts zurückgehalten"
