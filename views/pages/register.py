"""Organisation anmelden: an organisation adds itself without an account."""

import streamlit as st

from data.organizations import organizations
from data.registrations import submit
from network.duplicates import same_name
from network.registration import FieldError, InvalidRegistration, parse_registration
from views import register_form, session
from views.words import _

st.title(_("Register an organisation"))
store = session.store()

if "registered" in st.session_state:
    st.success(_("Thank you! Your registration has been sent."))
    st.text(
        _(
            "The coordination of the city looks at it and then publishes it on the network map. "
            "It writes to the e-mail address that you gave."
        )
    )
    if st.button(_("Register another organisation")):
        del st.session_state["registered"]
        st.rerun()
    st.stop()

st.text(
    _(
        "It takes about three minutes and needs no account. Only three fields and the consent "
        "are required. Your entry is published once the coordination has confirmed it."
    )
)
errors: dict[str, FieldError] = st.session_state.get("register_errors", {})
with st.form(register_form.FORM, border=False, enter_to_submit=False):
    typed = register_form.show_fields(store, errors)
    register_form.show_summary(errors)
    sent = st.form_submit_button(_("Send registration"), type="primary")

if sent:
    found: dict[str, FieldError] = {}
    registration = None
    known = same_name(str(typed["name"]), organizations(store)) if typed["name"] else None
    if known and not st.session_state.get("reg_distinct"):
        found["name"] = FieldError("duplicate", {"name": known.name})
    try:
        registration = parse_registration(typed)
    except InvalidRegistration as invalid:
        found = {**invalid.errors, **found}
    if registration and not found:
        with session.explained():
            try:
                key = session.form_key(register_form.FORM)
                session.done_once(submit, store, session.identity(), registration, key=key)
                session.form_done(register_form.FORM)
                st.session_state["registered"] = True
            except InvalidRegistration as invalid:
                found = invalid.errors
    st.session_state["register_errors"] = found
    if found or "registered" in st.session_state:
        st.rerun()
