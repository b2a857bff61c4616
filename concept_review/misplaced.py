"""Wishes about whole sections that cannot be granted together: to go, to move, to come."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.merge import Conflict
from concept_review.outline import text_of_blocks
from concept_review.placing import Place, Tree, circles
from concept_review.proposal import ProposalKind, same_text
from concept_review.rebase import Wording
from concept_review.section import Section


def gone(amendments: Iterable[Amendment], present: Mapping[str, Section]) -> Iterator[Clash]:
    """Yield those whose section or anchor is no longer there, or that name none."""
    for each in amendments:
        anchor_id = each.place[0] if each.places else each.section_id
        if each.section_id not in present or anchor_id not in present:
            yield Clash(each.section_id, (each.id,), (), ClashKind.GONE)


def misplaced(
    amendments: Sequence[Amendment], present: Mapping[str, Section], tree: Tree
) -> Iterator[Clash]:
    """Yield all that clashes about where sections stand, and whether they do."""
    found = [
        *dropped_otherwise(amendments, present),
        *dropped_and_wanted(amendments, present, tree),
        *crowded(amendments),
    ]
    held = {identifier for clash in found for identifier in clash.amendment_ids}
    yield from found
    yield from circular([each for each in amendments if each.id not in held], tree)


def dropped_otherwise(
    amendments: Iterable[Amendment], present: Mapping[str, Section]
) -> Iterator[Clash]:
    """Yield those that would drop a section which says something else by now."""
    for each in amendments:
        now = present[each.section_id]
        if each.drops and not same_text(each.base, Wording(now.title, now.blocks)):
            base, text = text_of_blocks(each.base.blocks), text_of_blocks(now.blocks)
            conflict = Conflict(base, (text, ""), 0, len(base), ((), (0,)))
            yield Clash(each.section_id, (each.id,), (conflict,), ClashKind.BASE)


def dropped_and_wanted(
    amendments: Sequence[Amendment], present: Mapping[str, Section], tree: Tree
) -> Iterator[Clash]:
    """Yield the sections that shall go, while others want something with them or below them."""
    drops: dict[str, list[str]] = defaultdict(list)
    for each in amendments:
        if each.drops:
            drops[each.section_id].append(each.id)
    for section_id, ids in drops.items():
        inside = frozenset(tree.with_all_below(section_id))
        wanting = [
            each
            for each in amendments
            if not each.drops
            and (each.section_id in inside or (each.places and each.place[0] in inside))
        ]
        if wanting:
            clash = _clash(section_id, ClashKind.DROPPED, [ids, [each.id for each in wanting]])
            yield replace(clash, conflicts=tuple(_words_at_stake(clash, wanting, present)))


def _words_at_stake(
    clash: Clash, wanting: Iterable[Amendment], present: Mapping[str, Section]
) -> Iterator[Conflict]:
    """Yield what others want to say in the sections that would go."""
    offered: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in wanting:
        if each.rewords:
            text = text_of_blocks(each.offered.blocks)
            offered[each.section_id][text].add(clash.amendment_ids.index(each.id))
    drops = {place for place, each in enumerate(clash.amendment_ids) if each in clash.sides[0]}
    for section_id in sorted(offered, key=lambda each: present[each].position):
        base = text_of_blocks(present[section_id].blocks)
        wanted = {**offered[section_id], "": offered[section_id].get("", set()) | drops}
        rivals = tuple(sorted(wanted))
        authors = tuple(tuple(sorted(wanted[each])) for each in rivals)
        yield Conflict(base, rivals, 0, len(base), authors)


def crowded(amendments: Iterable[Amendment]) -> Iterator[Clash]:
    """Yield sections wanted at several places, and places where several sections are wanted."""
    targets: dict[str, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    comers: dict[Place, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in amendments:
        if each.places:
            comers[each.place][comer(each)].append(each.id)
        if each.kind is ProposalKind.MOVE:
            targets[each.section_id][each.place].append(each.id)
    rivalling = [*targets.items(), *((place[0], found) for place, found in comers.items())]
    for section_id, sides in rivalling:
        if len(sides) > 1:
            yield _clash(section_id, ClashKind.PLACE, sides.values())


def circular(amendments: Iterable[Amendment], tree: Tree) -> Iterator[Clash]:
    """Yield moves of which each would carry its section below what another one moves."""
    placed: dict[str, Place] = {}
    ids: dict[str, list[str]] = defaultdict(list)
    for each in amendments:
        if each.kind is ProposalKind.MOVE:
            placed[each.section_id] = each.place
            ids[each.section_id].append(each.id)
    while found := circles(placed, tree):
        for circle in found:
            yield _clash(min(circle), ClashKind.PLACE, [ids[each] for each in circle])
            for section_id in circle:
                del placed[section_id]


def comer(amendment: Amendment) -> Hashable:
    """Return what comes to a place: a section that is there, or the words of a new one."""
    if amendment.kind is ProposalKind.MOVE:
        return amendment.section_id
    return amendment.offered.title, text_of_blocks(amendment.offered.blocks)


def _clash(section_id: str, kind: ClashKind, sides: Iterable[Iterable[str]]) -> Clash:
    ordered = [tuple(sorted(side)) for side in sides]
    if kind is ClashKind.PLACE:
        ordered.sort()
    ids = tuple(sorted(identifier for side in ordered for identifier in side))
    return Clash(section_id, ids, (), kind, tuple(ordered))
