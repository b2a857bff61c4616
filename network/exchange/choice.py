"""What of a file somebody wants to take over, and what each row of it would do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from network.exchange.foreign import ForeignNode, ForeignTie
from network.organization import Membership, Organization, Post, Relation

Node = Organization | Post
Tied = Organization | Post | Membership | Relation


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    """Our records cannot hold it."""
    LEFT = "left"
    """Left out by choice, or because an end of it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows that are left out, and nodes that are an entry which is there.

    Leaving out a new node leaves out its ties; of a known one only what would change. Ties
    are named by their number in the file, from 0; `same` has ids of records by ids of nodes.
    """

    without_nodes: frozenset[str] = frozenset()
    without_ties: frozenset[int] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of the file: the record that is there, and as it would be."""

    node: ForeignNode
    state: State
    before: Node | None = None
    after: Node | None = None


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie of the file, its number there, and the same of its record.

    For what hangs a unit on another the record is that of the unit.
    """

    number: int
    tie: ForeignTie
    state: State
    before: Tied | None = None
    after: Tied | None = None


def fingerprint(nodes: tuple[NodeRow, ...], ties: tuple[TieRow, ...]) -> str:
    """Return what tells whether rows would still do the same to the same records.

    Ids of new records differ from plan to plan, so only what is there counts.
    """
    digest = sha256()
    for row in nodes:
        digest.update(repr((row.node.id, row.state.value, row.before)).encode())
    for each in ties:
        digest.update(repr((each.number, each.state.value, each.before)).encode())
    return digest.hexdigest()
