"""What a proposal says that comes from tracked changes in a word processor."""

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
            _headline(each, titles[each.place]),
            _rationale(each, file_name),
        )
        for each in found
    ]


def _headline(each: Suggestion, section: str) -> str:
    author = each.author or _("unknown author")
    text = _("“{section}”: tracked change by {author}", section=section, author=author)
    return text[:HEADLINE_LIMIT]


def _rationale(each: Suggestion, file_name: str) -> str:
    source = _("Taken over from tracked changes in the file “{file}”.", file=file_name)
    if not each.day:
        return source
    when = _("Written on {day}.", day=partial_date_text(each.day))
    return f"{source} {when}"
