"""Forms that begin filled, and lose nothing of it.

A field of Streamlit forgets in the browser what only the session gave it, as soon as an error
above it moves it down. So each field gets its first value as its own, under a key that changes
with every filling.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st


def fill(form: str, values: Mapping[str, Any]) -> None:
    """Let the fields of a form hold these values when they are shown next."""
    st.session_state[f"{form}_round"] = st.session_state.get(f"{form}_round", 0) + 1
    st.session_state[f"{form}_first"] = dict(values)
    st.session_state[f"{form}_fresh"] = True


def key(form: str, field: str) -> str:
    """Return the key of a field's widget."""
    return f"{form}_{st.session_state.get(f'{form}_round', 0)}_{field}"


def first(form: str, field: str) -> Any:  # noqa: ANN401  (a field holds text, ticks or choices)
    """Return the value with which a field begins."""
    return st.session_state[f"{form}_first"][field]


def typed(form: str, fields: Iterable[str]) -> dict[str, Any]:
    """Return what stands in fields; one that is not shown still holds its first value."""
    begun = st.session_state.get(f"{form}_first", {})
    return {name: st.session_state.get(key(form, name), begun.get(name)) for name in fields}


def is_kept(form: str, field: str) -> bool:
    """Say whether a form is filled; Streamlit drops fields while another page is open."""
    fresh = bool(st.session_state.get(f"{form}_fresh"))
    begun = f"{form}_first" in st.session_state
    return begun and (fresh or key(form, field) in st.session_state)


def rendered(form: str) -> None:
    """Note that the fields are shown as they were filled."""
    st.session_state.pop(f"{form}_fresh", None)


def clear(form: str) -> None:
    """Let the form be filled anew when it is shown next."""
    st.session_state.pop(f"{form}_first", None)
