"""What stands above a concept: its preamble, as plain text in a box."""

import streamlit as st


def show_notice(notice: str) -> None:
    """Show the text, if there is any; emphasis marks are left out."""
    if notice:
        with st.container(border=True):
            st.text(notice.replace("**", ""))
