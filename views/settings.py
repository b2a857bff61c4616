"""All settings, read from environment variables `BINDEGLIED_*`, with their defaults."""

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation runs."""

    database: Path
    """BINDEGLIED_DATABASE: the file that holds everything; default `local/bindeglied.db`."""
    address: str
    """BINDEGLIED_ADDRESS: where the server listens; default 127.0.0.1, this machine only."""
    port: int
    """BINDEGLIED_PORT: default 8501."""
    public_url: str
    """BINDEGLIED_PUBLIC_URL: how browsers reach the app; default from address and port."""
    reminders: bool
    """BINDEGLIED_REMINDERS: `off` where the server itself is not to remind anybody."""
    trusted_proxies: str
    """BINDEGLIED_TRUSTED_PROXIES: addresses and networks of proxies whose `X-Forwarded-For` is
    believed, with commas between; default none: the peer's own address counts."""
    sockets_per_address: int
    """BINDEGLIED_SOCKETS_PER_ADDRESS: so many open pages at a time; default 60, 0 for no limit."""

    @property
    def secure(self) -> bool:
        """Whether browsers come by TLS, so that cookies may say `Secure`."""
        return self.public_url.startswith("https://")


def settings() -> Settings:
    """Read the settings as they stand in the environment now."""
    address = os.environ.get("BINDEGLIED_ADDRESS", "127.0.0.1")
    port = int(os.environ.get("BINDEGLIED_PORT", "8501"))
    default_database = str(ROOT / "local" / "bindeglied.db")
    return Settings(
        database=Path(os.environ.get("BINDEGLIED_DATABASE", default_database)),
        address=address,
        port=port,
        public_url=os.environ.get("BINDEGLIED_PUBLIC_URL", f"http://localhost:{port}").rstrip("/"),
        reminders=os.environ.get("BINDEGLIED_REMINDERS", "on").casefold() != "off",
        trusted_proxies=os.environ.get("BINDEGLIED_TRUSTED_PROXIES", ""),
        sockets_per_address=int(os.environ.get("BINDEGLIED_SOCKETS_PER_ADDRESS", "60")),
    )


class Tls(StrEnum):
    """How the connection with the mail server is encrypted."""

    START = "starttls"
    """Encrypted after the first words; the usual way, on port 587."""
    WHOLE = "tls"
    """Encrypted from the start, on port 465."""
    NONE = "none"
    """Not at all: only for a mail server on this machine."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Which mail server sends for this installation, and under which address."""

    host: str
    """BINDEGLIED_SMTP_HOST: without it mails are kept in the outbox."""
    port: int
    """BINDEGLIED_SMTP_PORT: default 587, or 465 with `tls`, or 25 with `none`."""
    user: str
    """BINDEGLIED_SMTP_USER: without it nobody signs in."""
    password: str = field(repr=False)
    """BINDEGLIED_SMTP_PASSWORD"""
    tls: Tls
    """BINDEGLIED_SMTP_TLS: `starttls` (default, and for any other word), `tls` or `none`."""
    sender: str
    """BINDEGLIED_MAIL_FROM: `Name <name@city.example>` or the address alone."""

    @property
    def ready(self) -> bool:
        """Whether mails can be sent at all."""
        return bool(self.host and self.sender)


_PORTS = {Tls.START: "587", Tls.WHOLE: "465", Tls.NONE: "25"}


def mail_settings() -> MailSettings:
    """Read the settings for mails as they stand in the environment now."""
    asked = os.environ.get("BINDEGLIED_SMTP_TLS", "").casefold()
    tls = Tls(asked) if asked in list(Tls) else Tls.START
    return MailSettings(
        host=os.environ.get("BINDEGLIED_SMTP_HOST", ""),
        port=int(os.environ.get("BINDEGLIED_SMTP_PORT", _PORTS[tls])),
        user=os.environ.get("BINDEGLIED_SMTP_USER", ""),
        password=os.environ.get("BINDEGLIED_SMTP_PASSWORD", ""),
        tls=tls,
        sender=os.environ.get("BINDEGLIED_MAIL_FROM", ""),
    )
