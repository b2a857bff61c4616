"""Which needs of one organisation another one can meet, and the other way round."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from network.matching_needs import Key, fits, meeting, need_key, offer_keys
from network.organization import Organization


@dataclass(frozen=True, slots=True)
class Match:
    """An offer of one organisation that meets a need of another one."""

    need: str
    needing_id: str
    offer: str
    offering_id: str


class Exchange:
    """All offers and needs of a network, compared once."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        """Compare what all of them need with what all of them offer."""
        self._known = {each.id: each for each in organizations}
        self._needing: dict[Key, dict[str, None]] = {}
        self._offering: dict[Key, dict[str, None]] = {}
        for each in self._known.values():
            for need in each.needs:
                self._needing.setdefault(need_key(need), {})[each.id] = None
            for key in (key for offer in each.offers for key in offer_keys(offer)):
                self._offering.setdefault(key, {})[each.id] = None
        self._meeting = meeting(self._needing, self._offering)
        self._met_by: dict[Key, list[Key]] = {}
        for wanted, given in self._meeting.items():
            for key in given:
                self._met_by.setdefault(key, []).append(wanted)

    def met_needs(self, organization_id: str) -> Iterator[Match]:
        """Return who offers what an organisation needs: each other one once for a need."""
        own = self._known.get(organization_id)
        for need in dict.fromkeys(own.needs if own else ()):
            keys = self._meeting.get(need_key(need), ())
            others = dict.fromkeys(other for key in keys for other in self._offering[key])
            for other in (self._known[each] for each in others if each != organization_id):
                offer = next(each for each in other.offers if fits(need, each))
                yield Match(need, organization_id, offer, other.id)

    def met_by_offers(self, organization_id: str) -> Iterator[Match]:
        """Return who needs what an organisation offers: each other one once for an offer."""
        own = self._known.get(organization_id)
        for offer in dict.fromkeys(own.offers if own else ()):
            keys = [need for key in offer_keys(offer) for need in self._met_by.get(key, ())]
            others = dict.fromkeys(other for key in keys for other in self._needing[key])
            for other in (self._known[each] for each in others if each != organization_id):
                need = next(each for each in other.needs if fits(each, offer))
                yield Match(need, other.id, offer, organization_id)
