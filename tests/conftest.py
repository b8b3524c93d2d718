"""What holds for the whole suite."""

from __future__ import annotations

import signal

# A shell starts its background jobs with SIGINT ignored, and children inherit that: servers and runs under test would
# never hear it, and their tests would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)
