"""Mein Eintrag: who offers what one needs, and who needs what one offers."""

import streamlit as st

from data.store import Store
from views import matches
from views.words import _


def show(store: Store, organization_id: str) -> None:
    """Show the matches of one's own entry, or how to come to some."""
    if not matches.show(store, organization_id, own=True, beside=True):
        st.subheader(_("Offers and needs that fit"), anchor=False)
        st.text(
            _(
                "Nobody fits yet. The more exactly you say what you offer and need, the sooner "
                "others are found: “room for 20 people” rather than “support”."
            )
        )
