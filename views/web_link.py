"""An organisation's website as a link that leads nowhere but to a website."""

from html import escape

import streamlit as st

from network.address import web_address


def show(label: str, website: str) -> None:
    """Show a website below its label, as a link only where it is one; nothing for ""."""
    if not website:
        return
    with st.container(gap=None):
        st.caption(label)
        if address := link_of(website):
            # It says nothing of us to the other site, and cannot reach back into this page.
            st.html(
                f'<a class="site" href="{escape(address)}" target="_blank"'
                f' rel="noopener noreferrer">{escape(website)}</a>'
            )
        else:
            st.text(website)


def link_of(website: str) -> str:
    """Return the whole address of a website, "" for what is none, as files may hold."""
    try:
        return web_address(website.strip())
    except ValueError:
        return ""
