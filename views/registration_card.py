"""One registration in the inbox: what was said, who it may be, and what to do with it."""

import streamlit as st

from accounts.identity import Identity
from data.organizations import organizations
from data.registrations import confirm, duplicates_of, registrations, reject
from data.roster import topics
from data.store import Store
from network.registration import Registration, SubmittedRegistration
from views import session
from views.inert import inert
from views.kinds import KINDS
from views.words import _, moment_text


def show(store: Store, actor: Identity, registration: SubmittedRegistration) -> None:
    """Show one registration with its two buttons."""
    with st.container(border=True):
        st.header(inert(registration.content.name), anchor=False)
        st.text(
            _(
                "{kind}, sent on {moment}",
                kind=_(KINDS[registration.content.classification]),
                moment=moment_text(registration.submitted_at),
            )
        )
        said, others = st.columns([3, 2])
        with said:
            show_content(store, registration.content)
        with others:
            _show_duplicates(store, actor, registration)
        _show_actions(registration)


def show_content(store: Store, content: Registration) -> None:
    """Show what an organisation said of itself, as plain text."""
    names = {each.id: each.name for each in organizations(store)}
    terms = {topic.id: topic.term for topic in topics(store)}
    contact = (content.contact_name, content.contact_email, content.contact_phone)
    visibility = _("may be public") if content.contact_public else _("internal only")
    facts = {
        _("Description"): content.description,
        _("Website"): content.website,
        _("District"): content.district,
        _("Topics"): ", ".join(terms.get(each, "") for each in content.topic_ids),
        _("Target groups"): ", ".join(content.target_groups),
        _("Languages"): ", ".join(content.languages),
        _("Offers"): "\n".join(content.offers),
        _("Needs"): "\n".join(content.needs),
        _("Would like to be heard in"): "\n".join(names.get(i, "") for i in content.group_ids),
        _("Works with"): "\n".join(names.get(each, "") for each in content.partner_ids),
        _("Contact ({visibility})", visibility=visibility): "\n".join(filter(None, contact)),
    }
    for label, text in facts.items():
        if text:
            with st.container(gap=None):
                st.caption(label)
                st.text(text)


def _show_duplicates(store: Store, actor: Identity, registration: SubmittedRegistration) -> None:
    st.caption(_("Possibly entered already"))
    found = duplicates_of(store, actor, registration)
    if not found:
        st.text(_("No similar organisation found."))
    for duplicate in found:
        with st.container(border=True, gap=None):
            st.text(duplicate.organization.name)
            st.text(_(KINDS[duplicate.organization.classification]))
            st.text(_("Likeness of names: {percent} %", percent=duplicate.likeness))
            if duplicate.same_website:
                st.text(_("Same website"))
    name = registration.content.name
    twins = [
        each
        for each in registrations(store, actor)
        if each.id != registration.id and each.content.name.casefold() == name.casefold()
    ]
    if twins:
        st.warning(_("Another registration with this name waits as well."))


def _show_actions(registration: SubmittedRegistration) -> None:
    """Ask for the decision; the buttons carry the revision that is shown with them."""
    form = _form(registration.id)
    name, key = registration.content.name, session.form_key(form)
    with st.form(form, border=False, enter_to_submit=False):
        st.text_input(_("Reason (only for rejecting)"), key=f"reason_{form}", max_chars=1000)
        session.show_error(session.kept_errors(form), "reason")
        with st.container(horizontal=True):
            st.form_submit_button(
                _("Confirm and publish"),
                type="primary",
                key=f"confirm_{form}",
                on_click=_confirm,
                args=(registration.id, registration.revision, name, key),
            )
            st.form_submit_button(
                _("Reject"),
                key=f"reject_{form}",
                on_click=_reject,
                args=(registration.id, registration.revision, name, key),
            )


def _form(registration_id: str) -> str:
    return f"decide_{registration_id}"


def _confirm(registration_id: str, revision: int, name: str, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(
            confirm,
            session.store(),
            session.identity(),
            registration_id,
            expected=revision,
            key=key,
        )
        session.tell(_("“{name}” is published.", name=inert(name)))


def _reject(registration_id: str, revision: int, name: str, key: str) -> None:
    session.language()
    form = _form(registration_id)
    reason = str(st.session_state[f"reason_{form}"]).strip()
    if not reason:
        missing = _("Please give a reason, so that it can be understood later.")
        session.keep_errors(form, {"reason": missing})
        return
    with session.explained():
        session.done_once(
            reject,
            session.store(),
            session.identity(),
            registration_id,
            reason,
            expected=revision,
            key=key,
        )
        session.tell(_("The registration of “{name}” is rejected.", name=inert(name)))
