"""The brief of a group that the ties show: who belongs to it, and to whom it leads."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from data.roster import topics
from data.store import Store
from network.brief import Block, Brief
from network.communities import Community, communities, named_as
from network.graph import Graph, Tie, records, ties
from network.measures import project
from network.naming import fold
from network.organization import Organization
from network.picture import kind_of, name_of
from network.svg import Emphasis, svg
from network.svg_frame import Caption
from network.view import View, part_of
from views.asked_measures import Manner
from views.asked_network import shown_of
from views.asked_picture import AskedPicture, asked_picture
from views.kinds import KINDS, TIES
from views.measure_node_words import community_sentence, community_title
from views.network_address import Asked, Level
from views.saved_address import query_of
from views.settings import settings
from views.shown_measures import told
from views.words import _, date_text, language

_TOPICS = 8


def brief_of_group(store: Store, asked: Asked, how: Manner, key: str) -> Brief | None:
    """Return the brief of the group around a member, of what is shown; None where it is none."""
    picture = asked_picture(
        store, replace(asked, since=None, fade=False, hub=None, level=Level.ALL, view=View())
    )
    part = part_of(picture.graph, shown_of(picture.graph, asked))
    simple = project(part, directed=how.directed, weights=how.weights)
    found = named_as(part, communities(simple.undirected().as_networkx()))
    named = next((each for each in found if each.key == key), None)
    if named is None:
        return None
    names = {node: name_of(record) for node, record in records(part).items()}
    title = community_title(named)
    return Brief(
        title=title,
        kind=_("Group found in the ties (community)"),
        day=_("As it stands on {day}.", day=date_text(asked.day)),
        facts=((_("Topics"), _topics(store, part, named)),),
        sentences=(community_sentence(told(part, simple, named), names),),
        blocks=(
            Block(_("Belong to it"), tuple(_members(part, named))),
            Block(_("Ties to others"), tuple(_outward(part, named.nodes, names))),
        ),
        picture=svg(picture.scene, _only(picture, named.nodes), Caption("", (), language())),
        picture_words=_("Picture of the network: {title}", title=title),
        source=f"{settings().public_url}/kennzahlen?{query_of(asked)}",
        language=language(),
        more=_("… and {n} more", n="{n}"),
    )


def _topics(store: Store, part: Graph, named: Community) -> str:
    """Return the topics that most members work on, the most frequent first."""
    terms = {topic.id: topic.term for topic in topics(store)}
    known = records(part)
    counts = Counter(
        terms[topic]
        for node in named.nodes
        if isinstance(record := known[node], Organization)
        for topic in record.topic_ids
        if topic in terms
    )
    return ", ".join(topic for topic, _number in counts.most_common(_TOPICS))


def _members(part: Graph, named: Community) -> list[str]:
    known = records(part)
    return [
        f"{name_of(known[node])} ({_(KINDS[kind_of(known[node])])})"
        for node in sorted(named.nodes, key=lambda node: fold(name_of(known[node])))
    ]


def _outward(part: Graph, nodes: Collection[str], names: dict[str, str]) -> list[str]:
    inside = set(nodes)

    def said(tie: Tie) -> str:
        word = tie.label or _(TIES[tie.kind])
        return f"{names[tie.subject_id]} {word} {names[tie.object_id]}"

    return [
        said(tie) for tie in ties(part) if (tie.subject_id in inside) != (tie.object_id in inside)
    ]


def _only(picture: AskedPicture, nodes: Collection[str]) -> Emphasis:
    """Show the members and the ties between them, and nothing else."""
    inside = set(nodes)
    return Emphasis(
        visible=frozenset(n for n, item in enumerate(picture.scene.items) if item.id in inside)
    )
