"""One section on its way from the old to the new wording, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from concept_review.block import HEADER, Block, BlockKind
from concept_review.papers.hands import Hand, State, Stretch, stretches, whole
from concept_review.papers.signs import block_signs, same_look, title_signs
from concept_review.rebase import Wording

ALIKE = 50.0
"""Likeness in percent from which a rewritten paragraph is shown as changed, not as another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A heading, where `level` is not 0, or a block; `state` is the fate of the whole of it.

    `cells` are those of the row of a table; all else has one.
    """

    block: Block
    cells: tuple[tuple[Stretch, ...], ...]
    level: int = 0
    state: State = State.KEPT
    hand: Hand | None = None


Pair = tuple[Block | None, Block | None]


def section_lines(
    old: Wording,
    new: Wording,
    level: int,
    offers: Sequence[tuple[Hand, Wording]],
    otherwise: Hand,
) -> Iterator[Line]:
    """Yield the lines of a section that stays where it is."""
    titles = [(hand, title_signs(offer.title)) for hand, offer in offers]
    way = stretches(title_signs(old.title), title_signs(new.title), titles, otherwise)
    yield Line(block=_heading(new.title), cells=(way,), level=level)
    offered = [(hand, paired(old.blocks, offer.blocks)) for hand, offer in offers]
    for before, after in paired(old.blocks, new.blocks):
        yield _line(before, after, offered, otherwise)


def whole_section(wording: Wording, level: int, state: State, hand: Hand) -> Iterator[Line]:
    """Yield the lines of a section that comes or goes as a whole."""
    title = whole(title_signs(wording.title), state, hand)
    yield Line(block=_heading(wording.title), cells=(title,), level=level, state=state, hand=hand)
    for block in wording.blocks:
        yield _whole(block, state, hand)


def title_line(title: str) -> Line:
    """Return the title of the whole as a line that stays."""
    return Line(block=_heading(title), cells=((Stretch(tuple(title_signs(title))),),))


def arrived(lines: Iterator[Line], hand: Hand) -> Iterator[Line]:
    """Yield lines as they come to a new place: what was taken is gone, all else is added.

    Words that somebody else added keep their author; a change inside a change is none.
    """
    for line in lines:
        if line.state is not State.TAKEN:
            cells = tuple(tuple(_added(cell, hand)) for cell in line.cells)
            yield replace(line, cells=cells, state=State.ADDED, hand=line.hand or hand)


def _added(cell: Sequence[Stretch], hand: Hand) -> Iterator[Stretch]:
    for each in cell:
        if each.state is not State.TAKEN:
            yield replace(each, state=State.ADDED, hand=each.hand or hand)


def paired(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return which block became which, in order; what became nothing stands before what is new."""
    found: list[Pair] = []
    for edit in LCSseq.opcodes([_key(each) for each in old], [_key(each) for each in new]):
        before = old[edit.src_start : edit.src_end]
        after = new[edit.dest_start : edit.dest_end]
        if edit.tag == "equal":
            found += zip(before, after, strict=True)
        else:
            found += _rewritten(before, after)
    return _joined(found)


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """Pair again what was deleted and added side by side."""
    found: list[Pair] = []
    gone: list[Block] = []
    come: list[Block] = []
    for before, after in pairs:
        if before is not None and after is not None:
            found += _rewritten(gone, come)
            found.append((before, after))
            gone, come = [], []
        elif before is not None:
            gone.append(before)
        elif after is not None:
            come.append(after)
    return [*found, *_rewritten(gone, come)]


def _key(block: Block) -> tuple[object, ...]:
    return (*_shape(block), block.text)


def _shape(block: Block) -> tuple[object, ...]:
    """Return what two blocks must share to be one paragraph; a list's own numbers count on."""
    head = block.kind is BlockKind.TABLE_ROW and block.marker == HEADER
    note = block.marker if block.kind is BlockKind.FOOTNOTE else ""
    cells = len(block_signs(block)) if block.kind is BlockKind.TABLE_ROW else 1
    sign = block.marker[-1:] if block.ordered else ""
    return (block.kind, block.depth, sign, head, note, cells)


def _rewritten(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Pair rewritten blocks in order where they are alike enough."""
    found: list[Pair] = []
    at = 0
    for after in new:
        for place in range(at, len(old)):
            if _alike(old[place], after):
                found += [(block, None) for block in old[at:place]]
                found.append((old[place], after))
                at = place + 1
                break
        else:
            found.append((None, after))
    return _sorted([*found, *((block, None) for block in old[at:])])


def _sorted(pairs: Sequence[Pair]) -> list[Pair]:
    """Let what goes stand before what comes, between pairs."""
    found: list[Pair] = []
    come: list[Pair] = []
    for pair in pairs:
        if pair[0] is None:
            come.append(pair)
            continue
        if pair[1] is not None:
            found += come
            come = []
        found.append(pair)
    return [*found, *come]


def _alike(old: Block, new: Block) -> bool:
    return _shape(old) == _shape(new) and fuzz.ratio(old.text, new.text) >= ALIKE


def _line(
    before: Block | None,
    after: Block | None,
    offered: Sequence[tuple[Hand, Sequence[Pair]]],
    otherwise: Hand,
) -> Line:
    if before is None and after is not None:
        return _whole(after, State.ADDED, _who_adds(after, offered, otherwise))
    if before is not None and after is None:
        return _whole(before, State.TAKEN, _who_takes(before, offered, otherwise))
    if before is None or after is None:
        raise ValueError("a pair of nothing")
    olds, news = block_signs(before), block_signs(after)
    if same_look(olds, news):
        return Line(block=after, cells=tuple((Stretch(tuple(cell)),) for cell in news))
    wanted = [(hand, block_signs(each)) for hand, each in _rivals(before, offered)]
    cells = tuple(
        stretches(old, new, [(hand, offer[place]) for hand, offer in wanted], otherwise)
        for place, (old, new) in enumerate(zip(olds, news, strict=True))
    )
    return Line(block=after, cells=cells)


def _rivals(
    before: Block, offered: Sequence[tuple[Hand, Sequence[Pair]]]
) -> Iterator[tuple[Hand, Block]]:
    for hand, pairs in offered:
        for old, new in pairs:
            if old is before and new is not None:
                yield hand, new


def _who_adds(
    block: Block, offered: Sequence[tuple[Hand, Sequence[Pair]]], otherwise: Hand
) -> Hand:
    hands = [
        hand for hand, pairs in offered for old, new in pairs
        if new is not None and old is None and _key(new) == _key(block)
    ]  # fmt: skip
    return min(hands, default=None) or _only_hand(offered, otherwise)


def _who_takes(
    block: Block, offered: Sequence[tuple[Hand, Sequence[Pair]]], otherwise: Hand
) -> Hand:
    hands = [
        hand for hand, pairs in offered for old, new in pairs if old is block and new is None
    ]  # fmt: skip
    return min(hands, default=None) or _only_hand(offered, otherwise)


def _only_hand(offered: Sequence[tuple[Hand, Sequence[Pair]]], otherwise: Hand) -> Hand:
    """Return the hand of who changes blocks here, the first of several by name."""
    changing = [
        hand for hand, pairs in offered if any(old is None or new is None for old, new in pairs)
    ]
    return min(changing or [hand for hand, _ in offered], default=otherwise)


def _whole(block: Block, state: State, hand: Hand) -> Line:
    cells = tuple(whole(cell, state, hand) for cell in block_signs(block))
    return Line(block=block, cells=cells, state=state, hand=hand)


def _heading(title: str) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=title)
