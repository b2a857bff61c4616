"""Ties that an import would add or change: relations, memberships, and what units hang on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from network.exchange.choice import State, Tied, TieRow
from network.exchange.columns import parted
from network.exchange.foreign import ForeignTie, Left
from network.exchange.losses import Losses
from network.exchange.node_values import dated
from network.exchange.own_ids import OwnIds
from network.exchange.planned import Planned
from network.exchange.planned_nodes import NodePlan
from network.exchange.tie_matching import Matched, Wanted, matched
from network.exchange.tie_word import given_word, on_behalf, word_for
from network.exchange.vocabulary import Meaning
from network.graph import TieKind
from network.organization import (
    MUTUAL,
    Membership,
    MembershipRole,
    Organization,
    Post,
    Relation,
    RelationKind,
    Roster,
)

_HUNG = {
    TieKind.PART_OF.value: ("parent_id", Left.PARENT),
    TieKind.SUCCESSOR_OF.value: ("successor_of_id", Left.SUCCESSOR),
}
Key = tuple[str, ...]


class TiePlan:
    """Takes the ties of a file, once their nodes are known."""

    def __init__(
        self,
        roster: Roster,
        nodes: NodePlan,
        new_id: Callable[[], str],
        meaning: Meaning,
        losses: Losses,
    ) -> None:
        """Begin with the ties that are there."""
        self.counts = Planned()
        self.memberships: list[Membership] = []
        self.relations: list[Relation] = []
        self.changed: dict[str, Membership | Relation] = {}
        self._rows: dict[int, tuple[State, Tied | None, Tied | None]] = {}
        self._roster = roster
        self._posts = {each.id for each in roster.posts}
        self._roles = {
            (each.member_organization_id or each.post_id, each.organization_id): each.role
            for each in roster.memberships
            if each.person_id is None
        }
        self._nodes = nodes
        taken = {each.id for each in roster.memberships} | {each.id for each in roster.relations}
        self._ids = OwnIds(taken, new_id)
        self._meaning = meaning
        self._number = 0
        self._losses = losses
        self._wanted_members: list[Wanted[Membership]] = []
        self._wanted: list[Wanted[Relation]] = []

    def take(self, number: int, tie: ForeignTie, kind: str | None, *, wanted: bool) -> None:
        """Take one tie, whose kind is None where its word is none of ours.

        One that is not wanted, or whose end is not, is left out.
        """
        self._number = number
        if not (wanted and self._nodes.taken(tie.source) and self._nodes.taken(tie.target)):
            self._rows[number] = (State.LEFT, None, None)
            return
        subject, target = self._nodes.record(tie.source), self._nodes.record(tie.target)
        units = isinstance(subject, Organization) and isinstance(target, Organization)
        if kind in _HUNG and units:
            self._hang(tie, kind)
        elif kind == TieKind.POST_OF and isinstance(subject, Post):
            self._post(tie, subject, target)
        elif kind == TieKind.MEMBER_OF and isinstance(target, Organization):
            self._member(tie, subject, target)
        else:
            self._relation(tie, kind)

    def settle(self) -> None:
        """Match what was taken with what is there."""
        # Who holds a post is a membership too, but no tie of the network.
        members = [each for each in self._roster.memberships if each.person_id is None]
        joined = matched(self._wanted_members, members, _member_key, self.counts)
        related = matched(self._wanted, self._roster.relations, _relation_key, self.counts)
        self.memberships = [each.after for each in joined if each.before is None]
        self.relations = [each.after for each in related if each.before is None]
        for number, before, after in (*map(_met, joined), *map(_met, related)):
            state = _state(before, after)
            self._rows[number] = (state, before, after)
            if state is State.CHANGED:
                self.changed[after.id] = after

    def rows(self, ties: Sequence[ForeignTie]) -> tuple[TieRow, ...]:
        """Return what becomes of every tie of the file."""
        return tuple(TieRow(at, tie, *self._rows[at]) for at, tie in enumerate(ties))

    def _hang(self, tie: ForeignTie, kind: str) -> None:
        """Hang a unit on another, if it hangs nowhere else and no circle comes of it."""
        name, refusal = _HUNG[kind]
        subject, target = self._nodes.record(tie.source), self._nodes.record(tie.target)
        before = getattr(subject, name)
        circle = subject.id in self._nodes.chain(target.id, name)
        if before == target.id:
            self.counts.unchanged += 1
            self._rows[self._number] = (State.UNCHANGED, subject, subject)
        elif before is not None or circle or not isinstance(subject, Organization):
            self._refuse(refusal, tie)
            return
        else:
            hung: dict[str, Any] = {name: target.id}
            after = replace(subject, **hung)
            self._nodes.put(after)
            self.counts.new += 1
            self._rows[self._number] = (State.NEW, self._nodes.before(subject.id), after)
        self._undated(tie)

    def _post(self, tie: ForeignTie, post: Post, home: Organization | Post) -> None:
        if post.organization_id != home.id:
            self._refuse(Left.POST, tie)
        elif post.id in self._posts:
            self.counts.unchanged += 1
            self._rows[self._number] = (State.UNCHANGED, post, post)
        else:
            self.counts.new += 1
            self._rows[self._number] = (State.NEW, None, post)

    def _undated(self, tie: ForeignTie) -> None:
        if tie.start or tie.end:
            self._losses.add(Left.DATES, tie.place)

    def _refuse(self, code: Left, tie: ForeignTie) -> None:
        names = (self._nodes.name(tie.source), self._nodes.name(tie.target))
        self._losses.add(code, tie.place, " – ".join(names)[:200])
        self.counts.refused += 1
        self._rows[self._number] = (State.REFUSED, None, None)

    def _member(
        self, tie: ForeignTie, subject: Organization | Post, target: Organization
    ) -> None:  # fmt: skip
        if subject.id == target.id:
            self._refuse(Left.MEMBER, tie)
            return
        # A file that tells no role means the membership that is there.
        role = self._roles.get((subject.id, target.id), MembershipRole.MEMBER)
        if tie.role in set(MembershipRole):
            role = MembershipRole(tie.role)
        elif tie.role:
            self._losses.add(Left.BAD_VALUE, tie.place, tie.role[:80])
        values = {**self._values(tie), **on_behalf(tie, self._nodes, self._losses)}
        new = Membership(
            id=self._ids.id_for(tie.id),
            organization_id=target.id,
            role=role,
            member_organization_id=subject.id if isinstance(subject, Organization) else None,
            post_id=subject.id if isinstance(subject, Post) else None,
            **{**word_for(tie, subject, target), **values},
        )
        self._wanted_members.append(Wanted(_member_key(new), self._number, tie.id, new, values))

    def _relation(self, tie: ForeignTie, kind: str | None) -> None:
        subject, target = self._nodes.record(tie.source), self._nodes.record(tie.target)
        known = kind in set(RelationKind)
        classification = RelationKind(kind) if known and kind else RelationKind.LINKED
        label, note = tie.label, tie.note
        if not known:
            label = tie.kind or tie.label
            note = "\n".join(each for each in (tie.label, note) if each and each != label)
        elif not tie.kind:
            label = ""  # the label itself was the word for the kind
        usual = classification in MUTUAL
        values = {**self._values(tie), **self._weights(tie), **({"note": note} if note else {})}
        new = Relation(
            id=self._ids.id_for(tie.id),
            subject_id=subject.id,
            object_id=target.id,
            classification=classification,
            label=label,
            mutual=None if tie.mutual == usual else tie.mutual,
            **{**word_for(tie, subject, target), **values},
        )
        self._wanted.append(Wanted(_relation_key(new), self._number, tie.id, new, values))

    def _values(self, tie: ForeignTie) -> dict[str, Any]:
        values = dated(tie.start, tie.end, tie.place, self._losses)
        sources = parted(tie.sources)
        given = given_word(tie, self._nodes, self._losses)
        return {**values, **({"sources": sources} if sources else {}), **given}

    def _weights(self, tie: ForeignTie) -> dict[str, float | None]:
        """Return strength or distance: one of them, since a tie has no two measures."""
        strength, distance = tie.strength, tie.distance
        if self._meaning is Meaning.STRENGTH:
            strength = tie.weight if strength is None else strength
        elif self._meaning is Meaning.DISTANCE:
            distance = tie.weight if distance is None else distance
        if strength is not None:
            return {"strength": strength, "distance": None}
        return {} if distance is None else {"strength": None, "distance": distance}


def _met(
    each: Matched[Membership] | Matched[Relation],
) -> tuple[int, Membership | Relation | None, Membership | Relation]:
    return each.number, each.before, each.after


def _state(before: Membership | Relation | None, after: Membership | Relation) -> State:
    if before is None:
        return State.NEW
    return State.UNCHANGED if before == after else State.CHANGED


def _member_key(each: Membership) -> Key:
    member = each.member_organization_id or each.post_id or ""
    return each.organization_id, member, each.role


def _relation_key(each: Relation) -> Key:
    mutual = each.classification in MUTUAL if each.mutual is None else each.mutual
    ends = (each.subject_id, each.object_id)
    return (*(sorted(ends) if mutual else ends), each.classification, each.label, str(mutual))
