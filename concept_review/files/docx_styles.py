"""What the styles of a Word file say: headings, tables of contents, letters, lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.files.docx_names import W, number, switch, value

_HEADING = re.compile(
    r"(?:heading|ü?berschrift|titre|título|titolo|kop|rubrik|nagłówek)[ _]?([1-9])", re.IGNORECASE
)
_TITLE = re.compile(r"titel|title|haupttitel|document title", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|(?:inhalts|abbildungs|tabellen)?verzeichnis|contents|table of figures)"
    r"[ _]?(?:\d|heading|überschrift)?",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|beschriftung|table caption|image caption", re.IGNORECASE)
_QUOTE = re.compile(
    r"(?:intense |intensives )?(?:quote|zitat)|block ?text|quotations", re.IGNORECASE
)
_LONGEST_CHAIN = 20  # styles based on each other
_BODY_LEVEL = 9  # the outline level of what is no heading
_USUAL_SIZE = 20  # half points: what Word takes where a file says nothing


@dataclass(frozen=True, slots=True)
class Style:
    """What one style comes to, with all it is based on.

    `level` is that of a heading or 0; `size` counts half points, 0 where nothing is said;
    `list_id` and `list_level` name the list its paragraphs belong to; `indent` is in twentieths
    of a point.
    """

    level: int = 0
    title: bool = False
    contents: bool = False
    caption: bool = False
    quote: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: int = 0
    list_id: str = ""
    list_level: str = ""
    indent: int = 0


class Styles:
    """All styles of a file by their id."""

    def __init__(self, root: _Element | None) -> None:
        """Read the part of the styles, which may be missing."""
        self._elements: dict[str, _Element] = {}
        self._defaults: dict[str, str] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self.size = _USUAL_SIZE
        if root is None:
            return
        for element in root.iterfind(W + "style"):
            name = element.get(W + "styleId", "")
            self._elements[name] = element
            if element.get(W + "default") in ("1", "true", "on"):
                self._defaults[element.get(W + "type", "")] = name
        size = value(root, "docDefaults", "rPrDefault", "rPr", "sz")
        self.size = number(size, _USUAL_SIZE)

    def of_paragraph(self, paragraph: _Element) -> Style:
        """Return the style of a paragraph."""
        return self._style("paragraph", value(paragraph, "pPr", "pStyle"))

    def of_run(self, properties: _Element | None) -> Style:
        """Return the style of letters with these properties."""
        name = value(properties, "rStyle")
        return self._style("character", name) if name else Style()

    def of_list(self, name: str) -> Style:
        """Return the style in which a file keeps how its lists look."""
        return self._style("numbering", name) if name else Style()

    def _style(self, kind: str, name: str) -> Style:
        name = name or self._defaults.get(kind, "")
        if (kind, name) not in self._known:
            self._known[kind, name] = _merged(name, list(self._chain(name)))
        return self._known[kind, name]

    def _chain(self, name: str) -> Iterator[_Element]:
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                return
            yield element
            name = value(element, "basedOn")


def _merged(style_id: str, chain: list[_Element]) -> Style:
    """Return what the first of the styles comes to; those after it are what it is based on."""
    own = value(chain[0], "name") if chain else ""
    paragraphs = [each.find(W + "pPr") for each in chain]
    letters = [each.find(W + "rPr") for each in chain]

    def named(pattern: re.Pattern[str]) -> bool:
        return any(pattern.fullmatch(name) for name in (own, style_id))

    def first(name: str, *path: str) -> str:
        options = letters if name == "sz" else paragraphs
        return next((found for each in options if (found := value(each, *path, name))), "")

    def on(name: str) -> bool:
        said = (switch(each, name) for each in letters)
        return next((each for each in said if each is not None), False)

    return Style(
        level=_heading_level(style_id, chain),
        title=named(_TITLE),
        contents=named(_CONTENTS),
        caption=named(_CAPTION),
        quote=named(_QUOTE),
        bold=on("b"),
        italic=on("i"),
        hidden=on("vanish"),
        size=number(first("sz")),
        list_id=first("numId", "numPr"),
        list_level=first("ilvl", "numPr"),
        indent=next((found for each in paragraphs if (found := indent_of(each))), 0),
    )


def _heading_level(style_id: str, chain: list[_Element]) -> int:
    names = [style_id, *(each.get(W + "styleId", "") for each in chain[1:])]
    for each, each_id in zip(chain, names, strict=False):
        outline = _outline_level(each.find(W + "pPr"))
        if outline is not None:
            return outline
        found = _HEADING.fullmatch(value(each, "name")) or _HEADING.fullmatch(each_id)
        if found:
            return int(found[1])
    found = None if chain else _HEADING.fullmatch(style_id)
    return int(found[1]) if found else 0


def level_of(paragraph: _Element, style: Style) -> int:
    """Return the level of a heading, from 1, or 0 for other paragraphs."""
    return style.level or _outline_level(paragraph.find(W + "pPr")) or 0


def _outline_level(properties: _Element | None) -> int | None:
    """Return the level said outright, 0 where it is said to be none, None where nothing is."""
    said = value(properties, "outlineLvl")
    if not said:
        return None
    level = number(said, _BODY_LEVEL)
    return level + 1 if 0 <= level < _BODY_LEVEL else 0


def indent_of(properties: _Element | None) -> int:
    """Return how far a paragraph is moved to the right, in twentieths of a point, 0 if unsaid."""
    indent = None if properties is None else properties.find(W + "ind")
    if indent is None:
        return 0
    return number(indent.get(W + "left") or indent.get(W + "start"))
