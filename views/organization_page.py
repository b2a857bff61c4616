"""The public page of one organisation: facts, ties, matches, contacts, and where to go on."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from accounts.identity import GUEST, Identity
from accounts.permissions import Permission, may
from data.clock import today
from data.entry_rights import may_edit_entry
from data.roster import contacts, roster
from data.store import Store
from network.graph import Graph, Tie, TieKind, build_graph
from network.organization import Organization
from network.validity import holds_on, last_day
from views import entry_upkeep, matches, network_panel, web_link
from views.entry_addresses import ASK_FOR_LINK
from views.inert import inert
from views.kinds import KINDS, ROLES
from views.network_address import CHOSEN
from views.news_routes import CARD
from views.organization_facts import (
    details_of,
    facts_of,
    name_with_home,
    other_end,
    sorted_ties,
)
from views.page_files import NETWORK_MAP, ORGANIZATION, PAGES
from views.shown_network import stamp
from views.tie_words import tie_text
from views.upkeep_words import show_standing
from views.words import _, date_text, language, plural

_MOST: Final = 30
"""Ties shown at once."""

_EDIT: Final = PAGES / "entry.py"
_RESHAPE: Final = PAGES / "reshape.py"


def show(store: Store, actor: Identity, record: Organization) -> None:
    """Show all that is public of an organisation, below its name."""
    st.text(_(KINDS[record.classification]))
    with st.container(horizontal=True, gap="small"):
        _show_state(store, record)
    _show_ways(actor, record)
    graph = _timeless(store, stamp(store))
    telling, tied = st.columns([3, 2], gap="large")
    with telling:
        network_panel.show_lines(facts_of(store, record))
        web_link.show(_("Website"), record.website)
        _show_contacts(store, record)
        network_panel.show_lines({_("Source"): "\n".join(record.sources)})
        matches.show(store, record.id)
    with tied:
        _show_ties(graph, record.id)


def _show_state(store: Store, record: Organization) -> None:
    """Say at once whether an organisation is still there, open, and how well it is kept."""
    if record.end_date and not holds_on(None, record.end_date, today()):
        ended = _("ended on {day}", day=date_text(last_day(record.end_date)))
        st.badge(inert(ended), icon=":material/event_busy:", color="gray")
    elif record.open_for_cooperation:
        st.badge(_("open for cooperation"), icon=":material/handshake:", color="blue")
    show_standing(store, record)


def _show_ways(actor: Identity, record: Organization) -> None:
    """Lead to the map, the brief, and to changing the entry."""
    query = {"id": record.id}
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            NETWORK_MAP,
            label=_("Show on the network map"),
            icon=":material/hub:",
            query_params={CHOSEN: record.id, "schritte": "1"},
        )
        if may_edit_entry(actor, record.id):
            st.page_link(_EDIT, label=_("Edit"), icon=":material/edit:", query_params=query)
        if may(actor, Permission.ORGANIZATION_RESHAPE):
            label, icon = _("Rename, merge, dissolve"), ":material/call_merge:"
            st.page_link(_RESHAPE, label=label, icon=icon, query_params=query)
    with st.container(horizontal=True, gap="small"):
        said = urlencode({CHOSEN: record.id, "lang": language()})
        brief = f"{network_panel.BRIEF}?{said}"
        st.link_button(_("Brief as PDF"), brief, icon=":material/picture_as_pdf:")
        card = CARD.format(id=record.id)
        st.link_button(_("Into the address book"), card, icon=":material/contact_page:")
        if not may_edit_entry(actor, record.id):
            asking = f"{ASK_FOR_LINK}?{urlencode({'id': record.id, 'lang': language()})}"
            st.link_button(_("This is our entry: change it"), asking, icon=":material/edit_note:")
        entry_upkeep.show_button(actor, record)


def _show_contacts(store: Store, record: Organization) -> None:
    """Show contact persons who agreed to be public; internal ones never come to this page."""
    for person in contacts(store, GUEST, record.id):
        lines = (person.name, person.email, person.phone)
        network_panel.show_lines({_("Contact"): "\n".join(filter(None, lines))})


def _show_ties(graph: Graph, node: str) -> None:
    """Show groups first, then posts, then other ties, and at the end what is over."""
    found = sorted_ties(graph, node) if node in graph else []
    now = [each for each in found if holds_on(None, each.end_date, today())]
    over = [each for each in found if each not in now]
    groups = [each for each in now if each.kind == TieKind.MEMBER_OF and each.subject_id == node]
    posts = [each for each in now if each.kind == TieKind.POST_OF and each.object_id == node]
    others = [each for each in now if each not in groups and each not in posts]
    _show_part(graph, node, _("Takes part in"), groups, TieKind.MEMBER_OF)
    _show_part(graph, node, _("Posts"), posts, TieKind.POST_OF)
    counted = (
        plural("{n} more tie", "{n} more ties", len(others))
        if len(others) < len(now)
        else plural("{n} tie", "{n} ties", len(others))
    )
    _show_part(graph, node, counted, others, "others")
    if not now:
        st.text(_("No tie to others is entered."))
    if over:
        with st.expander(plural("{n} former tie", "{n} former ties", len(over))):
            _show_list(graph, node, over, "former")


def _show_part(graph: Graph, node: str, heading: str, found: Sequence[Tie], key: str) -> None:
    if found:
        st.header(heading, anchor=False)
        _show_list(graph, node, found, key)


def _show_list(graph: Graph, node: str, found: Sequence[Tie], key: str) -> None:
    pages = -(-len(found) // _MOST)
    page = st.pagination(pages, key=f"organization_{key}_{node}") if pages > 1 else 1
    for tie in found[(page - 1) * _MOST : page * _MOST]:
        other = other_end(tie, node)
        home = graph.nodes[other]["record"]
        leads_to = other if isinstance(home, Organization) else home.organization_id
        with st.container(gap=None):
            if key not in (TieKind.MEMBER_OF, TieKind.POST_OF):
                st.text(tie_text(tie, node))
            if leads_to == node:
                st.text(name_with_home(graph, other))
            else:
                label = inert(name_with_home(graph, other))
                st.page_link(ORGANIZATION, label=label, query_params={"id": leads_to})
            role = [_(ROLES[tie.role])] if tie.role in ROLES else []
            for line in (*role, *details_of(tie).splitlines()):
                st.caption(inert(line))


@st.cache_resource(max_entries=2, show_spinner=False)
def _timeless(_store: Store, state: tuple[int, str]) -> Graph:
    """Return the network of all days, so that what is over can be shown as such."""
    del state
    return build_graph(roster(_store), None)
