"""The text of a section that came back from a word processor, with what such a file cannot hold.

A file shows marks of footnotes as "[1]" and knows no Markdown as it was typed. What nobody changed
is the text as it was, and what somebody changed keeps the rest of its paragraph.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from concept_review.block import Block, BlockKind
from concept_review.files.runs_text import block_text, cell_text
from concept_review.merge import compose
from concept_review.papers.signs import block_signs, runs, shown_words
from concept_review.papers.tracked_lines import paired
from concept_review.rebase import Wording
from concept_review.returned_lists import counted

_MARK = re.compile(r"(?<!\\)\[\^([^\[\]\s]{1,40})\]")


def restored(known: Wording, read: Wording, offered: Wording) -> Wording:
    """Return what is offered in the file as it would be offered on the section itself.

    `read` is the section as the file holds it without any change, `known` as it stands.
    """
    names = _note_names(known.blocks)
    before = _renamed(read.blocks, names)
    after = _renamed(offered.blocks, names)
    origins = _origins(known.blocks, before)
    places = {id(block): place for place, block in enumerate(before)}
    pairs: list[tuple[Block | None, Block | None]] = []
    for old, new in paired(before, after):
        *unseen, origin = origins.get(places.get(id(old), -1), (old,))
        pairs += ((each, each) for each in unseen)
        pairs.append((origin, _offered(origin, old, new, names)))
    return Wording(_title(known.title, read.title, offered.title), tuple(counted(pairs)))


def unmarked(known: Wording, read: Wording) -> Wording:
    """Return what a section says in a file whose changes nobody marked.

    Paragraphs with the same words are those that are known, however they look.
    """
    plain = tuple(_as_read(block) for block in known.blocks if shown_words(block))
    blocks = list(read.blocks)
    for edit in LCSseq.opcodes(list(map(shown_words, plain)), list(map(shown_words, blocks))):
        if edit.tag == "equal":
            blocks[edit.dest_start : edit.dest_end] = plain[edit.src_start : edit.src_end]
    before = Wording(known.title, plain)
    title = known.title if _shown(known.title) == _shown(read.title) else read.title
    return restored(known, before, Wording(title, tuple(blocks)))


def same_words(known: Wording, read: Wording) -> bool:
    """Say whether a section says in a file what is known, however it looks."""
    if _shown(known.title) != _shown(read.title):
        return False
    ours, theirs = ([shown_words(block) for block in each.blocks] for each in (known, read))
    return [words for words in ours if words] == [words for words in theirs if words]


def _as_read(block: Block) -> Block:
    """Return a block as it comes back from a file in which nobody touched it."""
    cells = [[replace(run, note="") for run in runs(cell)] for cell in block_signs(block)]
    if block.kind is BlockKind.TABLE_ROW:
        return replace(block, text=" | ".join(map(cell_text, cells)))
    text = block_text(cells[0])
    plain = block.kind in (BlockKind.FOOTNOTE, BlockKind.CODE)
    return Block(kind=BlockKind.PARAGRAPH, text=text) if plain else replace(block, text=text)


def only_notes(known: Wording, offered: Wording) -> tuple[Block, ...]:
    """Return the footnotes that are all that is offered, or none where it is more."""
    rest = tuple(block for block in offered.blocks if block in known.blocks)
    added = tuple(block for block in offered.blocks if block not in known.blocks)
    only = rest == known.blocks and offered.title == known.title
    return added if only and all(b.kind is BlockKind.FOOTNOTE for b in added) else ()


def _offered(
    origin: Block | None, old: Block | None, new: Block | None, names: frozenset[str]
) -> Block | None:
    """Return the known block with the change that the file makes, or what is new."""
    if new is None or origin is None or old is None:
        return new and replace(new, text=_with_marks(new.text, names))
    return replace(origin, text=_carried(origin.text, old.text, new.text, names))


def _origins(known: Sequence[Block], read: Sequence[Block]) -> Mapping[int, tuple[Block, ...]]:
    """Return for places of read blocks the known block of the same words, and unseen ones before.

    A list item of which only those inside it have text is not seen in a file.
    """
    words = [shown_words(block) for block in known]
    seen = [place for place, text in enumerate(words) if text]
    found: dict[int, tuple[Block, ...]] = {}
    theirs = [shown_words(block) for block in read]
    for edit in LCSseq.opcodes([words[place] for place in seen], theirs):
        if edit.tag != "equal":
            continue
        for one, other in zip(
            range(edit.src_start, edit.src_end), range(edit.dest_start, edit.dest_end), strict=True
        ):
            above = seen[one - 1] + 1 if one else 0
            found[other] = tuple(known[above : seen[one] + 1])
    return found


def _carried(known: str, read: str, offered: str, names: Iterable[str]) -> str:
    """Return the known text with what was changed between the read and the offered one."""
    if offered == read:
        return known
    composed = compose(read, [known, offered])
    return _with_marks(offered, names) if composed.conflicts else composed.text


def _title(known: str, read: str, offered: str) -> str:
    if offered == read or _shown(offered) == _shown(known):
        return known if _shown(read) == _shown(known) else offered
    return _carried(known, read, offered, ()) if _shown(read) == _shown(known) else offered


def _shown(title: str) -> str:
    return shown_words(Block(kind=BlockKind.PARAGRAPH, text=title))


def _note_names(blocks: Iterable[Block]) -> frozenset[str]:
    texts = [block.text for block in blocks]
    marks = {found[1] for text in texts for found in _MARK.finditer(text)}
    return frozenset(marks | {b.marker for b in blocks if b.kind is BlockKind.FOOTNOTE})


def _with_marks(text: str, names: Iterable[str]) -> str:
    """Return the text with marks of footnotes that the section has."""
    known = "|".join(map(re.escape, sorted(names)))
    return re.sub(rf"\\?\[({known})\](?!\()", r"[^\1]", text) if known else text


def _renamed(blocks: Sequence[Block], names: frozenset[str]) -> tuple[Block, ...]:
    """Return blocks whose own footnotes, added in the file, bear names that are still free."""

    def free(name: str) -> str:
        return free(f"{name}a") if name in names else name

    return tuple(
        replace(
            block,
            text=_MARK.sub(lambda found: f"[^{free(found[1])}]", block.text),
            marker=free(block.marker) if block.kind is BlockKind.FOOTNOTE else block.marker,
        )
        for block in blocks
    )
