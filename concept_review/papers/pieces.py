"""Rows of the Synopse cut to the size that a cell of a spreadsheet holds and shows."""

from collections.abc import Iterator
from dataclasses import replace

from concept_review.diff import Change, ChangeKind
from concept_review.papers import german
from concept_review.papers.synopsis import Row

SHOWN = 20
"""Lines after which the next line end begins a new row; Excel's tallest row shows 27."""
WIDTH = 62
"""Characters of a line in a cell."""
HELD = 16_000
"""Characters of a cell at most; Excel holds 32,767, and counts some signs twice."""


def height(text: str, width: int = WIDTH) -> int:
    """Return about how many lines a text takes in a cell."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def cut(row: Row) -> Iterator[Row]:
    """Yield the row in parts; joined without anything between, their cells are those of the row.

    Each part but the first says "Fortsetzung"; remarks stand beside the first.
    """
    first, *others = _parts(row.changes)
    yield replace(row, changes=first) if others else row
    for changes in others:
        yield _continued(changes)


def _continued(changes: tuple[Change, ...]) -> Row:
    same = all(each.old == each.new for each in changes)
    return Row(
        changes=changes,
        old_note=german.CONTINUED if any(each.old for each in changes) else "",
        new_note=german.UNCHANGED if same else german.CONTINUED,
        titled=False,
    )


def _parts(changes: tuple[Change, ...]) -> list[tuple[Change, ...]]:
    parts: list[tuple[Change, ...]] = []
    part: list[Change] = []
    size, lines = 0, 0.0
    for change in _small(changes):
        longer = max(len(change.old), len(change.new))
        if part and (size + longer > HELD or (lines > SHOWN and _line_ended(part[-1]))):
            parts.append(tuple(part))
            part, size, lines = [], 0, 0.0
        part.append(change)
        size += longer
        lines += longer / WIDTH + max(change.old.count("\n"), change.new.count("\n"))
    return [*parts, tuple(part)]


def _line_ended(change: Change) -> bool:
    """Say whether a line ends here in whatever text is concerned."""
    return all(text.endswith("\n") for text in (change.old, change.new) if text)


def _small(changes: tuple[Change, ...]) -> Iterator[Change]:
    """Yield the changes line by line where only one text is concerned, and never too long."""
    for change in changes:
        if change.kind is ChangeKind.REPLACE:
            for start in range(0, max(len(change.old), len(change.new)), HELD):
                end = start + HELD
                yield replace(change, old=change.old[start:end], new=change.new[start:end])
        else:
            for text in _lines(change.old or change.new):
                old, new = text if change.old else "", text if change.new else ""
                yield replace(change, old=old, new=new)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their line feeds, and long ones in parts."""
    at = 0
    while at < len(text):
        feed = text.find("\n", at, at + HELD)
        end = at + HELD if feed < 0 else feed + 1
        yield text[at:end]
        at = end
