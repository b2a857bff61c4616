"""Betweenness in a process of its own: lines as numbers in, one value for each node out.

Run as a file with the arguments `directed|undirected COUNT`; imports nothing of the house.
"""

import sys

import numpy as np
import rustworkx as rx


def main() -> None:
    """Read pairs of 64-bit numbers from standard input, write 64-bit values to standard output."""
    directed, count = sys.argv[1] == "directed", int(sys.argv[2])
    arcs = np.frombuffer(sys.stdin.buffer.read(), np.int64).reshape(-1, 2).tolist()
    graph: rx.PyDiGraph[int, None] | rx.PyGraph[int, None]
    graph = rx.PyDiGraph() if directed else rx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from_no_data([(a, b) for a, b in arcs])
    found = rx.betweenness_centrality(graph)
    sys.stdout.buffer.write(np.array([found[node] for node in range(count)]).tobytes())


if __name__ == "__main__":
    main()
