"""One story as a whole: its steps to read, and for whoever may, to put in order and to change."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from data.stories import change_story, delete_story, publish_story
from network.story import LONGEST_TEXT, LONGEST_TITLE, InvalidStory, Step, Story
from views import session, step_form, story_words
from views.inert import inert
from views.page_files import NETWORK_MAP
from views.story_bar import step_query
from views.story_list import ways
from views.words import _

_FORM: Final = "story"


def show(told: Story, steps: Sequence[Step], *, edits: bool) -> None:
    """Show title, summary and steps; `edits` offers to change them."""
    st.title(inert(told.title))
    if told.summary:
        st.text(told.summary)
    ways(told, steps)
    if edits:
        _settings(told)
    for place, step in enumerate(steps, 1):
        _show_step(told, step, place, len(steps), edits=edits)
    if not steps:
        st.text(_("There is no step yet. On the network map, “Keep this view” adds one."))


def _show_step(told: Story, step: Step, place: int, count: int, *, edits: bool) -> None:
    with st.container(border=True, key=f"step_{step.id}"):
        st.header(inert(f"{place}. {step.title}"), anchor=False)
        if step.text:
            st.text(step.text)
        st.page_link(
            NETWORK_MAP,
            label=_("Show this view"),
            icon=":material/hub:",
            query_params=step_query(told.id, step, place),
        )
        if edits:
            step_form.show(step, place, count)


def _settings(told: Story) -> None:
    """Offer title and summary, who can read it, and to delete it."""
    errors = session.kept_errors(_FORM)
    with st.expander(_("Change the story"), icon=":material/edit:", expanded=bool(errors)):
        suffix = f"{told.id}_{told.revision}"
        st.session_state.setdefault(f"title_{suffix}", told.title)
        st.session_state.setdefault(f"summary_{suffix}", told.summary)
        st.text_input(_("Title (required)"), key=f"title_{suffix}", max_chars=LONGEST_TITLE)
        session.show_error(errors, "title")
        st.text_area(_("Summary"), key=f"summary_{suffix}", max_chars=LONGEST_TEXT)
        session.show_error(errors, "summary")
        at = (told.id, told.revision)
        st.button(_("Save the change"), key="story_save", on_click=_save, args=(*at, suffix))
        st.text(_("Can be read: {whom}.", whom=story_words.openness(told)))
        label = _("Keep it to the staff again") if told.public else _("Open it to everybody")
        st.button(label, key="story_open", on_click=_publish, args=(*at, not told.public))
        with st.popover(_("Delete the story"), icon=":material/delete:"):
            st.text(_("The story and its steps can no longer be read then."))
            st.button(_("Delete for good"), key="story_delete", on_click=_delete, args=at)


def _save(story_id: str, revision: int, suffix: str) -> None:
    session.language()
    title, summary = (str(st.session_state[f"{each}_{suffix}"]) for each in ("title", "summary"))
    session.keep_errors(_FORM, {})
    with session.explained():
        try:
            change_story(
                session.store(), session.identity(), story_id, title, summary, expected=revision
            )
        except InvalidStory as fault:
            story_words.keep_errors(_FORM, fault)
            return
        session.tell(_("Saved."))


def _publish(story_id: str, revision: int, public: bool) -> None:
    session.language()
    with session.explained():
        publish_story(
            session.store(), session.identity(), story_id, public=public, expected=revision
        )
        session.tell(
            _("Everybody can read the story now.")
            if public
            else _("Only the staff can read the story now.")
        )


def _delete(story_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        delete_story(session.store(), session.identity(), story_id, expected=revision)
        st.query_params.pop("id", None)
        session.tell(_("The story is deleted."))
