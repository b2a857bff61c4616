"""Word files (.docx and its kin): headings, text, lists, tables, notes and tracked changes.

Read from the XML itself: python-docx knows no tracked changes and no form fields, and would
leave out the text in them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from concept_review.draft import Draft, Format, Loss, Lost, Piece, TrackedChange, origin_in
from concept_review.files.docx_blocks import BlockReader, Found
from concept_review.files.docx_changes import Difference, differences, wanted_blocks
from concept_review.files.docx_fields import Fields
from concept_review.files.docx_lists import Lists
from concept_review.files.docx_names import ORIGIN, W
from concept_review.files.docx_notes import NoteNumbers, notes_by_key, remarks_by_id
from concept_review.files.docx_package import WordFile
from concept_review.files.docx_runs import Surroundings, content_of
from concept_review.files.docx_styles import Styles
from concept_review.files.docx_tracked import (
    author_of,
    changes_in,
    days,
    forget_looks,
    name_origins,
    state,
)
from concept_review.files.runs_text import excerpt_of
from concept_review.source import clean

_NOTES = ("footnote", "endnote")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(source: bytes) -> Draft:
    """Return what a Word file holds; raise `UnreadableConcept` or an error of the XML library."""
    return _Word(WordFile(source)).draft()


class _Word:
    """One file, read in as many states as it has authors of tracked changes."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._styles = Styles(file.part("styles"))
        self._lists = Lists(file.part("numbering"), self._styles)
        self._numbers = NoteNumbers()
        self._note_links = {kind: file.links(f"{kind}s") for kind in _NOTES}
        self._notes = {kind: file.part(f"{kind}s") for kind in _NOTES}
        name_origins(file.body)
        for kind, note in notes_by_key(self._notes).items():
            note.set(ORIGIN, "-".join(kind))
        self._roots = [file.body, *(each for each in self._notes.values() if each is not None)]
        for root in self._roots:
            forget_looks(root)
        self._when = days(self._roots)
        self._around = Surroundings(
            self._styles,
            self._numbers,
            remarks_by_id(file.part("comments")),
            file.links(),
            steady=self._steady(),
        )

    def draft(self) -> Draft:
        authors = [author_of(change) for root in self._roots for change in changes_in(root)]
        # The text without changes comes first: its notes get the first numbers.
        old = self._state(lambda _: False)
        draft = Draft(
            format=Format.DOCX,
            title=" ".join(old.titles),
            pieces=self._with_repeated(old.pieces()),
            origin=origin_in(self._file.properties()),
        )
        return self._with_changes(draft, old, list(dict.fromkeys(authors))) if authors else draft

    def _steady(self) -> frozenset[str]:
        """Return the origins of paragraphs that nobody changes, if there is any change."""
        changed = {name for _, name in self._when}
        paragraphs = self._file.body.iter(W + "p") if changed else ()
        return frozenset(each.get(ORIGIN, "") for each in paragraphs) - changed

    def _state(self, accepts: Callable[[str], bool]) -> BlockReader:
        around = replace(self._around, fields=Fields())
        notes = {
            kind: None if root is None else state(root, accepts)
            for kind, root in self._notes.items()
        }
        reader = BlockReader(around, self._lists, notes_by_key(notes), self._note_links)
        reader.read(state(self._file.body, accepts))
        return reader

    def _with_changes(self, draft: Draft, old: BlockReader, authors: Sequence[str]) -> Draft:
        accepted = self._with_repeated(self._state(lambda _: True).pieces())
        pieces = list(draft.pieces)
        changes: list[TrackedChange] = []
        for author in authors:
            new = self._state(lambda name, author=author: name == author)  # type: ignore[misc]
            name = clean(author).strip()
            if new.titles != old.titles:
                _lose_heading(pieces, 0, name, " ".join(new.titles) or draft.title)
            for each in differences(old.found, new.found):
                if _changes_headings(old.found, each):
                    heading = _headings(each.new) or _headings(each.replaced(old.found))
                    _lose_heading(pieces, each.start, name, heading)
                else:
                    blocks = wanted_blocks(old.found, each)
                    day = _last_day(self._when, author, each, old.found)
                    changes.append(
                        TrackedChange(
                            author=name, day=day, start=each.start, end=each.end, blocks=blocks
                        )
                    )
        changes.sort(key=lambda change: (change.start, change.end))
        if not changes and accepted == tuple(pieces):
            return draft
        return replace(draft, pieces=tuple(pieces), accepted=accepted, changes=tuple(changes))

    def _with_repeated(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Say at the first piece what is repeated on every page."""
        if not pieces:
            return pieces
        texts = dict.fromkeys(text for text in self._repeated() if any(map(str.isalpha, text)))
        lost = [Lost(Loss.HEADERS_AND_FOOTERS, text) for text in texts]
        return (replace(pieces[0], lost=(*pieces[0].lost, *lost)), *pieces[1:])

    def _repeated(self) -> Iterator[str]:
        for kind in ("header", "footer"):
            for root, links in self._file.parts(kind):
                around = Surroundings(self._styles, self._numbers, {}, links)
                contents = (content_of(each, around) for each in root.iter(W + "p"))
                yield excerpt_of(" ".join(content.text for content in contents))


def _changes_headings(old: Sequence[Found], each: Difference) -> bool:
    """Say whether a passage adds or removes headings; a heading with other words is none."""
    before = [found.level for found in each.replaced(old)]
    after = [found.level for found in each.new]
    return any(before + after) and not (len(before) == len(after) == 1 and before == after)


def _headings(pieces: Sequence[Found]) -> str:
    return " ".join(found.block.text for found in pieces if found.level)


def _lose_heading(pieces: list[Piece], place: int, author: str, heading: str) -> None:
    if pieces:
        place = min(place, len(pieces) - 1)
        lost = Lost(Loss.TRACKED_HEADINGS, excerpt_of(f"{author}: {heading}"))
        pieces[place] = replace(pieces[place], lost=(*pieces[place].lost, lost))


def _last_day(
    when: dict[tuple[str, str], str], author: str, each: Difference, old: Sequence[Found]
) -> str:
    names = [name for found in (*each.new, *each.replaced(old)) for name in found.origin]
    day = max((when.get((author, name), "") for name in names), default="")
    return day if _DAY.fullmatch(day) else ""
