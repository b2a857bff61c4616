"""A made-up town or region of any size, to measure and to try with.

`python -m benchmarks.town 2000 --database x.db` writes one into a database, through the gate
for changes and with the places of its picture; from 50,000 organisations on it is a region.
"""

import argparse
import time
from dataclasses import replace
from pathlib import Path

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from accounts.event import Verb
from accounts.identity import OPERATOR
from accounts.permissions import Permission
from benchmarks.town_maker import Maker
from benchmarks.town_words import PLACES
from data.change import change
from data.identifier import new_id
from data.organizations import insert_organization
from data.positions import place_new
from data.rows import to_row
from data.sqlite_store import SqliteStore
from data.store import Store
from network.organization import Roster

_TOWN = 2_500
"""So many organisations make one town of a region."""


def town(n: int, seed: int = 2014) -> Roster:
    """Return n organisations of one town, with posts and about 2.5 ties for each of them."""
    return Maker(n, seed).made()


def region(n: int, seed: int = 2014) -> Roster:
    """Return n organisations in towns, with some ties between neighbouring towns."""
    whole = Roster()
    ends: list[str] = []
    for number, start in enumerate(range(0, n, _TOWN)):
        turn, place = divmod(number, len(PLACES))
        name = PLACES[place] + (f" {turn + 1}" if turn else "")
        maker = Maker(min(_TOWN, n - start), seed + number, prefix=f"{number:03}-", place=name)
        maker.abroad = ends
        made = maker.made()
        ends = [each.id for each in made.organizations[-200:]]
        whole = replace(
            whole,
            organizations=whole.organizations + made.organizations,
            posts=whole.posts + made.posts,
            memberships=whole.memberships + made.memberships,
            relations=whole.relations + made.relations,
            topics=whole.topics or made.topics,
        )
    return whole


def load(store: Store, made: Roster) -> None:
    """Write a roster into an empty store as one recorded change, with places for the map."""
    subject = ("network", new_id())
    with change(store, OPERATOR, Permission.NETWORK_IMPORT, Verb.IMPORTED, subject) as detail:
        store.insert_all("topics", (to_row(each) for each in made.topics))
        for each in made.organizations:
            insert_organization(store, each)
        store.insert_all("posts", (to_row(each) for each in made.posts))
        store.insert_all("memberships", (to_row(each) for each in made.memberships))
        store.insert_all("relations", (to_row(each) for each in made.relations))
        place_new(store)
        detail["organizations"] = len(made.organizations)


def main() -> None:
    """Write a town of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("--database", type=Path, required=True)
    asked = parser.parse_args()
    begun = time.perf_counter()
    store = SqliteStore(asked.database)
    store.migrate()
    load(store, (region if asked.size >= 50_000 else town)(asked.size))
    store.close()
    print(f"{asked.size} organisations in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
