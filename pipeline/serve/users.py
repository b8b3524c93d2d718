"""Who may enter the staff pages: `users.json` in the data directory, names with scrypt hashes, for its owner only."""

from __future__ import annotations

import json
import os
import unicodedata
from functools import cache
from pathlib import Path

from pipeline.disk import read_file
from pipeline.errors import ConfigError, KreiskontakteError, PublishError

FILE = "users.json"
SHORTEST = 10  # characters of a password
LONGEST = 200
#: OWASP's advice for scrypt, in 32 MiB: about a quarter of a second for each guess.
METHOD = "scrypt:32768:8:3"


class Users:
    """The people of one district. Whoever writes holds the data directory (`exclusive`)."""

    def __init__(self, data: Path) -> None:
        self._path = data / FILE

    def names(self) -> tuple[str, ...]:
        """Everybody by name."""
        return tuple(sorted(self._hashes()))

    def add(self, name: str, password: str) -> bool:
        """Enter somebody, or give a known one a new password; returns whether the name was known."""
        from werkzeug.security import generate_password_hash

        hashes = self._hashes()
        known = name in hashes
        self._write({**hashes, name: generate_password_hash(password, METHOD)})
        return known

    def remove(self, name: str) -> None:
        """Strike somebody out."""
        self.must_know(name)
        self._write({known: stored for known, stored in self._hashes().items() if known != name})

    def must_know(self, name: str) -> None:
        """Raises ConfigError (wrong use) for a name that is not entered."""
        if name not in self._hashes():
            known = ", ".join(self.names()) or "noch niemand"
            raise ConfigError(name, (f"ist nicht eingetragen; eingetragen sind: {known}",))

    def stamp(self, name: str) -> str | None:
        """Changes with the password; None for somebody who is not entered."""
        return self._hashes().get(name)

    def accepts(self, name: str, password: str) -> str | None:
        """The stamp if name and password belong together; an unknown name takes as long as a wrong password."""
        from werkzeug.security import check_password_hash

        stored = self._hashes().get(name)
        good = check_password_hash(stored or _nobody(), password[:LONGEST])
        return stored if good else None

    def _hashes(self) -> dict[str, str]:
        try:
            found = json.loads(read_file(self._path))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise KreiskontakteError(f"{self._path}: lässt sich nicht lesen ({error.strerror})") from error
        except ValueError as error:
            raise KreiskontakteError(f"{self._path}: ist beschädigt; löschen und alle neu eintragen") from error
        if not isinstance(found, dict) or not all(isinstance(stored, str) for stored in found.values()):
            raise KreiskontakteError(f"{self._path}: ist beschädigt; löschen und alle neu eintragen")
        return found

    def _write(self, hashes: dict[str, str]) -> None:
        new = self._path.with_name(f".{FILE}.neu")
        text = json.dumps(hashes, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        try:
            new.unlink(missing_ok=True)
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(handle)
            new.replace(self._path)
        except OSError as error:
            raise PublishError(f"{self._path}: lässt sich nicht schreiben ({error.strerror}); Rechte prüfen") from error


@cache
def _nobody() -> str:
    """The hash of a password that nobody has."""
    from werkzeug.security import generate_password_hash

    return generate_password_hash(os.urandom(16).hex(), METHOD)


def proper_name(text: str) -> str:
    """A name as it is stored; raises ConfigError (wrong use) for what is none."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not 0 < len(name) <= 64 or any(unicodedata.category(char)[0] == "C" for char in name):
        raise ConfigError("NAME", ("zwischen 1 und 64 sichtbare Zeichen angeben",))
    return name


def proper_password(text: str) -> str:
    """A password long enough; raises ConfigError (wrong use)."""
    if not SHORTEST <= len(text) <= LONGEST:
        raise ConfigError("Kennwort", (f"zwischen {SHORTEST} und {LONGEST} Zeichen angeben",))
    return text
