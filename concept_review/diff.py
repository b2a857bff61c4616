"""What changed between two wordings, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.alignment import Passage, common_passages
from concept_review.words import tokens

__all__ = ["Change", "ChangeKind", "Edit", "apply", "compare", "edits", "tokens"]


class ChangeKind(StrEnum):
    """What became of a passage."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Change:
    """A passage in the old and in the new wording; one side of an insertion or deletion is ""."""

    kind: ChangeKind
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Tokens `start` to `end` of the old wording that became `new_start` to `new_end`."""

    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def replaces(self) -> bool:
        """Whether something stood here before and something else stands here now."""
        return self.start < self.end and self.new_start < self.new_end


def compare(old: str, new: str) -> tuple[Change, ...]:
    """Return what stayed and what changed, in order, as whole phrases.

    The old sides joined are the old text, the new sides the new one. Comparing the other way
    round gives the same passages with their sides exchanged.
    """
    # Several alignments can be equally good: the same one must be found from both directions.
    if old > new:
        return tuple(_exchanged(change) for change in compare(new, old))
    old_tokens, new_tokens = tokens(old), tokens(new)
    return tuple(_changes(old_tokens, new_tokens))


def apply(old: str, changes: Sequence[Change]) -> str:
    """Return the new wording; raise ValueError where the changes belong to another text."""
    if "".join(change.old for change in changes) != old:
        raise ValueError("changes of another text")
    return "".join(change.new for change in changes)


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return the edits between two rows of tokens, with at least one equal token between them.

    Words replaced one by one, with only a space between them, are one edit: a phrase.
    """
    found: list[Edit] = []
    for gap in _gaps(common_passages(old, new), Passage(len(old), len(new), 0)):
        above = found[-1] if found else None
        edit = _moved_up(gap, old, new, floor=above.end if above else -1)
        if above and above.replaces and edit.replaces and old[above.end : edit.start] == [" "]:
            found[-1] = Edit(above.start, edit.end, above.new_start, edit.new_end)
        else:
            found.append(edit)
    return found


def _gaps(passages: Sequence[Passage], end: Passage) -> Iterator[Edit]:
    at_old = at_new = 0
    for passage in [*passages, end]:
        if at_old < passage.old or at_new < passage.new:
            yield Edit(at_old, passage.old, at_new, passage.new)
        at_old, at_new = passage.old + passage.length, passage.new + passage.length


def _moved_up(edit: Edit, old: Sequence[str], new: Sequence[str], floor: int) -> Edit:
    """Return the same insertion or deletion at the first place where it can be written.

    "a a" out of "a" has several readings; two authors who did the same must get the same one.
    `floor` is the end of the edit above, with which this one must not grow together.
    """
    if edit.replaces:
        return edit
    side, last = (old, edit.end - 1) if edit.start < edit.end else (new, edit.new_end - 1)
    steps = 0
    while edit.start - steps - 1 > floor and side[last - steps] == old[edit.start - steps - 1]:
        steps += 1
    return Edit(edit.start - steps, edit.end - steps, edit.new_start - steps, edit.new_end - steps)


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    at = 0
    for edit in edits(old, new):
        yield from _equal("".join(old[at : edit.start]))
        before = "".join(old[edit.start : edit.end])
        after = "".join(new[edit.new_start : edit.new_end])
        kind = ChangeKind.REPLACE
        if not edit.replaces:
            kind = ChangeKind.DELETE if before else ChangeKind.INSERT
        yield Change(kind, before, after)
        at = edit.end
    yield from _equal("".join(old[at:]))


def _equal(text: str) -> Iterator[Change]:
    if text:
        yield Change(ChangeKind.EQUAL, text, text)


_EXCHANGED = {ChangeKind.INSERT: ChangeKind.DELETE, ChangeKind.DELETE: ChangeKind.INSERT}


def _exchanged(change: Change) -> Change:
    return Change(_EXCHANGED.get(change.kind, change.kind), change.new, change.old)
