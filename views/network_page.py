"""The network map as one fragment: what is asked stands above, what is shown below."""

from dataclasses import dataclass

import streamlit as st

from data.store import Store
from network.view import Shown
from network.ways import tie_ids
from views import (
    arrangement_form,
    network_changes,
    network_choice,
    network_days,
    network_downloads,
    network_drawing,
    network_events,
    network_filters,
    network_legend,
    network_moves,
    network_panel,
    network_search,
    network_table,
    network_text,
    session,
    story_bar,
    story_form,
)
from views.graph_component import show_control, show_picture
from views.network_address import Asked
from views.network_wish import Said, wish_of
from views.network_words import announced, counted
from views.shown_groups import groups_of, remarks_of
from views.shown_network import ShownNetwork, network_asked
from views.shown_scene import drawing_of, members_of, scene_of
from views.shown_view import counts_of, entries_of, ties_of, view_of, ways_of
from views.words import _


@dataclass(frozen=True, slots=True)
class _Page:
    """What one run of the page works on."""

    store: Store
    asked: Asked
    network: ShownNetwork
    shown: Shown
    chosen: tuple[str, ...]


@st.fragment
def explore() -> None:
    """Show what the address asks for; a click changes the address and runs only this again."""
    session.language()
    store, asked = session.store(), network_moves.asked()
    story_bar.show(store, session.identity())
    network = network_asked(store, asked)
    chosen = network_choice.chosen_of(network, asked)
    page = _Page(store, asked, network, view_of(store, asked), chosen)
    # Containers that are always there keep the picture at its place in the page, and so alive.
    asking = st.container()
    left, right = st.columns([5, 2])
    keeping = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    changing, same = st.container(), st.container()
    # What a reader waits for is sent first: the details of what was clicked, and the picture.
    with right:
        network_panel.show(store, session.identity(), network, asked, chosen)
    with left:
        _show_picture(page)
    with asking:
        _ask(page)
    with keeping:
        _keep(page)
    with changing:
        network_changes.show(store, asked)
    with same:
        _show_same(page)


def _ask(page: _Page) -> None:
    typed = network_search.ask()
    with st.container():
        network_search.show_hits(page.store, page.network, page.asked, typed)
    with st.container(horizontal=True, gap="small", key="asking"):
        with st.popover(network_days.title(page.asked), key="days", icon=":material/event:"):
            network_days.ask()
        title = network_filters.title(page.asked)
        with st.popover(title, key="filters", icon=":material/filter_alt:"):
            counts = counts_of(page.store, page.asked)
            network_filters.ask(page.network.graph, page.asked, counts)
        with st.popover(_("Drawing"), key="drawing", icon=":material/tune:"):
            network_drawing.ask()
    with st.container():
        network_filters.show_set(page.network, page.asked)
    with st.container():
        network_choice.show(page.network, page.asked)


def _show_picture(page: _Page) -> None:
    how_much = counted(page.network.graph, page.shown)
    said = announced(page.network, page.asked, page.shown, page.chosen)
    st.text(how_much if page.shown.nodes else said)
    scene, members = scene_of(page.store, page.asked), members_of(page.store, page.asked)
    show_picture(drawing_of(page.store, page.asked))
    way = tie_ids(ways_of(page.store, page.asked))
    show_control(
        wish_of(
            scene,
            members,
            page.network.graph,
            page.asked,
            page.shown,
            way,
            Said(how_much, said),
        ),
        network_events.take_event,
    )
    groups = groups_of(page.store, page.asked) if page.asked.grouped else ()
    network_legend.show(network_legend.shown_items(scene, members, page.shown), groups)
    network_drawing.show_parts(page.network, scene, page.asked)


def _keep(page: _Page) -> None:
    """Offer to take the view along as a file, to keep it with a text, and where symbols stand."""
    with st.popover(_("Download"), key="download", icon=":material/download:"):
        network_downloads.show(page.asked, session.identity())
    story_form.show(page.asked)
    arrangement_form.show(page.store, session.identity(), page.asked)


def _show_same(page: _Page) -> None:
    st.header(_("The same as a table"))
    names = (_("Entries"), _("Ties"), _("As text"))
    entries, ties, text = st.tabs(names, key="same", on_change="rerun")
    if entries.open:
        with entries:
            network_table.show_entries(entries_of(page.store, page.asked))
    if ties.open:
        with ties:
            network_table.show_ties(ties_of(page.store, page.asked))
    if text.open:
        with text:
            remarks = remarks_of(page.store, page.asked)
            network_text.show(page.network.graph, page.shown, remarks)
