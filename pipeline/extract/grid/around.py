"""What stands around a row and counts for it where it says nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.grid.cell_values import Calling
from pipeline.model import Reading, Rules


@dataclass(slots=True)
class Around:
    """The district, the area code, values of section, title and sheet, and the columns with family names first."""

    rules: Rules
    calling: Calling
    given: dict[str, Reading]
    section: dict[str, Reading] = field(default_factory=dict)
    family_first: dict[int, bool] = field(default_factory=dict)
