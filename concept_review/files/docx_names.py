"""How the elements of a Word document are named, and how their simple values are read."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  (the prefix every such file uses)
ORIGIN = "{urn:bindeglied}origin"
"""An attribute of our own: from which paragraphs or rows of the file something comes."""

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_OFF = ("0", "false", "off", "none")


def usual_names(source: bytes) -> bytes:
    """Return the XML with the namespaces of ISO's strict variant replaced by the usual ones."""
    if b"purl.oclc.org/ooxml" not in source:
        return source
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", source)


def value(element: "_Element | None", *path: str) -> str:
    """Return the `w:val` of what lies below the element along the names, or ""."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return "" if element is None else element.get(W + "val", "")


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number as written in an attribute."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def switch(properties: "_Element | None", name: str) -> bool | None:
    """Return whether a property is switched on or off, or None where nothing is said."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(W + "val", "true") not in _OFF


def chosen(element: "_Element") -> "_Element | None":
    """Return the first of the variants of one thing, of which a reader shows only one."""
    choice = element.find(MC + "Choice")
    return choice if choice is not None else element.find(MC + "Fallback")
