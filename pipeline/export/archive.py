"""A workbook's archive without the clock: the same content gives the same bytes.

openpyxl stamps the present into the properties and into each part, and cannot write `ignoredErrors`; both are mended
here in the finished parts (ECMA-376, part 1, 18.3.1.99 for the place where `ignoredErrors` stands).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
#: What may follow `ignoredErrors` in a sheet.
_AFTER = re.compile(rb"<(?:smartTags|drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP knows


def settled(body: bytes, moment: datetime, texts: Mapping[str, str]) -> bytes:
    """The workbook as if made at `moment`; `texts` names the cells of a sheet's part (`xl/worksheets/sheet1.xml`) that
    are text whatever they look like, so that no green triangle offers to make them a number."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _stamped(part, moment)
            if name in texts:
                part = _without_triangles(part, texts[name])
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # as on every system
            info.external_attr = 0
            new.writestr(info, part)
    return out.getvalue()


def _stamped(part: bytes, moment: datetime) -> bytes:
    stamp = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode()
    return _STAMP.sub(lambda found: found[1] + stamp + found[2], part)


def _without_triangles(part: bytes, cells: str) -> bytes:
    note = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()
    place = _AFTER.search(part, part.rfind(b"</sheetData>"))
    at = place.start() if place else len(part)
    return part[:at] + note + part[at:]
