"""From the texts of a file to nodes and ties: columns known, numbers and dates read."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from network.exchange.columns import (
    FALSE,
    TRUE,
    by_our_names,
    direction_of,
    number_text,
    parsed_date,
    parsed_number,
)
from network.exchange.foreign import ForeignNode, ForeignTie, Left
from network.exchange.losses import Losses
from network.exchange.unreadable import Place

_OWN = ("id", "label", "kind", "partition", "start", "end")
_LONGEST = 500
"""Characters of a name."""


class Described(Protocol):
    """What has texts by column, and a place in a file."""

    @property
    def values(self) -> Mapping[str, str]:
        """Return the texts by the heads of the file."""

    @property
    def place(self) -> Place:
        """Return where it stands."""


class DescribedTie(Described, Protocol):
    """The same of a tie."""

    @property
    def source(self) -> str:
        """Return where it begins."""

    @property
    def target(self) -> str:
        """Return where it ends."""

    @property
    def mutual(self) -> bool | None:
        """Say whether it holds both ways; None is not said."""


def report_columns(
    met: Iterable[Described], known: Mapping[str, str], group: str, losses: Losses
) -> None:
    """Count the columns that our records have no place for, or have filled already."""
    for each in met:
        taken = by_our_names(each.values, known)
        for head, text in each.values.items():
            if head != group and (head not in known or taken[known[head]] != text):
                losses.add(Left.COLUMN, replace(each.place, column=""), head)


def settled_node(
    identifier: str, met: Described, known: Mapping[str, str], group: str, losses: Losses
) -> ForeignNode:
    """Return a node with what is known of it by our names."""
    values = by_our_names(met.values, known)
    partition = met.values.get(group, "") if group else values.get("partition", "")
    if group and known.get(group) == "kind":
        values.pop("kind", None)
    label = values.get("label", "")
    if len(label or identifier) > _LONGEST:
        losses.add(Left.TOO_LONG, met.place)
        label = (label or identifier)[:_LONGEST]
    return ForeignNode(
        id=identifier,
        label="" if label == identifier else label,
        kind=values.get("kind", ""),
        partition=partition,
        start=_day(values, "start", met.place, losses),
        end=_day(values, "end", met.place, losses),
        attributes={name: text for name, text in values.items() if name not in _OWN},
        place=met.place,
    )


def settled_tie(met: DescribedTie, known: Mapping[str, str], losses: Losses) -> ForeignTie:
    """Return a tie with what is known of it by our names."""
    values = by_our_names(met.values, known)
    mutual, kind = _direction_and_kind(met.mutual, values)
    if mutual is None:
        losses.add(Left.UNDIRECTED, met.place)
    strength = _number(values, "strength", met.place, losses)
    distance = _number(values, "distance", met.place, losses)
    weight = None
    if strength is None and distance is None:
        weight = _number(values, "weight", met.place, losses)
    return ForeignTie(
        source=met.source,
        target=met.target,
        mutual=bool(mutual),
        kind=kind,
        label=values.get("label", ""),
        note=values.get("note", ""),
        role=values.get("role", ""),
        weight=weight,
        strength=strength,
        distance=distance,
        start=_day(values, "start", met.place, losses),
        end=_day(values, "end", met.place, losses),
        confirmation=values.get("confirmation", ""),
        sources=values.get("sources", ""),
        stated_by=values.get("stated_by", ""),
        confirmed_by=values.get("confirmed_by", ""),
        disputed_by=values.get("disputed_by", ""),
        on_behalf_of=values.get("on_behalf_of", ""),
        id=values.get("id", ""),
        place=met.place,
    )


def turned(tie: ForeignTie) -> ForeignTie:
    """Return a tie read from its other end."""
    return replace(tie, source=tie.target, target=tie.source)


def _direction_and_kind(said: bool | None, values: dict[str, str]) -> tuple[bool | None, str]:
    """Return whether a tie holds both ways, and its kind; `Type` may mean either."""
    kind = values.get("kind", "")
    word = values.get("type", "")
    by_type = direction_of(word)
    if by_type is None and word:
        kind = kind or word
    for text, meaning in (
        (values.get("mutual", ""), _truth),
        (values.get("direction", ""), direction_of),
        (values.get("directed", ""), _untruth),
    ):
        answer = meaning(text)
        if answer is not None:
            return answer, kind
    return (said if by_type is None else by_type), kind


def _truth(text: str) -> bool | None:
    plain = text.strip().casefold()
    return True if plain in TRUE else False if plain in FALSE else None


def _untruth(text: str) -> bool | None:
    answer = _truth(text)
    return None if answer is None else not answer


def _day(values: Mapping[str, str], name: str, place: Place, losses: Losses) -> str:
    text = values.get(name, "")
    day = parsed_date(text) if text else ""
    if day is None:
        losses.add(Left.BAD_DATE, replace(place, column=f"{name}_date"), text[:80])
    return day or ""


def _number(values: Mapping[str, str], name: str, place: Place, losses: Losses) -> float | None:
    """Return a positive number; nothing else says how near or far two are."""
    text = values.get(name, "")
    number = parsed_number(text) if text else None
    if text and (number is None or number <= 0):
        shown = text[:80] if number is None else number_text(number)
        losses.add(Left.BAD_WEIGHT, replace(place, column=name), shown)
        return None
    return number
