"""Whether a text is a sentence or a line of a contact."""

from __future__ import annotations

import re

from pipeline.transform.name_words import is_function, is_office_word

#: `stellv.` before a function is a part of it.
_SMALL_WORD = re.compile(r"(?<![\w.:*/-])(?!(?:stellv|stv|komm|ehem)\.)[a-zäöüß]{2,}(?![\w@-])")
_SENTENCE_WORD = re.compile(
    r"\b(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|kann|können|muss|müssen|soll|sollen|darf|dürfen|"
    r"möchten?|bitte|erreichen|erreichbar|wenden|melden|meldet|finden|findet|gibt|helfen|hilft|unterstützt|unterstützen|"
    r"berät|beraten|begleitet|sich|nicht|dass|wenn|weil|damit|sowie|auch|Sie|Ihnen|Ihre?[nmrs]?|wir|uns|unsere?[nmrs]?|"
    r"ich|er|sie|es|man|diese[rsmn]?|jede[rsmn]?|alle[rn]?|steht|stehen|gilt|gelten|kommen|kommt|bietet|bieten|liegt|"
    r"suchen|sucht|gesucht|rufen|schreiben|schicken|vereinbaren|beantwortet|informiert|informieren)\b"
)
#: What stands among nouns in a phrase: articles, prepositions, what joins them, and adjectives.
_IN_PHRASE = re.compile(
    r"der|die|das|de[nms]|eine?[rmns]?|und|oder|in|im|an|am|auf|aus|bei|beim|für|mit|nach|über|um|hinter|neben|unter|vo[mnr]|"
    r"zu[mr]?|zwischen|gegen|ohne|durch|seit|"
    # adjectives whose endings no verb has: `interreligiösen`, `kulturellen`
    r"[a-zäöüß]{3,}(?:[gklnrt]isch|iös|[nrtz]iell|[nr]ell|[oi]nal|iv)e[nrms]?"
)


def looks_like_prose(text: str) -> bool:
    """True for a sentence rather than a line of a contact: words of a sentence among at least three small words."""
    if len(text) < 25:
        return False
    small = len(_SMALL_WORD.findall(text))
    words = text.count(" ") + 1
    if words < 5 or small < 3:
        return False
    if _SENTENCE_WORD.search(text):
        return small * 4 >= words
    return small * 2 >= words and not _is_phrase(text)


#: `Vorsitzende des Beirats (ehrenamtlich)`
_REMARK = re.compile(r" \([\w-]+\)$")


def _is_phrase(text: str) -> bool:
    """`Koordinatorin der Ehrenamtlichen in der Stadt`: a function or office leads, and what joins others is no verb."""
    first = text.partition(" ")[0]
    if not (is_function(first) or is_office_word(first)):
        return False  # `Zugang zum Büro über den Hof hinter der Kirche`
    return all(map(_IN_PHRASE.fullmatch, _SMALL_WORD.findall(_REMARK.sub("", text))))
