"""How our Word files look: German, one sans-serif face, quiet headings, room in the cells."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from concept_review.papers.docx_parts import CELL_HEADING_STYLE, CELL_STYLE, NOTE_STYLE

_FACE = "Arial"
_SIZES = {"Title": 20, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11.5}


def set_styles(document: Document) -> None:
    """Set the language and the styles of a new document."""
    _set_language(document)
    normal = _style(document, "Normal")
    _set_face(normal)
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for name in ("Title", *(f"Heading {level}" for level in range(1, 10))):
        style = _style(document, name)
        _set_face(style)
        style.font.size = Pt(_SIZES.get(name, 10.5))
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.keep_with_next = True
    for name, bold, italic in (
        (CELL_STYLE, False, False),
        (CELL_HEADING_STYLE, True, False),
        (NOTE_STYLE, False, True),
    ):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style = _style(document, name)
        style.base_style = normal
        style.font.size = Pt(9)
        style.font.bold, style.font.italic = bold, italic
        style.paragraph_format.space_after = Pt(3)


def _style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)  # noqa: S101  (python-docx's own template has it)
    return found


def _set_face(style: ParagraphStyle) -> None:
    style.font.name = _FACE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in str(name):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), _FACE)


def _set_language(document: Document) -> None:
    document.core_properties.language = "de-DE"
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None  # noqa: S101  (python-docx's own template has it)
    for found in defaults.findall(qn("w:lang")):
        defaults.remove(found)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), "de-DE")
    defaults.append(language)
