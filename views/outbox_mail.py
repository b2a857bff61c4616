"""One mail in the outbox: to whom, what, when, and why it could not be sent."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from accounts.permissions import Permission, require
from data.mails import BLOT, Mail, MailState
from views import session
from views.inert import inert
from views.mail import deliver
from views.mail_text_words import OCCASIONS
from views.mail_words import fault_text
from views.settings import mail_settings
from views.words import _, mark, moment_text, plural

FORM: Final = "outbox"
HEADINGS: Final[Mapping[MailState, str]] = {
    MailState.FAILED: mark("Could not be sent"),
    MailState.UNADDRESSED: mark("Without an address"),
    MailState.WAITING: mark("Waiting"),
    MailState.SENT: mark("Sent"),
}
"""The kinds of mails, those that need somebody first."""


def show(mail: Mail) -> None:
    """Show one mail; its text only where somebody opens it, and never as Markdown."""
    with st.container(border=True, gap=None):
        st.text(mail.recipient or _("No account with an e-mail address was found."))
        purpose = OCCASIONS.get(mail.purpose)
        if purpose:
            st.caption(inert(_(purpose)))
        st.caption(_when(mail))
        if mail.state is MailState.FAILED:
            st.error(inert(fault_text(mail.fault)), icon=":material/error:")
        with st.expander(inert(mail.subject)):
            _show_text(mail)


def _show_text(mail: Mail) -> None:
    """Show the text; its link only where somebody has to hand the mail on by another way.

    Whoever opens such a link acts for the recipient, so that it is nobody else's to read while
    a mail server brings it there.
    """
    hidden = bool(mail.secret and mail.recipient and mail_settings().ready)
    st.text(mail.body.replace(mail.secret, BLOT) if hidden else mail.body)
    if hidden:
        st.caption(_("The link is hidden here: it is only for the recipient."))


def _when(mail: Mail) -> str:
    if mail.sent_at:
        return inert(_("sent on {moment}", moment=moment_text(mail.sent_at)))
    written = _("written on {moment}", moment=moment_text(mail.created_at))
    tried = plural("tried {n} time", "tried {n} times", mail.tries) if mail.tries else ""
    return inert(", ".join(filter(None, (written, tried))))


def send() -> None:
    """Send what waits, also what was refused before."""
    session.language()
    with session.explained():
        require(session.identity(), Permission.REMINDER_SEND)
        done = deliver(session.store(), again=True)
        if done is None:
            return
        failed = plural(
            "{n} mail could not be sent; it is kept in the outbox.",
            "{n} mails could not be sent; they are kept in the outbox.",
            done.failed,
        )
        session.keep_errors(FORM, {"send": failed} if done.failed else {})
        if done.sent:
            session.tell(inert(plural("{n} mail sent.", "{n} mails sent.", done.sent)))
