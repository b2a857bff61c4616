"""Dissolving an organisation: on which day, what ends with it, and what it leaves to others."""

from datetime import date

import streamlit as st

from accounts.identity import Identity
from data.clock import today
from data.concepts import concepts, sections
from data.dissolutions import LONGEST_NOTE, dissolve, left_behind
from data.endings import held_after, lasts
from data.organizations import organization
from data.renames import InvalidReshaping
from data.store import Store
from network.organization import Organization
from views import session
from views.inert import inert
from views.network_address import EARLIEST, LATEST
from views.page_files import SECTION
from views.reshape_words import keep_errors, moving_text, tell_here
from views.words import _, plural


def show(store: Store, actor: Identity, chosen: Organization) -> None:
    """Ask for the last day, and show what ends then and what somebody else has to do."""
    if not lasts(chosen.end_date, today()):
        st.text(_("This entry has ended already."))
        return
    at = f"dissolve_{chosen.id}_{chosen.revision}"
    errors = session.kept_errors(at)
    with st.form(at, enter_to_submit=False):
        st.text(
            _(
                "Nothing is deleted: posts and ties end with the entry, and pictures of days"
                " before still show them."
            )
        )
        held = held_after(store, chosen.id, today())
        counts = {
            "relations": len(held.relations),
            "memberships": len(held.memberships),
            "posts": len(held.posts),
        }
        ending = moving_text(counts)
        if ending:
            st.text(_("What ends with it today: {what}", what=", ".join(ending)))
        st.date_input(
            _("Last day"),
            today(),
            key=f"on_{at}",
            min_value=EARLIEST,
            max_value=LATEST,
            format="DD.MM.YYYY",
            width=220,
        )
        session.show_error(errors, "on")
        st.text_area(_("Note (optional)"), key=f"note_{at}", max_chars=LONGEST_NOTE)
        session.show_error(errors, "note")
        key = session.form_key(at)
        st.form_submit_button(
            _("Dissolve"),
            type="primary",
            key=f"do_{at}",
            on_click=_dissolve,
            args=(chosen.id, chosen.revision, chosen.name, at, key),
        )
    show_left_behind(store, actor, chosen.id)


def show_left_behind(store: Store, actor: Identity, organization_id: str) -> None:
    """Name the sections and tasks that lose who is responsible, and the units below."""
    found = left_behind(store, actor, organization_id)
    if not found.count:
        return
    st.subheader(_("Somebody else has to take this over"), anchor=False)
    headings = {
        each.id: each.heading for concept in concepts(store) for each in sections(store, concept.id)
    }
    for title, ids in (
        (_("Sections that lose their lead"), found.leads),
        (_("Sections in which it takes part"), found.takes_part),
        (_("Reviews that it has now"), found.tasks),
        (_("Reviews that it was to sign"), found.cosignatures),
    ):
        if ids:
            st.text(title)
        for each in dict.fromkeys(ids):
            label = inert(headings.get(each, _("Section")))
            st.page_link(SECTION, label=label, query_params={"id": each})
    if found.units:
        names = ", ".join(organization(store, each).name for each in found.units)
        count = len(found.units)
        st.text(plural("{n} unit below: {names}", "{n} units below: {names}", count, names=names))


def _dissolve(organization_id: str, revision: int, name: str, at: str, key: str) -> None:
    session.language()
    on: date = st.session_state[f"on_{at}"]
    note = str(st.session_state[f"note_{at}"])
    session.keep_errors(at, {})
    with session.explained():
        try:
            session.done_once(
                dissolve,
                session.store(),
                session.identity(),
                organization_id,
                on=on,
                note=note,
                expected=revision,
                key=key,
            )
        except InvalidReshaping as fault:
            keep_errors(at, fault)
            return
        session.form_done(at)
        tell_here(_("The end of “{name}” is noted. It can be taken back below.", name=inert(name)))
