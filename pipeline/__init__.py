"""kreiskontakte: collects, checks and publishes the contacts of a German district, every night."""

import sys

__version__ = "0.1.0"

_unwanted, sys.dont_write_bytecode = sys.dont_write_bytecode, True
from pipeline.room import has_room  # noqa: E402 - before any other module is compiled

sys.dont_write_bytecode = _unwanted or not has_room()
