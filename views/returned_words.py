"""What proposals say that come from an edited file, and why some cannot be made."""

from collections.abc import Mapping, Sequence
from typing import Final

from concept_review.inline import plain
from concept_review.proposal import HEADLINE_LIMIT, ProposalKind
from concept_review.returned import ReturnedSuggestion
from data.returned_files import CONTRADICTS, GONE, Chosen, Refused
from views import tracked_words
from views.words import _, mark

_REASONS: Final[Mapping[str, str]] = {
    GONE: mark("the section is no longer in force"),
    CONTRADICTS: mark("the section says something else by now"),
    "empty": mark("no text would be left in the section"),
    "no_change": mark("it says the same as the section"),
    "too_long": mark("it is too long"),
    "required": mark("something is missing, such as a title"),
}


def chosen(each: ReturnedSuggestion, file_name: str) -> Chosen:
    """Return a suggestion with headline and rationale, in the words of the page."""
    title = plain(each.base.title)
    if not each.author:
        headline = _("“{section}”: other wording in a file", section=title)[:HEADLINE_LIMIT]
        return Chosen(each, headline, _("Taken over from the file “{file}”.", file=file_name))
    headline = tracked_words.headline(each.author, title)
    return Chosen(each, headline, tracked_words.rationale(each.day, file_name))


def what_happens(each: ReturnedSuggestion) -> str:
    """Return what a suggestion does, where its words do not say so."""
    if each.kind is ProposalKind.DELETE:
        return _("The whole section is to go.")
    return ""


def refusal_lines(refused: Sequence[Refused]) -> list[str]:
    """Return one line for each suggestion that could not become a proposal."""
    return [
        _(
            "{headline}: not taken over, because {reason}",
            headline=each.chosen.headline,
            reason=_(_REASONS.get(each.reason, _REASONS["required"])),
        )
        for each in refused
    ]
