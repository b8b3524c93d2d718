"""Text tables (.csv, .tsv, .txt): encoding, separator and quoting are found out from the content.

German offices write Windows-1252 with semicolons (Excel "CSV"), UTF-8 with or without a mark, UTF-16 with tabs (Excel
"Unicode-Text") and, from old programs, CP 850.
"""

from __future__ import annotations

import csv
import re
from collections import Counter

from pipeline.errors import FormatError
from pipeline.extract.layout import Cell
from pipeline.extract.workbook.character_references import with_letters
from pipeline.extract.workbook.sheets import TEXT_LIMIT, Sheet, reference
from pipeline.model import Where

_SEPARATORS = ";\t,|"
_SAMPLE = 200_000  # characters in which the separator is looked for
_SEP_LINE = re.compile(r"\A\s*\"?sep=(.)\"?\s*(?:\r\n|\n|\r)", re.IGNORECASE)
#: `K„the` is `Käthe` in CP 850.
_QUOTE_IN_WORD = re.compile(r"(?<=[^\W\d_])[„“”–§](?=[^\W\d_])")
#: How Excel and its exporters keep the zero of `="07161"`: a formula that says nothing but its text.
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
_UMLAUTS = "äöüÄÖÜßéèáàçôñ–„“”’€§"


def read_csv(body: bytes, place: str) -> Sheet:
    """The table of a text file. Raises FormatError where the bytes are no text or hold no table."""
    text = with_letters(decode(body, place))
    sheet = Sheet()
    stated = _SEP_LINE.match(text)
    separator = stated[1] if stated else _separator(text)
    offset = 0
    if stated:
        text, offset = text[stated.end() :], 1
    for number, row in enumerate(_rows(text, separator, place), offset):
        for column, value in enumerate(map(_plain, row)):
            if value and not value.isspace():
                where = Where(line=None, cell=reference(number, column))
                sheet.put(number, column, Cell(value[:TEXT_LIMIT], where))
    return sheet


def _plain(value: str) -> str:
    formula = _TEXT_FORMULA.fullmatch(value.strip()) if value.lstrip().startswith('="') else None
    return formula[1] if formula else value


def _rows(text: str, separator: str, place: str) -> list[list[str]]:
    csv.field_size_limit(10_000_000)
    quote = '"' if '"' in text or "'" not in text or not _single_quoted(text, separator) else "'"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        rows = list(csv.reader((line + "\n" for line in lines), delimiter=separator, quotechar=quote))
        if any(_swallowed(value, separator) for row in rows for value in row):
            rows = list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
            rows = [[value.strip(quote) for value in row] for row in rows]
        return rows
    except csv.Error as error:
        raise FormatError(place, "ist keine lesbare Texttabelle (CSV)") from error


def _swallowed(value: str, separator: str) -> bool:
    """True for a field that a quotation mark without its other half made of whole lines."""
    return "\n" in value and any(line.count(separator) > 1 for line in value.split("\n"))


def _single_quoted(text: str, separator: str) -> bool:
    first = text[:_SAMPLE]
    return first.count(f"'{separator}'") > first.count("\n")


def decode(body: bytes, place: str) -> str:
    """The text of a file in any usual German encoding."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    even, odd = body[0:4000:2], body[1:4000:2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) * 10 > len(zeros) * 7 and others.count(0) * 20 < len(others):
            return body.decode(encoding, "replace")
    if b"\0" in body:
        raise FormatError(place, "ist weder eine Tabelle noch Text")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(body)


def _single_byte(body: bytes) -> str:
    """The one of the old German encodings in which the signs beyond ASCII are letters that German uses."""
    texts = [body.decode(encoding, "replace") for encoding in ("cp1252", "cp850", "mac_roman")]
    return max(texts, key=lambda text: _german(text[: _SAMPLE * 5]))


def _german(text: str) -> int:
    """How German the signs beyond ASCII are: usual letters count for, rare signs and quotes inside a word against."""
    signs = Counter(char for char in text if ord(char) > 127)
    usual = sum(count if char in _UMLAUTS else -count for char, count in signs.items())
    return usual - 2 * len(_QUOTE_IN_WORD.findall(text))


def _separator(text: str) -> str:
    """The separator that gives most lines the same number of fields, more than one."""
    sample = text[:_SAMPLE]
    best, score = ";", 0.0
    for separator in _SEPARATORS:
        try:
            rows = list(csv.reader(sample.splitlines(keepends=True), delimiter=separator))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
        value = lines + min(width, 10) / 100 + (0.5 if separator in ";\t" else 0)
        if value > score:
            best, score = separator, value
    return best
