"""All of the network that is open to everybody, with times, for other programs."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from data.former_names import all_former_names
from data.roster import roster
from data.store import Store
from data.upkeep import possibly_outdated
from network.open_data.publishing import PublicNetwork, Times

_TABLES: Final = ("organizations", "posts", "memberships", "relations", "topics")


def public_network(store: Store, day: date) -> PublicNetwork:
    """Return what anybody may know on a day."""
    return PublicNetwork(
        roster(store),
        _times(store),
        _led_on(store),
        possibly_outdated(store, day),
        all_former_names(store),
    )


def public_state(store: Store) -> str:
    """Return a text that changes with every change of a public record, and with no other.

    Signing in or an inner remark leaves it as it is, so that caches of others stay good and
    nobody sees from outside when somebody was at work.
    """
    found: list[str] = []
    for table in _TABLES:
        (row,) = store.query(f"select count(*) as n, max(modified_at) as last from {table}")  # noqa: S608  (the names stand above)
        found.append(f"{row['n']} {row['last']}")
    return "|".join(found)


def changed_at(network: PublicNetwork) -> str:
    """Return when anything in the public network was last changed, "" where it is empty."""
    return max((each.modified for each in network.times.values()), default="")


def _times(store: Store) -> Mapping[str, Times]:
    found: dict[str, Times] = {}
    for table in _TABLES:
        rows = store.query(f"select id, created_at, modified_at from {table}")  # noqa: S608  (as above)
        found |= {row["id"]: Times(row["created_at"], row["modified_at"]) for row in rows}
    return found


def _led_on(store: Store) -> Mapping[str, str]:
    rows = store.query(
        "select id, merged_into_id from organizations where merged_into_id is not null"
    )
    return {row["id"]: row["merged_into_id"] for row in rows}
