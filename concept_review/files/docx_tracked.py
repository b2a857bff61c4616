"""Tracked changes of a Word file: the text as it is when some of them are accepted."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy

from lxml.etree import _Element

from concept_review.files.docx_names import ORIGIN, M, W

Accepts = Callable[[str], bool]
"""Whether the changes of an author are accepted; all others are rejected."""

_ADDED = (W + "ins", W + "moveTo")
_TAKEN = (W + "del", W + "moveFrom")
_OF_CELLS = {W + "cellIns": True, W + "cellDel": False}
_PROPERTIES = (W + "rPr", W + "trPr", W + "tcPr", W + "pPr", M + "ctrlPr")
_LOOKS = tuple(
    f"{W}{name}Change"
    for name in ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_PRESENT = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_CONTENT = (
    *(W + name for name in ("drawing", "pict", "object", "sym", "br", "tab")),
    *(W + name for name in ("footnoteReference", "endnoteReference", "commentReference")),
    M + "oMath",
)
# Signs that stand between paragraphs without being any.
_BETWEEN = tuple(
    W + name
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
    )
)


def forget_looks(root: _Element) -> None:
    """Drop tracked changes of how things look, which say nothing about the text."""
    for change in list(root.iter(*_LOOKS)):
        _drop(change)


def changes_in(root: _Element) -> Iterator[_Element]:
    """Return all signs of tracked changes of the text."""
    return root.iter(*_ADDED, *_TAKEN, *_OF_CELLS)


def author_of(change: _Element) -> str:
    """Return the author of a tracked change as the file has it."""
    return change.get(W + "author", "")


def state(root: _Element, accepts: Accepts) -> _Element:
    """Return a copy of the text in which every change is accepted or rejected."""
    copy = deepcopy(root)
    for change in list(copy.iter(*_ADDED, *_TAKEN)):
        parent = change.getparent()
        if parent is not None and parent.tag not in _PROPERTIES:
            _settle(change, accepts)
    _settle_rows(copy, accepts)
    paragraphs = [each for each in copy.iter(W + "p") if _mark_is_gone(each, accepts)]
    for paragraph in paragraphs:
        _join_next(paragraph)
    return copy


def _settle(change: _Element, accepts: Accepts) -> None:
    """Take what a change wraps out of its wrapping, or drop both."""
    added = change.tag in _ADDED
    if added == accepts(author_of(change)):
        if not added:
            for each in list(change.iter(*_PRESENT)):
                each.tag = _PRESENT[str(each.tag)]
        for child in list(change):
            change.addprevious(child)
    _drop(change)


def _settle_rows(root: _Element, accepts: Accepts) -> None:
    for row in list(root.iter(W + "tr")):
        if _is_gone(row.find(W + "trPr"), accepts):
            _drop(row)
    for sign in list(root.iter(*_OF_CELLS)):
        cell = next(sign.iterancestors(W + "tc"), None)
        if cell is not None and _OF_CELLS[str(sign.tag)] != accepts(author_of(sign)):
            _drop(cell)


def _is_gone(properties: _Element | None, accepts: Accepts) -> bool:
    """Say whether what has these properties was added in vain or is taken away."""
    signs = () if properties is None else properties
    return any(
        (sign.tag in _ADDED and not accepts(author_of(sign)))
        or (sign.tag in _TAKEN and accepts(author_of(sign)))
        for sign in signs
    )


def _mark_is_gone(paragraph: _Element, accepts: Accepts) -> bool:
    return _is_gone(paragraph.find(f"{W}pPr/{W}rPr"), accepts)


def _join_next(paragraph: _Element) -> None:
    """Join a paragraph whose end is gone with the one after it.

    One of them may be empty: then the other keeps its look and stays what it is. Otherwise the
    look of the second one is kept, as Word does.
    """
    after = _paragraph_after(paragraph)
    if after is None:
        # Before a table or at the end of a cell there is nothing to join.
        if not _has_content(paragraph):
            _drop(paragraph)
        return
    first, second = _has_content(paragraph), _has_content(after)
    names = [paragraph.get(ORIGIN, "")] * first + [after.get(ORIGIN, "")] * (second or not first)
    after.set(ORIGIN, " ".join(names))
    own, other = paragraph.find(W + "pPr"), after.find(W + "pPr")
    if first and not second:
        if other is not None:
            after.remove(other)
        other = own
        if own is not None:
            after.insert(0, own)
    place = 0 if other is None else 1
    after[place:place] = [child for child in paragraph if child.tag != W + "pPr"]
    _drop(paragraph)


def _paragraph_after(paragraph: _Element) -> _Element | None:
    after = paragraph.getnext()
    while after is not None and after.tag in _BETWEEN:
        after = after.getnext()
    return after if after is not None and after.tag == W + "p" else None


def _has_content(paragraph: _Element) -> bool:
    if any((each.text or "").strip() for each in paragraph.iter(W + "t")):
        return True
    return any(_is_outside_properties(each) for each in paragraph.iter(*_CONTENT))


def _is_outside_properties(element: _Element) -> bool:
    # The stops of tabulators are called like the tabulators themselves.
    parent = element.getparent()
    return parent is None or parent.tag != W + "tabs"


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def name_origins(body: _Element) -> None:
    """Give all paragraphs and rows a number by which several states can be compared."""
    for place, element in enumerate(body.iter(W + "p", W + "tr")):
        element.set(ORIGIN, str(place))


def days(roots: Iterable[_Element]) -> dict[tuple[str, str], str]:
    """Return the last day on which an author changed a paragraph, row or note, by its origin."""
    found: dict[tuple[str, str], str] = {}
    for root in roots:
        for change in changes_in(root):
            day = change.get(W + "date", "")[:10]
            for name in _origins_around(change):
                key = (author_of(change), name)
                found[key] = max(found.get(key, ""), day)
    return found


def _origins_around(change: _Element) -> Iterator[str]:
    for each in change.iterancestors(W + "p", W + "tr", W + "footnote", W + "endnote"):
        if ORIGIN in each.attrib:
            yield each.get(ORIGIN, "")
