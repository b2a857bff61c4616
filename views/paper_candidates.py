"""Which proposals can go before the bodies, what hinders the others, and who are rivals."""

from collections.abc import Sequence
from dataclasses import dataclass

from concept_review.proposal import Proposal
from concept_review.rivalry import rivalry
from concept_review.section import Section
from concept_review.tabling import Hindrance, NotReady, check_tabling
from data.amendments import amendments, composed, gone_ids, stale_ids
from data.store import Store


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal under discussion, what hinders it, and those it cannot stand together with."""

    proposal: Proposal
    hindrances: tuple[Hindrance, ...]
    rivals: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether it can be put before the bodies, at least as an alternative."""
        return not self.hindrances


def candidates(
    store: Store, text: Sequence[Section], talked: Sequence[Proposal]
) -> list[Candidate]:
    """Return the proposals under discussion, ready ones first, in the order of the text."""
    found = _hindrances(store, text, talked)
    ready = [each for each in talked if each.id not in found]
    known = rivalry(text, amendments(store, ready))
    made = [Candidate(each, found.get(each.id, ()), known.rivals_of(each.id)) for each in talked]
    places = {each.id: place for place, each in enumerate(text)}
    last = len(places)
    return sorted(
        made, key=lambda each: (not each.ready, places.get(each.proposal.section_id, last))
    )


def rival_groups(
    store: Store, text: Sequence[Section], chosen: Sequence[Proposal]
) -> list[list[Proposal]]:
    """Return the groups of proposals that cannot all stand together, each in the order given."""
    groups: list[set[str]] = []
    for clash in composed(store, text, chosen).clashes:
        own = set(clash.amendment_ids)
        touching = [each for each in groups if each & own]
        groups = [each for each in groups if not each & own]
        groups.append(own.union(*touching))
    found = [[each for each in chosen if each.id in group] for group in groups]
    return [each for each in found if len(each) > 1]


def _hindrances(
    store: Store, text: Sequence[Section], talked: Sequence[Proposal]
) -> dict[str, tuple[Hindrance, ...]]:
    present = {each.id: each for each in text}
    try:
        check_tabling(
            talked,
            stale=stale_ids(store, talked, present),
            gone=gone_ids(talked, present),
            clashing=(),
            as_alternatives=True,
        )
    except NotReady as unready:
        return unready.hindrances
    return {}
