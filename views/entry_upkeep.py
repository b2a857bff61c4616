"""Mein Eintrag: saying in one click that all of it is still right."""

import streamlit as st

from accounts.identity import Identity
from data.entry_rights import may_edit_entry
from data.organizations import organization
from data.store import Store
from data.upkeep import confirm_entry, standing
from network.organization import Organization
from views import session
from views.upkeep_words import show_standing, standing_text
from views.words import _


def show(store: Store, actor: Identity, organization_id: str) -> None:
    """Show how well the entry is kept, and the button that confirms it."""
    record = organization(store, organization_id)
    known = standing(store, organization_id)
    if known.confirmed_on or known.possibly_outdated:
        show_standing(store, record)
    else:
        st.text(standing_text(known))
    show_button(actor, record)


def show_button(actor: Identity, record: Organization) -> None:
    """Offer to confirm an entry to whoever looks after it."""
    if not may_edit_entry(actor, record.id):
        return
    form = f"upkeep_{record.id}"
    st.button(
        _("All of it is still right"),
        key=f"confirm_{form}",
        icon=":material/verified:",
        help=_("Confirms the entry as of today, as it is now."),
        on_click=_confirm,
        args=(record.id, record.revision, session.form_key(form)),
    )


def _confirm(organization_id: str, expected: int, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(
            confirm_entry,
            session.store(),
            session.identity(),
            organization_id,
            expected=expected,
            key=key,
        )
        session.form_done(f"upkeep_{organization_id}")
        session.tell(_("The entry is confirmed as of today. Thank you."))
