"""Measures as plain data for programs."""

from dataclasses import asdict
from typing import Any

from network.graph import Graph, records
from network.measures.result import Measures, NodeMeasures
from network.organization import Organization, Post

Json = dict[str, Any]


def as_json(measures: Measures, graph: Graph) -> Json:
    """Return the measures as data for JSON, None where undefined.

    The id of a node is the one that it bore in the file it came from, where it has one.
    """
    known = records(graph)
    return {
        "network": _network(measures),
        "nodes": [_node(each, known[each.id]) for each in measures.nodes],
        "communities": [
            [outside_id(known[node]) for node in group] for group in measures.communities
        ],
    }


def outside_id(record: Organization | Post) -> str:
    """Return the id of a record in the file it came from, else its own."""
    identifiers = record.identifiers if isinstance(record, Organization) else ()
    return identifiers[0] if identifiers else record.id


def _network(measures: Measures) -> Json:
    whole, simple, modes = measures.network, measures.simple, measures.two_mode
    names = {each.id: each.name for each in measures.nodes}
    found = asdict(whole)
    found["cut_points"] = sorted(names[node] for node in whole.cut_points)
    found["bridges"] = sorted(sorted((names[a], names[b])) for a, b in whole.bridges)
    return {
        **found,
        "rule": simple.rule,
        "self_ties_dropped": simple.loops,
        "parallel_ties_joined": simple.collapsed,
        "ties_without_number": simple.unstated,
        "ties_with_unusable_number": simple.unweighable,
        "two_mode": modes
        and {
            "subjects": len(modes.subjects),
            "objects": len(modes.objects),
            "density": modes.density,
        },
    }


def _node(each: NodeMeasures, record: Organization | Post) -> Json:
    roles = each.brokerage
    return {
        **asdict(each),
        "id": outside_id(record),
        "brokerage": roles and {**asdict(roles), "total": roles.total},
        "group": each.group or None,
    }
