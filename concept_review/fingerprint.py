"""One short value that changes exactly when a section says something else."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from concept_review.block import HEADER, Block, BlockKind
from concept_review.numbering import split_number

VERSION = "v1"
"""Of the canonical form; whoever changes the form changes this and recomputes both sides."""

# Soft hyphen, zero-width space, (non-)joiner and direction marks, word joiner, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WHITE_SPACE = re.compile(r"\s+")


def fingerprint(title: str, blocks: Sequence[Block]) -> str:
    """Return "v1:" and the SHA-256 of the section's canonical form.

    Counted: the words of the title, and kind, depth, numbered or not, header or not and words of
    each block. Not counted: the title's own number ("3.2", but not the "10" of "10 Jahre"),
    numbers of list items, ids of blocks, the language of code, white space, composed or
    decomposed letters, and invisible characters.
    """
    digest = hashlib.sha256()
    for field in _fields(title, blocks):
        # With its length before it, no field can run into the next.
        value = field.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(value))
        digest.update(value)
    return f"{VERSION}:{digest.hexdigest()}"


def _fields(title: str, blocks: Sequence[Block]) -> Iterator[str]:
    yield VERSION
    yield canonical(split_number(canonical(title))[1])
    for block in blocks:
        yield block.kind.value
        yield str(block.depth)
        yield _form(block)
        yield canonical(block.text)


def _form(block: Block) -> str:
    if block.kind is BlockKind.TABLE_ROW and block.marker == HEADER:
        return HEADER
    return "ordered" if block.ordered else ""


def canonical(text: str) -> str:
    """Return the text in NFC, without invisible characters, all white space as one space."""
    visible = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _WHITE_SPACE.sub(" ", visible).strip()
