"""What amendments made at different times want of the text as it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass

from concept_review.amendment import Amendment
from concept_review.merge import Conflict
from concept_review.outline import text_of_blocks
from concept_review.rebase import Rebased, Wording, rebase
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept


@dataclass(frozen=True, slots=True)
class Carried:
    """What the amendment at a place among others wants of the present text of its section.

    `text` is the wording's text as a person would type it. `contradictions` are passages which
    the amendment and the present text want to say differently; there the present text stays.
    """

    place: int
    wording: Wording
    text: str
    contradictions: tuple[Conflict, ...]


def carried_over(section: Section, amendments: Sequence[Amendment]) -> list[Carried]:
    """Return those that reword the section, in the order of their ids."""
    now = Wording(section.title, section.blocks)
    places = [
        place
        for place, each in enumerate(amendments)
        if each.rewords and each.section_id == section.id
    ]
    found = []
    for place in sorted(places, key=lambda place: amendments[place].id):
        made = rebased(amendments[place], now)
        found.append(
            Carried(place, made.wording, text_of_blocks(made.wording.blocks), made.conflicts)
        )
    return found


def rebased(amendment: Amendment, now: Wording) -> Rebased:
    """Return an amendment on the present text; where the two make no text together, nothing."""
    try:
        return rebase(amendment.base, now, amendment.offered)
    except UnreadableConcept:
        base, *rivals = (
            text_of_blocks(each.blocks) for each in (amendment.base, now, amendment.offered)
        )
        whole = Conflict(base, tuple(rivals), 0, len(base), ((0,), (1,)))
        return Rebased(now, (whole,), carried_over=True)
