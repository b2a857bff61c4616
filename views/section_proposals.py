"""Proposals on one section: those that are there, and the form for a new one."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.outline import blocks_of_text, text_of_blocks
from concept_review.proposal import InvalidProposal, Offer
from concept_review.proposal_steps import UNDECIDED
from concept_review.rebase import Wording
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.concepts import section as section_now
from data.proposals import proposals, propose
from data.store import Conflict, Store
from views import diff_view, proposal_links, session
from views.live_text import typed_text
from views.unreadable_words import unreadable_text
from views.words import _, mark

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "empty": mark("The wording is empty. Please write what the section should say."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
}


def show(store: Store, actor: Identity, section: Section) -> None:
    """List the proposals on a section, newest first."""
    found = proposals(store, actor, section_id=section.id)
    st.header(_("Proposals on this section"), anchor=False)
    if not found:
        st.text(_("None so far."))
    for each in found:
        proposal_links.link(each, f"{each.headline} ({proposal_links.state_text(each)})")
    open_ids = [each.id for each in found if each.state in UNDECIDED]
    if len(open_ids) > 1:
        proposal_links.link_together(open_ids, _("See the open ones together"))


def ask(section: Section) -> None:
    """Ask for another wording, with the differences shown while typing.

    The button carries the version of the wording from which one started.
    """
    form = _form(section.version_id)
    errors = session.kept_errors(form)
    carried = bool(st.session_state.get(f"carried_{form}"))
    with st.expander(
        _("Propose another wording"), icon=":material/edit:", expanded=carried or bool(errors)
    ):
        st.text_input(_("What is it about? (required)"), key=f"headline_{form}")
        session.show_error(errors, "headline")
        st.session_state.setdefault(f"title_{form}", section.title)
        st.text_input(_("Heading"), key=f"title_{form}")
        session.show_error(errors, "title")
        old = text_of_blocks(section.blocks)
        key = f"wording_{form}"
        st.session_state.setdefault(key, old)
        committed = st.text_area(_("New wording"), height=320, key=key)
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


def _carry_over(section_id: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed for the form on the present wording, so that nothing is lost."""
    form = _form(section_now(session.store(), section_id).version_id)
    for field, text in typed.items():
        st.session_state[f"{field}_{form}"] = text
    st.session_state[f"carried_{form}"] = True


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
                Offer(
                    headline=typed["headline"],
                    rationale=typed["rationale"],
                    wording=Wording(typed["title"], blocks_of_text(typed["wording"])),
                ),
                base_version_id=version_id,
                key=key,
            )
        except Conflict:
            _carry_over(section_id, typed)
            raise
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
