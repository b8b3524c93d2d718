"""The words for kinds of municipalities, their parts, their associations and their houses, as patterns.

Those for towns are an open class, since any town may call itself after what it is proud of (`Mittelstadt`, `Große
Kreisstadt`, `Klingenstadt`); the names of towns that end alike are none of it. Headings of columns are another matter:
`grid.heading_words` has what people call a column.
"""

from __future__ import annotations

import re

#: Towns, and parts of towns, that are called so themselves; `Lutherstadt` belongs to the two names that have it.
_NAMES = (
    "Alt|Arn|Bern|Bür|Bürg|Darm|Duder|Ebermann|Eibel|Eisenhütten|Erft|Flor|Freuden|Frey|Friedrich|Glück|Grün|Halber|Hall|"
    "Heiligen|Helm|Hoch|Höch|Holl|Ingol|Johanngeorgen|Karl|Lipp|Luther|Mellrich|Münner|Mutter|Neu|Pfung|Ran|Rudol|Schiffer|"
    "Um|Wall|Weißen|Wörr|Garten|Gesamt|Innen|Kern|Nord|Ober|Ost|Süd|Unter|Vor|Wald|West|Wilhelm|Gropius|Luisen"
)
#: A pattern for such a word or several, as they stand before a name; a plain `Stadt` is one, too.
TOWN = (
    r"(?:Große )?(?:[Kk]reisangehörige |[Kk]reisfreie )?(?:[A-ZÄÖÜ][\w-]*-(?: und|,| u\.) )?"
    rf"(?!(?:\w+-)?(?:{_NAMES}|{_NAMES.lower()})stadt\b)"
    r"(?:[Ss]tadt|[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*(?:stadt|-Stadt))(?=:? )"
)
#: Before `gemeinde`: a municipality of its own; several that share an office, one of which may be called alike.
_SINGLE = "Markt|Orts|Einheits|Insel|Land|Mitglieds|Stadt|Groß"
_SEVERAL = "Samt|Verbands|Amts"
GEMEINDE = rf"(?:{_SINGLE}|{_SEVERAL})?[Gg]emeinde"
#: What a single municipality is; and any, also one that others form.
SINGLE = rf"{TOWN}|(?:{_SINGLE})?[Gg]emeinde|Markt|Flecken|Kommune"
MUNICIPALITY = rf"{TOWN}|{GEMEINDE}|Markt|Flecken|Kommune"
#: Behind a name: `Bergen, Stadt`, `Aerzen (Flecken)`.
BEHIND = r"(?:Stadt|Gemeinde|GKSt|(?:Große )?Kreisstadt|Markt|Flecken)"
#: What several municipalities form, and what is written short for it or for one.
ASSOCIATION = (
    r"(?:Vereinbarte )?Verwaltungsgemeinschaft|Gemeindeverwaltungsverband|Verwaltungsverband|Amtsverwaltung|"
    r"Kirchspielslandgemeinde"
)
SHORT = r"VGem|VwG|VVG|VG|SG|GVV|EG|OG"
PART = r"Ortsteil|Stadtteil|Bezirk|Gutsbezirk"
#: Houses that are called after their municipality: `Rathaus Uhingen`, `Bürgermeisteramt der Stadt Salach`.
HOUSE = (
    r"Rathaus|(?:Oberb|B)ürgermeisteramt|Gemeindeamt|Magistrat|Verwaltungsstelle|"
    rf"(?:Stadt|Gemeinde|Markt|Orts|Ortschafts|(?:{_SEVERAL}|Orts)(?:gemeinde)?)verwaltung"
)

_SINGLE_FOLDED = rf"(?:grosse )?(?:kreis)?stadt|(?:{_SINGLE.lower().replace('ß', 'ss')})?gemeinde|markt|flecken|kommune"
_BEFORE = re.compile(rf"^(?:{_SINGLE_FOLDED}|ortschaft)\s+")
_OWN_OFFICE = re.compile(
    rf"\b(?:{_SINGLE_FOLDED}|[a-z]{{3,}}stadt(?= [a-z])|(?:stadt|gemeinde|orts|markt|kreis)?verwaltung|rathaus"
    r"|buergermeister(?:amt)?)\b"
)


def without_kind(folded: str) -> str:
    """The folded name of a municipality without the word for a single one before it: two lists write it otherwise."""
    return _BEFORE.sub("", folded)


def without_own_office(folded: str) -> str:
    """What a folded office says beside being a municipality's own: nothing but its name, of `stadtverwaltung celle`."""
    return _OWN_OFFICE.sub("", folded).strip()
