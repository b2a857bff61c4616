"""Samples of the writing verbs of the network explorer, as in `writing_verbs`."""

from collections.abc import Callable, Mapping

from accounts.identity import OPERATOR, Identity
from data import introductions, posts, ties
from data.cities import import_network
from data.city_files import read_city
from data.introductions import IntroductionStatus, record_introduction
from data.store import Store
from data.ties import Outcome, TieTable
from network.organization import Occupancy
from tests.conftest import COORDINATOR
from tests.writing_verbs import CITY, Sample

Call = Callable[[Store, Identity], object]


def a_city(store: Store) -> dict[str, str]:
    """Import the small city and return the ids of its keys."""
    return import_network(store, OPERATOR, read_city(CITY))


def _introduce(store: Store) -> Call:
    keys = a_city(store)
    pair = (keys["verein"], keys["neu"])
    return lambda s, actor: record_introduction(s, actor, pair, IntroductionStatus.MADE)


def _introduce_again(store: Store) -> Call:
    keys = a_city(store)
    pair = (keys["verein"], keys["neu"])
    record_introduction(store, COORDINATOR, pair, IntroductionStatus.NOT_NEEDED)
    return lambda s, actor: record_introduction(s, actor, pair[::-1], IntroductionStatus.MADE)


def _reopen(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        keys = a_city(store)
        pair = (keys["verein"], keys["neu"])
        said = record_introduction(store, COORDINATOR, pair, IntroductionStatus.MADE)
        return lambda s, actor: introductions.reopen_introduction(
            s, actor, said.id, expected=said.revision + shift
        )

    return prepare


def _fill(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        post = a_city(store)["koordination"]
        return lambda s, actor: posts.set_occupancy(
            s, actor, post, Occupancy.VACANT, expected=1 + shift
        )

    return prepare


def _settle(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        keys = a_city(store)
        tie = store.find("relations", subject_id=keys["verein"])[0]
        return lambda s, actor: ties.settle_tie(
            s,
            actor,
            TieTable.RELATIONS,
            tie["id"],
            Outcome.CONFIRMED,
            keys["gb3"],
            expected=1 + shift,
        )

    return prepare


SAMPLES: Mapping[str, Sample] = {
    "introductions.record_introduction": Sample(COORDINATOR, _introduce, _introduce_again),
    "introductions.reopen_introduction": Sample(COORDINATOR, _reopen(0), _reopen(1)),
    "posts.set_occupancy": Sample(COORDINATOR, _fill(0), _fill(1)),
    "ties.settle_tie": Sample(COORDINATOR, _settle(0), _settle(1)),
}
