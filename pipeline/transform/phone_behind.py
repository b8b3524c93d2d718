"""What right behind a number says of it: that it is cut off, goes on below, or is the beginning of others."""

from __future__ import annotations

import re

#: Behind the last digit: a hyphen with nothing behind it, dots, XXX: the number is not all there.
CUT = re.compile(r"-|[?_]|\s?-?\s?/?(?:[xX*#?_]{2,}|…|\.{2,}|[xXyYnN]{2,}\b)|\s-\s?(?:$|[,;)])")
#: Behind the last digit: more digits among letters, so that nobody knows where the number ends.
GLUED = re.compile(r"[ /.-]{0,2}\d*(?!(?i:(?:tele)?fax|tel|telefon|fon|mobil|handy)[+(\s]{0,2}\d)[^\W\d_]*\d")
#: `Die Durchwahl wird an 940 angehängt`: a rule, no number.
RULE = re.compile(r"\s(?:angehängt|anzuhängen|anhängen|angefügt|anzufügen|anfügen)\b")
#: The word Durchwahl stands where its digits should: what was read is a main number. Before `– direkte Durchwahl`
#: stands all of somebody's number.
TRUNK = re.compile(
    r"(?:\s?(?:-\s?)?(?:-|und|mit|plus|\+|zuzüglich)|,? gefolgt von)\s?(?:\(\s?)?"
    r"(?:(?:dann|danach|anschließend|direkt) )?"
    r"(?:(?:der|die|Ihrer|einer) |(?!(?:direkt|eigen|persönlich|neu|mein|sein|unser)e[nrsm]? ))"
    r"(?:(?:(?:unten|oben|hier|jeweils) )?(?:[^\W\d_]{4,}e[nrsm]? ){0,2}"
    r"(?:Durchwahl|Durchw\b|DW\b|Apparat|Nebenstelle|Nst\b)|App\b)",  # `die neue App` is none of a telephone
    re.IGNORECASE,
)
#: "0711 8840 DW 2310": too few digits to be a number, and the Durchwahl follows.
DURCHWAHL_FOLLOWS = re.compile(
    r"[\s,/(]{1,3}(?:Durchwahl|Durchw\.?|DW|App\.?|Apparat|Nebenstelle|Nst\.?)[\s:-]{0,3}\d", re.IGNORECASE
)
#: `0711 8840-` ends its line: the Durchwahlen stand below. `0731 /` does, too: the number goes on below.
OPEN_MAIN = re.compile(r"\s?-\s?\)?$")
OPEN_AREA = re.compile(r"\s?[/-]?\s?$")
#: `-410 … -414`: from here to there.
RANGE = re.compile(r"\s?(?:…|\.{2,3})\s?-\s?\d")
#: "Faxe an Einzelplätze: 837-1 + Durchwahl": what was read is only the beginning of numbers.
PLUS_DURCHWAHL = re.compile(
    r"\s?(?:\+|plus)\s?(?:[^\W\d_]{3,12}\s)?(?:Durchwahl|Durchw\b|DW\b|App\b|Apparat|Nebenstelle|Nst\b)", re.IGNORECASE
)
TRUNK_PLACEHOLDER = re.compile(r"\s?-\s?\(?(?:[xX*#?_]{2,}|…|\.{2,}|0{3,}\b)")
