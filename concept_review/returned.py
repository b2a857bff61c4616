"""A concept that somebody edited in a word processor, read back as proposals on its sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from concept_review.block import Block
from concept_review.draft import Draft, TrackedChange
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording, rebase
from concept_review.returned_sections import File
from concept_review.returned_text import only_notes, restored, same_words, unmarked
from concept_review.section import Section
from concept_review.tracked import Suggestion, suggestions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedSuggestion:
    """What a section would say if one author had their way in one passage.

    `author` is the name in the file, "" for what was written without tracking; `day` is ISO or "".
    `base` is what the section said in the concept. A section that shall go has kind `DELETE` and
    an empty wording.
    """

    section_id: str
    author: str
    day: str
    base: Wording
    wording: Wording
    kind: ProposalKind = ProposalKind.REPLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a file proposes, and what of it cannot become a proposal.

    `left` are tracked changes outside of all sections, across several, below headings that the
    file adds or moves, or in words that differ from the concept. `unplaced` are titles of sections
    that the concept does not have, `absent` ids of sections that the file does not have.
    """

    suggestions: tuple[ReturnedSuggestion, ...]
    left: tuple[TrackedChange, ...] = ()
    unplaced: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


def proposals_from(draft: Draft, base: Sequence[Section]) -> Returned:
    """Return the proposals on the sections of a concept that a file holds.

    Each tracked change is one, in the order of the file; for each section that differs without
    tracking there is one without author. What only looks different is no proposal.
    Raises `UnreadableConcept` where the file has no headings.
    """
    file = File(draft, base)
    found: list[ReturnedSuggestion] = []
    left: list[TrackedChange] = []
    dropped = list(_dropped(file))
    for change in draft.changes:
        place = file.place_taken_by(change)
        if place is not None and any(each.section_id == _id(file, place) for each in dropped):
            continue
        made = None if place is not None else _tracked(file, change)
        if made is None:
            left.append(change)
        else:
            found.append(made)
    present = {each.id for each in file.partners.values()}
    return Returned(
        suggestions=(*_with_notes(found), *dropped, *_untracked(file)),
        left=tuple(left),
        unplaced=file.unplaced(),
        absent=tuple(each.id for each in base if each.id not in present),
    )


def carried(returned: Returned, present: Sequence[Section]) -> Returned:
    """Return suggestions on an older version as they are on the present text.

    A suggestion that contradicts what was changed since stays as it was made: its base is then
    not the present wording, as a person can see.
    """
    by_id = {each.id: each for each in present}
    moved = (_carried(each, by_id.get(each.section_id)) for each in returned.suggestions)
    return replace(returned, suggestions=tuple(moved))


def _carried(each: ReturnedSuggestion, present: Section | None) -> ReturnedSuggestion:
    if present is None:
        return each
    now = Wording(present.title, present.blocks)
    if each.kind is ProposalKind.DELETE:
        return each
    rebased = rebase(each.base, now, each.wording)
    return each if rebased.conflicts else replace(each, base=now, wording=rebased.wording)


def _with_notes(found: Sequence[ReturnedSuggestion]) -> list[ReturnedSuggestion]:
    """Put a footnote, which is a passage of its own, to the change that adds its mark."""
    joined: list[ReturnedSuggestion] = []
    for each in found:
        notes = only_notes(each.base, each.wording)
        for place, other in enumerate(joined):
            same = (other.section_id, other.author) == (each.section_id, each.author)
            if notes and same and _cites(other.wording, notes):
                blocks = (*other.wording.blocks, *notes)
                joined[place] = replace(other, wording=Wording(other.wording.title, blocks))
                break
        else:
            joined.append(each)
    return joined


def _cites(wording: Wording, notes: Sequence[Block]) -> bool:
    return any(f"[^{note.marker}]" in block.text for note in notes for block in wording.blocks)


def _id(file: File, place: int) -> str:
    return file.partners[place].id if place in file.partners else ""


def _dropped(file: File) -> Iterator[ReturnedSuggestion]:
    days = {
        (file.place_taken_by(change), change.author): change.day for change in file.draft.changes
    }
    for each in file.dropped():
        section = file.partners.get(each.place)
        if section:
            yield ReturnedSuggestion(
                section_id=section.id,
                author=each.author,
                day=days.get((each.place, each.author), ""),
                base=Wording(section.title, section.blocks),
                wording=Wording("", ()),
                kind=ProposalKind.DELETE,
            )


def _tracked(file: File, change: TrackedChange) -> ReturnedSuggestion | None:
    found, _ = suggestions(file.draft.pieces, [change], file.draft.title)
    if not found or found[0].place not in file.partners or file.below_new_heading(change):
        return None
    return _suggested(file, found[0])


def _suggested(file: File, wanted: Suggestion) -> ReturnedSuggestion | None:
    """Return a change on the section as it stands, unless the words around it are others."""
    section, read = file.partners[wanted.place], file.outline.sections[wanted.place]
    known = Wording(section.title, section.blocks)
    before = Wording(read.title, read.blocks)
    after = Wording(wanted.title or read.title, wanted.blocks)
    unchanged = restored(known, before, before)
    wording = restored(known, before, after)
    if unchanged != known:
        rebased = rebase(unchanged, known, wording)
        if rebased.conflicts:
            return None
        wording = rebased.wording
    if wording == known:
        return None
    return ReturnedSuggestion(
        section_id=section.id, author=wanted.author, day=wanted.day, base=known, wording=wording
    )


def _untracked(file: File) -> Iterator[ReturnedSuggestion]:
    for place, read in enumerate(file.outline.sections):
        section = file.partners.get(place)
        if section is None:
            continue
        known, here = Wording(section.title, section.blocks), Wording(read.title, read.blocks)
        wording = known if same_words(known, here) else unmarked(known, here)
        if wording != known:
            yield ReturnedSuggestion(
                section_id=section.id, author="", day="", base=known, wording=wording
            )
