"""The texts that a writer puts down for a node and for a tie, by our names for them."""

from network.exchange.columns import number_text
from network.exchange.foreign import ForeignNetwork, ForeignNode, ForeignTie

NODE_HEADS = (
    "kind", "partition", "start_date", "end_date", "short_name", "other_names", "description",
    "website", "district", "topics", "languages", "target_groups", "offers", "needs",
    "open_for_cooperation", "confirmed_on", "sources", "role", "occupancy", "identifiers",
)  # fmt: skip
GIVEN = ("stated_by", "confirmed_by", "disputed_by", "on_behalf_of")
"""Who gave their word for a tie, and on whose behalf."""
TIE_HEADS = (
    "kind", "label", "note", "role", "weight", "strength", "distance", "start_date", "end_date",
    "confirmation", "sources", *GIVEN,
)  # fmt: skip
NUMBERS = frozenset({"weight", "strength", "distance"})


def node_cells(node: ForeignNode) -> dict[str, str]:
    """Return what is known of a node besides its id and label; nothing that is empty."""
    found = {
        "kind": node.kind,
        "partition": node.partition,
        "start_date": node.start,
        "end_date": node.end,
        **node.attributes,
    }
    return {name: text for name, text in found.items() if text}


def tie_cells(tie: ForeignTie) -> dict[str, str]:
    """Return what is known of a tie besides its ends, direction and id.

    `weight` is what other programs know a strength by.
    """
    weight = tie.strength if tie.weight is None else tie.weight
    found = {
        "kind": tie.kind,
        "label": tie.label,
        "note": tie.note,
        "role": tie.role,
        "weight": number_text(weight),
        "strength": number_text(tie.strength),
        "distance": number_text(tie.distance),
        "start_date": tie.start,
        "end_date": tie.end,
        "confirmation": tie.confirmation,
        "sources": tie.sources,
        **{name: getattr(tie, name) for name in GIVEN},
    }
    return {name: text for name, text in found.items() if text}


def node_heads(network: ForeignNetwork) -> list[str]:
    """Return the names that any node has a value of, in our order."""
    used = {name for node in network.nodes for name in node_cells(node)}
    return [name for name in NODE_HEADS if name in used]


def tie_heads(network: ForeignNetwork) -> list[str]:
    """Return the names that any tie has a value of, in our order."""
    used = {name for tie in network.ties for name in tie_cells(tie)}
    return [name for name in TIE_HEADS if name in used]


def all_mutual(network: ForeignNetwork) -> bool:
    """Say whether every tie holds both ways, so that the whole network has no directions."""
    return bool(network.ties) and all(tie.mutual for tie in network.ties)


def distinct_ids(network: ForeignNetwork) -> list[str]:
    """Return an id for each tie, in their order; no two the same, even where a file had such."""
    taken: set[str] = {tie.id for tie in network.ties if tie.id}
    used: set[str] = set()
    found: list[str] = []
    number = 0
    for tie in network.ties:
        identifier = tie.id
        while not identifier or identifier in used:
            candidate = f"t{number}"
            number += 1
            identifier = "" if candidate in taken else candidate
        used.add(identifier)
        found.append(identifier)
    return found
