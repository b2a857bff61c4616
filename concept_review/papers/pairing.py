"""Two orders of sections as one: along those that kept their order, the others in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from concept_review.section import Section
from concept_review.surroundings import in_order


@dataclass(frozen=True, slots=True)
class Place:
    """A section where it stands in the old state, in the new one, or in both.

    `old` and `new` are the section in the states in which it stands here; a section that changed
    places has two places.
    """

    old: Section | None
    new: Section | None


def places(old: Sequence[Section], new: Sequence[Section]) -> Iterator[Place]:
    """Yield all sections of both states, each state in its own order.

    Between two sections that kept their order comes first what went away, then what came.
    """
    before = {each.id: place for place, each in enumerate(old)}
    kept = in_order([before[each.id] for each in new if each.id in before])
    at = 0
    for section in new:
        while at < len(old) and at not in kept:
            yield Place(old[at], None)
            at += 1
        here = before.get(section.id)
        if here in kept:
            yield Place(old[at], section)
            at += 1
        else:
            yield Place(None, section)
    for each in old[at:]:
        yield Place(each, None)
