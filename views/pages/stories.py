"""Erzählungen: views of the network with texts, to read, to play and to print."""

import streamlit as st

from accounts.permissions import Permission, may
from data.store import NotFound
from data.stories import story
from views import session, story_card, story_list
from views.page_files import NETWORK_MAP, STORIES
from views.words import _

store, actor = session.store(), session.identity()
wanted = st.query_params.get("id")
if wanted:
    st.page_link(STORIES, label=_("Back to all stories"), icon=":material/arrow_back:")
    try:
        told, steps = story(store, actor, wanted)
    except NotFound:
        st.title(_("Stories"))
        st.error(_("This story does not exist, or is not public (any more)."))
        st.stop()
    story_card.show(told, steps, edits=may(actor, Permission.STORY_EDIT))
else:
    st.title(_("Stories"))
    st.text(_("Each story leads through views of the network, step by step."))
    st.page_link(NETWORK_MAP, label=_("To the network map"), icon=":material/hub:")
    story_list.show(store, actor)
