"""What the network itself shows to be open: vacant posts, words of one side, nobody tied."""

from dataclasses import dataclass

from network.facets import Facet, Status, values_of
from network.graph import Confirmation, Graph, Tie, records, ties
from network.organization import Organization, Post


@dataclass(frozen=True, slots=True)
class PostStanding:
    """A post, and whether somebody holds it on the day of the graph.

    `by_person` says that a membership names who; then nothing has to be said.
    """

    post: Post
    status: Status
    by_person: bool


def posts(graph: Graph) -> list[PostStanding]:
    """Return all posts: the vacant ones first, then those of which nobody said, then the held."""
    order = (Status.VACANT, Status.UNKNOWN, Status.HELD)
    held = graph.graph.get("held", frozenset())
    found = []
    for node, record in records(graph).items():
        if isinstance(record, Post):
            statuses = values_of(graph, node, Facet.STATUS)
            status = next(each for each in order if each in statuses)
            found.append(PostStanding(record, status, node in held))
    return sorted(found, key=lambda each: order.index(each.status))


def one_sided(graph: Graph) -> list[Tie]:
    """Return the ties that one side states and the other has not answered."""
    return [tie for tie in ties(graph) if tie.confirmation is Confirmation.STATED]


def disputed(graph: Graph) -> list[Tie]:
    """Return the ties that one side states and the other denies."""
    return [tie for tie in ties(graph) if tie.confirmation is Confirmation.DISPUTED]


def untied(graph: Graph) -> list[Organization]:
    """Return the organisations without any tie to another one; their own posts do not count."""
    found = []
    for node, record in records(graph).items():
        if isinstance(record, Organization) and not any(
            _outside(graph, node, other) for other in (*graph.succ[node], *graph.pred[node])
        ):
            found.append(record)
    return found


def _outside(graph: Graph, node: str, other: str) -> bool:
    """Say whether a neighbour is another one, or a post of it that is tied to another one."""
    record: Organization | Post = graph.nodes[other]["record"]
    if not isinstance(record, Post) or record.organization_id != node:
        return other != node
    return any(each not in (node, other) for each in (*graph.succ[other], *graph.pred[other]))
