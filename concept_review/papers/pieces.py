"""Rows of the Synopse cut to the size that a cell of a spreadsheet holds and shows."""

from collections.abc import Iterator
from dataclasses import replace

from concept_review.diff import Change, ChangeKind
from concept_review.papers import german
from concept_review.papers.synopsis import Row

SHOWN = 1_400
"""Characters after which a line end begins a new row: about what Excel's tallest row shows."""
HELD = 16_000
"""Characters of a cell at most; Excel holds 32,767, and counts some signs twice."""


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
    size = 0
    for change in _small(changes):
        longer = max(len(change.old), len(change.new))
        if part and size + longer > HELD:
            parts.append(tuple(part))
            part, size = [], 0
        part.append(change)
        size += longer
        one_line_ends = change.kind is not ChangeKind.REPLACE and (
            (change.old or change.new).endswith("\n")
        )
        if size > SHOWN and one_line_ends:
            parts.append(tuple(part))
            part, size = [], 0
    if part or not parts:
        parts.append(tuple(part))
    return parts


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
