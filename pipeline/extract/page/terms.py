"""Until or from when somebody is there: `Eva Muster (bis 31.12.2026)`. No function, and for somebody to look at.

No clock is asked, so that a page is read alike on every day: she is taken as long as the page names her.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft
from pipeline.model import Finding

_MONTH = r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTH})\s?(?:20)?\d\d|(?:{_MONTH} |Ende |Anfang |\d\d/)?20\d\d)"
_TERM = (
    r"(?:(?:nur|noch|voraussichtlich|vsl\.) )?(?:ab|bis|von|vom)(?: einschl\S*)?(?: zum| dem)? "
    rf"{_DATE}(?: bis(?: zum)? {_DATE})?"
)
_SINCE = rf"seit(?: dem)? {_DATE}"
_WHOLE = re.compile(rf"\W*(?:{_TERM}|{_SINCE})\W*", re.IGNORECASE)
#: Alone in its line, in brackets or between commas.
_SAID = re.compile(rf"(?:^|[(,;–-] ?)(?P<term>{_TERM}) ?(?=[),;:]|$)", re.IGNORECASE)
#: So many lines below a name may say it.
_BELOW = 3


def is_term(text: str) -> bool:
    """True for a text that says nothing but until, from or since when: nobody's function."""
    return _WHOLE.fullmatch(text) is not None


def term_findings(drafts: Iterable[Draft], lines: Sequence[Line]) -> list[Finding]:
    """People who are there for a time only, as their entries say."""
    return [
        Finding("term", "info", f"{draft.name.text}, {said['term']}"[:200], lines[index].where)
        for draft in drafts
        if draft.name is not None and draft.reached and not draft.prose
        for index in range(draft.name.line, min(draft.last, draft.name.line + _BELOW) + 1)
        if "20" in lines[index].text
        for said in _SAID.finditer(lines[index].text, _behind(draft, index))
    ]


def _behind(draft: Draft, index: int) -> int:
    """Where what is said of somebody begins in a line."""
    return draft.name.start + len(draft.name.text) if draft.name and index == draft.name.line else 0
