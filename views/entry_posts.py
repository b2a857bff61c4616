"""The posts of an organisation: added, changed, filled or vacant, and ended."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from data.clock import today
from data.posts import add_post, change_post, posts_of
from data.store import Store
from network.organization import Occupancy, Post
from network.post_facts import PostFacts, parse_post
from network.typed_fields import InvalidFields
from views import kept_form, overtaken, session
from views.entry_words import error_texts
from views.inert import inert
from views.tie_words import period_text
from views.words import _, mark

_FIELDS: Final = ("label", "role", "description", "occupancy", "start_date", "end_date")
_HELD: Final = {
    Occupancy.UNKNOWN: mark("Not said"),
    Occupancy.HELD: mark("Filled"),
    Occupancy.VACANT: mark("Vacant"),
}


def show(store: Store, organization_id: str) -> None:
    """Show the posts, each with its form, and a form for one more."""
    st.header(_("Posts"), anchor=False)
    st.text(
        _(
            "Functions such as a leadership or a contact point, without names of persons. They "
            "are public and stand on the network map."
        )
    )
    for post in posts_of(store, organization_id):
        with st.container(border=True):
            _show_post(post)
            form = f"post_{post.id}"
            session.show_kept_message(form)
            with st.expander(
                _("Change {name}", name=inert(post.label)),
                expanded=bool(session.kept_errors(form)) or overtaken.happened(form),
            ):
                _ask(form, organization_id, post)
    form = f"post_new_{organization_id}"
    with st.expander(
        _("Add a post"), icon=":material/add:", expanded=bool(session.kept_errors(form))
    ):
        _ask(form, organization_id, None)
    session.show_kept_message(form)


def _show_post(post: Post) -> None:
    st.text(post.label)
    details = (post.role, _(_HELD[post.occupancy]), period_text(post.start_date, post.end_date))
    st.caption(inert(" · ".join(each for each in details if each)))


def _ask(form: str, organization_id: str, post: Post | None) -> None:
    """Ask for a post; the button carries the revision that the form was filled with."""
    _fill(form, post)
    errors = session.kept_errors(form)
    with st.form(form, border=False, enter_to_submit=False):
        overtaken.show(form)
        for field, label in (("label", _("Name of the post (required)")), ("role", _("Function"))):
            st.text_input(label, kept_form.first(form, field), key=kept_form.key(form, field))
            _after(form, field, errors)
        st.text_area(
            _("Description"),
            kept_form.first(form, "description"),
            key=kept_form.key(form, "description"),
            height=90,
        )
        _after(form, "description", errors)
        st.selectbox(
            _("Filled or vacant"),
            list(_HELD),
            index=list(_HELD).index(kept_form.first(form, "occupancy")),
            key=kept_form.key(form, "occupancy"),
            format_func=lambda each: _(_HELD[each]),
        )
        overtaken.show_theirs(form, "occupancy", lambda each: _(_HELD[each]))
        for field, label in (("start_date", _("Beginning")), ("end_date", _("Last day"))):
            st.text_input(
                label,
                kept_form.first(form, field),
                key=kept_form.key(form, field),
                placeholder=_("31.05.2024, 05.2024 or 2024"),
            )
            _after(form, field, errors)
        kept_form.rendered(form)
        _buttons(form, organization_id, post)


def _after(form: str, field: str, errors: Mapping[str, str]) -> None:
    session.show_error(errors, field)
    overtaken.show_theirs(form, field)


def _buttons(form: str, organization_id: str, post: Post | None) -> None:
    with st.container(horizontal=True):
        key = session.form_key(form)
        st.form_submit_button(
            _("Save post") if post else _("Add"),
            key=f"{form}_save",
            on_click=_save,
            args=(form, organization_id, post, key),
        )
        if post and not post.end_date:
            st.form_submit_button(
                _("Ends today"),
                key=f"{form}_end",
                on_click=_save,
                args=(form, organization_id, post, key),
                kwargs={"ends": True},
                help=_("Today is the last day; from tomorrow on it is not on the map any more."),
            )


def day_as_typed(text: str | None) -> str:
    """Return a day, month or year as people type it: 31.05.2024."""
    return ".".join(reversed((text or "").split("-")))


def _fill(form: str, post: Post | None) -> None:
    """Fill the form once, and anew where its state is gone or it was saved."""
    if kept_form.is_kept(form, "label"):
        return
    empty = {**dict.fromkeys(_FIELDS, ""), "occupancy": Occupancy.UNKNOWN}
    overtaken.begin(form, *(_present(post) if post else (empty, 0)))


def _kept(post: Post | None) -> PostFacts | None:
    """Return a post as it is, perhaps longer than a form takes."""
    if post is None:
        return None
    return PostFacts.model_construct(**{name: getattr(post, name) for name in _FIELDS})


def _present(post: Post) -> overtaken.Present:
    values: dict[str, object] = {name: getattr(post, name) for name in _FIELDS}
    values |= {name: day_as_typed(getattr(post, name)) for name in _FIELDS[-2:]}
    return values, post.revision


def _save(
    form: str, organization_id: str, post: Post | None, key: str, *, ends: bool = False
) -> None:
    session.language()
    session.keep_errors(form, {})
    typed = kept_form.typed(form, _FIELDS)
    if ends:
        typed["end_date"] = today().isoformat()
    with session.explained():
        try:
            _keep(form, organization_id, post, parse_post(typed, _kept(post)), key)
        except InvalidFields as invalid:
            session.keep_errors(form, error_texts(invalid.errors))
            return
        session.form_done(form)
        kept_form.clear(form)
        session.tell(_("The post is saved. The network map shows it at once."), form)


def _keep(form: str, organization_id: str, post: Post | None, facts: PostFacts, key: str) -> None:
    store, actor = session.store(), session.identity()
    if post is None:
        session.done_once(add_post, store, actor, organization_id, facts, key=key)
        return

    def present() -> overtaken.Present:
        known = {each.id: each for each in posts_of(store, organization_id)}
        return _present(known.get(post.id, post))

    with overtaken.minding(form, present) as expected:
        session.done_once(
            change_post,
            store,
            actor,
            organization_id,
            post.id,
            facts,
            expected=expected,
            key=key,
        )
