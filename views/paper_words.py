"""Papers in words: what hinders a proposal, what bodies did with a paper, and what clashes."""

from collections.abc import Mapping
from typing import Final

from concept_review.batch import ClashKind
from concept_review.tabling import Hindrance
from views.words import _, mark

HINDRANCES: Final[Mapping[Hindrance, str]] = {
    Hindrance.NO_RECOMMENDATION: mark("There is no recommendation yet."),
    Hindrance.BASE_CHANGED: mark(
        "Its basis has changed: somebody has to confirm it on the present text."
    ),
    Hindrance.BASE_GONE: mark("Its section is no longer in force."),
    Hindrance.CONFLICT: mark(
        "It contradicts another proposal of the paper; declare them as alternatives."
    ),
}

CLASHES: Final[Mapping[ClashKind, str]] = {
    ClashKind.WORDING: mark("They want different words at the same place."),
    ClashKind.BASE: mark("It contradicts what the text says by now."),
    ClashKind.DROPPED: mark("One drops the section, another one needs it."),
    ClashKind.PLACE: mark("They want different things at the same place of the order."),
    ClashKind.GONE: mark("The section is no longer there."),
}

CONSULTATION_RESULTS: Final[Mapping[str, str]] = {
    "adopted": mark("adopted unchanged"),
    "adopted_modified": mark("adopted with changes"),
    "recommended": mark("recommended"),
    "recommended_modified": mark("recommended with changes"),
    "rejected": mark("rejected"),
    "deferred": mark("put off"),
    "adjourned": mark("adjourned"),
    "referred": mark("referred to another body"),
    "noted": mark("noted"),
    "withdrawn": mark("withdrawn"),
}
"""What bodies do with a paper; one may also write other words."""


def result_text(result: str) -> str:
    """Return what a body did with a paper in words; words of people stay as they are."""
    return _(CONSULTATION_RESULTS[result]) if result in CONSULTATION_RESULTS else result


def votes_text(yes: int | None, no: int | None, abstained: int | None) -> str:
    """Return how a body voted, as councils write it; "" where nobody counted."""
    if yes is None and no is None and abstained is None:
        return ""
    counted = ["–" if each is None else str(each) for each in (yes, no, abstained)]
    return _(
        "yes {yes}, no {no}, abstained {abstained}",
        yes=counted[0],
        no=counted[1],
        abstained=counted[2],
    )
