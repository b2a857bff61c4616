"""One registration in the inbox: what was said, who it may be, and what to do with it."""

import streamlit as st

from accounts.identity import Identity
from accounts.permissions import Permission, may
from data.accounts import accounts
from data.organizations import organizations
from data.registration_decisions import OPEN
from data.registration_erasure import ERASED_ADDRESS
from data.roster import topics
from data.store import Store
from network.registration import Registration, SubmittedRegistration
from views import registration_actions, registration_others
from views.inert import inert
from views.network_address import CHOSEN
from views.page_files import NETWORK_MAP
from views.registration_words import sent_text, state_text
from views.words import _, moment_text


def show(store: Store, actor: Identity, registration: SubmittedRegistration) -> None:
    """Show one registration with all that is known about it, and what can be done."""
    undecided = registration.status in OPEN
    with st.container(border=True):
        st.header(inert(registration.content.name), anchor=False)
        st.text(sent_text(registration))
        if not undecided:
            _show_decision(store, registration)
        _show_question(registration)
        said, others = st.columns([3, 2])
        with said:
            show_content(store, registration.content)
        with others:
            _show_consent(registration)
            if undecided:
                registration_others.show_twins(store, actor, registration)
        if undecided:
            duplicates = registration_others.show_duplicates(store, actor, registration)
            if may(actor, Permission.REGISTRATION_DECIDE):
                registration_actions.show(store, registration, duplicates)


def show_content(store: Store, content: Registration) -> None:
    """Show what an organisation said of itself, as plain text."""
    names = {each.id: each.name for each in organizations(store)}
    terms = {topic.id: topic.term for topic in topics(store)}
    email = "" if content.contact_email == ERASED_ADDRESS else content.contact_email
    contact = (content.contact_name, email, content.contact_phone)
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
        _("Contact"): "\n".join(filter(None, contact)) or _("erased"),
    }
    for label, text in facts.items():
        if text:
            _fact(label, text)


def _fact(label: str, text: str) -> None:
    with st.container(gap=None):
        st.caption(inert(label))
        st.text(text)


def _show_decision(store: Store, registration: SubmittedRegistration) -> None:
    """Say what was decided, by whom and why, and lead to the entry that came of it."""
    names = {each.id: each.name for each in accounts(store)}
    by = names.get(registration.decided_by or "", "")
    state = state_text(registration)
    with st.container(gap=None):
        st.text(_("{state}, by {name}", state=state, name=by) if by else state)
        if registration.reason:
            st.text(_("Reason: {reason}", reason=registration.reason))
    if registration.organization_id:
        st.page_link(
            NETWORK_MAP,
            label=_("See the entry on the network map"),
            icon=":material/hub:",
            query_params={CHOSEN: registration.organization_id, "schritte": "1"},
        )


def _show_question(registration: SubmittedRegistration) -> None:
    """Show what was asked back, and the answer once it is there."""
    if registration.question:
        _fact(_("Question of the coordination"), registration.question)
    if registration.answered_at:
        moment = moment_text(registration.answered_at)
        label = _("Answer of {moment}", moment=moment)
        _fact(label, registration.answer or _("No words, but corrected fields."))


def _show_consent(registration: SubmittedRegistration) -> None:
    content = registration.content
    confirmed = registration.email_confirmed_at
    with st.container(border=True, gap="xsmall"):
        st.subheader(_("Consent"), anchor=False)
        _fact(
            _("Wording of the consent"),
            _(
                "{version}, agreed on {moment}",
                version=registration.consent_version,
                moment=moment_text(registration.submitted_at),
            ),
        )
        public = _("may be public") if content.contact_public else _("internal only")
        _fact(_("Contact person"), public)
        _fact(_("Mails in"), _("English") if registration.language == "en" else _("German"))
        _fact(
            _("E-mail address"),
            _("confirmed on {moment}", moment=moment_text(confirmed))
            if confirmed
            else _("not confirmed yet"),
        )
