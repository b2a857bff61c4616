"""From our graph to the plain values that files hold: lists joined, what is empty left out."""

from collections import Counter
from collections.abc import Iterator

from network.exchange.columns import clean, joined
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie, ForeignTopic, Format
from network.graph import Graph, Tie, records, ties
from network.organization import Occupancy, Organization, Post
from network.picture import kind_of, name_of


def foreign_of(graph: Graph) -> ForeignNetwork:
    """Return a graph as a file tells it.

    A node bears the first id that it had in a file it came from, where no other node bears
    it too; else its own.
    """
    known = records(graph)
    ids = file_ids(graph)
    terms = {key: topic.term for key, topic in graph.graph.get("topics", {}).items()}
    held = graph.graph.get("held", frozenset())
    return ForeignNetwork(
        format=Format.JSON,
        nodes=tuple(
            ForeignNode(
                id=ids[key],
                label=clean(name_of(record)),
                kind=kind_of(record),
                partition="" if isinstance(record, Post) else clean(record.partition),
                start=record.start_date or "",
                end=record.end_date or "",
                attributes=dict(_attributes(record, terms, held)),
            )
            for key, record in known.items()
        ),
        ties=tuple(_tie(tie, ids) for tie in ties(graph)),
        topics=tuple(
            ForeignTopic(topic.term, terms.get(topic.parent_id or "", ""), key)
            for key, topic in graph.graph.get("topics", {}).items()
        ),
    )


def file_ids(graph: Graph) -> dict[str, str]:
    """Return the id that each node bears in a file; no two bear the same."""
    known = records(graph)
    firsts = {
        key: clean(record.identifiers[0])
        for key, record in known.items()
        if isinstance(record, Organization) and record.identifiers
    }
    borne = Counter([*known, *firsts.values()])
    return {
        key: first if (first := firsts.get(key)) and borne[first] == 1 else key for key in known
    }


def _attributes(
    record: Organization | Post, terms: dict[str, str], held: frozenset[str]
) -> Iterator[tuple[str, str]]:
    found = _of_post(record, held) if isinstance(record, Post) else _of_organization(record, terms)
    found["sources"] = joined(record.sources)
    return ((name, text) for name, value in found.items() if (text := clean(value)))


def _of_post(post: Post, held: frozenset[str]) -> dict[str, str]:
    occupancy = Occupancy.HELD if post.id in held else post.occupancy
    shown = "" if occupancy is Occupancy.UNKNOWN else occupancy.value
    return {"role": post.role, "description": post.description, "occupancy": shown}


def _of_organization(unit: Organization, terms: dict[str, str]) -> dict[str, str]:
    open_for = {True: "yes", False: "no", None: ""}[unit.open_for_cooperation]
    return {
        "short_name": unit.short_name,
        "other_names": joined(unit.other_names),
        "description": unit.description,
        "website": unit.website,
        "district": unit.district,
        "topics": joined(tuple(terms[each] for each in unit.topic_ids if each in terms)),
        "languages": joined(unit.languages),
        "target_groups": joined(unit.target_groups),
        "offers": joined(unit.offers),
        "needs": joined(unit.needs),
        "open_for_cooperation": open_for,
        "confirmed_on": unit.confirmed_on.isoformat() if unit.confirmed_on else "",
    }


def _tie(tie: Tie, ids: dict[str, str]) -> ForeignTie:
    return ForeignTie(
        source=ids[tie.subject_id],
        target=ids[tie.object_id],
        mutual=tie.mutual,
        kind=str(tie.kind),
        label=clean(tie.label),
        note=clean(tie.note),
        role=str(tie.role),
        strength=tie.strength,
        distance=tie.distance,
        start=tie.start_date or "",
        end=tie.end_date or "",
        confirmation=tie.confirmation.value,
        sources=clean(joined(tie.sources)),
        id=tie.id,
    )
