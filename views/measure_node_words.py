"""What the measures say of one organisation, post or group, as sentences with their numbers."""

from collections.abc import Mapping
from typing import Final

from network.communities import Community as Named
from network.facets import Facet, Status, values_of
from network.graph import Graph
from network.measures import Measures, NodeMeasures
from network.measures.surroundings import Community, falls_into, home, members, seats
from network.picture import name_of
from views.kinds import KINDS, STATUSES, TIES
from views.measure_terms import TERMS, percent, quoted, ranked, value_text
from views.measure_words import PARTITIONS
from views.words import _, mark, number_text, plural

ROLES: Final[Mapping[str, str]] = {
    "coordinator": mark("{n} within the own group (coordinator)"),
    "itinerant": mark("{n} within another group (itinerant)"),
    "gatekeeper": mark("{n} into the own group (gatekeeper)"),
    "representative": mark("{n} out of the own group (representative)"),
    "liaison": mark("{n} between two other groups (liaison)"),
}


def node_sentences(graph: Graph, measures: Measures, node: str) -> list[str]:
    """Say how one organisation or post is tied, with its numbers."""
    each = next(found for found in measures.nodes if found.id == node)
    return [
        *_place(graph, node),
        _tied(each, measures),
        *_seated(graph, node),
        *_attended(graph, node),
        *(_roles(each, measures) if each.degree else []),
        *_undefined(each),
    ]


def _place(graph: Graph, node: str) -> list[str]:
    unit = home(graph, node)
    if unit is None:
        return []
    held = values_of(graph, node, Facet.STATUS) - {Status.UNDATED}
    status = ", ".join(_(STATUSES[each]) for each in sorted(held))
    return [_("A post of {name}; {status}.", name=quoted(name_of(unit)), status=status)]


def _tied(each: NodeMeasures, measures: Measures) -> str:
    if not each.degree:
        return _("It has no ties; whatever is passed on by others does not reach it.")
    names = {other.id: other.name for other in measures.nodes}
    parts = [quoted(names[other]) for other in falls_into(measures.simple, each.id)]
    ties = plural("It has {n} tie", "It has {n} ties", each.degree)
    if len(parts) < 2:
        return _("{ties}; without it all others stay connected as they are.", ties=ties)
    shown, more = parts[:4], len(parts) - 4
    listed = _("{first} and {last}", first=", ".join(shown[:-1]), last=shown[-1])
    if more > 0:
        listed = ", ".join(shown) + " " + plural("and {n} more", "and {n} more", more)
    return _("{ties}; without it {parts} are not connected.", ties=ties, parts=listed)


def _seated(graph: Graph, node: str) -> list[str]:
    found = seats(graph, node)
    if not found.taken:
        return []
    return [
        _(
            "It sits in {taken} of {groups}.",
            taken=number_text(found.taken),
            groups=plural("{n} working group", "{n} working groups", found.groups),
        )
    ]


def _attended(graph: Graph, node: str) -> list[str]:
    found = members(graph, node)
    if found is None:
        return []
    return [
        _(
            "{members} in it; {elsewhere} in other groups, too.",
            members=plural("{n} takes part", "{n} take part", found.count),
            elsewhere=plural("{n} of them takes part", "{n} of them take part", found.elsewhere),
        )
    ]


def _roles(each: NodeMeasures, measures: Measures) -> list[str]:
    count = len(measures.nodes)
    said = [
        plural(
            "In two steps it reaches {n} of {others} others.",
            "In two steps it reaches {n} of {others} others.",
            each.reach_2,
            others=number_text(count - 1),
        )
    ]
    if each.betweenness is not None:
        said.append(
            _(
                "{share} of the shortest ways between two others lead over it: place {place} of "
                "{count} for the bridge function.",
                share=percent(each.betweenness),
                place=number_text(_place_of(each, measures, "bruecke")),
                count=number_text(count),
            )
        )
    if each.closeness is not None:
        said.append(
            _(
                "Its closeness to all is {value}: place {place}.",
                value=value_text(each.closeness),
                place=number_text(_place_of(each, measures, "naehe")),
            )
        )
    return [*said, *_holes(each), *_brokered(each, measures)]


def _holes(each: NodeMeasures) -> list[str]:
    if each.effective_size is None or each.degree < 2:
        return []
    return [
        _(
            "Of its {partners}, {size} count as independent of each other (effective size); its "
            "boundness is {constraint} (constraint).",
            partners=plural("{n} partner", "{n} partners", each.degree),
            size=value_text(each.effective_size),
            constraint=value_text(each.constraint),
        )
    ]


def _brokered(each: NodeMeasures, measures: Measures) -> list[str]:
    found = each.brokerage
    if found is None or not found.total:
        return []
    roles = [
        _(text, n=number_text(number))
        for role, text in ROLES.items()
        if (number := getattr(found, role))
    ]
    return [
        _(
            "It mediates {ways} between two that are not tied directly: {roles}. Groups are "
            "{groups}; its own is {own}.",
            ways=plural("{n} way", "{n} ways", found.total),
            roles=", ".join(roles),
            groups=_(PARTITIONS[measures.network.partition]),
            own=quoted(group_text(each.group, measures.network.partition)),
        )
    ]


def _undefined(each: NodeMeasures) -> list[str]:
    missing = [term for term in TERMS.values() if term.value(each) is None]
    return [
        _("{measure} is not determinable: {reason}", measure=term.title, reason=_(term.missing))
        for term in missing
    ]


def _place_of(each: NodeMeasures, measures: Measures, term: str) -> int:
    found = ranked(measures.nodes, TERMS[term])
    return next(place for place, other in found if other is each and place is not None)


def group_text(group: str, partition: str) -> str:
    """Return the name of a group of the partition."""
    if partition == "kind" and group in KINDS:
        return _(KINDS[group])
    return _("Group {number}", number=group) if partition == "community" else group


def community_title(named: Named) -> str:
    """Return what a group found in the ties is called: its letter and whom it is around."""
    return _("Group {letter}, around {name}", letter=named.mark, name=named.name)


def community_sentence(found: Community, names: Mapping[str, str]) -> str:
    """Say what ties a group found in the ties, and who links it to others."""
    kinds = [
        _("{tie} ({n})", tie=_(TIES[kind]), n=number_text(number))
        for kind, number in found.kinds[:3]
    ]
    tied = _(
        "{members} around {centre}; tied by: {kinds}.",
        members=plural("{n} entry", "{n} entries", len(found.members)),
        centre=quoted(names[found.centre]),
        kinds=", ".join(kinds),
    )
    if found.link is None:
        return f"{tied} " + _("No tie leads to others.")
    link = quoted(names[found.link])
    if found.outward == found.link_ties:
        outward = plural(
            "{n} tied pair leads to others, from {link}.",
            "{n} tied pairs lead to others, all of them from {link}.",
            found.outward,
            link=link,
        )
    else:
        outward = _(
            "{n} tied pairs lead to others; nobody has more of them than {link} ({most}).",
            n=number_text(found.outward),
            link=link,
            most=number_text(found.link_ties),
        )
    return f"{tied} {outward}"
