"""Our records as rows of our own tables: everything of them that is public."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from network.exchange.columns import clean, joined
from network.exchange.template import SHEETS, Column, Sort
from network.organization import Membership, Organization, Post, Relation, Roster, Topic
from network.picture import name_of

Cells = Mapping[str, str | float | None]
_GIVEN = ("stated_by", "confirmed_by", "disputed_by", "on_behalf_of")


class RosterRows:
    """Writes down records; each names others by their name, where only one bears it."""

    def __init__(self, roster: Roster) -> None:
        """Know what everything is called."""
        self._roster = roster
        everyone: tuple[Organization | Post, ...] = (*roster.organizations, *roster.posts)
        names = {each.id: clean(name_of(each)) for each in everyone}
        borne = Counter([*names, *names.values()])
        self._called = {key: name if borne[name] == 1 else key for key, name in names.items()}
        self._terms = {topic.id: _plain(topic.term) for topic in roster.topics}

    def of(self, sort: Sort) -> Iterator[Cells]:
        """Return the rows of a sheet."""
        match sort:
            case Sort.ORGANIZATIONS:
                return map(self._organization, self._roster.organizations)
            case Sort.POSTS:
                return map(self._post, self._roster.posts)
            case Sort.RELATIONS:
                return map(self._relation, self._roster.relations)
            case Sort.MEMBERSHIPS:
                # Who holds a post is a person, and people do not go out.
                return (
                    self._membership(each)
                    for each in self._roster.memberships
                    if each.person_id is None
                )
            case Sort.TOPICS:
                return map(self._topic, self._roster.topics)

    def _organization(self, unit: Organization) -> Cells:
        topics = joined(tuple(self._terms[each] for each in unit.topic_ids if each in self._terms))
        yes_or_no = {True: "yes", False: "no", None: ""}[unit.open_for_cooperation]
        return {
            **_plainly(unit, Sort.ORGANIZATIONS),
            "label": clean(unit.name),
            "kind": unit.classification.value,
            "part_of": self._name(unit.parent_id),
            "successor_of": self._name(unit.successor_of_id),
            "topics": topics,
            "open_for_cooperation": yes_or_no,
            "confirmed_on": unit.confirmed_on.isoformat() if unit.confirmed_on else "",
        }

    def _post(self, post: Post) -> Cells:
        return {
            **_plainly(post, Sort.POSTS),
            "post_of": self._name(post.organization_id),
            "occupancy": post.occupancy.value,
        }

    def _relation(self, relation: Relation) -> Cells:
        mutual = {True: "yes", False: "no", None: ""}[relation.mutual]
        return {
            **_plainly(relation, Sort.RELATIONS),
            **self._given(relation),
            "source": self._name(relation.subject_id),
            "kind": relation.classification.value,
            "target": self._name(relation.object_id),
            "mutual": mutual,
            "strength": relation.strength,
            "distance": relation.distance,
        }

    def _membership(self, each: Membership) -> Cells:
        return {
            **_plainly(each, Sort.MEMBERSHIPS),
            **self._given(each),
            "source": self._name(each.member_organization_id or each.post_id),
            "target": self._name(each.organization_id),
            "role": each.role.value,
        }

    def _topic(self, topic: Topic) -> Cells:
        return {
            "id": topic.id,
            "term": self._terms[topic.id],
            "parent": self._terms.get(topic.parent_id or "", ""),
        }

    def _given(self, record: Membership | Relation) -> Cells:
        return {name: self._name(getattr(record, f"{name}_id", None)) for name in _GIVEN}

    def _name(self, key: str | None) -> str:
        return self._called.get(key or "", "")


def _plainly(record: Any, sort: Sort) -> dict[str, str | float | None]:  # noqa: ANN401  (any record)
    """Return the fields of a record that are columns of its sheet by the same name."""
    sheet = next(each for each in SHEETS if each.sort is sort)
    return {
        column.key: _cell(getattr(record, column.key), column)
        for column in sheet.columns
        if hasattr(record, column.key)
    }


def _cell(value: object, column: Column) -> str:
    if column.several and isinstance(value, tuple):
        return joined(tuple(_plain(each) for each in value))
    return clean(str(value)) if value is not None else ""


def _plain(text: str) -> str:
    """Return a value of a list: lines and bars part such values, so it has none itself."""
    return " ".join(clean(text).replace("|", "¦").split())
