"""Forms of a record that somebody else saved meanwhile: nothing is overwritten unseen.

After a conflict a form shows what is saved now in all fields that were not touched, keeps what
was typed in the others, and says there what the other person saved.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

import streamlit as st

from data.store import Conflict
from views import kept_form
from views.inert import inert
from views.words import _

Present: TypeAlias = tuple[Mapping[str, Any], int]
"""What the fields of a record would show now, and its revision."""


def begin(form: str, values: Mapping[str, Any], revision: int) -> None:
    """Fill a form with a record as it is."""
    kept_form.fill(form, values)
    st.session_state[f"{form}_base"] = (dict(values), revision)
    st.session_state.pop(f"{form}_theirs", None)


@contextmanager
def minding(form: str, present: Callable[[], Present]) -> Iterator[int]:
    """Give the revision to save with; raise `Conflict` where the fields say something else now.

    A change that concerns no field of the form, as an answer to a tie, is no conflict.
    """
    base, revision = st.session_state[f"{form}_base"]
    now, newest = present()
    same = all(now[name] == base[name] for name in now)
    try:
        yield newest if same else revision
    except Conflict:
        _go_on(form, *present())
        raise


def happened(form: str) -> bool:
    """Say whether somebody else saved the record while the form was open."""
    return f"{form}_theirs" in st.session_state


def show(form: str) -> None:
    """Say at the head of the form what happened and what to do."""
    if happened(form):
        st.warning(
            _(
                "Somebody else saved this while it was open here. Nothing of yours is saved yet. "
                "What you typed is kept; all other fields show what is saved now. Please look "
                "through it and save again."
            ),
            icon=":material/group:",
        )


def show_theirs(form: str, field: str, words: Callable[[Any], str] = str) -> None:
    """Show at a field that both changed what the other person saved."""
    theirs = st.session_state.get(f"{form}_theirs", {})
    if field in theirs:
        value = words(theirs[field]) or _("(nothing)")
        st.warning(inert(_("Saved by somebody else: {value}", value=value)))


def _go_on(form: str, now: Mapping[str, Any], revision: int) -> None:
    base, _revision = st.session_state[f"{form}_base"]
    typed = kept_form.typed(form, base)
    saved = {**base, **now}
    kept = {name: saved[name] if typed[name] == base[name] else typed[name] for name in base}
    begin(form, saved, revision)
    kept_form.fill(form, kept)
    st.session_state[f"{form}_theirs"] = {
        name: saved[name] for name in base if base[name] != saved[name] != kept[name]
    }
