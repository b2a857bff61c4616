"""The words of a brief: facts, ties by kind, members, how well tied, and the picture around."""

from collections import defaultdict
from dataclasses import replace

from accounts.identity import Identity
from data.roster import contacts, topics
from data.store import Store
from network.brief import Block, Brief, common_members, cut_off_without, members
from network.graph import Graph, Tie, TieKind, records, ties_of
from network.measures import measure
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from network.svg import svg
from network.svg_frame import Caption
from network.view import View
from views.asked_picture import asked_picture
from views.brief_sections import concept_blocks, open_ties
from views.kinds import KINDS, ROLES, TIES, TIES_BACK
from views.measure_node_words import node_sentences
from views.network_address import Asked
from views.settings import settings
from views.shown_measures import LARGE
from views.words import _, date_text, language, number_text, partial_date_text, plural

Record = Organization | Post


def brief_of(store: Store, actor: Identity, asked: Asked) -> Brief | None:
    """Return the brief of the first node that an address chooses; None where it is not there."""
    around = replace(
        asked,
        since=None,
        fade=False,
        view=View(chosen=asked.view.chosen[:1], steps=1),
    )
    found = asked_picture(store, around)
    graph, known = found.graph, records(found.graph)
    node = next(iter(asked.view.chosen), "")
    if node not in known:
        return None
    record = known[node]
    posts = [
        each for each in known.values() if isinstance(each, Post) and each.organization_id == node
    ]
    return Brief(
        title=name_of(record),
        kind=_(KINDS[kind_of(record)]),
        day=_("As it stands on {day}.", day=date_text(asked.day)),
        facts=tuple(_facts(store, actor, graph, record).items()),
        sentences=tuple(sentences(graph, node)),
        blocks=(
            *_group_blocks(graph, node),
            *_tie_blocks(graph, node),
            *concept_blocks(store, actor, node, asked),
            open_ties(graph, node, posts),
        ),
        picture=svg(found.scene, found.emphasis, Caption("", (), language())),
        picture_words=_("Picture of the network: {title}", title=name_of(record)),
        source=_source(record, asked),
        language=language(),
        more=_("… and {n} more", n="{n}"),
    )


def _facts(store: Store, actor: Identity, graph: Graph, record: Record) -> dict[str, str]:
    if isinstance(record, Post):
        home = records(graph).get(record.organization_id)
        return {
            _("Belongs to"): name_of(home) if home else "",
            _("Description"): record.description,
            _("Period"): _period(record),
        }
    terms = {topic.id: topic.term for topic in topics(store)}
    people = [
        ", ".join(each for each in (one.name, one.email, one.phone) if each)
        + ("" if one.public else " " + _("(not public)"))
        for one in contacts(store, actor, record.id)
    ]
    return {
        _("Description"): record.description,
        _("Other names"): ", ".join((*filter(None, [record.short_name]), *record.other_names)),
        _("District"): record.district,
        _("Topics"): ", ".join(terms[each] for each in record.topic_ids if each in terms),
        _("Target groups"): ", ".join(record.target_groups),
        _("Languages"): ", ".join(record.languages),
        _("Offers"): ", ".join(record.offers),
        _("Needs"): ", ".join(record.needs),
        _("Website"): record.website,
        _("Period"): _period(record),
        _("Contact"): "; ".join(people),
    }


def _period(record: Record | Tie) -> str:
    start, end = (partial_date_text(each) for each in (record.start_date, record.end_date))
    if start and end:
        return f"{start} – {end}"
    if start:
        return _("since {day}", day=start)
    return _("until {day}", day=end) if end else ""


def sentences(graph: Graph, node: str) -> list[str]:
    """Say how well a node is tied, with the numbers of Kennzahlen for the whole network.

    Of a network so large that measuring it takes long, only what its neighbours tell is said.
    """
    if len(graph) <= LARGE:
        return node_sentences(graph, measure(graph), node)
    return _near_sentences(graph, node)


def _near_sentences(graph: Graph, node: str) -> list[str]:
    found = ties_of(graph, node)
    others = {end for tie in found for end in (tie.subject_id, tie.object_id)} - {node}
    if not others:
        return [_("It has no ties that are entered.")]
    said = [
        _(
            "{ties} with {others}.",
            ties=plural("{n} tie", "{n} ties", len(found)),
            others=plural("{n} other entry", "{n} other entries", len(others)),
        )
    ]
    parts = cut_off_without(graph, node)
    if parts:
        apart = sum(map(len, parts[1:]))
        said.append(
            _(
                "Without it, its surroundings would fall into {parts} parts; {apart} would be"
                " cut off from the largest.",
                parts=number_text(len(parts)),
                apart=plural("{n} entry", "{n} entries", apart),
            )
        )
    return said


def _group_blocks(graph: Graph, node: str) -> list[Block]:
    """Return who takes part in a group, and with which groups it shares members."""
    known = records(graph)
    roles = {
        tie.subject_id: tie.role for tie in ties_of(graph, node) if tie.kind == TieKind.MEMBER_OF
    }
    inside = tuple(
        name_of(known[each]) + (f" ({_(ROLES[role])})" if (role := roles[each]) in ROLES else "")
        for each in members(graph, node)
    )
    shared = tuple(
        f"{name_of(known[other])}: {', '.join(name_of(known[each]) for each in both)}"
        for other, both in common_members(graph, node).items()
    )
    return [Block(_("Takes part"), inside), Block(_("Members in common with"), shared)]


def _tie_blocks(graph: Graph, node: str) -> list[Block]:
    known = records(graph)
    groups: dict[str, list[str]] = defaultdict(list)
    for tie in ties_of(graph, node):
        outward = tie.subject_id == node
        if tie.kind == TieKind.MEMBER_OF and not outward:
            continue  # these are the members above
        other = known[tie.object_id if outward else tie.subject_id]
        word = tie.label or _((TIES if outward or tie.mutual else TIES_BACK)[tie.kind])
        role = f" ({_(ROLES[tie.role])})" if tie.role in ROLES else ""
        when = f", {dated}" if (dated := _period(tie)) else ""
        groups[word].append(f"{name_of(other)}{role}{when}")
    return [Block(word[:1].upper() + word[1:], tuple(items)) for word, items in groups.items()]


def _source(record: Record, asked: Asked) -> str:
    address = f"{settings().public_url}/netzkarte?stelle={record.id}&stand={asked.day.isoformat()}"
    sources = "; ".join(record.sources[:2])
    said = _("Source: {sources}.", sources=sources) if sources else ""
    return " ".join(each for each in (said, address) if each)
