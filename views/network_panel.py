"""The panel beside the picture: one organisation or post with its ties and their sources."""

from collections.abc import Sequence

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.roster import contacts
from data.store import Store
from network.graph import Tie, ties_of
from network.naming import fold
from network.organization import Organization, Post
from network.picture import kind_of, name_of
from views import matches, network_moves, network_ways, reshape_link, web_link
from views.inert import inert
from views.kinds import CONFIRMATIONS, KINDS, MARKS
from views.network_address import Asked
from views.network_downloads import address_of
from views.network_rows import status_text
from views.organization_facts import facts_of
from views.page_files import ADVICE, MEASURES, ORGANIZATION
from views.shown_network import ShownNetwork
from views.tie_words import dated_text, period_text, strength_of, tie_text
from views.upkeep_words import show_standing
from views.words import _, plural


def show(
    store: Store, actor: Identity, network: ShownNetwork, asked: Asked, chosen: Sequence[str]
) -> None:
    """Show details of the chosen node, what several have in common, or how to choose one."""
    if not chosen:
        st.header(_("Details"))
        st.text(_("Click a symbol in the picture or search for a name."))
    elif len(chosen) == 1:
        _one(store, actor, network, asked, chosen[0])
    else:
        network_ways.show(store, network, asked, chosen)


def _one(store: Store, actor: Identity, network: ShownNetwork, asked: Asked, chosen: str) -> None:
    record = network.records[chosen]
    with st.container(border=True):
        st.header(inert(name_of(record)), anchor=False)
        st.text(_(KINDS[kind_of(record)]))
        show_lines(
            {
                _("Status"): status_text(network.graph, chosen),
                _("Change"): change_text(network, chosen),
            }
        )
        if isinstance(record, Organization):
            show_standing(store, record)
            show_facts(store, actor, record)
        else:
            _post(network, record)
        _sources(record.sources)
        _further(actor, asked, network, chosen)
        if isinstance(record, Organization):
            reshape_link.show(actor, chosen)
            matches.show(store, chosen, beside=True)
    _ties(network, chosen)


def _further(actor: Identity, asked: Asked, network: ShownNetwork, chosen: str) -> None:
    """Lead on from one node: its surroundings, the network without it, its numbers, a brief."""
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Show surroundings"),
            key="surround",
            on_click=network_moves.surround,
            args=(chosen,),
            icon=":material/hub:",
        )
        st.button(
            _("Look without this one"),
            key="leave_out",
            on_click=network_moves.leave_out,
            args=(chosen,),
            icon=":material/visibility_off:",
            help=_("Shows the network as if it were gone. Nothing is saved."),
        )
        st.button(
            _("Clear choice"),
            key="clear_one",
            on_click=network_moves.choose_all,
            args=((),),
            icon=":material/close:",
        )
    if isinstance(network.records[chosen], Organization):
        own, icon = _("Page of the organisation"), ":material/apartment:"
        st.page_link(ORGANIZATION, label=own, icon=icon, query_params={"id": chosen})
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    numbers, advice = _("Its numbers"), _("What is to be done")
    st.page_link(MEASURES, label=numbers, icon=":material/monitoring:", query_params=query)
    if may(actor, Permission.ADVICE_READ):
        st.page_link(ADVICE, label=advice, icon=":material/lightbulb:", query_params=query)
    st.link_button(_("Brief as PDF"), address_of(BRIEF, asked), icon=":material/picture_as_pdf:")


BRIEF = "/netzkarte/steckbrief.pdf"
"""The one-page brief of the chosen node."""


def show_facts(store: Store, actor: Identity, record: Organization) -> None:
    """Show what is known of an organisation, with the contact persons the actor may see."""
    show_lines(facts_of(store, record))
    web_link.show(_("Website"), record.website)
    for person in contacts(store, actor, record.id):
        internal = "" if person.public else _("(not public)")
        lines = (person.name, person.email, person.phone, internal)
        show_lines({_("Contact"): "\n".join(line for line in lines if line)})


def _post(network: ShownNetwork, record: Post) -> None:
    home = network.records.get(record.organization_id)
    show_lines(
        {
            _("Belongs to"): name_of(home) if home else "",
            _("Description"): record.description,
            _("Period"): period_text(record.start_date, record.end_date),
        }
    )


def show_lines(facts: dict[str, str]) -> None:
    """Show label and text of each known fact; a stranger's text is never markup."""
    for label, text in facts.items():
        if text:
            with st.container(gap=None):
                st.caption(label)
                st.text(text)


def _sources(sources: tuple[str, ...]) -> None:
    show_lines({_("Source"): "\n".join(sources)})


_MOST = 30
"""Ties shown at once; more would make every click slow."""


def _ties(network: ShownNetwork, chosen: str) -> None:
    found = ties_of(network.graph, chosen)
    st.header(plural("{n} tie", "{n} ties", len(found)), anchor=False)
    pages = -(-len(found) // _MOST)
    page = st.pagination(pages, key=f"page_ties_of_{chosen}") if pages > 1 else 1
    named = sorted(
        found, key=lambda tie: (tie_text(tie, chosen), _other_name(network, tie, chosen))
    )
    for tie in named[(page - 1) * _MOST : page * _MOST]:
        show_tie(network, chosen, tie)


def _other(tie: Tie, node: str) -> str:
    return tie.object_id if tie.subject_id == node else tie.subject_id


def _other_name(network: ShownNetwork, tie: Tie, node: str) -> str:
    return fold(name_of(network.records[_other(tie, node)]))


def change_text(network: ShownNetwork, key: str) -> str:
    """Return what a comparison of two days says of a node or tie; nothing without one."""
    return _(MARKS[network.marks[key]]) if key in network.marks else ""


def show_tie(network: ShownNetwork, start: str, tie: Tie) -> None:
    """Show one tie read from one end, with a way to its other end."""
    other = _other(tie, start)
    strength = strength_of(tie)
    with st.container(border=True, gap="xsmall"):
        st.text(tie_text(tie, start))
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            st.button(
                inert(name_of(network.records[other])),
                key=f"tie_{tie.id}",
                on_click=network_moves.choose,
                args=(other,),
                icon=":material/my_location:",
                wrap=True,
            )
            st.button(
                _("and its ties"),
                key=f"unfold_{tie.id}",
                on_click=network_moves.unfold,
                args=(other,),
                icon=":material/add:",
                type="tertiary",
                help=_("Shows its neighbours beside what is shown"),
            )
        details = (
            change_text(network, tie.id),
            dated_text(tie),
            _(CONFIRMATIONS[tie.confirmation]),
            _("strength {n}", n=strength) if strength else "",
            tie.note,
        )
        st.text("\n".join(each for each in details if each))
        _sources(tie.sources)
