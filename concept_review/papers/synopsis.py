"""The Synopse: two states of a concept side by side, section by section."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from concept_review.diff import Change, ChangeKind, compare
from concept_review.edition import Contribution, Kit
from concept_review.numbering import number_labels
from concept_review.papers import german
from concept_review.papers.pairing import Place, places
from concept_review.papers.visible import visible_text
from concept_review.proposal import ProposalKind
from concept_review.section import Section


class Look(StrEnum):
    """How words look; the looks differ in more than colour."""

    SAME = "same"
    GONE = "gone"
    """Struck out and bold."""
    COME = "come"
    """Underlined and bold."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the concept that look the same."""

    text: str
    look: Look = Look.SAME


@dataclass(frozen=True, slots=True)
class Cell:
    """What one state says here: a note of ours, which is not part of the text, and the text."""

    note: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The words of the concept in this cell."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def lines(self) -> tuple[tuple[Piece, ...], ...]:
        """The pieces line by line, without line ends; none where there is no text at all."""
        lines: list[list[Piece]] = [[]]
        for piece in self.pieces:
            for place, text in enumerate(piece.text.split("\n")):
                if place:
                    lines.append([])
                if text:
                    lines[-1].append(Piece(text, piece.look))
        return tuple(map(tuple, lines)) if self.pieces else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One section in both states, what became of it, and who wanted that and why.

    `label` is the number by which it is cited. `changes` are its words on both sides; where
    `new_note` begins with "unverändert", the new cell only says so. `open_ids` are contributions
    that were not taken in.
    """

    label: str = ""
    changes: tuple[Change, ...]
    old_note: str = ""
    new_note: str = ""
    contributions: tuple[Contribution, ...] = ()
    open_ids: frozenset[str] = frozenset()
    titled: bool = True
    """Whether its first line is the title of a section."""

    @property
    def changed(self) -> bool:
        """Whether the section is more than the same words at the same place."""
        return self.new_note != german.UNCHANGED

    @property
    def old(self) -> Cell:
        """The cell of the old state."""
        texts = ((each.old, each.kind is ChangeKind.EQUAL) for each in self.changes)
        return Cell(self.old_note, _pieces(texts, Look.GONE))

    @property
    def new(self) -> Cell:
        """The cell of the new state."""
        if self.new_note.startswith(german.UNCHANGED):
            return Cell(self.new_note)
        texts = ((each.new, each.kind is ChangeKind.EQUAL) for each in self.changes)
        return Cell(self.new_note, _pieces(texts, Look.COME))


def synopsis(kit: Kit, *, only_changed: bool = False) -> tuple[Row, ...]:
    """Return the rows in the order of both states.

    The old cells below each other are the old text and the new cells the new one, to the letter.
    A section that changed places has two rows: where it stood, and where it stands.
    """
    rows = _Rows(kit)
    found = (rows.row(place) for place in places(kit.old.sections, kit.new.sections))
    return tuple(row for row in found if row.changed or row.contributions or not only_changed)


class _Rows:
    """Makes rows, and knows both states and the contributions by section."""

    def __init__(self, kit: Kit) -> None:
        self._old = {each.id: each for each in kit.old.sections}
        self._new = {each.id: each for each in kit.new.sections}
        self._labels = numbers(kit.old.sections), numbers(kit.new.sections)
        self._open = frozenset(key for clash in kit.clashes for key in clash.amendment_ids)
        self._contributions: dict[str, list[Contribution]] = {}
        for each in kit.contributions:
            # A new section bears the id of its contribution, unless it was not taken in.
            made = each.kind is ProposalKind.INSERT and each.id in self._new
            key = each.id if made else each.section_id
            self._contributions.setdefault(key, []).append(each)

    def row(self, place: Place) -> Row:
        """Return the row of a section at one place."""
        if place.old and place.new:
            return self._kept(place.old, place.new)
        if place.old:
            return self._left(place.old)
        assert place.new is not None  # noqa: S101  (no place is empty)
        return self._came(place.new)

    def _kept(self, old: Section, new: Section) -> Row:
        changes = compare(visible_text(old), visible_text(new))
        same = all(each.kind is ChangeKind.EQUAL for each in changes)
        now = self._renumbered(old.id)
        if not now and old.parent_id != new.parent_id:
            now = german.MOVED
        notes = [german.UNCHANGED if same else "", now]
        return self._made(old.id, changes, new_note=", ".join(filter(None, notes)))

    def _left(self, old: Section) -> Row:
        gone = (Change(ChangeKind.DELETE, visible_text(old), ""),)
        if old.id not in self._new:
            return self._made(old.id, gone, new_note=german.DROPPED)
        # It stands elsewhere now, and there it is said why.
        now = self._labels[1][old.id]
        note = f"{german.DROPPED_HERE}, nun {now}" if now else german.DROPPED_HERE
        stood = tuple(
            Change(each.kind, each.old, "") for each in self._compared(old.id) if each.old
        )
        return Row(label=self._labels[0][old.id], changes=stood, new_note=note)

    def _came(self, new: Section) -> Row:
        if new.id not in self._old:
            come = (Change(ChangeKind.INSERT, "", visible_text(new)),)
            return self._made(new.id, come, old_note=german.ADDED)
        stands = tuple(
            Change(each.kind, "", each.new) for each in self._compared(new.id) if each.new
        )
        return self._made(
            new.id,
            stands,
            old_note=german.MOVED,
            new_note=self._renumbered(new.id) or german.MOVED,
        )

    def _compared(self, section_id: str) -> tuple[Change, ...]:
        return compare(visible_text(self._old[section_id]), visible_text(self._new[section_id]))

    def _renumbered(self, section_id: str) -> str:
        """Return "nun 3.3 (alt 3.2)" where the number is another one."""
        old, new = (labels[section_id] for labels in self._labels)
        if old == new or not old:
            return ""
        return f"nun {new} (alt {old})" if new else f"(alt {old})"

    def _made(
        self, key: str, changes: tuple[Change, ...], *, old_note: str = "", new_note: str = ""
    ) -> Row:
        old, new = self._labels
        return Row(
            label=new.get(key, "") or old.get(key, ""),
            changes=changes,
            old_note=old_note,
            new_note=new_note,
            contributions=tuple(self._contributions.get(key, ())),
            open_ids=self._open,
        )


def numbers(sections: Sequence[Section]) -> dict[str, str]:
    """Return the number of each section by its id: the one it is given, else counted."""
    counted = number_labels([(each.title, each.level) for each in sections])
    return {each.id: each.label or label for each, label in zip(sections, counted, strict=True)}


def _pieces(texts: Iterable[tuple[str, bool]], look: Look) -> tuple[Piece, ...]:
    return tuple(Piece(text, Look.SAME if same else look) for text, same in texts if text)
