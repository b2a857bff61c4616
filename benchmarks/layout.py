"""How long the places of a picture take, and the way from the records to its bytes.

`python -m benchmarks.layout [SIZE ...] [--region]` prints seconds of this process and of the
clock: a new picture, 100 nodes that join it, and reading, building, and drawing with places
known; with `--region` also the places of 100,000 organisations, and the memory they take.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import data  # noqa: F401  (first of all: it chooses the one SQLite library)

# isort: split
from benchmarks.peer_pages import our_drawing
from benchmarks.town import load, region, town
from data.positions import positions
from data.roster import roster
from data.sqlite_store import SqliteStore
from network.communities import named_communities
from network.graph import build_graph
from network.layout import arrange
from network.overview import part_places, parts
from network.parts import Level

T = TypeVar("T")


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[500, 2_000, 10_000])
    parser.add_argument("--region", action="store_true")
    asked = parser.parse_args()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder) / "town.db", size)
    if asked.region:
        graph = build_graph(region(100_000), None)
        print(f"\nregion: {len(graph)} nodes, {graph.number_of_edges()} ties")
        timed("new picture", lambda: arrange(graph, {}))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"  at most {memory:.1f} GB in all")


def measure(database: Path, size: int) -> None:
    """Print the times of one town."""
    store = SqliteStore(database)
    store.migrate()
    load(store, town(size))
    print(f"\n{size} organisations")
    found = timed("read the roster", lambda: roster(store))
    graph = timed("build the graph", lambda: build_graph(found, None))
    places = timed("new picture", lambda: arrange(graph, {}))
    known = timed("read places", lambda: positions(store))
    joining = set(sorted(graph)[:: max(1, len(graph) // 100)])
    before = {node: place for node, place in known.items() if node not in joining}
    timed("100 nodes join", lambda: arrange(graph, before))
    timed("draw", lambda: our_drawing(graph, places))
    timed("communities", lambda: named_communities(graph))
    units = timed("parts: units", lambda: parts(graph, Level.UNITS))
    timed("places of parts", lambda: part_places(list(graph), units, places))
    store.close()


def timed(name: str, work: Callable[[], T]) -> T:
    """Print how long some work takes, and return what it makes."""
    begun, used = time.perf_counter(), time.process_time()
    made = work()
    seconds, own = time.perf_counter() - begun, time.process_time() - used
    print(f"  {name:18}{own:8.3f} s of this process, {seconds:8.3f} s by the clock", flush=True)
    return made


if __name__ == "__main__":
    main()
