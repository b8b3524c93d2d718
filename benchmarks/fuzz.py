"""Coverage-guided fuzzing of everything that reads what others wrote; no part of the tests (`pip install atheris`).

python benchmarks/fuzz.py page|sheet|text|robots|config FOLDER [libFuzzer options, e.g. -max_total_time=1800]

FOLDER keeps the corpus. What crashes, hangs (10 s) or grows (1 GiB) is written beside it and belongs, made small, into
`tests/fuzz/corpus/`, where the tests try it for ever.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Hand one target to libFuzzer."""
    name, folder, *options = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    seeds = Path(__file__).parents[1] / "tests" / "fuzz" / "corpus" / name
    limits = ["-timeout=10", "-rss_limit_mb=1024", "-max_len=65536"]
    atheris.Setup([sys.argv[0], folder, *([str(seeds)] if seeds.is_dir() else []), *limits, *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
