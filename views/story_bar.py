"""The bar above the map while a story is played: what is said, and the way on and back."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from accounts.identity import Identity
from data.store import NotFound, Store
from data.stories import story
from network.story import Step, Story
from views import session
from views.inert import inert
from views.led_on import led_on
from views.network_address import words
from views.saved_address import fixed_words, moves, read_query
from views.words import _

STORY: Final = "erzaehlung"
STEP: Final = "schritt"
Query = list[tuple[str, str]]


def show(store: Store, actor: Identity) -> None:
    """Show the step that the address names; nothing where no story is played."""
    wanted = st.query_params.get(STORY)
    if not wanted:
        return
    try:
        told, steps = story(store, actor, wanted)
    except NotFound:
        st.warning(_("This story does not exist, or is not public (any more)."))
        st.button(_("End"), key="story_end", on_click=end)
        return
    if steps:
        _show_step(told, steps, _place(len(steps)))


def step_query(story_id: str, step: Step, place: int) -> Query:
    """Return the address of the map that shows a step, as names and values."""
    return [*view_query(step), (STORY, story_id), (STEP, str(place))]


def view_query(step: Step) -> Query:
    """Return the address of a step's view; what the map does not know is left out.

    An entry that was merged away since is shown as what it is part of now.
    """
    asked = led_on(session.store(), read_query(step.address))
    if moves(step.address):
        return words(asked, asked.day)
    return list(fixed_words(asked))


def _place(count: int) -> int:
    text = st.query_params.get(STEP, "1")
    return min(max(int(text) if text.isascii() and text.isdigit() else 1, 1), count)


def _show_step(told: Story, steps: Sequence[Step], place: int) -> None:
    step = steps[place - 1]
    with st.container(border=True, key="story_bar"):
        st.caption(inert(told.title))
        st.header(inert(step.title), anchor=False)
        if step.text:
            st.text(step.text)
        st.text(_("Step {place} of {count}", place=place, count=len(steps)))
        with st.container(horizontal=True, gap="small"):
            _turn(told.id, steps, place - 1, _("Back"), "Alt+PageUp", ":material/arrow_back:")
            _turn(told.id, steps, place + 1, _("Next"), "Alt+PageDown", ":material/arrow_forward:")
            st.button(_("End"), key="story_end", icon=":material/close:", on_click=end)
        if not _is_here(step):
            st.button(
                _("Show the view of this step again"),
                key="story_again",
                on_click=_go,
                args=(told.id, step, place),
            )


def _turn(
    story_id: str, steps: Sequence[Step], to: int, label: str, shortcut: str, icon: str
) -> None:
    there = 1 <= to <= len(steps)
    st.button(
        label,
        key=f"story_{shortcut}",
        icon=icon,
        shortcut=shortcut,
        disabled=not there,
        on_click=_go if there else None,
        args=(story_id, steps[to - 1], to) if there else None,
    )


def _go(story_id: str, step: Step, place: int) -> None:
    """Put a step and its view into the address; the language stays."""
    kept = [
        (name, st.query_params[name]) for name in (session.LANGUAGE_KEY,) if name in st.query_params
    ]
    _put([*kept, *step_query(story_id, step, place)])


def end() -> None:
    """Leave the story, but not what it shows."""
    for name in (STORY, STEP):
        st.query_params.pop(name, None)


def _put(query: Query) -> None:
    found: dict[str, list[str]] = {}
    for name, value in query:
        found.setdefault(name, []).append(value)
    st.query_params.from_dict(found)


def _is_here(step: Step) -> bool:
    """Say whether the map still shows what the step shows, or was moved on by hand."""
    wanted = read_query(urlencode(view_query(step)))
    here = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    return read_query(urlencode(here)) == wanted
