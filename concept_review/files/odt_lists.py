"""Lists of an OpenDocument text: their items' numbers are counted, the text does not hold them."""

from dataclasses import dataclass

from lxml.etree import _Element

from concept_review.block import BULLET
from concept_review.files.odt_names import STYLE, TEXT, XML, number
from concept_review.files.odt_styles import Styles

_LARGEST = 999_999_999  # as a number in Markdown


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read; `counts` has the last number of each level from 0."""

    style: str
    level: int
    counts: dict[int, int]


class Lists:
    """The lists of a file, and how far each is counted."""

    def __init__(self, styles: Styles) -> None:
        """Begin before the first list."""
        self._styles = styles
        self._by_style: dict[str, dict[int, int]] = {}
        self._by_id: dict[str, dict[int, int]] = {}

    def begin(self, element: _Element, outer: OpenList | None) -> OpenList:
        """Return the list, which goes on counting where the file says so."""
        style = element.get(TEXT + "style-name", "")
        if outer is not None:
            return OpenList(style or outer.style, outer.level + 1, outer.counts)
        counts = self._continued(element, style)
        self._by_style[style] = counts
        for key in (element.get(XML + "id"), element.get(TEXT + "id")):
            if key:
                self._by_id[key] = counts
        return OpenList(style, 0, counts)

    def begin_single(self, element: _Element) -> OpenList:
        """Return the list of a numbered paragraph, which is an item without a list around it."""
        counts = self._by_id.setdefault("#" + element.get(TEXT + "list-id", ""), {})
        level = max(number(element.get(TEXT + "level"), 1, 100) - 1, 0)
        return OpenList(element.get(TEXT + "style-name", ""), level, counts)

    def marker(self, open_list: OpenList, item: _Element, paragraph_style: str) -> str:
        """Count on and return what stands before the item: "-" or "3."."""
        style = item.get(TEXT + "style-override") or open_list.style
        look = self._look(style or self._styles.list_style(paragraph_style), open_list.level)
        level, counts = open_list.level, open_list.counts
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if look is None or not look.get(STYLE + "num-format"):
            return BULLET
        start = number(look.get(TEXT + "start-value"), 1)
        following = counts[level] + 1 if level in counts else start
        counts[level] = min(number(item.get(TEXT + "start-value"), following), _LARGEST)
        return f"{counts[level]}{_sign(look)}"

    def _continued(self, element: _Element, style: str) -> dict[int, int]:
        other = self._by_id.get(element.get(TEXT + "continue-list", ""))
        if other is not None:
            return other
        goes_on = element.get(TEXT + "continue-numbering") == "true"
        return self._by_style.get(style, {}) if goes_on else {}

    def _look(self, style: str, level: int) -> _Element | None:
        element = self._styles.list_styles.get(style)
        if element is None:
            return None
        same = (each for each in element if number(each.get(TEXT + "level"), 0) == level + 1)
        return next(same, None)


def _sign(look: _Element) -> str:
    # Letters and Roman numbers become numbers, which end in a dot.
    decimal = look.get(STYLE + "num-format") == "1"
    return ")" if decimal and look.get(STYLE + "num-suffix", "").startswith(")") else "."
