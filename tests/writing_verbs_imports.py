"""Samples of the writing verbs on the network, for the law of the write gate."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import network_imports
from data.store import Store
from network.exchange.foreign import ForeignNetwork
from network.exchange.reading import read_network
from tests.conftest import COORDINATOR
from tests.writing_verbs import Sample


def a_foreign_network() -> ForeignNetwork:
    """Return a network of three nodes and two ties from a file."""
    return read_network("Von;Nach;Art\nBüro;Rat;advises\nRat;Träger;funds\n".encode(), "x.csv")


def _import_foreign(_store: Store) -> Callable[[Store, Identity], object]:
    foreign = a_foreign_network()
    return lambda s, actor: network_imports.import_foreign(s, actor, foreign)


SAMPLES: Mapping[str, Sample] = {
    "network_imports.import_foreign": Sample(COORDINATOR, _import_foreign),
}
