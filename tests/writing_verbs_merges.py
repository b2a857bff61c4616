"""A sample of every writing verb of this part; see `writing_verbs`."""

from collections.abc import Callable, Mapping
from datetime import date

from accounts.identity import Identity
from data import continuations, dissolutions, distinct, heirs, merges, renames
from data.store import Store
from network.organization import Classification
from tests.conftest import COORDINATOR
from tests.writing_verbs import Sample
from tests.writing_verbs_advice import a_city

Call = Callable[[Store, Identity], object]
DAY = date(2020, 1, 1)


def revision(store: Store, identifier: str) -> int:
    """Return the revision of an organisation."""
    return int(store.get("organizations", identifier)["revision"])


def merge_now(store: Store, gone: str, kept: str, actor: Identity = COORDINATOR) -> merges.Merge:
    """Merge two entries as they are."""
    return merges.merge(
        store,
        actor,
        gone,
        kept,
        expected_gone=revision(store, gone),
        expected_kept=revision(store, kept),
    )


def _rename(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        club = a_city(store)["verein"]
        return lambda s, actor: renames.rename(
            s, actor, club, "Gute Nachbarn", "GN", since=DAY, expected=1 + shift
        )

    return prepare


def _merge(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        keys = a_city(store)
        gone = revision(store, keys["alt"]) + shift
        kept = revision(store, keys["neu"])
        return lambda s, actor: merges.merge(
            s, actor, keys["alt"], keys["neu"], expected_gone=gone, expected_kept=kept
        )

    return prepare


def _undo(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        keys = a_city(store)
        done = merge_now(store, keys["verein"], keys["gb3"])
        return lambda s, actor: merges.undo_merge(s, actor, done.id, expected=1 + shift)

    return prepare


def _succeed(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        keys = a_city(store)
        heir = heirs.NewOrganization("Haus der Nachbarn", Classification.ASSOCIATION)
        known = {keys["verein"]: 1 + shift}
        return lambda s, actor: heirs.succeed(
            s, actor, [keys["verein"]], heir, on=DAY, carried=heirs.Carried(), expected=known
        )

    return prepare


def _undo_succession(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        _succeed(0)(store)(store, COORDINATOR)
        (done,) = continuations.continuations(store, COORDINATOR)
        return lambda s, actor: continuations.undo_continuation(
            s, actor, done.id, expected=1 + shift
        )

    return prepare


def _dissolve(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        club = a_city(store)["verein"]
        return lambda s, actor: dissolutions.dissolve(s, actor, club, on=DAY, expected=1 + shift)

    return prepare


def _take_back(shift: int) -> Callable[[Store], Call]:
    def prepare(store: Store) -> Call:
        club = a_city(store)["verein"]
        done = dissolutions.dissolve(store, COORDINATOR, club, on=DAY, expected=1)
        return lambda s, actor: dissolutions.take_back(s, actor, done.id, expected=1 + shift)

    return prepare


def _distinct(store: Store) -> Call:
    keys = a_city(store)
    return lambda s, actor: distinct.say_distinct(s, actor, keys["alt"], keys["neu"])


SAMPLES: Mapping[str, Sample] = {
    "renames.rename": Sample(COORDINATOR, _rename(0), _rename(1)),
    "merges.merge": Sample(COORDINATOR, _merge(0), _merge(1)),
    "merges.undo_merge": Sample(COORDINATOR, _undo(0), _undo(1)),
    "heirs.succeed": Sample(COORDINATOR, _succeed(0), _succeed(1)),
    "continuations.undo_continuation": Sample(
        COORDINATOR, _undo_succession(0), _undo_succession(1)
    ),
    "dissolutions.dissolve": Sample(COORDINATOR, _dissolve(0), _dissolve(1)),
    "dissolutions.take_back": Sample(COORDINATOR, _take_back(0), _take_back(1)),
    "distinct.say_distinct": Sample(COORDINATOR, _distinct),
}
READING: frozenset[str] = frozenset(
    {
        "merges.merges",
        "continuations.continuations",
        "dissolutions.dissolutions",
        "dissolutions.left_behind",
        "distinct.distinct_pairs",
    }
)
HELPERS: frozenset[str] = frozenset({"continuations.keep_continuation"})
