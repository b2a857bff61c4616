"""Signs that Word takes from picture fonts, as characters that every font has."""

from lxml.etree import _Element

from concept_review.files.docx_names import W

_PRIVATE = range(0xE000, 0xF900)
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL = {
    **_GREEK,
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBB: "≈",
    0xDE: "⇒",
}
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"Symbol": _SYMBOL, "Wingdings": _WINGDINGS}


def symbol(element: _Element) -> str:
    """Return the character of a `w:sym`, or "" where it is not known."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    known = _FONTS.get(element.get(W + "font", ""))
    if known is not None:
        return known.get(code & 0xFF, "")
    return "" if code in _PRIVATE or not 0x20 <= code < 0xD800 else chr(code)
