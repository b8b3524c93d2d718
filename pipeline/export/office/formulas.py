"""Whether a formula does nothing but calculate with what stands in its own workbook.

Known are the functions that people use in lists; every other one, a reference to another workbook (`[1]Liste!A1`), to a
program (`cmd|'/C calc'!A0`) or to a sheet that is not there may reach out, and so may what is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Container

_KNOWN = """
ABS AGGREGATE AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CEILING.MATH EVEN EXP FALSE FLOOR FLOOR.MATH FREQUENCY INT
LARGE LN LOG LOG10 MAX MAXIFS MEDIAN MIN MINIFS MOD MODE MODE.SNGL MROUND NOT ODD OR PERCENTILE PERCENTILE.INC PI
POWER PRODUCT QUARTILE QUOTIENT RAND RANDBETWEEN RANK RANK.AVG RANK.EQ ROMAN ROUND ROUNDDOWN ROUNDUP SIGN SMALL SQRT
STDEV STDEV.P STDEV.S SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TRUE TRUNC VAR XOR
COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
IF IFERROR IFNA IFS LET SWITCH
ISBLANK ISERR ISERROR ISEVEN ISFORMULA ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISREF ISTEXT N NA T TYPE
ADDRESS ANCHORARRAY AREAS CHOOSE CHOOSECOLS CHOOSEROWS COLUMN COLUMNS DROP EXPAND FILTER HLOOKUP HSTACK HYPERLINK
INDEX LOOKUP MATCH OFFSET ROW ROWS SEQUENCE SINGLE SORT SORTBY TAKE TOCOL TOROW TRANSPOSE UNIQUE VLOOKUP VSTACK
WRAPCOLS WRAPROWS XLOOKUP XMATCH
BASE CHAR CLEAN CODE CONCAT CONCATENATE DECIMAL DOLLAR EXACT FIND FIXED LEFT LEN LOWER MID NUMBERVALUE PROPER
REPLACE REPT RIGHT SEARCH SUBSTITUTE TEXT TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TRIM UNICHAR UNICODE UPPER VALUE
ARRAYTOTEXT VALUETOTEXT
DATE DATEDIF DATEVALUE DAY DAYS DAYS360 EDATE EOMONTH HOUR ISOWEEKNUM MINUTE MONTH NETWORKDAYS NETWORKDAYS.INTL NOW
SECOND TIME TIMEVALUE TODAY WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL YEAR YEARFRAC
"""
_FUNCTIONS = frozenset(_KNOWN.split())
#: How functions are written that came later than the format.
_LATER = re.compile(r"(?:_XLFN\.)?(?:_XLWS\.)?")
_TOKEN = re.compile(
    r"""
    (?P<text> "(?:[^"]|"")*+" )
    | (?P<error> \#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|CALC!|SPILL!)? )
    | (?P<own> \[0\]! )                                     # the workbook itself
    | (?P<column> [\w.]++\[(?:[^][']|'.|\[(?:[^][']|'.)*+\])*+\](?![\w.'!]) )   # of a table
    | (?P<quoted> '(?:[^][|:\\/']|'')++'! )
    | (?P<sheet> [\w.]++! )
    | (?P<function> [\w.]++\s*+\( )
    | (?P<name> [\w.]++ )
    | (?P<sign> [-+*/^&=<>%:,;(){}@$\s]++ )
    """,
    re.VERBOSE,
)
_LINK = re.compile(r"HYPERLINK\s*\((?!\s*\"(?:https?://|mailto:|tel:|\#))", re.IGNORECASE)
#: No program writes longer ones.
_LONGEST = 8192
#: A character written as its number (§22.9.2.19): nobody writes so in a formula, and it may be read as a quote.
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def is_harmless(formula: str, sheets: Container[str], gone: Container[str] = ()) -> bool:
    """Whether a formula only calculates.

    `sheets` are those of the workbook, `gone` are names that it must not use, all of them casefolded.
    """
    if len(formula) > _LONGEST or _ESCAPED.search(formula) or _LINK.search(formula):
        return False
    at = 0
    while at < len(formula):
        token = _TOKEN.match(formula, at)
        if token is None or not _is_known(token, sheets, gone):
            return False
        at = token.end()
    return True


def _is_known(token: re.Match[str], sheets: Container[str], gone: Container[str]) -> bool:
    written = token[0]
    match token.lastgroup:
        case "quoted":
            return written[1:-2].replace("''", "'").casefold() in sheets
        case "sheet":
            return written[:-1].casefold() in sheets
        case "function":
            return _LATER.sub("", written[:-1].strip().upper(), count=1) in _FUNCTIONS
        case "name":
            return written.casefold() not in gone
    return True
