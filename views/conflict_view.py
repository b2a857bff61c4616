"""One passage for which rival wordings exist: what stands there, and what each of them wants."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from concept_review.merge import Conflict
from views import diff_view
from views.inert import inert
from views.words import _

_AROUND: Final = 80
"""Characters of the text that are shown on each side of the passage."""
_ABREAST: Final = 2
"""Rivals that fit beside the base on a wide screen."""


def show(conflict: Conflict, text: str, names: Sequence[str]) -> None:
    """Show the passage as it stands in the text, and every rival under its name beside it.

    Where the passage is not in `text` at its place, as with titles, it is shown alone.
    """
    before, after = _around(conflict, text)
    base = f"{before}{conflict.base}{after}"
    with st.container(border=True):
        abreast = len(conflict.rivals) <= _ABREAST
        places = st.columns(1 + len(conflict.rivals)) if abreast else None
        with places[0] if places else st.container():
            st.caption(_("Before"))
            diff_view.show_passage(base, base)
        for number, (name, rival) in enumerate(zip(names, conflict.rivals, strict=True), start=1):
            with places[number] if places else st.container():
                st.caption(inert(name))
                diff_view.show_passage(base, f"{before}{rival}{after}")


def _around(conflict: Conflict, text: str) -> tuple[str, str]:
    if text[conflict.start : conflict.end] != conflict.base:
        return "", ""
    start, end = max(conflict.start - _AROUND, 0), conflict.end + _AROUND
    before, after = text[start : conflict.start], text[conflict.end : end]
    return f"{'…' if start else ''}{before}", f"{after}{'…' if end < len(text) else ''}"
