"""Was zu tun ist: introductions, coverage, what-if, reach, and what is open."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from views import (
    advice_coverage,
    advice_introductions,
    advice_open_ends,
    advice_reach,
    advice_what_if,
    session,
)
from views.advice_address import ask_day, ask_part
from views.advised import Advised
from views.shown_network import network_of
from views.words import _

SHOWN: Final[Mapping[str, Callable[[Advised], None]]] = {
    "vorstellungen": advice_introductions.show,
    "abdeckung": advice_coverage.show,
    "wenn": advice_what_if.show,
    "reichweite": advice_reach.show,
    "offenes": advice_open_ends.show,
}

store = session.store()
st.title(_("What to do"))
if not store.find("organizations"):
    st.text(_("Nothing is entered yet. The example city is loaded with: bindeglied demo"))
    st.stop()

left, right = st.columns([5, 2])
with left:
    part = ask_part()
with right:
    day = ask_day()
SHOWN[part](Advised(store, session.identity(), network_of(store, day), day))
