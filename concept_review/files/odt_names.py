"""How the elements of an OpenDocument text are named, and how their simple values are read."""

from lxml.etree import _Element

_ROOT = "urn:oasis:names:tc:opendocument:xmlns:"
DC = "{http://purl.org/dc/elements/1.1/}"
DRAW = f"{{{_ROOT}drawing:1.0}}"
FO = f"{{{_ROOT}xsl-fo-compatible:1.0}}"
MANIFEST = f"{{{_ROOT}manifest:1.0}}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
OFFICE = f"{{{_ROOT}office:1.0}}"
STYLE = f"{{{_ROOT}style:1.0}}"
SVG = f"{{{_ROOT}svg-compatible:1.0}}"
TABLE = f"{{{_ROOT}table:1.0}}"
TEXT = f"{{{_ROOT}text:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

WORDS = "{urn:bindeglied}words"
"""An element of our own: characters of a text that is put together from tracked changes."""
DAY = "{urn:bindeglied}day"
"""An attribute of our own: the day of a tracked change in a paragraph."""
PARAGRAPHS = (TEXT + "p", TEXT + "h")


def number(text: str | None, otherwise: int = 1, most: int = 999_999_999) -> int:
    """Return a whole number as written in an attribute, within what a list can count."""
    try:
        return min(max(int(text or ""), 0), most)
    except ValueError:
        return otherwise


def paragraph_above(element: _Element) -> _Element | None:
    """Return the paragraph or heading that the element stands in, or None between them."""
    return next(element.iterancestors(*PARAGRAPHS), None)
