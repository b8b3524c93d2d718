"""Hands one message over, in a process of its own: `python -m pipeline.messenger`, address and message on stdin.

What sends for Apprise reads an answer to its end, however long that is. Here a server that never ends with it costs
this process, which may have little memory and little time, and not the night.
"""

from __future__ import annotations

import resource
import signal
import sys

import msgspec

from pipeline.notify import PATIENCE, Message, by_apprise

#: Bytes of address space; Apprise needs a third of it.
_MEMORY = 400_000_000


def main() -> int:
    """0 if the message was taken."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = _MEMORY if most == resource.RLIM_INFINITY else min(_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    signal.alarm(round(PATIENCE))  # whoever waits for it may be gone
    url, message = msgspec.json.decode(sys.stdin.buffer.read(), type=tuple[str, Message])
    return 0 if by_apprise(url, message) else 1


if __name__ == "__main__":
    sys.exit(main())
