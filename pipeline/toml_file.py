"""A TOML file as tables; what is wrong with it is said with its line, in German."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from pipeline.disk import read_file
from pipeline.errors import ConfigError

#: Where tomllib stopped: `(at line 3, column 5)`, `(at end of document)`.
_STOPPED = re.compile(r"\(at (?:line (?P<line>\d+)|end)")


#: Far more than the largest district needs. A parser's time grows with the square of the parts of one key.
_BYTES, _DOTS = 1_048_576, 500


def read_toml(file: Path) -> dict[str, Any]:
    """The tables of a file; raises ConfigError if it is not there, cannot be read or is no TOML."""
    text = _contents(file)
    _refuse_endless(file, text)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also of a number with thousands of digits
        raise ConfigError(str(file), (_what_is_wrong(text, str(error)),)) from error


def _refuse_endless(file: Path, text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _DOTS:
            problem = f"Zeile {number} hat mehr als {_DOTS} Punkte; kürzen oder auf mehrere Zeilen verteilen"
            raise ConfigError(str(file), (problem,))


def _contents(file: Path) -> str:
    try:
        if file.stat().st_size > _BYTES:
            raise ConfigError(str(file), (f"ist größer als {_BYTES} Bytes; prüfen, ob es die richtige Datei ist",))
        return read_file(file).decode("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(str(file), ("die Datei gibt es nicht; mit --config eine andere nennen",)) from None
    except OSError as error:
        raise ConfigError(str(file), (f"lässt sich nicht lesen ({error.strerror})",)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(file), ("ist kein UTF-8; als UTF-8 speichern",)) from error


def _what_is_wrong(text: str, error: str) -> str:
    """tomllib says it in English prose only; the line is what helps."""
    place = _STOPPED.search(error)
    if not place:
        return "ist kein gültiges TOML, eine Zahl oder Verschachtelung ist zu groß; die Datei kürzen"
    if not place["line"]:
        return "ist kein gültiges TOML, am Ende fehlt etwas; Klammern und Anführungszeichen schließen"
    line = "".join(c if c.isprintable() else " " for c in text.split("\n")[int(place["line"]) - 1]).strip()
    return f"Zeile {place['line']} ist kein gültiges TOML: „{line[:60]}“; Schreibweise berichtigen"
