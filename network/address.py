"""Web and e-mail addresses as strangers type them, made whole or refused."""

import re
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

_HOST = re.compile(r"(?=.{4,253}$)([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}", re.UNICODE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_MAILBOX = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}")


def web_address(text: str) -> str:
    """Return the address with its scheme, or "" for "".

    Raises the error kind `web_address` for anything but http and https at a named host.
    """
    if not text:
        return ""
    whole = text if _SCHEME.match(text) else f"https://{text}"
    try:
        parts = urlsplit(whole)
        host = parts.hostname or ""
        parts.port  # noqa: B018  (reading it is what checks it)
    except ValueError:
        host = ""
    else:
        odd = "@" in parts.netloc or not text.isprintable() or re.search(r"[\s<>\"]", text)
        if odd or parts.scheme not in ("http", "https"):
            host = ""
    if not _HOST.fullmatch(host):
        raise PydanticCustomError("web_address", "not a web address")
    return whole


def email_address(text: str) -> str:
    """Return the address; raise the error kind `email_address` where no mail can go to it."""
    mailbox, at, host = text.rpartition("@")
    dotted = mailbox.startswith(".") or mailbox.endswith(".") or ".." in mailbox
    readable = at and text.isprintable() and not dotted
    if not readable or not _MAILBOX.fullmatch(mailbox) or not _HOST.fullmatch(host):
        raise PydanticCustomError("email_address", "not an e-mail address")
    return text
