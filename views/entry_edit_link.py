"""The way from an organisation to its entry, for whoever may change it."""

import streamlit as st

from accounts.identity import Identity
from data.entry_rights import may_edit_entry
from views.page_files import ENTRY
from views.words import _


def show(actor: Identity, organization_id: str) -> None:
    """Lead to the entry; nothing for whoever may not change it."""
    if may_edit_entry(actor, organization_id):
        st.page_link(
            ENTRY,
            label=_("Change this entry"),
            icon=":material/edit_square:",
            query_params={"id": organization_id},
        )
