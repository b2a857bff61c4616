"""What a proposal says that comes from a word processor."""

from collections.abc import Sequence

from concept_review.proposal import HEADLINE_LIMIT
from concept_review.tracked import Suggestion
from data.intake import Suggested
from views.words import _, partial_date_text


def suggested(
    found: Sequence[Suggestion], file_name: str, titles: Sequence[str]
) -> list[Suggested]:
    """Return the proposals to be made, each with headline and rationale."""
    return [
        Suggested(
            each,
            headline(each.author, titles[each.place]),
            rationale(each.day, file_name),
        )
        for each in found
    ]


def headline(author: str, section: str) -> str:
    """Return the headline of a tracked change."""
    name = author or _("unknown author")
    text = _("“{section}”: tracked change by {author}", section=section, author=name)
    return text[:HEADLINE_LIMIT]


def rationale(day: str, file_name: str) -> str:
    """Return where a tracked change comes from; `day` is ISO or ""."""
    source = _("Taken over from tracked changes in the file “{file}”.", file=file_name)
    if not day:
        return source
    when = _("Written on {day}.", day=partial_date_text(day))
    return f"{source} {when}"
