"""Links to signing in and out, in the same tab, with the way back to this very page."""

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from views.sign_in_routes import SIGN_IN, SIGN_OUT
from views.words import _, language


def show_sign_in(label: str = "") -> None:
    """Lead to the sign-in page and afterwards back to here."""
    here = urlsplit(st.context.url or "").path or "/"  # without what the address asks for
    asked = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    back = f"{here}?{asked}" if asked else here
    _show(f"{SIGN_IN}?{urlencode({'lang': language(), 'weiter': back})}", label or _("Sign in"))


def show_sign_out() -> None:
    """Lead to the page that ends the session."""
    _show(f"{SIGN_OUT}?{urlencode({'lang': language()})}", _("Sign out"))


def _show(address: str, label: str) -> None:
    st.html(
        f'<a class="sign" href="{escape(address)}" target="_self">{escape(label)}</a>',
        width="content",
    )
