"""The text of a text area while it is typed, for a preview beside it."""

import streamlit as st

from views.component_files import component


def typed_text(key: str, committed: str) -> str:
    """Return what stands in the text area with this key at this moment.

    Streamlit reports a text area only when one leaves it; a small script of ours watches
    it and reports after a short pause.
    """
    mount = component("typing", "typing.js", html="<span hidden></span>")
    result = mount(
        data={"key": key, "committed": committed},
        key=f"typing_{key}",
        height=1,
        on_typed_change=_nothing,
    )
    live = result.typed
    known = f"committed_{key}"
    if st.session_state.get(known) != committed:
        st.session_state[known] = committed
        return committed
    return str(live) if live is not None else committed


def _nothing() -> None:
    """Only make Streamlit report the value."""
