"""How far an announcement of one organisation gets, and the tie that would carry it farthest."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from network.graph import Confirmation, Graph, records, ties
from network.naming import fold
from network.picture import name_of
from network.view import Direction

Onward = Mapping[str, frozenset[str]]
"""To whom each node hands on what it hears."""

_NEVER: Final = 0


@dataclass(frozen=True, slots=True)
class Reach:
    """Who hears it after 1, 2, 3 … steps, and who never does, in the order of the graph."""

    source: str
    steps: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]

    @property
    def heard(self) -> int:
        """Return how many hear it, the source left out."""
        return sum(len(each) for each in self.steps)


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie that is not there, and who would hear it as well, if it were."""

    start: str
    end: str
    gained: tuple[str, ...]


def onward(graph: Graph, kinds: Collection[str] | None, direction: Direction) -> Onward:
    """Return who tells whom, along ties of chosen kinds (None is all) and in a direction.

    Mutual ties lead both ways; disputed ones carry nothing.
    """
    found: dict[str, set[str]] = {node: set() for node in graph}
    for tie in ties(graph):
        if tie.confirmation is Confirmation.DISPUTED or (
            kinds is not None and tie.kind not in kinds
        ):
            continue
        if tie.mutual or direction is not Direction.IN:
            found[tie.subject_id].add(tie.object_id)
        if tie.mutual or direction is not Direction.OUT:
            found[tie.object_id].add(tie.subject_id)
    return {node: frozenset(others - {node}) for node, others in found.items()}


def reach(graph: Graph, source: str, told: Onward, most: int | None = None) -> Reach:
    """Return who hears an announcement, step by step, each as early as possible.

    `most` is how many steps it is handed on, None as far as it goes. Raises `KeyError` where
    the source is not there.
    """
    order = {node: place for place, node in enumerate(graph)}
    heard, last = {source}, {source}
    steps: list[tuple[str, ...]] = []
    while last and (most is None or len(steps) < most):
        last = set().union(*(told[node] for node in last)) - heard
        heard |= last
        if last:
            steps.append(tuple(sorted(last, key=order.__getitem__)))
    return Reach(source, tuple(steps), tuple(node for node in graph if node not in heard))


def best_tie(graph: Graph, source: str, told: Onward, most: int | None = None) -> NewTie | None:
    """Return the one new tie by which most others hear it too; None where no tie adds anybody.

    Compared are all ties that are not there, from the source or from anybody who hears it, to
    anybody else, followed from its start to its end. Since nobody hears it before the source
    does, a tie of the source itself reaches at least as many as one to the same end from anybody
    else, and in fewer steps; so these alone are counted. Of several that add as many, the one by
    which they hear it in the fewest steps altogether is chosen, then by name.
    Sets are kept as whole numbers with one bit for each node: 2,000 nodes take well under a second.
    """
    now = reach(graph, source, told, most)
    if not now.never or most == _NEVER:
        return None
    places = {node: place for place, node in enumerate(graph)}
    wanted = sum(1 << places[node] for node in now.never)
    gains = _gains(graph, told, places, wanted, None if most is None else most - 1)
    known = records(graph)
    options = [node for node in graph if gains[node][0] and node not in told[source]]
    if not options:
        return None
    end = min(
        options,
        key=lambda node: (-gains[node][0], gains[node][1], fold(name_of(known[node])), node),
    )
    after = reach(graph, source, {**told, source: told[source] | {end}}, most)
    left = set(after.never)
    return NewTie(source, end, tuple(node for node in now.never if node not in left))


def _gains(
    graph: Graph, told: Onward, places: Mapping[str, int], wanted: int, most: int | None
) -> dict[str, tuple[int, int]]:
    """Return how many wanted nodes each node reaches, and in how many steps altogether."""
    sets = {node: 1 << place for node, place in places.items()}
    backward: dict[str, list[str]] = {node: [] for node in graph}
    for node, others in told.items():
        for other in others:
            backward[other].append(node)
    count = _counted(wanted)
    gains = {node: (count(each), 0) for node, each in sets.items()}
    changed, step = set(sets), 0
    while changed and (most is None or step < most):
        step += 1
        affected = {node for other in changed for node in backward[other]}
        grown = {}
        for node in affected:
            wider = sets[node]
            for other in told[node] & changed:
                wider |= sets[other]
            if wider != sets[node]:
                grown[node] = wider
        for node, wider in grown.items():
            number, total = gains[node]
            more = count(wider) - number
            gains[node] = (number + more, total + more * step)
        sets |= grown
        changed = set(grown)
    return gains


def _counted(wanted: int) -> Callable[[int], int]:
    return lambda nodes: (nodes & wanted).bit_count()
