"""A real mail server on this machine that keeps what it gets, for tests of what is sent."""

import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

LOGIN = LoginPassword(b"bindeglied", b"geheim")


class Postman:
    """Keeps mails; refuses the recipients and the content that it is told to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.mails: list[EmailMessage] = []
        self.senders: list[str | None] = []
        self.refused: dict[str, str] = {}
        self.encrypted: list[bool] = []
        self.answer = ""
        self.connections = 0

    async def handle_EHLO(  # noqa: N802  (the library's own names)
        self, _server: SMTP, session: Session, _envelope: Envelope, host: str, answers: list[str]
    ) -> list[str]:
        """Greet whoever connects, and count."""
        session.host_name = host
        self.connections += 1
        return answers

    async def handle_RCPT(  # noqa: N802  (the library's own names)
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        """Take or refuse one recipient."""
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep one mail."""
        if self.answer:
            return self.answer
        content = cast("bytes", envelope.content)
        self.mails.append(BytesParser(policy=default).parsebytes(content))
        self.senders.append(envelope.mail_from)
        self.encrypted.append(session.ssl is not None)
        return "250 OK"


def _authenticated(
    _server: object, _session: object, _envelope: object, _mechanism: str, data: object
) -> AuthResult:
    return AuthResult(success=data == LOGIN, handled=False)


@contextmanager
def mail_server(trust: ssl.SSLContext | None = None) -> Iterator[tuple[Postman, int]]:
    """Run a server until the test is over; with a context it wants TLS and a login."""
    postman = Postman()
    options: dict[str, Any] = {}
    if trust:
        options = {"tls_context": trust, "auth_required": True, "authenticator": _authenticated}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(postman, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield postman, port
    finally:
        controller.stop()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Make a certificate for this machine; return the server's context and what to trust."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
         "-out", cert, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    return context, cert
