"""What a file says of a node, as fields of our records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from network.address import web_address
from network.exchange.columns import FALSE, LISTS, TRUE, parsed_date, parted
from network.exchange.foreign import ForeignNode, Left
from network.exchange.known_topics import KnownTopics
from network.exchange.losses import Losses
from network.exchange.unreadable import Place
from network.organization import Occupancy
from network.validity import first_day, last_day

_TEXTS = ("short_name", "description", "district")
_LISTS = tuple(name for name in LISTS if name != "topics")


def organization_values(node: ForeignNode, topics: KnownTopics, losses: Losses) -> dict[str, Any]:
    """Return the fields of an organisation that a node says something about."""
    found = node.attributes
    values: dict[str, Any] = {name: found[name] for name in _TEXTS if found.get(name)}
    values |= {name: parted(found[name]) for name in _LISTS if found.get(name)}
    if terms := parted(found.get("topics", "")):
        values["topic_ids"] = tuple(dict.fromkeys(topics.id_of(term) for term in terms))
    if node.partition:
        values["partition"] = node.partition
    values |= dict(_checked(node, losses))
    return values | dated(node.start, node.end, node.place, losses)


def post_values(node: ForeignNode, losses: Losses) -> dict[str, Any]:
    """Return the fields of a post that a node says something about."""
    found = node.attributes
    values: dict[str, Any] = {
        name: found[name] for name in ("role", "description") if name in found
    }
    if sources := parted(found.get("sources", "")):
        values["sources"] = sources
    word = found.get("occupancy", "").strip().lower()
    if word in set(Occupancy):
        values["occupancy"] = Occupancy(word)
    elif word:
        losses.add(Left.BAD_VALUE, replace(node.place, column="occupancy"), word[:80])
    return values | dated(node.start, node.end, node.place, losses)


def dated(start: str, end: str, place: Place, losses: Losses) -> dict[str, Any]:
    """Return the dates that are said; an end before the start is left out."""
    if start and end and last_day(end) < first_day(start):
        losses.add(Left.BAD_DATE, replace(place, column="end_date"), f"{start} – {end}")
        end = ""
    found = {"start_date": start, "end_date": end}
    return {name: day for name, day in found.items() if day}


def _checked(node: ForeignNode, losses: Losses) -> Iterator[tuple[str, Any]]:
    found = node.attributes
    if website := found.get("website"):
        try:
            yield "website", web_address(website)
        except PydanticCustomError:
            losses.add(Left.BAD_WEBSITE, replace(node.place, column="website"), website[:200])
    word = found.get("open_for_cooperation", "").casefold()
    if word in TRUE or word in FALSE:
        yield "open_for_cooperation", word in TRUE
    elif word:
        place = replace(node.place, column="open_for_cooperation")
        losses.add(Left.BAD_VALUE, place, word[:80])
    day = parsed_date(found.get("confirmed_on", ""))
    if day and len(day) == 10:
        yield "confirmed_on", date.fromisoformat(day)
    elif found.get("confirmed_on"):
        place = replace(node.place, column="confirmed_on")
        losses.add(Left.BAD_DATE, place, found["confirmed_on"][:80])
