"""Security headers on every answer, and Streamlit's index page made ours.

Streamlit's page says `lang="en"` and bears another name; both are set right here, and one
small script of ours is added that speaks German where Streamlit cannot.
"""

import base64
import hashlib
import html
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.early_scripts import early_tags
from views.news_feed import FEED
from views.settings import settings
from views.words import _, speaking

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CONDITIONAL = {b"if-none-match", b"if-modified-since", b"accept-encoding"}
"""With these the index would come unchanged or packed, and could not be rewritten."""


@cache
def content_security_policy() -> str:
    """Return the policy: everything from this host, no eval, no blob, and in no frame."""
    index = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in _INLINE_SCRIPT.findall(index)
    )
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline';"
        " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
        " frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
        " frame-ancestors 'none'"
    )


class PageHeaders:
    """ASGI middleware that sets headers and rewrites the index page."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change the answer on its way back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        rewriter = _Rewriter(scope, send)
        if rewriter.wanted:
            kept = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONAL]
            scope = {**scope, "headers": kept}
        await self._app(scope, receive, rewriter)


class _Rewriter:
    """The sending side of one answer."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        accepts = Headers(scope=scope).get("accept", "")
        self.wanted = scope["method"] == "GET" and "text/html" in accepts
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            _secure(headers)
            if self.wanted and headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            body = _ours(self._body, self._language(), self._scope["path"])
            headers = MutableHeaders(raw=self._start["headers"])
            headers["content-length"] = str(len(body))
            if headers.get("cache-control") != "no-store":  # pages behind links from mails
                headers["cache-control"] = "no-cache"
            for name in ("etag", "last-modified"):
                del headers[name]
            await self._send(self._start)
            message = {"type": "http.response.body", "body": body}
        await self._send(message)

    def _language(self) -> str:
        asked = parse_qs(self._scope["query_string"].decode("latin-1")).get("lang", ["de"])
        return "en" if asked[0] == "en" else "de"


def _secure(headers: MutableHeaders) -> None:
    headers["content-security-policy"] = content_security_policy()
    headers["x-content-type-options"] = "nosniff"
    headers["x-frame-options"] = "DENY"
    headers["referrer-policy"] = "same-origin"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    if settings().secure:
        headers["strict-transport-security"] = "max-age=31536000"
        cookies = headers.getlist("set-cookie")
        if cookies:
            del headers["set-cookie"]
        for cookie in cookies:
            whole = cookie if "secure" in cookie.lower() else f"{cookie}; Secure"
            headers.append("set-cookie", whole)


def _ours(body: bytes, language: str, path: str) -> bytes:
    """Change Streamlit's index; pages of our own bear no such marks and stay as they are."""
    if b"<title>Streamlit</title>" not in body:
        return body
    own = (
        b'<head><link rel="stylesheet" href="/assets/house.css">'
        b'<script src="/assets/house.js"></script>'
    )
    return (
        body.replace(b'<html lang="en">', f'<html lang="{language}">'.encode())
        .replace(b"<title>Streamlit</title>", b"<title>Bindeglied</title>")
        .replace(b"<head>", own, 1)
        .replace(b"</head>", _news(language) + early_tags(path) + b"</head>", 1)
    )


def _news(language: str) -> bytes:
    """Tell programs that read feeds where the news are."""
    with speaking(language):
        title = html.escape(_("News"))
    return (
        '<link rel="alternate" type="application/atom+xml"'
        f' href="{FEED}?lang={language}" title="{title}">'
    ).encode()
