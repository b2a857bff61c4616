"""What “Was zu tun ist” is worked out from: the network of a day, its names, who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may, require
from data.coverage import Coverage, coverage
from data.hearing import NotHeard, not_heard
from data.introductions import introductions_recorded
from data.roster import data_version
from data.store import Store
from network.graph import Graph
from network.introductions import Pair, Suggestion, introductions
from network.naming import fold
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from views.inert import inert
from views.kinds import KINDS
from views.shown_network import ShownNetwork
from views.words import _


@dataclass(frozen=True, slots=True)
class Advised:
    """The store, who asks, the network of the day, and the day."""

    store: Store
    actor: Identity
    network: ShownNetwork
    day: date

    @property
    def graph(self) -> Graph:
        """Return the whole graph of the day."""
        return self.network.graph

    def may(self, permission: Permission) -> bool:
        """Say whether whoever asks may do something; the verbs ask again themselves."""
        return may(self.actor, permission)

    def name(self, node: str) -> str:
        """Return the name of a node as it is, for `st.text` and files."""
        record = self.network.records.get(node)
        if record is None:
            rows = self.store.find("organizations", id=node)
            return str(rows[0]["name"]) if rows else node
        return name_of(record)

    def label(self, node: str) -> str:
        """Return the name of a node for places where Streamlit reads Markdown."""
        return inert(self.name(node))

    def kind(self, node: str) -> str:
        """Return in words what a node is."""
        return _(KINDS[kind_of(self.network.records[node])])

    def names(self, *, posts: bool = True) -> dict[str, str]:
        """Return ids with names by alphabet; a post with its organisation behind it."""
        found = {
            node: self._whole_name(record)
            for node, record in self.network.records.items()
            if posts or isinstance(record, Organization)
        }
        return dict(sorted(found.items(), key=lambda item: fold(item[1])))

    def _whole_name(self, record: Organization | Post) -> str:
        if isinstance(record, Organization):
            return record.name
        return f"{record.label} ({self.name(record.organization_id)})"


def suggestions(
    advised: Advised, limit: int, least_topics: int = 1, about: str | None = None
) -> list[Suggestion]:
    """Return the pairs worth introducing that nobody has settled; the same for all who may ask."""
    settled = tuple(each.pair for each in introductions_recorded(advised.store, advised.actor))
    version = _version(advised.store)
    return list(
        _suggestions(advised.graph, settled, limit, least_topics, about, advised.day, version)
    )


def covered(advised: Advised, concept_id: str) -> tuple[Coverage, list[NotHeard]]:
    """Return who has to do with the sections of a concept, and who was not heard.

    The same for all who may ask; raises `NotPermitted` for others.
    """
    require(advised.actor, Permission.ADVICE_READ)
    return _covered(advised, concept_id, advised.day, _version(advised.store))


def _version(store: Store) -> tuple[int, str]:
    """Tell one state of the data from another, and one database from another."""
    file = store.query("select file from pragma_database_list where name = 'main'")
    return data_version(store), str(file[0]["file"])


# The arguments without an underscore tell one entry of a cache from another.


@st.cache_resource(max_entries=4, show_spinner=False)
def _covered(
    _advised: Advised, concept_id: str, day: date, version: tuple[int, str]
) -> tuple[Coverage, list[NotHeard]]:
    del day, version
    found = coverage(_advised.store, concept_id, _advised.graph)
    return found, not_heard(_advised.store, _advised.actor, found, _advised.graph)


@st.cache_resource(max_entries=16, show_spinner=False)
def _suggestions(
    _graph: Graph,
    settled: Sequence[Pair],
    limit: int,
    least_topics: int,
    about: str | None,
    day: date,
    version: tuple[int, str],
) -> tuple[Suggestion, ...]:
    del day, version
    return tuple(introductions(_graph, settled, limit, least_topics, about))
