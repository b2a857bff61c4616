"""Saying since when a version of the text is published."""

from datetime import date

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.proposal_steps import InvalidProposalStep, ProposalInput
from concept_review.section import Version
from data.clock import today
from data.incorporation import publish
from views import session
from views.proposal_words import INPUTS, STEP_ERRORS
from views.version_name import version_name
from views.words import _, date_text


def show(actor: Identity, version: Version) -> None:
    """Say in which version something is part of the text, and since when that is published."""
    if version.published_on:
        day = date_text(version.published_on)
        st.text(_("{version}, published on {day}", version=version_name(version), day=day))
        return
    st.text(_("{version}, not published yet", version=version_name(version)))
    if may(actor, Permission.PROPOSAL_DECIDE):
        ask(version)


def ask(version: Version) -> None:
    """Ask for the day; the button carries the version as it is shown."""
    form = f"publish_{version.id}"
    errors = session.kept_errors(form)
    with st.container(border=True):
        st.session_state.setdefault(f"day_{form}", today())
        st.date_input(
            f"{version_name(version)}: {_(INPUTS[ProposalInput.PUBLISHED])}",
            min_value=date(1949, 1, 1),
            max_value=today(),
            format="DD.MM.YYYY",
            key=f"day_{form}",
        )
        session.show_error(errors, "published")
        st.button(
            _("Publish this version"),
            key=f"save_{form}",
            on_click=_save,
            args=(version.id, version.revision, form, session.form_key(form)),
        )


def _save(version_id: str, revision: int, form: str, key: str) -> None:
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                publish,
                session.store(),
                session.identity(),
                version_id,
                st.session_state.get(f"day_{form}"),
                expected=revision,
                key=key,
            )
        except InvalidProposalStep as invalid:
            errors = {at: _(STEP_ERRORS[code]) for at, code in invalid.errors.items()}
            session.keep_errors(form, errors)
            return
        session.form_done(form)
        session.tell(_("The version is published; its proposals are in force."))
