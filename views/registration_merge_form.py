"""Merging a registration into an entry: into which one, and whose value of each field holds."""

from collections.abc import Sequence

import streamlit as st

from data.organizations import find_organizations, organization
from data.registration_merging import merge
from data.roster import topics
from data.store import NotFound, Store
from network.duplicates import Duplicate
from network.organization import Organization
from network.registration import SubmittedRegistration
from network.registration_compared import compared
from network.registration_joined import Holds, choices
from views import session
from views.inert import inert
from views.kinds import KINDS
from views.letters import compose
from views.registration_end import finish
from views.registration_others import show_sides
from views.registration_words import FIELDS, HOLDS
from views.words import _


def show(
    store: Store, registration: SubmittedRegistration, duplicates: Sequence[Duplicate]
) -> None:
    """Let an entry be chosen, then a value for each field that differs."""
    likely = [each.organization for each in duplicates]
    with st.expander(
        _("Merge into an entry"),
        icon=":material/merge:",
        key=_key("box", registration),
    ):
        entry = _choose_entry(store, registration, likely)
        if entry:
            _show_fields(store, registration, entry)


def _key(part: str, registration: SubmittedRegistration) -> str:
    return f"merge_{part}_{registration.id}"


def _choose_entry(
    store: Store, registration: SubmittedRegistration, likely: Sequence[Organization]
) -> Organization | None:
    text = st.text_input(
        _("Search another entry") if likely else _("Search an entry"),
        key=_key("search", registration),
        icon=":material/search:",
        max_chars=100,
    )
    found = find_organizations(store, text) if text.strip() else []
    offered = {each.id: each for each in (*likely, *found) if not each.merged_into_id}
    if text.strip() and not found:
        st.text(_("Nothing found."))
    if not offered:
        return None
    chosen = st.radio(
        _("This entry is meant"),
        list(offered),
        key=_key("into", registration),
        format_func=lambda each: inert(_name(offered[each])),
        index=0 if len(likely) == 1 and not found else None,
    )
    try:
        return organization(store, str(chosen)) if chosen else None
    except NotFound:
        return None


def _name(entry: Organization) -> str:
    return f"{entry.name} ({_(KINDS[entry.classification])})"


def _show_fields(store: Store, registration: SubmittedRegistration, entry: Organization) -> None:
    terms = {topic.id: topic.term for topic in topics(store)}
    differing = [each for each in compared(entry, registration.content) if not each.same]
    form = _key(entry.id, registration)
    with st.form(form, border=False, enter_to_submit=False):
        for each in differing:
            with st.container(border=True, gap="xsmall"):
                show_sides(each, terms)
                st.radio(
                    _("What holds for “{field}”?", field=_(FIELDS[each.field])),
                    choices(each),
                    key=f"{form}_{each.field}",
                    format_func=lambda choice: _(HOLDS[choice]),
                    horizontal=True,
                    label_visibility="collapsed",
                )
        st.caption(
            _(
                "Ties and the contact person of the registration are added to the entry. A name "
                "that does not hold stays findable as another name."
            )
        )
        st.form_submit_button(
            _("Merge into “{name}”", name=inert(entry.name)),
            type="primary",
            key=f"send_{form}",
            on_click=_merge,
            args=(
                registration,
                entry,
                tuple(each.field for each in differing),
                session.form_key(form),
            ),
        )


def _merge(
    registration: SubmittedRegistration, entry: Organization, fields: tuple[str, ...], key: str
) -> None:
    session.language()
    form = _key(entry.id, registration)
    holds = {field: Holds(st.session_state[f"{form}_{field}"]) for field in fields}
    with session.explained():
        merged = session.done_once(
            merge,
            session.store(),
            session.identity(),
            registration.id,
            entry,
            holds,
            compose,
            expected=registration.revision,
            key=key,
        )
        name = inert(merged.name if merged else entry.name)
        finish(form, _("The registration was merged into “{name}”.", name=name))
