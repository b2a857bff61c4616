"""Mails that wait are handed to the mail server; what fails is kept, with its reason."""

import contextlib
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from typing import Final

from data.mails import Mail, claim, note_failed, note_sent, waiting_mails
from data.store import Store
from views.settings import MailSettings, Tls, mail_settings

TIMEOUT: Final = 20.0
"""Seconds to wait for each answer of the mail server."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the mails that waited."""

    sent: int
    failed: int


def deliver(store: Store, *, again: bool = False) -> Delivery | None:
    """Send what waits and return what became of it; None where no mail server is set up.

    `again` also tries what was refused before. Each mail is claimed first, so that several
    processes never send the same one.
    """
    chosen = mail_settings()
    if not chosen.ready:
        return None
    waiting = waiting_mails(store, refused_too=again)
    if not waiting:
        return Delivery(0, 0)
    with _connected(chosen) as server:  # one connection for all of them
        codes = [_delivered(store, chosen, server, each) for each in waiting]
    return Delivery(codes.count(""), len([each for each in codes if each]))


def message_of(mail: Mail, sender: str) -> EmailMessage:
    """Return a mail as it is sent: plain text, marked as automatic, known again if sent twice.

    Raises ValueError for addresses that cannot stand in a header.
    """
    message = EmailMessage()
    message["From"] = _address(*parseaddr(sender))
    message["To"] = _address("", mail.recipient)
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = formatdate(usegmt=True)
    message["Message-ID"] = f"<{mail.id}@{message['From'].addresses[0].domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body, cte="quoted-printable")
    message["Content-Language"] = mail.language  # last: new contents drop all `Content-` lines
    return message


def _delivered(
    store: Store, chosen: MailSettings, server: "smtplib.SMTP | str", mail: Mail
) -> str | None:
    """Send one mail and return the code of what went wrong, "" for nothing, None if not ours."""
    claimed = claim(store, mail)
    if claimed is None:
        return None
    code = server if isinstance(server, str) else _sent(server, claimed, chosen.sender)
    if code:
        note_failed(store, claimed, code)
    else:
        note_sent(store, claimed)
    return code


def _sent(server: smtplib.SMTP, mail: Mail, sender: str) -> str:
    try:
        server.send_message(message_of(mail, sender))
    except (ValueError, smtplib.SMTPNotSupportedError):  # the latter for letters beyond ASCII
        return "address"
    except OSError as fault:  # where the connection broke, every mail after this one sees it too
        return fault_code(fault)
    return ""


@contextlib.contextmanager
def _connected(chosen: MailSettings) -> Iterator["smtplib.SMTP | str"]:
    """Hold a connection with the mail server, or the code of why there is none."""
    reached = _reached(chosen)
    try:
        yield reached
    finally:
        if not isinstance(reached, str):
            with contextlib.suppress(OSError):
                reached.quit()


def _reached(chosen: MailSettings) -> "smtplib.SMTP | str":
    try:
        _address(*parseaddr(chosen.sender))
    except ValueError:
        return "sender"
    try:
        return _opened(chosen)
    except OSError as fault:
        return fault_code(fault)
    except UnicodeError:  # a name that no host can have
        return "unreachable"


def _address(name: str, address: str) -> Address:
    try:
        return Address(name, addr_spec=address)
    except (IndexError, HeaderParseError) as fault:  # what the parser of the library lets through
        raise ValueError(address) from fault


def _opened(chosen: MailSettings) -> smtplib.SMTP:
    trust = ssl.create_default_context()
    if chosen.tls is Tls.WHOLE:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            chosen.host, chosen.port, timeout=TIMEOUT, context=trust
        )
    else:
        server = smtplib.SMTP(chosen.host, chosen.port, timeout=TIMEOUT)
    try:
        if chosen.tls is Tls.START:
            server.starttls(context=trust)
        if chosen.user:
            _sign_in(server, chosen)
    except BaseException:
        server.close()
        raise
    return server


def _sign_in(server: smtplib.SMTP, chosen: MailSettings) -> None:
    try:
        server.login(chosen.user, chosen.password)
    except UnicodeError as fault:  # the library sends ASCII only
        raise smtplib.SMTPAuthenticationError(535, b"") from fault


def fault_code(fault: OSError) -> str:
    """Return why sending failed: a code that pages translate, never the server's own text."""
    code = "unreachable"
    match fault:
        case smtplib.SMTPAuthenticationError():
            code = "login"
        case smtplib.SMTPNotSupportedError():
            code = "unsupported"
        case ssl.SSLError():
            code = "encryption"
        case smtplib.SMTPSenderRefused():
            code = "sender"
        case smtplib.SMTPConnectError() | smtplib.SMTPHeloError():
            pass
        case smtplib.SMTPRecipientsRefused():
            answers = [number for number, _text in fault.recipients.values()]
            code = "refused" if min(answers, default=0) >= 500 else "later"
        case smtplib.SMTPResponseException():
            code = "refused" if fault.smtp_code >= 500 else "later"
    return code
