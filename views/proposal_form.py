"""The form for a new proposal on a section: what shall be done, in which words, and why."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.identity import Identity
from concept_review.instruction import UnreadableInstruction
from concept_review.proposal import InvalidProposal, Offer, ProposalKind
from concept_review.section import Section
from concept_review.unreadable import UnreadableConcept
from data.concepts import section as section_now
from data.proposals import propose
from data.store import Conflict, Store
from views import proposal_fields, session, typing_rivals
from views.instruction_words import instruction_text
from views.proposal_words import KINDS
from views.unreadable_words import unreadable_text
from views.words import _, mark

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_long": mark("This is too long; please shorten it."),
    "empty": mark("The wording is empty. Please write what the section should say."),
    "no_change": mark("The wording is the same as before; there is nothing to propose yet."),
    "impossible": mark("A section cannot stand there. Please choose another place."),
}

KEPT: Final = ("headline", "rationale", "editorial", "kind", *proposal_fields.FIELDS)
"""Fields that are carried over when the section changes while somebody types."""


def ask(store: Store, actor: Identity, section: Section) -> None:
    """Ask for a proposal, with the differences and rivals shown while typing.

    The buttons carry the version of the wording from which one started.
    """
    form = _form(section.version_id)
    errors = session.kept_errors(form)
    carried = bool(st.session_state.get(f"carried_{form}"))
    with st.expander(
        _("Propose a change"), icon=":material/edit:", expanded=carried or bool(errors)
    ):
        st.session_state.setdefault(f"kind_{form}", ProposalKind.REPLACE)
        kind = st.segmented_control(
            _("What shall be done?"),
            list(ProposalKind),
            format_func=lambda each: _(KINDS[each]),
            key=f"kind_{form}",
            required=True,
        )
        st.text_input(_("What is it about? (required)"), key=f"headline_{form}")
        session.show_error(errors, "headline")
        typed = proposal_fields.ask(store, form, section, kind or ProposalKind.REPLACE, errors)
        typing_rivals.show(store, actor, section, typed)
        st.text_area(_("Why? (required)"), key=f"rationale_{form}")
        session.show_error(errors, "rationale")
        st.checkbox(
            _("Only the form changes, not the sense (the administration may decide)"),
            key=f"editorial_{form}",
        )
        key = session.form_key(form)
        with st.container(horizontal=True):
            for draft, label in ((False, _("Submit proposal")), (True, _("Keep as a draft"))):
                st.button(
                    label,
                    type="secondary" if draft else "primary",
                    key=f"save_{draft}_{form}",
                    on_click=_save,
                    args=(section.id, section.version_id, key, draft),
                )


def _form(version_id: str) -> str:
    return f"propose_{version_id}"


def _carry_over(section_id: str, typed: Mapping[str, object]) -> None:
    """Keep what was typed for the form on the present wording, so that nothing is lost."""
    form = _form(section_now(session.store(), section_id).version_id)
    for field, value in typed.items():
        st.session_state[f"{field}_{form}"] = value
    st.session_state[f"carried_{form}"] = True


def _save(section_id: str, version_id: str, key: str, draft: bool) -> None:
    session.language()
    form = _form(version_id)
    session.keep_errors(form, {})
    keys = {field: f"{field}_{form}" for field in KEPT}
    typed = {field: st.session_state[at] for field, at in keys.items() if at in st.session_state}
    with session.explained():
        try:
            saved = session.done_once(
                propose,
                session.store(),
                session.identity(),
                section_id,
                _offer(section_id, typed),
                base_version_id=version_id,
                draft=draft,
                key=key,
            )
        except Conflict:
            _carry_over(section_id, typed)
            raise
        except UnreadableConcept as unreadable:
            session.keep_errors(form, {"wording": unreadable_text(unreadable)})
            return
        except UnreadableInstruction as unreadable:
            session.keep_errors(form, {"instruction": instruction_text(unreadable)})
            return
        except InvalidProposal as invalid:
            session.keep_errors(form, {at: _(_ERRORS[code]) for at, code in invalid.errors.items()})
            return
        session.form_done(form)
        for field in typed:
            del st.session_state[f"{field}_{form}"]
        st.session_state.pop(f"carried_{form}", None)
        if saved and draft:
            session.tell(_("Your draft is kept; only you can see it."))
        else:
            session.tell(_("Your proposal is submitted."))


def _offer(section_id: str, typed: Mapping[str, object]) -> Offer:
    section = section_now(session.store(), section_id)
    kind = ProposalKind(str(typed.get("kind") or ProposalKind.REPLACE))
    return Offer(
        headline=str(typed.get("headline", "")),
        rationale=str(typed.get("rationale", "")),
        wording=proposal_fields.wording(section, kind, typed),
        kind=kind,
        anchor_id=proposal_fields.anchor(kind, typed),
        placement=proposal_fields.placement(kind, typed),
        editorial=bool(typed.get("editorial")),
    )
