"""What waits of an entry for the coordination, and why the last change was refused."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.entry_changes import EntryChange, last_refusal, withdraw_change
from data.store import Store
from network.organization import Organization
from views import entry_state, session
from views.entry_words import FIELD_NAMES, value_text
from views.page_files import REGISTRATIONS
from views.words import _, date_text, moment_text


def show(
    store: Store, actor: Identity, organization: Organization, waiting: EntryChange | None
) -> None:
    """Show the change that waits, with a way to take it back, or the last refusal."""
    if waiting:
        _show_waiting(store, actor, organization, waiting)
        return
    refused = last_refusal(store, actor, organization.id)
    if refused:
        with st.container(border=True):
            st.warning(
                _(
                    "The coordination did not take over your change of {day}.",
                    day=date_text(refused.submitted_at.date()),
                ),
                icon=":material/block:",
            )
            st.caption(_("Reason"))
            st.text(refused.reason)


def _show_waiting(
    store: Store, actor: Identity, organization: Organization, waiting: EntryChange
) -> None:
    with st.container(border=True):
        st.header(_("Waits for the coordination"), anchor=False)
        st.text(
            _(
                "Sent on {moment}. Until the coordination has looked at it, everybody sees the "
                "entry as it was.",
                moment=moment_text(waiting.submitted_at),
            )
        )
        for field in FIELD_NAMES:
            if field in waiting.after:
                with st.container(gap=None):
                    st.caption(_(FIELD_NAMES[field]))
                    before = value_text(store, field, getattr(organization, field))
                    after = value_text(store, field, waiting.after[field])
                    st.text(_("So far: {value}", value=before))
                    st.text(_("New: {value}", value=after))
        st.button(
            _("Take this change back"),
            key=f"withdraw_{waiting.id}",
            on_click=_withdraw,
            args=(waiting.organization_id, waiting.id, waiting.revision),
        )
        if may(actor, Permission.ENTRY_CHECK):
            st.page_link(REGISTRATIONS, label=_("To the inbox"), icon=":material/inbox:")


def _withdraw(organization_id: str, change_id: str, revision: int) -> None:
    session.language()
    with session.explained():
        withdraw_change(
            session.store(), session.identity(), organization_id, change_id, expected=revision
        )
        entry_state.clear(organization_id)
        session.tell(_("The change is taken back. The entry stays as it is."))
