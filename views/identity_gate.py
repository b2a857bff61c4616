"""Who stands behind each request and each frame of a websocket.

Streamlit learns it from a header that only this middleware can set; a copy sent by a
client is removed. Before every frame of a signed-in websocket the session is looked up
again, so a session that ended can do nothing more.
"""

from typing import Final

from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.sessions import session_of, who_is
from data.store import Store
from views.client_address import client_of
from views.connection import open_store
from views.socket_limit import OpenSockets, refuse
from views.upload_limit import is_too_large, most_bytes

COOKIE: Final = "bindeglied_session"
HEADER: Final = b"x-bindeglied-session"
CLIENT: Final = b"x-bindeglied-client"
"""From which address a request comes (`client_address`); for limits only."""
SESSION_OVER: Final = 4401
"""The code with which a socket is closed; `assets/house.js` then loads the page anew."""

_CLOSED = ("/media/", "/_stcore/metrics", "/_stcore/agent")
"""Doors of Streamlit that the app does not use."""
_UPLOADS = "/_stcore/upload_file"
"""Open to whoever may take in files: uploads of anybody else would fill the memory."""


class IdentityGate:
    """ASGI middleware in front of Streamlit and of our own routes."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app; the store is opened in the thread of the event loop."""
        self._app = app
        self._store: Store | None = None
        self._sockets = OpenSockets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Resolve the cookie, put the identity into the headers, and guard the frames."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"].startswith(_CLOSED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
            return
        session_id = self._session_id(scope)
        uploads = scope["type"] == "http" and scope["path"].startswith(_UPLOADS)
        if uploads and (refused := self._refused_upload(session_id, scope)):
            await refused(scope, receive, send)
            return
        ours = (HEADER, CLIENT)
        headers = [(name, value) for name, value in scope["headers"] if name not in ours]
        address = client_of(scope)
        headers.append((CLIENT, address.encode("latin-1", "replace")))
        if session_id:
            headers.append((HEADER, session_id.encode()))
        seen: Scope = {**scope, "headers": headers}
        if scope["type"] == "http":
            await self._app(seen, receive, send)
        elif not self._sockets.take(address):
            await refuse(scope, receive, send)
        else:
            try:
                await self._app(seen, self._guarded(receive, send, session_id), send)
            finally:
                self._sockets.leave(address)

    def _guarded(self, receive: Receive, send: Send, session_id: str | None) -> Receive:
        """Close the socket once its session is over, and tell the app that the client left."""

        async def next_message() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and session_id and self._ended(session_id):
                await send({"type": "websocket.close", "code": SESSION_OVER})
                return {"type": "websocket.disconnect", "code": SESSION_OVER}
            return message

        return next_message

    def _session_id(self, scope: Scope) -> str | None:
        for name, value in scope["headers"]:
            if name == b"cookie":
                token = cookie_parser(value.decode("latin-1")).get(COOKIE)
                if token:
                    return session_of(self._reader(), token)
        return None

    def _refused_upload(self, session_id: str | None, scope: Scope) -> PlainTextResponse | None:
        most = most_bytes(who_is(self._reader(), session_id or ""))
        if not most:
            return PlainTextResponse("Not found", status_code=404)
        if is_too_large(scope, most):
            return PlainTextResponse("Too large", status_code=413)
        return None

    def _ended(self, session_id: str) -> bool:
        return not who_is(self._reader(), session_id).signed_in

    def _reader(self) -> Store:
        if self._store is None:
            self._store = open_store()
        return self._store
