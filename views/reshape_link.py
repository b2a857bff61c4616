"""The way from an organisation to the page that reshapes it, for whoever may."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from views.page_files import RESHAPE
from views.words import _


def show(actor: Identity, organization_id: str) -> None:
    """Lead to renaming, merging, succeeding and dissolving an organisation."""
    if may(actor, Permission.ORGANIZATION_RESHAPE):
        st.page_link(
            RESHAPE,
            label=_("Rename, merge, dissolve"),
            icon=":material/merge:",
            query_params={"id": organization_id},
        )


def show_all(actor: Identity) -> None:
    """Lead to probable duplicates, and to what was merged and dissolved."""
    if may(actor, Permission.ORGANIZATION_RESHAPE):
        label = _("Duplicates, merging and succession")
        st.page_link(RESHAPE, label=label, icon=":material/merge:")
