"""Which amendments cannot stand together, which meet in a sentence, and which say the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from concept_review.amendment import Amendment, Clash, ClashKind
from concept_review.batch import compose_concept
from concept_review.carried import carried_over
from concept_review.meeting import meetings
from concept_review.misplaced import comer
from concept_review.outline import text_of_blocks
from concept_review.rebase import Wording
from concept_review.section import Section

Pair = tuple[str, str]


class RivalKind(StrEnum):
    """How an amendment stands to the wording that somebody is typing."""

    IDENTICAL = "identical"
    CONTRADICTS = "contradicts"
    SAME_SENTENCE = "same_sentence"
    """It changes the same sentence, at another place in it."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class RivalHit:
    """An amendment of the section in which somebody types, and how it stands to that."""

    amendment_id: str
    kind: RivalKind


@dataclass(frozen=True, slots=True)
class Rivalry:
    """How amendments stand to each other; each relation is mutual, and ids come sorted."""

    clashes: tuple[Clash, ...]
    rivals: frozenset[Pair]
    neighbours: frozenset[Pair]
    equals: frozenset[Pair]

    def rivals_of(self, identifier: str) -> tuple[str, ...]:
        """Return those that cannot stand together with an amendment."""
        return _others(self.rivals, identifier)

    def same_sentence(self, identifier: str) -> tuple[str, ...]:
        """Return those that can, but change the same sentence."""
        return _others(self.neighbours, identifier)

    def identical(self, identifier: str) -> tuple[str, ...]:
        """Return those that want the very same."""
        return _others(self.equals, identifier)


def rivalry(sections: Sequence[Section], amendments: Sequence[Amendment]) -> Rivalry:
    """Return how the amendments of a concept stand to each other, in whatever order they come."""
    clashes = compose_concept(sections, amendments).clashes
    rivals = {pair for clash in clashes for pair in _across(clash.sides)}
    neighbours: set[Pair] = set()
    for section, group in _reworded(sections, amendments):
        carried = carried_over(section, group)
        met = meetings(text_of_blocks(section.blocks), [each.text for each in carried])
        # Carried over in the order of their ids, so the pairs of ids are in order too.
        ids = [group[each.place].id for each in carried]
        neighbours |= {(ids[one], ids[other]) for one, other in met.neighbours}
        rivals |= {(ids[one], ids[other]) for one, other in met.rivals}
        rivals |= {
            (ids[one], ids[other])
            for one, other in combinations(range(len(ids)), 2)
            if _rival_titles(section.title, carried[one].wording, carried[other].wording)
        }
    for clash in clashes:
        rivals |= _unexplained(clash, rivals)
    return Rivalry(
        clashes, frozenset(rivals), frozenset(neighbours - rivals), frozenset(_equals(amendments))
    )


def rivals_while_typing(
    section: Section, offered: Wording, amendments: Sequence[Amendment]
) -> tuple[RivalHit, ...]:
    """Return how the amendments of a section stand to a wording of it, the nearest first.

    An empty wording drops the section. Amendments of other sections are left out.
    """
    own = [each for each in amendments if section.id in (each.section_id, each.place[0])]
    kinds = {each.id: _beside(each, offered) for each in own if not each.rewords}
    carried = carried_over(section, own)
    texts = [text_of_blocks(offered.blocks), *(each.text for each in carried)]
    met = meetings(text_of_blocks(section.blocks), texts, of=0)
    for place, each in enumerate(carried, start=1):
        kind = RivalKind.APART
        if (texts[place], each.wording.title) == (texts[0], offered.title):
            kind = RivalKind.IDENTICAL
        elif (0, place) in met.rivals or _rival_titles(section.title, offered, each.wording):
            kind = RivalKind.CONTRADICTS
        elif (0, place) in met.neighbours:
            kind = RivalKind.SAME_SENTENCE
        kinds[own[each.place].id] = kind
    nearest = list(RivalKind)
    hits = (RivalHit(identifier, kind) for identifier, kind in kinds.items())
    return tuple(sorted(hits, key=lambda hit: (nearest.index(hit.kind), hit.amendment_id)))


def _others(pairs: Iterable[Pair], identifier: str) -> tuple[str, ...]:
    found = (set(pair) - {identifier} for pair in pairs if identifier in pair)
    return tuple(sorted(set().union(*found)))


def _across(sides: Sequence[Sequence[str]]) -> Iterator[Pair]:
    """Yield each two ids of different sides."""
    for one, other in combinations(sides, 2):
        for pair in product(one, other):
            yield min(pair), max(pair)


def _unexplained(clash: Clash, rivals: Iterable[Pair]) -> set[Pair]:
    """Return each two sides of conflicts of which no two are rivals by themselves."""
    found: set[Pair] = set()
    for conflict in clash.conflicts if clash.kind is ClashKind.WORDING else ():
        ids = [[clash.amendment_ids[place] for place in group] for group in conflict.authors]
        pairs = set(_across(ids))
        found |= pairs if pairs.isdisjoint(rivals) else set()
    return found


def _reworded(
    sections: Iterable[Section], amendments: Iterable[Amendment]
) -> Iterator[tuple[Section, list[Amendment]]]:
    """Yield the sections that several amendments reword, with these."""
    groups: dict[str, list[Amendment]] = defaultdict(list)
    for each in amendments:
        if each.rewords:
            groups[each.section_id].append(each)
    for section in sections:
        if len(groups[section.id]) > 1:
            yield section, groups[section.id]


def _rival_titles(now: str, one: Wording, other: Wording) -> bool:
    return len({now, one.title, other.title}) == 3


def _equals(amendments: Iterable[Amendment]) -> Iterator[Pair]:
    groups: dict[object, list[str]] = defaultdict(list)
    for each in amendments:
        wording = each.offered.title, text_of_blocks(each.offered.blocks)
        wanted = (each.place, comer(each)) if each.places else (each.section_id, wording)
        groups[each.places, wanted].append(each.id)
    for ids in groups.values():
        yield from combinations(sorted(ids), 2)


def _beside(amendment: Amendment, offered: Wording) -> RivalKind:
    """Return how one that drops or places a section stands to what is typed."""
    typed_drops = not offered.title and not offered.blocks
    if amendment.drops == typed_drops:
        return RivalKind.IDENTICAL if typed_drops else RivalKind.APART
    return RivalKind.CONTRADICTS
