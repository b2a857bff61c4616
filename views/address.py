"""What the address of the page says, kept in step with widgets in every language.

Streamlit's own binding writes the label of an option into the address; a link would then
work in one language only. Here the address holds the value itself.
"""

from collections.abc import Callable, Sequence

import streamlit as st


def follow(key: str, parse: Callable[[Sequence[str]], object]) -> None:
    """Set a widget's state from the address, where that changed from outside or the state is gone.

    Streamlit forgets the state of a widget while another page is open. Call it before the
    widget; `parse` turns the values of the address into the widget's.
    """
    values = tuple(st.query_params.get_all(key))
    if key not in st.session_state or st.session_state.get(f"address_{key}") != values:
        st.session_state[key] = parse(values)
        st.session_state[f"address_{key}"] = values


def write(key: str, values: Sequence[str]) -> None:
    """Put values into the address; none removes the name from it."""
    if tuple(st.query_params.get_all(key)) != tuple(values):
        if values:
            st.query_params[key] = list(values)
        else:
            del st.query_params[key]
    st.session_state[f"address_{key}"] = tuple(values)
