"""One short value that changes exactly when a section says something else."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from concept_review.block import HEADER, Block, BlockKind
from concept_review.inline import plain
from concept_review.numbering import split_number

VERSION = "v2"
"""Of the canonical form; whoever changes the form adds a version and recomputes both sides."""

# Soft hyphen, zero-width space, (non-)joiner and direction marks, word joiner, byte order mark.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WHITE_SPACE = re.compile(r"\s+")
# Signs that office programs exchange by themselves while one types.
_GLYPHS = str.maketrans(
    {
        **dict.fromkeys("„“”«»‟", '"'),
        **dict.fromkeys("‚‘’‛‹›`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
    }
)
# "(2) Die Stadt" and "a) Kitas": some programs make a list of it, others leave it as typed.
_TYPED_NUMBER = re.compile(r"(?:\(\d{1,3}[a-z]?\)|\d{1,3}\)|[a-z]\)) (?=\S)")
_BARE_NUMBER = re.compile(
    r"\d{1,2} (?=[A-ZÄÖÜ])(?!(?:Jahr|Monat|Woche|Tag|Stunde|Prozent|Euro|Million|Person|Mensch|"
    r"Kind|Punkt|Schritt|These|Frage|Gründe|Maßnahme)[a-z]*\b)"
)
_DASHES = re.compile(r"-{2,}")


def fingerprint(title: str, blocks: Sequence[Block], version: str = VERSION) -> str:
    """Return the version and the SHA-256 of the section's canonical form.

    Version 2 counts the words of the title and of each block, and for list items also their
    depth and whether they are numbered. Not counted: the title's own number ("3.2", but not the
    "10" of "10 Jahre"), numbers of list items and "(2)" or "a)" before a paragraph, ids of blocks,
    footnotes and their marks,
    emphasis, addresses of links, pictures, the shape of quotation marks and dashes, white space,
    composed or decomposed letters, and invisible characters: what a change of file format changes.
    Version 1 also counted emphasis, addresses and every other sign as written.
    Raises KeyError for an unknown version.
    """
    digest = hashlib.sha256()
    for field in (version, *_FORMS[version](title, blocks)):
        # With its length before it, no field can run into the next.
        value = field.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(value))
        digest.update(value)
    return f"{version}:{digest.hexdigest()}"


def canonical(text: str) -> str:
    """Return the text in NFC, without invisible characters, all white space as one space."""
    return _WHITE_SPACE.sub(" ", visible(text)).strip()


def visible(text: str) -> str:
    """Return the text in NFC and without invisible characters, its white space as it is."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def shapeless(text: str) -> str:
    """Return the text with one shape of quotation marks and dashes."""
    return text.translate(_GLYPHS)


def words_of(text: str) -> str:
    """Return the words of a block's text as they are compared, whatever program wrote them."""
    return canonical(_DASHES.sub("-", shapeless(canonical(plain(text)))))


def title_words(title: str) -> str:
    """Return the words of a title as they are compared, without its own number."""
    whole = canonical(title)
    number, rest = split_number(whole)
    # "3 Sprache" is numbered, "10 Jahre Integration" is not.
    bare = None if number else _BARE_NUMBER.match(whole)
    # "Ziele:" and "Ziele" say the same.
    return words_of(whole[bare.end() :] if bare else rest).rstrip(" .:")


def _first_form(title: str, blocks: Sequence[Block]) -> Iterator[str]:
    yield canonical(split_number(canonical(title))[1])
    for block in blocks:
        yield block.kind.value
        yield str(block.depth)
        head = block.kind is BlockKind.TABLE_ROW and block.marker == HEADER
        yield HEADER if head else "ordered" if block.ordered else ""
        yield canonical(block.text)


def _second_form(title: str, blocks: Sequence[Block]) -> Iterator[str]:
    yield title_words(title)
    for block in blocks:
        words = "" if block.kind is BlockKind.FOOTNOTE else words_of(block.text)
        if words:
            yield from _structured(block, words)


def _structured(block: Block, words: str) -> tuple[str, str]:
    """Return what kind of block it is, and its words without a number that a list would count."""
    if block.kind is BlockKind.LIST_ITEM:
        return f"item {block.depth} {'ordered' if block.ordered else ''}", words
    if block.kind is BlockKind.TABLE_ROW:
        return "row", words
    number = _TYPED_NUMBER.match(words)
    return (f"item {block.depth} ordered", words[number.end() :]) if number else ("text", words)


_FORMS: Mapping[str, Callable[[str, Sequence[Block]], Iterator[str]]] = {
    "v1": _first_form,
    "v2": _second_form,
}
