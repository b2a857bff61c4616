"""Lists of a Word file: which list each item is in, so that it bears the number it should."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from concept_review.block import Block
from concept_review.papers.hands import State

_NUMBER = re.compile(r"(\d+)(\D?)")
_DEEPEST = 8  # the last of the nine levels of a list
_HEADINGS, _BULLETS, _DOTTED, _CLOSED = 1, 2, 3, 4
STEP = 425
"""How far each level is moved to the right, in twentieths of a point."""
BULLETS_ID = _BULLETS
"""The list of all items without numbers."""
HEADINGS_ID = _HEADINGS
"""The list that numbers headings."""


@dataclass(frozen=True, slots=True)
class _Counted:
    list_id: int
    sign: str
    number: int


@dataclass(slots=True)
class Numbering:
    """Gives list items their lists; a list goes on as long as its numbers do."""

    _old: dict[int, _Counted] = field(default_factory=dict)
    _new: dict[int, _Counted] = field(default_factory=dict)
    _started: list[tuple[int, int, int]] = field(default_factory=list)  # look, level, number

    def place(self, block: Block, state: State) -> tuple[int, int]:
        """Return the list and the level of a list item in it, counted from 0."""
        level = min(block.depth, _DEEPEST)
        found = _NUMBER.fullmatch(block.marker)
        counts = [self._old] * (state is not State.ADDED) + [self._new] * (state is not State.TAKEN)
        for each in counts:
            for deeper in [key for key in each if key > level]:
                del each[deeper]
        if not found:
            return _BULLETS, level
        sign, number = found[2], int(found[1])
        last = counts[-1].get(level)
        if last and last.sign == sign and last.number + 1 == number:
            counted = _Counted(last.list_id, sign, number)
        else:
            self._started.append((_CLOSED if sign == ")" else _DOTTED, level, number))
            counted = _Counted(_CLOSED + len(self._started), sign, number)
        for each in counts:
            each[level] = counted
        return counted.list_id, level

    def xml(self, *, headings: bool) -> str:
        """Return the inside of the part of the numbering."""
        looks = [
            _look(_HEADINGS, _heading_levels() if headings else ""),
            _look(_BULLETS, _levels("bullet", lambda _: "•")),
            _look(_DOTTED, _levels("decimal", lambda level: f"%{level + 1}.")),
            _look(_CLOSED, _levels("decimal", lambda level: f"%{level + 1})")),
        ]
        lists = [_list(number, number, "") for number in (_HEADINGS, _BULLETS, _DOTTED, _CLOSED)]
        for place, (look, level, number) in enumerate(self._started, start=_CLOSED + 1):
            override = (
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/>'
                "</w:lvlOverride>"
            )
            lists.append(_list(place, look, override))
        return "".join((*looks, *lists))


def _look(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _list(number: int, look: int, override: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{look}"/>{override}</w:num>'


def _heading_levels() -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{above + 1}" for above in range(level + 1))}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for level in range(_DEEPEST + 1)
    )


def _levels(look: str, sign: Callable[[int], str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{look}"/>'
        f'<w:lvlText w:val="{sign(level)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
        for level in range(_DEEPEST + 1)
    )
