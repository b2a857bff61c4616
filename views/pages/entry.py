"""Mein Eintrag: an organisation looks after what the network says of it."""

import contextlib

import streamlit as st

from data.entries import entry_of
from data.entry_changes import open_change
from data.entry_rights import may_edit_entry
from data.merges import leads_to
from data.store import NotFound
from network.organization import Organization
from views import (
    entry_contacts,
    entry_form,
    entry_history,
    entry_link_hint,
    entry_matches,
    entry_posts,
    entry_preview,
    entry_send,
    entry_switch,
    entry_ties,
    entry_upkeep,
    entry_waiting,
    session,
)
from views.inert import inert
from views.page_files import DIRECTORY
from views.words import _

store, actor = session.store(), session.identity()
wanted = str(st.query_params.get("id") or actor.organization_id or "")
own = wanted == actor.organization_id
organization: Organization | None = None
wanted = leads_to(store, wanted) or wanted  # what was merged leads on
with contextlib.suppress(NotFound):
    organization = entry_of(store, wanted)
if organization is None or not may_edit_entry(actor, wanted):
    st.title(_("My entry"))
    st.info(_("Nothing here is yours to change. Choose an organisation from the directory."))
    st.page_link(DIRECTORY, label=_("To the directory"), icon=":material/list_alt:")
    entry_link_hint.show()
    st.stop()

name = inert(organization.name)
st.title(_("My entry") if own else _("Entry: {name}", name=name), anchor=False)
if own:
    st.text(organization.name)
waiting = open_change(store, actor, wanted)
with st.container():  # always there, so that what is open below stays open
    entry_upkeep.show(store, actor, wanted)
    entry_waiting.show(store, actor, organization, waiting)
    entry_ties.show_questions(store, actor, wanted)
saying, looking = st.columns([3, 2], gap="large")
with saying:
    st.header(_("What the entry says"), anchor=False)
    entry_form.show(store, actor, organization, waiting)
with looking:
    entry_preview.show(store, organization)
    entry_matches.show(store, wanted)
    entry_send.show(store, actor, wanted)
entry_contacts.show(store, actor, wanted)
entry_posts.show(store, wanted)
entry_ties.show(store, actor, wanted)
entry_history.show(store, actor, wanted)
entry_switch.show(store, actor)
