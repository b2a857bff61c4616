"""A whole concept with many amendments at once: what it would say, and what clashes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from concept_review.amendment import Amendment, Clash, ClashKind, Composed
from concept_review.contested import JointWording, joint_wordings
from concept_review.fingerprint import fingerprint
from concept_review.joint_wording import SectionComposition, compose_section
from concept_review.misplaced import gone, misplaced
from concept_review.placing import Tree
from concept_review.rearranging import labelled, rearranged
from concept_review.rebase import Wording
from concept_review.section import Section

__all__ = [
    "Amendment",
    "Clash",
    "ClashKind",
    "Composed",
    "SectionComposition",
    "compose_concept",
    "compose_section",
]


def compose_concept(sections: Sequence[Section], amendments: Sequence[Amendment]) -> Composed:
    """Return the concept with all amendments taken in that leave each other alone.

    `sections` are the whole concept in document order. Where there is a clash the text stays as
    it is. An amendment of an older text is carried over to the present one first. The order of
    the amendments, whose ids must differ, changes nothing.
    """
    present = {each.id: each for each in sections}
    ordered = sorted(amendments, key=lambda each: each.id)
    lost = list(gone(ordered, present))
    standing = without(ordered, lost)
    apart = list(misplaced(standing, present, Tree(sections)))
    worded = joint_wordings(present, standing)
    contested = [clash for each in worded.values() for clash in each.clashes]
    made = rearranged(sections, without(standing, apart))
    held = {identifier for clash in apart for identifier in clash.amendment_ids}
    said = {key: each for key, each in worded.items() if not held & each.ids}
    return Composed(
        sections=labelled([_said(each, said.get(each.id)) for each in made.sections]),
        dropped=made.dropped,
        clashes=tuple(_sorted([*lost, *apart, *contested], present)),
        sources=_joined(made.sources, {key: each.sources for key, each in said.items()}),
    )


def without(amendments: Iterable[Amendment], clashes: Iterable[Clash]) -> list[Amendment]:
    """Return the amendments that are in none of the clashes."""
    held = {identifier for clash in clashes for identifier in clash.amendment_ids}
    return [each for each in amendments if each.id not in held]


def _said(section: Section, wanted: JointWording | None) -> Section:
    if wanted is None or wanted.wording == Wording(section.title, section.blocks):
        return section
    title, blocks = wanted.wording.title, wanted.wording.blocks
    return replace(section, title=title, blocks=blocks, fingerprint=fingerprint(title, blocks))


def _sorted(clashes: Iterable[Clash], present: Mapping[str, Section]) -> list[Clash]:
    places = {each: place for place, each in enumerate(present)}
    last = len(places)
    return sorted(
        clashes,
        key=lambda each: (places.get(each.section_id, last), each.kind, each.amendment_ids),
    )


def _joined(*sources: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for each in sources:
        for section_id, ids in each.items():
            found[section_id] |= ids
    return {section_id: tuple(sorted(ids)) for section_id, ids in found.items() if ids}
