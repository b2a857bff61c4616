"""Papers in words: what hinders a proposal, and what bodies did with a paper."""

from collections.abc import Mapping
from typing import Final

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

CONSULTATION_RESULTS: Final[Mapping[str, str]] = {
    "adopted": mark("adopted unchanged"),
    "adopted_modified": mark("adopted with changes"),
    "recommended": mark("recommended"),
    "recommended_modified": mark("recommended with changes"),
    "rejected": mark("rejected"),
    "deferred": mark("deferred"),
    "adjourned": mark("adjourned"),
    "referred": mark("referred to another body"),
    "noted": mark("noted"),
    "withdrawn": mark("withdrawn"),
}
"""What bodies do with a paper; one may also write other words."""


def result_text(result: str) -> str:
    """Return what a body did with a paper in words; words of people stay as they are."""
    return _(CONSULTATION_RESULTS[result]) if result in CONSULTATION_RESULTS else result
