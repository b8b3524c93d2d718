"""Which municipality a sheet is called after: `Pirna`, `Heidenau`, `Sebnitz`; `Vorstand` and `Gemeinden` are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.grid.headings import is_quarter
from pipeline.extract.grid.named_places import municipality_name, states_municipality
from pipeline.extract.grid.place_sections import (
    areas_in,
    in_areas_of_their_own,
    is_called_like_town,
    is_something_else,
    named_in_domains,
)
from pipeline.extract.workbook.sheets import Sheet
from pipeline.model import Rules
from pipeline.transform.municipality import find_municipality, municipalities
from pipeline.transform.text import fold

_PLAIN = re.compile(
    r"^(?:tabelle|sheet|blatt|table|list|liste|kontakte?|daten|uebersicht|adressen|export|ansprechpartner(?:innen)?|"
    r"gesamt|alle|aktuell|kontaktliste|telefonliste|verteiler|stand)\b|\d"
)


def sheet_municipalities(sheets: Sequence[Sheet], rules: Rules) -> dict[str, str]:
    """The municipalities after which sheets are called, by the names of the sheets.

    Without a known district other names count where towns are among them: as their endings, the mail addresses or the
    area codes below tell.
    """
    told = {sheet.name: sheet for sheet in sheets if sheet.name}
    stated = {name: town for name in told if (town := _stated(name, rules))}
    strange = bool(rules.ags and municipalities(rules.ags))  # the district's names are known, others are none of them
    if strange or len(told) < 2:
        return stated
    open_ones = {name: _sample(told[name]) for name in told if _may_be_town(name)}
    proven = {name for name, texts in open_ones.items() if _is_town(name.strip(), texts)}
    apart = in_areas_of_their_own({name: areas_in(texts) for name, texts in open_ones.items()})
    most = len(proven) * 2 > len(open_ones)
    return {name: name.strip() for name in open_ones if most or name in proven | apart} | stated


def _stated(name: str, rules: Rules) -> str | None:
    known = find_municipality(name, rules.ags) if rules.ags else None
    if known or states_municipality(name):
        return known or municipality_name(name, None)
    kind, _, quarter = name.strip().partition(" ")  # `Ortschaft Weier`
    return quarter if is_quarter(kind) and quarter[:1].isupper() else None


def _may_be_town(name: str) -> bool:
    return not _PLAIN.search(fold(name)) and not is_something_else(name.strip())


def _is_town(name: str, texts: Sequence[str]) -> bool:
    return is_called_like_town(name) or bool(named_in_domains([name], texts))


def _sample(sheet: Sheet) -> list[str]:
    """What the first rows of a sheet say."""
    return [cell.text for row in list(sheet.rows.values())[:200] for cell in row.values()]
