"""A concept as its title and a flat row of sections, read from Markdown and written back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from concept_review.block import Block
from concept_review.draft import Piece
from concept_review.inline import literal, plain
from concept_review.markdown import markdown_pieces, one_line
from concept_review.numbering import parent_places
from concept_review.reading import heading_text, markdown_tokens, read_blocks
from concept_review.source import MAX_BYTES, clean
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
    "assemble",
    "blocks_of_text",
    "parents",
    "read_outline",
    "text_of_blocks",
    "write_markdown",
]

MAX_SECTIONS = 2_000
"""Headings in a file."""
MAX_CHARACTERS = 200_000
"""Characters of one section's blocks, or of its title."""
_EXCERPT = 100  # characters of a title that are said
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
    """Return the outline of a Markdown text (CommonMark with tables and footnotes).

    Headings without words are left out. Raises `UnreadableConcept`.
    """
    return assemble(markdown_pieces(source))


def assemble(
    pieces: Sequence[Piece], title: str = "", levels: Mapping[int, int] | None = None
) -> Outline:
    """Return the outline that pieces make, each heading at the level that a person chose.

    `levels` maps places to levels, 0 for text; the other pieces keep their own. Without a title,
    the first heading is it if it is the only one at level 1 and others follow. Levels never skip
    one downwards. Raises `UnreadableConcept`.
    """
    chosen = _chosen(pieces, levels)
    places = [place for place, level in enumerate(chosen) if level > 0]
    if not places:
        raise UnreadableConcept(Fault.NO_HEADINGS)
    if len(places) > MAX_SECTIONS:
        raise UnreadableConcept(Fault.TOO_MANY_SECTIONS, sections=len(places), limit=MAX_SECTIONS)
    titles = [_title(pieces[place]) for place in places]
    found = [chosen[place] for place in places]
    texts = [
        tuple(piece.block for piece in pieces[start + 1 : end])
        for start, end in zip([-1, *places], [*places, len(pieces)], strict=True)
    ]
    preamble = texts.pop(0)
    titled = not title and _has_title(found)
    if titled:
        title = titles.pop(0)
        preamble += texts.pop(0)
    outline = Outline(
        title=title,
        preamble=preamble,
        sections=tuple(map(OutlineSection, titles, _normal(found[titled:]), texts)),
    )
    _check_lengths([(title, preamble), *zip(titles, texts, strict=True)])
    return outline


def section_places(
    pieces: Sequence[Piece], title: str = "", levels: Mapping[int, int] | None = None
) -> list[int | None]:
    """Return for each piece the place of its section in what `assemble` makes, None above all."""
    chosen = _chosen(pieces, levels)
    titled = not title and _has_title([level for level in chosen if level > 0])
    places: list[int | None] = []
    last = -2 if titled else -1
    for level in chosen:
        last += level > 0
        places.append(last if last >= 0 else None)
    return places


def _title(piece: Piece) -> str:
    """Return a heading's text; what was only bold loses the signs of that."""
    text = piece.block.text
    return one_line(text if piece.level else literal(plain(text)))


def _chosen(pieces: Sequence[Piece], levels: Mapping[int, int] | None) -> list[int]:
    return [(levels or {}).get(place, piece.level) for place, piece in enumerate(pieces)]


def _has_title(levels: Sequence[int]) -> bool:
    """Say whether the first heading is the title of all: alone at level 1, with others below."""
    return len(levels) > 1 and levels[0] == 1 and 1 not in levels[1:]


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
        _check_length(title, max(len(title), sum(len(block.text) for block in blocks)))


def _check_length(title: str, characters: int) -> None:
    if characters > MAX_CHARACTERS:
        raise UnreadableConcept(
            Fault.SECTION_TOO_LONG,
            title=title[:_EXCERPT],
            characters=characters,
            limit=MAX_CHARACTERS,
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
