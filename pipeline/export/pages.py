"""How HTML is made: templates with everything escaped, links only to what people may follow."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline.export import links

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment
    from markupsafe import Markup


@cache
def environment() -> Environment:
    """The templates of this room."""
    from jinja2 import PackageLoader

    return environment_of(PackageLoader("pipeline.export", "templates"))


def environment_of(loader: BaseLoader) -> Environment:
    """Templates; every value is escaped, a name that is missing is an error."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(web=links.web, tel=links.tel, mailto=links.mailto, file_url=links.file_url)
    made.globals.update(card_path=links.card_path, code_path=links.code_path)
    made.filters.update(breakable=_breakable, host=_host)
    return made


def _breakable(text: str) -> Markup:
    """A long address may be broken behind these signs, and nowhere better."""
    from markupsafe import Markup, escape

    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=[@./_-])(?=.)", text))


def _host(url: str) -> str:
    """What people recognise in a web address."""
    return (urlsplit(links.web(url) or "").hostname or url).removeprefix("www.")
