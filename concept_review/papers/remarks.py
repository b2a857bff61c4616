"""The right half of the Synopse: why, by whom, and what the administration recommends."""

from collections.abc import Iterable

from concept_review.edition import Contribution
from concept_review.papers import german
from concept_review.papers.synopsis import Row
from concept_review.papers.visible import holdable


def remarks(row: Row) -> tuple[str, str, str]:
    """Return Begründung, Einreicher and Empfehlung of a row, one line for each contribution.

    Lines are numbered where there are several, so that the three columns go together.
    """
    found = row.contributions
    return (
        _numbered(_reason(row, each) for each in found),
        _numbered(each.author for each in found),
        _numbered(each.recommendation for each in found),
    )


def _reason(row: Row, contribution: Contribution) -> str:
    place = f"Zu {row.label}: " if row.label else ""
    text = f"{place}{contribution.headline}. {contribution.rationale}"
    if contribution.headline.rstrip().endswith((".", "!", "?")) or not contribution.rationale:
        text = f"{place}{contribution.headline} {contribution.rationale}"
    still_open = f" ({german.OPEN})" if contribution.id in row.open_ids else ""
    return text.strip() + still_open


def _numbered(texts: Iterable[str]) -> str:
    lines = [holdable(text) for text in texts]
    if len(lines) < 2:
        return "".join(lines)
    return "\n".join(f"{number}. {text or '–'}" for number, text in enumerate(lines, start=1))
