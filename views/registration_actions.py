"""What the coordination can do with a registration: confirm, ask back, merge, reject."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from data.registration_decisions import ask_back, confirm, reject
from data.store import Store
from network.duplicates import Duplicate
from network.registration import RegistrationStatus, SubmittedRegistration
from views import registration_merge_form, session
from views.inert import inert
from views.letters import compose
from views.registration_end import finish
from views.words import _

TEXT_LENGTH: Final = 1000
"""So many characters a question or a reason may have."""


def show(
    store: Store, registration: SubmittedRegistration, duplicates: Sequence[Duplicate]
) -> None:
    """Ask for the decision; the buttons carry the revision that is shown with them."""
    form = _form(registration.id)
    key = session.form_key(form)
    st.subheader(_("Your decision"), anchor=False)
    if registration.email_confirmed_at is None:
        st.warning(
            _(
                "Nobody has confirmed the e-mail address yet. You can decide all the same, for "
                "example if you know the organisation; the mail may then reach nobody, or "
                "somebody else."
            ),
            icon=":material/unsubscribe:",
        )
    st.button(
        _("Confirm and publish"),
        type="secondary" if duplicates else "primary",
        key=f"confirm_{form}",
        icon=":material/check:",
        on_click=_confirm,
        args=(registration, key),
    )
    registration_merge_form.show(store, registration, duplicates)
    _show_ask(registration, key)
    _show_reject(registration, key)


def _form(registration_id: str) -> str:
    return f"decide_{registration_id}"


def _show_ask(registration: SubmittedRegistration, key: str) -> None:
    form = _form(registration.id)
    errors = session.kept_errors(form)
    again = registration.status is RegistrationStatus.RETURNED
    label = _("Ask again") if again else _("Ask back")
    with st.expander(label, icon=":material/help:", expanded="question" in errors):
        st.text_area(
            _("Your question"),
            key=f"question_{form}",
            max_chars=TEXT_LENGTH,
            help=_("The organisation gets it by mail, with a link to answer and to correct."),
        )
        session.show_error(errors, "question")
        st.button(
            _("Send the question"), key=f"ask_{form}", on_click=_ask, args=(registration, key)
        )


def _show_reject(registration: SubmittedRegistration, key: str) -> None:
    form = _form(registration.id)
    errors = session.kept_errors(form)
    with st.expander(_("Reject"), icon=":material/block:", expanded="reason" in errors):
        st.text_area(
            _("Reason"),
            key=f"reason_{form}",
            max_chars=TEXT_LENGTH,
            help=_("The organisation reads it in its mail."),
        )
        session.show_error(errors, "reason")
        st.button(
            _("Reject the registration"),
            key=f"reject_{form}",
            on_click=_reject,
            args=(registration, key),
        )


def _confirm(registration: SubmittedRegistration, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(
            confirm,
            session.store(),
            session.identity(),
            registration.id,
            compose,
            expected=registration.revision,
            key=key,
        )
        finish(
            _form(registration.id),
            _("“{name}” is published.", name=inert(registration.content.name)),
        )


def _ask(registration: SubmittedRegistration, key: str) -> None:
    session.language()
    missing = _("Please write what you would like to know.")
    question = _typed(registration, "question", missing)
    if not question:
        return
    with session.explained():
        session.done_once(
            ask_back,
            session.store(),
            session.identity(),
            registration.id,
            question,
            compose,
            expected=registration.revision,
            key=key,
        )
        name = inert(registration.content.name)
        finish(_form(registration.id), _("The question to “{name}” is on its way.", name=name))


def _reject(registration: SubmittedRegistration, key: str) -> None:
    session.language()
    missing = _("Please give a reason, so that it can be understood later.")
    reason = _typed(registration, "reason", missing)
    if not reason:
        return
    with session.explained():
        session.done_once(
            reject,
            session.store(),
            session.identity(),
            registration.id,
            reason,
            compose,
            expected=registration.revision,
            key=key,
        )
        name = inert(registration.content.name)
        finish(_form(registration.id), _("The registration of “{name}” is rejected.", name=name))


def _typed(registration: SubmittedRegistration, field: str, missing: str) -> str:
    """Return what was typed into a field; where that is nothing, keep it as an error there."""
    form = _form(registration.id)
    text = str(st.session_state.get(f"{field}_{form}", "")).strip()
    session.keep_errors(form, {} if text else {field: missing})
    return text
