"""Whether a network has two modes: ties only between one sort of nodes and another."""

from collections import Counter
from collections.abc import Iterable, Mapping

from network.exchange.foreign import ForeignTie, Format
from network.exchange.settling import turned


def two_modes(
    form: Format, ties: Iterable[ForeignTie], nodes: Iterable[Mapping[str, str]]
) -> tuple[int, int] | None:
    """Return the sizes of both modes, or None for one mode.

    Told by the attribute `bipartite` that networkx writes, or in an edge list by ends that
    never change sides, with at least two on each.
    """
    marks = [values.get("bipartite") for values in nodes]
    sizes = Counter(marks)
    if marks and None not in sizes and len(sizes) == 2:
        first, second = (sizes[mark] for mark in sorted(sizes, key=str))
        return first, second
    if form is not Format.CSV:
        return None
    kept = [tie for tie in ties if not tie.mutual or tie.source != tie.target]
    left, right = {tie.source for tie in kept}, {tie.target for tie in kept}
    if left & right or min(len(left), len(right)) < 2:
        return None
    return (len(left), len(right)) if _crossed(kept) else None


def outward(
    ties: Iterable[ForeignTie], nodes: Mapping[str, Mapping[str, str]], said: tuple[int, int] | None
) -> tuple[ForeignTie, ...]:
    """Return the ties of two modes so that those without a direction begin in the first one.

    By that the modes are known later. The first mode are the first nodes, where the file says
    how many, else those of the smaller mark.
    """
    marks = {each: values.get("bipartite", "") for each, values in nodes.items()}
    least = min(marks.values(), default="")
    first = set(
        list(nodes)[: said[0]] if said else (each for each in nodes if marks[each] == least)
    )
    return tuple(
        turned(tie) if tie.mutual and tie.target in first and tie.source not in first else tie
        for tie in ties
    )


def _crossed(ties: Iterable[ForeignTie]) -> bool:
    """Say whether both sides have somebody with several ties: else they are only pairs or stars."""
    pairs = {(tie.source, tie.target) for tie in ties}
    starts, ends = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return max(starts.values()) > 1 and max(ends.values()) > 1
