"""What a new paper says to begin with: German, as the bodies read it, made from its proposals."""

from collections.abc import Sequence

from concept_review.papers import german
from concept_review.proposal import Proposal
from data.kits import author_of
from data.store import Store
from views.proposal_text import LETTERS, Known, place_text
from views.words import _, speaking


def title(concept_title: str) -> str:
    """Return the title of a paper."""
    with speaking("de"):
        return _("Update of “{concept}”", concept=concept_title)


def motion(
    concept_title: str,
    chosen: Sequence[Proposal],
    rivals: Sequence[Sequence[Proposal]],
    known: Known,
) -> str:
    """Return the Beschlussvorschlag: the text is changed as each proposal says.

    Of each group of `rivals` one is to be chosen.
    """
    contested = {each.id for group in rivals for each in group}
    apart = [each for each in chosen if each.id not in contested]
    with speaking("de"):
        lines = [
            _("The city council decides:"),
            "",
            _("1. “{concept}” is changed in the following points:", concept=concept_title),
            *(f"– {_point(each, known)}" for each in apart),
            *(line for group in rivals for line in _alternatives(group, known)),
            "",
            _(
                "2. The administration is asked to work these changes into the text and to"
                " publish it."
            ),
        ]
    return "\n".join(lines)


def rationale(store: Store, chosen: Sequence[Proposal], known: Known) -> str:
    """Return the Begründung: what each proposer says, and what the administration recommends."""
    with speaking("de"):
        return "\n\n".join(_reason(store, each, known) for each in chosen)


def _alternatives(group: Sequence[Proposal], known: Known) -> list[str]:
    lines = [
        f"   {letter}) {_point(each, known)}" for letter, each in zip(LETTERS, group, strict=False)
    ]
    head = _("either one of these alternatives, or none of them:")
    return [f"– {head}", *lines]


def _point(each: Proposal, known: Known) -> str:
    return f"{place_text(each, known)} („{each.headline}“)"


def _reason(store: Store, each: Proposal, known: Known) -> str:
    lines = [
        _(
            "On “{headline}” ({place}), proposed by {author}:",
            headline=each.headline,
            place=place_text(each, known),
            author=author_of(store, each),
        ),
        each.rationale,
    ]
    if each.recommendation:
        word = german.RECOMMENDATIONS[each.recommendation]
        said = _("Recommendation of the administration: {what}.", what=word)
        lines.append(f"{said} {each.recommendation_note}".strip())
    return "\n".join(lines)
