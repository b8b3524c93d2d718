"""A night without change over the sample district, against starting Python and importing what that night needed.

The server runs in this process, the night in a child; the time the server spends is measured and left out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pipeline.config import load_config
from pipeline.demo import Site, serve, write_config
from pipeline.job import nightly

_MODULES = """
import json, sys
from pipeline.cli import _status
_status(["run", "--quiet", "--config", sys.argv[1]], verbose=False)
print(json.dumps([name for name, module in sys.modules.items() if getattr(module, "__spec__", None)]))
"""


def timed(command: list[str]) -> float:
    """Seconds of one child process, which has to end well."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def served(site: Site) -> float:
    """Seconds the server has spent so far."""
    return sum(site.seconds)


def main() -> None:
    """Print both medians in milliseconds and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, serve() as site:
        config = write_config(Path(folder), site.base)
        nightly(load_config(config))
        night = [sys.executable, "-m", "pipeline", "run", "--quiet", "--config", str(config)]
        timed(night)
        listed = subprocess.run([sys.executable, "-c", _MODULES, str(config)], check=True, capture_output=True)
        names = [name for name in json.loads(listed.stdout) if name not in ("__main__", "pipeline.__main__")]
        imports = [sys.executable, "-c", "\n".join(f"import {name}" for name in names)]
        nights, starts = [], []
        for _ in range(rounds):
            before = served(site)
            nights.append(timed(night) - (served(site) - before))
            starts.append(timed(imports))
    quiet, start = statistics.median(nights) * 1000, statistics.median(starts) * 1000
    print(f"quiet night {quiet:.0f} ms, start and imports {start:.0f} ms, ratio {quiet / start:.2f} ({rounds} rounds)")


if __name__ == "__main__":
    main()
