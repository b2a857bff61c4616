"""Styles of an OpenDocument text: what a paragraph or a run of characters looks like and means."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lxml.etree import _Element

from concept_review.files.odt_names import FO, STYLE, TEXT, number

_HEADING = re.compile(r"(?:Heading|Überschrift) ?(\d{1,2})")
_ENCODED = re.compile(r"_([0-9a-f]{1,5})_")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(pt|%)")
_LONGEST_CHAIN = 50  # of styles based on each other, should they go round in a circle
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Letters:
    """How characters look; the size is in points."""

    strong: bool = False
    emphasis: bool = False
    size: float = 12.0
    hidden: bool = False


class Styles:
    """All styles of a file by family and name; those of the text go before common ones."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        """Read the styles of each part of the file."""
        self._roots = tuple(roots)
        self._elements: dict[tuple[str, str], _Element] = {}
        self._letters: dict[tuple[str, str, Letters], Letters] = {}
        for root in self._roots:
            for each in root.iter(STYLE + "style"):
                key = (each.get(STYLE + "family", ""), each.get(STYLE + "name", ""))
                self._elements.setdefault(key, each)

    @cached_property
    def list_styles(self) -> Mapping[str, _Element]:
        """Return the looks of lists by name."""
        found = [each for root in self._roots for each in root.iter(TEXT + "list-style")]
        return {each.get(STYLE + "name", ""): each for each in reversed(found)}

    @cached_property
    def usual(self) -> Letters:
        """Return how characters look of which nothing is said."""
        for root in self._roots:
            for each in root.iter(STYLE + "default-style"):
                if each.get(STYLE + "family") == "paragraph":
                    return _changed(Letters(), each)
        return Letters()

    def letters(self, family: str, name: str, around: Letters) -> Letters:
        """Return how characters of this style look inside of what is `around`."""
        key = (family, name, around)
        if key not in self._letters:
            found = around
            for each in reversed(self._chain(family, name)):
                found = _changed(found, each)
            self._letters[key] = found
        return self._letters[key]

    def heading_level(self, name: str) -> int:
        """Return the level of paragraphs of this style in the outline, 0 for text."""
        for each in self._chain("paragraph", name):
            said = each.get(STYLE + "default-outline-level")
            if said is not None:
                return number(said, 0, _DEEPEST)
            if found := _HEADING.fullmatch(_shown_name(each)):
                return int(found[1])
        found = _HEADING.fullmatch(_decoded(name))
        return int(found[1]) if found else 0

    def named(self, name: str, *options: str) -> bool:
        """Say whether the paragraph style is one of these, or based on one."""
        names = [_decoded(name), *map(_shown_name, self._chain("paragraph", name))]
        return any(each in options for each in names)

    def list_style(self, name: str) -> str:
        """Return the name of the list style that the paragraph style brings, or ""."""
        chain = self._chain("paragraph", name)
        return next((said for each in chain if (said := each.get(STYLE + "list-style-name"))), "")

    def _chain(self, family: str, name: str) -> list[_Element]:
        """Return the style and those that it is based on, its own first."""
        chain: list[_Element] = []
        while name and len(chain) < _LONGEST_CHAIN:
            element = self._elements.get((family, name))
            if element is None:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name", "")
        return chain


def _changed(letters: Letters, style: _Element) -> Letters:
    """Return how characters look after what one style says."""
    said = style.find(STYLE + "text-properties")
    if said is None:
        return letters
    weight, slant = said.get(FO + "font-weight"), said.get(FO + "font-style")
    display = said.get(TEXT + "display")
    return replace(
        letters,
        strong=letters.strong if weight is None else _is_bold(weight),
        emphasis=letters.emphasis if slant is None else slant in ("italic", "oblique"),
        size=_size(said.get(FO + "font-size", ""), letters.size),
        hidden=letters.hidden if display is None else display == "none",
    )


def _is_bold(weight: str) -> bool:
    return weight == "bold" or number(weight, 400) >= 600


def _size(text: str, around: float) -> float:
    found = _SIZE.fullmatch(text)
    if found is None:
        return around
    return float(found[1]) if found[2] == "pt" else around * float(found[1]) / 100


def _shown_name(style: _Element) -> str:
    return style.get(STYLE + "display-name") or _decoded(style.get(STYLE + "name", ""))


def _decoded(name: str) -> str:
    """Return the name of a style as people read it: a space stands as `_20_` in the file."""
    return _ENCODED.sub(lambda found: chr(int(found[1], 16)), name)
