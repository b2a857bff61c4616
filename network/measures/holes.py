"""Structural holes: how far the neighbours of a node are tied to each other already."""

from network.measures.projection import Simple


def constraint(simple: Simple) -> list[float | None]:
    """Return Burt's constraint (1992, p. 54f): sum over neighbours j of (p_ij + Σ p_iq p_qj)².

    p_ij is the share of i's ties, in both directions and with their strength, that goes to j.
    Small: the neighbours do not know each other. None for a node without ties.
    """
    mutual = _mutual(simple)
    shares = _shares(mutual)
    found: list[float | None] = []
    for node, own in enumerate(shares):
        total = 0.0
        for other in own:
            common = own.keys() & mutual[other].keys()
            around = sum(own[third] * shares[third][other] for third in sorted(common))
            total += (own[other] + around) ** 2
        found.append(total if mutual[node] else None)
    return found


def effective_size(simple: Simple) -> list[float | None]:
    """Return Burt's effective size of a node's surroundings: neighbours less their redundancy.

    Σ over neighbours j of 1 − Σ p_iq m_jq, with p as in `constraint` and m_jq the tie of j to
    q in relation to j's strongest (Burt 1992, p. 52). Undirected and without weights it is
    n − 2t/n for n neighbours with t ties among them (Borgatti 1997). None without ties.
    """
    mutual = _mutual(simple)
    shares = _shares(mutual)
    strongest = [max(row.values(), default=0.0) for row in mutual]
    found: list[float | None] = []
    for own in shares:
        size = float(len(own))
        for other in own:
            row = mutual[other]
            common = own.keys() & row.keys()
            redundant = sum(own[third] * row[third] for third in sorted(common))
            size -= redundant / strongest[other]
        found.append(size if own else None)
    return found


def _mutual(simple: Simple) -> list[dict[int, float]]:
    """Return for each node the ties with each neighbour in both directions added up."""
    found: list[dict[int, float]] = []
    for out, into in zip(simple.out, simple.into, strict=True):
        row: dict[int, float] = {}
        for lines in (out, into):
            for other, weight in lines.items():
                row[other] = row.get(other, 0.0) + simple.closeness(weight)
        found.append(row)
    return found


def _shares(mutual: list[dict[int, float]]) -> list[dict[int, float]]:
    totals = [sum(row.values()) for row in mutual]
    return [
        {other: weight / total for other, weight in row.items()}
        for row, total in zip(mutual, totals, strict=True)
    ]
