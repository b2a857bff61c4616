"""Sending an organisation a link to its entry, for the coordination."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.accounts import InvalidEmail
from data.entry_access import send_link
from data.entry_contacts import entry_contacts
from data.store import Store
from views import kept_form, session
from views.inert import inert
from views.letters import compose
from views.mail_soon import send_soon
from views.words import LANGUAGES, _


def show(store: Store, actor: Identity, organization_id: str) -> None:
    """Ask where the link goes, with the first known address filled in."""
    if not may(actor, Permission.ENTRY_LINK_SEND):
        return
    form = f"send_{organization_id}"
    found = [each for each in entry_contacts(store, actor, organization_id) if each.email]
    if not kept_form.is_kept(form, "email"):
        email, speaks = (found[0].email, found[0].language) if found else ("", "de")
        kept_form.fill(form, {"email": email, "language": speaks})
    errors = session.kept_errors(form)
    with st.expander(
        _("Send a link to this entry"),
        icon=":material/forward_to_inbox:",
        expanded=bool(errors),
    ):
        st.text(_("The mail has a link that works once. With it, the entry can be changed."))
        with st.form(form, border=False, enter_to_submit=False):
            st.text_input(
                _("E-mail address (required)"),
                kept_form.first(form, "email"),
                key=kept_form.key(form, "email"),
            )
            session.show_error(errors, "email")
            st.selectbox(
                _("Language of the mail"),
                LANGUAGES,
                index=LANGUAGES.index(kept_form.first(form, "language")),
                key=kept_form.key(form, "language"),
                format_func={"de": "Deutsch", "en": "English"}.__getitem__,
            )
            kept_form.rendered(form)
            st.form_submit_button(
                _("Send link"),
                key=f"{form}_send",
                on_click=_send,
                args=(organization_id, session.form_key(form)),
            )


def _send(organization_id: str, key: str) -> None:
    session.language()
    form = f"send_{organization_id}"
    typed = kept_form.typed(form, ("email", "language"))
    email, chosen = str(typed["email"] or ""), str(typed["language"] or "de")
    session.keep_errors(form, {})
    with session.explained():
        try:
            session.done_once(
                send_link,
                session.store(),
                session.identity(),
                organization_id,
                email,
                compose,
                chosen,
                key=key,
            )
        except InvalidEmail:
            wrong = _("This is not an e-mail address. It looks like name@beispiel.de.")
            session.keep_errors(form, {"email": wrong})
            return
        session.form_done(form)
        send_soon()
        session.tell(_("The link to {address} lies in the outbox.", address=inert(email.strip())))
