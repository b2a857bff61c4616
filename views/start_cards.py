"""What the start page shows: numbers with the way to where they come from."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.progress import progress
from concept_review.proposal_steps import UNDECIDED
from data.concepts import concepts
from data.entry_change_decisions import waiting_changes
from data.proposals import proposals
from data.registration_inbox import Tray, sizes
from data.standings import standings
from data.store import Store
from network.organization import Classification, Organization
from views.inert import inert
from views.network_address import CHOSEN
from views.page_files import (
    ADVICE,
    CONCEPT,
    DIRECTORY,
    MEASURES,
    NETWORK_MAP,
    PROPOSALS,
    REGISTER,
    REGISTRATIONS,
    STORIES,
)
from views.shown_network import ShownNetwork
from views.upkeep_words import outdated
from views.words import _, percent_text, plural


def show_network(network: ShownNetwork, actor: Identity) -> None:
    """Say how large the network is, and lead to its map and to what is made of it."""
    organizations = [each for each in network.records.values() if isinstance(each, Organization)]
    posts = len(network.records) - len(organizations)
    st.header(_("The network"), anchor=False)
    st.text(
        _(
            "{organizations} and {posts} with {ties}.",
            organizations=plural("{n} organisation", "{n} organisations", len(organizations)),
            posts=plural("{n} post", "{n} posts", posts),
            ties=plural("{n} tie", "{n} ties", network.graph.number_of_edges()),
        )
    )
    st.page_link(NETWORK_MAP, label=_("Open the network map"), icon=":material/hub:")
    st.page_link(MEASURES, label=_("Measures: who is tied how"), icon=":material/analytics:")
    st.page_link(STORIES, label=_("Stories of the network"), icon=":material/auto_stories:")
    if may(actor, Permission.ADVICE_READ):
        st.page_link(ADVICE, label=_("What to do"), icon=":material/lightbulb:")


def show_concept(store: Store) -> None:
    """Say how much of the newest concept is current."""
    st.header(_("The integration concept"), anchor=False)
    made = progress(
        (each.standing.currency, each.section.characters)
        for concept in concepts(store)[-1:]
        for each in standings(store, concept.id)
    )
    if made.share_text is None:
        st.text(_("There is no concept to review yet."))
    else:
        share = percent_text(made.share_text)
        st.text(_("{share} of its text is reviewed and current.", share=share))
    st.page_link(CONCEPT, label=_("Open the concept"), icon=":material/menu_book:")


def show_registration() -> None:
    """Invite organisations to add themselves."""
    st.header(_("Your organisation is missing?"), anchor=False)
    st.text(_("Add it in three minutes, without an account."))
    st.page_link(REGISTER, label=_("Register an organisation"), icon=":material/add_business:")


def show_waiting(store: Store, actor: Identity) -> None:
    """Show the coordinator what waits for a decision."""
    open_ones = 0
    if may(actor, Permission.REGISTRATION_READ):
        _show_inbox(store, actor)
    if may(actor, Permission.PROPOSAL_DECIDE):
        open_ones = sum(each.state in UNDECIDED for each in proposals(store, actor))
    if open_ones:
        label = plural(
            "{n} proposal waits for a decision.", "{n} proposals wait for a decision.", open_ones
        )
        st.page_link(PROPOSALS, label=label, icon=":material/edit_note:")


def show_upkeep(store: Store, actor: Identity) -> None:
    """Tell the coordinator how many entries nobody has confirmed for two years, and which."""
    old = len(outdated(store)) if may(actor, Permission.ENTRY_LINK_SEND) else 0
    if old:
        label = plural("{n} entry is possibly outdated.", "{n} entries are possibly outdated.", old)
        query = {"veraltet": "1"}
        st.page_link(DIRECTORY, label=label, icon=":material/history:", query_params=query)


def _show_inbox(store: Store, actor: Identity) -> None:
    """Lead to the registrations and to the changes of entries that wait, each with its number."""
    counts = sizes(store, actor)
    waiting, unconfirmed = counts[Tray.WAITING], counts[Tray.UNCONFIRMED]
    changes = waiting_changes(store, actor) if may(actor, Permission.ENTRY_CHECK) else 0
    labels = {
        Tray.WAITING.value: plural(
            "{n} registration waits for your decision.",
            "{n} registrations wait for your decision.",
            waiting,
        )
        if waiting
        else "",
        Tray.UNCONFIRMED.value: plural(
            "{n} registration waits until its e-mail address is confirmed.",
            "{n} registrations wait until their e-mail addresses are confirmed.",
            unconfirmed,
        )
        if unconfirmed
        else "",
        "changes": plural(
            "{n} change of an entry waits for your decision.",
            "{n} changes of entries wait for your decision.",
            changes,
        )
        if changes
        else "",
    }
    for tray, label in labels.items():
        if label:
            st.page_link(
                REGISTRATIONS, label=label, icon=":material/inbox:", query_params={"liste": tray}
            )


def show_groups(network: ShownNetwork) -> None:
    """List the working groups, each as a link into the map."""
    groups = [
        each
        for each in network.records.values()
        if isinstance(each, Organization)
        and each.classification is Classification.WORKING_GROUP
        and each.parent_id is None  # groups between organisations, not inside one
    ]
    if groups:
        st.header(_("Working groups"), anchor=False)
    for group in groups:
        st.page_link(
            NETWORK_MAP,
            label=inert(group.name),
            icon=":material/groups:",
            query_params={CHOSEN: group.id, "schritte": "1"},
        )
