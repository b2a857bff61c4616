"""A concept in its new order: without what goes, with what moves and what is new."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from concept_review.amendment import Amendment
from concept_review.fingerprint import fingerprint
from concept_review.misplaced import comer
from concept_review.numbering import number_labels
from concept_review.placing import Tree
from concept_review.proposal import ProposalKind
from concept_review.section import Section


@dataclass(frozen=True, slots=True)
class Rearranged:
    """The sections in document order, those that went, and the ids of the amendments behind it."""

    sections: tuple[Section, ...]
    dropped: tuple[Section, ...]
    sources: Mapping[str, frozenset[str]]


def rearranged(sections: Sequence[Section], amendments: Sequence[Amendment]) -> Rearranged:
    """Return the sections where amendments that do not clash want them; the words stay."""
    tree = Tree(sections)
    droppers = _droppers(amendments, tree)
    dropped = tuple(each for each in sections if each.id in droppers)
    comers = _comers(amendments)
    placed = {identifier: group[0].place for identifier, group in comers.items()}
    known = {each.id: each for each in sections}
    known |= {each.id: each for each in _new_sections(comers, known)}
    elsewhere = {below for each in placed for below in tree.with_all_below(each)}
    for each in dropped:
        tree.remove(each.id)
    tree.put(placed)
    order = [known[each] for each in tree.with_all_below(None)]
    return Rearranged(
        sections=tuple(_standing(order, tree, elsewhere)),
        dropped=dropped,
        sources=droppers
        | {key: frozenset(each.id for each in group) for key, group in comers.items()},
    )


def labelled(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections with the numbers that their titles and places give them."""
    labels = number_labels([(each.title, each.level) for each in sections])
    return tuple(
        each if each.label == label else replace(each, label=label)
        for each, label in zip(sections, labels, strict=True)
    )


def _droppers(amendments: Iterable[Amendment], tree: Tree) -> dict[str, frozenset[str]]:
    """Return for each section that goes by which amendments."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for each in amendments:
        if each.drops:
            for section_id in tree.with_all_below(each.section_id):
                found[section_id] |= {each.id}
    return dict(found)


def _comers(amendments: Iterable[Amendment]) -> dict[str, list[Amendment]]:
    """Return what moves or is new, by id; equal amendments make one section, with the first id."""
    found: dict[object, list[Amendment]] = defaultdict(list)
    for each in sorted(amendments, key=lambda each: each.id):
        if each.places:
            found[each.place, comer(each)].append(each)
    return {
        group[0].id if group[0].kind is ProposalKind.INSERT else group[0].section_id: group
        for group in found.values()
    }


def _new_sections(
    comers: Mapping[str, Sequence[Amendment]], known: Mapping[str, Section]
) -> Iterator[Section]:
    """Yield the sections that are new, with what they have in common with their anchors."""
    for identifier, (first, *_) in comers.items():
        if first.kind is ProposalKind.INSERT:
            beside = known[first.place[0]]
            title, blocks = first.offered.title, first.offered.blocks
            yield Section(
                id=identifier,
                concept_id=beside.concept_id,
                version_id="",
                number=1,
                title=title,
                level=beside.level,
                position=beside.position,
                parent_id=None,
                blocks=blocks,
                fingerprint=fingerprint(title, blocks),
                interval_months=beside.interval_months,
                competence=beside.competence,
            )


def _standing(
    order: Iterable[Section], tree: Tree, elsewhere: Collection[str]
) -> Iterator[Section]:
    """Yield the sections with parent, level and position; these stay where they can.

    A section whose position is another one counts as changed, so there should be few of them.
    """
    last = -1
    for each in order:
        position = last + 1 if each.id in elsewhere else max(last + 1, each.position)
        stands = (tree.parents[each.id], tree.level(each.id), position)
        stood = (each.parent_id, each.level, each.position)
        last = position
        if stands == stood:
            yield each
        else:
            parent_id, level, position = stands
            yield replace(each, parent_id=parent_id, level=level, position=position)
