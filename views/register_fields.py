"""The fields of the form of registration, each with what it is for and what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

import streamlit as st

from network.organization import REGISTRABLE
from network.registration import FieldError
from views.kinds import KINDS
from views.register_draft import CHECKS, CHOICES, KEYS, KIND
from views.register_words import ASKED, LINES, error_text
from views.words import _

Errors = Mapping[str, FieldError]
Kind = Literal["default", "email", "url", "phone"]

_KINDS: Final[Mapping[str, tuple[Kind, str, str]]] = {
    "name": ("default", "organization", ""),
    "website": ("url", "url", "www.beispiel-verein.de"),
    "contact_email": ("email", "email", "name@beispiel.de"),
    "contact_name": ("default", "name", ""),
    "contact_phone": ("phone", "tel", "0331 123456"),
    "district": ("default", "off", ""),
}
"""Which keyboard a phone shows, what the browser may fill in by itself (WCAG 1.3.5), a pattern."""


def ask(field: str, errors: Errors, options: Mapping[str, str] | None = None) -> None:
    """Ask for one field; `options` are ids with words, for choices."""
    asked, key = ASKED[field], KEYS[field]
    with st.container(key=f"field_{key}", gap="xsmall"):
        _widget(field, key, options or {})
        if asked.help:
            with st.container(key=f"help_{key}"):
                st.caption(_(asked.help))
        if field in errors:
            with st.container(key=f"fault_{key}"):
                st.error(error_text(field, errors[field]), icon=":material/error:")


def _widget(field: str, key: str, options: Mapping[str, str]) -> None:
    label = _(ASKED[field].label)
    if field in CHOICES:
        _choices(label, key, options)
    elif field in CHECKS:
        st.checkbox(label, key=key, persist_state="session", wrap=True)
    elif field == KIND:
        st.selectbox(
            label,
            REGISTRABLE,
            index=None,
            key=key,
            format_func=lambda each: _(KINDS[each]),
            placeholder=_("Please choose"),
            persist_state="session",
        )
    elif field in LINES or field == "description":
        height = 110 if field in LINES else 170
        st.text_area(label, key=key, height=height, persist_state="session")
    else:
        kind, fill, pattern = _KINDS[field]
        st.text_input(
            label,
            key=key,
            type=kind,
            autocomplete=fill,
            placeholder=pattern or None,
            validate="",  # the browser would hold back what it takes for wrong; we say why it is
            live=field == "name",
            persist_state="session",
        )


def _choices(label: str, key: str, options: Mapping[str, str]) -> None:
    ids: Sequence[str] = list(options)
    if key in st.session_state:  # what is gone from the list meanwhile cannot be shown
        st.session_state[key] = [each for each in st.session_state[key] if each in options]
    st.multiselect(
        label,
        ids,
        key=key,
        format_func=options.__getitem__,
        placeholder=_("Choose one or more"),
        select_all=False,
        filter_mode="contains",
        persist_state="session",
    )
