"""Reading Popolo JSON: organisations, posts and memberships, and relations of our own."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from network.exchange.columns import joined
from network.exchange.foreign import ForeignTopic, Format, Left
from network.exchange.gathering import Gathering
from network.exchange.json_text import record_of, text_of_value
from network.exchange.unreadable import Fault, Place, UnreadableNetwork
from network.exchange.vocabulary import POST
from network.graph import TieKind

_LISTED: Final = ("organizations", "posts", "memberships", "areas", "relations", "topics")
_NAMES: Final = {
    "name": "label",
    "classification": "kind",
    "founding_date": "start_date",
    "dissolution_date": "end_date",
    "stated_by_id": "stated_by",
    "confirmed_by_id": "confirmed_by",
    "disputed_by_id": "disputed_by",
    "on_behalf_of_id": "on_behalf_of",
}
_INNER: Final = {
    "other_names": ("name",),
    "identifiers": ("identifier",),
    "sources": ("url", "note"),
}
_PEOPLE: Final = frozenset({"contact_details", "email", "persons", "person", "person_id"})
"""What tells of people; it is not taken."""


def is_popolo(whole: Mapping[str, Any]) -> bool:
    """Say whether JSON lists organisations."""
    return isinstance(whole.get("organizations"), list)


def read(whole: Mapping[str, Any]) -> Gathering:
    """Return what Popolo JSON holds; raise `UnreadableNetwork` with the item that is none."""
    found = Gathering(Format.POPOLO, declared=False)
    for name in (each for each in whole if each not in (*_LISTED, "persons")):
        found.losses.add(Left.SECTION, detail=str(name)[:80])
    if people := whole.get("persons"):
        count = len(people) if isinstance(people, list) else 1
        found.losses.add(Left.PERSON, Place(listed="persons"), count=count)
    areas = {
        text_of_value(area.get("id")): text_of_value(area.get("name"))
        for _place, area in _items(whole, "areas")
    }
    for place, unit in _items(whole, "organizations"):
        _organization(unit, areas, place, found)
    for place, post in _items(whole, "posts"):
        _post(post, place, found)
    for place, each in _items(whole, "memberships"):
        _membership(each, place, found)
    for place, each in _items(whole, "relations"):
        _relation(each, place, found)
    for _place, topic in _items(whole, "topics"):
        term, parent, key = (text_of_value(topic.get(each)) for each in ("term", "parent", "id"))
        if term:
            found.topic(ForeignTopic(term[:500], parent[:500], key))
    return found


def _items(whole: Mapping[str, Any], name: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    listed = whole.get(name) or []
    if not isinstance(listed, list):
        raise UnreadableNetwork(Fault.NOT_POPOLO, Place(listed=name))
    for number, each in enumerate(listed, 1):
        place = Place(row=number, listed=name)
        yield place, dict(record_of(each, place))


def _organization(
    unit: dict[str, Any], areas: Mapping[str, str], place: Place, found: Gathering
) -> None:  # fmt: skip
    identifier = text_of_value(unit.pop("id", "")) or text_of_value(unit.get("name"))
    parent = text_of_value(unit.pop("parent_id", ""))
    area = unit.pop("area", None)
    district = text_of_value(area.get("name")) if isinstance(area, dict) else text_of_value(area)
    district = areas.get(text_of_value(unit.pop("area_id", "")), district)
    links = unit.pop("links", [])
    website = next(iter(_inner(links, ("url",))), "")
    values = _values(unit, place, found)
    found.node(identifier, {**values, "district": district, "website": website}, place)
    if parent:
        found.tie(identifier, parent, False, {"kind": TieKind.PART_OF.value}, place)


def _post(post: dict[str, Any], place: Place, found: Gathering) -> None:
    label, home = text_of_value(post.get("label")), text_of_value(post.pop("organization_id", ""))
    identifier = text_of_value(post.pop("id", "")) or f"{label} ({home})"
    found.node(identifier, {**_values(post, place, found), "kind": POST}, place)
    if home:
        found.tie(identifier, home, False, {"kind": TieKind.POST_OF.value}, place)


def _membership(each: dict[str, Any], place: Place, found: Gathering) -> None:
    if each.get("person_id") or each.get("person"):
        found.losses.add(Left.PERSON, place)
        return
    member = text_of_value(each.pop("member_id", ""))
    post = text_of_value(each.pop("post_id", ""))
    target = text_of_value(each.pop("organization_id", ""))
    values = {**_values(each, place, found), "kind": TieKind.MEMBER_OF.value}
    found.tie(member or post, target, False, values, place)


def _relation(each: dict[str, Any], place: Place, found: Gathering) -> None:
    source, target = (text_of_value(each.pop(name, "")) for name in ("subject_id", "object_id"))
    mutual = each.pop("mutual", None)
    values = _values(each, place, found)
    found.tie(source, target, mutual if isinstance(mutual, bool) else None, values, place)


def _values(record: dict[str, Any], place: Place, found: Gathering) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in record.items():
        if name in _PEOPLE:
            if value:
                found.losses.add(Left.PERSON, place)
        elif name in _INNER:
            values[name] = joined(tuple(_inner(value, _INNER[name])))
        else:
            values[_NAMES.get(name, name)] = text_of_value(value)
    return values


def _inner(listed: object, names: tuple[str, ...]) -> Iterator[str]:
    """Return one text of each item of a list, whether items are records or texts."""
    for each in listed if isinstance(listed, list) else [listed]:
        if isinstance(each, dict):
            yield next((text for name in names if (text := text_of_value(each.get(name)))), "")
        else:
            yield text_of_value(each)
