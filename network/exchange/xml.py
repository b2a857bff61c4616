"""XML from strangers: no entities, no DTD of theirs, no network."""

import re
from typing import TYPE_CHECKING

from network.exchange.unreadable import Fault, Place, UnreadableNetwork

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse_xml(source: bytes) -> "_Element":
    """Return the root; raise `UnreadableNetwork` with the line where the text is broken."""
    from lxml import etree  # noqa: PLC0415  (only files in XML need the library)

    if _ENTITY.search(source.replace(b"\0", b"") if b"\0" in source[:64] else source):
        raise UnreadableNetwork(Fault.ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as fault:
        line, _column = fault.position
        reason = (fault.msg or "").partition(", line ")[0]
        raise UnreadableNetwork(Fault.BROKEN_XML, Place(line=line or 1), reason) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnreadableNetwork(Fault.ENTITIES)
    return root


def local(element: "_Element") -> str:
    """Return the name of an element without its namespace, whichever it is."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "_Element", name: str) -> "list[_Element]":
    """Return the children of a name in any namespace."""
    return [child for child in element if local(child) == name]


def line_of(element: "_Element") -> Place:
    """Return the line on which an element begins."""
    return Place(line=element.sourceline)


def whole_text(element: "_Element") -> str:
    """Return all text within an element."""
    return "".join(str(part) for part in element.itertext())
