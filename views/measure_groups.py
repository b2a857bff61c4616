"""The groups that the ties show, on the page Kennzahlen: names, letters, colours and members."""

from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from data.clock import today
from network.communities import Community
from network.naming import fold
from views.asked_measures import DIRECTED, WEIGHT
from views.asked_network import AskedNetwork
from views.brief_routes import BRIEF_FILE, GROUP
from views.inert import inert
from views.measure_node_words import community_sentence, community_title
from views.network_address import Level, words
from views.page_files import NETWORK_MAP
from views.shown_measures import Measured
from views.words import _, language, plural

_MEMBERS: Final = 40
"""Named members of a group; its brief and the ranking say who else."""


def show_groups(asked: AskedNetwork, found: Measured) -> None:
    """Say which groups the ties show, each with its members and the ways to map and brief."""
    st.header(_("Groups"))
    st.text(
        _(
            "Found in the ties alone (community, Louvain): their members are tied more to each "
            "other than to the rest. Who belongs to several can be shown in one only."
        )
    )
    names = {each.id: each.name for each in found.measures.nodes}
    for named, group in zip(found.named, found.groups, strict=True):
        with st.container(border=True, gap="small"):
            _show_title(named)
            st.text(community_sentence(group, names))
            st.text(_members_text(named, names))
            _show_ways(asked, named)
    if not found.groups:
        st.text(_("Not determinable: there are no ties."))
    all_groups = sum(len(group) > 1 for group in found.measures.communities)
    if more := all_groups - len(found.groups):
        st.text(plural("{n} more, smaller group.", "{n} more, smaller groups.", more))


def _show_title(named: Community) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.html(
            f'<span class="swatch" style="background: {escape(named.color)}"'
            ' aria-hidden="true"></span>',
            width="content",
        )
        st.subheader(inert(f"{named.number}. {community_title(named)}"), anchor=False)


def _members_text(named: Community, names: dict[str, str]) -> str:
    every = sorted((names[node] for node in named.nodes), key=fold)
    said = "; ".join(every[:_MEMBERS])
    if (left := len(every) - _MEMBERS) > 0:
        said += " " + plural("and {n} more", "and {n} more", left)
    return _("Members: {names}", names=said)


def _show_ways(asked: AskedNetwork, named: Community) -> None:
    here = words(asked.asked, today())
    # The picture of groups has an address of its own for the level and for what is unfolded.
    kept = [(name, value) for name, value in here if name not in ("ebene", "offen")]
    query: dict[str, list[str]] = {"ebene": [Level.COMMUNITIES], "offen": [named.key]}
    for name, value in kept:
        query.setdefault(name, []).append(value)
    manner = [(name, each) for name in (WEIGHT, DIRECTED) for each in st.query_params.get_all(name)]
    brief = urlencode([*here, *manner, (GROUP, named.key), ("lang", language())])
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.page_link(
            NETWORK_MAP,
            label=_("Groups on the map"),
            icon=":material/hub:",
            query_params=query,
        )
        st.link_button(_("Brief as PDF"), f"{BRIEF_FILE}?{brief}", icon=":material/picture_as_pdf:")
