"""Lines that are a label and one number in the usual way, `Telefon: 07161 302-110`: most lines with a number are such.

They are read here without asking what else they might be, in a fifth of the time that `phone_reader` takes;
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

#: In none of these is anything that could be no number (a date, `Nr. 030`).
_PLAIN = re.compile(
    r"([A-Za-zÄÖÜäöüß-]{1,24}(?:(?<!Nr)\.)?:? )"
    r"((?:0|\+49 )([2-9][0-9]{1,4})(?: | ?/ ?|-)([1-9][0-9]{2,8})(?:-(?!0{2})([0-9]{1,6}))?)"
)


def plain_line(text: str, dialing: Dialing) -> PhoneReading | None:
    """What such a line says; None for all others."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    gap, raw, code, local, extension = match.groups()
    nsn = f"{code}{local}{extension or ''}"
    kinds = _kinds(gap)
    if not kinds or not (numbering.code_of(nsn) == code == numbering.area_of(nsn)):
        return None
    if not numbering.is_number(nsn, extension == "0"):
        return None
    e164 = numbering.COUNTRY + nsn
    found = tuple([FoundPhone(Phone(kind, e164, extension), len(gap), len(text), raw) for kind in kinds])
    stem = e164[: -len(extension)] if extension else dialing.stem
    return PhoneReading(found, (), _after(dialing, "0" + code, stem))


@lru_cache(maxsize=4096)
def _kinds(gap: str) -> tuple[PhoneKind, ...]:
    """The kinds that a label says in its own words; none where it says anything else, too."""
    label, _, said = label_of(gap, NONE)
    if not said or label != Label(label.kinds):
        return ()
    return tuple(dict.fromkeys("voice" if kind == "mobile" else kind for kind in label.kinds))


def _after(dialing: Dialing, area: str, stem: str | None) -> Dialing:
    """What the next line may rely on."""
    if (dialing.previous, dialing.stem, dialing.pending) == (area, stem, NONE):
        return dialing
    return replace(dialing, previous=area, stem=stem, pending=NONE)
