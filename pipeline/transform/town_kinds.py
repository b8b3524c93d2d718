"""The words with which a town says what kind of town it is: `Mittelstadt`, `Große Kreisstadt`, `Klingenstadt`.

The class is open, since any town may call itself after what it is proud of; the names of towns that end alike are not.
"""

from __future__ import annotations

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
