"""The sections that several people reword: what each would say, and what is contested."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.joint_wording import SectionComposition, compose_section
from concept_review.merge import Conflict
from concept_review.rebase import Wording
from concept_review.section import Section

_OFFERED = 1  # the place of the amendment in what `rebase` finds; that of the present text is 0


@dataclass(frozen=True, slots=True)
class JointWording:
    """What a section would say, and the ids of the amendments: all, and those taken in."""

    wording: Wording
    ids: frozenset[str]
    sources: frozenset[str]
    clashes: tuple[Clash, ...]


def joint_wordings(
    present: Mapping[str, Section], amendments: Iterable[Amendment]
) -> dict[str, JointWording]:
    """Return for each section that somebody rewords what becomes of it."""
    groups: dict[str, list[Amendment]] = defaultdict(list)
    for each in amendments:
        if each.rewords:
            groups[each.section_id].append(each)
    return {key: _joint_wording(present[key], group) for key, group in groups.items()}


def _joint_wording(section: Section, amendments: Sequence[Amendment]) -> JointWording:
    made = compose_section(section, amendments)
    return JointWording(
        wording=made.wording,
        ids=frozenset(each.id for each in amendments),
        sources=frozenset(amendments[place].id for place in made.taken),
        clashes=tuple(clashes_of(section.id, amendments, made)),
    )


def clashes_of(
    section_id: str, amendments: Sequence[Amendment], made: SectionComposition
) -> Iterator[Clash]:
    """Yield the clashes of amendments with the text and with each other.

    `made` is what `compose_section` made of the amendments. Conflicts that have an author in
    common are one clash.
    """
    for place, conflicts in sorted(made.contradictions.items()):
        own = (amendments[place].id,)
        yield Clash(section_id, own, tuple(map(_with_text, conflicts)), ClashKind.BASE)
    for group in _connected(made.conflicts):
        places = {place for each in group for authors in each.authors for place in authors}
        ids = tuple(sorted(amendments[place].id for place in places))
        named = tuple(_renamed(each, amendments, ids) for each in group)
        yield Clash(section_id, ids, named, ClashKind.WORDING)


def _with_text(conflict: Conflict) -> Conflict:
    """Return a conflict of one amendment, at place 0, with the text, which has no author."""
    authors = tuple((0,) if _OFFERED in each else () for each in conflict.authors)
    return replace(conflict, authors=authors)


def _connected(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    """Return the conflicts in groups that share no author, each in the order of the text."""
    groups: list[tuple[set[int], list[Conflict]]] = []
    for conflict in conflicts:
        authors = {place for each in conflict.authors for place in each}
        own = [conflict]
        for group in [group for group in groups if group[0] & authors]:
            groups.remove(group)
            authors |= group[0]
            own = group[1] + own
        groups.append((authors, own))
    order = {id(each): place for place, each in enumerate(conflicts)}
    return [sorted(own, key=lambda each: order[id(each)]) for _, own in groups]


def _renamed(conflict: Conflict, amendments: Sequence[Amendment], ids: Sequence[str]) -> Conflict:
    """Return a conflict with its authors as places among these ids."""
    return replace(
        conflict,
        authors=tuple(
            tuple(sorted(ids.index(amendments[place].id) for place in each))
            for each in conflict.authors
        ),
    )
