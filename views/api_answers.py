"""How the HTTP interface answers: with a strong ETag, for other sites too, and read only."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from typing import Final

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from data.store import NotFound
from views.api_problem import BadQuestion, language_asked, problem
from views.words import speaking

JSON: Final = "application/json; charset=utf-8"
METHODS: Final = ("GET", "HEAD", "OPTIONS")
_EVERYBODY: Final = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Last-Modified",
}
_PREFLIGHT: Final = {
    "access-control-allow-methods": ", ".join(METHODS),
    "access-control-allow-headers": "Accept, Accept-Language, If-None-Match",
    "access-control-max-age": "86400",
}
_FRESH: Final = "public, max-age=60, must-revalidate"
"""Programs may use an answer for a minute, and ask again after that whether it still holds."""

Handler = Callable[[Request], Response]


def json_answer(request: Request, body: BaseModel, changed: str) -> Response:
    """Return a record or list as JSON; `changed` is when it last changed, "" where unknown."""
    content = body.model_dump_json(by_alias=True).encode()
    return whole_answer(request, content, JSON, changed)


def whole_answer(request: Request, content: bytes, kind: str, changed: str) -> Response:
    """Return a whole body with what caches need, or 304 where the reader has it already."""
    headers = {"etag": tag_of(content, kind), "cache-control": _FRESH, "content-type": kind}
    if changed:
        headers["last-modified"] = format_datetime(datetime.fromisoformat(changed), usegmt=True)
    if _has(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers)


def tag_of(content: bytes, kind: str) -> str:
    """Return the strong ETag of an answer: the same for the same bytes, and for no others."""
    return f'"{hashlib.sha256(kind.encode() + content).hexdigest()[:32]}"'


def open_to_all(handler: Handler) -> Handler:
    """Let a handler answer other sites, turn down what is not reading, and explain faults."""

    def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            response = Response(status_code=204, headers=_PREFLIGHT)
        elif request.method not in METHODS:
            response = problem(request, 405)
            response.headers["allow"] = ", ".join(METHODS)
        else:
            response = _answered(handler, request)
        response.headers.update(_EVERYBODY)
        return response

    return answer


def _answered(handler: Handler, request: Request) -> Response:
    try:
        with speaking(language_asked(request)):
            return handler(request)
    except BadQuestion as fault:
        return problem(request, 400, fault.errors)
    except NotFound:
        return problem(request, 404)


def _has(request: Request, tag: str) -> bool:
    """Say whether the reader names this very answer, weakly or strongly, or any (RFC 9110)."""
    known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    return "*" in known or tag in (each.removeprefix("W/") for each in known)
