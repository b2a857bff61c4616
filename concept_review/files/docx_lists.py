"""Lists of a Word file: their items' numbers are counted, since the text does not hold them."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.block import BULLET
from concept_review.files.docx_names import W, number, value
from concept_review.files.docx_styles import Style, Styles, indent_of

_DEEPEST = 8  # the last of the nine levels of a list
_LARGEST = 999_999_999  # as a number in Markdown
_NEARLY = 60  # twentieths of a point by which indents may differ that were meant to be equal
_BULLETS = ("bullet", "none")
_CLOSED = re.compile(r"%\d\)\s*$")


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one level look; `sign` is "" where nothing stands before an item."""

    sign: str = BULLET
    counted: bool = False
    start: int = 1
    indent: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """The place of a paragraph in a list; without `marker` it goes on in the item before it."""

    list_id: str
    level: int
    indent: int
    marker: str


class Lists:
    """The lists of a file, and how far each is counted."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        """Read the part of the numbering, which may be missing."""
        self._styles = styles
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def begin(self) -> None:
        """Forget what was counted, to read the same text again."""
        self._counts.clear()
        self._restarted.clear()

    def item(self, paragraph: _Element, style: Style) -> Item | None:
        """Count on and return the paragraph's place in its list, or None if it is in none."""
        own = value(paragraph, "pPr", "numPr", "numId")
        list_id = own or style.list_id
        if list_id not in self._abstract:
            return None
        said = value(paragraph, "pPr", "numPr", "ilvl") or style.list_level
        if not said and not own:
            said = self._level_of_style(list_id, value(paragraph, "pPr", "pStyle"))
        level = min(max(number(said), 0), _DEEPEST)
        look = self._look(list_id, level)
        indent = indent_of(paragraph.find(W + "pPr")) or look.indent
        return Item(list_id, level, indent, self._marker(list_id, level, look))

    def _marker(self, list_id: str, level: int, look: _Level) -> str:
        if not look.counted:
            return look.sign
        counts = self._counts.setdefault(self._abstract[list_id], {})
        restart = self._starts.get((list_id, level))
        if restart is not None and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else look.start
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return f"{min(max(counts[level], 0), _LARGEST)}{look.sign}"

    def _look(self, list_id: str, level: int) -> _Level:
        own = self._levels.get((f"num {list_id}", level))
        return own or self._levels.get((self._abstract[list_id], level), _Level())

    def _level_of_style(self, list_id: str, style: str) -> str:
        abstract = self._abstract[list_id]
        for (owner, level), look in self._levels.items():
            if owner == abstract and look.style == style:
                return str(level)
        return ""

    def _read(self, root: _Element) -> None:
        for each in root.iterfind(W + "abstractNum"):
            self._read_levels(each, each.get(W + "abstractNumId", ""))
        linked = {
            each.get(W + "abstractNumId", ""): value(each, "numStyleLink")
            for each in root.iterfind(W + "abstractNum")
        }
        for each in root.iterfind(W + "num"):
            list_id = each.get(W + "numId", "")
            if list_id != "0":  # which means: in no list
                self._abstract[list_id] = value(each, "abstractNumId")
            for override in each.iterfind(W + "lvlOverride"):
                self._read_levels(override, f"num {list_id}")
                start = value(override, "startOverride")
                if start:
                    self._starts[list_id, number(override.get(W + "ilvl"))] = number(start, 1)
        for list_id, abstract in list(self._abstract.items()):
            style = self._styles.of_list(linked.get(abstract, ""))
            self._abstract[list_id] = self._abstract.get(style.list_id, abstract)

    def _read_levels(self, parent: _Element, owner: str) -> None:
        for each in parent.iterfind(W + "lvl"):
            self._levels[owner, number(each.get(W + "ilvl"))] = _level(each)


def _level(element: _Element) -> _Level:
    text = value(element, "lvlText")
    counted = value(element, "numFmt") not in _BULLETS and "%" in text
    sign = BULLET if text.strip() else ""
    if counted:
        # Letters and Roman numbers become numbers, which end in a dot.
        decimal = value(element, "numFmt") in ("", "decimal", "decimalZero")
        sign = ")" if decimal and _CLOSED.search(text) else "."
    return _Level(
        sign=sign,
        counted=counted,
        start=number(value(element, "start"), 1),
        indent=indent_of(element.find(W + "pPr")),
        style=value(element, "pStyle"),
    )


class OpenItems:
    """The list items around the present place, outermost first."""

    def __init__(self) -> None:
        """Begin outside of every list."""
        self._items: list[Item] = []

    def close(self) -> None:
        """Leave all lists."""
        self._items.clear()

    def open(self, item: Item) -> int:
        """Take in the next item and return how many items are around it."""
        while self._items and not _is_inside(item, self._items[-1]):
            self._items.pop()
        self._items.append(item)
        return len(self._items) - 1

    def depth_at(self, indent: int) -> int:
        """Return how many items a paragraph without a sign of its own goes on in."""
        while self._items and (not indent or indent + _NEARLY < self._items[-1].indent):
            self._items.pop()
        return len(self._items)

    def depth_below(self, item: Item) -> int:
        """Return how many items a paragraph goes on in that is in a list without a sign."""
        while self._items and self._items[-1].level > item.level:
            self._items.pop()
        return len(self._items)


def _is_inside(item: Item, around: Item) -> bool:
    if item.list_id == around.list_id or item.level != around.level:
        return item.level > around.level
    return item.indent > around.indent + _NEARLY
