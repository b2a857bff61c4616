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


def keep(page: str) -> None:
    """Let the address say what a link to the page one is on asked for.

    Streamlit hands the values of such a link to one run of the page and leaves the address as it
    was, so that the next click would act on another page than the one that is shown.
    """
    values = {name: st.query_params.get_all(name) for name in st.query_params}
    before = st.session_state.get("address_before")
    st.session_state["address_before"] = (page, values)
    if before and before[0] == page and before[1] != values:
        st.query_params.from_dict(values)
