"""A concept as its title and a flat row of sections, read from Markdown and written back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from concept_review.block import Block
from concept_review.numbering import parent_places
from concept_review.reading import heading_text, markdown_tokens, read_blocks
from concept_review.source import clean, decoded
from concept_review.unreadable import Fault, UnreadableConcept
from concept_review.writing import block_lines

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_SECTIONS",
    "Fault",
    "Outline",
    "OutlineSection",
    "UnreadableConcept",
    "blocks_of_text",
    "parents",
    "read_outline",
    "text_of_blocks",
    "write_markdown",
]

MAX_BYTES = 2_000_000
"""Size of a file in bytes of UTF-8."""
MAX_SECTIONS = 2_000
"""Headings in a file."""
MAX_CHARACTERS = 200_000
"""Characters of one section's blocks."""
_DEEPEST = 6  # level of a Markdown heading


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A heading with what stands below it up to the next one; level 1 is the top."""

    title: str
    level: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole concept in document order; the preamble is the text before the first section."""

    title: str
    preamble: tuple[Block, ...]
    sections: tuple[OutlineSection, ...]


def parents(outline: Outline) -> list[int | None]:
    """Return for each section the place of the section above it, or None at the top."""
    return parent_places([section.level for section in outline.sections])


def read_outline(source: bytes | str) -> Outline:
    """Return the outline of a Markdown text (CommonMark with tables).

    The document's title is the first heading if it is the only one at level 1 and others follow.
    Headings without words are left out; levels never skip one downwards.
    Raises `UnreadableConcept`.
    """
    tokens = markdown_tokens(_readable(source))
    places = [place for place, token in enumerate(tokens) if _opens_section(tokens, place, token)]
    if not places:
        raise UnreadableConcept(Fault.NO_HEADINGS)
    if len(places) > MAX_SECTIONS:
        raise UnreadableConcept(Fault.TOO_MANY_SECTIONS, sections=len(places), limit=MAX_SECTIONS)
    titles = [heading_text(tokens[place + 1]) for place in places]
    levels = [int(tokens[place].tag[1:]) for place in places]
    # The three tokens of a heading are left out of the text below it.
    bounds = zip(places, [*places[1:], len(tokens)], strict=True)
    texts = [read_blocks(tokens[start + 3 : end]) for start, end in bounds]
    preamble = read_blocks(tokens[: places[0]])
    titled = len(levels) > 1 and levels[0] == 1 and 1 not in levels[1:]
    if titled:
        preamble += texts.pop(0)
    title = titles.pop(0) if titled else ""
    outline = Outline(
        title=title,
        preamble=preamble,
        sections=tuple(map(OutlineSection, titles, _normal(levels[titled:]), texts)),
    )
    _check_lengths([(title, preamble), *zip(titles, texts, strict=True)])
    return outline


def _readable(source: bytes | str) -> str:
    text = decoded(source)
    size = len(source) if isinstance(source, bytes) else len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise UnreadableConcept(Fault.TOO_LARGE, bytes=size, limit=MAX_BYTES)
    text = clean(text)
    if not text.strip():
        raise UnreadableConcept(Fault.EMPTY)
    return text


def _opens_section(tokens: Sequence[Token], place: int, token: Token) -> bool:
    """Say whether a heading with words begins here, outside of lists and quotes."""
    return (
        token.type == "heading_open" and token.level == 0 and heading_text(tokens[place + 1]) != ""
    )


def _normal(levels: Sequence[int]) -> list[int]:
    """Return the levels counted from 1, each at most one deeper than the one before."""
    normal: list[int] = []
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        normal.append(len(above))
    return normal


def _check_lengths(sections: Iterable[tuple[str, Sequence[Block]]]) -> None:
    for title, blocks in sections:
        _check_length(title, sum(len(block.text) for block in blocks))


def _check_length(title: str, characters: int) -> None:
    if characters > MAX_CHARACTERS:
        raise UnreadableConcept(
            Fault.SECTION_TOO_LONG, title=title, characters=characters, limit=MAX_CHARACTERS
        )


def write_markdown(outline: Outline) -> str:
    """Return the outline as Markdown; `read_outline` makes the same outline of it."""
    # A single section at the top would be taken for the title, so it goes one level down.
    tops = sum(section.level == 1 for section in outline.sections)
    below = 1 if outline.title or tops == 1 else 0
    parts = [f"# {outline.title}"] if outline.title else []
    parts += _written(outline.preamble)
    for section in outline.sections:
        parts.append("#" * min(section.level + below, _DEEPEST) + " " + section.title)
        parts += _written(section.blocks)
    return "\n\n".join(parts) + "\n"


def _written(blocks: Sequence[Block]) -> list[str]:
    return ["\n".join(block_lines(blocks))] if blocks else []


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return the blocks of a section's wording as a person typed it.

    It is Markdown too, but each line end is kept as a line break. Raises `UnreadableConcept`
    for headings, which would begin another section, and for more than `MAX_CHARACTERS`.
    """
    _check_length("", len(text))
    tokens = markdown_tokens(clean(text))
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            raise UnreadableConcept(Fault.HEADING_IN_WORDING, title=heading_text(tokens[place + 1]))
    return read_blocks(tokens, typed=True)


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """Return the blocks as a person would type them; the inverse of `blocks_of_text`."""
    return "\n".join(block_lines(blocks, typed=True))
