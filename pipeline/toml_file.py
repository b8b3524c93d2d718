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


def read_toml(file: Path) -> dict[str, Any]:
    """The tables of a file; raises ConfigError if it is not there, cannot be read or is no TOML."""
    text = _contents(file)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also of a number with thousands of digits
        raise ConfigError(str(file), (_what_is_wrong(text, str(error)),)) from error


def _contents(file: Path) -> str:
    try:
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
