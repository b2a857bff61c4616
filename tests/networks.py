"""Networks for tests of measures: made from lines of ids, some of them published."""

from collections.abc import Iterable

import networkx as nx

from network.graph import Graph, build_graph
from network.organization import Classification, Organization, Relation, RelationKind, Roster

FLORENCE = """Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori
Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati Salviati-Pazzi
Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi Strozzi-Bischeri Ridolfi-Tornabuoni
Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Bischeri-Guadagni Guadagni-Lamberteschi"""
"""Marriages of 15 families (Padgett and Ansell 1993); Pucci, who married into none, is left out."""

KITE = """Andre-Beverly Andre-Carol Andre-Diane Andre-Fernando Beverly-Diane Beverly-Ed
Beverly-Garth Carol-Diane Carol-Fernando Diane-Ed Diane-Fernando Diane-Garth Ed-Garth
Fernando-Garth Fernando-Heather Garth-Heather Heather-Ike Ike-Jane"""
"""The kite of Krackhardt (1990)."""


def pairs(text: str) -> list[tuple[str, str]]:
    """Return lines that are written as a-b."""
    return [(a, b) for a, _, b in (each.partition("-") for each in text.split())]


def network(
    lines: Iterable[tuple[str, str]],
    nodes: Iterable[str] = (),
    *,
    mutual: bool = False,
    partition: dict[str, str] | None = None,
    strengths: dict[tuple[str, str], float] | None = None,
    distances: dict[tuple[str, str], float] | None = None,
) -> Graph:
    """Return a graph of organisations with these ids and ties."""
    known = dict.fromkeys([*nodes, *(end for line in lines for end in line)])
    return build_graph(
        Roster(
            organizations=tuple(
                Organization(
                    id=node,
                    name=f"Amt {node}",
                    classification=Classification.OTHER,
                    partition=(partition or {}).get(node, ""),
                )
                for node in known
            ),
            relations=tuple(
                Relation(
                    id=f"r{number}",
                    subject_id=a,
                    object_id=b,
                    classification=RelationKind.LINKED,
                    mutual=mutual,
                    strength=(strengths or {}).get((a, b)),
                    distance=(distances or {}).get((a, b)),
                )
                for number, (a, b) in enumerate(lines)
            ),
        ),
        None,
    )


def of_networkx(graph: "nx.Graph[int]") -> Graph:
    """Return the same as a graph of organisations."""
    return network([(f"n{a}", f"n{b}") for a, b in graph.edges()], [f"n{node}" for node in graph])
