"""Which sections were taken apart."""

from collections.abc import Collection, Mapping

import numpy as np

from concept_review.likeness import Likeness

COVERED = 0.5
"""Share of a new text that must come from the old one, by weight of its words."""
REPEATED = 0.5
"""Two new texts that have more than this from the same words are copies, not pieces."""
LEFT = 0.3
"""Share of the old text that must be found in its pieces."""


def splits(
    likeness: Likeness, partners: Mapping[int, int], pairs: Collection[tuple[int, int]]
) -> dict[int, list[int]]:
    """Return the new pieces of each old section that was taken apart, the most similar first.

    `partners` are the matched sections, old to new; pieces are looked for among `pairs` with new
    sections that are not matched.
    """
    taken = set(partners.values())
    origins: dict[int, tuple[float, int]] = {}
    for old, new in sorted(pairs):
        covered = likeness.covered(old, new)
        if new not in taken and covered >= COVERED:
            origins[new] = max(origins.get(new, (0.0, 0)), (covered, -old))
    pieces: dict[int, list[int]] = {}
    for new, (_, origin) in sorted(origins.items()):
        pieces.setdefault(-origin, []).append(new)
    found = {old: _apart(likeness, old, partners.get(old), news) for old, news in pieces.items()}
    return {old: news for old, news in found.items() if len(news) > 1}


def complementary(likeness: Likeness, old: int, first: int, second: int) -> bool:
    """Whether two new texts continue different passages of the old one."""
    return (
        likeness.covered(old, second) >= COVERED
        and likeness.repeated(old, second, likeness.new_rows[first]) <= REPEATED
    )


def _apart(likeness: Likeness, old: int, partner: int | None, news: list[int]) -> list[int]:
    """Return the pieces without copies of each other, or none if too little of the text is left."""
    order = sorted(news, key=lambda new: (-likeness.text(old, new), new))
    kept = [] if partner is None else [partner]
    seen = likeness.old_rows[old][:0] if partner is None else likeness.new_rows[partner]
    for new in order:
        if likeness.repeated(old, new, seen) <= REPEATED:
            kept.append(new)
            seen = np.union1d(seen, likeness.new_rows[new])
    whole = likeness.mass(likeness.old_rows[old])
    if sum(likeness.shared(old, new) for new in kept) < LEFT * whole:
        return []
    return sorted(kept, key=lambda new: (-likeness.text(old, new), new))
