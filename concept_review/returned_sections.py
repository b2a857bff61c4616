"""Which sections of a concept a file holds, and which of them somebody adds or drops in it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from concept_review.block import Block, BlockKind
from concept_review.draft import Draft, Loss, Piece, TrackedChange
from concept_review.matching import MatchKind, Part, match
from concept_review.outline import Outline, assemble, section_places
from concept_review.papers.signs import shown_words
from concept_review.section import Section

_SURE = (MatchKind.UNCHANGED, MatchKind.CHANGED, MatchKind.MOVED)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A section, by its place in the file, of which somebody takes away the heading."""

    place: int
    author: str


class File:
    """A file's sections beside those of a concept."""

    def __init__(self, draft: Draft, base: Sequence[Section]) -> None:
        """Match the sections; raise `UnreadableConcept` where the file has none."""
        self.draft = draft
        self.outline: Outline = assemble(draft.pieces, draft.title)
        self.partners = _partners(base, self.outline)
        """The sections of the concept by places in the file."""
        self._places = section_places(draft.pieces, draft.title)
        self._gone = _headings(draft.pieces) - _headings(draft.accepted or draft.pieces)
        self._changed_headings = frozenset(
            lost.excerpt
            for piece in draft.pieces
            for lost in piece.lost
            if lost.kind is Loss.TRACKED_HEADINGS
        )

    def unplaced(self) -> tuple[str, ...]:
        """Return the titles in the file that belong to no section of the concept."""
        return tuple(
            each.title
            for place, each in enumerate(self.outline.sections)
            if place not in self.partners
        )

    def dropped(self) -> Iterator[Dropped]:
        """Yield the sections that somebody drops: their heading goes and stands nowhere else."""
        for piece, place in zip(self.draft.pieces, self._places, strict=True):
            if piece.level and place is not None and self._gone[shown_words(piece.block)]:
                ending = f": {piece.block.text}"
                for lost in piece.lost:
                    if lost.kind is Loss.TRACKED_HEADINGS and lost.excerpt.endswith(ending):
                        yield Dropped(place, lost.excerpt.removesuffix(ending))

    def place_taken_by(self, change: TrackedChange) -> int | None:
        """Return the section of which a change takes all the text and its author the heading."""
        if change.blocks or not 0 < change.start < change.end:
            return None
        head = self.draft.pieces[change.start - 1]
        ends = change.end == len(self.draft.pieces) or self.draft.pieces[change.end].level
        named = f"{change.author}: {head.block.text}"
        headless = any(
            lost.kind is Loss.TRACKED_HEADINGS and lost.excerpt == named for lost in head.lost
        )
        return self._places[change.start] if head.level and ends and headless else None

    def below_new_heading(self, change: TrackedChange) -> bool:
        """Say whether what a change adds stands below a heading that the file adds or moves."""
        if not self._changed_headings or change.start != change.end:
            return False
        wanted = [shown_words(block) for block in change.blocks]
        texts = [shown_words(piece.block) for piece in self.draft.accepted]
        size = len(wanted)
        return any(
            texts[at : at + size] == wanted and self._is_below_new(at, change.author)
            for at in range(len(texts) - size + 1)
        )

    def _is_below_new(self, at: int, author: str) -> bool:
        accepted = self.draft.accepted
        heading = next((each for each in reversed(accepted[:at]) if each.level), None)
        return heading is not None and f"{author}: {heading.block.text}" in self._changed_headings


def _headings(pieces: Sequence[Piece]) -> Counter[str]:
    return Counter(shown_words(piece.block) for piece in pieces if piece.level)


def _partners(base: Sequence[Section], outline: Outline) -> dict[int, Section]:
    """Return the section of the concept that each section of the file surely is."""
    titles = [_words(each.title) for each in base]
    if titles == [_words(each.title) for each in outline.sections]:
        return dict(enumerate(base))
    matches = match(
        [Part(each.title, each.level, each.blocks) for each in base],
        [Part(each.title, each.level, each.blocks) for each in outline.sections],
    )
    return {
        each.new: base[each.old]
        for each in matches
        if each.kind in _SURE and each.old is not None and each.new is not None
    }


def _words(title: str) -> str:
    return shown_words(Block(kind=BlockKind.PARAGRAPH, text=title))
