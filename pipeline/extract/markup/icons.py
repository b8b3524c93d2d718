"""Labels that a page shows without words: icons, titles, classes, pictures and their texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

#: hint → the word put before a number that has no label of its own.
WORDS = {
    "voice": "Tel. ",
    "fax": "Fax ",
    "mobile": "Mobil ",
    "extension": "Durchwahl ",
    "mail": "",
    "both": "Tel./Fax ",
}
_TOKENS = re.compile(r"[a-zäöüß]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KINDS = (
    ("fax", frozenset({"fax", "telefax", "faxnummer", "faxnumber", "telefaxnummer"})),
    ("mobile", frozenset({"mobile", "mobil", "handy", "smartphone", "cell", "cellphone", "mobilfunk", "mobiltelefon",
                          "mobilnummer", "mobilephone", "handynummer", "whatsapp"})),
    ("extension", frozenset({"durchwahl", "durchwahlnummer", "nebenstelle", "nebenstellennummer", "nst"})),
    ("voice", frozenset({"phone", "telephone", "tel", "telefon", "fon", "telefonnummer", "phonenumber", "earphone",
                         "festnetz", "call", "rufnummer"})),
    ("mail", frozenset({"mail", "email", "envelope"})),
)  # fmt: skip
#: Pictures of a printer stand for a fax, but only as an icon; a page can also be printed.
_PRINTER = frozenset({"print", "printer"})
_ICON = re.compile(r"(?:^|\s)(?:fa|fas|far|fal|fab|bi|mdi|glyphicon|icon|ico|ti|la|ri|ion|feather|lucide)(?=[\s-]|$)")
#: "mobile" in a class usually says for which screens an element is.
_SCREEN = re.compile(r"(?:^|[\s_-])(?:(?:hidden|visible|show|hide|only|no|not|is|for|d)[-_]mobile|mobile[-_](?:only"
                     r"|hidden|menu|nav\w*|view|show|hide|first|version|visible|wrapper|layout))")  # fmt: skip
DIGIT = re.compile(r"\d")
#: A label in the text itself, before any digit.
LABEL_IN_TEXT = re.compile(
    r"^[^\d@]{0,40}?(?:\b(?:te?l|fon|ruf|telefon|telefax|fax|mobil|handy|phone|durchwahl|dw|app|apparat|t|f|m)\b"
    r"|telefon|telefax|mobil|handy|durchwahl|☎|📞|📠|📱)",
    re.IGNORECASE,
)
#: A label right before an element of the class `tel`, which is what any number has.
_LABEL_BEFORE = re.compile(r"(?:fax|mobil|handy|\b[fm])\b\W{0,3}$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def by_class(classes: str, icon: bool) -> str:
    """What the classes of an element say: `voice`, `fax`, `mobile`, `mail` or nothing."""
    low = classes.lower()
    if not any(sign in low for sign in _SIGNS) or _SCREEN.search(low):
        return ""
    tokens = set(_TOKENS.findall(low)) | set(_TOKENS.findall(_CAMEL.sub(" ", classes).lower()))
    if tokens & {"alt", "square", "o"} and "bi" not in tokens:
        tokens -= {"alt", "square", "o"}
    if icon and {"bi", "phone"} <= tokens and "telephone" not in tokens:
        return "mobile"  # Bootstrap draws a mobile for "phone"
    for kind, words in _KINDS:
        if tokens & words:
            return kind
    return "fax" if icon and tokens & _PRINTER and _ICON.search(low) else ""


_SIGNS = ("fax", "mobil", "handy", "phone", "tel", "fon", "cell", "call", "mail", "envelope", "print", "festnetz",
          "whatsapp", "rufnummer", "durchwahl", "nebenstelle")  # fmt: skip


def is_icon(classes: str) -> bool:
    """Whether the classes of an element are those of a drawing."""
    low = classes.lower()
    return "icon" in low or _ICON.search(low) is not None


@lru_cache(maxsize=2048)
def by_words(text: str) -> str:
    """What a title, an `aria-label` or the text of a picture says. Longer texts are no labels."""
    if not text or len(text) > 60:
        return ""
    first = _TOKENS.findall(text.lower())[:4]
    for kind, words in _KINDS:
        if any(word in words or _ends_like(word, kind) for word in first):
            return kind
    return ""


_ENDINGS = {"fax": "fax", "mobile": "handy", "extension": "durchwahl", "voice": "telefon", "mail": "mailadresse"}


def _ends_like(word: str, kind: str) -> bool:
    return word.endswith(_ENDINGS[kind])


#: Attributes that may say what an element stands for, the likeliest first.
_LABEL_NAMES = ("title", "aria-label", "alt", "data-icon", "itemprop", "data-label", "slot")
_LABELS = frozenset(_LABEL_NAMES)


def hint_of(tag: str, attributes: Mapping[str, str | None]) -> str:
    """The label that an element stands for without a word of text."""
    classes = attributes.get("class") or ""
    icon = tag in ("i", "svg", "img", "use", "span", "em")
    found = by_class(classes, icon) if classes else ""
    if found:
        return found
    if not _LABELS.isdisjoint(attributes):
        for name in _LABEL_NAMES:
            if (text := attributes.get(name)) and (found := by_words(text)):
                return found
    if tag == "use":
        return by_class((attributes.get("xlink:href") or attributes.get("href") or "").replace("#", " "), True)
    if tag == "img" and (source := attributes.get("src")):
        return by_class(source.rpartition("/")[2].rpartition(".")[0], True)
    return ""


def labelled(text: str, hints: list[tuple[int, str]]) -> tuple[str, list[tuple[int, int]]]:
    """A line with the words for its hints written before the numbers they stand for; and where how much was put in."""
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []
    done = 0
    for (place, hint), (end, _) in zip(hints, [*hints[1:], (len(text), "")], strict=True):
        word, part = WORDS.get(hint, ""), text[place:end]
        told = LABEL_IN_TEXT.match(part) or (hint == "voice" and _LABEL_BEFORE.search(text[done:place]))
        if word and DIGIT.search(part) and not told and place >= done:
            pieces += [text[done:place], word]
            shifts.append((place, len(word)))
            done = place
    return "".join([*pieces, text[done:]]), shifts
