"""Asking an organisation by mail to join in at a section, without an account."""

from functools import partial

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from concept_review.section import Section
from data.accounts import InvalidEmail
from data.clock import day_of, now
from data.guest_links import MESSAGE_LIMIT, Invited, invitations, invite
from data.organizations import organizations
from data.roster import contacts
from data.store import Store
from views import session
from views.guest_letter import compose
from views.inert import inert
from views.mail import deliver
from views.words import _, date_text


def show(store: Store, actor: Identity, section: Section) -> None:
    """Let the coordination ask an organisation, and show who was asked so far."""
    if not may(actor, Permission.PROPOSAL_INVITE) or section.retired_on is not None:
        return
    names = {each.id: each.name for each in organizations(store)}
    form = f"guest_{section.id}"
    errors = session.kept_errors(form)
    with st.expander(
        _("Invite an organisation"), icon=":material/forward_to_inbox:", expanded=bool(errors)
    ):
        st.text(
            _(
                "It gets a mail with a link that works once and needs no account. With it, it can "
                "comment and propose for one day."
            )
        )
        chosen = st.selectbox(
            _("Organisation (required)"),
            list(names),
            index=None,
            format_func=lambda each: names.get(each, each),
            key=f"organization_{form}",
            placeholder=_("Please choose"),
            on_change=_fill_in,
            args=(form,),
        )
        session.show_error(errors, "organization")
        st.text_input(_("E-mail address (required)"), key=f"email_{form}")
        session.show_error(errors, "email")
        st.text_area(
            _("A word to go with it"), key=f"message_{form}", max_chars=MESSAGE_LIMIT, height=100
        )
        st.button(
            _("Send the invitation"),
            key=f"invite_{form}",
            on_click=_invite,
            args=(section.id, chosen, session.form_key(form)),
        )
        for each in invitations(store, actor, section.id):
            st.text(_line(names.get(each.organization_id, ""), each))


def _fill_in(form: str) -> None:
    """Write the known contact into the field for the address, unless somebody typed another."""
    chosen, field = st.session_state.get(f"organization_{form}"), f"email_{form}"
    if st.session_state.get(field, "") not in ("", st.session_state.get(f"known_{form}")):
        return
    found = contacts(session.store(), session.identity(), chosen) if chosen else []
    known = next((each.email for each in found if each.email), "")
    if known != st.session_state.get(field, ""):  # else the browser would forget what is typed
        st.session_state[field] = st.session_state[f"known_{form}"] = known


def _line(name: str, invited: Invited) -> str:
    if invited.used_at:
        state = _("joined in on {day}", day=date_text(day_of(invited.used_at)))
    elif invited.expires_at < now():
        state = _("not used, ended")
    else:
        state = _("open until {day}", day=date_text(day_of(invited.expires_at)))
    return f"{name}, {invited.email}: {state}"


def _invite(section_id: str, organization_id: str | None, key: str) -> None:
    session.language()
    form = f"guest_{section_id}"
    email = str(st.session_state.get(f"email_{form}", ""))
    session.keep_errors(form, {})
    if organization_id is None:
        session.keep_errors(form, {"organization": _("Please choose from the list.")})
        return
    with session.explained():
        store, actor = session.store(), session.identity()
        message = str(st.session_state.get(f"message_{form}", ""))
        try:
            session.done_once(
                invite,
                store,
                actor,
                section_id,
                organization_id,
                email,
                message,
                partial(compose, store=store),
                key=key,
            )
        except InvalidEmail:
            wrong = _("This is not an e-mail address. It looks like name@beispiel.de.")
            session.keep_errors(form, {"email": wrong})
            return
        session.form_done(form)
        st.session_state[f"organization_{form}"] = None
        st.session_state[f"message_{form}"] = st.session_state[f"email_{form}"] = ""
        done = deliver(store)
        sent = _("The invitation to {address} is on its way.", address=email.strip())
        kept = _("The invitation to {address} lies in the outbox.", address=email.strip())
        session.tell(inert(sent if done and done.sent and not done.failed else kept))
