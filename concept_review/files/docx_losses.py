"""What of a Word file does not fit into blocks: pictures, text boxes, formulas, objects."""

from collections.abc import Iterator

from lxml.etree import _Element

from concept_review.draft import Loss, Lost
from concept_review.files.docx_names import MC, WP, M, O, V, W, chosen
from concept_review.files.runs_text import excerpt_of

_TEXTS = (W + "t", W + "tab", W + "br", W + "p", M + "t")


def bare_text(element: _Element) -> str:
    """Return all words inside an element, without what was deleted."""
    repeated = element.iter(MC + "Fallback")
    doubled = {inner for fallback in repeated for inner in fallback.iter(*_TEXTS)}
    return "".join(
        (each.text or "") if each.tag in (W + "t", M + "t") else " "
        for each in element.iter(*_TEXTS)
        if each not in doubled
    )


def formula(element: _Element) -> Lost:
    """Return a formula as what could not be kept of it."""
    return Lost(Loss.FORMULAS, excerpt_of(bare_text(element)))


def losses_of_drawing(element: _Element) -> Iterator[Lost]:
    """Return what one drawing, old drawing or embedded object holds."""
    if element.tag == W + "object":
        program = next((each.get("ProgID", "") for each in element.iter(O + "OLEObject")), "")
        equation = program.startswith("Equation")
        yield Lost(Loss.FORMULAS if equation else Loss.EMBEDDED_OBJECTS)
        return
    boxes = [text for text in map(bare_text, _outermost_boxes(element)) if text.strip()]
    if boxes:
        yield Lost(Loss.TEXT_BOXES, excerpt_of(" ".join(boxes)))
    if (not boxes or _holds_picture(element)) and not _is_rule(element):
        yield Lost(Loss.IMAGES, excerpt_of(_description(element)))


def _outermost_boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            variant = chosen(child)
            yield from () if variant is None else _outermost_boxes(variant)
        else:
            yield from _outermost_boxes(child)


def _holds_picture(element: _Element) -> bool:
    return any(
        isinstance(each.tag, str) and each.tag.endswith(("}pic", "}imagedata"))
        for each in element.iter()
    )


def _is_rule(element: _Element) -> bool:
    """Say whether this is only a line across the page."""
    return any(each.get(O + "hr") in ("t", "true") for each in element.iter(V + "rect"))


def _description(element: _Element) -> str:
    for each in element.iter(WP + "docPr"):
        return each.get("descr") or each.get("title") or ""
    for each in element.iter(V + "shape", V + "rect"):
        return each.get("alt", "")
    return ""
