"""Tabs and the panels that they open: a panel is called what its tab says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.transform.text import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: Attributes that say which panel a tab opens.
_OPENS = ("href", "aria-controls", "data-bs-target", "data-target")


class Tabs:
    """The tabs of a page, sought once: a page may have thousands of panels."""

    def __init__(self) -> None:
        self.by_name: dict[str, LexborNode] = {}
        self.by_panel: dict[str, LexborNode] = {}
        self.sought = False

    def title_of(self, panel: LexborNode, name: str) -> str:
        """What the tab says that opens a panel; `name` is the tab's id, or else the tab names the panel."""
        if not self.sought:
            self._seek(panel)
        tab = self.by_name.get(name) if name else self.by_panel.get(panel.attributes.get("id") or "")
        said = clean(tab.text() or "")[:200] if tab is not None else ""
        return "" if clean((panel.text() or "")[:400]).startswith(said) else said  # who is named there is named once

    def _seek(self, root: LexborNode) -> None:
        while root.parent is not None:
            root = root.parent
        self.sought = True
        for tab in root.css("[role=tab]"):
            self.by_name.setdefault(tab.attrs.get("id") or "", tab)
            for way in _OPENS:
                self.by_panel.setdefault((tab.attrs.get(way) or "").removeprefix("#"), tab)
        self.by_panel.pop("", None)
