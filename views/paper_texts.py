"""The texts of a paper: Beschlussvorschlag and Begründung, to read and to change."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.decision import InvalidDecision
from concept_review.proposal_records import Paper
from data.papers import change_paper
from views import session
from views.paper_new import ask_texts, typed_draft
from views.proposal_words import DECISION_ERRORS
from views.words import _


def show(actor: Identity, wanted: Paper) -> None:
    """Show motion and reasons, and let whoever may write them anew."""
    st.header(_("Motion"), anchor=False)
    st.text(wanted.motion or _("Nothing is written here yet."))
    with st.expander(_("Reasons")):
        st.text(wanted.rationale or _("Nothing is written here yet."))
    if may(actor, Permission.PROPOSAL_STEER):
        _ask(wanted)


def _ask(wanted: Paper) -> None:
    """Ask for other texts; the fields belong to the revision that was read."""
    form = f"paper_{wanted.id}_{wanted.revision}"
    errors = session.kept_errors(form)
    label = _("Change title, reference, motion and reasons")
    with st.expander(label, icon=":material/edit:", expanded=bool(errors)):
        for name in ("title", "reference", "motion", "rationale"):
            st.session_state.setdefault(f"{name}_{form}", getattr(wanted, name))
        ask_texts(form, errors)
        st.button(
            _("Save the texts"),
            key=f"save_{form}",
            on_click=_save,
            args=(wanted.id, wanted.revision, form, session.form_key(form)),
        )


def _save(paper_id: str, revision: int, form: str, key: str) -> None:
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                change_paper,
                session.store(),
                session.identity(),
                paper_id,
                typed_draft(form),
                expected=revision,
                key=key,
            )
        except InvalidDecision as invalid:
            errors = {at: _(DECISION_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return
        session.form_done(form)
        session.tell(_("The texts of the paper are saved."))
