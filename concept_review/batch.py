"""Many amendments of a whole concept at once: the text that comes of them, and what clashes.

The same function makes the preview, the Synopse, the alternatives and the next version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.fingerprint import fingerprint
from concept_review.numbering import number_labels
from concept_review.placing import Place, Tree, tree_of
from concept_review.proposal import ProposalKind
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.section_composition import compose_section

__all__ = ["Amendment", "Clash", "ClashKind", "Composed", "compose_concept", "compose_section"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A concept with amendments: its sections in order, and what is no longer among them.

    A new section has the id of the amendment that made it. `sources` maps sections, dropped ones
    too, to the amendments that changed, moved, made or dropped them.
    """

    sections: tuple[Section, ...]
    dropped: tuple[Section, ...]
    clashes: tuple[Clash, ...]
    sources: Mapping[str, tuple[str, ...]]


def compose_concept(sections: Sequence[Section], amendments: Iterable[Amendment]) -> Composed:
    """Return the concept with all amendments that can stand together; else the base stays.

    The order of the amendments changes nothing.
    """
    batch = _Batch(sections, sorted(amendments, key=lambda each: each.id))
    batch.leave_out_gone()
    batch.leave_out_dropped_and_wanted()
    batch.leave_out_rival_places()
    places = batch.placed()
    return batch.written(places)


class _Batch:
    """The amendments that are still in, step by step fewer, and the clashes found on the way."""

    def __init__(self, sections: Sequence[Section], amendments: Sequence[Amendment]) -> None:
        self.sections = {each.id: each for each in sections}
        self.tree = tree_of(sections)
        self.wanted = list(amendments)
        self.clashes: list[Clash] = []
        self.sources: dict[str, list[str]] = {}

    def leave_out_gone(self) -> None:
        """Leave out what changes or names a section that is no longer there."""
        gone = [
            each
            for each in self.wanted
            if each.section_id not in self.sections or each.anchor not in self.sections
        ]
        for each in gone:
            self._clash([each], each.section_id, ClashKind.GONE)

    def leave_out_dropped_and_wanted(self) -> None:
        """Leave out drops of what others change, move or stand beside, and these others."""
        for drop in [each for each in self.wanted if each.drops]:
            going = set(self.tree.subtree(drop.section_id))
            others = [
                each
                for each in self.wanted
                if not each.drops and (each.section_id in going or each.anchor in going)
            ]
            if others:
                self._clash([drop, *others], drop.section_id, ClashKind.DROPPED, leave=False)
        contested = {
            key
            for clash in self.clashes
            if clash.kind is ClashKind.DROPPED
            for key in clash.amendment_ids
        }
        self.wanted = [each for each in self.wanted if each.id not in contested]

    def leave_out_rival_places(self) -> None:
        """Leave out sections wanted at two places, and several wanted at the same place."""
        placed = [each for each in self.wanted if each.placement and not each.rewords]
        rivals: dict[str, list[Amendment]] = {}
        for each in placed:
            if each.kind is ProposalKind.MOVE:
                rivals.setdefault(f"section {each.section_id}", []).append(each)
            place = f"{each.placement} {each.anchor}"
            rivals.setdefault(place, []).append(each)
        contested: set[str] = set()
        for row in rivals.values():
            if len({_wish(each) for each in row}) > 1:
                self._clash(row, row[0].anchor, ClashKind.PLACE, leave=False)
                contested |= {each.id for each in row}
        self.wanted = [each for each in self.wanted if each.id not in contested]

    def placed(self) -> list[Place]:
        """Put every new and moving section in its place; moves in a circle are left out."""
        while True:
            tree = Tree(self.tree.children)
            seen: dict[tuple[object, ...], str] = {}
            for each in self.wanted:
                if each.drops:
                    tree.away.add(each.section_id)
                elif each.placement and not each.rewords:
                    identifier = each.id if each.kind is ProposalKind.INSERT else each.section_id
                    tree.put(seen.setdefault(_wish(each), identifier), each)
            order = tree.order()
            lost = self._circling({place.id for place in order})
            if not lost:
                return order
            self._clash(lost, lost[0].section_id, ClashKind.PLACE)

    def written(self, places: Sequence[Place]) -> Composed:
        """Compose the words of each section, and number them all."""
        new = self._new_wordings()
        found = [self._section(at, place, new) for at, place in enumerate(places)]
        labels = number_labels([(each.title, each.level) for each in found])
        kept = {place.id for place in places}
        for each in self.wanted:
            self._note(each)
        return Composed(
            sections=tuple(
                replace(each, label=label) for each, label in zip(found, labels, strict=True)
            ),
            dropped=tuple(each for key, each in self.sections.items() if key not in kept),
            clashes=tuple(self.clashes),
            sources={key: tuple(sorted(set(ids))) for key, ids in sorted(self.sources.items())},
        )

    def _section(self, at: int, place: Place, new: Mapping[str, Wording]) -> Section:
        where = {"position": at, "parent_id": place.parent_id, "level": place.level}
        if place.id in new:
            wording = new[place.id]
            some = next(iter(self.sections.values()))
            made = replace(some, id=place.id, version_id="", number=0, revision=0, decision_id=None)
        else:
            made = self.sections[place.id]
            wording = self._reworded(made)
        if wording == Wording(made.title, made.blocks):
            return replace(made, **where)  # type: ignore[arg-type]
        mark = fingerprint(wording.title, wording.blocks)
        return replace(
            made,
            title=wording.title,
            blocks=wording.blocks,
            fingerprint=mark,
            **where,  # type: ignore[arg-type]
        )

    def _reworded(self, section: Section) -> Wording:
        own = [each for each in self.wanted if each.rewords and each.section_id == section.id]
        if not own:
            return Wording(section.title, section.blocks)
        composed = compose_section(section, own)
        self.clashes += composed.clashes
        if composed.sources:
            self.sources.setdefault(section.id, []).extend(composed.sources)
        return composed.wording

    def _new_wordings(self) -> dict[str, Wording]:
        return {each.id: each.offered for each in self.wanted if each.kind is ProposalKind.INSERT}

    def _note(self, each: Amendment) -> None:
        """Note who moved, made or dropped a section; words are noted where they are composed."""
        if each.rewords:
            return
        if each.kind is ProposalKind.INSERT:
            twins = [
                other.id
                for other in self.wanted
                if other.kind is ProposalKind.INSERT and _wish(other) == _wish(each)
            ]
            self.sources.setdefault(min(twins), []).append(each.id)
        elif each.drops:
            for identifier in self.tree.subtree(each.section_id):
                self.sources.setdefault(identifier, []).append(each.id)
        else:
            self.sources.setdefault(each.section_id, []).append(each.id)

    def _circling(self, reached: set[str]) -> list[Amendment]:
        """Return the moves and insertions that cannot be reached from the top any more."""
        lost = []
        for each in self.wanted:
            if each.drops or each.rewords:
                continue
            identifier = each.section_id
            if each.kind is ProposalKind.MOVE and identifier not in reached:
                lost.append(each)
        return lost

    def _clash(
        self, row: Sequence[Amendment], section_id: str, kind: ClashKind, *, leave: bool = True
    ) -> None:
        ids = tuple(sorted(each.id for each in row))
        self.clashes.append(Clash(section_id, ids, (), kind))
        if leave:
            self.wanted = [each for each in self.wanted if each.id not in ids]


def _wish(each: Amendment) -> tuple[object, ...]:
    """Return what tells one wish for a place from another; equal ones count once."""
    same = (each.kind, each.placement, each.anchor)
    if each.kind is ProposalKind.MOVE:
        return (*same, each.section_id)
    return (*same, fingerprint(each.offered.title, each.offered.blocks, "v1"))
