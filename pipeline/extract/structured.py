"""Contacts that a page gives to machines: JSON-LD, microdata in attributes, state data of script frameworks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Record, Rules

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read_structured(tree: LexborHTMLParser, rules: Rules) -> tuple[Record, ...]:
    """The records of a page's structured data."""
    return ()
