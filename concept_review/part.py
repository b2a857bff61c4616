"""The sections of a version as they are compared with those of another."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from concept_review.block import Block
from concept_review.fingerprint import fingerprint, title_words, words_of
from concept_review.numbering import parent_places, split_number

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a version, in document order; parents follow from the levels."""

    title: str
    level: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions, prepared: for each part what is asked of it again and again.

    `passages` are the words of each block; `parents` and `children` are places in the version;
    `repeated` says whether the title stands more than once below the same section.
    """

    prints: tuple[str, ...]
    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    passages: tuple[tuple[tuple[str, ...], ...], ...]
    parents: tuple[int | None, ...]
    children: tuple[tuple[int, ...], ...]
    repeated: tuple[bool, ...]

    def __len__(self) -> int:
        """Return the number of sections."""
        return len(self.prints)

    def empty(self, place: int) -> bool:
        """Whether there are no words below the heading."""
        return not self.passages[place]

    def words(self, place: int) -> list[str]:
        """Return the words of title and text, in small letters."""
        title = _WORD.findall(self.titles[place])
        return title + [word for passage in self.passages[place] for word in passage]


def prepared(parts: Sequence[Part]) -> Side:
    """Return the parts as a side of the comparison."""
    parents = parent_places([part.level for part in parts])
    children: list[list[int]] = [[] for _ in parts]
    for place, parent in enumerate(parents):
        if parent is not None:
            children[parent].append(place)
    titles = tuple(title_words(part.title).casefold() for part in parts)
    below = list(zip(parents, titles, strict=True))
    times = Counter(below)
    return Side(
        prints=tuple(fingerprint(part.title, part.blocks) for part in parts),
        numbers=tuple(split_number(part.title)[0] for part in parts),
        titles=titles,
        passages=tuple(_passages(part) for part in parts),
        parents=tuple(parents),
        children=tuple(map(tuple, children)),
        repeated=tuple(times[each] > 1 for each in below),
    )


def _passages(part: Part) -> tuple[tuple[str, ...], ...]:
    """Return the words of each block that has any; a footnote is not text of its own."""
    texts = (words_of(block.text).casefold() for block in part.blocks if block.reviewable)
    return tuple(words for text in texts if (words := tuple(_WORD.findall(text))))
