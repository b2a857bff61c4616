"""The page for people about the open data: what there is, the licence, and how to fetch it."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from views.open_data_settings import open_data_settings
from views.plain_page import plain_page, speak_as_asked
from views.settings import settings

PAGE: Final = "/api"


def show_page(request: Request) -> Response:
    """Show what other programs may fetch here."""
    speak_as_asked(request)
    return plain_page("api", told=open_data_settings(), site=settings().public_url)
