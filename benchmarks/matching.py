"""How long the sections of a new version take to be matched, by size, on generated text.

`python benchmarks/matching.py` prints for each size the seconds of the best of three runs, the
peak memory of the matching (as Python and numpy allocate it), and the slope of seconds over size
on logarithmic scales: 1 is linear, 2 quadratic. In the new version every second section has every
tenth word replaced, every tenth section stands elsewhere, every twentieth is gone, and as many
are new.
"""

import math
import random
import statistics
import time
import tracemalloc

from concept_review.block import Block, BlockKind
from concept_review.matching import Part, match

SEED = 20260101
SECTION = 2_500
"""Characters of a section."""
SIZES = (60, 125, 250, 500, 1_000, 5_000)
"""In kilobytes; the last is 2,000 sections, the most that a concept may have."""
TITLES = ("Ziele", "Herausforderungen", "Maßnahmen", "Ausgangslage", "Umsetzung")
SYLLABLES = ("an", "ein", "fort", "ge", "kom", "lan", "mit", "neu", "plan", "stadt", "trag", "wohn")


def main() -> None:
    """Measure every size and print the table."""
    match(*versions(2, seeded()))  # loads scipy, which is not what is measured
    print(f"{'kB':>6} {'sections':>9} {'seconds':>8} {'peak MB':>8}")
    points = []
    for size in SIZES:
        old, new = versions(size * 1_000 // SECTION, seeded())
        seconds = min(timed(old, new) for _ in range(3))
        print(f"{size:6} {len(old):9} {seconds:8.2f} {peak(old, new):8.0f}", flush=True)
        points.append((math.log(size), math.log(seconds)))
    print(f"slope {slope(points):.2f}")


def seeded() -> random.Random:
    """Return the same row of numbers each time."""
    return random.Random(SEED)  # noqa: S311  (text to measure, nothing secret)


def timed(old: list[Part], new: list[Part]) -> float:
    """Return the seconds that one matching takes."""
    begun = time.perf_counter()
    match(old, new)
    return time.perf_counter() - begun


def peak(old: list[Part], new: list[Part]) -> float:
    """Return the most memory that one matching holds beside the two versions, in megabytes."""
    tracemalloc.start()
    match(old, new)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def slope(points: list[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def versions(sections: int, chance: random.Random) -> tuple[list[Part], list[Part]]:
    """Return an old and a new version with so many sections each."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    # As in real text, the word of rank r is r times rarer than the most frequent one (Zipf).
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    old = [written(place, words, weights, chance) for place in range(sections)]
    kept = [part for place, part in enumerate(old) if place % 20 != 7]
    new = [edited(part, words, chance) if place % 2 else part for place, part in enumerate(kept)]
    for _ in range(len(new) // 10):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    new += [written(place, words, weights, chance) for place in range(sections - len(new))]
    return old, new


def written(place: int, words: list[str], weights: list[float], chance: random.Random) -> Part:
    """Return a new section: every sixth a chapter, the others below it with repeated titles."""
    text = " ".join(chance.choices(words, weights, k=SECTION // 6))[:SECTION]
    blocks = [text[start : start + 500] for start in range(0, len(text), 500)]
    title = f"Kapitel {' '.join(chance.sample(words, 2))}" if place % 6 == 0 else TITLES[place % 5]
    return Part(title, 2 if place % 6 else 1, tuple(map(paragraph, blocks)))


def edited(part: Part, words: list[str], chance: random.Random) -> Part:
    """Return the section with every tenth word replaced."""
    texts = (
        " ".join(chance.choice(words) if chance.random() < 0.1 else word for word in text)
        for text in (block.text.split() for block in part.blocks)
    )
    return Part(part.title, part.level, tuple(map(paragraph, texts)))


def paragraph(text: str) -> Block:
    """Return the text as a block."""
    return Block(kind=BlockKind.PARAGRAPH, text=text)


if __name__ == "__main__":
    main()
