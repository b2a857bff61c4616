"""An OpenDocument text as it would be with some of its tracked changes accepted."""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy

from lxml.etree import Element, _Element

from concept_review.files.odt_names import DAY, PARAGRAPHS, TABLE, TEXT, WORDS, paragraph_above
from concept_review.files.odt_regions import CHANGE, END, MARKS, START, Region, mark_name

Accepts = Callable[[str], bool]
"""Says of an author whether the changes of this author are accepted."""
_ITEM = TEXT + "list-item"
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
_CONTAINERS = (_ITEM, TEXT + "list", TEXT + "section", TEXT + "list-header")


def view(text: _Element, regions: Mapping[str, Region], accepts: Accepts) -> _Element:
    """Return a copy of the text without tracked changes: each is accepted or rejected."""
    text = deepcopy(text)
    for each in list(text.iter(TEXT + "tracked-changes")):
        _drop(each)
    _with_words(text)
    _note_days(text, regions, accepts)
    starts = {mark_name(each): each for each in text.iter(START)}
    for end in list(text.iter(END)):
        region, start = regions.get(mark_name(end)), starts.get(mark_name(end))
        if region and region.inserted and start is not None and not accepts(region.inserted.author):
            _cut(start, end)
    _restore(text, regions, accepts)
    for mark in list(text.iter(*MARKS)):
        _drop(mark)
    return text


def _with_words(root: _Element) -> None:
    """Wrap the characters of all paragraphs in elements, so that nothing hangs on a tail."""
    for paragraph in list(root.iter(*PARAGRAPHS)):
        for each in list(paragraph.iter()):
            if each.tag == WORDS:
                continue
            if each.text:
                words, each.text = _words(each.text), None
                each.insert(0, words)
            if each.tail and each is not paragraph:
                words, each.tail = _words(each.tail), None
                each.addnext(words)


def _words(text: str) -> _Element:
    element = Element(WORDS)
    element.text = text
    return element


def _note_days(text: _Element, regions: Mapping[str, Region], accepts: Accepts) -> None:
    for mark in text.iter(*MARKS):
        region, paragraph = regions.get(mark_name(mark)), paragraph_above(mark)
        if region is None or paragraph is None:
            continue
        days = [hand.day for hand in region.hands if accepts(hand.author)]
        paragraph.set(DAY, max([*days, paragraph.get(DAY, "")]))


def _cut(start: _Element, end: _Element) -> None:
    """Take out what stands between two marks, and join the paragraphs around."""
    around = set(start.iterancestors())
    common = next((each for each in end.iterancestors() if each in around), None)
    if common is None or not _before(start, end, common):
        return
    first, last = paragraph_above(start), paragraph_above(end)
    left, right = _below(start, common), _below(end, common)
    _empty(start, start, common, forward=True)
    _empty(start, end, common, forward=False)
    while (each := left.getnext()) is not None and each is not right:
        _take_away(each, start)
    if first is not None and last is not None and first is not last and _cell(first) is _cell(last):
        _join(first, last)


def _before(start: _Element, end: _Element, common: _Element) -> bool:
    return common.index(_below(start, common)) <= common.index(_below(end, common))


def _below(element: _Element, ancestor: _Element) -> _Element:
    """Return what holds the element directly below its ancestor."""
    parent = element.getparent()
    while parent is not None and parent is not ancestor:
        element, parent = parent, parent.getparent()
    return element


def _empty(mark: _Element, node: _Element, common: _Element, *, forward: bool) -> None:
    """Take away what stands beside the node, and beside those around it up to the ancestor."""
    parent = node.getparent()
    while parent is not None and parent is not common:
        for each in list(node.itersiblings(preceding=not forward)):
            if each is not mark:
                _take_away(each, mark)
        node, parent = parent, parent.getparent()


def _take_away(element: _Element, mark: _Element) -> None:
    """Drop an element, but keep the marks inside it beside another mark."""
    for inner in list(element.iter(*MARKS)):
        mark.addprevious(inner)
    if element.tag not in MARKS:
        _drop(element)


def _join(first: _Element, last: _Element) -> None:
    """Make two paragraphs one: it looks like the first, unless nothing is left of that."""
    if has_words(first):
        for each in list(last):
            first.append(each)
        _drop(last)
    else:
        for each in reversed(list(first)):
            last.insert(0, each)
        _drop(first)


def has_words(element: _Element) -> bool:
    """Say whether there are words or pictures inside the element."""
    return any(each.tag not in MARKS for each in element) and (
        bool("".join(each.text or "" for each in element.iter(WORDS)).strip())
        or any(str(each.tag).endswith("}frame") for each in element.iter())
    )


def _cell(element: _Element) -> _Element | None:
    return next(element.iterancestors(*_CELLS), None)


def _drop(element: _Element) -> None:
    """Take an element out of the tree, and what is empty without it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if parent.tag in _CONTAINERS and not len(parent):
            _drop(parent)


def _restore(text: _Element, regions: Mapping[str, Region], accepts: Accepts) -> None:
    """Put back what was deleted by authors whose changes are rejected."""
    done: set[str] = set()
    while marks := list(text.iter(CHANGE)):
        for mark in marks:
            name = mark_name(mark)
            region = regions.get(name)
            if region and name not in done and _is_back(region, accepts):
                _put_back(mark, [deepcopy(each) for each in region.blocks])
            done.add(name)
            _drop(mark)


def _is_back(region: Region, accepts: Accepts) -> bool:
    was_there = region.inserted is None or accepts(region.inserted.author)
    return was_there and region.deleted is not None and not accepts(region.deleted.author)


def _put_back(mark: _Element, blocks: list[_Element]) -> None:
    for each in blocks:
        each.tail = None
        _with_words(each)
    paragraph = paragraph_above(mark)
    if paragraph is None:
        for each in blocks:
            mark.addprevious(each)
    elif len(blocks) == 1 and blocks[0].tag in PARAGRAPHS:
        for each in list(blocks[0]):
            mark.addprevious(each)
    elif blocks:
        _split(mark, paragraph, blocks)


def _split(mark: _Element, paragraph: _Element, blocks: list[_Element]) -> None:
    """Divide a paragraph at the mark and put blocks between, of which two join its parts."""
    item = paragraph.getparent()
    in_item = item is not None and item.tag == _ITEM
    if in_item:
        blocks = [each for block in blocks for each in block.iter(*PARAGRAPHS)] or blocks
    head = _divide(mark, paragraph)
    first, last = blocks[0], blocks[-1]
    if has_words(head) and first.tag in PARAGRAPHS:
        head.extend(list(first))
        blocks = [head, *blocks[1:]]
    elif has_words(head):
        blocks = [head, *blocks]
    if last.tag in PARAGRAPHS and last is not first:
        blocks = blocks[:-1]
        if has_words(head) or not has_words(paragraph):
            _look_like(paragraph, last)
        for each in reversed(list(last)):
            paragraph.insert(0, each)
    _put_before(paragraph, item if in_item and item is not None else None, blocks)


def _divide(mark: _Element, paragraph: _Element) -> _Element:
    """Return what stands in the paragraph before the mark, as a paragraph of its own."""
    node, head = mark, None
    while True:
        parent = node.getparent()
        if parent is None:
            return Element(paragraph.tag)
        clone = Element(parent.tag, dict(parent.attrib))
        clone.extend(reversed(list(node.itersiblings(preceding=True))))
        if head is not None:
            clone.append(head)
        node, head = parent, clone
        if parent is paragraph:
            return head


def _look_like(paragraph: _Element, other: _Element) -> None:
    paragraph.tag = other.tag
    for name in list(paragraph.attrib):
        del paragraph.attrib[name]
    paragraph.attrib.update(dict(other.attrib))


def _put_before(paragraph: _Element, item: _Element | None, blocks: Iterable[_Element]) -> None:
    """Put blocks before a paragraph, in a list as items of their own."""
    for each in blocks:
        if item is None:
            paragraph.addprevious(each)
        else:
            own = Element(_ITEM)
            own.append(each)
            item.addprevious(own)
