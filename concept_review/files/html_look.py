"""What single elements of an HTML page mean: whether they show, and how."""

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset"
    r"|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|ol|p|pre"
    r"|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_SKIPPED = re.compile(
    r"button|colgroup|datalist|head|input|link|meta|nav|noscript|option|script|select|style"
    r"|template|textarea|title"
)
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em"})
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|normal|[1-9]00)")
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_AROUND = re.compile(r"mso-element\s*:\s*(?:header|footer)\b")


@dataclass(frozen=True, slots=True)
class Letters:
    """How characters look, and where a click on them leads."""

    strong: bool = False
    emphasis: bool = False
    href: str = ""


def name_of(element: _Element) -> str:
    """Return the name of an element, or "" for what is no element."""
    return element.tag if isinstance(element.tag, str) else ""


def is_block(element: _Element) -> bool:
    """Say whether the element stands on lines of its own."""
    return _BLOCKS.fullmatch(name_of(element)) is not None


def style_of(element: _Element) -> str:
    """Return what the element says itself about its looks."""
    return element.get("style", "").lower()


def is_skipped(element: _Element) -> bool:
    """Say whether nobody sees the element as part of the text."""
    name = name_of(element)
    return (
        not name
        or bool(_SKIPPED.fullmatch(name))
        or element.get("hidden") is not None
        or element.get("role") == "navigation"
        or (name == "a" and element.get("aria-hidden") == "true")
        or bool({"headerlink", "msocomanchor"} & set(element.get("class", "").lower().split()))
        or bool(_HIDDEN.search(style_of(element)))
    )


def is_around_page(element: _Element) -> bool:
    """Say whether an office program wrote here what stands at the head or foot of each page."""
    if name_of(element) != "div":
        return False
    title = element.get("title", "")
    return title in ("header", "footer") or bool(_AROUND.search(style_of(element)))


def heading_level(element: _Element) -> int:
    """Return the level of a heading, or 0."""
    if found := _HEADING.fullmatch(name_of(element)):
        return int(found[1])
    if element.get("role") != "heading":
        return 0
    said = element.get("aria-level", "")
    return min(int(said), 6) or 2 if said.isascii() and said.isdigit() else 2


def letters_inside(element: _Element, around: Letters) -> Letters:
    """Return how characters look inside the element."""
    name, style = name_of(element), style_of(element)
    weight, slant = _WEIGHT.search(style), _SLANT.search(style)
    strong = around.strong or name in _STRONG
    emphasis = around.emphasis or name in _EMPHASIS
    if weight:
        strong = weight[1] == "bold" or (weight[1] >= "600" and weight[1] != "normal")
    if slant:
        emphasis = slant[1] != "normal"
    address = (element.get("href") or "").strip() if name == "a" else ""
    href = address if _ADDRESS.fullmatch(address) else around.href
    return replace(around, strong=strong, emphasis=emphasis, href=href)
