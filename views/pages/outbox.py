"""Postausgang: the mails that wait, those that could not be sent, and why."""

import streamlit as st

from accounts.permissions import Permission, may
from data.mails import MailState, mails
from views import outbox_mail, session
from views.page_files import MAIL_TEXTS
from views.settings import mail_settings
from views.words import _, plural

SHOWN = 50

store, actor = session.store(), session.identity()
st.title(_("Outbox"))
if may(actor, Permission.MAIL_TEXT_EDIT):
    st.page_link(MAIL_TEXTS, label=_("Words of mails"), icon=":material/edit_note:")
kept = mails(store, actor)
waiting = [each for each in kept if each.state in (MailState.WAITING, MailState.FAILED)]
if not mail_settings().ready:
    st.warning(
        _(
            "No mail server is set up. Mails are kept here until one is; nothing is lost."
            " Please ask whoever runs the server."
        )
    )
st.text(
    plural("{n} mail waits to be sent.", "{n} mails wait to be sent.", len(waiting))
    if waiting
    else _("No mail waits to be sent.")
)
if waiting and mail_settings().ready:
    st.button(_("Send now"), type="primary", icon=":material/send:", on_click=outbox_mail.send)
    session.show_error(session.kept_errors(outbox_mail.FORM), "send")
for state in outbox_mail.HEADINGS:
    found = [each for each in kept if each.state is state]
    if found:
        st.header(_(outbox_mail.HEADINGS[state]), anchor=False)
    for mail in found[:SHOWN]:
        outbox_mail.show(mail)
    if len(found) > SHOWN:
        st.text(plural("{n} more is older.", "{n} more are older.", len(found) - SHOWN))
