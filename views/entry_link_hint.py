"""The way to a link to one's own entry, from the pages where people look for it."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from views.entry_addresses import ASK_FOR_LINK
from views.words import _, language


def show(organization_id: str = "", label: str = "") -> None:
    """Lead to the page where an organisation asks for a link to its entry, in the same tab."""
    about = {"id": organization_id} if organization_id else {}
    address = f"{ASK_FOR_LINK}?{urlencode({'lang': language(), **about})}"
    text = label or _("Change the entry of your organisation")
    st.html(
        f'<a class="sign" href="{escape(address)}" target="_self">{escape(text)}</a>',
        width="content",
    )
