"""kreiskontakte: collects, checks and publishes the contacts of a German district, every night."""

import signal
import sys

__version__ = "0.1.0"

# As a command it ends at once and without a traceback until `__main__` says better; `-m` stands here only so long.
if sys.argv[:1] == ["-m"] and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

_unwanted, sys.dont_write_bytecode = sys.dont_write_bytecode, True
from pipeline.room import has_room  # noqa: E402 - before any other module is compiled

sys.dont_write_bytecode = _unwanted or not has_room()
