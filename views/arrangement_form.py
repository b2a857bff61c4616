"""Where the nodes stand: choosing an arrangement, and keeping what one has moved by hand."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.arrangements import (
    arrangements,
    rearrange,
    remove_arrangement,
    save_arrangement,
)
from data.store import Store
from network.places import Point
from network.story import LONGEST_TITLE, Arrangement, InvalidStory
from views import address, session, story_words
from views.asked_picture import asked_picture
from views.inert import inert
from views.network_address import Asked
from views.saved_address import query_of, read_query
from views.words import _, plural

KEY: Final = "anordnung"
MOVED: Final = "moved"
"""Where the page keeps what was dragged: points by id of what was drawn."""
_FORM: Final = "arrangement"


def show(store: Store, actor: Identity, asked: Asked) -> None:
    """Offer the arrangements there are, and to whoever may, to keep what was moved."""
    known = {each.id: each for each in arrangements(store)}
    if known:
        _choose(known)
    if may(actor, Permission.ARRANGEMENT_SAVE):
        label = _("Arrangement of the picture")
        with st.popover(label, icon=":material/drag_pan:"):
            _keep_form(known.get(asked.arrangement), asked)


def _choose(known: dict[str, Arrangement]) -> None:
    def parse(values: Sequence[str]) -> str:
        return values[0] if values and values[0] in known else ""

    address.follow(KEY, parse)
    chosen = st.selectbox(
        _("Arrangement"),
        ["", *known],
        format_func=lambda each: known[each].name if each in known else _("as always"),
        key=KEY,
    )
    address.write(KEY, [chosen] if chosen else [])


def moved() -> dict[str, Point]:
    """Return what was dragged since the page was opened."""
    return dict(st.session_state.get(MOVED, {}))


def _keep_form(present: Arrangement | None, asked: Asked) -> None:
    errors = session.kept_errors(_FORM)
    count = len(moved())
    if count:
        st.text(plural("{n} symbol was moved.", "{n} symbols were moved.", count))
    else:
        st.text(_("Drag symbols in the picture to move them; then keep here where they stand."))
    view = query_of(asked)
    if present and count:
        st.button(
            _("Keep it in “{name}”", name=inert(present.name)),
            key="arrangement_again",
            on_click=_again,
            args=(present.id, present.revision),
        )
    st.text_input(_("Name (required)"), key=f"name_{_FORM}", max_chars=LONGEST_TITLE)
    session.show_error(errors, "name")
    st.button(
        _("Keep as a new arrangement"),
        key="arrangement_new",
        on_click=_save,
        args=(view, session.form_key(_FORM)),
    )
    if present:
        st.button(
            _("Remove “{name}”", name=inert(present.name)),
            key="arrangement_remove",
            icon=":material/delete:",
            on_click=_remove,
            args=(present.id, present.revision),
        )


def places_of(store: Store, asked: Asked) -> dict[str, Point]:
    """Return where what is shown stands now, with what was dragged at its new place."""
    found = asked_picture(store, asked)
    seen = found.emphasis.visible
    items = found.scene.items
    shown = {each.id: each.point for n, each in enumerate(items) if seen is None or n in seen}
    return shown | moved()


def _save(view: str, key: str) -> None:
    session.language()
    name = str(st.session_state.get(f"name_{_FORM}", ""))
    store, actor = session.store(), session.identity()
    session.keep_errors(_FORM, {})
    with session.explained():
        try:
            where = places_of(store, read_query(view))
            made = session.done_once(save_arrangement, store, actor, name, where, view, key=key)
        except InvalidStory as fault:
            story_words.keep_errors(_FORM, fault)
            session.fail(_("Not kept yet: please see what is marked."))
            return
        session.form_done(_FORM)
        st.session_state.pop(f"name_{_FORM}", None)
        st.session_state[MOVED] = {}
        if made:
            st.query_params[KEY] = made.id
        session.tell(_("The arrangement is kept. Everybody can choose it."))


def _again(arrangement_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        rearrange(session.store(), session.identity(), arrangement_id, moved(), expected=revision)
        st.session_state[MOVED] = {}
        session.tell(_("The arrangement is kept. Everybody can choose it."))


def _remove(arrangement_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        remove_arrangement(session.store(), session.identity(), arrangement_id, expected=revision)
        st.query_params.pop(KEY, None)
        session.tell(_("The arrangement is removed. The symbols stand as always."))
