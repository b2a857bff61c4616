"""The stories that one may read, and the way to play and to print each."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.store import Store
from data.stories import stories, story
from network.story import Step, Story
from views.inert import inert
from views.page_files import NETWORK_MAP, STORIES
from views.story_bar import step_query
from views.story_print_routes import PRINTED
from views.story_words import openness
from views.words import _, language, plural


def show(store: Store, actor: Identity) -> None:
    """List the stories by title."""
    found, edits = stories(store, actor), may(actor, Permission.STORY_EDIT)
    if not found:
        st.text(_("There is no story yet."))
        if edits:
            st.text(_("On the network map, “Keep this view” begins one."))
    for each in found:
        steps = story(store, actor, each.id)[1]
        with st.container(border=True, key=f"story_{each.id}"):
            st.header(inert(each.title), anchor=False)
            if each.summary:
                st.text(each.summary)
            counted = plural("{n} step", "{n} steps", len(steps))
            st.caption(f"{counted}, {openness(each)}" if edits else counted)
            ways(each, steps)
            st.page_link(
                STORIES,
                label=_("Read and change") if edits else _("Read"),
                icon=":material/menu_book:",
                query_params={"id": each.id},
            )


def ways(told: Story, steps: Sequence[Step]) -> None:
    """Lead to playing and printing a story."""
    if not steps:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(
            NETWORK_MAP,
            label=_("Play from the beginning"),
            icon=":material/play_arrow:",
            query_params=step_query(told.id, steps[0], 1),
        )
        query = urlencode({"id": told.id, "lang": language()})
        st.link_button(_("Print"), f"{PRINTED}?{query}", icon=":material/print:")
