"""Organisations and posts that an import would add or change."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from network.exchange.choice import Choice, NodeRow, State
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, Left
from network.exchange.known_nodes import KnownNodes, Record
from network.exchange.known_topics import KnownTopics
from network.exchange.losses import Losses
from network.exchange.node_values import organization_values, post_values
from network.exchange.own_ids import OwnIds
from network.exchange.planned import Planned
from network.exchange.vocabulary import POST, Vocabulary
from network.graph import TieKind
from network.naming import bare_name
from network.organization import Classification, Organization, Post, Roster
from network.picture import name_of


class NodePlan:
    """Takes the nodes of a file, and knows afterwards which record each of them is."""

    def __init__(
        self,
        foreign: ForeignNetwork,
        roster: Roster,
        new_id: Callable[[], str],
        vocabulary: Vocabulary,
        losses: Losses,
        choice: Choice,
    ) -> None:
        """Begin with the records that are there."""
        self._without = choice.without_nodes
        self.topics = KnownTopics(roster.topics, new_id)
        self.topics.take(foreign.topics)
        self._foreign = foreign
        everyone: tuple[Record, ...] = (*roster.organizations, *roster.posts)
        self._ids = OwnIds((each.id for each in everyone), new_id)
        self._vocabulary = vocabulary
        self._losses = losses
        self._known = KnownNodes(roster, foreign, choice.same)
        self._before = {each.id: each for each in everyone}
        self._now: dict[str, Record] = dict(self._before)
        self._record_ids: dict[str, str] = {}
        self._homes: dict[str, str] = {}

    def take(self, kinds: Mapping[ForeignTie, str | None]) -> None:
        """Match or make a record for every node.

        Those known by an id come first, so that a name does not take what belongs to an id;
        posts come last, as they need their organisation.
        """
        for tie, kind in kinds.items():
            if kind == TieKind.POST_OF:
                self._homes.setdefault(tie.source, tie.target)
        nodes = self._foreign.nodes
        by_id = {node.id: self._known.by_id(node) for node in nodes}
        posts = {node.id for node in nodes if self._is_post(node, by_id[node.id])}
        ordered = [node for node in nodes if node.id not in posts]
        for node in (*ordered, *(node for node in nodes if node.id in posts)):
            self._take(node, by_id[node.id], post=node.id in posts)

    def record(self, node_id: str) -> Record:
        """Return the record behind a node, as it would be."""
        return self._now[self._record_ids[node_id]]

    def found(self, node_id: str) -> Record | None:
        """Return the record behind a node, or the one that bears this id; None for others."""
        return self._now.get(self._record_ids.get(node_id, node_id))

    def name(self, node_id: str) -> str:
        """Return the name of a node's record."""
        return name_of(self.record(node_id))

    def taken(self, node_id: str) -> bool:
        """Say whether a node was taken; one that is new may be left out by choice."""
        return node_id in self._record_ids

    def before(self, record_id: str) -> Record | None:
        """Return a record as it is now."""
        return self._before.get(record_id)

    def rows(self) -> Iterator[NodeRow]:
        """Return what becomes of every node of the file, ties aside."""
        for node in self._foreign.nodes:
            if not self.taken(node.id) or node.id in self._without:
                yield NodeRow(node, State.LEFT)
                continue
            key = self._record_ids[node.id]
            before, after = self._before.get(key), self._now[key]
            if before is None:
                yield NodeRow(node, State.NEW, None, after)
            elif alone(before) == alone(after):
                yield NodeRow(node, State.UNCHANGED, before, after)
            else:
                yield NodeRow(node, State.CHANGED, before, after)

    def put(self, record: Record) -> None:
        """Change a record further."""
        self._now[record.id] = record

    def chain(self, record_id: str, name: str) -> set[str]:
        """Return the ids met by following `parent_id` or `successor_of_id`, itself included."""
        found: set[str] = set()
        at: str | None = record_id
        while at and at not in found:
            found.add(at)
            at = getattr(self._now.get(at), name, None)
        return found

    def counts(self) -> Planned:
        """Return how many nodes are new, changed and unchanged."""
        ids = set(self._record_ids.values())
        new = sum(1 for each in ids if each not in self._before)
        changed = sum(1 for _ in self.changed())
        return Planned(new=new, changed=changed, unchanged=len(ids) - new - changed)

    def changed(self) -> Iterator[Record]:
        """Return the records that were there and would be different."""
        return (now for key, now in self._now.items() if self._before.get(key, now) != now)

    def new_organizations(self) -> Iterator[Organization]:
        """Return the organisations that would be added."""
        return (each for each in self._new() if isinstance(each, Organization))

    def new_posts(self) -> Iterator[Post]:
        """Return the posts that would be added."""
        return (each for each in self._new() if isinstance(each, Post))

    def _new(self) -> Iterator[Record]:
        return (now for key, now in self._now.items() if key not in self._before)

    def _is_post(self, node: ForeignNode, known: Record | None) -> bool:
        if known is not None:
            return isinstance(known, Post)
        if self._vocabulary.node_kind(node.kind) != POST:
            return False
        if node.id in self._homes:
            return True
        self._losses.add(Left.POST, node.place, node.name[:200])
        return False

    def _take(self, node: ForeignNode, known: Record | None, *, post: bool) -> None:
        kind = None
        if post and known is None:
            home = self._now.get(self._record_ids.get(self._homes[node.id], ""))
            if home is None:
                return  # its organisation is left out
            post = isinstance(home, Organization)
            if not post:
                self._losses.add(Left.POST, node.place, node.name[:200])
            known = self._known.post(node, home.id) if post else self._known.by_name(node, None)
        else:
            kind = self._vocabulary.node_kind(node.kind)
            kind = None if kind == POST and not isinstance(known, Post) else kind
            known = known or self._known.by_name(node, kind)
        record = self._record(node, known, kind, post=post)
        if record is not None:
            self._now[record.id] = record
            self._record_ids[node.id] = record.id

    def _record(
        self, node: ForeignNode, known: Record | None, kind: str | None, *, post: bool
    ) -> Record | None:  # fmt: skip
        """Return the record of a node; one that is left out stays as it is, or is none."""
        if node.id in self._without:
            return known
        key = self._ids.id_for(node.id) if known is None else known.id
        if post and known is None:
            home_id = self._record_ids[self._homes[node.id]]
            new = Post(id=key, label=node.name, organization_id=home_id)
            return replace(new, **post_values(node, self._losses))
        if known is None:
            known = Organization(id=key, name=node.name, classification=Classification.OTHER)
        return self._told(node, known, kind)

    def _told(self, node: ForeignNode, known: Record, kind: str | None) -> Record:
        """Return a record with all that the file says; what it does not say stays."""
        if isinstance(known, Post):
            return replace(known, **self._name(node, known), **post_values(node, self._losses))
        values = organization_values(node, self.topics, self._losses)
        if kind is not None:
            values["classification"] = Classification(kind)
        elif node.kind and not self._foreign.grouped and not node.partition:
            values["partition"] = node.kind
        elif node.kind and self._vocabulary.node_kind(node.kind) is None:
            self._losses.add(Left.KIND, replace(node.place, column="kind"), node.kind[:200])
        borne = {known.id, *known.identifiers}
        if known.id in self._before:
            borne.add(known.name)  # found by its name, it needs that for no id
        listed = values.pop("identifiers", ())
        own = (node.id,) if self._foreign.telling_ids and node.id not in borne else ()
        if further := [each for each in (*listed, *own) if each not in known.identifiers]:
            values["identifiers"] = tuple(dict.fromkeys((*known.identifiers, *further)))
        return replace(known, **self._name(node, known), **values)

    def _name(self, node: ForeignNode, known: Record) -> dict[str, Any]:
        """Return a new name, unless it differs only in its spelling or its legal form."""
        said, before = node.name, name_of(known)
        if said == before or (bare_name(said) and bare_name(said) == bare_name(before)):
            return {}
        return {"label" if isinstance(known, Post) else "name": node.name}


def alone(record: Record) -> Record:
    """Return a record without what ties hang it on: that is told with the ties."""
    if isinstance(record, Organization):
        return replace(record, parent_id=None, successor_of_id=None)
    return record
