"""Changing one step of a story: its words, its place, or that it is there at all."""

import streamlit as st

from data.stories import change_step, move_step, remove_step
from network.story import LONGEST_TEXT, LONGEST_TITLE, InvalidStory, Step, Told
from views import session, story_words
from views.words import _


def show(step: Step, place: int, count: int) -> None:
    """Offer to move a step up and down, to change its words, and to take it out."""
    at = (step.id, step.revision)
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Move up"),
            key=f"up_{step.id}",
            icon=":material/arrow_upward:",
            disabled=place == 1,
            on_click=_move,
            args=(*at, place - 1),
        )
        st.button(
            _("Move down"),
            key=f"down_{step.id}",
            icon=":material/arrow_downward:",
            disabled=place == count,
            on_click=_move,
            args=(*at, place + 1),
        )
        with st.popover(_("Change the text"), icon=":material/edit:"):
            _ask(step)
        st.button(
            _("Take out"),
            key=f"out_{step.id}",
            icon=":material/delete:",
            on_click=_remove,
            args=at,
        )


def _ask(step: Step) -> None:
    form = f"step_{step.id}"
    errors = session.kept_errors(form)
    suffix = f"{step.id}_{step.revision}"
    st.session_state.setdefault(f"title_{suffix}", step.title)
    st.session_state.setdefault(f"text_{suffix}", step.text)
    st.text_input(_("Title (required)"), key=f"title_{suffix}", max_chars=LONGEST_TITLE)
    session.show_error(errors, "title")
    st.text_area(_("Text"), key=f"text_{suffix}", max_chars=LONGEST_TEXT)
    session.show_error(errors, "text")
    args = (step.id, step.revision, suffix, step.address)
    st.button(_("Save the change"), key=f"save_{step.id}", on_click=_change, args=args)


def _change(step_id: str, revision: int, suffix: str, address: str) -> None:
    session.language()
    title, text = (str(st.session_state[f"{each}_{suffix}"]) for each in ("title", "text"))
    form = f"step_{step_id}"
    session.keep_errors(form, {})
    with session.explained():
        try:
            told = Told(title, text, address)
            change_step(session.store(), session.identity(), step_id, told, expected=revision)
        except InvalidStory as fault:
            story_words.keep_errors(form, fault)
            session.fail(_("Not kept yet: please see what is marked."))
            return
        session.tell(_("Saved."))


def _move(step_id: str, revision: int, to: int) -> None:
    session.language()
    with session.explained():
        move_step(session.store(), session.identity(), step_id, to, expected=revision)


def _remove(step_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        remove_step(session.store(), session.identity(), step_id, expected=revision)
        session.tell(_("The step is taken out."))
