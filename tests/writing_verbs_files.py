"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import Identity
from data import network_imports
from data.store import Store
from tests.conftest import COORDINATOR
from tests.writing_verbs import Sample
from tests.writing_verbs_imports import a_foreign_network


def _carry_out(_store: Store) -> Callable[[Store, Identity], object]:
    order = network_imports.Order(foreign=a_foreign_network())
    return lambda s, actor: network_imports.carry_out(s, actor, order)


SAMPLES: Mapping[str, Sample] = {
    "network_imports.carry_out": Sample(COORDINATOR, _carry_out),
}
READING: frozenset[str] = frozenset()
HELPERS: frozenset[str] = frozenset()
