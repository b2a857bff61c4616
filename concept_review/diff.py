"""What changed between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.alignment import Passage, common_passages
from concept_review.fingerprint import shapeless, visible
from concept_review.words import tokens

__all__ = ["Change", "ChangeKind", "Edit", "apply", "compare", "compare_words", "edits", "tokens"]

_DASHES = re.compile("-{2,}")
_STOPS = frozenset(".!?…")


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
    return tuple(_changes(old_tokens, new_tokens, edits(old_tokens, new_tokens)))


def compare_words(old: str, new: str) -> tuple[Change, ...]:
    """Return what `compare` does, but only what makes a review stale.

    White space, composed or decomposed letters, invisible characters and the shape of quotation
    marks and dashes count for nothing; what stayed is said as in the new wording.
    """
    old_tokens, new_tokens = _as_shown(old), _as_shown(new)
    found = edits([_counted(each) for each in old_tokens], [_counted(each) for each in new_tokens])
    return tuple(_changes(old_tokens, new_tokens, found))


def _as_shown(text: str) -> list[str]:
    return tokens(_DASHES.sub("–", visible(text).replace("...", "…")))


def _counted(token: str) -> str:
    if token.isspace():
        return "\n" if "\n" in token else " "
    return shapeless(token)


def apply(old: str, changes: Sequence[Change]) -> str:
    """Return the new wording; raise ValueError where the changes belong to another text."""
    if "".join(change.old for change in changes) != old:
        raise ValueError("changes of another text")
    return "".join(change.new for change in changes)


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """Return the edits between two rows of tokens, with at least one equal token between them.

    Words replaced one by one, with only a space between them, are one edit: a phrase.
    """
    gaps = list(_gaps(common_passages(old, new), Passage(len(old), len(new), 0)))
    found: list[Edit] = []
    for place, gap in enumerate(gaps, start=1):
        ceiling = gaps[place].start if place < len(gaps) else len(old) + 1
        above = found[-1] if found else None
        edit = _best_placed(gap, old, new, range(above.end + 1 if above else 0, ceiling))
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


def _best_placed(edit: Edit, old: Sequence[str], new: Sequence[str], room: range) -> Edit:
    """Return the same insertion or deletion where it reads best.

    "One. New. Two." adds ". New", " New." or "New. " to "One. Two."; two authors who wrote the
    same must get the same of these. It starts and ends in `room`, apart from other edits.
    """
    if edit.replaces:
        return edit
    deleted = edit.start < edit.end
    side, first, last = (
        (old, edit.start, edit.end - 1) if deleted else (new, edit.new_start, edit.new_end - 1)
    )
    up = down = 0
    while edit.start - up - 1 in room and side[last - up] == old[edit.start - up - 1]:
        up += 1
    while edit.end + down + 1 in room and side[first + down] == old[edit.end + down]:
        down += 1
    shift = max(range(-up, down + 1), key=lambda steps: _fit(old, edit.start + steps))
    return Edit(edit.start + shift, edit.end + shift, edit.new_start + shift, edit.new_end + shift)


def _fit(old: Sequence[str], start: int) -> int:
    """Return how well a new passage can start here: after a line, a sentence, a space, a sign."""
    before = old[start - 1] if start else "\n"
    if "\n" in before:
        return 4
    if before.isspace():
        return 3 if start > 1 and old[start - 2] in _STOPS else 2
    return 0 if before[0].isalnum() else 1


def _changes(old: Sequence[str], new: Sequence[str], found: Sequence[Edit]) -> Iterator[Change]:
    at = 0
    for edit in found:
        yield from _equal("".join(new[at : edit.new_start]))
        before = "".join(old[edit.start : edit.end])
        after = "".join(new[edit.new_start : edit.new_end])
        kind = ChangeKind.REPLACE
        if not edit.replaces:
            kind = ChangeKind.DELETE if before else ChangeKind.INSERT
        yield Change(kind, before, after)
        at = edit.new_end
    yield from _equal("".join(new[at:]))


def _equal(text: str) -> Iterator[Change]:
    if text:
        yield Change(ChangeKind.EQUAL, text, text)


_EXCHANGED = {ChangeKind.INSERT: ChangeKind.DELETE, ChangeKind.DELETE: ChangeKind.INSERT}


def _exchanged(change: Change) -> Change:
    return Change(_EXCHANGED.get(change.kind, change.kind), change.new, change.old)
