"""Whether a request's XML may be read at all: small, flat, without document type, entities or bombs."""

from __future__ import annotations

import io
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from pipeline.serve.answers import AnswerError

SIZE_LIMIT = 1_048_576  # bytes; a request for ten thousand cards by name
_DEPTH_LIMIT = 32
_HREFS_LIMIT = 20_000
_OTHERS_LIMIT = 200  # each condition of a search costs a look at every card


def check_xml(body: bytes) -> None:
    """Raises AnswerError for a body that is not to be read."""
    if len(body) > SIZE_LIMIT:
        raise AnswerError(413)
    if body:
        try:
            _measure(body)
        except (DefusedXmlException, ParseError, ValueError, LookupError) as error:  # LookupError: unknown encoding
            raise AnswerError(400, "Das ist kein XML, wie CardDAV es kennt.") from error


def _measure(body: bytes) -> None:
    depth = hrefs = others = 0
    for event, element in iterparse(io.BytesIO(body), ("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        hrefs += event == "start" and element.tag == "{DAV:}href"
        others += event == "start" and element.tag != "{DAV:}href"
        if depth > _DEPTH_LIMIT or hrefs > _HREFS_LIMIT or others > _OTHERS_LIMIT:
            raise ValueError("too deep or too many")
