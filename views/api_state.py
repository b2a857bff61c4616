"""What the HTTP interface knows: read once for all until something public changes."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from data.clock import today
from data.public_concept import PublicConcept, public_concepts
from data.public_network import changed_at, public_network, public_state
from data.roster import data_version
from network.naming import fold, search_forms
from network.open_data.publishing import PublicNetwork, Publisher
from network.organization import Membership, Organization, Relation
from views.connection import opened_store
from views.settings import settings

_LOADING = threading.Lock()
"""Two readers at once would both read everything."""


@dataclass(frozen=True, eq=False)
class NetworkState:
    """The public network in the order in which lists show it; nothing depends on who asks."""

    network: PublicNetwork
    publisher: Publisher
    changed: str

    @cached_property
    def by_id(self) -> dict[str, Organization]:
        """The organisations by id."""
        return {each.id: each for each in self.network.roster.organizations}

    @cached_property
    def organizations(self) -> list[Organization]:
        """The organisations by name."""
        return sorted(self.by_id.values(), key=lambda each: (fold(each.name), each.id))

    @cached_property
    def searched(self) -> dict[str, str]:
        """The folded names of each organisation, for `q`."""
        return {
            each.id: search_forms(" ".join((each.name, each.short_name, *each.other_names)))
            for each in self.by_id.values()
        }

    @cached_property
    def memberships(self) -> list[Membership]:
        """The public memberships by id."""
        return sorted(self.publisher.memberships(), key=lambda each: each.id)

    @cached_property
    def relations(self) -> list[Relation]:
        """The public ties by id."""
        return sorted(self.publisher.ties(), key=lambda each: each.id)


def network_state() -> NetworkState:
    """Return the public network as it stands now."""
    with opened_store() as store:
        version = data_version(store)
    file, site = settings().database, settings().public_url
    with _LOADING:
        return _network(file, site, _state(file, version), today())


def concept_state() -> Sequence[PublicConcept]:
    """Return the concepts as they stand now, the newest first."""
    with opened_store() as store:
        version = data_version(store)
    with _LOADING:
        return _concepts(settings().database, version, today())


@lru_cache(maxsize=4)
def _state(_file: Path, version: int) -> str:
    del version
    with opened_store() as store:
        return public_state(store)


@lru_cache(maxsize=2)
def _network(_file: Path, site: str, state: str, day: date) -> NetworkState:
    del state
    with opened_store() as store:
        network = public_network(store, day)
    return NetworkState(network, Publisher(network, site), changed_at(network))


@lru_cache(maxsize=2)
def _concepts(_file: Path, version: int, day: date) -> Sequence[PublicConcept]:
    del version
    with opened_store() as store:
        return public_concepts(store, day)
