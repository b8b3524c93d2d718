"""The values of one cell: numbers, mail addresses and web addresses with the line they stand on, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.errors import ValueNotUnderstood
from pipeline.extract.grid.cell_labels import without_labels
from pipeline.extract.grid.lost_zero import Restored, restore, restore_parted
from pipeline.extract.grid.times import speaks_of_time, today
from pipeline.extract.layout import Cell
from pipeline.model import Finding, PhoneKind, Raw, Reading, Step, Value
from pipeline.transform.online import find_mails, find_urls, mailto_addresses, parse_url
from pipeline.transform.phone import Dialing, displayed_phone, looks_like_number, read_phones
from pipeline.transform.text import clean

#: Words that stand for nothing.
_NOTHING = (
    "-;–;—;--;---;/;./.;.;?;x;k. a.;k.a.;ka;keine;keiner;entfällt;n/a;keine angabe;nicht vorhanden;unbekannt;…;...;"
    "offen;fehlt;#nv;#bezug!;#n/a;null;none;nicht bekannt;liegt nicht vor"
)
EMPTY = frozenset(_NOTHING.split(";"))
#: Words and signs that repeat what stands above, without the dashes around them.
_AGAIN = (
    '";\'\';"";,,;„;”;“;‟;″;〃;´´;``;„";„“;dito;ditto;dto.;dto;dt.;do.;s.o.;s. o.;siehe oben;wie oben;w.o.;w. o.;'
    "ebenda;ebd.;dgl.;desgl.;dsgl.;desgleichen;dasselbe;wie vor;wie zuvor;wie vorstehend;↑;^"
)
_DITTO = frozenset(_AGAIN.split(";"))


#: Without one of these a text holds no mail address.
_MAIL_SIGN = re.compile(r"[@\[({<＠]|at|ät|a t", re.IGNORECASE)
#: What is left of `Frau Muster, DW 12` once the number is taken.
_LABEL_LEFT = re.compile(r"[\s,;(]+(?:DW|Durchw(?:ahl|\.)|App(?:arat|\.)|Nebenst(?:elle|\.)|Nst\.)[\s.:)-]*$")
_ONE_LINE = [0]
#: Without one of these a text holds no number, mail or web address.
_REACHED = re.compile(r"[@\d(\[{<]|\b(?:at|ät|dot|punkt|http|www)\b|\.[a-z]{2}", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One value with the line of its cell on which it stands, from 0, and where in the text; nowhere behind a link."""

    line: int
    reading: Reading
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class CellValues:
    """What a cell holds. `left` is its text without the values taken out of it, line breaks kept."""

    lines: int = 0
    phones: list[Item] = field(default_factory=list)
    emails: list[Item] = field(default_factory=list)
    urls: list[Item] = field(default_factory=list)
    left: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def rest(self) -> list[str]:
        """The lines that are left, without the signs between values."""
        lines = map(without_labels, self.left.split("\n"))
        return [_stripped(_LABEL_LEFT.sub("", clean(line))) for line in lines]

    def move_down(self, lines: int) -> None:
        """Counts the lines as if the cell went on below another with so many."""
        for item in (*self.phones, *self.emails, *self.urls):
            item.line += lines


def _stripped(line: str) -> str:
    """A line without signs at its ends; the bracket that closes one inside stays: `Muster, Dipl.-Ing. (FH)`."""
    bare = line.strip(" ,;:|/-–()")
    return f"{bare})" if bare.count("(") > bare.count(")") and line.endswith(")") else bare


_NOWHERE = Dialing()


@dataclass(frozen=True, slots=True)
class Calling:
    """What is known about numbers around a cell."""

    dialing: Dialing
    codes: frozenset[str] = frozenset()
    mobile: Dialing = _NOWHERE  # only a prefix in a column beside completes the digits of a mobile number

    def announcing(self, code: str) -> Calling:
        """With an area code that holds here."""
        return replace(self, dialing=replace(self.dialing, announced=code))

    def going_on_from(self, main: str | None) -> Calling:
        """With the number from which a Durchwahl goes on."""
        return replace(self, dialing=replace(self.dialing, main=main))


def is_empty(text: str) -> bool:
    """True for a text that says nothing."""
    return text.strip().lower() in EMPTY or not text.strip()


def is_ditto(text: str) -> bool:
    """True for a sign or a word that repeats what stands above: `"`, `- " -`, `dto.`"""
    return len(text) < 24 and text.strip(" -–—_()").lower() in _DITTO


def says_nothing(cell: Cell) -> bool:
    """True for a cell from which nobody can tell what its column holds."""
    return not cell.links and (is_empty(cell.text) or is_ditto(cell.text))


def may_reach(text: str) -> bool:
    """Whether a text could hold a number, a mail or a web address."""
    return _REACHED.search(text) is not None


def current(cell: Cell) -> tuple[str, list[Finding]]:
    """The text of a cell that holds today, and findings for what waits and what is past."""
    if cell.struck:
        return "", [Finding("struck", "info", cell.text[:200], cell.where)]
    if not speaks_of_time(cell.text):
        return cell.text, []
    parts = today(cell.text)
    findings = [Finding("pending", "info", text[:200], cell.where) for text in parts.waiting]
    findings += [Finding("outdated", "info", text[:200], cell.where) for text in parts.past]
    return parts.text, findings


def read_contacts(cell: Cell, calling: Calling, kind: PhoneKind | None = None, labelled: bool = False) -> CellValues:
    """Numbers, mail and web addresses of a cell. `labelled`: its heading says that bare digits are a number."""
    text, findings = current(cell)
    values = CellValues(findings=findings)
    if not cell.links and (is_empty(text) or not (labelled or may_reach(text))):
        values.left = text
        values.lines = text.count("\n") + 1
        return values
    starts = _line_starts(text) if "\n" in text else _ONE_LINE
    left = _take_mails(values, cell, text, starts) if _MAIL_SIGN.search(text) else text
    left = _take_urls(values, cell, left, starts) if left and "." in left else left
    left = _take_phones(values, cell, left, starts, calling, kind, labelled) if left and not left.isspace() else left
    if cell.links:
        _take_links(values, cell, calling)
    values.lines = len(starts)
    values.left = left
    return values


def _line_starts(text: str) -> list[int]:
    return [0] + [at + 1 for at, char in enumerate(text) if char == "\n"]


def _line(starts: list[int], at: int) -> int:
    from bisect import bisect_right

    return bisect_right(starts, at) - 1


def _blanked(text: str, start: int, end: int) -> str:
    """The text with a span blanked out, line breaks kept, so that offsets stay."""
    gap = " " * (end - start)
    if "\n" in text[start:end]:
        gap = "".join(char if char == "\n" else " " for char in text[start:end])
    return text[:start] + gap + text[end:]


def _take_mails(values: CellValues, cell: Cell, text: str, starts: list[int]) -> str:
    left = text
    for found in find_mails(text):
        reading = Reading("emails", found.address, Raw(found.raw, cell.where), found.steps)
        values.emails.append(Item(_line(starts, found.start), reading, (found.start, found.end)))
        left = _blanked(left, _with_sign(left, found.start), found.end)
    return left


#: `05141 12-34 – eva@…`: it parts two values, and belongs to no number.
_PARTS_VALUES = re.compile(r"\s[-–—]\s+$")


def _with_sign(text: str, start: int) -> int:
    """Where a value begins with the dash that parts it from what stands before it."""
    sign = _PARTS_VALUES.search(text, max(start - 4, 0), start)
    return sign.start() if sign else start


def _take_urls(values: CellValues, cell: Cell, text: str, starts: list[int]) -> str:
    left = text
    for found in find_urls(text):
        reading = Reading("url", found.url, Raw(text[found.start : found.end], cell.where), found.steps)
        values.urls.append(Item(_line(starts, found.start), reading))
        left = _blanked(left, found.start, found.end)
    return left


def _take_phones(
    values: CellValues,
    cell: Cell,
    text: str,
    starts: list[int],
    calling: Calling,
    kind: PhoneKind | None,
    labelled: bool,
) -> str:
    plain = displayed_phone(text, kind) if labelled else None
    if plain:
        values.phones.append(Item(0, Reading("phones", plain, Raw(text, cell.where))))
        return ""
    if not labelled and not looks_like_number(text):
        return text
    restored = _restored(_number_digits(cell, text), calling) if labelled else None
    if restored and restored.problem:
        values.findings.append(Finding(restored.problem, "warning", cell.text[:200], cell.where))
        return ""
    source = restored.text if restored and restored.step else text
    result = read_phones(source, calling.dialing, kind, labelled)
    values.findings += [replace(finding, where=cell.where) for finding in result.findings]
    left = text
    for found in result.found:
        steps = ((restored.step,) if restored and restored.step else ()) + found.steps
        raw = cell.text if restored and restored.step else found.raw
        reading = Reading("phones", found.phone, Raw(raw, cell.where), steps)
        span = (found.start, found.end) if source == text else None
        values.phones.append(Item(_line(starts, found.start), reading, span))
        left = _blanked(left, *span) if span else ""
    return left


def _restored(digits: str, calling: Calling) -> Restored | None:
    """Digits with the zero or the sign that they have lost, None where nothing is to be restored."""
    announced = calling.dialing.announced
    if _fits(digits, announced):
        return None
    return (None if announced else restore_parted(digits, calling.codes)) or restore(digits, calling.codes)


def _number_digits(cell: Cell, text: str) -> str:
    """The digits of a cell that holds a number, even if its format groups them: `7161 / 650123`."""
    digits = "".join(filter(str.isdigit, text))
    whole = cell.number is not None and digits == f"{cell.number:.0f}" and not text.lstrip().startswith("+")
    return digits if whole else text.strip()


def _fits(digits: str, code: str | None) -> bool:
    """Whether digits of eight places are a local number, since their area code is announced apart and leaves room."""
    own = (code or "").lstrip("0")
    return bool(own) and len(digits) == 8 and len(own) <= 3 and not digits.startswith(own)


def _take_links(values: CellValues, cell: Cell, calling: Calling) -> None:
    """Addresses behind the text count where the text itself shows none; where both differ, what people read counts."""
    written = {item.reading.value for item in values.emails}
    called = bool(values.phones)
    for link in cell.links:
        low = link.strip().lower()
        if "mailto:" in low or ("@" in low and not low.startswith("http")):
            _mail_link(values, cell, link, written)
        elif low.startswith("tel:") and not called:
            result = read_phones(link.strip()[4:], calling.dialing, None, True)
            for found in result.found:
                _add(values.phones, Reading("phones", found.phone, Raw(link, cell.where), found.steps))
        elif low.startswith("http") and not values.urls:
            try:
                values.urls.append(Item(0, Reading("url", parse_url(link.strip()), Raw(link, cell.where))))
            except ValueNotUnderstood:
                continue


def _mail_link(values: CellValues, cell: Cell, link: str, written: set[Value]) -> None:
    addresses = mailto_addresses(link)
    if not written:
        for address in addresses:
            step = Step("mail_behind_text", cell.text, address)
            _add(values.emails, Reading("emails", address, Raw(link, cell.where), (step,)))
    elif addresses and not written & set(addresses):
        details = (("link", ", ".join(addresses)),)
        values.findings.append(Finding("link_differs", "warning", cell.text[:200], cell.where, details=details))


def _add(items: list[Item], reading: Reading) -> None:
    """A value behind the text, once however often it is linked."""
    if all(item.reading.value != reading.value for item in items):
        items.append(Item(0, reading))
