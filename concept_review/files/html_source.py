"""The bytes of an HTML file as a tree."""

import re

from lxml.etree import ErrorTypes, HTMLParser, _Element, fromstring

from concept_review.source import decoded
from concept_review.unreadable import Fault, UnreadableConcept

_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]{1,200}?encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096  # bytes at the beginning in which browsers look for the encoding
_WESTERN = re.compile(r"(?:iso[-_]?8859[-_]?1|latin[-_]?1|(?:us-)?ascii|(?:windows|cp)[-_]?1252)")
_OTHERS = {
    "iso-8859-15": "iso-8859-15",
    "latin-9": "iso-8859-15",
    "macintosh": "mac-roman",
    "windows-1250": "cp1250",
    "iso-8859-2": "iso-8859-2",
}
_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]{0,1000}\[\s*<!ENTITY", re.IGNORECASE)
_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parse_html(source: bytes) -> _Element:
    """Return the root of an HTML file; raise `UnreadableConcept` where not all can be read."""
    text = _NO_XML.sub("", _text(source))
    if not text.strip():
        raise UnreadableConcept(Fault.EMPTY)
    if _ENTITIES.search(text[:_LOOKED_AT]):
        raise UnreadableConcept(Fault.DAMAGED)
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = fromstring(text.encode(), parser)
    # The parser stops at its limit of depth, and all that follows would be lost without a word.
    if any(each.type == ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log):
        raise UnreadableConcept(Fault.TOO_DEEP)
    if root is None:
        raise UnreadableConcept(Fault.EMPTY)
    return root


def _text(source: bytes) -> str:
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", "replace")
    encoding = "" if source.startswith(b"\xef\xbb\xbf") else _declared(source)
    if encoding:
        return source.decode(encoding, "replace")
    return decoded(source).removeprefix("\ufeff")


def _declared(source: bytes) -> str:
    """Return the encoding that the file names, or "" for UTF-8 and for what nobody knows."""
    found = _DECLARED.search(source[:_LOOKED_AT])
    name = (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""
    # Browsers read Latin-1 as the Windows encoding too: it has the quotation marks and dashes.
    return "cp1252" if _WESTERN.fullmatch(name) else _OTHERS.get(name, "")
