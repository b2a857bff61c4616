"""Paragraphs that look like headings without being any, and which level they would have."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LONGEST = 120  # characters of a heading
_LARGER = 3  # half points above the letters of the text
_DEEPEST = 6
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\S")
_CAPTION = re.compile(
    r"(?:abb(?:ildung|\.)|tab(?:elle|\.)|figure|table|quelle)\s*[\d:.]", re.IGNORECASE
)
_ENDS = (".", ":", ";", ",", "…")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: its words, whether all are bold, the size of most of its letters.

    `level` is that of a heading and 0 for text; `plain` says it is in no list and no table.
    """

    text: str = ""
    level: int = 0
    bold: bool = False
    size: int = 0
    plain: bool = False


def suspected_levels(looks: Sequence[Look]) -> list[int]:
    """Return the level each paragraph would have as a heading, or 0 where it looks like text."""
    usual = _usual_size(looks)
    suspects = [_is_suspect(look, usual) for look in looks]
    sizes = {look.size for look, suspect in zip(looks, suspects, strict=True) if suspect}
    ranks = {size: rank for rank, size in enumerate(sorted(sizes, reverse=True), 1)}
    levels: list[int] = []
    above = 0
    for look, suspect in zip(looks, suspects, strict=True):
        above = look.level or above
        below = _depth(look.text) or ranks.get(look.size, 1)
        levels.append(min(above + below, _DEEPEST) if suspect else 0)
    return levels


def _usual_size(looks: Iterable[Look]) -> int:
    letters: Counter[int] = Counter()
    for look in looks:
        letters[look.size] += 0 if look.level or look.bold else len(look.text)
    return max(letters, key=lambda size: letters[size], default=0)


def _is_suspect(look: Look, usual: int) -> bool:
    text = look.text.strip()
    return (
        look.plain
        and not look.level
        and len(text) <= _LONGEST
        and "\n" not in text
        and (look.bold or look.size >= usual + _LARGER)
        and any(map(str.isalpha, text))
        and not text.endswith(_ENDS)
        and not _CAPTION.match(text)
    )


def _depth(text: str) -> int:
    """Return how deep a number like "3.2" lies, or 0 for text without one."""
    found = _NUMBER.match(text.strip())
    return found[1].count(".") + 1 if found else 0
