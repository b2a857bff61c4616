"""A network that was read, as JSON from one process to another, and a refusal."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from network.exchange.foreign import (
    ForeignNetwork,
    ForeignNode,
    ForeignTie,
    ForeignTopic,
    Format,
    Left,
    Loss,
)
from network.exchange.unreadable import NOWHERE, Fault, Place, UnreadableNetwork

Plain = dict[str, Any]
T = TypeVar("T", ForeignNode, ForeignTie, ForeignTopic, Place)


def network_to_plain(network: ForeignNetwork) -> Plain:
    """Return a network as values of JSON."""
    return {
        "format": network.format.value,
        "nodes": [_plain(each) for each in network.nodes],
        "ties": [_plain(each) for each in network.ties],
        "topics": [_plain(each) for each in network.topics],
        "losses": [
            [each.code.value, each.count, each.detail, [_plain(at) for at in each.places]]
            for each in network.losses
        ],
        "telling_ids": network.telling_ids,
        "two_mode": network.two_mode,
        "grouped": network.grouped,
        "heads": dict(network.heads),
    }


def network_from_plain(plain: Mapping[str, Any]) -> ForeignNetwork:
    """Return the network again."""
    modes = plain["two_mode"]
    return ForeignNetwork(
        format=Format(plain["format"]),
        nodes=tuple(_record(ForeignNode, each) for each in plain["nodes"]),
        ties=tuple(_record(ForeignTie, each) for each in plain["ties"]),
        topics=tuple(_record(ForeignTopic, each) for each in plain["topics"]),
        losses=tuple(_loss(*each) for each in plain["losses"]),
        telling_ids=plain["telling_ids"],
        two_mode=(modes[0], modes[1]) if modes else None,
        grouped=plain["grouped"],
        heads=plain["heads"],
    )


def refusal_to_plain(fault: UnreadableNetwork) -> Plain:
    """Return why a file is not taken as values of JSON."""
    return {
        "code": fault.code.value,
        "place": _plain(fault.place),
        "detail": fault.detail[:2_000],
        "limit": fault.limit,
        "of_nodes": fault.of_nodes,
    }


def refusal_from_plain(plain: Mapping[str, Any]) -> UnreadableNetwork:
    """Return the refusal again."""
    place = _record(Place, plain["place"])
    fault = UnreadableNetwork(Fault(plain["code"]), place, plain["detail"], plain["limit"])
    fault.of_nodes = plain["of_nodes"]
    return fault


def _plain(record: ForeignNode | ForeignTie | ForeignTopic | Place) -> Plain:
    """Return what of a record is not as it is without saying."""
    found: Plain = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, Place):
            if value != NOWHERE:
                found[each.name] = _plain(value)
        elif value not in (each.default, {}):
            found[each.name] = value
    return found


def _record(kind: type[T], plain: Mapping[str, Any]) -> T:
    if "place" in plain:
        plain = {**plain, "place": Place(**plain["place"])}
    return kind(**plain)


def _loss(code: str, count: int, detail: str, places: list[Plain]) -> Loss:
    found = tuple(_record(Place, each) for each in places)
    return Loss(Left(code), count, found[0] if found else NOWHERE, detail, found)
