"""How long the whole set of measures takes, against plain networkx, in one run.

`python benchmarks/measures.py [sizes …]` makes a town of that many organisations in groups of
about 20, with 2.5 ties each, and prints seconds for both and how many times quicker ours is.
networkx computes each measure by its own function; brokerage, which it lacks, is only in ours.
Above 3,000 organisations its betweenness, closeness, path lengths and diameter are estimated
from a sample of starts (all four do the same work for each start); the table says so.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

import networkx as nx

from network.graph import Graph, build_graph
from network.measures import measure
from network.organization import Classification, Organization, Relation, RelationKind, Roster

SIZES = (100, 500, 2_000, 10_000)
EXACT = 3_000
SAMPLE = 60


def main() -> None:
    """Measure each size with both, and print one table."""
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    print(f"{'organisations':>13} {'ties':>7} {'networkx':>10} {'ours':>8} {'ratio':>7}")
    for size in sizes:
        graph = town(size)
        ours = statistics.median(timed(lambda: measure(graph)) for _ in range(3))  # noqa: B023
        plain = measure(graph).simple.as_networkx()
        theirs, estimated = peer(plain)
        note = "  (networkx estimated)" if estimated else ""
        ties = plain.number_of_edges()
        print(f"{size:13} {ties:7} {theirs:9.2f}s {ours:7.3f}s {theirs / ours:6.0f}x{note}")


def town(size: int, seed: int = 2014) -> Graph:
    """Return a town whose ties stay in groups of 20 in seven of ten cases."""
    chance = random.Random(seed)  # noqa: S311  (a town, no secret)
    lines: set[tuple[int, int]] = set()
    while len(lines) < size * 5 // 2:
        one = chance.randrange(size)
        near = one // 20 * 20 + chance.randrange(20)
        other = near if chance.random() < 0.7 and near < size else chance.randrange(size)
        if one != other:
            lines.add((min(one, other), max(one, other)))
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(
                    id=f"o{number}",
                    name=f"Verein {number}",
                    classification=chance.choice(list(Classification)),
                )
                for number in range(size)
            ),
            relations=tuple(
                Relation(
                    id=f"r{number}",
                    subject_id=f"o{a}",
                    object_id=f"o{b}",
                    classification=RelationKind.COOPERATES,
                )
                for number, (a, b) in enumerate(sorted(lines))
            ),
        ),
        None,
    )


def peer(plain: "nx.Graph[str]") -> tuple[float, bool]:
    """Return the seconds that networkx takes, and whether a part of them is estimated."""
    estimated = len(plain) > EXACT
    whole = plain.subgraph(max(nx.connected_components(plain), key=len)).copy()
    quick: list[Callable[[], object]] = [
        lambda: nx.eigenvector_centrality(whole, max_iter=2_000),
        lambda: [nx.single_source_shortest_path_length(plain, each, cutoff=2) for each in plain],
        lambda: nx.constraint(plain),
        lambda: nx.effective_size(plain),
        lambda: nx.core_number(plain),
        lambda: list(nx.connected_components(plain)),
        lambda: list(nx.articulation_points(plain)),
        lambda: list(nx.bridges(plain)),
        lambda: nx.transitivity(plain),
        lambda: nx.community.louvain_communities(plain, seed=2014),
    ]
    return sum(map(timed, quick)) + (sampled(plain, whole) if estimated else paths(plain, whole)), (
        estimated
    )


def paths(plain: "nx.Graph[str]", whole: "nx.Graph[str]") -> float:
    """Return the seconds of all measures that need shortest ways from everywhere."""
    return (
        timed(lambda: nx.betweenness_centrality(plain))
        + timed(lambda: nx.closeness_centrality(plain))
        + timed(lambda: nx.average_shortest_path_length(whole))
        + timed(lambda: nx.diameter(whole))
    )


def sampled(plain: "nx.Graph[str]", whole: "nx.Graph[str]") -> float:
    """Estimate the same from some starts only."""
    starts = random.Random(1).sample(sorted(whole), SAMPLE)  # noqa: S311  (a sample, no secret)
    one = timed(lambda: nx.betweenness_centrality(plain, k=SAMPLE, seed=1)) / SAMPLE
    near = timed(lambda: [nx.closeness_centrality(plain, each) for each in starts]) / SAMPLE
    far = timed(lambda: nx.eccentricity(whole, starts)) / SAMPLE
    return len(plain) * (one + near) + len(whole) * 2 * far


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
