"""Overview: the city at a glance, and the ways into the three jobs."""

import streamlit as st

from concept_review.progress import progress
from data.clock import today
from data.concepts import concepts
from data.reviews import standings
from network.organization import Classification, Organization
from views import session
from views.drawn_network import drawn_network
from views.page_files import CONCEPT, NETWORK_MAP, REGISTER
from views.words import _, percent_text, plural

store = session.store()
network = drawn_network(store, today())
st.title(_("Who works together, and what of the concept still holds"))
if not network.records:
    st.text(_("Nothing is entered yet. The example city is loaded with: bindeglied demo"))

organizations = [each for each in network.records.values() if isinstance(each, Organization)]
groups = [each for each in organizations if each.classification is Classification.WORKING_GROUP]
left, middle, right = st.columns(3)
with left.container(border=True, height="stretch"):
    st.subheader(_("The network"), anchor=False)
    st.text(
        _(
            "{organizations}, {groups} among them, with {ties}.",
            organizations=plural("{n} organisation", "{n} organisations", len(organizations)),
            groups=plural("{n} working group", "{n} working groups", len(groups)),
            ties=plural("{n} tie", "{n} ties", network.graph.number_of_edges()),
        )
    )
    st.page_link(NETWORK_MAP, label=_("Open the network map"), icon=":material/hub:")
with middle.container(border=True, height="stretch"):
    st.subheader(_("The integration concept"), anchor=False)
    known = concepts(store)
    made = progress(
        (each.standing.currency, each.section.characters)
        for concept in known[-1:]
        for each in standings(store, concept.id)
    )
    if made.share_text is not None:
        st.text(
            _("{share} of its text is reviewed and current.", share=percent_text(made.share_text))
        )
    else:
        st.text(_("There is no concept to review yet."))
    st.page_link(CONCEPT, label=_("Open the concept"), icon=":material/menu_book:")
with right.container(border=True, height="stretch"):
    st.subheader(_("Your organisation is missing?"), anchor=False)
    st.text(_("Add it in three minutes, without an account."))
    st.page_link(REGISTER, label=_("Register an organisation"), icon=":material/add_business:")
