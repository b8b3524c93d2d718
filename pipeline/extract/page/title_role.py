"""A page that is called after a post: its title says what the person is who stands on it without a function."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.markup.lines import Line
from pipeline.extract.page.drafts import Draft
from pipeline.extract.page.heading_kinds import is_generic
from pipeline.extract.page.item import Item
from pipeline.transform.office import is_role

_ARTICLES = ("Der ", "Die ", "Das ", "Unser ", "Unsere ", "Ihr ", "Ihre ")

#: `Neue Jugendwartin für Neustadt`: the headline of a report.
_NEWS = re.compile(r"Neue[rs]? ")


def entitle(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """`Behindertenbeauftragter` over the first person, if all others have functions of their own."""
    people = [draft for draft in drafts if draft.name is not None and draft.region == "main"]
    bare = [draft for draft in people if not draft.roles and draft.inherited is None]
    if len(bare) != 1 or bare[0] is not people[0] or bare[0].prose or not bare[0].headings:
        return
    title, *below = bare[0].headings
    text = lines[title.line].text
    text = next((text.removeprefix(article) for article in _ARTICLES if text.startswith(article)), text)
    if (
        title.level == 1
        and is_role(text)
        and not _NEWS.match(text)
        and all(is_generic(lines[each.line].text) for each in below)
    ):
        bare[0].roles = [Item("role", title.line, 0, text)]
