"""Lists laid out for paper: the title again on the next page, `Seite 2 von 3`. Neither says anything about anybody."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.extract.grid.column_content import is_data
from pipeline.extract.layout import Cell
from pipeline.transform.names import is_person
from pipeline.transform.text import clean

_MARK = re.compile(
    r"(?<![\s,|(–-])[\s,|(–-]*\b(?:(?:Seite|Blatt|S\.)\s?\d{1,3}(?:\s?(?:von|/)\s?\d{1,3})?|Fortsetzung|Forts\.)[\s)–-]*$"
)


def without_page(text: str) -> str:
    """A title without the number of its page: `Beratung im Kreis – Seite 2`."""
    return _MARK.sub("", clean(text))


def is_page_break(own: Sequence[Cell], titles: Collection[str], sectioned: bool) -> bool:
    """Whether all that stands in a row are titles of the table again, or numbers of pages.

    Where people stand in sections (`sectioned`), a title without a page may be one of them.
    """
    texts = [] if any(cell.links for cell in own) else [clean(cell.text) for cell in own]
    bare = [without_page(text) for text in texts]
    if not bare or (sectioned and bare == texts):
        return False
    return all(not text or text in titles for text in bare) and not _reaches_somebody(texts)


def _reaches_somebody(texts: Sequence[str]) -> bool:
    """Whether a person and her data stand beside each other, which above the head of another table are rows, too."""
    return any(map(is_data, texts)) and any(map(is_person, texts))
