"""The difference of two wordings in the words of councils."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from concept_review.block import Block, BlockKind
from concept_review.continuity import SAME_BLOCK
from concept_review.instruction_address import Address, addresses, range_words
from concept_review.instruction_lexicon import Unit
from concept_review.instruction_reading import UnreadableInstruction, read_instructions
from concept_review.instruction_words import Scope, word_instructions
from concept_review.outline import text_of_blocks
from concept_review.quotation import closing
from concept_review.rebase import Wording


def instructions(base: Wording, offered: Wording) -> list[str]:
    """Return German instructions that make the offered wording of the base, none if they are equal.

    `read_instructions` reads exactly that from them, but for ids of new blocks, wherever the
    offered blocks are such as a person can type. What cannot be said of words is said of
    paragraphs, and at last of the whole wording.
    """
    if offered == Wording("", ()) != base:
        return ["Der Abschnitt wird gestrichen."]
    title = []
    if offered.title != base.title:
        title = [f"Die Überschrift wird ersetzt durch: {closing(offered.title)}"]
    for attempt in (_by_words, _by_paragraphs):
        said = attempt(base.blocks, offered.blocks)
        if said is not None and _says([*title, *said], base, offered):
            return [*title, *said]
    whole = closing(text_of_blocks(offered.blocks))
    return [*title, f"Der Wortlaut wird ersetzt durch: {whole}"]


def _says(said: Sequence[str], base: Wording, offered: Wording) -> bool:
    try:
        made = read_instructions("\n".join(said), base)
    except UnreadableInstruction:
        return False
    return (made.title, _bare(made.blocks)) == (offered.title, _bare(offered.blocks))


def _bare(blocks: Sequence[Block]) -> list[Block]:
    return [replace(block, id="") for block in blocks]


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks of the old wording and what became of them; `reworded` is one block that goes on."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    reworded: bool = False


def _by_words(old: Sequence[Block], new: Sequence[Block]) -> list[str] | None:
    known = addresses(old)
    said: list[str] = []
    for run in _runs(old, new):
        lines = _reworded(old, new[run.new_start], run.old_start, known) if run.reworded else None
        lines = lines or _structural(run, new[run.new_start : run.new_end], known)
        if lines is None:
            return None
        said += lines
    return said


def _by_paragraphs(old: Sequence[Block], new: Sequence[Block]) -> list[str] | None:
    """Replace the paragraphs, each with its lists, between those that stay at start and end."""
    head = next((at for at, (a, b) in enumerate(zip(old, new, strict=False))
                 if replace(a, id="") != replace(b, id="")), min(len(old), len(new)))  # fmt: skip
    spots = [each for each in addresses(old) if each.unit is Unit.PARAGRAPH]
    starts = [each.spot.first for each in spots if each.spot.first <= head]
    ends = [each.spot.end for each in spots]
    for end in sorted(ends):
        tail = len(old) - end
        if starts and end > starts[-1] and _bare(old[end:]) == _bare(new[len(new) - tail :]):
            run = _Run(starts[-1], end, starts[-1], len(new) - tail)
            return _structural(run, new[run.new_start : run.new_end], spots)
    return None


def _runs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Run]:
    """Yield what differs; alike blocks of one kind between equal ones are paired in order."""
    keys = [[(each.kind, each.depth, each.ordered, each.text) for each in side]
            for side in (old, new)]  # fmt: skip
    at_old = at_new = 0
    opcodes = [code for code in LCSseq.opcodes(*keys) if code.tag == "equal"]
    for start, stop, new_start, new_stop in [
        *((c.src_start, c.src_end, c.dest_start, c.dest_end) for c in opcodes),
        (len(old), len(old), len(new), len(new)),
    ]:
        yield from _between(old, new, range(at_old, start), range(at_new, new_start))
        at_old, at_new = stop, new_stop


def _between(
    old: Sequence[Block], new: Sequence[Block], olds: range, news: range
) -> Iterator[_Run]:
    at_old, at_new = olds.start, news.start
    for here in news:
        partner = next((at for at in range(at_old, olds.stop) if _alike(old[at], new[here])), None)
        if partner is None:
            continue
        if at_old < partner or at_new < here:
            yield _Run(at_old, partner, at_new, here)
        yield _Run(partner, partner + 1, here, here + 1, reworded=True)
        at_old, at_new = partner + 1, here + 1
    if at_old < olds.stop or at_new < news.stop:
        yield _Run(at_old, olds.stop, at_new, news.stop)


def _alike(old: Block, new: Block) -> bool:
    same_kind = (old.kind, old.depth, old.ordered) == (new.kind, new.depth, new.ordered)
    return same_kind and fuzz.ratio(old.text, new.text) >= SAME_BLOCK


def _reworded(
    old: Sequence[Block], new: Block, at: int, known: Sequence[Address]
) -> list[str] | None:
    around = [each for each in known if each.spot.first <= at < each.spot.end]
    address = min(around, key=lambda each: each.spot.end - each.spot.first, default=None)
    covered = range(address.spot.first, address.spot.end) if address else range(len(old))
    others = tuple(old[place].text for place in covered if place != at)
    return word_instructions(Scope(old[at].text, others, address), new.text)


def _structural(run: _Run, new: Sequence[Block], known: Sequence[Address]) -> list[str] | None:
    """Delete, replace or insert whole paragraphs or items."""
    if run.old_start == run.old_end:
        return _inserted(run.old_start, new, known)
    for unit in (Unit.ITEM, Unit.PARAGRAPH):
        covered = _covering(run, [each for each in known if each.unit is unit])
        if not covered:
            continue
        words = range_words(covered[0], covered[-1])
        verb = "wird" if len(covered) == 1 else "werden"
        if not new:
            return [f"{words} {verb} ersatzlos gestrichen."]
        return [f"{words} {verb} ersetzt durch: {_quoted(new, unit)}"]
    return None


def _covering(run: _Run, known: Sequence[Address]) -> list[Address]:
    """Return neighbours of one kind that cover exactly the old blocks of a run, or nothing."""
    inside = [each for each in known
              if run.old_start <= each.spot.first and each.spot.end <= run.old_end]  # fmt: skip
    at = run.old_start
    for count, each in enumerate(inside):
        counted = each.number == inside[0].number + count
        if each.spot.first != at or not counted or each.places[:-1] != inside[0].places[:-1]:
            return []
        at = each.spot.end
    return inside if at == run.old_end else []


def _inserted(at: int, new: Sequence[Block], known: Sequence[Address]) -> list[str] | None:
    item = new[0].kind is BlockKind.LIST_ITEM
    unit = Unit.ITEM if item else Unit.PARAGRAPH
    after = next((each for each in known if each.unit is unit and each.spot.end == at), None)
    before = next((each for each in known if each.unit is unit and each.spot.first == at), None)
    anchor, side = (after, "Nach") if after else (before, "Vor")
    if anchor is None:
        return None
    one, several = ("folgender Punkt", "folgende Punkte") if item else (
        "folgender Absatz", "folgende Absätze")  # fmt: skip
    what = f"wird {one}" if len(new) == 1 else f"werden {several}"
    return [f"{side} {anchor.words} {what} eingefügt: {_quoted(new, unit)}"]


def _quoted(new: Sequence[Block], unit: Unit) -> str:
    alone = unit is Unit.ITEM and len(new) == 1 and new[0].kind is BlockKind.LIST_ITEM
    return closing(new[0].text if alone else text_of_blocks(new))
