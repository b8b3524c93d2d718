"""A line as its signs: every dash a hyphen, every digit ASCII, what is plainly no phone blanked out; runs of digits.

All steps keep the length, so that a position here is a position in the cleaned line.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.transform.text import clean, clean_with_offsets

#: Stands for each character of what is plainly no phone.
MASK = "\ue000"
#: More groups of digits than any list of Durchwahlen has; longer runs are tables of figures.
_MOST_GROUPS = 40


def _sign_table() -> dict[int, str]:
    table = {code: chr(code) for code in range(0x80, 0x180)}  # a letter that is missing here costs an exception
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # fullwidth forms
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣⁃➖─"), "-")
    table |= dict.fromkeys(map(ord, "⁄∕╱"), "/")
    table |= dict.fromkeys(map(ord, "│¦︱∣·∙●▪◦‧"), "|")
    table |= {
        ord("﹢"): "+",
        ord("➕"): "+",
        ord("．"): ".",
        ord("{"): "(",
        ord("}"): ")",
        ord("﹕"): ":",
        ord("："): ":",
    }
    for code in range(0x80, sys.maxunicode + 1):
        if unicodedata.category(chr(code)) == "Nd":
            table[code] = str(unicodedata.digit(chr(code)))
    return table


class _Signs(dict[int, str]):
    """The table of signs, made when the first line needs it (it looks at every character of Unicode)."""

    def __missing__(self, code: int) -> str:
        if not self:
            self.update(_sign_table())
            if code in self:
                return self[code]
        raise LookupError(code)


_SIGNS = _Signs()
#: `Tel. 0731 | 6290-45`: between a label's area code and the number a bar is a slash, and between an area code and
#: digits enough that have the line to themselves; elsewhere it divides columns.
_SPLIT_AREA = re.compile(
    r"((?i:tel|fon|fax|ruf|phone)[.:]{0,2} ?0[2-9]\d{1,4} ?|^0[2-9]\d{1,4} ?(?=\| ?\d(?:[ -]{0,3}\d){5,9}$))"
    r"\|(?= ?[1-9])"
)
_BRACKETS = str.maketrans("[]{}", "()()")

_TOP = "de|com|org|net|eu|info|at|ch|example|bayern|koeln|berlin|hamburg|gov|edu|html?|php|aspx?"
_FILE = "pdf|docx?|xlsx?|pptx?|odt|ods|jpe?g|png|gif|svg|zip|csv|txt|vcf|ics|mp3|mp4|rtf"
_MEASURE = (
    r"€|EUR\b|Euro\b|Cent\b|Ct\b|ct\b|%|°|‰|km\b|m²|m³|m2\b|qm\b|cm\b|mm\b|ha\b|kg\b|MB\b|kB\b|KB\b|GB\b|MiB\b|KiB\b|Byte|"
    r"Min\b|Minuten|Stunden|Std\b|Tage|Wochen|Monate|Jahre?n?\b|Personen|Einwohner|Plätze|Plätzen|Seiten|Prozent|Grad|Teilnehm|Mitglieder|"
    r"Kinder|Stück|Meter|Liter|Etage|Stock\b|OG\b|UG\b"
)
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = rf"{_HOUR}[.:][0-5]\d"
_MASKS = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}+@[\w.-]{{1,255}}"
    rf"|(?:https?://|www\.|mailto:)\S{{1,2000}}"
    rf"|(?<![\w@.-])(?:[^\W_](?:[\w-]{{0,62}}[^\W_])?\.){{1,5}}(?:{_TOP})(?![\w-])(?:/\S{{0,2000}})?"
    rf"|(?<![\w.-])[\w.-]{{0,100}}\d[\w.-]{{0,100}}\.(?:{_FILE})(?!\w)"
    rf"|(?<!\w)[A-Z]{{2}}\d\d(?: ?[0-9A-Z]{{4}}){{3,7}}(?: ?[0-9A-Z]{{1,3}})?(?!\w)"  # IBAN
    rf"|(?<![\d/.-])(?:[0-3]?\d\.(?:\s?[01]?\d\.)?\s?(?:-|bis)\s?)?"  # 01.04.2026, 1.4., 1.-3.4.
    rf"[0-3]?\d\.\s?[01]?\d\.\s?(?:(?:19|20)?\d\d(?!\d))?(?!\d)"
    rf"|(?<![\d/.-])(?:19|20)\d\d-[01]\d-[0-3]\d(?:T[\d:.]{{2,15}})?(?!\d)"
    rf"|(?<![\d/.-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?!\d)"
    rf"|(?<![\d/.-]){_CLOCK}\s?(?:-|bis|und)\s?{_CLOCK}(?!\d)(?:\s?(?:Uhr|h)\b)?"
    rf"|(?<![\d-]){_HOUR}(?:[.:][0-5]\d)?(?:\s?(?:-|bis|und|/)\s?{_HOUR}(?:[.:][0-5]\d)?){{0,3}}\s?(?:Uhr|h)\b"
    rf"|(?<!\d)\d{{1,2}}:\d\d(?![\d-])"
    rf"|(?<![\d/+-])\d{{1,3}}(?:[.,]\d{{1,3}}){{0,4}}(?:,-)?\s?(?:{_MEASURE})"
    rf"|(?:€|EUR|Euro|§+|Art\.|(?<![.\w]-)Nr\.\s?(?=\d{{1,3}}\b)(?!\d[\d ]*[-/]))\s?\d[\d.,]{{0,20}}+(?![/-]\d)"
    rf"|(?<![\d/+-])\d{{1,2}}\.\s?(?:OG|UG|DG|Etage|Stock(?:werk)?|Obergeschoss|Untergeschoss)\b"
    rf"|(?<![\d/+-])\d{{1,3}}(?:\.\d{{3}}){{0,4}},\d\d?(?!\d)"  # 2.310,00
    rf"|(?<![\d.])\d{{1,3}}\.\d{{4,20}}\s?[,;/ ]\s?\d{{1,3}}\.\d{{4,20}}(?!\d)"  # 48.7395, 9.3073
    rf"|\d{{1,3}}\s?°(?:\s?\d{{1,2}}(?:[.,]\d{{1,8}})?\s?['′’]?(?:\s?\d{{1,2}}(?:[.,]\d{{1,8}})?\s?[\"″”])?)?"
)

#: Digits, with the letters that stand for them; a lone capital O only where a trunk zero stands.
#: A line without any of these holds nothing to mask.
_WORTH_MASKING = re.compile(
    r"[@°€%§]|\d(?:\.|[,:] ?\d|/(?:19|20)|-\d\d-| ?[A-Za-z])|[A-Z]{2}\d\d|\.[a-z]{2}|://|www|EUR|Nr\. ?\d"
)

_NEXT_LABEL = r"(?:Tele?f|Tel\b|Fax|Fon\b|Mobil|Handy|E-?[Mm]ail|Mail)"  # a page without a blank: 8840-2310Fax
_DIGITS = rf"(?:(?=[OoIl]{{0,3}}\d)[\dOoIl]++(?!(?!{_NEXT_LABEL})[^\W_⁰¹²³⁴-⁹])|O(?=\)| ?\d))"
#: `Telefon07141 910-0`: a label may touch a number that begins with its zero or plus.
_TOUCHING = r"(?i:(?<=fon)|(?<=tel)|(?<=fax)|(?<=mobil)|(?<=handy))(?=[+(]{0,2}\s?[0+])[+(]{0,2}\s?"
_RUN = re.compile(
    rf"(?:(?<![\w@#=§{MASK}])(?<!\b0,)(?:[-+(]\s?){{0,3}}(?<![^\W\d_])|{_TOUCHING})"
    rf"{_DIGITS}(?:[ /.()-]{{1,6}}+{_DIGITS}){{0,{_MOST_GROUPS}}}"
)
_PART = re.compile(r"([^\dOoIl]*)([\dOoIl]+)")
_LETTERS = str.maketrans("OoIl", "0011")


class Part(NamedTuple):
    """A group of digits and what stands before it. `sep` is without blanks, `spaced` if a blank stands on its left."""

    digits: str
    sep: str
    spaced: bool
    tight: bool  # nothing between the last sign of `sep` and the digits
    raw: str
    start: int
    end: int


class Run(NamedTuple):
    """Groups of digits with nothing between them but blanks and the signs of telephone numbers."""

    parts: tuple[Part, ...]
    start: int
    end: int


class Line(NamedTuple):
    """A cleaned line, its signs with masks, and where each character comes from (None: the text is as written)."""

    text: str
    signs: str
    offsets: tuple[int, ...] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """A span of the cleaned line as a span of the line as written."""
        return (start, end) if self.offsets is None else (self.offsets[start], self.offsets[end - 1] + 1)


#: Four digits, a zero or plus in front, a hyphen or sign between, a word that makes few digits a number.
_HOPE = re.compile(
    r"\d{4}|[+(]\s?\d|(?<!\d)[0OoIl]\d|\d\s?[-/.()]\s?\d|\d\s\d|\d[OoIl]|[-‐-―−﹘﹣－⁃]\s?\d|\d[^\x00-ſ–€°]|[^\x00-ſ–€°„“…]\d|"
    r"(?:[Tt]el|TEL|[Ff]on|FON|[Ff]ax|FAX|[Dd]urchw|D[Ww]|[Aa]pp|[Nn]e?[bs]?st|[Rr]uf|[Ee]xt|[Kk]lappe|[Nn]ebenst)\D{0,40}\d"
)


def may_hold_number(raw: str) -> bool:
    """False for a line in which no telephone number can stand, whatever went before; most lines are such."""
    return _HOPE.search(raw) is not None


def read_line(raw: str) -> Line:
    """One line, cleaned, with plain signs and masks."""
    text = clean(raw)
    offsets = None
    if text is not raw and text != raw:
        text, offsets = clean_with_offsets(raw)
    signs = text if text.isascii() else _plain(text)
    if "|" in signs:
        signs = _SPLIT_AREA.sub(r"\1/", signs)
    if "[" in signs or "{" in signs:
        signs = signs.translate(_BRACKETS)
    return Line(text, mask(signs), offsets)


def _plain(text: str) -> str:
    return text.translate(_SIGNS)


def mask(signs: str) -> str:
    """Mail and web addresses, dates, hours, prices, sizes, coordinates and bank accounts blanked out."""
    if not _WORTH_MASKING.search(signs):
        return signs
    return _MASKS.sub(lambda match: MASK * len(match.group()), signs)


def find_runs(signs: str) -> Iterator[Run]:
    """All runs of digits of a line, in order; a table of figures, too long for any list of numbers, is none."""
    table_end = -1
    for match in _RUN.finditer(signs):
        start, end = match.span()
        parts = tuple(_part(piece, start) for piece in _PART.finditer(match.group()))
        if len(parts) > _MOST_GROUPS or start <= table_end:
            table_end = end + 6
            continue
        yield Run(parts, parts[0].start, end)


def _part(match: re.Match[str], offset: int) -> Part:
    between, raw = match.groups()
    sep = between.replace(" ", "")
    return Part(
        raw.translate(_LETTERS) if not raw.isdigit() else raw,
        sep,
        between[:1] == " ",
        between[-1:] != " ",
        raw,
        offset + match.start() + (len(between) if match.start() else _lead(between)),
        offset + match.end(),
    )


def _lead(between: str) -> int:
    """Where the first group of a run begins: its sign belongs to it."""
    return len(between) - len(between.lstrip())
