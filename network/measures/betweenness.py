"""Who lies between others: the share of shortest ways that lead over a node."""

import math
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from network.measures.progress import Progress
from network.measures.projection import Simple

_CHILD = Path(__file__).with_name("betweenness_child.py")
_LARGE = 3_000
"""From here on it takes seconds, in which rustworkx lets no other thread of Python run."""


def betweenness(simple: Simple, progress: Progress | None = None) -> list[float | None]:
    """Return betweenness by steps, as share of all pairs of others (Freeman 1977, Brandes 2001).

    Normalised as networkx does; None where there are no two others. A large network is computed
    in a process of its own where somebody follows the progress, so that the rest of the program
    goes on; how far it is can then only be estimated.
    """
    count = len(simple.nodes)
    if count < 3:
        return [None] * count
    arcs = list(simple.arcs() if simple.directed else simple.pairs())
    if progress and count > _LARGE:
        return list(_elsewhere(count, arcs, simple.directed, progress))
    graph: rx.PyDiGraph[int, None] | rx.PyGraph[int, None]
    graph = rx.PyDiGraph() if simple.directed else rx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data(arcs)
    found = rx.betweenness_centrality(graph)
    return [found[node] for node in range(count)]


def _elsewhere(
    count: int, arcs: Sequence[tuple[int, int]], directed: bool, progress: Progress
) -> list[float]:
    """Compute in a child process, and end it where the progress raises."""
    kind = "directed" if directed else "undirected"
    command = [sys.executable, "-I", str(_CHILD), kind, str(count)]
    expected = 1.0 + count * len(arcs) / 4e7
    begun = time.monotonic()
    with subprocess.Popen(  # noqa: S603  (our own file, and numbers)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        try:
            wanted: bytes | None = np.array(arcs, np.int64).tobytes()
            while True:
                progress(1 - math.exp(-(time.monotonic() - begun) / expected))
                try:
                    answer, _ = child.communicate(wanted, timeout=0.2)
                    break
                except subprocess.TimeoutExpired:
                    wanted = None
        except BaseException:
            child.kill()
            raise
    values: NDArray[np.float64] = np.frombuffer(answer, np.float64)
    if child.returncode or len(values) != count:
        raise RuntimeError("betweenness was not computed")
    return [float(value) for value in values]
