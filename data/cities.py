"""Taking a whole city from files: its network, its figures, its concept."""

from enum import StrEnum
from typing import TypeVar

from accounts.event import Verb
from accounts.identity import Identity
from accounts.permissions import Permission
from data.change import change
from data.city_files import CityFiles, FaultyFile, Line
from data.identifier import new_id
from data.organizations import insert_organization
from data.positions import place_new
from data.rows import to_row
from data.store import Store
from network.address import web_address
from network.organization import (
    Classification,
    Membership,
    MembershipRole,
    Organization,
    Post,
    Relation,
    RelationKind,
    Topic,
)

E = TypeVar("E", bound=StrEnum)
Keys = dict[str, str]


def import_network(store: Store, actor: Identity, city: CityFiles) -> Keys:
    """Take topics, organisations, posts and ties from a city's files, all or nothing.

    Returns the id of every key. Raises `FaultyFile` where a word of a vocabulary is unknown.
    """
    city_id = new_id()
    with change(
        store, actor, Permission.NETWORK_IMPORT, Verb.IMPORTED, ("network", city_id)
    ) as detail:
        keys = {
            line["key"]: new_id()
            for table in ("topics", "organizations", "posts")
            for line in city.tables[table]
        }
        _insert_topics(store, city.tables["topics"], keys)
        for line in _parents_first(city.tables["organizations"]):
            insert_organization(store, _organization(line, keys), line["key"])
        for line in city.tables["posts"]:
            store.insert("posts", {**to_row(_post(line, keys)), "source_key": line["key"]})
        for line in city.tables["memberships"]:
            store.insert("memberships", to_row(_membership(line, keys)))
        for line in city.tables["relations"]:
            store.insert("relations", to_row(_relation(line, keys)))
        place_new(store)
        detail |= {table: len(lines) for table, lines in city.tables.items()}
    return keys


def _insert_topics(store: Store, lines: list[Line], keys: Keys) -> None:
    for line in sorted(lines, key=lambda each: bool(each["parent"])):
        topic = Topic(id=keys[line["key"]], term=line["term"], parent_id=keys.get(line["parent"]))
        store.insert("topics", {**to_row(topic), "source_key": line["key"]})


def _parents_first(lines: list[Line]) -> list[Line]:
    """Order units so that what they refer to is there before them; refuse a circle."""
    waiting, placed, ordered = list(lines), set[str](), list[Line]()
    while waiting:
        ready = [
            line
            for line in waiting
            if all(not line[each] or line[each] in placed for each in ("parent", "successor_of"))
        ]
        if not ready:
            raise FaultyFile(waiting[0], "parent", "in a circle")
        ordered += ready
        placed |= {line["key"] for line in ready}
        waiting = [line for line in waiting if line["key"] not in placed]
    return ordered


def _organization(line: Line, keys: Keys) -> Organization:
    return Organization(
        id=keys[line["key"]],
        name=line["name"],
        classification=_word(Classification, line, "classification"),
        short_name=line["short_name"],
        other_names=line.many("other_names"),
        parent_id=keys.get(line["parent"]),
        district=line["district"],
        website=_web_address(line),
        description=line["description"],
        languages=line.many("languages"),
        target_groups=line.many("target_groups"),
        topic_ids=tuple(keys[topic] for topic in line.many("topics")),
        offers=line.many("offers"),
        needs=line.many("needs"),
        open_for_cooperation=_yes_or_no(line["open_for_cooperation"]),
        start_date=line["start_date"] or None,
        end_date=line["end_date"] or None,
        successor_of_id=keys.get(line["successor_of"]),
        sources=line.many("source"),
    )


def _post(line: Line, keys: Keys) -> Post:
    return Post(
        id=keys[line["key"]],
        label=line["label"],
        organization_id=keys[line["organization"]],
        role=line["role"],
        description=line["description"],
        sources=line.many("source"),
        start_date=line["start_date"] or None,
        end_date=line["end_date"] or None,
    )


def _membership(line: Line, keys: Keys) -> Membership:
    return Membership(
        id=new_id(),
        organization_id=keys[line["organization"]],
        role=_word(MembershipRole, line, "role"),
        member_organization_id=keys.get(line["member"]),
        post_id=keys.get(line["post"]),
        on_behalf_of_id=keys.get(line["on_behalf_of"]),
        sources=line.many("source"),
        start_date=line["start_date"] or None,
        end_date=line["end_date"] or None,
    )


def _relation(line: Line, keys: Keys) -> Relation:
    return Relation(
        id=new_id(),
        subject_id=keys[line["subject"]],
        object_id=keys[line["object"]],
        classification=_word(RelationKind, line, "classification"),
        strength=float(line["strength"]) if line["strength"] else None,
        note=line["note"],
        sources=line.many("source"),
        start_date=line["start_date"] or None,
        end_date=line["end_date"] or None,
    )


def _web_address(line: Line) -> str:
    try:
        return web_address(line["website"])
    except ValueError:
        raise FaultyFile(line, "website", "not a web address") from None


def _yes_or_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


def _word(vocabulary: type[E], line: Line, column: str) -> E:
    try:
        return vocabulary(line[column])
    except ValueError:
        raise FaultyFile(line, column, "unknown word") from None
