"""How papers name a proposal: which section, what shall be done, what is recommended."""

from collections.abc import Mapping
from typing import Final

from concept_review.proposal import Proposal, ProposalKind
from concept_review.section import Section
from views.inert import inert
from views.proposal_words import KINDS, PLACEMENTS, RECOMMENDATIONS
from views.words import _

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""How alternatives are told apart."""
Known = Mapping[str, Section]
"""The sections in force by id."""


def place_text(wanted: Proposal, known: Known) -> str:
    """Return which section a proposal is about, and what it wants done with it."""
    about = known.get(wanted.section_id)
    heading = about.heading if about else _("a section that is no longer in force")
    if wanted.drops_section:
        what = _("Strike out the whole section")
        return f"{heading}: {what}"
    if wanted.kind is ProposalKind.INSERT and wanted.placement:
        return f"{_(KINDS[wanted.kind])} {_(PLACEMENTS[wanted.placement], section=heading)}"
    if wanted.kind is ProposalKind.MOVE and wanted.placement:
        target = known.get(wanted.anchor_id or "")
        to = target.heading if target else _("a section that is no longer in force")
        where = _(PLACEMENTS[wanted.placement], section=to)
        return f"{heading}: {_(KINDS[wanted.kind])} {where}"
    return f"{heading}: {_(KINDS[wanted.kind])}"


def choice_text(wanted: Proposal, known: Known) -> str:
    """Return how a proposal is named where one chooses among several, as inert Markdown."""
    return f"**{inert(wanted.headline)}** ({inert(place_text(wanted, known))})"


def recommendation_text(wanted: Proposal) -> str:
    """Return what the administration recommends, and why."""
    if wanted.recommendation is None:
        return _("There is no recommendation yet.")
    what = _(RECOMMENDATIONS[wanted.recommendation])
    said = _("Recommendation of the administration: {what}.", what=what)
    return f"{said} {wanted.recommendation_note}".strip()
