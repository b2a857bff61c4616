"""What the measures say of the whole, as sentences with their numbers."""

from collections.abc import Mapping
from typing import Final

from network.measures import Measures, NetworkMeasures, Simple, Weights
from views.measure_terms import percent, quoted, value_text
from views.words import _, mark, plural

PARTITIONS: Final[Mapping[str, str]] = {
    "column": mark("the column that divides the network"),
    "kind": mark("the kinds of organisations and posts"),
    "community": mark("the groups found in the ties"),
}
"""Where the groups come from between which somebody mediates."""


def rule_text(simple: Simple) -> str:
    """Say on what the measures are computed, and what fell away."""
    said = [
        _("Ties in their direction; several from one to another count once.")
        if simple.directed
        else _("Without direction; several ties between two count as one.")
    ]
    if simple.weights is Weights.STRENGTH:
        said.append(_("The strength of a tie counts: the stronger, the shorter the way."))
    if simple.weights is Weights.DISTANCE:
        said.append(_("The distance of a tie counts as the length of the way."))
    if simple.unstated:
        said.append(
            plural(
                "{n} tie states no number and counts as 1.",
                "{n} ties state no number and count as 1.",
                simple.unstated,
            )
        )
    if simple.unweighable:
        said.append(
            plural(
                "{n} tie is left out, as its number is not positive.",
                "{n} ties are left out, as their numbers are not positive.",
                simple.unweighable,
            )
        )
    if simple.loops:
        said.append(
            plural(
                "{n} tie of an entry to itself is left out.",
                "{n} ties of entries to themselves are left out.",
                simple.loops,
            )
        )
    return " ".join(said)


def whole_sentences(measures: Measures) -> list[str]:
    """Say how the network as a whole is tied."""
    whole = measures.network
    if not whole.nodes:
        return [_("There is nothing to measure: the network is empty.")]
    return [
        _size(whole),
        _parts(whole),
        _ways(whole),
        _closed(whole),
        _centred(measures),
        _breakable(measures),
        *_two_modes(measures),
    ]


def _size(whole: NetworkMeasures) -> str:
    said = _(
        "{entries} with {pairs}.",
        entries=plural("{n} entry", "{n} entries", whole.nodes),
        pairs=plural("{n} tied pair", "{n} tied pairs", whole.ties),
    )
    if whole.density is None:
        return said
    return f"{said} " + _(
        "That is {share} of all that could be tied (density).", share=percent(whole.density)
    )


def _parts(whole: NetworkMeasures) -> str:
    if whole.components == 1:
        return _("All are connected with all, be it by others.")
    return _(
        "The network falls into {parts}; the largest holds {entries}, {alone} without any tie. "
        "{share} of all pairs cannot reach each other (fragmentation).",
        parts=plural("{n} part", "{n} parts", whole.components),
        entries=plural("{n} entry", "{n} entries", whole.largest_component),
        alone=plural("{n} is", "{n} are", whole.isolates),
        share=percent(whole.fragmentation or 0),
    )


def _ways(whole: NetworkMeasures) -> str:
    if whole.diameter is not None:
        return _(
            "On average it takes {mean} steps from one to another (average path length), at most "
            "{most} (diameter).",
            mean=value_text(whole.average_path_length),
            most=value_text(whole.diameter),
        )
    if whole.diameter_largest_component is None:
        return _("Distances are not determinable: there are no two that reach each other.")
    return _(
        "Mean and greatest distance of the whole are not determinable, as not all reach each "
        "other; in the largest part they are {mean} and {most} steps.",
        mean=value_text(whole.average_path_length_largest_component),
        most=value_text(whole.diameter_largest_component),
    )


def _closed(whole: NetworkMeasures) -> str:
    said = (
        _("Whether partners of one are tied, too, is not determinable: nobody has two partners.")
        if whole.transitivity is None
        else _(
            "Where one is tied to two, these are tied, too, in {share} of the cases "
            "(transitivity).",
            share=percent(whole.transitivity),
        )
    )
    if whole.reciprocity is None:
        return said
    return f"{said} " + _(
        "{share} of the directed ties are answered (reciprocity).", share=percent(whole.reciprocity)
    )


def _centred(measures: Measures) -> str:
    found = measures.network.centralization
    if found.degree is None:
        return _("Centralization is not determinable for fewer than three entries.")
    said = _(
        "Centralization, from 0 (all alike) to 1 (a star): by direct ties {degree}, by bridge "
        "function {bridging}, by closeness {closeness}.",
        degree=value_text(found.degree),
        bridging=value_text(found.betweenness),
        closeness=value_text(found.closeness),
    )
    if found.closeness is not None:
        return said
    reason = (
        _("Closeness by the numbers at ties has no star to be compared with.")
        if measures.simple.weights
        else _("Closeness can only be compared where all reach each other.")
    )
    return f"{said} {reason}"


def _breakable(measures: Measures) -> str:
    whole = measures.network
    if not whole.cut_points:
        return _("No single entry holds the network together: none is a cut point.")
    names = {each.id: each for each in measures.nodes}
    most = sorted(whole.cut_points, key=lambda node: -(names[node].betweenness or 0))[:3]
    return _(
        "{points} hold parts together (cut points), first of all {names}; {bridges} do so "
        "(bridges).",
        points=plural("{n} entry", "{n} entries", len(whole.cut_points)),
        names=", ".join(quoted(names[node].name) for node in most),
        bridges=plural("{n} single tie", "{n} single ties", len(whole.bridges)),
    )


def _two_modes(measures: Measures) -> list[str]:
    modes = measures.two_mode
    if modes is None:
        return []
    return [
        _(
            "This is a network of two modes: {subjects} on one side, {objects} on the other, and "
            "no tie within a side. Of the pairs across, {share} are tied. It was not projected on "
            "one side; closed triangles cannot exist in it.",
            subjects=plural("{n} entry", "{n} entries", len(modes.subjects)),
            objects=plural("{n} entry", "{n} entries", len(modes.objects)),
            share=percent(modes.density),
        )
    ]
