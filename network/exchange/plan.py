"""What an import would do to our records: what is new, changed, unchanged and refused."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from network.exchange.choice import Choice, NodeRow, TieRow, fingerprint
from network.exchange.foreign import ForeignNetwork, ForeignTie, Loss
from network.exchange.losses import Losses
from network.exchange.planned import Planned
from network.exchange.planned_nodes import NodePlan
from network.exchange.planned_ties import TiePlan
from network.exchange.vocabulary import Meaning, Vocabulary
from network.organization import Membership, Organization, Post, Relation, Roster, Topic


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """Records to add and to change, and how many nodes and ties are which.

    `refused` says what of the file our records cannot hold, and where it stands.
    """

    nodes: Planned
    ties: Planned
    topics: tuple[Topic, ...] = ()
    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    memberships: tuple[Membership, ...] = ()
    relations: tuple[Relation, ...] = ()
    changed: tuple[Organization | Post | Membership | Relation, ...] = ()
    """Records that are there, as they would be."""
    refused: tuple[Loss, ...] = field(default=())
    node_rows: tuple[NodeRow, ...] = field(default=(), repr=False)
    tie_rows: tuple[TieRow, ...] = field(default=(), repr=False)

    @cached_property
    def fingerprint(self) -> str:
        """Return what tells whether a plan that is made anew would do the same."""
        return fingerprint(self.node_rows, self.tie_rows)

    @property
    def nothing(self) -> bool:
        """Say whether all that the file tells is known already."""
        return not (
            self.topics
            or self.organizations
            or self.posts
            or self.memberships
            or self.relations
            or self.changed
        )


def plan(
    foreign: ForeignNetwork,
    roster: Roster,
    new_id: Callable[[], str],
    vocabulary: Vocabulary,
    meaning: Meaning = Meaning.STRENGTH,
    choice: Choice | None = None,
) -> ImportPlan:
    """Return what taking a network over would do.

    Nodes are matched by the ids of earlier files where the form has telling ids, then by
    name and kind. Nothing is ever removed, and what the file does not say stays as it is.
    """
    losses = Losses()
    choice = choice or Choice()
    nodes = NodePlan(foreign, roster, new_id, vocabulary, losses, choice)
    kinds = {tie: _kind(tie, vocabulary) for tie in foreign.ties}
    nodes.take(kinds)
    ties = TiePlan(roster, nodes, new_id, meaning, losses)
    for number, tie in enumerate(foreign.ties):
        ties.take(number, tie, kinds[tie], wanted=number not in choice.without_ties)
    ties.settle()
    changed = [*nodes.changed(), *ties.changed.values()]
    return ImportPlan(
        nodes=nodes.counts(),
        ties=ties.counts,
        topics=nodes.topics.new,
        organizations=tuple(nodes.new_organizations()),
        posts=tuple(nodes.new_posts()),
        memberships=tuple(ties.memberships),
        relations=tuple(ties.relations),
        changed=tuple(changed),
        refused=losses.all(foreign.heads),
        node_rows=tuple(nodes.rows()),
        tie_rows=ties.rows(foreign.ties),
    )


def _kind(tie: ForeignTie, vocabulary: Vocabulary) -> str | None:
    """Return the kind of a tie by its kind, or by its label where it has no kind."""
    return vocabulary.tie_kind(tie.kind or tie.label)
