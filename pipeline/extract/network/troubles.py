"""What can go wrong on the wire, in words for people."""

from __future__ import annotations


class ExchangeError(Exception):
    """No whole answer came; the text says why in German. `again` says that a second try may help, `slow` that time
    ran out, `unreached` that no word was exchanged at all."""

    def __init__(self, cause: str, *, again: bool = False, slow: bool = False, unreached: bool = False) -> None:
        super().__init__(cause)
        self.again = again
        self.slow = slow
        self.unreached = unreached


def printable(text: str) -> str:
    """What a server wrote, harmless enough for a message."""
    return "".join(char for char in text[:40] if " " <= char <= "~")


def too_slow(*, unreached: bool = False) -> ExchangeError:
    """The time for the whole exchange is over."""
    return ExchangeError(
        "der Server war in der erlaubten Zeit nicht fertig ([fetch] timeout)", slow=True, unreached=unreached
    )


def too_large(limit: int) -> ExchangeError:
    """The wall of `max_bytes`."""
    return ExchangeError(f"die Antwort ist größer als {limit} Bytes ([fetch] max_bytes)")


def in_words(error: OSError, *, unreached: bool = False) -> ExchangeError:
    """What went wrong on the wire, for people."""
    if isinstance(error, TimeoutError):
        return too_slow(unreached=unreached)
    if isinstance(error, ConnectionRefusedError):
        return ExchangeError("der Server nimmt keine Verbindung an", unreached=True)
    if isinstance(error, ConnectionError):
        return ExchangeError("der Server hat die Verbindung abgebrochen", again=True, unreached=unreached)
    if type(error).__module__ == "ssl":
        return ExchangeError(_tls(error), unreached=unreached)
    return ExchangeError(f"der Server ist nicht erreichbar ({error.strerror or error})", unreached=unreached)


#: OpenSSL's verify codes → what people need to know.
_CERTIFICATE = {
    9: "ist noch nicht gültig",
    10: "ist abgelaufen",
    18: "hat sich der Server selbst ausgestellt",
    19: "stammt von einer unbekannten Stelle",
    20: "stammt von einer unbekannten Stelle",
    21: "stammt von einer unbekannten Stelle",
    23: "wurde zurückgezogen",
    62: "gilt für einen anderen Server",
    64: "gilt für einen anderen Server",
}


def _tls(error: OSError) -> str:
    code = getattr(error, "verify_code", None)
    if code is not None:
        return f"das Zertifikat {_CERTIFICATE.get(code, 'lässt sich nicht prüfen')}; die Verbindung wäre nicht sicher"
    reason = str(getattr(error, "reason", None) or "")
    if "EOF" in reason or type(error).__name__ in ("SSLEOFError", "SSLZeroReturnError"):
        return "der Server hat die verschlüsselte Verbindung abgebrochen"
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"):
        return "der Server spricht hier kein TLS (https)"
    return f"die verschlüsselte Verbindung kommt nicht zustande ({reason or type(error).__name__})"
