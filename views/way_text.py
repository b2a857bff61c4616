"""The ways between chosen nodes as sentences: who, by what tie, to whom."""

from collections.abc import Iterable, Mapping

from network.organization import Organization, Post
from network.picture import name_of
from network.ways import Way
from views.tie_words import leg_text
from views.words import _, plural


def way_texts(records: Mapping[str, Organization | Post], found: Iterable[Way]) -> list[str]:
    """Return one sentence for each way, or that there is none."""
    return [way_text(records, each) for each in found]


def way_text(records: Mapping[str, Organization | Post], way: Way) -> str:
    """Return a way as names joined by the kinds of tie, and how many are as short."""
    start, end = name_of(records[way.start]), name_of(records[way.end])
    if not way.legs:
        return _("No way from {start} to {end} in what is shown.", start=start, end=end)
    told = start + "".join(f" – {leg_text(leg)} → {name_of(records[leg.end])}" for leg in way.legs)
    steps = plural("{n} step", "{n} steps", len(way.legs))
    if way.count == 1:
        return _("{way} ({steps}, the only way as short)", way=told, steps=steps)
    return _("{way} ({steps}, one of {n} ways as short)", way=told, steps=steps, n=way.count)
