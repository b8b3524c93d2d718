"""Cosmetic changes to a page: what editors, browsers and content management systems change without meaning anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Mutation = Callable[[str], str]
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[^<>]*?)?)(/?)>")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_SCRIPT = re.compile(r"(<(script|style|pre)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)


def _outside_scripts(html: str, change: Mutation) -> str:
    """Changes everything but scripts, styles and preformatted text."""
    parts = _SCRIPT.split(html)
    return "".join(
        change(part) if index % 3 == 0 else (part if index % 3 == 1 else "") for index, part in enumerate(parts)
    )


def _tags(html: str, change: Callable[[re.Match[str]], str]) -> str:
    return _outside_scripts(html, lambda text: _TAG.sub(change, text))


def _texts(html: str, change: Mutation) -> str:
    """Changes the texts between tags of the body."""
    head, body, rest = html.partition("<body")
    return (
        head
        + body
        + _outside_scripts(rest, lambda part: re.sub(r">[^<>]+<", lambda m: ">" + change(m[0][1:-1]) + "<", part))
    )


def _attributes(match: re.Match[str], reverse: bool = False, quote: str | None = None) -> str:
    found = [(a[1], a[2]) for a in _ATTRIBUTE.finditer(match[2])]
    if reverse:
        found.reverse()
    written = [name if value is None else f"{name}={_quoted(value, quote)}" for name, value in found]
    return f"<{' '.join([match[1], *written])}{match[3]}>"


def _quoted(value: str, quote: str | None) -> str:
    if quote is None or value[0] not in "\"'" or quote in value[1:-1]:
        return value
    return f"{quote}{value[1:-1]}{quote}"


def attribute_order(html: str) -> str:
    return _tags(html, lambda match: _attributes(match, reverse=True))


def single_quotes(html: str) -> str:
    return _tags(html, lambda match: _attributes(match, quote="'"))


def upper_case_tags(html: str) -> str:
    html = _tags(html, lambda match: f"<{match[1].upper()}{match[2]}{match[3]}>")
    return _outside_scripts(html, lambda text: re.sub(r"</([\w-]+)>", lambda m: f"</{m[1].upper()}>", text))


def xhtml_breaks(html: str) -> str:
    return html.replace("<br>", "<br />")


def data_attributes(html: str) -> str:
    return _tags(html, lambda match: f'<{match[1]}{match[2]} data-v-7ba5bd90="" data-track="4711"{match[3]}>')


def identifiers(html: str) -> str:
    count = iter(range(10_000, 90_000))
    return re.sub(r"<(div|p|li)>", lambda match: f'<{match[1]} id="c{next(count)}">', html)


def meaningless_classes(html: str) -> str:
    return re.sub(r"<(p|li|ul|h[1-6]|td|tr)>", r'<\1 class="bodytext even css-1x2y3z">', html)


def more_blanks(html: str) -> str:
    return _texts(html, lambda text: text.replace(" ", "  "))


def line_breaks_for_blanks(html: str) -> str:
    return _texts(html, lambda text: text.replace(" ", "\n\t"))


def blanks_between_tags(html: str) -> str:
    return _outside_scripts(html, lambda text: re.sub(r"(</(?:p|div|li|tr|td|th|h\d|ul|table)>)", r"\1\n     ", text))


def windows_line_ends(html: str) -> str:
    return html.replace("\n", "\r\n")


def no_break_spaces(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=\S) (?=\S)", "\xa0", text))


def no_break_entities(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=\d) (?=\d)", "&nbsp;", text))


def narrow_blanks_in_numbers(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=\d) (?=\d)", "\u202f", text))


def decomposed(html: str) -> str:
    return unicodedata.normalize("NFD", html)


def composed(html: str) -> str:
    return unicodedata.normalize("NFC", html)


def umlauts_as_entities(html: str) -> str:
    table = {"ä": "&auml;", "ö": "&ouml;", "ü": "&uuml;", "ß": "&szlig;", "Ä": "&Auml;", "Ö": "&Ouml;", "Ü": "&Uuml;"}
    return _outside_scripts(html, lambda text: text.translate(str.maketrans(table)))


def letters_as_numbers(html: str) -> str:
    return _outside_scripts(html, lambda text: re.sub(r"[^\x00-\x7f]", lambda match: f"&#{ord(match[0])};", text))


def at_as_entity(html: str) -> str:
    return _texts(html, lambda text: text.replace("@", "&#64;"))


def comments(html: str) -> str:
    return _outside_scripts(
        html, lambda text: re.sub(r"(</(?:p|div|li|h\d)>)", r"\1<!-- Ende 07161 12345 a@b.example -->", text)
    )


def comments_between_words(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=\S) (?=\S)", " <!-- x -->", text, count=1))


def search_marks(html: str) -> str:
    return html.replace("<main", "<!--TYPO3SEARCH_begin--><main").replace("</main>", "</main><!--TYPO3SEARCH_end-->")


def wrapped_body(html: str) -> str:
    return re.sub(r"(<body[^>]*>)", r"\1<div><div>", html).replace("</body>", "</div></div></body>")


def wrapped_paragraphs(html: str) -> str:
    return re.sub(r"<p\b(.*?)</p>", r"<div><p\1</p></div>", html, flags=re.DOTALL)


def span_in_paragraphs(html: str) -> str:
    return re.sub(r"<p(\s[^>]*)?>(.*?)</p>", lambda m: f"<p{m[1] or ''}><span>{m[2]}</span></p>", html, flags=re.DOTALL)


def font_in_cells(html: str) -> str:
    return re.sub(r"<td>(.*?)</td>", r'<td><font face="Arial">\1</font></td>', html, flags=re.DOTALL)


def strong_for_b(html: str) -> str:
    return re.sub(r"<(/?)b>", r"<\1strong>", html)


def copyright_year(html: str) -> str:
    return html.replace("</footer>", "<p>© 2031 Landkreis Musterbach</p></footer>")


def other_navigation(html: str) -> str:
    items = "".join(f'<li><a href="/bereich-{n}">Bereich {n}</a></li>' for n in range(30))
    return html.replace("<nav>", f"<nav><ul>{items}</ul>")


def breadcrumb(html: str) -> str:
    crumb = '<ol class="breadcrumb"><li><a href="/">Startseite</a></li><li><a href="/amt">Landratsamt</a></li></ol>'
    return re.sub(r"(<main[^>]*>)", rf"{crumb}\1", html)


def cookie_notice(html: str) -> str:
    note = (
        '<div id="usercentrics" class="consent-layer"><p>Wir verwenden Cookies.</p><button>Alle annehmen</button></div>'
    )
    return html.replace("</body>", note + "</body>")


def tracking_script(html: str) -> str:
    return html.replace("</body>", "<script>var _paq=[['setSiteId','07161440211']];</script></body>")


def style_block(html: str) -> str:
    return html.replace("</head>", "<style>.a{color:#071614}@media print{.b{display:none}}</style></head>")


def link_tokens(html: str) -> str:
    return re.sub(
        r'href="(/(?!files|file|site|output|sixcms|download)[\w-]*)"', r'href="\1?cHash=5a1b2c3d4e&amp;L=0"', html
    )


def windows_of_links(html: str) -> str:
    note = '<span class="sr-only"> (öffnet in neuem Fenster)</span>'
    return re.sub(r'(<a [^>]*href="https?:[^>]*>)(.*?)(</a>)', rf"\1\2{note}\3", html, flags=re.DOTALL)


def share_buttons(html: str) -> str:
    share = '<li><a href="https://x.example/share">teilen</a></li><li><a href="#">drucken</a></li>'
    bar = f'<ul class="social-share">{share}</ul>'
    return html.replace("</main>", bar + "</main>")


def to_the_top(html: str) -> str:
    return html.replace("</main>", '<p><a href="#top">Nach oben</a></p></main>')


def print_date(html: str) -> str:
    return html.replace("</footer>", "<p>Seite gedruckt am 12.03.2031, 14:35 Uhr</p></footer>")


def soft_hyphens(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=[a-zäöü]{5})(?=[a-zäöü]{5})(?![^ ]*[@.])", "\u00ad", text))


def zero_width_spaces(html: str) -> str:
    return _texts(html, lambda text: re.sub(r"(?<=\w)$", "\u200b", text))


def end_tags_left_out(html: str) -> str:
    return re.sub(r"</(?:li|dd|dt|tr|td|th)>", "", html)


def language_attributes(html: str) -> str:
    return re.sub(r"<(p|h[1-6]|li)(?=[ >])", r'<\1 lang="de" dir="ltr"', html)


MUTATIONS: tuple[Mutation, ...] = tuple(
    value for name, value in list(globals().items())
    if callable(value) and not name.startswith("_") and getattr(value, "__module__",
    "") == __name__ and name != "Mutation"
)  # fmt: skip
