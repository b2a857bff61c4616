"""Web pages, and what word processors save as such."""

from lxml.etree import _Element

from concept_review.draft import Draft, Format, Piece
from concept_review.files.gathering import Gathering
from concept_review.files.html_body import Body
from concept_review.files.html_notes import Notes
from concept_review.files.html_source import parse_html
from concept_review.source import clean
from concept_review.unreadable import Fault, UnreadableConcept

_TOP = 1


def read(source: bytes) -> Draft:
    """Return what an HTML page holds; raise `UnreadableConcept`."""
    try:
        return _draft(parse_html(source))
    except RecursionError:
        raise UnreadableConcept(Fault.TOO_DEEP) from None


def _draft(root: _Element) -> Draft:
    notes = Notes(root)
    pieces = _pieces(root, notes, undone="ins")
    changed = next(root.iter("ins", "del"), None) is not None
    accepted = _pieces(root, notes, undone="del") if changed else ()
    return Draft(
        format=Format.HTML,
        title=_title(root, accepted or pieces),
        pieces=pieces,
        accepted=accepted if accepted != pieces else (),
    )


def _pieces(root: _Element, notes: Notes, undone: str) -> tuple[Piece, ...]:
    gathering = Gathering()
    body = Body(gathering, notes, undone)
    body.read(root)
    return gathering.finished(filter(None, dict.fromkeys(body.around)))


def _title(root: _Element, pieces: tuple[Piece, ...]) -> str:
    """Return the title of the page, where its headings are all below the first level."""
    levels = {piece.level for piece in pieces if piece.level}
    if not levels or _TOP in levels:
        return ""
    found = next(root.iter("title"), None)
    return "" if found is None else " ".join(clean("".join(found.itertext())).split())
