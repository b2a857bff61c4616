"""The legend of the picture: each symbol by shape, colour, word and number."""

from collections import Counter
from html import escape

import streamlit as st

from network.picture import SYMBOLS, family
from network.view import Shown
from views.kinds import FAMILIES, LINES
from views.shown_network import ShownNetwork
from views.words import _


def show(network: ShownNetwork, shown: Shown) -> None:
    """Explain the symbols of what is shown; shapes are drawn by our style sheet."""
    counts = Counter(family(network.records[node]) for node in shown.nodes)
    items = "".join(
        f'<li><span class="symbol {SYMBOLS[each].shape}" aria-hidden="true"></span>'
        f"{escape(_(word))} ({counts[each]})</li>"
        for each, word in FAMILIES.items()
        if counts[each]
    )
    lines = escape(_(LINES))
    name = escape(_("Legend"))
    st.html(f'<ul class="legend" aria-label="{name}">{items}</ul><p class="lines">{lines}</p>')
