"""The HTTP interface under `/api`: its addresses, its document, and its page for people."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.store import NotFound
from views.api_answers import JSON, open_to_all, whole_answer
from views.api_document import DOCUMENT, document
from views.api_endpoints import BASE, ENDPOINTS
from views.api_page import PAGE, show_page

_EVERY_METHOD = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
REST = "/api/{rest:path}"
"""Whatever else begins like it: not found, said as the interface says it."""


def send_document(request: Request) -> Response:
    """Send the OpenAPI document."""
    return whole_answer(request, json.dumps(document(), ensure_ascii=False).encode(), JSON, "")


def nothing(request: Request) -> Response:
    """Say that there is nothing here."""
    raise NotFound(request.url.path)


ROUTES = [
    *(
        Route(f"{BASE}{each.path}", open_to_all(each.handler), methods=_EVERY_METHOD)
        for each in ENDPOINTS
    ),
    Route(DOCUMENT, open_to_all(send_document), methods=_EVERY_METHOD),
    Route(PAGE, show_page),
    Route(REST, open_to_all(nothing), methods=_EVERY_METHOD),
]
