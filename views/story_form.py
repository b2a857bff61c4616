"""Keeping the view one looks at as a step of a story, with a title and a text."""

from typing import Final

import streamlit as st

from accounts.permissions import Permission, may
from data.store import Store
from data.stories import add_step, create_story, stories
from network.story import LONGEST_TEXT, LONGEST_TITLE, InvalidStory, Told, check_title
from views import session, story_words
from views.inert import inert
from views.network_address import Asked
from views.page_files import STORIES
from views.saved_address import query_of
from views.words import _

_FORM: Final = "keep_view"
_NEW: Final = ""


def show(asked: Asked) -> None:
    """Offer to keep what is asked for, to whoever may; everybody gets the way to the stories."""
    store, actor = session.store(), session.identity()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if may(actor, Permission.STORY_EDIT):
            with st.popover(_("Keep this view"), icon=":material/bookmark_add:"):
                _ask(store, asked)
        st.page_link(STORIES, label=_("Stories"), icon=":material/auto_stories:")


def _ask(store: Store, asked: Asked) -> None:
    errors = session.kept_errors(_FORM)
    labels = {_NEW: _("A new story")}
    labels |= {each.id: inert(each.title) for each in stories(store, session.identity())}
    chosen = st.selectbox(
        _("Story"),
        list(labels),
        format_func=labels.__getitem__,
        key=f"story_{_FORM}",
    )
    if chosen == _NEW:
        st.text_input(
            _("Title of the new story (required)"), key=f"name_{_FORM}", max_chars=LONGEST_TITLE
        )
        session.show_error(errors, "name")
    st.text_input(_("Title of this view (required)"), key=f"title_{_FORM}", max_chars=LONGEST_TITLE)
    session.show_error(errors, "title")
    st.text_area(_("Text"), key=f"text_{_FORM}", max_chars=LONGEST_TEXT)
    session.show_error(errors, "text")
    st.toggle(
        _("Keep the day, too"),
        value=True,
        key=f"fixed_{_FORM}",
        help=_("Otherwise the view always shows the network as it stands when it is read."),
    )
    st.button(
        _("Keep"),
        key=f"save_{_FORM}",
        type="primary",
        on_click=_keep,
        args=(chosen, query_of(asked), query_of(asked, fixed=False), session.form_key(_FORM)),
    )


def _keep(story_id: str, fixed: str, moving: str, key: str) -> None:
    session.language()
    state = st.session_state
    address = fixed if state.get(f"fixed_{_FORM}", True) else moving
    told = Told(str(state.get(f"title_{_FORM}", "")), str(state.get(f"text_{_FORM}", "")), address)
    store, actor = session.store(), session.identity()
    session.keep_errors(_FORM, {})
    with session.explained():
        try:
            if story_id == _NEW:
                name = check_title(str(state.get(f"name_{_FORM}", "")), "name")
                session.done_once(create_story, store, actor, name, told, key=key)
            else:
                session.done_once(add_step, store, actor, story_id, told, key=key)
        except InvalidStory as fault:
            story_words.keep_errors(_FORM, fault)
            session.fail(_("Not kept yet: please see what is marked."))
            return
        session.form_done(_FORM)
        for field in ("name", "title", "text"):
            state.pop(f"{field}_{_FORM}", None)
        session.tell(_("The view is kept. You find it under “Stories”."))
