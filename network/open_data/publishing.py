"""From our records to those that go out: what is public, and in which words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from network import organization as ours
from network.former_name import FormerName, called_on
from network.graph import confirmation
from network.open_data import popolo
from network.open_data.popolo import known_terms, sources_of
from network.validity import holds_on


@dataclass(frozen=True, slots=True)
class Times:
    """When a record was made and last changed, as RFC 3339."""

    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class PublicNetwork:
    """The whole public network with the times of its records.

    `led_on` maps the ids of entries that were merged to the entries they became part of.
    """

    roster: ours.Roster
    times: Mapping[str, Times]
    led_on: Mapping[str, str] = field(default_factory=dict)
    outdated: Collection[str] = frozenset()
    former: Mapping[str, Sequence[FormerName]] = field(default_factory=dict)

    def on(self, unit: ours.Organization, day: date | None) -> ours.Organization:
        """Return an organisation with the name of a day; without one with that of today."""
        return called_on(unit, self.former.get(unit.id, ()), day) if day else unit

    def leads_to(self, identifier: str) -> str | None:
        """Return the entry that an old id leads to now; None for an id that was never merged."""
        here, seen = identifier, {identifier}
        while here in self.led_on and self.led_on[here] not in seen:
            here = self.led_on[here]
            seen.add(here)
        return None if here == identifier else here


class Publisher:
    """Writes public records; `site` is the address under which they are found."""

    def __init__(self, network: PublicNetwork, site: str) -> None:
        """Gather what several records need."""
        self._network, self._site = network, site
        self._terms = {topic.id: topic.term for topic in network.roster.topics}
        self._organizations = {each.id for each in network.roster.organizations}
        self._posts = {each.id for each in network.roster.posts}
        self._held = frozenset(
            each.post_id
            for each in network.roster.memberships
            if each.person_id and each.post_id and holds_on(each.start_date, each.end_date, None)
        )

    def ties(self) -> Iterator[ours.Relation]:
        """Give the relations whose both ends are public."""
        known = self._organizations | self._posts
        for each in self._network.roster.relations:
            if each.subject_id in known and each.object_id in known:
                yield each

    def memberships(self) -> Iterator[ours.Membership]:
        """Give the memberships of organisations and posts; who holds a post stays inside."""
        for each in self._network.roster.memberships:
            member = each.member_organization_id or each.post_id
            known = member in self._organizations or member in self._posts
            if each.person_id is None and known and each.organization_id in self._organizations:
                yield each

    def organization(self, unit: ours.Organization) -> popolo.Organization:
        """Return one organisation as it goes out."""
        parent = unit.parent_id
        names = sorted(self._network.former.get(unit.id, ()), key=lambda each: each.until)
        ended = {text: each.until for each in names for text in (each.name, each.short_name)}
        return popolo.Organization(
            **self._times(unit.id),
            name=unit.name,
            short_name=unit.short_name or None,
            other_names=tuple(
                popolo.OtherName(name=each, end_date=ended.get(each)) for each in unit.other_names
            ),
            identifiers=tuple(popolo.Identifier(identifier=each) for each in unit.identifiers),
            classification=unit.classification,
            parent_id=parent,
            sub_organization_of=f"{self._site}/api/v1/organizations/{parent}" if parent else None,
            predecessor_id=unit.successor_of_id,
            predecessor_ids=unit.predecessor_ids,
            founding_date=unit.start_date,
            dissolution_date=unit.end_date,
            area=popolo.Area(name=unit.district) if unit.district else None,
            description=unit.description or None,
            website=unit.website or None,
            languages=unit.languages,
            target_groups=unit.target_groups,
            topic_ids=unit.topic_ids,
            keyword=known_terms(unit.topic_ids, self._terms),
            offers=unit.offers,
            needs=unit.needs,
            open_for_cooperation=unit.open_for_cooperation,
            confirmed_on=unit.confirmed_on,
            possibly_outdated=unit.id in self._network.outdated,
            sources=sources_of(unit.sources),
            web=f"{self._site}/organisation?id={unit.id}",
        )

    def gone(self, identifier: str) -> popolo.Deleted:
        """Return what is left of an entry that became part of another one."""
        return popolo.Deleted(**self._times(identifier), type="Organization")

    def post(self, post: ours.Post) -> popolo.Post:
        """Return one post as it goes out: whether it is held, and not by whom."""
        return popolo.Post(
            **self._times(post.id),
            label=post.label,
            role=post.role or None,
            organization_id=post.organization_id,
            description=post.description or None,
            occupancy=ours.Occupancy.HELD if post.id in self._held else post.occupancy,
            start_date=post.start_date,
            end_date=post.end_date,
            sources=sources_of(post.sources),
        )

    def membership(self, each: ours.Membership) -> popolo.Membership:
        """Return one membership as it goes out."""
        return popolo.Membership(
            **self._times(each.id),
            organization_id=each.organization_id,
            role=each.role,
            member_id=each.member_organization_id or each.post_id or "",
            member_type="Organization" if each.member_organization_id else "Post",
            post_id=each.post_id,
            on_behalf_of_id=each.on_behalf_of_id,
            start_date=each.start_date,
            end_date=each.end_date,
            confirmation=confirmation(each),
            sources=sources_of(each.sources),
        )

    def relation(self, each: ours.Relation) -> popolo.Relation:
        """Return one tie as it goes out."""
        mutual = each.classification in ours.MUTUAL if each.mutual is None else each.mutual
        return popolo.Relation(
            **self._times(each.id),
            subject_id=each.subject_id,
            object_id=each.object_id,
            classification=each.classification,
            label=each.label or None,
            mutual=mutual,
            strength=each.strength,
            distance=each.distance,
            note=each.note or None,
            start_date=each.start_date,
            end_date=each.end_date,
            confirmation=confirmation(each),
            sources=sources_of(each.sources),
        )

    def topic(self, topic: ours.Topic) -> popolo.Topic:
        """Return one topic as it goes out."""
        return popolo.Topic(**self._times(topic.id), name=topic.term, parent_id=topic.parent_id)

    def _times(self, identifier: str) -> dict[str, Any]:
        times = self._network.times[identifier]
        return {"id": identifier, "created": times.created, "modified": times.modified}
