"""How far a network is centred on one node: Freeman's centralization."""

from collections.abc import Sequence

from network.measures.result import Centralization


def centralization(
    degrees: Sequence[int],
    betweenness: Sequence[float | None],
    closeness: Sequence[float | None],
    *,
    directed: bool,
) -> Centralization:
    """Return how much less the others have than the first, in relation to a star (Freeman 1979).

    The star of the same size has the greatest possible sum of differences. `closeness` is to be
    that by steps; where it is unknown for a node, or the network is not connected, pass none.
    All are None for fewer than three nodes.
    """
    count = len(degrees)
    if count < 3:
        return Centralization(None, None, None)
    ways = 2 if directed else 1
    return Centralization(
        _differences(degrees) / (ways * (count - 1) * (count - 2)),
        _share(betweenness, count - 1),
        _share(closeness, (count - 1) * (count - 2) / (2 * count - 3)),
    )


def _differences(values: Sequence[float]) -> float:
    return max(values) * len(values) - sum(values)


def _share(values: Sequence[float | None], greatest: float) -> float | None:
    known = [value for value in values if value is not None]
    if not known or len(known) != len(values):
        return None
    # A star of rounded numbers would reach a little more than one.
    return min(_differences(known) / greatest, 1.0)
