"""The bill of materials names exactly what the lock file installs."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pipeline import __version__
from tools.sbom import sbom

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_it_is_up_to_date() -> None:
    written = json.loads((ROOT / "sbom.json").read_text(encoding="utf-8"))
    assert written == sbom(LOCK, "kreiskontakte", __version__), "make sbom"


def test_every_package_has_a_version() -> None:
    components = sbom(LOCK, "kreiskontakte", __version__)["components"]
    assert len(components) == len(re.findall(r"^[\w.-]+==", LOCK, re.MULTILINE)) > 20
    assert all(component["version"] in component["purl"] for component in components)
