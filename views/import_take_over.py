"""Taking over what was chosen of a file, while a bar shows how far it has come."""

from dataclasses import replace
from typing import Final

import streamlit as st

from data.network_imports import Order, Seen, carry_out
from network.exchange.plan import ImportPlan
from views import import_choice, network_upload, session
from views.page_files import NETWORK_MAP
from views.words import _, mark, number_text

FORM: Final = "network_import"
_DONE: Final = "network_taken"
_SEEN: Final = "import_seen"
_PHASES: Final = (
    (0.1, mark("What is there is compared with the file …")),
    (0.7, mark("The picture is being arranged …")),
    (1.1, mark("Entries and ties are being stored …")),
)


def press(fingerprint: str) -> None:
    """Keep what somebody saw when they pressed the button: a page compares anew before it acts."""
    st.session_state[_SEEN] = fingerprint


def take(order: Order, looked: Seen) -> None:
    """Store what was chosen and seen; what somebody else changed meanwhile is shown anew."""
    expected = st.session_state.pop(_SEEN, "")
    key = session.form_key(FORM)
    bar = st.progress(0.0, text=_(_PHASES[0][1]))
    with session.explained():
        seen = replace(order, expected=expected)
        done = session.done_once(
            carry_out,
            session.store(),
            session.identity(),
            seen,
            lambda share: _advance(bar, share),
            key,
            looked,
        )
        session.form_done(FORM)
        if done is not None:
            st.session_state[_DONE] = (_counted(done), _changed(done))
        network_upload.forget()
        import_choice.forget()
    st.rerun()


def show_done() -> None:
    """Say what came of the last file, and lead to the map."""
    if _DONE not in st.session_state:
        return
    counted, changed = st.session_state.pop(_DONE)
    st.success(_("The network is taken over: {counted}.", counted=counted))
    if changed:
        st.text(changed)
    st.page_link(NETWORK_MAP, label=_("To the network map"), icon=":material/hub:")


def _advance(bar: "st.delta_generator.DeltaGenerator", share: float) -> None:
    words = next(text for limit, text in _PHASES if share < limit)
    bar.progress(min(max(share, 0.0), 1.0), text=_(words))


def _counted(done: ImportPlan) -> str:
    return _(
        "{organizations} organisations, {posts} posts, {ties} ties and {topics} topics are new",
        organizations=number_text(len(done.organizations)),
        posts=number_text(len(done.posts)),
        ties=number_text(done.ties.new),
        topics=number_text(len(done.topics)),
    )


def _changed(done: ImportPlan) -> str:
    if not done.changed:
        return ""
    return _("Changed records: {number}", number=number_text(len(done.changed)))
