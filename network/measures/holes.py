"""Structural holes: how far the neighbours of a node are tied to each other already."""

from dataclasses import dataclass

from network.measures.projection import Simple

Rows = list[dict[int, float]]


@dataclass(frozen=True, slots=True)
class Holes:
    """Burt's two measures of a node's surroundings; both None for a node without ties."""

    constraint: float | None
    effective_size: float | None


def holes(simple: Simple) -> list[Holes]:
    """Return constraint and effective size of each node (Burt 1992, p. 52-55).

    With p_ij the share of i's ties, in both directions and with their strength, that goes to j,
    and m_jq the tie of j to q in relation to j's strongest:

    - constraint: sum over neighbours j of (p_ij + Σ p_iq p_qj)². Small where the neighbours do
      not know each other.
    - effective size: sum over neighbours j of 1 − Σ p_iq m_jq, the neighbours less their
      redundancy. Undirected and without weights it is n − 2t/n for n neighbours with t ties
      among them (Borgatti 1997).
    """
    mutual = _mutual(simple)
    shares = _shares(mutual)
    strongest = [max(row.values(), default=0.0) for row in mutual]
    return [_around(node, mutual, shares, strongest) for node in range(len(mutual))]


def _around(node: int, mutual: Rows, shares: Rows, strongest: list[float]) -> Holes:
    own = shares[node]
    if not own:
        return Holes(None, None)
    bound, size = 0.0, float(len(own))
    for other, share in own.items():
        row = mutual[other]
        around = redundant = 0.0
        for third in own.keys() & row.keys():
            around += own[third] * shares[third][other]
            redundant += own[third] * row[third]
        bound += (share + around) ** 2
        size -= redundant / strongest[other]
    return Holes(bound, size)


def _mutual(simple: Simple) -> Rows:
    """Return for each node the ties with each neighbour in both directions added up."""
    found: Rows = []
    for out, into in zip(simple.out, simple.into, strict=True):
        row: dict[int, float] = {}
        for lines in (out, into):
            for other, weight in lines.items():
                row[other] = row.get(other, 0.0) + simple.closeness(weight)
        found.append(row)
    return found


def _shares(mutual: Rows) -> Rows:
    totals = [sum(row.values()) for row in mutual]
    return [
        {other: weight / total for other, weight in row.items()}
        for row, total in zip(mutual, totals, strict=True)
    ]
