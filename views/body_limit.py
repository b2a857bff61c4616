"""How large a form may be that anybody sends, before anything of it is read into memory."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST: Final = 256 * 1024
"""Bytes; more than the longest form that fits all its fields."""
_UPLOADS: Final = "/_stcore/"
"""Files go to Streamlit, which has a limit and a guard of its own (`identity_gate`)."""
_TEXT: Final = "Content Too Large"


class BodyLimit:
    """ASGI middleware: what is too long is refused by its announced or by its real length."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is bearable; refuse the rest as early as it shows."""
        if scope["type"] != "http" or scope["path"].startswith(_UPLOADS):
            await self._app(scope, receive, send)
        elif _announced(scope) > LARGEST:
            refusal = PlainTextResponse(_TEXT, 413, {"connection": "close"})
            await refusal(scope, receive, send)
        else:
            await self._app(scope, _counted(receive), send)


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 20 else 0


def _counted(receive: Receive) -> Receive:
    """Count what really comes; a body in chunks announces no length."""
    came = 0

    async def next_message() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > LARGEST:
            raise HTTPException(413, _TEXT, {"connection": "close"})
        return message

    return next_message
