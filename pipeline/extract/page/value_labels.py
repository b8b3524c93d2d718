"""Words that announce a value: `Telefon`, `Fax-Nr.`, `per E-Mail`. They are cut off what stands beside a value."""

from __future__ import annotations

import re

from pipeline.transform.phone_letters import is_other_letter

_LABEL_WORD = (
    r"(?:tele?fon(?:isch|nummer|zentrale)?|(?:pc-?|computer-?|e-?)fax|"
    r"tel(?:efon)?\.? ?[pdg]\b|tél(?:éphone)?|telephone|telefoon|tlf|courriel|fx|tfx|"
    r"tel(?:efon)?\.?[-/ ]?(?:nr|nummern?)?|(?:tele)?fax[-. ]?(?:nummer|nr)?|fon|(?:fern)?ruf(?:[- ]?n(?:umme)?r)?|"
    r"fernsprecher|(?:telefon|fax|telefax|fernsprech|festnetz|mobilfunk)-?anschluss|(?:fern|tele)kopie(?:rer)?|(?:tele)?faxgerät|"
    r"mobil(?:telefon|(?:funk)?[- ]?nummer|funk)?|(?:auto)?funk(?:telefon|nummer)?|autotelefon|"
    r"handy[- ]?(?:nummer|nr)?|smartphone|festnetz[- ]?nummer|sms|threema|telegram|viber|skype|"
    r"(?:e-?)?mails?(?:[- ]?(?:adr(?:esse)?|anschrift|kontakt))?|elektr(?:onische|\.) post|"
    r"internet(?:seite)?|web(?:seite|site)?|homepage|"
    r"www|url|durchwahl|dw|app(?:arat)?|"
    r"phone|(?:mobile|cell|fax)(?: ?phone)?|kontakt|zentrale|vermittlung|und|(?-i:u)|oder|bzw|per|unter|erreichbar|"
    r"dienstlich|privat|festnetz|"
    r"hotline|whatsapp|signal|"
    r"(?:dienst|büro|privat|fahrer|bereitschafts|arbeits|direkt|geschäfts|service|kontakt|info)-?(?:telefon|handy|nummer|mobil)|"
    r"telefonisch|elektronisch|schriftlich|anrufen|(?:tele)?faxen|mailen|schreiben|nr|t|f|m|e)"
)
#: `Fax / faks:`: the same label in a second language.
_TWIN = r"(?:\s?/\s?[^\W\d_]+(?:-[^\W\d_]+)?(?=\s?:))?"
_BEFORE = re.compile(rf"(?:(?<![\w.-]){_LABEL_WORD}(?![\w-]){_TWIN}[\s.:/+&,;)(|☎☏📞✆📠📱🖷✉@-]*)+$", re.IGNORECASE)
CALLED = re.compile(r"^(?:Tel(?:efon)?|(?:Tele)?[Ff]ax|Mobil(?:telefon)?|Handy)(?:[.:]+\s*|\s+)(?=[A-ZÄÖÜ])")
LABELS_BEHIND = re.compile(rf"^(?:[\s.:/+&,;)(|-]*(?<![\w.]){_LABEL_WORD}(?![\w-])[.:]?)+\s*", re.IGNORECASE)
#: `Tel. dort: ;;;;, mobil unterwegs ;;;;`: values (masked), each with a label and at most two words that qualify it.
_ANNOUNCED = re.compile(
    r"(?:[\s,/|&]*(?:Tel(?:efon)?|(?:Tele)?[Ff]ax|[Mm]obil|Handy|(?:E-?)?Mail)\b[.:]*(?: [a-zäöüß]+){0,2}[.:]*\s*;+)+"
)


def says_only_values(masked: str) -> bool:
    """Whether a line says nothing but values and what announces them, however much of it is written small."""
    return _ANNOUNCED.fullmatch(masked) is not None


def without_label(text: str) -> str:
    """What stands before a value without the label of the value; the `F` of `Haus F` or `A - F` is none."""
    label = _BEFORE.search(text)
    if label is None:
        return text
    first = label.start()
    lone = text[first + 1 : first + 2] in ("", " ", ")", ".", ",", ":", ";")
    return text[: first + 1] if lone and is_other_letter(text, first, first + 1) else text[:first]
