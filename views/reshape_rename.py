"""Giving an organisation another name: since when, and what becomes of the old one."""

from datetime import date

import streamlit as st

from accounts.identity import Identity
from data.clock import today
from data.former_names import former_names
from data.renames import LONGEST_NAME, InvalidReshaping, rename
from data.store import Store
from network.organization import Organization
from views import session
from views.inert import inert
from views.network_address import EARLIEST
from views.reshape_words import keep_errors, tell_here
from views.words import _, date_text


def show(store: Store, _actor: Identity, chosen: Organization) -> None:
    """Ask for the new name; the button carries the revision that is shown."""
    at = f"rename_{chosen.id}_{chosen.revision}"
    errors = session.kept_errors(at)
    with st.form(at, enter_to_submit=False):
        st.text(
            _(
                "The old name is still found, old links go on, and pictures of days before"
                " show the old name."
            )
        )
        st.text_input(_("New name"), chosen.name, key=f"name_{at}", max_chars=LONGEST_NAME)
        session.show_error(errors, "name")
        st.text_input(
            _("Short name (optional)"), chosen.short_name, key=f"short_{at}", max_chars=LONGEST_NAME
        )
        session.show_error(errors, "short_name")
        st.date_input(
            _("Has this name since"),
            today(),
            key=f"since_{at}",
            min_value=EARLIEST,
            max_value=today(),
            format="DD.MM.YYYY",
            width=220,
        )
        session.show_error(errors, "since")
        st.checkbox(
            _("The old name was a mistake: correct it, keep nothing of it"), key=f"mistake_{at}"
        )
        key = session.form_key(at)
        st.form_submit_button(
            _("Rename"),
            type="primary",
            key=f"do_{at}",
            on_click=_rename,
            args=(chosen.id, chosen.revision, at, key),
        )
    _show_former(store, chosen)


def _show_former(store: Store, chosen: Organization) -> None:
    for each in former_names(store, chosen.id):
        st.text(_("Until {day}: {name}", day=date_text(each.until), name=each.name))


def _rename(organization_id: str, revision: int, at: str, key: str) -> None:
    session.language()
    name, short = (str(st.session_state[f"{each}_{at}"]) for each in ("name", "short"))
    since: date = st.session_state[f"since_{at}"]
    mistake = bool(st.session_state[f"mistake_{at}"])
    session.keep_errors(at, {})
    with session.explained():
        try:
            session.done_once(
                rename,
                session.store(),
                session.identity(),
                organization_id,
                name,
                short,
                since=None if mistake else since,
                expected=revision,
                key=key,
            )
        except InvalidReshaping as fault:
            keep_errors(at, fault)
            return
        session.form_done(at)
        tell_here(_("The name is now “{name}”.", name=inert(name)))
