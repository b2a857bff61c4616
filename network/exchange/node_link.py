"""Reading JSON: node-link data of networkx, blueprints of Kumu, and our own."""

import json
from collections.abc import Mapping
from typing import Any

from network.exchange import popolo
from network.exchange.foreign import Format
from network.exchange.gathering import Gathering
from network.exchange.json_text import record_of, text_of_value
from network.exchange.text import text_of
from network.exchange.unreadable import Fault, Place, UnreadableNetwork


def read(source: bytes) -> Gathering:
    """Return what a JSON file holds; raise `UnreadableNetwork` with the line that is broken."""
    whole = _parsed(text_of(source))
    try:
        return popolo.read(whole) if popolo.is_popolo(whole) else _read(whole)
    except RecursionError:  # lists in lists, not too deep to parse
        raise UnreadableNetwork(Fault.BROKEN_JSON, Place(line=1)) from None


def _read(whole: Mapping[str, Any]) -> Gathering:
    nodes_name, ties_name = _names(whole)
    nodes, ties = whole[nodes_name], whole[ties_name]
    kumu = nodes_name == "elements"
    found = Gathering(Format.JSON, declared=not kumu)
    usual = None if kumu and "directed" not in whole else not whole.get("directed", False)
    ids: list[str] = []
    for number, node in enumerate(nodes, 1):
        place = Place(row=number, listed=nodes_name)
        values = _values(node, place)
        identifier = values.pop("id", values.pop("_id", ""))
        if not identifier:
            identifier = next((values[each] for each in ("label", "name") if each in values), "")
        ids.append(identifier)
        found.node(identifier, values, place)
    # Older node-link data names nodes by their place in the list.
    by_place = bool(nodes) and not any("id" in node or "_id" in node for node in nodes)
    ends = (
        ("from", "to")
        if ties and isinstance(ties[0], dict) and "from" in ties[0]
        else ("source", "target")
    )
    for number, tie in enumerate(ties, 1):
        place = Place(row=number, listed=ties_name)
        values = _values(tie, place)
        start, end = (values.pop(each, "") for each in ends)
        if by_place and not kumu:
            start, end = (_at(ids, each) for each in (start, end))
        found.tie(start, end, usual, values, place)
    return found


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as fault:
        place = Place(line=fault.lineno)
        raise UnreadableNetwork(Fault.BROKEN_JSON, place, fault.msg) from None
    except (ValueError, RecursionError):
        raise UnreadableNetwork(Fault.BROKEN_JSON, Place(line=1)) from None
    if not isinstance(whole, dict):
        raise UnreadableNetwork(Fault.NOT_A_NETWORK)
    return whole


def _names(whole: Mapping[str, Any]) -> tuple[str, str]:
    """Return under what names the lists of nodes and ties stand."""
    for nodes, ties in (("nodes", "links"), ("nodes", "edges"), ("elements", "connections")):
        if isinstance(whole.get(nodes), list) and isinstance(whole.get(ties), list):
            return nodes, ties
    raise UnreadableNetwork(Fault.NOT_A_NETWORK)


def _values(record: object, place: Place) -> dict[str, str]:
    """Return what a record says as texts; Kumu puts its own fields under `attributes`."""
    flat = {**record_of(record, place)}
    attributes = flat.pop("attributes", None)
    if isinstance(attributes, dict):
        flat = {**attributes, **flat}
    return {name: text for name, value in flat.items() if (text := text_of_value(value))}


def _at(ids: list[str], place: str) -> str:
    return ids[int(place)] if place.isdecimal() and int(place) < len(ids) else place
