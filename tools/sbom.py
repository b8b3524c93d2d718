"""`sbom.json` from `requirements.lock`: what is installed beside the program, in CycloneDX 1.5 (ECMA-424).

Neither time nor serial number: the same lock file gives the same bytes. The hashes stand in the lock file.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)")


def sbom(lock: str, name: str, version: str) -> dict[str, Any]:
    """The bill of materials for a lock file's text."""
    components = [
        _component(found[1].lower(), found[2]) for line in lock.splitlines() if (found := _PACKAGE.match(line))
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "version": version}},
        "components": components,
    }


def _component(name: str, version: str) -> dict[str, Any]:
    address = f"pkg:pypi/{name.replace('_', '-')}@{version}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}


def main() -> None:
    """Write `sbom.json` beside the lock file."""
    sys.path.insert(0, str(ROOT))
    from pipeline import __version__

    made = sbom((ROOT / "requirements.lock").read_text(encoding="utf-8"), "kreiskontakte", __version__)
    (ROOT / "sbom.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
