"""How long it takes to say what is to be done in a town of 500, 2,000 and 10,000 organisations.

`PYTHONPATH=. python benchmarks/advising.py` makes a town with topics, districts, target groups,
needs, offers and ties, and prints the seconds of the best of three runs for the introductions,
for the one tie that reaches most, and for what falls apart without an organisation. Beside them
stands, in the same run, one pass of networkx: breadth-first search from every node, which a
search for the best tie without any thought would need once for each tie that could be.
"""

import random
import time
from collections.abc import Callable
from functools import partial

import networkx as nx

from network.graph import Graph, build_graph
from network.introductions import introductions
from network.organization import (
    Classification,
    Membership,
    Organization,
    Relation,
    RelationKind,
    Roster,
    Topic,
)
from network.reach import best_tie, onward
from network.view import Direction
from network.what_if import simple, without

SEED = 20260101
SIZES = (500, 2_000, 10_000)
TOPICS = 60
NEEDS = ("Räume für Kurse", "Dolmetscher für Arabisch", "Fahrräder", "Ehrenamtliche am Abend")
OFFERS = ("Raum am Abend", "Dolmetschen: Farsi, Arabisch", "Fahrradwerkstatt", "Kurse in Deutsch")


def main() -> None:
    """Measure every size and print the table."""
    print(f"{'':>8} {'introduce s':>12} {'best tie s':>11} {'what if s':>10} {'all BFS s':>10}")
    for size in SIZES:
        graph = town(size)
        told = onward(graph, None, Direction.OUT)
        seconds = [
            best(partial(introductions, graph)),
            best(partial(best_tie, graph, "o5", told)),
            best(partial(without, graph, ["o5"])),
            best(partial(all_ways, graph)) if size < 10_000 else float("nan"),
        ]
        print(f"{size:>8} " + " ".join(f"{each:10.2f}" for each in seconds), flush=True)


def town(size: int) -> Graph:
    """Return a town in which everybody has some of everything."""
    dice = random.Random(SEED)  # noqa: S311  (a town to measure, nothing secret)
    topics = tuple(
        Topic(id=f"t{n}", term=f"Thema {n}", parent_id=None if n < 8 else f"t{n % 8}")
        for n in range(TOPICS)
    )
    units = tuple(
        Organization(
            id=f"o{n}",
            name=f"Organisation {n}",
            classification=dice.choice(list(Classification)),
            topic_ids=tuple(dice.sample([each.id for each in topics], dice.randint(0, 4))),
            district=dice.choice(("", "Nord", "Süd", "West")),
            target_groups=tuple(dice.sample(("Familien", "Frauen", "Kinder"), dice.randint(0, 2))),
            needs=tuple(dice.sample(NEEDS, dice.randint(0, 1))),
            offers=tuple(dice.sample(OFFERS, dice.randint(0, 1))),
        )
        for n in range(size)
    )

    def somebody() -> str:
        return f"o{dice.randrange(size)}"

    ties = tuple(
        Relation(
            id=f"r{n}",
            subject_id=somebody(),
            object_id=somebody(),
            classification=dice.choice(list(RelationKind)),
        )
        for n in range(size)
    )
    parts = tuple(
        Membership(
            id=f"m{n}",
            organization_id=f"o{dice.randrange(size // 10)}",
            member_organization_id=somebody(),
        )
        for n in range(size // 2)
    )
    return build_graph(Roster(units, (), parts, ties, topics), None)


def all_ways(graph: Graph) -> int:
    """Search breadth-first from every node, as networkx does."""
    return sum(len(others) for _node, others in nx.all_pairs_shortest_path_length(simple(graph)))


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the best of three runs."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
