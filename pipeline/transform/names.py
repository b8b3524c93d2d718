"""People's names in a line or in prose.

A salutation makes the words behind it a name. Without one, a line names a person only where a known given name, a title
or an initial says so: a team, a street or a heading must never become somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.errors import ValueNotUnderstood
from pipeline.model import PersonName, Step
from pipeline.transform.name import (
    BULLETS,
    NAME_LIMIT,
    PRONOUNS,
    FoundName,
    inverted,
    is_turned,
    parse_name,
    without_notes,
)
from pipeline.transform.name_context import is_namesake
from pipeline.transform.name_houses import calls_house
from pipeline.transform.name_opening import MOST_WORDS, Opening, degrees_at, may_open, opening_at
from pipeline.transform.name_parts import VIETNAMESE, is_vietnamese, person, words_at
from pipeline.transform.name_plain import plain_name
from pipeline.transform.name_words import (
    MARKS,
    is_blocked,
    is_given,
    is_initial,
    is_label,
    is_small_particle,
    is_surname,
    last_part,
)
from pipeline.transform.text import clean, clean_with_offsets, fold

#: Longer lines are prose of which only the beginning is searched.
_LINE_LIMIT = 20_000
#: The same short line is asked about several times, and stands on every page of a site.
_REMEMBERED = 160
_CANDIDATE = re.compile(r"(?<![\w@./-])(?<!\b[a-tv-z]\. )[^\W\d_][\w'’`-]*\.?")
_PAIR = re.compile(r"(?:Frau|Herrn?) (?:und|u\.|&|\+) (?=(?:Frau|Herrn?) )")
_AND = re.compile(r" ?(?:\bund\b|\bu\.|&|/|\+) ?")
_FAMILY_OF = re.compile(r"(?:Familie|Fam\.|Eheleute|Ehepaar|Geschwister) ")


def find_names(text: str) -> tuple[FoundName, ...]:
    """The people named in a line or in prose, in order.

    `Eva und Tom Muster` and `Herr und Frau Muster` are two people; a `Familie` is nobody.
    """
    if text.startswith(
        "  "
    ):  # one sentence of a long paragraph stands behind as many blanks as the others have letters
        blanks = len(text) - len(text.lstrip(" "))
        found = find_names(text[blanks:])
        return tuple(replace(name, start=name.start + blanks, end=name.end + blanks) for name in found)
    return _in_short(text) if len(text) <= _REMEMBERED else names_in(text)


@lru_cache(maxsize=4096)
def _in_short(text: str) -> tuple[FoundName, ...]:
    plain = plain_name(text)
    return (plain,) if plain is not None else names_in(text)


def names_in(text: str) -> tuple[FoundName, ...]:
    """The people of a line as the general rules read it."""
    line, offsets = _without_nickname(*clean_with_offsets(text[:_LINE_LIMIT]))
    whole = _whole(line)
    if whole:
        first = len(line) - len(line.lstrip(BULLETS))
        last = len(line.rstrip(BULLETS))  # `Eva Muster, ;;;`: what is masked behind a name is not hers
        return (FoundName(whole.name, offsets[first], offsets[last - 1] + 1, whole.steps, whole.role),)
    found: list[FoundName] = []
    here = 0
    column = _first_column(line)
    if column:
        found, here = [column], column.end
    for match in _CANDIDATE.finditer(line):
        if match.start() >= here and match.group()[0].isupper():
            names, here = _names_at(line, match.start(), match.group(), here)
            if names and not found and 0 < names[0].start < 6:
                names[0] = _with_short(line, names[0])
            found += names
    return tuple(
        FoundName(name.name, offsets[name.start], offsets[_last(line, name.end)] + 1, name.steps, name.role)
        for name in found
    )


#: `Friedrich „Fritz“ Muster`, `Eva („Evi“) Muster`, where a name may begin.
_NICKNAME = re.compile(
    r"(?:^|(?<=[,:;|] )|(?<=Frau )|(?<=Herr ))(?P<given>[A-ZÄÖÜ][^\W\d_]+)(?P<called> \(?[„“\"][^\W\d_]{2,15}[“”\"]\)?)"
    r"(?= [A-ZÄÖÜ][^\W\d_]{2})"
)


def _without_nickname(line: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """A line and where its signs stand in the text, without what somebody is called between her names."""
    found = _NICKNAME.search(line) if any(sign in line for sign in '“”"') else None
    if found is None or not is_given(found["given"]):
        return line, offsets
    start, end = found.span("called")
    return line[:start] + line[end:], [*offsets[:start], *offsets[end:]]


def _last(line: str, end: int) -> int:
    """The last character of a name, with the mark of a note behind it: `Eva Muster²`."""
    while end < len(line) and line[end] in MARKS:
        end += 1
    return end - 1


def _with_short(line: str, name: FoundName) -> FoundName:
    """`Mai Linh Muster`: a short word that no list knows before a whole line's name is a given name, too."""
    word = line[: name.start].rstrip()
    alone = name.end == len(line) and name.name.given and not (name.name.salutation or name.name.title)
    if not alone or not word.isalpha() or len(word) > 4 or not word.istitle() or is_label(word) or is_blocked(word):
        return name
    return replace(name, name=replace(name.name, given=f"{word} {name.name.given}"), start=0)


#: `Muster, Eva | Leiterin | …`, `Muster, Eva, Zimmer 12`: a list with the family name first.
_FIRST_COLUMN = re.compile(r"(?P<family>[^,;|()\d]{2,40}), (?P<given>[^,;|()\d]{2,40}?)(?=\s*[|;]|,\s|\s\(|\s[–—-]\s)")
#: Behind a whole field; two of the second sign may be a value that is masked.
_FIELD_ENDS = re.compile(r"\s*(?:\||;(?!;))")


def _first_column(line: str) -> FoundName | None:
    """The name with which a line of a list begins, family name first."""
    if "|" in line and _is_turned_person(chunk := line.partition("|")[0].rstrip()):
        return replace(parse_name(chunk), start=0, end=len(chunk))
    match = _FIRST_COLUMN.match(line) if "," in line[:45] else None
    if not match or (is_given(match["family"]) and not _is_field(match["family"], line, match.end())):
        return None
    read = inverted(match.group())
    if read is None or read[0].given is None or not is_given(read[0].given.split(" ")[0]):
        return None
    return FoundName(
        read[0], 0, match.end(), (Step(read[2], match.group(), f"{read[0].given} {read[0].family}"),), read[1]
    )


#: Behind a name a remark or a value.
_GOES_ON = re.compile(r" \(|, (?:[\d;+(☎]|(?:Tel|Fon|Fax|Mobil|Mail|E-Mail)\b)")


def _is_field(family: str, line: str, end: int) -> bool:
    """Whether what ends there is one name though its first word is a given name, too: `Friedrich, Eva (Leitung)`."""
    called = any(map(is_surname, family.split("-")))
    return _FIELD_ENDS.match(line, end) is not None or (called and _GOES_ON.match(line, end) is not None)


def _whole(line: str) -> FoundName | None:
    """A line that is one name but not in the order of speech: `Muster, Eva`, `MUSTER Eva`, `Eva (Evi) Muster`."""
    if len(line) > 80 or not _TURNED.search(line) or ";;" in line.strip(BULLETS):
        return None  # `Eva Muster, ;;;;; (Neustadt)`: what stands behind a value that is masked is said of that
    try:
        found = parse_name(line)
    except ValueNotUnderstood:
        return None
    given = (found.name.given or "").split(" ")[0]
    known = found.name.salutation or found.name.title or is_given(given) or is_initial(given) or PRONOUNS.search(line)
    return found if known and found.name.given else None


#: What a line has that does not write a name in the order of speech.
_TURNED = re.compile(r"[,(\[„“\"]|^[^\W\d_a-zäöüß]{3}|^(?:Frau|Herr|Fr\.|Hr\.) .* [A-ZÄÖÜ]\.$")


def _names_at(line: str, start: int, word: str, done: int) -> tuple[list[FoundName], int]:
    """The people whose names begin with the word at `start`, and where to go on."""
    if not _may_begin(line, start, word):
        return [], done
    if family := _FAMILY_OF.match(line, start):
        return _family_at(line, start, family.end())
    people = _pair_at(line, start, word) or _couple_at(line, start)
    if people:
        return people, people[-1].end
    name = _name_at(line, start, word)
    if name is None:
        return [], done
    if not (name.name.salutation or name.name.title) and is_namesake(line, start, name.end):
        return [], name.end
    return [name], name.end


def _family_at(line: str, start: int, behind: int) -> tuple[list[FoundName], int]:
    """`Ehepaar Eva und Tom Muster`: what they are to each other is no function; `Familie Muster` is nobody."""
    both = _couple_at(line, behind)
    if not both:
        return [], words_at(line, Opening(behind, "Frau"))[1]
    return [replace(both[0], start=start), *both[1:]], both[-1].end


def _pair_at(line: str, start: int, word: str) -> list[FoundName]:
    """`Herr und Frau Muster`."""
    pair = _PAIR.match(line, start)
    second = _name_at(line, pair.end(), word) if pair else None
    if pair is None or second is None:
        return []
    first = PersonName(second.name.family, None, None, _first(pair))
    return [FoundName(first, start, second.end), FoundName(second.name, pair.end(), second.end)]


def _may_begin(line: str, start: int, word: str) -> bool:
    """Whether a name can begin there: with a known given name, an initial, a salutation or a title."""
    return (
        is_given(word)
        or is_initial(word)
        or may_open(line, start)
        or _PAIR.match(line, start) is not None
        or _FAMILY_OF.match(line, start) is not None
        or fold(word) in VIETNAMESE
        or word == "Mai"
    )


def _first(pair: re.Match[str]) -> str:
    return "Frau" if pair.group().startswith("Frau") else "Herr"


def _couple_at(line: str, start: int) -> list[FoundName]:
    """`Eva und Tom Muster`, `E. und T. Muster`, `Pfrin. Eva und Pfr. Tom Muster`: the family name stands once."""
    given = _given_at(line, start) if _AND.search(line, start, start + NAME_LIMIT) else None
    joint = _AND.match(line, given.end()) if given else None
    other = _given_at(line, joint.end()) if joint else None
    if given is None or joint is None or other is None or _is_letter(line, start, given, other):
        return []
    first = opening_at(line, start)
    if first.names_person and is_surname(given.group()):
        return []  # `Dr. Peter und Dr. Eva Muster` may have two names
    second = _name_at(line, joint.end(), other.group())
    if second is None or second.name.given is None:
        return []
    called = replace(second.name, given=given.group(), title=first.title, salutation=first.salutation)
    step = Step("name_couple", line[start : second.end], line[start : given.end()])
    return [FoundName(called, start, given.end(), (step,)), second]


def _is_letter(line: str, start: int, given: re.Match[str], other: re.Match[str]) -> bool:
    """`Haus A. und B. Muster`, `A. und Eva Muster`: who shortens one given name shortens both, and no word leads."""
    short = is_initial(given.group())
    return short != is_initial(other.group()) or (short and line[max(0, start - 2) : start - 1].isalpha())


def _given_at(line: str, start: int) -> re.Match[str] | None:
    """The given name or initial that stands there, behind a title if there is one."""
    match = _CANDIDATE.match(line, opening_at(line, start).start)
    return match if match and (is_given(match.group()) or is_initial(match.group())) else None


def _name_at(line: str, start: int, word: str) -> FoundName | None:
    """One name that begins at `start`, where there is evidence for one."""
    opening = opening_at(line, start)
    led = is_vietnamese(line[start : start + NAME_LIMIT].split(" "))
    if not (opening.names_person or led or is_given(word) or is_initial(word)):
        return None
    words, end = words_at(line, opening)
    if not words or not _is_evidence(opening, words) or _MAILBOX.match(line, end):
        return None
    words, end = _trimmed(line, opening, words, end)
    degrees, end = degrees_at(line, end)
    name = person(opening, words, degrees)
    if opening.salutation and _OFFICE_OF.search(line[max(0, start - 40) : start]):
        name = _without_genitive(name)
    written = line[start:end]
    shown = " ".join(part for part in (name.salutation, name.title, name.given, name.family) if part)
    steps = () if shown == written else (Step("name_parts", written, shown),)
    return FoundName(name, start, end, steps, opening.function)


_OFFICE_OF = re.compile(r"(?:Büro|Vorzimmer|Sekretariat|Stellvertretung|Vertretung|Assistenz) $")


def _without_genitive(name: PersonName) -> PersonName:
    """`Büro Frau Müllers`: the ending goes where a known family name stays and the whole is none (`Peters`)."""
    stem = name.family.removesuffix("s")
    if name.given or stem == name.family or is_surname(name.family) or is_given(stem) or not is_surname(stem):
        return name
    return replace(name, family=stem)


#: `K.Dahlke[at]muster.de` is no name.
_MAILBOX = re.compile(r" ?(?:@|[\[({] ?(?:at|ät|@) ?[\])}]|\.[^\W\d_])", re.IGNORECASE)


def _is_evidence(opening: Opening, words: Sequence[str]) -> bool:
    """True where the words can only be a person's name."""
    if opening.salutation or opening.titles:
        return True
    if len(words) < 2 or len(words) > MOST_WORDS - 1:
        return False
    if is_initial(words[0]):
        return not is_initial(words[-1]) and len(words[-1]) > 2 and len(words) <= 3
    return is_given(words[0]) or is_vietnamese(words)


def _trimmed(line: str, opening: Opening, words: list[str], end: int) -> tuple[list[str], int]:
    """Without a town that follows the name (`Eva Muster Reutlingen`)."""
    if (
        len(words) > 2
        and last_part(words[-1]).endswith(("ingen", "stadt", "hausen"))
        and not is_small_particle(words[-2])
    ):
        words = words[:-1]
        end = len(line[:end].rstrip()) - len(line[opening.start : end].rpartition(" ")[2]) - 1
    return words, end


def is_person(text: str) -> bool:
    """True where a bare line is confidently one person's name and nothing else."""
    if len(text) > NAME_LIMIT:
        return False
    line = without_notes(clean(text))
    found = find_names(line)
    if len(found) == 1:
        return found[0].start == 0 and found[0].end == len(line)
    return not found and _is_turned_person(line)


def _is_turned_person(line: str) -> bool:
    """`MUSTER Eva` and `Mustermann Eva`: the given name at the end is known."""
    words, end = words_at(line, Opening(0))
    return end == len(line) and 2 <= len(words) <= 4 and is_turned(words) and is_given(words[-1])


def might_be_person(text: str) -> bool:
    """True where a line has the form of a name although no word of it is known: two to four words with capitals."""
    line = without_notes(clean(text))
    if len(line) > 60:
        return False
    words, end = words_at(line, Opening(0), expected=True)
    whole = end == len(line) and 2 <= len(words) <= 4
    return whole and not (is_small_particle(words[0]) or calls_house(words))
