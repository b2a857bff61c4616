"""Proposals on one section: those that are there, and the form for a new one."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import InvalidProposal, ProposalState
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.proposals import proposals, propose
from data.store import Store
from views import diff_view, session
from views.inert import inert
from views.live_text import typed_text
from views.page_files import PROPOSALS
from views.unreadable_words import unreadable_text
from views.words import _, mark

STATES: Final[Mapping[ProposalState, str]] = {
    ProposalState.SUBMITTED: mark("submitted, not decided yet"),
    ProposalState.WITHDRAWN: mark("withdrawn"),
    ProposalState.DECIDED: mark("rejected"),
    ProposalState.INCORPORATED: mark("accepted, part of the text"),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
}


def show(store: Store, actor: Identity, section: Section) -> None:
    """List the proposals on a section, newest first."""
    found = proposals(store, actor, section_id=section.id)
    st.header(_("Proposals on this section"), anchor=False)
    if not found:
        st.text(_("None so far."))
    for each in found:
        label = f"{inert(each.headline)} ({_(STATES[each.state])})"
        st.page_link(PROPOSALS, label=label, query_params={"id": each.id})


@st.fragment
def ask(section: Section) -> None:
    """Ask for another wording, with the differences shown while typing.

    The button carries the version of the wording from which one started.
    """
    session.language()
    form = _form(section.version_id)
    if st.session_state.pop(f"done_{form}", False):
        st.rerun()
    errors = session.kept_errors(form)
    with st.expander(_("Propose another wording"), icon=":material/edit:"):
        st.text_input(_("What is it about? (required)"), key=f"headline_{form}")
        session.show_error(errors, "headline")
        st.text_input(_("Heading"), value=section.title, key=f"title_{form}")
        session.show_error(errors, "title")
        old = text_of_blocks(section.blocks)
        key = f"wording_{form}"
        committed = st.text_area(_("New wording"), value=old, height=320, key=key)
        session.show_error(errors, "wording")
        st.caption(_("Differences to the present text"))
        diff_view.show(old, typed_text(key, committed))
        st.text_area(_("Why? (required)"), key=f"rationale_{form}")
        session.show_error(errors, "rationale")
        st.button(
            _("Submit proposal"),
            type="primary",
            on_click=_save,
            args=(section.id, section.version_id, session.form_key(form)),
        )


def _form(version_id: str) -> str:
    return f"propose_{version_id}"


def _save(section_id: str, version_id: str, key: str) -> None:
    session.language()
    form = _form(version_id)
    session.keep_errors(form, {})
    typed = {
        field: str(st.session_state[f"{field}_{form}"])
        for field in ("headline", "title", "wording", "rationale")
    }
    with session.explained():
        try:
            session.done_once(
                propose,
                session.store(),
                session.identity(),
                section_id,
                typed["headline"],
                typed["rationale"],
                Wording(typed["title"], blocks_of_text(typed["wording"])),
                base_version_id=version_id,
                key=key,
            )
        except UnreadableConcept as unreadable:
            session.keep_errors(form, {"wording": unreadable_text(unreadable)})
            return
        except InvalidProposal as invalid:
            session.keep_errors(form, {at: _(_ERRORS[code]) for at, code in invalid.errors.items()})
            return
        session.form_done(form)
        for field in typed:
            del st.session_state[f"{field}_{form}"]
        session.tell(_("Your proposal is submitted."))
    st.session_state[f"done_{form}"] = True
