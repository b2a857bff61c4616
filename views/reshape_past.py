"""What was merged, continued and dissolved, and the buttons that undo it."""

from collections.abc import Sequence

import streamlit as st

from accounts.identity import Identity
from data.continuations import (
    Continuation,
    LaterContinuation,
    continuations,
    undo_continuation,
)
from data.dissolutions import Dissolution, dissolutions, take_back
from data.merges import LaterMerge, Merge, merges, undo_merge
from data.moves import Left
from data.organizations import organization
from data.store import Store
from views import session
from views.inert import inert
from views.reshape_merge import FIELD_NAMES
from views.reshape_words import fail_here, left_text, show_news_here, tell_here
from views.words import _, date_text, plural

_MOST = 20


def show(store: Store, actor: Identity, about: str = "") -> None:
    """Show what was done, the latest first; with one entry only, where it is named."""
    show_news_here()
    joined = [each for each in merges(store, actor) if about in ("", each.kept_id, each.gone_id)]
    ended = [each for each in dissolutions(store, actor) if about in ("", each.organization_id)]
    continued = [
        each for each in continuations(store, actor) if about in ("", each.heir_id, *each.old_ids)
    ]
    if not joined and not ended and not continued:
        return
    st.header(_("What was done"), anchor=False)
    for merged in joined[:_MOST]:
        _show_merge(store, merged)
    for succession in continued[:_MOST]:
        _show_succession(store, succession)
    for dissolved in ended[:_MOST]:
        _show_dissolution(store, dissolved)


def _name(store: Store, identifier: str) -> str:
    return organization(store, identifier).name


def _show_merge(store: Store, done: Merge) -> None:
    gone, kept = _name(store, done.gone_id), _name(store, done.kept_id)
    with st.container(border=True, gap="small"):
        st.text(
            _(
                "{day}: “{gone}” became part of “{kept}”.",
                day=date_text(done.merged_on),
                gone=gone,
                kept=kept,
            )
        )
        if done.undone_on:
            st.text(_("Undone on {day}.", day=date_text(done.undone_on)))
            _show_left(store, done.left)
            return
        st.button(
            _("Undo: “{gone}” becomes an entry of its own again", gone=inert(gone)),
            key=f"undo_{done.id}",
            on_click=_undo,
            args=(done.id, done.revision, session.form_key(f"undo_{done.id}")),
            icon=":material/undo:",
            wrap=True,
        )


def _show_succession(store: Store, done: Continuation) -> None:
    heir = _name(store, done.heir_id)
    names = ", ".join(_name(store, each) for each in done.old_ids)
    with st.container(border=True, gap="small"):
        st.text(
            _(
                "From {day} on, “{heir}” continues: {names}",
                day=date_text(done.day),
                heir=heir,
                names=names,
            )
        )
        if done.undone_on:
            st.text(_("Undone on {day}.", day=date_text(done.undone_on)))
            _show_left(store, done.left)
            return
        st.button(
            _("Undo: “{heir}” continues nothing", heir=inert(heir)),
            key=f"alone_{done.id}",
            on_click=_undo_succession,
            args=(done.id, done.revision, session.form_key(f"alone_{done.id}")),
            icon=":material/undo:",
            wrap=True,
        )


def _show_dissolution(store: Store, done: Dissolution) -> None:
    name = _name(store, done.organization_id)
    with st.container(border=True, gap="small"):
        st.text(_("“{name}” ends on {day}.", name=name, day=date_text(done.day)))
        if done.note:
            st.text(done.note)
        if done.undone_on:
            st.text(_("Taken back on {day}.", day=date_text(done.undone_on)))
            _show_left(store, done.left)
            return
        st.button(
            _("Take back: “{name}” goes on", name=inert(name)),
            key=f"back_{done.id}",
            on_click=_take_back,
            args=(done.id, done.revision, session.form_key(f"back_{done.id}")),
            icon=":material/undo:",
            wrap=True,
        )


def _show_left(store: Store, left: Sequence[Left]) -> None:
    """Say what did not go back to how it was."""
    if not left:
        st.text(_("All is as it was before."))
        return
    st.text(plural("{n} thing is not as before:", "{n} things are not as before:", len(left)))
    for each in left[:_MOST]:
        st.text(f"• {left_text(each, _about(store, each))}")
    if len(left) > _MOST:
        more = len(left) - _MOST
        st.text(plural("and {n} more", "and {n} more", more))


def _about(store: Store, left: Left) -> str:
    """Return the field, or the ends of a tie, that something is about."""
    if left.table == "organizations" and left.column in FIELD_NAMES:
        return f"({_(FIELD_NAMES[left.column])})"
    rows = store.find(left.table, id=left.id)
    if not rows:
        return ""
    ends = ("subject_id", "object_id", "member_organization_id", "organization_id")
    ids = [rows[0][each] for each in ends if rows[0].get(each)]
    names = [str(row["name"]) for each in ids for row in store.find("organizations", id=each)]
    return f"({' – '.join(names)})" if names else ""


def _explain_later_merge(store: Store, later: LaterMerge) -> None:
    name = inert(_name(store, store.get("merges", later.merge_id)["gone_id"]))
    fail_here(_("Please undo the later merge with “{name}” first.", name=name))


def _undo(merge_id: str, revision: int, key: str) -> None:
    session.language()
    with session.explained():
        store, actor = session.store(), session.identity()
        try:
            session.done_once(undo_merge, store, actor, merge_id, expected=revision, key=key)
        except LaterMerge as later:
            _explain_later_merge(store, later)
            return
        session.form_done(f"undo_{merge_id}")
        tell_here(_("The merge is undone. Below you see whether anything stays as it is now."))


def _undo_succession(continuation_id: str, revision: int, key: str) -> None:
    session.language()
    with session.explained():
        store, actor = session.store(), session.identity()
        try:
            session.done_once(
                undo_continuation, store, actor, continuation_id, expected=revision, key=key
            )
        except LaterMerge as later:
            _explain_later_merge(store, later)
            return
        except LaterContinuation as later:
            name = inert(_name(store, later.heir_id))
            fail_here(_("Please undo the later succession by “{name}” first.", name=name))
            return
        session.form_done(f"alone_{continuation_id}")
        tell_here(_("The succession is undone. Below you see whether anything stays as it is now."))


def _take_back(dissolution_id: str, revision: int, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(
            take_back,
            session.store(),
            session.identity(),
            dissolution_id,
            expected=revision,
            key=key,
        )
        session.form_done(f"back_{dissolution_id}")
        tell_here(_("The entry goes on."))
