"""A concept as a Word file in which all that shall change is a tracked change of who wants it."""

from concept_review.draft import Origin
from concept_review.edition import Edition, Kit
from concept_review.numbering import split_number
from concept_review.papers.tracked_concept import concept_lines, left_out
from concept_review.papers.tracked_lines import title_line
from concept_review.papers.word_package import WordParts, word_file
from concept_review.papers.word_text import WordText

__all__ = ["left_out", "write_tracked"]


def write_tracked(kit: Kit) -> bytes:
    """Return the concept as DOCX: rejecting all changes gives the old text, accepting the new.

    Each change bears the author of its contribution and the day; contributions that clash are in
    it as far as the new edition has them, see `left_out`. What no contribution explains bears the
    label of the new edition. The properties of the file say on which version it is based, as
    `Draft.origin` reads them. Characters that XML cannot hold are dropped.
    """
    text = WordText()
    title = text.paragraph(title_line(kit.old.title), "Title")
    body = title + text.body(concept_lines(kit))
    numbered = not any(_bears_numbers(each) for each in (kit.old, kit.new))
    return word_file(
        WordParts(
            title=kit.title or kit.old.title,
            footer=f"{kit.old.title} · {kit.old.label} · {kit.old.day:%d.%m.%Y}",
            origin=Origin(kit.concept_id, kit.old.label, kit.old.day.isoformat()),
            body=body,
            numbering=text.numbering.xml(headings=numbered),
            links=text.links,
            numbered=numbered,
        )
    )


def _bears_numbers(edition: Edition) -> bool:
    """Say whether titles bear numbers of their own, so that none must be counted."""
    return any(split_number(each.title)[0] for each in edition.sections)
