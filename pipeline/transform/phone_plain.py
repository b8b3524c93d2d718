"""Lines that are one number in the usual way and at most its label, `Telefon: 07161 302-110`: most with a number are.

They are read here without asking what else they might be, in a tenth of the time that `phone_reader` takes;
`tests/transform/test_phone_plain.py` holds that both say the same. Whatever is unusual is nothing for this module.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline import numbering
from pipeline.model import Phone, PhoneKind
from pipeline.transform.dialing import Dialing, FoundPhone, PhoneReading
from pipeline.transform.phone_labels import label_of
from pipeline.transform.phone_words import NONE, Label

#: In none of these is anything that could be no number (a date, `Nr. 030`, `EUR 030`), or a part of it (`O 30`).
_PLAIN = re.compile(
    r"((?:[A-Za-zÄÖÜäöüß](?:[A-Za-zÄÖÜäöüß-]{0,23}[A-Za-zÄÖÜäöüß])?(?:(?<!Nr)\.)?:? ){0,2})(?<!EUR )(?<!Euro )(?<! O )"
    r"((?:(?:0|\+49 )([2-9][0-9]{1,4})(?: | ?/ ?|-)|\(0([2-9][0-9]{1,4})\) )"
    r"(?:([1-9][0-9]{2,4}) ([1-9][0-9]{1,4})|([1-9][0-9]{2,8})(?:-(?!0{2})([0-9]{1,6}))?))"
)
#: So many digits with an area code of their own are a number without any label.
_EVIDENT = 8


def plain_line(text: str, dialing: Dialing) -> PhoneReading | None:
    """What such a line says; None for all others."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    gap, raw, bare, bracketed, head, last, local, extension = match.groups()
    code = bare or bracketed
    nsn = f"{code}{local or head + last}{extension or ''}"
    kinds = _kinds(gap) if gap else _without_label(nsn, dialing)
    if not kinds or not (numbering.code_of(nsn) == code == numbering.area_of(nsn)):
        return None
    if not numbering.is_number(nsn, extension == "0"):
        return None
    e164 = numbering.COUNTRY + nsn
    found = tuple([FoundPhone(Phone(kind, e164, extension), len(gap), len(text), raw) for kind in kinds])
    stems = dialing.stems_after(e164[: -len(extension)] if extension else None, kinds)
    grouped = (e164[: -len(last)], len(last)) if last and len(last) > 2 else dialing.grouped
    return PhoneReading(found, (), _after(dialing, "0" + code, stems, grouped))


def _without_label(nsn: str, dialing: Dialing) -> tuple[PhoneKind, ...]:
    return ("voice",) if len(nsn) >= _EVIDENT and dialing.pending is NONE else ()


@lru_cache(maxsize=4096)
def _kinds(gap: str) -> tuple[PhoneKind, ...]:
    """The kinds that a label says in its own words; none where it says anything else, too."""
    label, _, said = label_of(gap, NONE)
    if not said or label != Label(label.kinds):
        return ()
    return tuple(dict.fromkeys("voice" if kind == "mobile" else kind for kind in label.kinds))


def _after(
    dialing: Dialing, area: str, stems: tuple[str | None, str | None], grouped: tuple[str, int] | None
) -> Dialing:
    """What the next line may rely on."""
    stem, fax = stems
    known = (dialing.previous, dialing.stem, dialing.fax_stem, dialing.grouped, dialing.pending)
    if known == (area, stem, fax, grouped, NONE):
        return dialing
    return replace(dialing, previous=area, stem=stem, fax_stem=fax, grouped=grouped, pending=NONE)
